/**
 * Like for like: both years under one of the two rubrics, over the criteria that both have. The other year's entries
 * are scored again by this rubric's rules where these can read them, else their share of the maximum is weighed with
 * this rubric's. It takes away what new, dropped, re-weighted criteria and other rules did to the ranks. Adjustments
 * lie beyond the scale and are left out; ranks have no tie-breaks, whose nodes may be new; nothing is rounded at the
 * domain, of which only a part may be shared.
 */
import type { Crosswalk, LikeFigure, LikeForLike, LikeLeaf, SnapshotGroup, SnapshotUnit } from '../model/comparison.ts';
import { compare, type Exact, equal, round } from '../model/exact.ts';
import { createLedger } from '../model/ledger.ts';
import { type Rescoring, rescoring } from './rescore.ts';
import { type Common, isCommon, pointsOver } from './split-sums.ts';

/** A unit with its blocks of both years, and the rows of its entries where they are known (else -1). */
export interface Twin {
  readonly unit: SnapshotUnit;
  readonly blocks: readonly Common[];
  readonly rows: readonly [older: number, newer: number];
}

/** How ranks of the like-for-like table are given: on the index as shown. */
export interface RankStyle {
  readonly decimals: number;
  readonly ties: 'competition' | 'dense';
}

/** Both tables while their units come in; those that have no common criterion are left out. */
export interface LikeTables {
  readonly add: (twin: Twin) => void;
  readonly close: () => { readonly likeNewer: LikeForLike; readonly likeOlder: LikeForLike };
}

/** Tables under the rubrics of two groups. */
export function createLikeTables(crosswalk: Crosswalk, before: SnapshotGroup, now: SnapshotGroup): LikeTables {
  const newer = createTable(crosswalk, 'new', before, now);
  const older = createTable(crosswalk, 'old', before, now);
  return {
    add(twin) {
      // Only criteria that apply to the unit in both years count.
      const common = twin.blocks.filter(isCommon);
      if (common.length === 0) return;
      const [byNewer, byOlder] = indicesOf(twin, common, [newer, older]);
      newer.units.push({ unit: twin.unit, ...byNewer });
      older.units.push({ unit: twin.unit, ...byOlder });
    },
    close: () => ({ likeNewer: rankTable(newer), likeOlder: rankTable(older) }),
  };
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

/** Sums of points: where both years count alike in both tables, then of the rest those of each table. */
const [ALIKE, REST] = [0, 2] as const;

/** The indices of both tables. Most criteria have the same rule and maximum in both years: they are added up once. */
function indicesOf(
  { rows }: Twin,
  common: readonly Common[],
  tables: readonly [newer: Table, older: Table],
): readonly [Indices, Indices] {
  const points = createLedger(REST + 2 * tables.length);
  const maxima = createLedger(1 + tables.length);
  for (const each of common) {
    // A share of the same maximum is the same points as well.
    const isAlike = tables.every(({ again }) => typeof again.blocks[each.at] !== 'function');
    if (isAlike && equal(each.old.max, each.new.max)) {
      points.add(ALIKE, each.old.points);
      points.add(ALIKE + 1, each.new.points);
      maxima.add(0, each.new.max);
      continue;
    }
    for (const [number, table] of tables.entries()) {
      const [other, row] = table.by === 'new' ? (['old', rows[0]] as const) : (['new', rows[1]] as const);
      const own = REST + 2 * number;
      points.add(own + (table.by === 'new' ? 1 : 0), each[table.by].points);
      points.add(own + (table.by === 'new' ? 0 : 1), pointsOf(each, other, row, table));
      maxima.add(1 + number, each[table.by].max);
    }
  }
  const [sums, tops] = [points.close(), maxima.close()];
  const at = (sum: number): bigint => sums.ns[sum] as bigint;
  const indexOf = (table: number, year: 0 | 1): Exact => ({
    n: 100n * (at(ALIKE + year) + at(REST + 2 * table + year)) * tops.d,
    d: sums.d * ((tops.ns[0] as bigint) + (tops.ns[1 + table] as bigint)),
  });
  return [
    { old: indexOf(0, 0), new: indexOf(0, 1) },
    { old: indexOf(1, 0), new: indexOf(1, 1) },
  ];
}

/** The other year's points of a block by the rule of the table's year, or its share of that maximum. */
function pointsOf(each: Common, year: 'old' | 'new', row: number, { by, again, cells }: Table): Exact {
  const rescore = again.blocks[each.at];
  if (rescore === 'same') return each[year].points;
  const points = rescore?.(row);
  if (points !== undefined) return points;
  // Nothing was reported, or nothing reached: that counts 0 by share too.
  if (rescore !== undefined && each[year].points.n !== 0n) cells[each.at] = (cells[each.at] as number) + 1;
  return pointsOver(each[by].max, each[year]);
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
