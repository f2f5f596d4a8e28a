/** The scoreboard (bảng tổng hợp kết quả): the one result, from which every report is made. */
import type { FileCount, LeftOut, Unit } from './assessment.ts';
import type { Column } from './column.ts';
import type { Exact } from './exact.ts';
import type { Rubric } from './rubric.ts';

/** Points of a node and the maximum that applied; `index` is points ÷ max × 100, absent where nothing applied. */
export interface Figure {
  readonly points: Exact;
  readonly max: Exact;
  readonly index?: Exact;
}

/** What one bonus or penalty gave: points after its own cap, never negative. */
export interface AdjustmentFigure {
  readonly id: string;
  readonly kind: 'bonus' | 'penalty';
  readonly points: Exact;
}

/** A gate that held the grade down: position of its node's figure and the cap. */
export interface GateHold {
  readonly node: string;
  readonly index: Exact;
  readonly below: Exact;
}

export interface GradeResult {
  /** Position in the rubric's bands. */
  readonly at: number;
  /** Position before any gate. */
  readonly byIndex: number;
  /** The gates that hold it at `at`; empty where none does. */
  readonly holds: readonly GateHold[];
  /** Index points up to the lower end of the next better grade; absent in the best one. */
  readonly margin?: Exact | undefined;
}

/** One unit's result. */
export interface Standing {
  readonly unit: Unit;
  /** Row of the unit in the board's marks. */
  readonly row: number;
  /** Absent for an unranked unit and for one without an index. */
  readonly rank?: number | undefined;
  /** Whether others share the rank. */
  readonly tied: boolean;
  /** The total before the rounding at the total. */
  readonly total: Exact;
  /** The total as published: rounded where the rubric rounds. */
  readonly points: Exact;
  readonly max: Exact;
  /** In per cent: the fraction, and the shown figure. Absent where every leaf is exempt. */
  readonly exact?: Exact | undefined;
  readonly index?: Exact | undefined;
  readonly grade?: GradeResult | undefined;
  /** In the order of `rubric.domains`. */
  readonly domains: readonly Figure[];
  readonly adjustments: readonly AdjustmentFigure[];
  /** What the kinds gave together, after their caps. */
  readonly bonus: Exact;
  readonly penalty: Exact;
  /** Positions in `rubric.leaves`. */
  readonly missing: readonly number[];
  readonly exempt: readonly number[];
  /** Ids of leaves and adjustments whose points an override gave. */
  readonly overrides: readonly string[];
}

/**
 * The marks of one leaf over all units of a sheet. `points` holds a number where the leaf was scored
 * (rounded if the rubric rounds at the leaf), EXEMPT where it was exempt, and is empty where the value is
 * missing; `source` says where the value came from.
 */
export interface MarkColumn {
  readonly points: Column;
  /** By row: 0 nothing, OUTSIDE the basis, OVERRIDE, or 1 + position of the value column. */
  readonly source: Uint8Array;
}

export const OUTSIDE = 255;
export const OVERRIDDEN = 254;

/** All marks of one rubric's units. Row r is the r-th unit of its sheet. */
export interface Marks {
  readonly leaves: readonly MarkColumn[];
  readonly adjustments: readonly MarkColumn[];
}

export interface GroupBoard {
  readonly id: string;
  readonly name: string;
  readonly rubric: Rubric;
  /** Ranked by rank, ties in the order of the units file; then the unranked; then those without an index. */
  readonly standings: readonly Standing[];
  /**
   * The same for whoever goes through them once: each is made when it is asked for, and again when it is asked for again.
   * No property that a copy of the board takes along, which may have other standings; there these are all there is.
   */
  readonly passing?: Passing;
  readonly marks: Marks;
}

/** Standings in their order. */
export type Passing = Pick<readonly Standing[], 'length' | 'at'>;

export interface Scoreboard {
  readonly year?: number;
  readonly title?: string;
  readonly note?: string;
  /** The stage whose marks count. */
  readonly basis: string;
  readonly groups: readonly GroupBoard[];
  readonly files: readonly FileCount[];
  readonly leftOut: readonly LeftOut[];
}
