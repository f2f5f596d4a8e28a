/**
 * An .xlsx file -> the text of a CSV file with the same rows in the same lines, so that everything after it is shared
 * with CSV: shapes, headers, closed world, counts. Nothing is guessed: what a cell cannot say plainly is refused by
 * the cell's name.
 */
import {
  badCell,
  badWorkbook,
  filteredSheet,
  hiddenContent,
  mergedCells,
  moreSheets,
  numberId,
} from '../faults/workbook.ts';
import { collect, type Diagnostic, hasErrors, type Reading, raise } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import { type FormMeta, LISTS_SHEET, META_SHEET, readMeta } from '../model/form.ts';
import { wholeFile } from '../model/place.ts';
import { visible } from '../model/visible.ts';
import { cellName, columnLetters } from '../model/workbook.ts';
import { type FormRows, formRows } from './form-rows.ts';
import { openWorkbook, type SheetPart, type Workbook } from './workbook.ts';
import { position, readWorksheet, type SheetCell, type Worksheet } from './worksheet.ts';
import { ZipError } from './zip.ts';

export interface SheetText {
  /** CSV in the dialect; line n is row n of the sheet. */
  readonly text: string;
  readonly sheet: string;
  /** Letters of the sheet's columns by the number of the CSV column, from 1. */
  readonly letters: readonly string[];
  /** What the file says of itself where it is a form. */
  readonly form?: FormMeta;
}

/** Headers, in lower case, of columns whose cells must be texts, whatever the shape of the file. */
const ID_HEADERS = new Set([
  'criterion',
  'unit',
  'id',
  'group',
  'tiêu chí',
  'mã tiêu chí',
  'đơn vị',
  'mã đơn vị',
  'mã',
  'nhóm',
]);

/**
 * The first sheet that can be seen. Errors: bad-workbook, bad-cell, number-id, hidden-content, merged-cells;
 * warnings: more-sheets, filtered-sheet.
 */
export function readSheetText(bytes: Uint8Array, dialect: Dialect, file: string): Reading<SheetText> {
  try {
    return readSheet(openWorkbook(bytes), dialect, file);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return { diagnostics: [raise(badWorkbook, wholeFile(file), { why: error.why })] };
  }
}

function readSheet(workbook: Workbook, dialect: Dialect, file: string): Reading<SheetText> {
  const form = formOf(workbook);
  const own = workbook.sheets.filter(({ name }) => form === undefined || (name !== META_SHEET && name !== LISTS_SHEET));
  const first = own.find(({ isHidden }) => !isHidden);
  if (first === undefined) throw new ZipError('no-sheet');
  const sheet = readWorksheet(workbook, first);
  const diagnostics = otherSheets(workbook, own, first, file);
  const place = { file, line: 0, column: 0, sheet: first.name };
  if (sheet.isFiltered) diagnostics.push(raise(filteredSheet, place, { sheet: visible(first.name) }));
  const rows = form === undefined ? plainRows(sheet.cells) : formRows(sheet.cells, form);
  collect(diagnostics, cellFaults(sheet, rows, file, first.name));
  const text = csvOf(rows, form === undefined ? dialect : { ...dialect, mark: form.mark });
  const value = { text, sheet: first.name, letters: rows.columns.map(columnLetters), ...(form ? { form } : {}) };
  return hasErrors(diagnostics) ? { diagnostics } : { value, diagnostics };
}

function formOf(workbook: Workbook): FormMeta | undefined {
  const meta = workbook.sheets.find(({ name }) => name === META_SHEET);
  if (meta === undefined) return undefined;
  const rows = new Map<number, [string, string]>();
  for (const { row, column, text } of readWorksheet(workbook, meta).cells) {
    const pair = rows.get(row) ?? ['', ''];
    pair[column === 1 ? 0 : 1] = text;
    rows.set(row, pair);
  }
  return readMeta([...rows.values()]);
}

/** A hidden sheet that holds something is refused, one in sight is told. */
function otherSheets(workbook: Workbook, own: readonly SheetPart[], first: SheetPart, file: string): Diagnostic[] {
  const filled = own.filter((other) => other !== first && readWorksheet(workbook, other).cells.length > 0);
  const names = filled.filter(({ isHidden }) => !isHidden).map(({ name }) => `"${visible(name)}"`);
  const place = wholeFile(file);
  return [
    ...filled
      .filter(({ isHidden }) => isHidden)
      .map(({ name }) =>
        raise(hiddenContent, { ...place, sheet: name }, { what: 'sheet', name: `"${visible(name)}"` }),
      ),
    ...(names.length === 0 ? [] : [raise(moreSheets, place, { read: visible(first.name), others: names.join(', ') })]),
  ];
}

/** Every row, every column. */
function plainRows(cells: readonly SheetCell[]): FormRows {
  const header = cells.reduce((least, { row }) => Math.min(least, row), Number.POSITIVE_INFINITY);
  const width = cells.reduce((most, { column }) => Math.max(most, column), 0);
  const columns = Array.from({ length: width }, (_, at) => at + 1);
  const inHeader = cells.filter(({ row }) => row === header);
  return {
    header,
    columns,
    titles: columns.map((column) => inHeader.find((cell) => cell.column === column)?.text ?? ''),
    cells: cells.filter(({ row }) => row > header),
    headerCells: inHeader,
    strange: [],
  };
}

/** Whatever is not plain in the header and below it. */
function cellFaults(sheet: Worksheet, rows: FormRows, file: string, name: string): readonly Diagnostic[] {
  const { header, titles, columns } = rows;
  const ids = new Set(columns.filter((_, at) => ID_HEADERS.has((titles[at] ?? '').trim().toLowerCase())));
  const place = ({ row, column }: Pick<SheetCell, 'row' | 'column'>) => {
    const title = visible(titles[columns.indexOf(column)] ?? '');
    const here = { file, line: row, column, sheet: name, cell: cellName(row, column) };
    return row === header || title === '' ? here : { ...here, name: title };
  };
  const hidden = new Set<string>();
  const found: Diagnostic[] = [];
  const hide = (what: 'row' | 'column', shown: string, cell: SheetCell): void => {
    if (hidden.has(shown)) return;
    hidden.add(shown);
    found.push(raise(hiddenContent, place(cell), { what, name: shown }));
  };
  for (const cell of [...rows.headerCells, ...rows.cells]) {
    const { kind, text, row, column } = cell;
    if (sheet.hiddenRows.has(row)) hide('row', `${row}`, cell);
    if (sheet.hiddenColumns.some(([from, to]) => column >= from && column <= to))
      hide('column', columnLetters(column), cell);
    const isNumber = kind === 'number' || kind === 'percent';
    if (isNumber && (row === header || ids.has(column)))
      found.push(raise(numberId, place(cell), { shown: visible(text) }));
    else if (kind !== 'text' && !isNumber)
      found.push(raise(badCell, place(cell), { what: kind, shown: visible(text) }));
  }
  for (const { cell, what } of rows.strange) {
    found.push(raise(badCell, place(cell), { what, shown: visible(cell.text) }));
  }
  for (const range of sheet.merges) {
    const [from = '', to = ''] = range.split(':');
    if (position(to === '' ? from : to).row >= header) found.push(raise(mergedCells, place(position(from)), { range }));
  }
  return found;
}

function csvOf({ header, columns, titles, cells }: FormRows, { delimiter, mark }: Dialect): string {
  if (columns.length === 0) return '';
  const at = new Map(columns.map((column, index) => [column, index]));
  const special = new RegExp(`["${delimiter === '\t' ? '\\t' : `\\${delimiter}`}]`);
  const written = (text: string): string => {
    const line = text.replace(/\r\n?|[\n\t\u2028\u2029]/g, ' ');
    return special.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
  };
  const lines: string[] = [...Array.from({ length: header - 1 }, () => ''), titles.map(written).join(delimiter)];
  let row = 0;
  let current: string[] = [];
  const flush = (): void => {
    if (row > 0) lines.push(current.join(delimiter));
  };
  for (const cell of cells) {
    if (cell.row !== row) {
      flush();
      while (lines.length < cell.row - 1) lines.push('');
      row = cell.row;
      current = columns.map(() => '');
    }
    const isNumber = cell.kind === 'number' || cell.kind === 'percent';
    const index = at.get(cell.column);
    if (index !== undefined) current[index] = written(isNumber ? cell.text.replace('.', mark) : cell.text);
  }
  flush();
  return `${lines.join('\n')}\n`;
}
