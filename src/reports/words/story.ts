/** Words of one leaf's story: what was written where, what counted, and what became of it. */
import type { Told, Words } from '../../model/words.ts';
import { sentence } from '../sentence.ts';

/** `44/44 (appraised, entries/khanh-vinh.csv:4:3)`. */
export const cellSource: Told<{ readonly text: string; readonly column: string; readonly place: string }> = {
  en: ({ text, column, place }) => `${text} (${column}, ${place})`,
  vi: ({ text, column, place }) => `${text} (${column}, ${place})`,
};

/** What the unit said of itself, where the appraisers said otherwise. */
export const selfSaid: Told<{ readonly text: string }> = {
  en: ({ text }) => `self-assessed: ${text}`,
  vi: ({ text }) => `tự đánh giá: ${text}`,
};

/** What the appraisers wrote beside it. */
export const noteSaid: Told<{ readonly text: string }> = {
  en: ({ text }) => `note: ${text}`,
  vi: ({ text }) => `ghi chú: ${text}`,
};

/** Whose value a relative rule compared with; `others`: how many have the same. */
export const peerSaid: Told<{
  readonly which: 'highest' | 'lowest';
  readonly unit: string;
  readonly place: string;
  readonly others: number;
}> = {
  en: ({ which, unit, place, others }) =>
    `the ${which === 'highest' ? 'best' : 'lowest'} is ${unit} (${place})${others === 0 ? '' : ` and ${others} more`}`,
  vi: ({ which, unit, place, others }) =>
    `${which === 'highest' ? 'cao nhất' : 'thấp nhất'}: ${unit} (${place})${others === 0 ? '' : ` và ${others} đơn vị khác`}`,
};

export const roundedAtLeaf: Told<{ readonly step: string }> = {
  en: ({ step }) => `rounded here: ${step}`,
  vi: ({ step }) => `làm tròn tại đây: ${step}`,
};

export const cappedAt: Told<{ readonly cap: string }> = {
  en: ({ cap }) => `at most ${cap}`,
  vi: ({ cap }) => `không quá ${cap}`,
};

export const overrideStory: Told<{ readonly points: string; readonly max: string; readonly byRule: string }> = {
  en: ({ points, max, byRule }) =>
    `points set outright by the council: ${points} of ${max}${byRule === '' ? '' : `; by the rule: ${byRule}`}`,
  vi: ({ points, max, byRule }) =>
    `điểm quyết định của hội đồng: ${points} trên ${max}${byRule === '' ? '' : `; theo cách chấm: ${byRule}`}`,
};

export const storyStates = {
  exempt: {
    en: 'exempt, out of the points and of the maximum',
    vi: 'không đánh giá, bỏ khỏi cả điểm đạt và điểm tối đa',
  },
  missing: {
    en: 'nothing reported: 0 points of the full maximum',
    vi: 'chưa có số liệu: 0 điểm trên toàn bộ điểm tối đa',
  },
  unappraised: {
    en: 'not appraised: 0 points of the full maximum',
    vi: 'chưa thẩm định: 0 điểm trên toàn bộ điểm tối đa',
  },
  outside: { en: 'not counted on this basis', vi: 'không tính theo căn cứ này' },
  none: { en: 'not claimed', vi: 'không đề nghị' },
} as const satisfies Record<string, Words>;

export const leafHead: Told<{ readonly points: string; readonly max: string; readonly lost: string }> = {
  en: ({ points, max, lost }) => `${points} of ${max} points${lost === '' ? '' : `; ${lost} lost`}.`,
  vi: ({ points, max, lost }) => `Đạt ${points} trên ${max} điểm${lost === '' ? '' : `; mất ${lost}`}.`,
};

/** A penalty's points are taken away. */
export const penaltyHead: Told<{ readonly points: string; readonly max: string }> = {
  en: ({ points, max }) => `${points} points taken away, at most ${max}.`,
  vi: ({ points, max }) => `Trừ ${points} điểm, nhiều nhất ${max}.`,
};

interface Step {
  readonly text: string;
}

export const ruleStep: Told<Step & { readonly place: string }> = {
  en: ({ text, place }) => `Rule (${place}): ${text}.`,
  vi: ({ text, place }) => `Cách chấm (${place}): ${text}.`,
};

export const maxStep: Told<Step & { readonly place: string }> = {
  en: ({ text, place }) => `Maximum (${place}): ${text}.`,
  vi: ({ text, place }) => `Điểm tối đa (${place}): ${text}.`,
};

export const valueStep: Told<Step> = {
  en: ({ text }) => `What counts: ${text}. It is the last stage that is filled.`,
  vi: ({ text }) => `Số liệu được tính: ${text}. Đây là vòng cuối cùng có số liệu.`,
};

export const surveyStep: Told<Step> = {
  en: ({ text }) => `What counts: ${text}. A survey has no self-assessed figure.`,
  vi: ({ text }) => `Số liệu được tính: ${text}. Điều tra xã hội học không có điểm tự đánh giá.`,
};

export const becauseStep: Told<Step> = {
  en: ({ text }) => `Points by the rule: ${text}.`,
  vi: ({ text }) => `Điểm theo cách chấm: ${text}.`,
};

export const stateStep: Told<Step> = {
  en: ({ text }) => `Outcome: ${text}.`,
  vi: ({ text }) => `Kết quả: ${text}.`,
};

export const notRoundedHere: Told<{ readonly at: 'domain' | 'total' }> = {
  en: ({ at }) => `Rounding: none here; it is done once, at ${at === 'domain' ? 'the domain' : 'the total'}.`,
  vi: ({ at }) => `Làm tròn: không ở đây; chỉ một lần, ở ${at === 'domain' ? 'lĩnh vực' : 'tổng điểm'}.`,
};

export const roundedHereStep: Told<Step> = {
  en: ({ text }) => `Rounding: here, half up: ${text}.`,
  vi: ({ text }) => `Làm tròn tại đây (từ 5 làm tròn lên): ${text}.`,
};

/** What the leaf is in its domain and in the index. */
export const shareStep: Told<{
  readonly points: string;
  readonly domain: string;
  readonly sum: string;
  readonly index: string;
}> = {
  en: ({ points, domain, sum, index }) =>
    `In the total: ${points} of the ${sum} points of domain ${domain}; ${index} of the index.`,
  vi: ({ points, domain, sum, index }) =>
    `Trong tổng điểm: ${points} trong ${sum} điểm của lĩnh vực ${domain}; phần trong chỉ số: ${index}.`,
};

/** What an exemption did to the maximum. */
export const exemptShare: Told<{ readonly scale: string; readonly less: string; readonly max: string }> = {
  en: ({ scale, less, max }) => `The unit's maximum: ${scale} − ${less} (all that is exempt) = ${max}.`,
  vi: ({ scale, less, max }) => `Điểm tối đa của đơn vị: ${scale} − ${less} (mọi tiêu chí không đánh giá) = ${max}.`,
};

export const evidenceStep: Told<Step> = {
  en: ({ text }) => sentence(`Evidence: ${text}`),
  vi: ({ text }) => sentence(`Tài liệu kiểm chứng: ${text}`),
};

export const noteStep: Told<Step> = {
  en: ({ text }) => `Note: ${text}`,
  vi: ({ text }) => `Ghi chú: ${text}`,
};
