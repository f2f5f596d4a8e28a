/**
 * A scoreboard in the words of the reference: every figure as the fraction or text that the reference gives.
 */

import { EXEMPT, exactAt, stateOf } from '../src/model/column.ts';
import { type Exact, reduce, toFixedText, toText } from '../src/model/exact.ts';
import type { NodeRef, Rubric } from '../src/model/rubric.ts';
import {
  type Figure,
  type GroupBoard,
  type MarkColumn,
  OUTSIDE,
  OVERRIDDEN,
  type Scoreboard,
  type Standing,
} from '../src/model/scoreboard.ts';
import { figureOf } from '../src/score/index.ts';
import type { ExpectedComponent, ExpectedGroup, ExpectedMark, ExpectedUnit } from './reference/score.ts';

/** The groups of a scoreboard as `expected` of the reference puts them. */
export function described(board: Scoreboard): readonly ExpectedGroup[] {
  return board.groups.map((group) => ({
    group: group.id,
    rubric: group.rubric.id,
    listing: group.standings.map((standing) => describeUnit(group, standing)),
  }));
}

function describeUnit({ rubric, marks }: GroupBoard, standing: Standing): ExpectedUnit {
  const { unit, row, grade, index, exact, rank } = standing;
  const { decimals } = rubric.rounding;
  const bands = rubric.grades?.bands ?? [];
  const adjustments = marks.adjustments.map((mark, at) => {
    const { id } = rubric.adjustments[at] as { id: string };
    return { ...describeMark(id, mark, row, rubric), ...(mark.source[row] === 0 ? { state: 'none' as const } : {}) };
  });
  const leaves = marks.leaves.map((mark, at) => describeMark(rubric.leaves[at]?.id ?? '', mark, row, rubric));
  const idsOf = (state: string) =>
    [...leaves, ...adjustments].filter((mark) => mark.state === state).map(({ id }) => id);
  return {
    unit: unit.id,
    rank: rank ?? null,
    unranked: !unit.ranked,
    points: toFixedText(standing.points, decimals),
    exactPoints: fractionOf(standing.total),
    max: toText(standing.max),
    index: index === undefined ? null : toFixedText(index, decimals),
    exactIndex: exact === undefined ? null : fractionOf(exact),
    grade: grade === undefined ? null : (bands[grade.at]?.id ?? null),
    gradeOfIndex: grade === undefined ? null : (bands[grade.byIndex]?.id ?? null),
    margin: grade?.margin === undefined ? null : fractionOf(grade.margin),
    components: rubric.domains.flatMap((domain, at) => [
      describeFigure(domain.id, 'domain', standing.domains[at] as Figure, decimals),
      ...domain.criteria.flatMap((position) => describeCriterion({ rubric, marks }, row, position)),
    ]),
    marks: leaves,
    adjustments,
    bonus: fractionOf(standing.bonus),
    penalty: fractionOf(standing.penalty),
    // The standing lists leaves; the reference also names the adjustments that nobody appraised.
    missing: [
      ...standing.missing.map((at) => rubric.leaves[at]?.id ?? ''),
      ...adjustments.filter(({ state }) => state === 'missing').map(({ id }) => id),
    ],
    exempt: standing.exempt.map((at) => rubric.leaves[at]?.id ?? ''),
    outside: idsOf('outside'),
    overridden: standing.overrides,
  };
}

function describeCriterion(
  { rubric, marks }: Pick<GroupBoard, 'rubric' | 'marks'>,
  row: number,
  position: number,
): readonly ExpectedComponent[] {
  const { id, hasParts, leaves } = rubric.criteria[position] as Rubric['criteria'][number];
  const figure = (node: NodeRef) => figureOf(marks, rubric, row, node);
  const { decimals } = rubric.rounding;
  const parts = hasParts ? leaves : [];
  return [
    describeFigure(id, 'criterion', figure({ level: 'criterion', at: position }), decimals),
    ...parts.map((at) => describeFigure(rubric.leaves[at]?.id ?? '', 'part', figure({ level: 'leaf', at }), decimals)),
  ];
}

function describeFigure(
  id: string,
  level: ExpectedComponent['level'],
  { points, max, index }: Figure,
  decimals: number,
): ExpectedComponent {
  return {
    id,
    level,
    points: toFixedText(points, decimals),
    exactPoints: fractionOf(points),
    max: toText(max),
    index: index === undefined ? null : toFixedText(index, decimals),
    exactIndex: index === undefined ? null : fractionOf(index),
  };
}

function describeMark(id: string, { points, source }: MarkColumn, row: number, rubric: Rubric): ExpectedMark {
  const value = exactAt(points, row);
  const isExempt = stateOf(points, row) === EXEMPT;
  const state = source[row] === OUTSIDE ? 'outside' : isExempt ? 'exempt' : value === undefined ? 'missing' : 'scored';
  const shown = value ?? { n: 0n, d: 1n };
  return {
    id,
    state,
    points: toFixedText(shown, rubric.rounding.decimals),
    exactPoints: fractionOf(shown),
    overridden: source[row] === OVERRIDDEN,
  };
}

/** In lowest terms, always with a denominator, as the reference writes it. */
function fractionOf(value: Exact): string {
  const { n, d } = reduce(value);
  return `${n}/${d}`;
}
