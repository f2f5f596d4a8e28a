/**
 * The flat table as CSV (RFC 4180, lines ended by LF, for Excel by CRLF): what analysts and spreadsheets read.
 *
 * Written here and not by csv-stringify, which takes twenty times as long for a long ranking; the test holds both to
 * the same bytes.
 */
import type { Cell, TextCell } from '../model/document.ts';
import { type Encoded, encodedAs, lettersOf, type Untrusted } from '../model/encoded.ts';
import { guarded } from '../model/formula-start.ts';
import { visibleLines } from '../model/visible.ts';
import { addByte, addCount, addPlain, addText, createLines, NOTHING, writtenLines } from './csv-bytes.ts';
import { cellText, type Format } from './format.ts';

/** Characters that put any cell between quotes, whatever the delimiter. */
const SPECIAL = /[",;\r\n]/;

const MARK = '\ufeff';

const CR = 0x0d;
const LF = 0x0a;

/** Between quotes where it holds one, the delimiter or a line break; quotes inside are doubled. */
function quoted(text: string, delimiter: string): Encoded<'csv'> {
  if (!SPECIAL.test(text)) return encodedAs(text);
  if (text.includes('"')) return encodedAs(`"${text.replaceAll('"', '""')}"`);
  return encodedAs(text.includes(delimiter) || /[\r\n]/.test(text) ? `"${text}"` : text);
}

/** What is written for a text that is not plain, and what of it was guarded. */
interface Odd {
  readonly written: Encoded<'csv'>;
  readonly start: string | undefined;
  readonly cell?: TextCell;
}

export const format: Format<'csv'> = {
  /**
   * With a decimal comma the file is one that Vietnamese Excel opens by a double click: semicolons between the
   * cells and a byte order mark in front. Otherwise commas, dots and no mark. A text that begins like a formula, or goes
   * on like one in a program with another delimiter, gets a leading `'`; numbers are never touched, so -1 stays one.
   */
  render({ flat }, { decimal, excel, formulas, inPassing }) {
    const delimiter = decimal === ',' ? ';' : ',';
    const between = delimiter.charCodeAt(0);
    const mark = decimal.charCodeAt(0);
    const titles = flat.columns.map(visibleLines);
    const lines = createLines();
    let row = 1;
    const oddOf = (text: Untrusted): Odd => {
      const letters = visibleLines(text);
      const made = guarded(letters);
      const written = quoted(formulas?.raw ? letters : made, delimiter);
      return { written, start: made === letters ? undefined : letters };
    };
    const addOdd = (before: number, { written, start }: Odd, at: number): void => {
      addText(lines, before, written);
      if (start !== undefined) formulas?.found({ text: start, row, column: titles[at] ?? '' });
    };
    const endLine = (): void => {
      if (excel) addByte(lines, CR);
      addByte(lines, LF);
    };
    if (decimal === ',') addText(lines, NOTHING, encodedAs(MARK));
    for (const [at, title] of flat.columns.entries()) addOdd(at === 0 ? NOTHING : between, oddOf(title), at);
    endLine();
    // Much of a row is the very cell that stands above it.
    const above: Odd[] = [];
    const addRow = (cells: readonly Cell[]): void => {
      row++;
      for (let at = 0; at < cells.length; at++) {
        const cell = cells[at] as Cell;
        const before = at === 0 ? NOTHING : between;
        if (cell.kind === 'number') {
          if (cell.count === undefined) addText(lines, before, encodedAs(lettersOf(cellText(cell, decimal))));
          else addCount(lines, before, cell.count, cell.places ?? 0, mark);
        } else if (!addPlain(lines, before, lettersOf(cell.text))) {
          if (above[at]?.cell !== cell) above[at] = { ...oddOf(cell.text), cell };
          addOdd(before, above[at] as Odd, at);
        }
      }
      endLine();
    };
    const all = writtenLines(lines, flat.rows, addRow, inPassing);
    return typeof all === 'string' ? encodedAs(all) : all;
  },
};
