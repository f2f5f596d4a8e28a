/**
 * A row of a wide file: a unit, and in one pass the cells of all its leaves, each of which becomes a row that waits. What
 * each cell is to which leaf says the plan of the unit's build.
 */
import { DELIMITER, isEnd, kindAt, QUOTE } from './bytes.ts';
import * as map from './map.ts';
import { type Memory, product } from './memory.ts';
import { addRow, clearRow, isTouched, isWhole, skipLine, skipUnit, takeCell, touch } from './row.ts';

/**
 * Takes the row that begins at `from` and gives where the next one does; -1, with nothing of it waiting, where it is not
 * sure, or where the batch has no room for it.
 */
export function takeWideRow(m: Memory, from: i32, end: i32): i32 {
  const at = skipUnit(m, from, end);
  if (at < 0) return -1;
  const seat = m.own(map.SEAT);
  if (m.byte(m.own(map.IS_FOCUSED) + seat) !== 0 || isTouched(m, seat)) return -1;
  const plan = m.own(map.PLANS) + product(m.own(map.BUILD), map.PLAN);
  const count = m.int(plan + map.READING_COUNT);
  const first = m.own(map.COUNT);
  if (first + count > m.own(map.ROOM)) {
    // Of more leaves than a batch has rows none ever fits.
    if (first > 0) m.setOwn(map.IS_FULL, 1);
    return -1;
  }
  for (let number = 0; number < count; number++) {
    clearRow(m, readingOf(m, plan, number), first + number);
    setSeen(m, first + number, 0);
  }
  const next = takeCells(m, plan, first, at, end);
  if (next < 0 || next - from > m.own(map.LONGEST)) return -1;
  for (let number = 0; number < count; number++) {
    const reading = readingOf(m, plan, number);
    if (isThere(m, reading, first + number) && !isWhole(m, reading, first + number)) return -1;
  }
  m.setOwn(map.IS_ALONE, 0);
  m.setOwn(map.LINE, m.own(map.LINE) + 1);
  m.setOwn(map.READ, m.own(map.READ) + 1);
  m.setOwn(map.COUNT, first + count);
  for (let number = 0; number < count; number++) {
    const place = m.int(m.int(plan + map.READING_LIST) + (number << 3));
    if (isThere(m, readingOf(m, plan, number), first + number)) addRow(m, place, first + number, seat);
  }
  touch(m, seat);
  return next;
}

/** The address of a reading of the plan. */
function readingOf(m: Memory, plan: i32, number: i32): i32 {
  return m.int(m.int(plan + map.READING_LIST) + (number << 3) + 4);
}

/** Goes over the cells behind the unit and gives where the line after begins; -1 where it is not sure. @inline */
function takeCells(m: Memory, plan: i32, first: i32, from: i32, end: i32): i32 {
  const last = m.own(map.LAST_CELL);
  let at = from;
  let cell = m.int(plan + map.CELLS) + map.CELL;
  for (let number = 1; number <= last; number++) {
    const kind = kindAt(m, at);
    if (!isEnd(kind)) {
      const begin = at;
      const reading = m.int(cell + map.READING_AT);
      const waiting = first + reading;
      at = takeCell(
        m,
        m.int(cell + map.ROLE),
        m.int(cell + map.POSITION),
        readingOf(m, plan, reading),
        waiting,
        at,
        end,
      );
      if (at < 0) return -1;
      // Quotes alone are a cell in which nothing stands.
      if (kind !== QUOTE || at > begin + 2) setSeen(m, waiting, 1);
    }
    if (number < last) {
      if (kindAt(m, at) !== DELIMITER) return -1;
      at++;
    }
    cell += map.CELL;
  }
  return skipLine(m, at);
}

/** Notes whether anything stands in the cells of a row; where its file will be noted. */
function setSeen(m: Memory, waiting: i32, seen: i32): void {
  m.setInt(m.own(map.FILES) + (waiting << 2), seen);
}

/** Whether there is a row: an adjustment without a cell is no adjustment. */
function isThere(m: Memory, reading: i32, waiting: i32): boolean {
  return m.int(reading + map.IS_ADJUSTMENT) === 0 || m.int(m.own(map.FILES) + (waiting << 2)) !== 0;
}
