/**
 * The scanner: plain entries files straight from bytes into columns, ten times as fast as by way of texts.
 *
 *   read a piece ─→ split a row ─→ unit, leaf: ids found by their bytes ─→ each value by its leaf's cell reader
 *                                  (mostly the same unit, the next leaf)     └ not sure of a cell: the row as texts,
 *                                                                              through `takeEntry` like any other
 *
 * It takes only what it is sure of. Anything odd in a file, and any error, makes it take everything back and give
 * up; the file is then read again by way of the csv reader (entries.ts), the authority on places and messages.
 * Both ways give the same columns, counts and warnings (test/read/scan.test.ts).
 * One buffer serves all files; a row is never longer than it.
 */
import { HAS_EVIDENCE, HAS_NOTE, ROW_SEEN } from '../model/assessment.ts';
import { clearRow } from '../model/column.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import { LIMITS } from '../model/limits.ts';
import { isWide } from './columns.ts';
import type { EntriesReading } from './entries.ts';
import { type FileContext, takeEntry } from './entry.ts';
import { createRow, ESCAPED, MORE, ODD, type Row, splitRow } from './scan-bytes.ts';
import { type CellReader, createCellReader, readCell, textOf } from './scan-cell.ts';
import { type Layout, layOutTall, layOutWide, type Reading, type UnitPlan } from './scan-layout.ts';
import { type ByteTable, createTable, findBytes, isText } from './scan-table.ts';
import type { Seat, SheetBuild, Target, World } from './sheets.ts';

export interface ScanOptions {
  readonly world: World;
  readonly dialect: Dialect;
  readonly fileNames: readonly string[];
  readonly focus: Pick<ReadonlySet<string>, 'has'>;
}

/** A file to be scanned; `read` fills a buffer with its next bytes and says how many, 0 at the end. */
export interface ScanFile {
  readonly file: string;
  readonly fileAt: number;
  readonly unit?: string;
  readonly read: (into: Uint8Array) => number;
}

/** What stays over all files. */
export interface Scanner extends ScanOptions {
  readonly buffer: Uint8Array;
  readonly row: Row;
  /** Ids of units by position in `seats`, ids of leaves and adjustments by position in their build's targets. */
  readonly units: ByteTable;
  readonly seats: readonly Seat[];
  readonly leaves: ReadonlyMap<SheetBuild, ByteTable>;
  readonly readers: ReadonlyMap<Target, CellReader>;
  /** Headers met before, by their text: files of one folder mostly have the same. */
  readonly layouts: Map<string, Layout>;
}

const PIECE = 256 * 1024;

/** Delimiters that no letter turns into when a text is composed. */
const DELIMITERS = [',', ';', '\t', '|'];

/** A scanner of files in this world; undefined where their dialect has no plain bytes. */
export function createScanner(options: ScanOptions): Scanner | undefined {
  const { world, dialect } = options;
  if (dialect.encoding !== 'utf-8' || !DELIMITERS.includes(dialect.delimiter)) return undefined;
  const targets = world.builds.flatMap((build) => [...build.targets.values()]);
  return {
    ...options,
    buffer: new Uint8Array(PIECE),
    row: createRow(dialect.delimiter),
    units: createTable(world.seats.keys()),
    seats: [...world.seats.values()],
    leaves: new Map(world.builds.map((build) => [build, createTable(build.targets.keys())])),
    readers: new Map(targets.map((target) => [target, createCellReader(target, dialect.mark)])),
    layouts: new Map(),
  };
}

/** Reads one file into the sheets; undefined where it is not plain and sound, with nothing written. */
export function scanFile(scanner: Scanner, file: ScanFile): EntriesReading | undefined {
  const scan = createScan(scanner, file);
  const isPlain = scanRows(scan) && !hasErrors(scan.diagnostics);
  if (!isPlain) takeBack(scan);
  const { read, blank, diagnostics } = scan;
  return isPlain ? { count: { file: file.file, read, used: read - blank, blank, refused: 0 }, diagnostics } : undefined;
}

/** One file being scanned. */
interface Scan {
  readonly scanner: Scanner;
  readonly file: ScanFile;
  readonly diagnostics: Diagnostic[];
  /** Positions in `scanner.seats` that the file wrote to. */
  readonly touched: Set<number>;
  layout: Layout | undefined;
  context: FileContext | undefined;
  line: number;
  read: number;
  blank: number;
  /** Positions of the last unit and of the last leaf among its targets. */
  seat: number;
  leaf: number;
}

function createScan(scanner: Scanner, file: ScanFile): Scan {
  return {
    ...{ scanner, file, diagnostics: [], touched: new Set<number>(), layout: undefined, context: undefined },
    ...{ line: 0, read: 0, blank: 0, seat: -1, leaf: -1 },
  };
}

/** False where the file is odd. */
function scanRows(scan: Scan): boolean {
  const { buffer, row } = scan.scanner;
  let end = scan.file.read(buffer.subarray(0, PIECE));
  const hasMark = end >= 3 && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
  let at = hasMark ? 3 : 0;
  let isLast = end === 0;
  for (;;) {
    while (at < end) {
      const next = splitRow(buffer, at, end, row);
      if (next === MORE) break;
      if (next === ODD || next - at > LIMITS.cell) return false;
      scan.line++;
      if (!(scan.layout === undefined ? takeHeader(scan) : takeRow(scan, scan.layout))) return false;
      at = next;
    }
    if (isLast) return scan.layout !== undefined && at === end;
    buffer.copyWithin(0, at, end);
    end -= at;
    at = 0;
    if (end === PIECE) return false;
    const count = scan.file.read(buffer.subarray(end, PIECE));
    end += count;
    if (count > 0) continue;
    isLast = true;
    // A last line without its end is told by the csv reader.
    if (end > 0) return false;
  }
}

/** The cells of the row as texts, as the csv reader would give them. */
function textsOf({ buffer, row }: Scanner): readonly string[] {
  return Array.from({ length: row.count }, (_, cell) => {
    const text = textOf(buffer, row.starts[cell] as number, row.ends[cell] as number);
    return ((row.marks[cell] as number) & ESCAPED) === 0 ? text : text.replaceAll('""', '"');
  });
}

const encoder = new TextEncoder();

function takeHeader(scan: Scan): boolean {
  const { scanner, file, diagnostics } = scan;
  const header = textsOf(scanner);
  if (header.length > LIMITS.columns || header.some((cell) => cell === '')) return false;
  const { fileAt, unit } = file;
  const { world, dialect, fileNames, focus, layouts } = scanner;
  scan.context = { fileAt, fileNames, focus, file: file.file, mark: dialect.mark, header, diagnostics };
  const key = header.join('\n');
  const layout =
    layouts.get(key) ?? (isWide(header) ? layOutWide : layOutTall)(scan.context, world, scan.line, scanner.readers);
  if (diagnostics.length > 0) return false;
  layouts.set(key, layout);
  scan.layout = layout;
  if (layout.unitAt >= 0) return true;
  const id = encoder.encode(unit);
  scan.seat = unit === undefined ? -1 : findBytes(scanner.units, id, 0, id.length);
  return scan.seat >= 0;
}

function takeRow(scan: Scan, layout: Layout): boolean {
  const { scanner } = scan;
  const { row } = scanner;
  scan.read++;
  if (scan.read > LIMITS.rows) return false;
  if (row.count === 1 && row.ends[0] === row.starts[0]) {
    scan.blank++;
    return true;
  }
  if (row.count !== layout.width || !findUnit(scan, layout)) return false;
  const isAgain = scan.touched.has(scan.seat);
  if (!isAgain) scan.touched.add(scan.seat);
  const seat = scanner.seats[scan.seat] as Seat;
  const { readings, strange } = layout.plans.get(seat.build) as UnitPlan;
  for (const slot of strange) if (!isEmpty(row, slot)) return false;
  if (layout.leafAt >= 0)
    return findLeaf(scan, layout, seat) && takeReading(scan, seat, readings[scan.leaf] as Reading);
  if (isAgain) return false;
  for (const reading of readings) {
    if (reading.target.isAdjustment && reading.all.every((slot) => isEmpty(row, slot))) continue;
    if (!takeReading(scan, seat, reading)) return false;
  }
  return true;
}

function isEmpty({ starts, ends }: Row, slot: number): boolean {
  return starts[slot] === ends[slot];
}

/** Mostly the unit of the row before, or the next one in the units file. */
function findUnit(scan: Scan, { unitAt }: Layout): boolean {
  if (unitAt < 0) return true;
  const { buffer, row, units } = scan.scanner;
  if (row.marks[unitAt] === ESCAPED) return false;
  const from = row.starts[unitAt] as number;
  const to = row.ends[unitAt] as number;
  if (scan.seat >= 0 && isText(units, scan.seat, buffer, from, to)) return true;
  if (isText(units, scan.seat + 1, buffer, from, to)) scan.seat++;
  else scan.seat = findBytes(units, buffer, from, to);
  return scan.seat >= 0;
}

/** Mostly the leaf after that of the row before. */
function findLeaf(scan: Scan, { leafAt }: Layout, { build }: Seat): boolean {
  const { buffer, row, leaves } = scan.scanner;
  const table = leaves.get(build) as ByteTable;
  const from = row.starts[leafAt] as number;
  const to = row.ends[leafAt] as number;
  const next = scan.leaf + 1 < table.count ? scan.leaf + 1 : 0;
  scan.leaf = isText(table, next, buffer, from, to) ? next : findBytes(table, buffer, from, to);
  return scan.leaf >= 0;
}

/** Takes the cells of one target in the row; false where they are at fault. */
function takeReading(scan: Scan, seat: Seat, reading: Reading): boolean {
  const { target, slots } = reading;
  const { columns } = target;
  if (((columns.flags[seat.row] as number) & ROW_SEEN) !== 0) return false;
  const { focus } = scan.scanner;
  const isBulk = !focus.has(seat.unit.id);
  if (isBulk && takeCells(scan, seat.row, reading)) return true;
  const cells = textsOf(scan.scanner);
  return takeEntry(scan.context as FileContext, seat, target, slots, cells, scan.line);
}

/** Takes them without making a text; false, with nothing kept, where that is not sure to be right. */
function takeCells({ scanner, line, file }: Scan, at: number, reading: Reading): boolean {
  const { buffer, row } = scanner;
  const { starts, ends, marks } = row;
  const { target, values, mustBeEmpty, evidence, note, reader } = reading;
  const { columns, upTo, from, isAdjustment } = target;
  for (const slot of mustBeEmpty) if (starts[slot] !== ends[slot]) return false;
  let last = -1;
  for (let position = 0; position < values.length; position++) {
    const slot = values[position] as number;
    if (slot < 0 || starts[slot] === ends[slot]) continue;
    const start = starts[slot] as number;
    const end = ends[slot] as number;
    if (((marks[slot] as number) & ESCAPED) !== 0) return false;
    if (!readCell(reader, columns.values[position] as (typeof columns.values)[0], at, buffer, start, end)) return false;
    if (position <= upTo) last = position;
  }
  if (upTo >= 0 && last < from && !(isAdjustment && last < 0)) return false;
  columns.lines[at] = line;
  if (file.fileAt !== 0) columns.files[at] = file.fileAt;
  columns.flags[at] =
    reading.flags |
    (evidence >= 0 && hasLetters(buffer, starts[evidence] as number, ends[evidence] as number) ? HAS_EVIDENCE : 0) |
    (note >= 0 && hasLetters(buffer, starts[note] as number, ends[note] as number) ? HAS_NOTE : 0);
  return true;
}

/** Whether anything but blanks stands in a cell. */
function hasLetters(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte > 0x20 && byte < 0x80) return true;
    if (byte >= 0x80) return textOf(bytes, from, to).trim() !== '';
  }
  return false;
}

/** Leaves the sheets as they were before the file. */
function takeBack({ scanner, touched, file }: Scan): void {
  for (const at of touched) {
    const { build, row } = scanner.seats[at] as Seat;
    for (const { columns } of build.targets.values()) {
      if (((columns.flags[row] as number) & ROW_SEEN) === 0 || columns.files[row] !== file.fileAt) continue;
      for (const column of columns.values) clearRow(column, row);
      for (const kept of [columns.overrides, columns.exemptNotes, columns.texts]) kept.delete(row);
      columns.flags[row] = 0;
      columns.lines[row] = 0;
      columns.files[row] = 0;
    }
  }
}
