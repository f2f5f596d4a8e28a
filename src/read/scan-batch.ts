/**
 * Rows that were read and wait to be written to their columns.
 *
 * Each row belongs to another leaf than the one before. Written at once, it would go through objects and arrays that
 * were last used a hundred rows ago and have left the processor's nearest memory: that took longer than reading it.
 * So some thousand rows are kept side by side in the order of reading, and then written leaf by leaf. Rows of several
 * small files may wait together.
 */
import { isSeen, type LeafColumns, noteRow } from '../model/assessment.ts';
import { type Column, setPair } from '../model/column.ts';
import * as map from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';
import { layColumn } from './laid-column.ts';
import type { Engine } from './scan-kernel.ts';
import type { Target } from './sheets.ts';

/** Waiting rows; row i has its values at i × width and after it. */
export interface Batch {
  /** Where the addresses of its arrays stand. */
  readonly at: number;
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
  readonly heads: Int32Array;
  readonly tails: Int32Array;
  count: number;
  /** Lines of the file above those from which `lines` counts. */
  above: number;
  /** Whether the next row has no room beside those that wait. */
  isFull: boolean;
}

/** Together these take less than what is nearest to the processor but for the very nearest. */
export const MOST_WAITING = 2048;

/** Arrays of a batch by the place where the kernel looks for the address of each, from map.ROWS on, four bytes each. */
const ARRAYS = ['rows', 'files', 'lines', 'flags', 'n', 'd', 'next', 'heads', 'tails'] as const;

/** An empty batch with so many values a row, and so many leaves. */
export function createBatch(memory: Memory, width: number, leaves: number): Batch {
  const ints = () => memory.allotInts(MOST_WAITING);
  const doubles = () => memory.allotDoubles(MOST_WAITING * width);
  const ends = () => memory.allotInts(leaves).fill(-1);
  const known = memory.allotInts(ARRAYS.length);
  const batch = {
    ...{ at: known.byteOffset, width, rows: ints(), files: ints(), lines: ints(), next: ints() },
    ...{ flags: memory.allotBytes(MOST_WAITING), n: doubles(), d: doubles(), heads: ends(), tails: ends() },
    ...{ count: 0, above: 0, isFull: false },
  };
  known.set(ARRAYS.map((name) => batch[name].byteOffset));
  return batch;
}

/** Makes a batch the one in which the kernel lets rows wait. */
export function turnTo(memory: Memory, { at, width }: Batch): void {
  if (memory.own(map.BATCH) === at) return;
  memory.setOwn(map.BATCH, at);
  memory.setOwn(map.WIDTH, width);
  for (let array = 0; array < ARRAYS.length; array++) memory.setOwn(map.ROWS + 4 * array, memory.int(at + 4 * array));
}

/** Forgets the rows that wait. */
export function dropRows(batch: Batch): void {
  batch.heads.fill(-1);
  batch.tails.fill(-1);
  batch.count = 0;
}

/** Who writes rows to columns: those of each target in the order of a batch's leaves. */
export interface Writer {
  readonly engine: Engine;
  readonly batch: Batch;
  readonly targets: readonly Pick<Target, 'columns'>[];
  readonly laid: readonly Laid[];
}

/** What the kernel knows of a leaf's columns. Whoever else writes to them may put others in their place. */
export interface Laid {
  below: LeafColumns['places']['below'] | undefined;
  common: number;
  readonly flags: LeafColumns['flags'];
  readonly values: Pick<Column, 'n' | 'd' | 'shared'>[];
}

/** Writes the waiting rows to their columns, but for those that stand there already; false where one does. */
export function flush({ engine, batch, targets, laid }: Writer): boolean {
  const { memory, kernel } = engine;
  let isSound = true;
  batch.isFull = false;
  if (batch.count === 0) return true;
  batch.count = 0;
  turnTo(memory, batch);
  memory.setOwn(map.ABOVE, batch.above);
  for (let leaf = 0; leaf < laid.length; leaf++) {
    const { columns } = targets[leaf] as Target;
    const known = laid[leaf] as Laid;
    if (batch.heads[leaf] !== -1 && !isLaid(known, columns)) layColumns(memory, leaf, columns, known);
  }
  let at = kernel.flushRows(memory, 0);
  while (at >= 0) {
    const leaf = memory.own(map.LEFT);
    const { columns } = targets[leaf] as Target;
    if (!writeRow(batch, at, columns)) isSound = false;
    layColumns(memory, leaf, columns, laid[leaf] as Laid);
    batch.heads[leaf] = batch.next[at] as number;
    at = kernel.flushRows(memory, leaf);
  }
  return isSound;
}

/** Writes a waiting row; false where its unit has one of this leaf already. */
function writeRow({ width, rows, files, lines, above, n, d, flags }: Batch, at: number, columns: LeafColumns): boolean {
  const row = rows[at] as number;
  if (isSeen(columns, row)) return false;
  noteRow(columns, row, files[at] as number, above + (lines[at] as number), flags[at] as number);
  for (const [position, column] of columns.values.entries()) {
    const slot = at * width + position;
    if (d[slot] !== 0) setPair(column, row, n[slot] as number, d[slot] as number);
  }
  return true;
}

/** Makes the columns of all targets known to the kernel, and says what it knows. */
export function layTargets(memory: Memory, targets: Writer['targets']): readonly Laid[] {
  memory.setOwn(map.TARGET_COUNT, targets.length);
  memory.setOwn(map.TARGETS, memory.allot(map.TARGET * targets.length));
  return targets.map(({ columns }, leaf) => {
    const at = memory.own(map.TARGETS) + map.TARGET * leaf;
    memory.setInt(at + map.COLUMN_COUNT, columns.values.length);
    memory.setInt(at + map.COLUMNS, memory.allot(map.COLUMN * columns.values.length));
    const laid: Laid = { below: undefined, common: 0, flags: { ...columns.flags }, values: [] };
    layColumns(memory, leaf, columns, laid);
    return laid;
  });
}

function isLaid(laid: Laid, { flags, places, values }: LeafColumns): boolean {
  if (places.below !== laid.below || places.common !== laid.common) return false;
  if (flags.own !== laid.flags.own || flags.common !== laid.flags.common) return false;
  for (let position = 0; position < values.length; position++) {
    const { n, d, shared } = values[position] as Column;
    const known = laid.values[position] as Laid['values'][number];
    if (n !== known.n || d !== known.d || shared !== known.shared) return false;
  }
  return true;
}

/** Says anew where the arrays of a leaf lie. */
function layColumns(memory: Memory, leaf: number, { flags, places, values }: LeafColumns, laid: Laid): void {
  const { anchors, seen, common, below } = places;
  laid.below = below;
  laid.common = common;
  Object.assign(laid.flags, flags);
  const at = memory.own(map.TARGETS) + map.TARGET * leaf;
  const isCommon = below.length === 0;
  const known = [seen, anchors.files, anchors.lines, ...(isCommon ? [] : [below])];
  const isApart = known.some((array) => memory.addressOf(array) === 0);
  const own = memory.addressOf(flags.own);
  memory.setInt(at + map.FLAGS_OF, own);
  // Of those that stand apart none is the same as all others.
  memory.setInt(at + map.COMMON_FLAGS, flags.own.length > 0 ? 0 : flags.common);
  memory.setInt(at + map.BELOW, memory.addressOf(below));
  memory.setInt(at + map.BELOW_WIDTH, isCommon ? 0 : below.BYTES_PER_ELEMENT);
  memory.setInt(at + map.SEEN, isApart ? 0 : memory.addressOf(seen));
  memory.setInt(at + map.COMMON_BELOW, common);
  memory.setInt(at + map.ANCHOR_LINES, memory.addressOf(anchors.lines));
  memory.setInt(at + map.ANCHOR_FILES, memory.addressOf(anchors.files));
  for (const [position, column] of values.entries()) {
    layColumn(memory, memory.int(at + map.COLUMNS) + map.COLUMN * position, column);
    laid.values[position] = { n: column.n, d: column.d, shared: column.shared };
  }
}
