/**
 * The roll-up: from the marks of the leaves to each unit's domains, total and index.
 *
 *   leaves ─sum→ domains ─round at the domain, sum→ base ─+ bonus − penalty→ total ─round at the total→ points
 */
import type { LeafColumns, Sheet } from '../model/assessment.ts';
import { type CellState, type Column, EMPTY, EXEMPT, exactAt, toDouble } from '../model/column.ts';
import { add, type Exact, equal, greatest, HUNDRED, least, subtract, sum, ZERO } from '../model/exact.ts';
import type { Domain, Leaf, Rubric } from '../model/rubric.ts';
import { type AdjustmentFigure, type MarkColumn, type Marks, OVERRIDDEN } from '../model/scoreboard.ts';
import { givesBack, tallyValues } from './evaluate-rows.ts';
import { makeFigure, percentOf, roundAt } from './figure.ts';
import { LateIndex, LateSum, LateTotal, roundNear, roundSum } from './filter.ts';
import type { LateMark } from './late-mark.ts';
import type { LateMarks } from './mark.ts';
import { type Beyond, LateStanding, type Lists } from './standing.ts';
import { addExact, addNear, addWhole, createTally, GRID, type Tally, tallyColumn } from './tally.ts';

/** What a sum over leaves needs to know of all units. */
interface Sums {
  /** The sum as it leaves its place: rounded if the rubric rounds there. */
  readonly tally: Tally;
  /** The maximum that applies to a row, and to all rows but those with exemptions: so much less to these. */
  readonly maxAt: (row: number) => Exact;
  readonly max: Exact;
  readonly exempted: ReadonlyMap<number, Exact>;
}

/** Totals of every unit of a sheet, in the order of its rows; grades and ranks are not yet known. */
export function rollUp(sheet: Sheet, marks: LateMarks): readonly LateStanding[] {
  const { rubric, units } = sheet;
  const { decimals } = rubric.rounding;
  const terms = rubric.leaves.length + rubric.adjustments.length + rubric.domains.length + 2;
  const domains = rubric.domains.map((domain) => sumDomain(domain, rubric, marks, createTally(units.length, terms)));
  const total = createTally(units.length, terms);
  for (const { tally } of domains) addNear(total, tally);
  const beyond = addAdjustments(sheet, marks, total);
  const maxAt = createMax(domains);
  const lists = listStates(sheet, marks);
  const domainsAt = (row: number) =>
    domains.map((domain) => makeFigure(new LateSum(domain.tally, row), domain.maxAt(row)));
  const addUp = (row: number): Exact => {
    const { bonus, penalty } = beyond(row);
    return add(sum(domainsAt(row).map(({ points }) => points)), subtract(bonus, penalty));
  };
  const totalAt = (row: number): Exact => new LateTotal(total, row, addUp);
  const fractionAt = (row: number): Exact | undefined => indexOf(totalAt(row), maxAt(row), rubric);
  const sums = { domainsAt, totalAt, fractionAt, listsAt: lists, beyondAt: beyond };
  const isShownAt = createShown(rubric);
  return units.map((unit, row) => {
    const max = maxAt(row);
    const points = roundSum(total, row, decimals) ?? roundNear(totalAt(row), decimals);
    const index = isShownAt(max) ? points : shownIndex(points, () => totalAt(row), max, rubric);
    return new LateStanding(unit, row, { points, max, index }, sums);
  });
}

function sumDomain(domain: Domain, rubric: Rubric, marks: LateMarks, tally: Tally): Sums {
  const applicable: Exact[] = [];
  const exempted = new Map<number, Exact>();
  for (const at of domain.leaves) {
    const mark = marks.leaves[at] as LateMark;
    if (mark.isOutside) continue;
    const { max } = rubric.leaves[at] as Leaf;
    applicable.push(max);
    tallyMark(tally, mark);
    for (const row of rowsIn(mark.states, EXEMPT)) exempted.set(row, add(exempted.get(row) ?? ZERO, max));
  }
  const max = sum(applicable);
  const maxAt = (row: number): Exact => {
    const less = exempted.get(row);
    return less === undefined ? max : subtract(max, less);
  };
  const { at, decimals } = rubric.rounding;
  return { tally: at === 'domain' ? roundTally(tally, decimals) : tally, maxAt, max, exempted };
}

/** Adds the points of a leaf, from its values where that can be. */
function tallyMark(tally: Tally, mark: LateMark): void {
  const { direct } = mark;
  if (direct && givesBack(direct.evaluator, direct.values)) tallyColumn(tally, direct.values);
  else if (direct === undefined || !tallyValues(tally, direct.evaluator, direct.values))
    tallyColumn(tally, mark.points);
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
  // Of what no double holds nothing is whole.
  const n = toDouble(value.n) ?? Number.NaN;
  const d = toDouble(value.d) ?? Number.NaN;
  if (GRID % d !== 0 || !addWhole(tally, row, n * (GRID / d))) addExact(tally, row, value);
}

/** The maximum of a row over all domains; rows without exemptions share one. */
function createMax(domains: readonly Sums[]): (row: number) => Exact {
  const common = sum(domains.map(({ max }) => max));
  return (row) =>
    domains.some(({ exempted }) => exempted.has(row)) ? sum(domains.map(({ maxAt }) => maxAt(row))) : common;
}

/** The index as a fraction within the rubric's bounds; none where nothing applied. */
function indexOf(total: Exact, max: Exact, rubric: Rubric): Exact | undefined {
  if (max.n === 0n) return undefined;
  return isBounded(rubric) ? bound(percentOf(total, max), rubric) : new LateIndex(total, max);
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

/** Adds what adjustments gave to the totals, and tells it of each row. */
function addAdjustments({ rubric, units }: Sheet, marks: Marks, total: Tally): (row: number) => Beyond {
  if (rubric.adjustments.length === 0) return () => NOTHING_BEYOND;
  const beyond = units.map((_, row): Beyond => {
    const adjustments = adjustmentsOf(rubric, marks, row);
    return {
      adjustments,
      bonus: capped('bonus', adjustments, rubric),
      penalty: capped('penalty', adjustments, rubric),
    };
  });
  for (const [row, { bonus, penalty }] of beyond.entries()) addBeyond(total, row, subtract(bonus, penalty));
  return (row) => beyond[row] as Beyond;
}

/** What a unit's adjustments gave; one that waits for its appraisal gives 0, like a missing leaf. */
function adjustmentsOf(rubric: Rubric, marks: Marks, row: number): readonly AdjustmentFigure[] {
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
    for (const row of columns[at]?.overrides.keys() ?? []) {
      if (mark.source[row] === OVERRIDDEN) push(row, 'overrides', (nodes[at] as Leaf).id);
    }
  }
  return (row) => lists.get(row) ?? NO_LISTS;
}

/** Rows of a column in a state; of one that nobody filled all are empty. */
function* rowsIn({ size, state }: Column, wanted: CellState): Generator<number> {
  if (state.length === 0 && wanted === EMPTY) for (let row = 0; row < size; row++) yield row;
  for (let row = state.indexOf(wanted); row !== -1; row = state.indexOf(wanted, row + 1)) yield row;
}
