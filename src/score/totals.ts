/** The totals of the units: what leaves and adjustments add up to, with the domains where they count, and the totals rounded. */
import { passesOf, roomOf, type Sheet } from '../model/assessment.ts';
import { toDouble, viewRows } from '../model/column.ts';
import { type Exact, subtract } from '../model/exact.ts';
import { once } from '../model/once.ts';
import type { Rubric } from '../model/rubric.ts';
import { LateSum, roundNear, roundSums } from './filter.ts';
import type { LateMark } from './late-mark.ts';
import type { LateMarks } from './mark.ts';
import type { Rounded } from './rounded.ts';
import type { Beyond } from './standing.ts';
import { addExact, addNear, addWhole, clearTally, createTally, GRID, type Tally } from './tally.ts';
import { addendsOf, tallyAddends, tallyMarks } from './tally-marks.ts';

interface Added {
  readonly total: Tally;
  readonly domains: () => readonly Tally[];
}

/** Sums of all units, by row: added up when somebody asks for them. */
export interface Totals {
  readonly total: () => Tally;
  /** Of each domain. */
  readonly domains: () => readonly Tally[];
  /** Rounds the totals; gives the rows of which doubles are not sure. */
  readonly round: (points: Rounded) => readonly number[];
  /** Says that mostly nobody will ask again. */
  readonly letGo: () => void;
}

/** Of how many rows the sums are kept; else they are added up for so many rows at a time, and again for whoever asks. */
export interface Keeping {
  readonly most: number;
  readonly part: number;
}

/** A row's sums take 24 bytes, and a ranking that shows no fractions needs but the rounded ones. */
export const KEEPING: Keeping = { most: 250_000, part: 65_536 };

/** The totals of a sheet; `beyond`: what adjustments gave, by row. */
export function createTotals(
  sheet: Sheet,
  marks: LateMarks,
  beyond: ReadonlyMap<number, Beyond>,
  { most, part }: Keeping,
): Totals {
  const { rubric, units } = sheet;
  const isKept = units.length <= most;
  let kept: Added | undefined;
  const added = (): Added => {
    if (kept) return kept;
    kept = addDomains(sheet, marks);
    addBeyond(kept.total, beyond, 0);
    return kept;
  };
  return {
    total: () => added().total,
    domains: () => added().domains(),
    round: (points) =>
      (!isKept && !needsDomains(rubric) && roundInParts(sheet, marks, beyond, points, part)) ||
      roundSums(added().total, points.decimals, points.counts, passesOf(sheet)),
    letGo: () => {
      if (!isKept) kept = undefined;
    },
  };
}

/** Rounds the totals part by part; undefined, and nothing is done, where numbers stand that no double holds. */
function roundInParts(
  sheet: Sheet,
  marks: LateMarks,
  beyond: ReadonlyMap<number, Beyond>,
  { counts, decimals }: Rounded,
  size: number,
): readonly number[] | undefined {
  const addends = addendsOf(marks.leaves);
  if (addends.some(({ column }) => column.wide)) return undefined;
  const unsure: number[] = [];
  const first = createTally(Math.min(size, counts.length), termsOf(sheet.rubric));
  for (let from = 0; from < counts.length; from += size) {
    const to = Math.min(from + size, counts.length);
    const tally = clearTally(first, to - from);
    tallyAddends(
      tally,
      addends.map((addend) => ({ ...addend, column: viewRows(addend.column, from, to) })),
    );
    addBeyond(tally, beyond, from);
    for (const row of roundSums(tally, decimals, counts.subarray(from, to), passesOf(sheet))) unsure.push(from + row);
  }
  return unsure;
}

/** Sums of so many numbers, at most, are a total. */
function termsOf({ leaves, adjustments, domains }: Rubric): number {
  return leaves.length + adjustments.length + domains.length + 2;
}

/** Adds what adjustments gave to the totals of the rows from `from` on. */
function addBeyond(total: Tally, beyond: ReadonlyMap<number, Beyond>, from: number): void {
  if (beyond.size === 0) return;
  for (let row = 0; row < total.grid.length; row++) {
    const own = beyond.get(from + row);
    if (own) addAny(total, row, subtract(own.bonus, own.penalty));
  }
}

/**
 * The total of every unit, and its domains, rounded if the rubric rounds there. Where neither the total nor a rank nor a
 * grade hangs on domains, these are added up when somebody asks for one.
 */
function addDomains(sheet: Sheet, marks: LateMarks): Added {
  const { rubric, units } = sheet;
  const { at, decimals } = rubric.rounding;
  const terms = termsOf(rubric);
  const total = createTally(units.length, terms, roomOf(sheet));
  const sumDomains = (): readonly Tally[] =>
    rubric.domains.map(({ leaves }) => {
      const tally = createTally(units.length, terms);
      tallyMarks(
        tally,
        leaves.map((leaf) => marks.leaves[leaf] as LateMark),
      );
      return at === 'domain' ? roundTally(tally, decimals) : tally;
    });
  if (needsDomains(rubric)) {
    const domains = sumDomains();
    for (const tally of domains) addNear(total, tally);
    return { total, domains: () => domains };
  }
  tallyMarks(total, marks.leaves);
  return { total, domains: once(sumDomains) };
}

/** Whether the total, a tie-break or a gate looks at a domain. */
function needsDomains({ rounding, rank, grades }: Rubric): boolean {
  if (rounding.at === 'domain') return true;
  const nodes = [...rank.breaks, ...(grades?.gates ?? []).flatMap((gate) => gate.nodes)];
  return nodes.some(({ level }) => level === 'domain');
}

/** Sums rounded to so many places: whole numbers of the grid again. */
function roundTally(tally: Tally, decimals: number): Tally {
  const size = tally.grid.length;
  const rounded = createTally(size, Math.floor(Number.MAX_SAFE_INTEGER / tally.limit));
  for (let row = 0; row < size; row++) addAny(rounded, row, roundNear(new LateSum(tally, row), decimals));
  return rounded;
}

/** Adds a number to a row: on the grid if it is of it. */
function addAny(tally: Tally, row: number, value: Exact): void {
  // Of what no double holds nothing is whole.
  const n = toDouble(value.n) ?? Number.NaN;
  const d = toDouble(value.d) ?? Number.NaN;
  if (GRID % d !== 0 || !addWhole(tally, row, n * (GRID / d))) addExact(tally, row, value);
}
