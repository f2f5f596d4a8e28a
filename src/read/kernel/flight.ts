/**
 * Rows of a tall file in no order of their units.
 *
 *   some rows: all but the unit ──→ what their units' ids lead to, touched ──→ each id compared, row by row
 *
 * Nobody can foresee whose row is next, and to find a unit by its id is to wait for memory several times, once for what
 * the wait before it has brought. Of many rows together all waits are one.
 */
import * as map from './map.ts';
import { type Memory, product } from './memory.ts';
import { skipId } from './row.ts';
import { keepRow, takeLeaf } from './tall-row.ts';
import { findFrom, slotOf } from './text.ts';

/** Takes rows from `from` on, as long as there is room for them, and gives where the first begins of which it is not sure. */
export function takeFlights(m: Memory, from: i32, end: i32): i32 {
  let start = from;
  let next = takeFlight(m, start, end);
  while (next > start) {
    start = next;
    next = takeFlight(m, start, end);
  }
  return start;
}

/** Takes some rows, whose units are of the build of the row before, and gives where the first begins that it leaves. */
function takeFlight(m: Memory, from: i32, end: i32): i32 {
  const waiting = m.own(map.COUNT);
  const units = m.own(map.UNITS);
  const most = roomOf(m);
  const before = m.own(map.LEAF);
  let rows: i32 = 0;
  let next = from;
  while (rows < most && next < end && skipId(m, next)) {
    const idEnd = m.own(map.ID_END);
    const slot = slotOf(m, units, next, idEnd);
    const behind = takeLeaf(m, next, idEnd + 1, end, waiting + rows, -1);
    if (behind < 0) break;
    const row = product(rows, map.IN_FLIGHT);
    m.setOwn(map.START + row, next);
    m.setOwn(map.UNIT_END + row, idEnd);
    m.setOwn(map.SLOT + row, slot);
    m.setOwn(map.LEAF_OF + row, m.own(map.LEAF));
    rows++;
    next = behind;
  }
  touchUnits(m, units, rows);
  const kept = keepRows(m, units, waiting, rows);
  if (kept === rows) return next;
  m.setOwn(map.LEAF, kept === 0 ? before : m.own(map.LEAF_OF + product(kept - 1, map.IN_FLIGHT)));
  return m.own(map.START + product(kept, map.IN_FLIGHT));
}

/** How many rows may be taken. */
function roomOf(m: Memory): i32 {
  let most: i32 = map.MOST_IN_FLIGHT;
  const room = m.own(map.ROOM) - m.own(map.COUNT);
  if (room < most) most = room;
  const more = m.own(map.MOST_ROWS) - m.own(map.READ);
  if (more < most) most = more;
  return most;
}

/** Looks at all that will be asked of the units of these rows, if each is the first to which its id leads. */
function touchUnits(m: Memory, units: i32, rows: i32): void {
  const slots = m.int(units + map.SLOTS_OF);
  const starts = m.int(units + map.STARTS_OF);
  const letters = m.int(units + map.LETTERS_OF);
  const buildOf = m.own(map.BUILD_OF);
  const rowOf = m.own(map.ROW_OF);
  const touchedBy = m.own(map.TOUCHED_BY);
  const isFocused = m.own(map.IS_FOCUSED);
  let seen: i32 = 0;
  for (let number = 0; number < rows; number++) {
    const seat = m.int(slots + (m.own(map.SLOT + product(number, map.IN_FLIGHT)) << 2)) - 1;
    if (seat < 0) continue;
    const at = seat << 2;
    seen ^= m.byte(letters + m.int(starts + at)) ^ m.byte(isFocused + seat);
    seen ^= m.int(buildOf + at) ^ m.int(rowOf + at) ^ m.int(touchedBy + at);
  }
  // Who compiles this leaves out what comes to nothing.
  m.setOwn(map.TOUCHED_LAST, seen);
}

/** Lets rows wait from number `waiting` on, up to the first of which it is not sure, and says how many. */
function keepRows(m: Memory, units: i32, waiting: i32, rows: i32): i32 {
  const build = m.own(map.BUILD);
  const first = m.int(m.own(map.FIRST_OF) + (build << 2));
  for (let number = 0; number < rows; number++) {
    const row = product(number, map.IN_FLIGHT);
    const start = m.own(map.START + row);
    const seat = findFrom(m, units, m.own(map.SLOT + row), start, m.own(map.UNIT_END + row));
    if (seat < 0 || m.int(m.own(map.BUILD_OF) + (seat << 2)) !== build) return number;
    if (m.byte(m.own(map.IS_FOCUSED) + seat) !== 0) return number;
    if (seat !== m.own(map.SEAT)) m.setOwn(map.STRAYS, m.own(map.STRAYS) + 1);
    m.setOwn(map.SEAT, seat);
    keepRow(m, waiting + number, seat, first + m.own(map.LEAF_OF + row));
  }
  return rows;
}
