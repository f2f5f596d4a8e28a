/**
 * Plain fractions of BigInt for the slow reference: reduced after every step, no cleverness, nothing shared with src.
 */

/** `numerator / denominator` in lowest terms; the denominator is at least 1, the sign is on the numerator. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The fraction of two whole numbers, in lowest terms. Throws for a denominator of 0. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) {
    throw new RangeError('a fraction has no denominator of 0');
  }
  const common = greatestCommonDivisor(magnitude(numerator), magnitude(denominator));
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / common, denominator: (sign * denominator) / common };
}

/** A whole number as a fraction. */
export function whole(number: bigint): Fraction {
  return fraction(number, 1n);
}

export const zero: Fraction = whole(0n);
export const one: Fraction = whole(1n);
export const hundred: Fraction = whole(100n);

export function add(left: Fraction, right: Fraction): Fraction {
  return fraction(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function subtract(left: Fraction, right: Fraction): Fraction {
  return add(left, fraction(-right.numerator, right.denominator));
}

export function multiply(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** `left / right`. Throws where `right` is 0. */
export function divide(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.denominator, left.denominator * right.numerator);
}

/** The sum of a list; 0 for an empty one. */
export function sum(list: readonly Fraction[]): Fraction {
  return list.reduce(add, zero);
}

/** -1, 0 or 1 as `left` is below, equal to or above `right`. */
export function compare(left: Fraction, right: Fraction): -1 | 0 | 1 {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  if (difference === 0n) {
    return 0;
  }
  return difference < 0n ? -1 : 1;
}

export function equal(left: Fraction, right: Fraction): boolean {
  return compare(left, right) === 0;
}

export function below(left: Fraction, right: Fraction): boolean {
  return compare(left, right) === -1;
}

export function atLeast(left: Fraction, right: Fraction): boolean {
  return compare(left, right) !== -1;
}

export function smaller(left: Fraction, right: Fraction): Fraction {
  return below(left, right) ? left : right;
}

export function larger(left: Fraction, right: Fraction): Fraction {
  return below(left, right) ? right : left;
}

/** Rounded half up to so many decimals, a tie going away from zero: 92.085 -> 92.09, -0.005 -> -0.01. */
export function round(value: Fraction, decimals: number): Fraction {
  const scale = 10n ** BigInt(decimals);
  const scaled = magnitude(value.numerator) * scale;
  const kept = scaled / value.denominator;
  const rest = scaled % value.denominator;
  const rounded = rest * 2n >= value.denominator ? kept + 1n : kept;
  return fraction(value.numerator < 0n ? -rounded : rounded, scale);
}

/** The rounded value with exactly so many decimals and a dot: `92.10`, `-0.01`; minus nothing is `0.00`. */
export function shown(value: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const rounded = round(value, decimals);
  const units = (rounded.numerator * scale) / rounded.denominator;
  const digits = magnitude(units)
    .toString()
    .padStart(decimals + 1, '0');
  const integer = digits.slice(0, digits.length - decimals);
  const decimal = digits.slice(digits.length - decimals);
  return `${units < 0n ? '-' : ''}${integer}${decimals === 0 ? '' : `.${decimal}`}`;
}

/** The exact decimal text, no zeros at the end (`2.5`, `100`), or undefined where it needs more than `limit` decimals. */
export function decimalText(value: Fraction, limit = 10): string | undefined {
  for (let decimals = 0; decimals <= limit; decimals += 1) {
    if (equal(round(value, decimals), value)) {
      return shown(value, decimals);
    }
  }
  return undefined;
}

/** The fraction's own text in lowest terms, always with a denominator: `185/2`, `90/1`, `-1/3`. */
export function fractionText(value: Fraction): string {
  return `${value.numerator}/${value.denominator}`;
}

/** A decimal text with a dot, at most 15 digits before it and 10 after, or undefined for any other text. */
export function parseDecimal(text: string): Fraction | undefined {
  const match = /^(-?)([0-9]{1,15})(?:\.([0-9]{1,10}))?$/.exec(text);
  if (match === null) {
    return undefined;
  }
  const decimals = match[3] ?? '';
  const digits = BigInt(`${match[2]}${decimals}`);
  return fraction(match[1] === '-' ? -digits : digits, 10n ** BigInt(decimals.length));
}

function magnitude(number: bigint): bigint {
  return number < 0n ? -number : number;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let larger = left;
  let rest = right;
  while (rest !== 0n) {
    [larger, rest] = [rest, larger % rest];
  }
  return larger;
}
