/** What the columns of a leaf say of rows that were read, and rows taken back. */
import { flagsAt, type LeafColumns } from '../../src/model/assessment.ts';
import { clearRow } from '../../src/model/column.ts';
import { clearPlace } from '../../src/model/places.ts';

/** The flags of all rows. */
export function flagsOf(columns: LeafColumns): readonly number[] {
  return Array.from(columns.places.anchors.lines, (_, row) => flagsAt(columns, row));
}

/** How many rows were read. */
export function seenOf(columns: LeafColumns): number {
  return flagsOf(columns).filter((flags) => flags !== 0).length;
}

/** Takes back rows; all of them, if none is named. */
export function forget(columns: LeafColumns, ...rows: readonly number[]): void {
  for (const row of rows.length > 0 ? rows : columns.places.anchors.lines.keys()) {
    for (const column of columns.values) clearRow(column, row);
    clearPlace(columns.places, row);
  }
}
