/** The section of the page with a card for each unit: where it stands and where its points went. */
import { exactAt, isFilled } from '../../model/column.ts';
import { number, text } from '../../model/document.ts';
import { compare, type Exact, sign, subtract, toText } from '../../model/exact.ts';
import type { Card, DataTable, PageBlock, Section } from '../../model/page.ts';
import type { Leaf } from '../../model/rubric.ts';
import type { GroupBoard, MarkColumn, Standing } from '../../model/scoreboard.ts';
import type { Language } from '../../model/words.ts';
import { distance, holdsText, isHeld, shown, spoken } from '../figures.ts';
import type { GroupView } from '../ranking-view.ts';
import { captions, cardNotes, reportWords, sectionTitles } from '../words/report.ts';
import { gradeLine, heldLine, noIndexLine, pointsLine } from '../words/scorecard.ts';
import { words } from '../words.ts';
import { type Anchors, left, plain, right, wide } from './cells.ts';

/** So many of a unit's largest losses are named on its card. */
const LARGEST = 5;

/**
 * A card for every unit: where it stands, what it lost most points on, and what was decided about it. Without anchors,
 * for very many units, a line for each.
 */
export function unitsSection(views: readonly GroupView[], anchors: Anchors, lang: Language): Section {
  const card = (board: GroupBoard, standing: Standing): readonly Card[] => {
    const anchor = anchors.get(standing);
    return anchor === undefined ? [] : [cardOf(board, anchor, standing, lang)];
  };
  return {
    anchor: 'units',
    title: sectionTitles.units[lang],
    blocks: views.flatMap(({ board }): PageBlock[] => [
      { kind: 'heading', level: 3, text: board.name },
      anchors.size === 0
        ? unitLines(board, lang)
        : { kind: 'cards', cards: board.standings.flatMap((standing) => card(board, standing)) },
    ]),
  };
}

/** What the cards say that no other table does: the largest losses, and what was decided about a unit. */
function unitLines(board: GroupBoard, lang: Language): DataTable {
  const { rubric, standings } = board;
  return {
    kind: 'data-table',
    caption: captions.briefly[lang]({ group: board.name }),
    columns: [wide(words.unit[lang]), wide(reportWords.lostMost[lang]), wide(reportWords.remarks[lang])],
    rows: standings.map((standing) => {
      const losses = largestLosses(board, standing).map(
        ({ leaf, lost }) => `${leaf.id} (${spoken(distance(lost, rubric), lang)})`,
      );
      return [
        plain(text(standing.unit.name)),
        plain(text(losses.length === 0 ? reportWords.noLosses[lang] : losses.join(', '))),
        plain(text(noteLines(board, standing, lang).join(' '))),
      ];
    }),
    sortable: false,
    filter: {},
  };
}

function cardOf(board: GroupBoard, anchor: string, standing: Standing, lang: Language): Card {
  const losses = largestLosses(board, standing);
  return {
    anchor,
    title: standing.unit.name,
    badge: standing.rank === undefined ? '' : `${standing.tied ? '=' : ''}${standing.rank}`,
    lines: [
      ...standingLines(board, standing, lang),
      ...noteLines(board, standing, lang),
      ...(losses.length === 0 ? [reportWords.noLosses[lang]] : []),
    ],
    ...(losses.length === 0 ? {} : { table: lossTable(board, standing, losses, lang) }),
  };
}

function standingLines({ rubric }: GroupBoard, standing: Standing, lang: Language): readonly string[] {
  const { points, max, index, grade } = standing;
  if (index === undefined) return [noIndexLine[lang]];
  const told = (value: Exact): string => spoken(shown(value, rubric), lang);
  const first = pointsLine[lang]({ points: told(points), max: spoken(toText(max), lang), index: told(index) });
  const bands = rubric.grades?.bands;
  if (grade === undefined || bands === undefined) return [first];
  const name = (at: number): string => bands[at]?.name ?? '';
  if (isHeld(standing)) {
    const holds = holdsText(standing, rubric, lang, true);
    return [first, heldLine[lang]({ grade: name(grade.at), byIndex: name(grade.byIndex), holds })];
  }
  const margin = grade.margin === undefined ? '' : spoken(distance(grade.margin, rubric), lang);
  return [first, gradeLine[lang]({ grade: name(grade.at), margin, next: name(grade.at - 1) })];
}

function noteLines({ rubric }: GroupBoard, standing: Standing, lang: Language): readonly string[] {
  const ids = (positions: readonly number[]): readonly string[] =>
    positions.map((at) => (rubric.leaves[at] as Leaf).id);
  const found: readonly (readonly [keyof typeof cardNotes, readonly string[]])[] = [
    ['overrides', standing.overrides],
    ['missing', ids(standing.missing)],
    ['exempt', ids(standing.exempt)],
  ];
  return found
    .filter(([, list]) => list.length > 0)
    .map(([kind, list]) => cardNotes[kind][lang]({ list: list.join(', ') }));
}

interface Loss {
  readonly leaf: Leaf;
  readonly lost: Exact;
}

/** The leaves on which a unit lost most, the largest first, equals in the order of the rubric. */
function largestLosses({ rubric, marks }: GroupBoard, { row, missing }: Standing): readonly Loss[] {
  const losses = rubric.leaves.flatMap((leaf, at): Loss[] => {
    const { points } = marks.leaves[at] as MarkColumn;
    if (missing.includes(at)) return [{ leaf, lost: leaf.max }];
    if (!isFilled(points, row)) return [];
    const lost = subtract(leaf.max, exactAt(points, row) as Exact);
    return sign(lost) > 0 ? [{ leaf, lost }] : [];
  });
  return losses.toSorted((a, b) => compare(b.lost, a.lost)).slice(0, LARGEST);
}

function lossTable({ rubric }: GroupBoard, { unit }: Standing, losses: readonly Loss[], lang: Language): DataTable {
  return {
    kind: 'data-table',
    caption: captions.losses[lang]({ group: unit.name }),
    columns: [left(words.id[lang]), wide(words.criterion[lang]), right(words.lost[lang]), right(words.max[lang])],
    rows: losses.map(({ leaf, lost }) => [
      plain(text(leaf.id)),
      plain(text(leaf.title)),
      plain(number(distance(lost, rubric), 'strong')),
      plain(number(toText(leaf.max))),
    ]),
    sortable: false,
  };
}
