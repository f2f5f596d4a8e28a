import { describe, expect, it } from 'vitest';
import { cellName, columnLetters } from '../../src/model/workbook.ts';

describe('the name of a column', () => {
  // Spreadsheets end at XFD, the 16384th.
  it.each([
    [1, 'A'],
    [2, 'B'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('of number %i is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });
});

describe('the name of a cell', () => {
  it('is the column, then the row', () => {
    expect(cellName(14, 2)).toBe('B14');
    expect(cellName(1, 28)).toBe('AB1');
  });
});
