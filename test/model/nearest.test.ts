import { describe, expect, it } from 'vitest';
import { fold, likeness, nearest } from '../../src/model/nearest.ts';

const UNITS = ['khanh-vinh', 'khanh-son', 'ninh-hoa', 'nha-trang'];

describe('the nearest name', () => {
  it.each([
    ['khanh-vin', 'khanh-vinh'],
    ['khanh-sonn', 'khanh-son'],
    ['Khánh-Vĩnh', 'khanh-vinh'],
    ['KHANH-VINH', 'khanh-vinh'],
    ['nhatrang', 'nha-trang'],
    ['ninh--hoa', 'ninh-hoa'],
    ['xyz', undefined],
    ['', undefined],
    ['  ', undefined],
  ])('to %j is %s', (word, found) => {
    expect(nearest(word, UNITS)).toBe(found);
  });

  it('differs by at most a third of the letters, but always by one', () => {
    expect(nearest('ab', ['ac'])).toBe('ac');
    expect(nearest('ab', ['cd'])).toBeUndefined();
    expect(nearest('abcdef', ['abcdxy'])).toBe('abcdxy');
    expect(nearest('abcdef', ['abcxyz'])).toBeUndefined();
    expect(nearest('a', ['b'])).toBe('b');
  });

  it('is the first of equals, unless a later one is nearer', () => {
    expect(nearest('tot', ['tat', 'tet'])).toBe('tat');
    expect(nearest('trung-binh', ['trung-bin', 'trung-binh'])).toBe('trung-binh');
    expect(nearest('trung-binh', ['trung-bimm', 'trung-bimh', 'trung-bin'])).toBe('trung-bimh');
  });

  it('does not look at words so long that looking would take long', () => {
    const long = 'a'.repeat(101);
    expect(nearest(long, [long])).toBeUndefined();
    expect(nearest('a'.repeat(100), ['a'.repeat(100)])).toBe('a'.repeat(100));
  });

  it('to no word is none', () => {
    expect(nearest('', ['a'])).toBeUndefined();
    expect(nearest(' \u200b', ['a', ''])).toBeUndefined();
  });

  it('counts letters added, dropped and changed', () => {
    expect(nearest('kitten', ['sitting'])).toBeUndefined();
    expect(nearest('kittenkit', ['sittingkit'])).toBe('sittingkit');
  });
});

describe('folding', () => {
  it.each([
    ['Đắk Lắk', 'dak lak'],
    ['  Hà   Nội ', 'ha noi'],
    ['Ha\u0300 No\u0323\u0302i', 'ha noi'],
    ['ＡＢＣ', 'abc'],
    ['a\u200bb', 'ab'],
  ])('makes %j %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('likeness', () => {
  it.each([
    ['Hoà', 'Hòa'],
    ['tóư', 'toứ'],
    ['Tốt', 'tốt'],
    ['Tốt', 'To\u0302\u0301t'],
    ['Khá  tốt', 'Khá tốt'],
    ['Khá', 'Kh\u00e1\u200b'],
    ['Đạt', 'đạt'],
    ['Đạt', '\u00d0ạt'],
    ['Đạt', '\u0189ạt'],
    ['Sở Y tế', '\u0405ở Y t\u0435\u0302\u0301'],
    ['Co', '\u0421\u03bf'],
  ])('takes %j and %j for one name', (a, b) => {
    expect(likeness(a)).toBe(likeness(b));
  });

  it.each([
    ['Ma', 'Má'],
    ['Khá', 'Kha'],
    ['Đa', 'Da'],
    ['Mạ', 'Mà'],
    ['Hoà Bình', 'Hoa Bình'],
    ['Bình Hoà', 'Bình Hoa'],
    ['a b', 'ab'],
    ['Tan\u00a0Định', 'TanĐịnh'],
  ])('tells %j from %j', (a, b) => {
    expect(likeness(a)).not.toBe(likeness(b));
  });
});
