/**
 * Texts and their numbers, found by bytes: the first text is 0, the next 1. A hash of the bytes leads to a slot;
 * what is found there is compared byte by byte, so that two texts of one hash are never taken for each other.
 * Hashing and comparing go four bytes at a time, which is what the views are for.
 */
export interface ByteTable {
  /** The bytes of all texts, one after the other; text i stands from starts[i] to before starts[i + 1]. */
  view: DataView;
  starts: Int32Array;
  /** 1 + the number of a text, by hash; 0 where none stands. Its length is a power of two. */
  slots: Int32Array;
  count: number;
}

const encoder = new TextEncoder();

/** Bytes of a text while it is added or looked for: an array for each of a hundred thousand ids would cost more. */
let letters = new Uint8Array(1024);
let lettersView = viewOf(letters);

/** Writes the bytes of a text there, and says how many they are. */
function encode(text: string): number {
  if (3 * text.length > letters.length) {
    letters = new Uint8Array(3 * text.length);
    lettersView = viewOf(letters);
  }
  // Ids are ASCII, and a call of the encoder takes longer than their few letters.
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter >= 0x80) return encoder.encodeInto(text, letters).written;
    letters[at] = letter;
  }
  return text.length;
}

/** A table of these texts, which must differ. */
export function createTable(texts: Iterable<string> = []): ByteTable {
  const table = { view: viewOf(new Uint8Array(256)), starts: new Int32Array(17), slots: new Int32Array(32), count: 0 };
  for (const text of texts) addText(table, text);
  return table;
}

/** Bytes as a view. */
export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** The number of a text; -1 where it is not in the table. */
export function findText(table: ByteTable, text: string): number {
  const end = encode(text);
  return findBytes(table, lettersView, 0, end);
}

/** Adds a text, which must not be in the table, and gives its number. */
export function addText(table: ByteTable, text: string): number {
  const end = encode(text);
  return addBytes(table, lettersView, 0, end);
}

/** Adds the bytes from `from` to before `to`, which must not be in the table, and gives their number. */
export function addBytes(table: ByteTable, bytes: DataView, from: number, to: number): number {
  const at = table.count;
  const start = table.starts[at] as number;
  const end = start + to - from;
  if (end > table.view.byteLength) table.view = grownView(table.view, 2 * end);
  if (at + 2 > table.starts.length) {
    const starts = new Int32Array(2 * at + 2);
    starts.set(table.starts);
    table.starts = starts;
  }
  for (let next = from; next < to; next++) table.view.setUint8(start + next - from, bytes.getUint8(next));
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
export function findBytes(table: ByteTable, bytes: DataView, from: number, to: number): number {
  const { slots } = table;
  const mask = slots.length - 1;
  for (let slot = hash(bytes, from, to) & mask; ; slot = (slot + 1) & mask) {
    const text = (slots[slot] as number) - 1;
    if (text < 0 || isText(table, text, bytes, from, to)) return text;
  }
}

/** Whether text number `text` has these bytes. */
export function isText({ view, starts, count }: ByteTable, text: number, bytes: DataView, from: number, to: number) {
  if (text >= count) return false;
  const start = starts[text] as number;
  return (starts[text + 1] as number) - start === to - from && isSame(view, start, bytes, from, to);
}

/** The position behind text number `text` and a delimiter, if these bytes are what begins at `from`; else -1. */
export function skipText(
  { view, starts }: ByteTable,
  text: number,
  bytes: DataView,
  from: number,
  to: number,
  delimiter: number,
): number {
  const start = starts[text] as number;
  const end = from + (starts[text + 1] as number) - start;
  return end < to && bytes.getUint8(end) === delimiter && isSame(view, start, bytes, from, end) ? end + 1 : -1;
}

/** Whether the bytes at `start` in one view are those from `from` to before `to` in another. */
function isSame(view: DataView, start: number, bytes: DataView, from: number, to: number): boolean {
  let mine = start;
  let at = from;
  for (; at + 4 <= to; at += 4, mine += 4) if (view.getInt32(mine, true) !== bytes.getInt32(at, true)) return false;
  for (; at < to; at++, mine++) if (view.getUint8(mine) !== bytes.getUint8(at)) return false;
  return true;
}

function settle(table: ByteTable, text: number): void {
  const mask = table.slots.length - 1;
  let slot = hash(table.view, table.starts[text] as number, table.starts[text + 1] as number) & mask;
  while (table.slots[slot] !== 0) slot = (slot + 1) & mask;
  table.slots[slot] = text + 1;
}

/**
 * Four bytes at a time, each multiplied into what came before, and at the end the two mixing steps of MurmurHash3
 * (A. Appleby, public domain): ids are digits that differ in few bits, and all of them must reach the lower ones.
 */
function hash(bytes: DataView, from: number, to: number): number {
  let value = to - from;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    value = Math.imul(value ^ bytes.getInt32(at, true), 0x9e3779b1);
    value ^= value >>> 15;
  }
  for (; at < to; at++) value = Math.imul(value ^ bytes.getUint8(at), 0x9e3779b1);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

function grownView(from: DataView, size: number): DataView {
  const bytes = new Uint8Array(size);
  bytes.set(new Uint8Array(from.buffer, from.byteOffset, from.byteLength));
  return viewOf(bytes);
}
