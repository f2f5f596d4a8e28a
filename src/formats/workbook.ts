/**
 * A workbook as the bytes of an .xlsx file. The only file that knows hucre. The same bytes every time: fixed dates,
 * fixed order. Text is written as text with the format "Text", so that nothing in it is ever a formula or a date.
 */

import type { NamedRange } from 'hucre';
import { type Cell, type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Tone } from '../model/document.ts';
import { type Encoded, encodedAs, type Untrusted } from '../model/encoded.ts';
import { visibleLines } from '../model/visible.ts';
import {
  type BookCell,
  type BookSheet,
  cellName,
  columnLetters,
  type InputCheck,
  type Role,
  type Workbook,
} from '../model/workbook.ts';

/** The font of official papers (Nghị định 30/2020/NĐ-CP). */
const FONT = { name: 'Times New Roman', size: 12 };

/** A date for everything that must have one: the first day that a zip file can name. */
const FIXED = new Date('1980-01-01T00:00:00Z');

const AS_TEXT = '@';

/** A double holds any decimal of so many digits. */
const SAFE_DIGITS = 15;

/** A sum of doubles carries their errors; rounded here, it is shown as the sum of what was meant. */
const SUM_PLACES = 9;

/** What Excel takes in the words beside a cell. */
const MOST_TITLE = 32;
const MOST_WORDS = 255;

/** The bytes of a workbook. */
export async function renderWorkbook({ title, sheets }: Workbook): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { title: encoded(title), creator: 'parindex', created: FIXED, modified: FIXED },
    namedRanges: sheets.flatMap(printTitles),
    defaultFont: FONT,
    stringMode: 'inline',
    // The first sheet that can be seen, or the program opens on a hidden one.
    activeSheet: Math.max(
      0,
      sheets.findIndex((sheet) => sheet.visible === 'shown'),
    ),
  });
}

function sheetOf(sheet: BookSheet): WriteSheet {
  const { name, visible, widths, rows, header, frozen = 0, locked, checks = [] } = sheet;
  const cells = new Map<string, Partial<Cell>>();
  const rowDefs = new Map<number, { height: number }>();
  for (const [row, line] of rows.entries()) {
    for (const [column, cell] of line.entries()) cells.set(`${row},${column}`, cellOf(cell));
    const height = heightOf(line, widths);
    if (height > 1) rowDefs.set(row, { height: height * LINE });
  }
  const width = Math.max(1, ...rows.map((row) => row.length));
  return {
    name,
    columns: widths.map((characters) => ({ width: characters })),
    cells,
    rowDefs,
    merges: rows.flatMap((line, row) =>
      isAcross(line[0]) && widths.length > 1
        ? [{ startRow: row, startCol: 0, endRow: row, endCol: widths.length - 1 }]
        : [],
    ),
    hidden: visible === 'hidden',
    veryHidden: visible === 'never',
    ...(header === undefined ? {} : { freezePane: { rows: header + 1, columns: frozen } }),
    ...(header === undefined || sheet.filter !== true || rows.length === header + 1
      ? {}
      : { autoFilter: { range: `${cellName(header + 1, 1)}:${cellName(rows.length, width)}` } }),
    ...(locked ? { protection: { sheet: true, formatColumns: true, formatRows: true } } : {}),
    ...(checks.length === 0 ? {} : { dataValidations: checks.map(validationOf) }),
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.portrait ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: pagesWide(widths, frozen),
      fitToHeight: 0,
      margins: { top: 0.79, bottom: 0.79, left: 0.79, right: 0.59, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P/&N' },
  };
}

/** The rows and columns repeated on each page. hucre would not quote a sheet's name, which Excel calls a damaged file. */
function printTitles({ name, header, frozen = 0 }: BookSheet): NamedRange[] {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const ranges = [
    ...(frozen === 0 ? [] : [`${sheet}!$A:$${columnLetters(frozen)}`]),
    ...(header === undefined ? [] : [`${sheet}!$${header + 1}:$${header + 1}`]),
  ];
  return ranges.length === 0 ? [] : [{ name: '_xlnm.Print_Titles', range: ranges.join(','), scope: name }];
}

/** Characters across a landscape page in letters that can still be read. */
const READABLE = 230;

/** One page, or as many side by side as it takes to stay readable; the columns in sight are repeated on each. */
function pagesWide(widths: readonly number[], frozen: number): number {
  const total = (of: readonly number[]): number => of.reduce((all, width) => all + width, 0);
  const repeated = total(widths.slice(0, frozen));
  return Math.max(1, Math.ceil((total(widths) - repeated) / Math.max(60, READABLE - repeated)));
}

/** Points of one line of 12-point text. */
const LINE = 16;

function isAcross(cell: BookCell | undefined): boolean {
  return cell?.kind === 'text' && cell.across === true;
}

/** Lines that the longest cell of a row needs when it wraps; a title runs over its neighbours instead. */
function heightOf(row: readonly BookCell[], widths: readonly number[]): number {
  return row.reduce((most, cell, column) => {
    if (cell.kind !== 'text') return most;
    const isRunningOver = cell.role === 'title' || cell.role === 'note';
    if (isRunningOver && !cell.across) return most;
    const all = widths.reduce((total, width) => total + width, 0);
    const room = cell.across
      ? Math.floor(all * (cell.role === 'title' ? 0.8 : 0.95))
      : Math.max(4, (widths[column] ?? 10) - 1);
    return Math.max(
      most,
      encoded(cell.text)
        .split('\n')
        .reduce((lines, line) => lines + Math.ceil(line.length / room || 1), 0),
    );
  }, 1);
}

function cellOf(cell: BookCell): Partial<Cell> {
  switch (cell.kind) {
    case 'text':
      return {
        value: encoded(cell.text),
        type: 'string',
        style: textStyle(cell.role, cell.tone, cell.align, cell.across),
      };
    case 'number':
      return numberCell(cell.text, cell.role, cell.tone, cell.ordinal === true);
    case 'sum':
      return {
        formula: `ROUND(SUM(${cell.of.join(',')}),${SUM_PLACES})`,
        formulaResult: 0,
        style: { ...look(cell.role, cell.tone), numFmt: formatOf(cell.decimals), alignment: { vertical: 'top' } },
      };
    case 'formula':
      return {
        formula: cell.formula,
        formulaResult: /^-?[0-9]+(?:\.[0-9]+)?$/.test(cell.result) ? Number(cell.result) : cell.result,
        style: {
          ...look(cell.role, cell.tone),
          numFmt: formatOf(cell.decimals),
          alignment: { horizontal: 'right', vertical: 'top', wrapText: true },
        },
      };
    case 'input':
      return { value: null, style: INPUT_STYLES[cell.holds] };
  }
}

/** A number where a double prints as the very same figure; else its text. */
function numberCell(text: string, role: Role | undefined, tone: Tone | undefined, ordinal: boolean): Partial<Cell> {
  const places = text.split('.')[1]?.length ?? 0;
  const digits = text.replace(/^-?0*\.?0*|\./g, '').length;
  const value = Number(text);
  if (text === '' || digits > SAFE_DIGITS || value.toFixed(places) !== text) {
    return { value: text, type: 'string', style: textStyle(role, tone, 'right') };
  }
  const numFmt = ordinal ? '0' : formatOf(places);
  const alignment: CellStyle['alignment'] = { vertical: 'top', ...(ordinal ? { horizontal: 'center' } : {}) };
  return { value, type: 'number', style: { ...look(role, tone), numFmt, alignment } };
}

function formatOf(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

/**
 * Text of a cell; hucre writes its letters as XML. What cannot be seen is written out, but for line breaks; `_x000D_`
 * would be read as a control character, so its underscore is written out too (ECMA-376, 22.9.2.19).
 */
function encoded(text: Untrusted): Encoded<'xml'> {
  return encodedAs(visibleLines(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

const rgb = (code: string) => ({ rgb: code });
const fill = (code: string): CellStyle => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(code) } });
const side = { style: 'thin', color: rgb('999999') } as const;
const boxed: CellStyle = { border: { top: side, right: side, bottom: side, left: side } };

const TONES: Readonly<Record<Tone, CellStyle>> = {
  plain: {},
  strong: { font: { ...FONT, bold: true } },
  good: fill('C6E7CE'),
  bad: fill('F6C9C9'),
  warn: fill('FBE7B5'),
  muted: { font: { ...FONT, color: rgb('666666') } },
};

const ROLES: Readonly<Record<Role, CellStyle>> = {
  title: { font: { ...FONT, size: 14, bold: true } },
  note: { font: { ...FONT, italic: true } },
  head: { ...boxed, ...fill('DCE6F1'), font: { ...FONT, bold: true } },
  parent: { ...boxed, ...fill('EEF2F7'), font: { ...FONT, bold: true } },
  body: boxed,
  total: { ...boxed, font: { ...FONT, bold: true } },
};

function look(role: Role = 'body', tone: Tone = 'plain'): CellStyle {
  return { ...ROLES[role], ...TONES[tone] };
}

function textStyle(
  role: Role = 'body',
  tone: Tone = 'plain',
  align: 'left' | 'center' | 'right' = 'left',
  across: true | undefined = undefined,
): CellStyle {
  const horizontal = role === 'head' ? 'center' : align;
  const wrapText = across ?? (role !== 'title' && role !== 'note');
  return { ...look(role, tone), numFmt: AS_TEXT, alignment: { horizontal, vertical: 'top', wrapText } };
}

const WRITABLE: CellStyle = {
  ...boxed,
  ...fill('FFFBE6'),
  alignment: { vertical: 'top', wrapText: true },
  protection: { locked: false },
};

const INPUT_STYLES = {
  text: { ...WRITABLE, numFmt: AS_TEXT },
  number: { ...WRITABLE, numFmt: '0.00##' },
} as const;

function validationOf({ cell, takes, title, prompt, refusal }: InputCheck): DataValidation {
  const words = {
    showInputMessage: true,
    inputTitle: encoded(title).slice(0, MOST_TITLE),
    inputMessage: encoded(prompt).slice(0, MOST_WORDS),
    range: cell,
    allowBlank: true,
  };
  if (takes.kind === 'anything') return { ...words, type: 'custom', formula1: 'TRUE' };
  const stop = {
    ...{ showErrorMessage: true, errorStyle: 'stop' as const },
    ...{ errorTitle: encoded(title).slice(0, MOST_TITLE), errorMessage: encoded(refusal).slice(0, MOST_WORDS) },
  };
  if (takes.kind === 'formula') return { ...words, ...stop, type: 'custom', formula1: takes.formula };
  if (takes.kind === 'list') return { ...words, ...stop, type: 'list', formula1: takes.of };
  return { ...words, ...stop, type: 'decimal', operator: 'between', formula1: takes.min, formula2: takes.max };
}
