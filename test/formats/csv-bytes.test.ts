/** Lines made bytes letter by letter, against the runtime's own encoder of the same lines joined. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addLine, createLines, writtenLines } from '../../src/formats/csv-bytes.ts';
import type { Encoded } from '../../src/model/encoded.ts';

function written(rows: readonly (readonly string[])[], delimiter: ',' | ';' = ',', end: '\n' | '\r\n' = '\n') {
  const lines = createLines();
  for (const row of rows) addLine(lines, row as readonly Encoded<'csv'>[], delimiter, end);
  return writtenLines(lines);
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
      const pieces = written(rows) as readonly Uint8Array[];
      const expected = new TextEncoder().encode(rows.map((row) => `${row.join(',')}\n`).join(''));
      expect(Buffer.compare(Buffer.concat(pieces), expected)).toBe(0);
      expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(65_536);
    }),
    { numRuns: 30, seed: 5 },
  );
});

it('a cell longer than a piece stands whole in one of its own', () => {
  const long = 'ạ'.repeat(70_000);
  const pieces = written([['a'], [long, 'b']]) as readonly Uint8Array[];
  expect(Buffer.concat(pieces).toString()).toBe(`a\n${long},b\n`);
  expect(pieces.filter(({ length }) => length >= 210_000)).toHaveLength(1);
});
