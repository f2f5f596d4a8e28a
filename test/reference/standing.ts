/**
 * Grade, rank and order of listing, from the indices and components of a group's units.
 */
import type { Gate, Rubric, Sense, TieBreak } from './case.ts';
import { readNumber } from './cell.ts';
import {
  atLeast,
  below,
  compare,
  divide,
  equal,
  type Fraction,
  fractionText,
  hundred,
  multiply,
  round,
  subtract,
  zero,
} from './fraction.ts';

/** One domain, criterion or part of one unit: points as obtained, and the maximum that applies. */
export interface Component {
  readonly id: string;
  readonly level: 'domain' | 'criterion' | 'part';
  readonly points: Fraction;
  readonly max: Fraction;
}

/** What decides the grade and the rank of a unit; indices are null where nothing applies. */
export interface Standing {
  readonly unranked: boolean;
  readonly exactIndex: Fraction | null;
  readonly shownIndex: Fraction | null;
  readonly components: readonly Component[];
}

/** What the grades of the rubric make of a unit; null throughout where there is no index or no grade. */
export interface Graded {
  readonly grade: string | null;
  readonly gradeOfIndex: string | null;
  readonly margin: string | null;
}

/** The grade's id: the band of the index, then at most the lowest cap of the gates that hold. */
export function gradeOf(rubric: Rubric, unit: Standing): Graded {
  const { grades } = rubric;
  const index = grades === undefined ? null : indexIn(grades.on, unit);
  if (grades === undefined || index === null) {
    return { grade: null, gradeOfIndex: null, margin: null };
  }
  // Bands are counted from the best, 0, down: a cap is a place further down the list.
  const reached = grades.bands.findIndex((band) => band.from === undefined || atLeast(index, readNumber(band.from)));
  const caps = grades.gates
    .filter((gate) => holds(rubric, gate, grades.on, unit))
    .map((gate) => grades.bands.findIndex((band) => band.id === gate.cap));
  const place = Math.max(reached, ...caps);
  const better = grades.bands[place - 1]?.from;
  return {
    grade: grades.bands[place]?.id ?? null,
    gradeOfIndex: grades.bands[reached]?.id ?? null,
    margin: better === undefined ? null : fractionText(subtract(readNumber(better), index)),
  };
}

function holds(rubric: Rubric, gate: Gate, on: Sense, unit: Standing): boolean {
  const line = readNumber(gate.below);
  return gated(gate, unit).some((component) => {
    const index = componentIndex(rubric, component, on);
    return index !== null && below(index, line);
  });
}

function gated({ on }: Gate, unit: Standing): readonly Component[] {
  if ('each' in on) {
    return unit.components.filter((component) => component.level === on.each);
  }
  return [named(on, unit)];
}

function named(which: TieBreak, unit: Standing): Component {
  const found = unit.components.find((component) =>
    'domain' in which
      ? component.level === 'domain' && component.id === which.domain
      : component.level !== 'domain' && component.id === which.criterion,
  );
  if (found === undefined) {
    throw new Error(`nothing to compare by: ${JSON.stringify(which)}`);
  }
  return found;
}

/** Points over the applicable maximum times 100, in the sense asked for; null where nothing applies. */
function componentIndex(rubric: Rubric, { points, max }: Component, on: Sense): Fraction | null {
  if (equal(max, zero)) {
    return null;
  }
  const exact = multiply(divide(points, max), hundred);
  return on === 'exact' ? exact : round(exact, rubric.rounding?.decimals ?? 2);
}

function indexIn(on: Sense, unit: Standing): Fraction | null {
  return on === 'exact' ? unit.exactIndex : unit.shownIndex;
}

/**
 * All units of a group in the order of listing with their ranks: the ranked by rank, the unranked by falling index,
 * those without an index; among equals the order given, which is that of units.csv.
 */
export function listed<U extends Standing>(
  rubric: Rubric,
  units: readonly U[],
): readonly { readonly unit: U; readonly rank: number | null }[] {
  const { on, ties, break: breaks } = rubric.rank ?? { on: 'rounded', ties: 'competition', break: [] };
  const keyed = units.map((unit) => ({
    unit,
    keys: [indexIn(on, unit), ...breaks.map((which) => componentIndex(rubric, named(which, unit), on))],
  }));
  const withIndex = keyed.filter(({ unit }) => unit.exactIndex !== null);
  const ranked = withIndex.filter(({ unit }) => !unit.unranked);
  const withRank = ranked.map((own) => {
    const better = ranked.filter((other) => order(other.keys, own.keys) > 0);
    const distinct = better.filter(
      (candidate, at) => better.findIndex((earlier) => order(earlier.keys, candidate.keys) === 0) === at,
    );
    return { unit: own.unit, rank: 1 + (ties === 'dense' ? distinct : better).length };
  });
  const unranked = withIndex.filter(({ unit }) => unit.unranked);
  return [
    // Sorting is stable, so equals stay in the order of units.csv.
    ...withRank.toSorted((left, right) => left.rank - right.rank),
    ...unranked
      .toSorted((left, right) => order(right.keys.slice(0, 1), left.keys.slice(0, 1)))
      .map(({ unit }) => ({ unit, rank: null })),
    ...keyed.filter(({ unit }) => unit.exactIndex === null).map(({ unit }) => ({ unit, rank: null })),
  ];
}

/** Above 0 where `left` is better, by the first key that differs; null (exempt) loses to any value and ties with null. */
function order(left: readonly (Fraction | null)[], right: readonly (Fraction | null)[]): number {
  for (const [at, own] of left.entries()) {
    const other = right[at] ?? null;
    const difference = own === null ? (other === null ? 0 : -1) : other === null ? 1 : compare(own, other);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
