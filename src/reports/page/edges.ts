/** The section of the page that shows who is close to a line: a grade's lower end, or the next rank. */
import { type Block, text } from '../../model/document.ts';
import { compare, type Exact, toText } from '../../model/exact.ts';
import type { DataTable, PageBlock, Section } from '../../model/page.ts';
import type { GroupBoard } from '../../model/scoreboard.ts';
import type { Language } from '../../model/words.ts';
import { findGradeEdges, findRankEdges, type GradeEdge, magnitude, type RankEdge } from '../edges.ts';
import { spoken } from '../figures.ts';
import type { GroupView } from '../ranking-view.ts';
import { captions, edgesIntro, edgesLeftOut, noEdges, reportWords, sectionTitles } from '../words/report.ts';
import { words } from '../words.ts';
import { type Anchors, figureCell, left, plain, rankCell, right, unitCell, unroundedCell, wide } from './cells.ts';
import type { ReportOptions } from './options.ts';

/** Of more close calls than this the closest are listed: among thousands of units every rank is a close one. */
const MOST_EDGES = 200;

/** The closest of a list, in the order of the list. */
function closest<T>(edges: readonly T[], away: (edge: T) => Exact): readonly T[] {
  if (edges.length <= MOST_EDGES) return edges;
  const size = (edge: T): Exact => magnitude(away(edge));
  const near = new Set(edges.toSorted((a, b) => compare(size(a), size(b))).slice(0, MOST_EDGES));
  return edges.filter((edge) => near.has(edge));
}

/** Units within the margin of a grade line or of the next rank. */
export function edgesSection(views: readonly GroupView[], anchors: Anchors, options: ReportOptions): Section {
  const { lang, margin } = options;
  const blocks = views.flatMap(({ board }): PageBlock[] => {
    const [allGrades, allRanks] = [findGradeEdges(board, margin), findRankEdges(board, margin)];
    const grades = closest(allGrades, ({ distance }) => distance);
    const ranks = closest(allRanks, ({ gap }) => gap);
    const leftOut = allGrades.length + allRanks.length - grades.length - ranks.length;
    const told = spoken(toText(margin), lang);
    const intro: Block = {
      kind: 'paragraph',
      text:
        grades.length + ranks.length === 0
          ? noEdges[lang]({ margin: told, group: board.name })
          : edgesIntro[lang]({ margin: told, on: board.rubric.rank.on }),
    };
    return [
      { kind: 'heading', level: 3, text: board.name },
      intro,
      ...(leftOut === 0
        ? []
        : [{ kind: 'paragraph', text: edgesLeftOut[lang]({ most: MOST_EDGES, left: leftOut }) } as const]),
      ...(grades.length === 0 ? [] : [gradeEdgeTable(board, anchors, grades, lang)]),
      ...(ranks.length === 0 ? [] : [rankEdgeTable(board, anchors, ranks, lang)]),
    ];
  });
  return { anchor: 'edges', title: sectionTitles.edges[lang], blocks };
}

function gradeEdgeTable(board: GroupBoard, anchors: Anchors, edges: readonly GradeEdge[], lang: Language): DataTable {
  return {
    kind: 'data-table',
    caption: captions.gradeEdges[lang]({ group: board.name }),
    columns: [
      wide(words.unit[lang]),
      right(words.index[lang]),
      right(reportWords.unrounded[lang]),
      left(reportWords.line[lang]),
      right(reportWords.distance[lang]),
    ],
    rows: edges.map(({ standing, band, distance: away }) => [
      unitCell(standing, anchors),
      figureCell(standing.index, board.rubric, 'strong'),
      unroundedCell(standing.exact),
      plain(text(`${band.name}: ${band.from === undefined ? '' : spoken(toText(band.from), lang)}`)),
      unroundedCell(away),
    ]),
    sortable: true,
  };
}

function rankEdgeTable(board: GroupBoard, anchors: Anchors, edges: readonly RankEdge[], lang: Language): DataTable {
  return {
    kind: 'data-table',
    caption: captions.rankEdges[lang]({ group: board.name }),
    columns: [
      right(words.rank[lang]),
      wide(reportWords.above[lang]),
      wide(reportWords.below[lang]),
      right(reportWords.gap[lang]),
      right(reportWords.gapUnrounded[lang]),
    ],
    rows: edges.map(({ above, below, gap, exactGap }) => [
      rankCell(above),
      unitCell(above, anchors),
      unitCell(below, anchors),
      unroundedCell(gap),
      unroundedCell(exactGap),
    ]),
    sortable: true,
  };
}
