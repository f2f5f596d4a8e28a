/** Laws that a cell breaks when its rule cannot mean what stands there. */
import type { Fault } from '../model/diagnostic.ts';
import { cellFaults, type ValueFacts } from './cells.ts';
import { nameFaults } from './names.ts';

export const belowZero: Fault<ValueFacts> = {
  code: 'below-zero',
  severity: 'error',
  title: {
    en: 'A value is not negative where its rule means none.',
    vi: 'Giá trị không âm khi cách chấm không có số âm.',
  },
  message: {
    en: ({ shown, leaf }) => `"${shown}" is negative; the least value of ${leaf} is 0.`,
    vi: ({ shown, leaf }) => `"${shown}" là số âm; giá trị nhỏ nhất của ${leaf} là 0.`,
  },
  hint: { en: () => 'correct the figure.', vi: () => 'sửa lại số liệu.' },
};

export const aboveMax: Fault<ValueFacts & { readonly points: string; readonly max: string }> = {
  code: 'above-max',
  severity: 'error',
  title: {
    en: 'Points do not exceed the maximum of their leaf.',
    vi: 'Điểm không vượt quá điểm tối đa của tiêu chí.',
  },
  message: {
    en: ({ shown, leaf, points, max }) => `"${shown}" gives ${points} points; the maximum of ${leaf} is ${max}.`,
    vi: ({ shown, leaf, points, max }) => `"${shown}" cho ${points} điểm; điểm tối đa của ${leaf} là ${max}.`,
  },
  hint: {
    en: () => 'correct the figure, or raise "max" (or set a "cap") in the rubric.',
    vi: () => 'sửa số liệu, hoặc nâng "max" (hay đặt "cap") trong bộ tiêu chí.',
  },
};

export const deductsTooMuch: Fault<ValueFacts & { readonly deducted: string; readonly max: string }> = {
  code: 'deducts-too-much',
  severity: 'error',
  title: {
    en: 'A deduction leaves at least 0 points, unless the rule sets its own least.',
    vi: 'Trừ điểm không xuống dưới 0, trừ khi cách chấm đặt mức thấp nhất.',
  },
  message: {
    en: ({ shown, leaf, deducted, max }) => `"${shown}" takes away ${deducted} points; ${leaf} has only ${max}.`,
    vi: ({ shown, leaf, deducted, max }) => `"${shown}" trừ ${deducted} điểm; ${leaf} chỉ có ${max} điểm.`,
  },
  hint: {
    en: () => 'correct the count, or write "min: 0" in the rubric if the points stop at 0.',
    vi: () => 'sửa số lượng, hoặc ghi "min: 0" trong bộ tiêu chí nếu điểm dừng ở 0.',
  },
};

export const offStep: Fault<
  ValueFacts & {
    readonly step: string;
    readonly below: string;
    readonly above: string;
  }
> = {
  code: 'off-step',
  severity: 'error',
  title: {
    en: 'Points given are a multiple of the step.',
    vi: 'Điểm chấm là bội số của bước điểm.',
  },
  message: {
    en: ({ shown, leaf, step }) => `"${shown}" is no multiple of the step ${step} of ${leaf}.`,
    vi: ({ shown, leaf, step }) => `"${shown}" không phải là bội số của bước điểm ${step} của ${leaf}.`,
  },
  hint: {
    en: ({ below, above }) => `the nearest allowed points are ${below} and ${above}.`,
    vi: ({ below, above }) => `chọn điểm hợp lệ gần nhất: ${below} hoặc ${above}.`,
  },
};

export const aboveWhole: Fault<ValueFacts> = {
  code: 'above-whole',
  severity: 'error',
  title: {
    en: 'A share is at most 100 %, unless its rule caps it.',
    vi: 'Tỷ lệ không quá 100 %, trừ khi cách chấm cho phép.',
  },
  message: {
    en: ({ shown, leaf }) => `"${shown}" is more than 100 % for ${leaf}.`,
    vi: ({ shown, leaf }) => `"${shown}" lớn hơn 100 % của ${leaf}.`,
  },
  hint: {
    en: () => 'correct the figure, or write "over: cap" in the rubric if more counts as 100 %.',
    vi: () => 'sửa số liệu, hoặc ghi "over: cap" trong bộ tiêu chí nếu phần vượt tính là 100 %.',
  },
};

export const zeroDenominator: Fault<ValueFacts> = {
  code: 'zero-denominator',
  severity: 'error',
  title: { en: 'Nothing is divided by 0.', vi: 'Không chia cho 0.' },
  message: {
    en: ({ shown, leaf }) => `"${shown}" divides by 0, and the rule of ${leaf} does not say what that gives.`,
    vi: ({ shown, leaf }) => `"${shown}" chia cho 0, và cách chấm của ${leaf} không quy định kết quả.`,
  },
  hint: {
    en: () => 'correct the figure; a leaf that does not apply is written n/a with a note.',
    vi: () => 'sửa số liệu; tiêu chí không áp dụng thì ghi n/a kèm ghi chú.',
  },
};

export const outsideCurve: Fault<ValueFacts & { readonly from: string; readonly to: string }> = {
  code: 'outside-curve',
  severity: 'error',
  title: {
    en: 'A value lies on the curve of its rule.',
    vi: 'Giá trị nằm trong khoảng của đường chấm điểm.',
  },
  message: {
    en: ({ shown, leaf, from, to }) => `"${shown}" lies outside ${from} to ${to}, where the curve of ${leaf} is.`,
    vi: ({ shown, leaf, from, to }) => `"${shown}" nằm ngoài khoảng từ ${from} đến ${to} của ${leaf}.`,
  },
  hint: {
    en: () => 'correct the figure, or write "outside: flat" in the rubric.',
    vi: () => 'sửa số liệu, hoặc ghi "outside: flat" trong bộ tiêu chí.',
  },
};

export const answerCounts: Fault<
  ValueFacts & { readonly found: string; readonly asked: string; readonly answers: string }
> = {
  code: 'answer-counts',
  severity: 'error',
  title: {
    en: 'A survey cell has one count for each answer of the scale, not all 0.',
    vi: 'Ô điều tra có một số lượng cho mỗi phương án trả lời, không phải toàn số 0.',
  },
  message: {
    en: ({ shown, leaf, found, asked }) =>
      found === '0'
        ? `"${shown}" of ${leaf} counts no answer at all.`
        : `"${shown}" has ${found} counts; ${leaf} asks for ${asked}.`,
    vi: ({ shown, leaf, found, asked }) =>
      found === '0'
        ? `"${shown}" của ${leaf} không có phiếu trả lời nào.`
        : `"${shown}" có ${found} số; ${leaf} cần ${asked} số.`,
  },
  hint: {
    en: ({ answers }) => `write one whole number for each answer, with ";" between, in this order: ${answers}.`,
    vi: ({ answers }) => `ghi mỗi phương án một số nguyên, cách nhau bằng ";", theo thứ tự: ${answers}.`,
  },
};

export const noPrevious: Fault<ValueFacts> = {
  code: 'no-previous',
  severity: 'error',
  title: {
    en: "Growth is told against last year's value.",
    vi: 'Mức tăng được tính so với số liệu năm trước.',
  },
  message: {
    en: ({ leaf }) => `${leaf} has no value of the previous year.`,
    vi: ({ leaf }) => `${leaf} chưa có số liệu năm trước.`,
  },
  hint: {
    en: () => 'fill in the column "previous" in this row.',
    vi: () => 'điền cột "năm trước" ở dòng này.',
  },
};

export const previousZero: Fault<ValueFacts> = {
  code: 'previous-zero',
  severity: 'error',
  title: {
    en: 'A growth in per cent needs a start above 0.',
    vi: 'Mức tăng theo tỷ lệ cần số liệu năm trước lớn hơn 0.',
  },
  message: {
    en: ({ leaf }) => `The previous value of ${leaf} is 0, so there is no ratio to it.`,
    vi: ({ leaf }) => `Số liệu năm trước của ${leaf} bằng 0 nên không tính được tỷ lệ.`,
  },
  hint: {
    en: () => 'correct it, or write "measure: difference" in the rubric.',
    vi: () => 'sửa lại, hoặc ghi "measure: difference" trong bộ tiêu chí.',
  },
};

/** Every law of a cell's value, those of its text and of names included. */
export const valueFaults = {
  ...cellFaults,
  belowZero,
  aboveMax,
  deductsTooMuch,
  offStep,
  aboveWhole,
  zeroDenominator,
  outsideCurve,
  answerCounts,
  noPrevious,
  previousZero,
  ...nameFaults,
};
