/**
 * A value 100 times smaller or greater than its column, as of a fraction written among percentages (0.92 among 92s).
 * Said exactly: let m be the median of the column's values other than 0. A value v is off where 100 v or v ÷ 100 lies
 * from m/2 to 2 m, while at least nine tenths of the column's other values, and four or more, lie from m/2 to 2 m.
 */
import { placeOfRow } from '../model/assessment.ts';
import { type Column, denominatorAt, exactAt, numeratorAt } from '../model/column.ts';
import { type Fault, raise } from '../model/diagnostic.ts';
import { valueColumns } from '../model/entry.ts';
import { compare, divide, type Exact, exact, HUNDRED, multiply } from '../model/exact.ts';
import type { PowerCounts } from '../model/passes.ts';
import type { Place } from '../model/place.ts';
import type { Leaf } from '../model/rubric.ts';
import { defineCheck } from './check.ts';

interface Facts {
  readonly unit: string;
  readonly leaf: string;
  readonly column: string;
  readonly way: 'small' | 'great';
}

const fault: Fault<Facts> = {
  code: 'hundred-times-off',
  severity: 'warning',
  title: {
    en: 'No value is 100 times off its column, as 0.92 is among 92s.',
    vi: 'Không có giá trị lệch 100 lần so với cả cột, như 0,92 giữa các số quanh 92.',
  },
  message: {
    en: ({ unit, leaf, column, way }) =>
      `The value of ${unit} for ${leaf} in "${column}" is about 100 times too ${way} beside those of the other units.`,
    vi: ({ unit, leaf, column, way }) =>
      `Giá trị của ${unit} ở ${leaf}, cột "${column}", ${way === 'small' ? 'nhỏ' : 'lớn'} hơn các đơn vị khác khoảng 100 lần.`,
  },
  hint: {
    en: () =>
      'look whether a percentage was written as a fraction of 1, or the other way; a right value can be accepted.',
    vi: () => 'xem có phải tỷ lệ % bị ghi thành số thập phân, hoặc ngược lại; nếu số liệu đúng thì có thể chấp nhận.',
  },
};

/** Rules whose values are shares or measured numbers: not names, and not counts, which differ with a unit's size. */
const MEASURED: ReadonlySet<string> = new Set(['proportional', 'bands', 'piecewise', 'relative', 'survey', 'given']);

const FEWEST_OTHERS = 4;

export const hundredTimesOff = defineCheck({
  fault,
  *run({ assessment }) {
    const { files } = assessment;
    for (const { rubric, units, leaves } of assessment.sheets) {
      for (const [at, columns] of leaves.entries()) {
        const leaf = rubric.leaves[at] as Leaf;
        if (!MEASURED.has(leaf.rule.type)) continue;
        const names = valueColumns(rubric.stages, leaf.source);
        const place = (row: number): Place => placeOfRow(files, columns.places, row);
        for (const [index, column] of columns.values.entries()) {
          for (const { row, middle, way } of offIn(column)) {
            const unit = units.at(row)?.id as string;
            const related = [{ place: place(middle), message: MIDDLE }];
            const facts = { unit, leaf: leaf.id, column: names[index] as string, way };
            yield raise(fault, place(row), facts, { unit, related });
          }
        }
      }
    }
  },
});

const MIDDLE = { en: 'the middle value of the column', vi: 'giá trị ở giữa của cột' };

interface Off {
  readonly row: number;
  /** The row that holds the median. */
  readonly middle: number;
  readonly way: Facts['way'];
}

/** Rows of a column that are off. Quotients of doubles only choose what gets an exact look, with room to spare. */
function offIn(column: Column): readonly Off[] {
  if (!mayBeOff(column)) return [];
  const rows = positiveRows(column);
  if (rows.length <= FEWEST_OTHERS) return [];
  const sizes = Float64Array.from(rows, (row) => numeratorAt(column, row) / denominatorAt(column, row));
  const sorted = sizes.toSorted();
  const valueAt = (row: number): Exact => exactAt(column, row) as Exact;
  const at = (rows.length - 1) >> 1;
  const size = sorted[at] as number;
  const alike = rows.filter((_, index) => sizes[index] === size);
  const middle = alike.sort((a, b) => compare(valueAt(a), valueAt(b)))[at - sorted.indexOf(size)] as number;
  const median = valueAt(middle);
  const off = new Map<number, Off>();
  for (const [index, row] of rows.entries()) {
    const way = wayOf(sizes[index] as number, size);
    if (way === undefined) continue;
    const moved = way === 'small' ? multiply(valueAt(row), HUNDRED) : divide(valueAt(row), HUNDRED);
    if (isNearExactly(moved, median)) off.set(row, { row, middle, way });
  }
  const others = rows.length - off.size;
  if (off.size === 0 || others < FEWEST_OTHERS) return [];
  let near = 0;
  for (const [index, row] of rows.entries()) {
    if (!off.has(row) && (isNear(sizes[index] as number, size) ?? isNearExactly(valueAt(row), median))) near++;
  }
  return near * 10 >= others * 9 ? [...off.values()] : [];
}

/** A double and its two words, the upper of which begins with the power of two. */
const size = new Float64Array(1);
const words = new Uint32Array(size.buffer);

/** Where the upper one stands. */
const UPPER = new Uint8Array(new Uint16Array([1]).buffer)[0] as number;

/**
 * Whether the law can hold, by the powers of two that the values lie between: what is near the median lies at most one
 * power from it, what is off at least five. No quotient of two safe whole numbers is rounded up to a power of two.
 */
function mayBeOff(column: Column): boolean {
  const { passes } = column.room;
  const held = passes?.holds(column) ? passes : undefined;
  if (column.d.length === 0 && !(held ? held.isApart(column) : isApart(column))) return false;
  if (held) return isOffBy(held.countPowers(column));
  const count = countPowers(column);
  const found = isOffBy({ powers, count, lowest, highest });
  powers.fill(0, lowest, highest + 1);
  return found;
}

/** Of how many values each is the power, of one column after the other; between two columns all are 0. */
const POWERS = 2048;
const powers = new Int32Array(POWERS);

/** The least and the greatest of them. */
let lowest = POWERS;
let highest = 0;

/**
 * Counts the powers of a column's values, and says of how many.
 *
 * Nothing is worked out behind this loop, nor behind that of `isApart`, and no object is made there: V8 compiles a loop
 * while it runs, before it has seen what comes behind it, and would give its work up there again at each column.
 */
function countPowers({ n, d, shared }: Column): number {
  let count = 0;
  lowest = POWERS;
  highest = 0;
  for (let row = 0; row < n.length; row++) {
    const top = n[row] as number;
    // Where no number stands, what stands there is below 0.
    if (top <= 0) continue;
    size[0] = top / (d.length === 0 ? shared : (d[row] as number));
    const power = (words[UPPER] as number) >>> 20;
    powers[power] = (powers[power] as number) + 1;
    if (power < lowest) lowest = power;
    if (power > highest) highest = power;
    count++;
  }
  return count;
}

function isOffBy({ powers, count, lowest, highest }: PowerCounts): boolean {
  if (highest - lowest < 5) return false;
  let middle = lowest;
  for (let below = powers[middle] as number; below <= (count - 1) >> 1; ) below += powers[++middle] as number;
  let near = 0;
  let far = 0;
  for (let power = lowest; power <= highest; power++) {
    const distance = Math.abs(power - middle);
    if (distance <= 1) near += powers[power] as number;
    else if (distance >= 5) far += powers[power] as number;
  }
  return far > 0 && near * 10 >= (count - far) * 9;
}

/** The same question of numerators over one denominator, which need no quotients. */
function isApart({ n }: Column): boolean {
  let least = Number.POSITIVE_INFINITY;
  let greatest = 0;
  for (let row = 0; row < n.length; row++) {
    const top = n[row] as number;
    if (top <= 0 || (top >= least && top <= greatest)) continue;
    least = Math.min(least, top);
    greatest = Math.max(greatest, top);
    if (greatest > 16 * least) return true;
  }
  return false;
}

function wayOf(size: number, middle: number): Off['way'] | undefined {
  if (isNear(size * 100, middle) !== false) return 'small';
  return isNear(size / 100, middle) === false ? undefined : 'great';
}

function positiveRows({ n }: Column): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < n.length; row++) if ((n[row] as number) > 0) rows.push(row);
  return rows;
}

/** Far more than the error of a quotient of doubles. */
const SLACK = 1e-9;

/** Whether a size lies from half to double of another; undefined where it is too close to say. */
function isNear(size: number, middle: number): boolean | undefined {
  const low = (2 * size) / middle;
  const high = size / (2 * middle);
  if (low < 1 - SLACK || high > 1 + SLACK) return false;
  return low > 1 + SLACK && high < 1 - SLACK ? true : undefined;
}

function isNearExactly(value: Exact, median: Exact): boolean {
  return compare(multiply(value, TWO), median) >= 0 && compare(value, multiply(median, TWO)) <= 0;
}

const TWO = exact(2n);
