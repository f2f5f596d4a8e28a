/**
 * A mark column whose points are made when somebody asks for them. A ranking asks for totals alone: where all of a
 * leaf's points follow from the numbers of one column, the totals are added up from these, and of ten million marks
 * not one is ever written down.
 */
import type { Column } from '../model/column.ts';
import type { MarkColumn } from '../model/scoreboard.ts';
import type { Evaluator } from './evaluate.ts';

/** The one column that every value comes from, with nothing over it, and the curve from a number to its points. */
export interface Direct {
  readonly values: Column;
  readonly evaluator: Evaluator;
}

export class LateMark implements MarkColumn {
  /** Whether the leaf lies outside the basis: for all rows or for none. */
  readonly isOutside: boolean;
  readonly direct: Direct | undefined;
  private readonly make: () => MarkColumn;
  private made: MarkColumn | undefined = undefined;

  constructor(make: () => MarkColumn, isOutside: boolean, direct: Direct | undefined) {
    this.make = make;
    this.isOutside = isOutside;
    this.direct = direct;
  }

  get points(): Column {
    this.made ??= this.make();
    return this.made.points;
  }

  get source(): Uint8Array {
    this.made ??= this.make();
    return this.made.source;
  }

  /** A column that is empty or exempt where the points are. */
  get states(): Column {
    return this.direct?.values ?? this.points;
  }
}
