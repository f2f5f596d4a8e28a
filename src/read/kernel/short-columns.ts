/**
 * The passes of columns.ts over what is mostly there: every row filled, and numbers in two bytes. Nothing is asked of a row,
 * so that a cell costs half as much. Numbers are taken from address `from` on, to before `to`.
 */
import { GRID } from './flush.ts';
import * as map from './map.ts';
import { type Memory, product, toDouble } from './memory.ts';

/** Two numbers of two bytes that say that there is none, and the lowest bit of each. */
const NONES: i32 = 0x8000 | (1 << 31);
const ONES: i32 = 0x10001;

/** Whether each of so many numbers, of two bytes or four, is one: none is the least that the bytes hold. */
export function isGapless(m: Memory, numbers: i32, width: i32, count: i32): boolean {
  const end = numbers + (product(count, width) & ~3);
  if (width === 4) {
    for (let at = numbers; at < end; at += 4) if (m.int(at) === 1 << 31) return false;
    return true;
  }
  for (let at = numbers; at < end; at += 4) {
    const two = m.int(at) ^ NONES;
    // A half of 0 borrows from the bit above it.
    if (((two - ONES) & ~two & NONES) !== 0) return false;
  }
  return (count & 1) === 0 || m.short(end) > -32_768;
}

/** As `addStairs` of a staircase with few ends; gives the address of the first number that it leaves. */
export function addLowStairs(m: Memory, from: i32, to: i32, stairs: i32, limit: f64, sums: i32): i32 {
  const first = m.double(stairs + map.FIRST_NUMBER);
  const one = m.double(stairs + map.ENDS);
  const two = m.double(stairs + map.ENDS + 8);
  const slopes = stairs + map.ENDS + 16;
  const flats = slopes + 24;
  const least = -limit;
  let sum = sums;
  for (let at = from; at < to; at += 2) {
    const n = toDouble(m.short(at));
    const step: i32 = (n > one ? 8 : 0) + (n > two ? 8 : 0);
    const count = m.double(slopes + step) * n + m.double(flats + step);
    if (!(n >= first && count <= limit && count >= least)) return at;
    m.setDouble(sum, m.double(sum) + count);
    sum += 8;
  }
  return to;
}

/** As `isWithin`; denominators stand so many bytes behind their numbers, or before. */
export function isShortWithin(m: Memory, from: i32, to: i32, behind: i32, most: f64, under: f64): boolean {
  for (let at = from; at < to; at += 2) {
    if (toDouble(m.short(at)) * under > most * toDouble(m.short(at + behind))) return false;
  }
  return true;
}

/** As `isApart`. */
export function isShortApart(m: Memory, from: i32, to: i32): boolean {
  let least: i32 = 0x7fff;
  let greatest: i32 = 0;
  for (let at = from; at < to; at += 2) {
    const n = m.short(at);
    if (n <= 0 || (n >= least && n <= greatest)) continue;
    if (n < least) least = n;
    if (n > greatest) greatest = n;
    if (greatest > least << 4) return true;
  }
  return false;
}

/** As `countPowers`; denominators stand so many bytes behind their numbers, or before. */
export function countShortPowers(m: Memory, from: i32, to: i32, behind: i32, powers: i32): i32 {
  let count: i32 = 0;
  for (let at = from; at < to; at += 2) {
    const n = m.short(at);
    if (n <= 0) continue;
    m.setOwnDouble(map.QUOTIENT, toDouble(n) / toDouble(m.short(at + behind)));
    const power = powers + ((m.own(map.QUOTIENT + 4) >> 20) << 2);
    m.setInt(power, m.int(power) + 1);
    count++;
  }
  return count;
}

/**
 * As `addNumbers`, with the bits of `layDecimals` at `decimals` and denominators so many bytes behind their numbers; gives the
 * address of the first number that it leaves.
 */
export function addShortNumbers(
  m: Memory,
  column: i32,
  from: i32,
  to: i32,
  behind: i32,
  decimals: i32,
  limit: f64,
  sums: i32,
): i32 {
  const least = -limit;
  let sum = sums;
  for (let at = from; at < to; at += 2) {
    const d = m.short(at + behind);
    if (((m.byte(decimals + (d >> 3)) >> (d & 7)) & 1) !== 0) {
      const count = toDouble(m.short(at)) * (GRID / toDouble(d));
      if (!(count <= limit && count >= least)) return at;
      m.setDouble(sum, m.double(sum) + count);
    } else {
      const value = toDouble(m.short(at)) / toDouble(d);
      const near = sum + map.BLOCK_SUMS;
      const reach = near + map.BLOCK_SUMS;
      m.setDouble(near, m.double(near) + value);
      m.setDouble(reach, m.double(reach) + (value < 0 ? -value : value));
      m.setInt(column + map.FRACTIONS, 1);
    }
    sum += 8;
  }
  return to;
}

/** Sets a bit for each denominator in two bytes of which the grid is a multiple. */
export function layDecimals(m: Memory, decimals: i32): void {
  for (let at = decimals; at < decimals + map.DECIMALS; at++) m.setByte(at, 0);
  // Powers of two times powers of five, of ten at most.
  let two: i32 = 1;
  for (let twos: i32 = 0; twos <= 10; twos++) {
    let d = two;
    for (let fives: i32 = 0; fives <= 10 && d < 8 * map.DECIMALS; fives++) {
      m.setByte(decimals + (d >> 3), m.byte(decimals + (d >> 3)) | (1 << (d & 7)));
      d = product(d, 5);
    }
    two <<= 1;
  }
}
