/** Where a column lies for the kernel: in its memory, and apart from it. */
import { expect, it } from 'vitest';
import { createColumn, setPair } from '../../src/model/column.ts';
import * as map from '../../src/read/kernel/map.ts';
import { Memory } from '../../src/read/kernel/memory.ts';
import { layColumn } from '../../src/read/laid-column.ts';

const WIDTHS = [map.NUMBER_WIDTH, map.DENOMINATOR_WIDTH];

it('a column is told by its addresses, the bytes of its numbers and its denominator', () => {
  const memory = new Memory();
  const at = memory.allot(map.COLUMN);
  const column = createColumn(3, memory);
  setPair(column, 1, 7, 4);
  layColumn(memory, at, column);
  expect(memory.double(at + map.SHARED)).toBe(column.shared);
  expect(memory.int(at + map.NUMBERS)).toBe(column.n.byteOffset);
  expect(WIDTHS.map((of) => memory.int(at + of))).toEqual([2, 0]);
  // 4 is no multiple of 3: each number has a denominator of its own from here on.
  setPair(column, 2, 1, 3);
  layColumn(memory, at, column);
  expect(memory.int(at + map.DENOMINATORS)).toBe(column.d.byteOffset);
  expect(WIDTHS.map((of) => memory.int(at + of))).toEqual([2, 2]);
});

it('a column that is apart, or has no number yet, is left to the script', () => {
  const memory = new Memory();
  const at = memory.allot(map.COLUMN);
  const apart = createColumn(3);
  setPair(apart, 1, 7, 4);
  for (const column of [apart, createColumn(3, memory)]) {
    layColumn(memory, at, column);
    expect([memory.double(at + map.SHARED), ...WIDTHS.map((of) => memory.int(at + of))]).toEqual([0, 0, 0]);
  }
});
