/** Tables of texts in a memory, against a map; of texts that are alike in length, beginning or end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/model/assessment.ts';
import { MASK_OF, SLOTS_OF } from '../../src/read/kernel/map.ts';
import { Memory } from '../../src/read/kernel/memory.ts';
import { createEngine } from '../../src/read/scan-kernel.ts';
import {
  addText,
  type ByteTable,
  countOf,
  createLargeTable,
  createTable,
  findText,
  lettersOf,
} from '../../src/read/scan-table.ts';

const tableOf = (texts: readonly string[] = [], expected?: number) => createTable(new Memory(), texts, expected);

/** What stands in the slots of a table: 0, or 1 + the number of a text. */
function slotsOf({ memory, at }: ByteTable): readonly number[] {
  const slots = memory.int(at + SLOTS_OF);
  return Array.from({ length: memory.int(at + MASK_OF) + 1 }, (_, slot) => memory.int(slots + 4 * slot));
}

describe('a table of texts', () => {
  it('gives each its number, and none to what is not there', () => {
    const texts = Array.from({ length: 40 }, (_, length) => 'abcdefghij'.repeat(4).slice(0, length));
    const table = tableOf(texts);
    expect(countOf(table)).toBe(40);
    expect(texts.map((text) => findText(table, text))).toEqual(texts.map((_, at) => at));
    // One letter changed in every place of every text.
    for (const text of texts) {
      for (let at = 0; at < text.length; at++) {
        expect(findText(table, `${text.slice(0, at)}x${text.slice(at + 1)}`)).toBe(-1);
      }
    }
    expect(findText(tableOf(), '')).toBe(-1);
    expect(countOf(tableOf())).toBe(0);
  });

  it('grows with any texts, and holds what it held', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'ế', '👍'), maxLength: 60 })), (texts) => {
        const table = tableOf();
        const own = new Map<string, number>();
        for (const text of texts) {
          expect(findText(table, text)).toBe(-1);
          own.set(text, addText(table, text));
          expect(own.get(text)).toBe(own.size - 1);
        }
        for (const [text, number] of own) expect(findText(table, text)).toBe(number);
        expect(findText(table, 'c')).toBe(-1);
        expect([countOf(table), lettersOf(table)]).toEqual([own.size, Buffer.byteLength(texts.join(''))]);
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it('holds texts longer than any before, and many', () => {
    const long = ['ế'.repeat(341), 'ế'.repeat(342), 'ế'.repeat(2000), 'x'.repeat(1024), 'x'.repeat(3000)];
    const table = tableOf(long);
    expect(long.map((text) => findText(table, text))).toEqual([0, 1, 2, 3, 4]);
    expect(findText(table, 'ế'.repeat(2001))).toBe(-1);
    const many = tableOf(Array.from({ length: 3000 }, (_, at) => `xa-${at}`));
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
      const texts = Array.from({ length: 5000 }, (_, at) => shape(at));
      const slots = slotsOf(tableOf(texts, 5000));
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
    // Room for one text more than expected, and twice as many when it is full.
    expect(slotsOf(tableOf([], 7)).length).toBe(16);
    expect(slotsOf(tableOf([], 8)).length).toBe(32);
    const grown = tableOf();
    for (let count = 1; count <= 300; count++) {
      addText(grown, `${count}`);
      const slots = slotsOf(grown);
      expect(slots.filter((slot) => slot > 0).sort((a, b) => a - b)).toEqual(
        Array.from({ length: count }, (_, at) => at + 1),
      );
      expect(slots.length).toBeGreaterThanOrEqual(2 * count);
    }
  });

  it('shares its memory with others, which grow beside it', () => {
    const memory = new Memory();
    const [one, other] = [createTable(memory), createTable(memory, [], 1)];
    const beside = memory.allotInts(100).fill(7);
    const texts = Array.from({ length: 500 }, (_, at) => `${at}`.repeat(1 + (at % 5)));
    for (const text of texts) {
      addText(one, `một ${text}`);
      addText(other, `${text}`);
    }
    expect(texts.map((text) => findText(one, `một ${text}`))).toEqual(texts.map((_, at) => at));
    expect(texts.map((text) => findText(other, text))).toEqual(texts.map((_, at) => at));
    expect(texts.map((text) => findText(one, text))).toEqual(texts.map(() => -1));
    expect(beside.every((each) => each === 7)).toBe(true);
  });
});

describe('a table of many texts', () => {
  it.each([
    ['ids', ['a', 'ab', 'xã-ế', '']],
    ['long ones', ['x'.repeat(100), 'xa', 'ế'.repeat(90), `${'x'.repeat(99)}ế`, 'y'.repeat(1000)]],
    // In tables a NUL is refused before, but a table must not lose count by one.
    ['a NUL', ['a', 'b\0c', 'd', '\0']],
    ['none', []],
  ])('with %s among them has each under its number, also when others come', (_, texts) => {
    const table = createLargeTable(
      createEngine(),
      [texts.slice(0, 2), texts.slice(2)].map((some) => some.map((id) => ({ id }) as Unit)),
    );
    expect(countOf(table)).toBe(texts.length);
    expect(texts.map((text) => findText(table, text))).toEqual(texts.map((_text, at) => at));
    expect(findText(table, 'c')).toBe(-1);
    expect(addText(table, 'another')).toBe(texts.length);
    expect(findText(table, 'another')).toBe(texts.length);
    expect(texts.map((text) => findText(table, text))).toEqual(texts.map((_text, at) => at));
  });
});
