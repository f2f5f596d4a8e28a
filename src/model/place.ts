/** A place in a text that somebody wrote: what a fault points at. */

/** The line a place lies on, as far as it can be shown, and where in it the marked part stands. */
export interface Excerpt {
  readonly text: string;
  /** First marked character, counted from 0 in `text`. */
  readonly from: number;
  /** Number of marked characters; at least 1. */
  readonly length: number;
}

export interface Place {
  /** Path as the user would write it, relative to the working folder, with `/`. */
  readonly file: string;
  /** From 1; 0 where the file as a whole is meant. */
  readonly line: number;
  /** From 1: in CSV the number of the field, in YAML the character; 0 where the line as a whole is meant. */
  readonly column: number;
  /** The header of the CSV column. */
  readonly name?: string;
  readonly excerpt?: Excerpt;
  /** In a spreadsheet: the sheet, and the name of the cell such as `B14`. */
  readonly sheet?: string;
  readonly cell?: string;
}

/** The place of a whole file. */
export function wholeFile(file: string): Place {
  return { file, line: 0, column: 0 };
}
