/** The line that a fault points at, cut to fit a page, with a caret under the marked part. */
import type { TextCell } from '../model/document.ts';
import { text } from '../model/document.ts';
import type { Place } from '../model/place.ts';
import { visible } from '../model/visible.ts';
import { clusters, displayWidth } from '../model/width.ts';

/** Columns of the line number with the rule after it: `   14 | `. */
const NUMBER = 5;

/** Columns that an excerpt takes at most beside its line number, with which it has about 100; and at least. */
const ROOM = { most: 92, least: 40 } as const;

/** Columns kept before the mark where a line is cut, so that one sees what it belongs to. */
const BEFORE = 30;

/** A tab is shown as so many blanks. */
const TAB = '    ';

/** One drawn piece of the line: a cluster as it is shown, and whether the mark covers it. */
interface Drawn {
  readonly shown: string;
  readonly width: number;
  readonly marked: boolean;
}

/** Two lines within `width` columns, or none where the place has no excerpt. */
export function excerptLines({ excerpt, line }: Place, width: number): readonly (readonly TextCell[])[] {
  if (excerpt === undefined) return [];
  const drawn = cutAround(
    draw(excerpt.text, excerpt.from, excerpt.length),
    Math.max(ROOM.least, Math.min(ROOM.most, width - NUMBER - 3)),
  );
  const first = drawn.findIndex((piece) => piece.marked);
  const indent = widthOf(drawn.slice(0, Math.max(0, first)));
  const carets = Math.max(1, widthOf(drawn.filter((piece) => piece.marked)));
  const gutter = (label: string): TextCell => text(`${label.padStart(NUMBER)} | `, 'muted');
  return [
    [gutter(line === 0 ? '' : `${line}`), text(drawn.map((piece) => piece.shown).join(''))],
    [gutter(''), text(`${' '.repeat(indent)}${'^'.repeat(carets)}`, 'bad')],
  ];
}

function widthOf(pieces: readonly Drawn[]): number {
  return pieces.reduce((total, piece) => total + piece.width, 0);
}

/** The line piece by piece; a mark behind its end gets a blank of its own to stand under. */
function draw(line: string, from: number, length: number): readonly Drawn[] {
  const pieces: Drawn[] = [];
  let at = 0;
  for (const cluster of clusters(line)) {
    const shown = cluster === '\t' ? TAB : visible(cluster, Number.POSITIVE_INFINITY);
    const marked = at < from + length && at + cluster.length > from;
    pieces.push({ shown, width: displayWidth(shown), marked });
    at += cluster.length;
  }
  return pieces.some((piece) => piece.marked) ? pieces : [...pieces, { shown: ' ', width: 1, marked: true }];
}

/** A line of at most `room` columns around its mark; `…` stands for what was left out on either side. */
function cutAround(pieces: readonly Drawn[], room: number): readonly Drawn[] {
  if (widthOf(pieces) <= room) return pieces;
  const ellipsis: Drawn = { shown: '…', width: 1, marked: false };
  let start = pieces.findIndex((piece) => piece.marked);
  for (let kept = 0; start > 0; start--) {
    kept += pieces[start - 1]?.width ?? 0;
    if (kept > BEFORE) break;
  }
  const line: Drawn[] = start > 0 ? [ellipsis] : [];
  let taken = start > 0 ? 1 : 0;
  let end = start;
  for (; end < pieces.length; end++) {
    const piece = pieces[end] as Drawn;
    if (taken + piece.width > room - 1) break;
    line.push(piece);
    taken += piece.width;
  }
  return end < pieces.length ? [...line, ellipsis] : line;
}
