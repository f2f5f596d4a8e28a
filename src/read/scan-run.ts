/**
 * The quick way through a file, between the scan and the kernel: what the kernel must know is written where it
 * looks for it, and how far it came is read there (kernel/rows.ts).
 */
import * as map from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';
import { type Batch, flush, MOST_WAITING } from './scan-batch.ts';
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
  memory.setInt(map.LAST_CELL, layout.width - 1);
  memory.setInt(map.UNIT_AT, layout.unitAt);
  memory.setInt(map.LEAF_AT, layout.leafAt);
  memory.setInt(map.READINGS, layout.readingsAt);
  memory.setInt(map.FIRST_OF, layout.firstOf);
  memory.setInt(map.PLANS, layout.plansAt);
  memory.setInt(map.FILE_AT, fileAt);
  memory.setInt(map.LONGEST, longest);
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
  memory.setInt(map.MOST_ROWS, Math.min(mostRows, scan.read + end));
  memory.setInt(map.LINE, scan.line);
  memory.setInt(map.READ, scan.read);
  memory.setInt(map.IS_ALONE, scan.isAlone ? 1 : 0);
  memory.setInt(map.SEAT, scan.seat);
  memory.setInt(map.BUILD, scan.build);
  memory.setInt(map.LEAF, scan.leaf);
  memory.setInt(map.COUNT, batch.count);
  memory.setInt(map.ROOM, MOST_WAITING);
  memory.setInt(map.TOUCHES, 0);
  const at = kernel.fillRows(memory, from, end);
  scan.line = memory.int(map.LINE);
  scan.read = memory.int(map.READ);
  scan.isAlone = memory.int(map.IS_ALONE) !== 0;
  scan.seat = memory.int(map.SEAT);
  scan.build = memory.int(map.BUILD);
  scan.leaf = memory.int(map.LEAF);
  batch.count = memory.int(map.COUNT);
  batch.isFull = memory.int(map.IS_FULL) !== 0;
  return at;
}

/** The same, with the batch emptied by `empty` when it is full; -1 where that gives false. */
export function runRows(scan: Scan, from: number, end: number, empty: (scanner: Scanner) => boolean = flush): number {
  const { scanner } = scan;
  const { engine, memory, batch } = scanner;
  for (let at = from; ; ) {
    const before = scan.read;
    at = fillBatch(scanner, scan, at, end);
    for (let touch = 0; touch < memory.int(map.TOUCHES); touch++) {
      scan.touched.push(memory.int(memory.int(map.TOUCHED) + 4 * touch));
    }
    announce(engine, scan.read - before);
    if (!batch.isFull) return at;
    if (!empty(scanner)) return -1;
  }
}
