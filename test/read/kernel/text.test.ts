/** Texts found by their bytes in the memory, by both engines: of texts that are alike in length, beginning or end. */
import { describe, expect, it } from 'vitest';
import { Memory } from '../../../src/read/kernel/memory.ts';
import { addBytes, createTable } from '../../../src/read/scan-table.ts';
import { place } from './bytes-by-hand.ts';
import { ENGINES } from './engines.ts';

const COMMA = 0x2c;

describe.each(ENGINES)('%s: a text', (_, engineOf) => {
  const memory = new Memory();
  const { findBytes, isText, skipText } = engineOf(memory);
  const table = createTable(memory, ['ab', 'abcde', '', 'abcdefgh']).at;

  const is = (text: number, written: string, from = 0) => isText(memory, table, text, from, place(memory, written));
  const skip = (text: number, written: string, from = 0, to?: number) => {
    const end = place(memory, written);
    return skipText(memory, table, text, from, to ?? end, COMMA);
  };
  const find = (written: string, from = 0, to?: number) => {
    const end = place(memory, written);
    return findBytes(memory, table, from, to ?? end);
  };

  it('is held against bytes', () => {
    expect([is(0, 'ab'), is(1, 'abcde'), is(2, ''), is(3, 'abcdefgh'), is(0, 'xab', 1)]).toEqual(Array(5).fill(true));
    expect([is(0, 'abc'), is(0, 'a'), is(0, 'xb'), is(1, 'abcdx'), is(1, 'xbcde'), is(3, 'abcdefgx')]).toEqual(
      Array(6).fill(false),
    );
    // There is no fifth.
    expect([is(4, ''), is(4, 'ab'), is(5, '')]).toEqual([false, false, false]);
  });

  it('is skipped with the delimiter behind it', () => {
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

  it('is found by its bytes, wherever they begin', () => {
    for (const [number, text] of ['ab', 'abcde', '', 'abcdefgh'].entries()) {
      for (let from = 0; from < 5; from++) {
        expect(find(`${'x'.repeat(from)}${text},rest`, from, from + text.length)).toBe(number);
      }
    }
    expect([find('a'), find('abc'), find('abcd'), find('abcdf'), find('abcdefgi'), find('abcdefghi')]).toEqual(
      Array(6).fill(-1),
    );
  });

  it('is added and found where it stands', () => {
    const own = createTable(memory, ['first']);
    place(memory, 'xxab,cabcd..first.');
    expect(addBytes(own, 2, 4)).toBe(1);
    expect(findBytes(memory, own.at, 2, 4)).toBe(1);
    expect(findBytes(memory, own.at, 6, 8)).toBe(1);
    expect(findBytes(memory, own.at, 6, 9)).toBe(-1);
    expect(findBytes(memory, own.at, 12, 17)).toBe(0);
    // What stood in the piece was copied.
    place(memory, '..cd');
    expect(findBytes(memory, own.at, 2, 4)).toBe(-1);
    place(memory, '..ab');
    expect(findBytes(memory, own.at, 2, 4)).toBe(1);
  });

  it('of any bytes is found by every engine where the script has put it', () => {
    const texts = Array.from({ length: 3000 }, (_, at) => {
      const length = at % 23;
      const drawn = Array.from({ length }, (_, place) =>
        String.fromCodePoint(((at * 7919 + place * 104729) % 480) + 32),
      );
      return `${at}${drawn.join('')}`;
    });
    const own = createTable(memory, texts);
    const numbers = texts.map((text) => findBytes(memory, own.at, 3, place(memory, text, 3)));
    expect(numbers).toEqual(texts.map((_, at) => at));
    const others = texts.filter((text) => findBytes(memory, own.at, 3, place(memory, `${text}~`, 3)) !== -1);
    expect(others).toEqual([]);
  });
});
