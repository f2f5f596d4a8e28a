/** Lines made bytes letter by letter and digit by digit, against the runtime's own encoder of the same lines joined. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addByte,
  addCount,
  addPlain,
  addText,
  createLines,
  type Lines,
  NOTHING,
  writtenLines,
} from '../../src/formats/csv-bytes.ts';
import type { Encoded } from '../../src/model/encoded.ts';

function addLetters(lines: Lines, letters: string): void {
  for (const letter of letters) addByte(lines, letter.charCodeAt(0));
}

/** Lines, and what adds one of such cells. */
function adding(delimiter: ',' | ';' = ',', end: '\n' | '\r\n' = '\n') {
  const lines = createLines();
  const add = (row: readonly string[]): void => {
    for (const [at, cell] of row.entries()) {
      addText(lines, at === 0 ? NOTHING : delimiter.charCodeAt(0), cell as Encoded<'csv'>);
    }
    addLetters(lines, end);
  };
  return { lines, add };
}

function written(rows: readonly (readonly string[])[], delimiter: ',' | ';' = ',', end: '\n' | '\r\n' = '\n') {
  const { lines, add } = adding(delimiter, end);
  return writtenLines(lines, rows, add);
}

/** Letters of one to four bytes, and at the edges between; halves of letters alone. */
const EDGES = ['a', '\u007f', '\u0080', '\u07ff', '\u0800', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}'];
const HALVES = ['\ud800', '\udfff', '\udbffa'];

it('few lines are one text, with what joins and ends them', () => {
  const rows = [['\ufeffid', 'Tên'], [], ['1', ''], ['', 'Xã Đắk Ơ']];
  expect(written(rows)).toBe('\ufeffid,Tên\n\n1,\n,Xã Đắk Ơ\n');
  expect(written(rows, ';', '\r\n')).toBe('\ufeffid;Tên\r\n\r\n1;\r\n;Xã Đắk Ơ\r\n');
  expect(written([])).toBe('');
});

it('many lines are bytes, the same as those of the encoder, whatever the letters', () => {
  const letters = fc.oneof(fc.constantFrom(...EDGES, ...HALVES), fc.string({ unit: 'grapheme', maxLength: 9 }));
  const cell = fc.array(letters, { maxLength: 8 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }), (few) => {
      // So many that they are longer than one text may be.
      const rows = Array.from({ length: 400 }, () => [...few, ['x'.repeat(180)]]).flat();
      const pieces = [...(written(rows) as Iterable<Uint8Array>)];
      const expected = new TextEncoder().encode(rows.map((row) => `${row.join(',')}\n`).join(''));
      expect(Buffer.compare(Buffer.concat(pieces), expected)).toBe(0);
      expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(65_536);
    }),
    { numRuns: 30, seed: 5 },
  );
});

describe('in passing', () => {
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, at) => [`${at}`, 'ạ'.repeat(at % 50), 'x'.repeat(at % 7)]);
  const textOf = (rows: readonly (readonly string[])[]) => rows.map((row) => `${row.join(',')}\n`).join('');

  /** What was made of so many rows when each piece is there, in their order; and whether a row is made before it is asked for. */
  function passed(rows: readonly (readonly string[])[]) {
    const { lines, add } = adding();
    let made = 0;
    const count = (row: readonly string[]): void => {
      made++;
      add(row);
    };
    const all = writtenLines(lines, rows, count, true) as Iterable<Uint8Array>;
    const before = made;
    const copies: Uint8Array[] = [];
    const buffers = new Set<ArrayBufferLike>();
    for (const piece of all) {
      copies.push(piece.slice());
      buffers.add(piece.buffer);
    }
    return { all, before, buffers, text: Buffer.concat(copies).toString() };
  }

  it('lines are the same, row by row as they are asked for, in the memory of two long pieces', () => {
    const rows = rowsOf(20_000);
    const { before, buffers, text } = passed(rows);
    expect(text).toBe(textOf(rows));
    // Of 2 MB, three letters of a byte and some of three in each row.
    expect(text.length).toBeGreaterThan(600_000);
    expect(before).toBeLessThan(3000);
    expect([...buffers].filter(({ byteLength }) => byteLength === 65_536)).toHaveLength(2);
  });

  it('a cell longer than a piece stands among them', () => {
    const rows = rowsOf(6000).flatMap((row, at) => (at % 1500 === 700 ? [row, ['ạ'.repeat(70_000), 'b'], row] : [row]));
    expect(passed(rows).text).toBe(textOf(rows));
  });

  it('few are one text, and what is no text is given once', () => {
    const { lines, add } = adding();
    expect(writtenLines(lines, rowsOf(9), add, true)).toBe(textOf(rowsOf(9)));
    const { all } = passed(rowsOf(6000));
    expect(() => [...all]).toThrow('asked for twice');
  });
});

it('a cell longer than a piece stands whole in one of its own', () => {
  const long = 'ạ'.repeat(70_000);
  const pieces = [...(written([['a'], [long, 'b']]) as Iterable<Uint8Array>)];
  expect(Buffer.concat(pieces).toString()).toBe(`a\n${long},b\n`);
  expect(pieces.filter(({ length }) => length >= 210_000)).toHaveLength(1);
});

describe('plain texts', () => {
  const added = (text: string) => {
    const lines = createLines();
    const isPlain = addPlain(lines, '<'.charCodeAt(0), text);
    addLetters(lines, '>');
    return [isPlain, writtenLines(lines, [], () => {})];
  };

  it.each(['', 'Xã Đắk Ơ (mới) 2', '100% = 1 + 1', 'ỹ\u1eff', '(a)'])('%j is one', (text) => {
    expect(added(text)).toEqual([true, `<${text}>`]);
  });

  const BEGINNINGS = [
    '=1',
    '+1',
    '-1',
    '@a',
    "'a",
    ' a',
    '\ta',
    '*a',
    '[a',
    '!a',
    '–',
    'ắ\u0323',
    '\u00a0b',
    '\u00adb',
  ];
  const WITHIN = [
    'a,b',
    'a;b',
    'a"b',
    'a\nb',
    'a\rb',
    'a\tb',
    'a\u200bb',
    'a\ufeff',
    'a\u{1f600}',
    'a\ud800',
    'Москва',
  ];

  it.each([...BEGINNINGS, ...WITHIN])('%j is none, and nothing of it is added', (text) => {
    expect(added(text)).toEqual([false, '>']);
  });
});

it('counts are whole numbers of a power of ten, digit by digit', () => {
  const added = (count: number, places: number, mark = '.') => {
    const lines = createLines();
    addCount(lines, NOTHING, count, places, mark.charCodeAt(0));
    addCount(lines, ';'.charCodeAt(0), count, places, mark.charCodeAt(0));
    const [first, second, ...others] = (writtenLines(lines, [], () => {}) as string).split(';');
    expect([second, others]).toEqual([first, []]);
    return first;
  };
  expect(added(9208, 2)).toBe('92.08');
  expect(added(9208, 2, ',')).toBe('92,08');
  expect([added(0, 0), added(0, 2), added(-0, 2), added(7, 0), added(10, 0), added(-5, 1), added(-5, 3)]).toEqual([
    '0',
    '0.00',
    '0.00',
    '7',
    '10',
    '-0.5',
    '-0.005',
  ]);
  const MOST = 2 ** 31 - 1;
  expect([added(MOST, 0), added(-MOST, 0), added(MOST, 10)]).toEqual(['2147483647', '-2147483647', '0.2147483647']);
  fc.assert(
    fc.property(fc.integer({ min: -MOST, max: MOST }), fc.integer({ min: 0, max: 10 }), (count, places) => {
      const [sign, digits] = count < 0 ? ['-', `${-count}`] : ['', `${count}`];
      const padded = '0'.repeat(places + 1) + digits;
      const whole = padded.slice(0, padded.length - places).replace(/^0+(?=[0-9])/, '');
      expect(added(count, places)).toBe(`${sign}${whole}${places === 0 ? '' : `.${padded.slice(-places)}`}`);
    }),
    { seed: 5 },
  );
});
