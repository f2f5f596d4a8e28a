/**
 * A page before it has a format: headings, paragraphs and tables whose cells know what they are.
 * A report makes one; a format turns it into text or bytes.
 */
import type { Untrusted } from './encoded.ts';
import { textOfCount } from './exact.ts';
import type { Tone } from './tone.ts';
import type { Workbook } from './workbook.ts';

export type { Tone };

/** Text somebody may have written: a format must pass it through its own encoder. */
export interface TextCell {
  readonly kind: 'text';
  readonly text: Untrusted;
  readonly tone?: Tone;
}

/** A decimal text with a dot (`92.08`); a format shows it with the reader's decimal mark. */
export interface NumberCell {
  readonly kind: 'number';
  readonly text: string;
  readonly tone?: Tone;
  /** Where its text is that of a whole number of 10^-places that four bytes hold: that number, and the places. */
  readonly count?: number;
  readonly places?: number;
}

export type Cell = TextCell | NumberCell;

export interface TableColumn {
  readonly title: Untrusted;
  readonly align: 'left' | 'right' | 'center';
  /** A column that gives way first when the page is narrow: it may wrap. */
  readonly flexible?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: Untrusted;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Untrusted;
  readonly tone?: Tone;
}

/** Lines kept as they stand, blanks and all; each is made of pieces with a tone of their own. */
export interface Lines {
  readonly kind: 'lines';
  readonly lines: readonly (readonly TextCell[])[];
}

export type Block = Heading | Paragraph | Table | Lines;

export interface Document {
  readonly blocks: readonly Block[];
}

/** A flat table for machines: English column ids, one header row, every cell a text ready to be written. */
export interface Flat {
  readonly columns: readonly Untrusted[];
  /** Of a long table made one by one, as they are asked for. */
  readonly rows: Iterable<readonly Cell[]>;
}

/** What a report gives: the page for people, the flat table for CSV, the data for JSON. */
export interface Report {
  readonly document: Document;
  readonly flat: Flat;
  readonly data: unknown;
  /** The sheets of a spreadsheet; absent where the flat table is all there is to show. */
  readonly workbook?: Workbook;
}

/** A text cell. */
export function text(value: Untrusted, tone: Tone = 'plain'): TextCell {
  return { kind: 'text', text: value, tone };
}

/** The cell of a value as somebody wrote it: a figure below zero is a number, and no text that begins with a sign. */
export function written(value: string): Cell {
  return /^-[0-9]+(?:\.[0-9]+)?$/.test(value) ? number(value) : text(value);
}

/** A number cell; `value` is a decimal text with a dot. */
export function number(value: string, tone: Tone = 'plain'): NumberCell {
  return { kind: 'number', text: value, tone };
}

/** A number cell whose text is made when it is asked for: of a long table hundreds of thousands are written as digits. */
class CountCell implements NumberCell {
  readonly kind = 'number';
  readonly tone = 'plain';
  readonly count: number;
  readonly places: number;

  constructor(count: number, places: number) {
    this.count = count;
    this.places = places;
  }

  get text(): string {
    return textOfCount(this.count, this.places);
  }
}

/** Whole numbers of four bytes without the lowest, whose opposite takes five. */
const MOST = 0x7fff_ffff;

/** A number cell of so many whole numbers of 10^-places; a double holds them. */
export function counted(count: number, places: number): NumberCell {
  return count <= MOST && count >= -MOST ? new CountCell(count | 0, places) : number(textOfCount(count, places));
}
