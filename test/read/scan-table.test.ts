/** Texts found by their bytes, against a map; of texts that are alike in length, beginning or end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBytes,
  addText,
  createTable,
  findBytes,
  findText,
  isText,
  skipText,
  viewOf,
} from '../../src/read/scan-table.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const COMMA = 0x2c;

describe('a table of texts', () => {
  it('gives each its number, and none to what is not there', () => {
    const texts = Array.from({ length: 40 }, (_, length) => 'abcdefghij'.repeat(4).slice(0, length));
    const table = createTable(texts);
    expect(table.count).toBe(40);
    expect(texts.map((text) => findText(table, text))).toEqual(texts.map((_, at) => at));
    // One letter changed in every place of every text.
    for (const text of texts) {
      for (let at = 0; at < text.length; at++) {
        expect(findText(table, `${text.slice(0, at)}x${text.slice(at + 1)}`)).toBe(-1);
      }
    }
    expect(findText(createTable(), '')).toBe(-1);
    expect(createTable().count).toBe(0);
  });

  it('grows with any texts, and holds what it held', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'ế', '👍'), maxLength: 60 })), (texts) => {
        const table = createTable();
        const own = new Map<string, number>();
        for (const text of texts) {
          expect(findText(table, text)).toBe(-1);
          own.set(text, addText(table, text));
          expect(own.get(text)).toBe(own.size - 1);
        }
        for (const [text, number] of own) expect(findText(table, text)).toBe(number);
        expect(findText(table, 'c')).toBe(-1);
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it('holds texts longer than any before, and many', () => {
    const long = ['ế'.repeat(341), 'ế'.repeat(342), 'ế'.repeat(2000), 'x'.repeat(1024), 'x'.repeat(3000)];
    const table = createTable(long);
    expect(long.map((text) => findText(table, text))).toEqual([0, 1, 2, 3, 4]);
    expect(findText(table, 'ế'.repeat(2001))).toBe(-1);
    const many = createTable(Array.from({ length: 3000 }, (_, at) => `xa-${at}`));
    expect([0, 1, 15, 16, 17, 255, 256, 2999].map((at) => findText(many, `xa-${at}`))).toEqual([
      ...[0, 1, 15, 16, 17, 255, 256, 2999],
    ]);
    expect(findText(many, 'xa-3000')).toBe(-1);
  });

  it('is never more than half full, and ids that differ in few digits lie apart in it', () => {
    const shapes = [
      (at: number) => `xa-${at}`,
      (at: number) => String(at),
      (at: number) => String(at).padStart(8, '0'),
      (at: number) => `${at}`.padStart(6, '0').padEnd(20, 'x'),
    ];
    for (const shape of shapes) {
      const { slots } = createTable(Array.from({ length: 5000 }, (_, at) => shape(at)));
      expect(slots.length).toBe(16384);
      let run = 0;
      let longest = 0;
      for (const slot of slots) {
        run = slot === 0 ? 0 : run + 1;
        longest = Math.max(longest, run);
      }
      // At a load of 0.3, by chance, a run of 40 is less likely than one in a million.
      expect(longest).toBeLessThan(40);
    }
    expect(createTable(Array.from({ length: 16 }, (_, at) => `${at}`)).slots.length).toBe(32);
    expect(createTable(Array.from({ length: 17 }, (_, at) => `${at}`)).slots.length).toBe(64);
  });

  it('takes and finds bytes anywhere in a view', () => {
    const all = encode('xxab,cabcd');
    const bytes = viewOf(all.subarray(1));
    const table = createTable(['first']);
    expect(addBytes(table, bytes, 1, 3)).toBe(1);
    expect(findText(table, 'ab')).toBe(1);
    expect(findBytes(table, bytes, 5, 7)).toBe(1);
    expect(findBytes(table, bytes, 5, 8)).toBe(-1);
    expect(findBytes(table, viewOf(encode('..first.')), 2, 7)).toBe(0);
  });
});

describe('one text', () => {
  const table = createTable(['ab', 'abcde', '', 'abcdefgh']);
  const is = (text: number, bytes: string, from = 0) => isText(table, text, viewOf(encode(bytes)), from, bytes.length);

  it('is held against bytes', () => {
    expect([is(0, 'ab'), is(1, 'abcde'), is(2, ''), is(3, 'abcdefgh'), is(0, 'xab', 1)]).toEqual(Array(5).fill(true));
    expect([is(0, 'abc'), is(0, 'a'), is(0, 'xb'), is(1, 'abcdx'), is(1, 'xbcde'), is(3, 'abcdefgx')]).toEqual(
      Array(6).fill(false),
    );
    // There is no fifth.
    expect([is(4, ''), is(4, 'ab'), is(5, '')]).toEqual([false, false, false]);
  });

  it('is skipped with the delimiter behind it', () => {
    const skip = (text: number, bytes: string, from = 0, to = bytes.length) =>
      skipText(table, text, viewOf(encode(bytes)), from, to, COMMA);
    expect(skip(0, 'ab,')).toBe(3);
    expect(skip(1, 'xxabcde,y', 2)).toBe(8);
    expect(skip(2, ',')).toBe(1);
    expect(skip(3, 'abcdefgh,abc')).toBe(9);
    expect([skip(0, 'ab;'), skip(0, 'abc,'), skip(0, 'ax,'), skip(0, 'ab'), skip(0, 'ab,', 0, 2)]).toEqual(
      Array(5).fill(-1),
    );
    expect([skip(3, 'abcdxfgh,'), skip(3, 'abcdefgx,'), skip(3, 'xbcdefgh,'), skip(1, 'abcdx,')]).toEqual(
      Array(4).fill(-1),
    );
  });
});
