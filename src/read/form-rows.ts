/** The rows of a form that are entries: found by the titles and ids that the form wrote, not by where they stand. */
import type { FormMeta } from '../model/form.ts';
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
}

/**
 * The header is the first row with all titles. Below it a row counts unless it is a parent's, an adjustment's without
 * a value, or holds nothing in the columns that are read but sums. Throws a `ZipError` where there is no header.
 */
export function formRows(cells: readonly SheetCell[], { columns, parents, optional }: FormMeta): FormRows {
  const byRow = new Map<number, SheetCell[]>();
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  const header = [...byRow].find(([, row]) => columns.every(([, title]) => row.some(({ text }) => text === title)));
  if (header === undefined) throw new ZipError('damaged');
  const [headerRow, headerCells] = header;
  const at = columns.map(([, title]) => headerCells.find(({ text }) => text === title) as SheetCell);
  const numbers = at.map(({ column }) => column);
  const idColumn = numbers[columns.findIndex(([name]) => name === 'criterion')];
  const skipped = new Set(parents);
  const idle = new Set(optional);
  const kept = [...byRow]
    .filter(([row]) => row > headerRow)
    .flatMap(([, all]) => {
      const row = all.filter(({ column }) => numbers.includes(column));
      const id = row.find(({ column }) => column === idColumn)?.text ?? '';
      const filled = row.filter(({ column }) => column !== idColumn);
      if (skipped.has(id) || (idle.has(id) && filled.length === 0)) return [];
      return id === '' && filled.every(({ kind }) => kind === 'formula') ? [] : row;
    });
  return { header: headerRow, columns: numbers, titles: columns.map(([name]) => name), cells: kept, headerCells: at };
}
