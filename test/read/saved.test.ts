/** Rankings that were saved as JSON, read back as sides of a comparison; and what is none. */
import { describe, expect, it } from 'vitest';
import { readSaved } from '../../src/read/saved.ts';

/** The smallest ranking with everything that is read. */
function ranking() {
  return {
    schema: 'parindex/ranking/1',
    tool: '1.0.0',
    year: 2019 as number | null,
    note: 'bản đã công bố' as string | null,
    basis: 'appraised',
    rubrics: [
      {
        ...{ id: 'huyen', title: 'Bộ tiêu chí', sha256: 'ab', scale: '100', rounding: { at: 'total', decimals: 2 } },
        rank: { on: 'rounded', ties: 'dense' },
        grades: { bands: [{ id: 'tot', name: 'Tốt' }] } as unknown,
        domains: [{ id: '1', title: 'Chỉ đạo' }],
        leaves: [{ id: '1.1', title: 'Kế hoạch', max: '2', criterion: '1.1', domain: '1' }] as unknown,
        origins: [{ node: '1.1', from: ['1.2'] }] as unknown,
      },
    ],
    groups: [
      {
        ...{ id: 'huyen', name: 'Cấp huyện', rubric: 'huyen' },
        units: [
          {
            ...{ unit: 'a', name: 'A', rank: 1, index: '92.08', exact: '2302/25', grade: 'tot', ranked: true },
            domains: [
              { id: '1', index: '50' },
              { id: '9', index: null },
            ],
            ...{ successor_of: ['c'], adjusted: '-0.5', leaves: [{ state: 'scored', points: '1/3' }] },
          } as Record<string, unknown>,
          {
            ...{ unit: 'b', name: 'B', rank: null, index: null, exact: null, grade: null, ranked: false, domains: [] },
          } as Record<string, unknown>,
        ],
      },
    ],
  };
}

function see(value: unknown) {
  const { value: found, diagnostics } = readSaved(typeof value === 'string' ? value : JSON.stringify(value), 'r.json');
  return { found, facts: diagnostics.map(({ fault, facts, place }) => ({ code: fault.code, place, facts })) };
}

function refusal(value: unknown) {
  const { found, facts } = see(value);
  expect(found).toBeUndefined();
  expect(facts).toMatchObject([{ code: 'not-a-ranking', place: { file: 'r.json', line: 0, column: 0 } }]);
  return facts[0]?.facts as unknown;
}

describe('a saved ranking', () => {
  it('is read back as it was, numbers exact', () => {
    const { found, facts } = see(ranking());
    expect(facts).toEqual([]);
    const place = { file: 'r.json', line: 0, column: 0 };
    expect(found).toEqual({
      ...{ label: '2019', year: 2019, file: 'r.json', basis: 'appraised', remarks: ['bản đã công bố'] },
      groups: [
        {
          ...{ id: 'huyen', name: 'Cấp huyện', decimals: 2, ties: 'dense' },
          rubric: {
            ...{ id: 'huyen', title: 'Bộ tiêu chí', sha256: 'ab', scale: { n: 100n, d: 1n } },
            leaves: [{ id: '1.1', title: 'Kế hoạch', max: { n: 2n, d: 1n }, criterion: '1.1', domain: '1' }],
            origins: [{ node: '1.1', from: [{ id: '1.2', place }], place }],
          },
          units: [
            {
              ...{ id: 'a', name: 'A', ranked: true, rank: 1, grade: 'Tốt', adjusted: { n: -5n, d: 10n } },
              ...{ index: { n: 9208n, d: 100n }, exact: { n: 2302n, d: 25n } },
              domains: [
                { id: '1', title: 'Chỉ đạo', index: { n: 50n, d: 1n } },
                { id: '9', title: '' },
              ],
              ...{ leaves: [{ n: 1n, d: 3n }], successorOf: ['c'] },
            },
            { id: 'b', name: 'B', ranked: false, adjusted: { n: 0n, d: 1n }, domains: [], successorOf: [] },
          ],
        },
      ],
    });
  });

  it('is called by its file where it has no year, and may have no note, grades, leaves or origins', () => {
    const bare = ranking();
    bare.year = null;
    bare.note = null;
    const rubric = bare.rubrics[0] as unknown as Record<string, unknown>;
    rubric['grades'] = null;
    rubric['leaves'] = undefined;
    rubric['origins'] = undefined;
    for (const unit of bare.groups[0]?.units ?? []) unit['leaves'] = undefined;
    const { found } = see(bare);
    expect(found).toMatchObject({ label: 'r.json', remarks: [], groups: [{ rubric: { leaves: [], origins: [] } }] });
    expect(found).not.toHaveProperty('year');
    expect(found?.groups[0]?.units[0]).not.toHaveProperty('grade');
    expect(found?.groups[0]?.units[0]).not.toHaveProperty('leaves');
  });

  it('has the mark of each leaf by its state', () => {
    const marks = (state: string, points: string | null) => {
      const saved = ranking();
      Object.assign(saved.groups[0]?.units[0] ?? {}, { leaves: [{ state, points }] });
      return see(saved).found?.groups[0]?.units[0]?.leaves;
    };
    expect(marks('scored', '1.5')).toEqual([{ n: 15n, d: 10n }]);
    expect(marks('scored', null)).toEqual(['missing']);
    expect([marks('missing', null), marks('exempt', null), marks('outside', '0')]).toEqual([
      ['missing'],
      ['exempt'],
      ['outside'],
    ]);
  });
});

describe('what is no saved ranking', () => {
  it.each(['', '{', 'unit,index\na,1\n'])('is %j, which is no JSON', (text) => {
    expect(refusal(text)).toEqual({ why: 'json', shown: '' });
  });

  it('names the first key that is not what it should be', () => {
    expect(refusal([])).toEqual({ why: 'key', shown: '' });
    expect(refusal({ ...ranking(), schema: 'parindex/ranking/2' })).toEqual({ why: 'key', shown: 'schema' });
    expect(refusal({ ...ranking(), year: 2019.5 })).toEqual({ why: 'key', shown: 'year' });
    const path = 'groups.0.units.0';
    for (const [key, value] of [
      ...[['index', '1,5'] as const, ['index', 92.08] as const, ['exact', '1/0'] as const, ['rank', 0] as const],
      ...[['unit', 1] as const, ['ranked', 'yes'] as const, ['adjusted', 'x'] as const, ['grade', 1] as const],
    ]) {
      const saved = ranking();
      Object.assign(saved.groups[0]?.units[0] ?? {}, { [key]: value });
      expect(refusal(saved)).toEqual({ why: 'key', shown: `${path}.${key}` });
    }
  });

  it('has a key twice, of which JSON would keep the last', () => {
    const text = JSON.stringify(ranking()).replace('"tool":', '"tool":"0.9.0","tool":');
    const { found, facts } = see(text);
    expect(found).toBeUndefined();
    expect(facts).toMatchObject([{ code: 'repeated-key', facts: { key: 'tool' }, place: { file: 'r.json', line: 1 } }]);
  });

  it('may have more rubrics than one, each group its own', () => {
    const two = ranking();
    two.rubrics.push({ ...(two.rubrics[0] as (typeof two.rubrics)[0]), id: 'xa' });
    expect(see(two).facts).toEqual([]);
  });

  it('has a group of no rubric, a unit with more leaves than its rubric, or a unit twice', () => {
    const stray = ranking();
    Object.assign(stray.groups[0] ?? {}, { rubric: 'so' });
    expect(refusal(stray)).toEqual({ why: 'group', shown: 'huyen' });
    const long = ranking();
    Object.assign(long.groups[0]?.units[0] ?? {}, { leaves: [1, 2].map(() => ({ state: 'missing', points: null })) });
    expect(refusal(long)).toEqual({ why: 'group', shown: 'huyen' });
    const twice = ranking();
    Object.assign(twice.groups[0]?.units[1] ?? {}, { unit: 'a' });
    expect(refusal(twice)).toEqual({ why: 'group', shown: 'huyen' });
  });
});
