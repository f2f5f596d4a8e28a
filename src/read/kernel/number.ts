/**
 * A value cell -> its number n/d, which is then at PARSED_N and PARSED_D: from its digits, or from what the leaf's rule
 * made of the same text before (scan-cell.ts).
 */
import { isEnd, isLetter, kindAt } from './bytes.ts';
import { DIGITS, KNOWN, KNOWN_D, KNOWN_N, MARK, PARSED_D, PARSED_N, TOP_D, TOP_N } from './map.ts';
import { type Memory, product, toDouble } from './memory.ts';
import { findBytes } from './text.ts';

/** What digits mean to a leaf; with NO_DIGITS they must be shown to its rule. */
export const NO_DIGITS: i32 = 0;
export const NUMBER: i32 = 1;
export const SHARE: i32 = 2;

const ZERO: i32 = 0x30;
const PERCENT: i32 = 0x25;
const SLASH: i32 = 0x2f;

/** Digits that fit one number with nine of them at most, a mark included. */
export const MOST_DIGITS: i32 = 9;

/**
 * Finds the number of the cell that begins at `from` and gives where it ends; -1 where it takes the rule to know.
 * @inline
 */
export function parseCell(m: Memory, reader: i32, from: i32): i32 {
  if (m.int(reader + DIGITS) !== NO_DIGITS) {
    const end = parseDigits(m, reader, from);
    if (end >= 0 && isEnd(kindAt(m, end))) return end;
  }
  // What is known is well-formed, so that its letters need no look.
  let to = from;
  while (isLetter(kindAt(m, to))) to++;
  return isKnown(m, reader, from, to) ? to : -1;
}

/** Whether the rule has read this text before. */
export function isKnown(m: Memory, reader: i32, from: i32, to: i32): boolean {
  const text = findBytes(m, m.int(reader + KNOWN), from, to);
  if (text < 0) return false;
  setParsed(m, m.double(m.int(reader + KNOWN_N) + (text << 3)), m.double(m.int(reader + KNOWN_D) + (text << 3)));
  return true;
}

function setParsed(m: Memory, n: f64, d: f64): void {
  m.setOwnDouble(PARSED_N, n);
  m.setOwnDouble(PARSED_D, d);
}

/**
 * Reads a decimal without a sign, or of shares `85.29%` and `29/34`, and gives the address after it. -1 where none
 * stands, a long one, or one that the rule may refuse. Behind it must stand a byte that is no digit.
 * @inline
 */
export function parseDigits(m: Memory, reader: i32, from: i32): i32 {
  let at = from;
  // Of more than nine digits it may hold anything: they are too long.
  let n: i32 = 0;
  let d: f64 = 1;
  let digit = m.byte(at) - ZERO;
  while (digit >= 0 && digit <= 9) {
    n = product(n, 10) + digit;
    digit = m.byte(++at) - ZERO;
  }
  if (at === from) return -1;
  const first = at + 1;
  const hasMark = digit + ZERO === m.int(reader + MARK);
  if (hasMark) {
    digit = m.byte(++at) - ZERO;
    while (digit >= 0 && digit <= 9) {
      n = product(n, 10) + digit;
      d *= 10;
      digit = m.byte(++at) - ZERO;
    }
    if (at === first) return -1;
  }
  if (at - from > MOST_DIGITS) return -1;
  if (m.int(reader + DIGITS) === SHARE) {
    if (digit + ZERO === PERCENT) d *= 100;
    else {
      if (digit + ZERO !== SLASH || hasMark) return -1;
      const end = parseWhole(m, at + 1);
      d = m.ownDouble(PARSED_D);
      if (d === 0 || end - at - 1 > MOST_DIGITS) return -1;
      at = end - 1;
    }
    at++;
  }
  const whole = toDouble(n);
  if (whole * m.double(reader + TOP_D) > m.double(reader + TOP_N) * d) return -1;
  setParsed(m, whole, d);
  return at;
}

/** Reads digits into PARSED_D, 0 where none stand, and gives the address after them. */
function parseWhole(m: Memory, from: i32): i32 {
  let at = from;
  let whole: i32 = 0;
  let digit = m.byte(at) - ZERO;
  while (digit >= 0 && digit <= 9) {
    // What is too long is cut alike by scripts and by WebAssembly.
    whole = (product(whole, 10) + digit) | 0;
    digit = m.byte(++at) - ZERO;
  }
  m.setOwnDouble(PARSED_D, toDouble(whole));
  return at;
}
