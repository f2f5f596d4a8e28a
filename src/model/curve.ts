/**
 * A curve: how a value becomes points, as straight pieces over the line of values.
 * Every rule compiles to one, so that scoring, monotony and "what would the next level need" are
 * answered in one place for all of them.
 */
import { add, compare, type Exact, multiply, ONE, ZERO } from './exact.ts';

/** An end of a piece; `included` says whether the end itself belongs to it. */
export interface End {
  readonly at: Exact;
  readonly included: boolean;
}

/** points = slope × value + offset, between the ends; without an end the piece goes on for ever. */
export interface Piece {
  readonly low?: End;
  readonly high?: End;
  readonly slope: Exact;
  readonly offset: Exact;
}

/** Pieces in rising order, without overlap. */
export type Curve = readonly Piece[];

/** The value is the points. */
export const IDENTITY: Curve = [{ slope: ONE, offset: ZERO }];

/** A piece that gives the same points everywhere. */
export function level(points: Exact, low?: End, high?: End): Piece {
  return {
    slope: ZERO,
    offset: points,
    ...(low ? { low } : {}),
    ...(high ? { high } : {}),
  };
}

/** The piece that a value lies in, found by halving; undefined where the curve does not reach. */
export function pieceAt(curve: Curve, value: Exact): Piece | undefined {
  let from = 0;
  let to = curve.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const piece = curve[middle] as Piece;
    if (!isAbove(piece.low, value)) to = middle;
    else if (isBelow(piece.high, value)) return piece;
    else from = middle + 1;
  }
  return undefined;
}

/** Points of a value, exact; undefined where the curve does not reach. */
export function pointsAt(curve: Curve, value: Exact): Exact | undefined {
  const piece = pieceAt(curve, value);
  return piece === undefined ? undefined : add(multiply(piece.slope, value), piece.offset);
}

function isAbove(low: End | undefined, value: Exact): boolean {
  if (low === undefined) return true;
  const order = compare(value, low.at);
  return order > 0 || (order === 0 && low.included);
}

function isBelow(high: End | undefined, value: Exact): boolean {
  if (high === undefined) return true;
  const order = compare(value, high.at);
  return order < 0 || (order === 0 && high.included);
}
