/** What more points on a leaf cost, as a rubric says it for plans; and the proof that costs by name fit the rule. */
import { costNames } from '../faults/costs.ts';
import { idleOption } from '../faults/rules.ts';
import { compare, type Exact, least, sign } from '../model/exact.ts';
import { nearest } from '../model/nearest.ts';
import { isNumeral } from '../model/numeral.ts';
import type { Price, Scoring } from '../model/rubric.ts';
import { visible } from '../model/visible.ts';
import * as z from '../schema/zod.ts';
import { ruleOf } from './index.ts';
import { named } from './names.ts';
import { costDecimal, costJson } from './options.ts';
import { type Flaw, flaw, keyFlaw, type LeafContext } from './rule.ts';

const byName = named(costDecimal, 'level');

/** The schema of `cost:`: a number for each point, or a map from the names of levels or items to numbers. */
export const price = z
  .unknown()
  .transform((input, context): Price => {
    const isMap = typeof input === 'object' && input !== null && !Array.isArray(input) && !isNumeral(input);
    const parsed = isMap ? byName.safeParse(input) : costDecimal.safeParse(input);
    if (parsed.success) {
      return isMap
        ? { per: 'name', costs: parsed.data as ReadonlyMap<string, Exact> }
        : { per: 'point', cost: parsed.data as Exact };
    }
    context.issues.push(...parsed.error.issues.map((issue) => ({ ...issue, input }) as z.core.$ZodRawIssue));
    return z.NEVER;
  })
  .optional()
  .describe(
    'For plans: what each point more costs; or what it costs to reach each level, or to meet each item, by its name.',
  )
  .meta({ json: { anyOf: [costJson(), { type: 'object', additionalProperties: costJson() }] } });

/** The names that have a price of their own; undefined for rules that are not by names. */
function namesOf({ type, options }: Scoring, max: Exact): ReadonlyMap<string, Exact | undefined> | undefined {
  const rule = ruleOf({ type, options });
  const holds = rule.holds(options);
  return holds === 'name' || holds === 'list' ? rule.fill?.(options, max).names : undefined;
}

/** The names that give more points than the least, and so can be improved to. */
function worthwhile(names: ReadonlyMap<string, Exact | undefined>, holds: string): readonly string[] {
  const points = [...names.values()].flatMap((each) => each ?? []);
  const lowest = holds === 'name' ? points.reduce(least) : undefined;
  return [...names]
    .filter(([, each]) => each === undefined || (lowest === undefined ? sign(each) > 0 : compare(each, lowest) > 0))
    .map(([name]) => name);
}

/** Flaws of a leaf's price at paths below `cost`: names that are not there or lack a cost; costs that nothing reads. */
export function priceFlaws(price: Price, scoring: Scoring, { leaf, max, source }: LeafContext): readonly Flaw[] {
  const rule = ruleOf(scoring);
  if (source === 'survey' || rule.reach === undefined) return [keyFlaw([], idleOption, { key: 'cost', leaf })];
  if (price.per !== 'name') return [];
  const names = namesOf(scoring, max);
  if (names === undefined) return [flaw([], costNames, { why: 'nameless', name: '', leaf, known: '' })];
  const known = [...names.keys()].join(', ');
  const unknown = [...price.costs.keys()].filter((name) => !names.has(name));
  const lacking = worthwhile(names, rule.holds(scoring.options)).filter((name) => !price.costs.has(name));
  return [
    ...unknown.map((name) => {
      const guess = nearest(name, [...names.keys()]);
      const facts = { why: 'unknown', name: visible(name), leaf, known, ...(guess ? { nearest: guess } : {}) } as const;
      return keyFlaw([name], costNames, facts);
    }),
    // With a name misspelt, the one that it was meant for would be told to lack.
    ...(unknown.length > 0 ? [] : lacking.map((name) => flaw([], costNames, { why: 'lacking', name, leaf, known }))),
  ];
}
