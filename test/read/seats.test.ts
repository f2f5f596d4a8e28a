/** Whose row it is: what people and spreadsheets do to ids and names, and the one that was meant. */
import { describe, expect, it } from 'vitest';
import { loadProject } from '../../src/load.ts';
import { memorySource } from '../source.ts';

const RUBRIC = `format: 1
id: so-2024
title: Bộ tiêu chí cấp sở
domains:
  - id: "1"
    title: Cải cách thủ tục hành chính
    max: 3
    criteria:
      - { id: "1.2", title: Kế hoạch, max: 1, rule: { type: given } }
      - { id: "1.10", title: Báo cáo, max: 1, rule: { type: given } }
      - { id: "1.11", title: Kiểm tra, max: 1, rule: { type: given } }
`;

/** Codes with their hints, of one row more in a sound long file. */
function told(row: string, units = 'so-y-te,Sở Y tế,so\nhoa-binh,Hoà Bình,so\n'): readonly string[] {
  const sound = ['so-y-te', 'hoa-binh'].flatMap((unit) => ['1.2', '1.10', '1.11'].map((leaf) => `${unit},${leaf},1`));
  const source = memorySource(
    new Map([
      ['parindex.yaml', 'year: 2024\n'],
      ['rubric.yaml', RUBRIC],
      ['units.csv', `id,name,group\n${units}`],
      ['entries/2024.csv', ['unit,criterion,appraised', ...sound, row, ''].join('\n')],
    ]),
  );
  return loadProject(source, '.').diagnostics.map(({ fault, facts }) => `${fault.code}: ${fault.hint.en(facts)}`);
}

describe('a unit', () => {
  it.each([
    ['so-y-t\u0435', 'so-y-te'],
    ['SO-Y-TE', 'so-y-te'],
    ['so-y-te ', 'so-y-te'],
    ['so-y-t\u1ebf', 'so-y-te'],
    ['so-y-te\u0302\u0301', 'so-y-te'],
    ['Sở Y tế', 'so-y-te'],
    ['sở  y tế', 'so-y-te'],
    ['Hòa Bình', 'hoa-binh'],
    ['H\u043e\u0300a Bình', 'hoa-binh'],
  ])('%j is taken for %s', (id, meant) => {
    expect(told(`${id},1.2,1`)[0]?.split('? ')[0]?.replace(/\?$/, '')).toBe(`unknown-unit: did you mean "${meant}"`);
  });

  it.each(['Sở Y t\u0435\u0302\u0301', 'sở y tế', 'Sở  Y tế', 'So\u031b\u0309 Y tế'])(
    '%j is no second name beside Sở Y tế',
    (name) => {
      const units = `so-y-te,Sở Y tế,so\nhoa-binh,${name},so\n`;
      expect(told('so-y-te,1.3,1', units)).toContain('repeated-unit: remove or rename one of the two.');
    },
  );
});

describe('a letter of another alphabet', () => {
  it('is named, since nobody could see it', () => {
    expect(told('so-y-t\u0435,1.2,1')).toEqual([
      'unknown-unit: did you mean "so-y-te"? The letter \u0435 (U+0435) only looks like one of it.',
    ]);
  });
});

describe('a row of totals', () => {
  it.each(['Tổng cộng', 'TỔNG CỘNG:', 'Tổng số điểm', 'Cộng', 'To\u0302\u0309ng', 'Total'])('%s', (id) => {
    expect(told(`so-y-te,${id},3`)).toEqual(['total-row: remove the row.']);
    expect(told(`${id},1.2,3`)).toEqual(['total-row: remove the row.']);
  });

  it.each(['Tổng cục Thuế', 'Công an'])('but not %s', (id) => {
    expect(told(`${id},1.2,3`)[0]).toMatch(/^unknown-unit/);
  });
});

describe('a criterion', () => {
  it.each([
    ['1.1', 'a spreadsheet has turned the id "1.10" into a number: format the column as text.'],
    ['1-Oct', 'a spreadsheet has turned the id into a date: format the column as text and type the id again.'],
    ['01/10/2024', 'a spreadsheet has turned the id into a date: format the column as text and type the id again.'],
    ['45566', 'a spreadsheet has turned the id into a date: format the column as text and type the id again.'],
    ['1,2', 'did you mean "1.2"?'],
    ['1.l1', 'did you mean "1.11"?'],
  ])('%s', (id, hint) => {
    expect(told(`so-y-te,"${id}",1`)).toEqual([`unknown-leaf: ${hint}`]);
  });
});
