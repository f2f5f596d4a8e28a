/** Costs in a rubric table: a number for each point, in the mark of the file, or costs by name as a map is written. */
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { isNumeral, writtenAs } from '../../src/model/numeral.ts';
import { readRubricTable } from '../../src/read/rubric-table.ts';

/** What stands under `cost` of the one leaf, a bare number as the list of its text; and what is told. */
function costOf(cost: string, dialect: keyof typeof DIALECTS = 'data') {
  const { delimiter } = DIALECTS[dialect];
  const cell = (text: string) => (/[",;]/.test(text) ? `"${text}"` : text);
  const rows = [
    ['kind', 'id', 'title', 'max', 'rule', 'cost'],
    ['rubric', 'so', 'Bộ thử', '', '', ''],
    ['domain', '1', 'Một', '2', '', ''],
    ['criterion', '1.1', 'A', '2', 'type: given', cell(cost)],
  ];
  const text = rows.map((row) => `${row.join(delimiter)}\n`).join('');
  const { value, diagnostics } = readRubricTable(text, DIALECTS[dialect], 'r.csv');
  const found = value?.at(['domains', 0, 'criteria', 0, 'cost']);
  const written = (part: unknown): unknown => (isNumeral(part) ? [writtenAs(part)] : part);
  return {
    cost:
      typeof found === 'object' && found !== null
        ? Object.fromEntries(Object.entries(found).map(([name, part]) => [name, written(part)]))
        : written(found),
    told: diagnostics.map(({ fault, place, facts }) => [
      `${fault.code} ${place.line}:${place.column} ${place.name}`,
      facts,
    ]),
  };
}

describe('a cost', () => {
  it('is a number as it was written, in the mark of the file', () => {
    expect(costOf('2.50')).toEqual({ cost: ['2.50'], told: [] });
    expect(costOf('2,50', 'excel-vi')).toEqual({ cost: ['2.50'], told: [] });
    expect(costOf('3')).toEqual({ cost: ['3'], told: [] });
    expect(costOf('')).toEqual({ cost: undefined, told: [] });
  });

  it('is a map where it has names', () => {
    expect(costOf('kip-thoi: 3, tre: 0.5')).toEqual({ cost: { 'kip-thoi': ['3'], tre: ['0.5'] }, told: [] });
    expect(costOf('tre: 0.5', 'excel-vi')).toEqual({ cost: { tre: ['0.5'] }, told: [] });
  });

  it('with the mark of the other kind of files is told so, and so is what is no number', () => {
    const place = 'not-a-number 4:6 cost';
    const other = { shown: '2,5', leaf: '1.1', mark: '.', examples: ['1.5'], suspicion: 'other-mark' };
    expect(costOf('2,5').told).toEqual([[place, other]]);
    expect(costOf('2.5', 'excel-vi').told).toEqual([
      [place, { shown: '2.5', leaf: '1.1', mark: ',', examples: ['1,5'], suspicion: 'other-mark' }],
    ]);
    expect(costOf('nhieu').told).toEqual([[place, { shown: 'nhieu', leaf: '1.1', mark: '.', examples: ['1.5'] }]]);
  });

  it('by name with a comma in a number is told as such a number, and at its own column', () => {
    expect(costOf('a: 10,25, b: 1').told).toEqual([
      [
        'not-a-number 4:6 cost',
        { shown: '10,25', leaf: '1.1', mark: '.', examples: ['10.25'], suspicion: 'other-mark' },
      ],
    ]);
  });
});
