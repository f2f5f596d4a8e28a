/** The rule per-item: so many points for each, perhaps up to a cap. */
import { aboveMax } from '../faults/values.ts';
import { level } from '../model/curve.ts';
import { compare, divide, multiply, toText, ZERO } from '../model/exact.ts';
import * as z from '../schema/zod.ts';
import { factsOf, readCount } from './cell.ts';
import { pointsFlaws, reachFlaws } from './flaws.ts';
import { positiveDecimal } from './options.ts';
import { reachByCount } from './reach.ts';
import { defineRule, isRefusal, refuse } from './rule.ts';

const options = z.strictObject({
  points: positiveDecimal.describe('The points of each item.'),
  cap: positiveDecimal
    .optional()
    .describe(
      'The most points all items give; if absent, more than the maximum is refused (a bonus or penalty stops at it).',
    ),
});

export const perItem = defineRule<z.output<typeof options>>({
  summary: { en: 'So many points for each item.', vi: 'Mỗi nội dung được một số điểm.' },
  options,
  relative: false,
  holds: () => 'count',
  flaws({ points, cap }, context) {
    const { max, source } = context;
    const wholeItems = { n: (max.n * points.d) / (max.d * points.n), d: 1n };
    const best = cap ?? (source === 'adjustment' ? max : multiply(points, wholeItems));
    return [
      ...pointsFlaws(
        [
          [['points'], points],
          [['cap'], cap],
        ],
        context,
      ),
      ...reachFlaws([cap ? 'cap' : 'points'], best, context),
    ];
  },
  read(cell, { points, cap }, context) {
    const count = readCount(cell, context);
    if (isRefusal(count) || cap !== undefined || context.isAdjustment) return count;
    const given = multiply(count, points);
    if (compare(given, context.max) <= 0) return count;
    return refuse(aboveMax, { ...factsOf(cell, context), points: toText(given), max: toText(context.max) });
  },
  curve({ points, cap }, max) {
    const top = cap ?? max;
    const full = divide(top, points);
    return [
      { high: { at: full, included: true }, slope: points, offset: ZERO },
      level(top, { at: full, included: false }),
    ];
  },
  tell: {
    en: ({ options: { points, cap } }) => `${toText(points)} for each${cap ? `, at most ${toText(cap)}` : ''}`,
    vi: ({ options: { points, cap } }) => `mỗi mục ${toText(points)}${cap ? `, không quá ${toText(cap)}` : ''}`,
  },
  because({ value, points, options, max }, say) {
    const plain = multiply(value, options.points);
    const sum = `${say.number(value)} × ${say.number(options.points)} ${say.equals(plain)}`;
    if (compare(plain, points) === 0) return sum;
    return `${sum}; ${say.pick({ en: 'at most', vi: 'không quá' })} ${say.number(options.cap ?? max)}`;
  },
  reach({ value, options, max }) {
    const top = options.cap ?? max;
    const curve = [
      { high: { at: divide(top, options.points), included: true }, slope: options.points, offset: ZERO },
      // Without a cap more than the maximum is refused, so that the last count may stay below it.
      ...(options.cap ? [level(top, { at: divide(top, options.points), included: false })] : []),
    ];
    return reachByCount(curve, value, 1);
  },
});
