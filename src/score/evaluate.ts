/**
 * A curve made ready for a million values: from the number in one column straight to the points in another.
 *
 * A piece gives slope × value + offset. With both over one denominator, a/c and b/c, a value n/d gives
 * (a·n + b·d) / (c·d): three products and a sum of whole numbers. While each stays within 2^53 plain doubles
 * hold it exactly and no object is made; where one would not, the same is done with BigInt, so that both
 * ways always agree. The piece is found by halving, so that a curve with a piece for each unit
 * (percentiles) costs no more than n log n.
 */
import { type Column, createColumn, EMPTY, exactAt, FILLED, setExact, setPair } from '../model/column.ts';
import type { Curve, End, Piece } from '../model/curve.ts';
import { add, compare, type Exact, multiply, reduce } from '../model/exact.ts';
import { commonDivisor, isSafe } from './safe.ts';

/** Ends, or coefficients, of all pieces of a curve; columns, since they know which number fits a double. */
interface Ends {
  readonly at: Column;
  readonly included: Uint8Array;
}

export interface Evaluator {
  readonly curve: Curve;
  readonly lows: Ends;
  readonly highs: Ends;
  /** a/c and b/c of each piece, over the same c. */
  readonly slopes: Column;
  readonly offsets: Column;
}

/** Outcome of a comparison that doubles cannot decide. */
const UNSURE = 2;

/** All tenths, hundredths ... that points of the grammar can have: such points are not reduced. */
const GRID = 10_000_000_000;

/** A curve as an evaluator. */
export function compileCurve(curve: Curve): Evaluator {
  const slopes = createColumn(curve.length);
  const offsets = createColumn(curve.length);
  for (const [at, piece] of curve.entries()) setCoefficients(slopes, offsets, at, piece);
  return {
    curve,
    lows: endsOf(curve.map((piece) => piece.low)),
    highs: endsOf(curve.map((piece) => piece.high)),
    slopes,
    offsets,
  };
}

/**
 * Writes the points of the number in `from` at a row into the same row of `to`; the row must be filled.
 * A value that the curve does not reach is a bug of its rule, and an exception.
 */
export function evaluate(evaluator: Evaluator, from: Column, row: number, to: Column): void {
  if (from.state[row] === FILLED) {
    const n = from.n[row] as number;
    const d = from.d[row] as number;
    const at = findPiece(evaluator, n, d);
    if (at >= 0 && writePoints(evaluator, at, n, d, to, row)) return;
  }
  setExact(to, row, pointsOf(evaluator.curve, exactAt(from, row) as Exact));
}

function setCoefficients(slopes: Column, offsets: Column, at: number, piece: Piece): void {
  const slope = reduce(piece.slope);
  const offset = reduce(piece.offset);
  const shared = reduce({ n: slope.d, d: offset.d }).d;
  const c = slope.d * shared;
  setExact(slopes, at, { n: slope.n * shared, d: c });
  setExact(offsets, at, { n: (offset.n * c) / offset.d, d: c });
}

function endsOf(ends: readonly (End | undefined)[]): Ends {
  const at = createColumn(ends.length);
  const included = new Uint8Array(ends.length);
  for (const [position, end] of ends.entries()) {
    if (end === undefined) continue;
    setExact(at, position, reduce(end.at));
    included[position] = end.included ? 1 : 0;
  }
  return { at, included };
}

/** Position of the piece that n/d lies in; -1 where doubles cannot tell, or no piece holds it. */
function findPiece(evaluator: Evaluator, n: number, d: number): number {
  let first = 0;
  let last = evaluator.curve.length - 1;
  while (first < last) {
    const middle = (first + last) >> 1;
    const order = compareEnd(evaluator.highs, middle, n, d, -1);
    if (order === UNSURE) return -1;
    if (order < 0) last = middle;
    else first = middle + 1;
  }
  const below = compareEnd(evaluator.highs, first, n, d, -1);
  const above = compareEnd(evaluator.lows, first, n, d, 1);
  return below === -1 && above === 1 ? first : -1;
}

/** Order of n/d against an end; `inside` where there is no end, or n/d is on it and it is included. */
function compareEnd(ends: Ends, position: number, n: number, d: number, inside: 1 | -1): number {
  const state = ends.at.state[position] ?? EMPTY;
  if (state === EMPTY) return inside;
  if (state !== FILLED) return UNSURE;
  const left = n * (ends.at.d[position] as number);
  const right = (ends.at.n[position] as number) * d;
  if (!isSafe(left) || !isSafe(right)) return UNSURE;
  if (left === right) return ends.included[position] === 1 ? inside : -inside;
  return left < right ? -1 : 1;
}

/** Writes the points if doubles can hold all of the way to them, and says whether they could. */
function writePoints(evaluator: Evaluator, at: number, n: number, d: number, to: Column, row: number): boolean {
  const { slopes, offsets } = evaluator;
  if (slopes.state[at] !== FILLED || offsets.state[at] !== FILLED) return false;
  const a = slopes.n[at] as number;
  const b = offsets.n[at] as number;
  const c = slopes.d[at] as number;
  if (a === 0) {
    setPair(to, row, b, c);
    return true;
  }
  const steep = a * n;
  const flat = b * d;
  const top = steep + flat;
  const bottom = c * d;
  if (!isSafe(steep) || !isSafe(flat) || !isSafe(top) || !isSafe(bottom)) return false;
  if (bottom === 1 || isOnGrid(bottom)) {
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
