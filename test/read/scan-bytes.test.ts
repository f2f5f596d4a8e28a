/** Bytes to the cells of a row, with positions counted by hand; what a byte and a letter may be: kernel/bytes.test.ts. */
import { describe, expect, it } from 'vitest';
import { ESCAPED, LETTERS, MORE, ODD } from '../../src/read/kernel/bytes.ts';
import { DELIMITER_BYTE } from '../../src/read/kernel/map.ts';
import { Memory } from '../../src/read/kernel/memory.ts';
import { createRow, lastLineFeed, layKinds, splitRow } from '../../src/read/scan-bytes.ts';
import { meaning, place } from './kernel/bytes-by-hand.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const memory = new Memory();

/** The position after the row, and of each cell where it begins, where it ends, and its marks. */
function split(text: string | Uint8Array, { from = 0, to = -1, delimiter = ',' } = {}) {
  const end = place(memory, text);
  layKinds(memory, delimiter);
  const row = createRow();
  const next = splitRow(memory, from, to < 0 ? end : to, row, 0);
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
    layKinds(memory, ',');
    const row = createRow();
    row.starts[0] = 0;
    row.ends[0] = 1;
    row.marks[0] = LETTERS;
    expect(splitRow(memory, 2, place(memory, 'a,"b",c\n'), row, 1)).toBe(8);
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
      }
    }
  });

  it('is the delimiter that the kernel knows, too', () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      layKinds(memory, delimiter);
      expect(memory.own(DELIMITER_BYTE)).toBe(delimiter.charCodeAt(0));
    }
  });

  it('is the last line feed before another', () => {
    place(memory, '\na\nb');
    expect([0, 1, 2, 3, 4].map((end) => lastLineFeed(memory, end))).toEqual([-1, 0, 0, 2, 2]);
    place(memory, 'ab');
    expect(lastLineFeed(memory, 2)).toBe(-1);
  });
});

describe('a letter outside ASCII', () => {
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
      expect(split(`${odd}\n`).next).toBe(ODD);
    }
  });
});
