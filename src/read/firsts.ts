/**
 * Who of many had a key first. A table of numbers by hash, as in scan-table.ts, that keeps no key: that of whoever is
 * found by its hash is made again and compared, so that two keys of one hash are never taken for each other. Of a
 * hundred thousand units, maps of their ids and names would be larger than the units themselves.
 */
export interface Firsts<T> {
  /** Everybody, whoever was first; several tables may share them. */
  readonly all: readonly T[];
  readonly keyOf: (one: T) => string;
  /** By hash two numbers: 1 + the position in `all`, 0 where none stands; and the hash. Slots are a power of two. */
  slots: Int32Array;
  taken: number;
}

const FEWEST = 32;

/** As many as a table has room for at first: one that grows must be gone through. Beyond that nobody is believed. */
const MOST_EXPECTED = 200_000;

/** Nobody noted yet; `keyOf` gives the same key for the same one every time. `expected`: how many there may be. */
export function createFirsts<T>(all: readonly T[], keyOf: (one: T) => string, expected = 0): Firsts<T> {
  const wanted = 2 * Math.min(expected, MOST_EXPECTED);
  const slots = wanted <= FEWEST ? FEWEST : 2 ** Math.ceil(Math.log2(wanted));
  return { all, keyOf, slots: new Int32Array(2 * slots), taken: 0 };
}

/**
 * The first that had the same key as the one at a position; undefined where this one is the first, which is then noted.
 * `hash` is that of its key, the same for the same key; 0: it has none.
 */
export function firstBefore<T>(firsts: Firsts<T>, at: number, hash: number): T | undefined {
  if (hash === 0) return undefined;
  const { all, keyOf, slots } = firsts;
  const mask = slots.length - 2;
  let slot = (hash << 1) & mask;
  for (let number = slots[slot] as number; number > 0; number = slots[slot] as number) {
    if (slots[slot + 1] === hash) {
      const other = all[number - 1] as T;
      if (keyOf(other) === keyOf(all[at] as T)) return other;
    }
    slot = (slot + 2) & mask;
  }
  slots[slot] = at + 1;
  slots[slot + 1] = hash;
  firsts.taken++;
  // Half of the slots are empty at least.
  if (4 * firsts.taken > slots.length) grow(firsts);
  return undefined;
}

function grow(firsts: Pick<Firsts<unknown>, 'slots'>): void {
  const old = firsts.slots;
  const slots = new Int32Array(2 * old.length);
  const mask = slots.length - 2;
  for (let from = 0; from < old.length; from += 2) {
    if (old[from] === 0) continue;
    const hash = old[from + 1] as number;
    let slot = (hash << 1) & mask;
    while (slots[slot] !== 0) slot = (slot + 2) & mask;
    slots[slot] = old[from] as number;
    slots[slot + 1] = hash;
  }
  firsts.slots = slots;
}
