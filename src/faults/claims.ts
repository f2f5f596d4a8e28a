/** Laws of a file of claims, and of somebody's published table. */
import type { Fault } from '../model/diagnostic.ts';

type Why = 'character' | 'number' | 'operand' | 'relation' | 'bracket' | 'deep' | 'long';

const WHY_EN: Readonly<Record<Why, (shown: string) => string>> = {
  character: (shown) => `"${shown}" has no meaning in a claim.`,
  number: (shown) => `"${shown}" is no number in either way of writing numbers that the rest of the line allows.`,
  operand: (shown) => (shown === '' ? 'A number is missing at the end.' : `A number is missing before "${shown}".`),
  relation: (shown) =>
    shown === '' ? 'The line compares nothing: no =, <, > or ≈ stands in it.' : `No operator stands before "${shown}".`,
  bracket: (shown) => (shown === ')' ? 'This bracket was never opened.' : 'This bracket is never closed.'),
  deep: () => 'More than 50 brackets or signs stand in each other.',
  long: () => 'The line is longer than 1000 characters.',
};

const WHY_VI: Readonly<Record<Why, (shown: string) => string>> = {
  character: (shown) => `"${shown}" không có nghĩa trong một mệnh đề số liệu.`,
  number: (shown) => `"${shown}" không phải là số theo cách viết số nào phù hợp với cả dòng.`,
  operand: (shown) => (shown === '' ? 'Thiếu một số ở cuối dòng.' : `Thiếu một số trước "${shown}".`),
  relation: (shown) =>
    shown === '' ? 'Dòng không so sánh gì: không có =, <, > hay ≈.' : `Thiếu phép tính trước "${shown}".`,
  bracket: (shown) => (shown === ')' ? 'Dấu ngoặc này chưa được mở.' : 'Dấu ngoặc này không được đóng.'),
  deep: () => 'Hơn 50 dấu ngoặc hoặc dấu trừ lồng vào nhau.',
  long: () => 'Dòng dài hơn 1000 ký tự.',
};

export const notAClaim: Fault<{ why: Why; shown: string }> = {
  code: 'not-a-claim',
  severity: 'error',
  title: {
    en: 'A claim is figures and operators with =, <, > or ≈ between its sides.',
    vi: 'Mệnh đề số liệu gồm các số, phép tính và =, <, > hoặc ≈ giữa các vế.',
  },
  message: { en: ({ why, shown }) => WHY_EN[why](shown), vi: ({ why, shown }) => WHY_VI[why](shown) },
  hint: {
    en: () => 'write one claim a line, such as 29/34 = 85,3%; words go after #.',
    vi: () => 'mỗi dòng một mệnh đề, ví dụ 29/34 = 85,3%; lời giải thích đặt sau dấu #.',
  },
};

export const ambiguousNumber: Fault<{ shown: string; comma: string; dot: string }> = {
  code: 'ambiguous-number',
  severity: 'error',
  title: {
    en: 'The way numbers are written is declared where the line itself does not show it.',
    vi: 'Cách viết số phải được khai báo khi chính dòng đó không cho biết.',
  },
  message: {
    en: ({ shown, comma, dot }) => `"${shown}" may be ${comma} or ${dot}, and nothing in the line tells which.`,
    vi: ({ shown, comma, dot }) => `"${shown}" có thể là ${comma} hoặc ${dot}, và trong dòng không có gì cho biết.`,
  },
  hint: {
    en: () => 'declare it: --numbers comma (1.234,5) or --numbers dot (1,234.5).',
    vi: () => 'khai báo: --numbers comma (1.234,5) hoặc --numbers dot (1,234.5).',
  },
};

export const claimDividesByZero: Fault<{ shown: string }> = {
  code: 'claim-divides-by-zero',
  severity: 'error',
  title: { en: 'No claim divides by 0.', vi: 'Mệnh đề số liệu không chia cho 0.' },
  message: {
    en: ({ shown }) => `"${shown}" divides by 0, so it says nothing.`,
    vi: ({ shown }) => `"${shown}" chia cho 0 nên không có nghĩa.`,
  },
  hint: { en: () => 'correct the figure, or remove the line.', vi: () => 'sửa số liệu, hoặc bỏ dòng này.' },
};

export const noClaims: Fault<Record<never, never>> = {
  code: 'no-claims',
  severity: 'error',
  title: { en: 'A file of claims holds at least one.', vi: 'Tệp mệnh đề số liệu có ít nhất một mệnh đề.' },
  message: { en: () => 'The file has no claim.', vi: () => 'Tệp không có mệnh đề nào.' },
  hint: {
    en: () => 'write one claim a line, such as 29/34 = 85,3%.',
    vi: () => 'mỗi dòng một mệnh đề, ví dụ 29/34 = 85,3%.',
  },
};

export const claimFaults = { notAClaim, ambiguousNumber, claimDividesByZero, noClaims };
