/**
 * Texts and their numbers, found by bytes: the first text is 0, the next 1. A hash of the bytes leads to a slot;
 * what is found there is compared byte by byte, so that two texts of one hash are never taken for each other.
 */
export interface ByteTable {
  /** The bytes of all texts, one after the other; text i stands from starts[i] to before starts[i + 1]. */
  bytes: Uint8Array;
  starts: Int32Array;
  /** 1 + the number of a text, by hash; 0 where none stands. Its length is a power of two. */
  slots: Int32Array;
  count: number;
}

const encoder = new TextEncoder();

/** A table of these texts, which must differ. */
export function createTable(texts: Iterable<string> = []): ByteTable {
  const table = { bytes: new Uint8Array(256), starts: new Int32Array(17), slots: new Int32Array(32), count: 0 };
  for (const text of texts) {
    const bytes = encoder.encode(text);
    addBytes(table, bytes, 0, bytes.length);
  }
  return table;
}

/** Adds the bytes from `from` to before `to`, which must not be in the table, and gives their number. */
export function addBytes(table: ByteTable, bytes: Uint8Array, from: number, to: number): number {
  const at = table.count;
  const start = table.starts[at] as number;
  const end = start + to - from;
  if (end > table.bytes.length) table.bytes = grown(table.bytes, new Uint8Array(2 * end));
  if (at + 2 > table.starts.length) table.starts = grown(table.starts, new Int32Array(2 * at + 2));
  table.bytes.set(bytes.subarray(from, to), start);
  table.starts[at + 1] = end;
  table.count++;
  if (2 * table.count > table.slots.length) {
    table.slots = new Int32Array(2 * table.slots.length);
    for (let text = 0; text < at; text++) settle(table, text);
  }
  settle(table, at);
  return at;
}

/** The number of the text with the bytes from `from` to before `to`; -1 where there is none. */
export function findBytes(table: ByteTable, bytes: Uint8Array, from: number, to: number): number {
  const mask = table.slots.length - 1;
  for (let slot = hash(bytes, from, to) & mask; ; slot = (slot + 1) & mask) {
    const text = (table.slots[slot] as number) - 1;
    if (text < 0 || isText(table, text, bytes, from, to)) return text;
  }
}

/** Whether text number `text` has these bytes. */
export function isText(table: ByteTable, text: number, bytes: Uint8Array, from: number, to: number): boolean {
  if (text >= table.count) return false;
  const start = table.starts[text] as number;
  const length = (table.starts[text + 1] as number) - start;
  if (length !== to - from) return false;
  for (let at = 0; at < length; at++) if (table.bytes[start + at] !== bytes[from + at]) return false;
  return true;
}

/** The position behind text number `text` and a delimiter, if these bytes are what begins at `from`; else -1. */
export function skipText(
  { bytes: own, starts }: ByteTable,
  text: number,
  bytes: Uint8Array,
  from: number,
  to: number,
  delimiter: number,
): number {
  const end = starts[text + 1] as number;
  let at = from;
  if (from + end - (starts[text] as number) >= to) return -1;
  for (let mine = starts[text] as number; mine < end; mine++, at++) if (own[mine] !== bytes[at]) return -1;
  return bytes[at] === delimiter ? at + 1 : -1;
}

function settle(table: ByteTable, text: number): void {
  const mask = table.slots.length - 1;
  let slot = hash(table.bytes, table.starts[text] as number, table.starts[text + 1] as number) & mask;
  while (table.slots[slot] !== 0) slot = (slot + 1) & mask;
  table.slots[slot] = text + 1;
}

/** FNV-1a, its upper half folded in; http://www.isthe.com/chongo/tech/comp/fnv/. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at++) value = Math.imul(value ^ (bytes[at] as number), 0x01000193);
  return value ^ (value >>> 15);
}

function grown<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
