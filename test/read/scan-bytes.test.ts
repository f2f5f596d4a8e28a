/** Bytes to the cells of a row, with positions counted by hand and letters as The Unicode Standard, table 3-7, has them. */
import { describe, expect, it } from 'vitest';
import * as bytes from '../../src/read/scan-bytes.ts';

const { createRow, ESCAPED, LETTERS, MORE, ODD, splitRow } = bytes;

const encode = (text: string) => new TextEncoder().encode(text);
const viewOf = (of: Uint8Array) => new DataView(of.buffer, of.byteOffset, of.byteLength);

const rows = new Map([',', ';', '\t', '|'].map((delimiter) => [delimiter, createRow(delimiter)]));
const rowOf = (delimiter: string) => rows.get(delimiter) as bytes.Row;

/** The position after the row, and of each cell where it begins, where it ends, and its marks. */
function split(text: string | Uint8Array, { from = 0, to = -1, delimiter = ',' } = {}) {
  const all = typeof text === 'string' ? encode(text) : text;
  const row = rowOf(delimiter);
  row.count = 0;
  const next = splitRow(all, from, to < 0 ? all.length : to, row, 0);
  const cells = Array.from({ length: row.count }, (_, at) => [row.starts[at], row.ends[at], row.marks[at]]);
  return { next, cells };
}

describe('a row', () => {
  it.each([
    ['a,bc,\nd', 6, [0, 1, 0], [2, 4, 0], [5, 5, 0]],
    ['\n', 1, [0, 0, 0]],
    ['a\r\nb', 3, [0, 1, 0]],
    [',\r\n', 3, [0, 0, 0], [1, 1, 0]],
    ['"a,b",""\n', 9, [1, 4, 0], [7, 7, 0]],
    ['"a",b\n', 6, [1, 2, 0], [4, 5, 0]],
    ['"a"\r\n', 5, [1, 2, 0]],
    ['"a""",b\n', 8, [1, 4, ESCAPED], [6, 7, 0]],
    ['""""\n', 5, [1, 3, ESCAPED]],
    ['ế,a,ế\n', 10, [0, 3, LETTERS], [4, 5, 0], [6, 9, LETTERS]],
    ['"ế","a",b\n', 12, [1, 4, LETTERS], [7, 8, 0], [10, 11, 0]],
    ['a\tb;|c\n', 7, [0, 6, 0]],
  ] as [string, number, ...number[][]][])('%j ends at %i', (text, next, ...cells) => {
    expect(split(text)).toEqual({ next, cells });
  });

  it('keeps both marks of a cell, and none of them for the next', () => {
    // """ế" is 8 bytes, é two.
    expect(split('"""ế",a,"é"\n').cells).toEqual([
      [1, 6, ESCAPED | LETTERS],
      [8, 9, 0],
      [11, 13, LETTERS],
    ]);
    expect(split('é"').next).toBe(ODD);
  });

  it.each(['', 'a', 'a,', '"a', '"a,', '"a"', '"a""', 'a\r', '"a"\r', '"', 'a,"b"'])(
    '%j has its end elsewhere',
    (text) => {
      expect(split(text).next).toBe(MORE);
    },
  );

  it.each([
    'a"\n',
    'a"b"\n',
    '\0a",b\n',
    '"a"b\n',
    '"a" \n',
    'a\rb\n',
    '"a"\rb\n',
    '"a\n"\n',
    '"a\r\n"\n',
    '"a"é\n',
    '"a"""b\n',
  ])('%j is odd', (text) => {
    expect(split(text).next).toBe(ODD);
  });

  it('is looked for between two positions alone', () => {
    expect(split('xx,a,b\nc\n', { from: 3 })).toEqual({
      next: 7,
      cells: [
        [3, 4, 0],
        [5, 6, 0],
      ],
    });
    expect(split('a,b\n', { to: 3 }).next).toBe(MORE);
    expect(split('a,b\n', { to: 4 }).next).toBe(4);
    expect(split('a\r\n', { to: 2 }).next).toBe(MORE);
    expect(split('"a"\n', { to: 3 }).next).toBe(MORE);
    expect(split('"a"\r\n', { to: 4 }).next).toBe(MORE);
    expect(split('"a""\n', { to: 3 }).next).toBe(MORE);
    expect(split('"a"b\n', { to: 4 }).next).toBe(ODD);
    for (const to of [1, 2]) {
      expect(split('ế\n', { to }).next).toBe(MORE);
      expect(split('"ế"\n', { to: to + 1 }).next).toBe(MORE);
    }
    for (const length of [1, 2]) expect(split(encode('ế').subarray(0, length)).next).toBe(MORE);
    expect(split('ế\n', { to: 3 }).next).toBe(MORE);
    expect(split('ế\n', { to: 4 }).next).toBe(4);
  });

  it('goes on behind cells that are found already', () => {
    const row = createRow(',');
    row.starts[0] = 0;
    row.ends[0] = 1;
    row.marks[0] = LETTERS;
    expect(splitRow(encode('a,"b",c\n'), 2, 8, row, 1)).toBe(8);
    expect(row.count).toBe(3);
    expect([...row.starts.subarray(0, 3)]).toEqual([0, 3, 6]);
    expect([...row.ends.subarray(0, 3)]).toEqual([1, 4, 7]);
    expect([...row.marks.subarray(0, 3)]).toEqual([LETTERS, 0, 0]);
  });

  it('has 8,192 cells at most, in quotes or without', () => {
    for (const cell of ['', '""']) {
      const most = Array.from({ length: 8192 }, () => cell).join(',');
      expect(split(`${most}\n`).cells).toHaveLength(8192);
      expect(split(`${most}\n`).next).toBe(most.length + 1);
      expect(split(`${most},\n`).next).toBe(ODD);
      expect(split(`${most},`).next).toBe(ODD);
    }
  });
});

/** Of each byte, alone between two letters: a letter of the cell, the end of one, or odd. */
function meaning(byte: number, delimiter: string): 'letter' | 'delimiter' | 'end' | 'odd' {
  if (byte === delimiter.charCodeAt(0)) return 'delimiter';
  if (byte === 0x0a) return 'end';
  return byte === 0x09 || (byte >= 0x20 && byte <= 0x7e && byte !== 0x22) ? 'letter' : 'odd';
}

describe('a byte', () => {
  it('is a letter, a delimiter, the end of the line or odd', () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      for (let byte = 0; byte < 256; byte++) {
        const all = Uint8Array.of(0x61, byte, 0x61, 0x61, 0x61, 0x0a);
        const whole = { letter: [6, 1], delimiter: [6, 2], end: [2, 1], odd: [ODD, 0] }[meaning(byte, delimiter)];
        const { next, cells } = split(all, { delimiter });
        // A lone carriage return is odd behind its cell.
        expect([byte, next, cells.length - (byte === 0x0d ? 1 : 0)]).toEqual([byte, ...whole]);
        // In quotes a delimiter is a letter, and the end of a line is odd.
        const quoted = Uint8Array.of(0x22, 0x61, byte, 0x61, 0x61, 0x61, 0x22, 0x0a);
        const isLetter = ['letter', 'delimiter'].includes(meaning(byte, delimiter));
        expect([byte, split(quoted, { delimiter }).next]).toEqual([byte, isLetter ? 8 : ODD]);
        expect([byte, bytes.skipQuotes(quoted, 0, rowOf(delimiter))]).toEqual([
          byte,
          isLetter ? 7 : byte === 0x22 ? 3 : -1,
        ]);
      }
    }
  });

  it('has a kind, which says whether it is a letter or an end', () => {
    const { kinds } = createRow(';');
    const kind = (letter: string) => kinds[encode(letter)[0] as number] as number;
    expect(['a', 'ế', ' ', '~', '\t', ','].map(kind).map(bytes.isLetter)).toEqual(Array(6).fill(true));
    expect([';', '\n', '\r', '"', '\0', '\x7f'].map(kind).map(bytes.isLetter)).toEqual(Array(6).fill(false));
    expect([';', '\n', '\r'].map(kind).map(bytes.isEnd)).toEqual([true, true, true]);
    expect(['a', 'ế', '"', '\0', ',', '\x7f'].map(kind).map(bytes.isEnd)).toEqual(Array(6).fill(false));
    expect([0x0a, 0x0d, 0].map(bytes.isLineFeed)).toEqual([true, false, false]);
  });

  it('is the last line feed before another', () => {
    const all = encode('\na\nb');
    expect([0, 1, 2, 3, 4].map((end) => bytes.lastLineFeed(all, end))).toEqual([-1, 0, 0, 2, 2]);
    expect(bytes.lastLineFeed(encode('ab'), 2)).toBe(-1);
  });

  it('is plain where it is no more than a letter', () => {
    const isPlain = (text: string, length = encode(text).length) =>
      bytes.isPlain(createRow(','), viewOf(encode(text)), length);
    expect(['', 'a-1', 'xã 1', 'a;b'].map((text) => isPlain(text))).toEqual([true, true, true, true]);
    expect(['a,b', ',', 'a"', 'a\n', '\0a', 'ế,'].map((text) => isPlain(text))).toEqual(Array(6).fill(false));
    expect(isPlain('ab,', 2)).toBe(true);
    expect(isPlain('ab,', 3)).toBe(false);
  });
});

/** Table 3-7: first bytes, then what the second may be; all that follow are 80-BF. */
const WELL_FORMED = [
  ...[{ first: [0xc2, 0xdf], second: [0x80, 0xbf], length: 2 }],
  ...[{ first: [0xe0, 0xe0], second: [0xa0, 0xbf], length: 3 }],
  ...[{ first: [0xe1, 0xec], second: [0x80, 0xbf], length: 3 }],
  ...[{ first: [0xed, 0xed], second: [0x80, 0x9f], length: 3 }],
  ...[{ first: [0xee, 0xef], second: [0x80, 0xbf], length: 3 }],
  ...[{ first: [0xf0, 0xf0], second: [0x90, 0xbf], length: 4 }],
  ...[{ first: [0xf1, 0xf3], second: [0x80, 0xbf], length: 4 }],
  ...[{ first: [0xf4, 0xf4], second: [0x80, 0x8f], length: 4 }],
] as { first: [number, number]; second: [number, number]; length: number }[];

const within = (byte: number, [least, most]: [number, number]) => byte >= least && byte <= most;

/** The position behind the letter that `all` begins with, each byte of it looked at alone; -1 where it is none. */
function behind(all: readonly number[]): number {
  const [one = 0, two = 0, three = 0] = all;
  const row = WELL_FORMED.find(({ first, second }) => within(one, first) && within(two, second));
  if (row === undefined || !all.slice(2, row.length).every((byte) => within(byte, [0x80, 0xbf]))) return -1;
  const code =
    row.length === 3 ? ((one & 15) << 12) | ((two & 63) << 6) | (three & 63) : ((one & 31) << 6) | (two & 63);
  if (row.length === 2 && (within(code, [0x80, 0x9f]) || code === 0x37e)) return -1;
  const turns = within(code, [0x2028, 0x202e]) || within(code, [0x2066, 0x2069]) || code === 0xfeff;
  return row.length === 3 && turns ? -1 : row.length;
}

describe('a letter outside ASCII', () => {
  it('is well-formed, turns no writing and is not composed to a delimiter', () => {
    const row = createRow(',');
    let sound = 0;
    for (let one = 0x80; one < 0x100; one++) {
      for (let two = 0x7e; two < 0xc2; two++) {
        for (const three of [0x7f, 0x80, 0xa5, 0xa6, 0xa7, 0xa8, 0xa9, 0xaa, 0xae, 0xaf, 0xbf, 0xc0]) {
          const letter = [one, two, three, 0xbf].slice(0, one < 0xe0 ? 2 : one < 0xf0 ? 3 : 4);
          const length = behind(letter);
          if (length > 0) sound++;
          const all = Uint8Array.of(...letter, 0x0a, 0, 0, 0, 0);
          const next = splitRow(all, 0, all.length, row, 0);
          if (next !== (length < 0 ? ODD : length + 1)) expect([letter, next]).toEqual([letter, length]);
          const words = bytes.skipWords(all, viewOf(all), 0, row);
          if (words !== length) expect([letter, words]).toEqual([letter, length]);
        }
      }
    }
    // Of 12 third bytes 10 are sound. Two bytes: 30 × 64 - 32 - 1 pairs, all 12 times. Three: 32 + 12 × 64 + 32 + 2 × 64
    // pairs, 10 times, but for A8-AE (4 of those tried) behind E2 80, A6-A9 (4) behind E2 81, BF behind EF BB. Four: 48 + 3 × 64 + 16.
    expect(sound).toBe(12 * 1887 + 10 * 960 - 9 + 10 * 256);
  });

  it('has a fourth byte of 80-BF', () => {
    for (const [fourth, next] of [
      [0x7f, ODD],
      [0x80, 5],
      [0xbf, 5],
      [0xc0, ODD],
    ] as const) {
      expect(split(Uint8Array.of(0xf0, 0x9f, 0x91, fourth, 0x0a)).next).toBe(next);
    }
  });

  it('is odd in quotes as it is without', () => {
    for (const odd of ['\u037e', '\u0085', '\u2028', '\ufeff']) {
      expect(split(`"${odd}"\n`).next).toBe(ODD);
      expect(bytes.skipQuotes(encode(`"${odd}"\n`), 0, createRow(','))).toBe(-1);
    }
  });
});

describe('a cell in quotes', () => {
  it.each([
    ['"a,b"\n', 0, 5],
    ['""\n', 0, 2],
    ['x,"a""b",\n', 2, 8],
    ['"ế""",\n', 0, 7],
    ['"a\n', 0, -1],
    ['"a\n"\n', 0, -1],
    ['"a""\n', 0, -1],
  ])('%j from %i ends at %i', (text, from, end) => {
    expect(bytes.skipQuotes(encode(text), from, createRow(','))).toBe(end);
  });
});

describe('a cell without quotes', () => {
  /** Behind it stand four bytes more, as in a buffer. */
  const skip = (all: Uint8Array, from: number, delimiter: string) => {
    const buffer = Uint8Array.of(...all, 0, 0, 0, 0);
    return bytes.skipWords(buffer, viewOf(buffer), from, rowOf(delimiter));
  };

  it('ends at a delimiter or line end in any place of a word, and is odd with anything else', () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      for (const letter of ['-', 'a', '~', ' ', delimiter === ';' ? ',' : '{', '}', ':', '<']) {
        for (let byte = 0; byte < 256; byte++) {
          for (let at = 0; at < 5; at++) {
            const all = encode(`${letter.repeat(9)}\n`);
            all[at] = byte;
            const end = byte === 0x0d ? 'end' : meaning(byte, delimiter);
            const expected = { letter: 9, delimiter: at, end: at, odd: -1 }[end];
            const found = skip(all, 0, delimiter);
            if (found !== expected) expect([delimiter, letter, byte, at, found]).toEqual([expected]);
          }
        }
      }
    }
    expect(skip(encode('aaaa,'), 0, ',')).toBe(4);
  });

  it('begins anywhere and has letters of any length', () => {
    for (let from = 0; from < 6; from++) {
      const text = `${'x'.repeat(from)}aaaaếaaaaa👍b,\n`;
      expect(skip(encode(text), from, ',')).toBe(from + 4 + 3 + 5 + 4 + 1);
    }
    expect(skip(encode('aaaaế\u037e,\n'), 0, ',')).toBe(-1);
  });
});
