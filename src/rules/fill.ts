/** What a form asks for a leaf: its rule's own answer, with the kind of cell and the way to points. */
import type { Exact } from '../model/exact.ts';
import type { Fill } from '../model/fill.ts';
import type { Scoring } from '../model/rubric.ts';
import { curveOf, ruleOf } from './index.ts';

/** What the cell of a node of maximum `max` takes. */
export function fillOf(scoring: Scoring, max: Exact): Fill {
  const rule = ruleOf(scoring);
  const holds = rule.holds(scoring.options);
  const isKnown = !rule.relative && holds !== 'cases';
  return { holds, ...rule.fill?.(scoring.options, max), ...(isKnown ? { curve: curveOf(scoring, max) } : {}) };
}
