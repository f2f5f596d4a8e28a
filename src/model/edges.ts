/** Close calls of a ranking: what would be another rank or grade had the council decided, or one figure been, a little otherwise. */
import type { Exact } from './exact.ts';
import type { Rounding, Sense } from './rubric.ts';
import type { GroupBoard, Standing } from './scoreboard.ts';

/** Another way to decide: every comparison in the other sense, or the rounding at another place. */
export type Variant =
  | { readonly kind: 'sense'; readonly on: Sense }
  | { readonly kind: 'place'; readonly at: Rounding['at'] };

/** A unit whose rank or grade is another one in a variant. */
export interface Shift {
  readonly before: Standing;
  readonly after: Standing;
}

export interface VariantShifts {
  readonly variant: Variant;
  /** In the order of the board; empty where the variant changes nothing. */
  readonly shifts: readonly Shift[];
}

/** A unit whose grade is another one as soon as one of its figures moves by a step. */
export interface GradeStep {
  readonly standing: Standing;
  /** Of a gate, the id of the node whose index moves; absent: the unit's own index moves. */
  readonly node?: string;
  readonly up: boolean;
  /** The grade it then has, a position in the rubric's bands. */
  readonly at: number;
}

/** Ranked neighbours no further than a step apart. */
export interface RankStep {
  readonly above: Standing;
  readonly below: Standing;
  /** In the sense in which ranks are decided; 0 where a tie-break decided, or nothing. */
  readonly gap: Exact;
}

export interface GroupEdges {
  readonly board: GroupBoard;
  /** One unit of the last decimal that the rubric shows: 0.01 with two decimals. */
  readonly step: Exact;
  readonly tried: readonly VariantShifts[];
  readonly gradeSteps: readonly GradeStep[];
  readonly rankSteps: readonly RankStep[];
}
