/**
 * The roll-up: from the marks of the leaves to each unit's domains, total and index.
 *
 *   leaves ─sum→ domains ─round at the domain, sum→ base ─+ bonus − penalty→ total ─round at the total→ points
 */
import type { LeafColumns, Sheet } from '../model/assessment.ts';
import { EMPTY, EXEMPT, exactAt, stateOf, toDouble } from '../model/column.ts';
import { add, type Exact, equal, greatest, HUNDRED, least, subtract, sum, ZERO } from '../model/exact.ts';
import type { Domain, Leaf, Rubric } from '../model/rubric.ts';
import {
  type AdjustmentFigure,
  type MarkColumn,
  type Marks,
  OUTSIDE,
  OVERRIDDEN,
  type Standing,
} from '../model/scoreboard.ts';
import { makeFigure, percentOf, roundAt } from './figure.ts';
import { LateIndex, LateSum, LateTotal, roundNear } from './filter.ts';
import { addExact, addNear, addWhole, createTally, GRID, type Tally, tallyColumn } from './tally.ts';

/** A standing that has not yet met the others of its group. */
export type Unplaced = Omit<Standing, 'rank' | 'tied' | 'grade'>;

type Lists = Pick<Standing, 'missing' | 'exempt' | 'overrides'>;

/** What a sum over leaves needs to know of all units. */
interface Sums {
  /** The sum as it leaves its place: rounded if the rubric rounds there. */
  readonly tally: Tally;
  /** The maximum that applies to a row. */
  readonly maxAt: (row: number) => Exact;
}

/** Totals of every unit of a sheet, in the order of its rows. */
export function rollUp(sheet: Sheet, marks: Marks): readonly Unplaced[] {
  const { rubric, units } = sheet;
  const terms = rubric.leaves.length + rubric.adjustments.length + rubric.domains.length + 2;
  const domains = rubric.domains.map((domain) => sumDomain(domain, rubric, marks, createTally(units.length, terms)));
  const total = createTally(units.length, terms);
  for (const { tally } of domains) addNear(total, tally);
  const lists = listStates(sheet, marks);
  const maxOf = createMax(domains);
  const decimals = rubric.rounding.decimals;
  return units.map((unit, row) => {
    const figures = domains.map(({ tally, maxAt }) => makeFigure(new LateSum(tally, row), maxAt(row)));
    const adjustments = adjustmentsOf(rubric, marks, row);
    const bonus = capped('bonus', adjustments, rubric);
    const penalty = capped('penalty', adjustments, rubric);
    const beyond = adjustments.length === 0 ? ZERO : subtract(bonus, penalty);
    if (beyond !== ZERO) addBeyond(total, row, beyond);
    const all = new LateTotal(total, row, () => add(sum(figures.map(({ points }) => points)), beyond));
    const max = maxOf(row);
    const points = roundNear(all, decimals);
    return {
      ...{ unit, row, total: all, points, max },
      ...indexOf(all, points, max, rubric),
      domains: figures,
      adjustments,
      bonus,
      penalty,
      ...(lists[row] as Lists),
    };
  });
}

function sumDomain(domain: Domain, rubric: Rubric, marks: Marks, tally: Tally): Sums {
  const applicable: Exact[] = [];
  const exempted = new Map<number, Exact>();
  for (const at of domain.leaves) {
    const { points, source } = marks.leaves[at] as MarkColumn;
    // A leaf is outside the basis for all rows or for none.
    if (source[0] === OUTSIDE) continue;
    const { max } = rubric.leaves[at] as Leaf;
    applicable.push(max);
    tallyColumn(tally, points);
    for (let row = points.state.indexOf(EXEMPT); row !== -1; row = points.state.indexOf(EXEMPT, row + 1)) {
      exempted.set(row, add(exempted.get(row) ?? ZERO, max));
    }
  }
  const max = sum(applicable);
  const maxAt = (row: number): Exact => {
    const less = exempted.get(row);
    return less === undefined ? max : subtract(max, less);
  };
  return { tally: rubric.rounding.at === 'domain' ? roundTally(tally, rubric.rounding.decimals) : tally, maxAt };
}

/** Sums rounded to so many places: whole numbers of the grid again. */
function roundTally(tally: Tally, decimals: number): Tally {
  const size = tally.grid.length;
  const rounded = createTally(size, Math.floor(Number.MAX_SAFE_INTEGER / tally.limit));
  for (let row = 0; row < size; row++) addBeyond(rounded, row, roundNear(new LateSum(tally, row), decimals));
  return rounded;
}

/** Adds a number to a row: on the grid if it is of it. */
function addBeyond(tally: Tally, row: number, value: Exact): void {
  const n = toDouble(value.n);
  const d = toDouble(value.d);
  const isWhole = n !== undefined && d !== undefined && GRID % d === 0;
  if (!isWhole || !addWhole(tally, row, n * (GRID / d))) addExact(tally, row, value);
}

/** The maximum of a row over all domains; rows without exemptions share one. */
function createMax(domains: readonly Sums[]): (row: number) => Exact {
  let last: readonly Exact[] = [];
  let known: Exact = ZERO;
  return (row) => {
    const parts = domains.map(({ maxAt }) => maxAt(row));
    if (parts.length !== last.length || parts.some((part, at) => part !== last[at])) {
      known = sum(parts);
      last = parts;
    }
    return known;
  };
}

/** The index as a fraction and as shown, both within the rubric's bounds; neither where nothing applied. */
function indexOf(total: Exact, points: Exact, max: Exact, rubric: Rubric): Pick<Standing, 'exact' | 'index'> {
  if (max.n === 0n) return {};
  const { rounding, indexBounds } = rubric;
  const isBounded = indexBounds.min !== undefined || indexBounds.max !== undefined;
  if (isBounded) {
    const shown = bound(percentOf(rounding.at === 'total' ? points : total, max), rubric);
    // Bounded before it is rounded, so that the figure that is compared is the one that is shown.
    return { exact: bound(percentOf(total, max), rubric), index: roundNear(shown, rounding.decimals) };
  }
  const exact = new LateIndex(total, max);
  // The points in hundredths of 100 are the index.
  if (rounding.at === 'total' && equal(max, HUNDRED)) return { exact, index: points };
  const shown = rounding.at === 'total' ? percentOf(points, max) : exact;
  return { exact, index: roundNear(shown, rounding.decimals) };
}

function bound(index: Exact, { indexBounds: { min, max } }: Rubric): Exact {
  const lifted = min === undefined ? index : greatest(index, min);
  return max === undefined ? lifted : least(lifted, max);
}

/** What a unit's adjustments gave; one that waits for its appraisal gives 0, like a missing leaf. */
function adjustmentsOf(rubric: Rubric, marks: Marks, row: number): readonly AdjustmentFigure[] {
  if (rubric.adjustments.length === 0) return NONE;
  return rubric.adjustments.flatMap(({ id, kind }, at) => {
    const { points, source } = marks.adjustments[at] as MarkColumn;
    return source[row] === 0 ? [] : [{ id, kind, points: exactAt(points, row) ?? ZERO }];
  });
}

function capped(kind: 'bonus' | 'penalty', adjustments: readonly AdjustmentFigure[], rubric: Rubric): Exact {
  if (adjustments.length === 0) return ZERO;
  const given = sum(adjustments.filter((adjustment) => adjustment.kind === kind).map(({ points }) => points));
  const cap = rubric.adjustmentCaps[kind];
  return roundAt('domain', cap === undefined ? given : least(given, cap), rubric);
}

const NONE: readonly never[] = [];
const NO_LISTS: Lists = { missing: NONE, exempt: NONE, overrides: NONE };

/** Which leaves each row misses, is exempt from, or was given outright. */
function listStates(sheet: Sheet, marks: Marks): readonly Lists[] {
  const lists: Lists[] = sheet.units.map(() => NO_LISTS);
  const push = <K extends keyof Lists>(row: number, key: K, value: Lists[K][number]): void => {
    const list = lists[row] as Lists;
    lists[row] = { ...list, [key]: [...list[key], value] };
  };
  for (const [at, { points, source }] of marks.leaves.entries()) {
    for (let row = 0; row < lists.length; row++) {
      const state = stateOf(points, row);
      if (state === EMPTY && source[row] !== OUTSIDE) push(row, 'missing', at);
      else if (state === EXEMPT) push(row, 'exempt', at);
    }
  }
  const { rubric } = sheet;
  const nodes = [...rubric.leaves, ...rubric.adjustments];
  const columns: readonly LeafColumns[] = [...sheet.leaves, ...sheet.adjustments];
  for (const [at, { source }] of [...marks.leaves, ...marks.adjustments].entries()) {
    for (const row of columns[at]?.overrides.keys() ?? []) {
      if (source[row] === OVERRIDDEN) push(row, 'overrides', (nodes[at] as Leaf).id);
    }
  }
  return lists;
}
