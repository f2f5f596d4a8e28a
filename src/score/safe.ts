/**
 * Whole numbers in doubles, as long as they stay exact: every product and sum is checked after it was made.
 * A double holds all whole numbers up to 2^53; a rounded result of a larger one is at least 2^53 itself,
 * so that comparing the result with 2^53 - 1 is enough to know that nothing was lost.
 */

const LARGEST = Number.MAX_SAFE_INTEGER;

/** Whether a product or sum of exact whole numbers is itself exact. */
export function isSafe(value: number): boolean {
  return value <= LARGEST && value >= -LARGEST;
}

/** The greatest common divisor of two safe whole numbers, not negative; of 0 and b, b. */
export function commonDivisor(a: number, b: number): number {
  let x = a < 0 ? -a : a;
  let y = b < 0 ? -b : b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/**
 * a ÷ b rounded down; a safe, b positive.
 * The true quotient is at least 1/b below the next whole number k, and |k| × b is at most 2^53: a share of it
 * larger than half a step of a double, so that the division cannot round up to k.
 */
export function quotient(a: number, b: number): number {
  return Math.floor(a / b);
}
