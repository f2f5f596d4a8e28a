/** The bytes of plain CSV in the kernel's memory -> where the cells of a row begin and end. */
import {
  BEYOND,
  DELIMITER,
  FORBIDDEN,
  kindAt,
  LETTER,
  LETTERS,
  LINE_FEED,
  LINE_FEED_BYTE,
  MORE,
  ODD,
  QUOTE,
  QUOTE_BYTE,
  RETURN,
  skipLetter,
  skipQuoted,
} from './kernel/bytes.ts';
import { CLOSED, DELIMITER_BYTE, KINDS } from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';

/** A row: cell i is the bytes from starts[i] to before ends[i], without its quotes. */
export interface Row {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly marks: Uint8Array;
  /** How many cells there are. */
  count: number;
}

/** Rows of more cells are odd. */
const MOST_CELLS = 8192;

/** Makes it known to the kernel what each byte of files with this delimiter may be, which is one ASCII character. */
export function layKinds(memory: Memory, delimiter: string): void {
  const at = memory.ownAt + KINDS;
  const kinds = memory.bytes.subarray(at, at + 256).fill(LETTER);
  kinds.fill(FORBIDDEN, 0, 0x20);
  kinds[0x7f] = FORBIDDEN;
  kinds.fill(BEYOND, 0x80);
  kinds[0x09] = LETTER;
  kinds[LINE_FEED_BYTE] = LINE_FEED;
  kinds[0x0d] = RETURN;
  kinds[QUOTE_BYTE] = QUOTE;
  kinds[delimiter.charCodeAt(0)] = DELIMITER;
  memory.setOwn(DELIMITER_BYTE, delimiter.charCodeAt(0));
}

/** An empty row. */
export function createRow(): Row {
  return {
    starts: new Int32Array(MOST_CELLS),
    ends: new Int32Array(MOST_CELLS),
    marks: new Uint8Array(MOST_CELLS),
    count: 0,
  };
}

/** Where the last line feed before `end` stands; -1 where there is none. */
export function lastLineFeed({ bytes }: Memory, end: number): number {
  return end === 0 ? -1 : bytes.lastIndexOf(LINE_FEED_BYTE, end - 1);
}

/**
 * Finds the cells of a row in bytes up to `to`, from cell number `first` on, which begins at `from`; those before it
 * stand in `row` already. Gives the position after the row, or MORE where its end is not there yet, or ODD.
 */
export function splitRow(memory: Memory, from: number, to: number, row: Row, first: number): number {
  const { starts, ends, marks } = row;
  let at = from;
  let cell = first;
  let mark = 0;
  starts[cell] = from;
  while (at < to) {
    const kind = kindAt(memory, at);
    if (kind === LETTER) at++;
    else if (kind === DELIMITER) {
      ends[cell] = at++;
      marks[cell++] = mark;
      if (cell === MOST_CELLS) return ODD;
      starts[cell] = at;
      mark = 0;
    } else if (kind === LINE_FEED || kind === RETURN) {
      ends[cell] = at;
      marks[cell] = mark;
      row.count = cell + 1;
      return kind === LINE_FEED ? at + 1 : lineAfter(memory, at + 1, to);
    } else if (kind === BEYOND) {
      at = skipLetter(memory, at, to);
      if (at < 0) return at;
      mark |= LETTERS;
    } else if (kind === QUOTE && at === starts[cell]) {
      mark = skipQuoted(memory, at + 1, to);
      if (mark < 0) return mark;
      starts[cell] = at + 1;
      at = memory.own(CLOSED);
      ends[cell] = at++;
      if (at === to) return MORE;
      const after = kindAt(memory, at);
      marks[cell] = mark;
      if (after === DELIMITER) {
        at++;
        cell++;
        if (cell === MOST_CELLS) return ODD;
        starts[cell] = at;
        mark = 0;
        continue;
      }
      row.count = cell + 1;
      if (after === LINE_FEED) return at + 1;
      return after === RETURN ? lineAfter(memory, at + 1, to) : ODD;
    } else return ODD;
  }
  return MORE;
}

/** Where the line begins behind a carriage return, which a line feed must follow. */
function lineAfter(memory: Memory, at: number, to: number): number {
  if (at === to) return MORE;
  return memory.byte(at) === LINE_FEED_BYTE ? at + 1 : ODD;
}
