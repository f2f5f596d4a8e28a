/** Whole columns against the plain law, number by number: `pointsAt` of the curve. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createColumn, exactAt, setExact, stateOf } from '../../src/model/column.ts';
import { type Curve, level, type Piece, pointsAt } from '../../src/model/curve.ts';
import { type Exact, equal, exact, ONE, toFractionText, ZERO } from '../../src/model/exact.ts';
import { compileCurve } from '../../src/score/evaluate.ts';
import { evaluateRows, givesBack, gridStairs, tallyStairs } from '../../src/score/evaluate-rows.ts';
import { createTally, sumAt } from '../../src/score/tally.ts';
import { num } from './build.ts';

function columnOf(values: readonly Exact[]) {
  const column = createColumn(values.length);
  for (const [row, value] of values.entries()) setExact(column, row, value);
  return column;
}

/** Points of all values by way of the column; those of odd rows are scored from another position, and so left out. */
function pointsOf(curve: Curve, values: readonly Exact[]) {
  const to = createColumn(values.length);
  const counting = Uint8Array.from(values, (_, row) => 1 + (row % 2));
  const rows = values.map((_, row) => row);
  evaluateRows(compileCurve(curve), columnOf(values), Int32Array.from(rows), counting, 1, to);
  expect(rows.filter((row) => row % 2 === 1 && stateOf(to, row) !== 0)).toEqual([]);
  return rows.map((row) => (row % 2 === 0 ? exactAt(to, row) : undefined));
}

function expectLaw(curve: Curve, values: readonly Exact[]): void {
  for (const [row, points] of pointsOf(curve, values).entries()) {
    if (row % 2 === 1) continue;
    const right = pointsAt(curve, values[row] as Exact) as Exact;
    expect(points && equal(points, right), `${toFractionText(values[row] as Exact)}`).toBe(true);
  }
}

/** How many columns were added up without their points. */
let talliedAtOnce = 0;

function expectTally(curve: Curve, values: readonly Exact[]): void {
  const tally = createTally(values.length, 30);
  const [evaluator, column] = [compileCurve(curve), columnOf(values)];
  const stairs = gridStairs(evaluator, column);
  if (stairs === undefined) return;
  tallyStairs(tally, stairs, evaluator, column);
  talliedAtOnce++;
  for (const [row, value] of values.entries()) {
    expect(equal(sumAt(tally, row), pointsAt(curve, value) as Exact), toFractionText(value)).toBe(true);
  }
}

const fraction = (top: number, bottoms: readonly number[]): fc.Arbitrary<Exact> =>
  fc
    .tuple(fc.integer({ min: -top, max: top }), fc.constantFrom(...bottoms))
    .map(([n, d]) => exact(BigInt(n), BigInt(d)));

/** Pieces over the whole line, with ends at random places that belong to the one or the other side. */
const curves: fc.Arbitrary<Curve> = fc
  .uniqueArray(fc.tuple(fraction(40, [1, 3, 10, 20]), fc.boolean()), {
    minLength: 0,
    maxLength: 5,
    comparator: ([a], [b]) => equal(a, b),
  })
  .map((ends) => ends.sort(([a], [b]) => Number(a.n * b.d - b.n * a.d)))
  .chain((ends) =>
    fc
      .array(fc.tuple(fraction(3, [1, 2, 7]), fraction(5, [1, 4])), {
        minLength: ends.length + 1,
        maxLength: ends.length + 1,
      })
      .map((lines) =>
        lines.map(([slope, offset], at): Piece => {
          const [low, high] = [ends[at - 1], ends[at]];
          return {
            ...(low ? { low: { at: low[0], included: !low[1] } } : {}),
            ...(high ? { high: { at: high[0], included: high[1] } } : {}),
            ...{ slope, offset },
          };
        }),
      ),
  );

describe('evaluateRows', () => {
  test('numbers over one denominator, on and beside the ends', () => {
    fc.assert(
      fc.property(
        curves,
        fc.constantFrom(1, 3, 100, 840),
        fc.array(fc.integer({ min: -40_000, max: 40_000 })),
        (curve, d, drawn) => {
          const onEnds = curve.flatMap(({ high }) =>
            high && (high.at.n * BigInt(d)) % high.at.d === 0n ? [high.at] : [],
          );
          const beside = onEnds.flatMap(({ n, d: under }) =>
            [-1n, 0n, 1n].map((step) => exact((n * BigInt(d)) / under + step, BigInt(d))),
          );
          const values = [...drawn.map((n) => exact(BigInt(n), BigInt(d))), ...beside];
          // Each twice, so that every one stands once in a row that counts.
          expectLaw(
            curve,
            values.flatMap((value) => [value, value]),
          );
          expectTally(curve, values);
        },
      ),
      { numRuns: 400, seed: 21 },
    );
    expect(talliedAtOnce).toBeGreaterThan(20);
  });

  test('unlike denominators, and numbers beyond doubles', () => {
    const value = fc.oneof(
      fraction(9_000, [1, 7, 9, 1000]),
      fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map((n) => exact(n, 2n ** 60n)),
    );
    fc.assert(
      fc.property(curves, fc.array(value), (curve, values) => {
        expectLaw(curve, values);
        expectTally(curve, values);
      }),
      { numRuns: 300, seed: 22 },
    );
  });

  test('a piece of nothing between two ends goes row by row, and a value outside is an exception', () => {
    const gap: Curve = [
      level(ZERO, undefined, { at: num('1'), included: true }),
      level(ONE, { at: num('2'), included: true }),
    ];
    expect(pointsOf(gap, [num('1'), ZERO, num('2')]).map((points) => points && toFractionText(points))).toEqual([
      '0',
      undefined,
      '1',
    ]);
    expect(() => pointsOf(gap, [num('3/2')])).toThrow(RangeError);
  });
});

describe('tallyStairs', () => {
  test('points too many for the grid stand aside, and are exact', () => {
    const steep: Curve = [{ slope: num('4000000'), offset: num('-1') }];
    expectTally(steep, [num('2000000000'), num('1'), num('-2000000000')]);
    expectTally([{ slope: num('1000'), offset: ZERO }], [num('2147483647'), num('3')]);
  });

  test('a value outside is an exception', () => {
    const gap: Curve = [level(ONE, { at: num('2'), included: true })];
    const [tally, evaluator, column] = [createTally(1, 30), compileCurve(gap), columnOf([num('1')])];
    const stairs = gridStairs(evaluator, column);
    expect(stairs).toBeDefined();
    expect(() => stairs && tallyStairs(tally, stairs, evaluator, column)).toThrow(RangeError);
  });
});

describe('givesBack', () => {
  const share: Curve = [
    { high: { at: ONE, included: false }, slope: ONE, offset: ZERO },
    level(ONE, { at: ONE, included: true }),
  ];
  test.each([
    ['shares up to one', share, ['0', '29/34', '1'], true],
    ['a share above one, whose points stop', share, ['1/2', '35/34'], false],
    ['any number by the identity', [{ slope: ONE, offset: ZERO }], ['35/34', '12'], true],
    ['twice the share', [{ slope: num('2'), offset: ZERO }], ['1/2'], false],
    [
      'a floor below',
      [
        level(ZERO, undefined, { at: num('0.7'), included: false }),
        { low: { at: num('0.7'), included: true }, slope: ONE, offset: ZERO },
      ],
      ['0.9'],
      false,
    ],
    ['a step at one', [share[0] as Piece, level(num('2'), { at: ONE, included: true })], ['1/2'], false],
  ] satisfies [string, Curve, string[], boolean][])('%s: %#', (_, curve, values, expected) => {
    expect(givesBack(compileCurve(curve), columnOf(values.map(num)))).toBe(expected);
  });
});
