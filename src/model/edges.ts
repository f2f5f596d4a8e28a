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

export interface GroupEdges {
  readonly board: GroupBoard;
  /** One unit of the last decimal that the rubric shows: 0.01 with two decimals. */
  readonly step: Exact;
  readonly tried: readonly VariantShifts[];
  /** Grades that one step would change; ranks within one step are found on the board itself. */
  readonly gradeSteps: readonly GradeStep[];
}
