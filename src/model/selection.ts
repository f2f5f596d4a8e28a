/** An assessment without some of its units: what a draft ranks. */
import type { Assessment, LeafColumns, LeftOut, Sheet } from './assessment.ts';
import { type Column, createColumn } from './column.ts';

/** The assessment of all units but those left out, which it names. */
export function withoutUnits(assessment: Assessment, leftOut: readonly LeftOut[]): Assessment {
  const ids = new Set(leftOut.map(({ unit }) => unit.id));
  return {
    ...assessment,
    leftOut,
    sheets: assessment.sheets.map((sheet) => withoutRows(sheet, ids)),
  };
}

function withoutRows(sheet: Sheet, ids: ReadonlySet<string>): Sheet {
  const kept = sheet.units.flatMap((unit, row) => (ids.has(unit.id) ? [] : [row]));
  if (kept.length === sheet.units.length) return sheet;
  return {
    rubric: sheet.rubric,
    units: sheet.units.filter((unit) => !ids.has(unit.id)),
    leaves: sheet.leaves.map((columns) => pickRows(columns, kept)),
    adjustments: sheet.adjustments.map((columns) => pickRows(columns, kept)),
  };
}

function pickRows(columns: LeafColumns, kept: readonly number[]): LeafColumns {
  return {
    values: columns.values.map((column) => pickCells(column, kept)),
    overrides: pickEntries(columns.overrides, kept),
    exemptNotes: pickEntries(columns.exemptNotes, kept),
    texts: pickEntries(columns.texts, kept),
    flags: Uint8Array.from(kept, (row) => columns.flags[row] as number),
    lines: Int32Array.from(kept, (row) => columns.lines[row] as number),
    files: Int32Array.from(kept, (row) => columns.files[row] as number),
  };
}

function pickCells(column: Column, kept: readonly number[]): Column {
  const picked = createColumn(kept.length);
  if (column.state.length > 0) picked.state = Uint8Array.from(kept, (row) => column.state[row] as number);
  if (column.n.length > 0) {
    picked.n = Float64Array.from(kept, (row) => column.n[row] as number);
    picked.d = Float64Array.from(kept, (row) => column.d[row] as number);
  }
  if (column.wide) picked.wide = pickEntries(column.wide, kept);
  return picked;
}

function pickEntries<T>(entries: ReadonlyMap<number, T>, kept: readonly number[]): Map<number, T> {
  return new Map(kept.flatMap((row, at) => (entries.has(row) ? [[at, entries.get(row) as T] as const] : [])));
}
