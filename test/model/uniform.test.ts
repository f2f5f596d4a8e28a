import { expect, test } from 'vitest';
import { isUniform } from '../../src/model/uniform.ts';

test('bytes are all the same, or one of them is not, wherever it stands', () => {
  expect([[], [7], [7, 7], [0, 0, 0]].map((bytes) => isUniform(Uint8Array.from(bytes)))).toEqual(Array(4).fill(true));
  for (const size of [2, 3, 8, 9, 100]) {
    const bytes = new Uint8Array(new SharedArrayBuffer(size + 3), 3).fill(1);
    expect(isUniform(bytes)).toBe(true);
    for (let at = 0; at < size; at++) {
      bytes[at] = 2;
      expect([size, at, isUniform(bytes)]).toEqual([size, at, false]);
      bytes[at] = 1;
    }
  }
});
