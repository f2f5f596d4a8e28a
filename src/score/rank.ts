/**
 * Ranks in one group (xếp hạng): by the index, then by each tie-break, as classes of equals that every key
 * splits further.
 *
 *   all ranked ─index→ classes ─first tie-break→ smaller classes ─...→ ranks
 */
import type { Exact } from '../model/exact.ts';
import type { Passes } from '../model/passes.ts';
import type { NodeRef, Rubric } from '../model/rubric.ts';
import type { Figure } from '../model/scoreboard.ts';
import { inSense } from './figure.ts';
import { compareNear } from './filter.ts';
import { hasFigure, type Rounded, roundedAt } from './rounded.ts';
import { isSafe, quotient } from './safe.ts';
import type { Results } from './standing.ts';

/** Rows, the best first, and behind which of them each class of equals ends. */
interface Classes {
  readonly rows: Int32Array;
  readonly ends: Int32Array;
}

/** Rows that were equal so far, in the order of one more figure. */
type Order = (rows: Int32Array) => Classes;

/**
 * The group's rows as they are listed: the ranked, equals in the order given; then the unranked by their
 * index; then those without an index. Ranks go to the results. `figureAt` gives the figure of a node for a row.
 */
export function rankGroup(
  rows: Int32Array,
  { index, fractionAt, ranks, apart, passes }: Results,
  rubric: Rubric,
  figureAt: (row: number, node: NodeRef) => Figure,
): Int32Array {
  const { on, breaks, ties } = rubric.rank;
  const byIndex = on === 'exact' ? orderBy(fractionAt) : orderByRounded(index, passes);
  const byNode = (node: NodeRef): Order =>
    orderBy((row) => inSense(figureAt(row, node).index, on, rubric.rounding.decimals));
  const rank = (ranked: Int32Array): Int32Array => {
    const classes = breaks.map(byNode).reduce(splitBy, byIndex(ranked));
    numberClasses(classes, ties, ranks);
    return classes.rows;
  };
  // Mostly all are ranked, and no row need be asked.
  if (apart.size === 0 && index.apart.size === 0) return rank(rows);
  const withIndex = rows.filter((row) => hasFigure(index, row));
  const unranked = withIndex.filter((row) => apart.has(row));
  const withoutIndex = rows.filter((row) => !hasFigure(index, row));
  const ranked = rank(withIndex.filter((row) => !apart.has(row)));
  return Int32Array.from([...ranked, ...byIndex(unranked).rows, ...withoutIndex]);
}

/** The larger a number the better; undefined (exempt) loses to any. Numbers are made once a row. */
function orderBy(numberAt: (row: number) => Exact | undefined): Order {
  return (rows) => {
    const numbers = new Map(Array.from(rows, (row) => [row, numberAt(row)]));
    const compare = (a: number, b: number): number => compareKeys(numbers.get(b), numbers.get(a));
    return classesOf(rows.toSorted(compare), (a, b) => compare(a, b) === 0);
  };
}

/**
 * The same of rounded figures, which are mostly whole numbers side by side. Each becomes a number that also holds its
 * place among the rows, the last ones first: these are sorted without a call for every pair, and read from their end.
 */
function orderByRounded(figures: Rounded, passes: Passes | undefined): Order {
  const { counts, apart } = figures;
  const byNumbers = orderBy((row) => roundedAt(figures, row));
  return (rows) => {
    const ordered = apart.size === 0 ? passes?.order(rows, counts) : undefined;
    if (ordered) return ordered;
    const size = rows.length;
    const keys = new Float64Array(size);
    for (let at = 0; at < size; at++) {
      const row = rows[at] as number;
      const key = (counts[row] as number) * size + (size - 1 - at);
      // Half of what doubles hold, so that the product was exact, too.
      if (!isSafe(2 * key) || (apart.size > 0 && apart.has(row))) return byNumbers(rows);
      keys[at] = key;
    }
    keys.sort();
    const sorted = new Int32Array(size);
    const ends: number[] = [];
    let above: number | undefined;
    for (let at = 0; at < size; at++) {
      const key = keys[size - 1 - at] as number;
      const count = quotient(key, size);
      if (above !== undefined && count !== above) ends.push(at);
      sorted[at] = rows[size - 1 - (key - count * size)] as number;
      above = count;
    }
    ends.push(size);
    return { rows: sorted, ends: Int32Array.from(ends) };
  };
}

/** Rows in their order as classes of equals. */
function classesOf(rows: Int32Array, isEqual: (a: number, b: number) => boolean): Classes {
  const ends: number[] = [];
  for (let at = 1; at < rows.length; at++) {
    if (!isEqual(rows[at - 1] as number, rows[at] as number)) ends.push(at);
  }
  ends.push(rows.length);
  return { rows, ends: Int32Array.from(ends) };
}

function compareKeys(a: Exact | undefined, b: Exact | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compareNear(a, b);
}

/** Units that were equal so far, as classes of those that still are. */
function splitBy({ rows, ends }: Classes, order: Order): Classes {
  const sorted = rows.slice();
  const newEnds: number[] = [];
  let from = 0;
  for (const end of ends) {
    if (end - from > 1) {
      const split = order(rows.subarray(from, end));
      sorted.set(split.rows, from);
      for (const each of split.ends) newEnds.push(from + each);
    } else newEnds.push(end);
    from = end;
  }
  return { rows: sorted, ends: Int32Array.from(newEnds) };
}

/** Competition counts the units above (1, 2, 2, 4), dense the classes above (1, 2, 2, 3). */
function numberClasses({ rows, ends }: Classes, ties: Rubric['rank']['ties'], ranks: Int32Array): void {
  let from = 0;
  for (let classesAbove = 0; classesAbove < ends.length; classesAbove++) {
    const end = ends[classesAbove] as number;
    const rank = 1 + (ties === 'competition' ? from : classesAbove);
    for (let at = from; at < end; at++) ranks[rows[at] as number] = end - from > 1 ? -rank : rank;
    from = end;
  }
}
