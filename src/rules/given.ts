/** The rule given: points awarded directly, perhaps in steps. */
import * as z from 'zod';
import { aboveMax, offStep } from '../faults/values.ts';
import { IDENTITY } from '../model/curve.ts';
import { compare, type Exact, multiply, toText } from '../model/exact.ts';
import { factsOf, readPositive } from './cell.ts';
import { pointsFlaws, reachFlaws } from './flaws.ts';
import { positiveDecimal } from './options.ts';
import { defineRule, isRefusal, refuse } from './rule.ts';

const options = z.strictObject({
  step: positiveDecimal.optional().describe('The points given are a multiple of this; any points if absent.'),
});

/** How many whole steps lie in the points. */
function stepsIn(points: Exact, step: Exact): bigint {
  return (points.n * step.d) / (points.d * step.n);
}

function steps(count: bigint, step: Exact): Exact {
  return multiply({ n: count, d: 1n }, step);
}

export const given = defineRule<z.output<typeof options>>({
  summary: { en: 'Points awarded directly.', vi: 'Chấm điểm trực tiếp.' },
  options,
  relative: false,
  holds: () => 'number',
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
  curve: () => IDENTITY,
  tell: {
    en: ({ options: { step }, max }) =>
      `points given, up to ${toText(max)}${step ? `, in steps of ${toText(step)}` : ''}`,
    vi: ({ options: { step }, max }) => `chấm trực tiếp, tối đa ${toText(max)}${step ? `, bước ${toText(step)}` : ''}`,
  },
  because: ({ points, max }, say) => say.pick({ en: 'given: ', vi: 'được chấm: ' }) + say.points(points, max),
});
