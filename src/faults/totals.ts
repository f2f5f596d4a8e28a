/** What a row of a name that nobody declared looks like, by its figures. */
import type { Words } from '../model/words.ts';

/** What the figures of a row are of those of the other rows. */
export const TOTALS = {
  sum: {
    en: 'its figures are the sums of the other rows: if it is a row of totals, remove it.',
    vi: 'số liệu trong dòng bằng tổng các dòng khác: nếu là dòng tổng cộng thì xóa.',
  },
  mean: {
    en: 'its figures are the means of the other rows: if it is a row of means, remove it.',
    vi: 'số liệu trong dòng bằng trung bình các dòng khác: nếu là dòng trung bình thì xóa.',
  },
  count: {
    en: 'its figures count the other rows: if it is a row of counts, remove it.',
    vi: 'số liệu trong dòng bằng số dòng khác có số liệu: nếu là dòng đếm thì xóa.',
  },
} as const satisfies Record<string, Words>;

export type TotalKind = keyof typeof TOTALS;
