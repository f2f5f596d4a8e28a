/** Words of an audit, in both languages. */
import type { Verdict } from '../../model/audit.ts';
import type { Told, Words } from '../../model/words.ts';
import { counted } from '../words.ts';

export const verdictWords: Readonly<Record<Verdict, Words>> = {
  confirmed: { en: 'confirmed', vi: 'khớp' },
  possible: { en: 'possible by rounding', vi: 'có thể do làm tròn' },
  refuted: { en: 'refuted', vi: 'không khớp' },
};

export const auditWords = {
  line: { en: 'Line', vi: 'Dòng' },
  claim: { en: 'Claim', vi: 'Mệnh đề số liệu' },
  verdict: { en: 'Verdict', vi: 'Kết luận' },
  truth: { en: 'True value', vi: 'Giá trị đúng' },
  refuted: { en: 'Refuted', vi: 'Không khớp' },
  possible: { en: 'Possible by rounding', vi: 'Có thể do làm tròn' },
  ambiguous: {
    en: 'Numbers are read with a decimal comma or a decimal dot as each line shows.',
    vi: 'Số được đọc theo dấu phẩy hoặc dấu chấm thập phân, tùy cách viết của từng dòng.',
  },
} as const satisfies Record<string, Words>;

export const auditTitle: Told<{ readonly file: string }> = {
  en: ({ file }) => `Audit of ${file}`,
  vi: ({ file }) => `Kiểm tra số liệu: ${file}`,
};

export type Counts = Readonly<Record<Verdict, number>>;

export const claimsCounted: Told<Counts> = {
  en: (counts) => `${counted(total(counts), 'claim', 'claims')}: ${verdictsEn(counts)}.`,
  vi: (counts) => `${total(counts)} mệnh đề: ${verdictsVi(counts)}.`,
};

/** What is possible in a table is so by rounding, by a tie-break, by a gate or by units that it does not show. */
export const checksCounted: Told<Counts> = {
  en: (counts) => {
    const { confirmed, possible, refuted } = counts;
    return `${counted(total(counts), 'check', 'checks')}: ${confirmed} confirmed, ${possible} possible, ${refuted} refuted.`;
  },
  vi: (counts) => {
    const { confirmed, possible, refuted } = counts;
    return `${total(counts)} phép kiểm tra: ${confirmed} khớp, ${possible} có thể đúng, ${refuted} không khớp.`;
  },
};

function total({ confirmed, possible, refuted }: Counts): number {
  return confirmed + possible + refuted;
}

function verdictsEn({ confirmed, possible, refuted }: Counts): string {
  return `${confirmed} confirmed, ${possible} possible by rounding, ${refuted} refuted`;
}

function verdictsVi({ confirmed, possible, refuted }: Counts): string {
  return `${confirmed} khớp, ${possible} có thể do làm tròn, ${refuted} không khớp`;
}

export const truthLine: Told<{ readonly made: string; readonly truth: string; readonly longer: string }> = {
  en: ({ made, truth, longer }) => `${made} is ${truth}${longer === truth ? '' : ` (${longer})`}.`,
  vi: ({ made, truth, longer }) => `${made} là ${truth}${longer === truth ? '' : ` (${longer})`}.`,
};

export const possibleLine: Told<{ readonly printed: string }> = {
  en: ({ printed }) => `Unrounded figures that print the same can give ${printed}.`,
  vi: ({ printed }) => `Các số trước khi làm tròn có thể cho ${printed}.`,
};

export const possibleOrder: Words = {
  en: 'Unrounded figures that print the same can make it hold.',
  vi: 'Các số trước khi làm tròn có thể làm cho mệnh đề đúng.',
};

export const unequalLine: Told<{ readonly left: string; readonly right: string }> = {
  en: ({ left, right }) => `The left side is ${left}, the right side ${right}.`,
  vi: ({ left, right }) => `Vế trái là ${left}, vế phải là ${right}.`,
};

interface SlipFacts {
  readonly printed: string;
  readonly instead: string;
  readonly claim: string;
}

/** Digits, or an operator, put for others. */
export const slipLine: Told<SlipFacts & { readonly what: 'swapped' | 'number' | 'operator' }> = {
  en: ({ printed, instead, claim, what }) =>
    `It would hold with ${instead} for ${printed}${what === 'swapped' ? ' (two digits swapped)' : ''}: ${claim}.`,
  vi: ({ printed, instead, claim, what }) =>
    `Sẽ khớp nếu ${printed} đáng lẽ là ${instead}${what === 'swapped' ? ' (đảo hai chữ số)' : ''}: ${claim}.`,
};

/** The same where the result is besides cut and not rounded. */
export const slipCutLine: Told<SlipFacts & { readonly longer: string; readonly rounded: string }> = {
  en: ({ printed, instead, longer, rounded }) =>
    `Perhaps ${instead} stood for ${printed}: that gives ${longer}, cut off where rounding gives ${rounded}.`,
  vi: ({ printed, instead, longer, rounded }) =>
    `Có thể đã tính với ${instead} thay cho ${printed}: kết quả ${longer} bị cắt bớt, làm tròn phải là ${rounded}.`,
};

export const cutLine: Told<{ readonly rounded: string }> = {
  en: ({ rounded }) => `The result was cut off; rounding gives ${rounded}.`,
  vi: ({ rounded }) => `Kết quả bị cắt bớt; làm tròn phải là ${rounded}.`,
};
