/** Rows that wait, and what of them stands in the columns behind: by hand, in three leaves of up to two values. */
import { describe, expect, it } from 'vitest';
import { ROW_SEEN } from '../../src/model/assessment.ts';
import { createColumn, exactAt } from '../../src/model/column.ts';
import { createAnchors, createPlaces, fileAt, lineAt } from '../../src/model/places.ts';
import { addRow, type Batch, createBatch, flush, MOST_WAITING, prepare } from '../../src/read/scan-batch.ts';
import type { Reading } from '../../src/read/scan-layout.ts';

const SIZE = 4;

function leaf(values: number) {
  const columns = {
    flags: new Uint8Array(SIZE),
    places: createPlaces(createAnchors(SIZE)),
    values: Array.from({ length: values }, () => createColumn(SIZE)),
  };
  return { columns } as unknown as Reading;
}

/** Lets a row wait whose values are whole numbers, or none. */
function wait(
  batch: Batch,
  at: { leaf: number; row: number; line: number; flags?: number },
  ...values: (number | undefined)[]
) {
  for (let position = 0; position < batch.width; position++) {
    const slot = batch.count * batch.width + position;
    batch.n[slot] = values[position] ?? 0;
    batch.d[slot] = values[position] === undefined ? 0 : 1;
  }
  addRow(batch, at.leaf, at.row, 5, at.line, at.flags ?? ROW_SEEN);
}

/** Of each row: its flags, file and line, and its values. */
function rowsOf({ columns: { flags, places, values } }: Reading) {
  return Array.from({ length: SIZE }, (_, row) =>
    flags[row] === 0
      ? undefined
      : [flags[row], fileAt(places, row), lineAt(places, row), ...values.map((column) => exactAt(column, row)?.n)],
  );
}

function ready(...readings: readonly Reading[]): Batch {
  const batch = createBatch(2);
  prepare(batch, readings.length);
  return batch;
}

describe('rows that wait', () => {
  it('are written leaf by leaf, each with its place, flags and values', () => {
    const readings = [leaf(2), leaf(1), leaf(0)] as const;
    const batch = ready(...readings);
    batch.above = 100;
    wait(batch, { leaf: 1, row: 3, line: 2 }, 7);
    wait(batch, { leaf: 0, row: 1, line: 3, flags: ROW_SEEN | 64 }, 8, 9);
    wait(batch, { leaf: 1, row: 0, line: 4 }, 10);
    wait(batch, { leaf: 1, row: 1, line: 6 }, undefined);
    wait(batch, { leaf: 0, row: 2, line: 7 }, undefined, 11);
    wait(batch, { leaf: 2, row: 0, line: 8 });
    expect(batch.count).toBe(6);
    expect(readings.flatMap(rowsOf).every((row) => row === undefined)).toBe(true);
    expect(flush(batch, readings)).toBe(true);
    expect(rowsOf(readings[0])).toEqual([
      undefined,
      [ROW_SEEN | 64, 5, 103, 8n, 9n],
      [ROW_SEEN, 5, 107, undefined, 11n],
      undefined,
    ]);
    expect(rowsOf(readings[1])).toEqual([
      [ROW_SEEN, 5, 104, 10n],
      [ROW_SEEN, 5, 106, undefined],
      undefined,
      [ROW_SEEN, 5, 102, 7n],
    ]);
    expect(rowsOf(readings[2])).toEqual([[ROW_SEEN, 5, 108], undefined, undefined, undefined]);
    expect(batch.count).toBe(0);
  });

  it('are written once', () => {
    const reading = leaf(1);
    const batch = ready(reading);
    wait(batch, { leaf: 0, row: 1, line: 2 }, 7);
    flush(batch, [reading]);
    reading.columns.flags.fill(0);
    expect(flush(batch, [reading])).toBe(true);
    // The next row of the leaf is its first again.
    wait(batch, { leaf: 0, row: 2, line: 3 }, 8);
    expect(flush(batch, [reading])).toBe(true);
    expect(rowsOf(reading)).toEqual([undefined, undefined, [ROW_SEEN, 5, 3, 8n], undefined]);
  });

  it('are not written over a row that stands there, and the others are', () => {
    const readings = [leaf(2), leaf(1)] as const;
    const batch = ready(...readings);
    wait(batch, { leaf: 0, row: 1, line: 2 }, 1, 2);
    expect(flush(batch, readings)).toBe(true);
    wait(batch, { leaf: 0, row: 0, line: 3 }, 3, 4);
    wait(batch, { leaf: 0, row: 1, line: 4, flags: ROW_SEEN | 64 }, 5, 6);
    wait(batch, { leaf: 0, row: 2, line: 5 }, 7, 8);
    wait(batch, { leaf: 1, row: 1, line: 6 }, 9);
    expect(flush(batch, readings)).toBe(false);
    expect(rowsOf(readings[0])).toEqual([
      [ROW_SEEN, 5, 3, 3n, 4n],
      [ROW_SEEN, 5, 2, 1n, 2n],
      [ROW_SEEN, 5, 5, 7n, 8n],
      undefined,
    ]);
    expect(rowsOf(readings[1])[1]).toEqual([ROW_SEEN, 5, 6, 9n]);
    expect(flush(batch, readings)).toBe(true);
  });
});

describe('a batch', () => {
  it('is empty at first', () => {
    const batch = createBatch(3);
    expect(batch).toMatchObject({ width: 3, count: 0, above: 0, room: 8, isFull: false });
    expect([batch.n.length, batch.d.length, batch.rows.length]).toEqual([3 * 2048, 3 * 2048, 2048]);
    expect([batch.heads.length, batch.tails.length]).toEqual([0, 0]);
    expect(flush(batch, [])).toBe(true);
  });

  it('has room for twice as many rows each time that it was full, up to 2,048', () => {
    const batch = createBatch(1);
    prepare(batch, 0);
    const rooms = Array.from({ length: 10 }, () => {
      batch.isFull = true;
      flush(batch, []);
      expect(batch.isFull).toBe(false);
      return batch.room;
    });
    expect(rooms).toEqual([16, 32, 64, 128, 256, 512, 1024, 2048, 2048, 2048]);
    expect(MOST_WAITING).toBe(2048);
    flush(batch, []);
    const other = createBatch(1);
    flush(other, []);
    expect(other.room).toBe(8);
  });

  it('forgets what waited when it is made ready', () => {
    const reading = leaf(1);
    const batch = ready(reading);
    wait(batch, { leaf: 0, row: 1, line: 2 }, 7);
    prepare(batch, 1);
    expect(batch.count).toBe(0);
    wait(batch, { leaf: 0, row: 2, line: 3 }, 8);
    flush(batch, [reading]);
    expect(rowsOf(reading)).toEqual([undefined, undefined, [ROW_SEEN, 5, 3, 8n], undefined]);
  });
});
