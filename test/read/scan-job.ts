/** The job of a small file in parts, as its threads get it, and what stands in a slot; all rows are of 13 bytes. */
import { expect } from 'vitest';
import { areaAt } from '../../src/read/kernel/memory.ts';
import { createEngine } from '../../src/read/scan-kernel.ts';
import {
  createPartScan,
  type PartJob,
  type PartScan,
  type ReadAt,
  readAhead,
  type ThreadJob,
} from '../../src/read/scan-part.ts';
import { scanInParts } from '../../src/read/scan-parts.ts';
import type { Slot } from '../../src/read/scan-slots.ts';
import { HEADER, narrow, smallScanner } from './scan-small.ts';

/** Ids of twelve units, and a row of each. */
export const UNITS = [...'abcdefghijkl'].map((letter) => `x${letter}`);
export const ROWS = UNITS.map((unit) => `${unit},1.3,,1,,,`);
/** Where the first row begins. */
export const BEGIN = HEADER.length + 1;
export const ROW = 13;

/** The job of a file with these rows, three to a part, as its threads get it. */
export function jobOf(rows: readonly string[], { slots = 4, batches = 2 } = {}): { job: ThreadJob; readAt: ReadAt } {
  const bytes = new TextEncoder().encode(`${[HEADER, ...rows].join('\n')}\n`);
  const readAt: ReadAt = (into, position) => {
    const next = bytes.subarray(position, position + into.length);
    into.set(next);
    return next.length;
  };
  let job: ThreadJob | undefined;
  const start = (own: ThreadJob) => {
    job = own;
    throw new Error('enough');
  };
  const parts = {
    size: bytes.length,
    readAt,
    part: 3 * ROW,
    slots,
    batches,
    patience: 0,
    others: 1,
    leastInOrder: 0,
    start,
  };
  const begin = () => scanInParts(smallScanner({ units: UNITS }), { file: 'a.csv', fileAt: 0 }, parts);
  expect(begin).toThrow('enough');
  if (job === undefined) throw new Error('no job');
  job.control.fill(0);
  return { job, readAt };
}

/** Lets a thread read ahead that has the script for a kernel. */
export function readByScript(job: ThreadJob, readAt: ReadAt, patience: number): void {
  readAhead(job, readAt, patience, createEngine(undefined, areaAt(job.block, job.area)));
}

/** A thread's beginning of a job, with room for so many rows in a batch. */
export function partScanOf(job: ThreadJob, room = 2048): PartScan {
  const engine = createEngine(undefined, areaAt(job.block, job.area));
  narrow(engine, room);
  return createPartScan(job, engine);
}

/** Batches and lines of a part, how far from the first row it was read, and of each batch its rows and the odd row behind. */
export function slotOf({ slots, cuts }: PartJob, part: number) {
  const { extent, counts, oddLines, oddStarts, oddEnds } = slots[part % slots.length] as Slot;
  const [full = 0, lines, reached = 0] = extent;
  const from = (position: number | undefined) => ((position ?? 0) === 0 ? 0 : ((position as number) - BEGIN) / ROW);
  return {
    at: ((cuts[part] as number) - BEGIN) / ROW,
    extent: [full, lines, (reached - BEGIN) / ROW],
    batches: Array.from({ length: full }, (_, at) =>
      [counts[at], oddLines[at], from(oddStarts[at]), from(oddEnds[at])].join(' '),
    ),
  };
}
