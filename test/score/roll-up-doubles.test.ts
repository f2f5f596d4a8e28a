/** The roll-up makes no fraction that nobody asked for: what rows share is one, and what doubles hold stays in them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { toText } from '../../src/model/exact.ts';
import type { Standing } from '../../src/model/scoreboard.ts';
import { decided } from '../../src/score/filter.ts';
import { score } from '../../src/score/index.ts';
import { build, type CellSpec, type RubricSpec } from './build.ts';

type Cells = Readonly<Record<string, CellSpec>>;

/** The standings of units, by their rows; and how many roundings doubles decided, and fractions had to. */
function see(spec: RubricSpec, ...rows: readonly Cells[]) {
  [decided.near, decided.exact] = [0, 0];
  const board = score(
    build(
      { grades: undefined as never, ...spec },
      rows.map((cells, at) => ({ id: `u${at}`, cells })),
    ),
  );
  const [near, exact] = [decided.near, decided.exact];
  const standings = [...(board.groups[0]?.standings ?? [])].sort((a, b) => a.row - b.row) as readonly Standing[];
  return { standings, near, exact, points: standings.map(({ points }) => toText(points)) };
}

const HUNDRED: RubricSpec['domains'] = { D: { a: { max: '60' } }, E: { b: { max: '40' } } };
const SIXTY: RubricSpec['domains'] = { D: { a: { max: '40' } }, E: { b: { max: '20' } } };

beforeEach(() => {
  [decided.near, decided.exact] = [0, 0];
});

describe('rows', () => {
  test('share their maximum, but for those with exemptions', () => {
    const { standings } = see({ domains: HUNDRED }, { a: '1', b: '2' }, { a: '1', b: 'n/a' }, { a: '3', b: '2' });
    expect(standings[2]?.max).toBe(standings[0]?.max);
    expect(standings.map(({ max }) => toText(max))).toEqual(['100', '60', '100']);
  });

  test('may be exempt in different domains, each from its own', () => {
    const { standings } = see({ domains: HUNDRED }, { a: '30', b: 'n/a' }, { a: 'n/a', b: '10' }, { a: '6', b: '4' });
    expect(standings.map(({ max, index }) => [toText(max), index && toText(index)])).toEqual([
      ['60', '50'],
      ['40', '25'],
      ['100', '10'],
    ]);
  });

  test('of a maximum of 100 have their points as their index, where these are rounded once and not bounded', () => {
    const told = (standing?: Standing) => [standing?.index, standing?.points].map((each) => each && toText(each));
    const { standings, near } = see({ domains: HUNDRED }, { a: '1', b: '2' }, { a: '1', b: '3' });
    expect([...standings.map(told), near]).toEqual([['3', '3'], ['4', '4'], 2]);
    expect(see({ domains: HUNDRED }, { a: '1', b: 'n/a' }).standings.map(told)).toEqual([['1.67', '1']]);
    for (const more of [
      { bounds: { max: '100' } },
      { bounds: { min: '0' } },
      { rounding: { at: 'leaf', decimals: 2 } },
    ] satisfies Partial<RubricSpec>[]) {
      const [other] = see({ domains: HUNDRED, ...more }, { a: '1', b: '2' }).standings;
      expect(told(other)).toEqual(['3', '3']);
    }
    const [sixty] = see({ domains: SIXTY }, { a: '1', b: '2' }).standings;
    expect(sixty?.index && toText(sixty.index)).toBe('5');
  });
});

describe('a rounding', () => {
  test('of decimals is decided by doubles, one a row', () => {
    expect(see({ domains: HUNDRED }, { a: '1.005', b: '2' }, { a: '3', b: '0.5' })).toMatchObject({
      ...{ points: ['3.01', '3.5'], near: 2, exact: 0 },
    });
  });

  test('of fractions, too, away from a line', () => {
    expect(see({ domains: HUNDRED }, { a: '1/3', b: '2/7' })).toMatchObject({ points: ['0.62'], near: 1, exact: 0 });
    // 1/3 + 2/3 is 1, and a sum of doubles cannot tell; with 0.005 beside it it lies on a line.
    expect(see({ domains: { ...HUNDRED, F: { c: { max: '1' } } } }, { a: '1/3', b: '2/3', c: '0.005' })).toMatchObject({
      points: ['1.01'],
      near: 0,
      exact: 1,
    });
  });

  test('with what adjustments gave, where that is on the grid', () => {
    const spec: RubricSpec = {
      domains: HUNDRED,
      adjustments: { B: { kind: 'bonus', max: '5' }, P: { kind: 'penalty', max: '5' } },
    };
    expect(see(spec, { a: '1', b: '2', B: '0.5', P: '0.25' }, { a: '1', b: '2' })).toMatchObject({
      ...{ points: ['3.25', '3'], near: 2, exact: 0 },
    });
    // A third is not: the row is added exactly.
    expect(see(spec, { a: '1', b: '2', B: '1/3' })).toMatchObject({ points: ['3.33'], near: 0, exact: 1 });
    expect(see(spec, { a: '1', b: '2', P: '1/3' })).toMatchObject({ points: ['2.67'], near: 0, exact: 1 });
  });

  test('at the domain leaves decimals, so that the total is one of doubles again', () => {
    const rounding = { at: 'domain', decimals: 2 } as const;
    const { points, exact, standings } = see({ domains: HUNDRED, rounding }, { a: '1/3', b: '1/3' });
    expect([points, exact]).toEqual([['0.66'], 0]);
    expect(standings[0]?.domains.map(({ points: each }) => toText(each))).toEqual(['0.33', '0.33']);
    expect(toText(standings[0]?.total as never)).toBe('0.66');
  });

  test('with adjustments that no double holds is exact', () => {
    const adjustments = { B: { kind: 'bonus' as const, max: '9007199254740993' } };
    const more = { domains: HUNDRED, adjustments };
    expect(see(more, { a: '1', b: '2', B: '9007199254740993' }).points).toEqual(['9007199254740996']);
    expect(see(more, { a: '1', b: '2', B: '1/9007199254740993' }).points).toEqual(['3']);
  });

  test('of numbers beyond the grid is exact', () => {
    const domains = { D: { a: { max: '999999999999999' } } };
    expect(see({ domains }, { a: '123456789012345.015' })).toMatchObject({ points: ['123456789012345.02'], near: 0 });
    const rounding = { at: 'domain', decimals: 2 } as const;
    expect(see({ domains, rounding }, { a: '123456789012345.015' }).points).toEqual(['123456789012345.02']);
  });
});

describe('an index', () => {
  test('is that of the total where leaves were rounded, not of the points shown', () => {
    // A cap of 0.25 is rounded by nobody: 5 + 0.25 of 10 is 52.5 %, shown as 5.3 points.
    const spec: RubricSpec = {
      ...{ domains: { D: { a: { max: '10' } } }, rounding: { at: 'leaf', decimals: 1 }, caps: { bonus: '0.25' } },
      adjustments: { B: { kind: 'bonus', max: '1' } },
    };
    for (const bounds of [{}, { min: '0' }]) {
      const [standing] = see({ ...spec, bounds }, { a: '5', B: '1' }).standings;
      const shown = [standing?.points, standing?.total, standing?.index, standing?.exact];
      expect(shown.map((each) => each && toText(each))).toEqual(['5.3', '5.25', '52.5', '52.5']);
    }
  });
});

describe('many numbers near the end of doubles', () => {
  const rounding = { at: 'total', decimals: 10 } as const;
  const leaf = { max: '900001' };
  /** Six of 2900000000000001 whole numbers of the grid: their sum is beyond 2^53, and no double. */
  const SIX = '290000.0000000001';
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const cells = Object.fromEntries(ids.map((id) => [id, SIX]));

  test('of one domain beside as many adjustments add up to the last digit', () => {
    const adjustments = Object.fromEntries(ids.map((id) => [`B${id}`, { kind: 'bonus' as const, max: '1' }]));
    const domains = { D: Object.fromEntries(ids.map((id) => [id, leaf])) };
    expect(see({ domains, adjustments, rounding }, cells).points).toEqual(['1740000.0000000006']);
  });

  test('of as many domains do, too', () => {
    const domains = Object.fromEntries(ids.map((id) => [`D${id}`, { [id]: leaf }]));
    expect(see({ domains, rounding }, cells).points).toEqual(['1740000.0000000006']);
  });

  test('and one with its bonus', () => {
    const adjustments = { B: { kind: 'bonus' as const, max: '900001' } };
    const one = { a: '900000.0000000001', B: '900000.0000000002' };
    expect(see({ domains: { D: { a: leaf } }, adjustments, rounding }, one).points).toEqual(['1800000.0000000003']);
  });
});

describe('what a row lacks', () => {
  test('is a list of its own, in the order of the leaves; rows that lack nothing share one', () => {
    const spec: RubricSpec = {
      domains: { D: { a: { max: '1' }, b: { max: '1' } }, E: { c: { max: '1' } } },
      missing: 'zero',
      adjustments: { B: { kind: 'bonus', max: '5' } },
    };
    const { standings } = see(
      spec,
      { b: '1' },
      { a: 'n/a', b: { appraised: '1', override: '0.5' }, c: 'n/a', B: { override: '1' } },
      { a: '1', b: '1', c: '1' },
      { a: '1', b: '1', c: '1', B: '1' },
      { a: { appraised: 'n/a', override: '0.5' }, b: '1', c: '1' },
    );
    expect(standings.map(({ missing, exempt, overrides }) => [missing, exempt, overrides])).toEqual([
      [[0, 2], [], []],
      [[], [0, 2], ['b', 'B']],
      [[], [], []],
      [[], [], []],
      [[], [0], []],
    ]);
    expect(standings[2]?.missing).toBe(standings[3]?.missing);
  });
});
