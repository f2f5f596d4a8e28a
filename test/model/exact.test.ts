import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  type DecimalMark,
  divide,
  type Exact,
  equal,
  exact,
  greatest,
  HUNDRED,
  least,
  multiply,
  negate,
  ONE,
  parseDecimal,
  parseFraction,
  reduce,
  round,
  sign,
  subtract,
  sum,
  toFixedText,
  toFractionText,
  toText,
  whole,
  ZERO,
} from '../../src/model/exact.ts';

function num(text: string): Exact {
  const value = parseFraction(text);
  if (value === undefined) throw new Error(`not a number: ${text}`);
  return value;
}

describe('parsing a decimal', () => {
  const accepted: readonly (readonly [string, DecimalMark, bigint, bigint])[] = [
    ['0', '.', 0n, 1n],
    ['92.085', '.', 92085n, 1000n],
    ['92,085', ',', 92085n, 1000n],
    ['-1.5', '.', -15n, 10n],
    ['-0', '.', 0n, 1n],
    ['007', '.', 7n, 1n],
    ['1.50', '.', 150n, 100n],
    // 15 digits and 10 decimals are the most.
    ['999999999999999.9999999999', '.', 9999999999999999999999999n, 10000000000n],
  ];
  it.each(accepted)('takes %s with the mark %s', (text, mark, n, d) => {
    expect(parseDecimal(text, mark)).toEqual({ n, d });
  });

  it('has the dot for its mark unless another is declared', () => {
    expect(parseDecimal('1.5')).toEqual({ n: 15n, d: 10n });
    expect(parseDecimal('1,5')).toBeUndefined();
  });

  const refused: readonly (readonly [string, DecimalMark])[] = [
    ['', '.'],
    ['-', '.'],
    ['.', '.'],
    ['.5', '.'],
    ['5.', '.'],
    ['1,5', '.'],
    ['1.5', ','],
    ['1.2.3', '.'],
    ['1,234.5', '.'],
    ['+1', '.'],
    ['--1', '.'],
    ['1e3', '.'],
    ['0x10', '.'],
    [' 1', '.'],
    ['1 ', '.'],
    ['1\n', '.'],
    ['1%', '.'],
    ['1/2', '.'],
    ['٣', '.'],
    ['Infinity', '.'],
    ['1000000000000000', '.'],
    ['1.00000000000', '.'],
  ];
  it.each(refused)('refuses %j with the mark %s', (text, mark) => {
    expect(parseDecimal(text, mark)).toBeUndefined();
  });
});

describe('parsing a fraction', () => {
  it('takes what was printed, and decimals with a dot', () => {
    expect(parseFraction('2302/25')).toEqual({ n: 2302n, d: 25n });
    expect(parseFraction('-1/3')).toEqual({ n: -1n, d: 3n });
    expect(parseFraction('100')).toEqual({ n: 100n, d: 1n });
    expect(parseFraction('0.5')).toEqual({ n: 5n, d: 10n });
    expect(parseFraction('12345678901234567890/98765432109876543210')?.d).toBe(98765432109876543210n);
  });

  it.each(['1/0', '1/00', '1/-2', '/2', '1/', '1/2/3', '1.5/2', '', 'a', '0,5'])('refuses %j', (text) => {
    expect(parseFraction(text)).toBeUndefined();
  });
});

describe('rounding', () => {
  const cases: readonly (readonly [value: string, decimals: number, text: string])[] = [
    // In binary: (92.085).toFixed(2) is 92.08, (1.005).toFixed(2) is 1.00, (2.5).toFixed(0) is 3.
    ['92.085', 2, '92.09'],
    ['92.0849999999', 2, '92.08'],
    ['1.005', 2, '1.01'],
    ['89.995', 2, '90.00'],
    ['0.5', 0, '1'],
    ['1.5', 0, '2'],
    ['2.5', 0, '3'],
    ['0.4999999999', 0, '0'],
    ['1/3', 2, '0.33'],
    ['2/3', 2, '0.67'],
    ['1/6', 0, '0'],
    ['29/34', 4, '0.8529'],
    // Half up means away from zero: what a bonus gains, a penalty takes.
    ['-0.005', 2, '-0.01'],
    ['-0.004', 2, '0.00'],
    ['-0.5', 0, '-1'],
    ['-1/3', 2, '-0.33'],
    ['-2.5', 0, '-3'],
    ['0', 2, '0.00'],
    ['100', 0, '100'],
    ['999999999999999.9999999999', 9, '1000000000000000.000000000'],
    ['1/7', 20, '0.14285714285714285714'],
  ];
  it.each(cases)('%s to %i decimals is %s', (value, decimals, text) => {
    expect(toFixedText(num(value), decimals)).toBe(text);
    const digits = BigInt(text.replace('.', ''));
    expect(equal(round(num(value), decimals), exact(digits, 10n ** BigInt(decimals)))).toBe(true);
  });

  it('of a number that is known as a whole number of so many places is that number', () => {
    for (const [count, places, text] of [
      [9209, 2, '92.09'],
      [5, 2, '0.05'],
      [-5, 2, '-0.05'],
      [-0, 2, '0.00'],
      [-12, 0, '-12'],
      [Number.MAX_SAFE_INTEGER, 10, '900719.9254740991'],
    ] as const) {
      const value = { ...exact(BigInt(count), 10n ** BigInt(places)), count, places };
      expect(toFixedText(value, places)).toBe(text);
      expect(toFixedText(value, places + 1)).toBe(toFixedText(exact(value.n, value.d), places + 1));
    }
  });

  it('is done once: rounding what is rounded changes nothing', () => {
    // 0.045 -> 0.05 -> 0.1 would be the double rounding of a spreadsheet.
    const once = round(num('0.045'), 2);
    expect(toFixedText(once, 2)).toBe('0.05');
    expect(equal(round(once, 2), once)).toBe(true);
    expect(toFixedText(num('0.045'), 1)).toBe('0.0');
  });
});

describe('arithmetic', () => {
  it('keeps what binary fractions lose', () => {
    expect(equal(add(num('0.7'), num('0.1')), add(num('0.4'), num('0.4')))).toBe(true);
    expect(equal(sum([num('1/3'), num('1/3'), num('1/3')]), ONE)).toBe(true);
    expect(toText(sum(['0.1', '0.2', '0.3', '0.4'].map(num)))).toBe('1');
    expect(toText(sum(['0.4', '0.3', '0.2', '0.1'].map(num)))).toBe('1');
  });

  it('adds and takes away with like and unlike denominators', () => {
    expect(toText(add(num('1/4'), num('1/4')))).toBe('0.5');
    expect(toText(add(num('1/2'), num('1/3')))).toBe('5/6');
    expect(toText(subtract(num('1/2'), num('1/3')))).toBe('1/6');
    // Hundredths stay hundredths, however many are added.
    expect(add(num('0.25'), num('0.75'))).toEqual({ n: 100n, d: 100n });
    expect(toText(subtract(num('0.1'), num('0.3')))).toBe('-0.2');
    expect(toText(negate(num('-3/7')))).toBe('3/7');
  });

  it('multiplies and divides, the sign always above', () => {
    expect(toText(multiply(num('-2/3'), num('3/4')))).toBe('-0.5');
    expect(toText(divide(num('1'), num('-4')))).toBe('-0.25');
    expect(divide(num('1'), num('-4')).d > 0n).toBe(true);
    expect(toText(divide(num('-1'), num('-3')))).toBe('1/3');
    expect(toText(divide(num('2/3'), num('4/5')))).toBe('5/6');
    expect(toText(divide(num('0'), num('4/5')))).toBe('0');
    expect(exact(3n, -6n)).toEqual({ n: -3n, d: 6n });
    expect(exact(3n)).toEqual({ n: 3n, d: 1n });
    expect(whole(7)).toEqual({ n: 7n, d: 1n });
    expect(toText(HUNDRED)).toBe('100');
  });

  it.each([0, 1, 2, 3, 4, 5, 7, 8, 9])('adds up %i numbers', (count) => {
    const values = Array.from({ length: count }, (_, at) => exact(BigInt(at + 1), 7n));
    expect(toText(sum(values))).toBe(toText(exact(BigInt((count * (count + 1)) / 2), 7n)));
  });

  it('leaves the list of a sum as it was', () => {
    const values = Object.freeze([num('1'), num('2'), num('3')]);
    expect(toText(sum(values))).toBe('6');
  });
});

describe('order', () => {
  const cases: readonly (readonly [string, string, -1 | 0 | 1])[] = [
    ['2/3', '0.6667', -1],
    ['2/3', '0.6666', 1],
    ['1/2', '0.50', 0],
    ['-1/2', '1/3', -1],
    ['-1/3', '-1/2', 1],
    ['0', '-0.0000000001', 1],
  ];
  it.each(cases)('of %s and %s is %i', (a, b, order) => {
    expect(compare(num(a), num(b))).toBe(order);
    expect(compare(num(b), num(a)) + order).toBe(0);
    expect(equal(num(a), num(b))).toBe(order === 0);
    expect(toText(least(num(a), num(b)))).toBe(toText(num(order <= 0 ? a : b)));
    expect(toText(greatest(num(a), num(b)))).toBe(toText(num(order >= 0 ? a : b)));
  });

  it('keeps the first of equals', () => {
    const [half, other] = [num('1/2'), num('0.50')];
    expect(least(half, other)).toBe(half);
    expect(greatest(half, other)).toBe(half);
  });

  it('knows the sign', () => {
    expect([num('-0.1'), ZERO, num('-0'), num('1/9')].map(sign)).toEqual([-1, 0, 0, 1]);
  });
});

describe('texts', () => {
  const cases: readonly (readonly [value: string, text: string, fraction: string])[] = [
    ['92.08', '92.08', '2302/25'],
    ['0.50', '0.5', '1/2'],
    ['100.00', '100', '100'],
    ['6/3', '2', '2'],
    ['-6/4', '-1.5', '-3/2'],
    ['1/3', '1/3', '1/3'],
    ['-2/6', '-1/3', '-1/3'],
    ['0/7', '0', '0'],
    ['1/8', '0.125', '1/8'],
    ['1/25', '0.04', '1/25'],
    ['1/1024', '0.0009765625', '1/1024'],
    ['1/12', '1/12', '1/12'],
  ];
  it.each(cases)('%s prints as %s and %s', (value, text, fraction) => {
    expect(toText(num(value))).toBe(text);
    expect(toFractionText(num(value))).toBe(fraction);
  });

  it('reduces to lowest terms', () => {
    expect(reduce(num('6/4'))).toEqual({ n: 3n, d: 2n });
    expect(reduce(num('-6/4'))).toEqual({ n: -3n, d: 2n });
    expect(reduce(num('0/4'))).toEqual({ n: 0n, d: 1n });
    expect(reduce(num('3/2'))).toEqual({ n: 3n, d: 2n });
  });
});
