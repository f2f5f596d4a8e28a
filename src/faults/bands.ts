/** Laws of bounds and bands in a rule's options. */
import type { Fault } from '../model/diagnostic.ts';

export const mixedUnits: Fault<{
  bound: string;
  leaf: string;
  wanted: 'share' | 'number';
}> = {
  code: 'mixed-units',
  severity: 'error',
  title: {
    en: 'The bounds of a rule are all percentages or all plain numbers.',
    vi: 'Các ngưỡng của một cách chấm cùng là tỷ lệ % hoặc cùng là số thường.',
  },
  message: {
    en: ({ bound, leaf, wanted }) =>
      `The bound ${bound} of ${leaf} is ${wanted === 'share' ? 'a plain number; the rule asks for percentages' : 'a percentage; the rule asks for plain numbers'}.`,
    vi: ({ bound, leaf, wanted }) =>
      `Ngưỡng ${bound} của ${leaf} là ${wanted === 'share' ? 'số thường; cách chấm này cần tỷ lệ %' : 'tỷ lệ %; cách chấm này cần số thường'}.`,
  },
  hint: {
    en: ({ wanted }) =>
      wanted === 'share' ? 'write it with its sign, such as 70%.' : 'write it without a sign, such as 70.',
    vi: ({ wanted }) => (wanted === 'share' ? 'viết kèm dấu %, ví dụ 70%.' : 'viết không có dấu %, ví dụ 70.'),
  },
};

export const boundOutOfRange: Fault<{
  bound: string;
  leaf: string;
  from: string;
  to: string;
}> = {
  code: 'bound-out-of-range',
  severity: 'error',
  title: {
    en: 'A bound lies where values can lie.',
    vi: 'Ngưỡng nằm trong khoảng mà giá trị có thể nhận.',
  },
  message: {
    en: ({ bound, leaf, from, to }) => `The bound ${bound} of ${leaf} lies outside ${from} to ${to}.`,
    vi: ({ bound, leaf, from, to }) => `Ngưỡng ${bound} của ${leaf} nằm ngoài khoảng từ ${from} đến ${to}.`,
  },
  hint: { en: () => 'correct the bound.', vi: () => 'sửa lại ngưỡng.' },
};

export const doubleBound: Fault<{ keys: string; leaf: string }> = {
  code: 'double-bound',
  severity: 'error',
  title: {
    en: 'A band has at most one lower and one upper bound.',
    vi: 'Mỗi bậc có nhiều nhất một ngưỡng dưới và một ngưỡng trên.',
  },
  message: {
    en: ({ keys, leaf }) => `A band of ${leaf} has both ${keys}.`,
    vi: ({ keys, leaf }) => `Một bậc của ${leaf} có cả ${keys}.`,
  },
  hint: {
    en: () => 'keep one: from and to include the bound, above and below do not.',
    vi: () => 'giữ một: from và to gồm cả ngưỡng, above và below thì không.',
  },
};

export const unboundedBand: Fault<{ leaf: string }> = {
  code: 'unbounded-band',
  severity: 'error',
  title: { en: 'Every band has a bound.', vi: 'Mỗi bậc phải có ngưỡng.' },
  message: {
    en: ({ leaf }) => `A band of ${leaf} has no bound, so that it takes every value.`,
    vi: ({ leaf }) => `Một bậc của ${leaf} không có ngưỡng nên nhận mọi giá trị.`,
  },
  hint: {
    en: () => 'write for example: { from: 70%, to: 90%, points: 1 }.',
    vi: () => 'viết ví dụ: { from: 70%, to: 90%, points: 1 }.',
  },
};

export const emptyBand: Fault<{ band: string; leaf: string }> = {
  code: 'empty-band',
  severity: 'error',
  title: {
    en: 'Every band can take a value.',
    vi: 'Mỗi bậc phải nhận được giá trị nào đó.',
  },
  message: {
    en: ({ band, leaf }) => `No value of ${leaf} can fall in the band "${band}".`,
    vi: ({ band, leaf }) => `Không giá trị nào của ${leaf} rơi vào bậc "${band}".`,
  },
  hint: {
    en: () => 'exchange or correct its bounds, or remove the band.',
    vi: () => 'đổi hoặc sửa ngưỡng, hoặc bỏ bậc này.',
  },
};

export const bandsGap: Fault<{ first: string; second: string; leaf: string }> = {
  code: 'bands-gap',
  severity: 'error',
  title: {
    en: 'Bands leave no value out.',
    vi: 'Các bậc không để sót giá trị nào.',
  },
  message: {
    en: ({ first, second, leaf }) => `Between the bands "${first}" and "${second}" of ${leaf} are values in neither.`,
    vi: ({ first, second, leaf }) =>
      `Giữa hai bậc "${first}" và "${second}" của ${leaf} có giá trị không thuộc bậc nào.`,
  },
  hint: {
    en: () => 'let one band begin where the other ends; exactly one of the two includes the bound.',
    vi: () => 'cho bậc này bắt đầu ở chỗ bậc kia kết thúc; đúng một trong hai bậc gồm cả ngưỡng.',
  },
};

export const bandsOverlap: Fault<{
  first: string;
  second: string;
  leaf: string;
}> = {
  code: 'bands-overlap',
  severity: 'error',
  title: { en: 'Bands do not overlap.', vi: 'Các bậc không chồng lên nhau.' },
  message: {
    en: ({ first, second, leaf }) => `The bands "${first}" and "${second}" of ${leaf} share values.`,
    vi: ({ first, second, leaf }) => `Hai bậc "${first}" và "${second}" của ${leaf} có giá trị chung.`,
  },
  hint: {
    en: () => 'let one band end where the other begins; exactly one of the two includes the bound.',
    vi: () => 'cho bậc này kết thúc ở chỗ bậc kia bắt đầu; đúng một trong hai bậc gồm cả ngưỡng.',
  },
};

export const bandsEnds: Fault<{
  band: string;
  end: 'lowest' | 'highest';
  leaf: string;
}> = {
  code: 'bands-ends',
  severity: 'error',
  title: {
    en: 'The lowest band takes everything below, the highest everything above.',
    vi: 'Bậc thấp nhất nhận mọi giá trị nhỏ hơn, bậc cao nhất nhận mọi giá trị lớn hơn.',
  },
  message: {
    en: ({ band, end, leaf }) =>
      `The ${end} band "${band}" of ${leaf} leaves values ${end === 'lowest' ? 'below' : 'above'} it without points.`,
    vi: ({ band, end, leaf }) =>
      `Bậc ${end === 'lowest' ? 'thấp' : 'cao'} nhất "${band}" của ${leaf} bỏ sót các giá trị ${end === 'lowest' ? 'nhỏ' : 'lớn'} hơn.`,
  },
  hint: {
    en: ({ end }) =>
      end === 'lowest'
        ? 'remove its lower bound, or begin the bands from 0.'
        : 'remove its upper bound (shares may end "to: 100%").',
    vi: ({ end }) =>
      end === 'lowest' ? 'bỏ ngưỡng dưới, hoặc bắt đầu từ 0.' : 'bỏ ngưỡng trên (tỷ lệ có thể kết thúc "to: 100%").',
  },
};

export const bandFaults = {
  mixedUnits,
  boundOutOfRange,
  doubleBound,
  unboundedBand,
  emptyBand,
  bandsGap,
  bandsOverlap,
  bandsEnds,
};
