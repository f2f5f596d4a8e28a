/**
 * The roll-up: from the marks of the leaves to each unit's domains, total and index.
 *
 *   leaves ─sum→ domains ─round at the domain, sum→ base ─+ bonus − penalty→ total ─round at the total→ points
 */
import { type LeafColumns, roomOf, type Sheet } from '../model/assessment.ts';
import { type CellState, type Column, EMPTY, EXEMPT, exactAt, isFull, stateOf } from '../model/column.ts';
import { add, type Exact, equal, greatest, HUNDRED, least, subtract, sum, ZERO } from '../model/exact.ts';
import type { Domain, Leaf, Rubric } from '../model/rubric.ts';
import { type AdjustmentFigure, type Figure, type MarkColumn, type Marks, OVERRIDDEN } from '../model/scoreboard.ts';
import { makeFigure, percentOf, roundAt } from './figure.ts';
import { LateIndex, LateSum, LateTotal, roundNear } from './filter.ts';
import type { LateMark } from './late-mark.ts';
import type { LateMarks } from './mark.ts';
import { createRounded, type Rounded, roundedAt, setRounded } from './rounded.ts';
import type { Beyond, Lists, SheetSums } from './standing.ts';
import type { Tally } from './tally.ts';
import { createTotals, KEEPING, type Keeping } from './totals.ts';

/** The maximum of a domain over all units: what applies to most, and by row how much less to those with exemptions. */
interface Maximum {
  readonly max: Exact;
  readonly exempted: ReadonlyMap<number, Exact>;
}

/** Figures of every unit of a sheet, by row; grades and ranks are not yet known. */
export function rollUp(sheet: Sheet, marks: LateMarks, keeping: Keeping = KEEPING): SheetSums {
  const { rubric, units } = sheet;
  const maxima = rubric.domains.map((domain) => maximumOf(domain, rubric, marks));
  const max = addMaxima(maxima);
  const maxAt = max.at;
  const beyond = beyondByRow(sheet, marks);
  const beyondAt = (row: number): Beyond => beyond.get(row) ?? NOTHING_BEYOND;
  const totals = createTotals(sheet, marks, beyond, keeping);
  const domainAt = (row: number, at: number): Figure =>
    makeFigure(new LateSum(totals.domains()[at] as Tally, row), maximumAt(maxima[at] as Maximum, row));
  const addUp = (row: number): Exact => {
    const { bonus, penalty } = beyondAt(row);
    return add(sum(rubric.domains.map((_, at) => domainAt(row, at).points)), subtract(bonus, penalty));
  };
  const totalAt = (row: number): Exact => new LateTotal(totals.total(), row, addUp);
  const fractionAt = (row: number): Exact | undefined => indexOf(totalAt(row), maxAt(row), rubric);
  const points = createRounded(units.length, rubric.rounding.decimals, roomOf(sheet));
  for (const row of totals.round(points)) setRounded(points, row, roundNear(totalAt(row), points.decimals));
  const index = indices(points, max, totalAt, rubric);
  totals.letGo();
  const listsAt = listStates(sheet, marks);
  return { units, points, index, maxAt, domainAt, totalAt, fractionAt, listsAt, beyondAt };
}

function maximumOf(domain: Domain, rubric: Rubric, marks: LateMarks): Maximum {
  const applicable: Exact[] = [];
  const exempted = new Map<number, Exact>();
  for (const at of domain.leaves) {
    const mark = marks.leaves[at] as LateMark;
    if (mark.isOutside) continue;
    const { max } = rubric.leaves[at] as Leaf;
    applicable.push(max);
    for (const row of rowsIn(mark.states, EXEMPT)) exempted.set(row, add(exempted.get(row) ?? ZERO, max));
  }
  return { max: sum(applicable), exempted };
}

function maximumAt({ max, exempted }: Maximum, row: number): Exact {
  const less = exempted.get(row);
  return less === undefined ? max : subtract(max, less);
}

/** The maximum over all domains: one that rows without exemptions share. */
interface Maxima {
  readonly common: Exact;
  readonly exempted: ReadonlySet<number>;
  readonly at: (row: number) => Exact;
}

function addMaxima(maxima: readonly Maximum[]): Maxima {
  const common = sum(maxima.map(({ max }) => max));
  const exempted = new Set(maxima.flatMap((each) => [...each.exempted.keys()]));
  const at = (row: number): Exact => (exempted.has(row) ? sum(maxima.map((each) => maximumAt(each, row))) : common);
  return { common, exempted, at };
}

/** The index as a fraction within the rubric's bounds; none where nothing applied. */
function indexOf(total: Exact, max: Exact, rubric: Rubric): Exact | undefined {
  if (max.n === 0n) return undefined;
  return isBounded(rubric) ? bound(percentOf(total, max), rubric) : new LateIndex(total, max);
}

/** The indices as they are shown; the points themselves where these are rounded once, of a maximum of 100. */
function indices(points: Rounded, maxima: Maxima, totalAt: (row: number) => Exact, rubric: Rubric): Rounded {
  const { counts, decimals } = points;
  const isShownAt = createShown(rubric);
  if (maxima.exempted.size === 0 && isShownAt(maxima.common)) return points;
  const index = createRounded(counts.length, decimals);
  for (let row = 0; row < counts.length; row++) {
    const max = maxima.at(row);
    const own = roundedAt(points, row) as Exact;
    setRounded(index, row, isShownAt(max) ? own : shownIndex(own, () => totalAt(row), max, rubric));
  }
  return index;
}

/** Whether the points are the index: rounded once, of a maximum of 100. Rows mostly share their maximum. */
function createShown(rubric: Rubric): (max: Exact) => boolean {
  if (rubric.rounding.at !== 'total' || isBounded(rubric)) return () => false;
  let last: Exact | undefined;
  let isHundred = false;
  return (max) => {
    if (max !== last) isHundred = equal(max, HUNDRED);
    last = max;
    return isHundred;
  };
}

/** The index as it is shown, within the rubric's bounds; none where nothing applied. */
function shownIndex(points: Exact, total: () => Exact, max: Exact, rubric: Rubric): Exact | undefined {
  if (max.n === 0n) return undefined;
  const { at, decimals } = rubric.rounding;
  const counted = at === 'total' ? points : total();
  // Bounded before it is rounded, so that the figure that is compared is the one that is shown.
  if (isBounded(rubric)) return roundNear(bound(percentOf(counted, max), rubric), decimals);
  return roundNear(at === 'total' ? percentOf(points, max) : new LateIndex(counted, max), decimals);
}

function isBounded({ indexBounds }: Rubric): boolean {
  return indexBounds.min !== undefined || indexBounds.max !== undefined;
}

function bound(index: Exact, { indexBounds: { min, max } }: Rubric): Exact {
  const lifted = min === undefined ? index : greatest(index, min);
  return max === undefined ? lifted : least(lifted, max);
}

/** What adjustments gave the rows that have any. */
function beyondByRow({ rubric }: Sheet, marks: Marks): ReadonlyMap<number, Beyond> {
  const beyond = new Map<number, Beyond>();
  for (const row of adjustedRows(marks)) {
    const adjustments = adjustmentsOf(rubric, marks, row);
    const bonus = capped('bonus', adjustments, rubric);
    const penalty = capped('penalty', adjustments, rubric);
    beyond.set(row, { adjustments, bonus, penalty });
  }
  return beyond;
}

/** Rows that have an adjustment. */
function adjustedRows({ adjustments }: Marks): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { source } of adjustments) for (const [row, from] of source.entries()) if (from !== 0) rows.add(row);
  return rows;
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

const NONE: readonly never[] = [];
const NOTHING_BEYOND: Beyond = { adjustments: NONE, bonus: ZERO, penalty: ZERO };
const NO_LISTS: Lists = { missing: NONE, exempt: NONE, overrides: NONE };

/** Which leaves each row misses, is exempt from, or was given outright. */
function listStates(sheet: Sheet, marks: LateMarks): (row: number) => Lists {
  const lists = new Map<number, Lists>();
  const push = <K extends keyof Lists>(row: number, key: K, value: Lists[K][number]): void => {
    const list = lists.get(row) ?? NO_LISTS;
    lists.set(row, { ...list, [key]: [...list[key], value] });
  };
  for (const [at, { isOutside, states }] of marks.leaves.entries()) {
    if (isOutside) continue;
    for (const row of rowsIn(states, EMPTY)) push(row, 'missing', at);
    for (const row of rowsIn(states, EXEMPT)) push(row, 'exempt', at);
  }
  const { rubric } = sheet;
  const nodes = [...rubric.leaves, ...rubric.adjustments];
  const columns: readonly LeafColumns[] = [...sheet.leaves, ...sheet.adjustments];
  for (const [at, mark] of [...marks.leaves, ...marks.adjustments].entries()) {
    for (const row of (columns[at] as LeafColumns).overrides.keys()) {
      if (mark.source[row] === OVERRIDDEN) push(row, 'overrides', (nodes[at] as Leaf).id);
    }
  }
  return (row) => lists.get(row) ?? NO_LISTS;
}

/** Rows of a column in a state that says why there is no number. */
function* rowsIn(column: Column, wanted: CellState): Generator<number> {
  if (isFull(column)) return;
  if (wanted === EXEMPT && column.exempt.length === 0) return;
  for (let row = 0; row < column.size; row++) if (stateOf(column, row) === wanted) yield row;
}
