/**
 * What one thread does of a long file that several scan at once.
 *
 *   claim the next part ─→ its rows by the quick way ─→ they wait ─→ written to arrays that all threads share
 *            ↑                        └ not sure, or not held by the arrays: put aside, for the main thread to take
 *            └─────────────────────────── end of the part
 *
 * No thread waits for another and nothing is merged. What is odd, and an entry that is there already, makes all of
 * them give up. A part does not know how many lines are above it: line i of part p is numbered p × stride + i until
 * all parts are done (scan-parts.ts). This file runs in worker threads, and knows nothing but plain data.
 */
import { type LeafColumns, ROW_SEEN } from '../model/assessment.ts';
import { type Column, clearRow, placePair } from '../model/column.ts';
import { clearPlace, placeHere } from '../model/places.ts';
import { createBatch, flushBy, prepare } from './scan-batch.ts';
import { createRow, lastLineFeed, splitRow } from './scan-bytes.ts';
import type { QuickLayout } from './scan-layout.ts';
import { runRows } from './scan-run.ts';
import type { RowScan } from './scan-state.ts';
import { type ByteTable, viewOf } from './scan-table.ts';
import { PIECE } from './scanner.ts';

/** Fills a buffer with the bytes from a position in the file on and says how many there were. */
export type ReadAt = (into: Uint8Array, position: number) => number;

/** Places in `PartJob.control`. */
export const NEXT = 0;
export const GIVEN_UP = 1;
export const WRITTEN = 2;
export const ASIDE = 3;
/** Not 0: no thread may begin any more. */
export const CLOSED = 4;
/** Threads at work besides the main one, and pieces that they have read. */
export const AT_WORK = 5;
export const ALIVE = 6;
export const CONTROLS = 7;

/** Numbers of lines that are left free between two parts: no distance that a byte holds leads from one to the other. */
export const APART = 256;

/** What all threads share; the same for each of them but that objects are copies, while arrays are the same memory. */
export interface PartJob {
  readonly fileAt: number;
  readonly delimiter: string;
  readonly mostRows: number;
  /** Bytes of a row that is within the limits for certain. */
  readonly longest: number;
  readonly layout: QuickLayout;
  readonly units: ByteTable;
  readonly leaves: readonly ByteTable[];
  readonly buildOf: Int32Array;
  readonly rowOf: Int32Array;
  readonly isFocused: Uint8Array;
  /** Of each reading. */
  readonly columns: readonly SharedColumns[];
  /** Where each part begins, and where the last one ends. */
  readonly cuts: Float64Array;
  /** Numbers of lines that each part has for itself. */
  readonly stride: number;
  readonly control: Int32Array;
  /** Lines in each part. */
  readonly lines: Int32Array;
  /** Rows that were put aside: where they begin in the file, and their lines; in no order. */
  readonly aside: { readonly starts: Float64Array; readonly lines: Int32Array };
}

export type SharedColumns = Pick<LeafColumns, 'flags' | 'places' | 'values'>;

/** A thread's own beginning of a job. */
function createPartScan(job: PartJob): RowScan {
  const { layout, delimiter, fileAt, longest, mostRows, units, leaves, buildOf, rowOf, isFocused } = job;
  const buffer = new Uint8Array(PIECE + 4);
  const scanner = {
    ...{ units, leaves, buildOf, rowOf, isFocused, buffer },
    limits: { rows: mostRows },
    view: viewOf(buffer),
    row: createRow(delimiter),
    batch: createBatch(Math.max(1, ...job.columns.map(({ values }) => values.length))),
    touchedBy: new Int32Array(buildOf.length),
  };
  prepare(scanner.batch, layout.readings.length);
  return {
    ...{ scanner, longest, file: { fileAt }, touched: [], flush: () => false },
    ...{ isAlone: false, base: 0, at: 0, line: 0, read: 0, seat: -1, build: 0, leaf: -1 },
  };
}

/** Lets a thread other than the main one take its share; nothing is thrown, since nobody would hear it. */
export function helpScan(job: PartJob, readAt: ReadAt): void {
  const { control } = job;
  const scan = createPartScan(job);
  Atomics.add(control, AT_WORK, 1);
  try {
    if (Atomics.load(control, CLOSED) === 0) scanParts(job, scan, readAt);
  } catch {
    Atomics.store(control, GIVEN_UP, 1);
  }
  Atomics.sub(control, AT_WORK, 1);
  Atomics.notify(control, AT_WORK);
}

/** Lets no thread begin any more, and waits for those at work; false where one seems to be at work for ever. */
export function closeJob(control: Int32Array, patience: number): boolean {
  Atomics.store(control, CLOSED, 1);
  for (;;) {
    const alive = Atomics.load(control, ALIVE);
    const atWork = Atomics.load(control, AT_WORK);
    if (atWork === 0) return true;
    const isLate = Atomics.wait(control, AT_WORK, atWork, patience) === 'timed-out';
    if (isLate && Atomics.load(control, ALIVE) === alive) return false;
  }
}

/** Scans parts for as long as there are any, and nobody has given up. */
export function scanParts(job: PartJob, scan: RowScan, readAt: ReadAt): void {
  const { control, cuts } = job;
  for (;;) {
    const part = Atomics.add(control, NEXT, 1);
    if (part >= cuts.length - 1) return;
    scan.flush = () => writeRows(job, scan, cuts[part] as number);
    if (!scanPart(job, scan, readAt, part)) Atomics.store(control, GIVEN_UP, 1);
    if (Atomics.load(control, GIVEN_UP) !== 0) return;
  }
}

/** False where the part is odd, and so are all. */
function scanPart(job: PartJob, scan: RowScan, readAt: ReadAt, part: number): boolean {
  const { control, stride, layout } = job;
  const { buffer, row } = scan.scanner;
  const begin = job.cuts[part] as number;
  const to = job.cuts[part + 1] as number;
  const above = part * stride;
  Object.assign(scan, { line: above, read: 0, seat: -1, leaf: -1 });
  let end = 0;
  for (let position = begin; position < to; ) {
    Atomics.add(control, ALIVE, 1);
    if (Atomics.load(control, GIVEN_UP) !== 0) return false;
    const count = readAt(buffer.subarray(end, Math.min(PIECE, end + to - position)), position);
    if (count <= 0) return false;
    position += count;
    end += count;
    scan.base = position - end - begin;
    const lastLine = lastLineFeed(buffer, end) + 1;
    let at = 0;
    while (at < lastLine) {
      at = runRows(scan, layout, at, lastLine);
      if (at < 0) return false;
      if (at >= lastLine) break;
      const next = splitRow(buffer, at, end, row, 0);
      if (next < 0 || next - at > scan.longest) return false;
      scan.line++;
      if (!putAside(job, begin + scan.base + at, scan.line)) return false;
      at = next;
    }
    buffer.copyWithin(0, at, end);
    end -= at;
    if (end === PIECE) return false;
  }
  job.lines[part] = scan.line - above;
  // The part ends behind a line feed. Were that inside quotes, the last row would be odd.
  return end === 0 && scan.line < above + stride - APART && scan.flush();
}

/** False where there are too many. */
function putAside({ control, aside }: PartJob, start: number, line: number): boolean {
  const at = Atomics.add(control, ASIDE, 1);
  if (at >= aside.lines.length) return false;
  aside.starts[at] = start;
  aside.lines[at] = line;
  return true;
}

/** Writes the rows that wait; false where one of them stands in the columns already, or too many are put aside. */
function writeRows(job: PartJob, { scanner: { batch } }: RowScan, begin: number): boolean {
  const { columns, fileAt, control } = job;
  const { width, rows, lines, starts, flags, next, n, d } = batch;
  let written = 0;
  const isSound = flushBy(batch, (leaf, head) => {
    const { values, places, flags: seen } = columns[leaf] as SharedColumns;
    for (let at = head; at >= 0; at = next[at] as number) {
      const row = rows[at] as number;
      if (((seen[row] as number) & ROW_SEEN) !== 0) return false;
      let isHeld = placeHere(places, row, fileAt, lines[at] as number);
      for (let position = 0; isHeld && position < values.length; position++) {
        const slot = at * width + position;
        const column = values[position] as Column;
        if (d[slot] !== 0) isHeld = placePair(column, row, n[slot] as number, d[slot] as number);
      }
      if (isHeld) {
        seen[row] = flags[at] as number;
        written++;
      } else {
        for (const column of values) clearRow(column, row);
        clearPlace(places, row);
        if (!putAside(job, begin + (starts[at] as number), lines[at] as number)) return false;
      }
    }
    return true;
  });
  Atomics.add(control, WRITTEN, written);
  return isSound;
}
