/** The rule proportional: points in proportion to a share, perhaps nothing below a floor. */
import { floorNotBelowFull } from '../faults/rules.ts';
import { type Curve, level } from '../model/curve.ts';
import { compare, divide, type Exact, multiply, negate, ONE, sign, subtract, toText, ZERO } from '../model/exact.ts';
import * as z from '../schema/zod.ts';
import { readShare, upToWhole } from './cell.ts';
import { over, share } from './options.ts';
import { reachOnCurve } from './reach.ts';
import { defineRule, flaw } from './rule.ts';
import { factorText, shareText } from './speech.ts';
import { boundText } from './tell.ts';

const options = z.strictObject({
  floor: share.optional().describe('A share below this gives 0 points; 0% if absent.'),
  full_at: share.optional().describe('A share from this on gives the maximum; 100% if absent.'),
  from: z
    .enum(['zero', 'floor'])
    .optional()
    .describe('Where the proportion begins: at zero (the default), or at the floor, which then gives 0 points.'),
  zero_over_zero: z
    .enum(['full', 'none', 'error'])
    .optional()
    .describe('What 0/0 counts as: full (100 %), none (0 %), or error (the default), which refuses it.'),
  over,
});

type Options = z.output<typeof options>;

const ZERO_OVER_ZERO: { readonly [choice: string]: Exact } = { full: ONE, none: ZERO };

/** From `start`, which gives 0, to `full`, which gives `max`; nothing below the floor, no more above `full`. */
export function ramp(floor: Exact, start: Exact, full: Exact, max: Exact): Curve {
  const slope = divide(max, subtract(full, start));
  const offset = negate(multiply(slope, start));
  const high = { at: full, included: false };
  const top = level(max, { at: full, included: true });
  if (sign(floor) <= 0) return [{ high, slope, offset }, top];
  return [
    level(ZERO, undefined, { at: floor, included: false }),
    { low: { at: floor, included: true }, high, slope, offset },
    top,
  ];
}

function limits({ floor = ZERO, full_at: full = ONE }: Options) {
  return { floor, full };
}

export const proportional = defineRule<Options>({
  summary: { en: 'Points in proportion to a share.', vi: 'Điểm theo tỷ lệ đạt được.' },
  options,
  relative: false,
  holds: () => 'share',
  fill({ zero_over_zero: choice = 'error', over }) {
    const overNothing = ZERO_OVER_ZERO[choice];
    return { ...(over === 'cap' ? {} : { upTo: ONE }), ...(overNothing ? { overNothing } : {}) };
  },
  flaws(options, { leaf }) {
    const { floor, full } = limits(options);
    if (compare(floor, full) < 0) return [];
    const facts = { floor: boundText(floor, 'share'), full: boundText(full, 'share'), leaf };
    return [flaw([options.floor ? 'floor' : 'full_at'], floorNotBelowFull, facts)];
  },
  read(cell, { zero_over_zero: choice = 'error', over }, context) {
    return upToWhole(readShare(cell, context, ZERO_OVER_ZERO[choice]), over, cell, context);
  },
  accepts: () => ONE,
  curve(options, max) {
    const { floor, full } = limits(options);
    return ramp(floor, options.from === 'floor' ? floor : ZERO, full, max);
  },
  tell: {
    en: ({ options, max }) => {
      const { floor, full } = limits(options);
      const start = options.from === 'floor' ? floor : ZERO;
      const below = sign(floor) > 0 ? `; below ${boundText(floor, 'share')}: 0` : '';
      return `proportional: from ${boundText(start, 'share')}: 0 to ${boundText(full, 'share')}: ${toText(max)}${below}`;
    },
    vi: ({ options, max }) => {
      const { floor, full } = limits(options);
      const start = options.from === 'floor' ? floor : ZERO;
      const below = sign(floor) > 0 ? `; dưới ${boundText(floor, 'share')}: 0` : '';
      return `tỷ lệ: từ ${boundText(start, 'share')}: 0 đến ${boundText(full, 'share')}: ${toText(max)}${below}`;
    },
  },
  because({ cell, value, points, options, max }, say) {
    const { floor, full } = limits(options);
    const what = shareText(cell, value, say);
    if (compare(value, floor) < 0) {
      return `${what}; ${say.pick({ en: 'below', vi: 'dưới' })} ${say.percent(floor)}: ${say.points(points, max)}`;
    }
    if (compare(value, full) >= 0) {
      const reached = say.pick({ en: 'full points from', vi: 'đạt điểm tối đa từ' });
      return `${what}; ${reached} ${say.percent(full)}: ${say.points(points, max)}`;
    }
    const factor = factorText(cell, value, say);
    const start = options.from === 'floor' ? floor : ZERO;
    const [part, whole] =
      sign(start) === 0
        ? [factor, say.percent(full)]
        : [`(${factor} − ${say.percent(start)})`, `(${say.percent(full)} − ${say.percent(start)})`];
    const ratio = sign(start) === 0 && compare(full, ONE) === 0 ? part : `${part} ÷ ${whole}`;
    const sum = `${ratio} × ${say.number(max)} ${say.equals(points)}`;
    return cell.includes('/') ? `${what}; ${sum}` : sum;
  },
  reach({ value, options, max }) {
    const { floor, full } = limits(options);
    const curve = ramp(floor, options.from === 'floor' ? floor : ZERO, full, max);
    return reachOnCurve(curve, value, 'share');
  },
});
