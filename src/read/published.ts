/** A published table (CSV) -> its cells with their roles: by recognised headers, or as told. */
import { badFigure, nothingToAudit } from '../faults/published.ts';
import { type Diagnostic, type Reading, raise } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import type { Exact } from '../model/exact.ts';
import { unguarded } from '../model/formula-start.ts';
import { fold } from '../model/nearest.ts';
import { type PublishedColumn, type PublishedRow, type PublishedTable, ROLES, type Role } from '../model/published.ts';
import { visible } from '../model/visible.ts';
import { readCsv } from './csv.ts';
import { readPrinted } from './published-number.ts';
import { refuseRole, type ToldRole } from './published-roles.ts';
import { remarksOf } from './remarks.ts';
import { isTotal } from './sheets.ts';

/** Headers without case, marks and underscores. */
const HEADERS: Readonly<Partial<Record<Role, readonly string[]>>> = {
  unit: ['name', 'ten', 'ten don vi', 'don vi', 'tinh', 'bo', 'vung', 'unit name'],
  group: ['group', 'khoi', 'nhom'],
  number: ['no', 'tt', 'stt', 'stt printed'],
  rank: ['rank', 'hang', 'xep hang', 'vi thu', 'thu hang'],
  grade: ['grade', 'grade name', 'xep loai'],
  total: ['total', 'score', 'points', 'tong', 'tong diem', 'tong so', 'diem'],
  max: ['max', 'diem toi da'],
  index: ['index', 'index (%)', 'chi so', 'chi so (%)'],
  bonus: ['bonus', 'diem thuong'],
  penalty: ['penalty', 'diem tru'],
  count: ['count', 'so luong'],
  share: ['share', 'ty le', 'ty le (%)', 'ty le phan tram'],
  size: ['units', 'group size', 'so don vi', 'so don vi khoi', 'so don vi trong khoi'],
  from: ['previous', 'nam truoc'],
  to: ['current', 'nam nay'],
  delta: ['delta', 'change', 'tang giam', 'so voi nam truoc'],
};

const WORDS: readonly Role[] = ['unit', 'group', 'grade'];

/** A row for all groups together is one of totals too. */
const ALL: readonly string[] = ['tat ca', 'toan tinh', 'all'];

const SINGLE: readonly Role[] = ROLES.filter((role) => role !== 'part' && role !== 'component');

/** Combinations of which one lets something be checked. */
const ENOUGH: readonly (readonly Role[])[] = [
  ...([['part', 'total'], ['total', 'max', 'index'], ['count'], ['share'], ['size'], ['number'], ['rank']] as const),
  ...([
    ['grade', 'index'],
    ['grade', 'total'],
    ['from', 'to', 'delta'],
  ] as const),
];

/**
 * The table of a text. The roles told are taken over the recognised ones; their faults come with those of the table.
 * Lines before the header that begin with `#` are its remarks. With a list of units a column of names is enough.
 * Errors: bad-mapping, bad-figure, nothing-to-audit, those of csv.
 */
export function readPublished(
  source: string,
  dialect: Dialect,
  file: string,
  { value: told = [], diagnostics: roleFaults }: Reading<readonly ToldRole[]> = { diagnostics: [] },
  hasList = false,
): Reading<PublishedTable> {
  const { text, remarks } = remarksOf(source);
  const diagnostics: Diagnostic[] = [...roleFaults];
  const read: PublishedRow[] = [];
  let columns: readonly Omit<PublishedColumn, 'decimals'>[] = [];
  let headers: readonly string[] = [];
  const decimals = new Map<number, number>();
  const { diagnostics: csvFaults } = readCsv(text, dialect, file, {
    header: (cells, line) => {
      headers = cells;
      const roles = assign(told, cells, diagnostics);
      columns = columnsOf(cells, roles);
      const has = (role: Role): boolean => columns.some((column) => column.role === role);
      const isEnough = ENOUGH.some((needed) => needed.every(has)) || (hasList && has('unit'));
      if (diagnostics.length === 0 && !isEnough) {
        const facts = { known: cells.map((cell) => visible(cell)).join(', ') };
        diagnostics.push(raise(nothingToAudit, { file, line, column: 0 }, facts));
      }
      return diagnostics.length === 0;
    },
    row: (cells, line) => {
      const found: Diagnostic[] = [];
      const own = columns.map(({ role, at, header }) => {
        const place = { file, line, column: at + 1, name: header };
        const shown = (cells[at] ?? '').trim();
        if (WORDS.includes(role) || /^[-–—]?$/.test(shown)) return { text: unguarded(shown), place };
        const figure = figureOf(shown, dialect);
        if (figure === undefined) {
          found.push(raise(badFigure, place, { shown: visible(shown), what: 'decimal' }));
          return { text: shown, place };
        }
        decimals.set(at, Math.max(decimals.get(at) ?? 0, figure.decimals));
        return { text: shown, value: figure.value, place };
      });
      diagnostics.push(...found);
      if (found.length > 0) return 'refused';
      const word = (role: Role): string => own[columns.findIndex((column) => column.role === role)]?.text ?? '';
      // Without units or grades the rows are groups.
      const isOfGroups = !columns.some(({ role }) => role === 'unit' || role === 'grade');
      const name = isOfGroups ? word('group') : word('unit') || word('grade');
      const group = isOfGroups ? '' : word('group');
      read.push({ name, group, isTotal: isTotal(name) || ALL.includes(fold(name)), cells: own });
      return 'used';
    },
  });
  diagnostics.push(...csvFaults);
  if (diagnostics.length > 0) return { diagnostics };
  const taken = new Set(columns.map(({ at }) => at));
  return {
    value: {
      file,
      remarks,
      columns: columns.map((column) => ({ ...column, decimals: decimals.get(column.at) ?? 0 })),
      ignored: headers.filter((_, at) => !taken.has(at)),
      rows: read,
    },
    diagnostics,
  };
}

/** A figure with its sign; a per cent sign is the column's unit, not a division by 100. */
function figureOf(shown: string, { mark }: Dialect): { value: Exact; decimals: number } | undefined {
  const parts = /^([+\-−–]?)(.*?)\s*%?$/.exec(shown);
  const printed = readPrinted(parts?.[2] ?? '', mark);
  if (printed === undefined) return undefined;
  const { value, decimals } = printed;
  return { value: parts?.[1] === '' || parts?.[1] === '+' ? value : { n: -value.n, d: value.d }, decimals };
}

/** One column a role, the first that has it; any number of parts and components. */
function columnsOf(cells: readonly string[], told: ReadonlyMap<string, Role>): Omit<PublishedColumn, 'decimals'>[] {
  const columns: Omit<PublishedColumn, 'decimals'>[] = [];
  const add = (role: Role | undefined, at: number, key = ''): void => {
    const isTaken = columns.some(
      (column) => column.at === at || (SINGLE.includes(role as Role) && column.role === role),
    );
    if (role !== undefined && !isTaken) columns.push({ role, header: cells[at] ?? '', key, at });
  };
  for (const [at, cell] of cells.entries()) add(told.get(cell), at, keyOf(cell));
  for (const [at, cell] of cells.entries()) add(recognised(cell), at, keyOf(cell));
  // An id column stands in where there are no names.
  for (const [at, cell] of cells.entries()) if (fold(cell) === 'unit') add('unit', at);
  return columns.toSorted((a, b) => a.at - b.at);
}

function keyOf(header: string): string {
  return header.slice(header.indexOf(':') + 1).trim();
}

function recognised(header: string): Role | undefined {
  const folded = fold(header).replaceAll('_', ' ');
  if (/^(?:part|domain):/.test(folded)) return 'part';
  if (/^(?:component|index):/.test(folded)) return 'component';
  return ROLES.find((role) => HEADERS[role]?.includes(folded));
}

/** Roles by header; a header that the table does not have is a fault where it was told. */
function assign(
  told: readonly ToldRole[],
  cells: readonly string[],
  diagnostics: Diagnostic[],
): ReadonlyMap<string, Role> {
  for (const { header, place } of told) {
    if (!cells.includes(header)) diagnostics.push(refuseRole(place, header, 'column', cells));
  }
  return new Map(told.map(({ header, role }) => [header, role]));
}
