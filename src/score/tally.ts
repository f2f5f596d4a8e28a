/**
 * A tally: the sums of many columns, row by row, exact and cheap.
 *
 * Points that are decimals (of up to ten places) are whole numbers of ten-thousand-millionths and are added as such
 * in doubles: these sums are exact. True fractions (29/34 of a point) are added approximately, with all that is
 * needed to bound the error (see filter.ts); their columns are kept, so that `sumAt` can add them exactly where
 * somebody must know.
 */
import { type Column, denominatorAt, exactAt, FILLED, numeratorAt, stateOf } from '../model/column.ts';
import { type Exact, sum } from '../model/exact.ts';
import { APART, type Room } from '../model/room.ts';
import { commonDivisor, isSafe } from './safe.ts';

/** The grammar of numbers allows ten decimals. */
export const GRID = 10_000_000_000;

export interface Tally {
  /** Whole numbers of 1/GRID: the exact part. */
  readonly grid: Float64Array;
  /** The sum of the fractions in doubles, and of their magnitudes. An infinite magnitude: doubles say nothing. */
  readonly near: Float64Array;
  readonly reach: Float64Array;
  /** Columns in which fractions stand. */
  readonly fractions: Column[];
  /** Numbers that neither way holds. */
  readonly aside: Map<number, Exact[]>;
  /** Whole numbers up to this go on the grid: so many of them add up to a safe one. */
  readonly limit: number;
}

/** Sums of nothing over `size` rows; at most `terms` columns will be added, here and to what this is added to. */
export function createTally(size: number, terms: number, room: Room = APART): Tally {
  return {
    grid: room.figures(size),
    near: room.figures(size),
    reach: room.figures(size),
    fractions: [],
    aside: new Map(),
    limit: Math.floor(Number.MAX_SAFE_INTEGER / Math.max(terms, 1)),
  };
}

/** The same with nothing in it again, for the first `size` of its rows. */
export function clearTally({ grid, near, reach, limit }: Tally, size: number): Tally {
  const [own, ofFractions, ofMagnitudes] = [grid, near, reach].map((sums) => sums.fill(0).subarray(0, size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { grid: own, near: ofFractions, reach: ofMagnitudes, fractions: [], aside: new Map(), limit };
}

/** Adds the numbers of a column; a row without one adds nothing. */
export function tallyColumn(tally: Tally, column: Column): void {
  if (addNumbers(tally, column)) tally.fractions.push(column);
}

/** Adds the numbers of a column, and says whether there are fractions among them. */
function addNumbers(tally: Tally, column: Column): boolean {
  const { grid, near, reach, limit } = tally;
  const { n: numbers, none, d: denominators, shared, wide } = column;
  let hasFractions = false;
  for (let row = 0; row < numbers.length; row++) {
    const n = numbers[row] as number;
    if (n > none) {
      const d = denominators.length === 0 ? shared : (denominators[row] as number);
      const times = GRID / d;
      if (times === Math.floor(times)) {
        const count = n * times;
        if (count <= limit && count >= -limit) grid[row] = (grid[row] as number) + count;
        else addExact(tally, row, exactAt(column, row) as Exact);
        continue;
      }
      const value = n / d;
      near[row] = (near[row] as number) + value;
      reach[row] = (reach[row] as number) + (value < 0 ? -value : value);
      hasFractions = true;
    }
  }
  if (wide !== undefined) for (const [row, value] of wide) addExact(tally, row, value);
  return hasFractions;
}

/** Adds one number to a row, whatever it is. */
export function addExact(tally: Tally, row: number, value: Exact): void {
  const values = tally.aside.get(row);
  if (values === undefined) tally.aside.set(row, [value]);
  else values.push(value);
  tally.reach[row] = Number.POSITIVE_INFINITY;
}

/** Adds whole numbers of 1/GRID to a row; false where they are too many. */
export function addWhole(tally: Tally, row: number, count: number): boolean {
  if (!(count <= tally.limit && count >= -tally.limit)) return false;
  tally.grid[row] = (tally.grid[row] as number) + count;
  return true;
}

/** Adds what the doubles of another tally say; `sumAt` of the sum is left to whoever adds. */
export function addNear(tally: Tally, other: Tally): void {
  for (let row = 0; row < tally.grid.length; row++) {
    tally.grid[row] = (tally.grid[row] as number) + (other.grid[row] as number);
    tally.near[row] = (tally.near[row] as number) + (other.near[row] as number);
    tally.reach[row] = (tally.reach[row] as number) + (other.reach[row] as number);
  }
  tally.fractions.push(...other.fractions);
}

/** The sum of a row, exact. */
export function sumAt({ grid, fractions, aside }: Tally, row: number): Exact {
  const whole = grid[row] as number;
  const divisor = commonDivisor(whole, GRID);
  const parts: Exact[] = [{ n: BigInt(whole / divisor), d: BigInt(GRID / divisor) }];
  // Fractions are added over their least common denominator in doubles; where it grows too long, a new one begins.
  let n = 0;
  let d = 1;
  for (const column of fractions) {
    if (stateOf(column, row) !== FILLED) continue;
    const bottom = denominatorAt(column, row);
    if (GRID % bottom === 0) continue;
    const top = numeratorAt(column, row);
    const shared = commonDivisor(d, bottom);
    const left = n * (bottom / shared);
    const right = top * (d / shared);
    const next = d * (bottom / shared);
    if (isSafe(left) && isSafe(right) && isSafe(left + right) && isSafe(next)) {
      n = left + right;
      d = next;
    } else {
      parts.push({ n: BigInt(n), d: BigInt(d) });
      n = top;
      d = bottom;
    }
  }
  if (n !== 0) parts.push({ n: BigInt(n), d: BigInt(d) });
  parts.push(...(aside.get(row) ?? []));
  return parts.length === 1 ? (parts[0] as Exact) : sum(parts);
}
