/** units.csv -> the units that are scored, in the order of the file. */

import { lineBreakInCell } from '../faults/csv.ts';
import { totalRow } from '../faults/entries.ts';
import {
  badUnitId,
  badUnranked,
  blankCell,
  garbledName,
  hiddenInName,
  noUnits,
  repeatedUnit,
  unknownGroup,
} from '../faults/project.ts';
import { aboveLimit } from '../faults/text.ts';
import type { FileCount, Unit } from '../model/assessment.ts';
import { collect, type Diagnostic, hasErrors, raise, see } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import { type Ledger, lettingGo } from '../model/fault-ledger.ts';
import { unguarded } from '../model/formula-start.ts';
import { garblingOf } from '../model/garbled.ts';
import { hashOf } from '../model/hash.ts';
import { likenessHash } from '../model/likeness-hash.ts';
import { LIMITS, type Limits } from '../model/limits.ts';
import { likeness, nearest } from '../model/nearest.ts';
import type { Place } from '../model/place.ts';
import { hasHidden, visible } from '../model/visible.ts';
import { type CsvSink, readCsv } from './csv.ts';
import { createFirsts, firstBefore } from './firsts.ts';
import { readHeader, spellings } from './header.ts';
import { type Column, ListedUnit, placeOf, type UnitFile } from './listed-unit.ts';
import { type PlainUnit, plainUnits } from './plain-units.ts';
import { isTotal } from './sheets.ts';

const COLUMNS = spellings(
  new Map([
    ['id', ['mã']],
    ['name', ['tên', 'tên đơn vị']],
    ['group', ['nhóm', 'khối']],
    ['unranked', ['không xếp hạng']],
    ['note', ['ghi chú']],
    ['successor_of', ['kế thừa']],
  ]),
);

const UNIT_ID = /^[a-z0-9_][a-z0-9_-]*$/;

const YES = ['yes', 'x', 'có'];
const NO = ['', 'no', 'không'];

export interface UnitsReading {
  readonly units: readonly Unit[];
  readonly count: FileCount;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The units of a text. `groups` are the ids that the project declares, empty if it declares none.
 * Errors: bad-unit-id, repeated-unit, blank-cell, unknown-group, bad-unranked, no-units, hidden-in-name,
 * garbled-name, total-row, above-limit, line-break-in-cell, those of csv and header.
 */
export function readUnits(
  text: string,
  dialect: Dialect,
  file: string,
  groups: readonly string[],
  limits: Limits = LIMITS,
  ledger?: Ledger,
): UnitsReading {
  const units: Unit[] = [];
  const diagnostics: Diagnostic[] = [];
  const startRow = lettingGo(diagnostics, ledger);
  const ids = createFirsts<ListedUnit>(
    ({ id }) => id,
    ({ id }) => hashOf(id),
  );
  // Two communes of different groups may well have one name; within a group nobody could tell them apart.
  const names = createFirsts<ListedUnit>(
    ({ group, name }) => `${likeness(name)}\n${group}`,
    ({ group, name }) => likenessHash(name, hashOf(group)),
  );
  const groupTexts = new Map<string, string>();
  let columns: Columns | undefined;
  let plain: ReturnType<typeof plainUnits> = () => undefined;
  const sink: CsvSink = {
    isColumn: (cell) => COLUMNS.has(cell.toLowerCase()),
    header: (cells, line) => {
      const header = readHeader(cells, COLUMNS, ['id', 'name', 'group'], {
        file,
        line,
      });
      columns = columnsOf(header.at, file);
      plain = plainUnits(text, [...header.at.keys()], dialect.delimiter);
      diagnostics.push(...header.diagnostics);
      return header.diagnostics.length === 0;
    },
    glance: (at, line) => {
      const row = plain(at);
      if (row === undefined || !isFit(row, limits, groups)) return undefined;
      const { id, name, note } = row;
      const texts = { id, name, group: oneText(groupTexts, row.group), ranked: true, note };
      const unit = new ListedUnit(texts, NONE, line, columns as Columns);
      if (firstBefore(ids, unit) || firstBefore(names, unit)) return undefined;
      units.push(unit);
      return row.end;
    },
    row: (cells, line) => {
      const row: Row = { cells, line, columns: columns as Columns, limits, groups };
      const { id, name } = row.columns;
      startRow();
      const before = diagnostics.length;
      if (!blameCells(row, diagnostics)) return 'refused';
      const unit = unitOf(row, groupTexts);
      blameRepeat(row, id, 'id', firstBefore(ids, unit), diagnostics);
      blameRepeat(row, name, 'name', firstBefore(names, unit), diagnostics);
      if (diagnostics.length > before && hasErrors(diagnostics.slice(before))) return 'refused';
      units.push(unit);
      return 'used';
    },
  };
  const { count, diagnostics: csvFaults } = readCsv(text, dialect, file, sink, limits, ledger);
  collect(diagnostics, csvFaults);
  if (units.length === 0 && diagnostics.length === 0) {
    diagnostics.push(raise(noUnits, { file, line: 0, column: 0 }, {}));
  }
  return { units, count, diagnostics };
}

/** The columns that the header names. */
interface Columns extends UnitFile {
  readonly unranked: Column;
  readonly note: Column;
  readonly successorOf: Column;
}

function columnsOf(at: ReadonlyMap<string, number>, file: string): Columns {
  const column = (name: string): Column => ({ name, at: at.get(name) ?? -1 });
  return {
    ...{ file, id: column('id'), name: column('name'), group: column('group'), unranked: column('unranked') },
    ...{ note: column('note'), successorOf: column('successor_of') },
  };
}

/** A row and what its cells are held against. */
interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  readonly columns: Columns;
  readonly groups: readonly string[];
  readonly limits: Limits;
}

function cellOf({ cells }: Row, { at }: Column): string {
  return at < 0 ? '' : (cells[at] as string);
}

/** The name without the `'` by which our own tables keep it from being a formula. */
function nameOf(row: Row): string {
  return unguarded(cellOf(row, row.columns.name).trim());
}

/** One text stands for each group, whatever number of rows names it. */
function oneText(texts: Map<string, string>, text: string): string {
  const known = texts.get(text);
  if (known === undefined) texts.set(text, text);
  return known ?? text;
}

/** The unit of a row, sound or not. */
function unitOf(row: Row, groupTexts: Map<string, string>): ListedUnit {
  const { columns, line } = row;
  const unranked = cellOf(row, columns.unranked);
  const texts = {
    id: cellOf(row, columns.id),
    name: nameOf(row),
    group: oneText(groupTexts, cellOf(row, columns.group)),
    ranked: unranked === '' || NO.includes(unranked.trim().toLowerCase()),
    note: cellOf(row, columns.note).trim(),
  };
  return new ListedUnit(texts, successorsOf(row), line, columns);
}

/** Tells that an id or a name stands there a second time; what was noted at a glance at this row is no other one. */
function blameRepeat(
  row: Row,
  column: Column,
  what: 'id' | 'name',
  first: ListedUnit | undefined,
  found: Diagnostic[],
): void {
  if (first === undefined || first.line === row.line) return;
  const { file } = row.columns;
  const facts = { what, shown: visible(cellOf(row, column)), line: String(first.line) };
  const related = see('first', placeOf(column, file, first.line));
  found.push(raise(repeatedUnit, placeOf(column, file, row.line), facts, { related }));
}

const NONE: readonly string[] = [];

/** Units of an earlier year, which no file of this project declares. */
function successorsOf(row: Row): readonly string[] {
  const text = cellOf(row, row.columns.successorOf);
  if (text === '') return NONE;
  return text
    .split(';')
    .map((other) => other.trim())
    .filter((other) => other !== '');
}

/** Whether nothing else is to be told of a plain row. One that has `id` for an id may be the header once more. */
function isFit({ id, name, group, note }: PlainUnit, limits: Limits, groups: readonly string[]): boolean {
  const most = Math.min(limits.name, limits.cell);
  return (
    id.length <= most &&
    id !== 'id' &&
    name.length <= most &&
    !isTotal(name) &&
    group.length <= limits.cell &&
    (groups.length === 0 || groups.includes(group)) &&
    note.length <= limits.cell
  );
}

/** The faults of each cell alone; false for a row of totals, which is nobody's and repeats nobody. */
function blameCells(row: Row, found: Diagnostic[]): boolean {
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
