/** What the reader sees in one file of rows, before anybody asks what the cells mean. */
import type { Dialect } from './dialect.ts';

/** Line ends of each kind in the bytes of a text; each of them ends a line. */
export interface LineEnds {
  readonly lf: number;
  readonly crlf: number;
  readonly cr: number;
}

/** A row with the number of its first line, from 1, and its cells as the rest of the tool would take them. */
export interface InspectedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** How a text is written; a spreadsheet has none of it. */
export interface TextTraits {
  /** The encoding that was read: the declared one, or UTF-16 by its mark. */
  readonly encoding: string;
  readonly hasMark: boolean;
  readonly lineEnds: LineEnds;
  /** Whether any cell stands in quotes. */
  readonly quoted: boolean;
}

/** A file whose rows could all be read; the rows themselves were handed on as they came. */
export interface Inspection {
  readonly file: string;
  readonly bytes: number;
  readonly dialect: Dialect;
  readonly text?: TextTraits;
  /** Of a spreadsheet: the sheet that was read, and the letters of its columns in the order of the cells. */
  readonly sheet?: { readonly name: string; readonly letters: readonly string[] };
  readonly header: InspectedRow;
  /** Rows below the header: with something in a cell, and without. */
  readonly rows: number;
  readonly blank: number;
}
