/** The rubric (bộ tiêu chí): a tree domain > criterion > part whose leaves are marked, and its policies. */
import type { Exact } from './exact.ts';
import type { Place } from './place.ts';

/** Whose figure counts for a leaf. */
export type Source = 'appraised' | 'survey' | 'self';

/** How a leaf's value becomes points: a rule's name and its options as its own schema has read them. */
export interface Scoring {
  readonly type: string;
  readonly options: unknown;
}

/** What more points on a leaf cost: each point, each step of those that it has, or each level or item by its name. */
export type Price =
  | { readonly per: 'point' | 'level'; readonly cost: Exact }
  | { readonly per: 'name'; readonly costs: ReadonlyMap<string, Exact> };

/** The id of a node of the rubric before, and where it is written. */
export interface OriginId {
  readonly id: string;
  readonly place: Place;
}

/** What every node of the tree has. */
export interface Node {
  readonly id: string;
  readonly title: string;
  /** Points the node can give; of a parent, the sum of its children's. */
  readonly max: Exact;
  readonly note?: string;
  /** Nodes of the rubric before that it continues, for comparisons; empty: it is new; absent: that of its own id. */
  readonly from?: readonly OriginId[];
  /** Where the node stands in the rubric file. */
  readonly place: Place;
  /** Where its maximum is set. */
  readonly maxPlace: Place;
}

/** A node that gets marked: a part, or a criterion without parts. */
export interface Leaf extends Node {
  readonly source: Source;
  readonly evidence: boolean;
  /** Whether `n/a` is permitted, here or on a parent. */
  readonly exemptible: boolean;
  readonly rule: Scoring;
  /** For plans; absent: the rubric says nothing of it. */
  readonly price?: Price;
  /** Position of its domain in `rubric.domains`. */
  readonly domain: number;
  /** Position of its criterion in `rubric.criteria`. */
  readonly criterion: number;
}

/** The middle level. `leaves` are positions in `rubric.leaves`: one that is the criterion itself, or its parts. */
export interface Criterion extends Node {
  readonly domain: number;
  readonly leaves: readonly number[];
  /** False where the criterion is itself the leaf. */
  readonly hasParts: boolean;
}

export interface Domain extends Node {
  /** Positions in `rubric.criteria`. */
  readonly criteria: readonly number[];
  /** Positions in `rubric.leaves`. */
  readonly leaves: readonly number[];
}

/** Bonus or penalty beyond the scale. `max` is its cap. */
export interface Adjustment extends Node {
  readonly kind: 'bonus' | 'penalty';
  readonly evidence: boolean;
  readonly rule: Scoring;
}

export interface Rounding {
  readonly at: 'leaf' | 'domain' | 'total';
  readonly decimals: number;
}

/** `rounded` compares the shown figure, `exact` the fraction. */
export type Sense = 'rounded' | 'exact';

/** A node of the tree that a policy names: its level and its position. */
export type NodeRef =
  | { readonly level: 'domain'; readonly at: number }
  | { readonly level: 'criterion'; readonly at: number }
  | { readonly level: 'leaf'; readonly at: number };

export interface RankPolicy {
  readonly on: Sense;
  readonly ties: 'competition' | 'dense';
  readonly breaks: readonly NodeRef[];
}

/** One grade, best first. `from` is its lower end in per cent, included; the last grade has none. */
export interface GradeBand {
  readonly id: string;
  readonly name: string;
  readonly from?: Exact;
}

/** A component index below `below` (per cent) caps the grade at `cap`, a position in `bands`. */
export interface Gate {
  readonly nodes: readonly NodeRef[];
  readonly below: Exact;
  readonly cap: number;
}

export interface GradePolicy {
  readonly on: Sense;
  readonly bands: readonly GradeBand[];
  readonly gates: readonly Gate[];
}

export interface Rubric {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly issued?: { readonly decision: string; readonly date: string };
  /** Empty: every group. */
  readonly appliesTo: readonly string[];
  readonly stages: readonly string[];
  readonly rounding: Rounding;
  readonly rank: RankPolicy;
  readonly missing: 'error' | 'zero';
  readonly indexBounds: { readonly min?: Exact; readonly max?: Exact };
  readonly grades?: GradePolicy;
  readonly domains: readonly Domain[];
  readonly criteria: readonly Criterion[];
  /** In the order of the file. */
  readonly leaves: readonly Leaf[];
  readonly adjustments: readonly Adjustment[];
  readonly adjustmentCaps: { readonly bonus?: Exact; readonly penalty?: Exact };
  /** The sum of the domains' maxima. */
  readonly scale: Exact;
  /** Of the bytes of the rubric file, in hexadecimal. */
  readonly sha256: string;
  readonly file: string;
}

/** The stage from which on the appraisers' word is in. */
export const APPRAISED = 'appraised';

/** The node that a policy names. */
export function nodeOf(rubric: Rubric, ref: NodeRef): Node {
  const level = ref.level === 'domain' ? rubric.domains : ref.level === 'criterion' ? rubric.criteria : rubric.leaves;
  return level[ref.at] as Node;
}

/** Positions in `rubric.leaves` of the leaves at or below a node. */
export function leavesUnder(rubric: Rubric, ref: NodeRef): readonly number[] {
  if (ref.level === 'domain') return (rubric.domains[ref.at] as Domain).leaves;
  if (ref.level === 'criterion') return (rubric.criteria[ref.at] as Criterion).leaves;
  return [ref.at];
}
