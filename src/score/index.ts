/**
 * Scoring: from an assessment to its scoreboard, pure and total.
 *
 *   values ─mark→ marks ─roll up→ totals ─grade→ grades ─rank→ standings
 */
import { type Assessment, type Group, passesOf, type Sheet } from '../model/assessment.ts';
import { once } from '../model/once.ts';
import type { NodeRef } from '../model/rubric.ts';
import type { Figure, GroupBoard, Scoreboard, Standing } from '../model/scoreboard.ts';
import { isRankedAt, type Units } from '../model/units.ts';
import { nameBasis, stageOf } from './basis.ts';
import { figureOf } from './figure.ts';
import { gradeOf } from './grade.ts';
import { markSheet, rowsByGroup } from './mark.ts';
import { rankGroup } from './rank.ts';
import { rollUp } from './roll-up.ts';
import { LateStandings, type Results } from './standing.ts';

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
  const { rubric, units } = sheet;
  const marks = markSheet(sheet, stageOf(rubric, basis));
  const sums = rollUp(sheet, marks);
  const figureAt = (row: number, node: NodeRef): Figure =>
    node.level === 'domain' ? sums.domainAt(row, node.at) : figureOf(marks, rubric, row, node);
  const grade = (standing: Standing) => gradeOf(standing, rubric, (node) => figureAt(standing.row, node));
  const ranks = new Int32Array(units.length);
  const passes = passesOf(sheet);
  const results: Results = { ...sums, rubric, gradeOf: lastAsked(grade), ranks, apart: rowsApart(units), passes };
  const members = rowsByGroup(units);
  return groups.flatMap(({ id, name }) => {
    const rows = members.get(id);
    if (rows === undefined) return [];
    const passing = new LateStandings(results, rankGroup(rows, results, rubric, figureAt));
    const standings = once(() => passing.all());
    const board: GroupBoard = {
      ...{ id, name, rubric, marks },
      get standings() {
        return standings();
      },
    };
    return [Object.defineProperty(board, 'passing', { value: passing })];
  });
}

/** Looked for in their order, in which they lie side by side; those of a group do not. */
function rowsApart(units: Units): ReadonlySet<number> {
  const apart = new Set<number>();
  for (let row = 0; row < units.length; row++) if (!isRankedAt(units, row)) apart.add(row);
  return apart;
}

/** Whoever asks for a grade asks for its parts one after the other: the last one made is kept. */
function lastAsked<T, R>(make: (value: T) => R): (value: T) => R {
  let last: { readonly value: T; readonly made: R } | undefined;
  return (value) => {
    if (last?.value !== value) last = { value, made: make(value) };
    return last.made;
  };
}
