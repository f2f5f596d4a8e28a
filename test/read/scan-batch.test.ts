/** Rows that wait, and what of them stands in the columns behind: by hand, in three leaves of up to two values; by both engines. */
import { describe, expect, it } from 'vitest';
import { noteRow, ROW_SEEN } from '../../src/model/assessment.ts';
import { exactAt, setPair } from '../../src/model/column.ts';
import { fileAt, lineAt } from '../../src/model/places.ts';
import * as map from '../../src/read/kernel/map.ts';
import { createBatch, dropRows, flush, MOST_WAITING, turnTo, type Writer } from '../../src/read/scan-batch.ts';
import type { Target } from '../../src/read/sheets.ts';
import { ENGINES } from './kernel/engines.ts';
import { flagsOf, forget, seenOf } from './seen.ts';
import { columnsOf, createWriter, wait } from './waiting.ts';

const SIZE = 4;

describe.each(ENGINES)('%s', (_, compile) => {
  const ready = (...values: readonly number[]): Writer => createWriter(compile, SIZE, ...values);

  /** Of each row of a leaf: its flags, file and line, and its values. */
  function rowsOf(writer: Writer, leaf: number) {
    const { places, values } = columnsOf(writer, leaf);
    return flagsOf(columnsOf(writer, leaf)).map((flags, row) =>
      flags === 0
        ? undefined
        : [flags, fileAt(places, row), lineAt(places, row), ...values.map((column) => valueAt(column, row))],
    );
  }

  function valueAt(column: Target['columns']['values'][number], row: number) {
    const value = exactAt(column, row);
    return value && Number(value.n) / Number(value.d);
  }

  describe('rows that wait', () => {
    it('are written leaf by leaf, each with its place, flags and values', () => {
      const writer = ready(2, 1, 0);
      const { batch } = writer;
      batch.above = 100;
      wait(writer, { leaf: 1, row: 3, line: 2 }, 7);
      wait(writer, { leaf: 0, row: 1, line: 3, flags: ROW_SEEN | 64 }, 8, 9);
      wait(writer, { leaf: 1, row: 0, line: 4 }, 10);
      wait(writer, { leaf: 1, row: 1, line: 6 }, undefined);
      wait(writer, { leaf: 0, row: 2, line: 7 }, undefined, 11);
      wait(writer, { leaf: 2, row: 0, line: 8 });
      expect(batch.count).toBe(6);
      expect([0, 1, 2].flatMap((leaf) => rowsOf(writer, leaf)).every((row) => row === undefined)).toBe(true);
      expect(flush(writer)).toBe(true);
      expect(rowsOf(writer, 0)).toEqual([
        undefined,
        [ROW_SEEN | 64, 5, 103, 8, 9],
        [ROW_SEEN, 5, 107, undefined, 11],
        undefined,
      ]);
      expect(rowsOf(writer, 1)).toEqual([
        [ROW_SEEN, 5, 104, 10],
        [ROW_SEEN, 5, 106, undefined],
        undefined,
        [ROW_SEEN, 5, 102, 7],
      ]);
      expect(rowsOf(writer, 2)).toEqual([[ROW_SEEN, 5, 108], undefined, undefined, undefined]);
      expect(batch.count).toBe(0);
    });

    it('are written once, and the next of a leaf is its first again, whoever wrote the last', () => {
      const writer = ready(1);
      for (const [time, row] of [1, 2, 0, 3].entries()) {
        wait(writer, { leaf: 0, row, line: 2 + time }, 7 + time);
        expect(flush(writer)).toBe(true);
        expect(rowsOf(writer, 0)[row]).toEqual([ROW_SEEN, 5, 2 + time, 7 + time]);
        forget(columnsOf(writer, 0));
        expect(flush(writer)).toBe(true);
        expect(seenOf(columnsOf(writer, 0))).toBe(0);
      }
    });

    it('are not written over a row that stands there, and the others are', () => {
      const writer = ready(2, 1);
      wait(writer, { leaf: 0, row: 1, line: 2 }, 1, 2);
      expect(flush(writer)).toBe(true);
      wait(writer, { leaf: 0, row: 0, line: 3 }, 3, 4);
      wait(writer, { leaf: 0, row: 1, line: 4, flags: ROW_SEEN | 64 }, 5, 6);
      wait(writer, { leaf: 0, row: 2, line: 5 }, 7, 8);
      wait(writer, { leaf: 1, row: 1, line: 6 }, 9);
      expect(flush(writer)).toBe(false);
      expect(rowsOf(writer, 0)).toEqual([
        [ROW_SEEN, 5, 3, 3, 4],
        [ROW_SEEN, 5, 2, 1, 2],
        [ROW_SEEN, 5, 5, 7, 8],
        undefined,
      ]);
      expect(rowsOf(writer, 1)[1]).toEqual([ROW_SEEN, 5, 6, 9]);
      expect(flush(writer)).toBe(true);
    });

    it('have their numbers and places where the columns ask for more room', () => {
      const writer = ready(2);
      // Narrow, then wider ones, over denominators of which none divides another; lines near and far.
      const numbers = [
        [1, 2],
        [3, 4],
        [70_000, 1],
        [5, 7],
        [2 ** 40, 3],
        [1, 10_000_000_000],
      ] as const;
      for (const [at, first] of numbers.entries()) {
        const second = numbers[(at + 1) % numbers.length] as readonly [number, number];
        const row = at % SIZE;
        forget(columnsOf(writer, 0), row);
        wait(writer, { leaf: 0, row, line: 10 ** at, file: at % 2 }, first, second);
        expect(flush(writer)).toBe(true);
        expect(rowsOf(writer, 0)[row]).toEqual([
          ...[ROW_SEEN, at % 2, 10 ** at],
          ...[first, second].map(([n, d]) => n / d),
        ]);
      }
    });

    it('stand in the columns as they are after others wrote there', () => {
      const writer = ready(1);
      const { values } = columnsOf(writer, 0);
      const [column] = values as [(typeof values)[number]];
      wait(writer, { leaf: 0, row: 0, line: 2 }, 1);
      wait(writer, { leaf: 0, row: 1, line: 3 }, 2);
      flush(writer);
      // Seven digits behind the mark: another denominator for all, and wider numbers; then one of its own for each; a far line.
      for (const [row, n, d, line] of [
        [2, 1_234_567, 10_000_000, 4],
        [2, 1, 7, 4],
        [2, 3, 1, 2_000_000],
      ] as const) {
        setPair(column, row, n, d);
        noteRow(columnsOf(writer, 0), row, 5, line, ROW_SEEN);
        forget(columnsOf(writer, 0), 1, 3);
        wait(writer, { leaf: 0, row: 3, line: 6 }, [5, 2]);
        wait(writer, { leaf: 0, row: 1, line: 7 }, [1, 10]);
        expect(flush(writer)).toBe(true);
        expect(rowsOf(writer, 0)).toEqual([
          [ROW_SEEN, 5, 2, 1],
          [ROW_SEEN, 5, 7, 0.1],
          [ROW_SEEN, 5, line, n / d],
          [ROW_SEEN, 5, 6, 2.5],
        ]);
      }
    });
  });

  describe('a batch', () => {
    it('is empty at first', () => {
      const writer = ready(2, 2, 2);
      const { batch } = writer;
      expect([batch.width, batch.count, batch.above, batch.isFull]).toEqual([2, 0, 0, false]);
      expect([batch.n.length, batch.d.length, batch.rows.length]).toEqual([2 * 2048, 2 * 2048, 2048]);
      expect([[...batch.heads], [...batch.tails]]).toEqual([Array(3).fill(-1), Array(3).fill(-1)]);
      expect([flush(writer), MOST_WAITING]).toEqual([true, 2048]);
    });

    it('is not full any more when it was written', () => {
      const writer = ready(1);
      writer.batch.isFull = true;
      flush(writer);
      expect(writer.batch.isFull).toBe(false);
    });

    it('forgets what waited when that is dropped', () => {
      const writer = ready(1);
      wait(writer, { leaf: 0, row: 1, line: 2 }, 7);
      dropRows(writer.batch);
      expect(writer.batch.count).toBe(0);
      wait(writer, { leaf: 0, row: 2, line: 3 }, 8);
      flush(writer);
      expect(rowsOf(writer, 0)).toEqual([undefined, undefined, [ROW_SEEN, 5, 3, 8], undefined]);
    });

    it('stand in one batch or another, from which the same columns are written', () => {
      const writer = ready(2, 1);
      const { engine } = writer;
      const other = { ...writer, batch: createBatch(engine.memory, 2, 2) };
      wait(writer, { leaf: 1, row: 3, line: 2 }, 7);
      wait(other, { leaf: 0, row: 1, line: 3, flags: ROW_SEEN | 64 }, 8, [9, 4]);
      wait(other, { leaf: 1, row: 2, line: 5 }, 6);
      wait(writer, { leaf: 0, row: 0, line: 4 }, undefined, 2);
      const below = [undefined, [ROW_SEEN | 64, 5, 3, 8, 2.25], undefined, undefined];
      expect([flush(other), rowsOf(writer, 0)]).toEqual([true, below]);
      expect(flush(writer)).toBe(true);
      expect([rowsOf(writer, 0), rowsOf(writer, 1)]).toEqual([
        [[ROW_SEEN, 5, 4, undefined, 2], ...below.slice(1)],
        [undefined, undefined, [ROW_SEEN, 5, 5, 6], [ROW_SEEN, 5, 2, 7]],
      ]);
      // Nothing waits in either any more.
      for (const { heads, tails } of [writer.batch, other.batch]) {
        expect([...heads, ...tails]).toEqual([-1, -1, -1, -1]);
      }
      expect([flush(writer), flush(other)]).toEqual([true, true]);
    });

    it('stand where the kernel is told to let them wait', () => {
      const { engine, batch } = ready(1, 1);
      const { memory } = engine;
      const one = createBatch(memory, 1, 3);
      for (const { at, width, ...arrays } of [batch, one, batch]) {
        turnTo(memory, { at, width, ...arrays });
        expect(memory.own(map.WIDTH)).toBe(width);
        const { rows, files, lines, flags, n, d, next, heads, tails } = arrays;
        const told = [map.ROWS, map.FILES, map.LINES, map.FLAGS, map.NS, map.DS, map.NEXT, map.HEADS, map.TAILS];
        expect(told.map((at) => memory.own(at))).toEqual(
          [rows, files, lines, flags, n, d, next, heads, tails].map(({ byteOffset }) => byteOffset),
        );
        expect([rows, n, flags].map(({ length }) => length)).toEqual([
          MOST_WAITING,
          MOST_WAITING * width,
          MOST_WAITING,
        ]);
      }
      expect([one.heads.length, one.tails.length, one.count]).toEqual([3, 3, 0]);
    });
  });
});
