/**
 * A unit as it stands in a file. Of a national year there are a hundred thousand, and what each says of itself is asked
 * for now and then: so a unit keeps where its row begins and shares what the file says of its columns; its texts and
 * places are made when they are asked for. A class, since closures would weigh more than what they save.
 */
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

/** Letters of a plain row at most, so that where its cells stand in it takes a byte each. */
export const MOST_PLAIN = 255;

/** Where id and name of a plain row stand in it: the first letter and the number of letters of each. */
export function spansOf(idFrom: number, idLength: number, nameFrom: number, nameLength: number): number {
  return idFrom | (idLength << 8) | (nameFrom << 16) | (nameLength << 24);
}

export class ListedUnit implements Unit {
  readonly group: string;
  readonly line: number;
  private readonly source: UnitFile;
  /** The texts; or where a plain row begins, whose cells are texts as they stand, and whose unit is ranked. */
  private readonly said: UnitTexts | number;
  private readonly spans: number;

  constructor(said: UnitTexts | number, group: string, line: number, source: UnitFile, spans = 0) {
    this.group = group;
    this.line = line;
    this.source = source;
    this.said = said;
    this.spans = spans;
  }

  get id(): string {
    const { said, source, spans } = this;
    if (typeof said !== 'number') return said.id;
    const from = said + (spans & 0xff);
    return source.text.slice(from, from + ((spans >> 8) & 0xff));
  }

  get name(): string {
    const { said, source, spans } = this;
    if (typeof said !== 'number') return said.name;
    const from = said + ((spans >> 16) & 0xff);
    return source.text.slice(from, from + (spans >>> 24));
  }

  get note(): string {
    const { said, source } = this;
    return typeof said === 'number' ? cellOf(source, said, source.note) : said.note;
  }

  get ranked(): boolean {
    return typeof this.said === 'number' || this.said.ranked;
  }

  get successorOf(): readonly string[] | undefined {
    return typeof this.said === 'number' ? undefined : this.said.successorOf;
  }

  get place(): Place {
    return placeOf(this.source.id, this.source.file, this.line);
  }

  get namePlace(): Place {
    return placeOf(this.source.name, this.source.file, this.line);
  }

  get groupPlace(): Place {
    return placeOf(this.source.group, this.source.file, this.line);
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
