/**
 * Who of many had a key first. A table of numbers by hash, as in scan-table.ts, that keeps no key: that of whoever is
 * found by its hash is made again and compared, so that two keys of one hash are never taken for each other. Of a
 * hundred thousand units, a map of their names would be larger than the units themselves. kernel/units.ts looks there, too.
 */
import { APART, type Room } from '../model/room.ts';

export interface Firsts {
  /** The key of whoever stands at a position. */
  readonly keyOf: (at: number) => string;
  /** By hash two numbers: 1 + a position, 0 where none stands; and the hash. Slots are a power of two. */
  slots: Int32Array;
  readonly room: Room;
}

const FEWEST = 32;

/**
 * Nobody noted yet; `keyOf` gives the same key for the same position every time. There is room for so many that are
 * `expected`: a table that grows must be gone through.
 */
export function createFirsts(keyOf: (at: number) => string, expected = 0, room: Room = APART): Firsts {
  const wanted = 2 * expected;
  const slots = wanted <= FEWEST ? FEWEST : 2 ** Math.ceil(Math.log2(wanted));
  return { keyOf, room, slots: room.int32(2 * slots) };
}

/**
 * The position of the first that had the same key as the one at `at`; -1 where this one is the first, which is then noted.
 * `hash` is that of its key, the same for the same key; 0: it has none.
 */
export function firstBefore(firsts: Firsts, at: number, hash: number): number {
  if (hash === 0) return -1;
  // Half of the slots are empty at least.
  while (4 * at > firsts.slots.length) grow(firsts);
  const { keyOf, slots } = firsts;
  const mask = slots.length - 2;
  let slot = (hash << 1) & mask;
  for (let number = slots[slot] as number; number > 0; number = slots[slot] as number) {
    if (slots[slot + 1] === hash && keyOf(number - 1) === keyOf(at)) return number - 1;
    slot = (slot + 2) & mask;
  }
  slots[slot] = at + 1;
  slots[slot + 1] = hash;
  return -1;
}

/** Makes the table twice as large. */
export function grow(firsts: Firsts): void {
  const old = firsts.slots;
  const slots = firsts.room.int32(2 * old.length);
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
