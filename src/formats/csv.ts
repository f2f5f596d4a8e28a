/**
 * The flat table as CSV (RFC 4180, lines ended by LF, for Excel by CRLF): what analysts and spreadsheets read.
 *
 * Written here and not by csv-stringify, which takes twenty times as long for a long ranking; the test holds both to
 * the same bytes.
 */
import type { Cell } from '../model/document.ts';
import { type Encoded, encodedAs, lettersOf, type Untrusted } from '../model/encoded.ts';
import { visibleLines } from '../model/visible.ts';
import { cellText, type Format } from './format.ts';

/** What makes a spreadsheet take a text for a formula or a command (CWE-1236, OWASP ASVS 1.2.10). */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** The same inside a cell, behind what parts cells where the file is opened with another delimiter or row by row. */
const FORMULA_WITHIN = /([,;\t\r\n])(?=[=+\-@＝＋－＠])/g;

/** Characters that put any cell between quotes, whatever the delimiter. */
const SPECIAL = /[",;\r\n]/;

/** Latin letters and signs that nothing of this is said of, as most texts are made of. */
const PLAIN = /^[0-9A-Za-z(\u00c0-\u02ff\u1e00-\u1eff][ !#-+\--:<-~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff]*$/;

const MARK = '\ufeff';

/**
 * The text of a cell. One that begins like a formula gets a leading `'`, and so does what would begin a cell of its
 * own in a program that takes `;` for the delimiter and not `,`. Numbers are never touched, so -1 stays a number.
 */
function guarded(text: Untrusted): string {
  const letters = visibleLines(text).replace(FORMULA_WITHIN, "$1'");
  return FORMULA.test(letters) ? `'${letters}` : letters;
}

/** Between quotes where it holds one, the delimiter or a line break; quotes inside are doubled. */
function quoted(text: string, delimiter: string): Encoded<'csv'> {
  if (!SPECIAL.test(text)) return encodedAs(text);
  if (text.includes('"')) return encodedAs(`"${text.replaceAll('"', '""')}"`);
  return encodedAs(text.includes(delimiter) || /[\r\n]/.test(text) ? `"${text}"` : text);
}

export const format: Format<'csv'> = {
  /**
   * With a decimal comma the file is one that Vietnamese Excel opens by a double click: semicolons between the
   * cells and a byte order mark in front. Otherwise commas, dots and no mark.
   */
  render({ flat }, { decimal, excel }) {
    const delimiter = decimal === ',' ? ';' : ',';
    const written = (cell: Cell): Encoded<'csv'> => {
      const { text, kind } = cell;
      if (text === '' || (kind === 'text' && PLAIN.test(lettersOf(text)))) return encodedAs(lettersOf(text));
      return kind === 'text' ? quoted(guarded(text), delimiter) : encodedAs(lettersOf(cellText(cell, decimal)));
    };
    const lineOf = (cells: readonly Encoded<'csv'>[]): string => `${cells.join(delimiter)}${excel ? '\r\n' : '\n'}`;
    let csv = decimal === ',' ? MARK : '';
    csv += lineOf(flat.columns.map((column) => quoted(guarded(column), delimiter)));
    // Much of a row is the very cell that stands above it.
    const above: Cell[] = [];
    const lineAbove: Encoded<'csv'>[] = [];
    for (const row of flat.rows) {
      for (let at = 0; at < row.length; at++) {
        const cell = row[at] as Cell;
        if (cell === above[at]) continue;
        above[at] = cell;
        lineAbove[at] = written(cell);
      }
      lineAbove.length = row.length;
      csv += lineOf(lineAbove);
    }
    return encodedAs(csv);
  },
};
