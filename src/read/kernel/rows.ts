/**
 * The quick way through a file: rows in which nothing stands but what is mostly there are taken in one pass over
 * their bytes, without being split first.
 *
 *   unit ─────────────────→ leaf ──────────→ values ─────────────→ evidence, note ────→ next row
 *   the one before, the      the next, or     from their digits,    four letters at a time, looked
 *   next, or by its bytes    by its bytes     or known by bytes     at only for what is special
 *
 * It stops before the first row of which it is not sure, with nothing of it written; scan.ts takes that row in the
 * general way and comes back. So nothing here tells a fault, and what is left here need not be wrong.
 */
import { takeFlights } from './flight.ts';
import * as map from './map.ts';
import type { Memory } from './memory.ts';
import { takeTallRow } from './tall-row.ts';
import { takeWideRow } from './wide-row.ts';

/**
 * Takes rows from `from` on, up to `end`, behind a line feed, and lets them wait in the batch. Gives where the first
 * row begins that it leaves: of it it is not sure, or as many rows were read as may be, or it has no room in the batch,
 * which IS_FULL says then.
 */
export function fillRows(m: Memory, from: i32, end: i32): i32 {
  const before = m.own(map.READ);
  m.setOwn(map.IS_FULL, 0);
  m.setOwn(map.STRAYS, 0);
  const isLong = m.own(map.UNIT_AT) === 0 && m.own(map.LEAF_AT) > 0;
  let start = isLong && m.own(map.IS_ASTRAY) !== 0 ? takeFlights(m, from, end) : from;
  while (start < end && m.own(map.READ) < m.own(map.MOST_ROWS)) {
    if (m.own(map.COUNT) >= m.own(map.ROOM)) {
      m.setOwn(map.IS_FULL, 1);
      break;
    }
    const next = m.own(map.LEAF_AT) < 0 ? takeWideRow(m, start, end) : takeTallRow(m, start, end);
    if (next < 0) break;
    start = next;
  }
  const read = m.own(map.READ) - before;
  if (read >= SOME) m.setOwn(map.IS_ASTRAY, m.own(map.STRAYS) << 1 > read ? 1 : 0);
  return start;
}

/** Rows that say enough of those to come. */
const SOME: i32 = 16;
