/** A comparison: several results of the same units side by side, and what is behind each change. */
import type { Sheet } from './assessment.ts';
import type { Exact } from './exact.ts';
import type { Place } from './place.ts';
import type { OriginId } from './rubric.ts';
import type { GroupBoard } from './scoreboard.ts';

/** One result to be compared: a scored project, a ranking that was saved, or a table of totals. */
export interface Snapshot {
  /** What the page calls it: the year where it is known and single, else the name of its file. */
  readonly label: string;
  readonly year?: number;
  readonly file: string;
  /** The stage whose marks count; absent for a table. */
  readonly basis?: string;
  /** What its authors say of it: a note, the source lines of a table. */
  readonly remarks: readonly string[];
  readonly groups: readonly SnapshotGroup[];
}

export interface SnapshotGroup {
  readonly id: string;
  readonly name: string;
  readonly rubric?: SnapshotRubric;
  /** Of the shown index. */
  readonly decimals: number;
  readonly ties: 'competition' | 'dense';
  readonly units: readonly SnapshotUnit[];
  /** What it was scored from; absent where only the result was saved. Standings are in the order of `units`. */
  readonly scored?: Scored;
}

/** A group's marks with the entries behind them. */
export interface Scored {
  readonly group: GroupBoard;
  readonly sheet: Sheet;
}

/** As much of a rubric as a comparison needs. Without leaves no change can be split. */
export interface SnapshotRubric {
  readonly id: string;
  readonly title: string;
  readonly sha256: string;
  readonly scale: Exact;
  readonly leaves: readonly SnapshotLeaf[];
  /** What the rubric says of where its criteria come from, in its own order. */
  readonly origins: readonly Origin[];
}

export interface SnapshotLeaf {
  readonly id: string;
  readonly title: string;
  readonly max: Exact;
  /** Ids of the nodes above; of a criterion without parts its own. */
  readonly criterion: string;
  readonly domain: string;
}

/** `from` on a leaf or criterion: the nodes of the older rubric that it continues; none: it is new. */
export interface Origin {
  readonly node: string;
  readonly from: readonly OriginId[];
  readonly place: Place;
}

/** Points of a leaf as counted, or why there are none; a missing one counts 0 of its maximum. */
export type LeafMark = Exact | 'missing' | 'exempt' | 'outside';

export interface SnapshotUnit {
  readonly id: string;
  readonly name: string;
  readonly ranked: boolean;
  readonly rank?: number;
  /** As shown, in per cent; and the fraction behind it where that is known. */
  readonly index?: Exact;
  readonly exact?: Exact;
  /** The word on the page. */
  readonly grade?: string;
  readonly domains: readonly SnapshotDomain[];
  /** In the order of the rubric's leaves; absent where they are not known. */
  readonly leaves?: readonly LeafMark[];
  /** Bonus less penalty. */
  readonly adjusted: Exact;
  /** Ids of units whose place it took. */
  readonly successorOf: readonly string[];
}

/** Whether a unit's leaves are known; asked so, none of their marks is made. */
export function hasLeaves(unit: SnapshotUnit): boolean {
  return 'leaves' in unit;
}

export interface SnapshotDomain {
  readonly id: string;
  readonly title: string;
  readonly index?: Exact;
}

/** Leaves of the newer rubric and the leaves of the older one that they continue. Positions. */
export interface Block {
  readonly id: string;
  readonly title: string;
  readonly domain: string;
  readonly older: readonly number[];
  readonly newer: readonly number[];
}

/** Which criteria of two rubrics are the same. */
export interface Crosswalk {
  readonly blocks: readonly Block[];
  /** Leaves that only one of the two has. */
  readonly added: readonly number[];
  readonly dropped: readonly number[];
  /** Whether both are one and the same rubric. */
  readonly isSame: boolean;
  /** Ids of leaves matched by their id alone although their titles differ. */
  readonly doubtful: readonly string[];
}

/** Why a crosswalk cannot be used. */
export interface CrosswalkFlaw {
  readonly kind: 'unknown' | 'twice';
  /** The node of the newer rubric that says it. */
  readonly node: string;
  /** The id as written, and the leaf that is counted twice. */
  readonly id: string;
  readonly leaf: string;
  readonly place: Place;
  /** Where the leaf was counted first. */
  readonly first?: Place;
}

/** What an index can change by. */
export const PARTS = ['performance', 'maxima', 'added', 'dropped', 'exemptions', 'adjustments', 'rounding'] as const;

export type Part = (typeof PARTS)[number];

/** The change of one unit's exact index, in index points; the parts add up to it, nothing is left over. */
export interface Split {
  readonly change: Exact;
  readonly parts: Readonly<Record<Part, Exact>>;
  /** The performance once more, by domain of the newer rubric; adds up to `parts.performance`. */
  readonly performance: readonly { readonly domain: string; readonly points: Exact }[];
}

/** One unit in two results that follow each other. */
export interface Movement {
  readonly older: SnapshotUnit;
  readonly newer: SnapshotUnit;
  /** Difference of the shown indices; absent where one has none. */
  readonly change?: Exact;
  /** Places gained; negative where lost; absent where one has no rank, or the group is another one. */
  readonly places?: number;
  readonly movedGroup: boolean;
  readonly domains: readonly { readonly id: string; readonly title: string; readonly change: Exact }[];
  readonly split?: Split;
}

/** A unit that took the place of others. */
export interface Succession {
  readonly unit: SnapshotUnit;
  readonly predecessors: readonly SnapshotUnit[];
}

/** An index over the criteria that two rubrics share, and the rank by it. */
export interface LikeFigure {
  readonly index: Exact;
  readonly rank?: number;
}

/** One unit under one of two rubrics, over the criteria that both have. */
export interface LikeRow {
  readonly unit: SnapshotUnit;
  readonly older: LikeFigure;
  readonly newer: LikeFigure;
}

/** Why a criterion's share of its maximum stands in for points by the other rubric's rule. */
export type LikeWhy = 'unknown' | 'several' | 'given' | 'kind' | 'items';

/** How the other year's entries on a criterion that both rubrics have were scored. */
export type LikeLeaf =
  /** `cells`: units whose share stands in, since points were given outright or the rule cannot mean the value. */
  | { readonly id: string; readonly means: 'rescored'; readonly cells?: number }
  | { readonly id: string; readonly means: 'share'; readonly why: LikeWhy };

/** Both years under one of the two rubrics. */
export interface LikeForLike {
  readonly rows: readonly LikeRow[];
  readonly leaves: readonly LikeLeaf[];
}

/** Two results that follow each other, in one group of the newer one. */
export interface Pair {
  /** Positions in `comparison.snapshots`. */
  readonly from: number;
  readonly to: number;
  readonly movements: readonly Movement[];
  readonly successions: readonly Succession[];
  readonly onlyOlder: readonly SnapshotUnit[];
  readonly onlyNewer: readonly SnapshotUnit[];
  /** Absent where the leaves of one are not known. */
  readonly crosswalk?: Crosswalk;
  /** What that lacks: positions in `comparison.snapshots`; a table of totals has no rubric, a saved ranking maybe no leaves. */
  readonly lacking: readonly { readonly at: number; readonly what: 'table' | 'leaves' }[];
  readonly older?: SnapshotRubric;
  readonly newer?: SnapshotRubric;
  /** Under the newer rubric, and under the older one; absent where the rubric is the same or unknown. */
  readonly likeNewer?: LikeForLike;
  readonly likeOlder?: LikeForLike;
}

/** Something that held several times running, up to the last result. */
export interface Streak {
  readonly kind: 'first' | 'risen' | 'fallen';
  /** Positions in `comparison.snapshots` of the first and the last. */
  readonly from: number;
  readonly to: number;
}

export interface Series {
  readonly id: string;
  readonly name: string;
  /** One a snapshot. */
  readonly at: readonly (SnapshotUnit | undefined)[];
  readonly streaks: readonly Streak[];
}

export interface GroupComparison {
  readonly id: string;
  readonly name: string;
  readonly decimals: number;
  readonly series: readonly Series[];
  readonly pairs: readonly Pair[];
}

export interface Comparison {
  readonly snapshots: readonly Snapshot[];
  readonly groups: readonly GroupComparison[];
  /** Whether any unit differs in index, rank, grade or presence. */
  readonly differs: boolean;
}

/** Two stages of one project, over the leaves that both have marked. Gaps are the earlier less the later. */
export interface StageComparison {
  readonly stages: readonly [string, string];
  readonly year?: number;
  readonly title?: string;
  readonly groups: readonly StageGroup[];
}

export interface StageGroup {
  readonly id: string;
  readonly name: string;
  readonly decimals: number;
  readonly units: readonly StageGap[];
  readonly domains: readonly { readonly id: string; readonly title: string; readonly mean: Exact }[];
  /** Absent with fewer than two units. */
  readonly agreement?: Agreement;
  /** The widest first. */
  readonly leaves: readonly LeafGap[];
}

export interface StageGap {
  readonly unit: SnapshotUnit;
  readonly earlier: Exact;
  readonly later: Exact;
  /** In index points. */
  readonly gap: Exact;
  /** In per cent of the domain's maximum; none where no leaf of it is marked on both. */
  readonly domains: readonly { readonly id: string; readonly gap: Exact }[];
  /** Leaves that only one of the two stages marked, and that are left out. */
  readonly leftOut: number;
}

/** Mean of the units' gaps, and the limits between which about 95 % lie: mean ± 1.96 standard deviations (n − 1). */
export interface Agreement {
  readonly count: number;
  readonly mean: Exact;
  /** Rounded half up to `decimals` of the group: roots have no fraction. */
  readonly deviation: Exact;
  readonly low: Exact;
  readonly high: Exact;
}

export interface LeafGap {
  readonly id: string;
  readonly title: string;
  readonly max: Exact;
  /** Of the units that both stages marked: the mean gap and the mean size of the gap, in points. */
  readonly mean: Exact;
  readonly size: Exact;
  readonly count: number;
  readonly differing: number;
  readonly widest: { readonly unit: string; readonly gap: Exact };
}
