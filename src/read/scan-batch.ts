/**
 * Rows that were read and wait to be written to their columns.
 *
 * Each row belongs to another leaf than the one before. Written at once, it would go through objects and arrays that
 * were last used a hundred rows ago and have left the processor's nearest memory: that took longer than reading it.
 * So some thousand rows are kept side by side in the order of reading, and then written leaf by leaf. Rows of several
 * small files may wait together.
 */
import { ROW_SEEN } from '../model/assessment.ts';
import { type Column, setPair } from '../model/column.ts';
import { setPlace } from '../model/places.ts';
import type { Reading } from './scan-layout.ts';

/** Waiting rows; row i has its values at i × width and after it. */
export interface Batch {
  /** Values of a row at most. */
  readonly width: number;
  readonly rows: Int32Array;
  readonly files: Int32Array;
  readonly lines: Int32Array;
  readonly flags: Uint8Array;
  /** Numerators and denominators; a denominator of 0 where no value stands. */
  readonly n: Float64Array;
  readonly d: Float64Array;
  /** The next row of the same leaf, -1 after the last; the first and last of each leaf. */
  readonly next: Int32Array;
  heads: Int32Array;
  tails: Int32Array;
  count: number;
  /** Lines of the file above those from which `lines` counts. */
  above: number;
  /** How many may wait, and whether no more can. */
  room: number;
  isFull: boolean;
}

/** Together these take less than what is nearest to the processor but for the very nearest. */
export const MOST_WAITING = 2048;

/**
 * At first only a few may wait, so that the function which takes rows is called some times before it is hot. V8
 * compiles it by what it has seen, and of a first call that never ends it has not seen the beginning again: such code
 * was thrown away at the second call, after a good part of a file of a million rows.
 */
const FIRST_WAITING = 8;

/** A batch for rows of at most so many values. */
export function createBatch(width: number): Batch {
  return {
    width,
    rows: new Int32Array(MOST_WAITING),
    files: new Int32Array(MOST_WAITING),
    lines: new Int32Array(MOST_WAITING),
    flags: new Uint8Array(MOST_WAITING),
    n: new Float64Array(MOST_WAITING * width),
    d: new Float64Array(MOST_WAITING * width),
    next: new Int32Array(MOST_WAITING),
    heads: new Int32Array(0),
    tails: new Int32Array(0),
    count: 0,
    above: 0,
    room: FIRST_WAITING,
    isFull: false,
  };
}

/** Makes an empty batch ready for rows of so many leaves. */
export function prepare(batch: Batch, leaves: number): void {
  batch.count = 0;
  batch.heads = new Int32Array(leaves).fill(-1);
  batch.tails = new Int32Array(leaves).fill(-1);
}

/** Adds a row whose values were written at `count`, of leaf number `leaf`. */
export function addRow(batch: Batch, leaf: number, row: number, file: number, line: number, flags: number): void {
  const at = batch.count++;
  batch.rows[at] = row;
  batch.files[at] = file;
  batch.lines[at] = line;
  batch.flags[at] = flags;
  batch.next[at] = -1;
  const tail = batch.tails[leaf] as number;
  batch.tails[leaf] = at;
  if (tail < 0) batch.heads[leaf] = at;
  else batch.next[tail] = at;
}

/** Writes the waiting rows to the columns of `readings`, but for those that stand there already; false where one does. */
export function flush(batch: Batch, readings: readonly Reading[]): boolean {
  let isSound = true;
  if (batch.isFull) batch.room = Math.min(2 * batch.room, MOST_WAITING);
  batch.isFull = false;
  if (batch.count === 0) return true;
  batch.count = 0;
  for (let leaf = 0; leaf < batch.heads.length; leaf++) {
    const head = batch.heads[leaf] as number;
    if (head < 0) continue;
    batch.heads[leaf] = -1;
    batch.tails[leaf] = -1;
    if (!writeLeaf(batch, head, readings[leaf] as Reading)) isSound = false;
  }
  return isSound;
}

function writeLeaf(batch: Batch, head: number, { columns }: Reading): boolean {
  const { width, rows, files, lines, above, next, n, d } = batch;
  const { flags, places, values } = columns;
  let isSound = true;
  for (let at = head; at >= 0; at = next[at] as number) {
    const row = rows[at] as number;
    if (((flags[row] as number) & ROW_SEEN) !== 0) {
      isSound = false;
      d.fill(0, at * width, (at + 1) * width);
      continue;
    }
    flags[row] = batch.flags[at] as number;
    setPlace(places, row, files[at] as number, above + (lines[at] as number));
  }
  for (let position = 0; position < values.length; position++) {
    const column = values[position] as Column;
    for (let at = head; at >= 0; at = next[at] as number) {
      const slot = at * width + position;
      if (d[slot] !== 0) setPair(column, rows[at] as number, n[slot] as number, d[slot] as number);
    }
  }
  return isSound;
}
