/** A long list drawn by its two ends: what lies between is told, not drawn. */
import type { Shape } from '../../model/chart.ts';
import type { Language } from '../../model/words.ts';
import { between } from '../words/charts.ts';

/** More rows than this are no longer read, and a drawing of thousands is no longer opened. */
export const MOST_ROWS = 150;

export interface Ends<T> {
  /** What is drawn, in the order of the list. */
  readonly drawn: readonly T[];
  /** The row of the drawing that the item at a position of `drawn` has. */
  readonly rowOf: (at: number) => number;
  /** The row that stands for the `count` that are left out; absent where all are drawn. */
  readonly gap?: { readonly row: number; readonly count: number };
  /** Rows of the drawing, with that of the gap. */
  readonly rows: number;
}

/** All of a list, or where it is longer than `MOST_ROWS` as many from its beginning as from its end. */
export function endsOf<T>(list: readonly T[]): Ends<T> {
  if (list.length <= MOST_ROWS) return { drawn: list, rowOf: (at) => at, rows: list.length };
  const half = MOST_ROWS / 2;
  return {
    drawn: [...list.slice(0, half), ...list.slice(-half)],
    rowOf: (at) => (at < half ? at : at + 1),
    gap: { row: half, count: list.length - MOST_ROWS },
    rows: MOST_ROWS + 1,
  };
}

/** The line of words in the row of the gap; nothing where there is none. */
export function gapShapes(
  { gap }: Ends<unknown>,
  x: number,
  top: number,
  row: number,
  lang: Language,
): readonly Shape[] {
  if (gap === undefined) return [];
  const y = top + gap.row * row + row / 2;
  return [{ kind: 'label', x, y, text: between[lang]({ count: gap.count }), anchor: 'start', part: 'muted' }];
}
