/**
 * The quick way through a tall file: rows in which nothing stands but what is mostly there are taken in one pass over
 * their bytes, without being split first.
 *
 *   unit ─────────────────→ leaf ──────────→ values ─────────────→ evidence, note ────→ next row
 *   the one before, the      the next, or     from their digits,    four letters at a time, looked
 *   next, or by its bytes    by its bytes     or known by bytes     at only for what is special
 *
 * It stops before the first row of which it is not sure, with nothing of it written; scan.ts takes that row in the
 * general way and comes back. So nothing here tells a fault, and what is left here need not be wrong.
 */
import { HAS_EVIDENCE, HAS_NOTE } from '../model/assessment.ts';
import { addRow } from './scan-batch.ts';
import { DELIMITER, isEnd, isLineFeed, LETTER, QUOTE, RETURN, skipQuotes, skipWords } from './scan-bytes.ts';
import { hasLetters, parseCell, parsed } from './scan-cell.ts';
import { EVIDENCE, NOTE, type QuickLayout, type QuickReading, VALUE } from './scan-layout.ts';
import { type RowScan, takeSeat, touchSeat } from './scan-state.ts';
import { type ByteTable, findBytes, isText, skipText } from './scan-table.ts';

/**
 * Takes rows from `from` on, up to `end`, behind a line feed, and lets them wait in the batch, which is written when
 * it is full. Gives where the first row begins that it leaves; -1 where a waiting row stands in the columns already.
 */
export function runRows(scan: RowScan, layout: QuickLayout, from: number, end: number): number {
  for (let at = from; ; ) {
    at = fillBatch(scan, layout, at, end);
    if (!scan.scanner.batch.isFull) return at;
    if (!scan.flush()) return -1;
  }
}

/**
 * The same until the batch is full, which `isFull` says then.
 *
 * One loop, since a row costs no more than a few calls: what is called from it is seldom, or small enough to be
 * compiled into it.
 */
export function fillBatch(scan: RowScan, layout: QuickLayout, from: number, end: number): number {
  const { buffer: bytes, view, row: split, batch, units, leaves, limits, rowOf, isFocused } = scan.scanner;
  const { fileAt } = scan.file;
  const { readings, firstOf, unitAt, leafAt } = layout;
  const { kinds, delimiter } = split;
  const { n, d, width } = batch;
  const last = layout.width - 1;
  const most = scan.read + Math.min(limits.rows - scan.read, end);
  let touched = -1;
  let table = leaves[scan.build] as ByteTable;
  let first = firstOf[scan.build] as number;
  for (let start = from, read = scan.read; ; read++, start = scan.at) {
    if (start >= end || read >= most) return start;
    if (batch.count >= batch.room) {
      batch.isFull = true;
      return start;
    }
    let at = start;
    if (unitAt === 0) {
      at = scan.seat < 0 ? -1 : skipText(units, scan.seat, view, start, end, delimiter);
      if (at < 0) {
        at = findUnit(scan, start);
        if (at < 0) return start;
        table = leaves[scan.build] as ByteTable;
        first = firstOf[scan.build] as number;
      }
    }
    const { seat } = scan;
    let leaf = scan.leaf + 1 < table.count ? scan.leaf + 1 : 0;
    const behind = skipText(table, leaf, view, at, end, delimiter);
    if (behind >= 0) at = behind;
    else {
      leaf = findLeaf(scan, table, at);
      if (leaf < 0) return start;
      at = idEnd + 1;
    }
    const place = first + leaf;
    const reading = readings[place] as QuickReading;
    if (isFocused[seat] !== 0) return start;
    const { roles, positions, upTo } = reading;
    const slot = batch.count * width;
    for (let position = 0; position < width; position++) d[slot + position] = 0;
    let flags = reading.flags;
    let filled = -1;
    for (let cell = leafAt + 1; ; cell++) {
      let kind = kinds[bytes[at] as number] as number;
      if (!isEnd(kind)) {
        const role = roles[cell];
        if (role === VALUE) {
          at = parseCell(reading.reader, bytes, view, at, kinds);
          if (at < 0) return start;
          const position = positions[cell] as number;
          n[slot + position] = parsed[0] as number;
          d[slot + position] = parsed[1] as number;
          if (position <= upTo && position > filled) filled = position;
        } else if (role === EVIDENCE || role === NOTE) {
          const isQuoted = kind === QUOTE;
          const begin = isQuoted ? at + 1 : at;
          at = isQuoted ? skipQuotes(bytes, at, split) : skipWords(bytes, view, at, split);
          if (at < 0) return start;
          const until = isQuoted ? at - 1 : at;
          if (hasLetters(view, begin, until)) {
            flags |= role === EVIDENCE ? HAS_EVIDENCE : HAS_NOTE;
          }
        } else return start;
        kind = kinds[bytes[at] as number] as number;
      }
      if (cell === last) {
        if (kind === RETURN) at++;
        break;
      }
      if (kind !== DELIMITER) return start;
      at++;
    }
    if (!isLineFeed(bytes[at] as number) || at + 1 - start > scan.longest) return start;
    if (upTo >= 0 && filled < reading.from && !(reading.isAdjustment && filled < 0)) return start;
    scan.at = at + 1;
    if (leaf <= scan.leaf) scan.isAlone = false;
    scan.leaf = leaf;
    scan.line++;
    scan.read++;
    addRow(batch, place, rowOf[seat] as number, fileAt, scan.line, flags);
    if (seat !== touched) touchSeat(scan);
    touched = seat;
  }
}

/** Where the id ends that was looked for last. */
let idEnd = 0;

/** Makes the unit whose id begins at `from` the one that is read and gives where the next cell begins; -1 if there is none. */
function findUnit(scan: RowScan, from: number): number {
  const { buffer, view, row, units } = scan.scanner;
  if (!skipId(buffer, from, row.kinds)) return -1;
  const next = scan.seat + 1;
  const found = isText(units, next, view, from, idEnd) ? next : findBytes(units, view, from, idEnd);
  return takeSeat(scan, found) ? idEnd + 1 : -1;
}

/** The number of the leaf whose id begins at `from`; -1 if there is none. */
function findLeaf({ scanner: { buffer, view, row } }: RowScan, table: ByteTable, from: number): number {
  return skipId(buffer, from, row.kinds) ? findBytes(table, view, from, idEnd) : -1;
}

/** Whether nothing but plain letters stands before the next delimiter. */
function skipId(bytes: Uint8Array, from: number, kinds: Uint8Array): boolean {
  idEnd = from;
  while (kinds[bytes[idEnd] as number] === LETTER) idEnd++;
  return kinds[bytes[idEnd] as number] === DELIMITER;
}
