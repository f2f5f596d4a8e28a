/** Columns in the kernel's memory, gone over by the kernel (kernel/columns.ts). */
import { isFull } from '../model/column.ts';
import type { Added, Addend, Cells, Numbers, Order, Passes, Stairs, Sums } from '../model/passes.ts';
import type * as columns from './kernel/columns.ts';
import * as map from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';
import type * as ordering from './kernel/order.ts';
import type * as short from './kernel/short-columns.ts';
import type * as rounding from './kernel/sums.ts';
import { layColumn } from './laid-column.ts';

/** What goes over columns. */
export type ColumnKernel = typeof columns &
  Pick<typeof short, 'layDecimals' | 'isGapless'> &
  typeof rounding &
  typeof ordering;

/** Rows that are sorted here, and that are hashed: they take up to 28 and 12 bytes each of a memory that does not grow for ever. */
const MOST_SORTED = 1_000_000;
const MOST_HASHED = 4_000_000;

/** Passes of a kernel that works in this memory. */
export function createPasses(memory: Memory, kernel: ColumnKernel): Passes {
  /** Lends room for one column, and for so many bytes behind it. */
  const lay = (column: Cells, size = 0): number => {
    const at = memory.lend(map.COLUMN + size);
    layHeld(memory, at, column);
    return at;
  };
  const isShort = (numbers: Numbers): boolean =>
    numbers.length > 0 && numbers.BYTES_PER_ELEMENT < 8 && memory.addressOf(numbers) !== 0;
  return {
    isWhole: (numbers) => {
      const { length, BYTES_PER_ELEMENT: width } = numbers;
      return isShort(numbers) ? kernel.isGapless(memory, memory.addressOf(numbers), width, length) : undefined;
    },
    holds: ({ room, n, d, wide }) => room === memory && !wide?.size && isShort(n) && (d.length === 0 || isShort(d)),
    addUp: (addends, sums) => addUp(memory, kernel, addends, sums),
    roundSums: (sums, scale, slack, counts) => roundSums(memory, kernel, sums, scale, slack, counts),
    order: (rows, figures) => order(memory, kernel, rows, figures),
    isWithin: (column, most, under) => kernel.isWithin(memory, lay(column), 0, column.size, most, under),
    isApart: (column) => kernel.isApart(memory, lay(column), 0, column.size),
    countPowers: (column) => {
      const at = lay(column, 4 * map.POWERS);
      const powers = new Int32Array(memory.block.buffer, at + map.COLUMN, map.POWERS).fill(0);
      const count = kernel.countPowers(memory, at, 0, column.size, powers.byteOffset);
      const lowest = kernel.nextPower(memory, powers.byteOffset, 0, map.POWERS, 1);
      const highest = kernel.nextPower(memory, powers.byteOffset, map.POWERS - 1, -1, -1);
      return { powers, count, lowest, highest };
    },
    alike: (columns, own, shift) => {
      const size = own.length;
      if (size > MOST_HASHED) return undefined;
      // Four places a byte.
      const many = 2 ** (30 - shift);
      const at = memory.lend(map.COLUMN + 8 * size + many);
      const { buffer } = memory.block;
      const hashes = new Int32Array(buffer, at + map.COLUMN, size).fill(0);
      const rows = new Int32Array(buffer, hashes.byteOffset + 4 * size, size);
      const places = new Uint8Array(buffer, rows.byteOffset + 4 * size, many).fill(0);
      for (const column of columns) {
        layHeld(memory, at, column);
        kernel.mixCells(memory, at, 0, size, hashes.byteOffset);
      }
      kernel.noteHashes(memory, hashes.byteOffset, 0, size, shift, places.byteOffset);
      const told = [hashes.byteOffset, 0, size, shift, places.byteOffset, rows.byteOffset] as const;
      const count = kernel.gatherRows(memory, ...told);
      own.set(hashes);
      return plainList(rows, count);
    },
  };
}

/** Block by block of rows, so that the sums of all columns stay near to the processor. */
function addUp<A extends Addend>(memory: Memory, kernel: ColumnKernel, addends: readonly A[], sums: Sums): Added<A> {
  const { grid, near, reach, limit } = sums;
  const block = memory.lend(
    3 * map.BLOCK_SUMS + map.DECIMALS + addends.reduce((sofar, each) => sofar + sizeOf(each), 0),
  );
  const decimals = block + 3 * map.BLOCK_SUMS;
  kernel.layDecimals(memory, decimals);
  let next = decimals + map.DECIMALS;
  const jobs = addends.map((addend) => {
    const at = next;
    next += sizeOf(addend);
    layHeld(memory, at, addend.column);
    if (addend.stairs) layStairs(memory, at + map.COLUMN, addend.stairs);
    return { addend, at };
  });
  const pairs = pairsAt(memory, block, [grid, near, reach]);
  const left: { addend: A; row: number }[] = [];
  for (let from = 0; from < grid.length; from += map.BLOCK) {
    const to = Math.min(from + map.BLOCK, grid.length);
    for (const { all, part } of pairs) part.set(all.subarray(from, to));
    for (const { addend, at } of jobs) {
      let row = from;
      while (row < to) {
        const sum = block + 8 * (row - from);
        row = addend.stairs
          ? kernel.addStairs(memory, at, row, to, at + map.COLUMN, limit, sum)
          : kernel.addNumbers(memory, at, row, to, decimals, limit, sum);
        if (row < to) left.push({ addend, row: row++ });
      }
    }
    for (const { all, part } of pairs) all.set(part.subarray(0, to - from), from);
  }
  return { fractions: jobs.filter(({ at }) => memory.int(at + map.FRACTIONS) !== 0).map((job) => job.addend), left };
}

function roundSums(
  memory: Memory,
  kernel: ColumnKernel,
  { grid, near, reach }: Sums,
  scale: number,
  slack: number,
  counts: Float64Array,
): number[] {
  const block = memory.lend(4 * map.BLOCK_SUMS);
  const pairs = pairsAt(memory, block, [grid, near, reach, counts]);
  const unsure: number[] = [];
  for (let from = 0; from < counts.length; from += map.BLOCK) {
    const to = Math.min(from + map.BLOCK, counts.length);
    for (const { all, part } of pairs) part.set(all.subarray(from, to));
    const left = kernel.roundSums(memory, block, to - from, scale, slack, block + 3 * map.BLOCK_SUMS);
    for (const { all, part } of pairs.slice(3)) all.set(part.subarray(0, to - from), from);
    for (let row = from; left > 0 && row < to; row++) {
      if (!Number.isNaN(counts[row])) continue;
      unsure.push(row);
      counts[row] = 0;
    }
  }
  return unsure;
}

function order(memory: Memory, kernel: ColumnKernel, rows: Int32Array, figures: Float64Array): Order | undefined {
  const size = rows.length;
  if (size === 0 || size > MOST_SORTED) return undefined;
  const at = memory.lend(28 * size + map.DIGIT_COUNTS);
  const { buffer } = memory.block;
  const own = new Float64Array(buffer, at, size);
  for (let place = 0; place < size; place++) own[place] = figures[rows[place] as number] as number;
  const sorted = new Int32Array(buffer, at + 8 * size, size);
  sorted.set(rows);
  const ends = new Int32Array(buffer, at + 12 * size, size);
  const classes = kernel.sortRows(memory, at, sorted.byteOffset, size, ends.byteOffset, at + 16 * size);
  return classes < 0 ? undefined : { rows: sorted.slice(), ends: ends.slice(0, classes) };
}

/** The first so many numbers; `Array.from` would make an object for each. */
function plainList(numbers: Int32Array, count: number): number[] {
  const list: number[] = [];
  for (let at = 0; at < count; at++) list.push(numbers[at] as number);
  return list;
}

/** Arrays by row, and where the part of each that is a block of rows lies in the memory, one behind the other. */
function pairsAt(memory: Memory, block: number, arrays: readonly Float64Array[]) {
  return arrays.map((all, at) => {
    return { all, part: new Float64Array(memory.block.buffer, block + at * map.BLOCK_SUMS, map.BLOCK) };
  });
}

/** Bytes of an addend. */
function sizeOf({ stairs }: Addend): number {
  return map.COLUMN + (stairs ? map.ENDS + 8 * (3 * endsOf(stairs) + 2) : 0);
}

/** Ends of a staircase, and of a low one some that no number reaches. */
function endsOf({ last }: Stairs): number {
  return Math.max(map.LEAST_ENDS, last.length);
}

/** Says where a column lies, which is one that is held, whether some rows have no number, and of no fraction yet. */
function layHeld(memory: Memory, at: number, column: Cells): void {
  layColumn(memory, at, column);
  memory.setInt(at + map.HAS_GAPS, isFull(column) ? 0 : 1);
  memory.setInt(at + map.FRACTIONS, 0);
}

/** Writes a staircase; where no piece stands behind the last end, no number does. */
function layStairs(memory: Memory, at: number, stairs: Stairs): void {
  const { last, slope, flat, first } = stairs;
  const ends = endsOf(stairs);
  memory.setDouble(at + map.FIRST_NUMBER, first);
  memory.setInt(at + map.ENDS_SIZE, 8 * ends);
  for (let step = 0; step <= ends; step++) {
    const slot = at + map.ENDS + 8 * step;
    if (step < ends) memory.setDouble(slot, last[step] ?? Number.POSITIVE_INFINITY);
    memory.setDouble(slot + 8 * ends, slope[step] ?? Number.NaN);
    memory.setDouble(slot + 8 * (2 * ends + 1), flat[step] ?? Number.NaN);
  }
}
