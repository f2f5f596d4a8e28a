/** A scorecard's domains side by side: what came from whom, and where the unit stands among its group. */
import { type Block, type Cell, type Table, text } from '../model/document.ts';
import { type Exact, sum } from '../model/exact.ts';
import type { Scorecard, ScorecardDomain } from '../model/findings.ts';
import type { Language } from '../model/words.ts';
import { capitalised, dash, figure } from './figures.ts';
import { scorecardWords } from './words/scorecard.ts';
import { columnName, words } from './words.ts';

/** The two tables, each under its heading; the second only where the unit is not alone. */
export function sideBlocks(scorecard: Scorecard, lang: Language): readonly Block[] {
  const isAlone = scorecard.domains.every(({ among }) => among === undefined || among.of < 2);
  return [
    { kind: 'heading', level: 2, text: scorecardWords.sides[lang] },
    sidesTable(scorecard, lang),
    ...(isAlone
      ? []
      : ([{ kind: 'heading', level: 2, text: scorecardWords.among[lang] }, amongTable(scorecard, lang)] as const)),
  ];
}

const SIDES = ['self', 'appraised', 'survey'] as const;

function sidesTable({ domains, standing, group }: Scorecard, lang: Language): Table {
  const { rubric } = group;
  const columnSum = (side: (typeof SIDES)[number]): Exact | undefined => {
    const given = domains.flatMap((domain) => domain[side] ?? []);
    return given.length === 0 ? undefined : sum(given);
  };
  const used = SIDES.filter((side) => columnSum(side) !== undefined);
  const rows = domains.map((domain, at): readonly Cell[] => [
    text(domain.id),
    text(rubric.domains[at]?.title ?? ''),
    ...used.map((side) => figure(domain[side], rubric)),
    figure(standing.domains[at]?.index === undefined ? undefined : standing.domains[at]?.points, rubric, 'strong'),
  ]);
  const total: readonly Cell[] = [
    text(''),
    text(scorecardWords.sum[lang], 'strong'),
    ...used.map((side) => figure(columnSum(side), rubric, 'strong')),
    figure(sum(standing.domains.map(({ points }) => points)), rubric, 'strong'),
  ];
  return {
    kind: 'table',
    columns: [
      { title: words.id[lang], align: 'left' },
      { title: words.domain[lang], align: 'left', flexible: true },
      ...used.map((side) => ({ title: capitalised(columnName(side), lang), align: 'right' }) as const),
      { title: words.points[lang], align: 'right' },
    ],
    rows: [...rows, total],
  };
}

function amongTable({ domains, standing, group }: Scorecard, lang: Language): Table {
  const { rubric } = group;
  const cells = ({ among }: ScorecardDomain): readonly Cell[] =>
    among === undefined
      ? [dash(), dash(), dash(), dash()]
      : [
          figure(among.best, rubric),
          figure(among.median, rubric),
          figure(among.worst, rubric),
          text(`${among.place}/${among.of}`),
        ];
  return {
    kind: 'table',
    columns: [
      { title: words.id[lang], align: 'left' },
      { title: words.domain[lang], align: 'left', flexible: true },
      { title: words.index[lang], align: 'right' },
      { title: scorecardWords.best[lang], align: 'right' },
      { title: scorecardWords.median[lang], align: 'right' },
      { title: scorecardWords.worst[lang], align: 'right' },
      { title: scorecardWords.place[lang], align: 'right' },
    ],
    rows: domains.map((domain, at): readonly Cell[] => [
      text(domain.id),
      text(rubric.domains[at]?.title ?? ''),
      figure(standing.domains[at]?.index, rubric, 'strong'),
      ...cells(domain),
    ]),
  };
}
