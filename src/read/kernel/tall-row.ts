/** A row of a tall file: a unit, unless it is the file's, a leaf, and the leaf's cells. */
import { DELIMITER, kindAt } from './bytes.ts';
import * as map from './map.ts';
import { type Memory, product } from './memory.ts';
import { addRow, clearRow, isWhole, skipId, skipLine, skipUnit, takeCell, touch } from './row.ts';
import { findFrom, skipText, slotOf } from './text.ts';

/**
 * Takes the row that begins at `from` and gives where the next one does; -1, with nothing of it written, where it is not sure.
 * @inline
 */
export function takeTallRow(m: Memory, from: i32, end: i32): i32 {
  let at = from;
  if (m.own(map.UNIT_AT) === 0) at = skipUnit(m, at, end);
  if (at < 0) return -1;
  const seat = m.own(map.SEAT);
  if (m.byte(m.own(map.IS_FOCUSED) + seat) !== 0) return -1;
  return takeLeaf(m, from, at, end, m.own(map.COUNT), seat);
}

/**
 * Takes the leaf at `from` and its cells for the row that begins at `start`, and gives where the next begins; -1, with
 * nothing of it written, where it is not sure. The row waits then, unless its unit is not known yet: a seat below 0.
 * @inline
 */
export function takeLeaf(m: Memory, start: i32, from: i32, end: i32, waiting: i32, seat: i32): i32 {
  let at = from;
  const build = m.own(map.BUILD) << 2;
  const table = m.int(m.own(map.LEAVES) + build);
  const before = m.own(map.LEAF);
  let leaf = before + 1 < m.int(table + map.COUNT_OF) ? before + 1 : 0;
  const behind = skipText(m, table, leaf, at, end, m.own(map.DELIMITER_BYTE));
  if (behind >= 0) at = behind;
  else {
    if (!skipId(m, at)) return -1;
    leaf = findFrom(m, table, slotOf(m, table, at, m.own(map.ID_END)), at, m.own(map.ID_END));
    if (leaf < 0) return -1;
    at = m.own(map.ID_END) + 1;
  }
  const place = m.int(m.own(map.FIRST_OF) + build) + leaf;
  const reading = m.own(map.READINGS) + product(place, map.READING);
  clearRow(m, reading, waiting);
  const next = takeCells(m, reading, waiting, at, end);
  if (next < 0 || next - start > m.own(map.LONGEST) || !isWhole(m, reading, waiting)) return -1;
  m.setOwn(map.LEAF, leaf);
  if (seat < 0) return next;
  if (leaf <= before) m.setOwn(map.IS_ALONE, 0);
  keepRow(m, waiting, seat, place);
  return next;
}

/** Lets a row of a unit wait whose cells were taken. @inline */
export function keepRow(m: Memory, waiting: i32, seat: i32, place: i32): void {
  m.setOwn(map.LINE, m.own(map.LINE) + 1);
  m.setOwn(map.READ, m.own(map.READ) + 1);
  m.setOwn(map.COUNT, waiting + 1);
  addRow(m, place, waiting, seat);
  touch(m, seat);
}

/** Goes over the cells behind the leaf's id and gives where the line after begins; -1 where it is not sure. @inline */
function takeCells(m: Memory, reading: i32, waiting: i32, from: i32, end: i32): i32 {
  const roles = m.int(reading + map.ROLES);
  const positions = m.int(reading + map.POSITIONS);
  const last = m.own(map.LAST_CELL);
  let at = from;
  for (let cell = m.own(map.LEAF_AT) + 1; cell < last; cell++) {
    at = takeCell(m, m.byte(roles + cell), m.byte(positions + cell), reading, waiting, at, end);
    if (at < 0 || kindAt(m, at) !== DELIMITER) return -1;
    at++;
  }
  at = takeCell(m, m.byte(roles + last), m.byte(positions + last), reading, waiting, at, end);
  return at < 0 ? -1 : skipLine(m, at);
}
