/**
 * Lines of CSV made UTF-8 letter by letter and digit by digit, in pieces: of a long ranking neither lines nor their
 * parts become texts first, which takes three times as long.
 */
import type { Encoded } from '../model/encoded.ts';

export interface Lines {
  /** Those that are full; no cell stands in two. */
  readonly full: Uint8Array[];
  /** The next piece, if it is there. */
  spare: Uint8Array | undefined;
  piece: Uint8Array;
  /** How many bytes of the piece are filled. */
  filled: number;
}

/** A short table takes no long piece; and the change to the next one is met before V8 compiles the way to it. */
const FIRST = 64;
const LONGEST = 65_536;

/** A letter of UTF-16 takes three bytes at most. */
const WIDEST = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Latin letters and signs that need neither quotes nor a guard, as most texts are made of; the first must be a letter. */
const PLAIN = /^[0-9A-Za-z(\u00c0-\u02ff\u1e00-\u1eff][ !#-+\--:<-~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff]*$/;
const LAST_PLAIN = 0x1eff;

/** What is noted of a letter once it was met. */
const MET = 1;
const FOLLOWS = 2;
const BEGINS = 4;
const kinds = new Uint8Array(LAST_PLAIN + 1);

/** No lines yet. */
export function createLines(): Lines {
  return { full: [], spare: undefined, piece: new Uint8Array(FIRST), filled: 0 };
}

/** Adds a letter of one byte, such as ends a line. */
export function addByte(lines: Lines, byte: number): void {
  if (lines.filled === lines.piece.length) nextPiece(lines, 1);
  lines.piece[lines.filled++] = byte;
}

/** Where nothing stands before a cell. */
export const NOTHING = 0;

/** Adds a cell as it stands, and before it a letter of one byte or nothing. */
export function addText(lines: Lines, before: number, text: Encoded<'csv'>): void {
  const room = WIDEST * text.length + 1;
  if (lines.filled + room > lines.piece.length) nextPiece(lines, room);
  const { piece } = lines;
  let { filled } = lines;
  if (before !== NOTHING) piece[filled++] = before;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) piece[filled++] = code;
    else if (code < 0x800) {
      piece[filled++] = 0xc0 | (code >> 6);
      piece[filled++] = 0x80 | (code & 0x3f);
    } else if (code < 0xd800 || code > 0xdfff) {
      piece[filled++] = 0xe0 | (code >> 12);
      piece[filled++] = 0x80 | ((code >> 6) & 0x3f);
      piece[filled++] = 0x80 | (code & 0x3f);
    } else {
      // Halves of a letter, which belong together.
      filled += encoder.encodeInto(text.slice(at), piece.subarray(filled)).written;
      break;
    }
  }
  lines.filled = filled;
}

/** The same of plain letters, which are encoded by themselves; false, and nothing is added, where one is not. */
export function addPlain(lines: Lines, before: number, text: string): boolean {
  const room = WIDEST * text.length + 1;
  if (lines.filled + room > lines.piece.length) nextPiece(lines, room);
  const { piece } = lines;
  let { filled } = lines;
  if (before !== NOTHING) piece[filled++] = before;
  let wanted = BEGINS;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > LAST_PLAIN || (((kinds[code] as number) || meet(code)) & wanted) === 0) return false;
    wanted = FOLLOWS;
    if (code < 0x80) piece[filled++] = code;
    else if (code < 0x800) {
      piece[filled++] = 0xc0 | (code >> 6);
      piece[filled++] = 0x80 | (code & 0x3f);
    } else {
      piece[filled++] = 0xe0 | (code >> 12);
      piece[filled++] = 0x80 | ((code >> 6) & 0x3f);
      piece[filled++] = 0x80 | (code & 0x3f);
    }
  }
  lines.filled = filled;
  return true;
}

function meet(code: number): number {
  const letter = String.fromCharCode(code);
  kinds[code] = MET | (PLAIN.test(letter) ? BEGINS : 0) | (PLAIN.test(`a${letter}`) ? FOLLOWS : 0);
  return kinds[code] as number;
}

/** Of a whole number of four bytes. */
const MOST_DIGITS = 10;

const ZERO = 0x30;
const MINUS = 0x2d;

/** The same of so many whole numbers of 10^-places, of four bytes, with a mark of one. */
export function addCount(lines: Lines, before: number, count: number, places: number, mark: number): void {
  const room = MOST_DIGITS + places + 4;
  if (lines.filled + room > lines.piece.length) nextPiece(lines, room);
  const { piece } = lines;
  if (before !== NOTHING) piece[lines.filled++] = before;
  let rest = (count < 0 ? -count : count) | 0;
  let digits = 1;
  for (let left = rest; left >= 10; left = (left / 10) | 0) digits++;
  if (digits <= places) digits = places + 1;
  if (count < 0) piece[lines.filled++] = MINUS;
  const end = lines.filled + digits + (places > 0 ? 1 : 0);
  const markAt = places > 0 ? end - 1 - places : -1;
  for (let at = end - 1; at >= lines.filled; at--) {
    if (at === markAt) piece[at] = mark;
    else {
      const next = (rest / 10) | 0;
      piece[at] = ZERO + rest - 10 * next;
      rest = next;
    }
  }
  lines.filled = end;
}

function nextPiece(lines: Lines, room: number): void {
  lines.full.push(lines.piece.subarray(0, lines.filled));
  const length = Math.max(room, Math.min(2 * lines.piece.length, LONGEST));
  lines.piece = lines.spare?.length === length ? lines.spare : new Uint8Array(length);
  lines.spare = undefined;
  lines.filled = 0;
}

/**
 * The lines that are there, and one more for each row, which `add` adds: one text where they are few, else bytes, one piece
 * after the other. In passing each piece is made when it is asked for, where the one before it stood.
 */
export function writtenLines<Row>(
  lines: Lines,
  rows: Iterable<Row>,
  add: (row: Row) => void,
  inPassing = false,
): string | Iterable<Uint8Array> {
  const rest = piecesOf(lines, rows, add);
  const first: Uint8Array[] = [];
  for (let bytes = 0; bytes <= LONGEST; ) {
    const { value, done } = rest.next();
    if (done) return first.map((each) => decoder.decode(each)).join('');
    first.push(value);
    bytes += value.length;
  }
  return inPassing ? onlyOnce(passing(lines, first, rest)) : [...first, ...rest];
}

function* piecesOf<Row>(lines: Lines, rows: Iterable<Row>, add: (row: Row) => void): Generator<Uint8Array, undefined> {
  const { full } = lines;
  for (const row of rows) {
    add(row);
    if (full.length > 0) yield* full.splice(0);
  }
  yield* full;
  yield lines.piece.subarray(0, lines.filled);
}

function* passing(lines: Lines, first: readonly Uint8Array[], rest: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const pieces of [first, rest]) {
    for (const piece of pieces) {
      yield piece;
      lines.spare = new Uint8Array(piece.buffer);
    }
  }
}

/** The second time there would be nothing, and nobody would know. */
function onlyOnce<T>(all: Iterable<T>): Iterable<T> {
  let isAsked = false;
  return {
    [Symbol.iterator]: () => {
      if (isAsked) throw new Error('what is made in passing was asked for twice');
      isAsked = true;
      return all[Symbol.iterator]();
    },
  };
}
