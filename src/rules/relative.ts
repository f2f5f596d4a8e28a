/** The rule relative: a value against those of the whole group. */
import { type Curve, type End, level } from '../model/curve.ts';
import {
  compare,
  divide,
  type Exact,
  exact,
  greatest,
  least,
  multiply,
  negate,
  sign,
  subtract,
  toFractionText,
  toText,
  ZERO,
} from '../model/exact.ts';
import type { Told } from '../model/words.ts';
import * as z from '../schema/zod.ts';
import { readUnit } from './cell.ts';
import { adjustmentFlaws } from './flaws.ts';
import { defineRule, MANY } from './rule.ts';

const options = z.strictObject({
  method: z
    .enum(['best', 'min-max', 'percentile'])
    .optional()
    .describe(
      'Value over the best (the default), place between the lowest and the highest, or share of the others below.',
    ),
  value: z
    .enum(['number', 'share'])
    .optional()
    .describe('What a cell holds: a number (the default), or a percentage or fraction.'),
});

type Method = 'best' | 'min-max' | 'percentile';

/** The curve of each method over the values of the group, at least one. */
const CURVES: Record<Method, (values: readonly Exact[], max: Exact) => Curve> = {
  best(values, max) {
    const best = values.reduce(greatest);
    if (sign(best) === 0) return [level(ZERO)];
    return [
      { high: { at: best, included: true }, slope: divide(max, best), offset: ZERO },
      level(max, { at: best, included: false }),
    ];
  },
  'min-max'(values, max) {
    const lowest = values.reduce(least);
    const highest = values.reduce(greatest);
    if (compare(lowest, highest) === 0) return [level(max)];
    const slope = divide(max, subtract(highest, lowest));
    const [low, high] = [lowest, highest].map((at) => ({ at, included: true })) as [End, End];
    return [
      level(ZERO, undefined, { at: lowest, included: false }),
      { low, high, slope, offset: negate(multiply(slope, lowest)) },
      level(max, { at: highest, included: false }),
    ];
  },
  percentile(values, max) {
    if (values.length === 1) return [level(max)];
    const others = exact(BigInt(values.length - 1));
    const sorted = [...values].sort(compare);
    // A step begins where a value first stands; as many others lie strictly below it.
    const starts = sorted.flatMap((value, below) =>
      below === 0 || compare(sorted[below - 1] as Exact, value) !== 0 ? [{ value, below }] : [],
    );
    return starts.map(({ value, below }, at) => {
      const next = starts[at + 1];
      const points = divide(multiply(max, exact(BigInt(below))), others);
      const low = at === 0 ? undefined : { at: value, included: true };
      return level(points, low, next && { at: next.value, included: false });
    });
  },
};

const METHODS: Record<Method, Told<string>> = {
  best: {
    en: (max) => `value ÷ best of the group × ${max}`,
    vi: (max) => `giá trị ÷ giá trị cao nhất của nhóm × ${max}`,
  },
  'min-max': {
    en: (max) => `from the group's lowest value: 0 to its highest: ${max}`,
    vi: (max) => `từ giá trị thấp nhất của nhóm: 0 đến cao nhất: ${max}`,
  },
  percentile: {
    en: (max) => `share of the group's others below × ${max}`,
    vi: (max) => `tỷ lệ đơn vị khác trong nhóm thấp hơn × ${max}`,
  },
};

export const relative = defineRule<z.output<typeof options>>({
  summary: { en: 'A value against those of the group.', vi: 'So với các đơn vị cùng nhóm.' },
  options,
  relative: true,
  holds: ({ value = 'number' }) => value,
  flaws: (_, context) => adjustmentFlaws('relative', context),
  read: (cell, { value = 'number' }, context) => readUnit(cell, value, context),
  accepts: () => MANY,
  curve: ({ method = 'best' }, max, values) => (values.length === 0 ? [level(ZERO)] : CURVES[method](values, max)),
  tell: {
    en: ({ options: { method = 'best' }, max }) => METHODS[method].en(toText(max)),
    vi: ({ options: { method = 'best' }, max }) => METHODS[method].vi(toText(max)),
  },
  because({ cell, value, points, options, max, values }, say) {
    const { method = 'best', value: unit = 'number' } = options;
    const amount = (each: Exact): string => say.amount(each, unit);
    // Bracketed where it is a fraction, so that a calculator does the right thing.
    const whole = (each: Exact): string => {
      const text = amount(each);
      return unit === 'share' && !say.equalsPercent(each).startsWith('=') ? `(${toFractionText(each)})` : text;
    };
    const mine = cell.includes('/') ? `(${cell})` : whole(value);
    const own = cell.includes('/') ? `${cell} ${say.equalsPercent(value)}` : amount(value);
    const [lowest, highest] = [values.reduce(least, value), values.reduce(greatest, value)];
    if (method === 'percentile') {
      const below = values.filter((other) => compare(other, value) < 0).length;
      const others = values.length - 1;
      const many = say.pick({
        en: `above ${below} of ${others} others`,
        vi: `hơn ${below} trên ${others} đơn vị khác`,
      });
      return others === 0
        ? `${own}; ${many}`
        : `${own}; ${many}: ${below} ÷ ${others} × ${say.number(max)} ${say.equals(points)}`;
    }
    // A share whose decimals do not end is told as the fraction that is calculated with.
    const full = (each: Exact): string =>
      whole(each) === amount(each) ? amount(each) : `${toFractionText(each)} ${say.equalsPercent(each)}`;
    const best = `${say.pick({ en: "the group's best", vi: 'cao nhất nhóm' })} ${full(highest)}`;
    if (method === 'min-max') {
      const worst = `${say.pick({ en: 'its lowest', vi: 'thấp nhất' })} ${full(lowest)}`;
      if (compare(lowest, highest) === 0) return `${own}; ${best}; ${worst}: ${say.points(points, max)}`;
      const ratio = `(${mine} − ${whole(lowest)}) ÷ (${whole(highest)} − ${whole(lowest)})`;
      return `${own}; ${best}; ${worst}; ${ratio} × ${say.number(max)} ${say.equals(points)}`;
    }
    if (compare(value, highest) === 0 && sign(highest) > 0) {
      return `${own}; ${say.pick({ en: 'the best of the group', vi: 'cao nhất nhóm' })}: ${say.points(points, max)}`;
    }
    if (sign(highest) === 0) return `${own}; ${best}: ${say.points(points, max)}`;
    return `${own}; ${best}; ${mine} ÷ ${whole(highest)} × ${say.number(max)} ${say.equals(points)}`;
  },
});
