/** One worksheet's cells that hold something, in the order of the file, and what is hidden, merged or filtered. */
import type { CellFlaw } from '../faults/workbook.ts';
import { hundredfold, typedNumber } from './sheet-number.ts';
import { partOf, type SheetPart, textCollector, type Workbook } from './workbook.ts';
import { attribute, scanXml } from './xml.ts';
import { ZipError } from './zip.ts';

/** A cell that is not empty. */
export interface SheetCell {
  /** Both from 1. */
  readonly row: number;
  readonly column: number;
  /** `number`: its text has a dot; `percent`: and is followed by `%`. */
  readonly kind: 'text' | 'number' | 'percent' | CellFlaw;
  readonly text: string;
}

export interface Worksheet {
  readonly cells: readonly SheetCell[];
  readonly hiddenRows: ReadonlySet<number>;
  /** From and to, both included. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
  /** Such as `A5:A7`. */
  readonly merges: readonly string[];
  readonly isFiltered: boolean;
}

const MOST_COLUMNS = 2_000;
const MOST_ROWS = 1_048_576;

/** Reads a sheet. Throws a `ZipError`. */
export function readWorksheet(workbook: Workbook, sheet: SheetPart): Worksheet {
  const cells: SheetCell[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: (readonly [number, number])[] = [];
  const merges: string[] = [];
  const collector = textCollector();
  let isFiltered = false;
  let inFilter = false;
  let hidesAll = false;
  let row = 0;
  let cell: OpenCell | undefined;
  let inValue = false;
  scanXml(partOf(workbook.zip, sheet.part), {
    open(name, attributes) {
      switch (name) {
        case 'sheetFormatPr':
          hidesAll = isTrue(attribute(attributes, 'zeroHeight'));
          break;
        case 'col':
          if (isTrue(attribute(attributes, 'hidden')) || isZero(attribute(attributes, 'width'))) {
            hiddenColumns.push([whole(attribute(attributes, 'min')), whole(attribute(attributes, 'max'))]);
          }
          break;
        case 'row': {
          const written = attribute(attributes, 'r');
          row = written === undefined ? row + 1 : whole(written);
          const hidden = attribute(attributes, 'hidden') ?? (hidesAll ? '1' : undefined);
          if (isTrue(hidden) || isZero(attribute(attributes, 'ht'))) hiddenRows.add(row);
          break;
        }
        case 'c':
          cell = openCell(attributes, row, (cell?.column ?? 0) + 1);
          row = cell.row;
          collector.begin();
          break;
        case 'v':
          inValue = true;
          break;
        case 'f':
          if (cell) cell.isFormula = true;
          break;
        case 'mergeCell':
          merges.push(attribute(attributes, 'ref') ?? '');
          break;
        case 'autoFilter':
          inFilter = true;
          break;
        case 'filterColumn':
          isFiltered ||= inFilter;
          break;
        default:
          if (cell) collector.open(name, attributes);
      }
    },
    close(name) {
      if (name === 'v') inValue = false;
      else if (name === 'autoFilter') inFilter = false;
      else if (name === 'row') cell = undefined;
      else if (name === 'c' && cell) {
        const inline = collector.end();
        const read = closed(cell, inline.text, inline.isStruck, workbook);
        if (read) cells.push(read);
      } else if (cell) collector.close(name);
    },
    text(part) {
      if (inValue && cell) cell.value += part;
      else collector.text(part);
    },
  });
  return { cells, hiddenRows, hiddenColumns, merges, isFiltered };
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  isFormula: boolean;
  value: string;
}

function openCell(attributes: string, row: number, nextColumn: number): OpenCell {
  const name = attribute(attributes, 'r');
  const at = name === undefined ? { row, column: nextColumn } : position(name);
  if (at.column > MOST_COLUMNS) throw new ZipError('far-cell');
  const type = attribute(attributes, 't') ?? 'n';
  return { ...at, type, style: whole(attribute(attributes, 's') ?? '0'), isFormula: false, value: '' };
}

/** Row and column, both from 1, of a cell's name such as `B14`. Throws a `ZipError`. */
export function position(name: string): { readonly row: number; readonly column: number } {
  const parts = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/.exec(name);
  if (parts === null) throw new ZipError('damaged');
  const column = [...(parts[1] as string)].reduce(
    (value, letter) => value * 26 + 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(letter) + 1,
    0,
  );
  const row = whole(parts[2]);
  if (row < 1 || row > MOST_ROWS) throw new ZipError('damaged');
  return { row, column };
}

/** The cell as it is read; undefined where it is empty. */
function closed(
  cell: OpenCell,
  inline: string,
  isStruck: boolean,
  { texts, formats }: Workbook,
): SheetCell | undefined {
  const { row, column, type, value, style } = cell;
  const as = (kind: SheetCell['kind'], text: string): SheetCell => ({ row, column, kind, text });
  if (cell.isFormula) return as('formula', value);
  if (type === 'inlineStr') return inline === '' ? undefined : as(isStruck ? 'struck' : 'text', inline);
  if (type === 's' && value !== '') {
    const shared = texts[whole(value.trim())];
    if (shared === undefined) throw new ZipError('damaged');
    return shared.text === '' ? undefined : as(shared.isStruck ? 'struck' : 'text', shared.text);
  }
  if (value === '') return undefined;
  if (type === 'str') return as('text', value);
  if (type === 'b') return as('boolean', value === '1' ? 'TRUE' : 'FALSE');
  if (type === 'e') return as('error', value);
  const kind = formats[style] ?? 'plain';
  if (type === 'd' || kind === 'date') return as('date', value);
  const number = typedNumber(value.trim());
  if (number === undefined) return as('long-number', value);
  return kind === 'percent' ? as('percent', `${hundredfold(number)}%`) : as('number', number);
}

function isTrue(written: string | undefined): boolean {
  return written === '1' || written === 'true';
}

function isZero(written: string | undefined): boolean {
  return written !== undefined && /^0*\.?0+$/.test(written);
}

/** At most nine digits as a number that counts. Throws a `ZipError`. */
function whole(written: string | undefined): number {
  if (written === undefined || !/^[0-9]{1,9}$/.test(written)) throw new ZipError('damaged');
  return [...written].reduce((value, digit) => value * 10 + '0123456789'.indexOf(digit), 0);
}
