/** The close calls (trường hợp sát nút) as they are shown: for each group what would change, and what would not. */
import { type Block, type Cell, type Table, text } from '../model/document.ts';
import type { GradeStep, GroupEdges, VariantShifts } from '../model/edges.ts';
import type { GroupEdgesData } from '../model/edges-data.ts';
import { sign, toText } from '../model/exact.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Standing } from '../model/scoreboard.ts';
import type { Language } from '../model/words.ts';
import { findRankEdges, type RankEdge } from './edges.ts';
import { dash, distance, NO_BREAK, spoken } from './figures.ts';
import {
  closeCallsLine,
  closeCallWords,
  gradeStepsIntro,
  moreRows,
  movedBy,
  noStep,
  rankStepsIntro,
  unchanged,
  variantWords,
} from './words/close-calls.ts';
import { andOthers } from './words/ranking.ts';
import { words } from './words.ts';

/** A table of the page has at most so many rows; the data has all. */
const MOST_ROWS = 100;

/** The line under a ranking names at most so many units. */
const MOST_NAMED = 10;

/** A section with a part for each group. */
export function closeCallBlocks(groups: readonly GroupEdges[], lang: Language): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: closeCallWords.title[lang] },
    ...groups.flatMap((group): Block[] => [
      ...(groups.length > 1 ? [{ kind: 'heading', level: 3, text: group.board.name } as const] : []),
      ...groupBlocks(group, lang),
    ]),
  ];
}

function groupBlocks(edges: GroupEdges, lang: Language): readonly Block[] {
  const { board, tried, gradeSteps } = edges;
  const rankSteps = findRankEdges(board, edges.step);
  const { rubric } = board;
  const step = spoken(toText(edges.step), lang);
  const moving = tried.filter(({ shifts }) => shifts.length > 0);
  const still = tried.filter(({ shifts }) => shifts.length === 0);
  const list = still.map(({ variant }) => variantWords(variant)[lang]).join(OR[lang]);
  return [
    ...moving.flatMap((each) => cut(shiftTable(each, rubric, lang), lang)),
    ...(still.length > 0 ? [said(unchanged[lang]({ list }))] : []),
    ...(gradeSteps.length + rankSteps.length === 0 ? [said(noStep[lang]({ step }))] : []),
    ...(gradeSteps.length === 0
      ? []
      : [said(gradeStepsIntro[lang]({ step })), ...cut(gradeStepTable(gradeSteps, rubric, step, lang), lang)]),
    ...(rankSteps.length === 0
      ? []
      : [said(rankStepsIntro[lang]({ step })), ...cut(rankStepTable(rankSteps, edges, lang), lang)]),
  ];
}

const OR = { en: ', or ', vi: ', hoặc ' } as const;

function said(told: string): Block {
  return { kind: 'paragraph', text: told };
}

function cut(table: Table, lang: Language): readonly Block[] {
  const left = table.rows.length - MOST_ROWS;
  if (left <= 0) return [table];
  return [{ ...table, rows: table.rows.slice(0, MOST_ROWS) }, said(moreRows[lang]({ left }))];
}

function shiftTable({ variant, shifts }: VariantShifts, rubric: Rubric, lang: Language): Table {
  return {
    kind: 'table',
    columns: [
      { title: closeCallWords.were[lang], align: 'left', flexible: true },
      { title: words.unit[lang], align: 'left', flexible: true },
      { title: words.rank[lang], align: 'right' },
      { title: closeCallWords.wouldRank[lang], align: 'right' },
      { title: words.grade[lang], align: 'left' },
      { title: closeCallWords.wouldGrade[lang], align: 'left' },
    ],
    rows: shifts.map(({ before, after }) => [
      text(variantWords(variant)[lang]),
      text(before.unit.name),
      rankCell(before),
      rankCell(after, after.rank !== before.rank),
      gradeCell(before.grade?.at, rubric),
      gradeCell(after.grade?.at, rubric, after.grade?.at !== before.grade?.at),
    ]),
  };
}

function rankCell({ rank, tied }: Standing, isOther = false): Cell {
  return rank === undefined ? dash() : text(`${rank}${tied ? '=' : ''}`, isOther ? 'strong' : 'plain');
}

function gradeCell(at: number | undefined, rubric: Rubric, isOther = false): Cell {
  const band = at === undefined ? undefined : rubric.grades?.bands[at];
  return band === undefined ? dash() : text(band.name, isOther ? 'strong' : 'plain');
}

function gradeStepTable(steps: readonly GradeStep[], rubric: Rubric, step: string, lang: Language): Table {
  return {
    kind: 'table',
    columns: [
      { title: words.unit[lang], align: 'left', flexible: true },
      { title: closeCallWords.moved[lang], align: 'left' },
      { title: words.grade[lang], align: 'left' },
      { title: closeCallWords.wouldGrade[lang], align: 'left' },
    ],
    rows: steps.map(({ standing, node, up, at }) => [
      text(standing.unit.name),
      text(movedBy[lang]({ node, by: `${up ? '+' : '−'}${NO_BREAK}${step}` })),
      gradeCell(standing.grade?.at, rubric),
      gradeCell(at, rubric, true),
    ]),
  };
}

function rankStepTable(steps: readonly RankEdge[], { board, step }: GroupEdges, lang: Language): Table {
  return {
    kind: 'table',
    columns: [
      { title: closeCallWords.above[lang], align: 'left', flexible: true },
      { title: closeCallWords.below[lang], align: 'left', flexible: true },
      { title: closeCallWords.gap[lang], align: 'right' },
      { title: closeCallWords.effect[lang], align: 'left' },
    ],
    rows: steps.map(({ above, below, gap }) => [
      text(withRank(above)),
      text(withRank(below)),
      { kind: 'number', text: distance(gap, board.rubric) },
      text(closeCallWords[gap.n * step.d < step.n * gap.d ? 'turns' : 'levels'][lang]),
    ]),
  };
}

function withRank({ unit, rank, tied }: Standing): string {
  return `${unit.name}${NO_BREAK}(${rank}${tied ? '=' : ''})`;
}

/** One line for the notes under a group's ranking. */
export function closeCallsNote({ board, step, tried, gradeSteps }: GroupEdges, lang: Language): string {
  const names = new Set([
    ...tried.flatMap(({ shifts }) => shifts.map(({ before }) => before.unit.name)),
    ...gradeSteps.map(({ standing }) => standing.unit.name),
    ...findRankEdges(board, step).flatMap(({ above, below }) => [above.unit.name, below.unit.name]),
  ]);
  const named = [...names].slice(0, MOST_NAMED);
  const others = names.size - named.length;
  const list = [...named, ...(others > 0 ? [andOthers[lang]({ count: others })] : [])].join(', ');
  return closeCallsLine[lang]({ step: spoken(toText(step), lang), list });
}

/** The close calls for machines. */
export function closeCallsData(groups: readonly GroupEdges[]): readonly GroupEdgesData[] {
  return groups.map(({ board, step, tried, gradeSteps }) => {
    const bands = board.rubric.grades?.bands ?? [];
    const gradeId = (at: number | undefined): string | null => (at === undefined ? null : (bands[at]?.id ?? null));
    const placeOf = ({ rank, grade }: Standing) => ({ rank: rank ?? null, grade: gradeId(grade?.at) });
    return {
      group: board.id,
      step: toText(step),
      variants: tried.map(({ variant, shifts }) => ({
        ...(variant.kind === 'sense' ? { compared: variant.on } : { rounded_at: variant.at }),
        shifts: shifts.map(({ before, after }) => ({
          unit: before.unit.id,
          now: placeOf(before),
          would_be: placeOf(after),
        })),
      })),
      grade_steps: gradeSteps.map(({ standing, node, up, at }) => ({
        unit: standing.unit.id,
        node: node ?? null,
        by: up ? 'more' : 'less',
        now: gradeId(standing.grade?.at) as string,
        would_be: gradeId(at) as string,
      })),
      rank_steps: findRankEdges(board, step).map(({ above, below, gap }) => ({
        ...{ above: above.unit.id, below: below.unit.id },
        gap: sign(gap) === 0 ? '0' : toText(gap),
      })),
    };
  });
}
