/**
 * Which ranks and grades hang on a convention, or on the last digit:
 *
 *   the assessment ─each other way to decide→ scored anew ─unit by unit→ shifts
 *   the board ─a figure moved by one step→ its grade again
 *
 * Nothing is estimated: every "would be" is the result of scoring with the rubric changed in that one point.
 */
import type { Assessment } from '../model/assessment.ts';
import type { GradeStep, GroupEdges, Variant, VariantShifts } from '../model/edges.ts';
import { add, compare, type Exact, negate } from '../model/exact.ts';
import { type GradePolicy, type NodeRef, nodeOf, type Rounding, type Rubric } from '../model/rubric.ts';
import type { Figure, GroupBoard, Scoreboard, Standing } from '../model/scoreboard.ts';
import { isBasis } from '../score/basis.ts';
import { inSense } from '../score/figure.ts';
import { gradeOf } from '../score/grade.ts';
import { figureOf, score } from '../score/index.ts';

const PLACES: readonly Rounding['at'][] = ['leaf', 'domain', 'total'];

/** The close calls of each group of a board that was scored from this assessment. */
export function findEdges(assessment: Assessment, board: Scoreboard): readonly GroupEdges[] {
  const basis = isBasis(assessment, board.basis) ? board.basis : undefined;
  const all = new Map<string, Variant>();
  for (const { rubric } of board.groups) for (const variant of variantsOf(rubric)) all.set(nameOf(variant), variant);
  const boards = new Map([...all].map(([name, variant]) => [name, score(varied(assessment, variant), basis)]));
  return board.groups.map((group) => ({
    board: group,
    step: stepOf(group.rubric),
    tried: variantsOf(group.rubric).map((variant) => shiftsOf(variant, group, boards.get(nameOf(variant)))),
    gradeSteps: findGradeSteps(group),
  }));
}

/** The ways to decide that the rubric did not choose. */
function variantsOf({ rank, grades, rounding }: Rubric): readonly Variant[] {
  const senses = [rank.on, ...(grades ? [grades.on] : [])];
  const others = (['exact', 'rounded'] as const).filter((on) => senses.some((chosen) => chosen !== on));
  return [
    ...others.map((on) => ({ kind: 'sense', on }) as const),
    ...PLACES.filter((at) => at !== rounding.at).map((at) => ({ kind: 'place', at }) as const),
  ];
}

function nameOf(variant: Variant): string {
  return variant.kind === 'sense' ? variant.on : variant.at;
}

function varied(assessment: Assessment, variant: Variant): Assessment {
  const sheets = assessment.sheets.map((sheet) => ({ ...sheet, rubric: variedRubric(sheet.rubric, variant) }));
  return { ...assessment, sheets };
}

function variedRubric(rubric: Rubric, variant: Variant): Rubric {
  if (variant.kind === 'place') return { ...rubric, rounding: { ...rubric.rounding, at: variant.at } };
  const { on } = variant;
  const { rank, grades } = rubric;
  return { ...rubric, rank: { ...rank, on }, ...(grades ? { grades: { ...grades, on } } : {}) };
}

function shiftsOf(variant: Variant, group: GroupBoard, board: Scoreboard | undefined): VariantShifts {
  const other = board?.groups.find(({ id }) => id === group.id);
  const then = new Map(other?.standings.map((standing) => [standing.unit.id, standing]));
  const shifts = group.standings.flatMap((before) => {
    const after = then.get(before.unit.id);
    if (after === undefined || (after.rank === before.rank && after.grade?.at === before.grade?.at)) return [];
    return [{ before, after }];
  });
  return { variant, shifts };
}

function stepOf({ rounding }: Rubric): Exact {
  return { n: 1n, d: 10n ** BigInt(rounding.decimals) };
}

/** Grades that one step more or less of the unit's index, or of the index of a gate's node, would change. */
function findGradeSteps(group: GroupBoard): readonly GradeStep[] {
  const { grades } = group.rubric;
  if (grades === undefined) return [];
  const step = stepOf(group.rubric);
  const gated = nodesOf(group.rubric, grades);
  const bands = grades.bands.flatMap(({ from }) => from ?? []);
  return group.standings.flatMap((standing): GradeStep[] => {
    const { grade } = standing;
    if (grade === undefined) return [];
    return [true, false].flatMap((up): GradeStep[] => {
      const by = up ? step : negate(step);
      const own = passes(grades.on === 'exact' ? standing.exact : standing.index, by, bands)
        ? gradeIf(group, standing, by)
        : undefined;
      const found = own === undefined || own === grade.at ? [] : [{ standing, up, at: own }];
      const byGate = gated.flatMap(([node, ref, lines]): GradeStep[] => {
        const index = inSense(figureFor(group, standing, ref).index, grades.on, group.rubric.rounding.decimals);
        const at = passes(index, by, lines) ? gradeIf(group, standing, by, ref) : undefined;
        return at === undefined || at === grade.at ? [] : [{ standing, node, up, at }];
      });
      return [...found, ...byGate];
    });
  });
}

/** The nodes that gates look at, each once, with the lines of all its gates. */
function nodesOf(rubric: Rubric, { gates }: GradePolicy): readonly (readonly [string, NodeRef, readonly Exact[]])[] {
  const nodes = new Map<string, [string, NodeRef, Exact[]]>();
  for (const { nodes: looked, below } of gates) {
    for (const ref of looked) {
      const { id } = nodeOf(rubric, ref);
      const node = nodes.get(id);
      if (node) node[2].push(below);
      else nodes.set(id, [id, ref, [below]]);
    }
  }
  return [...nodes.values()];
}

/** Whether a figure that moves so much comes to the other side of a line. Few do, and only they are graded again. */
function passes(figure: Exact | undefined, by: Exact, lines: readonly Exact[]): boolean {
  if (figure === undefined) return false;
  const moved = add(figure, by);
  return lines.some((line) => compare(figure, line) < 0 !== compare(moved, line) < 0);
}

function figureFor({ rubric, marks }: GroupBoard, { domains, row }: Standing, node: NodeRef): Figure {
  const known = node.level === 'domain' ? domains[node.at] : undefined;
  return known ?? figureOf(marks, rubric, row, node);
}

/** The grade if the unit's index, or that of one node, were another by so much. */
function gradeIf(group: GroupBoard, standing: Standing, by: Exact, moved?: NodeRef): number | undefined {
  const { exact, index } = standing;
  const figureAt = (node: NodeRef): Figure => {
    const figure = figureFor(group, standing, node);
    const isMoved = moved !== undefined && node.level === moved.level && node.at === moved.at;
    return isMoved && figure.index ? { ...figure, index: add(figure.index, by) } : figure;
  };
  const own = moved === undefined && exact && index ? { exact: add(exact, by), index: add(index, by) } : standing;
  return gradeOf(own, group.rubric, figureAt)?.at;
}
