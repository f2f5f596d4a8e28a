/**
 * A workbook before it has a format: sheets of cells that know what they are and where a person may write.
 * A report makes one; formats/xlsx.ts turns it into bytes.
 */
import type { Untrusted } from './encoded.ts';
import type { Tone } from './tone.ts';

/** What a cell is on its sheet; the format gives each role its look. */
export type Role = 'title' | 'note' | 'head' | 'parent' | 'body' | 'total';

interface Shown {
  readonly role?: Role;
  readonly tone?: Tone;
}

/** A text, whatever it begins with: never a formula. */
export interface BookText extends Shown {
  readonly kind: 'text';
  readonly text: Untrusted;
  readonly align?: 'left' | 'center' | 'right';
  /** Whether it takes the whole width of the sheet, in as many lines as it needs. */
  readonly across?: true;
}

/** A decimal text with a dot; `ordinal` for what is counted and not measured, such as a rank or a year. */
export interface BookNumber extends Shown {
  readonly kind: 'number';
  readonly text: string;
  readonly ordinal?: boolean;
}

/** The live sum of ranges of the same sheet, such as `D5:D7`; `decimals` of what is shown. */
export interface BookSum extends Shown {
  readonly kind: 'sum';
  readonly of: readonly string[];
  readonly decimals: number;
}

/**
 * A calculation that the spreadsheet program keeps up to date, in English names of functions, without `=`.
 * `result` is what it gives on the sheet as it is written: a decimal text, another text, or an empty one.
 */
export interface BookFormula extends Shown {
  readonly kind: 'formula';
  readonly formula: string;
  readonly decimals: number;
  readonly result: string;
}

/** A cell to write into. `number`: figures; `text`: everything stays as it is typed. */
export interface BookInput {
  readonly kind: 'input';
  readonly holds: 'text' | 'number';
}

export type BookCell = BookText | BookNumber | BookSum | BookFormula | BookInput;

/** What a cell to write into takes, and the words beside it. */
export interface InputCheck {
  /** Such as `D7`. */
  readonly cell: string;
  /** A range of another sheet, such as `lists!$A$1:$A$3`; or the bounds of a number; or a formula; or words alone. */
  readonly takes:
    | { readonly kind: 'list'; readonly of: string }
    | { readonly kind: 'number'; readonly min: string; readonly max: string }
    /** A formula that is true of what may be written; at most 255 characters. */
    | { readonly kind: 'formula'; readonly formula: string }
    | { readonly kind: 'anything' };
  readonly title: Untrusted;
  readonly prompt: Untrusted;
  readonly refusal: Untrusted;
}

export interface BookSheet {
  readonly name: string;
  /** `never`: shown by no menu of the spreadsheet program. */
  readonly visible: 'shown' | 'hidden' | 'never';
  /** In characters, one a column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly BookCell[])[];
  /** Position of the header row: it stays in sight with all above it and is repeated on each page. */
  readonly header?: number;
  /** Columns that stay in sight. */
  readonly frozen?: number;
  /** Whether the header offers filters over the rows below it. */
  readonly filter?: boolean;
  readonly portrait?: boolean;
  /** Whether only cells to write into can be changed: against slips, without a password. */
  readonly locked?: boolean;
  readonly checks?: readonly InputCheck[];
}

export interface Workbook {
  readonly title: Untrusted;
  readonly sheets: readonly BookSheet[];
}

/** The letters of a column, from 1: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A cell's name from its row and column, both from 1: `B14`. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}
