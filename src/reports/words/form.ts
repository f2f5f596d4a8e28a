/** Words of a form to fill in: its columns, its instruction, and what stands beside each cell, in both languages. */
import type { CellKind } from '../../model/fill.ts';
import type { Told, Words } from '../../model/words.ts';

export const formWords = {
  sheet: { en: 'Form', vi: 'Biểu mẫu' },
  id: { en: 'Id', vi: 'Mã' },
  title: { en: 'Domain, criterion, part', vi: 'Lĩnh vực, tiêu chí, tiêu chí thành phần' },
  max: { en: 'Max', vi: 'Điểm tối đa' },
  rule: { en: 'How it is marked', vi: 'Cách chấm điểm' },
  points: { en: 'Points so far', vi: 'Điểm tạm tính' },
  total: { en: 'Total so far', vi: 'Tổng điểm tạm tính' },
  adjustments: { en: 'Bonus and penalty, beyond the scale', vi: 'Điểm thưởng, điểm trừ (ngoài thang điểm)' },
  evidenceAsked: { en: 'Evidence is required.', vi: 'Phải có tài liệu kiểm chứng.' },
  exemptible: {
    en: '"n/a" is permitted, with a note.',
    vi: 'Được ghi "không áp dụng", kèm giải trình.',
  },
  exempt: { en: 'n/a', vi: 'không áp dụng' },
  bySurvey: { en: 'Decided by the survey.', vi: 'Chấm theo điều tra xã hội học.' },
  atRanking: { en: 'at the ranking', vi: 'khi xếp hạng' },
  bonus: { en: 'Bonus.', vi: 'Điểm thưởng.' },
  penalty: { en: 'Penalty.', vi: 'Điểm trừ.' },
  anyUnit: { en: '…………………………', vi: '…………………………' },
} as const satisfies Record<string, Words>;

/** Headers of the columns that are read; a rubric's own stages are shown by their ids. */
const COLUMNS: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['self', { en: 'Self-assessed', vi: 'Tự đánh giá' }],
  ['appraised', { en: 'Appraised', vi: 'Thẩm định' }],
  ['survey', { en: 'Survey', vi: 'Điều tra xã hội học' }],
  ['previous', { en: 'Last year', vi: 'Năm trước' }],
  ['override', { en: 'Override', vi: 'Điểm quyết định' }],
  ['evidence', { en: 'Evidence', vi: 'Tài liệu kiểm chứng' }],
  ['note', { en: 'Note', vi: 'Giải trình' }],
]);

/** The header of a column of entries. */
export function formColumn(column: string): Words {
  return COLUMNS.get(column) ?? { en: column, vi: column };
}

export const unitLine: Told<Record<'unit' | 'year' | 'rubric', string>> = {
  en: ({ unit, year, rubric }) => `Unit: ${unit}. ${year === '' ? '' : `Year: ${year}. `}Rubric: ${rubric}.`,
  vi: ({ unit, year, rubric }) => `Đơn vị: ${unit}. ${year === '' ? '' : `Năm: ${year}. `}Bộ tiêu chí: ${rubric}.`,
};

export const instruction: Words = {
  en:
    'Write only into the pale yellow cells; all others are locked. Decimals have a dot (1.5); a share is written like ' +
    '85.29% or 29/34; levels are chosen from the list. An empty cell means that nothing is reported, not 0. Add and ' +
    'remove no rows or columns, and do not merge cells. "Points so far" is only for orientation.',
  vi:
    'Chỉ ghi vào các ô màu vàng nhạt; các ô khác đã khóa. Số thập phân dùng dấu phẩy (1,5); tỷ lệ ghi như 85,29% hoặc ' +
    '29/34; mức đánh giá chọn trong danh sách. Ô để trống nghĩa là chưa có số liệu, không phải 0. Không thêm, xóa dòng ' +
    'hoặc cột, không trộn ô. Cột "Điểm tạm tính" chỉ để tham khảo.',
};

interface Asked {
  /** In the reader's decimal mark; empty where there is no limit. */
  readonly upTo: string;
  readonly names: readonly string[];
}

/** What a cell takes, by its kind; shown while it is being filled in, and again when it refuses. */
export const asks: Readonly<Record<Exclude<CellKind, 'change'>, Told<Asked>>> = {
  number: {
    en: ({ upTo }) => (upTo === '' ? 'A number, such as 12.5.' : `A number from 0 to ${upTo}.`),
    vi: ({ upTo }) => (upTo === '' ? 'Ghi một số, ví dụ 12,5.' : `Ghi một số từ 0 đến ${upTo}.`),
  },
  share: {
    en: () => 'A share, such as 85.29% or 29/34.',
    vi: () => 'Ghi tỷ lệ, ví dụ 85,29% hoặc 29/34.',
  },
  count: {
    en: () => 'How many: a whole number, such as 3.',
    vi: () => 'Ghi số lượng: số nguyên, ví dụ 3.',
  },
  name: {
    en: ({ names }) => `One of: ${names.join(', ')}.`,
    vi: ({ names }) => `Chọn một mức: ${names.join(', ')}.`,
  },
  list: {
    en: ({ names }) => `What is met, with ";" between: ${names.join(';')}. Nothing met: none.`,
    vi: ({ names }) => `Ghi các nội dung đạt, cách nhau bằng dấu ";": ${names.join(';')}. Không đạt: không có.`,
  },
  cases: {
    en: ({ names }) => `Case=value, with "|" between several: ${names.map((name) => `${name}=…`).join(' | ')}.`,
    vi: ({ names }) =>
      `Ghi trường hợp=giá trị, nhiều trường hợp cách nhau bằng "|": ${names.map((name) => `${name}=…`).join(' | ')}.`,
  },
  answers: {
    en: ({ names }) => `How many answers of each kind, with ";" between: ${names.join(';')}.`,
    vi: ({ names }) => `Ghi số phiếu từng mức, cách nhau bằng dấu ";": ${names.join(';')}.`,
  },
};

/** What the council's own points take. */
export const asksOverride: Told<{ readonly max: string }> = {
  en: ({ max }) => `Points from 0 to ${max} that the council sets over the rule; a note is required.`,
  vi: ({ max }) => `Điểm do hội đồng quyết định, từ 0 đến ${max}; phải có giải trình.`,
};
