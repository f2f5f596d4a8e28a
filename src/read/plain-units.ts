/**
 * The way to the plain rows of a units file (kernel/units.ts): what the kernel must know of them is laid where it looks
 * for it, and the letters of the text some at a time.
 */
import { garblingOf } from '../model/garbled.ts';
import { likeOf, marksOf } from '../model/likeness-hash.ts';
import * as map from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';
import * as kinds from './kernel/units.ts';
import { NOT_OF_TOTALS } from './sheets.ts';

/** What a reader sees (model/visible.ts) without blanks, quotes, the delimiters that a dialect may have, and what hides a guard. */
const SEEN_LETTERS = ['!!', '#&', '(+', '-:', '<{', '}~', '\u00a1\u00ac', '\u00ae\u02ff', '\u1e00\u1eff'];

const KINDS: ReadonlyMap<string, number> = new Map([
  ['id', kinds.ID],
  ['name', kinds.NAME],
  ['group', kinds.GROUP],
  ['note', kinds.NOTE],
  ['unranked', kinds.EMPTY],
  ['successor_of', kinds.EMPTY],
]);

/** Letters that are looked at together. */
const MOST_LETTERS = 65_536;

/** Letters of a row that is plain, at most, and of what may be cut off. */
export const MOST_PLAIN = 255;

/** A list of units in the kernel's memory (kernel/map.ts), and the letters of the text that stand in its piece. */
export interface PlainUnits {
  readonly memory: Memory;
  readonly text: string;
  /** The address of the list. */
  readonly at: number;
  /** Where in the text the letters begin, and how many they are. */
  start: number;
  count: number;
}

/** The way to the plain rows of a text with these columns, in its order; undefined where there is none. */
export function plainUnits(
  memory: Memory,
  text: string,
  columns: readonly string[],
  delimiter: string,
): PlainUnits | undefined {
  // Of a text that shows no sign of it, no cell does.
  if (garblingOf(text) !== undefined) return undefined;
  const at = memory.allot(map.UNIT_LIST);
  const letters = memory.allotInts(kinds.LAST_LETTER + 1);
  layLetters(letters);
  const kindsOf = memory.allotBytes(columns.length);
  kindsOf.set(columns.map((name) => KINDS.get(name) as number));
  memory.setInt(at + map.COLUMNS_OF, columns.length);
  memory.setInt(at + map.COLUMN_KINDS, kindsOf.byteOffset);
  memory.setInt(at + map.BOUNDS, memory.allot(8 * columns.length));
  memory.setInt(at + map.ID_COLUMN, columns.indexOf('id'));
  memory.setInt(at + map.NAME_COLUMN, columns.indexOf('name'));
  memory.setInt(at + map.GROUP_COLUMN, columns.indexOf('group'));
  memory.setInt(at + map.BETWEEN, delimiter.charCodeAt(0));
  memory.setInt(at + map.LETTERS, letters.byteOffset);
  memory.setInt(at + map.LETTER_MARKS, memory.allot(4 * (kinds.LAST_LETTER + 1)));
  return { memory, text, at, start: 0, count: 0 };
}

function layLetters(letters: Int32Array): void {
  for (const range of SEEN_LETTERS) letters.fill(kinds.SEEN, range.charCodeAt(0), range.charCodeAt(1) + 1);
  letters[0x20] = kinds.BLANK;
  for (let code = 0; code < 0x80; code++) {
    const letter = String.fromCharCode(code);
    let own = letters[code] as number;
    if (/[a-z0-9_]/.test(letter)) own |= kinds.BEGINS_ID | kinds.IN_ID;
    else if (letter === '-') own |= kinds.IN_ID;
    if (NOT_OF_TOTALS.test(letter)) own |= kinds.NO_TOTAL;
    letters[code] = own;
  }
}

/**
 * The address of the letter that stands there in the text: with a whole plain row behind it, unless the text ends before.
 */
export function addressOfLetter(plain: PlainUnits, at: number): number {
  const { memory, text } = plain;
  if (at < plain.start || isCutOff(plain, at)) {
    const bytes = Buffer.from(memory.bytes.buffer, 0, map.PIECE);
    plain.count = bytes.write(text.slice(at, at + MOST_LETTERS), 'utf16le') >> 1;
    plain.start = at;
    memory.setShort(2 * plain.count, 0);
    memory.setInt(plain.at + map.TEXT_AT, at);
    memory.setInt(plain.at + map.NO_TOTAL_AT, -1);
  }
  return 2 * (at - plain.start);
}

/** Whether a plain row that begins at a place of the text may end behind the letters. */
export function isCutOff({ text, start, count }: PlainUnits, at: number): boolean {
  const end = start + count;
  return end - at <= MOST_PLAIN && end < text.length;
}

/** Lays what the letter is like at which the kernel stopped. */
export function layLetter({ memory, at }: PlainUnits): void {
  const letter = memory.int(at + map.STOP_LETTER);
  const [own, ofMarks] = [map.LETTERS, map.LETTER_MARKS].map((of) => memory.int(at + of) + 4 * letter) as [
    number,
    number,
  ];
  const like = likeOf(letter);
  const marks = marksOf(letter);
  memory.setInt(own, memory.int(own) | (like << kinds.LIKE_BITS) | (marks === 0 ? 0 : kinds.HAS_MARKS));
  memory.setInt(ofMarks, marks);
}

/** A cell of the row that the kernel looked at last; `column` is NAME_COLUMN or one like it. */
export function cellAt({ memory, text, at, start }: PlainUnits, column: number): string {
  const bounds = memory.int(at + map.BOUNDS) + 8 * memory.int(at + column);
  return text.slice(start + (memory.int(bounds) >> 1), start + (memory.int(bounds + 4) >> 1));
}
