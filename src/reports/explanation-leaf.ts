/** One leaf or adjustment in full: what was reported where, and each step to its points. */
import { type Block, type Cell, type Table, text } from '../model/document.ts';
import { divide, HUNDRED, multiply, sign, subtract, toText } from '../model/exact.ts';
import type { Explanation, Story } from '../model/explanation.ts';
import type { Leaf } from '../model/rubric.ts';
import {
  capText,
  outcomeText,
  overrideText,
  peersText,
  placeText,
  roundingStep,
  type Telling,
  writtenText,
} from './explanation-story.ts';
import { capitalised, spoken } from './figures.ts';
import { approx, equalsText, inMark, unbroken } from './sums.ts';
import { explanationWords, nothingAt } from './words/explanation.ts';
import {
  becauseStep,
  evidenceStep,
  exemptShare,
  leafHead,
  maxStep,
  noteStep,
  notRoundedHere,
  penaltyHead,
  roundedHereStep,
  ruleStep,
  shareStep,
  stateStep,
  storyStates,
  surveyStep,
  valueStep,
} from './words/story.ts';
import { columnName } from './words.ts';

/** The blocks below the head of the page. */
export function leafBlocks(
  explanation: Explanation,
  story: Story,
  { folder: _, ...telling }: Telling,
): readonly Block[] {
  // One leaf has few places: each is told whole.
  const { lang } = telling;
  const { node, cells } = story;
  const steps = stepsOf(explanation, story, telling).map((step, at) => `${at + 1}. ${unbroken(step)}`);
  return [
    { kind: 'paragraph', text: `${node.id}  ${node.title}`, tone: 'strong' },
    { kind: 'paragraph', text: pointsText(story, telling), tone: 'strong' },
    { kind: 'heading', level: 2, text: explanationWords.cells[lang] },
    cells.length === 0 ? { kind: 'paragraph', text: nothingText(story, lang) } : cellTable(story, telling),
    { kind: 'heading', level: 2, text: explanationWords.steps[lang] },
    ...steps.map((line): Block => ({ kind: 'paragraph', text: line })),
  ];
}

function nothingText({ row }: Story, lang: Telling['lang']): string {
  return row === undefined ? explanationWords.nothing[lang] : nothingAt[lang]({ place: placeText(row) });
}

function pointsText({ points, lost, node, state }: Story, { lang, decimals }: Telling): string {
  if (points === undefined) return capital(`${storyStates[state === 'scored' ? 'none' : state][lang]}.`);
  if ('kind' in node && node.kind === 'penalty') {
    return penaltyHead[lang]({ points: approx(points, decimals, lang), max: spoken(toText(node.max), lang) });
  }
  return leafHead[lang]({
    points: approx(points, decimals, lang),
    max: spoken(toText(node.max), lang),
    lost: lost === undefined || sign(lost) === 0 ? '' : approx(lost, decimals, lang),
  });
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function cellTable({ cells }: Story, { lang }: Telling): Table {
  return {
    kind: 'table',
    columns: [
      { title: explanationWords.column[lang], align: 'left' },
      { title: explanationWords.value[lang], align: 'left', flexible: true },
      { title: explanationWords.place[lang], align: 'left', flexible: true },
      { title: explanationWords.counts[lang], align: 'left' },
    ],
    rows: cells.map((cell): readonly Cell[] => [
      text(capitalised(columnName(cell.column), lang)),
      text(cell.text, cell.counts ? 'strong' : 'plain'),
      text(placeText(cell.place)),
      text(cell.counts ? explanationWords.yes[lang] : ''),
    ]),
  };
}

function stepsOf(explanation: Explanation, story: Story, telling: Telling): readonly string[] {
  const { lang, rubric } = telling;
  const { node, state, cells, evidence, note } = story;
  const counting = cells.find(({ counts }) => counts);
  const isSurvey = 'source' in node && node.source === 'survey';
  const max = spoken(toText(node.max), lang);
  const written = counting === undefined ? [] : [writtenText(counting, telling)];
  const counted = story.source === 'override' ? [] : written.map((each) => ({ text: each }));
  return [
    maxStep[lang]({ text: max, place: placeText({ ...node.maxPlace, column: 0 }) }),
    ruleStep[lang]({ text: inMark(story.rule[lang], lang), place: placeText({ ...node.place, column: 0 }) }),
    ...counted.map((each) => (isSurvey ? surveyStep : valueStep)[lang](each)),
    ...(story.because === undefined || state !== 'scored' ? [] : [becauseText(story, telling)]),
    ...(story.source === 'override'
      ? [stateStep[lang]({ text: `${written.join('')}: ${overrideText(story, telling)}` })]
      : []),
    ...(state === 'scored' ? [] : [stateStep[lang]({ text: outcomeText(story, telling) })]),
    ...(state === 'exempt' ? [exemptText(explanation, lang)] : []),
    ...(state === 'scored' ? [roundedText(story, telling)] : []),
    ...('source' in node && story.points !== undefined ? [shareText(explanation, story, node, telling)] : []),
    ...(evidence === '' ? [] : [evidenceStep[lang]({ text: evidence })]),
    ...(note === '' ? [] : [noteStep[lang]({ text: note })]),
    ...(node.note === undefined ? [] : [`${rubric.file}: ${node.note}`]),
  ];
}

function exemptText({ scale, standing }: Explanation, lang: Telling['lang']): string {
  const [whole, less, max] = [scale, subtract(scale, standing.max), standing.max].map((value) =>
    spoken(toText(value), lang),
  ) as [string, string, string];
  return exemptShare[lang]({ scale: whole, less, max });
}

function becauseText(story: Story, telling: Telling): string {
  const { lang } = telling;
  const told = [story.because?.[lang] ?? '', ...capText(story, telling), ...peersText(story, telling)];
  return becauseStep[lang]({ text: told.join('; ') });
}

function roundedText(story: Story, telling: Telling): string {
  const { lang, rubric } = telling;
  const { at } = rubric.rounding;
  if (at !== 'leaf') return notRoundedHere[lang]({ at });
  return roundedHereStep[lang]({ text: roundingStep(story, telling).join('') });
}

/** What the leaf is in the sum of its domain, and in the index. */
function shareText({ domains, standing }: Explanation, { points }: Story, node: Leaf, telling: Telling): string {
  const { lang, decimals, rubric } = telling;
  const domain = domains[node.domain];
  if (points === undefined || domain === undefined) return '';
  const own = approx(points, decimals, lang);
  const index = equalsText(divide(multiply(points, HUNDRED), standing.max), decimals, lang);
  return shareStep[lang]({
    points: own,
    domain: rubric.domains[node.domain]?.id ?? '',
    sum: approx(domain.sum, decimals, lang),
    index: `${own} ÷ ${spoken(toText(standing.max), lang)} × 100 ${index}`,
  });
}
