/** A unit as it stands in a file: a row of its columns (unit-rows.ts), whose texts and places are made when they are asked for. */
import type { Unit } from '../model/assessment.ts';
import type { Place } from '../model/place.ts';

/** A column of the file: its name, and where it stands; -1 where the file has none. */
export interface Column {
  readonly name: string;
  readonly at: number;
}

/** The file that names units: its text, what stands between its cells, and which column is what. */
export interface UnitFile {
  readonly file: string;
  readonly text: string;
  readonly delimiter: string;
  /** Where its last column stands. */
  readonly last: number;
  readonly id: Column;
  readonly name: Column;
  readonly group: Column;
  readonly note: Column;
}

/** The place of a cell. */
export function placeOf({ name, at }: Column, file: string, line: number): Place {
  return { file, line, column: at + 1, name };
}

/** What a row says of its unit beside its group. */
export type UnitTexts = Pick<Unit, 'id' | 'name' | 'ranked' | 'note' | 'successorOf'>;

/** The rows that units stand in (unit-rows.ts). */
export interface RowsOfUnits {
  readonly source: UnitFile;
  readonly idAt: (row: number) => string;
  readonly nameAt: (row: number) => string;
  readonly groupAt: (row: number) => string;
  readonly isRankedAt: (row: number) => boolean;
  readonly lineAt: (row: number) => number;
  /** Where a plain row begins; below 0 where it is none, which then says this. */
  readonly startAt: (row: number) => number;
  readonly saidAt: (row: number) => UnitTexts;
}

export class ListedUnit implements Unit {
  private readonly units: RowsOfUnits;
  private readonly row: number;

  constructor(units: RowsOfUnits, row: number) {
    this.units = units;
    this.row = row;
  }

  get id(): string {
    return this.units.idAt(this.row);
  }

  get name(): string {
    return this.units.nameAt(this.row);
  }

  get group(): string {
    return this.units.groupAt(this.row);
  }

  get ranked(): boolean {
    return this.units.isRankedAt(this.row);
  }

  get note(): string {
    const start = this.units.startAt(this.row);
    return start < 0 ? this.units.saidAt(this.row).note : cellOf(this.units.source, start, this.units.source.note);
  }

  get successorOf(): readonly string[] | undefined {
    return this.units.startAt(this.row) < 0 ? this.units.saidAt(this.row).successorOf : undefined;
  }

  get place(): Place {
    return this.placeIn(this.units.source.id);
  }

  get namePlace(): Place {
    return this.placeIn(this.units.source.name);
  }

  get groupPlace(): Place {
    return this.placeIn(this.units.source.group);
  }

  private placeIn(column: Column): Place {
    return placeOf(column, this.units.source.file, this.units.lineAt(this.row));
  }

  /** What it says of itself, and not the whole text of its file. */
  toJSON(): object {
    const { id, name, group, ranked, note, successorOf, place } = this;
    return { id, name, group, ranked, note, successorOf, place };
  }
}

/** A cell of the plain row that begins at a place of the text; empty where the file has no such column. */
function cellOf({ text, delimiter, last }: UnitFile, start: number, { at }: Column): string {
  if (at < 0) return '';
  let from = start;
  for (let before = 0; before < at; before++) from = text.indexOf(delimiter, from) + 1;
  return text.slice(from, text.indexOf(at === last ? '\n' : delimiter, from));
}
