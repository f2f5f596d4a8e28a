/** The rule given: points awarded directly, perhaps in steps. */
import { aboveMax, offStep } from '../faults/values.ts';
import { IDENTITY } from '../model/curve.ts';
import { add, compare, type Exact, equal, multiply, ONE, reduce, toText } from '../model/exact.ts';
import * as z from '../schema/zod.ts';
import { factsOf, readPositive } from './cell.ts';
import { pointsFlaws, reachFlaws } from './flaws.ts';
import { positiveDecimal } from './options.ts';
import { reachOf } from './reach.ts';
import { defineRule, isRefusal, refuse } from './rule.ts';
import { type Speech, speech } from './speech.ts';

const options = z.strictObject({
  step: positiveDecimal.optional().describe('The points given are a multiple of this; any points if absent.'),
});

/** More steps than these are not looked at. */
const MOST_STEPS = 10_000;

/** How many whole steps lie in the points. */
function stepsIn(points: Exact, step: Exact): bigint {
  return (points.n * step.d) / (points.d * step.n);
}

function steps(count: bigint, step: Exact): Exact {
  return multiply({ n: count, d: 1n }, step);
}

/** A count of steps, few enough to be listed. */
function numberOf(count: bigint): number {
  let value = 0;
  for (let rest = count; rest > 0n && value < MOST_STEPS; rest--) value++;
  return value;
}

export const given = defineRule<z.output<typeof options>>({
  summary: { en: 'Points awarded directly.', vi: 'Chấm điểm trực tiếp.' },
  options,
  relative: false,
  holds: () => 'number',
  fill: (_, max) => ({ upTo: max }),
  flaws: ({ step }, context) => [
    ...pointsFlaws([[['step'], step]], context),
    ...(step ? reachFlaws(['step'], steps(stepsIn(context.max, step), step), context) : []),
  ],
  read(cell, { step }, context) {
    const value = readPositive(cell, context);
    if (isRefusal(value)) return value;
    const facts = factsOf(cell, context);
    if (compare(value, context.max) > 0) {
      return refuse(aboveMax, { ...facts, points: toText(value), max: toText(context.max) });
    }
    if (step === undefined) return value;
    const count = stepsIn(value, step);
    if (compare(steps(count, step), value) === 0) return value;
    const [below, above] = [steps(count, step), steps(count + 1n, step)].map(toText) as [string, string];
    return refuse(offStep, { ...facts, step: toText(step), below, above });
  },
  accepts: ({ step }, max) => (step === undefined ? max : undefined),
  curve: () => IDENTITY,
  tell: {
    en: ({ options: { step }, max }) =>
      `points given, up to ${toText(max)}${step ? `, in steps of ${toText(step)}` : ''}`,
    vi: ({ options: { step }, max }) => `chấm trực tiếp, tối đa ${toText(max)}${step ? `, bước ${toText(step)}` : ''}`,
  },
  because: ({ points, max }, say) => say.pick({ en: 'given: ', vi: 'được chấm: ' }) + say.points(points, max),
  reach({ points, options: { step }, max }) {
    const words = ({ number, pick }: Speech, value: Exact) =>
      `${number(value)} ${pick({ en: equal(value, ONE) ? 'point' : 'points', vi: 'điểm' })}`;
    if (step === undefined) {
      const tell = (value: Exact) => ({ en: words(speech('en'), value), vi: words(speech('vi'), value) });
      return compare(points, max) < 0 ? [{ low: points, high: max, tell }] : [];
    }
    const [first, last] = [stepsIn(points, step) + 1n, stepsIn(max, step)];
    const count = numberOf(last - first + 1n);
    return Array.from({ length: count }, (_, at) => {
      const value = reduce(steps(first + BigInt(at), step));
      const way = reachOf(value, (say) => words(say, value));
      return at === count - 1 && compare(add(value, step), max) <= 0 ? { ...way, isSample: true } : way;
    });
  },
});
