/** Words that only a page one can operate needs, in both languages. */
import type { Words } from '../../model/words.ts';

export const pageWords = {
  skip: { en: 'Skip to the content', vi: 'Đến nội dung chính' },
  contents: { en: 'Contents', vi: 'Mục lục' },
  search: { en: 'Search the rows', vi: 'Tìm trong bảng' },
  all: { en: 'All', vi: 'Tất cả' },
  /** The script puts the numbers in. */
  shown: { en: '{shown} of {all} rows', vi: '{shown} trên {all} dòng' },
  more: { en: 'Show all {all} rows', vi: 'Hiện cả {all} dòng' },
  chart: { en: 'chart', vi: 'biểu đồ' },
} as const satisfies Record<string, Words>;
