/** The sections of the page on which a result rests: warnings, the method in words, every file with its digest. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Block, number, text } from '../../model/document.ts';
import { toText } from '../../model/exact.ts';
import { standingOf } from '../../model/fault-list.ts';
import type { DataTable, PageBlock, Section } from '../../model/page.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { Scoreboard } from '../../model/scoreboard.ts';
import type { Language } from '../../model/words.ts';
import { dash, named } from '../figures.ts';
import { pageNotes } from '../ranking-notes.ts';
import type { GroupView } from '../ranking-view.ts';
import { acceptedBecause, severityWords } from '../words/diagnostics.ts';
import { breakNode, thenBy } from '../words/ranking.ts';
import { gradedOn, rankedOn, reportWords, rubricDigest, sectionTitles } from '../words/report.ts';
import { words } from '../words.ts';
import { left, plain, right, wide } from './cells.ts';
import type { InputFile, ReportOptions } from './options.ts';

/** Every warning and note with its place: who accepts the result accepts them. */
export function faultsSection({ diagnostics, lang }: ReportOptions): Section {
  const title = sectionTitles.faults[lang];
  if (diagnostics.length === 0) {
    const none: Block = { kind: 'paragraph', text: reportWords.noFaults[lang], tone: 'good' };
    return { anchor: 'faults', title, blocks: [none] };
  }
  return { anchor: 'faults', title, blocks: [faultTable(diagnostics, title, lang)] };
}

function faultTable(diagnostics: readonly Diagnostic[], caption: string, lang: Language): DataTable {
  return {
    kind: 'data-table',
    caption,
    columns: [wide(reportWords.place[lang]), left(reportWords.code[lang]), wide(reportWords.said[lang])],
    rows: diagnostics.map((diagnostic) => {
      const { fault, severity, place, facts, accepted } = diagnostic;
      const reason = accepted ? ` ${acceptedBecause[lang](accepted)}` : '';
      return [
        plain(text(place.line === 0 ? place.file : `${place.file}:${place.line}:${place.column}`)),
        plain(
          text(
            `${severityWords[standingOf(diagnostic)][lang]}[${fault.code}]`,
            severity === 'warning' ? 'warn' : 'muted',
          ),
        ),
        plain(text(`${fault.message[lang](facts)}${reason}`)),
      ];
    }),
    sortable: false,
    filter: {},
  };
}

/** How ranks and grades are decided, the notes of the ranking, and the digest of everything that was read. */
export function provenanceSection(board: Scoreboard, views: readonly GroupView[], options: ReportOptions): Section {
  const { lang, files } = options;
  const rubrics = [...new Map(views.map((view) => [view.board.rubric.sha256, view.board.rubric])).values()];
  // The page has a title of its own for what the ranking calls notes.
  const notes = pageNotes(board, views, { lang }).filter(({ kind }) => kind !== 'heading');
  return {
    anchor: 'provenance',
    title: sectionTitles.provenance[lang],
    blocks: [
      ...rubrics.flatMap((rubric) => methodBlocks(rubric, lang)),
      ...notes,
      ...rubrics.flatMap((rubric) => (rubric.grades === undefined ? [] : [bandTable(rubric, lang)])),
      fileTable(files, lang),
    ],
  };
}

function methodBlocks(rubric: Rubric, lang: Language): readonly PageBlock[] {
  const { rank, grades, id, title, sha256 } = rubric;
  const breaks = rank.breaks.map((ref) => breakNode[lang](named(ref, rubric))).join(thenBy[lang]);
  const lines = [
    rubricDigest[lang]({ title, id, digest: sha256 }),
    rankedOn[lang]({ on: rank.on, ties: rank.ties, breaks }),
    ...(grades === undefined ? [] : [gradedOn[lang]({ on: grades.on })]),
  ];
  return lines.map((line): Block => ({ kind: 'paragraph', text: line }));
}

function bandTable({ grades, title }: Rubric, lang: Language): DataTable {
  return {
    kind: 'data-table',
    caption: `${reportWords.bandsCaption[lang]}: ${title}`,
    columns: [wide(words.grade[lang]), right(reportWords.from[lang])],
    rows: (grades?.bands ?? []).map(({ name, from }) => [
      plain(text(name)),
      plain(from === undefined ? dash() : number(toText(from))),
    ]),
    sortable: false,
  };
}

function fileTable(files: readonly InputFile[], lang: Language): DataTable {
  return {
    kind: 'data-table',
    caption: reportWords.filesCaption[lang],
    columns: [wide(reportWords.file[lang]), right(reportWords.bytes[lang]), wide('SHA-256')],
    rows: files.map(({ path, bytes, sha256 }) => [plain(text(path)), plain(number(`${bytes}`)), plain(text(sha256))]),
    sortable: false,
  };
}
