/** Why one unit stands above or below another: the gap, leaf by leaf, adding up to it exactly. */
import { type Block, type Cell, type Flat, number, type Report, type Table, text } from '../model/document.ts';
import { compare, type Exact, HUNDRED, multiply, round, sign, sum, toFractionText, toText } from '../model/exact.ts';
import type { Versus, VersusPart } from '../model/explanation.ts';
import type { Standing } from '../model/scoreboard.ts';
import type { Language } from '../model/words.ts';
import { decisionData, EXPLANATION_SCHEMA, storyData } from './explanation-data.ts';
import { extraCell, gapCell } from './explanation-gap.ts';
import { maxCell, outcomeText, type Telling, wayCell } from './explanation-story.ts';
import { bySize, decisionText } from './explanation-way.ts';
import { dash, NO_BREAK, shown, spoken } from './figures.ts';
import { approx, enoughDecimals, equalsText, unbroken } from './sums.ts';
import { yearAndBasis } from './words/ranking.ts';
import {
  adds,
  averagedLine,
  decisionLine,
  gapLine,
  noDifference,
  plainPoints,
  sideLine,
  unrankedSideLine,
  versusTitle,
  versusWords,
  weighted,
} from './words/versus.ts';
import { columnName, words } from './words.ts';

/** Two units' page; `flat` has a row a leaf and extra, in the order of the rubric. */
export function reportVersus(versus: Versus, options: { readonly lang: Language }): Report {
  const { lang } = options;
  const { rubric } = versus.group;
  const parts = [...versus.domains.map(({ gap }) => gap), ...versus.extras.map(({ gap }) => gap)];
  const leaves = versus.domains.map((domain) => ({ parts: domain.parts.map(({ gap }) => gap), total: domain.gap }));
  const decimals = enoughDecimals([{ parts, total: versus.gap }, ...leaves], rubric);
  const telling = { lang, rubric, decimals };
  return {
    document: {
      blocks: [
        ...head(versus, telling),
        { kind: 'heading', level: 2, text: versusWords.domains[lang] },
        domainTable(versus, telling),
        { kind: 'heading', level: 2, text: versusWords.leaves[lang] },
        ...leafBlocks(versus, telling),
      ],
    },
    flat: versusFlat(versus),
    data: versusData(versus),
  };
}

function sideOf({ decision, gap }: Versus): 'above' | 'below' | 'level' {
  if (decision.by === 'nothing') return 'level';
  if (decision.by === 'index') return sign(gap) > 0 ? 'above' : 'below';
  const { own, other } = decision;
  return own !== undefined && (other === undefined || compare(own, other) > 0) ? 'above' : 'below';
}

function head(versus: Versus, telling: Telling): readonly Block[] {
  const { lang } = telling;
  const { board, one, other, decision, averaged } = versus;
  const title = { one: one.unit.name, other: other.unit.name, side: sideOf(versus), year: board.year };
  const line = (value: string): Block => ({ kind: 'paragraph', text: unbroken(value) });
  const basis = columnName(board.basis)[lang];
  return [
    { kind: 'heading', level: 1, text: versusTitle[lang](title) },
    { kind: 'paragraph', text: yearAndBasis[lang]({ year: board.year, basis }), tone: 'muted' },
    line(sideText(one, telling)),
    line(sideText(other, telling)),
    { kind: 'paragraph', text: gapText(versus, telling), tone: 'strong' },
    ...(decision.by === 'index' ? [] : [line(decisionLine[lang]({ by: decisionText(decision, one, other, telling) }))]),
    line(isPlain(versus) ? plainPoints[lang] : weighted[lang]({ scale: spoken(toText(versus.scale), lang) })),
    ...averaged.map(({ leaf, unit, average }) =>
      line(
        averagedLine[lang]({
          leaf: leaf.id,
          unit: unit.unit.name,
          average: approx(multiply(average, HUNDRED), telling.decimals, lang),
        }),
      ),
    ),
  ];
}

function isPlain({ averaged, scale }: Versus): boolean {
  return averaged.length === 0 && compare(scale, HUNDRED) === 0;
}

function sideText({ unit, rank, points, max, index }: Standing, { lang, rubric }: Telling): string {
  const facts = {
    unit: unit.name,
    points: spoken(shown(points, rubric), lang),
    max: spoken(toText(max), lang),
    index: spoken(shown(index ?? max, rubric), lang),
  };
  return rank === undefined ? unrankedSideLine[lang](facts) : sideLine[lang]({ ...facts, rank: `${rank}` });
}

function gapText({ one, other, sense, gap }: Versus, { lang, rubric, decimals }: Telling): string {
  const figures = [one, other].map(({ exact, index }) => {
    const value = sense === 'exact' ? exact : index;
    return value === undefined
      ? ''
      : sense === 'exact'
        ? approx(value, decimals, lang)
        : spoken(shown(value, rubric), lang);
  });
  return gapLine[lang]({
    sum: `${figures.join(`${NO_BREAK}−${NO_BREAK}`)} ${equalsText(gap, decimals, lang)}`,
    isExact: sense === 'exact',
  });
}

function domainTable(versus: Versus, telling: Telling): Table {
  const { lang } = telling;
  const { domains, extras, one, other, gap, group, sense } = versus;
  const rows = domains.map((domain): readonly Cell[] => {
    const at = group.rubric.domains.indexOf(domain.node);
    const figures = [one, other].map(({ domains: made }) => made[at]);
    return [
      text(domain.node.id),
      text(domain.node.title),
      ...figures.map((figure) => (figure?.index === undefined ? dash() : wayCell(figure.points, telling))),
      gapCell(domain.gap, telling),
    ];
  });
  const more = extras.map((extra): readonly Cell[] => [
    text(''),
    text(versusWords.extras[extra.kind][lang]),
    ...[one, other].map((standing) => extraCell(extra.kind, standing, telling)),
    gapCell(extra.gap, telling),
  ]);
  const total: readonly Cell[] = [
    text(''),
    text(words.index[lang], 'strong'),
    ...[one, other].map(({ exact, index }) => wayCell(sense === 'exact' ? exact : index, telling, true)),
    sign(gap) === 0 ? number('0', 'strong') : gapCell(gap, telling, true),
  ];
  return { kind: 'table', columns: columnsOf(versus, lang, words.domain[lang]), rows: [...rows, ...more, total] };
}

function columnsOf({ one, other }: Versus, lang: Language, what: string): Table['columns'] {
  return [
    { title: words.id[lang], align: 'left' },
    { title: what, align: 'left', flexible: true },
    { title: one.unit.name, align: 'right' },
    { title: other.unit.name, align: 'right' },
    { title: versusWords.gap[lang], align: 'right' },
  ];
}

/** Leaves that make a difference, the largest first, each with what both got and how. */
function leafBlocks(versus: Versus, telling: Telling): readonly Block[] {
  const { lang, decimals } = telling;
  const all = versus.domains.flatMap(({ parts }) => parts);
  const parts = all.filter(({ gap }) => sign(gap) !== 0).toSorted((a, b) => bySize(a.gap, b.gap));
  const rest = all.length - parts.length;
  const note: readonly Block[] =
    rest === 0 ? [] : [{ kind: 'paragraph', text: noDifference[lang]({ count: rest }), tone: 'muted' }];
  if (parts.length === 0) return [{ kind: 'paragraph', text: versusWords.none[lang] }];
  const extras = versus.extras.map(({ gap }) => gap);
  const shownSum = sum([...parts.map(({ gap }) => gap), ...extras].map((gap) => round(gap, decimals)));
  const facts = { sum: approx(shownSum, decimals, lang), gap: approx(versus.gap, decimals, lang) };
  return [
    {
      kind: 'table',
      columns: columnsOf(versus, lang, words.criterion[lang]),
      rows: parts.flatMap((part) => partRows(part, versus, telling)),
    },
    ...note,
    { kind: 'paragraph', text: adds[lang](facts), tone: 'muted' },
  ];
}

function partRows(
  { node, one, other, gap }: VersusPart,
  versus: Versus,
  telling: Telling,
): readonly (readonly Cell[])[] {
  const reasons = [
    [versus.one, one],
    [versus.other, other],
  ] as const;
  return [
    [
      text(node.id),
      text(node.title),
      wayCell(one.points, telling),
      wayCell(other.points, telling),
      gapCell(gap, telling),
    ],
    ...reasons.map(([standing, story]): readonly Cell[] => [
      text(''),
      text(unbroken(`${standing.unit.name}: ${outcomeText(story, telling)}`), 'muted'),
      text(''),
      text(''),
      text(''),
    ]),
  ];
}

function versusData(versus: Versus): object {
  const { board, group, one, other, decision, sense, gap, scale, averaged, domains, extras } = versus;
  const { rubric } = group;
  const side = ({ unit, rank, total, max, exact, index }: Standing): object => ({
    unit: unit.id,
    name: unit.name,
    rank: rank ?? null,
    total: toFractionText(total),
    max: toText(max),
    exact: exact === undefined ? null : toFractionText(exact),
    index: index === undefined ? null : shown(index, rubric),
  });
  return {
    schema: EXPLANATION_SCHEMA,
    year: board.year ?? null,
    basis: board.basis,
    rubric: { id: rubric.id, title: rubric.title, sha256: rubric.sha256 },
    group: { id: group.id, name: group.name },
    one: side(one),
    other: side(other),
    decision: decisionData(decision, rubric),
    sense,
    gap: toFractionText(gap),
    scale: toText(scale),
    averaged: averaged.map(({ leaf, unit, average }) => ({
      leaf: leaf.id,
      unit: unit.unit.id,
      average: toFractionText(multiply(average, HUNDRED)),
    })),
    domains: domains.map((domain) => ({
      id: domain.node.id,
      gap: toFractionText(domain.gap),
      parts: domain.parts.map((part) => ({
        id: part.node.id,
        gap: toFractionText(part.gap),
        one: storyData(part.one),
        other: storyData(part.other),
      })),
    })),
    extras: extras.map((extra) => ({
      kind: extra.kind,
      one: toFractionText(extra.one),
      other: toFractionText(extra.other),
      gap: toFractionText(extra.gap),
    })),
  };
}

function versusFlat({ one, other, domains, extras }: Versus): Flat {
  const figure = (value: Exact | undefined): Cell => number(value === undefined ? '' : toText(value));
  const ids: readonly Cell[] = [text(one.unit.id), text(other.unit.id)];
  return {
    columns: ['unit', 'versus', 'domain', 'id', 'title', 'max', 'points', 'points_versus', 'gap'],
    rows: [
      ...domains.flatMap((domain) =>
        domain.parts.map(({ node, one: mine, other: theirs, gap }): readonly Cell[] => [
          ...ids,
          text(domain.node.id),
          text(node.id),
          text(node.title),
          maxCell(node.max),
          figure(mine.points),
          figure(theirs.points),
          figure(gap),
        ]),
      ),
      ...extras.map((extra): readonly Cell[] => [
        ...ids,
        text(''),
        text(extra.kind),
        text(versusWords.extras[extra.kind].en),
        text(''),
        figure(extra.one),
        figure(extra.other),
        figure(extra.gap),
      ]),
    ],
  };
}
