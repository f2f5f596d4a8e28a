/** The sections of the page that show who stands where: the ranked tables, the grades, the domains. */
import { type Block, number, text } from '../../model/document.ts';
import { divide, type Exact, HUNDRED, multiply, round, toFixedText, toText, whole } from '../../model/exact.ts';
import type { DataTable, PageBlock, PageCell, Section } from '../../model/page.ts';
import type { GroupBoard, Standing } from '../../model/scoreboard.ts';
import type { Language } from '../../model/words.ts';
import { drawBars } from '../charts/bars.ts';
import { countGrades, drawGrades } from '../charts/grades.ts';
import { HEAT_BOUNDS, heatOf } from '../charts/scale.ts';
import { dash, distance, holdsText, isHeld, NO_BREAK, shown, spoken } from '../figures.ts';
import { meanOf } from '../mean.ts';
import type { Moves } from '../movement.ts';
import { commonMax } from '../ranking.ts';
import { groupNotes, marksOf, partsNote } from '../ranking-notes.ts';
import type { GroupView } from '../ranking-view.ts';
import { heatTitle } from '../words/charts.ts';
import { pointsOf, rankingWords } from '../words/ranking.ts';
import { averageGrade, captions, placesMoved, reportWords, sectionTitles, underRule } from '../words/report.ts';
import { unitsCounted, words } from '../words.ts';
import { type Anchors, figureCell, gradeCell, left, plain, rankCell, right, unitCell, wide } from './cells.ts';

/** Each group's ranked table with its bars, those listed apart, and what must be known to read them. */
export function rankingSection(
  views: readonly GroupView[],
  moves: readonly Moves[],
  anchors: Anchors,
  lang: Language,
): Section {
  const blocks = views.flatMap((view): PageBlock[] => {
    const { board, ranked, unranked, withoutIndex } = view;
    const moved = moves.find(({ group }) => group === board);
    const listed = unitsCounted[lang]({ count: board.standings.length });
    const bars = drawBars(board, lang);
    return [
      { kind: 'heading', level: 3, text: `${board.name}: ${listed}` },
      ...(ranked.length === 0
        ? [note(rankingWords.nobody[lang])]
        : [
            standingsTable(view, ranked, anchors, lang, moved),
            { kind: 'figure', chart: bars, caption: bars.title } as const,
          ]),
      ...(unranked.length === 0 ? [] : [standingsTable(view, unranked, anchors, lang, undefined)]),
      ...(withoutIndex.length === 0
        ? []
        : [note(`${rankingWords.withoutIndex[lang]}: ${withoutIndex.map(({ unit }) => unit.name).join(', ')}.`)]),
      ...groupNotes(view, lang),
    ];
  });
  return { anchor: 'ranking', title: sectionTitles.ranking[lang], blocks };
}

function note(text: string): Block {
  return { kind: 'paragraph', text, tone: 'muted' };
}

function standingsTable(
  { board }: GroupView,
  standings: readonly Standing[],
  anchors: Anchors,
  lang: Language,
  moved: Moves | undefined,
): DataTable {
  const { rubric } = board;
  const places = new Map(moved?.movements.map((movement) => [movement.standing, movement.places]));
  const ranked = standings[0]?.rank !== undefined;
  const graded = rubric.grades !== undefined;
  const max = commonMax(standings);
  const caption = (ranked ? captions.ranking : captions.unranked)[lang]({ group: board.name });
  const columns = [
    ...(ranked ? [right(words.rank[lang])] : []),
    wide(words.unit[lang]),
    right(words.index[lang]),
    ...(graded ? [left(words.grade[lang])] : []),
    right(max === undefined ? words.points[lang] : pointsOf[lang]({ max: spoken(toText(max), lang) })),
    ...(max === undefined ? [right(words.max[lang])] : []),
    ...(graded ? [right(words.shortBy[lang]), wide(words.nextGrade[lang])] : []),
    ...(moved ? [wide(reportWords.moved[lang])] : []),
  ];
  return {
    kind: 'data-table',
    caption,
    columns,
    rows: standings.map((standing) => [
      ...(ranked ? [rankCell(standing)] : []),
      unitCell(standing, anchors, marksOf(standing)),
      figureCell(standing.index, rubric, 'strong'),
      ...(graded ? [gradeCell(standing, rubric)] : []),
      figureCell(standing.points, rubric),
      ...(max === undefined ? [plain(number(toText(standing.max)))] : []),
      ...(graded ? nextGrade(standing, board, lang) : []),
      ...(moved ? [moveCell(places.get(standing), lang)] : []),
    ]),
    sortable: true,
    filter: graded ? { by: columns.findIndex(({ title }) => title === words.grade[lang]) } : {},
  };
}

/** How far the next grade is and its name, or what holds the unit below it. */
function nextGrade(standing: Standing, { rubric }: GroupBoard, lang: Language): readonly PageCell[] {
  const margin = standing.grade?.margin;
  if (isHeld(standing)) {
    const holds = holdsText(standing, rubric, lang, false);
    return [plain(dash()), plain(text(`‡${NO_BREAK}${holds}`, 'warn'))];
  }
  if (standing.grade === undefined || margin === undefined) return [plain(dash()), plain(dash())];
  const next = rubric.grades?.bands[standing.grade.at - 1]?.name ?? '';
  return [plain(number(distance(margin, rubric))), plain(text(next))];
}

function moveCell(places: number | undefined, lang: Language): PageCell {
  if (places === undefined) return plain(text(reportWords.fresh[lang], 'muted'));
  if (places === 0) return { cell: text(`= ${reportWords.unchanged[lang]}`, 'muted'), key: '0' };
  return { cell: text(placesMoved[lang]({ places }), places > 0 ? 'good' : 'bad'), key: `${places}` };
}

/** How many units of each group have which grade, and the average index; undefined where no rubric grades. */
export function gradesSection(views: readonly GroupView[], lang: Language): Section | undefined {
  const blocks = views.flatMap(({ board, ranked }): PageBlock[] => {
    const chart = drawGrades(board, lang);
    if (chart === undefined) return [];
    const table = gradesTable(board, lang);
    const caption = captions.grades[lang]({ group: board.name });
    const indices = ranked.flatMap(({ index }) => index ?? []);
    const average = indices.length === 0 ? undefined : meanOf(indices);
    return [
      { kind: 'heading', level: 3, text: board.name },
      { kind: 'figure', chart, caption },
      table,
      ...(average === undefined
        ? []
        : [note(averageGrade[lang]({ index: spoken(shown(average, board.rubric), lang), count: indices.length }))]),
    ];
  });
  return blocks.length === 0 ? undefined : { anchor: 'grades', title: sectionTitles.grades[lang], blocks };
}

function gradesTable(board: GroupBoard, lang: Language): DataTable {
  const all = whole(Math.max(1, board.standings.length));
  return {
    kind: 'data-table',
    caption: captions.grades[lang]({ group: board.name }),
    columns: [
      wide(words.grade[lang]),
      right(reportWords.from[lang]),
      right(reportWords.count[lang]),
      right(reportWords.share[lang]),
    ],
    rows: countGrades(board, lang).map(({ name, at, count }) => {
      const from = at === undefined ? undefined : board.rubric.grades?.bands[at]?.from;
      const share = divide(multiply(whole(count), HUNDRED), all);
      return [
        plain(text(name)),
        plain(from === undefined ? dash() : number(toText(from))),
        plain(number(`${count}`)),
        plain(number(toFixedText(share, 2))),
      ];
    }),
    sortable: false,
  };
}

/** Every unit's component index in every domain, tinted, with the average below; and what the ids stand for. */
export function domainsSection(views: readonly GroupView[], anchors: Anchors, lang: Language): Section {
  return {
    anchor: 'domains',
    title: sectionTitles.domains[lang],
    blocks: views.flatMap((view): PageBlock[] => [
      { kind: 'heading', level: 3, text: view.board.name },
      { kind: 'heat-key', title: reportWords.heatKey[lang], steps: heatSteps(lang) },
      heatTable(view.board, anchors, lang),
      domainKey(view.board, lang),
      ...partsNote(view, lang),
    ]),
  };
}

function heatSteps(lang: Language): readonly { step: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8; text: string }[] {
  return [0, ...HEAT_BOUNDS].map((bound) => ({
    step: bound === 0 ? 0 : heatOf(whole(bound)),
    text: bound === 0 ? underRule[lang]({ bound: `${HEAT_BOUNDS[0]}` }) : `≥ ${bound}`,
  }));
}

function heatTable(board: GroupBoard, anchors: Anchors, lang: Language): DataTable {
  const { rubric, standings } = board;
  const rounded = (index: Exact): Exact => round(index, rubric.rounding.decimals);
  const averages = rubric.domains.map((_, at): PageCell => {
    const indices = standings.flatMap(({ domains }) => domains[at]?.index ?? []).map(rounded);
    return indices.length === 0 ? plain(dash()) : figureCell(meanOf(indices), rubric, 'strong');
  });
  return {
    kind: 'data-table',
    caption: heatTitle[lang]({ group: board.name }),
    columns: [right(words.rank[lang]), wide(words.unit[lang]), ...rubric.domains.map(({ id }) => right(id))],
    rows: standings.map((standing) => [
      rankCell(standing),
      unitCell(standing, anchors),
      ...standing.domains.map(
        ({ index }): PageCell =>
          index === undefined ? plain(dash()) : { ...figureCell(index, rubric), heat: heatOf(rounded(index)) },
      ),
    ]),
    footer: [[plain(text('')), plain(text(reportWords.average[lang], 'strong')), ...averages]],
    sortable: true,
    filter: {},
  };
}

function domainKey({ rubric, name }: GroupBoard, lang: Language): DataTable {
  return {
    kind: 'data-table',
    caption: `${reportWords.domainKey[lang]}: ${name}`,
    columns: [left(words.id[lang]), wide(words.domain[lang]), right(words.max[lang])],
    rows: rubric.domains.map(({ id, title, max }) => [plain(text(id)), plain(text(title)), plain(number(toText(max)))]),
    sortable: false,
  };
}
