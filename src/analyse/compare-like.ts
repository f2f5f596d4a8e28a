/**
 * Like for like: both years under one of the two rubrics, over the criteria that both have. The other year's entries
 * are scored again by this rubric's rules where these can read them, else their share of the maximum is weighed with
 * this rubric's. It takes away what new, dropped, re-weighted criteria and other rules did to the ranks. Adjustments
 * lie beyond the scale and are left out; ranks have no tie-breaks, whose nodes may be new; nothing is rounded at the
 * domain, of which only a part may be shared.
 */
import type { Crosswalk, LikeFigure, LikeForLike, LikeLeaf, SnapshotGroup, SnapshotUnit } from '../model/comparison.ts';
import { compare, divide, type Exact, HUNDRED, multiply, round } from '../model/exact.ts';
import { lowest, tightSum } from '../model/tight-sum.ts';
import { type Rescoring, rescoring } from './rescore.ts';
import { blockSums, type Marks, type Sums, share } from './split.ts';

/** A unit with its marks of both years, and the rows of its entries where they are known (else -1). */
export interface Twin {
  readonly unit: SnapshotUnit;
  readonly older: Marks;
  readonly newer: Marks;
  readonly rows: readonly [older: number, newer: number];
}

/** How ranks of the like-for-like table are given: on the index as shown. */
export interface RankStyle {
  readonly decimals: number;
  readonly ties: 'competition' | 'dense';
}

/** Both tables, of the units that have a common criterion, in the order given. */
export function likeForLike(
  twins: Iterable<Twin>,
  crosswalk: Crosswalk,
  before: SnapshotGroup,
  now: SnapshotGroup,
): { readonly likeNewer: LikeForLike; readonly likeOlder: LikeForLike } {
  const newer = createTable(crosswalk, 'new', before, now);
  const older = createTable(crosswalk, 'old', before, now);
  for (const twin of twins) {
    const common = crosswalk.blocks
      .map((block, at) => ({ at, sums: blockSums(block, twin.older, twin.newer) }))
      .filter(({ sums }) => sums.old.max.n !== 0n && sums.new.max.n !== 0n);
    // Only criteria that apply to the unit in both years count.
    if (common.length === 0) continue;
    for (const table of [newer, older]) table.units.push({ unit: twin.unit, ...indicesOf(twin, common, table) });
  }
  return { likeNewer: rankTable(newer), likeOlder: rankTable(older) };
}

interface Indices {
  readonly old: Exact;
  readonly new: Exact;
}

/** A table while its units come in. */
interface Table {
  readonly by: 'old' | 'new';
  readonly style: RankStyle;
  readonly again: Rescoring;
  readonly units: (Indices & { readonly unit: SnapshotUnit })[];
  /** By block: how many units' shares stood in. */
  readonly cells: number[];
}

function createTable(crosswalk: Crosswalk, by: 'old' | 'new', before: SnapshotGroup, now: SnapshotGroup): Table {
  const [style, other] = by === 'new' ? [now, before] : [before, now];
  const again = rescoring(crosswalk, other, style, by === 'new');
  return { by, style, again, units: [], cells: crosswalk.blocks.map(() => 0) };
}

function rankTable({ units, style, again, cells }: Table): LikeForLike {
  const ranked = units.filter(({ unit }) => unit.ranked);
  const ranksIn = (year: 'old' | 'new'): ReadonlyMap<SnapshotUnit, number> => {
    const indices = ranked.map((each) => each[year]);
    const list = ranksOf(indices, style);
    return new Map(ranked.map(({ unit }, at) => [unit, list[at] as number]));
  };
  const ranks = { old: ranksIn('old'), new: ranksIn('new') };
  return {
    rows: units.map((each) => ({
      unit: each.unit,
      older: figureOf(each.old, ranks.old.get(each.unit)),
      newer: figureOf(each.new, ranks.new.get(each.unit)),
    })),
    leaves: again.leaves.map((leaf, at): LikeLeaf => {
      const count = cells[at] as number;
      return leaf.means === 'rescored' && count > 0 ? { ...leaf, cells: count } : leaf;
    }),
  };
}

function figureOf(index: Exact, rank: number | undefined): LikeFigure {
  return rank === undefined ? { index } : { index, rank };
}

interface Common {
  readonly at: number;
  readonly sums: { readonly old: Sums; readonly new: Sums };
}

function indicesOf({ rows }: Twin, common: readonly Common[], { by, again, cells }: Table): Indices {
  const row = by === 'new' ? rows[0] : rows[1];
  const max = tightSum(common.map(({ sums }) => sums[by].max));
  const pointsOf = (at: number, year: Sums, own: Sums): Exact => {
    const points = again.blocks[at]?.(row);
    if (points !== undefined) return points;
    // Nothing was reported, or nothing reached: that counts 0 by share too.
    if (again.blocks[at] !== undefined && year.points.n !== 0n) cells[at] = (cells[at] as number) + 1;
    return lowest(multiply(own.max, share(year)));
  };
  const indexOf = (year: 'old' | 'new'): Exact => {
    const points = common.map(({ at, sums }) => (year === by ? sums[by].points : pointsOf(at, sums[year], sums[by])));
    return lowest(multiply(divide(tightSum(points), max), HUNDRED));
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
