/** Why a value has its points, in words: sums done by hand, in both languages. */
import { describe, expect, it } from 'vitest';
import { pointsAt } from '../../src/model/curve.ts';
import { type Exact, parseDecimal } from '../../src/model/exact.ts';
import { readRubric } from '../../src/read/rubric.ts';
import { curveOf, ruleOf, rules } from '../../src/rules/index.ts';
import { isRefusal } from '../../src/rules/rule.ts';
import { speech } from '../../src/rules/speech.ts';

interface Example {
  readonly rule: string;
  readonly max: string;
  readonly source?: string;
  readonly cell: string;
  readonly previous?: string;
  /** Cells of the group's other units. */
  readonly others?: readonly string[];
  readonly en: string;
  readonly vi: string;
}

/** Each sum was done by hand. */
const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  given: [
    {
      rule: '{ type: given }',
      max: '1.5',
      cell: '1.25',
      en: 'given: 1.25 of 1.5 points',
      vi: 'được chấm: 1,25 trên 1,5 điểm',
    },
  ],
  levels: [
    {
      rule: '{ type: levels, levels: { kip-thoi: 1, khong-kip-thoi: 0.5, khong: 0 } }',
      max: '1',
      cell: 'khong-kip-thoi',
      en: 'level khong-kip-thoi: 0.5 of 1 point',
      vi: 'mức khong-kip-thoi: 0,5 trên 1 điểm',
    },
  ],
  bands: [
    {
      // The district portal's article of 12/03/2020: 29/34 is 85.3 %, not 70.5 %.
      rule: '{ type: bands, bands: [{ above: 90%, points: 2 }, { from: 70%, to: 90%, points: 1 }, { below: 70%, points: 0 }] }',
      max: '2',
      cell: '29/34',
      en: '29/34 ≈ 85.29 %; band from 70 % to 90 %: 1 of 2 points',
      vi: '29/34 ≈ 85,29 %; bậc từ 70 % đến 90 %: 1 trên 2 điểm',
    },
    {
      // 89999/99999 = 89.99990 %: two decimals would show 90.00 %, on the wrong side of "below 90 %".
      rule: '{ type: bands, bands: [{ from: 90%, points: 2 }, { below: 90%, points: 0 }] }',
      max: '2',
      cell: '89999/99999',
      en: '89999/99999 ≈ 89.9999 %; band below 90 %: 0 of 2 points',
      vi: '89999/99999 ≈ 89,9999 %; bậc dưới 90 %: 0 trên 2 điểm',
    },
    {
      rule: '{ type: bands, over: cap, bands: [{ from: 90%, points: 2 }, { below: 90%, points: 0 }] }',
      max: '2',
      cell: '120%',
      en: '120 %; band from 90 %: 2 of 2 points',
      vi: '120 %; bậc từ 90 % trở lên: 2 trên 2 điểm',
    },
  ],
  proportional: [
    {
      rule: '{ type: proportional }',
      max: '2',
      cell: '29/34',
      en: '29/34 ≈ 85.29 %; 29/34 × 2 ≈ 1.7059',
      vi: '29/34 ≈ 85,29 %; 29/34 × 2 ≈ 1,7059',
    },
    { rule: '{ type: proportional }', max: '2', cell: '98.9%', en: '98.9 % × 2 = 1.978', vi: '98,9 % × 2 = 1,978' },
    {
      rule: '{ type: proportional, floor: 70% }',
      max: '1',
      cell: '13/20',
      en: '13/20 = 65 %; below 70 %: 0 of 1 point',
      vi: '13/20 = 65 %; dưới 70 %: 0 trên 1 điểm',
    },
    {
      rule: '{ type: proportional, full_at: 30% }',
      max: '1',
      cell: '6/25',
      en: '6/25 = 24 %; 6/25 ÷ 30 % × 1 = 0.8',
      vi: '6/25 = 24 %; 6/25 ÷ 30 % × 1 = 0,8',
    },
    {
      rule: '{ type: proportional, full_at: 30% }',
      max: '1',
      cell: '9/27',
      en: '9/27 ≈ 33.33 %; full points from 30 %: 1 of 1 point',
      vi: '9/27 ≈ 33,33 %; đạt điểm tối đa từ 30 %: 1 trên 1 điểm',
    },
    {
      rule: '{ type: proportional, floor: 60%, full_at: 95%, from: floor }',
      max: '3',
      cell: '81%',
      en: '(81 % − 60 %) ÷ (95 % − 60 %) × 3 = 1.8',
      vi: '(81 % − 60 %) ÷ (95 % − 60 %) × 3 = 1,8',
    },
    {
      rule: '{ type: proportional, zero_over_zero: full }',
      max: '1.5',
      cell: '0/0',
      en: '0/0 counts as 100 %; full points from 100 %: 1.5 of 1.5 points',
      vi: '0/0 được tính là 100 %; đạt điểm tối đa từ 100 %: 1,5 trên 1,5 điểm',
    },
    {
      rule: '{ type: proportional, zero_over_zero: none }',
      max: '1.5',
      cell: '0/0',
      en: '0/0 counts as 0 %; 0 % × 1.5 = 0',
      vi: '0/0 được tính là 0 %; 0 % × 1,5 = 0',
    },
  ],
  piecewise: [
    {
      rule: '{ type: piecewise, curve: [{ at: 90%, points: 0 }, { at: 95%, points: 1 }, { at: 100%, points: 2 }] }',
      max: '2',
      cell: '97%',
      en: '97 %; between 95 % (1) and 100 % (2); 1 + (97 % − 95 %) ÷ (100 % − 95 %) × (2 − 1) = 1.4',
      vi: '97 %; giữa 95 % (1) và 100 % (2); 1 + (97 % − 95 %) ÷ (100 % − 95 %) × (2 − 1) = 1,4',
    },
    {
      rule: '{ type: piecewise, curve: [{ at: 90%, points: 0 }, { at: 100%, points: 2 }], over: cap }',
      max: '2',
      cell: '103.2%',
      en: '103.2 %; at 100 %: 2 of 2 points',
      vi: '103,2 %; đúng mốc 100 %: 2 trên 2 điểm',
    },
    {
      rule: '{ type: piecewise, outside: flat, curve: [{ at: 2, points: 0.5 }, { at: 6, points: 2 }] }',
      max: '2',
      cell: '7',
      en: '7; beyond 6: 2 of 2 points',
      vi: '7; vượt 6: 2 trên 2 điểm',
    },
    {
      rule: '{ type: piecewise, outside: flat, curve: [{ at: 2, points: 0.5 }, { at: 6, points: 2 }] }',
      max: '2',
      cell: '1',
      en: '1; below 2: 0.5 of 2 points',
      vi: '1; dưới 2: 0,5 trên 2 điểm',
    },
  ],
  'per-item': [
    { rule: '{ type: per-item, points: 0.25 }', max: '1.5', cell: '5', en: '5 × 0.25 = 1.25', vi: '5 × 0,25 = 1,25' },
    {
      rule: '{ type: per-item, points: 0.25, cap: 1.5 }',
      max: '1.5',
      cell: '9',
      en: '9 × 0.25 = 2.25; at most 1.5',
      vi: '9 × 0,25 = 2,25; không quá 1,5',
    },
  ],
  deduct: [
    { rule: '{ type: deduct, points: 0.1 }', max: '1', cell: '3', en: '1 − 3 × 0.1 = 0.7', vi: '1 − 3 × 0,1 = 0,7' },
    {
      rule: '{ type: deduct, points: 0.5, min: 0 }',
      max: '1',
      cell: '3',
      en: '1 − 3 × 0.5 = -0.5; at least 0',
      vi: '1 − 3 × 0,5 = -0,5; không thấp hơn 0',
    },
  ],
  checklist: [
    {
      rule: '{ type: checklist, items: { ke-hoach: 0.25, danh-muc: 0.25, bao-cao: 0.5 } }',
      max: '1',
      cell: 'ke-hoach; bao-cao',
      en: 'ke-hoach 0.25 + bao-cao 0.5 = 0.75; not met: danh-muc',
      vi: 'ke-hoach 0,25 + bao-cao 0,5 = 0,75; chưa đạt: danh-muc',
    },
    {
      rule: '{ type: checklist, items: [ke-hoach, bao-cao], all_or_nothing: true }',
      max: '1',
      cell: 'ke-hoach',
      en: '1 of 2 items met, all are asked: 0 of 1 point; not met: bao-cao',
      vi: 'đạt 1 trên 2 nội dung, phải đạt đủ: 0 trên 1 điểm; chưa đạt: bao-cao',
    },
    {
      rule: '{ type: checklist, items: { ke-hoach: 0.5, bao-cao: 0.5 } }',
      max: '1',
      cell: 'none',
      en: 'no item met: 0; not met: ke-hoach, bao-cao',
      vi: 'không đạt nội dung nào: 0; chưa đạt: ke-hoach, bao-cao',
    },
  ],
  'best-of': [
    {
      rule: '{ type: best-of, alternatives: { cap-tinh: { type: per-item, points: 0.75, cap: 1.5 }, cap-huyen: { type: per-item, points: 0.5, cap: 1 } } }',
      max: '1.5',
      cell: 'cap-tinh=1 | cap-huyen=2',
      en: 'cap-tinh: 1 × 0.75 = 0.75 | cap-huyen: 2 × 0.5 = 1; the best counts: 1 of 1.5 points',
      vi: 'cap-tinh: 1 × 0,75 = 0,75 | cap-huyen: 2 × 0,5 = 1; tính trường hợp cao nhất: 1 trên 1,5 điểm',
    },
  ],
  survey: [
    {
      // (24 × 1 + 20 × 0.75 + 5 × 0.5 + 1 × 0) ÷ 50 = 41.5 ÷ 50 = 0.83; × 2.5 = 2.075.
      rule: '{ type: survey, scale: { rat-tot: 100%, tot: 75%, duoc: 50%, kem: 0% } }',
      max: '2.5',
      source: 'survey',
      cell: '24;20;5;1',
      en: '(24 × 100 % + 20 × 75 % + 5 × 50 % + 1 × 0 %) ÷ (24 + 20 + 5 + 1) = 83 %; × 2.5 = 2.075',
      vi: '(24 × 100 % + 20 × 75 % + 5 × 50 % + 1 × 0 %) ÷ (24 + 20 + 5 + 1) = 83 %; × 2,5 = 2,075',
    },
    {
      rule: '{ type: survey }',
      max: '10',
      source: 'survey',
      cell: '87.24%',
      en: '87.24 % × 10 = 8.724',
      vi: '87,24 % × 10 = 8,724',
    },
  ],
  relative: [
    {
      rule: '{ type: relative }',
      max: '1.5',
      cell: '30',
      others: ['40', '10'],
      en: "30; the group's best 40; 30 ÷ 40 × 1.5 = 1.125",
      vi: '30; cao nhất nhóm 40; 30 ÷ 40 × 1,5 = 1,125',
    },
    {
      rule: '{ type: relative }',
      max: '1.5',
      cell: '40',
      others: ['30'],
      en: '40; the best of the group: 1.5 of 1.5 points',
      vi: '40; cao nhất nhóm: 1,5 trên 1,5 điểm',
    },
    {
      rule: '{ type: relative, method: min-max, value: share }',
      max: '2',
      cell: '1/3',
      others: ['2/3', '10%'],
      en: "1/3 ≈ 33.33 %; the group's best 2/3 ≈ 66.67 %; its lowest 10 %; ((1/3) − 10 %) ÷ ((2/3) − 10 %) × 2 ≈ 0.8235",
      vi: '1/3 ≈ 33,33 %; cao nhất nhóm 2/3 ≈ 66,67 %; thấp nhất 10 %; ((1/3) − 10 %) ÷ ((2/3) − 10 %) × 2 ≈ 0,8235',
    },
    {
      rule: '{ type: relative, method: percentile }',
      max: '2',
      cell: '5',
      others: ['3', '4', '9'],
      en: '5; above 2 of 3 others: 2 ÷ 3 × 2 ≈ 1.3333',
      vi: '5; hơn 2 trên 3 đơn vị khác: 2 ÷ 3 × 2 ≈ 1,3333',
    },
  ],
  growth: [
    {
      rule: '{ type: growth, full_at: 5% }',
      max: '2',
      cell: '4440',
      previous: '4270',
      en: 'against last year 4440 ÷ 4270 − 1 ≈ 3.98 %; (4440 ÷ 4270 − 1) ÷ 5 % × 2 ≈ 1.5925',
      vi: 'so với năm trước 4440 ÷ 4270 − 1 ≈ 3,98 %; (4440 ÷ 4270 − 1) ÷ 5 % × 2 ≈ 1,5925',
    },
    {
      rule: '{ type: growth, full_at: 5% }',
      max: '2',
      cell: '10',
      previous: '12',
      en: 'against last year 10 ÷ 12 − 1 ≈ -16.67 %; no growth: 0 of 2 points',
      vi: 'so với năm trước 10 ÷ 12 − 1 ≈ -16,67 %; không tăng: 0 trên 2 điểm',
    },
    {
      rule: '{ type: growth, value: share, measure: difference, full_at: 5% }',
      max: '1.5',
      cell: '21.3%',
      previous: '17.4%',
      en: 'against last year 21.3% − 17.4% = 3.9 %; 3.9 % ÷ 5 % × 1.5 = 1.17',
      vi: 'so với năm trước 21.3% − 17.4% = 3,9 %; 3,9 % ÷ 5 % × 1,5 = 1,17',
    },
    {
      rule: '{ type: growth, bands: [{ to: -2.5%, points: 1 }, { above: -2.5%, points: 0 }] }',
      max: '1',
      cell: '39',
      previous: '41',
      en: 'against last year 39 ÷ 41 − 1 ≈ -4.88 %; band up to -2.5 %: 1 of 1 point',
      vi: 'so với năm trước 39 ÷ 41 − 1 ≈ -4,88 %; bậc đến -2,5 %: 1 trên 1 điểm',
    },
  ],
};

function told({ rule, max, source, cell, previous = '', others = [] }: Example) {
  const leaf = `{ id: "1.1", title: T, max: ${max}${source ? `, source: ${source}` : ''}, rule: ${rule} }`;
  const text = `format: 1\nid: r\ntitle: T\ndomains: [{ id: "1", title: T, max: ${max}, criteria: [${leaf}] }]\n`;
  const scoring = readRubric(text, 'rubric.yaml', '').value?.leaves[0]?.rule;
  if (scoring === undefined) throw new Error(`unsound: ${rule}`);
  const limit = parseDecimal(max) as Exact;
  const found = ruleOf(scoring);
  const read = (each: string): Exact => {
    const value = found.read(each, scoring.options, { leaf: '1.1', max: limit, mark: '.', previous });
    if (isRefusal(value)) throw new Error(`refused: ${each}`);
    return value;
  };
  const value = read(cell);
  const values = [value, ...others.map(read)];
  const points = pointsAt(curveOf(scoring, limit, values), value) as Exact;
  const asked = { cell, previous, mark: '.' as const, value, points, options: scoring.options, max: limit, values };
  return { en: found.because(asked, speech('en')), vi: found.because(asked, speech('vi')) };
}

describe('because', () => {
  it('has an example of every rule', () => {
    expect(Object.keys(EXAMPLES).toSorted()).toEqual(Object.keys(rules).toSorted());
  });

  it.each(Object.values(EXAMPLES).flat())('$rule: $cell', (example) => {
    expect(told(example)).toEqual({ en: example.en, vi: example.vi });
  });
});
