/** The shape of rubric.yaml, key by key. The JSON Schema for editors and the reference page are made from it. */
import { isNumeral, writtenAs } from '../model/numeral.ts';
import { ruleSchema } from '../rules/index.ts';
import { decimal, id, positiveDecimal, text, wholeNumberTo } from '../rules/options.ts';
import { price } from '../rules/price.ts';
import * as z from '../schema/zod.ts';

const note = text.optional().describe('A remark for readers; shown in reports, never read by the tool.');
const exempt = z
  .literal('allowed')
  .optional()
  .describe('Whether n/a is permitted; on a domain or criterion it covers all leaves below.');
const title = text.describe('The words of the decision.');
const max = positiveDecimal.describe('The most points it can give; of a parent, the sum of its children.');

const from = z
  .array(id)
  .optional()
  .describe(
    'For comparisons: the ids in the rubric before that this continues; [] if it is new; if absent, the same id.',
  );

const leafKeys = {
  source: z
    .enum(['appraised', 'survey', 'self'])
    .optional()
    .describe('Whose figure counts: the appraisers (default), the survey, or the unit itself.'),
  evidence: z.literal('required').optional().describe('Whether a reported value asks for evidence or a note.'),
  cost: price,
};

const part = z
  .strictObject({ id, title, max, ...leafKeys, exempt, note, from, rule: ruleSchema })
  .describe('A part of a criterion (tiêu chí thành phần): a leaf.');

const criterion = z
  .strictObject({
    id,
    title,
    max,
    ...leafKeys,
    exempt,
    note,
    from,
    rule: ruleSchema.optional().describe('How its value becomes points; only for a criterion without parts.'),
    parts: z.array(part).min(1).optional().describe('Its parts (tiêu chí thành phần).'),
  })
  .describe('A criterion (tiêu chí): with parts, or itself a leaf.');

const domain = z
  .strictObject({
    id,
    title,
    max,
    exempt,
    note,
    criteria: z.array(criterion).min(1),
  })
  .describe('A domain (lĩnh vực).');

const adjustment = z
  .strictObject({
    id,
    title: text.optional().describe('The words of the decision.'),
    kind: z.enum(['bonus', 'penalty']).describe('Added to the points or taken from them.'),
    max: positiveDecimal.describe('Its cap.'),
    evidence: leafKeys.evidence,
    note,
    rule: ruleSchema,
  })
  .describe('A bonus or a penalty beyond the scale.');

const decimals = wholeNumberTo(10).describe('To how many decimals, half up.');

const sense = z.enum(['rounded', 'exact']).optional();

const tieBreak = z
  .strictObject({
    domain: id.optional().describe('Compare the component index of this domain.'),
    criterion: id.optional().describe('Compare points ÷ maximum of this criterion or part.'),
  })
  .describe('One tie-break: a domain or a criterion.');

const gate = z
  .strictObject({
    each: z.enum(['domain', 'criterion']).optional().describe('Look at every domain, or at every criterion.'),
    domain: id.optional().describe('Look at this domain.'),
    criterion: id.optional().describe('Look at this criterion or part.'),
    below: decimal.describe('A component index under this many per cent caps the grade.'),
    cap: id.describe('The id of the best grade that is then possible.'),
  })
  .describe('A gate: a weak component caps the grade.');

const gradeBand = z
  .strictObject({
    id,
    name: text.describe('The word on the page, such as Tốt.'),
    from: decimal.optional().describe('Its lower end in per cent, included; the last grade has none.'),
  })
  .describe('One grade.');

export const rubricSchema = z
  .strictObject({
    $schema: z.string().optional().describe('For editors: where the JSON Schema is.'),
    format: z
      .custom((value) => isFormatOne(value))
      .describe('The version of this format: 1.')
      .meta({ json: { const: 1 } }),
    id: id.describe('The id of the rubric, such as khanh-hoa-huyen-2019.'),
    title,
    issued: z
      .strictObject({
        decision: text.describe('Its number.'),
        date: text.describe('Its date, as text.'),
      })
      .optional()
      .describe('The decision that issued the rubric.'),
    note,
    applies_to: z.array(id).min(1).optional().describe('The groups it scores; every group if absent.'),
    stages: z.array(id).min(1).optional().describe('The rounds of marking in order; [self, appraised] if absent.'),
    rounding: z
      .strictObject({
        at: z.enum(['leaf', 'domain', 'total']).describe('Where points become rounded.'),
        decimals: decimals,
      })
      .optional()
      .describe('The one rounding; { at: total, decimals: 2 } if absent.'),
    rank: z
      .strictObject({
        on: sense.describe('Compare the shown index (rounded, the default) or the fraction (exact).'),
        ties: z
          .enum(['competition', 'dense'])
          .optional()
          .describe('After a tie: 1, 2, 2, 4 (competition, the default) or 1, 2, 2, 3 (dense).'),
        break: z.array(tieBreak).optional().describe('What decides between equals, in order.'),
      })
      .optional()
      .describe('How ranks are given.'),
    missing: z
      .enum(['error', 'zero'])
      .optional()
      .describe('What a missing value gets: refusal (the default), or 0 points, shown in every report.'),
    index: z
      .strictObject({ min: decimal.optional(), max: decimal.optional() })
      .optional()
      .describe('Bounds of the index where bonus and penalty may lead beyond.'),
    grades: z
      .strictObject({
        on: sense.describe('Hold the shown index (rounded, the default) or the fraction (exact) against the lines.'),
        bands: z.array(gradeBand).min(1).describe('The grades, best first.'),
        gates: z.array(gate).optional().describe('Weak components that cap the grade.'),
      })
      .optional()
      .describe('How grades are given; no grades if absent.'),
    domains: z.array(domain).min(1).describe('The tree.'),
    adjustments: z.array(adjustment).optional().describe('Bonus and penalty beyond the scale.'),
    adjustment_caps: z
      .strictObject({
        bonus: positiveDecimal.optional().describe('All bonuses together give at most this.'),
        penalty: positiveDecimal.optional().describe('All penalties together take at most this.'),
      })
      .optional()
      .describe('Caps over all bonuses and all penalties.'),
  })
  .describe('A parindex rubric (bộ tiêu chí).');

export type RubricFile = z.output<typeof rubricSchema>;

function isFormatOne(value: unknown): boolean {
  return isNumeral(value) && writtenAs(value) === '1';
}
