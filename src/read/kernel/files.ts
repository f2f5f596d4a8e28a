/**
 * Many small files of one unit each, which stand in the piece one behind the other: the quick way through all of them, as
 * far as each begins with the header that was met before, its unit has no row yet, and of every row it is sure.
 */
import { LINE_FEED_BYTE } from './bytes.ts';
import * as map from './map.ts';
import { type Memory, product } from './memory.ts';
import { fillRows } from './rows.ts';
import { findBytes, isSame, isText } from './text.ts';

/**
 * Takes files from number `first` of the bundle on, and lets their rows wait in the batch; of the first those from `row` on,
 * where that is not -1. Gives the first file that it does not take wholly, with the address of the first row that it leaves
 * at AT, and there -1 where it has taken nothing of it.
 */
export function fillFiles(m: Memory, first: i32, count: i32, row: i32): i32 {
  m.setOwn(map.AT, row);
  m.setOwn(map.IS_FULL, 0);
  for (let file = first; file < count; file++) {
    const known = m.own(map.BUNDLE) + product(file, map.BUNDLED);
    const from = m.own(map.AT) < 0 ? beginFile(m, known) : m.own(map.AT);
    m.setOwn(map.AT, from);
    if (from < 0) return file;
    m.setOwn(map.FILE_AT, m.own(map.FIRST_FILE) + file);
    const end = m.int(known + map.FILE_END);
    const at = fillRows(m, from, end);
    m.setOwn(map.AT, at);
    if (at < end || m.own(map.IS_ALONE) === 0) return file;
    endFile(m, known);
    m.setOwn(map.AT, -1);
  }
  return count;
}

/** Makes all ready for the rows of a file and gives where the first begins; -1 where the file is not like the others. */
function beginFile(m: Memory, known: i32): i32 {
  const header = m.own(map.HEADER);
  const size = m.own(map.HEADER_SIZE);
  const start = m.int(known + map.FILE_START);
  const end = m.int(known + map.FILE_END);
  if (start + size > end || m.byte(end - 1) !== LINE_FEED_BYTE || !isSame(m, header, start, start + size)) return -1;
  const seat = findSeat(m, m.int(known + map.NAME_START), m.int(known + map.NAME_END));
  if (seat < 0) return -1;
  const build = m.int(m.own(map.BUILD_OF) + (seat << 2));
  const lines = m.int(anchorsOf(m, build) + map.ANCHOR_LINES);
  const row = m.int(m.own(map.ROW_OF) + (seat << 2));
  if (lines === 0 || m.int(lines + (row << 2)) !== 0) return -1;
  m.setOwn(map.SEAT, seat);
  m.setOwn(map.BUILD, build);
  m.setOwn(map.LEAF, -1);
  m.setOwn(map.LINE, 1);
  m.setOwn(map.READ, 0);
  m.setOwn(map.IS_ALONE, 1);
  m.setOwn(map.TOUCHES, 0);
  return start + size;
}

/** The unit of this name: mostly the one behind that of the file before; -1 where there is none. */
function findSeat(m: Memory, from: i32, to: i32): i32 {
  const units = m.own(map.UNITS);
  const next = m.own(map.SEAT) + 1;
  return isText(m, units, next, from, to) ? next : findBytes(m, units, from, to);
}

/** Notes how many rows the file has, and sets the place of its unit, as if its first row were written. */
function endFile(m: Memory, known: i32): void {
  const seat = m.own(map.SEAT);
  m.setInt(known + map.FILE_ROWS, m.own(map.READ));
  if (m.own(map.READ) === 0) return;
  m.setInt(m.own(map.TOUCHED_BY) + (seat << 2), 0);
  const row = m.int(m.own(map.ROW_OF) + (seat << 2)) << 2;
  const anchors = anchorsOf(m, m.own(map.BUILD));
  m.setInt(m.int(anchors + map.ANCHOR_LINES) + row, 2);
  m.setInt(m.int(anchors + map.ANCHOR_FILES) + row, m.own(map.FILE_AT));
}

/** The leaf of a build by which the places of its units are found: all leaves have the same. */
function anchorsOf(m: Memory, build: i32): i32 {
  return m.own(map.TARGETS) + product(m.int(m.own(map.FIRST_OF) + (build << 2)), map.TARGET);
}
