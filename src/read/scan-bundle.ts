/**
 * Many small files as a bundle: read one behind the other into the piece, and taken by the kernel in one go
 * (kernel/files.ts), so that of each the script does next to nothing.
 *
 *   a bundle is read ─→ the kernel takes files ─→ readings, one after the other as they are asked for
 *                                └ leaves one ──→ the usual way, from where the kernel came to (scan.ts)
 *
 * What the kernel has taken is sure; the file that it leaves is finished before it goes on, be it by the csv reader.
 */
import type { FileCount } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { EntriesReading } from './entries.ts';
import { unitOf, writeUnitOf } from './file-unit.ts';
import * as map from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';
import { scanFile, skipMark } from './scan.ts';
import { flush, MOST_WAITING, turnTo } from './scan-batch.ts';
import type { Header } from './scan-layout.ts';
import { beginRows } from './scan-run.ts';
import { type Bundle, createBundle, HEADER, MOST_FILES, NAME, type Taken } from './scan-standing.ts';
import { longestRow, type ScanFile } from './scan-state.ts';
import type { Scanner } from './scanner.ts';

/** Reads files from number `first` on into the piece, one behind the other, as far as that may be, and gives their ends. */
export type ReadTogether = (first: number, into: Uint8Array, most: number) => readonly number[];

/** What came of a file; without a reading it is left to the csv reader. */
export interface Bundled {
  readonly reading: EntriesReading | undefined;
}

/** Of a file that the kernel takes nothing is told. */
const NOTHING: readonly Diagnostic[] = [];

/** The next file, as one of a bundle; undefined where it is to be read by itself. */
export function scanBundled(
  scanner: Scanner,
  file: Pick<ScanFile, 'file' | 'fileAt'>,
  read: ReadTogether,
): Bundled | undefined {
  const { fileAt } = file;
  const header = quickHeader(scanner);
  if (header) scanner.bundle ??= createBundle(scanner.memory);
  const { bundle } = scanner;
  if (bundle === undefined) return undefined;
  if (fileAt >= bundle.end && (header === undefined || !readBundle(scanner, bundle, fileAt, read))) {
    return undefined;
  }
  if (header && bundle.left === undefined) takeFiles(scanner, bundle, header);
  const count = countTaken(scanner, fileAt);
  if (count) return { reading: { count, diagnostics: NOTHING } };
  const known = bundle.known + map.BUNDLED * (fileAt - bundle.first);
  const { memory } = scanner;
  const taken = bundle.left?.taken;
  const from = fileAt === bundle.first ? 0 : memory.int(known - map.BUNDLED + map.FILE_END);
  const standing = { from, end: memory.int(known + map.FILE_END), taken };
  bundle.next = fileAt + 1;
  bundle.left = undefined;
  return { reading: scanFile(scanner, { ...file, unit: unitOf(file.file), read: () => 0, standing }) };
}

/** What was counted in a file that the kernel has taken already; undefined for one that it has not. */
export function countTaken({ bundle, memory, options }: Scanner, fileAt: number): FileCount | undefined {
  if (bundle === undefined || fileAt < bundle.first || fileAt >= bundle.next) return undefined;
  const rows = memory.int(bundle.known + map.BUNDLED * (fileAt - bundle.first) + map.FILE_ROWS);
  return { file: options.fileNames[fileAt] as string, read: rows, used: rows, blank: 0, refused: 0 };
}

/** The header that was read last, if the quick way takes files with it that are named after their units. */
function quickHeader({ engine, header }: Scanner): Header | undefined {
  if (header === undefined || engine.patience > 0 || header.bytes.length > HEADER) return undefined;
  const { isForeseeable, unitAt, leafAt } = header.layout;
  return isForeseeable && unitAt < 0 && leafAt >= 0 ? header : undefined;
}

/** Reads a bundle that begins with this file; false where it is none that may be in one. */
function readBundle(
  { memory, piece, options: { fileNames } }: Scanner,
  bundle: Bundle,
  first: number,
  read: ReadTogether,
): boolean {
  const ends = read(first, piece, MOST_FILES);
  let start = 0;
  for (let file = 0; file < ends.length; file++) {
    const known = bundle.known + map.BUNDLED * file;
    const end = ends[file] as number;
    const name = bundle.names + NAME * file;
    memory.setInt(known + map.FILE_START, skipMark(memory, end, start));
    memory.setInt(known + map.FILE_END, end);
    memory.setInt(known + map.NAME_START, name);
    // Of a longer one nothing is found, and it is looked for in the usual way.
    memory.setInt(known + map.NAME_END, writeUnitOf(fileNames[first + file] as string, memory.bytes, name, NAME));
    start = end;
  }
  Object.assign(bundle, { first, end: first + ends.length, next: first, left: undefined });
  return ends.length > 0;
}

/** Lets the kernel take the next files, up to one that it leaves. */
function takeFiles(scanner: Scanner, bundle: Bundle, header: Header): void {
  const { memory, engine, batch, limits, mostRows } = scanner;
  const { first, end, next, headerAt } = bundle;
  if (bundle.header !== header) memory.bytes.set(header.bytes, headerAt);
  bundle.header = header;
  turnTo(memory, batch);
  beginRows(memory, { layout: header.layout, fileAt: next, longest: longestRow(limits) });
  memory.setOwn(map.BUNDLE, bundle.known);
  memory.setOwn(map.FIRST_FILE, first);
  memory.setOwn(map.HEADER, headerAt);
  memory.setOwn(map.HEADER_SIZE, header.bytes.length);
  memory.setOwn(map.MOST_ROWS, Math.min(mostRows, map.PIECE));
  memory.setOwn(map.ROOM, MOST_WAITING);
  for (let [file, row] = [next - first, -1]; ; row = memory.own(map.AT)) {
    memory.setOwn(map.COUNT, batch.count);
    file = engine.kernel.fillFiles(memory, file, end - first, row);
    batch.count = memory.own(map.COUNT);
    bundle.next = first + file;
    if (bundle.next === end || memory.own(map.IS_FULL) === 0 || memory.own(map.IS_ALONE) === 0) break;
    // Rows of units that have no others are sure to be written.
    flush(scanner);
  }
  bundle.left = { taken: bundle.next === end || memory.own(map.AT) < 0 ? undefined : reached(memory) };
}

/** How far the kernel has come in a file. */
function reached(memory: Memory): Taken {
  return {
    at: memory.own(map.AT),
    line: memory.own(map.LINE),
    read: memory.own(map.READ),
    leaf: memory.own(map.LEAF),
    isAlone: memory.own(map.IS_ALONE) !== 0,
  };
}
