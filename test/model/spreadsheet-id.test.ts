/** What Excel, in English and in Vietnamese, makes of ids that are typed into a column of the format General. */
import { describe, expect, it } from 'vitest';
import { asNumber, eatenId, isSpreadsheetDate } from '../../src/model/spreadsheet-id.ts';

describe('an id taken for a number', () => {
  it.each([
    ['1.10', '1.1'],
    ['1.100', '1.1'],
    ['2.0', '2'],
    ['10', '10'],
    ['100', '100'],
    ['001', '1'],
    ['01.20', '1.2'],
    ['0', '0'],
    ['1E5', '100000'],
    ['2e3', '2000'],
    ['1.5E2', '150'],
    ['1.00E+05', '100000'],
    ['12E5', '1200000'],
    ['1.5E1', '15'],
    ['1.25E1', undefined],
    ['TC1E5', undefined],
    ['1E5a', undefined],
    ['1E500', undefined],
    ['1aE5', undefined],
    ['1E-5', undefined],
    ['1E', undefined],
    ['E5', undefined],
    ['1.2.3', undefined],
    ['TC1.10', undefined],
    ['', undefined],
  ])('%s becomes %s', (id, number) => {
    expect(asNumber(id)).toBe(number);
  });

  it('is found among the ids, and never is the text itself', () => {
    expect(eatenId('1.1', ['1', '1.10', '1.2'])).toBe('1.10');
    expect(eatenId('1.1', ['1.1', '1.2'])).toBeUndefined();
    expect(eatenId('100000', ['1', '1E5'])).toBe('1E5');
    expect(eatenId('1.00E+05', ['1E5'])).toBe('1E5');
    // 10 stays 10: nobody has made a 1 of it.
    expect(eatenId('1', ['10', '100'])).toBeUndefined();
  });
});

describe('an id taken for a date', () => {
  it.each(['1/10', '01/10/2024', '2024-10-01', '1-Oct', 'Oct-10', '10-Thg1', 'Thg 1-10', '45566', '1.10.2024'])(
    '%s',
    (text) => {
      expect(isSpreadsheetDate(text)).toBe(true);
    },
  );

  it.each(['1.1', '1.10', '1.2.3', '5', '1234', 'TC1', '1.l', 'a-b', '35999', '60000'])('not %s', (text) => {
    expect(isSpreadsheetDate(text)).toBe(false);
  });
});
