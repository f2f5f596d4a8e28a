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
    ['an open quote', 'a\n"b\n', 2],
    ['a line break in quotes', 'a\n"b\nc"\n', 2],
    ['a stray quote', 'a\nb"c\n', 2],
    ['text after a closing quote', 'a\n"b"c\n', 2],
  ])('end before %s', (_, text, rest) => {
    expect(take(text, ',')).toEqual({ rows: [['a']], rest });
  });
});
