/** What an analysis found, before it becomes a page. */
import type { Exact } from './exact.ts';
import type { Place } from './place.ts';
import type { GroupBoard, Scoreboard, Standing } from './scoreboard.ts';
import type { Words } from './words.ts';

/** The outcome for one unit on one leaf (or adjustment), and where it comes from. */
export interface ScorecardRow {
  readonly id: string;
  readonly title: string;
  readonly max: Exact;
  /** `outside` the basis; `none`: an adjustment that nobody claimed. */
  readonly state: 'scored' | 'missing' | 'exempt' | 'outside' | 'none';
  /** Points as counted; absent unless scored. */
  readonly points?: Exact;
  /** max − points; absent unless scored, and for adjustments. */
  readonly lost?: Exact;
  /** Points on the stage `self` alone; absent where nothing was self-assessed. */
  readonly self?: Exact;
  /** Name of the column whose value counted: a stage, `survey` or `override`; absent unless scored. */
  readonly source?: string;
  /** The texts of all value columns that were filled, in the order of the columns. */
  readonly values: readonly {
    readonly column: string;
    readonly text: string;
  }[];
  /** Answered by citizens or officials, with no self-assessed figure. */
  readonly isSurvey?: true;
  readonly rule: Words;
  readonly evidence: string;
  readonly note: string;
  readonly place?: Place;
}

export interface ScorecardDomain {
  readonly id: string;
  /** Rows of the domain's leaves, in the order of the rubric. */
  readonly rows: readonly ScorecardRow[];
  /** Points by where they come from; absent where no such figure exists. Appraised and survey add to the points. */
  readonly self?: Exact;
  readonly appraised?: Exact;
  readonly survey?: Exact;
  /** The component index beside those of the ranked units; absent where the domain applies to nobody. */
  readonly among?: Among;
}

/** Where an index stands among those of a group; all in per cent, exact. */
export interface Among {
  readonly best: Exact;
  /** Of an even number, the mean of the two in the middle. */
  readonly median: Exact;
  readonly worst: Exact;
  /** 1 + the units with more; and how many units there are. */
  readonly place: number;
  readonly of: number;
}

/** One unit's marks and totals (phiếu điểm). */
export interface Scorecard {
  readonly board: Scoreboard;
  readonly group: GroupBoard;
  readonly standing: Standing;
  readonly domains: readonly ScorecardDomain[];
  readonly adjustments: readonly ScorecardRow[];
  /** The unit next above in rank, and the index points between; absent for the first and the unranked. */
  readonly nextAbove?: { readonly standing: Standing; readonly gap: Exact };
}
