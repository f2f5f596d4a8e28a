/** The columns of entries by their spellings, and the shape that a header is of. */
import { describe, expect, it } from 'vitest';
import { entryColumns, isOneUnits, isWide, UNIT_COLUMN } from '../../src/read/columns.ts';
import { createWorld } from '../../src/read/sheets.ts';
import { rubricOf } from './rubric-text.ts';

describe('the columns of entries', () => {
  const rubric = (stages: string) =>
    rubricOf(
      `stages: ${stages}`,
      'domains: [{ id: "1", title: A, max: 1, criteria: [{ id: "1.1", title: B, max: 1, rule: { type: given } }] }]',
    );

  it('are the fixed ones and the stages of all rubrics, in English and Vietnamese', () => {
    const { builds } = createWorld([
      [rubric('[self, appraised]'), []],
      [rubric('[appraised, reviewed, constructor]'), []],
    ]);
    expect(Object.fromEntries(entryColumns(builds))).toEqual({
      ...{ unit: 'unit', 'đơn vị': 'unit', 'mã đơn vị': 'unit' },
      ...{ criterion: 'criterion', 'tiêu chí': 'criterion', 'mã tiêu chí': 'criterion' },
      ...{ self: 'self', 'tự đánh giá': 'self', appraised: 'appraised', 'thẩm định': 'appraised' },
      ...{ reviewed: 'reviewed', constructor: 'constructor' },
      ...{ survey: 'survey', 'điều tra xã hội học': 'survey', previous: 'previous', 'năm trước': 'previous' },
      ...{ override: 'override', 'điểm quyết định': 'override', note: 'note', 'ghi chú': 'note' },
      ...{ evidence: 'evidence', 'tài liệu kiểm chứng': 'evidence' },
    });
    expect(UNIT_COLUMN).toEqual(['unit', 'đơn vị', 'mã đơn vị']);
  });
});

describe('a header', () => {
  it.each<[readonly string[], boolean]>([
    [['unit', '1.1'], true],
    [['Đơn vị', '1.1'], true],
    [['1.1', 'MÃ ĐƠN VỊ'], true],
    [['unit', 'criterion'], false],
    [['unit', 'Tiêu chí'], false],
    [['criterion', 'self'], false],
    [[], false],
  ])('of %j is wide: %s', (header, expected) => {
    expect(isWide(header)).toBe(expected);
  });

  it.each<[string, boolean]>([
    ['criterion,self', true],
    ['self;criterion', true],
    ['self\tCriterion', true],
    ['self|Tiêu chí', true],
    ['\uFEFF"mã tiêu chí" , self', true],
    ['self,"criterion"', true],
    ['self," criterion "', true],
    ['Tiêu chí'.normalize('NFD'), true],
    ['unit,criterion', false],
    ['criterion;"Đơn vị"', false],
    ['id,name', false],
    ['my criterion', false],
    ['cri terion', false],
    ['', false],
  ])('%j is of one unit: %s', (line, expected) => {
    expect(isOneUnits(line)).toBe(expected);
  });
});
