/**
 * The reference's own tiny grammar of a cell: the contract read to the letter, dialect aside (cases are in dots).
 * A case is sound by construction, so anything unreadable here is a fault of the generator and is thrown.
 */
import { divide, type Fraction, fraction, hundred, parseDecimal, zero } from './fraction.ts';

/** Whether the cell says that the leaf does not apply to the unit, in either language and any case. */
export function isExempt(text: string): boolean {
  return ['n/a', 'không áp dụng'].includes(text.normalize('NFC').toLowerCase());
}

/** A plain decimal. */
export function readNumber(text: string): Fraction {
  const value = parseDecimal(text);
  if (value === undefined) {
    throw new Error(`not a decimal: ${text}`);
  }
  return value;
}

/** A whole count of at least 0. */
export function readCount(text: string): Fraction {
  if (!/^[0-9]{1,15}$/.test(text)) {
    throw new Error(`not a count: ${text}`);
  }
  return fraction(BigInt(text), 1n);
}

/**
 * A percentage or a fraction as a share: `85%` is 17/20. A fraction `0/0` is what `zeroOverZero` says, where it says
 * anything.
 */
export function readShare(text: string, zeroOverZero?: Fraction): Fraction {
  const value = text.endsWith('%') ? divide(readNumber(text.slice(0, -1)), hundred) : readRatio(text, zeroOverZero);
  if (value.numerator < 0n) {
    throw new Error(`a share below 0: ${text}`);
  }
  return value;
}

/** A bound, or a share on a scale of answers: a percentage counts as its hundredth, anything else as it stands. */
export function readBound(text: string): Fraction {
  return text.endsWith('%') ? divide(readNumber(text.slice(0, -1)), hundred) : readNumber(text);
}

/** The items of `a;c`; none for `none`. */
export function readList(text: string): readonly string[] {
  if (['none', 'không có'].includes(text.normalize('NFC').toLowerCase())) {
    return [];
  }
  return text.split(';').map((item) => item.trim().normalize('NFC'));
}

/** The counts of `40;30;20;10`. */
export function readCounts(text: string): readonly Fraction[] {
  return text.split(';').map((count) => readCount(count.trim()));
}

/** The named values of `name=value | name=value`. */
export function readAlternatives(text: string): readonly (readonly [name: string, value: string])[] {
  return text.split(' | ').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at).normalize('NFC'), pair.slice(at + 1)];
  });
}

function readRatio(text: string, zeroOverZero: Fraction | undefined): Fraction {
  const [above, under, ...rest] = text.split('/');
  if (above === undefined || under === undefined || rest.length > 0) {
    throw new Error(`not a share: ${text}`);
  }
  const numerator = readNumber(above);
  const denominator = readNumber(under);
  if (denominator.numerator === 0n) {
    if (numerator.numerator !== zero.numerator || zeroOverZero === undefined) {
      throw new Error(`no share has a denominator of 0: ${text}`);
    }
    return zeroOverZero;
  }
  return divide(numerator, denominator);
}
