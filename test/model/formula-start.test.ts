/** Texts that a spreadsheet would take for a formula: which they are, and that reading takes back just what writing adds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, unguarded } from '../../src/model/formula-start.ts';

describe('a text', () => {
  it.each([...'=+-@\t\r\n\0＝＋－＠'])('that begins with %j is guarded', (first) => {
    expect(guarded(`${first}1`)).toBe(`'${first}1`);
    expect(guarded(`a${first}1`)).toBe(`a${first}1`);
  });

  it.each([
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    ['A;=1', "A;'=1"],
    ["A;'=1", "A;''=1"],
    ['=1,-2', "'=1,'-2"],
    ["'A", "'A"],
    ['A - B', 'A - B'],
    ['', ''],
  ])('%j is written as %j', (text, written) => {
    expect(guarded(text)).toBe(written);
    expect(unguarded(written)).toBe(text);
  });

  it('comes back as it was, whatever it is', () => {
    const piece = fc.constantFrom(...'=+-@＝＠\'",;\t\r\n A1ề');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        expect(unguarded(guarded(text))).toBe(text);
      }),
      { numRuns: 5000, seed: 7 },
    );
  });
});
