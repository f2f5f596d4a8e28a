/** From exact figures to places on a drawing: the one spot where a figure may become a whole number of units. */
import type { HeatStep, Part } from '../../model/chart.ts';
import { compare, divide, type Exact, HUNDRED, multiply, round, subtract, whole, ZERO } from '../../model/exact.ts';
import { clusters, displayWidth } from '../../model/width.ts';

/** Units of width that two columns of text take at the size of labels, with some to spare for wide letters. */
const TWO_COLUMNS = 15;

/** Where a value lies on an axis of so many units, in whole units; what is beyond an end lies at the end. */
export function along(value: Exact, from: Exact, to: Exact, length: number): number {
  if (compare(value, from) <= 0) return 0;
  if (compare(value, to) >= 0) return length;
  const share = divide(subtract(value, from), subtract(to, from));
  return Number(round(multiply(share, whole(length)), 0).n);
}

/** 100, or the next ten above the largest index where a bonus led beyond. */
export function axisEnd(indices: readonly Exact[]): Exact {
  const highest = indices.reduce((most, index) => (compare(index, most) > 0 ? index : most), HUNDRED);
  if (compare(highest, HUNDRED) === 0) return HUNDRED;
  const tens = (highest.n + 10n * highest.d - 1n) / (10n * highest.d);
  return { n: tens * 10n, d: 1n };
}

/** A text cut to so many columns, with `…`. */
export function clipped(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  const kept = [...clusters(text)];
  while (displayWidth(kept.join('')) > columns - 1) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}

/** Units of width that labels take at most. */
export function labelWidth(texts: readonly string[], mostColumns: number): number {
  const widest = texts.reduce((most, text) => Math.max(most, displayWidth(clipped(text, mostColumns))), 0);
  return Math.ceil((widest * TWO_COLUMNS) / 2);
}

/** Lower ends, in per cent, of the steps of a heat map above the lowest. */
export const HEAT_BOUNDS: readonly number[] = [50, 60, 70, 75, 80, 85, 90, 95];

/** The step of a component index as it is shown: a cell never contradicts its own figure. */
export function heatOf(index: Exact): HeatStep {
  return HEAT_BOUNDS.filter((bound) => compare(index, whole(bound)) >= 0).length as HeatStep;
}

const BETWEEN: readonly Part[] = ['good', 'middle', 'low'];

/** How the grade at a position looks among so many: the first is the best, the last the worst. */
export function gradePart(at: number | undefined, count: number): Part {
  if (at === undefined) return 'none';
  if (at === 0) return 'best';
  if (at === count - 1) return 'worst';
  return BETWEEN[Math.floor(((at - 1) * BETWEEN.length) / (count - 2))] ?? 'middle';
}

/** Nothing, or above nothing. */
export function atLeastZero(value: Exact): Exact {
  return compare(value, ZERO) < 0 ? ZERO : value;
}
