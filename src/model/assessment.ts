/**
 * The assessment: everything that was read and found sound, ready to be scored.
 * Values are columns, one a leaf and stage over all units of a sheet; no object stands for a cell.
 */
import { type Column, isFull } from './column.ts';
import type { DecimalMark, Exact } from './exact.ts';
import type { Passes } from './passes.ts';
import type { Place } from './place.ts';
import { fileAt, hasPlace, lineAt, type Places, setPlace } from './places.ts';
import { APART, type Room } from './room.ts';
import type { Rubric } from './rubric.ts';
import { groupAt, type Unit, type Units } from './units.ts';

export type { Unit } from './units.ts';

export interface Group {
  readonly id: string;
  readonly name: string;
}

/** Points given outright by the council, over the rule. */
export interface Override {
  readonly points: Exact;
  readonly note: string;
}

/** The texts of one row, kept only for units in focus. */
export interface CellTexts {
  /** One a value column, in the order of `LeafColumns.values`; empty where nothing stood. */
  readonly values: readonly string[];
  readonly previous: string;
  readonly override: string;
  readonly evidence: string;
  readonly note: string;
  /** Numbers of the fields in the line, from 1; 0 where the file has no such column. */
  readonly fields: { readonly values: readonly number[]; readonly previous: number; readonly override: number };
}

/** Bits of `LeafColumns.flags`. */
export const ROW_SEEN = 1;
export const HAS_EVIDENCE = 2;
export const HAS_NOTE = 4;
/** The file has an evidence column, so that its absence in a row says something. */
export const EVIDENCE_ASKED = 8;

/**
 * What all units of a sheet reported for one leaf or adjustment. Row r is that of `sheet.units`.
 * A value is what its rule makes of the cell: points for given, levels, checklist and best-of; a number;
 * a share as a fraction of 1; for growth the change against the previous value.
 */
export interface LeafColumns {
  /** One a stage of the rubric; for a survey leaf one, the survey's. */
  readonly values: readonly Column[];
  readonly overrides: Map<number, Override>;
  /** Why a leaf does not apply, by row. */
  readonly exemptNotes: Map<number, string>;
  readonly texts: Map<number, CellTexts>;
  readonly flags: RowFlags;
  /** File and line of each row; a row is seen that has a place. */
  readonly places: Places;
}

/** Flags of the rows that were read: mostly those of all are the same. */
export interface RowFlags {
  /** Those of every row, while `own` has no bytes; 0 before the first. */
  common: number;
  /** By row, since they differ. */
  own: Uint8Array;
}

/** Flags of no row. */
export function createFlags(): RowFlags {
  return { common: 0, own: NO_FLAGS };
}

const NO_FLAGS = new Uint8Array(0);

/** Notes that a row was read, where, and its flags. */
export function noteRow({ flags, places }: LeafColumns, row: number, file: number, line: number, own: number): void {
  setPlace(places, row, file, line);
  if (flags.common === 0) flags.common = own;
  if (flags.own.length === 0) {
    if (own === flags.common) return;
    flags.own = places.room.uint8(places.anchors.lines.length).fill(flags.common);
  }
  flags.own[row] = own;
}

/** Whether a row was read. */
export function isSeen({ places }: Pick<LeafColumns, 'places'>, row: number): boolean {
  return hasPlace(places, row);
}

/** What was noted of a row; 0 where none was read. */
export function flagsAt({ flags, places }: Pick<LeafColumns, 'flags' | 'places'>, row: number): number {
  if (!hasPlace(places, row)) return 0;
  return flags.own.length === 0 ? flags.common : (flags.own[row] as number);
}

/** Where the columns of a sheet stand. */
export function roomOf({ leaves }: Pick<Sheet, 'leaves'>): Room {
  return leaves[0]?.values[0]?.room ?? APART;
}

/** What goes over the columns of a sheet at once; undefined: nothing but plain loops. */
export function passesOf(sheet: Pick<Sheet, 'leaves'>): Passes | undefined {
  return roomOf(sheet).passes;
}

/** The rows of which a leaf has none. Where every row has a number, there is no need to look for one. */
export function* rowsUnseen({ values, places }: LeafColumns): Generator<number> {
  if (values.some(isFull)) return;
  for (let row = 0; row < places.anchors.lines.length; row++) if (!hasPlace(places, row)) yield row;
}

/** One rubric and the units that it scores. */
export interface Sheet {
  readonly rubric: Rubric;
  readonly units: Units;
  /** In the order of `rubric.leaves`. */
  readonly leaves: readonly LeafColumns[];
  /** In the order of `rubric.adjustments`. */
  readonly adjustments: readonly LeafColumns[];
}

/** rows read = used + blank + refused, for every file. */
export interface FileCount {
  readonly file: string;
  readonly read: number;
  readonly used: number;
  readonly blank: number;
  readonly refused: number;
  /** The decimal mark of its numbers where it is not that of the project's CSV files. */
  readonly mark?: DecimalMark;
  /** Of a spreadsheet: its sheet, and the letters of the column that each field stands in. */
  readonly book?: { readonly sheet: string; readonly letters: readonly string[] };
}

/** Where a row was read, without a field of it. */
export function placeOfRow(files: readonly FileCount[], places: Places, row: number): Place {
  return { file: (files[fileAt(places, row)] as FileCount).file, line: lineAt(places, row), column: 0 };
}

/** A field of a row; in a spreadsheet with its sheet and its cell, of the row alone (`field` 0) with its first. */
export function placeOfField({ file, book }: FileCount, line: number, field: number): Place {
  const place = { file, line, column: field };
  if (book === undefined) return place;
  return { ...place, sheet: book.sheet, cell: `${book.letters[Math.max(0, field - 1)] ?? 'A'}${line}` };
}

export interface Assessment {
  /** Undefined without a project. */
  readonly year?: number;
  readonly title?: string;
  readonly note?: string;
  /** In the order in which the units file first names them. */
  readonly groups: readonly Group[];
  readonly sheets: readonly Sheet[];
  readonly files: readonly FileCount[];
  /** Units that a draft left out, with the number of their faults; empty otherwise. */
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly unit: Unit;
  readonly faults: number;
}

/** The groups of the units, in the order of their first; `names` by id, the id itself where a group has none. */
export function groupsOf(units: Units, names: ReadonlyMap<string, string>): readonly Group[] {
  const ids = new Set<string>();
  for (let row = 0; row < units.length; row++) ids.add(groupAt(units, row));
  return [...ids].map((id) => ({ id, name: names.get(id) ?? id }));
}
