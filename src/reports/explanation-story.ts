/** One leaf's story in a sentence, for the tree; and its figures. */
import { type Block, type Cell, number, text } from '../model/document.ts';
import { type Exact, equal, sign, toFixedText, toText } from '../model/exact.ts';
import type { ExplainedCell, Story } from '../model/explanation.ts';
import type { Place } from '../model/place.ts';
import type { Rubric } from '../model/rubric.ts';
import { visible } from '../model/visible.ts';
import type { Language } from '../model/words.ts';
import { dash, shown, spoken } from './figures.ts';
import { approx, equalsText, unbroken } from './sums.ts';
import { decimalsNote, folderNote } from './words/explanation.ts';
import {
  cappedAt,
  cellSource,
  noteSaid,
  overrideStory,
  peerSaid,
  roundedAtLeaf,
  selfSaid,
  storyStates,
} from './words/story.ts';
import { columnName } from './words.ts';

/** What a page of an explanation needs to say its figures. */
export interface Telling {
  readonly lang: Language;
  readonly rubric: Rubric;
  /** Decimals of figures on the way. */
  readonly decimals: number;
  /** What the files of all cells begin with, said once instead of at every cell: `cchc/entries/`. */
  readonly folder?: string;
}

/** The folder that the files of some cells share, with its last slash; undefined where they share none. */
export function sharedFolder(cells: readonly ExplainedCell[]): string | undefined {
  const folders = [...new Set(cells.map(({ place }) => place.file.slice(0, place.file.lastIndexOf('/') + 1)))];
  const [first = '', ...others] = folders;
  const shared = others.reduce((common, folder) => {
    let end = common.length;
    while (!folder.startsWith(common.slice(0, end))) end = common.lastIndexOf('/', end - 2) + 1;
    return common.slice(0, end);
  }, first);
  return shared === '' ? undefined : shared;
}

/** `entries/khanh-vinh.csv:4:3`: file, line, and the number of the field; in a spreadsheet `van-ninh.xlsx:Sheet1!C4`. */
export function placeText({ file, line, column, sheet, cell }: Place): string {
  if (sheet !== undefined && cell !== undefined) return `${file}:${visible(sheet)}!${cell}`;
  return column === 0 ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** What was written where, and how it became points: one sentence without its full stop. */
export function storyText(story: Story, telling: Telling): string {
  const { lang } = telling;
  const counting = story.cells.find(({ counts }) => counts);
  const cell = counting ?? story.cells.findLast(({ column }) => column !== 'previous');
  const written = cell === undefined ? emptyText(story, telling) : [writtenText(cell, telling)];
  const told = [...written, outcomeText(story, telling)].join(': ');
  const self = differingSelf(story);
  const more = [
    ...peersText(story, telling),
    ...(self === undefined ? [] : [selfSaid[lang]({ text: self.text })]),
    ...(story.note === '' ? [] : [noteSaid[lang]({ text: story.note })]),
  ];
  return unbroken([told, ...more].join('; '));
}

/** Where nothing stands that should. */
function emptyText({ row, state }: Story, telling: Telling): readonly string[] {
  return row === undefined || state !== 'missing' ? [] : [placeIn(row, telling)];
}

/** Whose values the rule compared this one with, and where they stand. */
export function peersText({ state, source, peers }: Story, telling: Telling): readonly string[] {
  if (state !== 'scored' || source === 'override' || peers === undefined) return [];
  return peers.map(({ which, unit, place, others }) =>
    peerSaid[telling.lang]({ which, unit: unit.name, place: placeIn(place, telling), others }),
  );
}

function placeIn(place: Place, { folder = '' }: Pick<Telling, 'folder'>): string {
  const text = placeText(place);
  return text.startsWith(folder) ? text.slice(folder.length) : text;
}

/** A cell as it was written, with its column and place. */
export function writtenText({ text: written, column, place }: ExplainedCell, telling: Telling): string {
  const { lang } = telling;
  return cellSource[lang]({ text: written, column: columnName(column)[lang], place: placeIn(place, telling) });
}

/** From the value to the points, or why there are none. */
export function outcomeText(story: Story, telling: Telling): string {
  const { lang } = telling;
  if (story.state !== 'scored') return storyStates[story.state][lang];
  // A rounding that changed nothing is told where the leaf is explained alone.
  const isRounded = story.before !== undefined && story.points !== undefined && !equal(story.before, story.points);
  const rounding = isRounded ? roundingText(story, telling) : [];
  if (story.source === 'override') return [overrideText(story, telling), ...rounding].join('; ');
  return [story.because?.[lang] ?? '', ...capText(story, telling), ...rounding].join('; ');
}

/** The council's points, beside what the rule would have given. */
export function overrideText({ before, node, byRule }: Story, { lang, decimals }: Telling): string {
  return overrideStory[lang]({
    points: before === undefined ? '' : approx(before, decimals, lang),
    max: spoken(toText(node.max), lang),
    byRule: byRule === undefined ? '' : approx(byRule, decimals, lang),
  });
}

/** What the cap of an adjustment took away. */
export function capText({ before, byRule, node, source }: Story, { lang }: Telling): readonly string[] {
  if (source === 'override' || before === undefined || byRule === undefined || equal(before, byRule)) return [];
  return [cappedAt[lang]({ cap: spoken(toText(node.max), lang) })];
}

/** What the rounding at the leaf did. */
export function roundingText(story: Story, telling: Telling): readonly string[] {
  return roundingStep(story, telling).map((step) => roundedAtLeaf[telling.lang]({ step }));
}

/** `2.2517 → 2.25`; nothing where the rubric does not round at the leaf. */
export function roundingStep({ before, points }: Story, { lang, decimals, rubric }: Telling): readonly string[] {
  if (rubric.rounding.at !== 'leaf' || before === undefined || points === undefined) return [];
  return [`${equalsText(before, decimals, lang).slice(2)} → ${spoken(shown(points, rubric), lang)}`];
}

/** The self-assessment, where another value counted. */
function differingSelf({ cells, source }: Story): ExplainedCell | undefined {
  const counted = cells.find(({ counts }) => counts);
  const self = cells.find(({ column }) => column === 'self');
  return source !== 'self' && source !== 'override' && self?.text !== counted?.text ? self : undefined;
}

/** Points on the way, with all of the page's decimals; a dash where there are none. */
export function wayCell(value: Exact | undefined, { decimals }: Telling, isStrong = false): Cell {
  return value === undefined ? dash() : number(toFixedText(value, decimals), isStrong ? 'strong' : 'plain');
}

/** Points lost on the way; a dash for none. */
export function lossCell(value: Exact | undefined, telling: Telling, isStrong = false): Cell {
  return value === undefined || sign(value) === 0 ? dash() : wayCell(value, telling, isStrong);
}

/** A maximum, as the rubric has it. */
export function maxCell(value: Exact, isStrong = false): Cell {
  return number(toText(value), isStrong ? 'strong' : 'plain');
}

/** Points, with a minus where they are a penalty's. */
function signedCell({ node, points }: Story, telling: Telling): Cell {
  const cell = wayCell(points, telling);
  const takesAway = 'kind' in node && node.kind === 'penalty' && points !== undefined && sign(points) !== 0;
  return takesAway && cell.kind === 'number' ? number(`-${cell.text}`) : cell;
}

/** A leaf's two rows: its figures, and below its name how it got them. */
export function storyRows(story: Story, telling: Telling): readonly (readonly Cell[])[] {
  const { node, lost } = story;
  return [
    [text(node.id), text(node.title), signedCell(story, telling), maxCell(node.max), lossCell(lost, telling)],
    [text(''), text(storyText(story, telling), 'muted'), text(''), text(''), text('')],
  ];
}

/** How figures and places below are to be read. */
export function treeNotes({ lang, decimals, folder }: Telling): readonly Block[] {
  const notes = [decimalsNote[lang]({ decimals }), ...(folder === undefined ? [] : [folderNote[lang]({ folder })])];
  return notes.map((text): Block => ({ kind: 'paragraph', text, tone: 'muted' }));
}
