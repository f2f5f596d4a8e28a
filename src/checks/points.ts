/** Points of what a leaf's columns hold: which value counts, and what it is worth. */
import type { LeafColumns } from '../model/assessment.ts';
import { type Column, denominatorAt, exactAt, FILLED, isFilled, numeratorAt, stateOf } from '../model/column.ts';
import { type Curve, pointsAt } from '../model/curve.ts';
import type { Exact } from '../model/exact.ts';

/** The last filled one of the value columns up to a position; undefined where none is filled. */
export function lastFilled({ values }: LeafColumns, row: number, from: number, upTo: number): Column | undefined {
  for (let at = upTo; at >= from; at--) {
    const column = values[at];
    if (column && isFilled(column, row)) return column;
  }
  return undefined;
}

/** Points by a curve, each value once: the same few values stand in most rows. Exact; undefined for an empty cell. */
export function pointsBy(curve: Curve): (column: Column, row: number) => Exact | undefined {
  const known = new Map<number, Map<number, Exact | undefined>>();
  return (column, row) => {
    if (stateOf(column, row) !== FILLED) {
      const value = exactAt(column, row);
      return value && pointsAt(curve, value);
    }
    const [n, d] = [numeratorAt(column, row), denominatorAt(column, row)];
    let byNumerator = known.get(d);
    if (byNumerator === undefined) {
      byNumerator = new Map();
      known.set(d, byNumerator);
    }
    if (!byNumerator.has(n)) byNumerator.set(n, pointsAt(curve, exactAt(column, row) as Exact));
    return byNumerator.get(n);
  };
}
