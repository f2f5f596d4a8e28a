/**
 * Like for like: both years' shares of the maximum, weighed with the maxima of one of the two rubrics, over the
 * criteria that both have. It is no rescoring (a rule may have changed too): it takes away what new, dropped and
 * re-weighted criteria did to the ranks. Adjustments are left out; ranks have no tie-breaks.
 */
import type { Crosswalk, LikeFigure, LikeForLike, SnapshotUnit } from '../model/comparison.ts';
import { compare, divide, type Exact, exact, multiply, round, sum } from '../model/exact.ts';
import { blockSums, type Marks, share } from './split.ts';

/** A unit with its marks of both years. */
export interface Twin {
  readonly unit: SnapshotUnit;
  readonly older: Marks;
  readonly newer: Marks;
}

/** How ranks of the like-for-like table are given: on the index as shown. */
export interface RankStyle {
  readonly decimals: number;
  readonly ties: 'competition' | 'dense';
}

/** The units that have a common criterion, in the order given, under the maxima of the `by` rubric. */
export function likeForLike(
  twins: readonly Twin[],
  crosswalk: Crosswalk,
  by: 'old' | 'new',
  style: RankStyle,
): readonly LikeForLike[] {
  const indexed = twins.flatMap(({ unit, older, newer }) => {
    const indices = indicesOf(older, newer, crosswalk, by);
    return indices === undefined ? [] : [{ unit, ...indices }];
  });
  const ranked = indexed.filter(({ unit }) => unit.ranked);
  const olderRanks = ranksOf(
    ranked.map(({ old }) => old),
    style,
  );
  const newerRanks = ranksOf(
    ranked.map((each) => each.new),
    style,
  );
  return indexed.map((each) => {
    const at = ranked.indexOf(each);
    return {
      unit: each.unit,
      older: figureOf(each.old, olderRanks[at]),
      newer: figureOf(each.new, newerRanks[at]),
    };
  });
}

function figureOf(index: Exact, rank: number | undefined): LikeFigure {
  return rank === undefined ? { index } : { index, rank };
}

/** Only criteria that apply to the unit in both years count. */
function indicesOf(
  older: Marks,
  newer: Marks,
  { blocks }: Crosswalk,
  by: 'old' | 'new',
): { readonly old: Exact; readonly new: Exact } | undefined {
  const common = blocks
    .map((block) => blockSums(block, older, newer))
    .filter((sums) => sums.old.max.n !== 0n && sums.new.max.n !== 0n);
  if (common.length === 0) return undefined;
  const max = sum(common.map((sums) => sums[by].max));
  const indexOf = (year: 'old' | 'new'): Exact => {
    const points = sum(common.map((sums) => multiply(sums[by].max, share(sums[year]))));
    return multiply(divide(points, max), exact(100n));
  };
  return { old: indexOf('old'), new: indexOf('new') };
}

/** The rank of each, on the shown index; equals share it. */
export function ranksOf(indices: readonly Exact[], { decimals, ties }: RankStyle): readonly number[] {
  const shown = indices.map((index) => round(index, decimals));
  const falling = [...shown].sort((a, b) => compare(b, a));
  const classes = falling.filter((index, at) => at === 0 || compare(index, falling[at - 1] as Exact) !== 0);
  const list = ties === 'dense' ? classes : falling;
  const rankOf = new Map<bigint, number>();
  for (const [at, index] of list.entries()) if (!rankOf.has(index.n)) rankOf.set(index.n, at + 1);
  // All have one denominator, that of the shown decimals.
  return shown.map((index) => rankOf.get(index.n) as number);
}
