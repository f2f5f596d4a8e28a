/** Two units whose every value is the same, where chance cannot have made them so: one file is probably the other's. */
import { type FileCount, type LeafColumns, placeOfRow, type Sheet } from '../model/assessment.ts';
import { type Column, denominatorAt, exactAt, FILLED, isFilled, isTouched, stateOf, WIDE } from '../model/column.ts';
import { type Fault, raise } from '../model/diagnostic.ts';
import { type Exact, equal } from '../model/exact.ts';
import { type Place, wholeFile } from '../model/place.ts';
import { lineAt } from '../model/places.ts';
import type { Leaf } from '../model/rubric.ts';
import { defineCheck } from './check.ts';
import { unitNamed } from './lost-rows.ts';

const fault: Fault<{ unit: string; other: string; cells: string; telling: string }> = {
  code: 'copied-entries',
  severity: 'warning',
  title: {
    en: 'No two units have the same value in every cell, five or more of them broken numbers.',
    vi: 'Không có hai đơn vị trùng nhau ở mọi ô số liệu, trong đó từ năm ô là số lẻ.',
  },
  message: {
    en: ({ unit, other, cells, telling }) =>
      `${unit} has the same value as ${other} in each of its ${cells} cells, ${telling} of them broken numbers.`,
    vi: ({ unit, other, cells, telling }) =>
      `${unit} trùng số liệu với ${other} ở cả ${cells} ô, trong đó ${telling} ô là số lẻ.`,
  },
  hint: {
    en: () => 'look whether one of the two files was copied from the other and never filled in.',
    vi: () => 'xem có phải một trong hai tệp được chép từ tệp kia mà chưa nhập số liệu.',
  },
};

/** So many values that are no whole numbers (41/46, 96.4 %) are not met by chance. */
const FEWEST = 5;

/** Rules whose values are names of the rubric, with points that many units share. */
const NAMED: ReadonlySet<string> = new Set(['levels', 'checklist', 'best-of']);

export const copiedEntries = defineCheck({
  fault,
  *run({ assessment }) {
    const { files } = assessment;
    for (const sheet of assessment.sheets) {
      for (const [row, first] of twins(sheet)) {
        const { cells, telling } = weigh(sheet, row);
        if (telling < FEWEST) continue;
        const [unit, other] = [sheet.units.at(row)?.id as string, sheet.units.at(first)?.id as string];
        const related = [
          {
            place: placeOf(sheet, first, files),
            message: { en: `the entries of ${other}`, vi: `số liệu của ${other}` },
          },
        ];
        const facts = { unit, other, cells: `${cells}`, telling: `${telling}` };
        yield raise(fault, placeOf(sheet, row, files), facts, { unit, related });
      }
    }
  },
});

/** Columns after which it is looked which rows are still alike; mostly none is after the first few. */
const AT_A_TIME = 3;

/** Rows with the first row that is the same: by a number made of their cells, then cell by cell. */
function twins(sheet: Sheet): readonly (readonly [number, number])[] {
  const columns = sheet.leaves.flatMap(({ values }) => values).filter(isTouched);
  if (columns.length === 0) return [];
  const hashes = new Int32Array(sheet.units.length);
  let rows = firstAlike(columns.slice(0, AT_A_TIME), hashes);
  for (let at = AT_A_TIME; at < columns.length && rows.length > 0; at += AT_A_TIME) {
    for (const column of columns.slice(at, at + AT_A_TIME)) mix(hashes, column, rows);
    rows = alike(hashes, rows);
  }
  const firsts = new Map<number, number[]>();
  const found: (readonly [number, number])[] = [];
  for (const row of rows) {
    const hash = hashes[row] as number;
    const others = firsts.get(hash);
    const first = others?.find((other) => isSame(sheet, row, other));
    if (first !== undefined) found.push([row, first]);
    else if (others) others.push(row);
    else firsts.set(hash, [row]);
  }
  return found;
}

/** Of all rows those that are alike in the first columns, with their hashes. */
function firstAlike(columns: readonly Column[], hashes: Int32Array): readonly number[] {
  const passes = columns[0]?.room.passes;
  const found = passes && columns.every(passes.holds) && passes.alike(columns, hashes, shiftFor(hashes.length));
  if (found) return found;
  const rows = Array.from(hashes, (_, row) => row);
  for (const column of columns) mix(hashes, column, rows);
  return alike(hashes, rows);
}

/**
 * Those of the rows whose number another one of them has, too; and a few whose number only falls into the same of many
 * more places than there are rows, which a look at the cells tells apart.
 */
function alike(hashes: Int32Array, rows: readonly number[]): number[] {
  const shift = shiftFor(rows.length);
  const taken = new Uint8Array(2 ** (32 - shift));
  for (let at = 0; at < rows.length; at++) {
    const place = placeOfHash(hashes[rows[at] as number] as number, shift);
    taken[place] = taken[place] === 0 ? ONE : MORE;
  }
  const left: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (taken[placeOfHash(hashes[row] as number, shift)] === MORE) left.push(row);
  }
  return left;
}

/** Places for each row, at least: one row in twice as many finds another in its place. */
const PLACES = 8;
const ONE = 1;
const MORE = 2;

function shiftFor(rows: number): number {
  return Math.clz32(PLACES * rows);
}

/** The upper bits of a multiple (D. E. Knuth, The Art of Computer Programming 3, section 6.4): all of a number reach them. */
function placeOfHash(hash: number, shift: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> shift;
}

function mix(hashes: Int32Array, column: Column, rows: readonly number[]): void {
  const { n, none, d, shared } = column;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const under = d.length === 0 ? shared : (d[row] as number);
    const top = n[row] as number;
    const cell = top > none ? Math.imul(top | 0, 31) + (under | 0) : 0;
    hashes[row] = Math.imul(hashes[row] as number, 0x01000193) ^ cell;
  }
}

function isSame({ leaves }: Sheet, row: number, other: number): boolean {
  return leaves.every(
    ({ values, overrides }) =>
      values.every((column) => isSameCell(column, row, other)) &&
      isSameNumber(overrides.get(row)?.points, overrides.get(other)?.points),
  );
}

function isSameCell(column: Column, row: number, other: number): boolean {
  const { n } = column;
  const state = stateOf(column, row);
  if (state !== stateOf(column, other)) return false;
  if (state === WIDE) return isSameNumber(exactAt(column, row), exactAt(column, other));
  if (state !== FILLED) return true;
  return n[row] === n[other] && denominatorAt(column, row) === denominatorAt(column, other);
}

function isSameNumber(a: Exact | undefined, b: Exact | undefined): boolean {
  return a === undefined || b === undefined ? a === b : equal(a, b);
}

/** How many cells of a row are filled, and how many of these are broken numbers that no name of the rubric gave. */
function weigh({ rubric, leaves }: Sheet, row: number): { readonly cells: number; readonly telling: number } {
  let cells = 0;
  let telling = 0;
  for (const [at, { values }] of leaves.entries()) {
    const leaf = rubric.leaves[at] as Leaf;
    const filled = values.filter((column) => isFilled(column, row));
    cells += filled.length;
    if (!NAMED.has(leaf.rule.type) && filled.some((column) => isBroken(exactAt(column, row) as Exact, leaf))) telling++;
  }
  return { cells, telling };
}

/** Points given in full are as good as a name. */
function isBroken(value: Exact, { rule, max }: Leaf): boolean {
  return value.n % value.d !== 0n && !(rule.type === 'given' && equal(value, max));
}

/** The file of a unit, or in a file of many its first row. */
function placeOf({ units, leaves }: Sheet, row: number, files: readonly FileCount[]): Place {
  const seen = leaves.filter(({ places }) => lineAt(places, row) > 0);
  const first = seen.reduce(
    (best: LeafColumns | undefined, columns) =>
      best === undefined || lineAt(columns.places, row) < lineAt(best.places, row) ? columns : best,
    undefined,
  ) as LeafColumns;
  const place = placeOfRow(files, first.places, row);
  return unitNamed(place.file) === units.at(row)?.id ? wholeFile(place.file) : place;
}
