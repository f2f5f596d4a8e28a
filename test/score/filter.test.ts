/** The filter: whichever way decides, the outcome is that of the exact fractions. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createColumn, setExact } from '../../src/model/column.ts';
import { compare, type Exact, equal, exact, HUNDRED, round, sum, toText, ZERO } from '../../src/model/exact.ts';
import { compareNear, decided, forced, LateIndex, LateSum, roundNear } from '../../src/score/filter.ts';
import { createTally, tallyColumn } from '../../src/score/tally.ts';
import { num } from './build.ts';

const LEAVES = 40;

/** A row of points a unit, tallied; and their sum by plain fractions, which knows nothing of doubles. */
function tallied(units: readonly (readonly Exact[])[]): readonly { readonly late: LateSum; readonly slow: Exact }[] {
  const tally = createTally(units.length, LEAVES);
  for (let leaf = 0; leaf < LEAVES; leaf++) {
    const column = createColumn(units.length);
    for (const [row, points] of units.entries()) setExact(column, row, points[leaf] ?? ZERO);
    tallyColumn(tally, column);
  }
  return units.map((points, row) => ({ late: new LateSum(tally, row), slow: sum(points) }));
}

/** Random whole numbers below a bound, the same in every run. */
function createDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Points as a rubric gives them: ratios a/b, percentages, quarters. */
function drawUnits(count: number): readonly (readonly Exact[])[] {
  const dice = createDice(8);
  return Array.from({ length: count }, () =>
    Array.from({ length: LEAVES }, () => {
      const kind = dice(10);
      if (kind < 4) return exact(BigInt(dice(10_001)), 10_000n);
      if (kind < 6) return exact(BigInt(dice(5)), 4n);
      const below = 1 + dice(400);
      return exact(BigInt(dice(below + 1)), BigInt(below));
    }),
  );
}

/** Sums that lie on a rounding line, or as near to one as these fractions come. */
const PLANTED: readonly (readonly string[])[] = [
  ['1/3', '1/3', '1/3'],
  ['89.995'],
  ['89', '1/3', '1/3', '197/600'],
  ['92', '1/6', '-49/600'],
  ['92', '1/7', '2/7', '-241/700', '1/1000000007'],
  ['92', '1/7', '2/7', '-241/700', '-1/1000000007'],
  ['1/700', '1/300', '-1/525', '1/2100', '1/900', '1/900', '-1/1800'],
  ['0.005', '1/999999937', '-1/999999937'],
  ['123456789012.345', '1/3'],
  ['9007199254740993', '1/3'],
  ['-0.005', '1/3', '-1/3'],
  [],
];

beforeEach(() => {
  decided.near = 0;
  decided.exact = 0;
});

afterEach(() => {
  forced.exact = false;
});

describe('filter', () => {
  const units = [...drawUnits(10_000), ...PLANTED.map((texts) => texts.map(num))];

  test.each([false, true])('10,000 random units and planted ones, rounded; exact way forced: %s', (isForced) => {
    forced.exact = isForced;
    const wrong = tallied(units).flatMap(({ late, slow }, row) =>
      [0, 2, 4].flatMap((decimals) => {
        const [quick, right] = [roundNear(late, decimals), round(slow, decimals)];
        return equal(quick, right) ? [] : [`unit ${row}: ${toText(quick)} instead of ${toText(right)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('doubles decide nearly all random units, and none that lies on a line', () => {
    for (const { late } of tallied(drawUnits(10_000))) roundNear(late, 2);
    expect(decided.near + decided.exact).toBe(10_000);
    expect(decided.exact).toBeLessThan(20);
    decided.near = 0;
    const onLine = ['1/3,1/3,1/3,0.005', '89,1/3,1/3,197/600', '0.005,1/999999937,-1/999999937'];
    const before = decided.exact;
    for (const { late } of tallied(onLine.map((text) => text.split(',').map(num)))) roundNear(late, 2);
    expect([decided.near, decided.exact - before]).toEqual([0, 3]);
  });

  test.each([false, true])('the order of neighbours, and of equal ones; exact way forced: %s', (isForced) => {
    forced.exact = isForced;
    const all = tallied([...units, ...units.slice(0, 200)]);
    const twins = all.slice(0, 200).map((first, at) => [first, all[units.length + at] as typeof first] as const);
    const neighbours = all.slice(1).map((second, at) => [all[at] as typeof second, second] as const);
    const wrong = [...twins, ...neighbours].filter(
      ([a, b]) => Math.sign(compareNear(a.late, b.late)) !== compare(a.slow, b.slow),
    );
    expect(wrong).toEqual([]);
  });

  test('an index against a grade line that it meets exactly, and by a hair does not', () => {
    const texts = ['1/3,1/3,1/3', '1/3,1/3,1/3,-1/1000000007,1/1000000009'];
    const [on, below] = tallied(texts.map((text) => text.split(',').map(num))).map(
      ({ late }) => new LateIndex(late, num('3')),
    ) as [LateIndex, LateIndex];
    const line = { n: HUNDRED.n, d: 3n };
    expect(compareNear(on, line)).toBe(0);
    expect(compareNear(below, line)).toBeLessThan(0);
  });
});
