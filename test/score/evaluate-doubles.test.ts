/** Where doubles hold every step no whole number of any length is made, and where they do not none is trusted. */
import { describe, expect, test } from 'vitest';
import { createColumn, exactAt, setExact } from '../../src/model/column.ts';
import { type Curve, level } from '../../src/model/curve.ts';
import { type Exact, exact, toFractionText } from '../../src/model/exact.ts';
import { compileCurve, evaluate } from '../../src/score/evaluate.ts';
import { evaluateRows } from '../../src/score/evaluate-rows.ts';
import { num } from './build.ts';
import { countBigInts } from './count-fractions.ts';

/** The points of one value, and how many whole numbers of any length were made on the way. */
function see(curve: Curve, value: Exact): readonly [points: string, made: number] {
  const evaluator = compileCurve(curve);
  const [from, to] = [createColumn(1), createColumn(1)];
  setExact(from, 0, value);
  const made = countBigInts(() => evaluate(evaluator, from, 0, to));
  return [toFractionText(exactAt(to, 0) as Exact), made];
}

const LARGEST = 2n ** 53n - 1n;
const line = (slope: string, offset: string): Curve => [{ slope: num(slope), offset: num(offset) }];

describe('one value', () => {
  test.each<[string, Curve, Exact, string]>([
    ['as it is', line('1', '0'), num('29/34'), '29/34'],
    ['by a level piece', [level(num('2/3'))], num('5'), '2/3'],
    ['by a slope and an offset of unlike denominators', line('1/6', '1/4'), num('3'), '3/4'],
    [
      'on the short side of a line',
      [
        level(num('0'), undefined, { at: num('1'), included: false }),
        level(num('1'), { at: num('1'), included: true }),
      ],
      num('1'),
      '1',
    ],
    ['over a denominator that is long and on the grid', line('1', '0'), num('0.0000000001'), '1/10000000000'],
    // 1/(3 × 10^9) × 1/2: the denominator is beyond four bytes, not on the grid, and so brought to lowest terms.
    ['over one that is not', line('1/2', '0'), exact(2n, 3_000_000_000n), '1/3000000000'],
    ['as large as a double holds', line('1', '0'), exact(LARGEST), String(LARGEST)],
    ['as small', line('1', '0'), exact(-LARGEST), String(-LARGEST)],
  ])('%s', (_, curve, value, points) => {
    expect(see(curve, value)).toEqual([points, 0]);
  });

  test.each<[string, Curve, Exact, string]>([
    ['a steep part beyond doubles', line('3', '0'), exact(LARGEST), '27021597764222973'],
    // 1/3 × 1 + LARGEST over 3 × 1: the offset becomes 3 × LARGEST.
    [
      'an offset that the common denominator takes beyond them',
      line('1/3', String(LARGEST)),
      exact(1n),
      '27021597764222974/3',
    ],
    [
      'an offset that the denominator of the value takes beyond them',
      line('1', '3'),
      exact(1n, LARGEST),
      '27021597764222974/9007199254740991',
    ],
    ['a sum beyond them', line('1', '1'), exact(LARGEST), '9007199254740992'],
    ['a bottom beyond them', line('1/3', '0'), exact(1n, LARGEST), '1/27021597764222973'],
    // 3 × n/3 less 2^53 − 2, of n = 2^53 − 1: both halves are beyond them, and 1 apart.
    ['two halves beyond them that nearly cancel', line('3', '-9007199254740990'), exact(LARGEST, 3n), '1'],
    ['one half beyond them', line('3', '-10'), exact(3002399751580331n), '9007199254740983'],
    ['a slope beyond them', line('9007199254740993', '0'), exact(1n), '9007199254740993'],
    ['a denominator of the slope beyond them', line('1/9007199254740993', '0'), exact(1n), '1/9007199254740993'],
  ])('%s goes the long way', (_, curve, value, points) => {
    const [text, made] = see(curve, value);
    expect(text).toBe(points);
    expect(made).toBeGreaterThan(0);
  });

  test('lies on the right side of a line whose products are beyond doubles', () => {
    // The line at 3/2 + 1/2^52, the value 3/2: products of about 3 × 2^52.
    const end = exact(3n * 2n ** 51n + 1n, 2n ** 52n);
    const curve: Curve = [
      level(num('0'), undefined, { at: end, included: false }),
      level(num('1'), { at: end, included: true }),
    ];
    expect(see(curve, exact(3n * 2n ** 50n, 2n ** 51n))[0]).toBe('0');
    expect(see(curve, end)[0]).toBe('1');
  });
});

describe('a line', () => {
  test('is told from a value whose products with it are one double', () => {
    // 3 × 7505999378950827 is 5 × 2^52 + 1.
    const end = exact(7505999378950827n, 2n ** 52n);
    const curve: Curve = [
      level(num('0'), undefined, { at: end, included: false }),
      level(num('1'), { at: end, included: true }),
    ];
    expect(see(curve, num('5/3'))[0]).toBe('0');
  });

  test.each(['9007199254740993', '1/9007199254740993'])('at %s, which no double holds, is compared exactly', (at) => {
    const low: Curve = [{ low: { at: num(at), included: true }, slope: num('0'), offset: num('1') }];
    const high: Curve = [{ high: { at: num(at), included: true }, slope: num('0'), offset: num('1') }];
    expect(see(low, num(at))[0]).toBe('1');
    expect(see(high, num(at))[0]).toBe('1');
    expect(() => see(low, num('0'))).toThrow('A curve of 1 pieces does not reach 0/1.');
    expect(() => see(high, exact(2n ** 54n))).toThrow(RangeError);
  });
});

describe('points', () => {
  /** The fraction as it stands in the column. */
  function written(curve: Curve, value: Exact): Exact {
    const [from, to] = [createColumn(1), createColumn(1)];
    setExact(from, 0, value);
    evaluate(compileCurve(curve), from, 0, to);
    return exactAt(to, 0) as Exact;
  }

  test('stay over a short denominator, and over one of the grid; another is brought to lowest terms', () => {
    expect(written(line('1', '0'), exact(2_147_483_647n, 2_147_483_647n))).toEqual({
      ...{ n: 2_147_483_647n, d: 2_147_483_647n },
    });
    expect(written(line('1', '0'), exact(5n, 10_000_000_000n))).toEqual({ n: 5n, d: 10_000_000_000n });
    expect(written(line('1/2', '0'), exact(2n, 3_000_000_000n))).toEqual({ n: 1n, d: 3_000_000_000n });
  });
});

describe('a column', () => {
  /** Points of a whole column, and the numbers of any length made while its rows are gone through. */
  function column(curve: Curve, values: readonly string[]): readonly [readonly string[], number] {
    const [from, to] = [createColumn(values.length), createColumn(values.length)];
    for (const [row, value] of values.entries()) setExact(from, row, num(value));
    const evaluator = compileCurve(curve);
    const rows = Int32Array.from(values.keys());
    const made = countBigInts(() => evaluateRows(evaluator, from, rows, new Uint8Array(rows.length).fill(1), 1, to));
    return [Array.from(rows, (row) => toFractionText(exactAt(to, row) as Exact)), made];
  }
  const halves: Curve = [
    level(num('0'), undefined, { at: num('0.5'), included: false }),
    level(num('1'), { at: num('0.5'), included: true }),
  ];

  test('over one denominator is a staircase: as many numbers are made for many rows as for one', () => {
    const [points, made] = column(halves, ['0.49', '0.50', '0.51', '0.49', '0.50']);
    expect(points).toEqual(['0', '1', '1', '0', '1']);
    expect(made).toBe(column(halves, ['0.49', '0.50'])[1]);
    // The ends of the two pieces are brought to hundredths once each.
    expect(made).toBeGreaterThan(0);
  });

  test('goes row by row where the denominators are unlike, and makes none', () => {
    expect(column(halves, ['1/3', '2/3', '1/2', '3/7'])).toEqual([['0', '1', '1', '0'], 0]);
  });
});
