/**
 * Intervals: all the values that a printed figure can stand for, and what can come of calculating with them.
 * Ends know whether they belong: a figure rounded half up includes its nearer end to 0 and not the farther one
 * (1.25 is printed 1.3; 1.35 is not). Each figure stands once in a calculation, so that the ends found here are
 * those of the true range, not wider ones.
 */
import { add, compare, type Exact, exact, multiply, negate, sign, ZERO } from '../model/exact.ts';

export interface End {
  readonly at: Exact;
  readonly isIn: boolean;
}

export interface Interval {
  readonly low: End;
  readonly high: End;
}

/** One value alone. */
export function point(value: Exact): Interval {
  return { low: { at: value, isIn: true }, high: { at: value, isIn: true } };
}

/** Every value that rounds, half up and away from 0, to `value` on a grid of `unit`. */
export function roundedFrom(value: Exact, unit: Exact): Interval {
  const half = multiply(unit, exact(1n, 2n));
  const low = add(value, negate(half));
  const high = add(value, half);
  return { low: { at: low, isIn: sign(value) > 0 }, high: { at: high, isIn: sign(value) < 0 } };
}

/** The size of the last place of a figure with so many decimals: 0.01 for 2. */
export function lastPlace(decimals: number): Exact {
  return exact(1n, 10n ** BigInt(decimals));
}

/** All sums of one value of each. */
export function addIntervals(a: Interval, b: Interval): Interval {
  const sumOf = (x: End, y: End): End => ({ at: add(x.at, y.at), isIn: x.isIn && y.isIn });
  return { low: sumOf(a.low, b.low), high: sumOf(a.high, b.high) };
}

/** All values with the other sign. */
export function negateInterval({ low, high }: Interval): Interval {
  return { low: { ...high, at: negate(high.at) }, high: { ...low, at: negate(low.at) } };
}

/** All products of one value of each. */
export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => product(x, y)));
  return { low: outermost(corners, -1), high: outermost(corners, 1) };
}

/** All quotients; undefined where the divisor can be 0. */
export function divideIntervals(a: Interval, b: Interval): Interval | undefined {
  const { low, high } = b;
  const isBelow = sign(high.at) < 0;
  const isAbove = sign(low.at) > 0;
  if (!isBelow && !isAbove) return undefined;
  const inverse = (end: End): End => ({ at: exact(end.at.d, end.at.n), isIn: end.isIn });
  return multiplyIntervals(a, { low: inverse(high), high: inverse(low) });
}

/** Whether some value lies in both. */
export function meet(a: Interval, b: Interval): boolean {
  return reaches(a.low, b.high) && reaches(b.low, a.high);
}

/** Whether some value of `a` is below (or, with `orEqual`, equal to) some value of `b`. */
export function canBeBelow(a: Interval, b: Interval, orEqual: boolean): boolean {
  return orEqual ? reaches(a.low, b.high) : compare(a.low.at, b.high.at) < 0;
}

/** Whether a value lies in an interval. */
export function holds(interval: Interval, value: Exact): boolean {
  return meet(interval, point(value));
}

function reaches(low: End, high: End): boolean {
  const order = compare(low.at, high.at);
  return order < 0 || (order === 0 && low.isIn && high.isIn);
}

/** A product of two ends is reached if both are, or if one that is reached is 0. */
function product(x: End, y: End): End {
  const isZero = (x.isIn && sign(x.at) === 0) || (y.isIn && sign(y.at) === 0);
  return isZero ? { at: ZERO, isIn: true } : { at: multiply(x.at, y.at), isIn: x.isIn && y.isIn };
}

function outermost(ends: readonly End[], direction: 1 | -1): End {
  return ends.reduce((best, end) => {
    const order = compare(end.at, best.at) * direction;
    return order > 0 || (order === 0 && end.isIn) ? end : best;
  });
}
