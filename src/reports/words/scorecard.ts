/** Words of one unit's scorecard (phiếu điểm), in both languages. */
import type { Told, Words } from '../../model/words.ts';

export const scorecardTitle: Told<{ readonly unit: string; readonly year: number | undefined }> = {
  en: ({ unit, year }) => `Scorecard: ${unit}${year === undefined ? '' : `, ${year}`}`,
  vi: ({ unit, year }) => `Phiếu điểm: ${unit}${year === undefined ? '' : `, năm ${year}`}`,
};

/** Each fact is a decimal text in the reader's mark; absent facts are left out of the sentence. */
export const standingLine: Told<{
  readonly group: string;
  readonly rank: string;
  readonly of: number;
  readonly tied: boolean;
}> = {
  en: ({ group, rank, of, tied }) => `${group}: rank ${rank} of ${of}${tied ? ' (shared)' : ''}.`,
  vi: ({ group, rank, of, tied }) => `${group}: xếp hạng ${rank} trên ${of}${tied ? ' (đồng hạng)' : ''}.`,
};

export const unrankedLine: Told<{ readonly group: string }> = {
  en: ({ group }) => `${group}: not ranked with the others.`,
  vi: ({ group }) => `${group}: không xếp hạng chung.`,
};

export const pointsLine: Told<{ readonly points: string; readonly max: string; readonly index: string }> = {
  en: ({ points, max, index }) => `${points} of ${max} points, index ${index}%.`,
  vi: ({ points, max, index }) => `Đạt ${points} trên ${max} điểm, chỉ số ${index}%.`,
};

export const noIndexLine: Words = {
  en: 'No criterion applies: no index, no rank, no grade.',
  vi: 'Mọi tiêu chí đều không đánh giá: không có chỉ số, thứ hạng, xếp loại.',
};

export const gradeLine: Told<{ readonly grade: string; readonly margin: string; readonly next: string }> = {
  en: ({ grade, margin, next }) => `Grade: ${grade}${margin === '' ? '' : `; short of ${next} by ${margin}`}.`,
  vi: ({ grade, margin, next }) => `Xếp loại: ${grade}${margin === '' ? '' : `; còn thiếu ${margin} để đạt ${next}`}.`,
};

export const heldLine: Told<{ readonly grade: string; readonly byIndex: string; readonly holds: string }> = {
  en: ({ grade, byIndex, holds }) => `Grade: ${grade}, ${holds} (by the index alone: ${byIndex}).`,
  vi: ({ grade, byIndex, holds }) => `Xếp loại: ${grade}, ${holds} (nếu chỉ xét chỉ số: ${byIndex}).`,
};

export const nextAboveLine: Told<{ readonly unit: string; readonly rank: number; readonly gap: string }> = {
  en: ({ unit, rank, gap }) => `Next above: ${unit} (rank ${rank}), ahead by ${gap}.`,
  vi: ({ unit, rank, gap }) => `Đơn vị xếp ngay trên: ${unit} (hạng ${rank}), hơn ${gap}.`,
};

export const largestLosses: Told<{ readonly list: string }> = {
  en: ({ list }) => `Largest losses: ${list}.`,
  vi: ({ list }) => `Mất điểm nhiều nhất: ${list}.`,
};

export const scorecardWords = {
  domains: { en: 'By domain', vi: 'Theo lĩnh vực' },
  sides: { en: 'Points by where they come from', vi: 'Điểm theo nguồn' },
  among: { en: 'Among the group (index in %)', vi: 'So với nhóm (chỉ số %)' },
  best: { en: 'Best', vi: 'Cao nhất' },
  median: { en: 'Median', vi: 'Trung vị' },
  worst: { en: 'Worst', vi: 'Thấp nhất' },
  place: { en: 'Place', vi: 'Vị thứ' },
  sum: { en: 'Together', vi: 'Cộng' },
  leaves: { en: 'By criterion', vi: 'Theo tiêu chí' },
  adjustments: { en: 'Bonus and penalty', vi: 'Điểm thưởng, điểm trừ' },
  value: { en: 'Value', vi: 'Kết quả' },
  kind: { en: 'Kind', vi: 'Loại' },
  outside: { en: 'Not counted on this basis', vi: 'Không tính theo căn cứ này' },
  overrides: { en: 'Points set outright by the council', vi: 'Điểm quyết định của hội đồng' },
  exempt: { en: 'Exempt', vi: 'Không đánh giá' },
  missing: {
    en: 'Nothing reported, counted as 0 points of the full maximum',
    vi: 'Chưa có số liệu, tính 0 điểm trên toàn bộ điểm tối đa',
  },
} as const satisfies Record<string, Words>;
