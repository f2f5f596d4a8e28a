/** Cells of the page's tables. */
import { type Cell, number, type TableColumn, type Tone, text } from '../../model/document.ts';
import { type Exact, equal, sign, toFixedText, toText } from '../../model/exact.ts';
import type { PageCell } from '../../model/page.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { GroupBoard, Standing } from '../../model/scoreboard.ts';
import { dash, figure } from '../figures.ts';

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

/** The name of a unit, leading to its card. */
export function unitCell(group: GroupBoard, groupAt: number, standing: Standing, marks = ''): PageCell {
  return { cell: text(standing.unit.name + marks), to: anchorOf(group, groupAt, standing) };
}

/** The anchor of a unit's card: made of positions, never of what a file says. */
export function anchorOf(group: GroupBoard, groupAt: number, standing: Standing): string {
  return `unit-${groupAt + 1}-${group.standings.indexOf(standing) + 1}`;
}

/** Grade names are toned by their position, the best and the worst. */
export function gradeCell(standing: Standing, rubric: Rubric): PageCell {
  const bands = rubric.grades?.bands ?? [];
  const at = standing.grade?.at;
  if (at === undefined) return plain(dash());
  const tone: Tone = at === 0 ? 'good' : at === bands.length - 1 ? 'bad' : 'plain';
  return plain(text(bands[at]?.name ?? '', tone));
}
