/** When the values of a column are their own points: said only where that is sure, and at the edges of the staircase. */
import { describe, expect, test } from 'vitest';
import { createColumn, exactAt, setExact, setExempt } from '../../src/model/column.ts';
import { type Curve, level } from '../../src/model/curve.ts';
import { type Exact, exact, ONE, toText, ZERO } from '../../src/model/exact.ts';
import { compileCurve } from '../../src/score/evaluate.ts';
import { evaluateRows, givesBack } from '../../src/score/evaluate-rows.ts';
import { num } from './build.ts';

/** A column of numbers; `n/a` is exempt, an empty text nothing. */
function columnOf(values: readonly (string | Exact)[]) {
  const column = createColumn(values.length);
  for (const [row, value] of values.entries()) {
    if (value === 'n/a') setExempt(column, row);
    else if (value !== '') setExact(column, row, typeof value === 'string' ? num(value) : value);
  }
  return column;
}

/** The number itself up to `most`, and `most` for all that is more. */
function upTo(most: string, included = false): Curve {
  return [
    { high: { at: num(most), included }, slope: ONE, offset: ZERO },
    level(num(most), { at: num(most), included: !included }),
  ];
}

describe('values that are points', () => {
  test.each<[string, Curve, readonly (string | Exact)[], boolean]>([
    ['of no curve', [], ['1'], false],
    ['of a curve beyond doubles', [{ slope: exact(2n ** 53n + 1n, 2n ** 53n), offset: ZERO }], ['1'], false],
    ['with something added', [{ slope: ONE, offset: ONE }], ['1'], false],
    ['halved', [{ slope: num('1/2'), offset: ZERO }], ['1'], false],
    ['from a first end on', [{ low: { at: ZERO, included: true }, slope: ONE, offset: ZERO }], ['1'], false],
    [
      'up to an end, and nothing behind',
      [{ high: { at: ONE, included: true }, slope: ONE, offset: ZERO }],
      ['1'],
      false,
    ],
    ['up to three halves', upTo('3/2'), ['1', '3/2'], true],
    ['up to three halves, over a fifth', upTo('3/2'), ['7/5'], true],
    ['above three halves, over a fifth', upTo('3/2'), ['8/5'], false],
    ['above the end, over one denominator', upTo('1'), ['0.5', '1.5'], false],
    // At one itself the second piece begins, and gives 2 × 1 + 1.
    [
      'before a piece that rises on',
      [upTo('1')[0] as Curve[0], { low: { at: ONE, included: true }, slope: num('2'), offset: ONE }],
      ['1'],
      false,
    ],
    ['with nothing in a row', upTo('1'), ['0.5', ''], true],
    ['with an exempt row', upTo('1'), ['0.5', 'n/a'], true],
    ['with a number that no double holds', upTo('1'), ['0.5', exact(2n ** 60n)], false],
    ['with a denominator as long as four bytes', upTo('1'), [exact(1n, 2_147_483_647n)], true],
    ['with a longer one', upTo('1'), [exact(1n, 3_000_000_001n)], false],
    ['with a numerator of more', upTo('4000000'), ['3000000000'], false],
    // 2^22 × (2^31 − 1) is the last product of its kind below 2^53.
    ['up to 2^22', upTo('4194304'), ['1'], true],
    ['up to more than products of doubles hold', upTo('5000000'), ['1'], false],
    ['up to a fraction as small as that', upTo('1/5000000'), ['0'], false],
  ])('%s', (_, curve, values, expected) => {
    expect(givesBack(compileCurve(curve), columnOf(values))).toBe(expected);
  });
});

describe('a staircase', () => {
  /** Points of a whole column. */
  function pointsOf(curve: Curve, values: readonly string[]): readonly string[] {
    const to = createColumn(values.length);
    const rows = Int32Array.from(values.keys());
    evaluateRows(compileCurve(curve), columnOf(values), rows, new Uint8Array(rows.length).fill(1), 1, to);
    return Array.from(rows, (row) => toText(exactAt(to, row) as Exact));
  }

  test('does not reach below its first end, nor above its last', () => {
    const curve: Curve = [level(ONE, { at: ZERO, included: true }, { at: ONE, included: true })];
    expect(pointsOf(curve, ['0.00', '0.50', '1.00'])).toEqual(['1', '1', '1']);
    expect(() => pointsOf(curve, ['-0.01', '0.50'])).toThrow(RangeError);
    expect(() => pointsOf(curve, ['1.01', '0.50'])).toThrow(RangeError);
  });

  test('may have ends whose numerators no double holds', () => {
    const at = (text: string): Curve => [
      level(ZERO, undefined, { at: num(text), included: false }),
      level(ONE, { at: num(text), included: true }),
    ];
    expect(pointsOf(at('9007199254740991'), ['0.25', '0.50'])).toEqual(['0', '0']);
    expect(pointsOf(at('-9007199254740991'), ['0.25', '-0.50'])).toEqual(['1', '1']);
  });

  /** The fraction as it stands in the column of the points. */
  function firstOf(curve: Curve, values: readonly string[]): Exact {
    const to = createColumn(values.length);
    const rows = Int32Array.from(values.keys());
    evaluateRows(compileCurve(curve), columnOf(values), rows, new Uint8Array(rows.length).fill(1), 1, to);
    return exactAt(to, 0) as Exact;
  }
  const halves: Curve = [
    level(ZERO, undefined, { at: num('1/2'), included: false }),
    level(ONE, { at: num('1/2'), included: true }),
  ];

  test('gives all points over the least denominator of its pieces times that of the column', () => {
    expect(firstOf(halves, ['0.75'])).toEqual({ n: 100n, d: 100n });
    expect(firstOf(halves, ['0.25'])).toEqual({ n: 0n, d: 100n });
    const sixths: Curve = [
      { high: { at: ONE, included: true }, slope: num('1/6'), offset: ZERO },
      { low: { at: ONE, included: false }, slope: num('1/4'), offset: num('-1/12') },
    ];
    // 3/4 of a sixth is 150/1200; twice a quarter less a twelfth 500/1200.
    expect(firstOf(sixths, ['0.75'])).toEqual({ n: 150n, d: 1200n });
    expect(firstOf(sixths, ['2.00'])).toEqual({ n: 500n, d: 1200n });
  });

  test('is none of more than sixteen pieces, nor where pieces leave a gap, nor of unlike denominators', () => {
    const steps = (count: number): Curve =>
      Array.from({ length: count }, (_, at) =>
        level(
          exact(BigInt(at)),
          at === 0 ? undefined : { at: exact(BigInt(at)), included: true },
          at === count - 1 ? undefined : { at: exact(BigInt(at + 1)), included: false },
        ),
      );
    expect(firstOf(steps(16), ['3.25'])).toEqual({ n: 300n, d: 100n });
    expect(firstOf(steps(17), ['3.25'])).toEqual({ n: 3n, d: 1n });
    const gap = [halves[0], level(ONE, { at: num('0.6'), included: true })] as Curve;
    expect(firstOf(gap, ['0.75'])).toEqual({ n: 1n, d: 1n });
    expect(firstOf(halves, ['0.75', '1/3'])).toEqual({ n: 1n, d: 1n });
  });

  test('is none where a product could be beyond doubles', () => {
    // 5000001 × 2147483647 is odd and beyond 2^53.
    const steep: Curve = [
      level(ZERO, undefined, { at: ONE, included: false }),
      { low: { at: ONE, included: true }, slope: exact(5_000_001n), offset: ZERO },
    ];
    expect(pointsOf(steep, ['2147483647', '1'])).toEqual(['10737420382483647', '5000001']);
    // 2^22 × 2147483647 + 2^23 + 1 is 2^53 + 2^22 + 1.
    const high: Curve = [{ slope: exact(2n ** 22n), offset: exact(2n ** 23n + 1n) }];
    expect(pointsOf(high, ['2147483647', '0'])).toEqual([String(2n ** 53n + 2n ** 22n + 1n), '8388609']);
    const halfBeyond: Curve = [steep[0], { ...steep[1], slope: exact(2n ** 53n + 1n) }] as Curve;
    expect(pointsOf(halfBeyond, ['1', '0'])).toEqual(['9007199254740993', '0']);
    expect(pointsOf([{ slope: exact(2n ** 53n + 1n), offset: ZERO }], ['3', '1'])).toEqual([
      ...[String(3n * (2n ** 53n + 1n)), '9007199254740993'],
    ]);
  });
});
