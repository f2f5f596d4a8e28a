/** A row of a units file cell by cell: what its cells say, and what is wrong with each alone. */
import { lineBreakInCell } from '../faults/csv.ts';
import { totalRow } from '../faults/entries.ts';
import { badUnitId, badUnranked, blankCell, garbledName, hiddenInName, unknownGroup } from '../faults/project.ts';
import { aboveLimit } from '../faults/text.ts';
import { type Diagnostic, raise } from '../model/diagnostic.ts';
import { unguarded } from '../model/formula-start.ts';
import { garblingOf } from '../model/garbled.ts';
import type { Limits } from '../model/limits.ts';
import { nearest } from '../model/nearest.ts';
import type { Place } from '../model/place.ts';
import { hasHidden, visible } from '../model/visible.ts';
import { type Column, placeOf, type UnitFile, type UnitTexts } from './listed-unit.ts';
import { isTotal } from './sheets.ts';

const UNIT_ID = /^[a-z0-9_][a-z0-9_-]*$/;

const YES = ['yes', 'x', 'có'];
const NO = ['', 'no', 'không'];

/** The columns that the header names. */
export interface Columns extends UnitFile {
  readonly unranked: Column;
  readonly successorOf: Column;
}

/** A row and what its cells are held against. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  readonly columns: Columns;
  readonly groups: readonly string[];
  readonly limits: Limits;
}

/** The text of a cell; empty where the file has no such column. */
export function cellOf({ cells }: Row, { at }: Column): string {
  return at < 0 ? '' : (cells[at] as string);
}

/** The name without the `'` by which our own tables keep it from being a formula. */
function nameOf(row: Row): string {
  return unguarded(cellOf(row, row.columns.name).trim());
}

/** What a row says of its unit, sound or not. */
export function textsOf(row: Row): UnitTexts {
  const { columns } = row;
  const unranked = cellOf(row, columns.unranked);
  const successorOf = successorsOf(row);
  return {
    id: cellOf(row, columns.id),
    name: nameOf(row),
    ranked: unranked === '' || NO.includes(unranked.trim().toLowerCase()),
    note: cellOf(row, columns.note).trim(),
    ...(successorOf.length === 0 ? {} : { successorOf }),
  };
}

/** Units of an earlier year, which no file of this project declares. */
function successorsOf(row: Row): readonly string[] {
  const text = cellOf(row, row.columns.successorOf);
  return text
    .split(';')
    .map((other) => other.trim())
    .filter((other) => other !== '');
}

/** The faults of each cell alone; false for a row of totals, which is nobody's and repeats nobody. */
export function blameCells(row: Row, found: Diagnostic[]): boolean {
  const { columns, line, limits, groups } = row;
  const { file } = columns;
  const name = nameOf(row);
  const label = name === '' ? columns.id : columns.name;
  if (isTotal(cellOf(row, label).trim())) {
    // No unit at all, so that nothing is said of what it lacks.
    found.push(raise(totalRow, placeOf(label, file, line), { shown: visible(cellOf(row, label)) }));
    return false;
  }
  nameFaults(name, columns.name, row, found, limits);
  for (const column of [columns.id, columns.name, columns.group]) {
    const cell = cellOf(row, column);
    if (cell === '' || cell.trim() === '') {
      found.push(raise(blankCell, placeOf(column, file, line), { name: column.name }));
    }
  }
  const id = cellOf(row, columns.id);
  if (id.length > limits.name) tooLong(id, placeOf(columns.id, file, line), limits, found);
  if (id.trim() !== '' && !UNIT_ID.test(id)) {
    found.push(raise(badUnitId, placeOf(columns.id, file, line), { shown: visible(id) }));
  }
  const group = cellOf(row, columns.group);
  if (group !== '' && groups.length > 0 && !groups.includes(group)) {
    const guess = nearest(group, groups);
    const facts = { shown: visible(group), ...(guess ? { nearest: guess } : {}) };
    found.push(raise(unknownGroup, placeOf(columns.group, file, line), facts));
  }
  const unranked = cellOf(row, columns.unranked).trim().toLowerCase();
  if (!YES.includes(unranked) && !NO.includes(unranked)) {
    const shown = visible(cellOf(row, columns.unranked));
    found.push(raise(badUnranked, placeOf(columns.unranked, file, line), { shown }));
  }
  const strange = successorsOf(row).find((other) => !UNIT_ID.test(other));
  if (strange !== undefined) {
    found.push(raise(badUnitId, placeOf(columns.successorOf, file, line), { shown: visible(strange) }));
  }
  return true;
}

/** What keeps a name from being printed as an official one. */
function nameFaults(name: string, column: Column, { columns, line }: Row, found: Diagnostic[], limits: Limits): void {
  const garbled = garblingOf(name);
  const isHidden = hasHidden(name);
  if (!garbled && !isHidden && name.length <= limits.name) return;
  const place = placeOf(column, columns.file, line);
  const shown = visible(name);
  if (name.includes('\n')) found.push(raise(lineBreakInCell, place, { name: 'name' }));
  else if (isHidden) found.push(raise(hiddenInName, place, { shown }));
  else if (garbled) found.push(raise(garbledName, place, { shown, garbled }));
  if (name.length > limits.name) tooLong(name, place, limits, found);
}

function tooLong({ length }: string, place: Place, limits: Limits, found: Diagnostic[]): void {
  found.push(raise(aboveLimit, place, { what: 'name', found: String(length), limit: String(limits.name) }));
}
