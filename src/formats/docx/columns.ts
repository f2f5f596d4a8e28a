/** The widths of a table's columns: shares of the line, and nowhere less than the longest word of a column. */
import type { Table } from '../../model/document.ts';
import type { Untrusted } from '../../model/encoded.ts';
import { printable } from '../format.ts';
import { textWidth } from './times.ts';

/** How tightly a table is set. */
export interface Setting {
  /** Of its letters, in half points. */
  readonly size: number;
  /** Left and right of what stands in a cell, in twentieths of a point. */
  readonly margin: number;
}

/** Shares of a line: a name gets most, a figure more than a number of order. */
const WEIGHTS = { flexible: 30, right: 12, left: 13, center: 8 } as const;

/** Widths of the columns in twentieths of a point, that fill the line. `texts` are those of the rows. */
export function columnWidths(
  { columns }: Table,
  texts: readonly (readonly Untrusted[])[],
  width: number,
  setting: Setting,
): readonly number[] {
  const weights: readonly number[] = columns.map(({ align, flexible }) =>
    flexible === true ? WEIGHTS.flexible : WEIGHTS[align],
  );
  const least = columns.map(({ title }, at) =>
    leastWidth([title, ...texts.map((row) => row[at] ?? '')].map(printable), setting),
  );
  const widths = shareOut(width, weights, least);
  const rest = width - widths.reduce((total, each) => total + each, 0);
  const widest = weights.indexOf(Math.max(...weights));
  return widths.map((each, at) => (at === widest ? each + rest : each));
}

/** A column as wide as its longest word, and what stands left and right of it. */
function leastWidth(texts: readonly string[], { size, margin }: Setting): number {
  const words = new Set(texts.flatMap((text) => text.split(/\s+/)));
  const longest = [...words].reduce((most, word) => Math.max(most, textWidth(word, size * 10)), 0);
  // A borderline and the rounding of a renderer take a little more.
  return Math.ceil(longest) + 2 * margin + 20;
}

/** Shares by weight; who would get less than the least gets the least, and the others share what is left. */
function shareOut(width: number, weights: readonly number[], least: readonly number[]): readonly number[] {
  const needy = new Set<number>();
  for (;;) {
    const left = width - [...needy].reduce((total, at) => total + (least[at] ?? 0), 0);
    const all = weights.reduce((total, weight, at) => (needy.has(at) ? total : total + weight), 0);
    const share = (at: number): number => Math.floor((left * (weights[at] ?? 0)) / all);
    const more = weights.flatMap((_, at) => (!needy.has(at) && share(at) < (least[at] ?? 0) ? [at] : []));
    if (more.length === 0) return weights.map((_, at) => (needy.has(at) ? (least[at] ?? 0) : share(at)));
    for (const at of more) needy.add(at);
    // Where not even the longest words have room, words are broken: each column gets its share as if it asked for none.
    if (needy.size === weights.length) return weights.map((weight) => Math.floor((width * weight) / sum(weights)));
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
