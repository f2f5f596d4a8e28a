/**
 * Who of many had a key first. Keys that rise one after the other, as the ids of most lists do, repeat nothing. Once one
 * does not, there is a table of numbers by hash, as in scan-table.ts, that keeps no key: that of whoever is found by its
 * hash is made again and compared, so that two keys of one hash are never taken for each other. Of a hundred thousand
 * units, maps of their ids and names would be larger than the units themselves.
 */
export interface Firsts<T> {
  readonly keyOf: (one: T) => string;
  /** All that were noted, each the first of its key. */
  readonly noted: T[];
  /** The last key, while each is greater than the one before. */
  greatest: string;
  /** Undefined for as long. */
  table: Hashed | undefined;
}

interface Hashed {
  /** Of their keys. */
  hashes: Int32Array;
  /** 1 + the position in `noted`, by hash; 0 where none stands. Its length is a power of two. */
  slots: Int32Array;
}

/** Nobody yet; `keyOf` gives the same key for the same one every time. */
export function createFirsts<T>(keyOf: (one: T) => string): Firsts<T> {
  return { keyOf, noted: [], greatest: '', table: undefined };
}

/** The first that had the same key; undefined where this one is the first, which is then noted. An empty key is none. */
export function firstBefore<T>(firsts: Firsts<T>, one: T): T | undefined {
  const { keyOf, noted } = firsts;
  const key = keyOf(one);
  if (key === '') return undefined;
  if (firsts.table === undefined) {
    if (key > firsts.greatest) {
      firsts.greatest = key;
      noted.push(one);
      return undefined;
    }
    firsts.table = { hashes: new Int32Array(16), slots: new Int32Array(32) };
    for (const [at, earlier] of noted.entries()) note(firsts.table, at, hashOf(keyOf(earlier)));
  }
  const { table } = firsts;
  const hash = hashOf(key);
  const mask = table.slots.length - 1;
  let slot = hash & mask;
  for (let at = table.slots[slot] as number; at > 0; at = table.slots[slot] as number) {
    const other = noted[at - 1] as T;
    if (table.hashes[at - 1] === hash && keyOf(other) === key) return other;
    slot = (slot + 1) & mask;
  }
  note(table, noted.length, hash);
  noted.push(one);
  return undefined;
}

/** Enters the one at a position, behind all before it. */
function note(table: Hashed, at: number, hash: number): void {
  if (at === table.hashes.length) grow(table, at);
  table.hashes[at] = hash;
  settle(table, at + 1);
}

/** Twice the room, of which half is empty at most. */
function grow(table: Hashed, count: number): void {
  const hashes = new Int32Array(2 * table.hashes.length);
  hashes.set(table.hashes);
  table.hashes = hashes;
  table.slots = new Int32Array(2 * table.slots.length);
  for (let number = 1; number <= count; number++) settle(table, number);
}

function settle({ hashes, slots }: Hashed, number: number): void {
  const mask = slots.length - 1;
  let slot = (hashes[number - 1] as number) & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = number;
}

/** FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo) over the characters, and the last mixing steps of MurmurHash3 (A. Appleby). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
