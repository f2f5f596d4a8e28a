/** An assessment without some of its units: what a draft ranks. */
import type { Assessment, LeafColumns, LeftOut, RowFlags, Sheet } from './assessment.ts';
import { pickRows } from './column.ts';
import { type Anchors, pickAnchors, pickPlaces } from './places.ts';

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
  const kept = [...sheet.units].flatMap((unit, row) => (ids.has(unit.id) ? [] : [row]));
  if (kept.length === sheet.units.length) return sheet;
  const anchorsOf = once((anchors: Anchors) => pickAnchors(anchors, kept));
  return {
    rubric: sheet.rubric,
    units: sheet.units.filter((unit) => !ids.has(unit.id)),
    leaves: sheet.leaves.map((columns) => pickLeaf(columns, kept, anchorsOf)),
    adjustments: sheet.adjustments.map((columns) => pickLeaf(columns, kept, anchorsOf)),
  };
}

/** The leaves of a sheet share their anchors, before and after. */
function once<T extends object, R>(make: (value: T) => R): (value: T) => R {
  const made = new Map<T, R>();
  return (value) => {
    const known = made.get(value) ?? make(value);
    made.set(value, known);
    return known;
  };
}

function pickLeaf(
  columns: LeafColumns,
  kept: readonly number[],
  anchorsOf: (anchors: Anchors) => Anchors,
): LeafColumns {
  return {
    values: columns.values.map((column) => pickRows(column, kept)),
    overrides: pickEntries(columns.overrides, kept),
    exemptNotes: pickEntries(columns.exemptNotes, kept),
    texts: pickEntries(columns.texts, kept),
    flags: pickFlags(columns.flags, kept),
    places: pickPlaces(columns.places, kept, anchorsOf(columns.places.anchors)),
  };
}

function pickFlags({ common, own }: RowFlags, kept: readonly number[]): RowFlags {
  return { common, own: own.length === 0 ? own : Uint8Array.from(kept, (row) => own[row] as number) };
}

function pickEntries<T>(entries: ReadonlyMap<number, T>, kept: readonly number[]): Map<number, T> {
  return new Map(kept.flatMap((row, at) => (entries.has(row) ? [[at, entries.get(row) as T] as const] : [])));
}
