/**
 * The scanner: plain entries files straight from bytes into columns, without a text or an object for a row.
 *
 *   read a piece ─→ split a row ─→ unit, leaf: ids found by their bytes ─→ each value by its leaf's cell reader
 *          (rows mostly begin with the same unit and      └ not sure of a cell: the row as texts,
 *           the next leaf: compared, not searched)          through `takeEntry` like any other
 *
 * It takes only what it is sure of. Anything odd in a file, and any error, makes it take everything back and give
 * up; the file is then read again by way of the csv reader (entries.ts), the authority on places and messages.
 * Both ways give the same columns, counts and warnings (test/read/scan.test.ts).
 * One buffer serves all files; a row is never longer than it.
 */
import { HAS_EVIDENCE, HAS_NOTE, ROW_SEEN } from '../model/assessment.ts';
import type { Column } from '../model/column.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { lettingGoApart } from '../model/fault-ledger.ts';
import { setPlace } from '../model/places.ts';
import type { EntriesReading } from './entries.ts';
import { type FileContext, takeEntry } from './entry.ts';
import { flush } from './scan-batch.ts';
import { ESCAPED, lastLineFeed, MORE, ODD, type Row, splitRow } from './scan-bytes.ts';
import { hasLetters, readCell } from './scan-cell.ts';
import { takeHeader, takeSameHeader } from './scan-header.ts';
import type { Layout, Reading, UnitPlan } from './scan-layout.ts';
import { runRows } from './scan-run.ts';
import { canWait, createScan, type Scan, type ScanFile, takeSeat, textsOf, touchSeat } from './scan-state.ts';
import { type ByteTable, findBytes, isText, skipText } from './scan-table.ts';
import { PIECE, type Scanner } from './scanner.ts';
import { clearSeat } from './sheets.ts';

/**
 * Reads one file into the sheets; undefined where it is not plain and sound, with nothing written. Rows may still be
 * waiting behind it, until `writeWaiting`.
 */
export function scanFile(scanner: Scanner, file: ScanFile): EntriesReading | undefined {
  const scan = createScan(scanner, file);
  const { diagnostics, touched } = scan;
  // What was let go of a file that is read again is told there.
  const { settle, keep } = lettingGoApart(diagnostics, scanner.options.ledger);
  const isSound = scanRows(scan, settle) && !hasErrors(diagnostics);
  if (isSound) keep();
  else {
    writeWaiting(scanner);
    for (const seat of touched) clearSeat(scanner.seats.at(seat), file.fileAt);
  }
  for (const seat of touched) scanner.touchedBy[seat] = 0;
  const { read, blank } = scan;
  return isSound ? { count: { file: file.file, read, used: read - blank, blank, refused: 0 }, diagnostics } : undefined;
}

/** Writes the rows that wait; to be called before anything else is done with the sheets. */
export function writeWaiting({ batch, waiting }: Scanner): void {
  flush(batch, waiting);
}

/** False where the file is odd. `settle` is called after each piece. */
function scanRows(scan: Scan, settle: () => void): boolean {
  const { buffer } = scan.scanner;
  let end = scan.file.read(buffer.subarray(0, PIECE));
  let at = takeSameHeader(scan, markLength(buffer, end), end);
  for (;;) {
    at = takeRows(scan, at, end);
    if (at === ODD) return false;
    settle();
    buffer.copyWithin(0, at, end);
    end -= at;
    at = 0;
    const count = scan.file.read(buffer.subarray(end, PIECE));
    // What is left is a last line without its end, or a row that fills the buffer; the csv reader tells of them.
    if (count === 0) return end === 0 && scan.layout !== undefined && (canWait(scan) || scan.flush());
    end += count;
  }
}

/** Bytes of the byte order mark that a file begins with. */
export function markLength(buffer: Uint8Array, end: number): number {
  return end >= 3 && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
}

/** Takes the rows in the buffer and gives where the first begins whose end is not before `end`; ODD where one is odd. */
export function takeRows(scan: Scan, from: number, end: number): number {
  const { buffer, row } = scan.scanner;
  const lastLine = lastLineFeed(buffer, end) + 1;
  let at = from;
  for (;;) {
    const { layout } = scan;
    if (layout?.isForeseeable) {
      at = runRows(scan, layout, at, lastLine);
      if (at < 0) return ODD;
    }
    if (at >= lastLine) return at;
    if (!scan.flush()) return ODD;
    const foreseen = layout?.isForeseeable ? foresee(scan, layout, at, end) : 0;
    const next = splitRow(buffer, foreseen === 0 ? at : (row.starts[foreseen] as number), end, row, foreseen);
    if (next === MORE) return at;
    if (next === ODD || next - at > scan.longest) return ODD;
    scan.line++;
    if (!(layout === undefined ? takeHeader(scan, at, next) : takeRow(scan, layout, foreseen))) return ODD;
    at = next;
  }
}

/**
 * Finds the first cells of a row where they are those that mostly come next: the unit of the row before, then the
 * leaf after the last one. Gives how many cells are found so and where the next begins; these bytes need no look.
 */
function foresee(scan: Scan, { unitAt }: Layout, from: number, end: number): number {
  const { view, row, units, leaves } = scan.scanner;
  const { starts, ends, marks } = row;
  if (scan.seat < 0) return 0;
  let cell = 0;
  let at = from;
  if (unitAt === 0) {
    at = skipText(units, scan.seat, view, from, end, row.delimiter);
    if (at < 0) return 0;
    starts[0] = from;
    ends[0] = at - 1;
    marks[0] = 0;
    starts[++cell] = at;
  }
  const table = leaves[scan.build] as ByteTable;
  const next = scan.leaf + 1;
  const after = next < table.count ? skipText(table, next, view, at, end, row.delimiter) : -1;
  if (after < 0) return cell;
  starts[cell] = at;
  ends[cell] = after - 1;
  marks[cell] = 0;
  starts[++cell] = after;
  return cell;
}

function takeRow(scan: Scan, layout: Layout, foreseen: number): boolean {
  const { row, limits } = scan.scanner;
  const { unitAt, leafAt, width, plans } = layout;
  scan.isAlone = false;
  scan.read++;
  if (scan.read > limits.rows) return false;
  if (row.count === 1 && row.ends[0] === row.starts[0]) {
    scan.blank++;
    return true;
  }
  if (row.count !== width || (unitAt >= foreseen && !findUnit(scan, unitAt))) return false;
  const isAgain = touchSeat(scan);
  const { readings, strange } = plans[scan.build] as UnitPlan;
  for (let at = 0; at < strange.length; at++) if (!isEmpty(row, strange[at] as number)) return false;
  if (leafAt >= 0) {
    if (leafAt < foreseen) scan.leaf++;
    else if (!findLeaf(scan, leafAt)) return false;
    return takeReading(scan, readings[scan.leaf] as Reading);
  }
  if (isAgain) return false;
  for (const reading of readings) {
    if (reading.isAdjustment && reading.all.every((slot) => isEmpty(row, slot))) continue;
    if (!takeReading(scan, reading)) return false;
  }
  return true;
}

function isEmpty({ starts, ends }: Row, slot: number): boolean {
  return starts[slot] === ends[slot];
}

/** Mostly the unit of the row before, or the next one in the units file. */
export function findUnit(scan: Scan, unitAt: number): boolean {
  const { view, row, units } = scan.scanner;
  if (((row.marks[unitAt] as number) & ESCAPED) !== 0) return false;
  const from = row.starts[unitAt] as number;
  const to = row.ends[unitAt] as number;
  if (scan.seat >= 0 && isText(units, scan.seat, view, from, to)) return true;
  const isNext = isText(units, scan.seat + 1, view, from, to);
  return takeSeat(scan, isNext ? scan.seat + 1 : findBytes(units, view, from, to));
}

/** Mostly the leaf after that of the row before. No leaf's id holds quotes. */
export function findLeaf(scan: Scan, leafAt: number): boolean {
  const { view, row, leaves } = scan.scanner;
  const table = leaves[scan.build] as ByteTable;
  const from = row.starts[leafAt] as number;
  const to = row.ends[leafAt] as number;
  const next = scan.leaf + 1 < table.count ? scan.leaf + 1 : 0;
  scan.leaf = isText(table, next, view, from, to) ? next : findBytes(table, view, from, to);
  return scan.leaf >= 0;
}

/** Takes the cells of one target in the row; false where they are at fault. */
function takeReading(scan: Scan, reading: Reading): boolean {
  const { seats, rowOf, isFocused } = scan.scanner;
  const at = rowOf[scan.seat] as number;
  if (((reading.columns.flags[at] as number) & ROW_SEEN) !== 0) return false;
  if (isFocused[scan.seat] === 0 && takeCells(scan, at, reading)) return true;
  const cells = textsOf(scan.scanner);
  const seat = seats.at(scan.seat);
  return takeEntry(scan.context as FileContext, seat, reading.target, reading.slots, cells, scan.line);
}

/** Takes them without making a text; false, with nothing kept, where that is not sure to be right. */
function takeCells({ scanner, line, file }: Scan, at: number, reading: Reading): boolean {
  const { buffer, view, row } = scanner;
  const { starts, ends, marks } = row;
  const { columns, values, mustBeEmpty, evidence, note, reader } = reading;
  for (let index = 0; index < mustBeEmpty.length; index++)
    if (!isEmpty(row, mustBeEmpty[index] as number)) return false;
  let last = -1;
  for (let position = 0; position < values.length; position++) {
    const slot = values[position] as number;
    if (slot < 0) continue;
    const start = starts[slot] as number;
    const end = ends[slot] as number;
    if (start === end) continue;
    if (((marks[slot] as number) & ESCAPED) !== 0) return false;
    if (!readCell(reader, columns.values[position] as Column, at, buffer, view, start, end)) return false;
    if (position <= reading.upTo) last = position;
  }
  if (reading.upTo >= 0 && last < reading.from && !(reading.isAdjustment && last < 0)) return false;
  setPlace(columns.places, at, file.fileAt, line);
  let flags = reading.flags;
  if (evidence >= 0 && hasLetters(view, starts[evidence] as number, ends[evidence] as number)) flags |= HAS_EVIDENCE;
  if (note >= 0 && hasLetters(view, starts[note] as number, ends[note] as number)) flags |= HAS_NOTE;
  columns.flags[at] = flags;
  return true;
}
