/** The flat table as CSV (RFC 4180, lines ended by LF): what analysts and spreadsheets read. */
import { stringify } from 'csv-stringify/sync';
import type { Cell } from '../model/document.ts';
import { cellText, type Format } from './format.ts';

/** What makes a spreadsheet take a text for a formula or a command (CWE-1236, OWASP ASVS 1.2.10). */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** A text cell that begins like a formula gets a leading `'`; numbers are never touched, so -1 stays a number. */
function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export const format: Format = {
  /**
   * With a decimal comma the file is one that Vietnamese Excel opens by a double click: semicolons between the
   * cells and a byte order mark in front. Otherwise commas, dots and no mark.
   */
  render({ flat }, { decimal }) {
    const written = (cell: Cell): string => (cell.kind === 'text' ? guarded(cell.text) : cellText(cell, decimal));
    const comma = decimal === ',';
    return stringify([flat.columns.map(guarded), ...flat.rows.map((row) => row.map(written))], {
      delimiter: comma ? ';' : ',',
      bom: comma,
      record_delimiter: '\n',
    });
  },
};
