/** The scorecard (phiếu điểm) of one unit: where it stands, what each domain and leaf gave, and what was lost where. */
import {
  type Block,
  type Cell,
  number,
  type Report,
  type Table,
  type TableColumn,
  type Tone,
  text,
} from '../model/document.ts';
import { compare, type Exact, sign, subtract, toText, ZERO } from '../model/exact.ts';
import type { Scorecard, ScorecardRow } from '../model/findings.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Language } from '../model/words.ts';
import { capitalised, dash, distance, figure, holdsText, isHeld, NO_BREAK, shown, spoken } from './figures.ts';
import { scorecardData, scorecardFlat } from './scorecard-data.ts';
import { sideBlocks } from './scorecard-sides.ts';
import { sentence } from './sentence.ts';
import { yearAndBasis } from './words/ranking.ts';
import {
  gradeLine,
  heldLine,
  largestLosses,
  nextAboveLine,
  noIndexLine,
  pointsLine,
  scorecardTitle,
  scorecardWords,
  standingLine,
  unrankedLine,
} from './words/scorecard.ts';
import { columnName, words } from './words.ts';

/** So many of the largest losses are marked and named. */
const LARGEST = 5;

/** One unit's page; `flat` has a row a leaf and adjustment, in the order of the rubric. */
export function reportScorecard(scorecard: Scorecard, options: { readonly lang: Language }): Report {
  const { lang } = options;
  const rows = scorecard.domains.flatMap((domain) => domain.rows);
  const losses = largest(rows);
  const blocks: Block[] = [
    ...head(scorecard, lang),
    { kind: 'heading', level: 2, text: scorecardWords.domains[lang] },
    domainTable(scorecard, lang),
    ...sideBlocks(scorecard, lang),
    { kind: 'heading', level: 2, text: scorecardWords.leaves[lang] },
    leafTable(scorecard, rows, losses, lang),
    ...lossNote(losses, scorecard.group.rubric, lang),
    ...adjustmentBlocks(scorecard, lang),
    ...rowNotes(scorecard, rows, lang),
  ];
  return { document: { blocks }, flat: scorecardFlat(scorecard), data: scorecardData(scorecard) };
}

function head(scorecard: Scorecard, lang: Language): readonly Block[] {
  const { board, standing } = scorecard;
  const basis = columnName(board.basis)[lang];
  return [
    { kind: 'heading', level: 1, text: scorecardTitle[lang]({ unit: standing.unit.name, year: board.year }) },
    { kind: 'paragraph', text: yearAndBasis[lang]({ year: board.year, basis }), tone: 'muted' },
    ...standingTexts(scorecard, lang).map((line): Block => ({ kind: 'paragraph', text: line, tone: 'strong' })),
  ];
}

/** Rank, index, grade and the two distances, each as a sentence. */
function standingTexts({ group, standing, nextAbove }: Scorecard, lang: Language): readonly string[] {
  const { rubric } = group;
  const ranked = group.standings.filter((each) => each.rank !== undefined).length;
  const { rank, tied, index, points, max } = standing;
  if (index === undefined) return [noIndexLine[lang]];
  const figures = {
    points: spoken(shown(points, rubric), lang),
    max: spoken(toText(max), lang),
    index: spoken(shown(index, rubric), lang),
  };
  const place =
    rank === undefined
      ? unrankedLine[lang]({ group: group.name })
      : standingLine[lang]({ group: group.name, rank: `${rank}`, of: ranked, tied });
  const lines = [`${place} ${pointsLine[lang](figures)}`, ...gradeText({ rubric, standing }, lang)];
  if (nextAbove !== undefined) {
    const { unit, rank: above = 0 } = nextAbove.standing;
    const gap = spoken(distance(nextAbove.gap, rubric), lang);
    lines.push(nextAboveLine[lang]({ unit: unit.name, rank: above, gap }));
  }
  return lines;
}

function gradeText(of: { rubric: Rubric; standing: Scorecard['standing'] }, lang: Language): readonly string[] {
  const { grade } = of.standing;
  const bands = of.rubric.grades?.bands;
  if (grade === undefined || bands === undefined) return [];
  const name = (at: number): string => bands[at]?.name ?? '';
  if (isHeld(of.standing)) {
    const holds = holdsText(of.standing, of.rubric, lang, true);
    return [heldLine[lang]({ grade: name(grade.at), byIndex: name(grade.byIndex), holds })];
  }
  const margin = grade.margin === undefined ? '' : spoken(distance(grade.margin, of.rubric), lang);
  return [gradeLine[lang]({ grade: name(grade.at), margin, next: name(grade.at - 1) })];
}

const right = (title: string): TableColumn => ({ title, align: 'right' });
const wide = (title: string): TableColumn => ({ title, align: 'left', flexible: true });

function domainTable({ group, standing }: Scorecard, lang: Language): Table {
  const { rubric } = group;
  const rows = standing.domains.map((domain, at): readonly Cell[] => {
    const { id, title } = rubric.domains[at] ?? { id: '', title: '' };
    if (domain.index === undefined) return [text(id), text(`${title}${NO_BREAK}°`), dash(), dash(), dash(), dash()];
    const lost = subtract(domain.max, domain.points);
    return [
      text(id),
      text(title),
      figure(domain.points, rubric),
      number(toText(domain.max)),
      figure(domain.index, rubric, 'strong'),
      lossCell(lost, rubric, 'plain'),
    ];
  });
  const extra = (['bonus', 'penalty'] as const)
    .filter((kind) => sign(standing[kind]) !== 0)
    .map((kind): readonly Cell[] => {
      const points = shown(standing[kind], rubric);
      const signed = number(kind === 'bonus' ? points : `-${points}`);
      return [text(''), text(words[kind][lang]), signed, text(''), text(''), text('')];
    });
  const total: readonly Cell[] = [
    text(''),
    text(words.total[lang], 'strong'),
    figure(standing.points, rubric, 'strong'),
    number(toText(standing.max), 'strong'),
    figure(standing.index, rubric, 'strong'),
    text(''),
  ];
  return {
    kind: 'table',
    columns: [
      { title: words.id[lang], align: 'left' },
      wide(words.domain[lang]),
      right(words.points[lang]),
      right(words.max[lang]),
      right(words.index[lang]),
      right(words.lost[lang]),
    ],
    rows: [...rows, ...extra, total],
  };
}

function lossCell(lost: Exact, rubric: Rubric, tone: Tone): Cell {
  return sign(lost) === 0 ? dash() : number(shown(lost, rubric), tone);
}

/** The value columns that any row has filled, in the order in which rows name them. */
function valueColumnsOf(rows: readonly ScorecardRow[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => row.values.map((value) => value.column)))];
}

function leafTable(
  { group }: Scorecard,
  rows: readonly ScorecardRow[],
  losses: ReadonlySet<ScorecardRow>,
  lang: Language,
): Table {
  const values = valueColumnsOf(rows);
  return {
    kind: 'table',
    columns: [
      { title: words.id[lang], align: 'left' },
      wide(words.criterion[lang]),
      ...values.map((column) => wide(capitalised(columnName(column), lang))),
      right(words.points[lang]),
      right(words.max[lang]),
      right(words.lost[lang]),
    ],
    rows: rows.map((row) => [
      text(row.id),
      text(row.title + markOf(row)),
      ...values.map((column) => valueCell(row, column)),
      pointsCell(row, group.rubric),
      number(toText(row.max)),
      row.lost === undefined ? dash() : lossCell(row.lost, group.rubric, losses.has(row) ? 'bad' : 'plain'),
    ]),
  };
}

function markOf(row: ScorecardRow): string {
  if (row.source === 'override') return `${NO_BREAK}*`;
  if (row.state === 'missing') return `${NO_BREAK}†`;
  return row.state === 'exempt' ? `${NO_BREAK}°` : '';
}

function valueCell(row: ScorecardRow, column: string): Cell {
  const value = row.values.find((each) => each.column === column)?.text ?? '';
  return text(value, row.source === column ? 'plain' : 'muted');
}

/** A missing leaf gives 0; one that is exempt or outside the basis has no points to show. */
function pointsCell(row: ScorecardRow, rubric: Rubric): Cell {
  if (row.state === 'missing') return figure(ZERO, rubric, 'warn');
  return figure(row.state === 'scored' ? row.points : undefined, rubric, 'strong');
}

/** The rows with the largest losses, at most `LARGEST`; none without a loss. */
function largest(rows: readonly ScorecardRow[]): ReadonlySet<ScorecardRow> {
  const losing = rows.filter((row) => row.lost !== undefined && sign(row.lost) > 0);
  const sorted = losing.toSorted((a, b) => compare(b.lost as Exact, a.lost as Exact));
  return new Set(sorted.slice(0, LARGEST));
}

function lossNote(losses: ReadonlySet<ScorecardRow>, rubric: Rubric, lang: Language): readonly Block[] {
  if (losses.size === 0) return [];
  const list = [...losses].map((row) => `${row.id} (${spoken(shown(row.lost as Exact, rubric), lang)})`).join(', ');
  return [{ kind: 'paragraph', text: largestLosses[lang]({ list }) }];
}

function adjustmentBlocks({ adjustments, group }: Scorecard, lang: Language): readonly Block[] {
  const given = adjustments.filter((row) => row.state === 'scored');
  if (given.length === 0) return [];
  const kinds = new Map(group.rubric.adjustments.map((adjustment) => [adjustment.id, adjustment.kind]));
  const table: Table = {
    kind: 'table',
    columns: [
      { title: words.id[lang], align: 'left' },
      wide(words.criterion[lang]),
      { title: scorecardWords.kind[lang], align: 'left' },
      wide(scorecardWords.value[lang]),
      right(words.points[lang]),
      right(words.max[lang]),
    ],
    rows: given.map((row) => [
      text(row.id),
      text(row.title + markOf(row)),
      text(words[kinds.get(row.id) ?? 'bonus'][lang]),
      text(row.values.at(-1)?.text ?? ''),
      figure(row.points, group.rubric, 'strong'),
      number(toText(row.max)),
    ]),
  };
  return [{ kind: 'heading', level: 2, text: scorecardWords.adjustments[lang] }, table];
}

/** Every override, exemption and gap with the words given for it. */
function rowNotes(scorecard: Scorecard, rows: readonly ScorecardRow[], lang: Language): readonly Block[] {
  const all = [...rows, ...scorecard.adjustments];
  const groups: readonly (readonly [string, string, readonly ScorecardRow[]])[] = [
    ['*', scorecardWords.overrides[lang], all.filter((row) => row.source === 'override')],
    ['†', scorecardWords.missing[lang], all.filter((row) => row.state === 'missing')],
    ['°', scorecardWords.exempt[lang], all.filter((row) => row.state === 'exempt')],
    ['–', scorecardWords.outside[lang], rows.filter((row) => row.state === 'outside')],
  ];
  return groups
    .filter(([, , found]) => found.length > 0)
    .map(([mark, title, found]): Block => {
      const list = found.map((row) => (row.note === '' ? row.id : `${row.id}: ${row.note}`)).join('; ');
      return { kind: 'paragraph', text: sentence(`${mark} ${title}: ${list}`), tone: 'muted' };
    });
}
