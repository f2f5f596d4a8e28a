/** What the split of a change is made of: a unit's points and maxima of both years, block by block and in sums. */

import type { Block, Crosswalk, LeafMark, SnapshotLeaf, SnapshotRubric } from '../model/comparison.ts';
import { divide, type Exact, equal, multiply, ZERO } from '../model/exact.ts';
import { createLedger } from '../model/ledger.ts';
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

/** Points over maximum; the maximum must not be 0. */
export function share({ points, max }: Sums): Exact {
  return lowest(divide(points, max));
}

/** Points as they would be of another maximum. */
export function pointsOver(max: Exact, sums: Sums): Exact {
  return equal(max, sums.max) ? sums.points : lowest(multiply(max, share(sums)));
}

/** Of the leaves of one year. */
export function sumsOf(positions: readonly number[], rubric: SnapshotRubric, leaves: readonly LeafMark[]): Sums {
  const [only] = positions;
  if (only !== undefined && positions.length === 1) {
    const mark = leaves[only];
    return isOut(mark) ? NOTHING : { points: pointsOf(mark), max: (rubric.leaves[only] as SnapshotLeaf).max };
  }
  const applicable = positions.filter((at) => !isOut(leaves[at]));
  return {
    points: tightSum(applicable.map((at) => pointsOf(leaves[at]))),
    max: tightSum(applicable.map((at) => (rubric.leaves[at] as SnapshotLeaf).max)),
  };
}

const NOTHING: Sums = { points: ZERO, max: ZERO };

function isOut(mark: LeafMark | undefined): boolean {
  return mark === 'exempt' || mark === 'outside';
}

function pointsOf(mark: LeafMark | undefined): Exact {
  return mark === undefined || typeof mark === 'string' ? ZERO : mark;
}

/** A block with the sums of both years; only what applies in both is common. */
export interface Common {
  readonly block: Block;
  /** Position among the blocks. */
  readonly at: number;
  readonly old: Sums;
  readonly new: Sums;
}

/** Every block, those that are not common too. The leaves may be made as they are asked for: they are asked once. */
export function blocksOf(
  { blocks }: Crosswalk,
  older: Marks,
  newer: Marks,
  was: Marks['leaves'] = older.leaves,
  is: Marks['leaves'] = newer.leaves,
): readonly Common[] {
  return blocks.map((block, at) => ({
    block,
    at,
    old: sumsOf(block.older, older.rubric, was),
    new: sumsOf(block.newer, newer.rubric, is),
  }));
}

/** Whether a block applies in both years. */
export function isCommon(each: Common): boolean {
  return each.old.max.n !== 0n && each.new.max.n !== 0n;
}

/** Sums of points; first the year of the performance, then that of the maxima. */
const POINTS = [
  ...(['same old', 'same new', 'old old', 'old new', 'new old', 'new new'] as const),
  ...(['added', 'dropped', 'only old', 'only new', 'adjusted old', 'adjusted new'] as const),
] as const;

const MAXIMA = ['same', 'old', 'new', 'added', 'dropped', 'only old', 'only new'] as const;

type PointSum = (typeof POINTS)[number];
type MaxSum = (typeof MAXIMA)[number];

/** Everything a mixed state of the two years is made of. */
export interface Board {
  /** Numerators; all points over `points.d`, all maxima over `maxima.d`. */
  readonly points: { readonly of: (sum: PointSum) => bigint; readonly d: bigint };
  readonly maxima: { readonly of: (sum: MaxSum) => bigint; readonly d: bigint };
  /** Whether any common block has another share of its maximum, and any another maximum. */
  readonly hasPerformance: boolean;
  readonly hasMaxima: boolean;
}

/** The sums of a unit; undefined where it has no criterion in both years. */
export function drawUp(older: Marks, newer: Marks, crosswalk: Crosswalk): Board | undefined {
  const points = named(POINTS);
  const maxima = named(MAXIMA);
  let [commons, hasPerformance, hasMaxima] = [0, false, false];
  const leaves = { old: older.leaves, new: newer.leaves };
  for (const each of blocksOf(crosswalk, older, newer, leaves.old, leaves.new)) {
    const { old: was, new: is } = each;
    if (!isCommon(each)) {
      points.add('only old', was.points);
      maxima.add('only old', was.max);
      points.add('only new', is.points);
      maxima.add('only new', is.max);
      continue;
    }
    commons++;
    if (equal(was.max, is.max)) {
      points.add('same old', was.points);
      points.add('same new', is.points);
      maxima.add('same', was.max);
      hasPerformance ||= !equal(was.points, is.points);
      continue;
    }
    hasMaxima = true;
    hasPerformance ||= !equal(multiply(was.points, is.max), multiply(is.points, was.max));
    points.add('old old', was.points);
    points.add('old new', pointsOver(is.max, was));
    points.add('new old', pointsOver(was.max, is));
    points.add('new new', is.points);
    maxima.add('old', was.max);
    maxima.add('new', is.max);
  }
  if (commons === 0) return undefined;
  const [added, dropped] = [
    sumsOf(crosswalk.added, newer.rubric, leaves.new),
    sumsOf(crosswalk.dropped, older.rubric, leaves.old),
  ];
  points.add('added', added.points);
  maxima.add('added', added.max);
  points.add('dropped', dropped.points);
  maxima.add('dropped', dropped.max);
  points.add('adjusted old', older.adjusted);
  points.add('adjusted new', newer.adjusted);
  return { points: points.close(), maxima: maxima.close(), hasPerformance, hasMaxima };
}

/** A ledger whose sums have names. */
function named<Name extends string>(names: readonly Name[]) {
  const ledger = createLedger(names.length);
  const numberOf = new Map(names.map((name, at) => [name, at]));
  return {
    add: (name: Name, value: Exact): void => ledger.add(numberOf.get(name) as number, value),
    close: (): { readonly of: (name: Name) => bigint; readonly d: bigint } => {
      const { ns, d } = ledger.close();
      return { of: (name) => ns[numberOf.get(name) as number] as bigint, d };
    },
  };
}
