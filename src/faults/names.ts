/** Laws that a cell breaks when it names levels, items or cases. */
import type { Fault } from '../model/diagnostic.ts';
import type { ValueFacts } from './cells.ts';
import { didYouMean } from './did-you-mean.ts';

/** A name that its rule does not declare; `known` are the declared ones. */
export interface NameFacts extends ValueFacts {
  readonly nearest?: string;
  readonly known: string;
}

const oneOfThem: Fault<NameFacts>['hint'] = {
  en: ({ shown, nearest, known }) => (nearest ? didYouMean.en({ shown, nearest }) : `write one of: ${known}.`),
  vi: ({ shown, nearest, known }) => (nearest ? didYouMean.vi({ shown, nearest }) : `ghi một trong: ${known}.`),
};

export const unknownLevel: Fault<NameFacts> = {
  code: 'unknown-level',
  severity: 'error',
  title: {
    en: 'A level is one that the rubric declares.',
    vi: 'Mức đánh giá phải có trong bộ tiêu chí.',
  },
  message: {
    en: ({ shown, leaf }) => `${leaf} has no level "${shown}".`,
    vi: ({ shown, leaf }) => `${leaf} không có mức "${shown}".`,
  },
  hint: oneOfThem,
};

export const unknownItem: Fault<NameFacts> = {
  code: 'unknown-item',
  severity: 'error',
  title: {
    en: 'Every item of a list is one that the rubric declares.',
    vi: 'Mọi nội dung trong danh sách phải có trong bộ tiêu chí.',
  },
  message: {
    en: ({ shown, leaf }) => `${leaf} has no item "${shown}".`,
    vi: ({ shown, leaf }) => `${leaf} không có nội dung "${shown}".`,
  },
  hint: oneOfThem,
};

export const unknownCase: Fault<NameFacts> = {
  code: 'unknown-case',
  severity: 'error',
  title: {
    en: 'Every case is one that the rubric declares.',
    vi: 'Mọi trường hợp phải có trong bộ tiêu chí.',
  },
  message: {
    en: ({ shown, leaf }) => `${leaf} has no case "${shown}".`,
    vi: ({ shown, leaf }) => `${leaf} không có trường hợp "${shown}".`,
  },
  hint: oneOfThem,
};

export const notACase: Fault<ValueFacts & { readonly example: string }> = {
  code: 'not-a-case',
  severity: 'error',
  title: {
    en: 'A case is written name=value, several with "|" between.',
    vi: 'Trường hợp được viết tên=giá trị, nhiều trường hợp cách nhau bằng "|".',
  },
  message: {
    en: ({ shown, leaf }) => `"${shown}" is not a case of ${leaf} with its value.`,
    vi: ({ shown, leaf }) => `"${shown}" không phải là một trường hợp của ${leaf} kèm giá trị.`,
  },
  hint: {
    en: ({ example }) => `write it like ${example}.`,
    vi: ({ example }) => `viết như ${example}.`,
  },
};

export const repeatedItem: Fault<ValueFacts> = {
  code: 'repeated-item',
  severity: 'error',
  title: {
    en: 'An item or case stands once in a cell.',
    vi: 'Mỗi nội dung, trường hợp chỉ ghi một lần trong ô.',
  },
  message: {
    en: ({ shown, leaf }) => `"${shown}" stands twice in the cell of ${leaf}.`,
    vi: ({ shown, leaf }) => `"${shown}" có hai lần trong ô của ${leaf}.`,
  },
  hint: { en: () => 'write it once.', vi: () => 'chỉ ghi một lần.' },
};

export const emptyItem: Fault<ValueFacts> = {
  code: 'empty-item',
  severity: 'error',
  title: {
    en: 'No item of a list is empty.',
    vi: 'Danh sách không có nội dung rỗng.',
  },
  message: {
    en: ({ shown, leaf }) => `The list "${shown}" of ${leaf} has an empty item.`,
    vi: ({ shown, leaf }) => `Danh sách "${shown}" của ${leaf} có nội dung rỗng.`,
  },
  hint: {
    en: () => 'write the items met with ";" between, such as a;c, or "none".',
    vi: () => 'ghi các nội dung đạt, cách nhau bằng ";", ví dụ a;c, hoặc "không có".',
  },
};

export const nameFaults = {
  unknownLevel,
  unknownItem,
  unknownCase,
  notACase,
  repeatedItem,
  emptyItem,
};
