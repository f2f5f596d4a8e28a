/** Cells of the page's tables. */
import { type Cell, number, type TableColumn, type Tone, text } from '../../model/document.ts';
import { type Exact, equal, sign, toFixedText, toText } from '../../model/exact.ts';
import type { PageCell } from '../../model/page.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { Standing } from '../../model/scoreboard.ts';
import { dash, figure } from '../figures.ts';
import type { GroupView } from '../ranking-view.ts';

export const right = (title: string): TableColumn => ({ title, align: 'right' });
export const left = (title: string): TableColumn => ({ title, align: 'left' });
export const wide = (title: string): TableColumn => ({ title, align: 'left', flexible: true });

/** A cell with nothing special about it. */
export function plain(cell: Cell): PageCell {
  return { cell };
}

/** A figure of the rubric's decimals. */
export function figureCell(value: Exact | undefined, rubric: Rubric, tone: Tone = 'plain'): PageCell {
  return plain(figure(value, rubric, tone));
}

/** So many decimals of a figure that was not rounded are shown before it is cut. */
const UNROUNDED_DECIMALS = 8;

/** The figure before any rounding: whole where it ends soon, else cut (never rounded) and followed by `…`. */
export function unroundedCell(value: Exact | undefined): PageCell {
  if (value === undefined) return plain(dash());
  const scale = 10n ** BigInt(UNROUNDED_DECIMALS);
  const cut: Exact = { n: (value.n * scale) / value.d, d: scale };
  if (equal(cut, value)) return plain(number(toText(value)));
  const digits = toFixedText(cut, UNROUNDED_DECIMALS);
  const negative = sign(value) < 0 && !digits.startsWith('-') ? '-' : '';
  return { cell: number(`${negative}${digits}…`), key: digits };
}

/** A shared rank is marked before its number and ordered by it. */
export function rankCell({ rank, tied }: Standing): PageCell {
  if (rank === undefined) return plain(dash());
  return tied ? { cell: text(`=${rank}`), key: `${rank}` } : plain(number(`${rank}`));
}

/** Where on the page the card of a unit is; empty where the units are too many for cards. */
export type Anchors = ReadonlyMap<Standing, string>;

/** More units than this have no cards but a line each: a page of megabytes is opened by nobody. */
export const MOST_CARDS = 300;

/** Anchors are made of positions, never of what a file says. */
export function anchorsOf(views: readonly GroupView[]): Anchors {
  const count = views.reduce((total, { board }) => total + board.standings.length, 0);
  if (count > MOST_CARDS) return new Map();
  return new Map(
    views.flatMap(({ board }, group) =>
      board.standings.map((standing, at): [Standing, string] => [standing, `unit-${group + 1}-${at + 1}`]),
    ),
  );
}

/** The name of a unit, leading to its card where it has one. */
export function unitCell(standing: Standing, anchors: Anchors, marks = ''): PageCell {
  const to = anchors.get(standing);
  return { cell: text(standing.unit.name + marks), ...(to === undefined ? {} : { to }) };
}

/** Grade names are toned by their position, the best and the worst. */
export function gradeCell(standing: Standing, rubric: Rubric): PageCell {
  const bands = rubric.grades?.bands ?? [];
  const at = standing.grade?.at;
  if (at === undefined) return plain(dash());
  const tone: Tone = at === 0 ? 'good' : at === bands.length - 1 ? 'bad' : 'plain';
  return plain(text(bands[at]?.name ?? '', tone));
}
