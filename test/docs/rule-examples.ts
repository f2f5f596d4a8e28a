/** For each rule an example as it stands in docs/rubric.md: its YAML, a maximum, and cells with their points by hand. */
import type { RuleName } from '../../src/rules/index.ts';

export interface RuleExample {
  readonly yaml: string;
  readonly max: string;
  /** What the field says, in Vietnamese. */
  readonly wording: string;
  readonly cells: readonly { readonly cell: string; readonly points: string; readonly previous?: string }[];
  /** Values of other units of the group, for a rule that needs them. */
  readonly others?: readonly string[];
  readonly source?: 'survey';
}

export const RULE_EXAMPLES: Readonly<Record<RuleName, RuleExample>> = {
  given: {
    yaml: '{ type: given, step: 0.25 }',
    max: '2',
    wording: 'Hội đồng cho điểm trực tiếp',
    cells: [
      { cell: '1.75', points: '1.75' },
      { cell: '0', points: '0' },
    ],
  },
  levels: {
    yaml: '{ type: levels, levels: { kip-thoi: 1, khong-kip-thoi: 0.5, khong: 0 } }',
    max: '1',
    wording: 'Kịp thời: 1; không kịp thời: 0,5; không: 0',
    cells: [
      { cell: 'kip-thoi', points: '1' },
      { cell: 'khong-kip-thoi', points: '0.5' },
    ],
  },
  bands: {
    yaml: '{ type: bands, bands: [{ above: 90%, points: 2 }, { from: 70%, to: 90%, points: 1 }, { below: 70%, points: 0 }] }',
    max: '2',
    wording: 'Trên 90%: 2; từ 70% - 90%: 1; dưới 70%: 0',
    cells: [
      { cell: '90.01%', points: '2' },
      { cell: '90%', points: '1' },
      { cell: '7/10', points: '1' },
      { cell: '69.99%', points: '0' },
    ],
  },
  proportional: {
    yaml: '{ type: proportional, floor: 70%, zero_over_zero: full }',
    max: '2',
    wording: '(a/b) × điểm tối đa; dưới 70% thì 0 điểm',
    cells: [
      { cell: '29/34', points: '29/17' },
      { cell: '70%', points: '1.4' },
      { cell: '69%', points: '0' },
      { cell: '0/0', points: '2' },
    ],
  },
  piecewise: {
    yaml: '{ type: piecewise, curve: [{ at: 50%, points: 0 }, { at: 80%, points: 1 }, { at: 100%, points: 2 }], outside: flat }',
    max: '2',
    wording: 'Đường gấp khúc: 50% được 0, 80% được 1, 100% được 2',
    cells: [
      { cell: '40%', points: '0' },
      { cell: '65%', points: '0.5' },
      { cell: '90%', points: '1.5' },
    ],
  },
  'per-item': {
    yaml: '{ type: per-item, points: 0.5, cap: 2 }',
    max: '2',
    wording: 'Mỗi sáng kiến 0,5 điểm, tổng không quá 2',
    cells: [
      { cell: '3', points: '1.5' },
      { cell: '9', points: '2' },
    ],
  },
  deduct: {
    yaml: '{ type: deduct, points: 0.1, min: 0 }',
    max: '1',
    wording: 'Mỗi ngày trễ trừ 0,1, không thấp hơn 0',
    cells: [
      { cell: '0', points: '1' },
      { cell: '3', points: '0.7' },
      { cell: '15', points: '0' },
    ],
  },
  checklist: {
    yaml: '{ type: checklist, items: { ke-hoach: 0.5, kinh-phi: 0.5, bao-cao: 1 } }',
    max: '2',
    wording: 'Mỗi nội dung đạt được có điểm riêng; hoặc đủ mọi nội dung mới được điểm (all_or_nothing: true)',
    cells: [
      { cell: 'ke-hoach;bao-cao', points: '1.5' },
      { cell: 'none', points: '0' },
    ],
  },
  'best-of': {
    yaml: '{ type: best-of, alternatives: { cap-tinh: { type: per-item, points: 1, cap: 2 }, cap-huyen: { type: per-item, points: 0.5, cap: 1 } } }',
    max: '2',
    wording: 'Tính trường hợp có điểm cao nhất',
    cells: [
      { cell: 'cap-tinh=1 | cap-huyen=1', points: '1' },
      { cell: 'cap-huyen=2', points: '1' },
    ],
  },
  survey: {
    yaml: '{ type: survey, scale: { rat-hai-long: 100%, hai-long: 75%, binh-thuong: 50%, khong: 0% } }',
    max: '4',
    wording: 'Số phiếu theo thang; hoặc tỷ lệ hài lòng có sẵn (không có scale)',
    source: 'survey',
    cells: [
      { cell: '40;30;20;10', points: '2.9' },
      { cell: '1;0;0;0', points: '4' },
    ],
  },
  relative: {
    yaml: '{ type: relative, method: best }',
    max: '2',
    wording: 'Giá trị ÷ giá trị cao nhất của nhóm × điểm tối đa',
    others: ['40', '25'],
    cells: [
      { cell: '30', points: '1.5' },
      { cell: '0', points: '0' },
    ],
  },
  growth: {
    yaml: '{ type: growth, full_at: 10% }',
    max: '1',
    wording: 'So với số liệu năm trước: tăng từ 10% được điểm tối đa, ít hơn thì theo tỷ lệ',
    cells: [
      { cell: '110', previous: '100', points: '1' },
      { cell: '105', previous: '100', points: '0.5' },
      { cell: '90', previous: '100', points: '0' },
    ],
  },
};
