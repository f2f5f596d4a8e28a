/**
 * From a target to the points that leaves must gain: for the total, and for every node that a gate or a tie-break
 * looks at. All comparisons of the rubric are turned round exactly: a rounded figure reaches a line from half a step
 * below it.
 */
import { add, compare, divide, type Exact, HUNDRED, multiply, round, sign, subtract, ZERO } from '../model/exact.ts';
import type { Demand } from '../model/plan.ts';
import { leavesUnder, type NodeRef, type Rubric, type Sense } from '../model/rubric.ts';
import type { GroupBoard, Standing } from '../model/scoreboard.ts';
import { inSense } from '../score/figure.ts';
import { figureAt, rankedIndex } from './decide.ts';

/** A line that an index has to reach; `isBeyond`: it has to be passed. */
export interface Line {
  readonly index: Exact;
  readonly isBeyond: boolean;
}

/** One step of the rubric's decimals. */
function stepOf({ rounding }: Rubric): Exact {
  return { n: 1n, d: 10n ** BigInt(rounding.decimals) };
}

function half(value: Exact): Exact {
  return { n: value.n, d: value.d * 2n };
}

/** The first multiple of a step that is at least a value. */
function upTo(value: Exact, step: Exact): Exact {
  const { n, d } = divide(value, step);
  const floor = n / d - (n % d !== 0n && n < 0n ? 1n : 0n);
  return multiply({ n: n % d === 0n ? floor : floor + 1n, d: 1n }, step);
}

/** The least ratio in per cent whose index, in a sense, reaches a line; or, compared exactly, that has to be passed. */
function leastRatio({ index, isBeyond }: Line, sense: Sense, rubric: Rubric): Exact {
  if (sense === 'exact') return index;
  const step = stepOf(rubric);
  return subtract(upTo(isBeyond ? add(index, step) : index, step), half(step));
}

/** Rounded figures are passed by a step of theirs, exact ones by anything. */
function beyond({ isBeyond }: Line, sense: Sense): { readonly isBeyond?: true } {
  return isBeyond && sense === 'exact' ? { isBeyond } : {};
}

/** The least total that reaches a line over a maximum. */
function leastTotal(line: Line, sense: Sense, rubric: Rubric, max: Exact): Exact {
  const points = divide(multiply(leastRatio(line, sense, rubric), max), HUNDRED);
  if (sense === 'exact' || rubric.rounding.at !== 'total') return points;
  // The total is rounded before it is divided: the rounded total must reach the points, and the total half a step less.
  const step = stepOf(rubric);
  return subtract(upTo(points, step), half(step));
}

/** Whether a bound of the index, as it is compared, is on the line or beyond it. */
function isWithin(bound: Exact, { index, isBeyond }: Line, sense: Sense, { rounding }: Rubric): boolean {
  const order = compare(sense === 'exact' ? bound : round(bound, rounding.decimals), index);
  return isBeyond ? order > 0 : order >= 0;
}

/**
 * What the total must gain for the index to reach a line: nothing where the rubric's lower bound of the index is
 * there already; undefined where its upper bound never is.
 */
export function demandOfTotal(
  line: Line,
  sense: Sense,
  { rubric }: GroupBoard,
  standing: Standing,
): readonly Demand[] | undefined {
  const { min, max } = rubric.indexBounds;
  if (max !== undefined && !isWithin(max, line, sense, rubric)) return undefined;
  if (min !== undefined && isWithin(min, line, sense, rubric)) return [];
  const need = subtract(leastTotal(line, sense, rubric, standing.max), standing.total);
  return [{ node: 'total', leaves: rubric.leaves.map((_, at) => at), need, ...beyond(line, sense) }];
}

/** What a node must gain for its component index to reach a line; nothing where it does not apply. */
export function demandOfNode(
  node: NodeRef,
  line: Line,
  sense: Sense,
  group: GroupBoard,
  standing: Standing,
): readonly Demand[] {
  const { points, max } = figureAt(group, standing, node);
  if (sign(max) === 0) return [];
  const least = divide(multiply(leastRatio(line, sense, group.rubric), max), HUNDRED);
  const need = subtract(least, points);
  return [{ node, leaves: leavesUnder(group.rubric, node), need, ...beyond(line, sense) }];
}

/** Demands of every gate that would hold the unit below a grade. */
export function demandsOfGates(at: number, group: GroupBoard, standing: Standing): readonly Demand[] {
  const policy = group.rubric.grades;
  const gates = policy?.gates.filter(({ cap }) => cap > at) ?? [];
  return gates.flatMap(({ nodes, below }) =>
    nodes.flatMap((node) =>
      demandOfNode(node, { index: below, isBeyond: false }, policy?.on ?? 'rounded', group, standing),
    ),
  );
}

/**
 * The ways to stand level with or above another unit: by the index alone, or level in the index and in the first
 * tie-breaks and above in the next, or level in all. Each is a list of demands that must all be met.
 */
export function demandsToPass(rival: Standing, group: GroupBoard, standing: Standing): readonly (readonly Demand[])[] {
  const { rubric } = group;
  const { on, breaks } = rubric.rank;
  const index = rankedIndex(group, rival) ?? ZERO;
  const total = (isBeyond: boolean) => demandOfTotal({ index, isBeyond }, on, group, standing);
  const lines = breaks.map((node) => ({
    node,
    own: inSense(figureAt(group, standing, node).index, on, rubric.rounding.decimals),
    other: inSense(figureAt(group, rival, node).index, on, rubric.rounding.decimals),
  }));
  const ahead = total(true);
  const ways: (readonly Demand[])[] = ahead === undefined ? [] : [ahead];
  // The rival has the index, so that the bounds let it through.
  let level: readonly Demand[] = total(false) ?? [];
  for (const { node, own, other } of lines) {
    // Exempt loses to any figure, and cannot be improved; against an exempt rival any figure wins.
    if (other === undefined && own !== undefined) return [...ways, level];
    if (own === undefined && other !== undefined) return ways;
    if (own === undefined || other === undefined) continue;
    ways.push([...level, ...demandOfNode(node, { index: other, isBeyond: true }, on, group, standing)]);
    level = [...level, ...demandOfNode(node, { index: other, isBeyond: false }, on, group, standing)];
  }
  return [...ways, level];
}

/** The demands that something is still needed for. */
export function openDemands(demands: readonly Demand[]): readonly Demand[] {
  return demands.filter(({ need, isBeyond = false }) => compare(need, ZERO) > 0 || (isBeyond && sign(need) === 0));
}
