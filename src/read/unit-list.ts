/** A list of units (CSV: id or name, group, grade) that a published table is held against. */

import { missingColumn } from '../faults/csv.ts';
import { blankCell, repeatedUnit } from '../faults/project.ts';
import { collect, type Diagnostic, type Reading, raise, see } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import { unguarded } from '../model/formula-start.ts';
import { fold, likeness } from '../model/nearest.ts';
import type { ListedUnit, UnitList } from '../model/published.ts';
import { visible } from '../model/visible.ts';
import { readCsv } from './csv.ts';
import { remarksOf } from './remarks.ts';

/** Headers without case, marks and underscores; other columns are let through. */
const HEADERS = {
  id: ['id', 'unit', 'ma', 'ma don vi'],
  name: ['name', 'ten', 'ten don vi', 'don vi', 'unit name'],
  group: ['group', 'khoi', 'nhom'],
  grade: ['grade', 'grade name', 'xep loai'],
} as const;

type Name = keyof typeof HEADERS;

/** Each unit once. Errors: missing-column, blank-cell, repeated-unit, those of csv. */
export function readUnitList(source: string, dialect: Dialect, file: string): Reading<UnitList> {
  const { text } = remarksOf(source);
  const units: ListedUnit[] = [];
  const diagnostics: Diagnostic[] = [];
  const firsts = new Map<string, ListedUnit>();
  let at: Readonly<Record<Name, number>> = { id: -1, name: -1, group: -1, grade: -1 };
  const { diagnostics: csvFaults } = readCsv(text, dialect, file, {
    header: (cells, line) => {
      const find = (name: Name): number => {
        const known: readonly string[] = HEADERS[name];
        return cells.findIndex((cell) => known.includes(fold(cell).replaceAll('_', ' ')));
      };
      at = { id: find('id'), name: find('name'), group: find('group'), grade: find('grade') };
      if (at.id !== -1 || at.name !== -1) return true;
      const facts = { column: 'name', known: 'id, name, group, grade' };
      diagnostics.push(raise(missingColumn, { file, line, column: 0 }, facts));
      return false;
    },
    row: (cells, line) => {
      const cell = (name: Name): string => unguarded((cells[at[name]] ?? '').trim());
      const key = at.name === -1 ? 'id' : 'name';
      const place = { file, line, column: at[key] + 1, name: key };
      const name = cell(key);
      const unit = { id: cell('id'), name, group: cell('group'), grade: cell('grade'), place };
      const first = firsts.get(`${unit.group}\n${likeness(name)}`);
      if (name === '') diagnostics.push(raise(blankCell, place, { name: key }));
      else if (first !== undefined) {
        const facts = { what: key, shown: visible(name), line: String(first.place.line) } as const;
        diagnostics.push(raise(repeatedUnit, place, facts, { related: see('first', first.place) }));
      } else {
        firsts.set(`${unit.group}\n${likeness(name)}`, unit);
        units.push(unit);
        return 'used';
      }
      return 'refused';
    },
  });
  collect(diagnostics, csvFaults);
  if (diagnostics.length > 0) return { diagnostics };
  return { value: { file, units, hasGroups: at.group !== -1, hasGrades: at.grade !== -1 }, diagnostics };
}
