import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createColumn, exactAt, FILLED, setExact, stateOf, WIDE } from '../../src/model/column.ts';
import { type Curve, IDENTITY, level, pointsAt } from '../../src/model/curve.ts';
import { compare, type Exact, equal, exact, toFractionText } from '../../src/model/exact.ts';
import { compileCurve, evaluate } from '../../src/score/evaluate.ts';
import { num } from './build.ts';

function evaluated(curve: Curve, value: Exact): { readonly points: Exact; readonly state: number } {
  const from = createColumn(1);
  const to = createColumn(1);
  setExact(from, 0, value);
  evaluate(compileCurve(curve), from, 0, to);
  return { points: exactAt(to, 0) as Exact, state: stateOf(to, 0) };
}

/** Under 70 %: 0; from 70 % to 90 %: 1; above: 2. */
const BANDS: Curve = [
  level(num('0'), undefined, { at: num('0.7'), included: false }),
  level(num('1'), { at: num('0.7'), included: true }, { at: num('0.9'), included: true }),
  level(num('2'), { at: num('0.9'), included: false }),
];

/** Nothing below 70 %, then share × 2. */
const PROPORTIONAL: Curve = [
  level(num('0'), undefined, { at: num('0.7'), included: false }),
  { low: { at: num('0.7'), included: true }, slope: num('2'), offset: num('0') },
];

describe('evaluate', () => {
  test.each([
    ['the value itself', IDENTITY, '1.25', '5/4'],
    ['below the first line', BANDS, '69/100', '0'],
    ['on an included line', BANDS, '0.7', '1'],
    ['on the line before an excluded one', BANDS, '9/10', '1'],
    ['above it by a hair', BANDS, '9000000001/10000000000', '2'],
    ['20/29 is under 70 %', BANDS, '20/29', '0'],
    ['29/34 of two points', PROPORTIONAL, '29/34', '29/17'],
    ['under the floor', PROPORTIONAL, '2/3', '0'],
    ['a negative value', BANDS, '-5', '0'],
    ['a slope and an offset', [{ slope: num('-1/10'), offset: num('2') }] satisfies Curve, '3', '17/10'],
  ])('%s', (_, curve, value, points) => {
    expect(toFractionText(evaluated(curve, num(value)).points)).toBe(points);
  });

  test('a value too large for a double goes the long way and stays exact', () => {
    const value = exact(2n ** 80n + 1n, 2n ** 80n);
    const { points, state } = evaluated(PROPORTIONAL, value);
    expect(equal(points, exact(2n ** 80n + 1n, 2n ** 79n))).toBe(true);
    expect(state).toBe(WIDE);
  });

  test('a product that leaves 2^53 is not lost: 9007199254740991 × 3 + 1', () => {
    const curve: Curve = [{ slope: num('3'), offset: num('1') }];
    // 27021597764222973 + 1; as a double the product would be 27021597764222972.
    expect(evaluated(curve, exact(9007199254740991n)).points.n).toBe(27021597764222974n);
  });

  test('a line beyond 2^53 is compared exactly', () => {
    const curve: Curve = [
      level(num('0'), undefined, { at: exact(2n ** 53n + 1n), included: false }),
      level(num('1'), { at: exact(2n ** 53n + 1n), included: true }),
    ];
    expect(evaluated(curve, exact(2n ** 53n)).points.n).toBe(0n);
    expect(evaluated(curve, exact(2n ** 53n + 1n)).points.n).toBe(1n);
  });

  test('a value that the curve does not reach is an exception, never a number', () => {
    const curve: Curve = [level(num('1'), { at: num('0'), included: true }, { at: num('1'), included: true })];
    expect(() => evaluated(curve, num('2'))).toThrow(RangeError);
    expect(() => evaluated(curve, num('-1'))).toThrow(RangeError);
    expect(() => evaluated([], num('1'))).toThrow(RangeError);
  });

  test('points keep a denominator that is short', () => {
    expect(evaluated(PROPORTIONAL, num('34/39')).points).toEqual({ n: 68n, d: 39n });
    expect(evaluated(PROPORTIONAL, num('30/39')).points).toEqual({ n: 60n, d: 39n });
  });

  test('agrees with the curve itself, wherever the doubles end', () => {
    const size = fc.oneof(fc.bigInt(-20n, 20n), fc.bigInt(-(2n ** 53n), 2n ** 53n), fc.bigInt(-(2n ** 70n), 2n ** 70n));
    const divisor = fc.oneof(fc.bigInt(1n, 20n), fc.constant(10_000n), fc.bigInt(1n, 2n ** 60n));
    const number = fc.record({ n: size, d: divisor });
    const lines = fc.array(fc.record({ at: number, included: fc.boolean() }), { maxLength: 6 });
    const pieces = fc.array(fc.record({ slope: number, offset: number }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(lines, pieces, fc.array(number, { minLength: 1, maxLength: 5 }), (raw, coefficients, values) => {
        const ends = raw
          .toSorted((a, b) => compare(a.at, b.at))
          .filter((end, at, all) => !isRepeat(all[at - 1]?.at, end.at));
        const curve: Curve = [...ends, undefined].map((high, at) => {
          const low = ends[at - 1];
          return {
            ...(coefficients[at] as { slope: Exact; offset: Exact }),
            ...(low === undefined ? {} : { low: { at: low.at, included: !low.included } }),
            ...(high === undefined ? {} : { high }),
          };
        });
        // On the lines as well as between them.
        for (const value of [...values, ...ends.map(({ at }) => at)]) {
          const expected = pointsAt(curve, value) as Exact;
          expect(equal(evaluated(curve, value).points, expected)).toBe(true);
        }
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  test('small numbers stay in doubles', () => {
    expect(evaluated(PROPORTIONAL, num('29/34')).state).toBe(FILLED);
  });
});

function isRepeat(before: Exact | undefined, at: Exact): boolean {
  return before !== undefined && equal(before, at);
}
