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
import { addLine, createLines, writtenLines } from './csv-bytes.ts';
import { cellText, type Format } from './format.ts';

/** Characters that put any cell between quotes, whatever the delimiter. */
const SPECIAL = /[",;\r\n]/;

/** Latin letters and signs that nothing of this is said of, as most texts are made of. */
const PLAIN = /^[0-9A-Za-z(\u00c0-\u02ff\u1e00-\u1eff][ !#-+\--:<-~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff]*$/;

const MARK = '\ufeff';

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
    const end = excel ? '\r\n' : '\n';
    const titles = flat.columns.map(visibleLines);
    // What was guarded in the row above, by its column: most is written again as it stands there.
    const starts: (string | undefined)[] = [];
    const safe = (text: Untrusted, at: number): Encoded<'csv'> => {
      const letters = visibleLines(text);
      const made = guarded(letters);
      if (made !== letters) starts[at] = letters;
      return quoted(formulas?.raw ? letters : made, delimiter);
    };
    const written = (cell: Cell, at: number): Encoded<'csv'> => {
      const letters = lettersOf(cellText(cell, decimal));
      return cell.kind === 'number' || letters === '' || PLAIN.test(letters) ? encodedAs(letters) : safe(letters, at);
    };
    const tellStarts = (row: number): void => {
      for (const [at, text] of starts.entries()) {
        if (text !== undefined) formulas?.found({ text, row, column: titles[at] ?? '' });
      }
    };
    const lines = createLines();
    const [first = encodedAs<'csv'>(''), ...others] = flat.columns.map(safe);
    addLine(lines, [decimal === ',' ? encodedAs(MARK + first) : first, ...others], delimiter, end);
    let row = 1;
    tellStarts(row);
    starts.length = 0;
    // Much of a row is the very cell that stands above it.
    const above: Cell[] = [];
    const line: Encoded<'csv'>[] = [];
    for (const cells of flat.rows) {
      row++;
      for (let at = 0; at < cells.length; at++) {
        const cell = cells[at] as Cell;
        if (cell === above[at]) continue;
        above[at] = cell;
        if (starts.length > at) starts[at] = undefined;
        line[at] = written(cell, at);
      }
      if (line.length > cells.length) line.length = cells.length;
      if (starts.length > 0) tellStarts(row);
      addLine(lines, line, delimiter, end);
    }
    const all = writtenLines(lines);
    return typeof all === 'string' ? encodedAs(all) : all;
  },
};
