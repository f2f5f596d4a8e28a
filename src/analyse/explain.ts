/**
 * Why a unit has its rank, its grade and its index, down to the cells.
 *
 *   cells ─story→ leaf points ─sum→ criteria, domains ─+ bonus − penalty→ total ─round→ index → grade, rank
 */
import type { Assessment, LeafColumns, Sheet } from '../model/assessment.ts';
import { compare, type DecimalMark, type Exact, sign, sum, ZERO } from '../model/exact.ts';
import type { ExplainedDomain, ExplainedKind, Explanation, GateCheck, Story } from '../model/explanation.ts';
import type { Adjustment, Criterion, Domain, Gate, Leaf, Rubric } from '../model/rubric.ts';
import {
  type Figure,
  type GroupBoard,
  type MarkColumn,
  OUTSIDE,
  type Scoreboard,
  type Standing,
} from '../model/scoreboard.ts';
import { stageOf } from '../score/basis.ts';
import { figureOf, inSense, percentOf, roundAt } from '../score/figure.ts';
import { decide, figureAt } from './decide.ts';
import { type Seat, tellStory } from './story.ts';

/** The board's group and standing of a unit that it lists. */
export function findStanding(board: Scoreboard, unit: string): { group: GroupBoard; standing: Standing } {
  const group = board.groups.find(({ standings }) => standings.some((each) => each.unit.id === unit)) as GroupBoard;
  return { group, standing: group.standings.find((each) => each.unit.id === unit) as Standing };
}

/**
 * The explanation of a unit that the board lists. The texts of its cells are those that the assessment kept for it
 * (`focus` when loading); `mark` is the decimal mark they are written with.
 */
export function explainUnit(assessment: Assessment, board: Scoreboard, unit: string, mark: DecimalMark): Explanation {
  const { group, standing } = findStanding(board, unit);
  const { rubric, marks } = group;
  const { leaves, adjustments } = tellAll(assessment, board, group, standing, mark);
  const { total, max } = standing;
  return {
    board,
    group,
    standing,
    domains: rubric.domains.map((domain, at) =>
      explainDomain(domain, standing.domains[at] as Figure, leaves, group, standing),
    ),
    adjustments,
    kinds: (['bonus', 'penalty'] as const).flatMap((kind) => explainKind(kind, adjustments, standing, rubric)),
    scale: sum(
      rubric.leaves.filter((_, at) => (marks.leaves[at] as MarkColumn).source[0] !== OUTSIDE).map((leaf) => leaf.max),
    ),
    ...(sign(max) === 0 ? {} : { ratio: percentOf(roundAt('total', total, rubric), max) }),
    gates: (rubric.grades?.gates ?? []).map((gate) => checkGate(gate, group, standing)),
    ...neighbours(group, standing),
  };
}

/** The stories of all leaves and adjustments of a unit, in the order of the rubric. */
export function tellAll(
  assessment: Assessment,
  board: Scoreboard,
  { rubric, marks }: GroupBoard,
  { row }: Standing,
  mark: DecimalMark,
): { readonly leaves: readonly Story[]; readonly adjustments: readonly Story[] } {
  const sheet = assessment.sheets.find((each) => each.rubric === rubric) as Sheet;
  const seat: Seat = { sheet, row, stage: stageOf(rubric, board.basis), files: assessment.files, mark };
  const tell = (nodes: readonly (Leaf | Adjustment)[], columns: readonly LeafColumns[], given: readonly MarkColumn[]) =>
    nodes.map((node, at) => tellStory(node, columns[at] as LeafColumns, given[at] as MarkColumn, seat));
  return {
    leaves: tell(rubric.leaves, sheet.leaves, marks.leaves),
    adjustments: tell(rubric.adjustments, sheet.adjustments, marks.adjustments),
  };
}

function explainDomain(
  node: Domain,
  figure: Figure,
  stories: readonly Story[],
  { rubric, marks }: GroupBoard,
  { row }: Standing,
): ExplainedDomain {
  return {
    node,
    figure,
    sum: sum(node.leaves.flatMap((at) => stories[at]?.points ?? [])),
    criteria: node.criteria.map((at) => {
      const criterion = rubric.criteria[at] as Criterion;
      return {
        node: criterion,
        figure: figureOf(marks, rubric, row, { level: 'criterion', at }),
        stories: criterion.leaves.map((leaf) => stories[leaf] as Story),
      };
    }),
  };
}

function explainKind(
  kind: 'bonus' | 'penalty',
  stories: readonly Story[],
  standing: Standing,
  { adjustmentCaps }: Rubric,
): readonly ExplainedKind[] {
  const given = stories.filter(({ node, points }) => 'kind' in node && node.kind === kind && points !== undefined);
  const cap = adjustmentCaps[kind];
  if (given.length === 0) return [];
  const together = sum(given.map(({ points }) => points ?? ZERO));
  return [{ kind, sum: together, ...(cap === undefined ? {} : { cap }), counted: standing[kind] }];
}

function checkGate({ nodes, below, cap }: Gate, group: GroupBoard, standing: Standing): GateCheck {
  const { rubric } = group;
  const sense = rubric.grades?.on ?? 'rounded';
  const found = nodes.flatMap((node) => {
    const index: Exact | undefined = inSense(figureAt(group, standing, node).index, sense, rubric.rounding.decimals);
    return index === undefined ? [] : [{ node, index }];
  });
  const lowest = found.toSorted((a, b) => compare(a.index, b.index))[0];
  return {
    isAny: nodes.length > 1,
    below,
    cap,
    ...(lowest === undefined ? {} : { lowest }),
    holds: lowest !== undefined && compare(lowest.index, below) < 0,
  };
}

function neighbours(group: GroupBoard, standing: Standing): Pick<Explanation, 'above' | 'below' | 'equals'> {
  const { rank } = standing;
  if (rank === undefined) return { equals: [] };
  const ranked = group.standings.filter((each) => each.rank !== undefined && each !== standing);
  const met = (other: Standing) => ({ standing: other, decision: decide(group, standing, other) });
  const above = ranked.findLast((each) => (each.rank ?? 0) < rank);
  const below = ranked.find((each) => (each.rank ?? 0) > rank);
  return {
    ...(above === undefined ? {} : { above: met(above) }),
    ...(below === undefined ? {} : { below: met(below) }),
    equals: ranked.filter((each) => each.rank === rank).map(met),
  };
}
