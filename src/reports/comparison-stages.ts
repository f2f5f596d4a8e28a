/** Two stages of one project side by side: the gap of each unit, its limits of agreement, the widest criteria. */
import type { StageComparison, StageGroup } from '../model/comparison.ts';
import { type Block, type Cell, type Flat, number, type Report, text } from '../model/document.ts';
import { type Exact, toFixedText, toFractionText, toText } from '../model/exact.ts';
import type { Language } from '../model/words.ts';
import type { ComparisonOptions } from './comparison.ts';
import { right, signed, signedCell, wide } from './comparison-cells.ts';
import { COMPARISON_SCHEMA } from './comparison-data.ts';
import { capitalised, spoken } from './figures.ts';
import {
  agreementLine,
  leftOutLine,
  otherStagesNote,
  stagesNote,
  stagesTitle,
  stagesWords,
} from './words/comparison-stages.ts';
import { columnName, words } from './words.ts';

/** The page, a row a unit for CSV, and the data. */
export function reportStages(comparison: StageComparison, { lang, toolVersion }: ComparisonOptions): Report {
  const [earlier, later] = comparison.stages.map((stage) => columnName(stage)[lang]) as [string, string];
  const year = comparison.year === undefined ? '' : `${comparison.year}`;
  const note = comparison.stages[0] === 'self' ? stagesNote : otherStagesNote;
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: stagesTitle[lang]({ earlier, later, year }) },
    ...(comparison.title === undefined ? [] : [paragraph(comparison.title)]),
    paragraph(note[lang]({ earlier, later })),
    ...comparison.groups.flatMap((group) => groupBlocks(group, comparison.stages, lang)),
  ];
  return { document: { blocks }, flat: flat(comparison), data: data(comparison, toolVersion) };
}

function paragraph(line: string): Block {
  return { kind: 'paragraph', text: line, tone: 'muted' };
}

function groupBlocks(group: StageGroup, stages: readonly [string, string], lang: Language): readonly Block[] {
  const { name, agreement, decimals, units } = group;
  const figure = (value: Exact): string => spoken(toFixedText(value, decimals), lang);
  const oneSided = units.filter(({ leftOut }) => leftOut > 0);
  const list = oneSided.map(({ unit, leftOut }) => `${unit.name} (${leftOut})`).join(', ');
  return [
    { kind: 'heading', level: 2, text: name },
    unitTable(group, stages, lang),
    ...(agreement === undefined
      ? []
      : [
          {
            kind: 'paragraph',
            text: agreementLine[lang]({
              count: agreement.count,
              mean: spoken(signed(agreement.mean, decimals), lang),
              deviation: figure(agreement.deviation),
              low: spoken(signed(agreement.low, decimals), lang),
              high: spoken(signed(agreement.high, decimals), lang),
            }),
          } as const,
        ]),
    ...(list === '' ? [] : [paragraph(leftOutLine[lang]({ list }))]),
    ...domainTable(group, lang),
    ...leafTable(group, lang),
  ];
}

function unitTable(
  { units, decimals }: StageGroup,
  [earlier, later]: readonly [string, string],
  lang: Language,
): Block {
  const stage = (name: string): string => `${capitalised(columnName(name), lang)} (%)`;
  return {
    kind: 'table',
    columns: [wide(words.unit[lang]), right(stage(earlier)), right(stage(later)), right(stagesWords.gap[lang])],
    rows: units.map((each) => [
      text(each.unit.name),
      number(toFixedText(each.earlier, decimals)),
      number(toFixedText(each.later, decimals)),
      number(signed(each.gap, decimals), 'strong'),
    ]),
  };
}

function domainTable({ domains, decimals }: StageGroup, lang: Language): readonly Block[] {
  return [
    { kind: 'heading', level: 3, text: stagesWords.byDomain[lang] },
    {
      kind: 'table',
      columns: [{ title: words.id[lang], align: 'left' }, wide(words.domain[lang]), right(stagesWords.meanGap[lang])],
      rows: domains.map(({ id, title, mean }) => [text(id), text(title), number(signed(mean, decimals))]),
    },
  ];
}

function leafTable({ leaves, decimals }: StageGroup, lang: Language): readonly Block[] {
  if (leaves.length === 0) return [paragraph(stagesWords.same[lang])];
  return [
    { kind: 'heading', level: 3, text: stagesWords.leaves[lang] },
    {
      kind: 'table',
      columns: [
        { title: words.id[lang], align: 'left' },
        wide(words.criterion[lang]),
        right(words.max[lang]),
        right(stagesWords.meanGap[lang]),
        right(stagesWords.meanSize[lang]),
        right(stagesWords.differing[lang]),
        wide(stagesWords.widest[lang]),
      ],
      rows: leaves.map((leaf): readonly Cell[] => [
        text(leaf.id),
        text(leaf.title),
        number(toText(leaf.max)),
        signedCell(leaf.mean, decimals),
        number(toFixedText(leaf.size, decimals)),
        number(`${leaf.differing}`),
        text(`${leaf.widest.unit} ${spoken(signed(leaf.widest.gap, decimals), lang)}`),
      ]),
    },
  ];
}

function flat({ groups, stages: [earlier, later] }: StageComparison): Flat {
  const ids = [...new Set(groups.flatMap((group) => group.domains.map(({ id }) => id)))];
  return {
    columns: ['group', 'unit', 'name', earlier, later, 'gap', ...ids.map((id) => `gap:${id}`)],
    rows: groups.flatMap(({ id: group, decimals, units }) =>
      units.map((each) => [
        text(group),
        text(each.unit.id),
        text(each.unit.name),
        ...[each.earlier, each.later, each.gap].map((value) => number(toFixedText(value, decimals))),
        ...ids.map((id) => {
          const own = each.domains.find((domain) => domain.id === id);
          return number(own === undefined ? '' : toFixedText(own.gap, decimals));
        }),
      ]),
    ),
  };
}

/** Indices and gaps are fractions; what comes of a root is rounded. */
function data({ stages, year, groups }: StageComparison, toolVersion: string): object {
  return {
    schema: COMPARISON_SCHEMA,
    tool: `parindex ${toolVersion}`,
    kind: 'stages',
    stages: [...stages],
    year: year ?? null,
    groups: groups.map(({ id, name, decimals, units, domains, agreement, leaves }) => ({
      id,
      name,
      units: units.map((each) => ({
        unit: each.unit.id,
        earlier: toFractionText(each.earlier),
        later: toFractionText(each.later),
        gap: toFractionText(each.gap),
        domains: each.domains.map((domain) => ({ id: domain.id, gap: toFractionText(domain.gap) })),
        left_out: each.leftOut,
      })),
      domains: domains.map((domain) => ({ id: domain.id, mean: toFractionText(domain.mean) })),
      agreement:
        agreement === undefined
          ? null
          : {
              count: agreement.count,
              mean: toFractionText(agreement.mean),
              deviation: toFixedText(agreement.deviation, decimals),
              low: toFixedText(agreement.low, decimals),
              high: toFixedText(agreement.high, decimals),
            },
      leaves: leaves.map((leaf) => ({
        id: leaf.id,
        mean: toFractionText(leaf.mean),
        size: toFractionText(leaf.size),
        count: leaf.count,
        differing: leaf.differing,
        widest: { unit: leaf.widest.unit, gap: toFractionText(leaf.widest.gap) },
      })),
    })),
  };
}
