/**
 * The parts of a row for the quick way: its unit, its cells, and the batch in which it waits. The values of a row are
 * written where it will wait before it is sure that it will; until then nothing else knows of it.
 */
import { DELIMITER, isEnd, kindAt, LETTER, LINE_FEED_BYTE, QUOTE, RETURN, skipQuoted, skipWords } from './bytes.ts';
import * as map from './map.ts';
import { type Memory, product } from './memory.ts';
import { parseCell } from './number.ts';
import { findBytes, isText, skipText } from './text.ts';

/** What a cell is to its leaf: a value, evidence or note; where anything else stands, the row is not sure. */
export const EMPTY: i32 = 0;
export const VALUE: i32 = 1;
export const EVIDENCE: i32 = 2;
export const NOTE: i32 = 3;

/** Bits of a row's flags; the same as in model/assessment.ts. */
export const EVIDENCE_FLAG: i32 = 2;
export const NOTE_FLAG: i32 = 4;

/**
 * Makes the unit whose id begins at `from` the one that is read and gives where the next cell begins; -1 if there is none.
 * @inline
 */
export function skipUnit(m: Memory, from: i32, end: i32): i32 {
  const units = m.own(map.UNITS);
  const seat = m.own(map.SEAT);
  const behind = seat < 0 ? -1 : skipText(m, units, seat, from, end, m.own(map.DELIMITER_BYTE));
  if (behind >= 0) return behind;
  if (!skipId(m, from)) return -1;
  const idEnd = m.own(map.ID_END);
  let found = seat + 1;
  if (!isText(m, units, found, from, idEnd)) {
    found = findBytes(m, units, from, idEnd);
    m.setOwn(map.STRAYS, m.own(map.STRAYS) + 1);
  }
  m.setOwn(map.SEAT, found);
  if (found < 0) return -1;
  m.setOwn(map.BUILD, m.int(m.own(map.BUILD_OF) + (found << 2)));
  return idEnd + 1;
}

/** Whether nothing but plain letters stands before the next delimiter, which is then at ID_END. */
export function skipId(m: Memory, from: i32): boolean {
  let at = from;
  while (kindAt(m, at) === LETTER) at++;
  m.setOwn(map.ID_END, at);
  return kindAt(m, at) === DELIMITER;
}

/**
 * Takes the cell that begins at `from` for the row that will wait, and gives where it ends; -1 where it is not sure.
 * @inline
 */
export function takeCell(m: Memory, role: i32, position: i32, reading: i32, waiting: i32, from: i32, end: i32): i32 {
  const kind = kindAt(m, from);
  if (isEnd(kind)) return from;
  if (role === VALUE) {
    const at = parseCell(m, m.int(reading + map.READER_OF), from);
    if (at < 0) return -1;
    const slot = (product(waiting, m.own(map.WIDTH)) + position) << 3;
    m.setDouble(m.own(map.NS) + slot, m.ownDouble(map.PARSED_N));
    m.setDouble(m.own(map.DS) + slot, m.ownDouble(map.PARSED_D));
    const filled = m.own(map.ROWS) + (waiting << 2);
    if (position <= m.int(reading + map.UP_TO) && position > m.int(filled)) m.setInt(filled, position);
    return at;
  }
  if (role !== EVIDENCE && role !== NOTE) return -1;
  const isQuoted = kind === QUOTE;
  const at = isQuoted ? skipQuotes(m, from, end) : skipWords(m, from, end, m.own(map.DELIMITER_BYTE));
  if (at < 0) return -1;
  const seen = isQuoted ? look(m, from + 1, at - 1) : look(m, from, at);
  if (seen === UNSURE) return -1;
  const flags = m.own(map.FLAGS) + waiting;
  if (seen === VISIBLE) m.setByte(flags, m.byte(flags) | (role === EVIDENCE ? EVIDENCE_FLAG : NOTE_FLAG));
  return at;
}

/** Where the line begins behind the end of a row's last cell; -1 where none does. */
export function skipLine(m: Memory, from: i32): i32 {
  const at = kindAt(m, from) === RETURN ? from + 1 : from;
  return m.byte(at) === LINE_FEED_BYTE ? at + 1 : -1;
}

/**
 * Begins a row that will wait: no value, the flags of all rows. Where its unit will stand is the last value that counts.
 * @inline
 */
export function clearRow(m: Memory, reading: i32, waiting: i32): void {
  const width = m.own(map.WIDTH);
  const slots = m.own(map.DS) + (product(waiting, width) << 3);
  for (let position = 0; position < width; position++) m.setDouble(slots + (position << 3), 0);
  m.setByte(m.own(map.FLAGS) + waiting, m.int(reading + map.ROW_FLAGS));
  m.setInt(m.own(map.ROWS) + (waiting << 2), -1);
}

/** Whether a row has the values that its leaf asks for. @inline */
export function isWhole(m: Memory, reading: i32, waiting: i32): boolean {
  if (m.int(reading + map.UP_TO) < 0) return true;
  const filled = m.int(m.own(map.ROWS) + (waiting << 2));
  return filled >= m.int(reading + map.FROM) || (filled < 0 && m.int(reading + map.IS_ADJUSTMENT) !== 0);
}

/** The address behind a whole cell in quotes; -1 where it is odd. */
function skipQuotes(m: Memory, from: i32, end: i32): i32 {
  return skipQuoted(m, from + 1, end) < 0 ? -1 : m.own(map.CLOSED) + 1;
}

/** What a text shows: nothing but blanks; a letter for certain; or letters outside ASCII alone, which may be blanks. */
const BLANK: i32 = 0;
const VISIBLE: i32 = 1;
const UNSURE: i32 = 2;

function look(m: Memory, from: i32, to: i32): i32 {
  let seen = BLANK;
  for (let at = from; at < to; at++) {
    const letter = m.byte(at);
    if (letter > 0x20 && letter < 0x80) return VISIBLE;
    if (letter >= 0x80) seen = UNSURE;
  }
  return seen;
}

/** Lets a row wait whose cells were taken. @inline */
export function addRow(m: Memory, place: i32, waiting: i32, seat: i32): void {
  const at = waiting << 2;
  m.setInt(m.own(map.ROWS) + at, m.int(m.own(map.ROW_OF) + (seat << 2)));
  m.setInt(m.own(map.FILES) + at, m.own(map.FILE_AT));
  m.setInt(m.own(map.LINES) + at, m.own(map.LINE));
  m.setInt(m.own(map.NEXT) + at, -1);
  const tails = m.own(map.TAILS) + (place << 2);
  const tail = m.int(tails);
  m.setInt(tails, waiting);
  if (tail < 0) m.setInt(m.own(map.HEADS) + (place << 2), waiting);
  else m.setInt(m.own(map.NEXT) + (tail << 2), waiting);
}

/** Notes that the file has a row of a unit. @inline */
export function touch(m: Memory, seat: i32): void {
  if (isTouched(m, seat)) return;
  m.setInt(m.own(map.TOUCHED_BY) + (seat << 2), m.own(map.FILE_AT) + 1);
  const touches = m.own(map.TOUCHES);
  m.setInt(m.own(map.TOUCHED) + (touches << 2), seat);
  m.setOwn(map.TOUCHES, touches + 1);
}

/** Whether the file had a row of a unit before. */
export function isTouched(m: Memory, seat: i32): boolean {
  return m.int(m.own(map.TOUCHED_BY) + (seat << 2)) === m.own(map.FILE_AT) + 1;
}
