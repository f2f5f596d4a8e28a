/**
 * The flat table as CSV (RFC 4180, lines ended by LF, for Excel by CRLF): what analysts and spreadsheets read.
 *
 * Written here and not by csv-stringify, which takes twenty times as long for a long ranking; the test holds both to
 * the same bytes.
 */
import type { Cell } from '../model/document.ts';
import { cellText, type Format } from './format.ts';

/** What makes a spreadsheet take a text for a formula or a command (CWE-1236, OWASP ASVS 1.2.10). */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** Characters that put any cell between quotes, whatever the delimiter. */
const SPECIAL = /[",;\r\n]/;

/** Text that neither of the two is said of, as most is. */
const PLAIN = /^[^=+\-@\t\r\n\0＝＋－＠",;][^",;\r\n]*$/;

const MARK = '\ufeff';

/** A text cell that begins like a formula gets a leading `'`; numbers are never touched, so -1 stays a number. */
function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Between quotes where it holds one, the delimiter or a line break; quotes inside are doubled. */
function quoted(text: string, delimiter: string): string {
  if (!SPECIAL.test(text)) return text;
  if (text.includes('"')) return `"${text.replaceAll('"', '""')}"`;
  return text.includes(delimiter) || /[\r\n]/.test(text) ? `"${text}"` : text;
}

export const format: Format = {
  /**
   * With a decimal comma the file is one that Vietnamese Excel opens by a double click: semicolons between the
   * cells and a byte order mark in front. Otherwise commas, dots and no mark.
   */
  render({ flat }, { decimal, excel }) {
    const delimiter = decimal === ',' ? ';' : ',';
    const written = (cell: Cell): string => {
      if (cell.text === '' || (cell.kind === 'text' && PLAIN.test(cell.text))) return cell.text;
      return cell.kind === 'text' ? quoted(guarded(cell.text), delimiter) : cellText(cell, decimal);
    };
    const lineOf = (cells: readonly string[]): string => `${cells.join(delimiter)}${excel ? '\r\n' : '\n'}`;
    let csv = decimal === ',' ? MARK : '';
    csv += lineOf(flat.columns.map((column) => quoted(guarded(column), delimiter)));
    for (const row of flat.rows) csv += lineOf(row.map(written));
    return csv;
  },
};
