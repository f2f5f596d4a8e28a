/**
 * The filter: sums that are worked out exactly only where that decides something.
 *
 * A sum of fractions is first known as a double, `near`, and a bound on its error, `slack`. A rounding or a
 * comparison that comes out the same for everything from near − slack to near + slack is decided; else the
 * exact fraction is made, once. Results are those of the exact way, always.
 *
 * The bound. Let u = 2^-53. A quotient n/d of whole numbers that doubles hold is made with a relative error of at
 * most u, and adding m of them one by one with an absolute error of at most (m − 1)·u·Σ|x| (N. J. Higham, Accuracy
 * and Stability of Numerical Algorithms, 2nd ed., SIAM 2002, section 4.2; without terms of higher order: S. M. Rump,
 * Error estimation of floating-point summation and dot product, BIT 52, 2012). Together less than m·u·Σ|x|·(1 + u).
 * Bringing the whole numbers of the grid to points, adding them, and multiplying by a power of ten for rounding are
 * four more operations, each of at most u times what stands there. Hence |error| < (m + 5)·u·(Σ|x| + |grid|).
 * `slack` is (m + 8)·2^-52·(Σ|x| + |grid|): more than twice that, which also covers that Σ|x| itself is rounded.
 */
import { toDouble } from '../model/column.ts';
import { compare, divide, type Exact, HUNDRED, multiply, powerOfTen, round, subtract } from '../model/exact.ts';
import type { Passes } from '../model/passes.ts';
import { isSafe, quotient } from './safe.ts';
import { GRID, sumAt, type Tally } from './tally.ts';

/** An exact number of which more is known: it lies within near ± slack. */
interface NearExact extends Exact {
  readonly near: number;
  readonly slack: number;
  /** The number times 10^decimals, half up, where no fraction is in the way of knowing it at once. */
  readonly wholes?: (decimals: number) => number | undefined;
}

/** How often the doubles decided, and how often the exact fraction had to; for the bench and the tests. */
export const decided = { near: 0, exact: 0 };

/** With `only` set, no double decides anything: for the test that both ways agree. */
export const forced = { exact: false };

const STEP = 2 ** -52;

/** Exact numbers that are made when n or d is asked for. A class, since there are millions: closures would weigh more. */
abstract class Late implements NearExact {
  private made?: Exact;
  abstract readonly near: number;
  abstract readonly slack: number;
  protected abstract make(): Exact;

  get n(): bigint {
    this.made ??= this.make();
    return this.made.n;
  }

  get d(): bigint {
    this.made ??= this.make();
    return this.made.d;
  }
}

/** The sum of a row of a tally. */
export class LateSum extends Late {
  protected readonly tally: Tally;
  protected readonly row: number;

  constructor(tally: Tally, row: number) {
    super();
    this.tally = tally;
    this.row = row;
  }

  get near(): number {
    return nearAt(this.tally, this.row);
  }

  get slack(): number {
    return slackAt(this.tally, this.row);
  }

  wholes(decimals: number): number | undefined {
    return wholesAt(this.tally, this.row, decimals);
  }

  protected make(): Exact {
    return sumAt(this.tally, this.row);
  }
}

/** The sum of a row as a double. */
function nearAt({ grid, near }: Tally, row: number): number {
  return (grid[row] as number) / GRID + (near[row] as number);
}

/** The bound on its error. */
function slackAt(tally: Tally, row: number): number {
  const { grid, reach } = tally;
  const whole = (grid[row] as number) / GRID;
  return slackOfOne(tally) * ((reach[row] as number) + (whole < 0 ? -whole : whole));
}

/** The part of a sum's magnitude that its error may be. */
function slackOfOne({ fractions }: Tally): number {
  return (fractions.length + 8) * STEP;
}

/** The sum of a row times 10^decimals, half up, where it has no fractions. */
function wholesAt({ grid, reach }: Tally, row: number, decimals: number): number | undefined {
  return reach[row] === 0 ? roundGrid(grid[row] as number, decimals) : undefined;
}

/** The sum of several numbers; a tally knows about how much it is, and `add` makes it. */
export class LateTotal extends LateSum {
  private readonly add: (row: number) => Exact;

  constructor(tally: Tally, row: number, add: (row: number) => Exact) {
    super(tally, row);
    this.add = add;
  }

  protected override make(): Exact {
    return this.add(this.row);
  }
}

/** So many whole numbers of 10^-places: what a rounding by doubles gives. */
class Decimal extends Late {
  readonly count: number;
  readonly places: number;

  constructor(count: number, places: number) {
    super();
    this.count = count;
    this.places = places;
  }

  get near(): number {
    return this.count / (TENS[this.places] as number);
  }

  get slack(): number {
    const near = this.near;
    return STEP * (near < 0 ? -near : near);
  }

  wholes(decimals: number): number | undefined {
    return decimals === this.places ? this.count : undefined;
  }

  protected make(): Exact {
    return { n: BigInt(this.count), d: powerOfTen(this.places) };
  }
}

/** Powers of ten that doubles hold. */
const TENS = Array.from({ length: 16 }, (_, places) => 10 ** places);

/** points ÷ max × 100; max must not be 0. */
export class LateIndex extends Late {
  private readonly points: Exact;
  private readonly max: Exact;

  constructor(points: Exact, max: Exact) {
    super();
    this.points = points;
    this.max = max;
  }

  get near(): number {
    return (nearOf(this.points) / nearOf(this.max)) * 100;
  }

  get slack(): number {
    const near = this.near;
    return 2 * (slackOf(this.points) / nearOf(this.max)) * 100 + 8 * STEP * (near < 0 ? -near : near);
  }

  protected make(): Exact {
    return divide(multiply(this.points, HUNDRED), this.max);
  }
}

/** The one rounding, as `round`, without the exact fraction where doubles are sure of the outcome. */
export function roundNear(value: Exact, decimals: number): Exact {
  if (!isNear(value)) return round(value, decimals);
  const wholes = value.wholes?.(decimals) ?? wholesOf(value.near, value.slack, decimals);
  if (wholes === undefined || forced.exact) {
    decided.exact++;
    return round(value, decimals);
  }
  decided.near++;
  return new Decimal(wholes, decimals);
}

/** The same of every row of a tally, as whole numbers of 10^-decimals; gives the rows of which doubles are not sure. */
export function roundSums(
  tally: Tally,
  decimals: number,
  counts: Float64Array,
  passes?: Pick<Passes, 'roundSums'>,
): readonly number[] {
  const held = forced.exact ? undefined : passes;
  const unsure = held?.roundSums(tally, TENS[decimals] as number, slackOfOne(tally), counts) ?? [];
  for (let row = 0; held === undefined && row < counts.length; row++) {
    const wholes = wholesAt(tally, row, decimals) ?? wholesOf(nearAt(tally, row), slackAt(tally, row), decimals);
    if (wholes === undefined || forced.exact) unsure.push(row);
    else counts[row] = wholes;
  }
  decided.near += counts.length - unsure.length;
  return unsure;
}

/** So many whole numbers of 10^-places. */
export function decimalOf(count: number, places: number): Exact {
  return new Decimal(count, places);
}

/** How many whole numbers of 10^-places a number is; undefined where it is not so many, or no double holds them. */
export function countIn(value: Exact, places: number): number | undefined {
  if (value.places === places) return value.count;
  const n = toDouble(value.n);
  const d = toDouble(value.d);
  const times = n === undefined || d === undefined ? 0.5 : (TENS[places] as number) / d;
  const count = (n ?? 0) * times;
  return times === Math.floor(times) && isSafe(count) ? count : undefined;
}

/** The same number, as one that is compared at once with what is rounded to so many places, if it has no more. */
export function asRounded(value: Exact, places: number): Exact {
  const count = countIn(value, places);
  return count === undefined ? value : new Decimal(count, places);
}

/** a − b, without the fractions where b is a decimal and a one of as many places. */
export function subtractNear(a: Exact, b: Exact): Exact {
  const { places } = b;
  const count = places === undefined ? undefined : countIn(a, places);
  const less = (count ?? Number.NaN) - (b.count ?? Number.NaN);
  return places !== undefined && isSafe(less) ? new Decimal(less, places) : subtract(a, b);
}

/** The order of two numbers, as `compare`, without the exact fractions where doubles are sure of it. */
export function compareNear(a: Exact, b: Exact): number {
  if (a.places !== undefined && a.places === b.places) return (a.count as number) - (b.count as number);
  if (!isNear(a) && !isNear(b)) return compare(a, b);
  const distance = nearOf(a) - nearOf(b);
  // The subtraction is off by less than the bounds are too large.
  const slack = slackOf(a) + slackOf(b);
  if (!forced.exact && (distance > slack || -distance > slack)) {
    decided.near++;
    return distance;
  }
  decided.exact++;
  return compare(a, b);
}

function isNear(value: Exact): value is NearExact {
  return value instanceof Late;
}

/** About how much a number is. */
function nearOf(value: Exact): number {
  if (isNear(value)) return value.near;
  const n = toDouble(value.n);
  const d = toDouble(value.d);
  return n === undefined || d === undefined ? 0 : n / d;
}

function slackOf(value: Exact): number {
  if (isNear(value)) return value.slack;
  const n = toDouble(value.n);
  const d = toDouble(value.d);
  return n === undefined || d === undefined ? Number.POSITIVE_INFINITY : 2 * STEP * ((n < 0 ? -n : n) / d);
}

/** Half up, in whole numbers of 10^-decimals; undefined where both ends of the bound do not round to the same. */
function wholesOf(near: number, slack: number, decimals: number): number | undefined {
  const scale = TENS[decimals] as number;
  const magnitude = (near < 0 ? -near : near) * scale;
  // Adding the half is one more operation on a number that may be as small as that half.
  const reach = slack * scale + 4 * STEP;
  const low = Math.floor(magnitude - reach + 0.5);
  const high = Math.floor(magnitude + reach + 0.5);
  if (low !== high || !isSafe(high)) return undefined;
  return near < 0 ? 0 - high : high;
}

/** The same of whole numbers of the grid, exact; undefined where doubles do not hold the way to it. */
export function roundGrid(count: number, decimals: number): number | undefined {
  const step = GRID / (TENS[decimals] as number);
  const magnitude = count < 0 ? -count : count;
  const raised = 2 * magnitude + step;
  if (!isSafe(raised)) return undefined;
  const wholes = quotient(raised, 2 * step);
  return count < 0 ? 0 - wholes : wholes;
}
