/**
 * Columns as memory that threads share, their arrays made ready for what a long file holds: while threads write, no
 * array can grow.
 *
 * What the file holds is seen in samples. Rows from many places are read in the usual way, which gives the columns
 * their widths and denominators, and the cell readers their texts; then they are taken back.
 */
import { type LeafColumns, ROW_SEEN } from '../model/assessment.ts';
import type { Anchors } from '../model/places.ts';
import { takeRows } from './scan.ts';
import { lastLineFeed } from './scan-bytes.ts';
import type { Cuts } from './scan-cuts.ts';
import type { ReadAt } from './scan-part.ts';
import { createScan, type Scan } from './scan-state.ts';
import { type ByteTable, viewOf } from './scan-table.ts';
import type { Scanner } from './scanner.ts';
import { clearSeat } from './sheets.ts';

/** Samples of a file, their bytes, and lines between them: more than any array of few bytes holds as a distance. */
const MOST_SAMPLES = 16;
const SAMPLE = 64 * 1024;
const BETWEEN = 100_000_000;

/** Reads samples of the parts and takes them back; `scan` has taken the header. */
export function takeSamples(scan: Scan, readAt: ReadAt, { at }: Cuts): void {
  const { scanner, file, layout } = scan;
  const { buffer, seats, touchedBy } = scanner;
  const anchors = [...anchorsOf(columnsOf(scan))].map((each) => [each, each.lines.slice()] as const);
  const parts = at.length - 1;
  const samples = Math.min(parts, MOST_SAMPLES);
  for (let number = 0; number < samples; number++) {
    const from = at[Math.floor((number * parts) / samples)] as number;
    const sample = createScan(scanner, file);
    sample.layout = layout;
    sample.context = scan.context && { ...scan.context, diagnostics: sample.diagnostics };
    sample.line = 1 + number * BETWEEN;
    const end = readAt(buffer.subarray(0, SAMPLE), from);
    takeRows(sample, 0, lastLineFeed(buffer, end) + 1);
    sample.flush();
    for (const seat of sample.touched) {
      clearSeat(seats.at(seat), file.fileAt);
      touchedBy[seat] = 0;
    }
  }
  for (const [each, lines] of anchors) each.lines = lines;
}

/** The columns of all leaves and adjustments, by number of the reading. */
export function columnsOf({ layout }: Scan): readonly LeafColumns[] {
  return layout?.readings.map(({ columns }) => columns) ?? [];
}

/** Anchors, each once. */
export function anchorsOf(columns: readonly LeafColumns[]): ReadonlySet<Anchors> {
  return new Set(columns.map(({ places }) => places.anchors));
}

/** Makes the arrays shared. Units without an anchor will have theirs in this file. */
export function shareColumns(columns: readonly LeafColumns[], fileAt: number, isTogether: boolean): void {
  const isNear = isTogether && columns.every(({ places }) => places.below instanceof Uint8Array);
  for (const anchors of anchorsOf(columns)) {
    anchors.files = shared(anchors.files.map((file, row) => (anchors.lines[row] === 0 ? fileAt : file)));
    anchors.lines = shared(anchors.lines);
  }
  for (const each of columns) {
    each.flags = shared(each.flags);
    each.places.below = shared(isNear ? each.places.below : Int32Array.from(each.places.below));
    for (const column of each.values) {
      for (const name of ['state', 'n', 'd'] as const) Object.assign(column, { [name]: shared(column[name]) });
    }
  }
}

/** Takes back whatever the file wrote. Arrays are copied first where another thread may still write to them. */
export function takeBack({ seats }: Scanner, columns: readonly LeafColumns[], fileAt: number, isQuiet: boolean): void {
  if (!isQuiet) unshare(columns);
  for (let seat = 0; seat < seats.rowOf.length; seat++) clearSeat(seats.at(seat), fileAt);
  for (const { files, lines } of anchorsOf(columns)) {
    for (let row = 0; row < lines.length; row++) if (files[row] === fileAt) lines[row] = 0;
  }
}

function unshare(columns: readonly LeafColumns[]): void {
  for (const anchors of anchorsOf(columns)) {
    anchors.files = anchors.files.slice();
    anchors.lines = anchors.lines.slice();
  }
  for (const each of columns) {
    each.flags = each.flags.slice();
    each.places.below = each.places.below.slice();
    for (const column of each.values) {
      for (const name of ['state', 'n', 'd'] as const) Object.assign(column, { [name]: column[name].slice() });
    }
  }
}

/** How many rows stand in all of the columns. */
export function countRows(columns: readonly LeafColumns[]): number {
  let count = 0;
  for (const { flags } of columns)
    for (let row = 0; row < flags.length; row++) count += (flags[row] as number) & ROW_SEEN;
  return count;
}

/** A copy of the array in memory that threads share. */
export function shared<Numbers extends Uint8Array | Int16Array | Int32Array | Float64Array>(array: Numbers): Numbers {
  if (array.length === 0) return array;
  const kind = array.constructor as new (memory: SharedArrayBuffer) => Numbers;
  const copy = new kind(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  return copy;
}

/** Makes the table's memory shared; it must not grow any more. */
export function shareTable(table: ByteTable): ByteTable {
  const { buffer, byteOffset, byteLength } = table.view;
  table.view = viewOf(shared(new Uint8Array(buffer, byteOffset, byteLength)));
  table.starts = shared(table.starts);
  table.slots = shared(table.slots);
  return table;
}
