/** Where a claim and its fault stand in their line, and how long a claim may be. */
import { expect, it } from 'vitest';
import { readClaims } from '../../src/read/claims.ts';

/** Place and facts of each fault of one line. */
function told(line: string) {
  return readClaims(`${line}\n`, 'c.txt', ',').diagnostics.map(({ fault, place, facts }) => {
    expect(place.excerpt?.text).toBe(line);
    expect(place).toMatchObject({ file: 'c.txt', line: 1, column: (place.excerpt?.from ?? 0) + 1 });
    return [fault.code, place.column, place.excerpt?.length, facts];
  });
}

it('a claim has its place without the blanks and the remark around it', () => {
  const line = '   29/34 = 85,3%  # units  ';
  const [claim] = readClaims(`${line}\n`, 'c.txt', ',').value?.claims ?? [];
  expect(claim).toMatchObject({ text: '29/34 = 85,3%', note: 'units' });
  expect(claim?.place).toEqual({ file: 'c.txt', line: 1, column: 4, excerpt: { text: line, from: 3, length: 13 } });
});

it('a fault has its own place, and what stands there is shown', () => {
  expect(told('29 đơn vị = 29')).toEqual([['not-a-claim', 4, 3, { why: 'character', shown: 'đơn' }]]);
  expect(told('   29 đơn vị = 29 # x')).toEqual([['not-a-claim', 7, 3, { why: 'character', shown: 'đơn' }]]);
  expect(told('  1 = 1,2,3')).toEqual([['not-a-claim', 7, 5, { why: 'number', shown: '1,2,3' }]]);
});

it('a claim has a thousand characters at the most, blanks before it among them', () => {
  const claim = (length: number) => `${' '.repeat(length - 5)}1 = 1`;
  expect(readClaims(claim(1_000), 'c.txt').diagnostics).toEqual([]);
  const { value, diagnostics } = readClaims(claim(1_001), 'c.txt');
  expect(value?.claims).toEqual([]);
  expect(diagnostics.map(({ place, facts }) => [place.column, facts])).toEqual([[1_001, { why: 'long', shown: '1' }]]);
});

it('of two ways to read a line, the fault of the one that came further is told, and of equals the first', () => {
  // With a decimal comma 1.2.3 is no number; with a point 1,2,3 is none, further in the line.
  const why = (line: string) => readClaims(line, 'c.txt').diagnostics.map(({ place, facts }) => [place.column, facts]);
  expect(why('1.2 + 1,2,3 = 5')).toEqual([[7, { why: 'number', shown: '1,2,3' }]]);
  expect(why('29 = x')).toEqual([[6, { why: 'operand', shown: 'x' }]]);
});

it('a text of remarks and blank lines has no claims, which is told of the whole', () => {
  const { value, diagnostics } = readClaims('  # a \n\n #b\n', 'c.txt');
  expect(value).toEqual({ remarks: ['a', 'b'], claims: [] });
  expect(diagnostics.map(({ fault, place }) => [fault.code, place])).toEqual([
    ['no-claims', { file: 'c.txt', line: 0, column: 0 }],
  ]);
  // Where a line was at fault, that is enough.
  expect(readClaims('x\n', 'c.txt').diagnostics.map(({ fault }) => fault.code)).toEqual(['not-a-claim']);
});
