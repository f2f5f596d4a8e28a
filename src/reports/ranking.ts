/**
 * The ranking (bảng xếp hạng): for each group the ranked table, then those listed apart, then what must be known
 * to read it. The page is for people; `ranking-data.ts` makes the same for machines.
 */

import type { LeftOut } from '../model/assessment.ts';
import {
  type Block,
  type Cell,
  number,
  type Report,
  type Table,
  type TableColumn,
  type Tone,
  text,
} from '../model/document.ts';
import { type Exact, equal, toText } from '../model/exact.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Scoreboard, Standing } from '../model/scoreboard.ts';
import type { Language } from '../model/words.ts';
import { closeCallsNote } from './close-calls.ts';
import { dash, distance, figure, holdsText, isHeld, NO_BREAK, spoken } from './figures.ts';
import { rankingData, rankingFlat } from './ranking-data.ts';
import { groupNotes, marksOf, pageNotes, partsNote } from './ranking-notes.ts';
import { type GroupView, type RankingOptions, viewRanking } from './ranking-view.ts';
import {
  draft,
  pointsOf,
  rankingTitle,
  rankingWords,
  topOnly,
  unitWithFaults,
  unofficialBasis,
  yearAndBasis,
} from './words/ranking.ts';
import { columnName, unitsCounted, words } from './words.ts';

/** The ranking of a scoreboard; a page without tables where no group has the id asked for. */
export function reportRanking(board: Scoreboard, options: RankingOptions): Report {
  const views = viewRanking(board, options);
  // Each is made when a format asks for it: of a long ranking, one alone takes its time.
  return {
    get document() {
      const tables = views.flatMap((view) => group(view, options));
      return { blocks: [...rankingHead(board, views, options), ...tables, ...pageNotes(board, views, options)] };
    },
    get flat() {
      return rankingFlat(views, options.domains);
    },
    get data() {
      return rankingData(board, views, options);
    },
  };
}

/** Title, year and basis; and, where it is so, that this is a draft or no official result. */
export function rankingHead(board: Scoreboard, views: readonly GroupView[], options: RankingOptions): readonly Block[] {
  const { lang } = options;
  const basis = columnName(board.basis)[lang];
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: board.title ?? rankingTitle[lang]({ year: board.year }) },
    { kind: 'paragraph', text: yearAndBasis[lang]({ year: board.year, basis }), tone: 'muted' },
  ];
  const leftOut = leftOutOf(board, options.group);
  if (leftOut.length > 0) blocks.push({ kind: 'paragraph', text: draftText(leftOut, views, lang), tone: 'warn' });
  const official = views.map((view) => view.board.rubric.stages.at(-1)).find((stage) => stage !== board.basis);
  if (official !== undefined) {
    const last = columnName(official)[lang];
    blocks.push({ kind: 'paragraph', text: unofficialBasis[lang]({ basis, official: last }), tone: 'warn' });
  }
  return blocks;
}

function leftOutOf(board: Scoreboard, group: string | undefined): readonly LeftOut[] {
  return board.leftOut.filter(({ unit }) => group === undefined || unit.group === group);
}

function draftText(leftOut: readonly LeftOut[], views: readonly GroupView[], lang: Language): string {
  const scored = views.reduce((total, view) => total + view.board.standings.length, 0);
  const list = leftOut.map(({ unit, faults }) => unitWithFaults[lang]({ name: unit.name, faults })).join(', ');
  return draft[lang]({ left: leftOut.length, all: scored + leftOut.length, list });
}

function group(view: GroupView, options: RankingOptions): readonly Block[] {
  const { lang } = options;
  const { name, standings, rubric } = view.board;
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: `${name}: ${unitsCounted[lang]({ count: standings.length })}` },
  ];
  if (view.ranked.length > 0) blocks.push(standingsTable(view.ranked, rubric, lang, true));
  else blocks.push({ kind: 'paragraph', text: rankingWords.nobody[lang] });
  if (options.top !== undefined && view.ranked.length < standings.length) {
    const counts = { top: options.top, shown: view.ranked.length, all: view.rankedInAll };
    blocks.push({ kind: 'paragraph', text: topOnly[lang](counts), tone: 'muted' });
  }
  if (view.unranked.length > 0) {
    blocks.push({ kind: 'heading', level: 3, text: rankingWords.unranked[lang] });
    blocks.push(standingsTable(view.unranked, rubric, lang, false));
  }
  blocks.push(...groupNotes(view, lang));
  const edges = options.edges?.find(({ board }) => board.id === view.board.id);
  if (edges && view.ranked.length > 0) {
    blocks.push({ kind: 'paragraph', text: closeCallsNote(edges, lang), tone: 'muted' });
  }
  if (view.withoutIndex.length > 0) {
    const names = view.withoutIndex.map((standing) => standing.unit.name).join(', ');
    blocks.push({ kind: 'heading', level: 3, text: rankingWords.withoutIndex[lang] });
    blocks.push({ kind: 'paragraph', text: `${names}.` });
  }
  if (options.domains && view.shown.length > 0) blocks.push(...domainBlocks(view, lang));
  return blocks;
}

/** One row a unit: what a council member must see at a glance, and nothing else. */
function standingsTable(standings: readonly Standing[], rubric: Rubric, lang: Language, ranked: boolean): Table {
  const max = commonMax(standings);
  const columns: TableColumn[] = [
    ...(ranked ? [{ title: words.rank[lang], align: 'right' } as const] : []),
    { title: words.unit[lang], align: 'left', flexible: true },
    {
      title: max === undefined ? words.points[lang] : pointsOf[lang]({ max: spoken(toText(max), lang) }),
      align: 'right',
    },
    ...(max === undefined ? [{ title: words.max[lang], align: 'right' } as const] : []),
    { title: words.index[lang], align: 'right' },
    ...(rubric.grades === undefined ? [] : gradeColumns(lang)),
  ];
  const row = (standing: Standing): readonly Cell[] => [
    ...(ranked ? [rankCell(standing)] : []),
    text(standing.unit.name + marksOf(standing)),
    figure(standing.points, rubric),
    ...(max === undefined ? [number(toText(standing.max))] : []),
    figure(standing.index, rubric, 'strong'),
    ...(rubric.grades === undefined ? [] : gradeCells(standing, rubric, lang)),
  ];
  return { kind: 'table', columns, rows: standings.map(row) };
}

/** The maximum that all units share; undefined where exemptions made them differ. */
export function commonMax(standings: readonly Standing[]): Exact | undefined {
  const first = standings[0]?.max;
  return first !== undefined && standings.every((standing) => equal(standing.max, first)) ? first : undefined;
}

/** The mark stands before the number, so that the digits of all ranks stand in line. */
function rankCell(standing: Standing): Cell {
  return standing.tied ? text(`=${standing.rank}`) : number(`${standing.rank}`);
}

function gradeColumns(lang: Language): readonly TableColumn[] {
  return [
    { title: words.grade[lang], align: 'left' },
    { title: words.shortBy[lang], align: 'right' },
    { title: words.nextGrade[lang], align: 'left', flexible: true },
  ];
}

function gradeCells(standing: Standing, rubric: Rubric, lang: Language): readonly Cell[] {
  const { grade } = standing;
  const bands = rubric.grades?.bands ?? [];
  if (grade === undefined) return [dash(), dash(), dash()];
  const name = text(bands[grade.at]?.name ?? '', gradeTone(grade.at, bands.length));
  if (isHeld(standing)) return [name, dash(), text(`‡${NO_BREAK}${holdsText(standing, rubric, lang, false)}`, 'warn')];
  if (grade.margin === undefined) return [name, dash(), dash()];
  return [name, number(distance(grade.margin, rubric)), text(bands[grade.at - 1]?.name ?? '')];
}

function gradeTone(at: number, count: number): Tone {
  if (at === 0) return 'good';
  return at === count - 1 ? 'bad' : 'plain';
}

/** A column a domain, titled by its id, and what the ids stand for. */
function domainBlocks(view: GroupView, lang: Language): readonly Block[] {
  const { rubric } = view.board;
  const kinds = (['bonus', 'penalty'] as const).filter((kind) =>
    rubric.adjustments.some((adjustment) => adjustment.kind === kind),
  );
  const right = (title: string): TableColumn => ({ title, align: 'right' });
  const columns: TableColumn[] = [
    right(words.rank[lang]),
    { title: words.unit[lang], align: 'left', flexible: true },
    ...rubric.domains.map((domain) => right(domain.id)),
    ...kinds.map((kind) => right(words[kind][lang])),
    right(words.points[lang]),
  ];
  const row = (standing: Standing): readonly Cell[] => [
    standing.rank === undefined ? dash() : rankCell(standing),
    text(standing.unit.name),
    ...standing.domains.map((domain) => figure(domain.index && domain.points, rubric)),
    ...kinds.map((kind) => figure(standing[kind], rubric)),
    figure(standing.points, rubric, 'strong'),
  ];
  const legend: Table = {
    kind: 'table',
    columns: [
      { title: words.id[lang], align: 'left' },
      { title: words.domain[lang], align: 'left', flexible: true },
      right(words.max[lang]),
    ],
    rows: rubric.domains.map((domain) => [text(domain.id), text(domain.title), number(toText(domain.max))]),
  };
  return [
    { kind: 'heading', level: 3, text: rankingWords.byDomain[lang] },
    { kind: 'table', columns, rows: view.shown.map(row) },
    legend,
    ...partsNote(view, lang),
  ];
}
