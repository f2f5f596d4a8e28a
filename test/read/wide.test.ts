/** The header of a wide file and its rows: which column is of what, and what is told where one is of nothing. */
import { describe, expect, it } from 'vitest';
import type { Rubric } from '../../src/model/rubric.ts';
import { createWorld } from '../../src/read/sheets.ts';
import { rubricOf } from './rubric-text.ts';
import { see, units } from './see-entries.ts';

const rubric = (id: string, leaf: string, source = 'appraised') =>
  ({
    ...rubricOf(
      ...[`applies_to: [${id}]`, 'domains:', '  - id: "1"', '    title: Một', '    max: 2', '    criteria:'],
      `      - { id: "${leaf}", title: a, max: 2, source: ${source}, rule: { type: given } }`,
      ...['adjustments:', '  - { id: T1, title: Thưởng, kind: bonus, max: 1, rule: { type: given } }'],
    ),
    id,
  }) as Rubric;

describe('a wide header', () => {
  const one = () => createWorld([[rubric('so', '1.1'), units('a', 'b')]]);

  it('has its units and its leaves in any order, the first of them in the first column', () => {
    const seen = see('T1,1.1,unit\n0.5,2,a\n,1,b\n', { world: one() });
    expect(seen.faults).toEqual([]);
    expect(seen.values('T1')).toEqual(['', '0.5']);
    expect([seen.values('1.1'), seen.values('1.1', 1)]).toEqual([
      ['', '2'],
      ['', '1'],
    ]);
  });

  it('has one column of units, and none without a name', () => {
    expect(see('Khác,unit,1.1\nx,a,2\n', { world: one() }).faults).toEqual(['unknown-column 1:1']);
    expect(see('unit,1.1,đơn vị\na,2,b\n', { world: one() }).faults).toEqual(['unknown-column 1:3']);
  });

  it.each(['1.1:criterion', '1.1:unit', '1.1:khac'])('has no column %s, and tells which there may be', (column) => {
    const seen = see(`unit,${column},1.1\na,2,1\n`, { world: one() });
    expect(seen.faults).toEqual(['unknown-column 1:2']);
    const { known } = seen.facts[0] as { readonly known: string };
    expect(known.split(', ')).toEqual(expect.arrayContaining(['self', 'appraised', 'evidence', 'note']));
    expect(new Set(known.split(', ')).size).toBe(known.split(', ').length);
  });

  it('names a column but once, in full or by the leaf alone', () => {
    for (const header of ['1.1,1.1:appraised', '1.1:appraised,1.1', '1.1,1.1']) {
      const seen = see(`unit,${header}\na,1,2\n`, { world: one() });
      expect(seen.faults).toEqual(['repeated-column 1:3']);
      expect(seen.facts).toEqual([{ shown: header.split(',')[1], first: '2' }]);
    }
  });
});

describe('leaves of one id in two rubrics', () => {
  const two = () =>
    createWorld([
      [rubric('so', '1.1'), units('a')],
      [rubric('xa', '1.1', 'self'), units('b')],
    ]);

  it('have their values in the plain column, each as its source', () => {
    const seen = see('unit,1.1\na,1\nb,2\n', { world: two() });
    expect(seen.faults).toEqual([]);
    expect(seen.count).toMatchObject({ used: 2, refused: 0 });
  });

  it('need both names where both are told apart: the plain column is the one that has none', () => {
    const seen = see('unit,1.1,1.1:appraised\na,,1\nb,2,\n', { world: two() });
    expect(seen.faults).toEqual([]);
    expect(see('unit,1.1,1.1:appraised\na,1,1\n', { world: two() }).faults).toEqual(['unknown-column 2:2 1.1']);
  });
});
