/**
 * Passes over whole columns, by both engines: sums, bounds, powers and hashes against the same worked out number by
 * number in fractions of whole numbers; and that a column which is not there, or not with all its numbers, is not taken.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Column,
  clearRow,
  createColumn,
  exactAt,
  isFull,
  setExact,
  setExempt,
  setPair,
} from '../../src/model/column.ts';
import { compare, type Exact, equal, exact, sum } from '../../src/model/exact.ts';
import type { Stairs } from '../../src/model/passes.ts';
import { createPasses } from '../../src/read/column-passes.ts';
import { BLOCK } from '../../src/read/kernel/map.ts';
import { Memory } from '../../src/read/kernel/memory.ts';
import { ENGINES } from './kernel/engines.ts';

const GRID = 10_000_000_000n;

type Cell = readonly [n: number, d: number] | 'n/a' | '';

/** Shares, decimals and numbers of four bytes, some below 0, among cells without a number. */
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: 1, max: 40 })) },
  { weight: 4, arbitrary: fc.tuple(fc.integer({ min: -100, max: 10_000 }), fc.constantFrom(10_000, 10_000, 1)) },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 0, max: 2_000_000_000 }), fc.constantFrom(1, 100, 70_000)) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>('n/a', '') },
);

function write(column: Column, cells: readonly Cell[]): Column {
  for (const [row, each] of cells.entries()) {
    if (each === 'n/a') setExempt(column, row);
    else if (each !== '') setPair(column, row, each[0], each[1]);
  }
  return column;
}

const some = <T>(values: readonly (T | undefined)[]) => values.filter((value) => value !== undefined);

describe.each(ENGINES)('%s', (_, compile) => {
  const memory = new Memory();
  const passes = createPasses(memory, compile(memory));
  const lay = (cells: readonly Cell[]) => write(createColumn(cells.length, memory), cells);
  const sums = (size: number, limit = 2 ** 40) => ({
    ...{ grid: new Float64Array(size), near: new Float64Array(size), reach: new Float64Array(size), limit },
  });
  const numbersOf = (column: Column) => some(Array.from({ length: column.size }, (_, row) => exactAt(column, row)));

  it('takes a column of its memory, with numbers of two and four bytes', () => {
    expect(passes.holds(lay([[1, 2], '', [3, 70_001]]))).toBe(true);
    expect(passes.holds(lay(['n/a', 'n/a']))).toBe(false);
    expect(passes.holds(lay(['']))).toBe(false);
    expect(passes.holds(lay([[2 ** 40, 1]]))).toBe(false);
    expect(
      passes.holds(
        lay([
          [1, 3],
          [1, 2 ** 40 + 1],
        ]),
      ),
    ).toBe(false);
    expect(passes.holds(write(createColumn(1), [[1, 2]]))).toBe(false);
    expect(passes.holds(write(createColumn(1, new Memory()), [[1, 2]]))).toBe(false);
    const wide = lay([[1, 2], '']);
    setExact(wide, 1, exact(2n ** 70n));
    expect(passes.holds(wide)).toBe(false);
  });

  it('sees whether each number is one, of two bytes and of four', () => {
    for (const large of [1, 40_000]) {
      for (let size = 1; size <= 5; size++) {
        for (let gap = 0; gap < size; gap++) {
          const column = lay(Array.from({ length: size }, (_, row): Cell => [row === gap ? large : -row, 1]));
          expect([isFull(column), passes.isWhole(column.n)]).toEqual([true, true]);
          clearRow(column, gap);
          expect([isFull(column), passes.isWhole(column.n)]).toEqual([false, false]);
        }
      }
    }
    // All that is near to none, side by side.
    const near = lay([-32_767, 32_767, 0, -1, 1, -32_767].map((n) => [n, 1]));
    expect([near.n.BYTES_PER_ELEMENT, passes.isWhole(near.n)]).toEqual([2, true]);
    expect(passes.isWhole(lay([[2 ** 40, 1]]).n)).toBeUndefined();
    expect(passes.isWhole(write(createColumn(1), [[1, 2]]).n)).toBeUndefined();
  });

  describe('sums', () => {
    it('are those of the numbers, decimals on the grid and fractions in doubles', () => {
      const columns = fc.integer({ min: 1, max: 6 }).chain((size) => {
        return fc.array(fc.array(cell, { minLength: size, maxLength: size }), { minLength: 1, maxLength: 5 });
      });
      fc.assert(
        fc.property(columns, (all) => {
          const size = all[0]?.length as number;
          const addends = all.map((cells) => ({ column: lay(cells), stairs: undefined }));
          const held = addends.filter(({ column }) => passes.holds(column));
          const { grid, near, reach, limit } = sums(size, 2 ** 53);
          const { fractions, left } = passes.addUp(held, { grid, near, reach, limit });
          expect(left.every(({ addend, row }) => Math.abs(addend.column.n[row] as number) > 900_000)).toBe(true);
          const isLeft = (column: Column, at: number) =>
            left.some(({ addend, row }) => addend.column === column && row === at);
          const isOfGrid = ({ d }: Exact) => GRID % d === 0n;
          for (let row = 0; row < size; row++) {
            const mine = some(held.map(({ column }) => (isLeft(column, row) ? undefined : exactAt(column, row))));
            const whole = sum(mine.filter(isOfGrid));
            expect(equal({ n: BigInt(grid[row] as number), d: GRID }, whole)).toBe(true);
            const broken = mine.filter((value) => !isOfGrid(value)).map(({ n, d }) => Number(n) / Number(d));
            expect(near[row]).toBe(broken.reduce((sofar, each) => sofar + each, 0));
            expect(reach[row]).toBe(broken.reduce((sofar, each) => sofar + Math.abs(each), 0));
          }
          const own = held.filter(({ column }) => numbersOf(column).some((value) => !isOfGrid(value)));
          expect(fractions).toEqual(own);
        }),
        { numRuns: 300, seed: 2026 },
      );
    });

    it('stand upon what was there, in each block of rows', () => {
      const size = 2 * BLOCK + 3;
      const cells = Array.from({ length: size }, (_, row): Cell => (row % 7 === 3 ? '' : [row % 100, 100]));
      const { grid, near, reach, limit } = sums(size);
      for (let row = 0; row < size; row++) grid[row] = row;
      near.fill(0.5);
      reach.fill(0.75);
      const addends = [cells, cells.toReversed()].map((each) => ({ column: lay(each), stairs: undefined }));
      expect(passes.addUp(addends, { grid, near, reach, limit })).toEqual({ fractions: [], left: [] });
      const hundredth = 100_000_000;
      const points = (row: number) => (row % 7 === 3 ? 0 : (row % 100) * hundredth);
      expect([...grid]).toEqual(Array.from(grid, (_, row) => row + points(row) + points(size - 1 - row)));
      expect([new Set(near), new Set(reach)]).toEqual([new Set([0.5]), new Set([0.75])]);
    });

    it('leave what is beyond the limit, and go on behind it', () => {
      const column = lay([
        [1, 1],
        [2, 1],
        [-2, 1],
        [1, 3],
        [-1, 1],
      ]);
      const { grid, near, reach, limit } = sums(5, 10_000_000_000);
      const addend = { column, stairs: undefined };
      const { left, fractions } = passes.addUp([addend], { grid, near, reach, limit });
      expect(left).toEqual([
        { addend, row: 1 },
        { addend, row: 2 },
      ]);
      expect(fractions).toEqual([addend]);
      expect([...grid]).toEqual([1e10, 0, 0, 0, -1e10]);
      expect([...near]).toEqual([0, 0, 0, 1 / 3, 0]);
    });
  });

  describe('points by a staircase', () => {
    /** Ends rise by at least one; what is beyond the last one has points, or none. */
    const stairs = fc
      .tuple(
        fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 5 }),
        fc.boolean(),
        fc.integer({ min: -60, max: 0 }),
      )
      .chain(([steps, isEnded, first]) => {
        const last = steps.map((_, at) => first + steps.slice(0, at + 1).reduce((a, b) => a + b));
        const pieces = last.length + (isEnded && last.length > 0 ? 0 : 1);
        const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: pieces, maxLength: pieces });
        return fc.tuple(values, values).map(([slope, flat]): Stairs => {
          const [ends, slopes, flats] = [last, slope, flat].map((each) => Float64Array.from(each));
          return { last: ends, slope: slopes, flat: flats, first } as Stairs;
        });
      });

    it('are those of the piece that a number lies in, and of none outside', () => {
      fc.assert(
        fc.property(stairs, fc.array(fc.integer({ min: -70, max: 250 }), { minLength: 1, maxLength: 9 }), (by, all) => {
          const column = lay([...all.map((n): Cell => [n, 1]), 'n/a']);
          const size = all.length + 1;
          const { grid, near, reach, limit } = sums(size);
          const { left, fractions } = passes.addUp([{ column, stairs: by }], { grid, near, reach, limit });
          expect(fractions).toEqual([]);
          for (const [row, n] of all.entries()) {
            const at = by.last.findIndex((end) => n <= end);
            const piece = at === -1 ? by.last.length : at;
            const isHeld = n >= by.first && piece < by.slope.length;
            expect(left.some((each) => each.row === row)).toBe(!isHeld);
            const points = isHeld ? (by.slope[piece] as number) * n + (by.flat[piece] as number) : 0;
            expect((grid[row] as number) + 0).toBe(points + 0);
          }
          expect(grid[size - 1]).toBe(0);
        }),
        { numRuns: 300, seed: 2026 },
      );
    });

    it('are left where they are too many', () => {
      const [slope, flat] = [Float64Array.of(100), Float64Array.of(1)];
      const by = { last: new Float64Array(), slope, flat, first: Number.NEGATIVE_INFINITY };
      const column = lay([10, 9, -10, -11, 100_000, 0].map((n) => [n, 1]));
      const { grid, near, reach } = sums(6);
      const { left } = passes.addUp([{ column, stairs: by }], { grid, near, reach, limit: 1000 });
      expect(left.map(({ row }) => row)).toEqual([0, 3, 4]);
      expect([...grid]).toEqual([0, 901, -999, 0, 0, 1]);
    });
  });

  it('says whether no number is more than a bound', () => {
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 4 }),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        (all, n, d) => {
          const column = lay(all);
          if (!passes.holds(column)) return;
          const most = exact(BigInt(n), BigInt(d));
          expect(passes.isWithin(column, n, d)).toBe(numbersOf(column).every((value) => compare(value, most) <= 0));
        },
      ),
      { numRuns: 300, seed: 2026 },
    );
    expect(passes.isWithin(lay([[1, 1], '']), 1, 1)).toBe(true);
    expect(
      passes.isWithin(
        lay([
          [1, 1],
          [5, 4],
        ]),
        1,
        1,
      ),
    ).toBe(false);
  });

  it('knows numbers over one denominator that are more than 16 times apart', () => {
    const isApart = (...all: readonly number[]) => passes.isApart(lay(all.map((n) => [n, 1])));
    expect([isApart(1, 16), isApart(16, 1), isApart(2, 3, 32, 31)]).toEqual([false, false, false]);
    expect([isApart(1, 17), isApart(17, 1), isApart(3, 2, 5, 33)]).toEqual([true, true, true]);
    expect([isApart(0, 5), isApart(-1, 5, -100), isApart(0), isApart(100_000, 1_600_000)]).toEqual(
      Array(4).fill(false),
    );
    expect(isApart(100_000, 1_600_001, 0)).toBe(true);
    expect(passes.isApart(lay([[1, 1], '', [16, 1], 'n/a']))).toBe(false);
  });

  it('counts numbers above 0 by the power of two below them', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (all) => {
        const column = lay(all);
        if (!passes.holds(column)) return;
        const counts = passes.countPowers(column);
        // 2^k ≤ n/d < 2^(k + 1), looked for from 2^-40 on; a double's exponent is 1023 + k.
        const powers = numbersOf(column)
          .filter(({ n }) => n > 0n)
          .map(({ n, d }) => {
            let k = -40;
            while (n << 40n >= d << BigInt(40 + k + 1)) k++;
            return 1023 + k;
          });
        expect(counts.count).toBe(powers.length);
        const found = [...counts.powers].flatMap((count, power) => Array<number>(count).fill(power));
        expect(found).toEqual(powers.toSorted((a, b) => a - b));
        if (powers.length > 0) expect([counts.lowest, counts.highest]).toEqual([found[0], found.at(-1)]);
        else expect(counts.lowest).toBeGreaterThan(counts.highest);
      }),
      { numRuns: 300, seed: 2026 },
    );
  });

  it('finds all rows that are alike, and few that are not', () => {
    const size = 3000;
    const shift = Math.clz32(8 * size);
    // Rows 2k and 2k + 1 of the first 600 are the same in both columns; all others differ in one of them.
    const first = Array.from({ length: size }, (_, row): Cell => [row < 600 ? row >> 1 : row, 7]);
    const second = Array.from(
      { length: size },
      (_, row): Cell => (row % 5 === 0 && row > 600 ? '' : [1, 3 + (row >> 1)]),
    );
    const columns = [first, second].map(lay);
    expect(columns.every(passes.holds)).toBe(true);
    const hashes = new Int32Array(size);
    const found = passes.alike(columns, hashes, shift) ?? [];
    expect(found.filter((row) => row < 600)).toEqual(Array.from({ length: 600 }, (_, row) => row));
    expect(found.every((row, at) => at === 0 || row > (found[at - 1] as number))).toBe(true);
    // About one in eight of the 2,400 others falls into another one's place by chance.
    expect(found.length).toBeLessThan(600 + 2 * 300);
    for (let row = 0; row < 600; row += 2) expect(hashes[row]).toBe(hashes[row + 1]);
    expect(new Set(hashes).size).toBe(size - 300);
    expect(passes.alike(columns, new Int32Array(size), shift)).toEqual(found);
    expect(passes.alike([], new Int32Array(4_000_001), 8)).toBeUndefined();
  });

  it('has a sum of nothing for a column without rows', () => {
    const none = sums(0);
    expect(passes.addUp([{ column: lay([]), stairs: undefined }], none)).toEqual({ fractions: [], left: [] });
  });
});
