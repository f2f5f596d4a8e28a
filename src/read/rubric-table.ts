/**
 * A rubric written as a table -> the value that rubric.yaml would have, with the cell of anything in it; the schema and
 * all laws after it are those of the YAML file. The cell of a rule holds what stands between its braces there.
 */
import { notANumber } from '../faults/cells.ts';
import { rowWithoutParent, unknownKind } from '../faults/rubric-table.ts';
import { repeatedKey, unknownKey } from '../faults/yaml.ts';
import type { FileCount } from '../model/assessment.ts';
import { collect, type Diagnostic, hasErrors, type Reading, raise, see } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import { parseDecimal } from '../model/exact.ts';
import { LIMITS, type Limits } from '../model/limits.ts';
import { nearest } from '../model/nearest.ts';
import { numeralOf } from '../model/numeral.ts';
import type { Place } from '../model/place.ts';
import {
  NEW_NODE,
  ROW_KINDS,
  type RowKind,
  RUBRIC_COLUMNS,
  type RubricColumn,
  SETTINGS,
} from '../model/rubric-table.ts';
import { visible } from '../model/visible.ts';
import { readCsv } from './csv.ts';
import { readHeader, spellings } from './header.ts';
import { type Path, readYaml, type Yaml } from './yaml.ts';

const bySpelling = (words: Readonly<Record<string, { readonly vi: string }>>): ReadonlyMap<string, string> =>
  spellings(new Map(Object.entries(words).map(([name, { vi }]) => [name, [vi]])));

const COLUMNS = bySpelling(RUBRIC_COLUMNS);
const KINDS = bySpelling(ROW_KINDS);

type Plain = Record<string, unknown>;

/** A map that rows are put into, and where it stands in the rubric. */
interface Open {
  readonly value: Plain;
  readonly path: Path;
}

/** A row as it was read. */
interface Row {
  readonly cell: (name: RubricColumn) => string;
  readonly place: (name: RubricColumn) => Place;
}

export interface RubricTable extends Reading<Yaml> {
  readonly count: FileCount;
}

/** Errors: those of csv and header, unknown-kind, row-without-parent, not-a-number, and those of YAML in a cell. */
export function readRubricTable(text: string, dialect: Dialect, file: string, limits: Limits = LIMITS): RubricTable {
  const build = createBuild(dialect, file, limits);
  let at: ReadonlyMap<string, number> = new Map();
  const { count, diagnostics } = readCsv(
    text,
    dialect,
    file,
    {
      isColumn: (cell) => COLUMNS.has(cell.toLowerCase()),
      header(cells, line) {
        const header = readHeader(cells, COLUMNS, ['kind', 'id'], { file, line });
        at = header.at;
        build.diagnostics.push(...header.diagnostics);
        return !hasErrors(header.diagnostics);
      },
      row(cells, line) {
        const before = build.diagnostics.length;
        build.take({
          cell: (name) => cells[at.get(name) ?? -1] ?? '',
          place: (name) => ({ file, line, column: (at.get(name) ?? -1) + 1, name }),
        });
        return build.diagnostics.length > before ? 'refused' : 'used';
      },
    },
    limits,
  );
  collect(build.diagnostics, diagnostics);
  const found = build.diagnostics;
  return hasErrors(found)
    ? { diagnostics: found, count }
    : { value: located(build.root.value, build.places, file), diagnostics: found, count };
}

function createBuild({ mark }: Dialect, file: string, limits: Limits) {
  const root: Open = { value: Object.create(null), path: [] };
  const places = new Map<string, Place>();
  const diagnostics: Diagnostic[] = [];
  const once = new Map<string, Place>();
  let domain: Open | undefined;
  let criterion: Open | undefined;

  /** Whether it is the first of its name. */
  const isFirst = (key: string, place: Place): boolean => {
    const first = once.get(key);
    if (first === undefined) once.set(key, place);
    else diagnostics.push(raise(repeatedKey, place, { key: visible(key) }, { related: see('first', first) }));
    return first === undefined;
  };

  const put = ({ value, path }: Open, key: string, what: unknown, place: Place): void => {
    value[key] = what;
    places.set(keyOf([...path, key]), place);
  };

  /** The value of a cell in the notation of YAML; undefined after its faults were told. */
  const inYaml = (shape: 'one' | 'list' | 'map', { cell, place }: Row, name: RubricColumn = 'rule'): unknown => {
    const text = cell(name);
    const read = readYaml(shape === 'map' ? `{${text}}` : `[${text}]`, file, limits);
    // 0,25 is read as two things, and what is told of the second helps nobody.
    const [comma] = hasErrors(read.diagnostics) ? (/[0-9]+,[0-9]+/.exec(text) ?? []) : [];
    if (comma !== undefined) {
      const facts = {
        shown: comma,
        leaf: visible(cell('id')),
        mark: '.',
        examples: [comma.replace(',', '.')],
      } as const;
      diagnostics.push(raise(notANumber, place(name), { ...facts, suspicion: 'other-mark' }));
      return undefined;
    }
    for (const found of read.diagnostics) diagnostics.push({ ...found, place: place(name), related: [] });
    const value = read.value?.value;
    return shape === 'one' && Array.isArray(value) && value.length === 1 ? value[0] : value;
  };

  const valueIn = (name: RubricColumn, { cell, place }: Row): unknown => {
    const text = cell(name);
    if (name === 'rule') return inYaml('map', { cell, place });
    if (name === 'from') return text === NEW_NODE ? [] : text.split(';').map((id) => id.trim());
    // Costs by name are a map, as a rule is.
    if (name === 'cost' && text.includes(':')) return inYaml('map', { cell, place }, name);
    if (name !== 'max' && name !== 'cost') return text;
    if (parseDecimal(text, mark)) return numeralOf(text.replace(mark, '.'));
    const isOther = parseDecimal(text, mark === '.' ? ',' : '.') !== undefined;
    const facts = { shown: visible(text), leaf: cell('id'), mark, examples: [`1${mark}5`] };
    diagnostics.push(raise(notANumber, place(name), isOther ? { ...facts, suspicion: 'other-mark' } : facts));
    return undefined;
  };

  const fill = (open: Open, row: Row): void => {
    places.set(keyOf(open.path), row.place('id'));
    for (const name of Object.keys(RUBRIC_COLUMNS) as RubricColumn[]) {
      if (name !== 'kind' && row.cell(name) !== '') put(open, name, valueIn(name, row), row.place(name));
    }
  };

  /** A new member of a list of `parent`, filled from the row. */
  const member = (parent: Open, list: string, row: Row): Open => {
    const members = (parent.value[list] ?? []) as Plain[];
    parent.value[list] = members;
    const open: Open = { value: Object.create(null), path: [...parent.path, list, members.length] };
    members.push(open.value);
    fill(open, row);
    return open;
  };

  const setting = (row: Row): void => {
    const [key, place] = [row.cell('id'), row.place('id')];
    const shape = SETTINGS.get(key);
    const known = [...SETTINGS.keys()];
    const guess = nearest(key, known);
    if (shape === undefined) {
      const facts = { key: visible(key), known: known.join(', '), ...(guess ? { nearest: guess } : {}) };
      diagnostics.push(raise(unknownKey, place, facts));
      return;
    }
    for (const name of Object.keys(RUBRIC_COLUMNS) as RubricColumn[]) {
      if (['kind', 'id', 'rule'].includes(name) || row.cell(name) === '') continue;
      diagnostics.push(raise(unknownKey, row.place(name), { key: name, known: 'id, rule' }));
    }
    if (isFirst(key, place)) put(root, key, inYaml(shape, row), row.place('rule'));
  };

  const orphan = (what: 'criterion' | 'part', { cell, place }: Row): void => {
    diagnostics.push(raise(rowWithoutParent, place('id'), { what, id: visible(cell('id')) }));
  };

  const take = (row: Row): void => {
    const written = row.cell('kind').trim();
    const kind = KINDS.get(written.toLowerCase()) as RowKind | undefined;
    switch (kind) {
      case 'rubric':
        if (isFirst(kind, row.place('kind'))) fill(root, row);
        break;
      case 'setting':
        setting(row);
        break;
      case 'domain':
        domain = member(root, 'domains', row);
        criterion = undefined;
        break;
      case 'criterion':
        if (domain) criterion = member(domain, 'criteria', row);
        else orphan(kind, row);
        break;
      case 'part':
        if (criterion) member(criterion, 'parts', row);
        else orphan(kind, row);
        break;
      case 'bonus':
      case 'penalty':
        put(member(root, 'adjustments', row), 'kind', kind, row.place('kind'));
        break;
      default: {
        const guess = nearest(written, [...KINDS.keys()]);
        const facts = { shown: visible(written), known: Object.keys(ROW_KINDS).join(', ') };
        diagnostics.push(raise(unknownKind, row.place('kind'), guess ? { ...facts, nearest: guess } : facts));
      }
    }
  };
  return { root, places, diagnostics, take };
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

/** The value as the YAML reader would give it: whatever lies inside a cell has the place of the cell. */
function located(value: Plain, places: ReadonlyMap<string, Place>, file: string): Yaml {
  const place = (path: Path): Place => {
    for (let length = path.length; length >= 0; length--) {
      const found = places.get(keyOf(path.slice(0, length)));
      if (found) return found;
    }
    return { file, line: 1, column: 0 };
  };
  const at = (path: Path): unknown =>
    path.reduce<unknown>(
      (inside, step) => (typeof inside === 'object' && inside !== null ? (inside as Plain)[step] : undefined),
      value,
    );
  return { value, at, place, keyPlace: place };
}
