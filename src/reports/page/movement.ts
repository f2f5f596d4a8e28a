/** The section of the page that shows who moved: ranks then and now, drawn and listed. */
import { type Block, number, text } from '../../model/document.ts';
import { type Exact, sign } from '../../model/exact.ts';
import type { DataTable, PageBlock, PageCell, Section } from '../../model/page.ts';
import type { GroupBoard } from '../../model/scoreboard.ts';
import type { Language } from '../../model/words.ts';
import { drawBump } from '../charts/bump.ts';
import { shown } from '../figures.ts';
import type { Movement, Moves } from '../movement.ts';
import { captions, noPrevious, placesMoved, previousFrom, reportWords, sectionTitles } from '../words/report.ts';
import { words } from '../words.ts';
import { figureCell, left, plain, rankCell, right, wide } from './cells.ts';
import type { ReportOptions } from './options.ts';

/** Ranks then and now; undefined where no earlier ranking was given. */
export function movementSection(moves: readonly Moves[], { previous, lang }: ReportOptions): Section | undefined {
  if (previous === undefined) return undefined;
  const source: Block = {
    kind: 'paragraph',
    text: previousFrom[lang]({ source: previous.name, sha256: '' }),
    tone: 'muted',
  };
  const blocks = moves.flatMap((moved): PageBlock[] => {
    const chart = drawBump(moved, lang);
    return [
      { kind: 'heading', level: 3, text: moved.group.name },
      { kind: 'figure', chart, caption: chart.title },
      movesTable(moved, lang),
    ];
  });
  const none: Block = { kind: 'paragraph', text: noPrevious[lang] };
  return {
    anchor: 'movement',
    title: sectionTitles.movement[lang],
    blocks: [source, ...(blocks.length === 0 ? [none] : blocks)],
  };
}

function movesTable({ group, movements }: Moves, lang: Language): DataTable {
  const { rubric } = group;
  return {
    kind: 'data-table',
    caption: captions.movement[lang]({ group: group.name }),
    columns: [
      right(words.rank[lang]),
      wide(words.unit[lang]),
      right(reportWords.rankBefore[lang]),
      left(reportWords.moved[lang]),
      right(words.index[lang]),
      right(reportWords.indexBefore[lang]),
      right(reportWords.indexChange[lang]),
      left(reportWords.gradeBefore[lang]),
    ],
    rows: movements.map((movement) => [
      movement.standing === undefined ? plain(text('–', 'muted')) : rankCell(movement.standing),
      plain(text(movement.name)),
      plain(movement.before === undefined ? text('–', 'muted') : number(`${movement.before}`)),
      wayCell(movement, lang),
      figureCell(movement.standing?.index, rubric, 'strong'),
      figureCell(movement.indexBefore, rubric),
      changeCell(movement.change, group),
      plain(text(movement.gradeBefore ?? '–')),
    ]),
    sortable: true,
    filter: {},
  };
}

function wayCell({ direction, places = 0 }: Movement, lang: Language): PageCell {
  if (direction === 'fresh' || direction === 'gone') return plain(text(reportWords[direction][lang], 'muted'));
  if (direction === 'level') return { cell: text(`= ${reportWords.unchanged[lang]}`, 'muted'), key: '0' };
  return { cell: text(placesMoved[lang]({ places }), direction === 'up' ? 'good' : 'bad'), key: `${places}` };
}

function changeCell(change: Exact | undefined, { rubric }: GroupBoard): PageCell {
  if (change === undefined || sign(change) <= 0) return figureCell(change, rubric);
  const decimal = shown(change, rubric);
  return { cell: number(`+${decimal}`), key: decimal };
}
