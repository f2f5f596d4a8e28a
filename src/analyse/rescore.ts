/**
 * One year's entries under the rules of the other year's rubric, leaf by leaf. Where a leaf's values cannot be read by
 * the other rule, its share of the maximum stands in, and that is told.
 */
import type { LeafColumns } from '../model/assessment.ts';
import { exactAt } from '../model/column.ts';
import type { Block, Crosswalk, LikeLeaf, Scored, SnapshotGroup } from '../model/comparison.ts';
import { pointsAt } from '../model/curve.ts';
import { compare, type Exact, equal, sign } from '../model/exact.ts';
import type { Leaf } from '../model/rubric.ts';
import { type MarkColumn, OUTSIDE, OVERRIDDEN } from '../model/scoreboard.ts';
import { type Carry, carryBetween, isSameRule, type NoCarry } from '../rules/carry.ts';
import { ruleOf } from '../rules/index.ts';
import { roundAt } from '../score/figure.ts';

/** Points of a row of one year under the other year's rule; undefined: its share has to stand in. */
export type Rescore = (row: number) => Exact | undefined;

export interface Rescoring {
  /**
   * In the order of the crosswalk's blocks; `same` where rule and maximum are, so that the points are too (those given
   * outright and rounded at the leaf as well); absent where the shares stand in for all units.
   */
  readonly blocks: readonly (Rescore | 'same' | undefined)[];
  /** How each block was scored, as far as is known before any unit is looked at. */
  readonly leaves: readonly LikeLeaf[];
}

/** The entries of `of` under the rubric of `by`; the crosswalk leads from the older group's leaves to the newer one's. */
export function rescoring({ blocks }: Crosswalk, of: SnapshotGroup, by: SnapshotGroup, ofIsOlder: boolean): Rescoring {
  const told = blocks.map((block) => blockRescore(block, of.scored, by.scored, ofIsOlder));
  return {
    blocks: told.map((each) => (typeof each === 'string' && each !== 'same' ? undefined : each)),
    leaves: blocks.map(({ id }, at): LikeLeaf => {
      const each = told[at];
      return typeof each === 'string' && each !== 'same'
        ? { id, means: 'share', why: each }
        : { id, means: 'rescored' };
    }),
  };
}

function blockRescore(
  block: Block,
  of: Scored | undefined,
  by: Scored | undefined,
  ofIsOlder: boolean,
): Rescore | 'same' | NoCarry | 'unknown' | 'several' {
  const [source, target] = ofIsOlder ? [block.older, block.newer] : [block.newer, block.older];
  const [from, to] = [source[0], target[0]];
  if (source.length !== 1 || target.length !== 1 || from === undefined || to === undefined) return 'several';
  if (of === undefined || by === undefined) return 'unknown';
  const [mine, yours] = [of.group.rubric.leaves[from] as Leaf, by.group.rubric.leaves[to] as Leaf];
  if (equal(mine.max, yours.max) && isSameRule(mine.rule, yours.rule)) return 'same';
  const carry = carryBetween(mine.rule, yours.rule);
  return typeof carry === 'string' ? carry : awarding(carry, from, yours, of, by);
}

function awarding(carry: Carry, at: number, leaf: Leaf, of: Scored, by: Scored): Rescore {
  const valueAt = carriedValue(carry, at, of);
  const { curve, relative } = ruleOf(leaf.rule);
  const group = relative ? of.group.standings.flatMap(({ row }) => valueAt(row) ?? []) : [];
  const line = curve(leaf.rule.options, leaf.max, group);
  return (row) => {
    const value = valueAt(row);
    const points = value && pointsAt(line, value);
    const isWithin = points !== undefined && sign(points) >= 0 && compare(points, leaf.max) <= 0;
    return isWithin ? roundAt('leaf', points, by.group.rubric) : undefined;
  };
}

/** The value that counted in a row, as the other rule would have read it; points given outright have none. */
function carriedValue(carry: Carry, at: number, { sheet, group }: Scored): (row: number) => Exact | undefined {
  const { source } = group.marks.leaves[at] as MarkColumn;
  const columns = sheet.leaves[at] as LeafColumns;
  return (row) => {
    const counted = source[row] as number;
    if (counted === 0 || counted === OUTSIDE || counted === OVERRIDDEN) return undefined;
    const column = columns.values[counted - 1];
    const value = column && exactAt(column, row);
    return value && carry(value);
  };
}
