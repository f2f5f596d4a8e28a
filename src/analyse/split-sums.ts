/** What the split of a change is made of: a unit's points and maxima of both years, block by block and in sums. */

import type { Block, Crosswalk, LeafMark, SnapshotLeaf, SnapshotRubric } from '../model/comparison.ts';
import { divide, type Exact, equal, multiply, ZERO } from '../model/exact.ts';
import { type Closed, createLedger } from '../model/ledger.ts';
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

/** Both years of a unit, leaf by leaf brought together. */
export interface Paired {
  /** Every block, those that are not common too. */
  readonly blocks: readonly Common[];
  readonly added: Sums;
  readonly dropped: Sums;
}

/** The leaves may be made as they are asked for: they are asked once. */
export function pairUp({ blocks, added, dropped }: Crosswalk, older: Marks, newer: Marks): Paired {
  const [was, is] = [older.leaves, newer.leaves];
  return {
    blocks: blocks.map((block, at) => ({
      block,
      at,
      old: sumsOf(block.older, older.rubric, was),
      new: sumsOf(block.newer, newer.rubric, is),
    })),
    added: sumsOf(added, newer.rubric, is),
    dropped: sumsOf(dropped, older.rubric, was),
  };
}

/** Whether a block applies in both years. */
export function isCommon(each: Common): boolean {
  return each.old.max.n !== 0n && each.new.max.n !== 0n;
}

/** Sums of points, each at its place in a ledger; first the year of the performance, then that of the maxima. */
const POINTS = {
  ...{ 'same old': 0, 'same new': 1, 'old old': 2, 'old new': 3, 'new old': 4, 'new new': 5 },
  ...{ added: 6, dropped: 7, 'only old': 8, 'only new': 9, 'adjusted old': 10, 'adjusted new': 11 },
} as const;

const MAXIMA = { same: 0, old: 1, new: 2, added: 3, dropped: 4, 'only old': 5, 'only new': 6 } as const;

/** Numerators of sums by their names, over one denominator. */
interface Named<Name extends string> {
  readonly of: (sum: Name) => bigint;
  readonly d: bigint;
}

/** Everything a mixed state of the two years is made of. */
export interface Board {
  readonly points: Named<keyof typeof POINTS>;
  readonly maxima: Named<keyof typeof MAXIMA>;
  /** Whether any common block has another share of its maximum, and any another maximum. */
  readonly hasPerformance: boolean;
  readonly hasMaxima: boolean;
}

/** The sums of a unit; undefined where it has no criterion in both years. */
export function drawUp(older: Marks, newer: Marks, { blocks, added, dropped }: Paired): Board | undefined {
  const points = createLedger(Object.keys(POINTS).length);
  const maxima = createLedger(Object.keys(MAXIMA).length);
  let [commons, hasPerformance, hasMaxima] = [0, false, false];
  for (const each of blocks) {
    const { old: was, new: is } = each;
    if (!isCommon(each)) {
      points.add(POINTS['only old'], was.points);
      maxima.add(MAXIMA['only old'], was.max);
      points.add(POINTS['only new'], is.points);
      maxima.add(MAXIMA['only new'], is.max);
      continue;
    }
    commons++;
    if (equal(was.max, is.max)) {
      points.add(POINTS['same old'], was.points);
      points.add(POINTS['same new'], is.points);
      maxima.add(MAXIMA.same, was.max);
      hasPerformance ||= !equal(was.points, is.points);
      continue;
    }
    hasMaxima = true;
    hasPerformance ||= !equal(multiply(was.points, is.max), multiply(is.points, was.max));
    points.add(POINTS['old old'], was.points);
    points.add(POINTS['old new'], pointsOver(is.max, was));
    points.add(POINTS['new old'], pointsOver(was.max, is));
    points.add(POINTS['new new'], is.points);
    maxima.add(MAXIMA.old, was.max);
    maxima.add(MAXIMA.new, is.max);
  }
  if (commons === 0) return undefined;
  points.add(POINTS.added, added.points);
  maxima.add(MAXIMA.added, added.max);
  points.add(POINTS.dropped, dropped.points);
  maxima.add(MAXIMA.dropped, dropped.max);
  points.add(POINTS['adjusted old'], older.adjusted);
  points.add(POINTS['adjusted new'], newer.adjusted);
  return { points: byName(points.close(), POINTS), maxima: byName(maxima.close(), MAXIMA), hasPerformance, hasMaxima };
}

function byName<Name extends string>({ ns, d }: Closed, places: Readonly<Record<Name, number>>): Named<Name> {
  return { of: (sum) => ns[places[sum]] as bigint, d };
}
