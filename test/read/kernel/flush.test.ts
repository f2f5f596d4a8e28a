/**
 * What the kernel writes to columns by itself and what it leaves to the script, at the ends of what arrays hold, by hand;
 * and any rows, against the model's own writing in their order. By both engines.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagsAt, HAS_NOTE, ROW_SEEN } from '../../../src/model/assessment.ts';
import { type Column, createColumn, exactAt, setPair } from '../../../src/model/column.ts';
import { createAnchors, createPlaces, fileAt, lineAt, setPlace } from '../../../src/model/places.ts';
import { flush, layTargets, type Writer } from '../../../src/read/scan-batch.ts';
import { forget } from '../seen.ts';
import { columnsOf, createWriter, type Value, wait } from '../waiting.ts';
import { ENGINES } from './engines.ts';

const SIZE = 6;

const GRID = 10_000_000_000;

describe.each(ENGINES)('%s', (_, compile) => {
  const ready = (...values: readonly number[]): Writer => createWriter(compile, SIZE, ...values);

  /** Whether the kernel writes a row 1 alone, behind a row 0 of file 5 and line 10 with the first of two values. */
  function isWritten(first: Value, second: Value, { line = 10, file = 5, row = 1, isSpread = false } = {}): boolean {
    const writer = ready(1);
    // Two rows of which one stands farther from the first of its unit, and nobody's after that.
    if (isSpread) for (const far of [1, 2]) setPlace(columnsOf(writer, 0).places, 5, 5, far);
    if (isSpread) forget(columnsOf(writer, 0), 5);
    wait(writer, { leaf: 0, row: 0, line: 10 }, first);
    wait(writer, { leaf: 0, row: 1, line: 10 }, undefined);
    flush(writer);
    if (row === 1) forget(columnsOf(writer, 0), 1);
    wait(writer, { leaf: 0, row, line, file }, second);
    const { memory, kernel } = writer.engine;
    const left = kernel.flushRows(memory, 0);
    expect([-1, 0]).toContain(left);
    if (left >= 0) return false;
    const own = columnsOf(writer, 0);
    const value = exactAt(own.values[0] as Column, row);
    const [n, d] = typeof second === 'number' ? [second, 1] : (second ?? []);
    if (n === undefined || d === undefined) expect(value).toBeUndefined();
    else expect(BigInt(n) * (value?.d as bigint)).toBe((value?.n as bigint) * BigInt(d));
    expect([flagsAt(own, row), lineAt(own.places, row), fileAt(own.places, row)]).toEqual([ROW_SEEN, line, file]);
    return true;
  }

  it.each<[Value, Value, boolean]>([
    // Over the shared denominator, in two bytes.
    [[1, 100], [7, 100], true],
    [[1, 100], [32_767, 100], true],
    [[1, 100], [32_768, 100], false],
    [[1, 100], [-32_767, 100], true],
    [[1, 100], [-32_769, 100], false],
    // One that divides it; one that does not.
    [[1, 100], [3, 4], true],
    [[1, 100], [3_276, 10], true],
    [[1, 100], [3_277, 10], false],
    [[1, 100], [1, 3], false],
    [[1, 100], [1, 1000], false],
    [[1, GRID], [1, GRID / 10], true],
    [[1, 2 * GRID], [1, 2 * GRID], true],
    // Beyond the grid none is shared: they stand row by row.
    [[1, 2 * GRID], [1, GRID], true],
    // In four bytes and in eight.
    [[40_000, 100], [2_147_483_647, 100], true],
    [[40_000, 100], [2_147_483_648, 100], false],
    [[40_000, 100], [-2_147_483_647, 100], true],
    [[40_000, 100], [-2_147_483_649, 100], false],
    [[3_000_000_000, 100], [9_007_199_254_740_991, 100], true],
    [[3_000_000_000, GRID], [900_719, 1], true],
    [[3_000_000_000, GRID], [900_720, 1], false],
    [[3_000_000_000, GRID], [-900_719, 1], true],
    [[3_000_000_000, GRID], [-900_720, 1], false],
    [[3_000_000_000, 1], [9_007_199_254_740_991, 1], true],
    // No value; no column yet.
    [[1, 100], undefined, true],
    [undefined, undefined, true],
    [undefined, [1, 100], false],
  ])('behind %j takes %j: %s', (first, second, isTaken) => {
    expect(isWritten(first, second)).toBe(isTaken);
  });

  it.each([
    [{ line: 264, isSpread: true }, true],
    [{ line: 265, isSpread: true }, false],
    [{ line: 9, isSpread: true }, false],
    // While all stand at the same distance no other is taken.
    [{ line: 10 }, true],
    [{ line: 11 }, false],
    [{ file: 6 }, false],
    [{ file: 6, isSpread: true }, false],
    // A unit of which nothing was read has its place here.
    [{ line: 900, file: 7, row: 2 }, true],
    [{ line: 900, file: 7, row: 2, isSpread: true }, true],
    // A row that stands there already.
    [{ row: 0 }, false],
    [{ row: 0, isSpread: true }, false],
  ])('takes a row at %j: %s', (at, isTaken) => {
    expect(isWritten([1, 100], [2, 100], at)).toBe(isTaken);
  });

  it('takes denominators row by row, lines far away and above, once there is room for them', () => {
    const writer = ready(1);
    wait(writer, { leaf: 0, row: 0, line: 10 }, [1, 3]);
    wait(writer, { leaf: 0, row: 1, line: 20 }, [1, 7]);
    wait(writer, { leaf: 0, row: 2, line: 30 }, [1, 7]);
    flush(writer);
    const { places, values } = columnsOf(writer, 0);
    // Lines of another leaf stand far below and above the first.
    setPlace(places, 3, 5, 1000);
    setPlace(places, 3, 5, 2000);
    setPlace(places, 4, 5, 1000);
    setPlace(places, 4, 5, 10);
    forget(columnsOf(writer, 0), 1, 2, 3, 4);
    wait(writer, { leaf: 0, row: 1, line: 19 }, [30_000, 32_767]);
    wait(writer, { leaf: 0, row: 2, line: 31 }, undefined);
    wait(writer, { leaf: 0, row: 3, line: 3000 }, [2, 3]);
    wait(writer, { leaf: 0, row: 4, line: 11 }, [1, 32_768]);
    // What was written by other ways must be known before the kernel is called.
    layTargets(writer.engine.memory, writer.targets);
    expect(writer.engine.kernel.flushRows(writer.engine.memory, 0)).toBe(3);
    expect([1, 2, 3].map((row) => lineAt(places, row))).toEqual([19, 31, 3000]);
    expect([1, 3].map((row) => exactAt(values[0] as Column, row))).toEqual([
      { n: 30_000n, d: 32_767n },
      { n: 2n, d: 3n },
    ]);
  });

  const value = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.nat(120), fc.constantFrom(100, 100, 10, 1, 1000)) },
    fc.tuple(
      fc.constantFrom(0, 1, -1, 32_767, 32_768, -32_768, 2_147_483_647, 2_147_483_648, 9_007_199_254_740_991),
      fc.constantFrom(1, 3, 7, 100, 32_768, 4_294_967_297, GRID),
    ),
    fc.constant(undefined),
  );
  const row = fc.record({
    leaf: fc.nat(2),
    row: fc.nat(SIZE - 1),
    line: fc.oneof(fc.nat({ max: 60 }), fc.constantFrom(254, 255, 256, 300, 70_000)),
    file: fc.constantFrom(0, 0, 0, 0, 3),
    flags: fc.constantFrom(...[ROW_SEEN, ROW_SEEN, ROW_SEEN, ROW_SEEN, ROW_SEEN | HAS_NOTE]),
    values: fc.array(value, { minLength: 2, maxLength: 2 }),
  });

  it('writes any rows as the model does, one after the other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(row, { maxLength: 8 }), { minLength: 1, maxLength: 4 }),
        fc.nat(3),
        (all, above) => {
          const writer = ready(2, 1, 0);
          const anchors = createAnchors(SIZE);
          const slow = [2, 1, 0].map((count) => ({
            flags: new Uint8Array(SIZE),
            places: createPlaces(anchors),
            values: Array.from({ length: count }, () => createColumn(SIZE)),
          }));
          for (const rows of all) {
            writer.batch.above = above;
            for (const each of rows) wait(writer, { ...each, line: each.line + 1 }, ...each.values);
            let isSound = true;
            // Leaf by leaf, as the batch is written: the first place of a unit is that of its first leaf.
            for (const [leaf, own] of slow.entries()) {
              for (const each of rows.filter((one) => one.leaf === leaf)) {
                if (own.flags[each.row] !== 0) {
                  isSound = false;
                  continue;
                }
                own.flags[each.row] = each.flags;
                setPlace(own.places, each.row, each.file, above + each.line + 1);
                for (const [position, column] of own.values.entries()) {
                  const pair = each.values[position];
                  if (pair) setPair(column, each.row, pair[0] as number, pair[1] as number);
                }
              }
            }
            expect(flush(writer)).toBe(isSound);
          }
          for (const [leaf, own] of slow.entries()) {
            const mine = columnsOf(writer, leaf);
            for (let at = 0; at < SIZE; at++) {
              expect(flagsAt(mine, at)).toBe(own.flags[at]);
              expect(lineAt(mine.places, at)).toBe(lineAt(own.places, at));
              if (own.flags[at] !== 0) expect(fileAt(mine.places, at)).toBe(fileAt(own.places, at));
              for (const [position, column] of own.values.entries()) {
                const [fast, right] = [exactAt(mine.values[position] as Column, at), exactAt(column, at)];
                expect(fast && right ? fast.n * right.d === right.n * fast.d : fast === right).toBe(true);
              }
            }
          }
        },
      ),
      { numRuns: 1500, seed: 11 },
    );
  });
});
