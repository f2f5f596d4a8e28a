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
import { HAS_EVIDENCE, HAS_NOTE, isSeen, noteRow } from '../model/assessment.ts';
import type { Column } from '../model/column.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { lettingGoApart } from '../model/fault-ledger.ts';
import type { EntriesReading } from './entries.ts';
import { type FileContext, takeEntry } from './entry.ts';
import { ESCAPED, MORE, ODD } from './kernel/bytes.ts';
import { DELIMITER_BYTE } from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';
import { findBytes, isText, skipText } from './kernel/text.ts';
import { flush } from './scan-batch.ts';
import { lastLineFeed, type Row, splitRow } from './scan-bytes.ts';
import { hasLetters, readCell } from './scan-cell.ts';
import { takeHeader, takeSameHeader } from './scan-header.ts';
import { announce } from './scan-kernel.ts';
import type { Layout, Reading, UnitPlan } from './scan-layout.ts';
import { runRows } from './scan-run.ts';
import type { Taken } from './scan-standing.ts';
import { canWait, createScan, type Scan, type ScanFile, takeSeat, textsOf, touchSeat } from './scan-state.ts';
import { type ByteTable, countOf } from './scan-table.ts';
import type { Scanner } from './scanner.ts';
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
export function writeWaiting(scanner: Scanner): void {
  flush(scanner);
}

/** False where the file is odd. `settle` is called after each piece. */
function scanRows(scan: Scan, settle: () => void): boolean {
  const { memory, piece } = scan.scanner;
  const { standing } = scan.file;
  let end = standing?.end ?? scan.file.read(piece);
  let at = takeSameHeader(scan, skipMark(memory, end, standing?.from), end);
  if (standing?.taken) at = goOn(scan, standing.taken);
  for (;;) {
    at = takeRows(scan, at, end);
    if (at === ODD) return false;
    settle();
    // Of most small files nothing is left.
    if (at < end) piece.copyWithin(0, at, end);
    end -= at;
    at = 0;
    const count = scan.file.read(end === 0 ? piece : piece.subarray(end));
    // What is left is a last line without its end, or a row that fills the buffer; the csv reader tells of them.
    if (count === 0) return end === 0 && scan.layout !== undefined && (canWait(scan) || flush(scan.scanner));
    end += count;
  }
}

/** The address behind the byte order mark that a file may begin with. */
export function skipMark({ bytes }: Memory, end: number, from = 0): number {
  const isMark = end >= from + 3 && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf;
  return isMark ? from + 3 : from;
}

/** Goes on where the kernel came to, behind the same header; gives where the next row begins. */
function goOn(scan: Scan, { at, ...reached }: Taken): number {
  Object.assign(scan, reached);
  if (scan.read > 0) scan.touched.push(scan.seat);
  return at;
}

/** Takes the rows of the piece and gives where the first begins whose end is not before `end`; ODD where one is odd. */
export function takeRows(scan: Scan, from: number, end: number): number {
  const { engine, memory, row } = scan.scanner;
  const lastLine = lastLineFeed(memory, end) + 1;
  let at = from;
  for (;;) {
    const { layout } = scan;
    if (layout?.isForeseeable && engine.patience <= 0) {
      at = runRows(scan, at, lastLine);
      if (at < 0) return ODD;
    }
    if (at >= lastLine) return at;
    if (!flush(scan.scanner)) return ODD;
    const foreseen = layout?.isForeseeable && layout.leafAt >= 0 ? foresee(scan, layout, at, end) : 0;
    const next = splitRow(memory, foreseen === 0 ? at : (row.starts[foreseen] as number), end, row, foreseen);
    if (next === MORE) return at;
    if (next === ODD || next - at > scan.longest) return ODD;
    scan.line++;
    announce(engine, 1);
    if (!(layout === undefined ? takeHeader(scan, at, next) : takeRow(scan, layout, foreseen))) return ODD;
    at = next;
  }
}

/**
 * Finds the first cells of a row where they are those that mostly come next: the unit of the row before, then the
 * leaf after the last one. Gives how many cells are found so and where the next begins; these bytes need no look.
 */
function foresee(scan: Scan, { unitAt }: Layout, from: number, end: number): number {
  const { memory, row, units, leaves } = scan.scanner;
  const { starts, ends, marks } = row;
  const delimiter = memory.own(DELIMITER_BYTE);
  if (scan.seat < 0) return 0;
  let cell = 0;
  let at = from;
  if (unitAt === 0) {
    at = skipText(memory, units.at, scan.seat, from, end, delimiter);
    if (at < 0) return 0;
    starts[0] = from;
    ends[0] = at - 1;
    marks[0] = 0;
    starts[++cell] = at;
  }
  const table = leaves[scan.build] as ByteTable;
  const next = scan.leaf + 1;
  const after = next < countOf(table) ? skipText(memory, table.at, next, at, end, delimiter) : -1;
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
  const isAgain = touchSeat(scan, scan.seat);
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
  const { memory, row, units } = scan.scanner;
  if (((row.marks[unitAt] as number) & ESCAPED) !== 0) return false;
  const from = row.starts[unitAt] as number;
  const to = row.ends[unitAt] as number;
  if (scan.seat >= 0 && isText(memory, units.at, scan.seat, from, to)) return true;
  const isNext = isText(memory, units.at, scan.seat + 1, from, to);
  return takeSeat(scan, isNext ? scan.seat + 1 : findBytes(memory, units.at, from, to));
}

/** Mostly the leaf after that of the row before. No leaf's id holds quotes. */
export function findLeaf(scan: Scan, leafAt: number): boolean {
  const { memory, row, leaves } = scan.scanner;
  const table = leaves[scan.build] as ByteTable;
  const from = row.starts[leafAt] as number;
  const to = row.ends[leafAt] as number;
  const next = scan.leaf + 1 < countOf(table) ? scan.leaf + 1 : 0;
  scan.leaf = isText(memory, table.at, next, from, to) ? next : findBytes(memory, table.at, from, to);
  return scan.leaf >= 0;
}

/** Takes the cells of one target in the row; false where they are at fault. */
function takeReading(scan: Scan, reading: Reading): boolean {
  const { seats, rowOf, isFocused } = scan.scanner;
  const at = rowOf[scan.seat] as number;
  if (isSeen(reading.columns, at)) return false;
  if (isFocused[scan.seat] === 0 && takeCells(scan, at, reading)) return true;
  const cells = textsOf(scan.scanner);
  const seat = seats.at(scan.seat);
  return takeEntry(scan.context as FileContext, seat, reading.target, reading.slots, cells, scan.line);
}

/** Takes them without making a text; false, with nothing kept, where that is not sure to be right. */
function takeCells({ scanner, line, file }: Scan, at: number, reading: Reading): boolean {
  const { memory, row } = scanner;
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
    if (!readCell(reader, columns.values[position] as Column, at, start, end)) return false;
    if (position <= reading.upTo) last = position;
  }
  if (reading.upTo >= 0 && last < reading.from && !(reading.isAdjustment && last < 0)) return false;
  let flags = reading.flags;
  if (evidence >= 0 && hasLetters(memory, starts[evidence] as number, ends[evidence] as number)) flags |= HAS_EVIDENCE;
  if (note >= 0 && hasLetters(memory, starts[note] as number, ends[note] as number)) flags |= HAS_NOTE;
  noteRow(columns, at, file.fileAt, line, flags);
  return true;
}
