/** The sheet that says what a ranking was made of: tool, rubrics with their digests, policies, files, notes. */
import type { Untrusted } from '../model/encoded.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Scoreboard } from '../model/scoreboard.ts';
import type { Language } from '../model/words.ts';
import type { BookSheet } from '../model/workbook.ts';
import { bookText } from './book-cells.ts';
import { named } from './figures.ts';
import { acceptedNotes, groupNotes } from './ranking-notes.ts';
import type { GroupView, RankingOptions } from './ranking-view.ts';
import { breakNode, roundedAt, thenBy } from './words/ranking.ts';
import { rankLine, rubricWords } from './words/rubric.ts';
import { rowsOf, sheetWords } from './words/workbook.ts';
import { columnName, words } from './words.ts';

/** Two columns: what, and which. */
export function provenanceSheet(board: Scoreboard, views: readonly GroupView[], options: RankingOptions): BookSheet {
  const { lang, toolVersion, accepted = [] } = options;
  const rubrics = [...new Map(views.map(({ board: { rubric } }) => [rubric.sha256, rubric])).values()];
  const notes = views.flatMap((view) => groupNotes(view, lang));
  const lines: readonly (readonly [string, Untrusted])[] = [
    [sheetWords.tool[lang], `parindex ${toolVersion}`],
    [sheetWords.year[lang], board.year === undefined ? '' : `${board.year}`],
    [sheetWords.basis[lang], columnName(board.basis)[lang]],
    ...rubrics.flatMap((rubric) => rubricLines(rubric, lang)),
    ...board.files.map(({ file, ...counts }) => [`${sheetWords.file[lang]} ${file}`, rowsOf[lang](counts)] as const),
    [words.notes[lang], board.note ?? ''],
    ...acceptedNotes(accepted, lang).map((note) => [words.notes[lang], note] as const),
    ...notes.flatMap((block) => (block.kind === 'paragraph' ? [[words.notes[lang], block.text] as const] : [])),
  ];
  return {
    name: sheetWords.provenance[lang],
    visible: 'shown',
    widths: [36, 110],
    rows: [
      [bookText(sheetWords.provenance[lang], 'head'), bookText('', 'head')],
      ...lines.filter(([, value]) => value !== '').map(([key, value]) => [bookText(key), bookText(value)]),
    ],
    header: 0,
  };
}

function rubricLines(rubric: Rubric, lang: Language): readonly (readonly [string, string])[] {
  const { issued, rank, note = '' } = rubric;
  const breaks = rank.breaks.map((ref) => breakNode[lang](named(ref, rubric))).join(thenBy[lang]);
  return [
    [sheetWords.rubric[lang], rubric.id],
    [sheetWords.title[lang], rubric.title],
    [sheetWords.issued[lang], issued === undefined ? '' : `${issued.decision}, ${issued.date}`],
    ['SHA-256', rubric.sha256],
    [sheetWords.rounding[lang], roundedAt[lang](rubric.rounding)],
    [sheetWords.ranks[lang], rankLine[lang]({ on: rank.on, ties: rank.ties, breaks })],
    [words.notes[lang], rubric.missing === 'zero' ? rubricWords.missingZero[lang] : rubricWords.missingError[lang]],
    [words.notes[lang], note],
  ];
}
