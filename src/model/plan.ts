/** What a unit would have to improve to reach a target, and what would change if it reported something else. */
import type { Unit } from './assessment.ts';
import type { Exact } from './exact.ts';
import type { Leaf, NodeRef, Sense } from './rubric.ts';
import type { GroupBoard, Scoreboard, Standing } from './scoreboard.ts';
import type { Words } from './words.ts';

/** What is to be reached. */
export type Target =
  | { readonly kind: 'grade' /** Position in the rubric's bands. */; readonly at: number }
  | { readonly kind: 'rank'; readonly rank: number }
  | { readonly kind: 'index'; readonly index: Exact };

/** Why a leaf takes no part in a plan. */
export type Excluded = 'full' | 'survey' | 'relative' | 'exempt' | 'override' | 'missing' | 'outside' | 'uncosted';

/** One way to more points on a leaf: exactly `low` points, or any number up to `high`. */
export interface Way {
  readonly low: Exact;
  readonly high: Exact;
  readonly tell: (points: Exact) => Words;
  /** Cost of reaching `low`, and of each point beyond it. */
  readonly cost: Exact;
  readonly rate: Exact;
  /** The leaf has more ways than were looked at. */
  readonly isSample?: true;
}

export interface Candidate {
  readonly leaf: Leaf;
  /** Position in `rubric.leaves`. */
  readonly at: number;
  readonly now: Exact;
  /** As it stands in the file. */
  readonly cell: string;
  readonly ways: readonly Way[];
}

/** Points that leaves must gain together. */
export interface Demand {
  /** What asks for it: the total, or a node of a gate or tie-break. */
  readonly node: NodeRef | 'total';
  /** Positions in `rubric.leaves`. */
  readonly leaves: readonly number[];
  readonly need: Exact;
  /** The need has to be passed, by however little. */
  readonly isBeyond?: boolean;
}

/** One leaf of a plan. */
export interface Improvement {
  readonly candidate: Candidate;
  readonly way: Way;
  readonly to: Exact;
  readonly gain: Exact;
  readonly cost: Exact;
}

/** One set of improvements that reaches the target. */
export interface PlanChoice {
  /** In the order of the rubric. */
  readonly improvements: readonly Improvement[];
  readonly cost: Exact;
  readonly gain: Exact;
  /** The exact index that it leads to, before bounds and rounding. */
  readonly index: Exact;
  /** The same as it would be shown. */
  readonly shown: Exact;
}

export interface Plan {
  readonly board: Scoreboard;
  readonly group: GroupBoard;
  readonly standing: Standing;
  readonly target: Target;
  readonly sense: Sense;
  /** The index that has to be reached, as compared; for a rank that of the unit now there. */
  readonly line: Exact;
  /** For a rank: the unit that stands there now. */
  readonly rival?: Standing;
  /** What the choices answer to: of several alternatives (a tie-break) the cheapest one's. */
  readonly demands: readonly Demand[];
  /** Whether the rubric's own bounds of the index keep the line out of reach, whatever is improved. */
  readonly isBarred: boolean;
  /** All as cheap as can be and with as few leaves as can be, up to a limit; empty where the target cannot be reached. */
  readonly choices: readonly PlanChoice[];
  /** Whether more choices are as good. */
  readonly hasMore: boolean;
  /** Whether all that are as good were looked for; where not, there may be more than are known of. */
  readonly isListed: boolean;
  /** Whether everything cheaper was ruled out; false where the search was cut short. */
  readonly isProved: boolean;
  /** The highest index that all candidates at their best would give. */
  readonly best: Exact;
  /** The demand that even then is not met; absent where the target can be reached. */
  readonly unmet?: Demand;
  /** What it can gain, as its points count: rounded where the rubric rounds there. */
  readonly unmetMost?: Exact;
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly { readonly leaf: Leaf; readonly why: Excluded; readonly lost: Exact }[];
  /** Where costs came from, by the ids of leaves in the order of the rubric; absent: a point costs a point. */
  readonly costs?: { readonly fromFile: readonly string[]; readonly fromRubric: readonly string[] };
}

/** One value of a what-if. */
export interface Supposed {
  readonly unit: Unit;
  readonly leaf: Leaf;
  readonly before: string;
  readonly after: string;
  /** Undefined where the leaf has no points: it is exempt, or nothing was reported. */
  readonly pointsBefore: Exact | undefined;
  readonly pointsAfter: Exact | undefined;
}

/** The ranking of one group as it is and as it would be. */
export interface WhatIf {
  readonly board: Scoreboard;
  readonly group: GroupBoard;
  readonly changed: GroupBoard;
  /** Whose values are supposed; in the order in which they were named. */
  readonly units: readonly Unit[];
  readonly supposed: readonly Supposed[];
  /** All units of the group, in the order of the changed ranking. */
  readonly moves: readonly { readonly before: Standing; readonly after: Standing }[];
}
