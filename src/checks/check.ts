/** The contract of a check: one law that only shows when rubric, units and entries are looked at together. */
import type { Assessment } from '../model/assessment.ts';
import type { Curve } from '../model/curve.ts';
import type { Diagnostic, Fault } from '../model/diagnostic.ts';
import type { Leaf } from '../model/rubric.ts';
import type { LostRows } from './lost-rows.ts';

export interface CheckContext {
  readonly assessment: Assessment;
  /** The stage whose marks count; undefined: the last of each rubric. */
  readonly basis: string | undefined;
  /** From a leaf's values to its points; undefined where that takes the whole group (the rule relative). */
  readonly curveOf: (leaf: Leaf) => Curve | undefined;
  /** What may stand in rows that were refused before anybody knew whose they are. */
  readonly lost: LostRows;
}

export interface Check {
  readonly fault: Fault;
  readonly run: (context: CheckContext) => Iterable<Diagnostic>;
}

/** Keeps the fault's own type inside the file and hides it in the table. */
export function defineCheck<Facts>(check: {
  readonly fault: Fault<Facts>;
  readonly run: (context: CheckContext) => Iterable<Diagnostic>;
}): Check {
  return check as unknown as Check;
}
