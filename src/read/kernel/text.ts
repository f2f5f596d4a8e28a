/**
 * Texts found by their bytes: a hash of the bytes leads to a slot, and what is found there is compared byte by byte, so
 * that two texts of one hash are never taken for each other. Both go four bytes at a time. Texts begin and end at
 * addresses; how tables are made and grow: scan-table.ts.
 */
import { COUNT_OF, LETTERS_OF, MASK_OF, SLOTS_OF, STARTS_OF } from './map.ts';
import { type Memory, product } from './memory.ts';

/** Adds texts to a table that has room for them: those from `from` to before `to`, with a byte 0 behind each. */
export function addTexts(m: Memory, table: i32, from: i32, to: i32): void {
  const letters = m.int(table + LETTERS_OF);
  const starts = m.int(table + STARTS_OF);
  let count = m.int(table + COUNT_OF);
  let end = letters + m.int(starts + (count << 2));
  for (let at = from; at < to; at++) {
    const letter = m.byte(at);
    if (letter !== 0) m.setByte(end++, letter);
    else {
      count++;
      m.setInt(starts + (count << 2), end - letters);
      m.setInt(table + COUNT_OF, count);
      settle(m, table, count - 1);
    }
  }
}

/** Writes 1 + the number of a text to the slot that its hash leads to, or the next that is free. */
export function settle(m: Memory, table: i32, text: i32): void {
  const starts = m.int(table + STARTS_OF) + (text << 2);
  const letters = m.int(table + LETTERS_OF);
  const slots = m.int(table + SLOTS_OF);
  const mask = m.int(table + MASK_OF);
  let slot = hash(m, letters + m.int(starts), letters + m.int(starts + 4)) & mask;
  while (m.int(slots + (slot << 2)) !== 0) slot = (slot + 1) & mask;
  m.setInt(slots + (slot << 2), text + 1);
}

/** Adds the text from `from`, where the letters of the table end, to before `to`; false where it is there. */
export function addLast(m: Memory, table: i32, from: i32, to: i32): boolean {
  const letters = m.int(table + LETTERS_OF);
  const starts = m.int(table + STARTS_OF);
  const slots = m.int(table + SLOTS_OF);
  const mask = m.int(table + MASK_OF);
  const count = m.int(table + COUNT_OF);
  let slot = slotOf(m, table, from, to);
  let text = m.int(slots + (slot << 2)) - 1;
  while (text >= 0) {
    const start = m.int(starts + (text << 2));
    if (m.int(starts + (text << 2) + 4) - start === to - from && isSame(m, letters + start, from, to)) return false;
    slot = (slot + 1) & mask;
    text = m.int(slots + (slot << 2)) - 1;
  }
  m.setInt(slots + (slot << 2), count + 1);
  m.setInt(starts + ((count + 1) << 2), to - letters);
  m.setInt(table + COUNT_OF, count + 1);
  return true;
}

/** The number of the text from `from` to before `to`; -1 where there is none. */
export function findBytes(m: Memory, table: i32, from: i32, to: i32): i32 {
  return findFrom(m, table, slotOf(m, table, from, to), from, to);
}

/** The slot to which the bytes from `from` to before `to` lead. @inline */
export function slotOf(m: Memory, table: i32, from: i32, to: i32): i32 {
  return hash(m, from, to) & m.int(table + MASK_OF);
}

/** As `findBytes`, from the slot on to which they lead. @inline */
export function findFrom(m: Memory, table: i32, first: i32, from: i32, to: i32): i32 {
  const slots = m.int(table + SLOTS_OF);
  const mask = m.int(table + MASK_OF);
  const starts = m.int(table + STARTS_OF);
  const letters = m.int(table + LETTERS_OF);
  let slot = first;
  let text = m.int(slots + (slot << 2)) - 1;
  while (text >= 0) {
    const start = m.int(starts + (text << 2));
    if (m.int(starts + (text << 2) + 4) - start === to - from && isSame(m, letters + start, from, to)) break;
    slot = (slot + 1) & mask;
    text = m.int(slots + (slot << 2)) - 1;
  }
  return text;
}

/** Whether text number `text` stands from `from` to before `to`. */
export function isText(m: Memory, table: i32, text: i32, from: i32, to: i32): boolean {
  if (text >= m.int(table + COUNT_OF)) return false;
  const starts = m.int(table + STARTS_OF) + (text << 2);
  const start = m.int(starts);
  return m.int(starts + 4) - start === to - from && isSame(m, m.int(table + LETTERS_OF) + start, from, to);
}

/** The address behind text number `text` and a delimiter, if these are what begins at `from`; else -1. @inline */
export function skipText(m: Memory, table: i32, text: i32, from: i32, to: i32, delimiter: i32): i32 {
  const starts = m.int(table + STARTS_OF) + (text << 2);
  const start = m.int(starts);
  const end = from + m.int(starts + 4) - start;
  if (end >= to || m.byte(end) !== delimiter) return -1;
  return isSame(m, m.int(table + LETTERS_OF) + start, from, end) ? end + 1 : -1;
}

/** Whether the bytes that begin at `other` are those from `from` to before `to`. @inline */
export function isSame(m: Memory, other: i32, from: i32, to: i32): boolean {
  let at = from;
  let mine = other;
  for (; at + 4 <= to; at += 4) {
    if (m.word(mine) !== m.word(at)) return false;
    mine += 4;
  }
  for (; at < to; at++) {
    if (m.byte(mine) !== m.byte(at)) return false;
    mine++;
  }
  return true;
}

// 0x9e3779b1, 0x85ebca6b and 0xc2b2ae35 as whole numbers of four bytes.
const GOLDEN: i32 = -1_640_531_535;
const FIRST_MIX: i32 = -2_048_144_789;
const SECOND_MIX: i32 = -1_028_477_387;

/**
 * Four bytes at a time, each multiplied into what came before, and at the end the two mixing steps of MurmurHash3
 * (A. Appleby, public domain): ids are digits that differ in few bits, and all of them must reach the lower ones.
 */
function hash(m: Memory, from: i32, to: i32): i32 {
  let value = to - from;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    value = product(value ^ m.word(at), GOLDEN);
    value ^= value >>> 15;
  }
  for (; at < to; at++) value = product(value ^ m.byte(at), GOLDEN);
  value = product(value ^ (value >>> 16), FIRST_MIX);
  value = product(value ^ (value >>> 13), SECOND_MIX);
  return value ^ (value >>> 16);
}
