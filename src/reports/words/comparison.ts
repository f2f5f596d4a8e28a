/** Words of a comparison, in both languages. */
import type { Part, Streak } from '../../model/comparison.ts';
import type { Told, Words } from '../../model/words.ts';
import { counted } from '../words.ts';

export const comparisonTitle: Told<{ readonly list: string }> = {
  en: ({ list }) => `Comparison: ${list}`,
  vi: ({ list }) => `So sánh kết quả: ${list}`,
};

export const comparisonWords = {
  allUnits: { en: 'All units', vi: 'Tất cả các đơn vị' },
  change: { en: 'Change', vi: 'Tăng, giảm' },
  places: { en: 'Places', vi: 'Bậc' },
  split: { en: 'Where the change of the index comes from', vi: 'Nguồn gốc tăng, giảm chỉ số' },
  domains: { en: 'By domain', vi: 'Theo lĩnh vực' },
  meanChange: { en: 'Mean change', vi: 'Bình quân' },
  roseMost: { en: 'Rose most', vi: 'Tăng nhiều nhất' },
  fellMost: { en: 'Fell most', vi: 'Giảm nhiều nhất' },
  otherGroup: { en: 'other group', vi: 'nhóm khác' },
  sameRubric: { en: 'Both were scored by the same rubric.', vi: 'Hai kết quả chấm theo cùng một bộ tiêu chí.' },
  splitNote: {
    en:
      'The parts add up to the change of the exact index, nothing is left over; shown figures are rounded for showing only. ' +
      'A part is what changing that one thing adds, averaged over all orders in which things can be changed (Shapley; of two things the midpoint).',
    vi:
      'Các phần cộng lại đúng bằng mức tăng, giảm của chỉ số chưa làm tròn, không có phần dư; số trong bảng chỉ làm tròn khi hiển thị. ' +
      'Mỗi phần là mức thay đổi do riêng yếu tố đó, lấy bình quân theo mọi thứ tự thay đổi (Shapley; với hai yếu tố là trung điểm).',
  },
  changeNote: {
    en: 'Change and places compare the figures as they were shown.',
    vi: 'Tăng, giảm và số bậc tính theo số liệu đã hiển thị.',
  },
} as const satisfies Record<string, Words>;

export const partWords: Readonly<Record<Part, Words>> = {
  performance: { en: 'Performance', vi: 'Kết quả thực hiện' },
  maxima: { en: 'Changed maxima', vi: 'Đổi điểm tối đa' },
  added: { en: 'New criteria', vi: 'Tiêu chí mới' },
  dropped: { en: 'Dropped criteria', vi: 'Tiêu chí bỏ' },
  exemptions: { en: 'Exemptions', vi: 'Không đánh giá' },
  adjustments: { en: 'Bonus, penalty', vi: 'Điểm thưởng, trừ' },
  rounding: { en: 'Rounding', vi: 'Làm tròn' },
};

const ORDINALS = ['', '', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

function ordinal(count: number): string {
  return ORDINALS[count] ?? `${count}th`;
}

interface StreakFacts {
  readonly kind: Streak['kind'];
  readonly unit: string;
  /** How many results, or (risen, fallen) how many steps. */
  readonly count: number;
  readonly from: string;
  readonly to: string;
  /** Whether the results are those of years that follow each other. */
  readonly isYears: boolean;
}

export const streakLine: Told<StreakFacts> = {
  en: ({ kind, unit, count, from, to, isYears }) => {
    const running = `for the ${ordinal(count)} ${isYears ? 'year' : 'time'} running (${from}–${to})`;
    const what = { first: 'first', risen: 'the index has risen', fallen: 'the index has fallen' }[kind];
    return `${unit}: ${what} ${running}.`;
  },
  vi: ({ kind, unit, count, from, to, isYears }) => {
    const what = { first: 'đứng đầu', risen: 'chỉ số tăng', fallen: 'chỉ số giảm' }[kind];
    return `${unit}: ${what} ${isYears ? 'năm' : 'lần'} thứ ${VI_ORDINALS[count] ?? count} liên tiếp (${from}–${to}).`;
  },
};

const VI_ORDINALS = ['', '', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

interface Both {
  readonly older: string;
  readonly newer: string;
}

export const pairTitle: Told<Both> = {
  en: ({ older, newer }) => `From ${older} to ${newer}`,
  vi: ({ older, newer }) => `Từ ${older} đến ${newer}`,
};

export const moversLine: Told<{ readonly direction: 'up' | 'down'; readonly list: string }> = {
  en: ({ direction, list }) => `${direction === 'up' ? 'Rose' : 'Fell'} most: ${list}.`,
  vi: ({ direction, list }) => `${direction === 'up' ? 'Tăng' : 'Giảm'} nhiều nhất: ${list}.`,
};

export const onlyLine: Told<{ readonly label: string; readonly list: string }> = {
  en: ({ label, list }) => `Only in ${label}: ${list}.`,
  vi: ({ label, list }) => `Chỉ có ở ${label}: ${list}.`,
};

export const successionLine: Told<{ readonly unit: string; readonly list: string }> = {
  en: ({ unit, list }) => `${unit} took the place of ${list}; it is compared with none of them.`,
  vi: ({ unit, list }) => `${unit} thay cho ${list}; không so với riêng đơn vị nào.`,
};

export const rubricChanged: Told<Both & { readonly common: number; readonly added: string; readonly dropped: string }> =
  {
    en: ({ older, newer, common, added, dropped }) =>
      `The rubric changed from ${older} to ${newer}: ${counted(common, 'criterion', 'criteria')} in common` +
      `${added === '' ? '' : `; new: ${added}`}${dropped === '' ? '' : `; dropped: ${dropped}`}.`,
    vi: ({ older, newer, common, added, dropped }) =>
      `Bộ tiêu chí đổi từ ${older} sang ${newer}: ${common} tiêu chí chung` +
      `${added === '' ? '' : `; mới: ${added}`}${dropped === '' ? '' : `; bỏ: ${dropped}`}.`,
  };

export const doubtfulLine: Told<{ readonly list: string }> = {
  en: ({ list }) => `Matched by their ids although the titles differ (write "from" in the newer rubric): ${list}.`,
  vi: ({ list }) => `Ghép theo mã dù tên khác nhau (nên ghi "from" trong bộ tiêu chí mới): ${list}.`,
};

export const lackWords: Readonly<Record<'table' | 'leaves', Told<{ readonly label: string }>>> = {
  table: {
    en: ({ label }) => `${label} is a table of totals`,
    vi: ({ label }) => `${label} là bảng tổng hợp`,
  },
  leaves: {
    en: ({ label }) => `${label} was saved without its criteria (rank --format json --leaves saves them)`,
    vi: ({ label }) =>
      `${label} được lưu không kèm điểm từng tiêu chí (rank --format json --leaves lưu lại số liệu này)`,
  },
};

export const noSplitLine: Told<{ readonly lacks: string }> = {
  en: ({ lacks }) =>
    `What came from performance and what from the rubric cannot be told: that takes the points of the criteria in both, but ${lacks}.`,
  vi: ({ lacks }) =>
    `Không tách được phần do kết quả thực hiện và phần do bộ tiêu chí: cần điểm từng tiêu chí của cả hai, nhưng ${lacks}.`,
};
