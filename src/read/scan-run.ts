/**
 * The quick way through a tall file: rows in which nothing stands but what is mostly there are taken in one pass over
 * their bytes, without being split first.
 *
 *   unit ─────────────────→ leaf ──────────→ values ─────────────→ evidence, note, any other text ─→ next row
 *   the one before, the      the next, or     from their digits,    four letters at a time, looked
 *   next, or by its bytes    by its bytes     or known by bytes     at only for what is special
 *
 * It stops before the first row of which it is not sure, with nothing of it written; scan.ts takes that row in the
 * general way and comes back. So nothing here tells a fault, and what is left here need not be wrong.
 */
import { HAS_EVIDENCE, HAS_NOTE } from '../model/assessment.ts';
import { addRow, MOST_WAITING } from './scan-batch.ts';
import { DELIMITER, isLineFeed, LETTER, LINE_FEED, QUOTE, RETURN, skipQuotes, skipWords } from './scan-bytes.ts';
import { hasLetters, parseCell, parsed } from './scan-cell.ts';
import { EVIDENCE, type Layout, NOTE, type Reading, TEXT, VALUE } from './scan-layout.ts';
import { flushRows, type Scan, takeSeat, touchSeat } from './scan-state.ts';
import { type ByteTable, findBytes, isText, skipText } from './scan-table.ts';

/**
 * Takes rows from `from` on, up to `end`, behind a line feed, and lets them wait in the batch. Gives where the first
 * row begins that it leaves; -1 where a waiting row stands in the columns already.
 */
export function runRows(scan: Scan, layout: Layout, from: number, end: number): number {
  const { limits, rowOf, isFocused, batch } = scan.scanner;
  const { readings, firstOf } = layout;
  const most = limits.rows - scan.read;
  let at = from;
  for (let count = 0; at < end && count < most; count++) {
    if (batch.count === MOST_WAITING && !flushRows(scan)) return -1;
    const behindUnit = layout.unitAt < 0 ? at : runUnit(scan, at, end);
    if (behindUnit < 0 || isFocused[scan.seat] !== 0) return at;
    const before = scan.leaf;
    const behindLeaf = runLeaf(scan, behindUnit, end);
    const place = (firstOf[scan.build] as number) + scan.leaf;
    const reading = scan.leaf < 0 ? undefined : readings[place];
    const next = behindLeaf < 0 || reading === undefined ? -1 : runCells(scan, layout, reading, behindLeaf);
    if (next < 0 || next - at > scan.longest) {
      scan.leaf = before;
      return at;
    }
    scan.line++;
    scan.read++;
    addRow(batch, place, rowOf[scan.seat] as number, scan.line, flags);
    touchSeat(scan);
    at = next;
  }
  return at;
}

/** Finds the unit and gives where its cell ends; -1 where it is not plainly there. */
function runUnit(scan: Scan, from: number, end: number): number {
  const { buffer, view, row, units } = scan.scanner;
  const { seat } = scan;
  const behind = seat < 0 ? -1 : skipText(units, seat, view, from, end, row.delimiter);
  if (behind >= 0) return behind;
  const to = endOfId(buffer, from, row.kinds);
  if (buffer[to] !== row.delimiter) return -1;
  return takeSeat(scan, isText(units, seat + 1, view, from, to) ? seat + 1 : findBytes(units, view, from, to))
    ? to + 1
    : -1;
}

/** The same of the leaf. */
function runLeaf(scan: Scan, from: number, end: number): number {
  const { buffer, view, row, leaves } = scan.scanner;
  const table = leaves[scan.build] as ByteTable;
  const next = scan.leaf + 1 < table.count ? scan.leaf + 1 : 0;
  scan.leaf = next;
  const behind = skipText(table, next, view, from, end, row.delimiter);
  if (behind >= 0) return behind;
  const to = endOfId(buffer, from, row.kinds);
  if (buffer[to] !== row.delimiter) return -1;
  scan.leaf = findBytes(table, view, from, to);
  return to + 1;
}

function endOfId(bytes: Uint8Array, from: number, kinds: Uint8Array): number {
  let at = from;
  while (kinds[bytes[at] as number] === LETTER) at++;
  return at;
}

/** What `runCells` found out about the row: bits of `LeafColumns.flags`. */
let flags = 0;

/**
 * Reads the cells behind the leaf's into the next place of the batch and gives where the next row begins; -1 where one
 * of them asks for a second look.
 */
function runCells(scan: Scan, layout: Layout, reading: Reading, from: number): number {
  const { buffer: bytes, view, row: split, batch } = scan.scanner;
  const { kinds } = split;
  const { n, d, width } = batch;
  const { roles, positions, upTo } = reading;
  const last = layout.width - 1;
  const slot = batch.count * width;
  for (let position = 0; position < width; position++) d[slot + position] = 0;
  flags = reading.flags;
  let filled = -1;
  let at = from;
  for (let cell = layout.leafAt + 1; ; cell++) {
    const kind = kinds[bytes[at] as number];
    if (kind !== DELIMITER && kind !== LINE_FEED && kind !== RETURN) {
      const role = roles[cell];
      if (role === VALUE) {
        at = parseCell(reading.reader, bytes, view, at, kinds);
        if (at < 0) return -1;
        const position = positions[cell] as number;
        n[slot + position] = parsed[0] as number;
        d[slot + position] = parsed[1] as number;
        if (position <= upTo && position > filled) filled = position;
      } else if (role === TEXT || role === EVIDENCE || role === NOTE) {
        const start = kind === QUOTE ? at + 1 : at;
        at = kind === QUOTE ? skipQuotes(bytes, at, split) : skipWords(bytes, view, at, split);
        if (at < 0) return -1;
        if (role !== TEXT && hasLetters(view, start, kind === QUOTE ? at - 1 : at)) {
          flags |= role === EVIDENCE ? HAS_EVIDENCE : HAS_NOTE;
        }
      } else return -1;
    }
    const after = kinds[bytes[at] as number];
    if (cell < last) {
      if (after !== DELIMITER) return -1;
      at++;
      continue;
    }
    if (after === RETURN) at++;
    if (!isLineFeed(bytes[at] as number)) return -1;
    return upTo >= 0 && filled < reading.from && !(reading.isAdjustment && filled < 0) ? -1 : at + 1;
  }
}
