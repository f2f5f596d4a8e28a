/** Places against two plain arrays, in any order of rows, files and lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clearPlace,
  createAnchors,
  createPlaces,
  fileAt,
  hasPlace,
  lineAt,
  pickAnchors,
  pickPlaces,
  setPlace,
} from '../../src/model/places.ts';

const SIZE = 5;

describe('places', () => {
  it('tell what was set last, and nothing of a row that was cleared', () => {
    const step = fc.record({
      leaf: fc.nat(2),
      row: fc.nat(SIZE - 1),
      file: fc.nat(2),
      line: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 2 ** 31 - 1 })),
      isCleared: fc.nat(5).map((drawn) => drawn === 0),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.subarray([0, 1, 2, 3, 4]), (steps, rows) => {
        const anchors = createAnchors(SIZE);
        const leaves = [0, 1, 2].map(() => ({ places: createPlaces(anchors), plain: new Map<number, number[]>() }));
        for (const { leaf, row, file, line, isCleared } of steps) {
          const { places, plain } = leaves[leaf] as (typeof leaves)[0];
          if (isCleared) clearPlace(places, row);
          else setPlace(places, row, file, line);
          if (isCleared) plain.delete(row);
          else plain.set(row, [file, line]);
        }
        const picked = pickAnchors(anchors, rows);
        for (const { places, plain } of leaves) {
          const told = (of: typeof places, row: number) =>
            lineAt(of, row) === 0 ? undefined : [fileAt(of, row), lineAt(of, row)];
          expect([0, 1, 2, 3, 4].map((row) => told(places, row))).toEqual([0, 1, 2, 3, 4].map((row) => plain.get(row)));
          const some = pickPlaces(places, rows, picked);
          expect(rows.map((_, at) => told(some, at))).toEqual(rows.map((row) => plain.get(row)));
        }
      }),
      { numRuns: 500, seed: 31 },
    );
  });

  it('that are picked are of their own: nothing that is written in them is seen where they were picked', () => {
    const anchors = createAnchors(3);
    const places = createPlaces(anchors);
    for (const [row, line] of [7, 9, 300].entries()) setPlace(places, row, 2, line);
    const picked = pickPlaces(places, [2, 0], pickAnchors(anchors, [2, 0]));
    setPlace(picked, 0, 2, 301);
    clearPlace(picked, 1);
    expect([0, 1, 2].map((row) => lineAt(places, row))).toEqual([7, 9, 300]);
    expect([0, 1].map((row) => lineAt(picked, row))).toEqual([301, 0]);
  });

  it('keep the file of a row only where it is another than that of the first row of its unit', () => {
    const anchors = createAnchors(2);
    const [first, second] = [createPlaces(anchors), createPlaces(anchors)];
    for (const row of [0, 1]) setPlace(first, row, 2, 7);
    setPlace(second, 0, 2, 9);
    setPlace(second, 1, 3, 9);
    expect([first.elsewhere, second.elsewhere]).toEqual([undefined, new Map([[1, 3]])]);
    expect(pickPlaces(second, [0], pickAnchors(anchors, [0])).elsewhere).toBeUndefined();
    setPlace(second, 1, 2, 10);
    expect([fileAt(second, 1), second.elsewhere?.size]).toEqual([2, 0]);
  });

  it('take a bit a row while all rows of a leaf stand as far below the first of their units, even far or above', () => {
    for (const [lines, distance] of [
      [[7, 1000, 20], 0],
      [[7, 1000, 20], 300],
      [[7, 1000, 20], -5],
    ] as const) {
      const anchors = createAnchors(9);
      const [first, leaf] = [createPlaces(anchors), createPlaces(anchors)];
      for (const [row, line] of lines.entries()) {
        setPlace(first, row, 0, line);
        setPlace(leaf, row, 0, line + distance);
      }
      clearPlace(leaf, 1);
      expect([first.below.length, leaf.below.length, leaf.seen.length]).toEqual([0, 0, 2]);
      expect([0, 1, 2, 8].map((row) => lineAt(leaf, row))).toEqual([7 + distance, 0, 20 + distance, 0]);
      expect([0, 1, 2, 8].map((row) => hasPlace(leaf, row))).toEqual([true, false, true, false]);
      // One that stands elsewhere gives each a distance of its own, and those that were there theirs.
      setPlace(leaf, 8, 0, 50);
      setPlace(leaf, 8, 0, 53);
      expect([0, 1, 2, 8].map((row) => lineAt(leaf, row))).toEqual([7 + distance, 0, 20 + distance, 53]);
      expect([leaf.below.length, leaf.seen.length]).toEqual([9, 2]);
    }
  });

  it('take a byte a row where rows stand together, four where they do not', () => {
    const anchors = createAnchors(2);
    const [near, far] = [createPlaces(anchors), createPlaces(anchors)];
    setPlace(near, 0, 7, 1000);
    setPlace(near, 1, 7, 2000);
    setPlace(near, 1, 7, 2001);
    setPlace(far, 0, 7, 1254);
    setPlace(far, 1, 7, 1999);
    expect([near, far].map(({ below }) => below.BYTES_PER_ELEMENT)).toEqual([1, 4]);
    expect([0, 1].map((row) => [lineAt(near, row), lineAt(far, row)])).toEqual([
      [1000, 1254],
      [2001, 1999],
    ]);
    setPlace(near, 0, 7, 1255);
    expect([near.below.BYTES_PER_ELEMENT, lineAt(near, 0)]).toEqual([4, 1255]);
  });
});
