/** The number of a likeness: the same wherever the likeness is, over letters and marks that are put together at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likenessHash, likenessOfLetters } from '../../src/model/likeness-hash.ts';
import { likeness } from '../../src/model/nearest.ts';

describe('the number of a likeness', () => {
  it.each([
    ['Hoà', 'Hòa'],
    ['Xã Tân Lập', 'xã  TÂN lập '],
    ['Xã A', 'Xã\u00a0A'],
    ['Đắk Lắk', 'ÐẮK LẮK'],
    ['Hải', 'Ha\u0309i'],
    ['Ｘã １', 'Xã 1'],
    ['Са', 'Ca'],
    ['Xã\u200b A', 'Xã A'],
    ['ΟΔΟΣ', 'οδος'],
    ['ﬁ', 'fi'],
    ['a\u00adb', 'ab'],
    ['\u00a8a', '\u0308a'],
    ['𝐀b', 'Ab'],
  ])('is one for %j and %j', (one, other) => {
    expect(likeness(one)).toBe(likeness(other));
    expect(likenessHash(one)).toBe(likenessHash(other));
    expect(likenessHash(one)).not.toBe(0);
  });

  it.each([
    ['Hoa', 'Hòa'],
    ['Xã AB', 'Xã A B'],
    ['Xã 12', 'Xã 21'],
    ['Hòa ba', 'Hoa bà'],
    ['Đa', 'Da'],
    ['ខេត្ត', 'ខេត្ត ក'],
    ['ab', 'a'],
  ])('is another for %j than for %j', (one, other) => {
    expect(likenessHash(one)).not.toBe(likenessHash(other));
  });

  it('is 0 where nothing is seen', () => {
    expect(['', ' ', '\u00a0 ', '\u00ad', '\u200b'].map((text) => likenessHash(text))).toEqual([0, 0, 0, 0, 0]);
  });

  it.each(['Xã A', 'Đắk Lắk', '', ' ', 'Ha\u0309i', 'a\u00adb'])('is that of the letters %j among others', (text) => {
    const letters = Uint16Array.from(`x${text}y`, (letter) => letter.charCodeAt(0));
    expect(likenessOfLetters(letters, 1, 1 + text.length)).toBe(likenessHash(text));
  });

  it.each(['Са', 'ﬁ', '𝐀', 'ឯ'])('of letters is not known where they are %j', (text) => {
    const letters = Uint16Array.from([...Array(text.length).keys()], (at) => text.charCodeAt(at));
    expect(likenessOfLetters(letters, 0, text.length)).toBeUndefined();
  });

  it('is the same for any two texts of one likeness', () => {
    const letter = fc.constantFrom(
      ...'aAàÀáãâđĐdÐðeoOóôøßẞİıﬁ½²ªŉĳ ¨´\u00a0\u00ad\u0300\u0323\u0302\u0307аАΣσςｘ𝐀ក្ុ\u20d0\u0483가',
    );
    const word = fc.array(letter, { maxLength: 5 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, word, fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'), (one, other, form) => {
        const same = [one.normalize(form), ` ${one}  `, one.toUpperCase(), one.toLowerCase(), likeness(one), other];
        for (const text of same) {
          if (likeness(text) === likeness(one)) expect(likenessHash(text)).toBe(likenessHash(one));
        }
        expect(likenessHash(one) === 0).toBe(likeness(one) === '');
      }),
      { numRuns: 20_000, seed: 7 },
    );
  });
});
