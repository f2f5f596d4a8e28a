/**
 * A curve made ready for a million values: from the number in one column straight to the points in another.
 *
 * A piece gives slope × value + offset. With both over one denominator, a/c and b/c, a value n/d gives
 * (a·n + b·d) / (c·d): three products and a sum of whole numbers. While each stays within 2^53 plain doubles
 * hold it exactly and no object is made; where one would not, the same is done with BigInt, so that both
 * ways always agree. The piece is found by halving, so that a curve with a piece for each unit
 * (percentiles) costs no more than n log n.
 */
import {
  type Column,
  denominatorAt,
  exactAt,
  FILLED,
  numeratorAt,
  setExact,
  setPair,
  stateOf,
  toDouble,
} from '../model/column.ts';
import type { Curve, End, Piece } from '../model/curve.ts';
import { add, compare, type Exact, multiply, reduce } from '../model/exact.ts';
import { commonDivisor, isSafe } from './safe.ts';

/** An end of a piece in doubles: n/d and whether it belongs to the piece. */
interface NearEnd {
  readonly n: number;
  readonly d: number;
  readonly included: boolean;
}

/** A piece in doubles: its ends, and a/c and b/c, the slope and the offset over the same c. */
interface NearPiece {
  readonly low: NearEnd | undefined;
  readonly high: NearEnd | undefined;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export interface Evaluator {
  readonly curve: Curve;
  /** The pieces in doubles; undefined where a double cannot hold all numbers of them. */
  readonly pieces: readonly NearPiece[] | undefined;
}

/** Outcome of a comparison that doubles cannot decide. */
const UNSURE = 2;

/** The denominators that a column keeps in four bytes. */
const MOST_SHORT = 2_147_483_647;

/** All tenths, hundredths ... that points of the grammar can have: such points are not reduced. */
const GRID = 10_000_000_000;

/** A curve as an evaluator. */
export function compileCurve(curve: Curve): Evaluator {
  const pieces = curve.map(nearPiece);
  return { curve, pieces: pieces.every((piece) => piece !== undefined) ? pieces : undefined };
}

/**
 * Writes the points of the number in `from` at a row into the same row of `to`; the row must be filled.
 * A value that the curve does not reach is a bug of its rule, and an exception.
 */
export function evaluate({ curve, pieces }: Evaluator, from: Column, row: number, to: Column): void {
  if (stateOf(from, row) === FILLED && pieces !== undefined) {
    const n = numeratorAt(from, row);
    const d = denominatorAt(from, row);
    const piece = findPiece(pieces, n, d);
    if (piece !== undefined && writePoints(piece, n, d, to, row)) return;
  }
  setExact(to, row, pointsOf(curve, exactAt(from, row) as Exact));
}

function nearPiece({ low, high, ...piece }: Piece): NearPiece | undefined {
  const slope = reduce(piece.slope);
  const offset = reduce(piece.offset);
  const common = slope.d * reduce({ n: slope.d, d: offset.d }).d;
  const a = held(slope.n * (common / slope.d));
  const b = held(offset.n * (common / offset.d));
  const c = held(common);
  const near = { a, b, c, low: nearEnd(low), high: nearEnd(high) };
  const numbers = [a, b, c, ...[near.low, near.high].flatMap((end) => (end === undefined ? [] : [end.n, end.d]))];
  return numbers.every(isSafe) ? near : undefined;
}

function nearEnd(end: End | undefined): NearEnd | undefined {
  if (end === undefined) return undefined;
  const at = reduce(end.at);
  return { n: held(at.n), d: held(at.d), included: end.included };
}

/** A whole number as a double; not a number where none holds it. */
function held(value: bigint): number {
  return toDouble(value) ?? Number.NaN;
}

/** The piece that n/d lies in; undefined where doubles cannot tell, or no piece holds it. */
function findPiece(pieces: readonly NearPiece[], n: number, d: number): NearPiece | undefined {
  let first = 0;
  let last = pieces.length - 1;
  while (first < last) {
    const middle = (first + last) >> 1;
    const order = compareEnd(pieces[middle]?.high, n, d, -1);
    if (order === UNSURE) return undefined;
    if (order < 0) last = middle;
    else first = middle + 1;
  }
  const piece = pieces[first];
  const isWithin = compareEnd(piece?.high, n, d, -1) === -1 && compareEnd(piece?.low, n, d, 1) === 1;
  return isWithin ? piece : undefined;
}

/** Order of n/d against an end; `inside` where there is no end, or n/d is on it and it is included. */
function compareEnd(end: NearEnd | undefined, n: number, d: number, inside: 1 | -1): number {
  if (end === undefined) return inside;
  const left = n * end.d;
  const right = end.n * d;
  if (!isSafe(left) || !isSafe(right)) return UNSURE;
  if (left === right) return end.included ? inside : -inside;
  return left < right ? -1 : 1;
}

/** Writes the points if doubles can hold all of the way to them, and says whether they could. */
function writePoints({ a, b, c }: NearPiece, n: number, d: number, to: Column, row: number): boolean {
  if (a === 0) {
    setPair(to, row, b, c);
    return true;
  }
  const steep = a * n;
  const flat = b * d;
  const top = steep + flat;
  const bottom = c * d;
  if (!isSafe(steep) || !isSafe(flat) || !isSafe(top) || !isSafe(bottom)) return false;
  // Short fractions and decimals stay as they are: lowest terms would cost more than they save.
  if (bottom <= MOST_SHORT || isOnGrid(bottom)) {
    setPair(to, row, top, bottom);
    return true;
  }
  const divisor = commonDivisor(bottom, top);
  setPair(to, row, top / divisor, bottom / divisor);
  return true;
}

/**
 * Whether 1/d is a decimal of at most ten places. The quotient is whole only if d divides: else it differs
 * from a whole number by at least 1/d, far more than a double's error.
 */
function isOnGrid(d: number): boolean {
  const times = GRID / d;
  return times === Math.floor(times);
}

/** The same in BigInt, by the same halving. */
function pointsOf(curve: Curve, value: Exact): Exact {
  let first = 0;
  let last = curve.length - 1;
  while (first < last) {
    const middle = (first + last) >> 1;
    if (orderOf(curve[middle]?.high, value, -1) < 0) last = middle;
    else first = middle + 1;
  }
  const piece = curve[first];
  if (piece === undefined || orderOf(piece.high, value, -1) > 0 || orderOf(piece.low, value, 1) < 0) {
    throw new RangeError(`A curve of ${curve.length} pieces does not reach ${value.n}/${value.d}.`);
  }
  return reduce(add(multiply(piece.slope, value), piece.offset));
}

function orderOf(end: End | undefined, value: Exact, inside: 1 | -1): number {
  if (end === undefined) return inside;
  const order = compare(value, end.at);
  return order !== 0 ? order : end.included ? inside : -inside;
}
