/** Sums rounded and rows sorted by both engines, beside plain ways and by hand; and which denominators make decimals. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createColumn } from '../../src/model/column.ts';
import { createPasses } from '../../src/read/column-passes.ts';
import { BLOCK, DECIMALS } from '../../src/read/kernel/map.ts';
import { Memory } from '../../src/read/kernel/memory.ts';
import { roundSums } from '../../src/score/filter.ts';
import { createTally } from '../../src/score/tally.ts';
import { ENGINES } from './kernel/engines.ts';

describe.each(ENGINES)('%s', (_, compile) => {
  const memory = new Memory();
  const kernel = compile(memory);
  const passes = createPasses(memory, kernel);

  it('knows the denominators in two bytes that make decimals of ten places', () => {
    const decimals = memory.lend(DECIMALS);
    memory.bytes.fill(0xff, decimals, decimals + DECIMALS);
    kernel.layDecimals(memory, decimals);
    const known: number[] = [];
    for (let d = 0; d < 8 * DECIMALS; d++) if (((memory.byte(decimals + (d >> 3)) >> (d & 7)) & 1) !== 0) known.push(d);
    expect(known).toEqual(Array.from({ length: 32_767 }, (_, at) => at + 1).filter((d) => 10 ** 10 % d === 0));
  });

  it('rounds sums as plain loops do, and leaves those that are too near to a line', () => {
    const line = fc.constantFrom(0, 0.005, 0.0049999999999999, 0.005000000000001, 1 / 3);
    const row = fc.record({
      grid: fc.oneof(fc.integer({ min: -(10 ** 6), max: 10 ** 6 }), fc.maxSafeInteger()),
      part: line,
      sign: fc.constantFrom(1, -1),
      reach: fc.constantFrom(0, 0, 1, 10_000, Number.POSITIVE_INFINITY),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), fc.nat(10), fc.nat(40), (rows, decimals, columns) => {
        const tally = createTally(rows.length, 30);
        for (const [at, { grid, part, sign, reach }] of rows.entries()) {
          tally.grid[at] = grid;
          tally.near[at] = reach === 0 ? 0 : sign * part;
          tally.reach[at] = reach;
        }
        for (let at = 0; at < columns; at++) tally.fractions.push(createColumn(rows.length));
        const [plain, own] = [new Float64Array(rows.length), new Float64Array(rows.length)];
        expect(roundSums(tally, decimals, own, passes)).toEqual(roundSums(tally, decimals, plain));
        expect([...own]).toEqual([...plain]);
      }),
      { numRuns: 500, seed: 2026 },
    );
  });

  it('rounds in each block of rows', () => {
    const size = 2 * BLOCK + 3;
    const tally = createTally(size, 30);
    // Halves of a hundredth, half up: 0.005 is 0.01, -0.005 is -0.01.
    for (let at = 0; at < size; at++) tally.grid[at] = (at % 2 === 0 ? 1 : -1) * 50_000_000 * (at % 101);
    tally.reach[BLOCK + 1] = Number.POSITIVE_INFINITY;
    const counts = new Float64Array(size);
    expect(roundSums(tally, 2, counts, passes)).toEqual([BLOCK + 1]);
    const half = (at: number) => (at % 2 === 0 ? 1 : -1) * Math.floor(((at % 101) + 1) / 2) + 0;
    const expected = Array.from({ length: size }, (_, at) => (at === BLOCK + 1 ? 0 : half(at)));
    expect(Array.from(counts, (count) => count + 0)).toEqual(expected.map((count) => count + 0));
  });

  it('sorts rows by their figures as a plain sort does, equals in the order given', () => {
    const figure = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: -400, max: 90_000 }),
      fc.integer({ min: -9, max: 2 ** 29 }),
      fc.integer(),
    );
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 60 }), (figures) => {
        const rows = figures.map((_each, at) => 7 * at + 3);
        const by = new Map(rows.map((row, at) => [row, figures[at] as number]));
        const byRow = Float64Array.from({ length: 7 * rows.length }, (_, row) => by.get(row) ?? Number.NaN);
        const found = passes.order(Int32Array.from(rows), byRow);
        if (Math.max(...figures) - Math.min(...figures) >= 2 ** 30) {
          expect(found).toBeUndefined();
          return;
        }
        const sorted = rows.toSorted((a, b) => (by.get(b) as number) - (by.get(a) as number));
        const isLast = (at: number) => by.get(sorted[at] as number) !== by.get(sorted[at + 1] ?? -1);
        const ends = sorted.flatMap((_row, at) => (isLast(at) ? [at + 1] : []));
        expect(found).toEqual({ rows: Int32Array.from(sorted), ends: Int32Array.from(ends) });
      }),
      { numRuns: 500, seed: 2026 },
    );
    expect(passes.order(new Int32Array(), new Float64Array())).toBeUndefined();
    // Of row 4 and of row 2.
    const order = (four: number, two: number) => passes.order(Int32Array.of(4, 2), Float64Array.of(0, 0, two, 0, four));
    expect(order(0, 2 ** 30 - 1)).toEqual({
      rows: Int32Array.of(2, 4),
      ends: Int32Array.of(1, 2),
    });
    expect(order(0, 2 ** 30)).toBeUndefined();
    expect(order(-(2 ** 52), 5 - 2 ** 52)).toEqual({
      rows: Int32Array.of(2, 4),
      ends: Int32Array.of(1, 2),
    });
  });
});
