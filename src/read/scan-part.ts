/**
 * Parts of a long file that several threads read ahead.
 *
 *   claim the next part ─→ its rows by the quick way ─→ batches in the part's slot, in memory that all threads share
 *                                └ not sure of a row: where it stands, and on with the next
 *
 * A thread only reads: the main one writes all batches to the columns, in the order of the file, and reads the rows
 * that are named in between (scan-parts.ts). So what is read here may be wrong where a part does not begin a row, and
 * nobody sees it; and a part that was left off is read on by the main thread. Slots are few and used in turn: nobody
 * reads further ahead than there are slots. This file runs in worker threads, and knows nothing but plain data.
 */
import { type Batch, createBatch } from './scan-batch.ts';
import { createRow, lastLineFeed, splitRow } from './scan-bytes.ts';
import type { QuickLayout } from './scan-layout.ts';
import { fillBatch } from './scan-run.ts';
import type { RowScan } from './scan-state.ts';
import { type ByteTable, viewOf } from './scan-table.ts';
import { PIECE, type RowScanner } from './scanner.ts';

/** Fills a buffer with the bytes from a position in the file on and says how many there were. */
export type ReadAt = (into: Uint8Array, position: number) => number;

/** Places in `PartJob.control`: the next part that nobody has claimed; parts that the main thread is through with. */
const NEXT = 0;
const TAKEN = 1;
/** Not 0: no part may be claimed any more. */
const CLOSED = 2;
/** Pieces that were read: it rises as long as somebody works. */
const ALIVE = 3;
export const CONTROLS = 4;

/** What all threads share; each has its own copies of the objects, while the arrays of slots are the same memory. */
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
  /** Where each part begins, and where the last one ends. */
  readonly cuts: Float64Array;
  readonly control: Int32Array;
  /** Of each part: 1 where it stands in its slot. */
  readonly ready: Int32Array;
  readonly slots: readonly Slot[];
}

/** What was read of a part: batches of rows, whose lines are counted from the part's first. */
export interface Slot {
  readonly batches: readonly Batch[];
  /** Of each batch how many rows it has, and the row behind it that was not taken: its line, 0 if there is none. */
  readonly counts: Int32Array;
  readonly oddLines: Int32Array;
  /** Where that row begins in the file, and where it ends. */
  readonly oddStarts: Float64Array;
  readonly oddEnds: Float64Array;
  /** How many batches there are, how many lines, and where in the file the first row begins that was left off. */
  readonly extent: Float64Array;
}

/** Lets a thread other than the main one read ahead for as long as there are parts; nothing is thrown. */
export function readAhead(job: PartJob, readAt: ReadAt, patience: number): void {
  const { control, cuts } = job;
  const scan = createPartScan(job);
  for (;;) {
    const taken = Atomics.load(control, TAKEN);
    const part = claimPart(job);
    if (part >= 0) scanPart(job, scan, readAt, part);
    else if (Atomics.load(control, CLOSED) !== 0 || Atomics.load(control, NEXT) >= cuts.length - 1) return;
    else if (Atomics.wait(control, TAKEN, taken, patience) === 'timed-out') return;
  }
}

/** Makes a part the caller's; -1 where all are claimed, or the next one has no slot yet. */
export function claimPart({ control, cuts, slots }: PartJob): number {
  for (;;) {
    const part = Atomics.load(control, NEXT);
    const isThere = part < cuts.length - 1 && part < Atomics.load(control, TAKEN) + slots.length;
    if (!isThere || Atomics.load(control, CLOSED) !== 0) return -1;
    if (Atomics.compareExchange(control, NEXT, part, part + 1) === part) return part;
  }
}

/** Says that the main thread is through with a part: its slot is free. */
export function freePart({ control }: PartJob, part: number): void {
  Atomics.store(control, TAKEN, part + 1);
  Atomics.notify(control, TAKEN);
}

/** Lets nobody claim a part any more. */
export function closeJob({ control }: PartJob): void {
  Atomics.store(control, CLOSED, 1);
  // Who is about to wait for another number does not begin.
  Atomics.add(control, TAKEN, 1);
  Atomics.notify(control, TAKEN);
}

/** Waits until a part stands in its slot; false where whoever has claimed it seems to be gone. */
export function waitForPart({ control, ready }: PartJob, part: number, patience: number): boolean {
  while (Atomics.load(ready, part) === 0) {
    const alive = Atomics.load(control, ALIVE);
    const isLate = Atomics.wait(ready, part, 0, patience) === 'timed-out';
    if (isLate && Atomics.load(control, ALIVE) === alive && Atomics.load(ready, part) === 0) return false;
  }
  return true;
}

/** A thread's own beginning of a job. */
export function createPartScan(job: PartJob): RowScan {
  const { delimiter, fileAt, longest, mostRows, units, leaves, buildOf, rowOf, isFocused } = job;
  const buffer = new Uint8Array(PIECE + 4);
  const scanner: RowScanner = {
    ...{ units, leaves, buildOf, rowOf, isFocused, buffer },
    limits: { rows: mostRows },
    view: viewOf(buffer),
    row: createRow(delimiter),
    batch: createBatch(1),
    touchedBy: new Int32Array(buildOf.length),
  };
  return {
    ...{ scanner, longest, file: { fileAt }, touched: [], flush: () => false },
    ...{ isAlone: false, at: 0, line: 0, read: 0, seat: -1, build: 0, leaf: -1 },
  };
}

/** Reads a part into its slot, as far as it goes. */
export function scanPart(job: PartJob, scan: RowScan, readAt: ReadAt, part: number): void {
  const { slots, cuts, ready } = job;
  const slot = slots[part % slots.length] as Slot;
  const { extent } = slot;
  extent.set([0, 0, cuts[part] as number]);
  try {
    fillSlot(job, scan, slot, readAt, part);
  } catch {
    // What the disk refuses it refuses to the main thread, too, which tells of it.
    extent.set([0, 0, cuts[part] as number]);
    for (const { heads, tails } of slot.batches) for (const rows of [heads, tails]) rows.fill(-1);
  }
  Atomics.store(ready, part, 1);
  Atomics.notify(ready, part);
}

function fillSlot(job: PartJob, scan: RowScan, slot: Slot, readAt: ReadAt, part: number): void {
  const { batches, counts, oddLines, oddStarts, oddEnds, extent } = slot;
  const { buffer, row } = scan.scanner;
  const scanner: { batch: Batch } = scan.scanner;
  Object.assign(scan, { line: 0, read: 0, seat: -1, leaf: -1 });
  let batch = batches[0] as Batch;
  let number = 0;
  const begin = (): void => {
    batch = batches[number] as Batch;
    batch.count = 0;
    batch.isFull = false;
    scanner.batch = batch;
  };
  /** Ends a batch, and begins the next if there is one. */
  const turn = (oddLine: number, oddStart: number, oddEnd: number): boolean => {
    counts[number] = batch.count;
    oddLines[number] = oddLine;
    oddStarts[number] = oddStart;
    oddEnds[number] = oddEnd;
    extent.set([++number, scan.line, oddEnd]);
    if (number === batches.length) return false;
    begin();
    return true;
  };
  begin();
  const to = job.cuts[part + 1] as number;
  let end = 0;
  for (let position = job.cuts[part] as number; position < to; ) {
    Atomics.add(job.control, ALIVE, 1);
    if (Atomics.load(job.control, CLOSED) !== 0) return;
    const count = readAt(buffer.subarray(end, Math.min(PIECE, end + to - position)), position);
    position += count;
    end += count;
    const base = position - end;
    const lastLine = lastLineFeed(buffer, end) + 1;
    let at = 0;
    while (at < lastLine) {
      at = fillBatch(scan, job.layout, at, lastLine);
      if (at >= lastLine) break;
      if (batch.isFull) {
        if (!turn(0, 0, base + at)) return;
        continue;
      }
      const after = splitRow(buffer, at, end, row, 0);
      const isOdd = after < 0 || after - at > scan.longest;
      if (isOdd) {
        turn(0, 0, base + at);
        return;
      }
      scan.line++;
      if (!turn(scan.line, base + at, base + after)) return;
      at = after;
    }
    buffer.copyWithin(0, at, end);
    end -= at;
    if (count <= 0 || end === PIECE) {
      turn(0, 0, base + at);
      return;
    }
  }
  turn(0, 0, to - end);
}
