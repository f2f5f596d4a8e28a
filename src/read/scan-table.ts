/**
 * Tables of texts in the kernel's memory (kernel/text.ts finds texts in them): the first text is 0, the next 1. A table
 * that is full goes to another address, and what it leaves is lost, so that it grows to twice its size.
 */
import { idAt, type Units } from '../model/units.ts';
import { COUNT_OF, LETTERS_OF, MASK_OF, SLOTS_OF, STARTS_OF, TABLE } from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';
import { findBytes, settle } from './kernel/text.ts';
import type { Engine } from './scan-kernel.ts';

export interface ByteTable {
  readonly memory: Memory;
  /** The address of the table; text i stands from starts[i] to before starts[i + 1] of its letters. */
  readonly at: number;
  /** Bytes of letters and texts that there is room for. */
  lettersRoom: number;
  textsRoom: number;
}

const encoder = new TextEncoder();

/** Writes the bytes of a text to the address that is lent for it, and says how many they are. */
function encode(memory: Memory, text: string): number {
  const at = memory.lend(3 * text.length);
  return writeText(memory.bytes, at, text) - at;
}

/** Writes the bytes of a text from `from` on, three a letter at most, and says where they end. */
export function writeText(bytes: Uint8Array, from: number, text: string): number {
  let end = from;
  // Ids are ASCII, and a call of the encoder takes longer than their few letters.
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter >= 0x80) return end + encoder.encodeInto(text.slice(at), bytes.subarray(end)).written;
    bytes[end++] = letter;
  }
  return end;
}

/** A table of these texts, which must differ; `expected`: how many will be added, with so many bytes of letters. */
export function createTable(
  memory: Memory,
  texts: Iterable<string> = [],
  expected = 16,
  letters = 8 * expected + 8,
): ByteTable {
  const table = { memory, at: memory.allot(TABLE), lettersRoom: 0, textsRoom: 0 };
  reserve(table, letters, expected + 1);
  for (const text of texts) addText(table, text);
  return table;
}

/** A table of the ids of these, one list after the other, which must differ; of many it is quicker. */
export function createLargeTable({ memory, kernel }: Engine, lists: readonly Units[]): ByteTable {
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  const table = createTable(memory, [], count);
  const all = endedByNul(lists, count);
  reserve(table, all.length, 0);
  const from = memory.int(table.at + LETTERS_OF);
  memory.bytes.set(all, from);
  kernel.addTexts(memory, table.at, from, from + all.length);
  if (countOf(table) === count) return table;
  // A text with a NUL in it was taken for two.
  return createTable(
    memory,
    lists.flatMap((units) => units.map(({ id }) => id)),
    count,
  );
}

/** The bytes of all ids, a NUL behind each. */
function endedByNul(lists: readonly Units[], count: number): Uint8Array {
  let bytes = new Uint8Array(USUAL_ID * count);
  let end = 0;
  for (const list of lists) {
    for (let row = 0; row < list.length; row++) {
      const id = idAt(list, row);
      const most = end + 3 * id.length + 1;
      if (most > bytes.length) {
        const more = new Uint8Array(2 * most);
        more.set(bytes);
        bytes = more;
      }
      end = writeText(bytes, end, id);
      bytes[end++] = 0;
    }
  }
  return bytes.subarray(0, end);
}

/** Bytes that most ids take, with what stands behind each. */
const USUAL_ID = 32;

/** Gives back what a table takes, which is not looked at any more. */
export function giveBackTable({ memory, at, lettersRoom, textsRoom }: ByteTable): void {
  memory.giveBack(memory.int(at + LETTERS_OF), lettersRoom);
  memory.giveBack(memory.int(at + STARTS_OF), 4 * (textsRoom + 1));
  memory.giveBack(memory.int(at + SLOTS_OF), 4 * (memory.int(at + MASK_OF) + 1));
}

/** How many texts a table has. */
export function countOf({ memory, at }: ByteTable): number {
  return memory.int(at + COUNT_OF);
}

/** The number of a text; -1 where it is not in the table. */
export function findText({ memory, at }: ByteTable, text: string): number {
  const length = encode(memory, text);
  const from = memory.lend(length);
  return findBytes(memory, at, from, from + length);
}

/** Adds a text, which must not be in the table, and gives its number. */
export function addText(table: ByteTable, text: string): number {
  const length = encode(table.memory, text);
  const from = table.memory.lend(length);
  return addBytes(table, from, from + length);
}

/** Adds the letters of a text as two bytes each. */
export function addLetters(table: ByteTable, text: string): number {
  const from = table.memory.lend(2 * text.length);
  for (let at = 0; at < text.length; at++) table.memory.setShort(from + 2 * at, text.charCodeAt(at));
  return addBytes(table, from, from + 2 * text.length);
}

/** Adds the bytes from `from` to before `to`, which must not be in the table, and gives their number. */
export function addBytes(table: ByteTable, from: number, to: number): number {
  const { memory, at } = table;
  const text = countOf(table);
  const start = memory.int(startOf(table, text));
  const end = start + to - from;
  if (end > table.lettersRoom || text === table.textsRoom) {
    reserve(table, end > table.lettersRoom ? 2 * end : 0, text === table.textsRoom ? 2 * text : 0);
  }
  memory.bytes.copyWithin(memory.int(at + LETTERS_OF) + start, from, to);
  memory.setInt(startOf(table, text + 1), end);
  memory.setInt(at + COUNT_OF, text + 1);
  settle(memory, at, text);
  return text;
}

/** How many bytes all texts of a table have. */
export function lettersOf(table: ByteTable): number {
  return table.memory.int(startOf(table, countOf(table)));
}

function startOf({ memory, at }: ByteTable, text: number): number {
  return memory.int(at + STARTS_OF) + 4 * text;
}

/** Makes room for more letters, or more texts, where a number is given. */
export function reserve(table: ByteTable, letters: number, texts: number): void {
  const { memory, at } = table;
  const count = countOf(table);
  if (letters > 0) {
    const room = memory.allot(letters);
    const old = memory.int(at + LETTERS_OF);
    memory.bytes.copyWithin(room, old, old + table.lettersRoom);
    memory.setInt(at + LETTERS_OF, room);
    table.lettersRoom = letters;
  }
  if (texts === 0) return;
  const starts = memory.allot(4 * (texts + 1));
  const old = memory.int(at + STARTS_OF);
  // A new table has none, and must not take what stands at the beginning of the memory for one.
  if (old !== 0) memory.bytes.copyWithin(starts, old, old + 4 * (count + 1));
  memory.setInt(at + STARTS_OF, starts);
  // At most half of the slots are taken.
  const slots = 2 ** Math.ceil(Math.log2(2 * texts));
  memory.setInt(at + SLOTS_OF, memory.allot(4 * slots));
  memory.setInt(at + MASK_OF, slots - 1);
  table.textsRoom = texts;
  for (let text = 0; text < count; text++) settle(memory, at, text);
}
