/** Scores from columns that the compiled passes go over, beside those that plain loops make of the same numbers. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/model/assessment.ts';
import { pointsAt } from '../../src/model/curve.ts';
import { type Exact, equal, sum, toText, ZERO } from '../../src/model/exact.ts';
import type { Scoring } from '../../src/model/rubric.ts';
import type { Scoreboard } from '../../src/model/scoreboard.ts';
import { curveOf, ruleSchema } from '../../src/rules/index.ts';
import { forced } from '../../src/score/filter.ts';
import { score } from '../../src/score/index.ts';
import { markSheet } from '../../src/score/mark.ts';
import { rollUp } from '../../src/score/roll-up.ts';
import { roundedAt } from '../../src/score/rounded.ts';
import type { Keeping } from '../../src/score/totals.ts';
import { ENGINES } from '../read/kernel/engines.ts';
import { moved } from '../read/moved.ts';
import { build, num, type RubricSpec, type UnitSpec } from './build.ts';

const rule = (given: object): Scoring => ruleSchema.parse(given) as Scoring;
const share = rule({ type: 'proportional' });
const floor = rule({ type: 'proportional', floor: '70%' });
const steps = [
  { from: '90%', points: '1' },
  { from: '70%', below: '90%', points: '0.5' },
  { below: '70%', points: '0' },
];
const bands = rule({ type: 'bands', bands: steps });

const spec: RubricSpec = {
  domains: {
    A: { a: { max: '1', rule: share }, b: { max: '1', rule: bands }, c: { max: '2', rule: floor } },
    B: { d: { max: '1', rule: share }, e: { max: '5' }, f: { max: '100000' } },
    C: { g: { max: '300000000' }, h: { max: '400000', rule: share } },
  },
  missing: 'zero',
};

/** Random whole numbers below a bound, the same in every run. */
function createDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** `b` has a number everywhere; elsewhere one in twenty is missing or exempt; `f` takes four bytes; of `g` and `h` some are too much for the grid. */
function drawUnits(count: number): readonly UnitSpec[] {
  const dice = createDice(11);
  return Array.from({ length: count }, (_, at) => {
    const ratio = () => {
      const below = 1 + dice(40);
      return `${dice(below + 1)}/${below}`;
    };
    const cells: Record<string, string> = {
      ...{ a: ratio(), b: `${4000 + dice(6001)}/10000`, c: `${4000 + dice(6001)}/10000`, d: ratio() },
      ...{ e: `${dice(21)}/4`, f: at % 100 === 5 ? '200000000' : `${dice(100_000)}/3` },
      ...{ g: at % 50 === 7 ? '200000000' : `${dice(1000)}`, h: `${dice(3) * dice(50)}/100` },
    };
    for (const id of ['a', 'c', 'd', 'e']) {
      const fate = dice(40);
      if (fate === 0) delete cells[id];
      else if (fate === 1) cells[id] = 'n/a';
    }
    return { id: `u${at}`, group: `g${at % 3}`, cells };
  });
}

const told = ({ groups }: Scoreboard) =>
  groups.flatMap(({ standings }) =>
    standings.map(({ unit, rank, points, index, total, domains }) => {
      const numbers = [points, index, total, ...domains.map((domain) => domain.points)];
      return [unit.id, rank, ...numbers.map((number) => number && toText(number))];
    }),
  );

afterEach(() => {
  forced.exact = false;
});

describe.each(ENGINES)('%s', (_, compile) => {
  const units = drawUnits(2500);

  it.each<[string, RubricSpec]>([
    ['rounded at the total', spec],
    ['rounded at the domain', { ...spec, rounding: { at: 'domain', decimals: 2 } }],
    ['rounded at the leaf', { ...spec, rounding: { at: 'leaf', decimals: 2 } }],
    ['with ties broken by a domain', { ...spec, rank: { breaks: ['B', 'A'] } }],
  ])('scores are the same, %s', (_name, each) => {
    const plain = build(each, units);
    const there = moved(plain, compile);
    expect(there.held).toBe(8);
    expect(told(score(there.assessment))).toEqual(told(score(plain)));
    forced.exact = true;
    expect(told(score(there.assessment))).toEqual(told(score(plain)));
  });

  it.each<[string, RubricSpec]>([
    ['rounded at the total', spec],
    ['rounded at the domain', { ...spec, rounding: { at: 'domain', decimals: 2 } }],
    ['rounded at the leaf', { ...spec, rounding: { at: 'leaf', decimals: 2 } }],
  ])('totals added up for some rows at a time are the same, %s', (_name, each) => {
    const figuresOf = (sheet: Sheet, keeping: Keeping) => {
      const { points, totalAt } = rollUp(sheet, markSheet(sheet, 1), keeping);
      return units.map((_unit, row) => [roundedAt(points, row), totalAt(row)].map((one) => one && toText(one)));
    };
    const plain = build(each, units);
    const [own, there] = [plain, moved(plain, compile).assessment].map(({ sheets }) => sheets[0]) as [Sheet, Sheet];
    const all = figuresOf(own, { most: units.length, part: 1 });
    for (const part of [700, units.length]) {
      for (const sheet of [own, there]) expect(figuresOf(sheet, { most: 0, part })).toEqual(all);
    }
    forced.exact = true;
    expect(figuresOf(there, { most: 0, part: 700 })).toEqual(all);
  });

  it('totals are the sums of points by the curves, in fractions', () => {
    const { assessment } = moved(build(spec, units.slice(0, 300)), compile);
    const { leaves } = assessment.sheets[0]?.rubric ?? { leaves: [] };
    for (const { unit, total } of score(assessment).groups.flatMap(({ standings }) => standings)) {
      const { cells } = units[Number(unit.id.slice(1))] as UnitSpec;
      const points = leaves.map(({ id, max, rule }) => {
        const text = cells[id] ?? 'n/a';
        return text === 'n/a' ? ZERO : (pointsAt(curveOf(rule, max), num(text as string)) as Exact);
      });
      expect(equal(total, sum(points)), unit.id).toBe(true);
    }
  });
});
