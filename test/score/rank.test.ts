import { describe, expect, test } from 'vitest';
import type { Standing } from '../../src/model/scoreboard.ts';
import { score } from '../../src/score/index.ts';
import { build, type RubricSpec, type UnitSpec } from './build.ts';

const DOMAINS: RubricSpec['domains'] = {
  D: { a: { max: '50' } },
  E: { b: { parts: { 'b.1': { max: '30' }, 'b.2': { max: '20' } } } },
};

function standings(rank: RubricSpec['rank'], units: readonly UnitSpec[], domains = DOMAINS): readonly Standing[] {
  return score(build({ domains, ...(rank ? { rank } : {}) }, units)).groups[0]?.standings as readonly Standing[];
}

/** `unit rank`, with `=` where the rank is shared and `-` where there is none, in the order listed. */
function ranks(rank: RubricSpec['rank'], units: readonly UnitSpec[], domains = DOMAINS): string[] {
  return standings(rank, units, domains).map((s) => `${s.unit.id} ${s.rank ?? '-'}${s.tied ? '=' : ''}`);
}

function unit(id: string, a: string, b1: string, b2: string, more: Partial<UnitSpec> = {}): UnitSpec {
  return { id, cells: { a, 'b.1': b1, 'b.2': b2 }, ...more };
}

describe('ranks', () => {
  const four = [
    unit('t', '10', '0', '0'),
    unit('x', '30', '0', '0'),
    unit('z', '40', '0', '0'),
    unit('y', '0', '30', '0'),
  ];

  test('competition counts units: 1, 2, 2, 4, equals in the order of the units', () => {
    expect(ranks({}, four)).toEqual(['z 1', 'x 2=', 'y 2=', 't 4']);
  });

  test('dense counts classes: 1, 2, 2, 3', () => {
    expect(ranks({ ties: 'dense' }, four)).toEqual(['z 1', 'x 2=', 'y 2=', 't 3']);
  });

  test('a tie is broken by a domain, by a criterion, by a part', () => {
    expect(ranks({ breaks: ['D'] }, four)).toEqual(['z 1', 'x 2', 'y 3', 't 4']);
    expect(ranks({ breaks: ['E'] }, four)).toEqual(['z 1', 'y 2', 'x 3', 't 4']);
    expect(ranks({ breaks: ['b'] }, four)).toEqual(['z 1', 'y 2', 'x 3', 't 4']);
    expect(ranks({ breaks: ['b.1'] }, four)).toEqual(['z 1', 'y 2', 'x 3', 't 4']);
  });

  test('what comes behind a tie that was broken counts its classes', () => {
    expect(ranks({ ties: 'dense', breaks: ['D'] }, four)).toEqual(['z 1', 'x 2', 'y 3', 't 4']);
  });

  test('an index that no double holds stands among the others', () => {
    // At ten decimals 1,000,000,000 % is 10^19 of the last one, which is more than 2^53.
    const spec: RubricSpec = {
      domains: { D: { a: { max: '0.1' } } },
      adjustments: { B: { kind: 'bonus', max: '2000000' } },
      rounding: { at: 'total', decimals: 10 },
    };
    const bonuses = [
      ['small', '0.01'],
      ['large', '1000000'],
      ['larger', '1000000.1'],
      ['less', '999999'],
    ] as const;
    const units = bonuses.map(([id, B]) => ({ id, cells: { a: '0', B } }));
    const all = score(build(spec, units));
    expect(all.groups[0]?.standings.map(({ unit, rank }) => `${unit.id} ${rank}`)).toEqual([
      'larger 1',
      'large 2',
      'less 3',
      'small 4',
    ]);
  });

  test('many indices, some of them below zero, stand as a plain sort puts them', () => {
    // A bonus of 0 to 60 less a penalty of 40, in tenths that many share.
    const bonuses = Array.from({ length: 300 }, (_, at) => (at * 7919) % 601);
    const units = bonuses.map((tenths, at) => ({ id: `u${at}`, cells: { a: '0', B: `${tenths}/10`, P: '40' } }));
    const spec: RubricSpec = {
      domains: { D: { a: { max: '100' } } },
      adjustments: { B: { kind: 'bonus', max: '100' }, P: { kind: 'penalty', max: '100' } },
    };
    const all = score(build(spec, units)).groups[0]?.standings ?? [];
    const places = bonuses.map((_, at) => at).sort((a, b) => (bonuses[b] ?? 0) - (bonuses[a] ?? 0) || a - b);
    expect(all.map(({ row }) => row)).toEqual(places);
    expect(all.map(({ rank }) => rank)).toEqual(
      places.map((at) => 1 + bonuses.filter((bonus) => bonus > (bonuses[at] ?? 0)).length),
    );
  });

  test('by the next one where the first is equal too', () => {
    // All 30; D: 10 each; then b.1: 20 of 30, 0 of 30, 20 of 30.
    const units = [unit('x', '10', '0', '20'), unit('y', '10', '20', '0'), unit('z', '10', '20', '0')];
    expect(ranks({ breaks: ['D', 'b.1'] }, units)).toEqual(['y 1=', 'z 1=', 'x 3']);
    expect(ranks({ breaks: ['D', 'b.1'], ties: 'dense' }, units)).toEqual(['y 1=', 'z 1=', 'x 2']);
  });

  test('an exempt one loses to any other, even to 0; two exempt ones tie', () => {
    // Indices: x 25/50, y 50/100, z 25/50.
    const units = [unit('x', 'n/a', '25', '0'), unit('y', '0', '30', '20'), unit('z', 'n/a', '5', '20')];
    expect(ranks({ breaks: ['D'] }, units)).toEqual(['y 1', 'x 2=', 'z 2=']);
  });

  test('exact tells apart what rounded does not', () => {
    // 70.004 and 70.003 are both shown 70.00.
    const units = [unit('x', '40.003', '30', '0'), unit('y', '40.004', '30', '0')];
    expect(ranks({}, units)).toEqual(['x 1=', 'y 1=']);
    expect(ranks({ on: 'exact' }, units)).toEqual(['y 1', 'x 2']);
  });

  test('tie-breaks compare in the same sense', () => {
    // D: 40.001/50 = 80.002 and 40/50 = 80; both are shown 80.00. The total is 70.001 for both.
    const units = [unit('x', '40', '30', '0.001'), unit('y', '40.001', '30', '0')];
    expect(ranks({ breaks: ['D'] }, units)).toEqual(['x 1=', 'y 1=']);
    expect(ranks({ on: 'exact', breaks: ['D'] }, units)).toEqual(['y 1', 'x 2']);
  });

  test('thirds in another order are equal', () => {
    const units = [unit('x', '1/3', '2/3', '1/7'), unit('y', '2/3', '1/7', '1/3')];
    expect(ranks({ on: 'exact' }, units)).toEqual(['x 1=', 'y 1=']);
  });

  test('the unranked come after, by their index, and take no place; those without an index last', () => {
    const units = [
      unit('none', 'n/a', 'n/a', 'n/a'),
      unit('low', '1', '0', '0', { ranked: false }),
      unit('apart', '50', '30', '20', { ranked: false }),
      unit('void', 'n/a', 'n/a', 'n/a', { ranked: false }),
      unit('x', '10', '0', '0'),
      unit('same', '50', '20', '30', { ranked: false }),
    ];
    expect(ranks({}, units)).toEqual(['x 1', 'apart -', 'same -', 'low -', 'none -', 'void -']);
  });

  test('a group of unranked units only', () => {
    expect(ranks({}, [unit('x', '1', '0', '0', { ranked: false })])).toEqual(['x -']);
  });

  test('groups are ranked apart and come in their own order', () => {
    const units = [
      unit('x', '1', '0', '0', { group: 'so' }),
      unit('y', '2', '0', '0', { group: 'huyen' }),
      unit('z', '3', '0', '0', { group: 'so' }),
    ];
    const board = score(build({ domains: DOMAINS }, units));
    expect(
      board.groups.map(({ id, standings: all }) => [id, ...all.map((s) => `${s.unit.id} ${s.rank} ${s.row}`)]),
    ).toEqual([
      ['so', 'z 1 2', 'x 2 0'],
      ['huyen', 'y 1 1'],
    ]);
  });

  test('rounded at the domain, the tie-break sees the rounded domain', () => {
    // D: 1/3 and 0.3333 are both 0.33 points.
    const spec: RubricSpec = {
      domains: DOMAINS,
      rounding: { at: 'domain', decimals: 2 },
      rank: { on: 'exact', breaks: ['D'] },
    };
    const board = score(build(spec, [unit('x', '0.3333', '1', '0'), unit('y', '1/3', '1', '0')]));
    expect(board.groups[0]?.standings.map(({ rank, tied }) => [rank, tied])).toEqual([
      [1, true],
      [1, true],
    ]);
  });
});
