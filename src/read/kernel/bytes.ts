/**
 * What a byte of plain CSV may be, and the ways over a cell.
 *
 * One table says of each byte what it may be; most are letters of a cell and cost one look. Everything that a CSV
 * reader could see in two ways (a quote inside a cell, a line break inside quotes, a lone carriage return) and
 * everything that `readText` would refuse or change the meaning of is ODD: the file then goes to the csv reader.
 */
import { CLOSED, KINDS } from './map.ts';
import { type Memory, product } from './memory.ts';

/** Outcomes besides an address: the end is not there yet; the bytes are odd. */
export const MORE: i32 = -1;
export const ODD: i32 = -2;

/** Bits of a cell's marks: it holds doubled quotes; letters outside ASCII. */
export const ESCAPED: i32 = 1;
export const LETTERS: i32 = 2;

export const LETTER: i32 = 0;
export const DELIMITER: i32 = 1;
export const LINE_FEED: i32 = 2;
export const RETURN: i32 = 3;
export const QUOTE: i32 = 4;
export const BEYOND: i32 = 5;
export const FORBIDDEN: i32 = 6;

export const QUOTE_BYTE: i32 = 0x22;
export const LINE_FEED_BYTE: i32 = 0x0a;

/** What the byte at an address may be. */
export function kindAt(m: Memory, at: i32): i32 {
  return m.ownByte(KINDS + m.byte(at));
}

/** Whether a kind of byte is what most cells are made of, or letters outside ASCII. */
export function isLetter(kind: i32): boolean {
  return kind === LETTER || kind === BEYOND;
}

/** Whether none of the bytes from `from` to before `to` is more than a letter of a cell. */
export function isPlain(m: Memory, from: i32, to: i32): boolean {
  for (let at = from; at < to; at++) if (!isLetter(kindAt(m, at))) return false;
  return true;
}

/** Whether a kind of byte ends a cell. */
export function isEnd(kind: i32): boolean {
  return kind === DELIMITER || kind === LINE_FEED || kind === RETURN;
}

/**
 * Goes from behind an opening quote to the closing one, whose address is then at CLOSED; gives the marks of the cell, or
 * MORE, or ODD.
 */
export function skipQuoted(m: Memory, from: i32, to: i32): i32 {
  let mark: i32 = 0;
  let at = from;
  while (at < to) {
    const kind = kindAt(m, at);
    if (kind === LETTER || kind === DELIMITER) at++;
    else if (kind === BEYOND) {
      at = skipLetter(m, at, to);
      if (at < 0) return at;
      mark |= LETTERS;
    } else if (kind === QUOTE) {
      if (at + 1 === to) return MORE;
      if (m.byte(at + 1) !== QUOTE_BYTE) {
        m.setOwn(CLOSED, at);
        return mark;
      }
      mark |= ESCAPED;
      at += 2;
    } else return ODD;
  }
  return MORE;
}

/**
 * The address behind a cell without quotes, before a line feed at `to - 1` at the latest; -1 where it is odd.
 * @inline
 */
export function skipWords(m: Memory, from: i32, to: i32, delimiter: i32): i32 {
  let at = from;
  while (isPlainWord(m.word(at), delimiter)) at += 4;
  let kind = kindAt(m, at);
  while (isLetter(kind)) {
    at = kind === LETTER ? at + 1 : skipLetter(m, at, to);
    if (at < 0) return -1;
    kind = kindAt(m, at);
  }
  return isEnd(kind) ? at : -1;
}

// 0x80808080, 0x53535353 and 0x01010101 as whole numbers of four bytes.
const HIGH_BITS: i32 = -2_139_062_144;
const TO_HYPHEN: i32 = 1_397_969_747;
const ONES: i32 = 16_843_009;

const HYPHEN: i32 = 0x2d;

/**
 * Whether four bytes are all letters from `-` on in ASCII, and none the delimiter. Such a byte has no high bit, nor
 * has the next one; with 0x53 more it has. None of these sums carries over to the next byte where no byte has a high bit.
 */
function isPlainWord(word: i32, delimiter: i32): boolean {
  if (((word + TO_HYPHEN) & ~(word | (word + ONES)) & HIGH_BITS) !== HIGH_BITS) return false;
  if (delimiter < HYPHEN) return true;
  // A byte that is the delimiter becomes 0, and only below or above a 0 can this find one.
  const apart = word ^ product(delimiter, ONES);
  return ((apart - ONES) & ~apart & HIGH_BITS) === 0;
}

/**
 * The address after a letter outside ASCII: well-formed UTF-8 (The Unicode Standard, table 3-7) that is neither
 * forbidden (see text.ts of the room) nor U+037E, which composition turns into a semicolon; else MORE, or ODD.
 */
export function skipLetter(m: Memory, at: i32, to: i32): i32 {
  const first = m.byte(at);
  const length: i32 = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (first < 0xc2 || first > 0xf4) return ODD;
  if (at + length > to) return MORE;
  const second = m.byte(at + 1);
  const least: i32 = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most: i32 = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return ODD;
  for (let next = at + 2; next < at + length; next++) if ((m.byte(next) & 0xc0) !== 0x80) return ODD;
  if (first === 0xc2 && second < 0xa0) return ODD;
  if (first === 0xcd && second === 0xbe) return ODD;
  if (first === 0xe2 && isTurning(second, m.byte(at + 2))) return ODD;
  if (first === 0xef && second === 0xbb && m.byte(at + 2) === 0xbf) return ODD;
  return at + length;
}

/** Whether E2 and these are a line separator or turn the direction of writing: U+2028-202E, U+2066-2069. */
function isTurning(second: i32, third: i32): boolean {
  if (second === 0x80) return third >= 0xa8 && third <= 0xae;
  return second === 0x81 && third >= 0xa6 && third <= 0xa9;
}
