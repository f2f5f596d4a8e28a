/** The notes under a ranking: each only where it is true, so that whoever came last can be answered. */
import type { AcceptedCase } from '../model/acceptance.ts';
import type { Block } from '../model/document.ts';
import { equal } from '../model/exact.ts';
import type { Leaf, Rubric } from '../model/rubric.ts';
import type { Scoreboard, Standing } from '../model/scoreboard.ts';
import type { Language } from '../model/words.ts';
import { isHeld, NO_BREAK, named, partsAdd } from './figures.ts';
import type { GroupView, RankingOptions } from './ranking-view.ts';
import {
  acceptedCase,
  andOthers,
  breakNode,
  exempted,
  held,
  issuedBy,
  missingAsZero,
  overridden,
  partsDiffer,
  rankedOnFraction,
  roundedAt,
  rowsCounted,
  rubricLine,
  thenBy,
  tiesBroken,
  tiesStyle,
} from './words/ranking.ts';
import { words } from './words.ts';

/** A note names at most so many units; the flat table and the data name all. */
const NAMED = 20;

/** As many characters of the rubric's digest as tell it from any other that an office will ever have. */
const DIGEST = 16;

/** The signs after a unit's name, which its group's notes explain: override, missing, exempt. */
export function marksOf(standing: Standing): string {
  const marks = [
    standing.overrides.length > 0 ? '*' : '',
    standing.missing.length > 0 ? '†' : '',
    standing.exempt.length > 0 ? '°' : '',
  ].join('');
  return marks === '' ? '' : `${NO_BREAK}${marks}`;
}

/** What must be known of the units of one group; empty where there is nothing to say. */
export function groupNotes(view: GroupView, lang: Language): readonly Block[] {
  const { rubric } = view.board;
  const ids = (positions: readonly number[]): readonly string[] =>
    positions.map((at) => (rubric.leaves[at] as Leaf).id);
  const indexed = view.shown.filter((standing) => standing.index !== undefined);
  const told: readonly (readonly [string, (facts: { readonly list: string }) => string])[] = [
    [listIds(view.shown, (standing) => standing.overrides, lang), overridden[lang]],
    [listIds(view.shown, (standing) => ids(standing.missing), lang), missingAsZero[lang]],
    [listIds(indexed, (standing) => ids(standing.exempt), lang), exempted[lang]],
  ];
  const notes = told.filter(([list]) => list !== '').map(([list, tell]) => tell({ list }));
  const gates = view.shown.some(isHeld) ? [held[lang]] : [];
  return [...notes, ...gates, ...tieNotes(view, lang)].map(paragraph);
}

/** Where the points by domain, as they are shown, do not add to the shown total; empty where all do. */
export function partsNote(view: GroupView, lang: Language): readonly Block[] {
  const list = listNames(
    view.shown.filter((standing) => !partsAdd(standing, view.board.rubric)),
    lang,
  );
  return list === '' ? [] : [paragraph(partsDiffer[lang]({ list }))];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text, tone: 'muted' };
}

/** `Khánh Sơn (1.2, 3.1); Cam Lâm (2.1)`: the units for which there are ids. */
function listIds(
  standings: readonly Standing[],
  of: (standing: Standing) => readonly string[],
  lang: Language,
): string {
  const items = standings
    .map((standing) => [standing.unit.name, of(standing)] as const)
    .filter(([, ids]) => ids.length > 0)
    .map(([name, ids]) => `${name} (${ids.join(', ')})`);
  return atMost(items, '; ', lang);
}

function listNames(standings: readonly Standing[], lang: Language): string {
  return atMost(
    standings.map((standing) => standing.unit.name),
    ', ',
    lang,
  );
}

function atMost(items: readonly string[], separator: string, lang: Language): string {
  if (items.length <= NAMED) return items.join(separator);
  return [...items.slice(0, NAMED), andOthers[lang]({ count: items.length - NAMED })].join(separator);
}

function tieNotes(view: GroupView, lang: Language): readonly string[] {
  const { rubric } = view.board;
  const { on, ties } = rubric.rank;
  const breaks = rubric.rank.breaks.map((ref) => breakNode[lang](named(ref, rubric))).join(thenBy[lang]);
  const notes: string[] = [];
  if (view.ranked.some((standing) => standing.tied)) notes.push(tiesStyle[lang]({ ties, breaks }));
  const broken = neighbours(view.ranked, (a, b) => sameOn(on === 'exact' ? 'exact' : 'index', a, b));
  if (broken.length > 0) notes.push(tiesBroken[lang]({ breaks, list: pairs(broken, lang) }));
  const hidden = neighbours(view.ranked, (a, b) => sameOn('index', a, b) && !sameOn('exact', a, b));
  if (on === 'exact' && hidden.length > 0) notes.push(rankedOnFraction[lang]({ list: pairs(hidden, lang) }));
  return notes;
}

function sameOn(figure: 'exact' | 'index', a: Standing, b: Standing): boolean {
  const [left, right] = [a[figure], b[figure]];
  return left !== undefined && right !== undefined && equal(left, right);
}

/** Neighbours in the list that have different ranks although `alike` says so of them. */
function neighbours(
  ranked: readonly Standing[],
  alike: (a: Standing, b: Standing) => boolean,
): readonly (readonly [Standing, Standing])[] {
  return ranked.flatMap((standing, at) => {
    const next = ranked[at + 1];
    return next !== undefined && next.rank !== standing.rank && alike(standing, next)
      ? [[standing, next] as const]
      : [];
  });
}

function pairs(found: readonly (readonly [Standing, Standing])[], lang: Language): string {
  return atMost(
    found.map(([above, below]) => `${above.unit.name} – ${below.unit.name}`),
    '; ',
    lang,
  );
}

type NoteOptions = Pick<RankingOptions, 'lang' | 'accepted'>;

/** What must be known of the whole page: rubrics, rounding, notes of their authors, rows of the files. */
export function pageNotes(board: Scoreboard, views: readonly GroupView[], options: NoteOptions): readonly Block[] {
  const { lang, accepted = [] } = options;
  const rubrics = [...new Map(views.map((view) => [view.board.rubric.sha256, view.board.rubric])).values()];
  const notes = rubrics.flatMap((rubric) => rubricNotes(rubric, lang));
  if (board.note !== undefined) notes.push(board.note);
  notes.push(...acceptedNotes(accepted, lang));
  const { files } = board;
  if (files.length > 0) {
    const count = (key: 'read' | 'used' | 'blank' | 'refused'): number =>
      files.reduce((all, file) => all + file[key], 0);
    const counts = { read: count('read'), used: count('used'), blank: count('blank'), refused: count('refused') };
    notes.push(rowsCounted[lang]({ files: files.length, ...counts }));
  }
  if (notes.length === 0) return [];
  return [{ kind: 'heading', level: 3, text: words.notes[lang] }, ...notes.map(paragraph)];
}

/** What the council let stand, so that nobody reads the result without knowing of it. */
export function acceptedNotes(accepted: readonly AcceptedCase[], lang: Language): readonly string[] {
  return accepted.map(({ code, count, units, reason }) =>
    acceptedCase[lang]({ code, count, reason, units: atMost(units, ', ', lang) }),
  );
}

function rubricNotes(rubric: Rubric, lang: Language): string[] {
  const issued = rubric.issued === undefined ? '' : issuedBy[lang](rubric.issued);
  const line = rubricLine[lang]({ title: rubric.title, issued, digest: rubric.sha256.slice(0, DIGEST) });
  return [line, roundedAt[lang](rubric.rounding), ...(rubric.note === undefined ? [] : [rubric.note])];
}
