/** The report in brief, for a comment: who is at the top, how many of which grade, who moved, what was warned of. */
import { type Block, number, type Table, text } from '../model/document.ts';
import type { Language } from '../model/words.ts';
import { countGrades } from './charts/grades.ts';
import { figure } from './figures.ts';
import type { Moves } from './movement.ts';
import type { ReportOptions } from './page/options.ts';
import type { GroupView } from './ranking-view.ts';
import { faultsInBrief, gradesInBrief, inBrief, placesMoved } from './words/report.ts';
import { unitsCounted, words } from './words.ts';

/** So many ranks and movers are named. */
const NAMED = 5;

/** The head, then a short table for each group, the grades, the movers, the number of warnings. */
export function summarise(
  head: readonly Block[],
  views: readonly GroupView[],
  moves: readonly Moves[],
  { lang, diagnostics }: ReportOptions,
): readonly Block[] {
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  return [
    ...head,
    ...views.flatMap((view) => groupBlocks(view, lang)),
    ...moves.flatMap((moved) => moverBlocks(moved, views.length > 1, lang)),
    { kind: 'paragraph', text: faultsInBrief[lang]({ warnings, notes: diagnostics.length - warnings }) },
  ];
}

function groupBlocks({ board, ranked }: GroupView, lang: Language): readonly Block[] {
  const { rubric, name, standings } = board;
  const grades = countGrades(board, lang).filter(({ count }) => count > 0);
  const table: Table = {
    kind: 'table',
    columns: [
      { title: words.rank[lang], align: 'right' },
      { title: words.unit[lang], align: 'left', flexible: true },
      { title: words.index[lang], align: 'right' },
      ...(grades.length === 0 ? [] : [{ title: words.grade[lang], align: 'left' } as const]),
    ],
    rows: ranked
      .slice(0, NAMED)
      .map((standing) => [
        standing.tied ? text(`=${standing.rank}`) : number(`${standing.rank}`),
        text(standing.unit.name),
        figure(standing.index, rubric, 'strong'),
        ...(grades.length === 0 ? [] : [text(rubric.grades?.bands[standing.grade?.at ?? -1]?.name ?? '–')]),
      ]),
  };
  const list = grades.map((grade) => `${grade.name} ${grade.count}`).join(', ');
  return [
    { kind: 'heading', level: 2, text: `${name}: ${unitsCounted[lang]({ count: standings.length })}` },
    ...(ranked.length === 0 ? [] : [{ kind: 'paragraph', text: `${inBrief.top[lang]}:` } as const, table]),
    ...(list === '' ? [] : [{ kind: 'paragraph', text: gradesInBrief[lang]({ list }) } as const]),
  ];
}

/** Those who moved most, up or down; nothing where nobody moved. */
function moverBlocks({ group, movements }: Moves, named: boolean, lang: Language): readonly Block[] {
  const size = (places = 0): number => Math.abs(places);
  const moved = movements.filter(({ places = 0 }) => places !== 0);
  if (moved.length === 0) return [];
  const most = moved.toSorted((a, b) => size(b.places) - size(a.places)).slice(0, NAMED);
  const list = most.map(({ name, places = 0 }) => `${name} ${placesMoved[lang]({ places })}`).join('; ');
  const label = named ? `${inBrief.movers[lang]} (${group.name})` : inBrief.movers[lang];
  return [{ kind: 'paragraph', text: `${label}: ${list}.` }];
}
