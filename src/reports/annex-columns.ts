/** The columns of the annex's main table: what each shows of a unit, and what is averaged. */
import { exactAt } from '../model/column.ts';
import { type Cell, number, type TableColumn, text } from '../model/document.ts';
import { add, type Exact, equal, round, sign, subtract, sum, toText } from '../model/exact.ts';
import type { Rubric } from '../model/rubric.ts';
import type { GroupBoard, MarkColumn, Standing } from '../model/scoreboard.ts';
import type { Language } from '../model/words.ts';
import { dash, figure } from './figures.ts';
import { meanOf } from './mean.ts';
import { commonMax } from './ranking.ts';
import { marksOf } from './ranking-notes.ts';
import { annexWords } from './words/annex.ts';
import { words } from './words.ts';

export interface AnnexColumn {
  readonly column: TableColumn;
  readonly cell: (standing: Standing, at: number) => Cell;
  /** The figure that the column shows, where it shows one that can be averaged. */
  readonly figure?: (standing: Standing) => Exact | undefined;
}

/**
 * STT, unit, self-assessed, appraised and survey points, bonus and penalty, total, index, rank, grade. What the
 * rubric has not (surveys, grades, a bonus that anybody got) has no column.
 */
export function columnsOf(board: GroupBoard, self: GroupBoard | undefined, lang: Language): readonly AnnexColumn[] {
  const { rubric, standings } = board;
  const right = (title: string, of: (standing: Standing) => Exact | undefined): AnnexColumn => ({
    column: { title, align: 'right' },
    cell: (standing) => figure(of(standing), rubric),
    figure: of,
  });
  const surveyed = rubric.leaves.some(({ source }) => source === 'survey');
  const got = (kind: 'bonus' | 'penalty'): boolean => standings.some((standing) => sign(standing[kind]) !== 0);
  return [
    { column: { title: annexWords.number[lang], align: 'center' }, cell: (_, at) => number(`${at + 1}`) },
    {
      column: { title: annexWords.unit[lang], align: 'left', flexible: true },
      cell: (standing) => text(standing.unit.name + marksOf(standing)),
    },
    ...(self === undefined ? [] : [right(annexWords.self[lang], (standing) => selfPoints(self, standing))]),
    right(annexWords.appraised[lang], (standing) => pointsFrom(board, standing, false)),
    ...(surveyed ? [right(annexWords.survey[lang], (standing) => pointsFrom(board, standing, true))] : []),
    ...(['bonus', 'penalty'] as const)
      .filter(got)
      .map((kind) => right(words[kind][lang], (standing) => standing[kind])),
    right(annexWords.total[lang], ({ points }) => points),
    ...(commonMax(standings.filter(({ index }) => index !== undefined)) === undefined
      ? [{ column: { title: words.max[lang], align: 'right' }, cell: ({ max }) => number(toText(max)) } as AnnexColumn]
      : []),
    right(annexWords.index[lang], ({ index }) => index),
    {
      column: { title: annexWords.rank[lang], align: 'center' },
      cell: ({ rank }) => (rank === undefined ? dash() : number(`${rank}`)),
    },
    ...(rubric.grades === undefined
      ? []
      : [
          {
            column: { title: annexWords.grade[lang], align: 'center' },
            cell: ({ grade }) => (grade === undefined ? dash() : text(rubric.grades?.bands[grade.at]?.name ?? '')),
          } as AnnexColumn,
        ]),
  ];
}

/** The unit's total on its own figures; none where it left something out, for that would not be its word. */
function selfPoints(self: GroupBoard, { unit }: Standing): Exact | undefined {
  const own = self.standings.find((each) => each.unit.id === unit.id);
  return own === undefined || own.missing.length > 0 || own.index === undefined ? undefined : own.points;
}

/** Points of the leaves that are surveyed, or of those that are not. */
function pointsFrom({ rubric, marks }: GroupBoard, { row }: Standing, surveyed: boolean): Exact {
  const points = rubric.leaves.flatMap(({ source }, at) =>
    (source === 'survey') === surveyed ? (exactAt((marks.leaves[at] as MarkColumn).points, row) ?? []) : [],
  );
  return sum(points);
}

/** The averages of the shown figures under their columns; a dash where a unit has none. */
export function summaryRow(
  columns: readonly AnnexColumn[],
  standings: readonly Standing[],
  rubric: Rubric,
  lang: Language,
): readonly Cell[] {
  return columns.map(({ column, figure: of }, at) => {
    if (column.flexible === true) return text(annexWords.average[lang], 'strong');
    if (of === undefined) return text('');
    const values = standings.flatMap((standing) => of(standing) ?? []);
    if (values.length < standings.length || at === 0) return dash();
    return figure(meanOf(values.map((value) => round(value, rubric.rounding.decimals))), rubric, 'strong');
  });
}

/** Names of the units whose shown parts do not add to their shown total. */
export function unevenUnits(board: GroupBoard, standings: readonly Standing[]): readonly string[] {
  const rounded = (value: Exact): Exact => round(value, board.rubric.rounding.decimals);
  return standings.flatMap((standing) => {
    const { bonus, penalty, points, index, unit } = standing;
    if (index === undefined) return [];
    const parts = [pointsFrom(board, standing, false), pointsFrom(board, standing, true), bonus].map(rounded);
    const shown = subtract(parts.reduce(add), rounded(penalty));
    return equal(shown, rounded(points)) ? [] : [unit.name];
  });
}
