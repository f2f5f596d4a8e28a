/**
 * Limits of agreement (Bland and Altman 1986): mean ± 1.96 standard deviations of the differences. The mean is a
 * fraction; the deviation is a root, which has none, so its digits are found by comparing squares of whole numbers.
 */
import type { Agreement } from '../model/comparison.ts';
import { add, compare, divide, type Exact, exact, multiply, negate, sign, subtract, sum } from '../model/exact.ts';

const WIDTH = exact(196n, 100n);

/** Undefined with fewer than two differences: there is no deviation. */
export function agreementOf(gaps: readonly Exact[], decimals: number): Agreement | undefined {
  if (gaps.length < 2) return undefined;
  const mean = divide(sum(gaps), exact(BigInt(gaps.length)));
  const squares = gaps.map((gap) => square(subtract(gap, mean)));
  const variance = divide(sum(squares), exact(BigInt(gaps.length - 1)));
  const reach = multiply(square(WIDTH), variance);
  return {
    count: gaps.length,
    mean,
    deviation: roundWithRoot(exact(0n), 1, variance, decimals),
    low: roundWithRoot(mean, -1, reach, decimals),
    high: roundWithRoot(mean, 1, reach, decimals),
  };
}

function square(value: Exact): Exact {
  return multiply(value, value);
}

/** base + direction × √under, rounded half up (away from 0) to so many decimals, exactly; `under` is not negative. */
export function roundWithRoot(base: Exact, direction: 1 | -1, under: Exact, decimals: number): Exact {
  const scale = 10n ** BigInt(decimals);
  if (isBelow(base, direction, under, exact(0n))) {
    const mirrored = roundWithRoot(negate(base), direction === 1 ? -1 : 1, under, decimals);
    return negate(mirrored);
  }
  // The largest whole number of last places that is at most the value and a half.
  const half = exact(1n, 2n);
  const lineOf = (count: bigint): Exact => divide(subtract(exact(count), half), exact(scale));
  let count = estimate(base, direction, under, scale);
  while (isBelow(base, direction, under, lineOf(count))) count--;
  while (!isBelow(base, direction, under, lineOf(count + 1n))) count++;
  return exact(count, scale);
}

/** Near the value in last places; the caller finds the rest of the way. */
function estimate(base: Exact, direction: 1 | -1, under: Exact, scale: bigint): bigint {
  const root = wholeRoot((under.n * scale * scale) / under.d);
  return (base.n * scale) / base.d + (direction === 1 ? root : -root);
}

/** Whether base ± √under lies below a line. */
function isBelow(base: Exact, direction: 1 | -1, under: Exact, line: Exact): boolean {
  const rest = subtract(line, base);
  // base + √u < line: √u < rest. base - √u < line: √u > -rest.
  if (direction === 1) return sign(rest) > 0 && compare(under, square(rest)) < 0;
  return sign(rest) > 0 || compare(under, square(rest)) > 0;
}

/** The largest whole number whose square is at most `value` (Newton). */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** The mean of one or more figures. */
export function meanOf(values: readonly Exact[]): Exact {
  return divide(values.reduce(add), exact(BigInt(values.length)));
}
