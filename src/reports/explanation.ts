/** The explanation (diễn giải điểm) of one unit: from its rank and grade down to the cells, or of one node in full. */
import type { Block, Cell, Report, Table, TableColumn } from '../model/document.ts';
import { number, text } from '../model/document.ts';
import { compare, type Exact, sign, subtract, sum, toText } from '../model/exact.ts';
import type { ExplainedCell, ExplainedCriterion, ExplainedDomain, Explanation, Story } from '../model/explanation.ts';
import type { Language } from '../model/words.ts';
import { explanationData, explanationFlat } from './explanation-data.ts';
import { leafBlocks } from './explanation-leaf.ts';
import {
  lossCell,
  maxCell,
  sharedFolder,
  storyRows,
  storyText,
  type Telling,
  treeNotes,
  wayCell,
} from './explanation-story.ts';
import { decimalsOf, waySteps } from './explanation-way.ts';
import { dash, figure, NO_BREAK, shown, spoken } from './figures.ts';
import { approx, equalsText } from './sums.ts';
import { domainSum, emptyNode, explanationTitle, explanationWords, otherLosses } from './words/explanation.ts';
import { yearAndBasis } from './words/ranking.ts';
import { noIndexLine, pointsLine, standingLine, unrankedLine } from './words/scorecard.ts';
import { leafHead } from './words/story.ts';
import { columnName, words } from './words.ts';

/** So many of the largest losses are listed; the rest is one line. */
const LARGEST = 10;

export interface ExplanationOptions {
  readonly lang: Language;
  /** Id of the domain, criterion, leaf or adjustment to explain alone; absent: all of the unit. */
  readonly node?: string;
}

/** One unit's page, or one node's; `flat` has a row a leaf and adjustment, in the order of the rubric. */
export function reportExplanation(explanation: Explanation, options: ExplanationOptions): Report {
  const { lang, node } = options;
  const folder = sharedFolder(cellsOf(explanation));
  const telling: Telling = {
    ...{ lang, rubric: explanation.group.rubric, decimals: decimalsOf(explanation) },
    ...(folder === undefined ? {} : { folder }),
  };
  return {
    document: {
      blocks: node === undefined ? wholeBlocks(explanation, telling) : nodeBlocks(explanation, node, telling),
    },
    flat: explanationFlat(explanation, node),
    data: explanationData(explanation, node),
  };
}

function cellsOf({ domains, adjustments }: Explanation): readonly ExplainedCell[] {
  return [...storiesOf(domains), ...adjustments].flatMap(({ cells }) => cells);
}

function head({ board, standing }: Explanation, lang: Language, node?: string): readonly Block[] {
  const of = node === undefined ? standing.unit.name : `${standing.unit.name}, ${node}`;
  const basis = columnName(board.basis)[lang];
  return [
    { kind: 'heading', level: 1, text: explanationTitle[lang]({ of, year: board.year }) },
    { kind: 'paragraph', text: yearAndBasis[lang]({ year: board.year, basis }), tone: 'muted' },
  ];
}

function wholeBlocks(explanation: Explanation, telling: Telling): readonly Block[] {
  const { lang } = telling;
  const { domains, adjustments } = explanation;
  const claimed = adjustments.filter(({ state }) => state !== 'none' && state !== 'outside');
  return [
    ...head(explanation, lang),
    { kind: 'paragraph', text: standingText(explanation, lang), tone: 'strong' },
    { kind: 'heading', level: 2, text: explanationWords.way[lang] },
    ...waySteps(explanation, telling).map(paragraph),
    { kind: 'heading', level: 2, text: explanationWords.domains[lang] },
    domainTable(explanation, telling),
    { kind: 'heading', level: 2, text: explanationWords.losses[lang] },
    ...lossBlocks(domains, telling),
    { kind: 'heading', level: 2, text: explanationWords.leaves[lang] },
    ...treeNotes(telling),
    ...domains.flatMap((domain) => domainBlocks(domain, telling)),
    ...(claimed.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, text: explanationWords.adjustments[lang] } as const,
          storyTable(
            claimed.flatMap((story) => storyRows(story, telling)),
            lang,
          ),
        ]),
  ];
}

function paragraph(line: string): Block {
  return { kind: 'paragraph', text: line };
}

function standingText({ group, standing }: Explanation, lang: Language): string {
  const { rubric } = group;
  const { rank, tied, index, points, max } = standing;
  if (index === undefined) return noIndexLine[lang];
  const of = group.standings.filter((each) => each.rank !== undefined).length;
  const place =
    rank === undefined
      ? unrankedLine[lang]({ group: group.name })
      : standingLine[lang]({ group: group.name, rank: `${rank}`, of, tied });
  const figures = {
    points: spoken(shown(points, rubric), lang),
    max: spoken(toText(max), lang),
    index: spoken(shown(index, rubric), lang),
  };
  return `${place} ${pointsLine[lang](figures)}`;
}

const right = (title: string): TableColumn => ({ title, align: 'right' });
const wide = (title: string): TableColumn => ({ title, align: 'left', flexible: true });

function domainTable({ domains, standing, kinds }: Explanation, telling: Telling): Table {
  const { lang, rubric } = telling;
  const rows = domains.map(({ node, figure: { points, max, index } }): readonly Cell[] =>
    index === undefined
      ? [text(node.id), text(`${node.title}${NO_BREAK}°`), dash(), dash(), dash(), dash()]
      : [
          text(node.id),
          text(node.title),
          wayCell(points, telling),
          maxCell(max),
          figure(index, rubric),
          lossCell(subtract(max, points), telling),
        ],
  );
  const extra = kinds.map(({ kind, counted }): readonly Cell[] => {
    const points = wayCell(counted, telling);
    const cell = kind === 'penalty' && points.kind === 'number' ? number(`-${points.text}`) : points;
    return [text(''), text(words[kind][lang]), cell, text(''), text(''), text('')];
  });
  const total: readonly Cell[] = [
    text(''),
    text(words.total[lang], 'strong'),
    wayCell(standing.total, telling, true),
    maxCell(standing.max, true),
    figure(standing.index, rubric, 'strong'),
    text(''),
  ];
  const columns = [
    { title: words.id[lang], align: 'left' } as const,
    wide(words.domain[lang]),
    right(words.points[lang]),
    right(words.max[lang]),
    right(words.index[lang]),
    right(words.lost[lang]),
  ];
  return { kind: 'table', columns, rows: [...rows, ...extra, total] };
}

function storiesOf(domains: readonly ExplainedDomain[]): readonly Story[] {
  return domains.flatMap(({ criteria }) => criteria.flatMap(({ stories }) => stories));
}

/** The largest losses, and all others in one line, so that the column adds to all that was lost. */
function lossBlocks(domains: readonly ExplainedDomain[], telling: Telling): readonly Block[] {
  const { lang } = telling;
  const losing = storiesOf(domains)
    .filter(({ lost }) => lost !== undefined && sign(lost) > 0)
    .toSorted((a, b) => compare(b.lost as Exact, a.lost as Exact));
  if (losing.length === 0) return [paragraph(explanationWords.noLoss[lang])];
  const named = losing.length === LARGEST + 1 ? losing : losing.slice(0, LARGEST);
  const rest = losing.slice(named.length);
  const lostBy = (stories: readonly Story[]): Exact => sum(stories.map(({ lost }) => lost as Exact));
  const rows = named.map(({ node, points, lost }): readonly Cell[] => [
    text(node.id),
    text(node.title),
    wayCell(points, telling),
    maxCell(node.max),
    lossCell(lost, telling),
  ]);
  const others: readonly Cell[] = [
    text(''),
    text(otherLosses[lang]({ count: rest.length })),
    text(''),
    text(''),
    lossCell(lostBy(rest), telling),
  ];
  const total: readonly Cell[] = [
    text(''),
    text(words.total[lang], 'strong'),
    text(''),
    text(''),
    lossCell(lostBy(losing), telling, true),
  ];
  return [
    {
      kind: 'table',
      columns: [
        { title: words.id[lang], align: 'left' },
        wide(words.criterion[lang]),
        right(words.points[lang]),
        right(words.max[lang]),
        right(words.lost[lang]),
      ],
      rows: [...rows, ...(rest.length === 0 ? [] : [others]), total],
    },
  ];
}

function domainBlocks(domain: ExplainedDomain, telling: Telling): readonly Block[] {
  const { lang, rubric } = telling;
  const { node, figure: made, sum: plain, criteria } = domain;
  const heading: Block = { kind: 'heading', level: 3, text: `${node.id}  ${node.title}` };
  if (made.index === undefined) {
    const all = criteria.flatMap(({ stories }) => stories);
    return [
      heading,
      paragraph(emptyNode[lang]({ node: node.id })),
      ...all.map((story) => paragraph(`${story.node.id}: ${storyText(story, telling)}.`)),
    ];
  }
  const terms = criteria
    .filter(({ figure: { index } }) => index !== undefined)
    .map(({ figure: { points } }) => approx(points, telling.decimals, lang))
    .join(' + ');
  const rounded = rubric.rounding.at === 'domain' ? ` → ${spoken(shown(made.points, rubric), lang)}` : '';
  return [
    heading,
    paragraph(
      domainSum[lang]({
        terms,
        equals: `${equalsText(plain, telling.decimals, lang)}${rounded}`,
        max: spoken(toText(made.max), lang),
      }),
    ),
    storyTable(
      criteria.flatMap((criterion) => criterionRows(criterion, telling)),
      lang,
    ),
  ];
}

function criterionRows({ node, figure: made, stories }: ExplainedCriterion, telling: Telling) {
  const leaves = stories.flatMap((story) => storyRows(story, telling));
  if (!node.hasParts) return leaves;
  const isApplicable = made.index !== undefined;
  const own: readonly Cell[] = [
    text(node.id, 'strong'),
    text(node.title, 'strong'),
    wayCell(isApplicable ? made.points : undefined, telling, true),
    isApplicable ? maxCell(made.max, true) : dash(),
    lossCell(isApplicable ? subtract(made.max, made.points) : undefined, telling, true),
  ];
  return [own, ...leaves];
}

function storyTable(rows: readonly (readonly Cell[])[], lang: Language): Table {
  return {
    kind: 'table',
    columns: [
      { title: words.id[lang], align: 'left' },
      wide(explanationWords.reason[lang]),
      right(words.points[lang]),
      right(words.max[lang]),
      right(words.lost[lang]),
    ],
    rows,
  };
}

/** One node alone: a leaf or adjustment in full, a criterion or domain with its leaves. */
function nodeBlocks(explanation: Explanation, id: string, telling: Telling): readonly Block[] {
  const { domains, adjustments } = explanation;
  const { lang } = telling;
  const domain = domains.find(({ node }) => node.id === id);
  if (domain !== undefined) {
    return [...head(explanation, lang, id), ...treeNotes(telling), ...domainBlocks(domain, telling)];
  }
  const story = [...storiesOf(domains), ...adjustments].find(({ node }) => node.id === id);
  if (story !== undefined) return [...head(explanation, lang, id), ...leafBlocks(explanation, story, telling)];
  const criterion = domains
    .flatMap(({ criteria }) => criteria)
    .find(({ node }) => node.id === id) as ExplainedCriterion;
  const { points, max, index } = criterion.figure;
  const facts = {
    points: approx(points, telling.decimals, lang),
    max: spoken(toText(max), lang),
    lost: approx(subtract(max, points), telling.decimals, lang),
  };
  return [
    ...head(explanation, lang, id),
    paragraph(
      `${id}  ${criterion.node.title}. ${index === undefined ? emptyNode[lang]({ node: id }) : leafHead[lang](facts)}`,
    ),
    ...treeNotes(telling),
    storyTable(criterionRows(criterion, telling), lang),
  ];
}
