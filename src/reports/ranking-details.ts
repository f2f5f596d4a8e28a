/** The sheets behind a ranking: points by domain and points by leaf, a row a unit, for each rubric. */
import { EXEMPT, exactAt, stateOf } from '../model/column.ts';
import { toText } from '../model/exact.ts';
import type { Rubric } from '../model/rubric.ts';
import { type MarkColumn, OUTSIDE, type Standing } from '../model/scoreboard.ts';
import type { Language } from '../model/words.ts';
import type { BookCell, BookSheet } from '../model/workbook.ts';
import { bookNumber, bookText } from './book-cells.ts';
import { shown } from './figures.ts';
import type { GroupView } from './ranking-view.ts';
import { sheetWords } from './words/workbook.ts';
import { words } from './words.ts';

/** Two sheets a rubric; its id stands in their names where there are several. */
export function detailSheets(views: readonly GroupView[], lang: Language): readonly BookSheet[] {
  const rubrics = [...new Set(views.map(({ board }) => board.rubric))];
  return rubrics.flatMap((rubric) => {
    const own = views.filter(({ board }) => board.rubric === rubric);
    const name = (what: string): string => (rubrics.length === 1 ? what : `${what} ${rubric.id}`);
    return [
      { ...domainSheet(own, rubric, lang), name: name(sheetWords.domains[lang]) },
      { ...leafSheet(own, rubric, lang), name: name(sheetWords.leaves[lang]) },
    ];
  });
}

const LEADING = [8, 32, 16, 18];

function lead(lang: Language): readonly BookCell[] {
  return [words.rank[lang], words.unit[lang], sheetWords.group[lang], words.id[lang]].map((title) =>
    bookText(title, 'head'),
  );
}

function leadOf({ rank, unit }: Standing, group: string): readonly BookCell[] {
  const place: BookCell = rank === undefined ? bookText('') : { ...bookNumber(`${rank}`), ordinal: true };
  return [place, bookText(unit.name, 'body', 'strong'), bookText(group), bookText(unit.id)];
}

/** The row of maxima, above the units. */
function maxima(max: readonly string[], lang: Language): readonly BookCell[] {
  const lead = ['', sheetWords.maxRow[lang], '', ''].map((cell) => bookText(cell, 'parent'));
  return [...lead, ...max.map((each) => bookNumber(each, 'plain', 'parent'))];
}

function sheet(name: string, figures: number, width: number, rows: readonly (readonly BookCell[])[]): BookSheet {
  const widths = [...LEADING, ...Array.from({ length: figures }, () => width)];
  return { name, visible: 'shown', widths, rows, header: 0, frozen: 2, filter: true };
}

function domainSheet(views: readonly GroupView[], rubric: Rubric, lang: Language): BookSheet {
  const { domains } = rubric;
  const kinds = (['bonus', 'penalty'] as const).filter((kind) => rubric.adjustments.some((one) => one.kind === kind));
  const titles = [
    ...domains.map((domain) => `${domain.id}. ${domain.title}`),
    ...kinds.map((kind) => words[kind][lang]),
    words.total[lang],
    ...domains.map((domain) => `${sheetWords.indexOf[lang]} ${domain.id}`),
  ];
  const row = (standing: Standing, group: string): readonly BookCell[] => [
    ...leadOf(standing, group),
    ...standing.domains.map((domain) =>
      domain.index === undefined
        ? bookText(sheetWords.exempt[lang], 'body', 'muted')
        : bookNumber(shown(domain.points, rubric)),
    ),
    ...kinds.map((kind) => bookNumber(shown(standing[kind], rubric))),
    bookNumber(shown(standing.points, rubric), 'strong'),
    ...standing.domains.map((domain) =>
      domain.index === undefined ? bookText('') : bookNumber(shown(domain.index, rubric)),
    ),
  ];
  const blanks = [...kinds.map(() => bookText('', 'parent')), bookNumber(toText(rubric.scale), 'plain', 'parent')];
  const top = [
    ...maxima(
      domains.map((domain) => toText(domain.max)),
      lang,
    ),
    ...blanks,
    ...domains.map(() => bookText('', 'parent')),
  ];
  return sheet('', titles.length, 14, [
    [...lead(lang), ...titles.map((title) => bookText(title, 'head'))],
    top,
    ...views.flatMap((view) => view.shown.map((standing) => row(standing, view.board.name))),
  ]);
}

function leafSheet(views: readonly GroupView[], rubric: Rubric, lang: Language): BookSheet {
  const nodes = [...rubric.leaves, ...rubric.adjustments];
  const row = (standing: Standing, { board }: GroupView): readonly BookCell[] => [
    ...leadOf(standing, board.name),
    ...board.marks.leaves.map((mark) => markCell(mark, standing.row, rubric, lang, true)),
    ...board.marks.adjustments.map((mark) => markCell(mark, standing.row, rubric, lang, false)),
  ];
  return sheet('', nodes.length, 10, [
    [...lead(lang), ...nodes.map((node) => bookText(node.id, 'head'))],
    maxima(
      nodes.map((node) => toText(node.max)),
      lang,
    ),
    ...views.flatMap((view) => view.shown.map((standing) => row(standing, view))),
  ]);
}

/** The points of one unit on one leaf, or why it has none; an adjustment that nobody claimed is an empty cell. */
function markCell(
  { points, source }: MarkColumn,
  row: number,
  rubric: Rubric,
  lang: Language,
  isLeaf: boolean,
): BookCell {
  const value = exactAt(points, row);
  if (value !== undefined) return bookNumber(shown(value, rubric));
  if (!isLeaf) return bookText('');
  if (source[row] === OUTSIDE) return bookText(sheetWords.outside[lang], 'body', 'muted');
  if (stateOf(points, row) === EXEMPT) return bookText(sheetWords.exempt[lang], 'body', 'muted');
  return bookText(sheetWords.missing[lang], 'body', 'warn');
}
