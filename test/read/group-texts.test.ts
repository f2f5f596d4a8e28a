/** The texts of groups: one for each, found again among letters. */
import { expect, it } from 'vitest';
import { hashOf } from '../../src/model/hash.ts';
import { createGroupTexts } from '../../src/read/group-texts.ts';

const lettersOf = (text: string) => Uint16Array.from([...text], (letter) => letter.charCodeAt(0));

it('one stands for all that are the same, and says whether it is declared', () => {
  const groups = createGroupTexts(['xa', 'phường']);
  expect(groups.of('xa')).toEqual({ number: 0, text: 'xa', hash: hashOf('xa'), isDeclared: true });
  expect(groups.of(['x', 'a'].join(''))).toBe(groups.of('xa'));
  expect(groups.of('xã').isDeclared).toBe(false);
  expect(createGroupTexts([]).of('xã').isDeclared).toBe(true);
});

it('one that was named is found among letters, and no other', () => {
  const groups = createGroupTexts([]);
  const letters = lettersOf('a,phường,xã');
  expect(groups.among(letters, 2, 8)).toBeUndefined();
  const known = groups.of('phường');
  expect(groups.among(letters, 2, 8)).toBe(known);
  expect([groups.among(letters, 2, 7), groups.among(letters, 9, 11), groups.among(letters, 2, 2)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('two of one hash stay apart', () => {
  // The words of one number under FNV-1a of 32 bits that firsts.test.ts knows.
  expect(hashOf('costarring')).toBe(hashOf('liquid'));
  const groups = createGroupTexts([]);
  const one = groups.of('costarring');
  expect(groups.among(lettersOf('liquid'), 0, 6)).toBeUndefined();
  expect(groups.of('liquid')).not.toBe(one);
  expect([groups.of('costarring'), groups.among(lettersOf('liquid'), 0, 6)]).toEqual([one, groups.of('liquid')]);
});
