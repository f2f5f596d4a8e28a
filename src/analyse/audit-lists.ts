/**
 * Counts against lists: what a table says of how many there are, against the rows that it has; and both against a list
 * of the units, where there is one. Names are matched as a reader would: case, blanks and where a mark stands aside.
 */
import { compare, type Exact, equal, exact, toText } from '../model/exact.ts';
import { fold, likeness } from '../model/nearest.ts';
import type { ListedUnit, PublishedRow, PublishedTable, TableFinding, UnitList } from '../model/published.ts';
import { columnOf, type Figure, figureOf } from './audit-cells.ts';
import { groupsOf } from './audit-sums.ts';

/** Sizes of groups, counts, ranks beyond the size, and unit by unit. */
export function checkLists(table: PublishedTable, list: UnitList | undefined): readonly TableFinding[] {
  const isOfUnits = columnOf(table, 'unit') !== undefined && !isSummary(table, list);
  return [
    ...sizesOf(table, list),
    ...table.rows.flatMap((row) => beyondOf(table, row)),
    ...repeatedRows(table),
    ...(list === undefined ? [] : table.rows.flatMap((row) => countOf(table, row, list))),
    ...(list !== undefined && isOfUnits ? unitsOf(table, list) : []),
  ];
}

function many(count: number): Exact {
  return exact(BigInt(count));
}

/** Whether the rows are groups or grades of the list, not units. */
function isSummary({ rows }: PublishedTable, list: UnitList | undefined): boolean {
  return rows.some((row) => !row.isTotal && list !== undefined && kindOf(row, list) !== undefined);
}

/** What a row of a summary counts: a grade or a group of the list. */
function kindOf(row: PublishedRow, { units, hasGroups, hasGrades }: UnitList): 'grade' | 'group' | undefined {
  const is = (text: string): boolean => text !== '' && fold(text) === fold(row.name);
  if (hasGrades && units.some(({ grade }) => is(grade))) return 'grade';
  return hasGroups && units.some(({ group }) => is(group)) ? 'group' : undefined;
}

/** Printed numbers of units: against the list where the row is one of its groups, else against the rows of the group. */
function sizesOf(table: PublishedTable, list: UnitList | undefined): readonly TableFinding[] {
  const known = list?.hasGroups ? list : undefined;
  const ofList = table.rows.flatMap((row): TableFinding[] => {
    const size = figureOf(table, row, 'size');
    if (size === undefined || known === undefined) return [];
    if (!row.isTotal && kindOf(row, known) !== 'group') return [];
    return [listedFinding(row, size, row.isTotal ? known.units : ofGroup(known, row.name), known)];
  });
  // Rows that are groups themselves have no units to be counted.
  if (ofList.length > 0 || columnOf(table, 'unit') === undefined) return ofList;
  return groupsOf(table).flatMap(({ name, rows }) => {
    // A size that is printed on each row of the group is told once.
    const sizes = rows.map((row) => figureOf(table, row, 'size'));
    return rows.flatMap((row, at): TableFinding[] => {
      const size = sizes[at];
      const isFirst = size !== undefined && sizes.findIndex((each) => each && equal(each.value, size.value)) === at;
      return isFirst ? [sizeFinding(table, size, rows, name || row.name)] : [];
    });
  });
}

function sizeFinding(
  table: PublishedTable,
  size: Figure,
  rows: readonly PublishedRow[],
  subject: string,
): TableFinding {
  const order = compare(size.value, many(rows.length));
  const isPartial = order > 0 && mayLeaveOut(table, rows);
  return {
    ...{ check: 'sizes', verdict: order === 0 ? 'confirmed' : isPartial ? 'possible' : 'refuted', subject },
    ...{ place: size.cell.place, printed: size.cell.text, truth: String(rows.length) },
    ...{ kind: isPartial ? 'part-of-list' : 'size', facts: { rows: String(rows.length) } },
  };
}

/** A rank that a group of that size has not. */
function beyondOf(table: PublishedTable, row: PublishedRow): readonly TableFinding[] {
  const [rank, size] = [figureOf(table, row, 'rank'), figureOf(table, row, 'size')];
  if (rank === undefined || size === undefined || row.isTotal || compare(rank.value, size.value) <= 0) return [];
  return [
    {
      ...{ check: 'sizes', verdict: 'refuted', place: rank.cell.place, subject: row.name },
      ...{ printed: rank.cell.text, truth: '', kind: 'beyond', facts: { size: size.cell.text } },
    },
  ];
}

/** A ranked table may show the first or the last of a group alone: the others have the ranks that it leaves out. */
function mayLeaveOut(table: PublishedTable, rows: readonly PublishedRow[]): boolean {
  return rows.every((row) => figureOf(table, row, 'rank') !== undefined);
}

/** Units of the list in a group. */
function ofGroup({ units }: UnitList, name: string): readonly ListedUnit[] {
  return units.filter(({ group }) => fold(group) === fold(name));
}

/** A printed count of a summary against the units of the list that it counts. */
function countOf(table: PublishedTable, row: PublishedRow, list: UnitList): readonly TableFinding[] {
  const count = figureOf(table, row, 'count');
  if (count === undefined) return [];
  const kind = kindOf(row, list);
  if (row.isTotal) return [listedFinding(row, count, list.units, list)];
  if (kind === undefined && !isSummary(table, list)) return [];
  const of = (unit: ListedUnit): boolean => fold(kind === 'group' ? unit.group : unit.grade) === fold(row.name);
  const own = row.group === '' || !list.hasGroups ? list.units : ofGroup(list, row.group);
  return [listedFinding(row, count, own.filter(of), list)];
}

function listedFinding(
  row: PublishedRow,
  figure: Figure,
  units: readonly ListedUnit[],
  { file }: UnitList,
): TableFinding {
  return {
    ...{ check: 'listed', verdict: equal(figure.value, many(units.length)) ? 'confirmed' : 'refuted' },
    ...{ place: figure.cell.place, subject: row.name, printed: figure.cell.text, truth: toText(many(units.length)) },
    ...{ kind: 'listed', facts: { file } },
  };
}

/** A unit that stands twice in its group counts twice in everything made of the table. */
function repeatedRows(table: PublishedTable): readonly TableFinding[] {
  if (columnOf(table, 'unit') === undefined) return [];
  return groupsOf(table).flatMap(({ rows }) => {
    const firsts = new Map<string, PublishedRow>();
    return rows.flatMap((row): TableFinding[] => {
      const key = likeness(row.name);
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, row);
      if (first === undefined || key === '') return [];
      const facts = { line: String(placeOf(table, first).line) };
      return [
        {
          ...{ check: 'units', verdict: 'refuted', place: placeOf(table, row), subject: row.name },
          ...{ printed: row.name, truth: '', kind: 'repeated', facts },
        },
      ];
    });
  });
}

function placeOf(table: PublishedTable, row: PublishedRow): TableFinding['place'] {
  const column = columnOf(table, 'unit');
  const cell = row.cells[column === undefined ? 0 : table.columns.indexOf(column)];
  return (cell as PublishedRow['cells'][number]).place;
}

/** Each row is a unit of the list, and each unit of the list is a row; by id or by name, in its group if both have one. */
function unitsOf(table: PublishedTable, list: UnitList): readonly TableFinding[] {
  const rows = table.rows.filter(({ isTotal, name }) => !isTotal && name !== '');
  const byGroup = list.hasGroups && columnOf(table, 'group') !== undefined;
  const inGroup = (group: string, text: string): string => `${byGroup ? fold(group) : ''}\n${likeness(text)}`;
  const shown = new Set(rows.map(({ group, name }) => inGroup(group, name)));
  const listed = new Set(
    list.units.flatMap(({ group, name, id }) => [name, id].flatMap((text) => (text ? [inGroup(group, text)] : []))),
  );
  const base = { check: 'units' as const, truth: '' };
  const facts = { file: list.file, table: table.file };
  return [
    ...rows.map((row): TableFinding => {
      const isListed = listed.has(inGroup(row.group, row.name));
      return {
        ...{ ...base, verdict: isListed ? 'confirmed' : 'refuted', place: placeOf(table, row), subject: row.name },
        ...{ printed: row.name, kind: 'unlisted', facts },
      };
    }),
    ...list.units
      .filter(({ group, name, id }) => ![name, id].some((text) => text !== '' && shown.has(inGroup(group, text))))
      .map(
        (unit): TableFinding => ({
          ...{ ...base, verdict: 'refuted', place: unit.place, subject: unit.name },
          ...{ printed: unit.name, kind: 'absent', facts },
        }),
      ),
  ];
}
