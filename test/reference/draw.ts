/**
 * Small decisions drawn from fast-check, so that the generators read as plain code and whole cases still shrink.
 */
import fc from 'fast-check';
import { decimalText, type Fraction, fraction, multiply, parseDecimal } from './fraction.ts';

export interface Draw {
  /** A whole number of `least..most`. */
  between(least: number, most: number): number;
  /** True in about so many of a hundred. Shrinks to false. */
  chance(percent: number): boolean;
  /** One of a list that is not empty. */
  one<const T>(list: readonly T[]): T;
  /** So many different ones of a list, in the list's order. */
  some<T>(list: readonly T[], count: number): readonly T[];
}

/** The decisions of one run of fast-check. */
export function drawFrom(generate: fc.GeneratorValue): Draw {
  const between = (least: number, most: number) => least + generate(fc.nat, { max: most - least });
  const one = <const T>(list: readonly T[]): T => {
    if (list.length === 0) {
      throw new Error('nothing to draw from');
    }
    return list[between(0, list.length - 1)] as T;
  };
  return {
    between,
    one,
    chance: (percent) => between(0, 99) >= 100 - percent,
    some: (list, count) => {
      let kept = [...list];
      while (kept.length > count) {
        const away = between(0, kept.length - 1);
        kept = kept.filter((_, at) => at !== away);
      }
      return kept;
    },
  };
}

/** The fraction of a decimal text that is known to be one. */
export function exact(text: string): Fraction {
  const value = parseDecimal(text);
  if (value === undefined) {
    throw new Error(`not a decimal: ${text}`);
  }
  return value;
}

/** The decimal text of a fraction that is known to have one of at most ten decimals. */
export function plain(value: Fraction): string {
  const text = decimalText(value);
  if (text === undefined) {
    throw new Error(`not a decimal: ${value.numerator}/${value.denominator}`);
  }
  return text;
}

/** `count / of` of a value, as a decimal text: quarters and eighths of a maximum, a grid small enough for ties. */
export function portion(value: Fraction, count: number, of: number): string {
  return plain(multiply(value, fraction(BigInt(count), BigInt(of))));
}
