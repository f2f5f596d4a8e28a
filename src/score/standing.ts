/**
 * A unit's standing: a row of the sums of its sheet, asked for one figure after the other.
 *
 * Of a national year there are a hundred thousand, and most of what they hold nobody asks for: the table shows points,
 * index and grade, but not each domain's fraction. So a standing keeps its row and no more, and everything is made
 * when it is asked for. A class, since closures would weigh more than what they save.
 */
import type { Unit } from '../model/assessment.ts';
import type { Exact } from '../model/exact.ts';
import type { Passes } from '../model/passes.ts';
import type { Rubric } from '../model/rubric.ts';
import type { AdjustmentFigure, Figure, GradeResult, Passing, Standing } from '../model/scoreboard.ts';
import type { Units } from '../model/units.ts';
import { type Rounded, roundedAt } from './rounded.ts';

export type Lists = Pick<Standing, 'missing' | 'exempt' | 'overrides'>;

export type Beyond = Pick<Standing, 'adjustments' | 'bonus' | 'penalty'>;

/** The sums of a sheet, asked row by row. */
export interface SheetSums {
  readonly units: Units;
  readonly points: Rounded;
  /** As it is shown. */
  readonly index: Rounded;
  readonly maxAt: (row: number) => Exact;
  /** Of a domain, by its position in the rubric. */
  readonly domainAt: (row: number, domain: number) => Figure;
  /** The total before the rounding at the total. */
  readonly totalAt: (row: number) => Exact;
  readonly fractionAt: (row: number) => Exact | undefined;
  readonly listsAt: (row: number) => Lists;
  readonly beyondAt: (row: number) => Beyond;
}

/** What the steps after the roll-up find. */
export interface Results extends SheetSums {
  readonly rubric: Rubric;
  readonly gradeOf: (standing: Standing) => GradeResult | undefined;
  /** By row: the rank; below 0 where others share it, 0 where there is none. */
  readonly ranks: Int32Array;
  /** What goes over many rows at once, if it is there. */
  readonly passes: Passes | undefined;
  /** Rows of the units that are listed apart, without a rank. */
  readonly apart: ReadonlySet<number>;
}

export class LateStanding implements Standing {
  readonly row: number;
  private readonly results: Results;
  private figures: readonly Figure[] | undefined = undefined;
  private fraction: Exact | undefined = undefined;

  constructor(results: Results, row: number) {
    this.results = results;
    this.row = row;
  }

  get unit(): Unit {
    return this.results.units.at(this.row) as Unit;
  }

  get rank(): number | undefined {
    const rank = this.results.ranks[this.row] as number;
    return rank === 0 ? undefined : Math.abs(rank);
  }

  get tied(): boolean {
    return (this.results.ranks[this.row] as number) < 0;
  }

  get grade(): GradeResult | undefined {
    return this.results.gradeOf(this);
  }

  get points(): Exact {
    return roundedAt(this.results.points, this.row) as Exact;
  }

  get index(): Exact | undefined {
    return roundedAt(this.results.index, this.row);
  }

  get max(): Exact {
    return this.results.maxAt(this.row);
  }

  get total(): Exact {
    return this.results.totalAt(this.row);
  }

  get exact(): Exact | undefined {
    this.fraction ??= this.results.fractionAt(this.row);
    return this.fraction;
  }

  get domains(): readonly Figure[] {
    const { rubric, domainAt } = this.results;
    this.figures ??= rubric.domains.map((_, at) => domainAt(this.row, at));
    return this.figures;
  }

  get adjustments(): readonly AdjustmentFigure[] {
    return this.results.beyondAt(this.row).adjustments;
  }

  get bonus(): Exact {
    return this.results.beyondAt(this.row).bonus;
  }

  get penalty(): Exact {
    return this.results.beyondAt(this.row).penalty;
  }

  get missing(): readonly number[] {
    return this.results.listsAt(this.row).missing;
  }

  get exempt(): readonly number[] {
    return this.results.listsAt(this.row).exempt;
  }

  get overrides(): readonly string[] {
    return this.results.listsAt(this.row).overrides;
  }
}

/** Standings of these rows, each made anew whenever it is asked for: of a national year none need be kept. */
export class LateStandings implements Passing {
  private readonly results: Results;
  private readonly rows: Int32Array;

  constructor(results: Results, rows: Int32Array) {
    this.results = results;
    this.rows = rows;
  }

  get length(): number {
    return this.rows.length;
  }

  at(place: number): Standing | undefined {
    const row = this.rows[place];
    return row === undefined ? undefined : new LateStanding(this.results, row);
  }

  all(): readonly Standing[] {
    return Array.from(this.rows, (row) => new LateStanding(this.results, row));
  }
}
