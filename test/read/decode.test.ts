/** Bytes to characters, every byte of them; and which encoding bytes are probably in. */
import { describe, expect, it } from 'vitest';
import { decode, decodeLoosely, encodingLike, readableBytes, utf16ByMark } from '../../src/read/decode.ts';
import { decodeTcvn3, strangeByte } from '../../src/read/tcvn3.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...all: readonly (string | number)[]) =>
  Uint8Array.from(all.flatMap((one) => (typeof one === 'number' ? [one] : [...utf8(one)])));

describe('UTF-16', () => {
  it('is told by its mark, either way round', () => {
    expect(utf16ByMark(bytes(0xff, 0xfe, 0x61, 0))).toBe('utf-16le');
    expect(utf16ByMark(bytes(0xfe, 0xff, 0, 0x61))).toBe('utf-16be');
    for (const other of [
      bytes(),
      bytes(0xff),
      bytes(0xfe),
      bytes(0xff, 0x61),
      bytes(0xfe, 0x61),
      bytes(0x61, 0xfe),
      bytes(0x61, 0xff),
    ]) {
      expect(utf16ByMark(other)).toBeUndefined();
    }
  });
});

describe('decoding', () => {
  it('takes one mark away and gives nothing where a byte is strange', () => {
    expect(decode(utf8('\ufeffế'), 'utf-8')).toBe('ế');
    expect(decode(bytes('a', 0xe1, 'b'), 'utf-8')).toBeUndefined();
    expect(decode(bytes('a', 0xe1, 0xba), 'utf-8')).toBeUndefined();
    // In windows-1258 0xD0 is Đ.
    expect(decode(bytes(0xd0, 'a'), 'windows-1258')).toBe('Đa');
    expect(decode(bytes('a', 0x85), 'tcvn3')).toBeUndefined();
  });

  it('for showing puts a mark in the place of what cannot be read', () => {
    expect(decodeLoosely(bytes('a', 0xff, 'b'), 'utf-8')).toBe('a\ufffdb');
    expect(decodeLoosely(bytes('a', 0x80, 0x9f, 0xb8), 'tcvn3')).toBe('a??á');
    expect(decodeLoosely(bytes(0xa0, 0x9f), 'tcvn3')).toBe('\u00a0?');
  });
});

describe('TCVN3', () => {
  // TCVN 5712:1993, third form: the small vowels from 0xB5 on, each with its marks.
  it.each([
    [0xa0, '\u00a0'],
    [0xa1, 'Ă'],
    [0xa7, 'Đ'],
    [0xa8, 'ă'],
    [0xae, 'đ'],
    [0xb5, 'à'],
    [0xb8, 'á'],
    [0xb9, 'ạ'],
    [0xcc, 'è'],
    [0xd0, 'é'],
    [0xdf, 'ò'],
    [0xe1, 'ỏ'],
    [0xfe, 'ỵ'],
  ])('%i is %s', (byte, letter) => {
    expect(decodeTcvn3(bytes(byte))).toBe(letter);
  });

  it('has no bytes from 0x80 to 0x9F', () => {
    expect(strangeByte(bytes('ab', 0x7f, 0xa0, 0xff))).toBe(-1);
    expect(strangeByte(bytes('ab', 0x80))).toBe(2);
    expect(strangeByte(bytes('ab', 0x9f, 0x80))).toBe(2);
  });

  it('is decoded in pieces that hang together', () => {
    const long = bytes('x'.repeat(8191), 0xb8, 0xae, 'y'.repeat(8192));
    expect(decodeTcvn3(long)).toBe(`${'x'.repeat(8191)}áđ${'y'.repeat(8192)}`);
    expect(decodeTcvn3(bytes())).toBe('');
  });
});

describe('the bytes that can be read', () => {
  it.each<[string, Uint8Array, string, number]>([
    ['a strange byte', bytes('abc', 0xff, 'd'), 'utf-8', 3],
    ['one at the beginning', bytes(0xff, 'abc'), 'utf-8', 0],
    ['one below several lines', bytes('ế\nb\nc', 0xff), 'utf-8', 7],
    ['a letter that is cut off at the end', bytes('ab', 0xe1, 0xba), 'utf-8', 2],
    ['a letter that is cut off by the next', bytes('ab\n', 0xe1, 0xba, 'c'), 'utf-8', 3],
    ['a long letter that is cut off', bytes('a', 0xf0, 0x9f, 0x91), 'utf-8', 1],
    ['a byte that TCVN3 does not have', bytes('ab', 0xb8, 0x85), 'tcvn3', 3],
    // Half a pair of UTF-16: D83D without what follows.
    ['half a pair', Uint8Array.of(0x61, 0, 0x3d, 0xd8, 0x62, 0), 'utf-16le', 2],
    // Below a line, and below ਢ (0A22), of which one byte is that of a line's end.
    ['half a pair', Uint8Array.of(0x61, 0, 0x0a, 0, 0x22, 0x0a, 0x63, 0, 0x3d, 0xd8, 0x64, 0), 'utf-16le', 8],
    ['half a pair', Uint8Array.of(0, 0x61, 0x0a, 0x22, 0, 0x63, 0xd8, 0x3d, 0, 0x64), 'utf-16be', 6],
    ['a byte in the midst of lines', bytes('a\nb\nc\n', 0xff, 'd\ne\n'), 'utf-8', 6],
    ['a letter that is cut off at the beginning of a line', bytes('ab\n', 0xe1), 'utf-8', 3],
  ])('end at %s', (_, all, encoding, good) => {
    expect(readableBytes(all, encoding)).toBe(good);
  });
});

describe('the probable encoding', () => {
  it('is the one under which every letter beyond ASCII is one', () => {
    // "Khánh Hòa" in TCVN3; "Thuế" in windows-1258, with the acute as a letter of its own.
    expect(encodingLike(bytes('Kh', 0xb8, 'nh H', 0xdf, 'a'))).toBe('tcvn3');
    expect(encodingLike(bytes('Thu', 0xea, 0xec))).toBe('windows-1258');
    expect(encodingLike(bytes('plain'))).toBeUndefined();
    expect(encodingLike(bytes())).toBeUndefined();
    // In either encoding one of these is a sign.
    expect(encodingLike(bytes(0x85, 0xb1))).toBeUndefined();
    // In windows-1258 a letter and a sign of copyright, which is none.
    expect(encodingLike(bytes('S', 0xe1, ' ', 0xa9))).toBe('tcvn3');
  });

  it('is the one under which the fewest letters are foreign', () => {
    // "Sở Y tế" in TCVN3 is "Së Y tÕ" under windows-1258, or "tƠ": letters all the same.
    expect(encodingLike(bytes('S', 0xeb, ' Y t', 0xd5))).toBe('tcvn3');
    // "Huế" in windows-1258, of which TCVN3 makes "Huờợ".
    expect(encodingLike(bytes('Hu', 0xea, 0xec, ', ', 0xd0, 0xd2))).toBe('windows-1258');
  });

  it('is told by the beginning', () => {
    expect(encodingLike(bytes('Kh', 0xb8, 'x'.repeat(65_536), 0x85))).toBe('tcvn3');
  });
});
