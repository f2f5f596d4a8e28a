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
import { garblingOf } from '../model/garbled.ts';
import { LIMITS, type Limits } from '../model/limits.ts';
import { likeness, nearest } from '../model/nearest.ts';
import { type Place, wholeFile } from '../model/place.ts';
import { hasHidden, visible } from '../model/visible.ts';
import { UNIT_COLUMN } from './columns.ts';
import { type CsvSink, readCsv } from './csv.ts';
import type { EntriesFile } from './entries.ts';
import { readHeader, spellings } from './header.ts';
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
 * garbled-name, above-limit, line-break-in-cell, those of csv and header.
 */
export function readUnits(
  text: string,
  dialect: Dialect,
  file: string,
  groups: readonly string[],
  limits: Limits = LIMITS,
): UnitsReading {
  const units: Unit[] = [];
  const diagnostics: Diagnostic[] = [];
  const lineOf = {
    id: new Map<string, number>(),
    name: new Map<string, number>(),
  };
  let at: ReadonlyMap<string, number> = new Map();
  const sink: CsvSink = {
    isColumn: (cell) => COLUMNS.has(cell.toLowerCase()),
    header: (cells, line) => {
      const header = readHeader(cells, COLUMNS, ['id', 'name', 'group'], {
        file,
        line,
      });
      at = header.at;
      diagnostics.push(...header.diagnostics);
      return header.diagnostics.length === 0;
    },
    row: (cells, line) => {
      const cell = (name: string): string => cells[at.get(name) ?? -1] ?? '';
      const place = (name: string) => ({
        file,
        line,
        column: (at.get(name) ?? -1) + 1,
        name,
      });
      const found: Diagnostic[] = [];
      const id = cell('id');
      const name = cell('name').trim();
      found.push(...nameFaults(name, place('name'), limits));
      const group = cell('group');
      for (const column of ['id', 'name', 'group'] as const) {
        if (cell(column).trim() === '') found.push(raise(blankCell, place(column), { name: column }));
      }
      if (id.trim() !== '' && !UNIT_ID.test(id)) found.push(raise(badUnitId, place('id'), { shown: visible(id) }));
      if (group !== '' && groups.length > 0 && !groups.includes(group)) {
        const guess = nearest(group, groups);
        const facts = {
          shown: visible(group),
          ...(guess ? { nearest: guess } : {}),
        };
        found.push(raise(unknownGroup, place('group'), facts));
      }
      const unranked = cell('unranked').trim().toLowerCase();
      if (!YES.includes(unranked) && !NO.includes(unranked)) {
        found.push(
          raise(badUnranked, place('unranked'), {
            shown: visible(cell('unranked')),
          }),
        );
      }
      // Units of an earlier year, which no file of this project declares.
      const successorOf = cell('successor_of')
        .split(';')
        .map((other) => other.trim())
        .filter((other) => other !== '');
      const strange = successorOf.find((other) => !UNIT_ID.test(other));
      if (strange !== undefined) found.push(raise(badUnitId, place('successor_of'), { shown: visible(strange) }));
      const repeats = (what: 'id' | 'name', key: string): void => {
        const first = lineOf[what].get(key);
        if (first === undefined) lineOf[what].set(key, line);
        else if (key !== '') {
          const facts = { what, shown: visible(cell(what)), line: String(first) };
          const related = see('first', { ...place(what), line: first });
          found.push(raise(repeatedUnit, place(what), facts, { related }));
        }
      };
      repeats('id', id);
      // Two communes of different groups may well have one name; within a group nobody could tell them apart.
      repeats('name', name && `${group}\n${likeness(name)}`);
      diagnostics.push(...found);
      if (hasErrors(found)) return 'refused';
      units.push({
        id,
        name,
        group,
        ranked: NO.includes(unranked),
        note: cell('note').trim(),
        ...(successorOf.length === 0 ? {} : { successorOf }),
        place: place('id'),
        groupPlace: place('group'),
      });
      return 'used';
    },
  };
  const { count, diagnostics: csvFaults } = readCsv(text, dialect, file, sink, limits);
  collect(diagnostics, csvFaults);
  if (units.length === 0 && diagnostics.length === 0) {
    diagnostics.push(raise(noUnits, { file, line: 0, column: 0 }, {}));
  }
  return { units, count, diagnostics };
}

/** What keeps a name from being printed as an official one. */
function nameFaults(name: string, place: Place, limits: Limits): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const shown = visible(name);
  const garbled = garblingOf(name);
  if (name.includes('\n')) found.push(raise(lineBreakInCell, place, { name: 'name' }));
  else if (hasHidden(name)) found.push(raise(hiddenInName, place, { shown }));
  else if (garbled) found.push(raise(garbledName, place, { shown, garbled }));
  if (name.length > limits.name) {
    const facts = { what: 'name', found: String(name.length), limit: String(limits.name) } as const;
    found.push(raise(aboveLimit, place, facts));
  }
  return found;
}

/** The units that entries without a units file speak of: the file's own, or those of its unit column; all in one group. */
export function unitsOfEntries(
  files: Iterable<EntriesFile>,
  dialect: Dialect,
  group: string,
): {
  readonly units: readonly Unit[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const units = new Map<string, Unit>();
  const diagnostics: Diagnostic[] = [];
  const refused: Diagnostic[] = [];
  const add = (id: string, place: Place): void => {
    if (id.trim() === '' || units.has(id)) return;
    if (isTotal(id)) diagnostics.push(raise(totalRow, place, { shown: visible(id) }));
    else units.set(id, { id, name: id, group, ranked: true, note: '', place });
  };
  for (const { text, file, unit } of files) {
    let at = -1;
    const read = readCsv(text, dialect, file, {
      header: (cells) => {
        at = cells.findIndex((cell) => UNIT_COLUMN.includes(cell.toLowerCase()));
        if (at === -1) add(unit ?? '-', wholeFile(file));
        return at !== -1;
      },
      row: (cells, line) => {
        add(cells[at] as string, { file, line, column: at + 1, name: 'unit' });
        return 'used';
      },
    });
    collect(refused, read.diagnostics);
  }
  // Where no row says of whom it speaks, what refused the rows is all there is to say.
  return { units: [...units.values()], diagnostics: units.size === 0 ? [...diagnostics, ...refused] : diagnostics };
}
