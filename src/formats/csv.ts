/**
 * The flat table as CSV (RFC 4180, lines ended by LF, for Excel by CRLF): what analysts and spreadsheets read.
 *
 * Written here and not by csv-stringify, which takes twenty times as long for a long ranking; the test holds both to
 * the same bytes.
 */
import type { Cell } from '../model/document.ts';
import { type Encoded, encodedAs, lettersOf, type Untrusted } from '../model/encoded.ts';
import { guarded } from '../model/formula-start.ts';
import { visibleLines } from '../model/visible.ts';
import { cellText, type Format } from './format.ts';

/** Characters that put any cell between quotes, whatever the delimiter. */
const SPECIAL = /[",;\r\n]/;

/** Latin letters and signs that nothing of this is said of, as most texts are made of. */
const PLAIN = /^[0-9A-Za-z(\u00c0-\u02ff\u1e00-\u1eff][ !#-+\--:<-~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff]*$/;

const MARK = '\ufeff';

/** Letters that are made bytes at a time: a long ranking as one text would be as large again as all it was made from. */
const PIECE = 65_536;

const encoder = new TextEncoder();

/** Between quotes where it holds one, the delimiter or a line break; quotes inside are doubled. */
function quoted(text: string, delimiter: string): Encoded<'csv'> {
  if (!SPECIAL.test(text)) return encodedAs(text);
  if (text.includes('"')) return encodedAs(`"${text.replaceAll('"', '""')}"`);
  return encodedAs(text.includes(delimiter) || /[\r\n]/.test(text) ? `"${text}"` : text);
}

export const format: Format<'csv'> = {
  /**
   * With a decimal comma the file is one that Vietnamese Excel opens by a double click: semicolons between the
   * cells and a byte order mark in front. Otherwise commas, dots and no mark. A text that begins like a formula, or goes
   * on like one in a program with another delimiter, gets a leading `'`; numbers are never touched, so -1 stays one.
   */
  render({ flat }, { decimal, excel, formulas }) {
    const delimiter = decimal === ',' ? ';' : ',';
    const titles: string[] = [];
    // What was guarded in the row above, by its column: most is written again as it stands there.
    const starts: (string | undefined)[] = [];
    let row = 1;
    const safe = (text: Untrusted, at: number): Encoded<'csv'> => {
      const letters = visibleLines(text);
      const made = guarded(letters);
      if (made !== letters) starts[at] = letters;
      return quoted(formulas?.raw ? letters : made, delimiter);
    };
    const written = (cell: Cell, at: number): Encoded<'csv'> => {
      const { text, kind } = cell;
      if (text === '' || (kind === 'text' && PLAIN.test(lettersOf(text)))) return encodedAs(lettersOf(text));
      return kind === 'text' ? safe(text, at) : encodedAs(lettersOf(cellText(cell, decimal)));
    };
    const lineOf = (cells: readonly Encoded<'csv'>[]): string => {
      for (let at = 0; at < starts.length; at++) {
        const text = starts[at];
        if (text !== undefined) formulas?.found({ text, row, column: titles[at] ?? '' });
      }
      row++;
      return `${cells.join(delimiter)}${excel ? '\r\n' : '\n'}`;
    };
    for (const column of flat.columns) titles.push(visibleLines(column));
    const pieces: Uint8Array[] = [];
    let csv = decimal === ',' ? MARK : '';
    csv += lineOf(flat.columns.map(safe));
    starts.length = 0;
    // Much of a row is the very cell that stands above it.
    const above: Cell[] = [];
    const lineAbove: Encoded<'csv'>[] = [];
    for (const row of flat.rows) {
      for (let at = 0; at < row.length; at++) {
        const cell = row[at] as Cell;
        if (cell === above[at]) continue;
        above[at] = cell;
        if (starts.length > at) starts[at] = undefined;
        lineAbove[at] = written(cell, at);
      }
      lineAbove.length = row.length;
      csv += lineOf(lineAbove);
      if (csv.length < PIECE) continue;
      pieces.push(encoder.encode(csv));
      csv = '';
    }
    return pieces.length === 0 ? encodedAs(csv) : [...pieces, encoder.encode(csv)];
  },
};
