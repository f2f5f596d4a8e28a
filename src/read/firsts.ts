/**
 * Who of many had a key first. A table of numbers by hash, as in scan-table.ts, that keeps no key: that of whoever is
 * found by its hash is made again and compared, so that two keys of one hash are never taken for each other. Of a
 * hundred thousand units, maps of their ids and names would be larger than the units themselves.
 */
export interface Firsts<T> extends Hashed {
  readonly keyOf: (one: T) => string;
  readonly hashOf: (one: T) => number;
  /** All that were noted, each the first of its key. */
  readonly noted: T[];
}

interface Hashed {
  /** Of their keys. */
  hashes: Int32Array;
  /** 1 + the position in `noted`, by hash; 0 where none stands. Its length is a power of two. */
  slots: Int32Array;
}

/**
 * Nobody yet; `keyOf` gives the same key for the same one every time, and `hashOf` the same number for the same key,
 * 0 for whoever has none.
 */
export function createFirsts<T>(keyOf: (one: T) => string, hashOf: (one: T) => number): Firsts<T> {
  return { keyOf, hashOf, noted: [], hashes: new Int32Array(16), slots: new Int32Array(32) };
}

/** The first that had the same key; undefined where this one is the first, which is then noted, or has no key. */
export function firstBefore<T>(firsts: Firsts<T>, one: T): T | undefined {
  const { keyOf, noted } = firsts;
  const hash = firsts.hashOf(one);
  if (hash === 0) return undefined;
  const mask = firsts.slots.length - 1;
  let slot = hash & mask;
  for (let at = firsts.slots[slot] as number; at > 0; at = firsts.slots[slot] as number) {
    const other = noted[at - 1] as T;
    if (firsts.hashes[at - 1] === hash && keyOf(other) === keyOf(one)) return other;
    slot = (slot + 1) & mask;
  }
  if (noted.length === firsts.hashes.length) grow(firsts, noted.length);
  firsts.hashes[noted.length] = hash;
  noted.push(one);
  settle(firsts, noted.length);
  return undefined;
}

/** Twice the room, of which half is empty at most. */
function grow(firsts: Hashed, count: number): void {
  const hashes = new Int32Array(2 * firsts.hashes.length);
  hashes.set(firsts.hashes);
  firsts.hashes = hashes;
  firsts.slots = new Int32Array(2 * firsts.slots.length);
  for (let number = 1; number <= count; number++) settle(firsts, number);
}

function settle({ hashes, slots }: Hashed, number: number): void {
  const mask = slots.length - 1;
  let slot = (hashes[number - 1] as number) & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = number;
}
