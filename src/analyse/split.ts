/**
 * Why a unit's index changed from one year to another: an exact split (formulas of the field, year over year with
 * changed weights; Shapley 1953) of the difference of the two exact indices into what comes from its own
 * performance, how much from changed maxima, new and dropped criteria, exemptions, adjustments and rounding.
 *
 * Each of them is a factor that stands as it was in the older year or as it is in the newer one. A factor's part is
 * what changing it adds, averaged over all orders in which the factors can be changed (Shapley); with performance
 * and maxima alone that is the midpoint split. The parts add up to the change exactly, by the way they are made.
 */
import type { Crosswalk, Part, Split } from '../model/comparison.ts';
import { type Exact, equal, multiply, subtract, ZERO } from '../model/exact.ts';
import { commonMultiple, createLedger } from '../model/ledger.ts';
import {
  type Board,
  type Common,
  drawUp,
  isCommon,
  type Marks,
  type Paired,
  pairUp,
  pointsOver,
} from './split-sums.ts';

/** The factors whose order is averaged; rounding is what the index itself did on top. */
const FACTORS = ['performance', 'maxima', 'added', 'dropped', 'exemptions', 'adjustments'] as const;

type Factor = (typeof FACTORS)[number];

/** Which factors already stand as in the newer year: a bit for each, in their order. */
type State = number;

const NONE: State = 0;

function has(state: State, factor: Factor): boolean {
  return (state & bitOf(factor)) !== 0;
}

function bitOf(factor: Factor): State {
  return 1 << FACTORS.indexOf(factor);
}

/** The split of a unit's change; undefined where it has no criterion in both years. */
export function splitChange(
  older: Marks,
  newer: Marks,
  crosswalk: Crosswalk,
  paired: Paired = pairUp(crosswalk, older, newer),
): Split | undefined {
  const board = drawUp(older, newer, paired);
  if (board === undefined) return undefined;
  const active = FACTORS.filter((factor) => isActive(factor, board));
  const mixed = mixedIndices(active, board);
  const parts: Record<Part, Exact> = {
    ...{ performance: ZERO, maxima: ZERO, added: ZERO, dropped: ZERO },
    ...{ exemptions: ZERO, adjustments: ZERO, rounding: roundingPart(older, newer, mixed) },
  };
  for (const factor of active) parts[factor] = partOf(factor, active, mixed);
  return {
    change: subtract(newer.exact, older.exact),
    parts,
    // Few pages ask for it, and what it needs of a whole country would crowd the memory.
    get performance() {
      return performanceByDomain(active, board, pairUp(crosswalk, older, newer).blocks.filter(isCommon));
    },
  };
}

/** A factor that is the same in both years adds nothing in any order. */
function isActive(factor: Factor, { points, maxima, hasPerformance, hasMaxima }: Board): boolean {
  switch (factor) {
    case 'performance':
      return hasPerformance;
    case 'maxima':
      return hasMaxima;
    case 'added':
    case 'dropped':
      return maxima.of(factor) !== 0n;
    case 'exemptions':
      return maxima.of('only old') !== 0n || maxima.of('only new') !== 0n;
    case 'adjustments':
      return points.of('adjusted old') !== points.of('adjusted new');
  }
}

/** Numerator of the points of a mixed state, over the denominator of all points. */
function pointsIn(state: State, { points }: Board): bigint {
  const year = (factor: Factor) => (has(state, factor) ? 'new' : 'old');
  return (
    points.of(`same ${year('performance')}`) +
    points.of(`${year('performance')} ${year('maxima')}`) +
    points.of(`only ${year('exemptions')}`) +
    points.of(`adjusted ${year('adjustments')}`) +
    (has(state, 'added') ? points.of('added') : 0n) +
    (has(state, 'dropped') ? 0n : points.of('dropped'))
  );
}

/** The same of its maximum; never 0, as some criterion is common. */
function maxIn(state: State, { maxima }: Board): bigint {
  return (
    maxima.of('same') +
    maxima.of(has(state, 'maxima') ? 'new' : 'old') +
    maxima.of(has(state, 'exemptions') ? 'only new' : 'only old') +
    (has(state, 'added') ? maxima.of('added') : 0n) +
    (has(state, 'dropped') ? 0n : maxima.of('dropped'))
  );
}

/** The index of every mixed state of the factors that changed, in per cent and before any rounding, over one denominator. */
interface Mixed {
  readonly n: (state: State) => bigint;
  readonly d: bigint;
  /** In which all of them stand as in the newer year. */
  readonly last: State;
}

function mixedIndices(active: readonly Factor[], board: Board): Mixed {
  const states = subsetsOf(active).map(({ state }) => state);
  const maxima = new Map(states.map((state) => [state, maxIn(state, board)]));
  const all = [...new Set(maxima.values())].reduce(commonMultiple, 1n);
  const scale = 100n * board.maxima.d;
  const numerators = new Map(
    states.map((state) => [state, scale * pointsIn(state, board) * (all / (maxima.get(state) as bigint))]),
  );
  return { n: (state) => numerators.get(state) as bigint, d: board.points.d * all, last: states.at(-1) as State };
}

/** The states in which some of these factors stand, and of how many; none of them first, all last. */
function subsetsOf(factors: readonly Factor[]): readonly { readonly state: State; readonly size: number }[] {
  const subsets = [{ state: NONE, size: 0 }];
  for (const factor of factors) {
    subsets.push(...subsets.map(({ state, size }) => ({ state: state | bitOf(factor), size: size + 1 })));
  }
  return subsets;
}

/** A factor's gain, averaged over all orders: each set of factors before it weighs as many orders as have it so. */
function partOf(factor: Factor, active: readonly Factor[], { n, d }: Mixed): Exact {
  let gained = 0n;
  for (const { state, size } of subsetsOf(active.filter((other) => other !== factor))) {
    gained += ordersWith(size, active.length) * (n(state | bitOf(factor)) - n(state));
  }
  return { n: gained, d: d * factorial(active.length) };
}

/** In how many orders of so many factors a certain set of this size stands before a certain one. */
function ordersWith(size: number, count: number): bigint {
  return factorial(size) * factorial(count - size - 1);
}

function factorial(count: number): bigint {
  let product = 1n;
  for (let each = 2n; each <= BigInt(count); each++) product *= each;
  return product;
}

/**
 * In each order the performance adds a sum over the criteria, so that it can be told domain by domain: what a point
 * under the older and under the newer maxima is worth on average, times the points risen.
 */
function performanceByDomain(active: readonly Factor[], board: Board, common: readonly Common[]): Split['performance'] {
  if (!active.includes('performance')) return [];
  const worths = { old: worthOf(false, active, board), new: worthOf(true, active, board) };
  const domains = [...new Set(common.map(({ block }) => block.domain))];
  const numberOf = new Map(domains.map((domain, at) => [domain, 2 * at]));
  const ledger = createLedger(2 * domains.length);
  for (const { block, old: was, new: is } of common) {
    const at = numberOf.get(block.domain) as number;
    const risen = { old: pointsOver(was.max, is), new: pointsOver(is.max, was) };
    ledger.add(at, subtract(risen.old, was.points));
    ledger.add(at + 1, subtract(is.points, risen.new));
  }
  const { ns, d } = ledger.close();
  return domains.map((domain, at) => {
    const [old, now] = [
      { n: ns[2 * at] as bigint, d },
      { n: ns[2 * at + 1] as bigint, d },
    ];
    const [left, right] = [multiply(old, worths.old), multiply(now, worths.new)];
    return { domain, points: { n: left.n * right.d + right.n * left.d, d: left.d * right.d } };
  });
}

/** Index points that a point of performance is worth under the older or the newer maxima, averaged over all orders. */
function worthOf(isNewer: boolean, active: readonly Factor[], board: Board): Exact {
  const others = active.filter((other) => other !== 'performance');
  const before = subsetsOf(others).filter(({ state }) => has(state, 'maxima') === isNewer);
  const all = before.reduce((common, { state }) => commonMultiple(common, maxIn(state, board)), 1n);
  let worth = 0n;
  for (const { state, size } of before) worth += ordersWith(size, active.length) * (all / maxIn(state, board));
  return { n: 100n * board.maxima.d * worth, d: all * factorial(active.length) };
}

/** What rounding at the domains and the bounds of the index did beyond the plain ratio. */
function roundingPart(older: Marks, newer: Marks, { n, d, last }: Mixed): Exact {
  const beyond = (exact: Exact, state: State): Exact => {
    const plain = { n: n(state), d };
    return equal(exact, plain) ? ZERO : subtract(exact, plain);
  };
  return subtract(beyond(newer.exact, last), beyond(older.exact, NONE));
}
