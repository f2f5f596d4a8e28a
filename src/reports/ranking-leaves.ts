/** The leaves in the saved ranking (rank --leaves): all that a later comparison needs of this year's files. */
import { EXEMPT, exactAt, stateOf } from '../model/column.ts';
import { subtract, toFractionText, toText } from '../model/exact.ts';
import type { Criterion, Domain, Rubric } from '../model/rubric.ts';
import { type GroupBoard, type MarkColumn, OUTSIDE, type Standing } from '../model/scoreboard.ts';

/** Keys added to a rubric: its leaves, and what it says of where its criteria come from. */
export function leavesOfRubric({ leaves, criteria, domains }: Rubric): object {
  const parents = criteria.filter(({ hasParts }) => hasParts);
  return {
    leaves: leaves.map((leaf) => ({
      id: leaf.id,
      title: leaf.title,
      max: toText(leaf.max),
      criterion: (criteria[leaf.criterion] as Criterion).id,
      domain: (domains[leaf.domain] as Domain).id,
    })),
    origins: [...leaves, ...parents].flatMap(({ id, from }) =>
      from === undefined ? [] : [{ node: id, from: from.map((origin) => origin.id) }],
    ),
  };
}

/** Keys added to a unit: bonus less penalty as counted, and its leaves in the order of the rubric, as fractions. */
export function leavesOfUnit({ row, bonus, penalty }: Standing, { marks, rubric }: GroupBoard): object {
  return {
    adjusted: toFractionText(subtract(bonus, penalty)),
    leaves: marks.leaves.map((mark, at) => ({ id: rubric.leaves[at]?.id ?? '', ...markData(mark, row) })),
  };
}

function markData({ points, source }: MarkColumn, row: number): { state: string; points: string | null } {
  if (source[row] === OUTSIDE) return { state: 'outside', points: null };
  if (stateOf(points, row) === EXEMPT) return { state: 'exempt', points: null };
  const value = exactAt(points, row);
  return value === undefined ? { state: 'missing', points: null } : { state: 'scored', points: toFractionText(value) };
}
