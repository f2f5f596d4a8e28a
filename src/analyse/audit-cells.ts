/** Looking at a published table: columns by role, and all the values that a printed cell can stand for. */
import type { Verdict } from '../model/audit.ts';
import { type Exact, equal, round, toFixedText, toText } from '../model/exact.ts';
import type { PublishedCell, PublishedColumn, PublishedRow, PublishedTable, Role } from '../model/published.ts';
import { type Interval, lastPlace, meet, point, roundedFrom } from './audit-interval.ts';

/** A cell that holds a figure, and its column. */
export interface Figure {
  readonly cell: PublishedCell;
  readonly column: PublishedColumn;
  readonly value: Exact;
}

/** The first column of a role. */
export function columnOf(table: PublishedTable, role: Role): PublishedColumn | undefined {
  return table.columns.find((column) => column.role === role);
}

/** The figures of a row in the columns of a role; empty cells have none. */
export function figuresOf(table: PublishedTable, row: PublishedRow, role: Role): readonly Figure[] {
  return table.columns.flatMap((column, at) => {
    const cell = row.cells[at];
    return column.role === role && cell?.value !== undefined ? [{ cell, column, value: cell.value }] : [];
  });
}

/** The figure of a row in a role; undefined where none was printed. */
export function figureOf(table: PublishedTable, row: PublishedRow, role: Role): Figure | undefined {
  return figuresOf(table, row, role)[0];
}

/** All values that print so; a whole number in a column of whole numbers is a count and stands for itself. */
export function rangeOfPart({ value, column }: Figure): Interval {
  return column.decimals === 0 ? point(value) : roundedFrom(value, lastPlace(column.decimals));
}

/** A result that was made of parts may be rounded in any case. */
export function rangeOfResult({ value, column }: Figure): Interval {
  return roundedFrom(value, lastPlace(column.decimals));
}

/** Whether a result follows from what it was made of: exactly at its precision, by some underlying values, or not. */
export function judge(made: Exact, range: Interval | undefined, result: Figure): Verdict {
  if (equal(round(made, result.column.decimals), result.value)) return 'confirmed';
  return range !== undefined && meet(range, rangeOfResult(result)) ? 'possible' : 'refuted';
}

/** A value with the decimals of a column. */
export function shownIn(value: Exact, { decimals }: PublishedColumn): string {
  return toFixedText(value, decimals);
}

/** The two ends of a range, for a sentence. */
export function endsOf({ low, high }: Interval): { readonly low: string; readonly high: string } {
  return { low: toText(low.at), high: toText(high.at) };
}
