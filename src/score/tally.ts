/**
 * A tally: the sums of many columns, row by row, exact and cheap.
 *
 * Points that are decimals (of up to ten places) are whole numbers of ten-thousand-millionths and are added
 * as such in doubles. True fractions are few: they are added in doubles too while a short common denominator
 * holds them, and what outgrows a double is laid aside as BigInt fractions and added at the end.
 */
import { type Column, exactAt, FILLED, WIDE } from '../model/column.ts';
import { type Exact, sum } from '../model/exact.ts';
import { commonDivisor, isSafe } from './safe.ts';

/** The grammar of numbers allows ten decimals. */
const GRID = 10_000_000_000;

export interface Tally {
  /** Whole numbers of 1/GRID. */
  readonly grid: Float64Array;
  /** A running fraction n/d. */
  readonly n: Float64Array;
  readonly d: Float64Array;
  /** What neither could hold. */
  readonly aside: Map<number, Exact[]>;
}

/** Sums of nothing over `size` rows. */
export function createTally(size: number): Tally {
  return {
    grid: new Float64Array(size),
    n: new Float64Array(size),
    d: new Float64Array(size).fill(1),
    aside: new Map(),
  };
}

/** Adds the numbers of a column; a row without one adds nothing. */
export function tallyColumn(tally: Tally, column: Column): void {
  // Neighbours mostly share a denominator, so its place on the grid is worked out once.
  let denominator = 1;
  let times = GRID;
  for (let row = 0; row < column.state.length; row++) {
    const state = column.state[row];
    if (state === FILLED) {
      const n = column.n[row] as number;
      const d = column.d[row] as number;
      if (d !== denominator) {
        denominator = d;
        times = GRID / d;
      }
      // Whole only if d divides the grid: see evaluate.ts.
      if (times === Math.floor(times) && addOnGrid(tally, row, n * times)) continue;
      if (addFraction(tally, row, n, d)) continue;
      // The running fraction is full: it is laid aside, and a new one begins.
      layAside(tally, row, runningAt(tally, row));
      tally.n[row] = n;
      tally.d[row] = d;
    } else if (state === WIDE) {
      layAside(tally, row, exactAt(column, row) as Exact);
    }
  }
}

/** The sum of a row. */
export function tallyAt(tally: Tally, row: number): Exact {
  const whole = tally.grid[row] as number;
  const divisor = commonDivisor(whole, GRID);
  const decimal = { n: BigInt(whole / divisor), d: BigInt(GRID / divisor) };
  const aside = tally.aside.get(row);
  if (tally.n[row] === 0 && aside === undefined) return decimal;
  return sum([decimal, runningAt(tally, row), ...(aside ?? [])]);
}

function runningAt(tally: Tally, row: number): Exact {
  return { n: BigInt(tally.n[row] as number), d: BigInt(tally.d[row] as number) };
}

function addOnGrid(tally: Tally, row: number, count: number): boolean {
  const total = (tally.grid[row] as number) + count;
  if (!isSafe(count) || !isSafe(total)) return false;
  tally.grid[row] = total;
  return true;
}

/** Adds n/d to the running fraction, over the least common denominator; false where it grows too long. */
function addFraction(tally: Tally, row: number, n: number, d: number): boolean {
  const runningN = tally.n[row] as number;
  const runningD = tally.d[row] as number;
  const divisor = commonDivisor(runningD, d);
  const left = runningN * (d / divisor);
  const right = n * (runningD / divisor);
  const total = left + right;
  const bottom = runningD * (d / divisor);
  if (isSafe(left) && isSafe(right) && isSafe(total) && isSafe(bottom)) {
    tally.n[row] = total;
    tally.d[row] = bottom;
    return true;
  }
  return false;
}

function layAside(tally: Tally, row: number, value: Exact): void {
  const values = tally.aside.get(row);
  if (values === undefined) tally.aside.set(row, [value]);
  else values.push(value);
}
