/** Printed ranks: whether they follow the scores, and which way of counting after a tie fits them. */
import { compare, type Exact, equal, toText, whole } from '../model/exact.ts';
import type { PublishedRow, PublishedTable, TableFinding } from '../model/published.ts';
import { type Figure, figureOf } from './audit-cells.ts';
import { groupsOf } from './audit-sums.ts';

interface Ranked {
  readonly row: PublishedRow;
  readonly rank: Figure;
  /** The index, else the total. */
  readonly score: Figure | undefined;
}

/** Group by group; a table may list only some of the units. */
export function checkRanks(table: PublishedTable): readonly TableFinding[] {
  return groupsOf(table).flatMap(({ name, rows }) => {
    const ranked = rows.flatMap((row): Ranked[] => {
      const rank = figureOf(table, row, 'rank');
      const score = figureOf(table, row, 'index') ?? figureOf(table, row, 'total');
      return rank === undefined ? [] : [{ row, rank, score }];
    });
    const [real, unreal] = [ranked.filter(isRank), ranked.filter((each) => !isRank(each))];
    const sorted = real.toSorted((a, b) => compare(a.rank.value, b.rank.value));
    return [...unreal.map(noRank), ...orderOf(sorted), ...stylesOf(sorted, name, isWhole(table, rows))];
  });
}

function isRank({ rank: { value } }: Ranked): boolean {
  return value.n > 0n && value.n % value.d === 0n;
}

function noRank({ row, rank }: Ranked): TableFinding {
  return {
    ...{ check: 'order', verdict: 'refuted', place: rank.cell.place, subject: row.name },
    ...{ printed: rank.cell.text, truth: '', kind: 'no-rank', facts: {} },
  };
}

/** Whether the rows are all units of their group, by the size that is printed. */
function isWhole(table: PublishedTable, rows: readonly PublishedRow[]): boolean {
  const all = whole(rows.length);
  return rows.every((row) => {
    const size = figureOf(table, row, 'size');
    return size !== undefined && equal(size.value, all);
  });
}

/** Each unit against the next below. */
function orderOf(sorted: readonly Ranked[]): readonly TableFinding[] {
  return sorted.slice(1).flatMap((below, at): TableFinding[] => {
    const above = sorted[at] as Ranked;
    if (above.score === undefined || below.score === undefined) return [];
    const order = compare(above.score.value, below.score.value);
    const isTied = equal(above.rank.value, below.rank.value);
    const facts = {
      ...{ score: below.score.cell.text, other: above.row.name },
      ...{ otherRank: above.rank.cell.text, otherScore: above.score.cell.text },
    };
    const base = { check: 'order' as const, place: below.rank.cell.place, subject: below.row.name };
    const printed = { printed: below.rank.cell.text, truth: '', facts };
    if (isTied) return [{ ...base, ...printed, verdict: order === 0 ? 'confirmed' : 'refuted', kind: 'tied' }];
    if (order === 0) return [{ ...base, ...printed, verdict: 'possible', kind: 'equal' }];
    return [{ ...base, ...printed, verdict: order > 0 ? 'confirmed' : 'refuted', kind: 'order' }];
  });
}

/**
 * Competition (1, 2, 2, 4) fits unless a rank follows a tie too closely; dense (1, 2, 2, 3) fits if no rank is left
 * out. Units that are not listed may fill a gap of either; where all are listed no gap may be left.
 */
function stylesOf(sorted: readonly Ranked[], group: string, isAll: boolean): readonly TableFinding[] {
  const first = sorted[0];
  if (first === undefined || sorted.length < 2) return [];
  const ranks = sorted.map(({ rank }) => rank.value);
  const classes = ranks.filter((rank, at) => at === 0 || !equal(rank, ranks[at - 1] as Exact));
  const misfit = sorted.find(({ rank }, at) => {
    const above = ranks.slice(0, at).filter((other) => compare(other, rank.value) < 0).length;
    const order = compare(rank.value, whole(above + 1));
    return order < 0 || (isAll && order > 0);
  });
  const isDense = classes.every((rank, at) => equal(rank, whole(at + 1)));
  const isTied = classes.length < ranks.length;
  const fits = misfit === undefined ? (isTied ? 'competition' : 'untied') : isDense ? 'dense' : 'none';
  const at = misfit ?? first;
  const facts = { fits, ties: String(ranks.length - classes.length), listed: String(ranks.length) };
  return [
    {
      ...{ check: 'ties', verdict: fits === 'none' ? 'refuted' : 'confirmed', place: at.rank.cell.place },
      ...{ subject: group || at.row.name, printed: at.rank.cell.text, truth: '' },
      ...{ kind: fits !== 'none' ? 'style' : isAll ? 'gap' : 'no-style' },
      facts: { ...facts, rank: toText(at.rank.value) },
    },
  ];
}
