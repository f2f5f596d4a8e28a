/**
 * Exact numbers: fractions of whole numbers, one rounding, parse and print.
 * The only file that knows how a number is made from text and turned into text again;
 * no binary floating point is anywhere between the two.
 */

/** A fraction n/d. `d` is positive; lowest terms are not promised (`reduce` gives them). */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
  /** Where it is known to be a whole number of 10^-places that a double holds: that number, and the places. */
  readonly count?: number;
  readonly places?: number;
}

export type DecimalMark = '.' | ',';

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };
export const HUNDRED: Exact = { n: 100n, d: 1n };

/** The fraction n/d; `d` may be negative but not 0. */
export function exact(n: bigint, d = 1n): Exact {
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

/** A whole number as an exact one. The argument must be a safe integer. */
export function whole(value: number): Exact {
  return { n: BigInt(value), d: 1n };
}

/** a + b, exact. */
export function add(a: Exact, b: Exact): Exact {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

/** a − b, exact. */
export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

/** −a, exact. */
export function negate(a: Exact): Exact {
  return { n: -a.n, d: a.d };
}

/** a × b, exact. */
export function multiply(a: Exact, b: Exact): Exact {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** a ÷ b; b must not be 0. */
export function divide(a: Exact, b: Exact): Exact {
  return exact(a.n * b.d, a.d * b.n);
}

/** Negative, 0 or positive as a is below, equal to or above b. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const isAlike = a.d === b.d;
  const left = isAlike ? a.n : a.n * b.d;
  const right = isAlike ? b.n : b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether a and b are one number, in lowest terms or not. */
export function equal(a: Exact, b: Exact): boolean {
  return compare(a, b) === 0;
}

/** The smaller of two; a where they are equal. */
export function least(a: Exact, b: Exact): Exact {
  return compare(b, a) < 0 ? b : a;
}

/** The larger of two; a where they are equal. */
export function greatest(a: Exact, b: Exact): Exact {
  return compare(b, a) > 0 ? b : a;
}

/** -1, 0 or 1. */
export function sign(a: Exact): -1 | 0 | 1 {
  return a.n < 0n ? -1 : a.n > 0n ? 1 : 0;
}

/** The sum of any number of fractions; 0 of none. Adds in pairs, so that the denominators stay short. */
export function sum(values: readonly Exact[]): Exact {
  if (values.length === 0) return ZERO;
  let level = values;
  while (level.length > 1) {
    const next: Exact[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const left = level[i] as Exact;
      const right = level[i + 1];
      next.push(right === undefined ? left : add(left, right));
    }
    level = next;
  }
  return level[0] as Exact;
}

/** The same fraction in lowest terms. */
export function reduce(a: Exact): Exact {
  let x = a.n < 0n ? -a.n : a.n;
  let y = a.d;
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 1n ? a : { n: a.n / x, d: a.d / x };
}

/**
 * The one rounding of the tool: half up, away from zero at a tie, to `decimals` places
 * (92.085 to two places is 92.09; a binary double would give 92.08).
 */
export function round(a: Exact, decimals: number): Exact {
  const scale = powerOfTen(decimals);
  // A number of so many places is its own rounding.
  if (a.d === scale) return a;
  const magnitude = (a.n < 0n ? -a.n : a.n) * scale;
  const rounded = (2n * magnitude + a.d) / (2n * a.d);
  return { n: a.n < 0n ? -rounded : rounded, d: scale };
}

const POWERS = Array.from({ length: 21 }, (_, exponent) => 10n ** BigInt(exponent));

/** 10 to a whole exponent that is not negative. */
export function powerOfTen(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

/** Decimal text with exactly `decimals` places after a dot, rounded half up: `92.08`. Never `-0.00`. */
export function toFixedText(a: Exact, decimals: number): string {
  return textOfCount(a.count !== undefined && a.places === decimals ? a.count : round(a, decimals).n, decimals);
}

/** The decimal text of so many whole numbers of 10^-decimals. */
export function textOfCount(n: number | bigint, decimals: number): string {
  const significant = (n < 0 ? -n : n).toString();
  const digits = significant.length > decimals ? significant : significant.padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return n < 0 ? `-${text}` : text;
}

/** Decimal text without trailing zeros where the fraction ends (`0.5`, `100`), else the fraction (`1/3`). */
export function toText(a: Exact): string {
  const { n, d } = reduce(a);
  const places = decimalPlaces(d);
  return places === undefined ? `${n}/${d}` : toFixedText({ n, d }, places);
}

/** The fraction in lowest terms: `2302/25`; a whole number without its denominator: `100`. */
export function toFractionText(a: Exact): string {
  const { n, d } = reduce(a);
  return d === 1n ? n.toString() : `${n}/${d}`;
}

/** How many decimals 1/d needs, or undefined where it never ends. `d` must be in lowest terms. */
function decimalPlaces(d: bigint): number | undefined {
  let rest = d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

const DECIMAL = {
  '.': /^(-?)([0-9]{1,15})(?:\.([0-9]{1,10}))?$/,
  ',': /^(-?)([0-9]{1,15})(?:,([0-9]{1,10}))?$/,
} as const;

/**
 * The number that a decimal text means, or undefined where the text is not of the one grammar:
 * up to 15 digits, then up to 10 decimals after the declared mark; no exponent, grouping, `+` or blanks.
 */
export function parseDecimal(text: string, mark: DecimalMark = '.'): Exact | undefined {
  const parts = DECIMAL[mark].exec(text);
  if (parts === null) return undefined;
  const decimals = parts[3] ?? '';
  const n = BigInt((parts[2] as string) + decimals);
  return { n: parts[1] === '-' ? -n : n, d: powerOfTen(decimals.length) };
}

/** A fraction text written by `toFractionText`, or a decimal with a dot; undefined for anything else. */
export function parseFraction(text: string): Exact | undefined {
  const parts = /^(-?[0-9]+)(?:\/([0-9]*[1-9][0-9]*))?$/.exec(text);
  if (parts === null) return parseDecimal(text);
  return { n: BigInt(parts[1] as string), d: BigInt(parts[2] ?? '1') };
}
