/** The table of scoring rules: how a value becomes points. A rule is one file and one line here. */
import type { Curve } from '../model/curve.ts';
import type { Exact } from '../model/exact.ts';
import type { Scoring } from '../model/rubric.ts';
import type { Words } from '../model/words.ts';
import { bands } from './bands.ts';
import { bestOf } from './best-of.ts';
import { checklist } from './checklist.ts';
import { deduct } from './deduct.ts';
import { given } from './given.ts';
import { growth } from './growth.ts';
import { levels } from './levels.ts';
import { perItem } from './per-item.ts';
import { piecewise } from './piecewise.ts';
import { proportional } from './proportional.ts';
import { relative } from './relative.ts';
import type { Rule } from './rule.ts';
import { type RuleTable, scoringSchema } from './scoring.ts';
import { survey } from './survey.ts';

/** Rules that look at one cell alone, and so can be a case of best-of. */
const singles = { given, levels, bands, proportional, piecewise, 'per-item': perItem, deduct, checklist } as const;

export const rules = { ...singles, 'best-of': bestOf(singles), survey, relative, growth } as const satisfies RuleTable;

export type RuleName = keyof typeof rules;

export const ruleNames = Object.keys(rules) as readonly RuleName[];

/** The schema of `rule:`; gives the rule's name and its options, as `Scoring`. */
export const ruleSchema = scoringSchema(rules);

/** The rule of a scoring; its options are of the rule's own type. */
export function ruleOf(scoring: Scoring): Rule<unknown> {
  return rules[scoring.type as RuleName] as Rule<unknown>;
}

/** From value to points, for a leaf of maximum `max`; `values` are the group's, for a rule that is relative. */
export function curveOf(scoring: Scoring, max: Exact, values: readonly Exact[] = NONE): Curve {
  const { relative, curve } = ruleOf(scoring);
  if (relative) return curve(scoring.options, max, values);
  const known = curves.get(scoring);
  if (known?.max === max) return known.curve;
  const made = curve(scoring.options, max, NONE);
  curves.set(scoring, { max, curve: made });
  return made;
}

const NONE: readonly Exact[] = [];

/** Of rules that look at no other unit, with the maximum that they are made of: checks and scoring ask for the same ones. */
const curves = new WeakMap<Scoring, { readonly max: Exact; readonly curve: Curve }>();

/** A scoring in words, for a node of maximum `max`; numbers with a dot. */
export function tellRule({ type, options }: Scoring, max: Exact): Words {
  const { tell } = rules[type as RuleName] as Rule<unknown>;
  return { en: tell.en({ options, max }), vi: tell.vi({ options, max }) };
}
