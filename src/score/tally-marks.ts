/** The points of many leaves added up: column by column, or all those together that the compiled passes hold. */
import { type Column, exactAt } from '../model/column.ts';
import type { Exact } from '../model/exact.ts';
import type { Addend } from '../model/passes.ts';
import type { Evaluator } from './evaluate.ts';
import { addPoints, givesBack, gridStairs, tallyStairs } from './evaluate-rows.ts';
import type { LateMark } from './late-mark.ts';
import { addExact, type Tally, tallyColumn } from './tally.ts';

/** An addend, and what its staircase is made of. */
export interface Points extends Addend {
  readonly column: Column;
  readonly evaluator: Evaluator | undefined;
}

/** Adds the points of leaves, from their values where that can be. */
export function tallyMarks(tally: Tally, marks: readonly LateMark[]): void {
  tallyAddends(tally, addendsOf(marks));
}

/** What is added up of leaves. */
export function addendsOf(marks: readonly LateMark[]): readonly Points[] {
  return marks.flatMap((mark) => (mark.isOutside ? [] : [pointsOf(mark)]));
}

/** Adds the points of these, those of a row to the same row of the tally. */
export function tallyAddends(tally: Tally, addends: readonly Points[]): void {
  const passes = addends.map(({ column }) => column.room.passes).find((each) => each !== undefined);
  const together = passes === undefined ? [] : addends.filter(({ column }) => passes.holds(column));
  if (passes && together.length > 0) {
    const { fractions, left } = passes.addUp(together, tally);
    for (const { column } of fractions) tally.fractions.push(column);
    for (const { addend, row } of left) {
      const { column, evaluator } = addend;
      if (evaluator) addPoints(tally, evaluator, column, row);
      else addExact(tally, row, exactAt(column, row) as Exact);
    }
  }
  for (const addend of addends) {
    const { column, stairs, evaluator } = addend;
    if (passes?.holds(column)) continue;
    if (stairs && evaluator) tallyStairs(tally, stairs, evaluator, column);
    else tallyColumn(tally, column);
  }
}

/** The values where they are the points, or a staircase leads to them; else the marks, written down. */
function pointsOf(mark: LateMark): Points {
  const { direct } = mark;
  if (direct === undefined) return { column: mark.points, stairs: undefined, evaluator: undefined };
  const { values: column, evaluator } = direct;
  if (givesBack(evaluator, column)) return { column, stairs: undefined, evaluator: undefined };
  const stairs = gridStairs(evaluator, column);
  return stairs ? { column, stairs, evaluator } : { column: mark.points, stairs, evaluator: undefined };
}
