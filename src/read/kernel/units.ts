/**
 * Rows of a units file of which nothing is to be told, each known by one look: no quotes, no blanks around a cell, no
 * letters but those of Latin script, what is seldom said (unranked, successor_of) is not said, and nobody before has the
 * id or, in its group, the name. Letters are two bytes each, as in UTF-16; behind the last stands a 0.
 */
import * as map from './map.ts';
import { type Memory, product } from './memory.ts';
import { addLast, findBytes } from './text.ts';

/**
 * What a letter may be, in bits; what is none of it ends a cell, or the look. Then whether it has marks, and from
 * LIKE_BITS on the letter that it is like, or one of what follows: not known yet, no letter, a blank, more than it says.
 */
export const BEGINS_ID: i32 = 1;
export const IN_ID: i32 = 2;
export const SEEN: i32 = 4;
export const BLANK: i32 = 8;
export const NO_TOTAL: i32 = 16;
export const HAS_MARKS: i32 = 32;
export const LIKE_BITS: i32 = 16;
const LIKE_UNKNOWN: i32 = 0;
const LIKE_NOTHING: i32 = 1;
const LIKE_BLANK: i32 = 2;
const LIKE_OTHERS: i32 = 3;

/** Letters up to this one have a class and a likeness. */
export const LAST_LETTER: i32 = 0x1eff;

/** How each column is looked at. */
export const ID: i32 = 0;
export const NAME: i32 = 1;
export const GROUP: i32 = 2;
export const NOTE: i32 = 3;
export const EMPTY: i32 = 4;

/** Why it stopped: of the row it is not sure, or it is cut off; no room; a group, or a letter, that is new; perhaps a total. */
export const UNSURE: i32 = 0;
export const NO_ROOM: i32 = 1;
export const NEW_GROUP: i32 = 2;
export const NEW_LETTER: i32 = 3;
export const PERHAPS_TOTAL: i32 = 4;

/** Letters of an id at most, for which there must be room. */
export const LONGEST_ID: i32 = 256;

const NEWLINE: i32 = 0x0a;
const LETTER_I: i32 = 0x69;
const LETTER_D: i32 = 0x64;

/**
 * Lists the units of the rows from `from` on, whose letters end at `end`, and gives where the first row begins that it
 * leaves, of which nothing is written; STOP says why.
 */
export function listUnits(m: Memory, list: i32, from: i32, end: i32): i32 {
  const ids = m.int(list + map.ID_TABLE);
  const room = m.int(list + map.UNIT_ROOM);
  const idRoom = m.int(list + map.ID_ROOM) - LONGEST_ID;
  m.setInt(list + map.STOP, UNSURE);
  let start = from;
  while (start < end) {
    const idAt = endOfIds(m, ids);
    if (m.int(list + map.UNIT_COUNT) >= room || idAt > idRoom) {
      m.setInt(list + map.STOP, NO_ROOM);
      break;
    }
    const next = skipUnit(m, list, start, idAt);
    if (next < 0 || !takeUnit(m, list, start, idAt)) break;
    start = next;
  }
  return start;
}

/** @inline */
function endOfIds(m: Memory, ids: i32): i32 {
  return m.int(ids + map.LETTERS_OF) + m.int(m.int(ids + map.STARTS_OF) + (m.int(ids + map.COUNT_OF) << 2));
}

/** What the letter at an address may be. @inline */
function letterAt(m: Memory, letters: i32, at: i32): i32 {
  const letter = m.short(at) & 0xffff;
  return letter > LAST_LETTER ? 0 : m.int(letters + (letter << 2));
}

/**
 * The address behind a plain row, the bounds of whose cells are noted, with the number of its name's likeness; its id is
 * written to `idAt`. -1 where it is none, or perhaps one of totals.
 */
function skipUnit(m: Memory, list: i32, start: i32, idAt: i32): i32 {
  const columns = m.int(list + map.COLUMNS_OF);
  const kinds = m.int(list + map.COLUMN_KINDS);
  const letters = m.int(list + map.LETTERS);
  const between = m.int(list + map.BETWEEN);
  let bounds = m.int(list + map.BOUNDS);
  let named: i32 = 0;
  let at = start;
  for (let column: i32 = 0; column < columns; column++) {
    const kind = m.byte(kinds + column);
    const first = at;
    let own = letterAt(m, letters, at);
    if (kind === ID) {
      if ((own & BEGINS_ID) === 0) return -1;
      let to = idAt;
      const last = idAt + LONGEST_ID;
      while ((own & IN_ID) !== 0 && to < last) {
        m.setByte(to++, m.byte(at));
        at += 2;
        own = letterAt(m, letters, at);
      }
      // Perhaps the header once more.
      if (at - first === 4 && m.short(first) === LETTER_I && m.short(first + 2) === LETTER_D) return -1;
    } else if (kind !== EMPTY) {
      if ((own & BLANK) !== 0) return -1;
      if (kind === NAME) {
        at = skipName(m, list, at);
        if (at < 0) return -1;
        named = m.int(list + map.NAMED);
      } else {
        while ((own & (SEEN | BLANK)) !== 0) {
          at += 2;
          own = letterAt(m, letters, at);
        }
      }
      if (at === first ? kind !== NOTE : (letterAt(m, letters, at - 2) & BLANK) !== 0) return -1;
    }
    if ((m.short(at) & 0xffff) !== (column === columns - 1 ? NEWLINE : between)) return -1;
    m.setInt(bounds, first);
    m.setInt(bounds + 4, at);
    bounds += 8;
    at += 2;
  }
  if (at - start > m.int(list + map.LONGEST_ROW)) return -1;
  if ((named & NO_TOTAL) === 0 && m.int(list + map.NO_TOTAL_AT) !== start) {
    m.setInt(list + map.STOP, PERHAPS_TOTAL);
    return -1;
  }
  return at;
}

/**
 * The address behind the letters of a name, with what all of them may be at NAMED and the number of its likeness at LIKENESS
 * (model/likeness-hash.ts), 0 where that is empty. -1 where a letter is not known by itself, or not yet, which STOP says.
 */
function skipName(m: Memory, list: i32, from: i32): i32 {
  const letters = m.int(list + map.LETTERS);
  const marks = m.int(list + map.LETTER_MARKS);
  let hash = NO_HASH;
  let isEmpty = true;
  let isWord = false;
  let marked: i32 = 0;
  let all: i32 = 0;
  let at = from;
  for (let own = letterAt(m, letters, at); (own & (SEEN | BLANK)) !== 0; own = letterAt(m, letters, at)) {
    const like = own >>> LIKE_BITS;
    all |= own;
    if (like > LIKE_OTHERS) {
      hash = hashWith(hash, like);
      isWord = true;
      isEmpty = false;
    } else if (like === LIKE_BLANK) {
      if (isWord) hash = hashWith(hash, marked);
      isWord = false;
      marked = 0;
    } else if (like !== LIKE_NOTHING) {
      if (like === LIKE_UNKNOWN) m.setInt(list + map.STOP, NEW_LETTER);
      m.setInt(list + map.STOP_LETTER, m.short(at) & 0xffff);
      return -1;
    }
    if ((own & HAS_MARKS) !== 0) {
      marked += m.int(marks + ((m.short(at) & 0xffff) << 2));
      isWord = true;
      isEmpty = false;
    }
    at += 2;
  }
  m.setInt(list + map.NAMED, all);
  m.setInt(list + map.LIKENESS, isEmpty ? 0 : mixed(isWord ? hashWith(hash, marked) : hash));
  return at;
}

/** Writes the unit of the row that was looked at; false, with nothing written, where there is something to tell of it. */
function takeUnit(m: Memory, list: i32, start: i32, idAt: i32): boolean {
  const bounds = m.int(list + map.BOUNDS);
  const ofGroup = bounds + (m.int(list + map.GROUP_COLUMN) << 3);
  const group = findBytes(m, m.int(list + map.GROUP_TABLE), m.int(ofGroup), m.int(ofGroup + 4));
  if (group < 0) {
    m.setInt(list + map.STOP, NEW_GROUP);
    return false;
  }
  const groupHash = m.int(m.int(list + map.GROUP_HASHES) + (group << 2));
  if (groupHash === 0) return false;
  const like = m.int(list + map.LIKENESS);
  const named = like === 0 ? 0 : mixed(hashWith(like, groupHash));
  const free = like === 0 ? 0 : freeSlot(m, list, named);
  if (free < 0) return false;
  const ids = m.int(list + map.ID_TABLE);
  const ofId = bounds + (m.int(list + map.ID_COLUMN) << 3);
  const idFrom = m.int(ofId);
  const idLength = (m.int(ofId + 4) - idFrom) >> 1;
  if (!addLast(m, ids, idAt, idAt + idLength)) return false;
  const row = m.int(list + map.UNIT_COUNT);
  if (free !== 0) {
    m.setInt(free, row + 1);
    m.setInt(free + 4, named);
  }
  const ofName = bounds + (m.int(list + map.NAME_COLUMN) << 3);
  const nameFrom = m.int(ofName);
  const spans =
    ((idFrom - start) >> 1) |
    (idLength << 8) |
    ((nameFrom - start) << 15) |
    (((m.int(ofName + 4) - nameFrom) >> 1) << 24);
  m.setInt(m.int(list + map.UNIT_STARTS) + (row << 2), m.int(list + map.TEXT_AT) + (start >> 1));
  m.setInt(m.int(list + map.UNIT_SPANS) + (row << 2), spans);
  m.setInt(m.int(list + map.UNIT_GROUPS) + (row << 2), group);
  m.setInt(list + map.UNIT_COUNT, row + 1);
  return true;
}

/** The address of the slot that a name takes; -1 where the hash is already there, so that perhaps the name is. */
function freeSlot(m: Memory, list: i32, hash: i32): i32 {
  const slots = m.int(list + map.NAME_SLOTS);
  const mask = m.int(list + map.NAME_MASK);
  let slot = (hash << 1) & mask;
  while (m.int(slots + (slot << 2)) > 0) {
    if (m.int(slots + (slot << 2) + 4) === hash) return -1;
    slot = (slot + 2) & mask;
  }
  return slots + (slot << 2);
}

// As in model/hash.ts: 0x811c9dc5, 0x01000193, 0x85ebca6b and 0xc2b2ae35 as whole numbers of four bytes.
const NO_HASH: i32 = -2_128_831_035;
const PRIME: i32 = 16_777_619;
const FIRST_MIX: i32 = -2_048_144_789;
const SECOND_MIX: i32 = -1_028_477_387;

/** A hash with one number more. @inline */
function hashWith(hash: i32, number: i32): i32 {
  return product(hash ^ number, PRIME);
}

/** A hash all of whose bits count; never 0. */
function mixed(hash: i32): i32 {
  let mix = product(hash ^ (hash >>> 16), FIRST_MIX);
  mix = product(mix ^ (mix >>> 13), SECOND_MIX);
  mix ^= mix >>> 16;
  return mix === 0 ? 1 : mix;
}
