/** Words of a what-if, in both languages. */
import type { Told, Words } from '../../model/words.ts';

export const whatIfTitle: Told<{ readonly unit: string; readonly year: number | undefined }> = {
  en: ({ unit, year }) => `What if: ${unit}${year === undefined ? '' : `, ${year}`}`,
  vi: ({ unit, year }) => `Giả định: ${unit}${year === undefined ? '' : `, năm ${year}`}`,
};

export const whatIfWords = {
  unofficial: {
    en: 'A supposition, no result: all other values and units are as reported.',
    vi: 'Đây là giả định, không phải kết quả: mọi số liệu và đơn vị khác giữ nguyên.',
  },
  reported: { en: 'Reported', vi: 'Đã ghi' },
  supposed: { en: 'Supposed', vi: 'Giả định' },
  pointsBefore: { en: 'Points now', vi: 'Điểm hiện tại' },
  pointsAfter: { en: 'Points then', vi: 'Điểm giả định' },
  rankBefore: { en: 'Before', vi: 'Trước đó' },
  change: { en: 'Change', vi: 'Thay đổi' },
  gradeBefore: { en: 'Before', vi: 'Trước đó' },
} as const satisfies Record<string, Words>;
