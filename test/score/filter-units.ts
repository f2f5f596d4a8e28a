/** Units for the tests of the filter: random points as rubrics give them, and sums planted on rounding lines. */
import { createColumn, setExact } from '../../src/model/column.ts';
import { type Exact, exact, sum, ZERO } from '../../src/model/exact.ts';
import { LateSum } from '../../src/score/filter.ts';
import { createTally, tallyColumn } from '../../src/score/tally.ts';

const LEAVES = 40;

/** A row of points a unit, tallied; and their sum by plain fractions, which knows nothing of doubles. */
export function tallied(
  units: readonly (readonly Exact[])[],
): readonly { readonly late: LateSum; readonly slow: Exact }[] {
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
export function drawUnits(count: number): readonly (readonly Exact[])[] {
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
export const PLANTED: readonly (readonly string[])[] = [
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
