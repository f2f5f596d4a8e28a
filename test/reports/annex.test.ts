/** The annex of a decision: its head, its columns, its averages. */
import { describe, expect, it } from 'vitest';
import { sum } from '../../src/model/exact.ts';
import type { GroupBoard, MarkColumn } from '../../src/model/scoreboard.ts';
import type { ReportOptions } from '../../src/reports/page/options.ts';
import { makeReport } from '../../src/reports/report.ts';
import { board, decimal, group, rubric } from './sample.ts';

const options: ReportOptions = { lang: 'vi', toolVersion: '0.0.0', files: [], diagnostics: [], margin: decimal('0.5') };

const annexOf = (more: Partial<ReportOptions> = {}, of = board) => makeReport(of, { ...options, ...more }).annex;

/** Two units with marks on the six leaves, in hundredths; the fourth leaf is surveyed. */
const marks: readonly (readonly number[])[] = [
  [500, 450, 3608, 1900, 1800, 950],
  [400, 400, 3333, 1777, 1700, 900],
];

const column = (leaf: number): MarkColumn => ({
  points: {
    size: 2,
    n: Float64Array.from(marks, (unit) => unit[leaf] ?? Number.NEGATIVE_INFINITY),
    none: Number.NEGATIVE_INFINITY,
    d: Float64Array.of(100, 100),
    wide: undefined,
  } as unknown as MarkColumn['points'],
  source: Uint8Array.of(1, 1),
});

const [first, second] = group.standings;

/** 92.08 = 73.08 + 19.00 and 85.10 = 67.33 + 17.77, the second with a bonus that nobody else has. */
const two: GroupBoard = {
  ...group,
  standings: [
    { ...(first as NonNullable<typeof first>), row: 0, points: decimal('92.08') },
    {
      ...(second as NonNullable<typeof second>),
      row: 1,
      points: sum([decimal('67.33'), decimal('17.77'), decimal('0.5')]),
      bonus: decimal('0.5'),
    },
  ],
  marks: { leaves: rubric.leaves.map((_, at) => column(at)), adjustments: [] },
};

describe('head', () => {
  it('has blanks for what was not given', () => {
    const [part, more] = annexOf().parts;
    expect(more).toBeUndefined();
    expect(part?.label).toBe('Phụ lục');
    expect(part?.name).toBe('CHỈ SỐ CCHC CẤP HUYỆN, TỈNH KHÁNH HÒA, NĂM 2019');
    expect(part?.attachedTo).toBe('(Kèm theo Quyết định số ……… ngày …… tháng …… năm ……… của ………………)');
  });

  it.each(['1/2/2020', '2020-02-01'])('writes the date %s in words, with two digits', (date) => {
    const [part] = annexOf({ date, decision: '199/QĐ-UBND' }).parts;
    expect(part?.attachedTo).toBe('(Kèm theo Quyết định số 199/QĐ-UBND ngày 01 tháng 02 năm 2020 của ………………)');
  });

  it('numbers two annexes in Roman', () => {
    expect(annexOf({ domains: true }).parts.map(({ label }) => label)).toEqual(['Phụ lục I', 'Phụ lục II']);
    expect(annexOf({ domains: true, lang: 'en' }).parts.map(({ label }) => label)).toEqual(['Annex I', 'Annex II']);
  });

  it('carries the warning of a draft', () => {
    const unit = (first as NonNullable<typeof first>).unit;
    const [part] = annexOf({}, { ...board, leftOut: [{ unit, faults: 2 }] }).parts;
    expect(part?.warnings[0]).toContain('DỰ THẢO');
  });
});

describe('a document of its own', () => {
  const letter = (letterhead: string, more: Partial<ReportOptions> = {}) => annexOf({ letterhead, ...more });

  it('has who issues it, quốc hiệu, tiêu ngữ, place and date in place of the lines of an annex', () => {
    const { letterhead, parts } = letter('UBND tỉnh Khánh Hòa; Sở Nội vụ', {
      decision: '12/BC-SNV',
      date: '21/1/2020',
    });
    expect(letterhead).toEqual({
      nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      motto: 'Độc lập - Tự do - Hạnh phúc',
      superior: 'UBND TỈNH KHÁNH HÒA',
      agency: 'SỞ NỘI VỤ',
      number: 'Số: 12/BC-SNV',
      placeAndDate: '………………, ngày 21 tháng 01 năm 2020',
    });
    expect(parts[0]).toMatchObject({
      label: '',
      attachedTo: '',
      name: 'CHỈ SỐ CCHC CẤP HUYỆN, TỈNH KHÁNH HÒA, NĂM 2019',
    });
  });

  it('leaves blanks, and needs no body above', () => {
    expect(letter('Sở Nội vụ').letterhead).toMatchObject({
      agency: 'SỞ NỘI VỤ',
      number: 'Số: ………/………',
      placeAndDate: '………………, ngày …… tháng …… năm ………',
    });
    expect(letter('Sở Nội vụ').letterhead).not.toHaveProperty('superior');
    expect(annexOf()).not.toHaveProperty('letterhead');
  });
});

describe('order', () => {
  const names = (more: Partial<ReportOptions>) =>
    annexOf(more).parts.map(({ tables }) =>
      tables[0]?.table.rows.map(([number, unit]) => [number?.text, unit?.text].join(' ')),
    );

  it('is by rank, or as the units file has them; the number of order counts rows either way', () => {
    // The units file lists them from the last to the first.
    const standings = group.standings.map((each, at) => ({ ...each, row: group.standings.length - at }));
    const turned = { ...board, groups: [{ ...group, standings }] };
    const first = (order: 'rank' | 'official') =>
      annexOf({ order, domains: true }, turned).parts.map(({ tables }) =>
        tables[0]?.table.rows.slice(0, 2).map(([number, unit]) => [number?.text, unit?.text].join(' ')),
      );
    expect(first('rank')[0]?.[0]).toMatch(/^1 Khánh Vĩnh/);
    // Of those ranked the last is Cam Lâm; the second annex has the unranked too.
    expect(first('official')[0]?.[0]).toMatch(/^1 Cam Lâm/);
    expect(first('official')[0]?.[1]).toMatch(/^2 Thị xã Ninh Hòa/);
    expect(first('official')[1]?.[0]).toMatch(/^1 Trường Sa/);
    expect(names({})).toEqual(names({ order: 'rank' }));
  });
});

describe('main table', () => {
  const [part] = annexOf({ self: { ...board, groups: [group] } }, { ...board, groups: [two] }).parts;
  const table = part?.tables[0]?.table;
  const texts = (table?.rows ?? []).map((row) => row.map(({ text }) => text));

  it('has the columns of the field, and only kinds of points that somebody has', () => {
    expect(table?.columns.map(({ title }) => title)).toEqual([
      ...['STT', 'Tên đơn vị', 'Điểm tự đánh giá', 'Điểm thẩm định', 'Điểm ĐTXHH', 'Điểm thưởng', 'Tổng điểm'],
      ...['Chỉ số (%)', 'Xếp hạng', 'Xếp loại'],
    ]);
  });

  it('splits the total into appraised and surveyed points', () => {
    expect(texts[0]).toEqual(['1', 'Khánh Vĩnh', '92.08', '73.08', '19.00', '0.00', '92.08', '92.08', '1', 'Tốt']);
    expect(texts[1]?.slice(3, 7)).toEqual(['67.33', '17.77', '0.50', '85.60']);
  });

  it('averages the shown figures in a last row', () => {
    // (73.08 + 67.33) / 2 = 70.205, (19.00 + 17.77) / 2 = 18.385, (92.08 + 85.60) / 2 = 88.84; half up.
    expect(texts[2]?.slice(1)).toEqual([
      ...['Giá trị trung bình', '89.79', '70.21', '18.39', '0.25', '88.84', '89.79', '', ''],
    ]);
    expect(part?.tables[0]?.summary).toBe(true);
  });

  it('leaves out the word of a unit that left something out', () => {
    const silent = { ...group, standings: group.standings.map((each) => ({ ...each, missing: [0] })) };
    const [own] = annexOf({ self: { ...board, groups: [silent] } }, { ...board, groups: [two] }).parts;
    expect(own?.tables[0]?.table.rows.map((row) => row[2]?.text)).toEqual(['–', '–', '–']);
  });

  it('says how it was rounded, how ties stand, and whose parts do not add', () => {
    const notes = part?.notes.join('\n');
    expect(notes).toContain('lấy 2 chữ số thập phân');
    expect(notes).toContain('đồng hạng');
    expect(notes).toContain('Quyết định 1234/QĐ-UBND');
    expect(notes).not.toContain('cộng lại không bằng');
    const uneven = { ...two, standings: two.standings.map((each) => ({ ...each, points: decimal('92.09') })) };
    expect(annexOf({}, { ...board, groups: [uneven] }).parts[0]?.notes.join('\n')).toContain(
      'cộng lại không bằng tổng điểm: Khánh Vĩnh, Thành phố Cam Ranh.',
    );
  });
});
