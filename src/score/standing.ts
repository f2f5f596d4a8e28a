/**
 * A unit's standing while it comes into being, and ever after.
 *
 * Of a national year there are ten thousand, and most of what they hold nobody asks for: the table shows points, index
 * and grade, but not each domain's fraction. So what is shown is made at once and the rest when it is asked for, from
 * the sums of the whole sheet. A class, since closures would weigh more than what they save.
 */
import type { Unit } from '../model/assessment.ts';
import type { Exact } from '../model/exact.ts';
import type { AdjustmentFigure, Figure, GradeResult, Standing } from '../model/scoreboard.ts';

export type Lists = Pick<Standing, 'missing' | 'exempt' | 'overrides'>;

export type Beyond = Pick<Standing, 'adjustments' | 'bonus' | 'penalty'>;

/** The sums of a sheet, asked row by row. */
export interface SheetSums {
  readonly domainsAt: (row: number) => readonly Figure[];
  /** The total before the rounding at the total. */
  readonly totalAt: (row: number) => Exact;
  readonly fractionAt: (row: number) => Exact | undefined;
  readonly listsAt: (row: number) => Lists;
  readonly beyondAt: (row: number) => Beyond;
}

/** What is made at once. */
export type Shown = Pick<Standing, 'points' | 'max' | 'index'>;

/** Grade and rank are set by the steps after the roll-up, in this room alone. */
export class LateStanding implements Standing {
  readonly unit: Unit;
  readonly row: number;
  readonly points: Exact;
  readonly max: Exact;
  readonly index: Exact | undefined;
  grade: GradeResult | undefined = undefined;
  rank: number | undefined = undefined;
  tied = false;
  private readonly sums: SheetSums;
  private figures: readonly Figure[] | undefined = undefined;
  private fraction: Exact | undefined = undefined;

  constructor(unit: Unit, row: number, shown: Shown, sums: SheetSums) {
    this.unit = unit;
    this.row = row;
    this.points = shown.points;
    this.max = shown.max;
    this.index = shown.index;
    this.sums = sums;
  }

  place(rank: number, tied: boolean): void {
    this.rank = rank;
    this.tied = tied;
  }

  get total(): Exact {
    return this.sums.totalAt(this.row);
  }

  get exact(): Exact | undefined {
    this.fraction ??= this.sums.fractionAt(this.row);
    return this.fraction;
  }

  get domains(): readonly Figure[] {
    this.figures ??= this.sums.domainsAt(this.row);
    return this.figures;
  }

  get adjustments(): readonly AdjustmentFigure[] {
    return this.sums.beyondAt(this.row).adjustments;
  }

  get bonus(): Exact {
    return this.sums.beyondAt(this.row).bonus;
  }

  get penalty(): Exact {
    return this.sums.beyondAt(this.row).penalty;
  }

  get missing(): readonly number[] {
    return this.sums.listsAt(this.row).missing;
  }

  get exempt(): readonly number[] {
    return this.sums.listsAt(this.row).exempt;
  }

  get overrides(): readonly string[] {
    return this.sums.listsAt(this.row).overrides;
  }
}
