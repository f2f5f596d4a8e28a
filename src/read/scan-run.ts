/**
 * The quick way through a file, between the scan and the kernel: what the kernel must know is written where it
 * looks for it, and how far it came is read there (kernel/rows.ts).
 */
import * as map from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';
import { type Batch, flush, MOST_WAITING, turnTo } from './scan-batch.ts';
import { announce, type Engine } from './scan-kernel.ts';
import type { Layout } from './scan-layout.ts';
import type { RowScan, Scan } from './scan-state.ts';
import type { Scanner } from './scanner.ts';

/** What is the same for all rows of a file. */
export interface QuickFile {
  readonly layout: Pick<Layout, 'width' | 'unitAt' | 'leafAt' | 'readingsAt' | 'firstOf' | 'plansAt'>;
  readonly fileAt: number;
  readonly longest: number;
}

/** Makes the kernel ready for rows of a file. */
export function beginRows(memory: Memory, { layout, fileAt, longest }: QuickFile): void {
  memory.setOwn(map.LAST_CELL, layout.width - 1);
  memory.setOwn(map.UNIT_AT, layout.unitAt);
  memory.setOwn(map.LEAF_AT, layout.leafAt);
  memory.setOwn(map.READINGS, layout.readingsAt);
  memory.setOwn(map.FIRST_OF, layout.firstOf);
  memory.setOwn(map.PLANS, layout.plansAt);
  memory.setOwn(map.FILE_AT, fileAt);
  memory.setOwn(map.LONGEST, longest);
}

/** Who takes rows, and where they wait. */
export interface Filler {
  readonly engine: Engine;
  readonly batch: Batch;
  /** Rows of a file at most. */
  readonly mostRows: number;
}

/**
 * Takes rows from `from` on, up to `end`, behind a line feed, and lets them wait in the batch. Gives where the first
 * row begins that it leaves: the batch is full, which `isFull` says then, or of the row it is not sure.
 */
export function fillBatch({ engine, batch, mostRows }: Filler, scan: RowScan, from: number, end: number): number {
  const { memory, kernel } = engine;
  turnTo(memory, batch);
  memory.setOwn(map.MOST_ROWS, Math.min(mostRows, scan.read + end));
  memory.setOwn(map.LINE, scan.line);
  memory.setOwn(map.READ, scan.read);
  memory.setOwn(map.IS_ALONE, scan.isAlone ? 1 : 0);
  memory.setOwn(map.SEAT, scan.seat);
  memory.setOwn(map.BUILD, scan.build);
  memory.setOwn(map.LEAF, scan.leaf);
  memory.setOwn(map.COUNT, batch.count);
  memory.setOwn(map.ROOM, MOST_WAITING);
  memory.setOwn(map.TOUCHES, 0);
  const at = kernel.fillRows(memory, from, end);
  scan.line = memory.own(map.LINE);
  scan.read = memory.own(map.READ);
  scan.isAlone = memory.own(map.IS_ALONE) !== 0;
  scan.seat = memory.own(map.SEAT);
  scan.build = memory.own(map.BUILD);
  scan.leaf = memory.own(map.LEAF);
  batch.count = memory.own(map.COUNT);
  batch.isFull = memory.own(map.IS_FULL) !== 0;
  return at;
}

/** The same, with the batch emptied by `empty` when it is full; -1 where that gives false. */
export function runRows(scan: Scan, from: number, end: number, empty: (scanner: Scanner) => boolean = flush): number {
  const { scanner } = scan;
  const { engine, memory, batch } = scanner;
  for (let at = from; ; ) {
    const before = scan.read;
    at = fillBatch(scanner, scan, at, end);
    for (let touch = 0; touch < memory.own(map.TOUCHES); touch++) {
      scan.touched.push(memory.int(memory.own(map.TOUCHED) + 4 * touch));
    }
    announce(engine, scan.read - before);
    if (!batch.isFull) return at;
    if (!empty(scanner)) return -1;
  }
}
