/** The rows of a form below its header: the tree with sums of points, bonus and penalty, and the total. */
import {
  type Adjustment,
  type Leaf,
  leavesUnder,
  type Node,
  type NodeRef,
  nodeOf,
  type Rubric,
} from '../model/rubric.ts';
import { type BookCell, type BookSheet, cellName, type InputCheck } from '../model/workbook.ts';
import { bookText } from './book-cells.ts';
import { createLists } from './form-lists.ts';
import { formRow, type RowPlan, shownNumber } from './form-row.ts';
import { formWords } from './words/form.ts';

export interface FormBody {
  readonly rows: readonly (readonly BookCell[])[];
  readonly checks: readonly InputCheck[];
  readonly lists: BookSheet;
}

/** A line of the form before its cells are made. */
type Line =
  | { readonly kind: 'parent'; readonly node: Node; readonly leaves: readonly number[] }
  | { readonly kind: 'leaf'; readonly at: number }
  | { readonly kind: 'heading' }
  | { readonly kind: 'adjustment'; readonly node: Adjustment }
  | { readonly kind: 'total' };

/** `first` is the row of the first line, from 1. */
export function formBody(rubric: Rubric, plan: Omit<RowPlan, 'lists'> & { readonly first: number }): FormBody {
  const { order, how, mark, first } = plan;
  const lists = createLists();
  const lines = linesOf(rubric);
  const rowOfLeaf = new Map(
    lines.flatMap((line, at) => (line.kind === 'leaf' ? [[line.at, first + at] as const] : [])),
  );
  const rowsOf = (kind: 'bonus' | 'penalty') =>
    lines.flatMap((line, at) => (line.kind === 'adjustment' && line.node.kind === kind ? [first + at] : []));
  const points = order.indexOf('points') + 1;
  const sumOf = (leaves: readonly number[]) =>
    ranges(
      leaves.flatMap((at) => rowOfLeaf.get(at) ?? []),
      points,
    );
  const checks: InputCheck[] = [];
  const parent = (known: Readonly<Record<string, BookCell>>, role: 'parent' | 'total'): readonly BookCell[] =>
    order.map((name) => known[name] ?? bookText('', role));
  const rows = lines.map((line, at): readonly BookCell[] => {
    switch (line.kind) {
      case 'parent': {
        const { id, title, max, note } = line.node;
        return parent(
          {
            criterion: bookText(id, 'parent'),
            title: bookText(title, 'parent'),
            max: { ...bookText(shownNumber(max, mark), 'parent'), align: 'center' },
            rule: bookText(note ?? '', 'parent'),
            points: { kind: 'sum', of: sumOf(line.leaves), decimals: 2, role: 'parent' },
          },
          'parent',
        );
      }
      case 'heading':
        return parent({ title: bookText(formWords.adjustments[how.lang], 'parent') }, 'parent');
      case 'total': {
        const all = ranges([...rowOfLeaf.values(), ...rowsOf('bonus')], points);
        const less = ranges(rowsOf('penalty'), points);
        // As in the sums above it: the errors of doubles stay behind the ninth decimal.
        const formula = `ROUND(SUM(${all.join(',')})${less.length === 0 ? '' : `-SUM(${less.join(',')})`},9)`;
        return parent(
          {
            title: bookText(formWords.total[how.lang], 'total'),
            max: { ...bookText(shownNumber(rubric.scale, mark), 'total'), align: 'center' },
            points: { kind: 'formula', formula, decimals: 2, result: '0', role: 'total' },
          },
          'total',
        );
      }
      default: {
        const node = line.kind === 'leaf' ? (rubric.leaves[line.at] as Leaf) : line.node;
        const made = formRow(node, first + at, { ...plan, lists });
        checks.push(...made.checks);
        return made.cells;
      }
    }
  });
  return { rows, checks, lists: lists.sheet() };
}

function linesOf(rubric: Rubric): readonly Line[] {
  const parent = (ref: NodeRef): Line => ({
    kind: 'parent',
    node: nodeOf(rubric, ref),
    leaves: leavesUnder(rubric, ref),
  });
  const tree = rubric.domains.flatMap((domain, at) => [
    parent({ level: 'domain', at }),
    ...domain.criteria.flatMap((position): readonly Line[] => {
      const criterion = rubric.criteria[position];
      const leaves = (criterion?.leaves ?? []).map((leaf): Line => ({ kind: 'leaf', at: leaf }));
      return criterion?.hasParts ? [parent({ level: 'criterion', at: position }), ...leaves] : leaves;
    }),
  ]);
  const beyond = rubric.adjustments.map((node): Line => ({ kind: 'adjustment', node }));
  return [...tree, ...(beyond.length === 0 ? [] : [{ kind: 'heading' } as const, ...beyond]), { kind: 'total' }];
}

/** Rows as ranges of one column: neighbours are drawn together. */
function ranges(rows: readonly number[], column: number): readonly string[] {
  const runs: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last.to + 1 === row) last.to = row;
    else runs.push({ from: row, to: row });
  }
  return runs.map(({ from, to }) => `${cellName(from, column)}:${cellName(to, column)}`);
}
