/**
 * What a leaf could still give: for every value that gives more points than the present one, what would have to be
 * reached. The plan chooses among these.
 */
import { type Curve, type Piece, pieceAt, pointsAt } from '../model/curve.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  greatest,
  HUNDRED,
  multiply,
  reduce,
  sign,
  subtract,
  whole,
  ZERO,
} from '../model/exact.ts';
import type { Words } from '../model/words.ts';
import type { Unit } from './options.ts';
import { type Speech, speech } from './speech.ts';

/**
 * One way to more points: exactly `low` of them (`high` is the same), or any number from `low` to `high`, with the
 * value rising (or falling) in proportion.
 */
export interface Reach {
  readonly low: Exact;
  readonly high: Exact;
  /** What has to be reached for so many points of the range. */
  readonly tell: (points: Exact) => Words;
  /** There are more ways than were looked at. */
  readonly isSample?: true;
  /** What the way takes by name: a level, or further items; absent where nothing has a name. */
  readonly names?: { readonly of: 'level' | 'items'; readonly list: readonly string[] };
}

/** Decimals of a value that has to be reached; it is rounded to the safe side. */
const DECIMALS = 4;
const PERCENT_DECIMALS = 2;

/** More counts than these are not looked at. */
const MOST_COUNTS = 1000;

/** One way, told by what is to be reached. */
export function reachOf(points: Exact, tell: (say: Speech) => string): Reach {
  const words = { en: tell(speech('en')), vi: tell(speech('vi')) };
  return { low: points, high: points, tell: () => words };
}

/**
 * Along a curve over values of a unit: each level piece is one way, each sloped one a range. `range` bounds the
 * values that can occur.
 */
export function reachOnCurve(
  curve: Curve,
  value: Exact,
  unit: Unit,
  range: { readonly low?: Exact; readonly high?: Exact } = {},
): readonly Reach[] {
  const now = pointsAt(curve, value) ?? ZERO;
  // A value beyond the curve stands before all its pieces.
  const at = curve.indexOf(pieceAt(curve, value) as Piece);
  return curve.flatMap((piece, position) => {
    // The piece itself is no way where it is level, and goes both ways where it is sloped.
    return reachOfPiece(piece, position > at ? 1 : -1, now, unit, range);
  });
}

function reachOfPiece(
  piece: Piece,
  side: number,
  now: Exact,
  unit: Unit,
  range: { readonly low?: Exact; readonly high?: Exact },
): readonly Reach[] {
  if (isOutside(piece, range)) return [];
  if (sign(piece.slope) === 0) {
    const end = side > 0 ? piece.low : piece.high;
    if (compare(piece.offset, now) <= 0 || end === undefined) return [];
    const where = side > 0 ? (end.included ? FROM : ABOVE) : end.included ? UP_TO : BELOW;
    return [reachOf(piece.offset, (say) => `${say.pick(where)} ${say.amount(end.at, unit)}`)];
  }
  const lowest = greatestOf(piece.low?.at, range.low);
  const ends = [lowest ?? ZERO, least(piece.high?.at, range.high) ?? lowest ?? ZERO].map((at) =>
    reduce(add(multiply(piece.slope, at), piece.offset)),
  );
  const [low, high] = ends.sort(compare) as [Exact, Exact];
  if (compare(high, now) <= 0) return [];
  const valueFor = (points: Exact): Exact => divide(subtract(points, piece.offset), piece.slope);
  const where = sign(piece.slope) > 0 ? FROM : UP_TO;
  const tell = (points: Exact): Words => {
    const told = (say: Speech): string =>
      `${say.pick(where)} ${safeText(reduce(valueFor(points)), unit, sign(piece.slope) > 0, say)}`;
    return { en: told(speech('en')), vi: told(speech('vi')) };
  };
  return [{ low: greatest(low, now), high, tell }];
}

const FROM: Words = { en: 'at least', vi: 'ít nhất' };
const ABOVE: Words = { en: 'above', vi: 'trên' };
const UP_TO: Words = { en: 'at most', vi: 'nhiều nhất' };
const BELOW: Words = { en: 'below', vi: 'dưới' };

function least(a: Exact | undefined, b: Exact | undefined): Exact | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compare(a, b) < 0 ? a : b;
}

function greatestOf(a: Exact | undefined, b: Exact | undefined): Exact | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compare(a, b) > 0 ? a : b;
}

/** Whether no value of the range lies in a piece. */
function isOutside({ low, high }: Piece, range: { readonly low?: Exact; readonly high?: Exact }): boolean {
  if (range.high !== undefined && low !== undefined) {
    const order = compare(low.at, range.high);
    if (order > 0 || (order === 0 && !low.included)) return true;
  }
  if (range.low !== undefined && high !== undefined) {
    const order = compare(high.at, range.low);
    if (order < 0 || (order === 0 && !high.included)) return true;
  }
  return false;
}

/** A value with a few decimals, rounded so that it is certainly enough. */
function safeText(value: Exact, unit: Unit, upward: boolean, say: Speech): string {
  const [decimals, factor] = unit === 'share' ? [PERCENT_DECIMALS, HUNDRED] : [DECIMALS, { n: 1n, d: 1n }];
  const scale = 10n ** BigInt(decimals);
  const { n, d } = multiply(value, factor);
  const scaled = n * scale;
  const floor = scaled / d - (scaled % d !== 0n && scaled < 0n ? 1n : 0n);
  const safe = { n: upward && scaled % d !== 0n ? floor + 1n : floor, d: scale };
  return unit === 'share' ? say.amount(divide(safe, HUNDRED), 'share') : say.number(safe);
}

/** Counts up or down from the present one, as long as they give more points. */
export function reachByCount(curve: Curve, count: Exact, step: 1 | -1): readonly Reach[] {
  const ways: Reach[] = [];
  let best = pointsAt(curve, count) ?? ZERO;
  let next = count;
  for (let done = 0; done < MOST_COUNTS; done++) {
    next = add(next, whole(step));
    const points = sign(next) < 0 ? undefined : pointsAt(curve, next);
    if (points === undefined || compare(points, best) <= 0) break;
    best = points;
    const target = next;
    const way = reachOf(reduce(points), (say) => `${say.pick(step > 0 ? FROM : UP_TO)} ${say.number(target)}`);
    ways.push(done + 1 < MOST_COUNTS ? way : { ...way, isSample: true });
  }
  return ways;
}
