/** Laws of a rule's options: what is proved of them before any value is read. */
import type { Fault } from '../model/diagnostic.ts';
import { bandFaults } from './bands.ts';

export const pointsOutOfRange: Fault<{
  points: string;
  leaf: string;
  max: string;
}> = {
  code: 'points-out-of-range',
  severity: 'error',
  title: {
    en: 'Every points option lies within the maximum of its leaf.',
    vi: 'Mọi mức điểm nằm trong điểm tối đa của tiêu chí.',
  },
  message: {
    en: ({ points, leaf, max }) => `${points} points lie outside 0 to ${max}, the maximum of ${leaf}.`,
    vi: ({ points, leaf, max }) => `${points} điểm nằm ngoài khoảng từ 0 đến ${max}, điểm tối đa của ${leaf}.`,
  },
  hint: {
    en: () => 'correct the points, or the maximum.',
    vi: () => 'sửa mức điểm, hoặc điểm tối đa.',
  },
};

export const maxUnreachable: Fault<{
  best: string;
  leaf: string;
  max: string;
}> = {
  code: 'max-unreachable',
  severity: 'warning',
  title: {
    en: 'Some value gives the full maximum.',
    vi: 'Có giá trị đạt được điểm tối đa.',
  },
  message: {
    en: ({ best, leaf, max }) => `The best value of ${leaf} gives ${best} points; its maximum is ${max}.`,
    vi: ({ best, leaf, max }) => `Giá trị tốt nhất của ${leaf} cho ${best} điểm; điểm tối đa là ${max}.`,
  },
  hint: {
    en: () => 'check the points and the maximum against the decision.',
    vi: () => 'đối chiếu mức điểm và điểm tối đa với quyết định.',
  },
};

export const floorNotBelowFull: Fault<{
  floor: string;
  full: string;
  leaf: string;
}> = {
  code: 'floor-not-below-full',
  severity: 'error',
  title: {
    en: 'The floor is below the value that gives the maximum.',
    vi: 'Ngưỡng sàn thấp hơn giá trị đạt điểm tối đa.',
  },
  message: {
    en: ({ floor, full, leaf }) => `The floor ${floor} of ${leaf} is not below its full_at ${full}.`,
    vi: ({ floor, full, leaf }) => `Ngưỡng sàn ${floor} của ${leaf} không thấp hơn full_at ${full}.`,
  },
  hint: {
    en: () => 'write for example: floor: 70%, full_at: 100%.',
    vi: () => 'viết ví dụ: floor: 70%, full_at: 100%.',
  },
};

export const curveNotRising: Fault<{
  at: string;
  before: string;
  leaf: string;
}> = {
  code: 'curve-not-rising',
  severity: 'error',
  title: {
    en: 'The points of a curve stand in rising order of "at".',
    vi: 'Các điểm của đường chấm xếp theo "at" tăng dần.',
  },
  message: {
    en: ({ at, before, leaf }) => `The curve of ${leaf} goes from ${before} to ${at}, which is not above it.`,
    vi: ({ at, before, leaf }) => `Đường chấm của ${leaf} đi từ ${before} đến ${at}, không lớn hơn.`,
  },
  hint: {
    en: () => 'sort the curve by "at", each value once.',
    vi: () => 'xếp lại theo "at" tăng dần, mỗi giá trị một lần.',
  },
};

export const itemsAboveMax: Fault<{ sum: string; leaf: string; max: string }> = {
  code: 'items-above-max',
  severity: 'error',
  title: {
    en: 'All items of a checklist together give at most the maximum.',
    vi: 'Tổng điểm các nội dung không quá điểm tối đa.',
  },
  message: {
    en: ({ sum, leaf, max }) => `The items of ${leaf} add up to ${sum}; the maximum is ${max}.`,
    vi: ({ sum, leaf, max }) => `Các nội dung của ${leaf} cộng lại là ${sum}; điểm tối đa là ${max}.`,
  },
  hint: {
    en: () => 'correct the points of an item, or the maximum.',
    vi: () => 'sửa điểm của một nội dung, hoặc điểm tối đa.',
  },
};

export const checklistForm: Fault<{ leaf: string; named: boolean }> = {
  code: 'checklist-form',
  severity: 'error',
  title: {
    en: 'Items have points each, or count only all together.',
    vi: 'Mỗi nội dung có điểm riêng, hoặc chỉ tính khi đạt tất cả.',
  },
  message: {
    en: ({ leaf, named }) =>
      named ? `The items of ${leaf} have no points.` : `The items of ${leaf} have points, yet count only all together.`,
    vi: ({ leaf, named }) =>
      named
        ? `Các nội dung của ${leaf} không có điểm.`
        : `Các nội dung của ${leaf} có điểm riêng nhưng chỉ tính khi đạt tất cả.`,
  },
  hint: {
    en: () => 'write items: { a: 0.5, b: 0.5 }, or items: [a, b] with all_or_nothing: true.',
    vi: () => 'viết items: { a: 0.5, b: 0.5 }, hoặc items: [a, b] kèm all_or_nothing: true.',
  },
};

export const alikeNames: Fault<{ name: string; other: string; leaf: string }> = {
  code: 'alike-names',
  severity: 'error',
  title: {
    en: 'Names of one rule differ by more than case or blanks.',
    vi: 'Các tên trong một cách chấm khác nhau không chỉ ở chữ hoa hay khoảng trắng.',
  },
  message: {
    en: ({ name, other, leaf }) => `"${name}" and "${other}" of ${leaf} look the same to a reader.`,
    vi: ({ name, other, leaf }) => `"${name}" và "${other}" của ${leaf} trông giống nhau.`,
  },
  hint: {
    en: () => 'give one of them another name.',
    vi: () => 'đặt tên khác cho một trong hai.',
  },
};

export const eitherOption: Fault<{ keys: string; leaf: string }> = {
  code: 'either-option',
  severity: 'error',
  title: {
    en: 'Of two ways to give points, a rule has one.',
    vi: 'Mỗi cách chấm chỉ có một trong hai cách cho điểm.',
  },
  message: {
    en: ({ keys, leaf }) => `The rule of ${leaf} needs exactly one of ${keys}.`,
    vi: ({ keys, leaf }) => `Cách chấm của ${leaf} cần đúng một trong: ${keys}.`,
  },
  hint: { en: () => 'write one of them, not both.', vi: () => 'chỉ ghi một trong các khóa đó.' },
};

export const idleOption: Fault<{ key: string; leaf: string }> = {
  code: 'idle-option',
  severity: 'warning',
  title: {
    en: 'Every option has an effect.',
    vi: 'Mọi tùy chọn đều có tác dụng.',
  },
  message: {
    en: ({ key, leaf }) => `The option "${key}" has no effect in the rule of ${leaf}.`,
    vi: ({ key, leaf }) => `Tùy chọn "${key}" không có tác dụng trong cách chấm của ${leaf}.`,
  },
  hint: { en: () => 'remove it.', vi: () => 'bỏ tùy chọn này.' },
};

export const surveySource: Fault<{ leaf: string }> = {
  code: 'survey-source',
  severity: 'error',
  title: {
    en: 'The rule survey stands on a leaf whose source is survey.',
    vi: 'Cách chấm survey chỉ dùng cho tiêu chí lấy từ điều tra.',
  },
  message: {
    en: ({ leaf }) => `${leaf} has the rule survey, but its source is not survey.`,
    vi: ({ leaf }) => `${leaf} dùng cách chấm survey nhưng nguồn không phải là survey.`,
  },
  hint: {
    en: () => 'add "source: survey" to the leaf.',
    vi: () => 'thêm "source: survey" cho tiêu chí.',
  },
};

export const notInAdjustment: Fault<{ rule: string; leaf: string }> = {
  code: 'not-in-adjustment',
  severity: 'error',
  title: {
    en: 'A bonus or penalty has a rule that can give it.',
    vi: 'Điểm thưởng, điểm trừ dùng cách chấm phù hợp.',
  },
  message: {
    en: ({ rule, leaf }) => `The rule ${rule} cannot give the bonus or penalty ${leaf}.`,
    vi: ({ rule, leaf }) => `Cách chấm ${rule} không dùng được cho điểm thưởng, điểm trừ ${leaf}.`,
  },
  hint: {
    en: () => 'use given, levels, bands, proportional, piecewise, per-item, checklist or best-of.',
    vi: () => 'dùng given, levels, bands, proportional, piecewise, per-item, checklist hoặc best-of.',
  },
};

/** Every law of a rule's options, those of bands included. */
export const ruleFaults = {
  ...bandFaults,
  pointsOutOfRange,
  maxUnreachable,
  floorNotBelowFull,
  curveNotRising,
  itemsAboveMax,
  checklistForm,
  alikeNames,
  eitherOption,
  idleOption,
  surveySource,
  notInAdjustment,
};
