/** The one rounding over a whole column: half up, as `round` does it for one number. */
import {
  type Column,
  denominatorAt,
  exactAt,
  FILLED,
  numeratorAt,
  setExact,
  setPair,
  stateOf,
  WIDE,
} from '../model/column.ts';
import { type Exact, round } from '../model/exact.ts';
import { isSafe, quotient } from './safe.ts';

/** Rounds every number of a column to `decimals` places, in place; at most 10 of them. */
export function roundColumn(column: Column, decimals: number): void {
  const scale = 10 ** decimals;
  for (let row = 0; row < column.size; row++) {
    const state = stateOf(column, row);
    if (state === FILLED && roundPair(column, row, scale)) continue;
    if (state === FILLED || state === WIDE) setExact(column, row, round(exactAt(column, row) as Exact, decimals));
  }
}

/** Rounds with doubles where they hold every step, and says whether they did. */
function roundPair(column: Column, row: number, scale: number): boolean {
  const n = numeratorAt(column, row);
  const d = denominatorAt(column, row);
  const double = 2 * (n < 0 ? -n : n) * scale;
  const raised = double + d;
  if (!isSafe(double) || !isSafe(raised) || !isSafe(2 * d)) return false;
  const rounded = quotient(raised, 2 * d);
  setPair(column, row, n < 0 ? 0 - rounded : rounded, scale);
  return true;
}
