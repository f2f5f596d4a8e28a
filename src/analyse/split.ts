/**
 * The exact split of a change: how much of the difference between two indices of a unit comes from its own
 * performance, how much from changed maxima, new and dropped criteria, exemptions, adjustments and rounding.
 *
 * Each of them is a factor that stands as it was in the older year or as it is in the newer one. A factor's part is
 * what changing it adds, averaged over all orders in which the factors can be changed (Shapley); with performance
 * and maxima alone that is the midpoint split. The parts add up to the change exactly, by the way they are made.
 */
import type { Block, Crosswalk, LeafMark, Part, SnapshotLeaf, SnapshotRubric, Split } from '../model/comparison.ts';
import { add, divide, type Exact, exact, multiply, reduce, subtract, sum, ZERO } from '../model/exact.ts';

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

/** Which factors already stand as in the newer year. */
type State = ReadonlySet<Factor>;

/** The split of a unit's change; undefined where it has no criterion in both years. */
export function splitChange(older: Marks, newer: Marks, crosswalk: Crosswalk): Split | undefined {
  const board = drawUp(older, newer, crosswalk);
  if (board.common.length === 0) return undefined;
  const active = FACTORS.filter((factor) => isActive(factor, board));
  const parts: Record<Part, Exact> = {
    ...{ performance: ZERO, maxima: ZERO, added: ZERO, dropped: ZERO },
    ...{ exemptions: ZERO, adjustments: ZERO, rounding: roundingPart(older, newer, board) },
  };
  for (const factor of active) {
    parts[factor] = reduce(average(factor, active, (state) => gain(factor, state, board)));
  }
  const change = reduce(subtract(newer.exact, older.exact));
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
    sum(common.map((each) => multiply(each[maxima].max, share(each[performance]))));
  return {
    common,
    points: {
      oo: sum(common.map((each) => each.old.points)),
      on: mixed('old', 'new'),
      no: mixed('new', 'old'),
      nn: sum(common.map((each) => each.new.points)),
    },
    max: { old: sum(common.map((each) => each.old.max)), new: sum(common.map((each) => each.new.max)) },
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
  return divide(points, max);
}

function sumsOf(positions: readonly number[], { rubric, leaves }: Marks): Sums {
  const applicable = positions.filter((at) => leaves[at] !== 'exempt' && leaves[at] !== 'outside');
  return {
    points: sum(applicable.map((at) => pointsOf(leaves[at]))),
    max: sum(applicable.map((at) => (rubric.leaves[at] as SnapshotLeaf).max)),
  };
}

function pointsOf(mark: LeafMark | undefined): Exact {
  return mark === undefined || typeof mark === 'string' ? ZERO : mark;
}

function total(sums: readonly Sums[]): Sums {
  return { points: sum(sums.map(({ points }) => points)), max: sum(sums.map(({ max }) => max)) };
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
function indexIn(state: State, board: Board): Exact {
  const { points, adjusted } = board;
  const [performance, maxima] = [state.has('performance') ? 'n' : 'o', state.has('maxima') ? 'n' : 'o'] as const;
  const extra = extrasIn(state, board);
  const adjustment = state.has('adjustments') ? adjusted.new : adjusted.old;
  return percent(sum([points[`${performance}${maxima}`], extra.points, adjustment]), maxIn(state, board));
}

function maxIn(state: State, board: Board): Exact {
  return add(state.has('maxima') ? board.max.new : board.max.old, extrasIn(state, board).max);
}

function extrasIn(state: State, { added, dropped, onlyOld, onlyNew }: Board): Sums {
  return total([
    ...(state.has('added') ? [added] : []),
    ...(state.has('dropped') ? [] : [dropped]),
    state.has('exemptions') ? onlyNew : onlyOld,
  ]);
}

function percent(points: Exact, max: Exact): Exact {
  return multiply(divide(points, max), exact(100n));
}

/** What a factor adds to the index where the others stand as in a state. */
function gain(factor: Factor, state: State, board: Board): Exact {
  return subtract(indexIn(new Set([...state, factor]), board), indexIn(state, board));
}

/** A factor's gain, averaged over all orders: each set of factors before it weighs as many orders as have it so. */
function average(factor: Factor, active: readonly Factor[], gainIn: (state: State) => Exact): Exact {
  const others = active.filter((other) => other !== factor);
  const count = active.length;
  const gains = subsetsOf(others).map((before) => {
    const orders = factorial(before.length) * factorial(count - before.length - 1);
    return multiply(gainIn(new Set(before)), exact(orders, factorial(count)));
  });
  return sum(gains);
}

function subsetsOf(factors: readonly Factor[]): readonly (readonly Factor[])[] {
  const subsets: (readonly Factor[])[] = [[]];
  for (const factor of factors) subsets.push(...subsets.map((subset) => [...subset, factor]));
  return subsets;
}

function factorial(count: number): bigint {
  let product = 1n;
  for (let each = 2n; each <= BigInt(count); each++) product *= each;
  return product;
}

/** In each order the performance adds a sum over the criteria, so that it can be told domain by domain. */
function performanceByDomain(active: readonly Factor[], board: Board): Split['performance'] {
  if (!active.includes('performance')) return [];
  const domains = [...new Set(board.common.map(({ domain }) => domain))];
  return domains.map((domain) => {
    const own = board.common.filter((each) => each.domain === domain);
    const risen = (maxima: 'old' | 'new'): Exact =>
      sum(own.map((each) => multiply(each[maxima].max, subtract(share(each.new), share(each.old)))));
    const rises = { old: risen('old'), new: risen('new') };
    const points = average('performance', active, (state) =>
      percent(state.has('maxima') ? rises.new : rises.old, maxIn(state, board)),
    );
    return { domain, points: reduce(points) };
  });
}

/** What rounding at the domains and the bounds of the index did beyond the plain ratio. */
function roundingPart(older: Marks, newer: Marks, board: Board): Exact {
  const before = subtract(older.exact, indexIn(new Set(), board));
  return reduce(subtract(subtract(newer.exact, indexIn(new Set(FACTORS), board)), before));
}
