/**
 * Lines of CSV made UTF-8 letter by letter, in pieces: of a long ranking neither lines nor their parts become texts
 * first, which takes three times as long.
 */
import type { Encoded } from '../model/encoded.ts';

export interface Lines {
  /** Those that are full; no cell stands in two. */
  readonly full: Uint8Array[];
  piece: Uint8Array;
  /** How many bytes of the piece are filled. */
  filled: number;
}

/** A short table takes no long piece; and the change to the next one is met before V8 compiles the way to it. */
const FIRST = 64;
const LONGEST = 65_536;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** No lines yet. */
export function createLines(): Lines {
  return { full: [], piece: new Uint8Array(FIRST), filled: 0 };
}

/** Adds a line of cells; `delimiter` is one byte, as are the letters of `end`. */
export function addLine(
  lines: Lines,
  cells: readonly Encoded<'csv'>[],
  delimiter: ',' | ';',
  end: '\n' | '\r\n',
): void {
  const between = delimiter.charCodeAt(0);
  for (let at = 0; at < cells.length; at++) {
    const text = cells[at] as string;
    // A letter of UTF-16 takes three bytes at most; before it comes a delimiter, behind it an end.
    const room = 3 * text.length + 3;
    if (lines.filled + room > lines.piece.length) nextPiece(lines, room);
    const { piece } = lines;
    let filled = lines.filled;
    if (at > 0) piece[filled++] = between;
    for (let letter = 0; letter < text.length; letter++) {
      const code = text.charCodeAt(letter);
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
        filled += encoder.encodeInto(text.slice(letter), piece.subarray(filled)).written;
        break;
      }
    }
    lines.filled = filled;
  }
  for (let letter = 0; letter < end.length; letter++) lines.piece[lines.filled++] = end.charCodeAt(letter);
}

function nextPiece(lines: Lines, room: number): void {
  lines.full.push(lines.piece.subarray(0, lines.filled));
  lines.piece = new Uint8Array(Math.max(room, Math.min(2 * lines.piece.length, LONGEST)));
  lines.filled = 0;
}

/** All lines: one text where they are few, else bytes, one piece after the other. */
export function writtenLines({ full, piece, filled }: Lines): string | readonly Uint8Array[] {
  const pieces = [...full, piece.subarray(0, filled)];
  const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
  return bytes > LONGEST ? pieces : pieces.map((each) => decoder.decode(each)).join('');
}
