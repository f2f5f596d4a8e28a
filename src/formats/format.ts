/** The contract of a format: a report and its surroundings in, text or bytes out; the same bytes every time. */
import type { Cell, Report } from '../model/document.ts';
import type { DecimalMark } from '../model/exact.ts';
import { visible } from '../model/visible.ts';
import type { Language } from '../model/words.ts';

export interface FormatContext {
  readonly lang: Language;
  /** The mark in number cells. */
  readonly decimal: DecimalMark;
  /** Columns of the terminal. */
  readonly width: number;
  /** Chalk's level: no colour, 16, 256, 16 million. */
  readonly color: 0 | 1 | 2 | 3;
  /** Whether csv is to be opened by Excel on Windows. */
  readonly excel?: boolean;
}

export interface Format {
  /** Ends with a line break where it gives text. */
  readonly render: (report: Report, context: FormatContext) => string | Uint8Array | Promise<Uint8Array>;
}

/** Text of unknown origin on one line: line breaks and tabs become blanks, what cannot be seen is written out. */
export function printable(text: string): string {
  return visible(text.replace(/[\t\r\n]+/g, ' '), Number.POSITIVE_INFINITY).normalize('NFC');
}

/** The text of a cell with the reader's decimal mark in numbers; text cells are left as they are. */
export function cellText(cell: Cell, decimal: DecimalMark): string {
  return cell.kind === 'number' && decimal === ',' ? cell.text.replace('.', ',') : cell.text;
}
