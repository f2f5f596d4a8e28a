/** Words of the comparison of two units, in both languages. Numbers come in the reader's decimal mark. */
import type { Told, Words } from '../../model/words.ts';

export const versusTitle: Told<{
  readonly one: string;
  readonly other: string;
  readonly side: 'above' | 'below' | 'level';
  readonly year: number | undefined;
}> = {
  en: ({ one, other, side, year }) =>
    `Why ${one} stands ${side === 'level' ? 'level with' : side} ${other}${year === undefined ? '' : `, ${year}`}`,
  vi: ({ one, other, side, year }) =>
    `Vì sao ${one} ${{ above: 'xếp trên', below: 'xếp dưới', level: 'ngang' }[side]} ${other}${year === undefined ? '' : `, năm ${year}`}`,
};

export const versusWords = {
  domains: { en: 'The gap by domain', vi: 'Chênh lệch theo lĩnh vực' },
  leaves: { en: 'The gap by criterion, the largest first', vi: 'Chênh lệch theo tiêu chí, nhiều nhất trước' },
  gap: { en: 'Gap', vi: 'Chênh lệch' },
  extras: {
    bonus: { en: 'Bonus', vi: 'Điểm thưởng' },
    penalty: { en: 'Penalty', vi: 'Điểm trừ' },
    rounding: { en: 'Rounding', vi: 'Làm tròn' },
    bounds: { en: 'Bounds of the index', vi: 'Giới hạn của chỉ số' },
  },
  none: { en: 'No criterion makes a difference.', vi: 'Không tiêu chí nào tạo chênh lệch.' },
  unranked: { en: 'not ranked', vi: 'không xếp hạng' },
} as const;

/** `Huyện Khánh Vĩnh: rank 1, 92.08 of 100 points, index 92.08%.` */
export const sideLine: Told<{
  readonly unit: string;
  readonly rank: string;
  readonly points: string;
  readonly max: string;
  readonly index: string;
}> = {
  en: ({ unit, rank, points, max, index }) => `${unit}: rank ${rank}, ${points} of ${max} points, index ${index}%.`,
  vi: ({ unit, rank, points, max, index }) =>
    `${unit}: hạng ${rank}, đạt ${points} trên ${max} điểm, chỉ số ${index}%.`,
};

export const unrankedSideLine: Told<{
  readonly unit: string;
  readonly points: string;
  readonly max: string;
  readonly index: string;
}> = {
  en: ({ unit, points, max, index }) => `${unit}: not ranked, ${points} of ${max} points, index ${index}%.`,
  vi: ({ unit, points, max, index }) => `${unit}: không xếp hạng, đạt ${points} trên ${max} điểm, chỉ số ${index}%.`,
};

export const gapLine: Told<{ readonly sum: string; readonly isExact: boolean }> = {
  en: ({ sum, isExact }) =>
    `Gap: ${sum} index points${isExact ? '; the rubric ranks on the exact index' : ', on the index as shown'}.`,
  vi: ({ sum, isExact }) =>
    `Chênh lệch: ${sum} điểm chỉ số${isExact ? '; bộ tiêu chí xếp hạng theo chỉ số chính xác' : ', theo chỉ số đã làm tròn'}.`,
};

export const decisionLine: Told<{ readonly by: string }> = {
  en: ({ by }) => `What decided: ${by}.`,
  vi: ({ by }) => `Điều quyết định: ${by}.`,
};

export const plainPoints: Words = {
  en: 'The same criteria apply to both and the maximum is 100, so the gaps are plain points.',
  vi: 'Cùng các tiêu chí áp dụng cho cả hai và điểm tối đa là 100, nên chênh lệch tính bằng điểm.',
};

export const weighted: Told<{ readonly scale: string }> = {
  en: ({ scale }) =>
    `Each gap is in index points: maximum of the criterion ÷ ${scale} × 100 × (points ÷ maximum here − points ÷ maximum there).`,
  vi: ({ scale }) =>
    `Chênh lệch tính bằng điểm chỉ số: điểm tối đa của tiêu chí ÷ ${scale} × 100 × (tỷ lệ điểm đạt bên này − bên kia).`,
};

export const averagedLine: Told<{ readonly leaf: string; readonly unit: string; readonly average: string }> = {
  en: ({ leaf, unit, average }) =>
    `${leaf} is exempt for ${unit}. Left out of both sides it changes nothing there, as if it had been met like the rest, at ${average} %: it is compared with that.`,
  vi: ({ leaf, unit, average }) =>
    `${leaf}: ${unit} không đánh giá. Bỏ khỏi cả hai vế thì không làm thay đổi chỉ số, như thể đạt bằng mức chung ${average} % của đơn vị: lấy mức đó để so sánh.`,
};

export const adds: Told<{ readonly sum: string; readonly gap: string }> = {
  en: ({ sum, gap }) => `The shown gaps add to ${sum}; the gap is ${gap}.`,
  vi: ({ sum, gap }) => `Các chênh lệch đã ghi cộng lại được ${sum}; chênh lệch là ${gap}.`,
};

export const noDifference: Told<{ readonly count: number }> = {
  en: ({ count }) => `${count} criteria give both the same.`,
  vi: ({ count }) => `${count} tiêu chí cho hai bên kết quả như nhau.`,
};
