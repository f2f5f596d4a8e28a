/** The section of the page that shows who is close to a line: a grade's lower end, or the next rank. */
import { type Block, text } from '../../model/document.ts';
import { toText } from '../../model/exact.ts';
import type { DataTable, PageBlock, Section } from '../../model/page.ts';
import type { GroupBoard } from '../../model/scoreboard.ts';
import type { Language } from '../../model/words.ts';
import { findGradeEdges, findRankEdges, type GradeEdge, type RankEdge } from '../edges.ts';
import { spoken } from '../figures.ts';
import type { GroupView } from '../ranking-view.ts';
import { captions, edgesIntro, noEdges, reportWords, sectionTitles } from '../words/report.ts';
import { words } from '../words.ts';
import { figureCell, left, plain, rankCell, right, unitCell, unroundedCell, wide } from './cells.ts';
import type { ReportOptions } from './options.ts';

/** Units within the margin of a grade line or of the next rank. */
export function edgesSection(views: readonly GroupView[], options: ReportOptions): Section {
  const { lang, margin } = options;
  const blocks = views.flatMap(({ board }, at): PageBlock[] => {
    const [grades, ranks] = [findGradeEdges(board, margin), findRankEdges(board, margin)];
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
      ...(grades.length === 0 ? [] : [gradeEdgeTable(board, at, grades, lang)]),
      ...(ranks.length === 0 ? [] : [rankEdgeTable(board, at, ranks, lang)]),
    ];
  });
  return { anchor: 'edges', title: sectionTitles.edges[lang], blocks };
}

function gradeEdgeTable(board: GroupBoard, groupAt: number, edges: readonly GradeEdge[], lang: Language): DataTable {
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
      unitCell(board, groupAt, standing),
      figureCell(standing.index, board.rubric, 'strong'),
      unroundedCell(standing.exact),
      plain(text(`${band.name}: ${band.from === undefined ? '' : spoken(toText(band.from), lang)}`)),
      unroundedCell(away),
    ]),
    sortable: true,
  };
}

function rankEdgeTable(board: GroupBoard, groupAt: number, edges: readonly RankEdge[], lang: Language): DataTable {
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
      unitCell(board, groupAt, above),
      unitCell(board, groupAt, below),
      unroundedCell(gap),
      unroundedCell(exactGap),
    ]),
    sortable: true,
  };
}
