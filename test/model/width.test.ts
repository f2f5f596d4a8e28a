import { describe, expect, it } from 'vitest';
import { clusters, displayWidth, padTo, wrap } from '../../src/model/width.ts';

const NFD = 'Khánh Vĩnh'.normalize('NFD');

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));

describe('the width of a text', () => {
  it.each([
    ['', 0],
    ['Khánh Vĩnh', 10],
    [NFD, 10],
    ['Đắk Lắk', 7],
    ['省', 2],
    ['省份 A', 6],
    ['ｱ', 1],
    ['Ａ', 2],
    ['한', 2],
    ['한'.normalize('NFD'), 2],
    ['👍', 2],
    ['👍🏽', 2],
    ['🇻🇳', 2],
    ['☀\ufe0f', 2],
    ['a\u200bb', 2],
    ['\u0301', 0],
    ['–', 1],
    ['…', 1],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('is one column for each character that gets no closer look, as a closer look says too', () => {
    const ranges = [
      [0x20, 0x7e],
      [0xa0, 0xac],
      [0xae, 0x2ff],
      [0x1e00, 0x1eff],
      [0x2010, 0x2027],
      [0x2500, 0x257f],
    ];
    const quick = [...'←↑→↓−≈≤≥', ...ranges.flatMap(([from = 0, to = 0]) => range(from, to))];
    // A wide character beside it asks for the closer look.
    const wrong = quick.filter((each) => displayWidth(each) !== 1 || displayWidth(`國${each}`) !== 3);
    expect(wrong).toEqual([]);
  });

  it('is that of its pieces, which are letters with their marks', () => {
    expect(clusters(NFD)).toEqual([...'Khánh Vĩnh'].map((letter) => letter.normalize('NFD')));
    expect(clusters('a👍🏽🇻🇳')).toEqual(['a', '👍🏽', '🇻🇳']);
    expect(clusters('abc')).toEqual(['a', 'b', 'c']);
    expect(clusters('')).toEqual([]);
  });
});

describe('padding', () => {
  it('fills up to the width, on the side asked for', () => {
    expect(padTo('Khá', 6, 'left')).toBe('Khá   ');
    expect(padTo('Khá', 6, 'right')).toBe('   Khá');
    expect(padTo('Khá', 6, 'center')).toBe(' Khá  ');
    expect(padTo('Khá'.normalize('NFD'), 6, 'right')).toBe(`   ${'Khá'.normalize('NFD')}`);
    expect(padTo('省', 4, 'left')).toBe('省  ');
  });

  it('leaves alone what is as wide or wider', () => {
    expect(padTo('Khá', 3, 'left')).toBe('Khá');
    expect(padTo('Khánh', 3, 'right')).toBe('Khánh');
  });
});

describe('wrapping', () => {
  it('breaks between words', () => {
    expect(wrap('Công tác chỉ đạo, điều hành', 12)).toEqual(['Công tác chỉ', 'đạo, điều', 'hành']);
    expect(wrap('Công tác', 8)).toEqual(['Công tác']);
    expect(wrap('Công tác', 7)).toEqual(['Công', 'tác']);
    expect(wrap('', 5)).toEqual(['']);
  });

  it('leaves every blank of a text that fits', () => {
    expect(wrap('  a', 3)).toEqual(['  a']);
    expect(wrap('a  b ', 9)).toEqual(['a  b ']);
  });

  it('breaks inside a word only where the word alone is wider', () => {
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(wrap('ab abcdefgh', 4)).toEqual(['ab', 'abcd', 'efgh']);
  });

  it('breaks no letter from its marks, and no wide one in two', () => {
    const word = 'ĩĩĩ'.normalize('NFD');
    expect(wrap(word, 2)).toEqual(['ĩĩ'.normalize('NFD'), 'ĩ'.normalize('NFD')]);
    expect(wrap('省省省', 3)).toEqual(['省', '省', '省']);
    // One that is wider than the line stands alone on it.
    expect(wrap('省省', 1)).toEqual(['省', '省']);
  });

  it('loses no word and makes no line wider than asked', () => {
    const text = 'Bộ tiêu chí đánh giá, xác định Chỉ số cải cách hành chính';
    for (const width of [1, 2, 5, 8, 13, 40, 100]) {
      const lines = wrap(text, width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
    }
  });
});
