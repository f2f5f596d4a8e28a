/**
 * Why one unit stands above another: the gap in index, leaf by leaf, with nothing left over.
 *
 * The index of a unit is the mean of its achievements y (points ÷ maximum of a leaf), weighted by the maxima of the
 * leaves that apply to it. A leaf that does not apply leaves both sides; it changes nothing if it counts with the
 * unit's own average. So with the maxima of all leaves that apply to at least one of the two as common weights,
 *
 *   gap = Σ 100 × max ÷ scale × (y of the one − y of the other)
 *
 * holds exactly, y being the unit's own average where the leaf is exempt. Where the same leaves apply to both and
 * the scale is 100, the parts are plain points. Bonus, penalty, roundings and bounds are parts of their own.
 */
import type { Assessment } from '../model/assessment.ts';
import {
  add,
  type DecimalMark,
  divide,
  type Exact,
  HUNDRED,
  multiply,
  ONE,
  subtract,
  sum,
  ZERO,
} from '../model/exact.ts';
import type { Story, Versus, VersusExtra, VersusPart } from '../model/explanation.ts';
import type { Leaf } from '../model/rubric.ts';
import type { GroupBoard, Scoreboard, Standing } from '../model/scoreboard.ts';
import { percentOf } from '../score/figure.ts';
import { decide, rankedIndex } from './decide.ts';
import { tellAll } from './explain.ts';

/** One of the two units with its leaves. */
interface Side {
  readonly standing: Standing;
  readonly stories: readonly Story[];
  /** The plain sum of the leaves' points. */
  readonly sum: Exact;
  /** That sum ÷ the maximum that applied. */
  readonly average: Exact;
}

/** The comparison of two standings of one group that both have an index. */
export function compareUnits(
  assessment: Assessment,
  board: Scoreboard,
  group: GroupBoard,
  [first, second]: readonly [Standing, Standing],
  mark: DecimalMark,
): Versus {
  const side = (standing: Standing): Side => {
    const stories = tellAll(assessment, board, group, standing, mark).leaves;
    const points = sum(stories.flatMap((story) => story.points ?? []));
    return { standing, stories, sum: points, average: divide(points, standing.max) };
  };
  const [one, other] = [side(first), side(second)];
  const { rubric } = group;
  const applies = rubric.leaves.map((_, at) => [one, other].some(({ stories }) => isCounted(stories[at] as Story)));
  const scale = sum(rubric.leaves.filter((_, at) => applies[at]).map(({ max }) => max));
  const part = (at: number): VersusPart => {
    const node = rubric.leaves[at] as Leaf;
    const [mine, theirs] = [one, other].map((each) => achievement(each, at)) as [Exact, Exact];
    const weight = divide(multiply(HUNDRED, node.max), scale);
    return {
      node,
      one: one.stories[at] as Story,
      other: other.stories[at] as Story,
      gap: multiply(weight, subtract(mine, theirs)),
    };
  };
  const domains = rubric.domains.map((node) => {
    const parts = node.leaves.filter((at) => applies[at]).map(part);
    return { node, gap: sum(parts.map(({ gap }) => gap)), parts };
  });
  return {
    board,
    group,
    one: first,
    other: second,
    decision: decide(group, first, second),
    sense: rubric.rank.on,
    gap: subtract(rankedIndex(group, first) ?? ZERO, rankedIndex(group, second) ?? ZERO),
    scale,
    averaged: [one, other].flatMap((each) => averagedOf(each, rubric.leaves, applies)),
    domains,
    extras: extrasOf(group, one, other),
  };
}

function isCounted({ points }: Story): boolean {
  return points !== undefined;
}

/** Points ÷ maximum of a leaf; the unit's own average where it does not apply. A leaf of maximum 0 weighs nothing. */
function achievement({ stories, average }: Side, at: number): Exact {
  const { points, node } = stories[at] as Story;
  if (points === undefined || node.max.n === 0n) return average;
  return divide(points, node.max);
}

function averagedOf({ stories, standing, average }: Side, leaves: readonly Leaf[], applies: readonly boolean[]) {
  return leaves.flatMap((leaf, at) =>
    applies[at] && !isCounted(stories[at] as Story) ? [{ leaf, unit: standing, average }] : [],
  );
}

/** What is no leaf's, in index points: what the adjustments add, what the roundings and the bounds change. */
function extrasOf(group: GroupBoard, one: Side, other: Side): readonly VersusExtra[] {
  const [mine, theirs] = [one, other].map((side) => extrasOfSide(group, side)) as [Extras, Extras];
  return (['bonus', 'penalty', 'rounding', 'bounds'] as const).flatMap((kind) => {
    const [a, b] = [mine[kind], theirs[kind]];
    return a.n === 0n && b.n === 0n ? [] : [{ kind, one: a, other: b, gap: subtract(a, b) }];
  });
}

type Extras = Record<VersusExtra['kind'], Exact>;

function extrasOfSide(group: GroupBoard, { standing, sum: leaves }: Side): Extras {
  const { max, bonus, penalty, total, exact = ZERO } = standing;
  const share = (points: Exact): Exact => percentOf(points, max);
  const compared = rankedIndex(group, standing) ?? ZERO;
  // The domains' roundings are what the total has beyond the leaves, the bonus and the penalty.
  const ofDomains = subtract(total, subtract(add(leaves, bonus), penalty));
  const bounds = subtract(exact, share(total));
  return {
    bonus: share(bonus),
    penalty: share(multiply({ n: -1n, d: ONE.d }, penalty)),
    rounding: add(share(ofDomains), subtract(compared, exact)),
    bounds,
  };
}
