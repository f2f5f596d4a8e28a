/**
 * What several threads need to read a long file: slots in which parts of it stand, and of each thread but the main one its
 * own area. All of it lies in the scanner's memory, and stays for the next file.
 */
import { AREA, TOUCHED, TOUCHED_BY } from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';
import { type Batch, createBatch, MOST_WAITING } from './scan-batch.ts';

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

export interface PartRoom {
  readonly slots: readonly Slot[];
  readonly areas: readonly Area[];
}

/** Addresses of what a thread has for itself: its area, and what it notes of the units that it meets (map.ts). */
interface Area {
  readonly at: number;
  readonly touched: number;
  readonly touchedBy: number;
}

/** How many of each. */
export interface PartSizes {
  readonly slots: number;
  /** Batches of a part at most; also a row of which nobody is sure ends one. */
  readonly batches: number;
  /** Threads besides the main one. */
  readonly others: number;
}

/** Whose rows are read: batches of the same width and leaves as its own, and units. */
interface Owner {
  readonly memory: Memory;
  readonly batch: Pick<Batch, 'width' | 'heads'>;
  readonly rowOf: Int32Array;
}

/** Room for this many. */
export function createPartRoom(owner: Owner, { slots, batches, others }: PartSizes): PartRoom {
  return {
    slots: Array.from({ length: slots }, () => createSlot(owner, batches)),
    areas: Array.from({ length: others }, () => createArea(owner)),
  };
}

function createArea({ memory, rowOf }: Owner): Area {
  return {
    at: memory.allot(AREA),
    touched: memory.allot(4 * MOST_WAITING),
    touchedBy: memory.allot(4 * rowOf.length),
  };
}

/** Lets an area know what the main one does, ready for rows of a file, and gives its address. */
export function beginArea(memory: Memory, { at, touched, touchedBy }: Area): number {
  const own = memory.fillArea(at);
  own.setOwn(TOUCHED, touched);
  own.setOwn(TOUCHED_BY, touchedBy);
  return at;
}

function createSlot({ memory, batch }: Owner, batches: number): Slot {
  return {
    batches: Array.from({ length: batches }, () => createBatch(memory, batch.width, batch.heads.length)),
    counts: memory.allotInts(batches),
    oddLines: memory.allotInts(batches),
    oddStarts: memory.allotDoubles(batches),
    oddEnds: memory.allotDoubles(batches),
    extent: memory.allotDoubles(3),
  };
}
