/**
 * Rows that wait -> the columns of their leaves: model/column.ts and model/places.ts for what is mostly there, numbers
 * that the arrays have room for and places near the unit's first. What asks for more is left to the script, which makes
 * room; the next rows of the leaf are written here again.
 */
import * as map from './map.ts';
import { floor, type Memory, product, toWhole } from './memory.ts';

/** As in the model: what a shared denominator may be, and the largest whole number that a double surely holds. */
export const GRID: f64 = 10_000_000_000;
export const SAFE: f64 = 9_007_199_254_740_991;

/**
 * Writes the waiting rows of leaves from number `first` on. Gives the first row that it leaves, whose leaf is then at LEFT
 * and whose leaf's first waiting row it is then; -1 when none waits any more.
 */
export function flushRows(m: Memory, first: i32): i32 {
  const heads = m.own(map.HEADS);
  const tails = m.own(map.TAILS);
  const count = m.own(map.TARGET_COUNT);
  for (let leaf = first; leaf < count; leaf++) {
    const head = heads + (leaf << 2);
    m.setInt(tails + (leaf << 2), -1);
    if (m.int(head) < 0) continue;
    const left = writeLeaf(m, m.own(map.TARGETS) + product(leaf, map.TARGET), m.int(head));
    m.setInt(head, left);
    if (left >= 0) {
      m.setOwn(map.LEFT, leaf);
      return left;
    }
  }
  return -1;
}

/** Writes rows from `head` on to their leaf's columns and gives the first that is the script's, perhaps with its numbers; or -1. */
function writeLeaf(m: Memory, target: i32, head: i32): i32 {
  const rows = m.own(map.ROWS);
  const nexts = m.own(map.NEXT);
  const rowFlags = m.own(map.FLAGS);
  const width = m.own(map.WIDTH) << 3;
  const flags = m.int(target + map.FLAGS_OF);
  const common = m.int(target + map.COMMON_FLAGS);
  const belows = m.int(target + map.BELOW);
  const belowWidth = m.int(target + map.BELOW_WIDTH);
  const seen = m.int(target + map.SEEN);
  const columns = m.int(target + map.COLUMNS);
  const end = columns + product(m.int(target + map.COLUMN_COUNT), map.COLUMN);
  for (let waiting = head; waiting >= 0; waiting = m.int(nexts + (waiting << 2))) {
    const row = m.int(rows + (waiting << 2));
    const own = m.byte(rowFlags + waiting);
    const below = flags === 0 && own !== common ? 0 : findPlace(m, target, row, waiting);
    if (below === 0) return waiting;
    let slot = product(waiting, width);
    for (let column = columns; column < end; column += map.COLUMN) {
      const d = m.double(m.own(map.DS) + slot);
      if (d !== 0 && !writePair(m, column, row, m.double(m.own(map.NS) + slot), d)) return waiting;
      slot += 8;
    }
    if (flags !== 0) m.setByte(flags + row, own);
    // What has a place was read.
    m.setByte(seen + (row >> 3), m.byte(seen + (row >> 3)) | (1 << (row & 7)));
    if (belowWidth === 4) m.setInt(belows + (row << 2), below);
    else if (belowWidth === 1) m.setByte(belows + row, below);
  }
  return -1;
}

/**
 * How far below the unit's first row a row stands, as `setPlace` writes it; 0 where it has a place already, stands in another
 * file, or as far away as there is no room for.
 */
function findPlace(m: Memory, target: i32, row: i32, waiting: i32): i32 {
  const width = m.int(target + map.BELOW_WIDTH);
  const seen = m.int(target + map.SEEN);
  // Bits lie near, where what `below` says of a row would have to be waited for.
  if (seen === 0 || ((m.byte(seen + (row >> 3)) >> (row & 7)) & 1) !== 0) return 0;
  const file = m.int(m.own(map.FILES) + (waiting << 2));
  const line = m.own(map.ABOVE) + m.int(m.own(map.LINES) + (waiting << 2));
  const lines = m.int(target + map.ANCHOR_LINES) + (row << 2);
  const files = m.int(target + map.ANCHOR_FILES) + (row << 2);
  if (m.int(lines) === 0) {
    m.setInt(lines, line);
    m.setInt(files, file);
  }
  if (m.int(files) !== file) return 0;
  const distance = line - m.int(lines);
  const below = distance < 0 ? distance : distance + 1;
  if (width === 0) return below === m.int(target + map.COMMON_BELOW) ? below : 0;
  return width === 1 && (below < 0 || below > 0xff) ? 0 : below;
}

/** As `setPair`, where the arrays have room for both numbers. */
function writePair(m: Memory, column: i32, row: i32, n: f64, d: f64): boolean {
  const width = m.int(column + map.DENOMINATOR_WIDTH);
  if (width === 0) {
    const shared = m.double(column + map.SHARED);
    let over = n;
    if (d !== shared) {
      const times = shared / d;
      over = n * times;
      const isGrid = shared > 0 && shared <= GRID && times === floor(times);
      if (!isGrid || over > SAFE || over < -SAFE) return false;
    }
    if (!writeNumber(m, m.int(column + map.NUMBERS), m.int(column + map.NUMBER_WIDTH), row, over)) return false;
  } else {
    if (!writeNumber(m, m.int(column + map.DENOMINATORS), width, row, d)) return false;
    if (!writeNumber(m, m.int(column + map.NUMBERS), m.int(column + map.NUMBER_WIDTH), row, n)) return false;
  }
  return true;
}

/** Writes a whole number into an array of numbers of so many bytes; false where it has no room for it. */
function writeNumber(m: Memory, numbers: i32, width: i32, row: i32, value: f64): boolean {
  if (width === 8) {
    m.setDouble(numbers + (row << 3), value);
    return true;
  }
  const most: f64 = width === 2 ? 32_767 : 2_147_483_647;
  if (width === 0 || value > most || value < -most) return false;
  if (width === 2) m.setShort(numbers + (row << 1), toWhole(value));
  else m.setInt(numbers + (row << 2), toWhole(value));
  return true;
}
