/** The quote that breaks a row, found in the text of the row alone; counted by hand in each. */
import { describe, expect, it } from 'vitest';
import { brokenQuoteIn, cellNumber } from '../../src/read/quotes.ts';

describe('a row with sound quotes', () => {
  it.each([
    '',
    'a',
    'a,b',
    '"a"',
    '"a","b"',
    '"a,b",c',
    '"a""b",c',
    '""',
    '"",""',
    '""""',
    '"a\nb",c',
    ',,',
    'a,"b"\nc"d',
  ])('%j has none that breaks it', (row) => {
    expect(brokenQuoteIn(row, 0, ',')).toBeUndefined();
  });

  it('ends with its line, and what is below is not looked at', () => {
    expect(brokenQuoteIn('"a"\n"b', 0, ',')).toBeUndefined();
    expect(brokenQuoteIn('a\n"b', 0, ',')).toBeUndefined();
  });
});

describe('a broken quote', () => {
  it.each([
    ['"a', 'open', 0],
    ['x,"a', 'open', 2],
    ['x,"a""', 'open', 2],
    ['"""', 'open', 0],
    ['a"', 'stray', 1],
    ['a"b"', 'stray', 1],
    ['x, "a"', 'stray', 3],
    ['"x",y"', 'stray', 5],
    ['"a"b', 'after', 2],
    ['"a" ,b', 'after', 2],
    ['x,"a""b"c', 'after', 7],
    // It was meant to be closed on its own line: the one on the next line opens another cell.
    ['"a\nb,"c"', 'open', 0],
    ['x,"a\n"b', 'open', 2],
  ] as const)('of %j is %s at %i', (row, kind, at) => {
    expect(brokenQuoteIn(row, 0, ',')).toEqual({ kind, at });
  });

  it('is looked for from where the row begins, and by the delimiter of the file', () => {
    expect(brokenQuoteIn('"\nx;"a";b"', 2, ';')).toEqual({ kind: 'stray', at: 9 });
    expect(brokenQuoteIn('"a",b', 0, ';')).toEqual({ kind: 'after', at: 2 });
    expect(brokenQuoteIn('a,"b', 0, ';')).toEqual({ kind: 'stray', at: 2 });
  });
});

describe('the number of a cell', () => {
  it.each([
    ['a,b,c', 0, 1],
    ['a,b,c', 1, 1],
    ['a,b,c', 2, 2],
    ['a,b,c', 4, 3],
    ['"a,b",c', 3, 1],
    ['"a,b",c', 6, 2],
    ['"a""b,",c', 8, 2],
    ['a,"', 2, 2],
  ])('of %j at %i is %i', (text, at, cell) => {
    expect(cellNumber(text, 0, at, ',')).toBe(cell);
  });

  it('is counted from where the row begins', () => {
    expect(cellNumber('a,b,c\nd;e', 6, 8, ';')).toBe(2);
  });
});
