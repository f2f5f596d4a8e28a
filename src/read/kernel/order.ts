/** Rows in the order of their figures, by their digits one after the other: no comparison that a processor must foresee. */
import * as map from './map.ts';
import { type Memory, toWhole } from './memory.ts';

/** Figures are whole numbers that lie less than this apart. */
const MOST_APART: f64 = 1_073_741_824;

/**
 * Sorts so many rows at `rows` by the figures at `figures`, the greatest first and equals in the order given, and writes at
 * `ends` behind how many of them each class of equals ends; gives how many classes there are, or -1 where figures are too
 * far apart, with nothing sorted. At `work` there is room for three whole numbers of each row, and DIGIT_COUNTS bytes more.
 */
export function sortRows(m: Memory, figures: i32, rows: i32, size: i32, ends: i32, work: i32): i32 {
  let least = m.double(figures);
  let greatest = least;
  for (let at = figures; at < figures + (size << 3); at += 8) {
    const figure = m.double(at);
    if (figure < least) least = figure;
    if (figure > greatest) greatest = figure;
  }
  if (!(greatest - least < MOST_APART)) return -1;
  const bytes = size << 2;
  // Distances from the greatest one, which rise.
  let keys = work;
  for (let at: i32 = 0; at < bytes; at += 4) m.setInt(keys + at, toWhole(greatest - m.double(figures + (at << 1))));
  let own = rows;
  let nextKeys = work + bytes;
  let next = nextKeys + bytes;
  const digits = next + bytes;
  const range = toWhole(greatest - least);
  for (let shift: i32 = 0; shift < 32 && range >> shift > 0; shift += 8) {
    countDigits(m, keys, bytes, shift, digits);
    for (let at: i32 = 0; at < bytes; at += 4) {
      const key = m.int(keys + at);
      const digit = digits + (((key >> shift) & 0xff) << 2);
      const place = m.int(digit);
      m.setInt(digit, place + 4);
      m.setInt(nextKeys + place, key);
      m.setInt(next + place, m.int(own + at));
    }
    const lastKeys = keys;
    const last = own;
    keys = nextKeys;
    own = next;
    nextKeys = lastKeys;
    next = last;
  }
  if (own !== rows) for (let at: i32 = 0; at < bytes; at += 4) m.setInt(rows + at, m.int(own + at));
  return endClasses(m, keys, size, ends);
}

/** Writes for each digit where the first key that has it belongs, in bytes. */
function countDigits(m: Memory, keys: i32, bytes: i32, shift: i32, digits: i32): void {
  for (let digit: i32 = 0; digit < map.DIGIT_COUNTS; digit += 4) m.setInt(digits + digit, 0);
  for (let at: i32 = 0; at < bytes; at += 4) {
    const digit = digits + (((m.int(keys + at) >> shift) & 0xff) << 2);
    m.setInt(digit, m.int(digit) + 4);
  }
  let place: i32 = 0;
  for (let digit: i32 = 0; digit < map.DIGIT_COUNTS; digit += 4) {
    const count = m.int(digits + digit);
    m.setInt(digits + digit, place);
    place += count;
  }
}

/** Writes behind how many keys each run of equal ones ends, and gives how many runs there are. */
function endClasses(m: Memory, keys: i32, size: i32, ends: i32): i32 {
  let classes: i32 = 0;
  for (let at: i32 = 1; at <= size; at++) {
    if (at < size && m.int(keys + (at << 2)) === m.int(keys + ((at - 1) << 2))) continue;
    m.setInt(ends + (classes << 2), at);
    classes++;
  }
  return classes;
}
