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
import { LONGEST, PIECE } from './kernel/map.ts';
import type { Block } from './kernel/memory.ts';
import { type Batch, dropRows } from './scan-batch.ts';
import { createRow, lastLineFeed, type Row, splitRow } from './scan-bytes.ts';
import type { Engine } from './scan-kernel.ts';
import { type Filler, fillBatch } from './scan-run.ts';
import type { Slot } from './scan-slots.ts';
import type { RowScan } from './scan-state.ts';

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
  readonly mostRows: number;
  /** Bytes of a row that is within the limits for certain. */
  readonly longest: number;
  /** Where each part begins, and where the last one ends. */
  readonly cuts: Float64Array;
  readonly control: Int32Array;
  /** Of each part: 1 where it stands in its slot. */
  readonly ready: Int32Array;
  readonly slots: readonly Slot[];
}

/** The job of a thread other than the main one: the scanner's memory, where its own area is, and the compiled kernel. */
export interface ThreadJob extends PartJob {
  readonly block: Block;
  readonly area: number;
  readonly module: object | undefined;
}

/** Lets a thread other than the main one read ahead, in its own area, for as long as there are parts; nothing is thrown. */
export function readAhead(job: ThreadJob, readAt: ReadAt, patience: number, engine: Engine): void {
  const { control, cuts } = job;
  const scan = createPartScan(job, engine);
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

/** What a thread has of its own: how far it has come, and the kernel. */
export interface PartScan extends RowScan, Omit<Filler, 'batch'> {
  readonly row: Row;
}

/** A thread's beginning of a job, with a kernel that is ready for rows of the file. */
export function createPartScan({ mostRows, longest }: PartJob, engine: Engine): PartScan {
  engine.memory.setOwn(LONGEST, longest);
  return {
    ...{ engine, mostRows, row: createRow() },
    ...{ isAlone: false, line: 0, read: 0, seat: -1, build: 0, leaf: -1 },
  };
}

/** Reads a part into its slot, as far as it goes. */
export function scanPart(job: PartJob, scan: PartScan, readAt: ReadAt, part: number): void {
  const { slots, cuts, ready } = job;
  const slot = slots[part % slots.length] as Slot;
  const { extent } = slot;
  extent.set([0, 0, cuts[part] as number]);
  try {
    fillSlot(job, scan, slot, readAt, part);
  } catch {
    // What the disk refuses it refuses to the main thread, too, which tells of it.
    extent.set([0, 0, cuts[part] as number]);
    for (const batch of slot.batches) dropRows(batch);
  }
  Atomics.store(ready, part, 1);
  Atomics.notify(ready, part);
}

function fillSlot(job: PartJob, scan: PartScan, slot: Slot, readAt: ReadAt, part: number): void {
  const { batches, counts, oddLines, oddStarts, oddEnds, extent } = slot;
  const { engine, mostRows, row } = scan;
  const { memory } = engine;
  const { area } = memory;
  Object.assign(scan, { line: 0, read: 0, seat: -1, leaf: -1 });
  let number = 0;
  let batch = Object.assign(batches[0] as Batch, { count: 0 });
  /** Ends a batch, and says whether there is another. */
  const turn = (oddLine: number, oddStart: number, oddEnd: number): boolean => {
    counts[number] = batch.count;
    oddLines[number] = oddLine;
    oddStarts[number] = oddStart;
    oddEnds[number] = oddEnd;
    extent.set([++number, scan.line, oddEnd]);
    if (number === batches.length) return false;
    batch = Object.assign(batches[number] as Batch, { count: 0 });
    return true;
  };
  const to = job.cuts[part + 1] as number;
  let end = 0;
  for (let position = job.cuts[part] as number; position < to; ) {
    Atomics.add(job.control, ALIVE, 1);
    if (Atomics.load(job.control, CLOSED) !== 0) return;
    const room = Math.min(PIECE, end + to - position);
    const count = readAt(memory.bytes.subarray(area + end, area + room), position);
    position += count;
    end += count;
    const base = position - end - area;
    const lastLine = lastLineFeed(memory, area + end) + 1;
    let at = area;
    while (at < lastLine) {
      at = fillBatch({ engine, batch, mostRows }, scan, at, lastLine);
      if (at >= lastLine) break;
      if (batch.isFull) {
        if (!turn(0, 0, base + at)) return;
        continue;
      }
      const after = splitRow(memory, at, area + end, row, 0);
      const isOdd = after < 0 || after - at > job.longest;
      if (isOdd) {
        turn(0, 0, base + at);
        return;
      }
      scan.line++;
      if (!turn(scan.line, base + at, base + after)) return;
      at = after;
    }
    memory.bytes.copyWithin(area, at, area + end);
    end -= at - area;
    if (count <= 0 || end === PIECE) {
      turn(0, 0, base + at);
      return;
    }
  }
  turn(0, 0, to - end);
}
