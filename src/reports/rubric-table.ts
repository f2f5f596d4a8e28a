/** What a rubric says, key by key, as a table to be edited: a row a node and a setting (model/rubric-table.ts). */

import type { Cell, Flat } from '../model/document.ts';
import { number, text } from '../model/document.ts';
import type { Untrusted } from '../model/encoded.ts';
import { isNumeral, writtenAs } from '../model/numeral.ts';
import {
  NEW_NODE,
  ROW_KINDS,
  type RowKind,
  RUBRIC_COLUMN_NAMES,
  RUBRIC_COLUMNS,
  type RubricColumn,
  SETTINGS,
} from '../model/rubric-table.ts';
import type { Language } from '../model/words.ts';
import type { BookCell, InputCheck, Role, Workbook } from '../model/workbook.ts';
import { bookText } from './book-cells.ts';
import { inner } from './rubric-flow.ts';

type Plain = Readonly<Record<string, unknown>>;

/** A cell that holds a text of the rubric, and where in the rubric it stands. */
export interface RubricText {
  readonly path: readonly (string | number)[];
  readonly text: Untrusted;
}

interface Row {
  readonly kind: RowKind;
  readonly path: readonly (string | number)[];
  readonly cells: Partial<Record<RubricColumn, Cell>>;
}

export interface RubricTable {
  readonly flat: Flat;
  readonly workbook: Workbook;
  /** Everything that must come back from its cell as it is. */
  readonly texts: readonly RubricText[];
}

/** The table; headers and kinds in the language, all else in the rubric's own words. */
export function rubricTable(written: Plain, lang: Language): RubricTable {
  const rows = rowsOf(written, lang);
  const columns = RUBRIC_COLUMN_NAMES.map((name) => RUBRIC_COLUMNS[name][lang]);
  const cells = rows.map((row) => RUBRIC_COLUMN_NAMES.map((name) => row.cells[name] ?? text('')));
  return {
    flat: { columns, rows: cells },
    workbook: bookOf(columns, rows, cells, String(written['title']), lang),
    texts: rows.flatMap(({ path, cells: own }) =>
      Object.entries(own).flatMap(([name, cell]) =>
        cell.kind === 'text' && name !== 'kind' ? [{ path: [...path, name], text: cell.text }] : [],
      ),
    ),
  };
}

function rowsOf(written: Plain, lang: Language): readonly Row[] {
  const settings = [...SETTINGS.keys()]
    .filter((key) => key in written)
    .map(
      (key): Row => ({
        kind: 'setting',
        path: [key],
        cells: { kind: kindCell('setting', lang), id: text(key), rule: text(inner(written[key])) },
      }),
    );
  const list = (parent: Plain, key: string): readonly Plain[] => (parent[key] ?? []) as readonly Plain[];
  const tree = list(written, 'domains').flatMap((domain, at) => [
    nodeRow('domain', domain, ['domains', at], lang),
    ...list(domain, 'criteria').flatMap((criterion, below) => [
      nodeRow('criterion', criterion, ['domains', at, 'criteria', below], lang),
      ...list(criterion, 'parts').map((part, last) =>
        nodeRow('part', part, ['domains', at, 'criteria', below, 'parts', last], lang),
      ),
    ]),
  ]);
  const beyond = list(written, 'adjustments').map((node, at) =>
    nodeRow(node['kind'] as 'bonus' | 'penalty', node, ['adjustments', at], lang),
  );
  return [nodeRow('rubric', written, [], lang), ...settings, ...tree, ...beyond];
}

/** The cells of a node's own keys; lists of nodes have their own rows, and the kind its own column. */
function nodeRow(kind: RowKind, node: Plain, path: Row['path'], lang: Language): Row {
  const cells: Partial<Record<RubricColumn, Cell>> = { kind: kindCell(kind, lang) };
  for (const name of RUBRIC_COLUMN_NAMES) {
    if (name !== 'kind' && name in node && !(kind === 'rubric' && SETTINGS.has(name))) {
      cells[name] = cellOf(name, node[name]);
    }
  }
  return { kind, path, cells };
}

function kindCell(kind: RowKind, lang: Language): Cell {
  return text(ROW_KINDS[kind][lang]);
}

function cellOf(name: RubricColumn, value: unknown): Cell {
  // A cost is a number, or a map as a rule is.
  const isFigure = name === 'max' || (name === 'cost' && typeof value !== 'object');
  if (isFigure) return number(isNumeral(value) ? writtenAs(value) : String(value));
  if (name === 'rule' || name === 'cost') return text(inner(value));
  if (name === 'from') return text((value as readonly string[]).join(';') || NEW_NODE);
  return text(String(value));
}

const WIDTHS: Readonly<Record<RubricColumn, number>> = {
  ...{ kind: 14, id: 14, title: 46, max: 9, rule: 60 },
  ...{ source: 12, evidence: 12, exempt: 12, from: 12, cost: 16, note: 36 },
};

/** The words that a cell of these columns takes. */
const CHOICES: Partial<Record<RubricColumn, readonly string[]>> = {
  source: ['appraised', 'survey', 'self'],
  evidence: ['required'],
  exempt: ['allowed'],
};

function bookOf(
  columns: readonly string[],
  rows: readonly Row[],
  cells: readonly (readonly Cell[])[],
  title: string,
  lang: Language,
): Workbook {
  const roleOf = (kind: RowKind): Role => (kind === 'domain' || kind === 'rubric' ? 'parent' : 'body');
  const body = cells.map((row, at): readonly BookCell[] => {
    const role = roleOf((rows[at] as Row).kind);
    return row.map((cell) => (cell.kind === 'number' ? { ...cell, role } : bookText(cell.text, role)));
  });
  const choicesOf: Partial<Record<RubricColumn, readonly string[]>> = {
    ...CHOICES,
    kind: Object.values(ROW_KINDS).map((words) => words[lang]),
  };
  const checks = RUBRIC_COLUMN_NAMES.flatMap((name, column): readonly InputCheck[] => {
    const choices = choicesOf[name];
    if (choices === undefined) return [];
    const letter = String.fromCharCode(65 + column);
    const prompt = choices.join(', ');
    // A list written out in the check itself: a sheet of lists would be a second sheet to read.
    const takes = { kind: 'list', of: `"${choices.join(',')}"` } as const;
    return [
      {
        cell: `${letter}2:${letter}${rows.length + 1}`,
        takes,
        title: columns[column] as string,
        prompt,
        refusal: prompt,
      },
    ];
  });
  const head = columns.map((column) => bookText(column, 'head'));
  const widths = RUBRIC_COLUMN_NAMES.map((name) => WIDTHS[name]);
  const name = ROW_KINDS.rubric[lang];
  const sheet = {
    name,
    visible: 'shown',
    widths,
    rows: [head, ...body],
    header: 0,
    frozen: 2,
    filter: true,
    checks,
  } as const;
  return { title, sheets: [sheet] };
}
