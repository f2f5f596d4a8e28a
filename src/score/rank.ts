/**
 * Ranks in one group (xếp hạng): by the index, then by each tie-break, as classes of equals that every key
 * splits further.
 *
 *   all ranked ─index→ classes ─first tie-break→ smaller classes ─...→ ranks
 */
import type { Unit } from '../model/assessment.ts';
import type { Exact } from '../model/exact.ts';
import type { NodeRef, Rubric } from '../model/rubric.ts';
import type { Figure } from '../model/scoreboard.ts';
import { inSense } from './figure.ts';
import { compareNear } from './filter.ts';
import { hasFigure, type Rounded, roundedAt } from './rounded.ts';
import type { Results } from './standing.ts';

/** The order of some rows, as `sort` takes it: the better before the others. */
type Order = (rows: readonly number[]) => (a: number, b: number) => number;

/** Rows, the best first, and behind which of them each class of equals ends. */
interface Classes {
  readonly rows: readonly number[];
  readonly ends: readonly number[];
}

/**
 * The group's rows as they are listed: the ranked, equals in the order given; then the unranked by their
 * index; then those without an index. Ranks go to the results. `figureAt` gives the figure of a node for a row.
 */
export function rankGroup(
  rows: readonly number[],
  { units, index, fractionAt, ranks }: Results,
  rubric: Rubric,
  figureAt: (row: number, node: NodeRef) => Figure,
): readonly number[] {
  const { on, breaks, ties } = rubric.rank;
  const byIndex = on === 'exact' ? orderBy(fractionAt) : orderByRounded(index);
  const byNode = (node: NodeRef): Order =>
    orderBy((row) => inSense(figureAt(row, node).index, on, rubric.rounding.decimals));
  const isRanked = (row: number): boolean => (units[row] as Unit).ranked;
  const indexed = rows.filter((row) => hasFigure(index, row));
  const classes = [byIndex, ...breaks.map(byNode)].reduce(splitBy, oneClass(indexed.filter(isRanked)));
  numberClasses(classes, ties, ranks);
  const listedApart = splitBy(oneClass(indexed.filter((row) => !isRanked(row))), byIndex);
  const withoutIndex = rows.filter((row) => !hasFigure(index, row));
  return [...classes.rows, ...listedApart.rows, ...withoutIndex];
}

/** The larger a number the better; undefined (exempt) loses to any. Numbers are made once a row. */
function orderBy(numberAt: (row: number) => Exact | undefined): Order {
  return (rows) => {
    const numbers = new Map(rows.map((row) => [row, numberAt(row)]));
    return (a, b) => compareKeys(numbers.get(b), numbers.get(a));
  };
}

/** The same of rounded figures, which are mostly whole numbers side by side. */
function orderByRounded(figures: Rounded): Order {
  const { counts, apart } = figures;
  const byNumbers = orderBy((row) => roundedAt(figures, row));
  return (rows) =>
    rows.some((row) => apart.has(row)) ? byNumbers(rows) : (a, b) => (counts[b] as number) - (counts[a] as number);
}

function compareKeys(a: Exact | undefined, b: Exact | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compareNear(a, b);
}

function oneClass(rows: readonly number[]): Classes {
  return { rows, ends: [rows.length] };
}

/** Units that were equal so far, as classes of those that still are. */
function splitBy({ rows, ends }: Classes, order: Order): Classes {
  const sorted: number[] = [];
  const newEnds: number[] = [];
  let from = 0;
  for (const end of ends) {
    const equals = rows.slice(from, end);
    if (equals.length > 1) {
      const compare = order(equals);
      equals.sort(compare);
      for (let at = 1; at < equals.length; at++) {
        if (compare(equals[at - 1] as number, equals[at] as number) !== 0) newEnds.push(from + at);
      }
    }
    for (const row of equals) sorted.push(row);
    newEnds.push(end);
    from = end;
  }
  return { rows: sorted, ends: newEnds };
}

/** Competition counts the units above (1, 2, 2, 4), dense the classes above (1, 2, 2, 3). */
function numberClasses({ rows, ends }: Classes, ties: Rubric['rank']['ties'], ranks: Int32Array): void {
  let from = 0;
  for (const [classesAbove, end] of ends.entries()) {
    const rank = 1 + (ties === 'competition' ? from : classesAbove);
    for (let at = from; at < end; at++) ranks[rows[at] as number] = end - from > 1 ? -rank : rank;
    from = end;
  }
}
