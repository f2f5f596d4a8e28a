/** One unit's scorecard (phiếu điểm): its row of the marks, joined with the texts that were read for it. */

import type { Assessment, CellTexts, FileCount, LeafColumns, Sheet } from '../model/assessment.ts';
import { EXEMPT, exactAt, stateOf } from '../model/column.ts';
import { valueColumns } from '../model/entry.ts';
import { add, compare, divide, type Exact, reduce, subtract, sum, toText, ZERO } from '../model/exact.ts';
import type { Scorecard, ScorecardDomain, ScorecardRow } from '../model/findings.ts';
import { fileAt, lineAt } from '../model/places.ts';
import type { Adjustment, Leaf, Rubric } from '../model/rubric.ts';
import {
  type GroupBoard,
  type MarkColumn,
  type Marks,
  OUTSIDE,
  OVERRIDDEN,
  type Scoreboard,
  type Standing,
} from '../model/scoreboard.ts';
import { ruleOf } from '../rules/index.ts';
import { markSheet } from '../score/mark.ts';

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
  const { indices, self: selfMarks } = shared(group, sheet);
  return {
    board,
    group,
    standing,
    domains: rubric.domains.map(({ id, leaves }, position) => {
      const rows = leaves.map((at) => {
        const self = selfMarks && exactAt((selfMarks.leaves[at] as MarkColumn).points, standing.row);
        const row = makeRow(
          rubric.leaves[at] as Leaf,
          sheet.leaves[at] as LeafColumns,
          marks.leaves[at] as MarkColumn,
          seat,
        );
        return self === undefined ? row : { ...row, self };
      });
      return { id, rows, ...sidesOf(rows), ...amongOf(indices[position] ?? [], standing.domains[position]?.index) };
    }),
    adjustments: rubric.adjustments.map((adjustment, at) =>
      makeRow(adjustment, sheet.adjustments[at] as LeafColumns, marks.adjustments[at] as MarkColumn, seat),
    ),
    ...(nextAbove === undefined ? {} : { nextAbove }),
  };
}

const SELF = 'self';

/** The sums of a domain's points by where they come from. */
function sidesOf(rows: readonly ScorecardRow[]): Pick<ScorecardDomain, 'self' | 'appraised' | 'survey'> {
  const total = (values: readonly Exact[]): Exact | undefined => (values.length === 0 ? undefined : sum(values));
  const counted = rows.filter(({ state }) => state === 'scored' || state === 'missing');
  const isSurvey = (row: ScorecardRow): boolean => row.isSurvey === true;
  const self = total(rows.flatMap((row) => row.self ?? []));
  const appraised = total(counted.filter((row) => !isSurvey(row)).map(({ points }) => points ?? ZERO));
  const survey = total(counted.filter(isSurvey).map(({ points }) => points ?? ZERO));
  return {
    ...(self === undefined ? {} : { self }),
    ...(appraised === undefined ? {} : { appraised }),
    ...(survey === undefined ? {} : { survey }),
  };
}

/** What all units of a board share, worked out with the first that asks. */
const sharedOf = new WeakMap<GroupBoard, { readonly indices: readonly (readonly Exact[])[]; readonly self?: Marks }>();

function shared(
  group: GroupBoard,
  sheet: Sheet,
): { readonly indices: readonly (readonly Exact[])[]; readonly self?: Marks } {
  const known = sharedOf.get(group);
  if (known !== undefined) return known;
  const { rubric, standings } = group;
  const ranked = standings.filter(({ rank }) => rank !== undefined);
  const stage = rubric.stages.indexOf(SELF);
  const made = {
    indices: rubric.domains.map((_, at) =>
      ranked.flatMap(({ domains }) => domains[at]?.index ?? []).toSorted((a, b) => compare(b, a)),
    ),
    ...(stage < 0 ? {} : { self: markSheet(sheet, stage) }),
  };
  sharedOf.set(group, made);
  return made;
}

/** Where a component index stands among those of the ranked units, the best first. */
function amongOf(sorted: readonly Exact[], index: Exact | undefined): Pick<ScorecardDomain, 'among'> {
  if (index === undefined || sorted.length === 0) return {};
  const half = (sorted.length - 1) >> 1;
  const [upper, lower] = [sorted[half], sorted[sorted.length - 1 - half]] as [Exact, Exact];
  let above = 0;
  for (let to = sorted.length; above < to; ) {
    const middle = (above + to) >> 1;
    if (compare(sorted[middle] as Exact, index) > 0) above = middle + 1;
    else to = middle;
  }
  return {
    among: {
      best: sorted[0] as Exact,
      median: reduce(divide(add(upper, lower), { n: 2n, d: 1n })),
      worst: sorted.at(-1) as Exact,
      place: 1 + above,
      of: sorted.length,
    },
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
  const line = lineAt(columns.places, row);
  const texts = columns.texts.get(row);
  return {
    id: node.id,
    title: node.title,
    max: node.max,
    state: isLeaf || source[row] !== 0 ? stateIn(points, source[row] as number, row, value) : 'none',
    ...(value === undefined ? {} : { points: value, source: sourceName(names, source[row] as number) }),
    ...(value === undefined || !isLeaf ? {} : { lost: subtract(node.max, value) }),
    values: filledTexts(names, columns, row),
    ...(isLeaf && node.source === 'survey' ? { isSurvey: true as const } : {}),
    rule: wordsOf(node),
    evidence: texts?.evidence ?? '',
    note: texts?.note ?? '',
    ...(line === 0 ? {} : { place: { file: fileOf(columns, row, files), line, column: 1 } }),
  };
}

function fileOf(columns: LeafColumns, row: number, files: readonly FileCount[]): string {
  return (files[fileAt(columns.places, row)] as FileCount).file;
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
