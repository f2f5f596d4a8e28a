/** The rule survey: answers counted on a scale, or an imported share of satisfied ones. */
import { surveySource } from '../faults/rules.ts';
import { answerCounts } from '../faults/values.ts';
import type { Curve } from '../model/curve.ts';
import { add, divide, type Exact, greatest, multiply, ONE, reduce, sign, toText, ZERO } from '../model/exact.ts';
import * as z from '../schema/zod.ts';
import { factsOf, readCount, readShare, upToWhole } from './cell.ts';
import { adjustmentFlaws, idleFlaws, reachFlaws } from './flaws.ts';
import { alikeFlaws, named } from './names.ts';
import { shareOrDecimal, wholeNumber } from './options.ts';
import { type CellContext, defineRule, flaw, isRefusal, type Refusal, refuse } from './rule.ts';
import { factorText } from './speech.ts';
import { boundText } from './tell.ts';

const options = z.strictObject({
  scale: named(shareOrDecimal, 'answer')
    .optional()
    .describe('The share of the points that each answer is worth, in the order in which cells count them.'),
  n: wholeNumber
    .optional()
    .describe('How many were asked for an imported share; only for the margin of error that reports show.'),
});

type Scale = ReadonlyMap<string, Exact>;

/** The mean worth of the answers counted in a cell such as `40;30;20;10`. */
function readAnswers(cell: string, scale: Scale, context: CellContext): Exact | Refusal {
  const parts = cell.split(';').map((part) => part.trim());
  const answers = [...scale.keys()].join('; ');
  if (parts.length !== scale.size) {
    return refuse(answerCounts, {
      ...factsOf(cell, context),
      found: `${parts.length}`,
      asked: `${scale.size}`,
      answers,
    });
  }
  const worths = [...scale.values()];
  let total = ZERO;
  let weighted = ZERO;
  for (const [at, part] of parts.entries()) {
    const count = readCount(part, context);
    if (isRefusal(count)) return count;
    total = add(total, count);
    weighted = add(weighted, multiply(count, worths[at] as Exact));
  }
  if (sign(total) === 0)
    return refuse(answerCounts, { ...factsOf(cell, context), found: '0', asked: `${scale.size}`, answers });
  return reduce(divide(weighted, total));
}

function tellScale(scale: Scale): string {
  return [...scale].map(([answer, worth]) => `${answer}: ${boundText(worth, 'share')}`).join('; ');
}

export const survey = defineRule<z.output<typeof options>>({
  summary: {
    en: 'Answers on a scale, or an imported share.',
    vi: 'Phiếu trả lời theo thang, hoặc tỷ lệ hài lòng có sẵn.',
  },
  options,
  relative: false,
  holds: ({ scale }) => (scale ? 'answers' : 'share'),
  fill: ({ scale }) => (scale ? { names: scale } : { upTo: ONE }),
  flaws({ scale, n }, context) {
    const { leaf, max, source } = context;
    const best = multiply(max, [...(scale?.values() ?? [])].reduce(greatest, ZERO));
    return [
      ...adjustmentFlaws('survey', context),
      ...(source === 'survey' || source === 'adjustment' ? [] : [flaw(['type'], surveySource, { leaf })]),
      ...(scale ? alikeFlaws(scale.keys(), context, (name) => ['scale', name]) : []),
      ...(scale ? reachFlaws(['scale'], best, context) : []),
      ...idleFlaws('n', scale !== undefined && n !== undefined, context),
    ];
  },
  read(cell, { scale }, context) {
    if (scale) return readAnswers(cell, scale, context);
    return upToWhole(readShare(cell, context), 'refuse', cell, context);
  },
  accepts: () => ONE,
  curve: (_, max): Curve => [{ slope: max, offset: ZERO }],
  tell: {
    en: ({ options: { scale }, max }) =>
      scale ? `survey: mean of the answers (${tellScale(scale)}) × ${toText(max)}` : `survey: share × ${toText(max)}`,
    vi: ({ options: { scale }, max }) =>
      scale
        ? `điều tra: trung bình các phiếu (${tellScale(scale)}) × ${toText(max)}`
        : `điều tra: tỷ lệ × ${toText(max)}`,
  },
  because({ cell, value, points, options: { scale }, max }, say) {
    if (!scale) return `${factorText(cell, value, say)} × ${say.number(max)} ${say.equals(points)}`;
    const counts = cell.split(';').map((count) => count.trim());
    const worths = [...scale.values()];
    const terms = counts.map((count, at) => `${count} × ${say.percent(worths[at] as Exact)}`).join(' + ');
    const mean = `(${terms}) ÷ (${counts.join(' + ')}) ${say.equalsPercent(value)}`;
    return `${mean}; × ${say.number(max)} ${say.equals(points)}`;
  },
});
