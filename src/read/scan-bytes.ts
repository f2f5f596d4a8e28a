/**
 * The bytes of plain CSV -> where the cells of a row begin and end.
 *
 * One table says of each byte what it may be; most are letters of a cell and cost one look. Everything that a CSV
 * reader could see in two ways (a quote inside a cell, a line break inside quotes, a lone carriage return) and
 * everything that `readText` would refuse or change the meaning of is ODD: the file then goes to the csv reader.
 */

/** Outcomes of `splitRow` besides the position after the row. */
export const MORE = -1;
export const ODD = -2;

/** Bits of `Row.marks`: the cell holds doubled quotes; letters outside ASCII. */
export const ESCAPED = 1;
export const LETTERS = 2;

/** A row in a buffer: cell i is the bytes from starts[i] to before ends[i], without its quotes. */
export interface Row {
  /** What each byte is: see below. */
  readonly kinds: Uint8Array;
  readonly delimiter: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly marks: Uint8Array;
  /** How many cells there are. */
  count: number;
}

export const LETTER = 0;
export const DELIMITER = 1;
export const LINE_FEED = 2;
export const RETURN = 3;
export const QUOTE = 4;
const BEYOND = 5;
const FORBIDDEN = 6;

const QUOTE_BYTE = 0x22;
const LINE_FEED_BYTE = 0x0a;

/** Rows of more cells are odd. */
const MOST_CELLS = 8192;

/** An empty row for files with this delimiter, which is one ASCII character. */
export function createRow(delimiter: string): Row {
  const kinds = new Uint8Array(256).fill(LETTER);
  kinds.fill(FORBIDDEN, 0, 0x20);
  kinds[0x7f] = FORBIDDEN;
  kinds.fill(BEYOND, 0x80);
  kinds[0x09] = LETTER;
  kinds[LINE_FEED_BYTE] = LINE_FEED;
  kinds[0x0d] = RETURN;
  kinds[QUOTE_BYTE] = QUOTE;
  kinds[delimiter.charCodeAt(0)] = DELIMITER;
  return {
    kinds,
    delimiter: delimiter.charCodeAt(0),
    starts: new Int32Array(MOST_CELLS),
    ends: new Int32Array(MOST_CELLS),
    marks: new Uint8Array(MOST_CELLS),
    count: 0,
  };
}

/** Where the last line feed before `end` stands; -1 where there is none. */
export function lastLineFeed(bytes: Uint8Array, end: number): number {
  return end === 0 ? -1 : bytes.lastIndexOf(LINE_FEED_BYTE, end - 1);
}

/** Whether a byte is a line feed. */
export function isLineFeed(byte: number): boolean {
  return byte === LINE_FEED_BYTE;
}

/** Whether a kind of byte is what most cells are made of, or letters outside ASCII. */
export function isLetter(kind: number): boolean {
  return kind === LETTER || kind === BEYOND;
}

/** Whether a kind of byte ends a cell. */
export function isEnd(kind: number): boolean {
  return kind === DELIMITER || kind === LINE_FEED || kind === RETURN;
}

/** Whether none of the first `length` bytes is more than a letter of a cell. */
export function isPlain({ kinds }: Row, bytes: DataView, length: number): boolean {
  for (let at = 0; at < length; at++) {
    const kind = kinds[bytes.getUint8(at)];
    if (kind !== LETTER && kind !== BEYOND) return false;
  }
  return true;
}

/**
 * Finds the cells of a row in bytes up to `to`, from cell number `first` on, which begins at `from`; those before it
 * stand in `row` already. Gives the position after the row, or MORE where its end is not there yet, or ODD.
 */
export function splitRow(bytes: Uint8Array, from: number, to: number, row: Row, first: number): number {
  const { kinds, starts, ends, marks } = row;
  let at = from;
  let cell = first;
  let mark = 0;
  starts[cell] = from;
  while (at < to) {
    const kind = kinds[bytes[at] as number] as number;
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
      if (kind === LINE_FEED) return at + 1;
      if (at + 1 === to) return MORE;
      return bytes[at + 1] === LINE_FEED_BYTE ? at + 2 : ODD;
    } else if (kind === BEYOND) {
      at = skipLetter(bytes, at, to);
      if (at < 0) return at;
      mark |= LETTERS;
    } else if (kind === QUOTE && at === starts[cell]) {
      mark = skipQuoted(bytes, at + 1, to, kinds);
      if (mark < 0) return mark;
      starts[cell] = at + 1;
      at = closing;
      ends[cell] = at++;
      if (at === to) return MORE;
      const after = kinds[bytes[at] as number] as number;
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
      if (after !== RETURN) return ODD;
      if (at + 1 === to) return MORE;
      return bytes[at + 1] === LINE_FEED_BYTE ? at + 2 : ODD;
    } else return ODD;
  }
  return MORE;
}

/** Where the quotes that `skipQuoted` went through were closed. */
let closing = 0;

/** Goes from behind an opening quote to the closing one; gives the marks of the cell, or MORE, or ODD. */
function skipQuoted(bytes: Uint8Array, from: number, to: number, kinds: Uint8Array): number {
  let mark = 0;
  for (let at = from; at < to; ) {
    const kind = kinds[bytes[at] as number] as number;
    if (kind === LETTER || kind === DELIMITER) at++;
    else if (kind === BEYOND) {
      at = skipLetter(bytes, at, to);
      if (at < 0) return at;
      mark |= LETTERS;
    } else if (kind === QUOTE) {
      if (at + 1 === to) return MORE;
      if (bytes[at + 1] !== QUOTE_BYTE) {
        closing = at;
        return mark;
      }
      mark |= ESCAPED;
      at += 2;
    } else return ODD;
  }
  return MORE;
}

/** The position behind a whole cell in quotes, in bytes that end with a line feed; -1 where it is odd. */
export function skipQuotes(bytes: Uint8Array, from: number, { kinds }: Row): number {
  const mark = skipQuoted(bytes, from + 1, bytes.length, kinds);
  return mark < 0 ? -1 : closing + 1;
}

/** The position behind a cell without quotes, in bytes that end with a line feed; -1 where it is odd. */
export function skipWords(bytes: Uint8Array, view: DataView, from: number, { kinds, delimiter }: Row): number {
  let at = from;
  while (isPlainWord(view.getInt32(at, true), delimiter)) at += 4;
  for (;;) {
    const kind = kinds[bytes[at] as number] as number;
    if (kind === LETTER) at++;
    else if (kind === BEYOND) {
      at = skipLetter(bytes, at, bytes.length);
      if (at < 0) return -1;
    } else return isEnd(kind) ? at : -1;
  }
}

const HIGH_BITS = 0x80808080 | 0;
const ONES = 0x01010101;

/**
 * Whether four bytes are all letters from `-` on in ASCII, and none the delimiter. Such a byte has no high bit, nor
 * has the next one; with 0x53 more it has. None of these sums carries over to the next byte where no byte has a high bit.
 */
function isPlainWord(word: number, delimiter: number): boolean {
  if (((word + 0x53535353) & ~(word | (word + ONES)) & HIGH_BITS) !== HIGH_BITS) return false;
  if (delimiter < 0x2d) return true;
  // A byte that is the delimiter becomes 0, and only below or above a 0 can this find one.
  const apart = word ^ (delimiter * ONES);
  return ((apart - ONES) & ~apart & HIGH_BITS) === 0;
}

/**
 * The position after a letter outside ASCII: well-formed UTF-8 (The Unicode Standard, table 3-7) that is neither
 * forbidden (see text.ts) nor U+037E, which composition turns into a semicolon.
 */
function skipLetter(bytes: Uint8Array, at: number, to: number): number {
  const first = bytes[at] as number;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (first < 0xc2 || first > 0xf4) return ODD;
  if (at + length > to) return MORE;
  const second = bytes[at + 1] as number;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return ODD;
  for (let next = at + 2; next < at + length; next++) if (((bytes[next] as number) & 0xc0) !== 0x80) return ODD;
  if (first === 0xc2 && second < 0xa0) return ODD;
  if (first === 0xcd && second === 0xbe) return ODD;
  if (first === 0xe2 && isTurning(second, bytes[at + 2] as number)) return ODD;
  if (first === 0xef && second === 0xbb && bytes[at + 2] === 0xbf) return ODD;
  return at + length;
}

/** Whether E2 and these are a line separator or turn the direction of writing: U+2028-202E, U+2066-2069. */
function isTurning(second: number, third: number): boolean {
  if (second === 0x80) return third >= 0xa8 && third <= 0xae;
  return second === 0x81 && third >= 0xa6 && third <= 0xa9;
}
