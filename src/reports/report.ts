/**
 * The report: the ranking as it is published. One set of findings, four faces: the page (HTML), the annex of a
 * decision (DOCX), a summary for a comment (Markdown), a drawing (SVG, PNG).
 */
import type { Chart } from '../model/chart.ts';
import type { Block } from '../model/document.ts';
import type { Page, Publication, Section } from '../model/page.ts';
import type { Scoreboard } from '../model/scoreboard.ts';
import { makeAnnex } from './annex.ts';
import { drawBars } from './charts/bars.ts';
import { drawBump } from './charts/bump.ts';
import { drawGrades } from './charts/grades.ts';
import { drawHeatmap } from './charts/heatmap.ts';
import { findMoves, type Moves } from './movement.ts';
import { unitsSection } from './page/cards.ts';
import { anchorsOf } from './page/cells.ts';
import { edgesSection } from './page/edges.ts';
import { movementSection } from './page/movement.ts';
import type { ReportOptions } from './page/options.ts';
import { faultsSection, provenanceSection } from './page/provenance.ts';
import { domainsSection, gradesSection, rankingSection } from './page/ranking.ts';
import { rankingHead } from './ranking.ts';
import { rankingData, rankingFlat } from './ranking-data.ts';
import { type GroupView, type RankingOptions, viewRanking } from './ranking-view.ts';
import { summarise } from './summary.ts';
import { madeBy } from './words/report.ts';

/** Everything that is published of a scoreboard. The same board and options give the same report. */
export function makeReport(board: Scoreboard, options: ReportOptions): Publication {
  const { lang, toolVersion, previous, group } = options;
  const ranking: RankingOptions = { lang, domains: true, toolVersion, ...(group === undefined ? {} : { group }) };
  const views = viewRanking(board, ranking);
  const all = previous === undefined ? [] : findMoves(board, previous.ranking);
  const moves = all.filter((moved) => views.some((view) => view.board === moved.group));
  const head = rankingHead(board, views, ranking);
  const chart = drawAsked(views, moves, options);
  // One face is asked for at a time; the others are not made.
  return {
    get document() {
      return { blocks: summarise(head, views, moves, options) };
    },
    get flat() {
      return rankingFlat(views, true);
    },
    get data() {
      return rankingData(board, views, ranking);
    },
    get page() {
      return makePage(board, head, views, moves, options);
    },
    get annex() {
      return makeAnnex(board, head, views, options);
    },
    ...(chart === undefined ? {} : { chart }),
  };
}

/** The drawing asked for, of the first group shown; undefined where there is nothing to draw. */
function drawAsked(views: readonly GroupView[], moves: readonly Moves[], options: ReportOptions): Chart | undefined {
  const { chart, lang } = options;
  const [group, moved] = [views[0]?.board, moves[0]];
  if (chart === undefined || group === undefined) return undefined;
  if (chart === 'bump') return moved === undefined ? undefined : drawBump(moved, lang);
  return { bars: drawBars, heatmap: drawHeatmap, grades: drawGrades }[chart](group, lang);
}

function makePage(
  board: Scoreboard,
  head: readonly Block[],
  views: readonly GroupView[],
  moves: readonly Moves[],
  options: ReportOptions,
): Page {
  const { lang, toolVersion, date = '' } = options;
  const [title, ...intro] = head;
  const anchors = anchorsOf(views);
  const sections: readonly (Section | undefined)[] = [
    rankingSection(views, moves, anchors, lang),
    gradesSection(views, lang),
    domainsSection(views, anchors, lang),
    movementSection(moves, options),
    edgesSection(views, anchors, options),
    unitsSection(views, anchors, lang),
    faultsSection(options),
    provenanceSection(board, views, options),
  ];
  return {
    title: title?.kind === 'heading' ? title.text : '',
    intro,
    sections: sections.filter((section) => section !== undefined),
    footer: madeBy[lang]({ tool: `parindex ${toolVersion}`, date }),
  };
}
