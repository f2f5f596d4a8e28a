/** Plain rows beside csv-parse, which has the last word: the same cells, up to the first row that is not plain. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takePlainRows } from '../../src/read/plain-rows.ts';

function take(text: string, delimiter: string): { readonly rows: string[][]; readonly rest: number } {
  const rows: string[][] = [];
  const rest = takePlainRows(text, 0, delimiter, (cells) => rows.push(cells));
  return { rows, rest };
}

function parsed(text: string, delimiter: string): string[][] {
  return parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true, skip_empty_lines: false });
}

describe('plain rows', () => {
  it('are those of csv-parse, and what follows them begins a row', () => {
    let whole = 0;
    const piece = fc.constantFrom('a', '1,5', ',', ';', '"', '""', '\n', ' ', 'ề', '\r', '"x"', '"a,b"', '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(',', ';'), (pieces, delimiter) => {
        const text = pieces.join('');
        const { rows, rest } = take(text, delimiter);
        expect(rows).toEqual(parsed(text.slice(0, rest), delimiter));
        expect(rest === text.length || rest === 0 || text[rest - 1] === '\n').toBe(true);
        if (rest === text.length) whole++;
      }),
      { numRuns: 5000, seed: 11 },
    );
    expect(whole).toBeGreaterThan(1000);
  });

  it.each([
    ['a,"b,c",d\n"e"\n', [['a', 'b,c', 'd'], ['e']]],
    ['"a""b",c', [['a"b', 'c']]],
    ['"a"",b","""c"', [['a",b', '"c']]],
    ['""', [['']]],
    [
      '"",\n,""\n',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    // Quotes far below each other, and lines without any between and behind them.
    ['a\nb\n"c"\nd\ne,f\n"g,h",i\nj\n', [['a'], ['b'], ['c'], ['d'], ['e', 'f'], ['g,h', 'i'], ['j']]],
    ['\n\n', [[''], ['']]],
    ['', []],
  ])('of %j are all of it', (text, rows) => {
    expect(take(text, ',')).toEqual({ rows, rest: text.length });
    expect(rows).toEqual(parsed(text, ','));
  });

  it('are parted by the delimiter alone, and begin where they are asked for', () => {
    expect(take('a,b;"c;d"\n', ';')).toEqual({ rows: [['a,b', 'c;d']], rest: 10 });
    const rows: string[][] = [];
    expect(takePlainRows('"x\n"a",b\n', 3, ',', (cells) => rows.push(cells))).toBe(9);
    expect(rows).toEqual([['a', 'b']]);
  });

  it.each([
    ['a quote within a cell', 'a\nb,c"\n', 2],
    ['a quote in the last cell of the text', 'a\nb,c"', 2],
    ['a doubled quote that closes nothing', 'a\n"b""\n', 2],
    ['a quote behind a cell in quotes', 'a\n"b","c"d,e\n', 2],
    ['an open quote', 'a\n"b\n', 2],
    ['a line break in quotes', 'a\n"b\nc"\n', 2],
    ['a stray quote', 'a\nb"c\n', 2],
    ['text after a closing quote', 'a\n"b"c\n', 2],
  ])('end before %s', (_, text, rest) => {
    expect(take(text, ',')).toEqual({ rows: [['a']], rest });
  });
});
