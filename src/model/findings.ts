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
  /** Name of the column whose value counted: a stage, `survey` or `override`; absent unless scored. */
  readonly source?: string;
  /** The texts of all value columns that were filled, in the order of the columns. */
  readonly values: readonly {
    readonly column: string;
    readonly text: string;
  }[];
  readonly rule: Words;
  readonly evidence: string;
  readonly note: string;
  readonly place?: Place;
}

export interface ScorecardDomain {
  readonly id: string;
  /** Rows of the domain's leaves, in the order of the rubric. */
  readonly rows: readonly ScorecardRow[];
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
