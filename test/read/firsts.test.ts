/** Who had a key first: beside a map of keys, over many keys, some of them of one hash. */
import { expect, test } from 'vitest';
import { hashOf } from '../../src/model/hash.ts';
import { createFirsts, firstBefore } from '../../src/read/firsts.ts';

/** Of each the line of the first of its name, 0 where it is the first. */
function linesOf(names: readonly string[], expected = 0): readonly number[] {
  const keyOf = (at: number): string => (names[at] as string).toLowerCase();
  const firsts = createFirsts(keyOf, expected);
  return names.map((_, at) => 1 + firstBefore(firsts, at, hashOf(keyOf(at))));
}

test('the first of a key is found again, as its key and not as it is written', () => {
  expect(linesOf(['Xã A', 'Xã B', 'xã a', 'XÃ A', 'Xã C', 'xã b'])).toEqual([0, 0, 1, 1, 0, 2]);
});

test('an empty key is nobody’s', () => {
  expect(linesOf(['', 'a', '', 'A'])).toEqual([0, 0, 0, 2]);
});

test('of many keys each is found, and none taken for another', () => {
  const names = Array.from({ length: 50_000 }, (_, at) => `xã ${(at * 7919) % 40_009}`);
  const map = new Map<string, number>();
  const expected = names.map((name, at) => {
    const first = map.get(name) ?? 0;
    if (first === 0) map.set(name, at + 1);
    return first;
  });
  expect(linesOf(names)).toEqual(expected);
  for (const number of [1000.5, 50_000, 1_000_000]) expect(linesOf(names, number)).toEqual(expected);
});

test('keys of one hash stay apart', () => {
  // FNV-1a of 32 bits over the letters gives both words of each pair the same number.
  for (const [one, other] of COLLISIONS) {
    expect(plainly(one)).toBe(plainly(other));
    expect(hashOf(one)).toBe(hashOf(other));
    expect(linesOf([one, other, other, one])).toEqual([0, 0, 2, 1]);
  }
});

const COLLISIONS = [
  ['costarring', 'liquid'],
  ['declinate', 'macallums'],
] as const;

function plainly(text: string): number {
  let hash = 0x811c9dc5n;
  for (const letter of text) hash = ((hash ^ BigInt(letter.charCodeAt(0))) * 0x01000193n) & 0xffffffffn;
  return Number(hash);
}
