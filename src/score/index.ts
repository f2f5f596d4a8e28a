/**
 * Scoring: from an assessment to its scoreboard, pure and total.
 *
 *   values ─mark→ marks ─roll up→ totals ─grade→ grades ─rank→ standings
 */
import type { Assessment, Group, Sheet } from '../model/assessment.ts';
import type { NodeRef, Rubric } from '../model/rubric.ts';
import type { Figure, GroupBoard, Marks, Scoreboard } from '../model/scoreboard.ts';
import { nameBasis, stageOf } from './basis.ts';
import { figureOf } from './figure.ts';
import { gradeOf } from './grade.ts';
import { markSheet } from './mark.ts';
import { rankGroup } from './rank.ts';
import { rollUp } from './roll-up.ts';
import type { LateStanding } from './standing.ts';

export { isBasis } from './basis.ts';
export { figureOf } from './figure.ts';

/**
 * The scoreboard of an assessment on a basis, the official one where none is named.
 * Groups come in the assessment's order; one without units has no board. A rubric without the named stage is
 * scored on its official one: `isBasis` tells beforehand.
 */
export function score(assessment: Assessment, basis?: string): Scoreboard {
  const { year, title, note, groups, sheets, files, leftOut } = assessment;
  const boards = new Map(sheets.flatMap((sheet) => scoreSheet(sheet, groups, basis)).map((board) => [board.id, board]));
  return {
    ...(year === undefined ? {} : { year }),
    ...(title === undefined ? {} : { title }),
    ...(note === undefined ? {} : { note }),
    basis: nameBasis(assessment, basis),
    groups: groups.flatMap(({ id }) => boards.get(id) ?? []),
    files,
    leftOut,
  };
}

/** A board for each group that a sheet has units of. */
function scoreSheet(sheet: Sheet, groups: readonly Group[], basis: string | undefined): readonly GroupBoard[] {
  const { rubric } = sheet;
  const marks = markSheet(sheet, stageOf(rubric, basis));
  const figureAt = (standing: LateStanding, node: NodeRef) => figureFor(standing, rubric, marks, node);
  const standings = rollUp(sheet, marks);
  for (const standing of standings) standing.grade = gradeOf(standing, rubric, (node) => figureAt(standing, node));
  const members = membersOf(standings);
  return groups.flatMap(({ id, name }) => {
    const group = members.get(id);
    return group === undefined ? [] : [{ id, name, rubric, standings: rankGroup(group, rubric, figureAt), marks }];
  });
}

/** A node's figure; domains have theirs already. */
function figureFor(standing: LateStanding, rubric: Rubric, marks: Marks, node: NodeRef): Figure {
  const known = node.level === 'domain' ? standing.domains[node.at] : undefined;
  return known ?? figureOf(marks, rubric, standing.row, node);
}

function membersOf(standings: readonly LateStanding[]): ReadonlyMap<string, readonly LateStanding[]> {
  const members = new Map<string, LateStanding[]>();
  for (const standing of standings) {
    const group = members.get(standing.unit.group);
    if (group === undefined) members.set(standing.unit.group, [standing]);
    else group.push(standing);
  }
  return members;
}
