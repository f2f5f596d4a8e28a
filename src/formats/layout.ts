/** How a table finds room on a page of a given width: titles wrap, flexible columns wrap, at last it is parted. */
import type { TableColumn } from '../model/document.ts';
import type { Encoded } from '../model/encoded.ts';
import { displayWidth, wrap } from '../model/width.ts';

/** Blanks between two columns. */
export const GAP = '  ';

/** A flexible column is not made narrower than this, unless its words are shorter: below it a name is hard to read. */
const NARROW = 16;

/** A column whose title is ready to be shown. */
export interface TextColumn extends TableColumn {
  readonly title: Encoded<'terminal'>;
}

/** A table whose cells are texts ready to be shown, without colour. */
export interface TextTable {
  readonly columns: readonly TextColumn[];
  /** As many texts as columns. */
  readonly rows: readonly (readonly Encoded<'terminal'>[])[];
}

/** Positions of columns that are shown side by side, and the width of each. */
export interface Part {
  readonly at: readonly number[];
  readonly widths: readonly number[];
}

/** Widths of one column, each at most the one before: what it gives up in turn. */
interface Room {
  readonly natural: number;
  /** With its title on two lines. */
  readonly shortTitle: number;
  /** With its cells wrapped too, where the column is flexible. */
  readonly wrapped: number;
  /** With its title on as many lines as it has words. */
  readonly least: number;
}

/**
 * The parts a table is shown in: one where it fits into `width`. A part after the first repeats the leading columns
 * up to the first text column, so that each row keeps its name. A number is never cut: where even one column is too
 * wide, the line is longer than the page.
 */
export function layOut(table: TextTable, width: number): readonly Part[] {
  const rooms = table.columns.map((column, at) =>
    roomOf(
      column,
      table.rows.map((row) => row[at] ?? ''),
    ),
  );
  const all = rooms.map((_, at) => at);
  const key = all.slice(
    0,
    table.columns.findIndex((column) => column.flexible === true || column.align === 'left') + 1,
  );
  const parts: number[][] = [];
  let part: number[] = [...key];
  for (const at of all.slice(key.length)) {
    if (part.length > key.length && leastWidth([...part, at], rooms) > width) {
      parts.push(part);
      part = [...key];
    }
    part.push(at);
  }
  parts.push(part);
  return parts.map((at) => ({
    at,
    widths: share(
      at.map((column) => rooms[column] as Room),
      width,
    ),
  }));
}

function roomOf({ title, flexible }: TextColumn, cells: readonly string[]): Room {
  const widest = (texts: readonly string[]): number =>
    texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);
  const body = widest(cells);
  const narrow = flexible === true ? Math.min(body, NARROW) : body;
  const word = widest(title.split(' '));
  let twoLines = word;
  while (wrap(title, twoLines).length > 2) twoLines++;
  return {
    natural: Math.max(body, displayWidth(title)),
    shortTitle: Math.max(body, twoLines),
    wrapped: Math.max(narrow, twoLines),
    least: Math.max(narrow, word),
  };
}

function leastWidth(at: readonly number[], rooms: readonly Room[]): number {
  return total(at.map((column) => rooms[column]?.least ?? 0));
}

function total(widths: readonly number[]): number {
  return widths.reduce((all, width) => all + width, 0) + GAP.length * (widths.length - 1);
}

/** Step by step, the widest column first, until all fit or nothing is left to give. */
function share(rooms: readonly Room[], width: number): readonly number[] {
  let widths = rooms.map((room) => room.natural);
  for (const step of ['shortTitle', 'wrapped', 'least'] as const) {
    widths = shrink(
      widths,
      rooms.map((room) => room[step]),
      width,
    );
  }
  return widths;
}

function shrink(widths: readonly number[], least: readonly number[], width: number): number[] {
  const shrunk = [...widths];
  for (let excess = total(shrunk) - width; excess > 0; excess--) {
    let widest = -1;
    for (const [at, size] of shrunk.entries()) {
      if (size > (least[at] ?? 0) && (widest < 0 || size > (shrunk[widest] ?? 0))) widest = at;
    }
    if (widest < 0) break;
    shrunk[widest] = (shrunk[widest] ?? 0) - 1;
  }
  return shrunk;
}
