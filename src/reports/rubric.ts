/** A rubric (bộ tiêu chí) printed: the tree with every rule in words, adjustments, grades and policies. */
import { type Block, type Cell, number, type Report, type Table, text } from '../model/document.ts';
import { type Exact, toText } from '../model/exact.ts';
import type { Criterion, Gate, Leaf, NodeRef, Rubric } from '../model/rubric.ts';
import type { Language } from '../model/words.ts';
import { NO_BREAK, named, spoken } from './figures.ts';
import { type RubricOptions, rubricData, rubricFlat } from './rubric-data.ts';
import { breakNode, roundedAt, thenBy } from './words/ranking.ts';
import {
  anyOf,
  appliesLine,
  boundsLine,
  capLine,
  gateLine,
  gradesOn,
  issuedLine,
  rankLine,
  rubricWords,
  sizeLine,
  stagesLine,
} from './words/rubric.ts';
import { columnName, words } from './words.ts';

/** The rubric's page; `flat` has a row a node of the tree and an adjustment, in the order of the file. */
export function reportRubric(rubric: Rubric, options: RubricOptions): Report {
  const { lang } = options;
  const blocks: Block[] = [
    ...head(rubric, lang),
    tree(rubric, options),
    ...legend(rubric, lang),
    ...adjustments(rubric, options),
    ...grades(rubric, lang),
    { kind: 'heading', level: 2, text: rubricWords.policies[lang] },
    ...policies(rubric, lang).map(paragraph),
  ];
  return { document: { blocks }, flat: rubricFlat(rubric, options), data: rubricData(rubric, options) };
}

function paragraph(line: string): Block {
  return { kind: 'paragraph', text: line };
}

function head(rubric: Rubric, lang: Language): readonly Block[] {
  const { domains, criteria, leaves } = rubric;
  const size = { domains: domains.length, criteria: criteria.length, leaves: leaves.length };
  const lines = [
    ...(rubric.issued === undefined ? [] : [issuedLine[lang](rubric.issued)]),
    appliesLine[lang]({ groups: rubric.appliesTo.join(', ') }),
    sizeLine[lang]({ ...size, scale: spoken(toText(rubric.scale), lang) }),
    ...(rubric.note === undefined ? [] : [rubric.note]),
  ];
  return [
    { kind: 'heading', level: 1, text: rubric.title },
    ...lines.map((line): Block => ({ kind: 'paragraph', text: line, tone: 'muted' })),
  ];
}

function tree(rubric: Rubric, { lang, tell }: RubricOptions): Table {
  const parent = (id: string, title: string, max: Exact): readonly Cell[] => [
    text(id, 'strong'),
    text(title, 'strong'),
    number(toText(max), 'strong'),
    text(''),
    text(''),
    text(''),
  ];
  const leafRow = (leaf: Leaf): readonly Cell[] => [
    text(leaf.id),
    text(leaf.title),
    number(toText(leaf.max)),
    text(columnName(leaf.source)[lang]),
    text(marksOf(leaf, lang)),
    text(tell(leaf.rule, leaf.max)[lang]),
  ];
  const under = (criterion: Criterion): readonly (readonly Cell[])[] => {
    const rows = criterion.leaves.map((at) => leafRow(rubric.leaves[at] as Leaf));
    return criterion.hasParts ? [parent(criterion.id, criterion.title, criterion.max), ...rows] : rows;
  };
  return {
    kind: 'table',
    columns: [
      { title: words.id[lang], align: 'left' },
      { title: rubricWords.title[lang], align: 'left', flexible: true },
      { title: words.points[lang], align: 'right' },
      { title: rubricWords.source[lang], align: 'left', flexible: true },
      { title: rubricWords.marks[lang], align: 'left' },
      { title: rubricWords.rule[lang], align: 'left', flexible: true },
    ],
    rows: rubric.domains.flatMap((domain) => [
      parent(domain.id, domain.title, domain.max),
      ...domain.criteria.flatMap((at) => under(rubric.criteria[at] as Criterion)),
    ]),
  };
}

function marksOf(leaf: Leaf, lang: Language): string {
  const evidence = leaf.evidence ? rubricWords.evidenceMark[lang] : '';
  return [evidence, leaf.exemptible ? rubricWords.exemptMark[lang] : ''].filter((mark) => mark !== '').join(NO_BREAK);
}

function legend(rubric: Rubric, lang: Language): readonly Block[] {
  if (!rubric.leaves.some((leaf) => leaf.evidence || leaf.exemptible)) return [];
  return [{ kind: 'paragraph', text: rubricWords.marksLegend[lang], tone: 'muted' }];
}

function adjustments(rubric: Rubric, { lang, tell }: RubricOptions): readonly Block[] {
  if (rubric.adjustments.length === 0) return [];
  const caps = (['bonus', 'penalty'] as const).flatMap((kind) => {
    const cap = rubric.adjustmentCaps[kind];
    return cap === undefined ? [] : [paragraph(capLine[lang]({ kind, cap: spoken(toText(cap), lang) }))];
  });
  const table: Table = {
    kind: 'table',
    columns: [
      { title: words.id[lang], align: 'left' },
      { title: words.criterion[lang], align: 'left', flexible: true },
      { title: rubricWords.kind[lang], align: 'left' },
      { title: rubricWords.cap[lang], align: 'right' },
      { title: rubricWords.rule[lang], align: 'left', flexible: true },
    ],
    rows: rubric.adjustments.map((adjustment) => [
      text(adjustment.id),
      text(adjustment.title),
      text(words[adjustment.kind][lang]),
      number(toText(adjustment.max)),
      text(tell(adjustment.rule, adjustment.max)[lang]),
    ]),
  };
  return [{ kind: 'heading', level: 2, text: rubricWords.adjustments[lang] }, table, ...caps];
}

function grades(rubric: Rubric, lang: Language): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: rubricWords.grades[lang] };
  if (rubric.grades === undefined) return [heading, paragraph(rubricWords.noGrades[lang])];
  const { bands, gates, on } = rubric.grades;
  const table: Table = {
    kind: 'table',
    columns: [
      { title: words.grade[lang], align: 'left' },
      { title: rubricWords.from[lang], align: 'right' },
    ],
    rows: bands.map((band) => [
      text(band.name),
      band.from === undefined ? text(rubricWords.rest[lang], 'muted') : number(toText(band.from)),
    ]),
  };
  const capName = (gate: Gate): string => bands[gate.cap]?.name ?? '';
  return [
    heading,
    table,
    paragraph(gradesOn[lang]({ on })),
    ...gates.map((gate) =>
      paragraph(
        gateLine[lang]({
          nodes: gateNodes(gate.nodes, rubric, lang),
          below: spoken(toText(gate.below), lang),
          cap: capName(gate),
        }),
      ),
    ),
  ];
}

/** A gate on every domain or every criterion is said so; otherwise its nodes are named. */
function gateNodes(nodes: readonly NodeRef[], rubric: Rubric, lang: Language): string {
  for (const level of ['domain', 'criterion'] as const) {
    const all = level === 'domain' ? rubric.domains.length : rubric.criteria.length;
    if (all > 1 && nodes.length === all && nodes.every((node) => node.level === level)) return anyOf[lang]({ level });
  }
  return nodes.map((node) => breakNode[lang](named(node, rubric))).join(', ');
}

function policies(rubric: Rubric, lang: Language): readonly string[] {
  const { rank, indexBounds } = rubric;
  const bound = (value: Exact | undefined): string => (value === undefined ? '' : spoken(toText(value), lang));
  const breaks = rank.breaks.map((ref) => breakNode[lang](named(ref, rubric))).join(thenBy[lang]);
  const bounds = { min: bound(indexBounds.min), max: bound(indexBounds.max) };
  return [
    stagesLine[lang]({ stages: rubric.stages.map((stage) => columnName(stage)[lang]).join(', ') }),
    roundedAt[lang](rubric.rounding),
    rankLine[lang]({ on: rank.on, ties: rank.ties, breaks }),
    rubric.missing === 'zero' ? rubricWords.missingZero[lang] : rubricWords.missingError[lang],
    ...(rubric.leaves.some((leaf) => leaf.exemptible) ? [rubricWords.exemption[lang]] : []),
    ...(bounds.min === '' && bounds.max === '' ? [] : [boundsLine[lang](bounds)]),
  ];
}
