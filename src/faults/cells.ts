/** Laws that a cell breaks when it is not the number, share or count that its rule asks for. */
import type { Fault } from '../model/diagnostic.ts';
import { SUSPICIONS, type Suspicion, type SuspicionFacts } from './suspicions.ts';

/** `shown` is the cell, or the part of it at fault, made visible; `leaf` the leaf's id. */
export interface ValueFacts {
  readonly shown: string;
  readonly leaf: string;
}

export interface NumberFacts extends ValueFacts, SuspicionFacts {
  /** Valid cells in the project's own dialect. */
  readonly examples: readonly string[];
  readonly suspicion?: Suspicion;
}

function because(facts: NumberFacts, language: 'en' | 'vi'): string {
  return facts.suspicion ? `: ${SUSPICIONS[facts.suspicion][language](facts)}` : '';
}

const likeThis: Fault<NumberFacts>['hint'] = {
  en: ({ examples, suspicion }) =>
    suspicion === 'other-mark'
      ? `write it like ${examples.join(' or ')}, or declare the file's own form (csv: data, csv: excel-vi).`
      : `write it like ${examples.join(' or ')}.`,
  vi: ({ examples, suspicion }) =>
    suspicion === 'other-mark'
      ? `viết như ${examples.join(' hoặc ')}, hoặc khai báo đúng dạng của tệp (csv: data, csv: excel-vi).`
      : `viết như ${examples.join(' hoặc ')}.`,
};

export const notANumber: Fault<NumberFacts> = {
  code: 'not-a-number',
  severity: 'error',
  title: {
    en: 'A number is written in one way: digits, and decimals after the declared mark.',
    vi: 'Số chỉ được viết theo một cách: các chữ số, và phần thập phân sau dấu đã khai báo.',
  },
  message: {
    en: (facts) => `"${facts.shown}" is not a number for ${facts.leaf}${because(facts, 'en')}.`,
    vi: (facts) => `"${facts.shown}" không phải là số của ${facts.leaf}${because(facts, 'vi')}.`,
  },
  hint: likeThis,
};

export const notAShare: Fault<NumberFacts> = {
  code: 'not-a-share',
  severity: 'error',
  title: {
    en: 'A share is a percentage with its sign, or a fraction of two numbers.',
    vi: 'Tỷ lệ được viết là số phần trăm kèm dấu %, hoặc phân số của hai số.',
  },
  message: {
    en: (facts) => `"${facts.shown}" is not a percentage or fraction for ${facts.leaf}${because(facts, 'en')}.`,
    vi: (facts) => `"${facts.shown}" không phải là tỷ lệ hay phân số của ${facts.leaf}${because(facts, 'vi')}.`,
  },
  hint: likeThis,
};

export const notACount: Fault<NumberFacts> = {
  code: 'not-a-count',
  severity: 'error',
  title: { en: 'A count is a whole number.', vi: 'Số lượng là một số nguyên.' },
  message: {
    en: (facts) => `"${facts.shown}" is not a count for ${facts.leaf}${because(facts, 'en')}.`,
    vi: (facts) => `"${facts.shown}" không phải là số lượng của ${facts.leaf}${because(facts, 'vi')}.`,
  },
  hint: likeThis,
};

export const cellFaults = { notANumber, notAShare, notACount };
