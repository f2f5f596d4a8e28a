/** Why a unit has the result it has, and why one stands above another: data, before it becomes a page. */
import type { Unit } from './assessment.ts';
import type { Exact } from './exact.ts';
import type { Place } from './place.ts';
import type { Adjustment, Criterion, Domain, Leaf, NodeRef } from './rubric.ts';
import type { Figure, GroupBoard, Scoreboard, Standing } from './scoreboard.ts';
import type { Words } from './words.ts';

/** A filled cell of the unit's row. */
export interface ExplainedCell {
  /** A stage, `survey`, `previous` or `override`. */
  readonly column: string;
  /** As it stands in the file, without blanks around. */
  readonly text: string;
  /** The field that holds it. */
  readonly place: Place;
  /** Whether the points come from it. */
  readonly counts: boolean;
}

/** Whose value a relative rule compared with: the first of those that have the highest, or the lowest. */
export interface Peer {
  readonly which: 'highest' | 'lowest';
  readonly unit: Unit;
  /** The row of its value. */
  readonly place: Place;
  /** How many more have the same value. */
  readonly others: number;
}

/** One leaf or adjustment, from its cells to the points that enter the sum. */
export interface Story {
  readonly node: Leaf | Adjustment;
  /** `unappraised`: something is reported, but no appraiser has spoken; it counts as missing. */
  readonly state: 'scored' | 'missing' | 'unappraised' | 'exempt' | 'outside' | 'none';
  /** Column whose value counts; absent unless scored. */
  readonly source?: string;
  readonly cells: readonly ExplainedCell[];
  /** The row of its cells; absent where the file has none. */
  readonly row?: Place;
  readonly rule: Words;
  /** How the rule made points of the value; absent where no value counted. */
  readonly because?: Words;
  /** Absent unless the rule compares with others of the group that stand above, or below. */
  readonly peers?: readonly Peer[];
  /** What the rule alone gives, before a cap, an override and the rounding; absent where no value counted. */
  readonly byRule?: Exact;
  /** Points before the rounding at the leaf: of the rule up to the cap, or of the override. */
  readonly before?: Exact;
  /** What enters the sum: 0 for a missing leaf; absent for one that is exempt, outside or not claimed. */
  readonly points?: Exact;
  readonly lost?: Exact;
  readonly evidence: string;
  readonly note: string;
}

/** A criterion and its leaves. */
export interface ExplainedCriterion {
  readonly node: Criterion;
  readonly figure: Figure;
  readonly stories: readonly Story[];
}

export interface ExplainedDomain {
  readonly node: Domain;
  /** As it enters the total: rounded where the rubric rounds at the domain. */
  readonly figure: Figure;
  /** The plain sum of the leaves. */
  readonly sum: Exact;
  readonly criteria: readonly ExplainedCriterion[];
}

/** What the bonuses, or the penalties, gave together. */
export interface ExplainedKind {
  readonly kind: 'bonus' | 'penalty';
  readonly sum: Exact;
  readonly cap?: Exact;
  readonly counted: Exact;
}

/** A gate and the unit's figures at its nodes, in the sense of `grades.on`. */
export interface GateCheck {
  /** Whether it looks at several nodes. */
  readonly isAny: boolean;
  readonly below: Exact;
  /** Position of the cap in the rubric's bands. */
  readonly cap: number;
  /** The node with the lowest index; absent where all are exempt. */
  readonly lowest?: { readonly node: NodeRef; readonly index: Exact };
  readonly holds: boolean;
}

/** What set two units apart. */
export type Decision =
  | { readonly by: 'index'; readonly gap: Exact }
  /** Equal before; `own` and `other` are component indices in the sense of `rank.on`, absent where exempt. */
  | { readonly by: 'break'; readonly node: NodeRef; readonly own?: Exact; readonly other?: Exact }
  /** Equal in everything that the rubric compares. */
  | { readonly by: 'nothing' };

export interface Neighbour {
  readonly standing: Standing;
  readonly decision: Decision;
}

export interface Explanation {
  readonly board: Scoreboard;
  readonly group: GroupBoard;
  readonly standing: Standing;
  readonly domains: readonly ExplainedDomain[];
  readonly adjustments: readonly Story[];
  /** Only kinds that gave something. */
  readonly kinds: readonly ExplainedKind[];
  /** The maximum of the leaves on this basis, exempt ones among them. */
  readonly scale: Exact;
  /** points ÷ max × 100 before the rubric's bounds and the last rounding; absent where nothing applied. */
  readonly ratio?: Exact;
  readonly gates: readonly GateCheck[];
  /** The nearest unit above, the nearest below, and those that share the rank. */
  readonly above?: Neighbour;
  readonly below?: Neighbour;
  readonly equals: readonly Neighbour[];
}

/** What one leaf adds to the gap between two units, in index points. */
export interface VersusPart {
  readonly node: Leaf;
  readonly one: Story;
  readonly other: Story;
  /** weight × (achievement of the one − of the other); parts, extras and the roundings add exactly to the gap. */
  readonly gap: Exact;
}

/** What is no leaf's: bonus, penalty, the rubric's roundings and bounds. */
export interface VersusExtra {
  readonly kind: 'bonus' | 'penalty' | 'rounding' | 'bounds';
  readonly one: Exact;
  readonly other: Exact;
  readonly gap: Exact;
}

/** Why one unit stands above or below another of its group. */
export interface Versus {
  readonly board: Scoreboard;
  readonly group: GroupBoard;
  readonly one: Standing;
  readonly other: Standing;
  readonly decision: Decision;
  /** Whether the index is compared as shown or as a fraction. */
  readonly sense: 'rounded' | 'exact';
  /** Index of the one less that of the other, in that sense. */
  readonly gap: Exact;
  /** The maximum that weights refer to: the leaves that apply to at least one of the two. */
  readonly scale: Exact;
  /** Leaves exempt for one of the two: they count with that unit's own average. */
  readonly averaged: readonly { readonly leaf: Leaf; readonly unit: Standing; readonly average: Exact }[];
  readonly domains: readonly { readonly node: Domain; readonly gap: Exact; readonly parts: readonly VersusPart[] }[];
  readonly extras: readonly VersusExtra[];
}
