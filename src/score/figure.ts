/** Figures of the tree: points of a node, the maximum that applied, and their ratio in per cent. */
import { EXEMPT, exactAt, stateOf } from '../model/column.ts';
import { divide, type Exact, HUNDRED, multiply, round, sum } from '../model/exact.ts';
import { type Leaf, leavesUnder, type NodeRef, type Rubric, type Sense } from '../model/rubric.ts';
import { type Figure, type MarkColumn, type Marks, OUTSIDE } from '../model/scoreboard.ts';
import { LateIndex, roundNear } from './filter.ts';

/** Points over a maximum; without an index where the maximum is 0. */
export function makeFigure(points: Exact, max: Exact): Figure {
  return max.n === 0n ? { points, max } : { points, max, index: new LateIndex(points, max) };
}

/** points ÷ max × 100; max must not be 0. */
export function percentOf(points: Exact, max: Exact): Exact {
  return divide(multiply(points, HUNDRED), max);
}

/** An index as a policy compares it: the figure shown, or the fraction. Undefined where there is none. */
export function inSense(index: Exact | undefined, sense: Sense, decimals: number): Exact | undefined {
  return index === undefined || sense === 'exact' ? index : roundNear(index, decimals);
}

/**
 * The figure of any node for one unit, from its leaves: a missing one counts 0 over its full maximum,
 * an exempt one and one outside the basis leave both sides. A domain's points are rounded where the rubric
 * rounds there.
 */
export function figureOf(marks: Marks, rubric: Rubric, row: number, node: NodeRef): Figure {
  const leaves = leavesUnder(rubric, node).filter((at) => isApplicable(marks.leaves[at] as MarkColumn, row));
  const points = sum(leaves.flatMap((at) => exactAt((marks.leaves[at] as MarkColumn).points, row) ?? []));
  const max = sum(leaves.map((at) => (rubric.leaves[at] as Leaf).max));
  return makeFigure(node.level === 'domain' ? roundAt('domain', points, rubric) : points, max);
}

/** Whether a leaf takes part for a unit. */
function isApplicable(mark: MarkColumn, row: number): boolean {
  return mark.source[row] !== OUTSIDE && stateOf(mark.points, row) !== EXEMPT;
}

/** Points as they leave a place of the rubric: rounded if it is the one where the rubric rounds. */
export function roundAt(place: Rubric['rounding']['at'], points: Exact, rubric: Rubric): Exact {
  return rubric.rounding.at === place ? round(points, rubric.rounding.decimals) : points;
}
