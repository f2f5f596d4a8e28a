/**
 * The exact split of a change: how much of the difference between two indices of a unit comes from its own
 * performance, how much from changed maxima, new and dropped criteria, exemptions, adjustments and rounding.
 *
 * Each of them is a factor that stands as it was in the older year or as it is in the newer one. A factor's part is
 * what changing it adds, averaged over all orders in which the factors can be changed (Shapley); with performance
 * and maxima alone that is the midpoint split. The parts add up to the change exactly, by the way they are made.
 */
import type { Block, Crosswalk, LeafMark, Part, SnapshotLeaf, SnapshotRubric, Split } from '../model/comparison.ts';
import { add, divide, type Exact, exact, multiply, ONE, subtract, ZERO } from '../model/exact.ts';
import { lowest, tightSum } from '../model/tight-sum.ts';

/** What one unit reached in one of the two years. */
export interface Marks {
  readonly rubric: SnapshotRubric;
  readonly leaves: readonly LeafMark[];
  readonly adjusted: Exact;
  /** The fraction behind the index. */
  readonly exact: Exact;
}

/** Points and applicable maximum of some leaves together. */
export interface Sums {
  readonly points: Exact;
  readonly max: Exact;
}

/** The factors whose order is averaged; rounding is what the index itself did on top. */
const FACTORS = ['performance', 'maxima', 'added', 'dropped', 'exemptions', 'adjustments'] as const;

type Factor = (typeof FACTORS)[number];

/** Which factors already stand as in the newer year: a bit for each, in their order. */
type State = number;

const NONE: State = 0;
const ALL: State = 2 ** FACTORS.length - 1;

function has(state: State, factor: Factor): boolean {
  return (state & (1 << FACTORS.indexOf(factor))) !== 0;
}

function withFactor(state: State, factor: Factor): State {
  return state | (1 << FACTORS.indexOf(factor));
}

/** The index of each mixed state is asked for many times. */
function remembering(find: (state: State) => Exact): (state: State) => Exact {
  const known = new Map<State, Exact>();
  return (state) => {
    const found = known.get(state) ?? lowest(find(state));
    known.set(state, found);
    return found;
  };
}

/** The split of a unit's change; undefined where it has no criterion in both years. */
export function splitChange(older: Marks, newer: Marks, crosswalk: Crosswalk): Split | undefined {
  const board = drawUp(older, newer, crosswalk);
  if (board.common.length === 0) return undefined;
  const active = FACTORS.filter((factor) => isActive(factor, board));
  const indexIn = remembering((state) => indexOf(state, board));
  const parts: Record<Part, Exact> = {
    ...{ performance: ZERO, maxima: ZERO, added: ZERO, dropped: ZERO },
    ...{ exemptions: ZERO, adjustments: ZERO, rounding: roundingPart(older, newer, indexIn) },
  };
  for (const factor of active) {
    const gain = (state: State): Exact => subtract(indexIn(withFactor(state, factor)), indexIn(state));
    parts[factor] = lowest(average(factor, active, gain));
  }
  const change = lowest(subtract(newer.exact, older.exact));
  return { change, parts, performance: performanceByDomain(active, board) };
}

/** Everything a mixed state is made of, as sums. */
interface Board {
  readonly common: readonly Common[];
  readonly points: Readonly<Record<'oo' | 'on' | 'no' | 'nn', Exact>>;
  readonly max: { readonly old: Exact; readonly new: Exact };
  readonly added: Sums;
  readonly dropped: Sums;
  /** Of criteria that both rubrics have, but that apply to the unit in one year only. */
  readonly onlyOld: Sums;
  readonly onlyNew: Sums;
  readonly adjusted: { readonly old: Exact; readonly new: Exact };
}

interface Common {
  readonly domain: string;
  readonly old: Sums;
  readonly new: Sums;
}

function drawUp(older: Marks, newer: Marks, { blocks, added, dropped }: Crosswalk): Board {
  const all = blocks.map((block) => ({ domain: block.domain, ...blockSums(block, older, newer) }));
  const common = all.filter((each) => each.old.max.n !== 0n && each.new.max.n !== 0n);
  // First the year of the performance, then that of the maxima.
  const mixed = (performance: 'old' | 'new', maxima: 'old' | 'new'): Exact =>
    tightSum(common.map((each) => lowest(multiply(each[maxima].max, share(each[performance])))));
  return {
    common,
    points: {
      oo: tightSum(common.map((each) => each.old.points)),
      on: mixed('old', 'new'),
      no: mixed('new', 'old'),
      nn: tightSum(common.map((each) => each.new.points)),
    },
    max: { old: tightSum(common.map((each) => each.old.max)), new: tightSum(common.map((each) => each.new.max)) },
    added: sumsOf(added, newer),
    dropped: sumsOf(dropped, older),
    onlyOld: total(all.filter((each) => each.new.max.n === 0n).map((each) => each.old)),
    onlyNew: total(all.filter((each) => each.old.max.n === 0n).map((each) => each.new)),
    adjusted: { old: older.adjusted, new: newer.adjusted },
  };
}

/** A block's sums in both years. */
export function blockSums(block: Block, older: Marks, newer: Marks): { readonly old: Sums; readonly new: Sums } {
  return { old: sumsOf(block.older, older), new: sumsOf(block.newer, newer) };
}

/** Points over maximum; the maximum must not be 0. */
export function share({ points, max }: Sums): Exact {
  return lowest(divide(points, max));
}

function sumsOf(positions: readonly number[], { rubric, leaves }: Marks): Sums {
  const [only] = positions;
  if (only !== undefined && positions.length === 1) {
    const mark = leaves[only];
    const isOut = mark === 'exempt' || mark === 'outside';
    return isOut ? NOTHING : { points: pointsOf(mark), max: (rubric.leaves[only] as SnapshotLeaf).max };
  }
  const applicable = positions.filter((at) => leaves[at] !== 'exempt' && leaves[at] !== 'outside');
  return {
    points: tightSum(applicable.map((at) => pointsOf(leaves[at]))),
    max: tightSum(applicable.map((at) => (rubric.leaves[at] as SnapshotLeaf).max)),
  };
}

const NOTHING: Sums = { points: ZERO, max: ZERO };

function pointsOf(mark: LeafMark | undefined): Exact {
  return mark === undefined || typeof mark === 'string' ? ZERO : mark;
}

function total(sums: readonly Sums[]): Sums {
  return { points: tightSum(sums.map(({ points }) => points)), max: tightSum(sums.map(({ max }) => max)) };
}

/** A factor that is the same in both years adds nothing in any order. */
function isActive(factor: Factor, { common, added, dropped, onlyOld, onlyNew, adjusted }: Board): boolean {
  const differs = (a: Exact, b: Exact): boolean => a.n * b.d !== b.n * a.d;
  switch (factor) {
    case 'performance':
      return common.some((each) => differs(share(each.old), share(each.new)));
    case 'maxima':
      return common.some((each) => differs(each.old.max, each.new.max));
    case 'added':
      return added.max.n !== 0n;
    case 'dropped':
      return dropped.max.n !== 0n;
    case 'exemptions':
      return onlyOld.max.n !== 0n || onlyNew.max.n !== 0n;
    case 'adjustments':
      return differs(adjusted.old, adjusted.new);
  }
}

/** The index of a mixed state, in per cent, before any rounding. */
function indexOf(state: State, board: Board): Exact {
  const { points, adjusted } = board;
  const [performance, maxima] = [has(state, 'performance') ? 'n' : 'o', has(state, 'maxima') ? 'n' : 'o'] as const;
  const extra = extrasIn(state, board);
  const adjustment = has(state, 'adjustments') ? adjusted.new : adjusted.old;
  return percent(tightSum([points[`${performance}${maxima}`], extra.points, adjustment]), maxIn(state, board));
}

function maxIn(state: State, board: Board): Exact {
  return add(has(state, 'maxima') ? board.max.new : board.max.old, extrasIn(state, board).max);
}

function extrasIn(state: State, { added, dropped, onlyOld, onlyNew }: Board): Sums {
  return total([
    ...(has(state, 'added') ? [added] : []),
    ...(has(state, 'dropped') ? [] : [dropped]),
    has(state, 'exemptions') ? onlyNew : onlyOld,
  ]);
}

function percent(points: Exact, max: Exact): Exact {
  return multiply(divide(points, max), exact(100n));
}

/** A factor's gain, averaged over all orders: each set of factors before it weighs as many orders as have it so. */
function average(factor: Factor, active: readonly Factor[], gainIn: (state: State) => Exact): Exact {
  const others = active.filter((other) => other !== factor);
  const weights = weightsOf(active.length);
  const gains = subsetsOf(others).map(({ state, size }) => multiply(gainIn(state), weights[size] as Exact));
  return tightSum(gains);
}

/** The states in which some of these factors stand, and of how many. */
function subsetsOf(factors: readonly Factor[]): readonly { readonly state: State; readonly size: number }[] {
  const subsets = [{ state: NONE, size: 0 }];
  for (const factor of factors) {
    subsets.push(...subsets.map(({ state, size }) => ({ state: withFactor(state, factor), size: size + 1 })));
  }
  return subsets;
}

/** The share of all orders of so many factors in which a certain set of each size stands before a certain one. */
function weightsOf(count: number): readonly Exact[] {
  return Array.from({ length: count }, (_, size) =>
    exact(factorial(size) * factorial(count - size - 1), factorial(count)),
  );
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
function performanceByDomain(active: readonly Factor[], board: Board): Split['performance'] {
  if (!active.includes('performance')) return [];
  const worth = (isNewer: boolean): Exact =>
    lowest(
      average('performance', active, (state) =>
        has(state, 'maxima') === isNewer ? percent(ONE, maxIn(state, board)) : ZERO,
      ),
    );
  const worths = { old: worth(false), new: worth(true) };
  const byDomain = new Map<string, Common[]>();
  for (const each of board.common) {
    const own = byDomain.get(each.domain);
    if (own) own.push(each);
    else byDomain.set(each.domain, [each]);
  }
  return [...byDomain].map(([domain, own]) => {
    const risen = (maxima: 'old' | 'new'): Exact =>
      tightSum(own.map((each) => multiply(each[maxima].max, subtract(share(each.new), share(each.old)))));
    const points = tightSum([multiply(risen('old'), worths.old), multiply(risen('new'), worths.new)]);
    return { domain, points: lowest(points) };
  });
}

/** What rounding at the domains and the bounds of the index did beyond the plain ratio. */
function roundingPart(older: Marks, newer: Marks, indexIn: (state: State) => Exact): Exact {
  const before = subtract(older.exact, indexIn(NONE));
  return lowest(subtract(subtract(newer.exact, indexIn(ALL)), before));
}
