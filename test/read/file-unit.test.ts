/** Names of files -> ids of units: by hand, and the bytes held against those of the text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitOf, writeUnitOf } from '../../src/read/file-unit.ts';

/** What is written, and how far. */
function written(path: string, room: number): string {
  const bytes = new Uint8Array(100);
  const end = writeUnitOf(path, bytes, 5, room);
  expect([...bytes.subarray(0, 5), ...bytes.subarray(5 + room)].every((byte) => byte === 0)).toBe(true);
  return Buffer.from(bytes.subarray(5, end)).toString();
}

describe('the unit of a file', () => {
  it('is its name without folders and ending, composed', () => {
    const paths = [
      'f/xa-1.csv',
      'xa-1.CSV',
      'a.b/xa-1.xlsx',
      'xa-1.csv.csv',
      'xa-1.txt',
      'f/xa-1',
      'Hue\u0302\u0301.csv',
    ];
    const units = ['xa-1', 'xa-1', 'xa-1', 'xa-1.csv', 'xa-1.txt', 'xa-1', 'Hu\u1ebf'];
    expect(paths.map(unitOf)).toEqual(units);
    expect(paths.map((path) => written(path, 64))).toEqual(units);
    expect(['.csv', 'f/.csv', 'csv', 'sv', ''].map((path) => written(path, 64))).toEqual(['', '', 'csv', 'sv', '']);
  });

  it('is written where it has room', () => {
    expect([written('f/12345678.csv', 8), written('f/123456789.csv', 8)]).toEqual(['12345678', '']);
    // Three bytes may be needed for a letter of any but the plainest names.
    expect([written('f/xã.csv', 6), written('f/xã.csv', 5)]).toEqual(['xã', '']);
    expect([written('f/ab.xlsx', 6), written('f/ab.xlsx', 5)]).toEqual(['ab', '']);
  });

  it('is the same as bytes and as a text', () => {
    const part = fc.constantFrom('a', '1', '.', '.csv', '.CSV', '.xlsx', '/', 'ã', 'a\u0303', ' ', '\u{1f600}');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const path = parts.join('');
        expect(written(path, 90)).toBe(unitOf(path));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});
