/**
 * The comparison (so sánh): for each group the series and its streaks, then each step from one result to the next:
 * who moved, where the change comes from, and how it would look under one and the same rubric.
 */
import type { Comparison, GroupComparison, Pair, Series, Snapshot, Streak } from '../model/comparison.ts';
import { type Block, type Cell, number, type Report, text } from '../model/document.ts';
import { type Exact, sign, toFixedText } from '../model/exact.ts';
import type { Language } from '../model/words.ts';
import { right, signed, signedCell, wide } from './comparison-cells.ts';
import { comparisonData, comparisonFlat } from './comparison-data.ts';
import { pairNotes, splitBlocks } from './comparison-parts.ts';
import { dash, spoken } from './figures.ts';
import { comparisonTitle, comparisonWords, moversLine, pairTitle, streakLine } from './words/comparison.ts';
import { words } from './words.ts';

export interface ComparisonOptions {
  readonly lang: Language;
  readonly toolVersion: string;
}

/** So many of those who rose or fell most are named. */
const NAMED = 3;

/** The page, a row a step and unit for CSV, and the data. */
export function reportComparison(comparison: Comparison, options: ComparisonOptions): Report {
  const { lang } = options;
  const { snapshots, groups } = comparison;
  const remarks = [...new Set(snapshots.flatMap((snapshot) => snapshot.remarks))];
  // Each is made when a format asks for it: over a whole country the exact parts as texts take their time.
  return {
    get document() {
      const blocks: Block[] = [
        {
          kind: 'heading',
          level: 1,
          text: comparisonTitle[lang]({ list: snapshots.map(({ label }) => label).join(', ') }),
        },
        ...remarks.map((remark): Block => ({ kind: 'paragraph', text: remark, tone: 'muted' })),
        ...groups.flatMap((group) => groupBlocks(group, snapshots, lang)),
      ];
      return { blocks };
    },
    get flat() {
      return comparisonFlat(comparison);
    },
    get data() {
      return comparisonData(comparison, options.toolVersion);
    },
  };
}

function groupBlocks(group: GroupComparison, snapshots: readonly Snapshot[], lang: Language): readonly Block[] {
  const heading = group.name === '' ? comparisonWords.allUnits[lang] : group.name;
  const isLong = snapshots.length > 2;
  return [
    { kind: 'heading', level: 2, text: heading },
    ...(isLong ? [seriesTable(group, snapshots, lang)] : []),
    ...streakLines(group.series, snapshots, lang).map((line): Block => ({ kind: 'paragraph', text: line })),
    ...group.pairs.flatMap((pair) => pairBlocks(pair, group, snapshots, lang)),
  ];
}

/** Index and rank of every unit in every result. */
function seriesTable({ series, decimals }: GroupComparison, snapshots: readonly Snapshot[], lang: Language): Block {
  return {
    kind: 'table',
    columns: [
      wide(words.unit[lang]),
      ...snapshots.flatMap(({ label }) => [right(`${label} (%)`), right(words.rank[lang])]),
    ],
    rows: series.map(({ name, at }) => [
      text(name),
      ...at.flatMap((unit) => [
        unit?.index === undefined ? dash() : number(toFixedText(unit.index, decimals)),
        unit?.rank === undefined ? dash() : number(`${unit.rank}`),
      ]),
    ]),
  };
}

function streakLines(series: readonly Series[], snapshots: readonly Snapshot[], lang: Language): readonly string[] {
  return series.flatMap(({ name, streaks }) =>
    streaks.map((streak) => {
      const { from, to, kind } = streak;
      const count = to - from + (kind === 'first' ? 1 : 0);
      const label = (at: number): string => snapshots[at]?.label ?? '';
      const isYears = areYears(streak, snapshots);
      return streakLine[lang]({ kind, unit: name, count, from: label(from), to: label(to), isYears });
    }),
  );
}

function areYears({ from, to }: Streak, snapshots: readonly Snapshot[]): boolean {
  const years = snapshots.slice(from, to + 1).map(({ year }) => year);
  return years.every((year, at) => year !== undefined && year === (years[0] ?? 0) + at);
}

function pairBlocks(
  pair: Pair,
  group: GroupComparison,
  snapshots: readonly Snapshot[],
  lang: Language,
): readonly Block[] {
  const labels = { older: snapshots[pair.from]?.label ?? '', newer: snapshots[pair.to]?.label ?? '' };
  return [
    ...(snapshots.length > 2 ? [{ kind: 'heading', level: 2, text: pairTitle[lang](labels) } as const] : []),
    ...(pair.movements.length > 0 ? [movementTable(pair, group, labels, lang)] : []),
    ...movers(pair, group, lang),
    ...pairNotes(pair, group, labels, lang),
    ...splitBlocks(pair, group, labels, lang),
  ];
}

function movementTable(
  { movements }: Pair,
  { decimals }: GroupComparison,
  labels: { readonly older: string; readonly newer: string },
  lang: Language,
): Block {
  const hasGrades = movements.some(({ older, newer }) => older.grade !== undefined || newer.grade !== undefined);
  const index = (value: Exact | undefined): Cell =>
    value === undefined ? dash() : number(toFixedText(value, decimals));
  return {
    kind: 'table',
    columns: [
      wide(words.unit[lang]),
      right(`${labels.older} (%)`),
      right(`${labels.newer} (%)`),
      right(comparisonWords.change[lang]),
      { title: words.rank[lang], align: 'right' },
      right(comparisonWords.places[lang]),
      ...(hasGrades ? [{ title: words.grade[lang], align: 'left' } as const] : []),
    ],
    rows: movements.map(({ older, newer, change, places, movedGroup }) => [
      text(newer.name + (older.name === newer.name ? '' : ` (${older.name})`)),
      index(older.index),
      index(newer.index),
      signedCell(change, decimals),
      text(`${older.rank ?? '–'} → ${newer.rank ?? '–'}`),
      movedGroup ? text(comparisonWords.otherGroup[lang]) : placesCell(places),
      ...(hasGrades ? [text(gradeText(older.grade, newer.grade))] : []),
    ]),
  };
}

function placesCell(places: number | undefined): Cell {
  if (places === undefined) return dash();
  if (places === 0) return number('0', 'muted');
  return places > 0 ? number(`+${places}`, 'good') : number(`${places}`, 'bad');
}

/** A grade that was not printed is not a grade that was lost. */
function gradeText(older: string | undefined, newer: string | undefined): string {
  if (older === undefined || newer === undefined) return '–';
  return older === newer ? newer : `${older} → ${newer}`;
}

/** Who rose and who fell most, by the index. */
function movers({ movements }: Pair, { decimals }: GroupComparison, lang: Language): readonly Block[] {
  const changed = movements.flatMap(({ newer, change }) =>
    change === undefined ? [] : [{ name: newer.name, change }],
  );
  if (movements.length < 2) return [];
  const sorted = changed.toSorted((a, b) => {
    const [left, other] = [a.change.n * b.change.d, b.change.n * a.change.d];
    return left > other ? -1 : left < other ? 1 : 0;
  });
  return (['up', 'down'] as const).flatMap((direction): Block[] => {
    const own = direction === 'up' ? sorted : sorted.toReversed();
    const most = own.filter(({ change }) => (direction === 'up' ? sign(change) > 0 : sign(change) < 0)).slice(0, NAMED);
    if (most.length === 0) return [];
    const list = most.map(({ name, change }) => `${name} ${spoken(signed(change, decimals), lang)}`).join(', ');
    return [{ kind: 'paragraph', text: moversLine[lang]({ direction, list }) }];
  });
}
