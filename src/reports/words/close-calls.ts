/** Words of the close calls, in both languages. */
import type { Variant } from '../../model/edges.ts';
import type { Told, Words } from '../../model/words.ts';

export const closeCallWords = {
  title: { en: 'Close calls', vi: 'Trường hợp sát nút' },
  were: { en: 'If', vi: 'Nếu' },
  wouldRank: { en: 'Rank then', vi: 'Hạng khi đó' },
  wouldGrade: { en: 'Grade then', vi: 'Xếp loại khi đó' },
  moved: { en: 'If its', vi: 'Nếu' },
  gap: { en: 'Apart', vi: 'Cách nhau' },
  above: { en: 'Above', vi: 'Đứng trên' },
  below: { en: 'Below', vi: 'Đứng dưới' },
  effect: { en: 'One step then', vi: 'Khi lệch một bước' },
  levels: { en: 'brings them level', vi: 'thì ngang nhau' },
  turns: { en: 'turns them around', vi: 'thì đổi chỗ' },
} as const satisfies Record<string, Words>;

const VARIANTS: Readonly<Record<string, Words>> = {
  exact: { en: 'compared by unrounded figures', vi: 'so sánh bằng số chưa làm tròn' },
  rounded: { en: 'compared by rounded figures', vi: 'so sánh bằng số đã làm tròn' },
  leaf: { en: 'rounded at each criterion', vi: 'làm tròn ở từng tiêu chí' },
  domain: { en: 'rounded at each domain', vi: 'làm tròn ở từng lĩnh vực' },
  total: { en: 'rounded at the total', vi: 'làm tròn ở tổng điểm' },
};

/** `rounded at each domain`. */
export function variantWords(variant: Variant): Words {
  return VARIANTS[variant.kind === 'sense' ? variant.on : variant.at] as Words;
}

export const unchanged: Told<{ readonly list: string }> = {
  en: ({ list }) => `No rank and no grade would change if figures were ${list}.`,
  vi: ({ list }) => `Không thứ hạng, xếp loại nào thay đổi nếu ${list}.`,
};

export const noStep: Told<{ readonly step: string }> = {
  en: ({ step }) => `No grade and no rank hangs on ${step} more or less.`,
  vi: ({ step }) => `Không xếp loại, thứ hạng nào phụ thuộc vào mức chênh ${step}.`,
};

export const gradeStepsIntro: Told<{ readonly step: string }> = {
  en: ({ step }) => `Grades that ${step} more or less would change:`,
  vi: ({ step }) => `Xếp loại sẽ khác nếu chỉ chênh ${step}:`,
};

export const rankStepsIntro: Told<{ readonly step: string }> = {
  en: ({ step }) => `Neighbours in rank at most ${step} apart:`,
  vi: ({ step }) => `Các đơn vị kề hạng cách nhau không quá ${step}:`,
};

export const movedBy: Told<{ readonly node: string | undefined; readonly by: string }> = {
  en: ({ node, by }) => (node === undefined ? `index ${by}` : `index of ${node} ${by}`),
  vi: ({ node, by }) => (node === undefined ? `chỉ số ${by}` : `chỉ số của ${node} ${by}`),
};

export const moreRows: Told<{ readonly left: number }> = {
  en: ({ left }) => `… and ${left} more; --format json lists all.`,
  vi: ({ left }) => `… và ${left} dòng nữa; --format json liệt kê đủ.`,
};

export const closeCallsLine: Told<{ readonly step: string; readonly list: string }> = {
  en: ({ step, list }) =>
    list === ''
      ? `No rank and no grade here hangs on how figures are rounded, or on ${step} more or less.`
      : `Close calls, where the way of rounding or ${step} decides the rank or the grade: ${list}. More: parindex check --edges`,
  vi: ({ step, list }) =>
    list === ''
      ? `Không thứ hạng, xếp loại nào ở đây phụ thuộc vào cách làm tròn hay mức chênh ${step}.`
      : `Sát nút, cách làm tròn hoặc mức chênh ${step} quyết định thứ hạng hay xếp loại: ${list}. Chi tiết: parindex check --edges`,
};
