/**
 * Passes over whole columns, behind the reading: sums of points (score/tally.ts), values that are 100 times off, and rows
 * that are alike (checks). A column is as map.ts lays it; whether some rows have no number it says, too. Each pass takes
 * rows from `from` to before `to`. What the sums of a block are is at BLOCK_SUMS of map.ts.
 *
 * Doubles here are those of the script: both engines round each operation in the same way.
 */
import { GRID } from './flush.ts';
import * as map from './map.ts';
import { floor, type Memory, product, toDouble } from './memory.ts';
import { addLowStairs, addShortNumbers, countShortPowers, isShortApart, isShortWithin } from './short-columns.ts';

/** Numerators in four bytes. */
const MOST_SHORT: f64 = 2_147_483_647;

/** What stands in arrays of two and four bytes where no number does, as in the model: less than any number. */
const NONE_SHORT: i32 = -32_768;
const NONE: i32 = 1 << 31;

function noneOf(width: i32): i32 {
  return width === 2 ? NONE_SHORT : NONE;
}

/** A number of an array of two or four bytes each. */
function numberAt(m: Memory, numbers: i32, width: i32, row: i32): i32 {
  return width === 2 ? m.short(numbers + (row << 1)) : m.int(numbers + (row << 2));
}

/**
 * Adds to the sums of a block the points of each number over the shared denominator, by a staircase in whole numbers of the
 * grid. Gives the first row whose points it does not hold, with nothing of it added; else `to`.
 */
export function addStairs(m: Memory, column: i32, from: i32, to: i32, stairs: i32, limit: f64, sums: i32): i32 {
  const hasGaps = m.int(column + map.HAS_GAPS) !== 0;
  const numbers = m.int(column + map.NUMBERS);
  const width = m.int(column + map.NUMBER_WIDTH);
  const none = noneOf(width);
  const first = m.double(stairs + map.FIRST_NUMBER);
  const ends = stairs + map.ENDS;
  const slopes = ends + m.int(stairs + map.ENDS_SIZE);
  const flats = slopes + (slopes - ends) + 8;
  const one = m.double(ends);
  const two = m.double(ends + 8);
  const others = ends + 16;
  const least = -limit;
  let sum = sums;
  if (!hasGaps && width === 2 && others === slopes) {
    return (addLowStairs(m, numbers + (from << 1), numbers + (to << 1), stairs, limit, sums) - numbers) >> 1;
  }
  for (let row = from; row < to; row++) {
    const number = numberAt(m, numbers, width, row);
    if (number > none) {
      const n = toDouble(number);
      // Values lie here and there: a comparison that is counted has no jump that a processor would have to foresee.
      let step: i32 = (n > one ? 8 : 0) + (n > two ? 8 : 0);
      for (let end = others; end < slopes; end += 8) step += n > m.double(end) ? 8 : 0;
      const count = m.double(slopes + step) * n + m.double(flats + step);
      if (!(n >= first && count <= limit && count >= least)) return row;
      m.setDouble(sum, m.double(sum) + count);
    }
    sum += 8;
  }
  return to;
}

/**
 * Adds to the sums of a block the numbers themselves: those of the grid to the first sums, fractions to the second, their
 * magnitudes to the third, and says at the column that there are any. Gives the first row whose number is too large for
 * the grid, with nothing of it added; else `to`. `decimals`: where `layDecimals` wrote.
 */
export function addNumbers(m: Memory, column: i32, from: i32, to: i32, decimals: i32, limit: f64, sums: i32): i32 {
  const hasGaps = m.int(column + map.HAS_GAPS) !== 0;
  const numbers = m.int(column + map.NUMBERS);
  const width = m.int(column + map.NUMBER_WIDTH);
  const none = noneOf(width);
  const below = m.int(column + map.DENOMINATORS);
  const belowWidth = m.int(column + map.DENOMINATOR_WIDTH);
  const shared = m.double(column + map.SHARED);
  if (!hasGaps && width === 2 && belowWidth === 2) {
    const start = numbers + (from << 1);
    const end = numbers + (to << 1);
    return (addShortNumbers(m, column, start, end, below - numbers, decimals, limit, sums) - numbers) >> 1;
  }
  const least = -limit;
  let sum = sums;
  for (let row = from; row < to; row++) {
    const number = numberAt(m, numbers, width, row);
    if (number > none) {
      const n = toDouble(number);
      const d = belowWidth === 0 ? shared : toDouble(numberAt(m, below, belowWidth, row));
      const times = GRID / d;
      if (times === floor(times)) {
        const count = n * times;
        if (!(count <= limit && count >= least)) return row;
        m.setDouble(sum, m.double(sum) + count);
      } else {
        const value = n / d;
        const near = sum + map.BLOCK_SUMS;
        const reach = near + map.BLOCK_SUMS;
        m.setDouble(near, m.double(near) + value);
        m.setDouble(reach, m.double(reach) + (value < 0 ? -value : value));
        m.setInt(column + map.FRACTIONS, 1);
      }
    }
    sum += 8;
  }
  return to;
}

/** Whether no number is more than most/under, and no denominator takes more than four bytes. */
export function isWithin(m: Memory, column: i32, from: i32, to: i32, most: f64, under: f64): boolean {
  const hasGaps = m.int(column + map.HAS_GAPS) !== 0;
  const numbers = m.int(column + map.NUMBERS);
  const width = m.int(column + map.NUMBER_WIDTH);
  const none = noneOf(width);
  const below = m.int(column + map.DENOMINATORS);
  const belowWidth = m.int(column + map.DENOMINATOR_WIDTH);
  const shared = m.double(column + map.SHARED);
  if (!hasGaps && width === 2 && belowWidth === 2) {
    return isShortWithin(m, numbers + (from << 1), numbers + (to << 1), below - numbers, most, under);
  }
  for (let row = from; row < to; row++) {
    const n = numberAt(m, numbers, width, row);
    if (n === none) continue;
    const d = belowWidth === 0 ? shared : toDouble(numberAt(m, below, belowWidth, row));
    if (d > MOST_SHORT || toDouble(n) * under > most * d) return false;
  }
  return true;
}

/** Whether the greatest number above 0 is more than 16 times the least one; of a column with a shared denominator. */
export function isApart(m: Memory, column: i32, from: i32, to: i32): boolean {
  const numbers = m.int(column + map.NUMBERS);
  const width = m.int(column + map.NUMBER_WIDTH);
  if (width === 2) return isShortApart(m, numbers + (from << 1), numbers + (to << 1));
  let least: f64 = Infinity;
  let greatest: f64 = 0;
  for (let row = from; row < to; row++) {
    const n = toDouble(numberAt(m, numbers, width, row));
    if (n <= 0 || (n >= least && n <= greatest)) continue;
    if (n < least) least = n;
    if (n > greatest) greatest = n;
    if (greatest > 16 * least) return true;
  }
  return false;
}

/**
 * Counts by their power of two the numbers above 0, in the whole numbers from `powers` on, and gives how many they are.
 */
export function countPowers(m: Memory, column: i32, from: i32, to: i32, powers: i32): i32 {
  const numbers = m.int(column + map.NUMBERS);
  const width = m.int(column + map.NUMBER_WIDTH);
  const below = m.int(column + map.DENOMINATORS);
  const belowWidth = m.int(column + map.DENOMINATOR_WIDTH);
  const shared = m.double(column + map.SHARED);
  if (width === 2 && belowWidth === 2) {
    return countShortPowers(m, numbers + (from << 1), numbers + (to << 1), below - numbers, powers);
  }
  let count: i32 = 0;
  for (let row = from; row < to; row++) {
    const n = toDouble(numberAt(m, numbers, width, row));
    if (n <= 0) continue;
    m.setOwnDouble(map.QUOTIENT, n / (belowWidth === 0 ? shared : toDouble(numberAt(m, below, belowWidth, row))));
    // The upper word of a double above 0 begins with the power.
    const power = m.own(map.QUOTIENT + 4) >> 20;
    const at = powers + (power << 2);
    m.setInt(at, m.int(at) + 1);
    count++;
  }
  return count;
}

/** Mixes the cells of a column, whose numbers take four bytes at most, into the hashes of its rows. */
export function mixCells(m: Memory, column: i32, from: i32, to: i32, hashes: i32): void {
  const numbers = m.int(column + map.NUMBERS);
  const width = m.int(column + map.NUMBER_WIDTH);
  const none = noneOf(width);
  const below = m.int(column + map.DENOMINATORS);
  const belowWidth = m.int(column + map.DENOMINATOR_WIDTH);
  for (let row = from; row < to; row++) {
    const n = numberAt(m, numbers, width, row);
    const d: i32 = belowWidth === 0 ? 0 : numberAt(m, below, belowWidth, row);
    const cell = n > none ? product(n, 31) + d : 0;
    const at = hashes + (row << 2);
    m.setInt(at, product(m.int(at), 0x01000193) ^ cell);
  }
}

/** The golden ratio of 2^32, as a whole number of four bytes. */
const GOLDEN: i32 = -1_640_531_535;

/** Two bits of each of many places, four to a byte: whether a hash falls there, and whether another one does. */
export function noteHashes(m: Memory, hashes: i32, from: i32, to: i32, shift: i32, places: i32): void {
  for (let row = from; row < to; row++) {
    const place = product(m.int(hashes + (row << 2)), GOLDEN) >>> shift;
    const at = places + (place >> 2);
    const bit = (place & 3) << 1;
    const had = m.byte(at);
    m.setByte(at, had | ((1 + ((had >> bit) & 1)) << bit));
  }
}

/** Writes the rows whose hash falls into the place of another one, and gives how many they are. */
export function gatherRows(m: Memory, hashes: i32, from: i32, to: i32, shift: i32, places: i32, rows: i32): i32 {
  let count: i32 = 0;
  for (let row = from; row < to; row++) {
    const place = product(m.int(hashes + (row << 2)), GOLDEN) >>> shift;
    if (((m.byte(places + (place >> 2)) >> ((place & 3) << 1)) & 2) === 0) continue;
    m.setInt(rows + (count << 2), row);
    count++;
  }
  return count;
}

/** The first counted power, from `from` on in steps of 1 or -1; where there is none, `to`. */
export function nextPower(m: Memory, powers: i32, from: i32, to: i32, step: i32): i32 {
  let power = from;
  while (power !== to && m.int(powers + (power << 2)) === 0) power += step;
  return power;
}
