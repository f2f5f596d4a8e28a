/** Words of a what-if, in both languages. */
import type { Told, Words } from '../../model/words.ts';

export const whatIfTitle: Told<{ readonly units: string; readonly year: number | undefined }> = {
  en: ({ units, year }) => `What if: ${units}${year === undefined ? '' : `, ${year}`}`,
  vi: ({ units, year }) => `Giả định: ${units}${year === undefined ? '' : `, năm ${year}`}`,
};

/** A unit's rank or grade then and now; empty where it has none. */
export const moved: Told<{ readonly unit: string; readonly from: string; readonly to: string }> = {
  en: ({ unit, from, to }) => `${unit} ${from || 'none'} → ${to || 'none'}`,
  vi: ({ unit, from, to }) => `${unit} ${from || 'không có'} → ${to || 'không có'}`,
};

/** Both empty: nothing moves. */
export const whoMoves: Told<{ readonly ranks: string; readonly grades: string }> = {
  en: ({ ranks, grades }) =>
    [
      ranks === '' ? 'Nobody changes places.' : `Ranks change: ${ranks}.`,
      grades === '' ? '' : ` Grades change: ${grades}.`,
    ].join(''),
  vi: ({ ranks, grades }) =>
    [
      ranks === '' ? 'Không đơn vị nào đổi hạng.' : `Đổi hạng: ${ranks}.`,
      grades === '' ? '' : ` Đổi xếp loại: ${grades}.`,
    ].join(''),
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
