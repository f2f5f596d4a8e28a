/** Words of a comparison of two stages, in both languages. */
import type { Told, Words } from '../../model/words.ts';
import { counted } from '../words.ts';

interface Stages {
  readonly earlier: string;
  readonly later: string;
}

export const stagesTitle: Told<Stages & { readonly year: string }> = {
  en: ({ earlier, later, year }) => `From ${earlier} to ${later}${year === '' ? '' : `, ${year}`}`,
  vi: ({ earlier, later, year }) => `So sánh ${earlier} và ${later}${year === '' ? '' : `, năm ${year}`}`,
};

export const stagesNote: Told<Stages> = {
  en: ({ earlier, later }) =>
    `In per cent of the criteria that both marked; surveys and what only one of them marked are left out. ` +
    `The gap is ${earlier} less ${later}: above 0, the unit gave itself more.`,
  vi: ({ earlier, later }) =>
    `Tính bằng % trên các tiêu chí được chấm ở cả hai vòng; không tính điều tra xã hội học và tiêu chí chỉ chấm ở một vòng. ` +
    `Chênh lệch là ${earlier} trừ ${later}: lớn hơn 0 là đơn vị tự chấm cao hơn.`,
};

export const otherStagesNote: Told<Stages> = {
  en: ({ earlier, later }) =>
    `In per cent of the criteria that both marked; what only one of them marked is left out. The gap is ${earlier} less ${later}.`,
  vi: ({ earlier, later }) =>
    `Tính bằng % trên các tiêu chí được chấm ở cả hai vòng; không tính tiêu chí chỉ chấm ở một vòng. Chênh lệch là ${earlier} trừ ${later}.`,
};

export const stagesWords = {
  gap: { en: 'Gap', vi: 'Chênh lệch' },
  meanGap: { en: 'Mean gap', vi: 'Chênh lệch bình quân' },
  meanSize: { en: 'Mean size', vi: 'Độ lớn bình quân' },
  differing: { en: 'Units that differ', vi: 'Số đơn vị lệch' },
  widest: { en: 'Widest', vi: 'Lệch nhiều nhất' },
  leaves: { en: 'The widest criteria (in points)', vi: 'Các tiêu chí chênh lệch nhiều nhất (điểm)' },
  byDomain: {
    en: 'Mean gap by domain (in % of the domain)',
    vi: 'Chênh lệch bình quân theo lĩnh vực (% điểm lĩnh vực)',
  },
  same: { en: 'No criterion was marked differently.', vi: 'Không có tiêu chí nào chấm khác nhau.' },
} as const satisfies Record<string, Words>;

export const agreementLine: Told<{
  readonly count: number;
  readonly mean: string;
  readonly deviation: string;
  readonly low: string;
  readonly high: string;
}> = {
  en: ({ count, mean, deviation, low, high }) =>
    `Mean gap of ${counted(count, 'unit', 'units')}: ${mean}; standard deviation ${deviation}; limits of agreement ` +
    `${low} to ${high} (mean ± 1.96 standard deviations).`,
  vi: ({ count, mean, deviation, low, high }) =>
    `Chênh lệch bình quân của ${count} đơn vị: ${mean}; độ lệch chuẩn ${deviation}; giới hạn tương đồng ` +
    `từ ${low} đến ${high} (bình quân ± 1,96 độ lệch chuẩn).`,
};

export const leftOutLine: Told<{ readonly list: string }> = {
  en: ({ list }) => `Marked on one of the two only, and left out (number of criteria): ${list}.`,
  vi: ({ list }) => `Chỉ chấm ở một vòng, không tính (số tiêu chí): ${list}.`,
};
