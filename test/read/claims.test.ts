/** Claims read from texts: what is one, what is none and where, and how many ways a line can be read. */
import { describe, expect, it } from 'vitest';
import { numbersIn } from '../../src/model/audit.ts';
import { toText } from '../../src/model/exact.ts';
import { readClaims } from '../../src/read/claims.ts';

const numbers = (text: string, mark: ',' | '.'): readonly string[] =>
  readClaims(text, 'claims.txt', mark).value?.claims.flatMap(({ readings }) =>
    readings.flatMap((reading) => numbersIn(reading).map(({ value }) => toText(value))),
  ) ?? [];

describe('readClaims', () => {
  it('reads one claim a line, remarks and blank lines apart', () => {
    const { value } = readClaims('# source\n\n  29/34 = 85,3% # units\n5 = 5\n# end\n', 'claims.txt');
    expect(value?.remarks).toEqual(['source']);
    expect(value?.claims.map(({ text, note, place }) => [text, note, place.line, place.column])).toEqual([
      ['29/34 = 85,3%', 'units', 3, 3],
      ['5 = 5', '', 4, 1],
    ]);
  });

  it('reads numbers in the declared way', () => {
    expect(numbers('12.781 = 12,781', ',')).toEqual(['12781', '12.781']);
    expect(numbers('12.781 = 12,781', '.')).toEqual(['12.781', '12781']);
    expect(numbers('70,5 % = 1.234.567,25', ',')).toEqual(['0.705', '1234567.25']);
  });

  it('keeps both ways where a line allows both, and one where they mean the same', () => {
    const ways = (text: string) => readClaims(text, 'c').value?.claims[0]?.readings.map(({ mark }) => mark);
    expect(ways('12.781 + 574 = 13.555')).toEqual([',', '.']);
    expect(ways('92,08 > 87,34')).toEqual([',']);
    expect(ways('1,234.5 = 1')).toEqual(['.']);
    expect(ways('5 = 5')).toEqual([',']);
  });

  it.each([
    ['29/34', 'relation', 6],
    ['29/34 = ', 'operand', 8],
    ['= 5', 'operand', 1],
    ['29 34 = 5', 'relation', 4],
    ['(29 + 34 = 63', 'bracket', 1],
    ['29 + 34) = 63', 'bracket', 8],
    ['29 đơn vị = 29', 'character', 4],
    ['1.2.3 = 5', 'number', 1],
    ['1,2 = 1.2', 'number', 7],
    ['12.34.567 = 5', 'number', 1],
    [`5 = ${'('.repeat(51)}5`, 'deep', 55],
    [`5 = ${'1+'.repeat(500)}1`, 'long', 1001],
  ])('refuses %s', (text, why, column) => {
    const { value, diagnostics } = readClaims(text, 'claims.txt');
    expect(value?.claims).toEqual([]);
    expect(
      diagnostics.map(({ fault, facts, place }) => [fault.code, (facts as { why: string }).why, place.column]),
    ).toEqual([['not-a-claim', why, column]]);
  });

  it('refuses a file without claims', () => {
    expect(readClaims('# nothing\n', 'claims.txt').diagnostics.map(({ fault }) => fault.code)).toEqual(['no-claims']);
  });
});
