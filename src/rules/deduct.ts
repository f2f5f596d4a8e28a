/** The rule deduct: the maximum less so many points for each, perhaps down to a least. */
import { deductsTooMuch } from '../faults/values.ts';
import { level } from '../model/curve.ts';
import { compare, divide, least, multiply, negate, subtract, toText, ZERO } from '../model/exact.ts';
import * as z from '../schema/zod.ts';
import { factsOf, readCount } from './cell.ts';
import { adjustmentFlaws, pointsFlaws } from './flaws.ts';
import { decimal, positiveDecimal } from './options.ts';
import { reachByCount } from './reach.ts';
import { defineRule, isRefusal, refuse } from './rule.ts';

const options = z.strictObject({
  points: positiveDecimal.describe('The points that each item takes away.'),
  min: decimal.optional().describe('The points that always remain; if absent, a count that leads below 0 is refused.'),
});

export const deduct = defineRule<z.output<typeof options>>({
  summary: { en: 'The maximum less so many points for each item.', vi: 'Điểm tối đa trừ dần theo số lượng.' },
  options,
  relative: false,
  holds: () => 'count',
  flaws: ({ points, min }, context) => [
    ...adjustmentFlaws('deduct', context),
    ...pointsFlaws(
      [
        [['points'], points],
        [['min'], min],
      ],
      context,
    ),
  ],
  read(cell, { points, min }, context) {
    const count = readCount(cell, context);
    if (isRefusal(count) || min !== undefined) return count;
    const deducted = multiply(count, points);
    if (compare(deducted, context.max) <= 0) return count;
    return refuse(deductsTooMuch, { ...factsOf(cell, context), deducted: toText(deducted), max: toText(context.max) });
  },
  curve({ points, min = ZERO }, max) {
    const end = divide(subtract(max, min), points);
    return [
      { high: { at: end, included: true }, slope: negate(points), offset: max },
      level(min, { at: end, included: false }),
    ];
  },
  tell: {
    en: ({ options: { points, min }, max }) =>
      `${toText(max)}, less ${toText(points)} for each${min ? `, at least ${toText(min)}` : ''}`,
    vi: ({ options: { points, min }, max }) =>
      `${toText(max)}, trừ ${toText(points)} cho mỗi mục${min ? `, không thấp hơn ${toText(min)}` : ''}`,
  },
  because({ value, points, options, max }, say) {
    const plain = subtract(max, multiply(value, options.points));
    const sum = `${say.number(max)} − ${say.number(value)} × ${say.number(options.points)} ${say.equals(plain)}`;
    if (compare(plain, points) === 0) return sum;
    return `${sum}; ${say.pick({ en: 'at least', vi: 'không thấp hơn' })} ${say.number(points)}`;
  },
  reach({ value, options: { points, min = ZERO }, max }) {
    const last = divide(subtract(max, min), points);
    const curve = [
      { high: { at: last, included: true }, slope: negate(points), offset: max },
      level(min, { at: last, included: false }),
    ];
    // Down from many: from the first count that leaves no more than the least, so that the next one less gives more.
    return reachByCount(curve, least(value, { n: (last.n + last.d - 1n) / last.d, d: 1n }), -1);
  },
});
