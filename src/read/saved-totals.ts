/** A table of totals (unit, name, index, rank, grade) -> a side of a comparison, or one a year where it has a year column. */
import { blankCell, repeatedUnit } from '../faults/project.ts';
import { badFigure, noIndex } from '../faults/published.ts';
import type { Snapshot, SnapshotGroup, SnapshotUnit } from '../model/comparison.ts';
import { collect, type Diagnostic, type Reading, raise, see } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import { divide, type Exact, HUNDRED, multiply, sign, ZERO } from '../model/exact.ts';
import { unguarded } from '../model/formula-start.ts';
import { likeness } from '../model/nearest.ts';
import type { Place } from '../model/place.ts';
import { visible } from '../model/visible.ts';
import { readCsv } from './csv.ts';
import { readHeader, spellings } from './header.ts';
import { readPrinted } from './published-number.ts';
import { remarksOf } from './remarks.ts';

const COLUMNS = spellings(
  new Map(
    Object.entries({
      unit: ['mã', 'mã đơn vị', 'id'],
      name: ['tên', 'tên đơn vị', 'đơn vị'],
      index: ['chỉ số', 'chỉ số (%)'],
      points: ['điểm', 'tổng điểm'],
      max: ['điểm tối đa'],
      rank: ['hạng', 'xếp hạng', 'vị thứ'],
      grade: ['xếp loại'],
      group: ['nhóm', 'khối'],
      year: ['năm'],
      successor_of: ['kế thừa'],
      note: ['ghi chú'],
    }),
  ),
);

/** An index that was not printed but made from points and maximum is shown with so many decimals. */
const DECIMALS = 2;

interface Row {
  readonly year: string;
  readonly group: string;
  readonly decimals: number;
  readonly unit: SnapshotUnit;
}

/**
 * The snapshots of a table, by year rising; without a year column one, called by the file's name. Lines before the
 * header that begin with `#` are its remarks. A unit stands once a year, and no two of a group have one name: else
 * nobody could say which of them is meant. Errors: no-index, bad-figure, blank-cell, repeated-unit, those of csv and
 * header.
 */
export function readTotals(source: string, dialect: Dialect, file: string): Reading<readonly Snapshot[]> {
  const { text, remarks } = remarksOf(source);
  const rows: Row[] = [];
  const diagnostics: Diagnostic[] = [];
  const proveSingle = createSingles();
  let at: ReadonlyMap<string, number> = new Map();
  const { diagnostics: csvFaults } = readCsv(text, dialect, file, {
    header: (cells, line) => {
      const header = readHeader(cells, COLUMNS, ['unit'], { file, line });
      at = header.at;
      diagnostics.push(...header.diagnostics);
      const hasIndex = at.has('index') || (at.has('points') && at.has('max'));
      if (header.diagnostics.length === 0 && !hasIndex) diagnostics.push(raise(noIndex, { file, line, column: 0 }, {}));
      return diagnostics.length === 0;
    },
    row: (cells, line) => {
      const found: Diagnostic[] = [];
      const cell = (name: string): string => (cells[at.get(name) ?? -1] ?? '').trim();
      const placeOf = (name: string): Place => ({ file, line, column: (at.get(name) ?? -1) + 1, name });
      const refuse = (name: string, what: 'decimal' | 'rank' | 'year' | 'max'): undefined => {
        found.push(raise(badFigure, placeOf(name), { shown: visible(cell(name)), what }));
        return undefined;
      };
      const row = rowOf(cell, dialect, refuse);
      for (const name of ['unit', 'year']) {
        if (at.has(name) && cell(name) === '') found.push(raise(blankCell, placeOf(name), { name }));
      }
      found.push(...proveSingle(row, placeOf('unit'), placeOf(at.has('name') ? 'name' : 'unit')));
      diagnostics.push(...found);
      if (found.length > 0) return 'refused';
      rows.push(row);
      return 'used';
    },
  });
  collect(diagnostics, csvFaults);
  if (diagnostics.length > 0) return { diagnostics };
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  const value = years.map((year) => snapshotOf(year, rows, remarks, file));
  return { value, diagnostics };
}

/** Proves of each row that its unit has not stood in the same year before, nor its name in the same group of it. */
function createSingles(): (row: Row, ofId: Place, ofName: Place) => readonly Diagnostic[] {
  const firsts = new Map<string, Place>();
  const prove = (what: 'id' | 'name', shown: string, key: string, place: Place): readonly Diagnostic[] => {
    const first = firsts.get(`${what}\n${key}`);
    if (first === undefined) firsts.set(`${what}\n${key}`, place);
    if (first === undefined || shown === '') return [];
    const facts = { what, shown: visible(shown), line: String(first.line) };
    return [raise(repeatedUnit, place, facts, { related: see('first', first) })];
  };
  return ({ year, group, unit }, ofId, ofName) => {
    const repeated = prove('id', unit.id, `${year}\n${unit.id}`, ofId);
    // The same unit twice is told once.
    if (repeated.length > 0) return repeated;
    return prove('name', unit.name, `${year}\n${group}\n${likeness(unit.name)}`, ofName);
  };
}

type Refuse = (name: string, what: 'decimal' | 'rank' | 'year' | 'max') => undefined;

function rowOf(cell: (name: string) => string, dialect: Dialect, refuse: Refuse): Row {
  const figure = (name: string): { readonly value: Exact; readonly decimals: number } | undefined => {
    if (cell(name) === '') return undefined;
    const printed = readPrinted(cell(name).replace(/\s*%$/, ''), dialect.mark);
    return printed ?? refuse(name, 'decimal');
  };
  const rank = cell('rank');
  if (rank !== '' && !/^[1-9][0-9]{0,8}$/.test(rank)) refuse('rank', 'rank');
  if (cell('year') !== '' && !/^[0-9]{4}$/.test(cell('year'))) refuse('year', 'year');
  const [index, points, max] = [figure('index'), figure('points'), figure('max')];
  if (max !== undefined && sign(max.value) <= 0) refuse('max', 'max');
  const made = points && max && sign(max.value) > 0 ? multiply(divide(points.value, max.value), HUNDRED) : undefined;
  const shown = index?.value ?? made;
  return {
    year: cell('year'),
    group: unguarded(cell('group')),
    decimals: index?.decimals ?? DECIMALS,
    unit: {
      id: cell('unit'),
      name: unguarded(cell('name')) || cell('unit'),
      ranked: rank !== '',
      ...(rank === '' ? {} : { rank: wholeOf(rank) }),
      ...(shown === undefined ? {} : { index: shown }),
      ...(cell('grade') === '' ? {} : { grade: unguarded(cell('grade')) }),
      domains: [],
      adjusted: ZERO,
      successorOf: cell('successor_of')
        .split(';')
        .map((id) => id.trim())
        .filter((id) => id !== ''),
    },
  };
}

/** Digits as a whole number; at most nine of them, which a double holds. */
function wholeOf(digits: string): number {
  return [...digits].reduce((value, digit) => value * 10 + '0123456789'.indexOf(digit), 0);
}

function snapshotOf(year: string, rows: readonly Row[], remarks: readonly string[], file: string): Snapshot {
  const own = rows.filter((row) => row.year === year);
  const ids = [...new Set(own.map(({ group }) => group))];
  return {
    label: year === '' ? labelOf(file) : year,
    ...(year === '' ? {} : { year: wholeOf(year) }),
    file,
    remarks,
    groups: ids.map((id): SnapshotGroup => {
      const members = own.filter(({ group }) => group === id);
      return {
        id: id === '' ? 'all' : id,
        name: id,
        decimals: Math.max(...members.map(({ decimals }) => decimals)),
        ties: 'competition',
        units: members.map(({ unit }) => unit),
      };
    }),
  };
}

/** `results/2018.csv` is called 2018. */
function labelOf(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.[a-z]+$/i, '');
}
