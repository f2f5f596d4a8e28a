/** What stands behind the movements of a comparison: domains, the split of each change, the like-for-like tables, notes. */
import {
  type GroupComparison,
  type Movement,
  PARTS,
  type Pair,
  type Part,
  type SnapshotUnit,
} from '../model/comparison.ts';
import { type Block, type Cell, number, text } from '../model/document.ts';
import { compare, divide, type Exact, exact, sign, sum, toFixedText } from '../model/exact.ts';
import type { Language } from '../model/words.ts';
import { right, signed, signedCell, wide } from './comparison-cells.ts';
import { type Labels, likeBlocks, listOf, note } from './comparison-like.ts';
import { dash, spoken } from './figures.ts';
import {
  comparisonWords,
  doubtfulLine,
  lackWords,
  noSplitLine,
  onlyLine,
  partWords,
  rubricChanged,
  successionLine,
} from './words/comparison.ts';
import { likeWords } from './words/comparison-like.ts';
import { words } from './words.ts';

/** New, gone and succeeding units, and what became of the rubric. */
export function pairNotes(pair: Pair, { decimals }: GroupComparison, labels: Labels, lang: Language): readonly Block[] {
  const { onlyOlder, onlyNewer, successions, crosswalk, older, newer } = pair;
  const named = (units: readonly SnapshotUnit[]): string => listOf(units.map(({ name }) => name));
  const lines: string[] = [
    ...(onlyOlder.length > 0 ? [onlyLine[lang]({ label: labels.older, list: named(onlyOlder) })] : []),
    ...(onlyNewer.length > 0 ? [onlyLine[lang]({ label: labels.newer, list: named(onlyNewer) })] : []),
    ...successions.map(({ unit, predecessors }) =>
      successionLine[lang]({ unit: unit.name, list: listOf(predecessors.map((each) => stood(each, decimals, lang))) }),
    ),
  ];
  if (crosswalk && older && newer) {
    const ids = (rubric: typeof older, positions: readonly number[]): string =>
      listOf(positions.map((at) => rubric.leaves[at]?.id ?? ''));
    if (crosswalk.isSame) lines.push(comparisonWords.sameRubric[lang]);
    else {
      const facts = { added: ids(newer, crosswalk.added), dropped: ids(older, crosswalk.dropped) };
      lines.push(rubricChanged[lang]({ older: older.id, newer: newer.id, common: crosswalk.blocks.length, ...facts }));
    }
    if (crosswalk.doubtful.length > 0) lines.push(doubtfulLine[lang]({ list: listOf(crosswalk.doubtful) }));
  }
  const lacks = pair.lacking.map(({ at, what }) =>
    lackWords[what][lang]({ label: at === pair.from ? labels.older : labels.newer }),
  );
  if (lacks.length > 0) lines.push(noSplitLine[lang]({ lacks: lacks.join('; ') }));
  return lines.map((line) => ({ kind: 'paragraph', text: line, tone: 'muted' }));
}

/** `Xã A (85.00, 3)`: index and rank of a unit that is gone. */
function stood({ name, index, rank }: SnapshotUnit, decimals: number, lang: Language): string {
  const figures = [index && spoken(toFixedText(index, decimals), lang), rank === undefined ? undefined : `${rank}`];
  const known = figures.filter((figure) => figure !== undefined);
  return known.length === 0 ? name : `${name} (${known.join('; ')})`;
}

/** Domain movers, the split and both like-for-like tables, as far as the leaves are known. */
export function splitBlocks(pair: Pair, group: GroupComparison, labels: Labels, lang: Language): readonly Block[] {
  const { movements, likeNewer, likeOlder, newer, older } = pair;
  return [
    ...domainBlocks(movements, group.decimals, lang),
    ...splitTable(movements, group.decimals, lang),
    ...likeBlocks(likeNewer, newer?.id ?? '', group.decimals, labels, labels.older, lang),
    ...likeBlocks(likeOlder, older?.id ?? '', group.decimals, labels, labels.newer, lang),
    ...(likeNewer || likeOlder ? [note(likeWords.note[lang])] : []),
  ];
}

/** Each domain that both have: the mean change, and who rose and fell most. */
function domainBlocks(movements: readonly Movement[], decimals: number, lang: Language): readonly Block[] {
  const ids = new Map(movements.flatMap(({ domains }) => domains.map(({ id, title }) => [id, title] as const)));
  if (ids.size === 0) return [];
  const rows = [...ids].map(([id, title]): readonly Cell[] => {
    const changes = movements.flatMap(({ newer, domains }) => {
      const own = domains.find((domain) => domain.id === id);
      return own ? [{ name: newer.name, change: own.change }] : [];
    });
    const sorted = changes.toSorted((a, b) => compare(b.change, a.change));
    const mean = divide(sum(changes.map(({ change }) => change)), exact(BigInt(changes.length)));
    return [
      text(id),
      text(title),
      signedCell(mean, decimals),
      moverCell(sorted[0], 1, decimals, lang),
      moverCell(sorted.at(-1), -1, decimals, lang),
    ];
  });
  const columns = [
    { title: words.id[lang], align: 'left' } as const,
    wide(words.domain[lang]),
    right(comparisonWords.meanChange[lang]),
    wide(comparisonWords.roseMost[lang]),
    wide(comparisonWords.fellMost[lang]),
  ];
  return [
    { kind: 'heading', level: 3, text: comparisonWords.domains[lang] },
    { kind: 'table', columns, rows },
  ];
}

function moverCell(
  mover: { readonly name: string; readonly change: Exact } | undefined,
  direction: 1 | -1,
  decimals: number,
  lang: Language,
): Cell {
  if (mover === undefined || sign(mover.change) !== direction) return dash();
  return text(`${mover.name} ${spoken(signed(mover.change, decimals), lang)}`);
}

/** A column a part that is not 0 everywhere. */
function splitTable(movements: readonly Movement[], decimals: number, lang: Language): readonly Block[] {
  const splits = movements.flatMap(({ newer, split }) => (split === undefined ? [] : [{ name: newer.name, split }]));
  const parts = PARTS.filter((part: Part) => splits.some(({ split }) => sign(split.parts[part]) !== 0));
  if (parts.every((part) => part === 'performance')) return [];
  return [
    { kind: 'heading', level: 3, text: comparisonWords.split[lang] },
    {
      kind: 'table',
      columns: [
        wide(words.unit[lang]),
        right(comparisonWords.change[lang]),
        ...parts.map((part) => right(partWords[part][lang])),
      ],
      rows: splits.map(({ name, split }) => [
        text(name),
        number(signed(split.change, decimals), 'strong'),
        ...parts.map((part) => signedCell(split.parts[part], decimals)),
      ]),
    },
    note(comparisonWords.splitNote[lang]),
  ];
}
