/** What each byte is, and the ways over a cell, by both engines: with positions counted by hand. */
import { describe, expect, it } from 'vitest';
import { ESCAPED, LETTERS, MORE, ODD } from '../../../src/read/kernel/bytes.ts';
import { CLOSED } from '../../../src/read/kernel/map.ts';
import { Memory } from '../../../src/read/kernel/memory.ts';
import { layKinds } from '../../../src/read/scan-bytes.ts';
import { behind, meaning, place } from './bytes-by-hand.ts';
import { ENGINES } from './engines.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe.each(ENGINES)('%s', (_, engineOf) => {
  const memory = new Memory();
  const kernel = engineOf(memory);

  /** The kinds of a delimiter, in the memory from then on. */
  const separate = (delimiter: string) => {
    layKinds(memory, delimiter);
    return delimiter.charCodeAt(0);
  };

  /** Where the cell in quotes ends that begins at `from`, behind its closing quote, and its marks; or that it does not. */
  function quoted(written: string | Uint8Array, from = 0, to?: number) {
    const end = place(memory, written);
    const marks = kernel.skipQuoted(memory, from + 1, to ?? end);
    return marks < 0 ? marks : [memory.own(CLOSED) + 1, marks];
  }

  /** Behind the cell stand four bytes more, as in a piece. */
  function words(written: string | Uint8Array, from: number, delimiter: string) {
    const byte = separate(delimiter);
    return kernel.skipWords(memory, from, place(memory, written), byte);
  }

  describe('a byte', () => {
    it('has a kind, which says whether it is a letter or an end', () => {
      separate(';');
      const kind = (letter: string) => {
        place(memory, letter);
        return kernel.kindAt(memory, 0);
      };
      expect(['a', 'ế', ' ', '~', '\t', ','].map(kind).map(kernel.isLetter)).toEqual(Array(6).fill(true));
      expect([';', '\n', '\r', '"', '\0', '\x7f'].map(kind).map(kernel.isLetter)).toEqual(Array(6).fill(false));
      expect([';', '\n', '\r'].map(kind).map(kernel.isEnd)).toEqual([true, true, true]);
      expect(['a', 'ế', '"', '\0', ',', '\x7f'].map(kind).map(kernel.isEnd)).toEqual(Array(6).fill(false));
    });

    it('is plain where it is no more than a letter', () => {
      separate(',');
      const isPlain = (text: string, from = 0, to?: number) => {
        const end = place(memory, text);
        return kernel.isPlain(memory, from, to ?? end);
      };
      expect(['', 'a-1', 'xã 1', 'a;b'].map((text) => isPlain(text))).toEqual([true, true, true, true]);
      expect(['a,b', ',', 'a"', 'a\n', '\0a', 'ế,'].map((text) => isPlain(text))).toEqual(Array(6).fill(false));
      expect(isPlain('ab,', 0, 2)).toBe(true);
      expect(isPlain('ab,', 0, 3)).toBe(false);
      expect(isPlain(',ab', 1)).toBe(true);
    });

    it('of a cell in quotes may be a delimiter, but neither a line end nor a quote', () => {
      for (const delimiter of [',', ';', '\t', '|']) {
        separate(delimiter);
        for (let byte = 0; byte < 256; byte++) {
          const found = quoted(Uint8Array.of(0x22, 0x61, byte, 0x61, 0x61, 0x61, 0x22, 0x0a));
          const isLetter = ['letter', 'delimiter'].includes(meaning(byte, delimiter));
          expect([byte, found]).toEqual([byte, isLetter ? [7, 0] : byte === 0x22 ? [3, 0] : ODD]);
        }
      }
    });
  });

  describe('a letter outside ASCII', () => {
    it('is well-formed, turns no writing and is not composed to a delimiter', () => {
      const comma = separate(',');
      let sound = 0;
      for (let one = 0x80; one < 0x100; one++) {
        for (let two = 0x7e; two < 0xc2; two++) {
          for (const three of [0x7f, 0x80, 0xa5, 0xa6, 0xa7, 0xa8, 0xa9, 0xaa, 0xae, 0xaf, 0xbf, 0xc0]) {
            const letter = [one, two, three, 0xbf].slice(0, one < 0xe0 ? 2 : one < 0xf0 ? 3 : 4);
            const length = behind(letter);
            if (length > 0) sound++;
            const all = Uint8Array.of(...letter, 0x0a, 0, 0, 0, 0);
            memory.bytes.set(all);
            const next = kernel.skipLetter(memory, 0, all.length);
            if (next !== (length < 0 ? ODD : length)) expect([letter, next]).toEqual([letter, length]);
            const over = kernel.skipWords(memory, 0, all.length, comma);
            if (over !== length) expect([letter, over]).toEqual([letter, length]);
          }
        }
      }
      // Of 12 third bytes 10 are sound. Two bytes: 30 × 64 - 32 - 1 pairs, all 12 times. Three: 32 + 12 × 64 + 32 + 2 × 64
      // pairs, 10 times, but for A8-AE (4 of those tried) behind E2 80, A6-A9 (4) behind E2 81, BF behind EF BB. Four: 48 + 3 × 64 + 16.
      expect(sound).toBe(12 * 1887 + 10 * 960 - 9 + 10 * 256);
    });

    it('has a fourth byte of 80-BF', () => {
      const skip = (fourth: number) => {
        const end = place(memory, Uint8Array.of(0xf0, 0x9f, 0x91, fourth, 0x0a));
        return kernel.skipLetter(memory, 0, end);
      };
      expect([0x7f, 0x80, 0xbf, 0xc0].map(skip)).toEqual([ODD, 4, 4, ODD]);
    });

    it('has its end elsewhere where not all of it is there', () => {
      for (const letter of ['é', 'ế', '👍']) {
        const { length } = encode(letter);
        place(memory, letter);
        for (let to = 1; to < length; to++)
          expect([letter, to, kernel.skipLetter(memory, 0, to)]).toEqual([letter, to, MORE]);
        expect(kernel.skipLetter(memory, 0, length)).toBe(length);
      }
      // What it can only be is seen at its first byte.
      place(memory, Uint8Array.of(0xc1));
      expect(kernel.skipLetter(memory, 0, 1)).toBe(ODD);
    });

    it('is odd in quotes as it is without', () => {
      separate(',');
      for (const odd of ['\u037e', '\u0085', '\u2028', '\ufeff']) {
        expect(quoted(`"${odd}"\n`)).toBe(ODD);
        expect(words(`${odd}\n`, 0, ',')).toBe(-1);
      }
    });
  });

  describe('a cell in quotes', () => {
    it.each([
      ['"a,b"\n', 0, [5, 0]],
      ['""\n', 0, [2, 0]],
      ['x,"a""b",\n', 2, [8, ESCAPED]],
      ['"ế""",\n', 0, [7, ESCAPED | LETTERS]],
      ['"ế",\n', 0, [5, LETTERS]],
      ['"a\n', 0, ODD],
      ['"a\n"\n', 0, ODD],
      ['"a""\n', 0, ODD],
      ['"a', 0, MORE],
      ['"a"', 0, MORE],
      ['"a""', 0, MORE],
      ['"', 0, MORE],
    ] as const)('%j from %i ends at %j', (text, from, end) => {
      separate(',');
      expect(quoted(text, from)).toEqual(end);
    });

    it('has its end elsewhere where it lies behind what may be looked at', () => {
      separate(',');
      // A letter of three bytes, then the closing quote, and what is behind it.
      expect([1, 2, 3, 4, 5].map((to) => quoted('"ế",\n', 0, to))).toEqual(Array(5).fill(MORE));
      expect(quoted('"ế",\n', 0, 6)).toEqual([5, LETTERS]);
    });
  });

  describe('a cell without quotes', () => {
    it('ends at a delimiter or line end in any place of a word, and is odd with anything else', () => {
      for (const delimiter of [',', ';', '\t', '|']) {
        for (const letter of ['-', 'a', '~', ' ', delimiter === ';' ? ',' : '{', '}', ':', '<']) {
          for (let byte = 0; byte < 256; byte++) {
            for (let at = 0; at < 5; at++) {
              const all = encode(`${letter.repeat(9)}\n`);
              all[at] = byte;
              const end = byte === 0x0d ? 'end' : meaning(byte, delimiter);
              const expected = { letter: 9, delimiter: at, end: at, odd: -1 }[end];
              const found = words(all, 0, delimiter);
              if (found !== expected) expect([delimiter, letter, byte, at, found]).toEqual([expected]);
            }
          }
        }
      }
      expect(words('aaaa,', 0, ',')).toBe(4);
    });

    it('begins anywhere and has letters of any length', () => {
      for (let from = 0; from < 6; from++) {
        const text = `${'x'.repeat(from)}aaaaếaaaaa👍b,\n`;
        expect(words(text, from, ',')).toBe(from + 4 + 3 + 5 + 4 + 1);
      }
      expect(words('aaaaế\u037e,\n', 0, ',')).toBe(-1);
    });
  });
});
