/** units.csv -> the units that are scored, in the order of the file. */

import { noUnits, repeatedUnit } from '../faults/project.ts';
import type { FileCount } from '../model/assessment.ts';
import { collect, type Diagnostic, hasErrors, raise, see } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import { type Ledger, lettingGo } from '../model/fault-ledger.ts';
import { LIMITS, type Limits } from '../model/limits.ts';
import type { Units } from '../model/units.ts';
import { visible } from '../model/visible.ts';
import { type CsvSink, readCsv } from './csv.ts';
import { readHeader, spellings } from './header.ts';
import { type Column, placeOf } from './listed-unit.ts';
import { createEngine } from './scan-kernel.ts';
import { createListing, type Listing, list, listedUnits, listPlain } from './unit-listing.ts';
import { blameCells, type Columns, cellOf, type Row } from './unit-row.ts';

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

export interface UnitsReading {
  readonly units: Units;
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
  engine = createEngine(),
): UnitsReading {
  const diagnostics: Diagnostic[] = [];
  const startRow = lettingGo(diagnostics, ledger);
  let listing: Listing | undefined;
  let columns: Columns | undefined;
  const sink: CsvSink = {
    isColumn: (cell) => COLUMNS.has(cell.toLowerCase()),
    header: (cells, line) => {
      const header = readHeader(cells, COLUMNS, ['id', 'name', 'group'], {
        file,
        line,
      });
      columns = columnsOf(header.at, { file, text, delimiter: dialect.delimiter, last: cells.length - 1 });
      listing = createListing(engine, columns, [...header.at.keys()], groups);
      diagnostics.push(...header.diagnostics);
      return header.diagnostics.length === 0;
    },
    glance: (from, line, most) => listing && listPlain(listing, limits, from, line, most),
    row: (cells, line) => {
      const row: Row = { cells, line, columns: columns as Columns, limits, groups };
      const { id, name } = row.columns;
      startRow();
      const before = diagnostics.length;
      if (!blameCells(row, diagnostics)) return 'refused';
      const { at, sameId, sameName } = list(listing as Listing, row);
      if (sameId) diagnostics.push(repeated(row, id, 'id', sameId));
      if (sameName) diagnostics.push(repeated(row, name, 'name', sameName));
      if (diagnostics.length === before || !hasErrors(diagnostics.slice(before))) return 'used';
      (listing as Listing).refused.add(at);
      return 'refused';
    },
  };
  const { count, diagnostics: csvFaults } = readCsv(text, dialect, file, sink, limits, ledger);
  collect(diagnostics, csvFaults);
  const units = listing === undefined ? [] : listedUnits(listing);
  if (units.length === 0 && diagnostics.length === 0) {
    diagnostics.push(raise(noUnits, { file, line: 0, column: 0 }, {}));
  }
  return { units, count, diagnostics };
}

function columnsOf(
  at: ReadonlyMap<string, number>,
  source: Pick<Columns, 'file' | 'text' | 'delimiter' | 'last'>,
): Columns {
  const column = (name: string): Column => ({ name, at: at.get(name) ?? -1 });
  return {
    ...{ ...source, id: column('id'), name: column('name'), group: column('group'), unranked: column('unranked') },
    ...{ note: column('note'), successorOf: column('successor_of') },
  };
}

/** Says that an id or a name stands there a second time, first in line `first`. */
function repeated(row: Row, column: Column, what: 'id' | 'name', first: number): Diagnostic {
  const { file } = row.columns;
  const facts = { what, shown: visible(cellOf(row, column)), line: String(first) };
  const related = see('first', placeOf(column, file, first));
  return raise(repeatedUnit, placeOf(column, file, row.line), facts, { related });
}
