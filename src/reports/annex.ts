/**
 * The annex (phụ lục) of a decision, laid out as Nghị định 30/2020/NĐ-CP asks: label, name in capitals, the decision
 * it belongs to; a table for each group; what must be known to read it. A second annex has the domains. With a
 * letterhead it is a document of its own, and no annex.
 */
import type { Annex, AnnexPart, AnnexTable, Letterhead } from '../model/annex.ts';
import { type Block, number, type Table, text } from '../model/document.ts';
import type { Untrusted } from '../model/encoded.ts';
import { round, toText } from '../model/exact.ts';
import type { Rubric } from '../model/rubric.ts';
import type { GroupBoard, Scoreboard, Standing } from '../model/scoreboard.ts';
import type { Language } from '../model/words.ts';
import { columnsOf, summaryRow, unevenUnits } from './annex-columns.ts';
import { dash, named, shown, spoken } from './figures.ts';
import { meanOf } from './mean.ts';
import type { ReportOptions } from './page/options.ts';
import { groupNotes } from './ranking-notes.ts';
import type { GroupView } from './ranking-view.ts';
import {
  annexNotes,
  annexWords,
  attachedTo,
  dateInWords,
  documentNumber,
  domainPoints,
  letterheadWords,
  otherDate,
  partsDifferIn,
  placeAndDate,
} from './words/annex.ts';
import { breakNode, issuedBy, rankingTitle, roundedAt, rubricLine, thenBy } from './words/ranking.ts';
import { gradedOn, rankedOn } from './words/report.ts';
import { words } from './words.ts';

const ROMAN = ['I', 'II'];

/** As many characters of the rubric's digest as tell it from any other that an office will ever have. */
const DIGEST = 16;

/** One part with the ranking; two where the domains are asked for. `head` is the head of the ranking, with its warnings. */
export function makeAnnex(
  board: Scoreboard,
  head: readonly Block[],
  views: readonly GroupView[],
  options: ReportOptions,
): Annex {
  const { lang, letterhead } = options;
  const title = board.title ?? rankingTitle[lang]({ year: board.year });
  const warnings = head.flatMap((block) => (block.kind === 'paragraph' && block.tone === 'warn' ? [block.text] : []));
  const contents = [
    { name: title, tables: rankingTables(views, options), notes: rankingNotes(views, options) },
    ...(options.domains === true
      ? [{ name: annexWords.byDomain[lang], tables: domainTables(views, options), notes: [annexNotes.domains[lang]] }]
      : []),
  ];
  const label = (at: number): string => annexWords.annex[lang] + (contents.length === 1 ? '' : ` ${ROMAN[at]}`);
  const attached = attachedTo[lang]({ decision: options.decision ?? '', date: dateOf(options) });
  return {
    portrait: options.portrait === true,
    ...(letterhead === undefined ? {} : { letterhead: letterheadOf(letterhead, options) }),
    parts: contents.map(
      ({ name, tables, notes }, at): AnnexPart => ({
        ...(letterhead === undefined ? { label: label(at), attachedTo: attached } : { label: '', attachedTo: '' }),
        name: name.toUpperCase(),
        warnings,
        tables,
        notes,
      }),
    ),
  };
}

/** The body that issues stands last, those above it before it. */
function letterheadOf(bodies: string, options: ReportOptions): Letterhead {
  const { lang, decision = '' } = options;
  const [agency = '', ...above] = bodies
    .split(';')
    .map((name) => name.trim().toUpperCase())
    .reverse();
  return {
    nation: letterheadWords.nation[lang],
    motto: letterheadWords.motto[lang],
    ...(above.length === 0 ? {} : { superior: above.reverse().join('\n') }),
    agency,
    number: documentNumber[lang]({ number: decision }),
    placeAndDate: placeAndDate[lang]({ date: dateOf(options) }),
  };
}

/** By rank as they come, or in the order of the units file. */
function inOrder(standings: readonly Standing[], { order }: ReportOptions): readonly Standing[] {
  return order === 'official' ? standings.toSorted((a, b) => a.row - b.row) : standings;
}

/** `21/1/2020` and `2020-01-21` in words, day and month with two digits; anything else as it is. */
function dateOf({ date = '', lang }: ReportOptions): string {
  if (date === '') return '';
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date);
  const [day, month, year] = local
    ? local.slice(1)
    : (/^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.slice(1).reverse() ?? []);
  if (day === undefined || month === undefined || year === undefined) return otherDate[lang]({ date });
  return dateInWords[lang]({ day: day.padStart(2, '0'), month: month.padStart(2, '0'), year });
}

function rankingTables(views: readonly GroupView[], options: ReportOptions): readonly AnnexTable[] {
  const { lang, self } = options;
  return views.flatMap(({ board, ranked, unranked }): AnnexTable[] => {
    const selfGroup = self?.groups.find(({ id }) => id === board.id);
    const columns = columnsOf(board, selfGroup, lang);
    const table = (standings: readonly Standing[], withSummary: boolean): Table => ({
      kind: 'table',
      columns: columns.map(({ column }) => column),
      rows: [
        ...inOrder(standings, options).map((standing, at) => columns.map(({ cell }) => cell(standing, at))),
        ...(withSummary ? [summaryRow(columns, standings, board.rubric, lang)] : []),
      ],
    });
    const title = views.length === 1 ? '' : board.name;
    return [
      ...(ranked.length === 0 ? [] : [{ title, table: table(ranked, true), summary: true }]),
      ...(unranked.length === 0
        ? []
        : [
            {
              title: [title, annexWords.unranked[lang]].filter((part) => part !== '').join(': '),
              table: table(unranked, false),
              summary: false,
            },
          ]),
    ];
  });
}

/** What must be known of every group; what two groups share is said once. */
function rankingNotes(views: readonly GroupView[], options: ReportOptions): readonly Untrusted[] {
  const { lang, self } = options;
  const notes = views.flatMap((view) => {
    const { rubric } = view.board;
    const uneven = unevenUnits(view.board, view.shown);
    return [
      ...policyNotes(rubric, lang),
      ...(rubric.leaves.some(({ source }) => source === 'survey') ? [annexNotes.columns[lang]] : []),
      ...(self === undefined ? [] : [annexNotes.self[lang]]),
      ...groupNotes(view, lang).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
      ...(uneven.length === 0 ? [] : [partsDifferIn[lang]({ list: uneven.join(', ') })]),
      ...(view.ranked.length === 0 ? [] : [annexNotes.average[lang]]),
    ];
  });
  return [...new Set(notes)];
}

function policyNotes(rubric: Rubric, lang: Language): readonly string[] {
  const { rank, grades, rounding, title, sha256 } = rubric;
  const issued = rubric.issued === undefined ? '' : issuedBy[lang](rubric.issued);
  const breaks = rank.breaks.map((ref) => breakNode[lang](named(ref, rubric))).join(thenBy[lang]);
  return [
    rubricLine[lang]({ title, issued, digest: sha256.slice(0, DIGEST) }),
    roundedAt[lang](rounding),
    rankedOn[lang]({ on: rank.on, ties: rank.ties, breaks }),
    ...(grades === undefined ? [] : [gradedOn[lang]({ on: grades.on })]),
  ];
}

function domainTables(views: readonly GroupView[], options: ReportOptions): readonly AnnexTable[] {
  const { lang } = options;
  return views.flatMap(({ board, shown: standings }) => {
    const title = views.length === 1 ? '' : board.name;
    return [
      { title, table: domainTable(board, inOrder(standings, options), lang), summary: true },
      { title: '', table: domainNames(board, lang), summary: false },
    ];
  });
}

function domainTable({ rubric }: GroupBoard, standings: readonly Standing[], lang: Language): Table {
  const cell = ({ domains }: Standing, at: number) => {
    const figure = domains[at];
    if (figure?.index === undefined) return dash();
    const [points, index] = [figure.points, figure.index].map((value) => spoken(shown(value, rubric), lang));
    return text(`${points} (${index})`);
  };
  const averages = rubric.domains.map((_, at) => {
    const there = standings.filter(({ rank, domains }) => rank !== undefined && domains[at]?.index !== undefined);
    const mean = (key: 'points' | 'index'): string => {
      const rounded = there.flatMap(({ domains }) => domains[at]?.[key] ?? []);
      return spoken(shown(meanOf(rounded.map((value) => round(value, rubric.rounding.decimals))), rubric), lang);
    };
    return there.length === 0 ? dash() : text(`${mean('points')} (${mean('index')})`);
  });
  return {
    kind: 'table',
    columns: [
      { title: annexWords.number[lang], align: 'center' },
      { title: annexWords.unit[lang], align: 'left', flexible: true },
      ...rubric.domains.map(({ id, max }) => ({
        title: domainPoints[lang]({ id, max: spoken(toText(max), lang) }),
        align: 'right' as const,
      })),
    ],
    rows: [
      ...standings.map((standing, row) => [
        number(`${row + 1}`),
        text(standing.unit.name),
        ...rubric.domains.map((_, at) => cell(standing, at)),
      ]),
      [text(''), text(annexWords.average[lang]), ...averages],
    ],
  };
}

function domainNames({ rubric }: GroupBoard, lang: Language): Table {
  return {
    kind: 'table',
    columns: [
      { title: words.id[lang], align: 'center' },
      { title: words.domain[lang], align: 'left', flexible: true },
      { title: words.max[lang], align: 'right' },
    ],
    rows: rubric.domains.map(({ id, title, max }) => [text(id), text(title), number(toText(max))]),
  };
}
