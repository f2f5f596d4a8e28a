/**
 * Rows of a units file of which nothing is to be told, each known by one look: no quotes, no blanks around a cell, no
 * letters but those of Latin script, what is seldom said (unranked, successor_of) is not said, and nobody before has the
 * id or, in its group, the name. Letters are two bytes each, as in UTF-16; behind the last stands a 0.
 */
import * as map from './map.ts';
import { type Memory, product } from './memory.ts';
import { findBytes, findFrom, settle, slotOf } from './text.ts';

/** What a letter may be, in bits. What is none of it ends a cell, or the look. */
export const BEGINS_ID: i32 = 1;
export const IN_ID: i32 = 2;
export const SEEN: i32 = 4;
export const BLANK: i32 = 8;
export const NO_TOTAL: i32 = 16;

/** Letters up to this one have a class and a likeness. */
export const LAST_LETTER: i32 = 0x1eff;

/** How each column is looked at. */
export const ID: i32 = 0;
export const WORDS: i32 = 1;
export const NOTE: i32 = 2;
export const EMPTY: i32 = 3;

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
  m.setInt(list + map.STOP, UNSURE);
  let start = from;
  while (start < end) {
    if (
      m.int(list + map.UNIT_COUNT) >= m.int(list + map.UNIT_ROOM) ||
      endOfIds(m, ids) + LONGEST_ID > m.int(list + map.ID_ROOM)
    ) {
      m.setInt(list + map.STOP, NO_ROOM);
      break;
    }
    const next = skipUnit(m, list, start);
    if (next < 0 || !takeUnit(m, list, start)) break;
    start = next;
  }
  return start;
}

function endOfIds(m: Memory, ids: i32): i32 {
  return m.int(ids + map.LETTERS_OF) + m.int(m.int(ids + map.STARTS_OF) + (m.int(ids + map.COUNT_OF) << 2));
}

/** The class of the letter at an address. @inline */
function classAt(m: Memory, classes: i32, at: i32): i32 {
  const letter = m.short(at) & 0xffff;
  return letter > LAST_LETTER ? 0 : m.byte(classes + letter);
}

/** The address behind a plain row, the bounds of whose cells are noted; -1 where it is none, or perhaps one of totals. */
function skipUnit(m: Memory, list: i32, start: i32): i32 {
  const columns = m.int(list + map.COLUMNS_OF);
  const kinds = m.int(list + map.COLUMN_KINDS);
  const classes = m.int(list + map.LETTER_CLASSES);
  const between = m.int(list + map.BETWEEN);
  const name = m.int(list + map.NAME_COLUMN);
  let bounds = m.int(list + map.BOUNDS);
  let named: i32 = 0;
  let at = start;
  for (let column: i32 = 0; column < columns; column++) {
    const kind = m.byte(kinds + column);
    const first = at;
    let own = classAt(m, classes, at);
    if (kind === ID) {
      if ((own & BEGINS_ID) === 0) return -1;
      while ((own & IN_ID) !== 0) {
        at += 2;
        own = classAt(m, classes, at);
      }
      // Perhaps the header once more.
      if (at - first === 4 && m.short(first) === LETTER_I && m.short(first + 2) === LETTER_D) return -1;
    } else if (kind !== EMPTY) {
      if ((own & BLANK) !== 0) return -1;
      let last: i32 = 0;
      let all: i32 = 0;
      while ((own & (SEEN | BLANK)) !== 0) {
        last = own;
        all |= own;
        at += 2;
        own = classAt(m, classes, at);
      }
      if ((last & BLANK) !== 0 || (at === first && kind !== NOTE)) return -1;
      if (column === name) named = all;
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

/** Writes the unit of the row that was looked at; false, with nothing written, where there is something to tell of it. */
function takeUnit(m: Memory, list: i32, start: i32): boolean {
  const bounds = m.int(list + map.BOUNDS);
  const ofGroup = bounds + (m.int(list + map.GROUP_COLUMN) << 3);
  const group = findBytes(m, m.int(list + map.GROUP_TABLE), m.int(ofGroup), m.int(ofGroup + 4));
  if (group < 0) {
    m.setInt(list + map.STOP, NEW_GROUP);
    return false;
  }
  const groupHash = m.int(m.int(list + map.GROUP_HASHES) + (group << 2));
  if (groupHash === 0) return false;
  const ofName = bounds + (m.int(list + map.NAME_COLUMN) << 3);
  const nameFrom = m.int(ofName);
  const nameTo = m.int(ofName + 4);
  const like = likenessOf(m, list, nameFrom, nameTo);
  if (m.int(list + map.STOP) !== 0 || like < 0) return false;
  const named = like === 0 ? 0 : mixed(hashWith(m.int(list + map.LIKENESS), groupHash));
  const free = like === 0 ? 0 : freeSlot(m, list, named);
  if (free < 0) return false;
  const ids = m.int(list + map.ID_TABLE);
  const ofId = bounds + (m.int(list + map.ID_COLUMN) << 3);
  const idFrom = m.int(ofId);
  const idLength = (m.int(ofId + 4) - idFrom) >> 1;
  const idAt = endOfIds(m, ids);
  for (let at: i32 = 0; at < idLength; at++) m.setByte(idAt + at, m.byte(idFrom + (at << 1)));
  if (findFrom(m, ids, slotOf(m, ids, idAt, idAt + idLength), idAt, idAt + idLength) >= 0) return false;
  const row = m.int(list + map.UNIT_COUNT);
  m.setInt(m.int(ids + map.STARTS_OF) + ((row + 1) << 2), idAt + idLength - m.int(ids + map.LETTERS_OF));
  m.setInt(ids + map.COUNT_OF, row + 1);
  settle(m, ids, row);
  if (free !== 0) {
    m.setInt(free, row + 1);
    m.setInt(free + 4, named);
  }
  const spans =
    ((idFrom - start) >> 1) | (idLength << 8) | ((nameFrom - start) << 15) | (((nameTo - nameFrom) >> 1) << 24);
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

// What is noted of letters that have no likeness of their own (model/likeness-hash.ts).
const LIKE_NOTHING: i32 = 1;
const LIKE_BLANK: i32 = 2;
const LIKE_OTHERS: i32 = 3;

/**
 * The number of a name's likeness, as in model/likeness-hash.ts, at LIKENESS: gives 1 then, 0 where the likeness is
 * empty, -1 where a letter is not known by itself, or not yet, which STOP says.
 */
function likenessOf(m: Memory, list: i32, from: i32, to: i32): i32 {
  const likes = m.int(list + map.LIKES);
  const letterMarks = m.int(list + map.LETTER_MARKS);
  let hash = NO_HASH;
  let isEmpty = true;
  let isWord = false;
  let marked: i32 = 0;
  for (let at = from; at < to; at += 2) {
    const code = m.short(at) & 0xffff;
    const letter = m.short(likes + (code << 1));
    if (letter === 0) {
      m.setInt(list + map.STOP, NEW_LETTER);
      m.setInt(list + map.STOP_LETTER, code);
      return -1;
    }
    if (letter === LIKE_OTHERS) return -1;
    if (letter === LIKE_BLANK) {
      if (isWord) hash = hashWith(hash, marked);
      isWord = false;
      marked = 0;
      continue;
    }
    if (letter !== LIKE_NOTHING) hash = hashWith(hash, letter);
    const mark = m.int(letterMarks + (code << 2));
    marked += mark;
    if (letter !== LIKE_NOTHING || mark !== 0) {
      isWord = true;
      isEmpty = false;
    }
  }
  if (isEmpty) return 0;
  m.setInt(list + map.LIKENESS, mixed(isWord ? hashWith(hash, marked) : hash));
  return 1;
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
