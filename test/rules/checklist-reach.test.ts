/** Sets of further items: which are told, which are as good and not told, and when not all sums were looked at. */
import { describe, expect, it } from 'vitest';
import { type Exact, exact, toText, ZERO } from '../../src/model/exact.ts';
import { reachOfItems } from '../../src/rules/checklist-reach.ts';

const items = (points: readonly number[]): ReadonlyMap<string, Exact> =>
  new Map(points.map((each, at) => [`i${at}`, exact(BigInt(each))]));

function waysOf(points: readonly number[], costs?: ReadonlyMap<string, Exact>) {
  const all = items(points);
  return reachOfItems([...all.keys()], all, ZERO, costs);
}

const told = (points: readonly number[], lang: 'en' | 'vi' = 'en', costs?: ReadonlyMap<string, Exact>) =>
  waysOf(points, costs).map(({ low, tell }) => `${toText(low)}: ${tell(low)[lang]}`);

describe('sets of items that are as good as each other', () => {
  it('are all told where they are three', () => {
    expect(told([1, 1, 1])).toEqual([
      '1: also i0 or i1 or i2',
      '2: also i0, i1; or i0, i2; or i1, i2',
      '3: also i0, i1, i2',
    ]);
  });

  it('are told as more where they are four, whichever came first', () => {
    expect(told([1, 1, 1, 1])[0]).toBe('1: also i0 or i1 or i2; or others alike');
    expect(told([1, 1, 1, 1], 'vi')[0]).toBe('1: thêm i0 hoặc i1 hoặc i2; hoặc nội dung khác tương tự');
  });

  it('are parted by a ";" where one of them has several items', () => {
    // The one of 3 costs as much as those of 1 and 2, but is one item alone: it is better, and stands alone.
    expect(told([1, 2, 3])[2]).toBe('3: also i2');
    // Of 4 there are two sets of two: 1 + 3, and 2 + 2.
    expect(told([1, 3, 2, 2])).toContain('4: also i0, i1; or i2, i3');
  });
});

describe('a way of items', () => {
  it('names the first of its sets', () => {
    expect(waysOf([1, 1]).map(({ names }) => names)).toEqual([
      { of: 'items', list: ['i0'] },
      { of: 'items', list: ['i0', 'i1'] },
    ]);
  });

  it('takes nothing of an item without points', () => {
    expect(told([0, 1])).toEqual(['1: also i1']);
  });

  it('is a sample where the sums are more than are looked at', () => {
    const powers = (count: number) => Array.from({ length: count }, (_, at) => 2 ** at);
    // 2^14 sums are 16,384; of a fifteenth item there would be 32,768, so that it is left out.
    const all = waysOf(powers(14));
    expect(all).toHaveLength(16_383);
    expect(all.some(({ isSample }) => isSample)).toBe(false);
    const sample = waysOf(powers(15));
    expect(sample).toHaveLength(16_383);
    expect(sample.every(({ isSample }) => isSample === true)).toBe(true);
  });
});
