/** Figures that are made of other figures: totals of parts, indices, shares, counts, differences, running numbers. */
import {
  divide,
  type Exact,
  equal,
  exact,
  HUNDRED,
  multiply,
  negate,
  sign,
  subtract,
  sum,
  toText,
  whole,
} from '../model/exact.ts';
import type { Check, PublishedRow, PublishedTable, Role, TableFinding } from '../model/published.ts';
import {
  columnOf,
  endsOf,
  type Figure,
  figureOf,
  figuresOf,
  judge,
  rangeOfPart,
  rangeOfResult,
  shownIn,
} from './audit-cells.ts';
import { addIntervals, divideIntervals, multiplyIntervals, negateInterval, point } from './audit-interval.ts';

/** Every such check that the columns allow, in the order of the rows. */
export function checkSums(table: PublishedTable): readonly TableFinding[] {
  const { rows } = table;
  return [
    ...rows.flatMap((row) => partsOf(table, row)),
    ...rows.flatMap((row) => ratioOf(table, row, 'index', ['total', 'max'])),
    ...shareRatios(table),
    ...columnSums(table, 'share'),
    ...columnSums(table, 'count'),
    // Sizes of groups add up where each group is a row; else they stand on the rows of units.
    ...(columnOf(table, 'unit') === undefined ? columnSums(table, 'size') : []),
    ...rows.flatMap((row) => differenceOf(table, row)),
    ...runningNumbers(table),
  ];
}

/** A result held against the sum of some figures. */
function sumFinding(check: Check, parts: readonly Figure[], result: Figure, subject: string): TableFinding {
  const made = sum(parts.map(({ value }) => value));
  const range = parts.map(rangeOfPart).reduce(addIntervals);
  const truth = shownIn(made, result.column);
  return {
    ...{ check, verdict: judge(made, range, result), place: result.cell.place, subject },
    ...{ printed: result.cell.text, truth, kind: 'sum', facts: { made: toText(made), ...endsOf(range) } },
  };
}

function partsOf(table: PublishedTable, row: PublishedRow): readonly TableFinding[] {
  const parts = figuresOf(table, row, 'part');
  const less = figuresOf(table, row, 'penalty').map((figure) => ({ ...figure, value: negate(figure.value) }));
  const beyond = [...figuresOf(table, row, 'bonus'), ...less];
  const total = figureOf(table, row, 'total');
  const all = table.columns.filter(({ role }) => role === 'part').length;
  // Where a part was not printed, nothing can be added.
  return total === undefined || parts.length === 0 || parts.length < all
    ? []
    : [sumFinding('parts', [...parts, ...beyond], total, row.name)];
}

/** points ÷ maximum × 100 against a printed index. */
function ratioOf(
  table: PublishedTable,
  row: PublishedRow,
  role: 'index',
  [above, below]: readonly [Role, Role],
): readonly TableFinding[] {
  const [result, points, max] = [role, above, below].map((each) => figureOf(table, row, each));
  return result && points && max ? ratioFinding('index', points, max, result, row.name) : [];
}

/** Counts ÷ their total against printed shares. */
function shareRatios(table: PublishedTable): readonly TableFinding[] {
  return groupsOf(table).flatMap(({ rows, total }) => {
    const counts = rows.flatMap((row) => figureOf(table, row, 'count') ?? []);
    const all = total && figureOf(table, total, 'count');
    const added = sum(counts.map(({ value }) => value));
    return rows.flatMap((row) => {
      const [count, share] = [figureOf(table, row, 'count'), figureOf(table, row, 'share')];
      if (count === undefined || share === undefined) return [];
      return ratioFinding('share', count, all ?? { ...count, value: added }, share, row.name);
    });
  });
}

function ratioFinding(
  check: Check,
  points: Figure,
  max: Figure,
  result: Figure,
  subject: string,
): readonly TableFinding[] {
  if (sign(max.value) === 0) return [];
  const made = divide(multiply(points.value, HUNDRED), max.value);
  const quotient = divideIntervals(rangeOfPart(points), rangeOfPart(max));
  const range = quotient && multiplyIntervals(quotient, point(HUNDRED));
  const facts = {
    points: toText(points.value),
    max: toText(max.value),
    made: shownIn(made, { ...result.column, decimals: result.column.decimals + 2 }),
  };
  return [
    {
      ...{ check, verdict: judge(made, range, result), place: result.cell.place, subject },
      ...{ printed: result.cell.text, truth: shownIn(made, result.column), kind: 'ratio', facts },
    },
  ];
}

interface Group {
  readonly name: string;
  readonly rows: readonly PublishedRow[];
  /** The row of totals that stands under them. */
  readonly total: PublishedRow | undefined;
}

/** Rows of one group with its row of totals. */
export function groupsOf({ rows }: PublishedTable): readonly Group[] {
  const names = [...new Set(rows.filter(({ isTotal }) => !isTotal).map(({ group }) => group))];
  return names.map((name) => ({
    name,
    rows: rows.filter((row) => !row.isTotal && row.group === name),
    total: rows.find((row) => row.isTotal && (row.group === name || names.length === 1)),
  }));
}

/** Shares must add to 100 (and to the total that is printed), counts to their total. */
function columnSums(table: PublishedTable, role: 'share' | 'count' | 'size'): readonly TableFinding[] {
  return groupsOf(table).flatMap(({ name, rows, total }) => {
    const figures = rows.flatMap((row) => figureOf(table, row, role) ?? []);
    const column = columnOf(table, role);
    const last = figures.at(-1);
    if (column === undefined || last === undefined || figures.length < rows.length || figures.length < 2) return [];
    const printed = total && figureOf(table, total, role);
    const check = role === 'share' ? 'shares' : 'counts';
    if (printed) return [sumFinding(check, figures, printed, name || column.header)];
    // Without a row of totals shares still make a whole: told at the last of them.
    const whole100 = { ...last, value: HUNDRED, cell: { ...last.cell, text: '100' } };
    const found = sumFinding(check, figures, whole100, name || column.header);
    return role === 'share' ? [{ ...found, printed: '', kind: 'whole' }] : [];
  });
}

/** A printed change against the two years' figures; a figure that also stands in another row is a likely copy. */
function differenceOf(table: PublishedTable, row: PublishedRow): readonly TableFinding[] {
  const [from, to, delta] = (['from', 'to', 'delta'] as const).map((role) => figureOf(table, row, role));
  if (from === undefined || to === undefined || delta === undefined) return [];
  const made = subtract(to.value, from.value);
  const range = addIntervals(rangeOfResult(to), negateInterval(rangeOfResult(from)));
  const verdict = judge(made, range, delta);
  const copy = verdict === 'refuted' ? copyOf(table, row, from) : undefined;
  const needed = shownIn(subtract(to.value, delta.value), from.column);
  const facts = {
    ...{ from: from.cell.text, to: to.cell.text, needed, ...endsOf(range) },
    ...(copy === undefined ? {} : { copy: copy.name }),
  };
  return [
    {
      ...{ check: 'delta', verdict, place: delta.cell.place, subject: row.name },
      ...{ printed: delta.cell.text, truth: shownIn(made, delta.column), kind: 'difference', facts },
    },
  ];
}

/** Another row with the same figure in the same column. */
function copyOf(table: PublishedTable, own: PublishedRow, figure: Figure): PublishedRow | undefined {
  return table.rows.find((row) => {
    const other = row === own ? undefined : figureOf(table, row, figure.column.role);
    return other !== undefined && equal(other.value, figure.value);
  });
}

/** Running numbers count 1, 2, 3 ... over the rows of the table, or of each group. */
function runningNumbers(table: PublishedTable): readonly TableFinding[] {
  const rows = table.rows.filter(({ isTotal }) => !isTotal);
  const startsAgain = rows.filter((row) => isNumber(table, row, whole(1))).length > 1;
  const lists = startsAgain ? groupsOf(table).map((group) => group.rows) : [rows];
  return lists.flatMap((list) =>
    list.flatMap((row, at): TableFinding[] => {
      const figure = figureOf(table, row, 'number');
      if (figure === undefined) return [];
      const expected = exact(BigInt(at + 1));
      const verdict = equal(figure.value, expected) ? 'confirmed' : 'refuted';
      return [
        {
          ...{ check: 'numbers', verdict, place: figure.cell.place, subject: row.name },
          ...{ printed: figure.cell.text, truth: toText(expected), kind: 'number', facts: {} },
        },
      ];
    }),
  );
}

function isNumber(table: PublishedTable, row: PublishedRow, value: Exact): boolean {
  const figure = figureOf(table, row, 'number');
  return figure !== undefined && equal(figure.value, value);
}
