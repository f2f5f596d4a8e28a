/**
 * One figure of every row of a sheet, all rounded to the same decimals: each a whole number of 10^-decimals, in eight
 * bytes. A figure that no double holds, or that is not there, stands apart.
 */
import type { Exact } from '../model/exact.ts';
import { APART, type Room } from '../model/room.ts';
import { countIn, decimalOf } from './filter.ts';

export interface Rounded {
  readonly decimals: number;
  /** By row; without meaning for those that stand apart. */
  readonly counts: Float64Array;
  /** By row: undefined where there is no figure. */
  readonly apart: Map<number, Exact | undefined>;
}

/** Figures of `size` rows, all 0. */
export function createRounded(size: number, decimals: number, room: Room = APART): Rounded {
  return { decimals, counts: room.figures(size), apart: new Map() };
}

/** Notes the figure of a row, which is rounded to the decimals; undefined: there is none. */
export function setRounded({ decimals, counts, apart }: Rounded, row: number, value: Exact | undefined): void {
  const count = value && countIn(value, decimals);
  if (count === undefined) apart.set(row, value);
  else counts[row] = count;
}

/** The figure of a row; undefined where there is none. */
export function roundedAt({ decimals, counts, apart }: Rounded, row: number): Exact | undefined {
  return apart.size > 0 && apart.has(row) ? apart.get(row) : decimalOf(counts[row] as number, decimals);
}

/** Whether a row has the figure. */
export function hasFigure({ apart }: Rounded, row: number): boolean {
  return apart.size === 0 || !apart.has(row) || apart.get(row) !== undefined;
}
