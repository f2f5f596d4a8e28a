/**
 * The roll-up: from the marks of the leaves to each unit's domains, total and index.
 *
 *   leaves ─sum→ domains ─round at the domain, sum→ base ─+ bonus − penalty→ total ─round at the total→ points
 */
import type { LeafColumns, Sheet } from '../model/assessment.ts';
import { EMPTY, EXEMPT, exactAt, stateOf } from '../model/column.ts';
import { add, type Exact, greatest, least, round, subtract, sum, ZERO } from '../model/exact.ts';
import type { Domain, Leaf, Rubric } from '../model/rubric.ts';
import {
  type AdjustmentFigure,
  type Figure,
  type MarkColumn,
  type Marks,
  OUTSIDE,
  OVERRIDDEN,
  type Standing,
} from '../model/scoreboard.ts';
import { makeFigure, percentOf, roundAt } from './figure.ts';
import { createTally, tallyAt, tallyColumn } from './tally.ts';

/** A standing that has not yet met the others of its group. */
export type Unplaced = Omit<Standing, 'rank' | 'tied' | 'grade'>;

type Lists = Pick<Standing, 'missing' | 'exempt' | 'overrides'>;

/** Totals of every unit of a sheet, in the order of its rows. */
export function rollUp(sheet: Sheet, marks: Marks): readonly Unplaced[] {
  const { rubric, units } = sheet;
  const domains = rubric.domains.map((domain) => figuresOf(domain, rubric, marks, units.length));
  const lists = listStates(sheet, marks);
  return units.map((unit, row) => {
    const figures = domains.map((rows) => rows[row] as Figure);
    const adjustments = adjustmentsOf(rubric, marks, row);
    const bonus = capped('bonus', adjustments, rubric);
    const penalty = capped('penalty', adjustments, rubric);
    const total = subtract(add(sum(figures.map(({ points }) => points)), bonus), penalty);
    const max = sum(figures.map((figure) => figure.max));
    const sums = { total, points: round(total, rubric.rounding.decimals), max };
    return {
      unit,
      row,
      ...sums,
      ...indexOf(total, max, rubric),
      domains: figures,
      adjustments,
      bonus,
      penalty,
      ...(lists[row] as Lists),
    };
  });
}

/** A domain's figure for every row. */
function figuresOf(domain: Domain, rubric: Rubric, marks: Marks, size: number): readonly Figure[] {
  const tally = createTally(size);
  const applicable: Exact[] = [];
  const exempted = new Map<number, Exact>();
  for (const at of domain.leaves) {
    const { points, source } = marks.leaves[at] as MarkColumn;
    // A leaf is outside the basis for all rows or for none.
    if (source[0] === OUTSIDE) continue;
    const { max } = rubric.leaves[at] as Leaf;
    applicable.push(max);
    tallyColumn(tally, points);
    for (let row = 0; row < points.state.length; row++) {
      if (points.state[row] === EXEMPT) exempted.set(row, add(exempted.get(row) ?? ZERO, max));
    }
  }
  const max = sum(applicable);
  return Array.from({ length: size }, (_, row) => {
    const less = exempted.get(row);
    const points = roundAt('domain', tallyAt(tally, row), rubric);
    return makeFigure(points, less === undefined ? max : subtract(max, less));
  });
}

/** The index as a fraction and as shown, both within the rubric's bounds; neither where nothing applied. */
function indexOf(total: Exact, max: Exact, rubric: Rubric): Pick<Standing, 'exact' | 'index'> {
  if (max.n === 0n) return {};
  const exact = bound(percentOf(total, max), rubric);
  const ratio = percentOf(roundAt('total', total, rubric), max);
  // Bounded before it is rounded, so that the figure that is compared is the one that is shown.
  return { exact, index: round(bound(ratio, rubric), rubric.rounding.decimals) };
}

function bound(index: Exact, { indexBounds: { min, max } }: Rubric): Exact {
  const lifted = min === undefined ? index : greatest(index, min);
  return max === undefined ? lifted : least(lifted, max);
}

/** What a unit's adjustments gave; one that waits for its appraisal gives 0, like a missing leaf. */
function adjustmentsOf(rubric: Rubric, marks: Marks, row: number): readonly AdjustmentFigure[] {
  return rubric.adjustments.flatMap(({ id, kind }, at) => {
    const { points, source } = marks.adjustments[at] as MarkColumn;
    return source[row] === 0 ? [] : [{ id, kind, points: exactAt(points, row) ?? ZERO }];
  });
}

function capped(kind: 'bonus' | 'penalty', adjustments: readonly AdjustmentFigure[], rubric: Rubric): Exact {
  const given = sum(adjustments.filter((adjustment) => adjustment.kind === kind).map(({ points }) => points));
  const cap = rubric.adjustmentCaps[kind];
  return roundAt('domain', cap === undefined ? given : least(given, cap), rubric);
}

/** Which leaves each row misses, is exempt from, or was given outright. */
function listStates(sheet: Sheet, marks: Marks): readonly Lists[] {
  const lists = sheet.units.map(() => ({ missing: [] as number[], exempt: [] as number[], overrides: [] as string[] }));
  for (const [at, { points, source }] of marks.leaves.entries()) {
    for (const [row, list] of lists.entries()) {
      const state = stateOf(points, row);
      if (state === EMPTY && source[row] !== OUTSIDE) list.missing.push(at);
      else if (state === EXEMPT) list.exempt.push(at);
    }
  }
  const { rubric } = sheet;
  const nodes = [...rubric.leaves, ...rubric.adjustments];
  const columns: readonly LeafColumns[] = [...sheet.leaves, ...sheet.adjustments];
  for (const [at, { source }] of [...marks.leaves, ...marks.adjustments].entries()) {
    for (const row of columns[at]?.overrides.keys() ?? []) {
      if (source[row] === OVERRIDDEN) lists[row]?.overrides.push((nodes[at] as Leaf).id);
    }
  }
  return lists;
}
