/**
 * A curve over a whole column: the loop that a national year spends its time in.
 *
 * Most columns have one denominator d for all numbers. There a curve is a staircase over whole numerators: the ends of
 * its pieces become the last numerators that lie in them, and all points come over one denominator, too. A row then
 * costs a few comparisons and one product. What does not fit goes row by row, by `evaluate`; both give the same.
 */
import { type Column, createColumn, exactAt, setPair, toDouble } from '../model/column.ts';
import type { End } from '../model/curve.ts';
import type { Exact } from '../model/exact.ts';
import type { Stairs } from '../model/passes.ts';
import { type Evaluator, evaluate } from './evaluate.ts';
import { commonDivisor, isSafe } from './safe.ts';
import { addExact, GRID, type Tally } from './tally.ts';

/** A curve over the whole numerators of one denominator: the points of n are (slope × n + flat) / bottom. */
interface Staircase extends Stairs {
  readonly bottom: number;
}

/** With more pieces, a row is found sooner by halving. */
const MOST_STEPS = 16;

/** Numerators in four bytes. */
const MOST_SHORT = 2_147_483_647;

/**
 * Writes the points of the rows whose number counts: those where `counting` says `position`.
 * A value that the curve does not reach is a bug of its rule, and an exception.
 */
export function evaluateRows(
  evaluator: Evaluator,
  from: Column,
  rows: Int32Array,
  counting: Uint8Array,
  position: number,
  to: Column,
): void {
  const staircase = staircaseOf(evaluator, from);
  if (staircase) climb(staircase, evaluator, from, rows, counting, position, to);
  else for (const row of rows) if (counting[row] === position) evaluate(evaluator, from, row, to);
}

/**
 * Whether the points of every number in the column are the number itself: a share of one point is, as far as the whole
 * point, behind which the curve is level.
 */
export function givesBack({ pieces }: Evaluator, column: Column): boolean {
  const [first, next] = pieces ?? [];
  if (first === undefined || first.low || first.a !== 1 || first.b !== 0 || first.c !== 1) return false;
  if (first.high === undefined) return true;
  const { n: most, d: under } = first.high;
  const level = next === undefined ? Number.NaN : next.b * under;
  const meets = next?.a === 0 && isSafe(level) && level === most * next.c;
  if (!meets || !isSafe(most * MOST_SHORT) || !isSafe(under * MOST_SHORT) || column.n instanceof Float64Array)
    return false;
  const { passes } = column.room;
  if (passes?.holds(column)) return passes.isWithin(column, most, under);
  const { n: numbers, none, d, shared, wide } = column;
  if (wide?.size) return false;
  for (let row = 0; row < numbers.length; row++) {
    const top = numbers[row] as number;
    const bottom = d.length === 0 ? shared : (d[row] as number);
    if (top > none && (bottom > MOST_SHORT || top * under > most * bottom)) return false;
  }
  return true;
}

/**
 * The staircase from the numbers of a column to their points in whole numbers of the grid; undefined where they are no
 * decimals of it, or a double does not hold the way to them.
 */
export function gridStairs(evaluator: Evaluator, from: Column): Stairs | undefined {
  const staircase = from.wide ? undefined : staircaseOf(evaluator, from);
  if (staircase === undefined) return undefined;
  const times = GRID / staircase.bottom;
  const slope = staircase.slope.map((each) => each * times);
  const flat = staircase.flat.map((each) => each * times);
  // What is flat is at most half of 2^53, so that what is steep and beyond 2^53 does not come back below the limit.
  const isHeld = times === Math.floor(times) && slope.every(isSafe) && flat.every((each) => isSafe(2 * each));
  return isHeld ? { last: staircase.last, slope, flat, first: staircase.first } : undefined;
}

/** Adds the points of every number in a column to a tally without writing them down. */
export function tallyStairs(tally: Tally, stairs: Stairs, evaluator: Evaluator, from: Column): void {
  const { last, slope, flat, first } = stairs;
  const { n: numbers, none } = from;
  const { grid, limit } = tally;
  for (let row = 0; row < numbers.length; row++) {
    const n = numbers[row] as number;
    if (n === none) continue;
    // Values lie here and there: a comparison that is counted has no jump that a processor would have to foresee.
    let step = 0;
    for (let at = 0; at < last.length; at++) step += +(n > (last[at] as number));
    const count = (slope[step] as number) * n + (flat[step] as number);
    // Where the curve does not reach, this is no number.
    if (n >= first && count <= limit && count >= -limit) grid[row] = (grid[row] as number) + count;
    else addPoints(tally, evaluator, from, row);
  }
}

/** Adds the points of one number, whatever they are. */
export function addPoints(tally: Tally, evaluator: Evaluator, from: Column, row: number): void {
  const points = createColumn(from.size);
  evaluate(evaluator, from, row, points);
  addExact(tally, row, exactAt(points, row) as Exact);
}

function climb(
  { last, slope, flat, first, bottom }: Staircase,
  evaluator: Evaluator,
  from: Column,
  rows: Int32Array,
  counting: Uint8Array,
  position: number,
  to: Column,
): void {
  const { n: numbers, none } = from;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (counting[row] !== position) continue;
    const n = numbers[row] as number;
    let step = 0;
    for (let at = 0; at < last.length; at++) step += +(n > (last[at] as number));
    if (n > none && n >= first && step < slope.length) {
      setPair(to, row, (slope[step] as number) * n + (flat[step] as number), bottom);
    } else evaluate(evaluator, from, row, to);
  }
}

/** The staircase over a column's own denominator. */
function staircaseOf(evaluator: Evaluator, { d, n, shared }: Column): Staircase | undefined {
  return d.length === 0 && !(n instanceof Float64Array) ? buildStaircase(evaluator, shared) : undefined;
}

/** Undefined where a double cannot hold every number on the way, or the pieces leave a gap. */
function buildStaircase({ curve, pieces }: Evaluator, d: number): Staircase | undefined {
  if (pieces === undefined || curve.length > MOST_STEPS) return undefined;
  const common = pieces.reduce((sofar, { c }) => sofar * (c / commonDivisor(sofar, c)), 1);
  const bottom = common * d;
  const slope = Float64Array.from(pieces, ({ a, c }) => a * (common / c));
  const flat = Float64Array.from(pieces, ({ b, c }) => b * (common / c) * d);
  const isHeld = slope.every((each, at) => isSafe(Math.abs(each) * MOST_SHORT + Math.abs(flat[at] as number)));
  if (!(bottom <= MOST_SHORT) || !isHeld) return undefined;
  const last = Float64Array.from(curve, ({ high }) => lastBelow(high, d));
  const firsts = curve.map(({ low }) => firstAbove(low, d));
  const isWhole = firsts.every((first, at) => at === 0 || first === (last[at - 1] as number) + 1);
  const ending = last.at(-1) === Number.POSITIVE_INFINITY ? last.subarray(0, -1) : last;
  return isWhole ? { last: ending, slope, flat, first: firsts[0] as number, bottom } : undefined;
}

/** The largest n with n/d below an end, or on it where it is included. */
function lastBelow(end: End | undefined, d: number): number {
  if (end === undefined) return Number.POSITIVE_INFINITY;
  const { n, d: under } = end.at;
  const top = n * BigInt(d);
  const floor = floorOf(top, under);
  const last = end.included || floor * under !== top ? floor : floor - 1n;
  return toDouble(last) ?? (last < 0n ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
}

/** The smallest n with n/d above an end, or on it where it is included. */
function firstAbove(end: End | undefined, d: number): number {
  if (end === undefined) return Number.NEGATIVE_INFINITY;
  return lastBelow({ at: end.at, included: !end.included }, d) + 1;
}

/** The quotient rounded down; BigInt rounds towards 0. */
function floorOf(top: bigint, under: bigint): bigint {
  const quotient = top / under;
  return top < 0n && quotient * under !== top ? quotient - 1n : quotient;
}
