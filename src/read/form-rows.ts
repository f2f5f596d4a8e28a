/** The rows of a form that are entries: found by the titles and ids that the form wrote, not by where they stand. */
import type { CellFlaw } from '../faults/workbook.ts';
import type { FormMeta } from '../model/form.ts';
import { columnLetters } from '../model/workbook.ts';
import type { SheetCell } from './worksheet.ts';
import { ZipError } from './zip.ts';

export interface FormRows {
  /** Row of the header, from 1. */
  readonly header: number;
  /** Columns of the sheet that are read, from 1, and the title of each. */
  readonly columns: readonly number[];
  readonly titles: readonly string[];
  /** Cells below the header, by row. */
  readonly cells: readonly SheetCell[];
  readonly headerCells: readonly SheetCell[];
  /** Cells beside those that are read, and what is wrong with them. */
  readonly strange: readonly { readonly cell: SheetCell; readonly what: CellFlaw }[];
}

/**
 * The header is the first row with all titles. Below it a row counts unless it is a parent's, an adjustment's without
 * a value, or holds nothing in the columns that are read but sums. A column that the form does not know is read too,
 * so that it is refused by its header. Throws a `ZipError` where there is no header.
 */
export function formRows(cells: readonly SheetCell[], meta: FormMeta): FormRows {
  const { columns, shown, parents, optional } = meta;
  const byRow = new Map<number, SheetCell[]>();
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  const header = [...byRow].find(([, row]) => columns.every(([, title]) => row.some(({ text }) => text === title)));
  if (header === undefined) throw new ZipError('damaged');
  const [headerRow, headerCells] = header;
  const below = [...byRow].filter(([row]) => row > headerRow);
  const titleAt = new Map(headerCells.map(({ column, text }) => [column, text]));
  const known = new Set([...columns.map(([, title]) => title), ...shown]);
  const at = columns.map(([, title]) => headerCells.find(({ text }) => text === title) as SheetCell);
  const inUse = new Set([...headerCells, ...below.flatMap(([, row]) => row)].map(({ column }) => column));
  const added = [...inUse].filter((column) => !known.has(titleAt.get(column) ?? '')).sort((a, b) => a - b);
  const numbers = [...at.map(({ column }) => column), ...added];
  const idColumn = numbers[columns.findIndex(([name]) => name === 'criterion')];
  const skipped = new Set(parents);
  const idle = new Set(optional);
  const kept = below.flatMap(([, all]) => {
    const row = all.filter(({ column }) => numbers.includes(column));
    const id = row.find(({ column }) => column === idColumn)?.text ?? '';
    const filled = row.filter(({ column }) => column !== idColumn);
    if (skipped.has(id) || (idle.has(id) && filled.length === 0)) return [];
    return id === '' && filled.every(({ kind }) => kind === 'formula') ? [] : row;
  });
  return {
    header: headerRow,
    columns: numbers,
    titles: [...columns.map(([name]) => name), ...added.map((column) => titleAt.get(column) ?? columnLetters(column))],
    cells: kept,
    headerCells: headerCells.filter(({ column }) => numbers.includes(column)),
    strange: below.flatMap(([, row]) =>
      row
        .filter(({ column }) => !numbers.includes(column))
        .flatMap((cell) => strangeness(cell, titleAt.get(cell.column) === meta.calculated)),
    ),
  };
}

/** The form calculates in one column and in no other; whatever else stands there was written over it. */
function strangeness(cell: SheetCell, isCalculated: boolean): FormRows['strange'] {
  if (isCalculated === (cell.kind === 'formula')) return [];
  return [{ cell, what: isCalculated ? 'calculated' : 'formula' }];
}
