/** Words that several pages share, in both languages; what one page says alone stands in `words/` under its name. */
import type { Told, Words } from '../model/words.ts';

/** Headers and terms of the field (words table of the reference). */
export const words = {
  rank: { en: 'Rank', vi: 'Hạng' },
  unit: { en: 'Unit', vi: 'Đơn vị' },
  points: { en: 'Points', vi: 'Điểm' },
  max: { en: 'Max', vi: 'Điểm tối đa' },
  lost: { en: 'Lost', vi: 'Điểm mất' },
  index: { en: 'Index (%)', vi: 'Chỉ số (%)' },
  grade: { en: 'Grade', vi: 'Xếp loại' },
  shortBy: { en: 'Short by', vi: 'Còn thiếu' },
  nextGrade: { en: 'For the grade', vi: 'Để đạt loại' },
  domain: { en: 'Domain', vi: 'Lĩnh vực' },
  criterion: { en: 'Criterion', vi: 'Tiêu chí' },
  bonus: { en: 'Bonus', vi: 'Điểm thưởng' },
  penalty: { en: 'Penalty', vi: 'Điểm trừ' },
  total: { en: 'Total', vi: 'Tổng điểm' },
  id: { en: 'Id', vi: 'Mã' },
  notes: { en: 'Notes', vi: 'Ghi chú' },
} as const satisfies Record<string, Words>;

/** Stages and value columns that every rubric knows; a rubric's own stages are shown by their ids. */
const columnWords: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['self', { en: 'self-assessed', vi: 'tự đánh giá' }],
  ['appraised', { en: 'appraised', vi: 'thẩm định' }],
  ['survey', { en: 'survey', vi: 'điều tra xã hội học' }],
  ['previous', { en: 'last year', vi: 'năm trước' }],
  ['override', { en: 'override', vi: 'điểm quyết định' }],
]);

/** A stage or value column in words; its id where it is a rubric's own. */
export function columnName(column: string): Words {
  return columnWords.get(column) ?? { en: column, vi: column };
}

export const unitsCounted: Told<{ readonly count: number }> = {
  en: ({ count }) => counted(count, 'unit', 'units'),
  vi: ({ count }) => `${count} đơn vị`,
};

/** The points of a node, and which bound a gate set: `3: 45.00 < 50`. */
export const heldBy: Told<{ readonly level: 'domain' | 'criterion' | 'part'; readonly comparison: string }> = {
  en: ({ level, comparison }) => `held by ${level} ${comparison}`,
  vi: ({ level, comparison }) => `bị khống chế bởi ${levelNames[level]} ${comparison}`,
};

const levelNames = { domain: 'lĩnh vực', criterion: 'tiêu chí', part: 'tiêu chí thành phần' } as const;

/** `1 unit`, `2 units`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
