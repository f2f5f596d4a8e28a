/**
 * The ranking as a workbook: ranking, domains, leaves (one sheet a rubric), rubric, provenance. Figures are those of
 * the page; text stays text.
 */
import type { Tone } from '../model/document.ts';
import { toText } from '../model/exact.ts';
import type { Leaf, Rubric } from '../model/rubric.ts';
import type { Scoreboard, Standing } from '../model/scoreboard.ts';
import type { Language } from '../model/words.ts';
import type { BookCell, BookSheet, Workbook } from '../model/workbook.ts';
import { bookNumber, bookText, sheetNames } from './book-cells.ts';
import { distance, holdsText, isHeld, shown } from './figures.ts';
import { detailSheets } from './ranking-details.ts';
import { provenanceSheet } from './ranking-provenance.ts';
import { type GroupView, type RankingOptions, viewRanking } from './ranking-view.ts';
import type { RubricOptions } from './rubric-data.ts';
import { rubricSheet } from './rubric-sheet.ts';
import { draft, rankingTitle, unitWithFaults, unofficialBasis, yearAndBasis } from './words/ranking.ts';
import { exemptIn, missingIn, overriddenIn, sheetWords } from './words/workbook.ts';
import { columnName, words } from './words.ts';

export interface RankingBookOptions extends RankingOptions {
  readonly tell: RubricOptions['tell'];
}

/** The sheets of a scoreboard's ranking, in the order of the tabs. */
export function rankingWorkbook(board: Scoreboard, options: RankingBookOptions): Workbook {
  const views = viewRanking(board, options);
  const title = board.title ?? rankingTitle[options.lang]({ year: board.year });
  const sheets = [
    rankingSheet(board, views, title, options),
    ...detailSheets(views, options.lang),
    ...rubricsOf(views).map((rubric) => rubricSheet(rubric, options)),
    provenanceSheet(board, views, options),
  ];
  const names = sheetNames(sheets.map((sheet) => sheet.name));
  return { title, sheets: sheets.map((sheet, at) => ({ ...sheet, name: names[at] as string })) };
}

function rubricsOf(views: readonly GroupView[]): readonly Rubric[] {
  return [...new Map(views.map(({ board: { rubric } }) => [rubric.sha256, rubric])).values()];
}

const WIDTHS = { rank: 8, tie: 12, group: 16, id: 18, unit: 36, figure: 12, grade: 14, remarks: 50 };

function rankingSheet(
  board: Scoreboard,
  views: readonly GroupView[],
  title: string,
  { lang, group }: RankingBookOptions,
): BookSheet {
  const basis = columnName(board.basis)[lang];
  const leftOut = board.leftOut.filter(({ unit }) => group === undefined || unit.group === group);
  const isOfficial = views.every((view) => view.board.rubric.stages.at(-1) === board.basis);
  const official = columnName(views[0]?.board.rubric.stages.at(-1) ?? board.basis)[lang];
  const scored = views.reduce((total, view) => total + view.board.standings.length, 0);
  const list = leftOut.map(({ unit, faults }) => unitWithFaults[lang]({ name: unit.name, faults })).join(', ');
  const top: BookCell[][] = [
    [bookText(title, 'title')],
    [bookText(yearAndBasis[lang]({ year: board.year, basis }), 'note')],
    ...(leftOut.length === 0
      ? []
      : [[bookText(draft[lang]({ left: leftOut.length, all: scored + leftOut.length, list }), 'note', 'warn')]]),
    ...(isOfficial ? [] : [[bookText(unofficialBasis[lang]({ basis, official }), 'note', 'warn')]]),
  ];
  const head = [
    words.rank[lang],
    words.unit[lang],
    sheetWords.ties[lang],
    sheetWords.group[lang],
    words.id[lang],
    words.points[lang],
    words.max[lang],
    words.index[lang],
    words.grade[lang],
    words.shortBy[lang],
    sheetWords.remarks[lang],
  ].map((column) => bookText(column, 'head'));
  const { rank, tie, unit, id, figure, grade, remarks } = WIDTHS;
  return {
    name: sheetWords.ranking[lang],
    visible: 'shown',
    widths: [rank, unit, tie, WIDTHS.group, id, figure, figure, figure, grade, figure, remarks],
    rows: [...top, head, ...views.flatMap((view) => view.shown.map((standing) => rankingRow(standing, view, lang)))],
    header: top.length,
    frozen: 2,
    filter: true,
  };
}

function rankingRow(standing: Standing, { board }: GroupView, lang: Language): readonly BookCell[] {
  const { unit, rank, tied, points, max, index, grade } = standing;
  const { rubric, name } = board;
  const bands = rubric.grades?.bands ?? [];
  const margin = grade?.margin;
  return [
    rank === undefined ? bookText('') : { ...bookNumber(`${rank}`), ordinal: true },
    bookText(unit.name, 'body', 'strong'),
    bookText(tied ? sheetWords.shared[lang] : ''),
    bookText(name),
    bookText(unit.id),
    bookNumber(shown(points, rubric)),
    bookNumber(toText(max)),
    index === undefined ? bookText('') : bookNumber(shown(index, rubric), 'strong'),
    grade === undefined
      ? bookText('')
      : bookText(bands[grade.at]?.name ?? '', 'body', gradeTone(grade.at, bands.length)),
    margin === undefined || isHeld(standing) ? bookText('') : bookNumber(distance(margin, rubric)),
    bookText(remarksOn(standing, rubric, lang)),
  ];
}

/** The best grade, the lowest, and the last but one of four or more. */
function gradeTone(at: number, count: number): Tone {
  if (at === 0) return 'good';
  if (at === count - 1) return 'bad';
  return at === count - 2 && count > 3 ? 'warn' : 'plain';
}

function remarksOn(standing: Standing, rubric: Rubric, lang: Language): string {
  const list = (positions: readonly number[]): string =>
    positions.map((at) => (rubric.leaves[at] as Leaf).id).join(', ');
  const { unit, index, overrides, missing, exempt } = standing;
  return [
    index === undefined ? sheetWords.withoutIndex[lang] : unit.ranked ? '' : sheetWords.unranked[lang],
    overrides.length > 0 ? overriddenIn[lang]({ list: overrides.join(', ') }) : '',
    missing.length > 0 ? missingIn[lang]({ list: list(missing) }) : '',
    index !== undefined && exempt.length > 0 ? exemptIn[lang]({ list: list(exempt) }) : '',
    isHeld(standing) ? holdsText(standing, rubric, lang, true) : '',
    unit.note,
  ]
    .filter((remark) => remark !== '')
    .join('; ');
}
