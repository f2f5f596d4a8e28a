/** One unit's scorecard (phiếu điểm): its row of the marks, joined with the texts that were read for it. */
import type { Assessment, CellTexts, FileCount, LeafColumns, Sheet } from '../model/assessment.ts';
import { EXEMPT, exactAt, stateOf } from '../model/column.ts';
import { valueColumns } from '../model/entry.ts';
import { type Exact, subtract, toText } from '../model/exact.ts';
import type { Scorecard, ScorecardRow } from '../model/findings.ts';
import type { Adjustment, Leaf, Rubric } from '../model/rubric.ts';
import {
  type GroupBoard,
  type MarkColumn,
  OUTSIDE,
  OVERRIDDEN,
  type Scoreboard,
  type Standing,
} from '../model/scoreboard.ts';
import { ruleOf } from '../rules/index.ts';

/**
 * The scorecard of a unit that the board lists. The texts of its cells are those that the assessment kept for it
 * (`focus` when loading).
 */
export function findScorecard(assessment: Assessment, board: Scoreboard, unit: string): Scorecard {
  const group = board.groups.find(({ standings }) => standings.some((each) => each.unit.id === unit)) as GroupBoard;
  const standing = group.standings.find((each) => each.unit.id === unit) as Standing;
  const { rubric, marks } = group;
  const sheet = assessment.sheets.find((each) => each.rubric === rubric) as Sheet;
  const seat: Seat = { row: standing.row, rubric, files: assessment.files };
  const nextAbove = unitAbove(group, standing);
  return {
    board,
    group,
    standing,
    domains: rubric.domains.map(({ id, leaves }) => ({
      id,
      rows: leaves.map((at) =>
        makeRow(rubric.leaves[at] as Leaf, sheet.leaves[at] as LeafColumns, marks.leaves[at] as MarkColumn, seat),
      ),
    })),
    adjustments: rubric.adjustments.map((adjustment, at) =>
      makeRow(adjustment, sheet.adjustments[at] as LeafColumns, marks.adjustments[at] as MarkColumn, seat),
    ),
    ...(nextAbove === undefined ? {} : { nextAbove }),
  };
}

/** Where a row of the columns belongs. */
interface Seat {
  readonly row: number;
  readonly rubric: Rubric;
  readonly files: readonly FileCount[];
}

function makeRow(
  node: Leaf | Adjustment,
  columns: LeafColumns,
  { points, source }: MarkColumn,
  { row, rubric, files }: Seat,
): ScorecardRow {
  const isLeaf = 'source' in node;
  const names = valueColumns(rubric.stages, isLeaf ? node.source : 'appraised');
  const value = exactAt(points, row);
  const line = columns.lines[row] as number;
  const texts = columns.texts.get(row);
  return {
    id: node.id,
    title: node.title,
    max: node.max,
    state: isLeaf || source[row] !== 0 ? stateIn(points, source[row] as number, row, value) : 'none',
    ...(value === undefined ? {} : { points: value, source: sourceName(names, source[row] as number) }),
    ...(value === undefined || !isLeaf ? {} : { lost: subtract(node.max, value) }),
    values: filledTexts(names, columns, row),
    rule: wordsOf(node),
    evidence: texts?.evidence ?? '',
    note: texts?.note ?? '',
    ...(line === 0 ? {} : { place: { file: fileOf(columns, row, files), line, column: 1 } }),
  };
}

function fileOf(columns: LeafColumns, row: number, files: readonly FileCount[]): string {
  return (files[columns.files[row] as number] as FileCount).file;
}

function stateIn(
  points: MarkColumn['points'],
  source: number,
  row: number,
  value: Exact | undefined,
): ScorecardRow['state'] {
  if (source === OUTSIDE) return 'outside';
  if (stateOf(points, row) === EXEMPT) return 'exempt';
  return value === undefined ? 'missing' : 'scored';
}

function sourceName(names: readonly string[], source: number): string {
  return source === OVERRIDDEN ? 'override' : (names[source - 1] as string);
}

/** What the unit's row says, column by column; last year's value first and the council's last. */
function filledTexts(names: readonly string[], columns: LeafColumns, row: number): ScorecardRow['values'] {
  const texts: CellTexts | undefined = columns.texts.get(row);
  const override = columns.overrides.get(row);
  return [
    { column: 'previous', text: texts?.previous ?? '' },
    ...names.map((column, at) => ({ column, text: texts?.values[at] ?? '' })),
    { column: 'override', text: override === undefined ? '' : toText(override.points) },
  ].filter(({ text }) => text !== '');
}

function wordsOf({ rule, max }: Leaf | Adjustment): ScorecardRow['rule'] {
  const { tell } = ruleOf(rule);
  return { en: tell.en({ options: rule.options, max }), vi: tell.vi({ options: rule.options, max }) };
}

/** The nearest unit with a better rank, and the index points between in the sense of `rank.on`. */
function unitAbove(group: GroupBoard, standing: Standing): Scorecard['nextAbove'] {
  const { rank } = standing;
  if (rank === undefined) return undefined;
  const above = group.standings.filter((each) => each.rank !== undefined && each.rank < rank).at(-1);
  const key = keyOf(group.rubric);
  const [own, better] = [key(standing), above === undefined ? undefined : key(above)];
  return above === undefined || own === undefined || better === undefined
    ? undefined
    : { standing: above, gap: subtract(better, own) };
}

function keyOf({ rank }: Rubric): (standing: Standing) => Exact | undefined {
  return ({ exact, index }) => (rank.on === 'exact' ? exact : index);
}
