/** The filter: whichever way decides, the outcome is that of the exact fractions. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HUNDRED } from '../../src/model/exact.ts';
import { compareNear, decided, forced, LateIndex, roundNear } from '../../src/score/filter.ts';
import { num } from './build.ts';
import { tallied } from './filter-units.ts';
import { proveFilter } from './prove-filter.ts';

beforeEach(() => {
  decided.near = 0;
  decided.exact = 0;
});

afterEach(() => {
  forced.exact = false;
});

proveFilter(250);

describe('filter', () => {
  test('doubles decide none that lies on a line', () => {
    const onLine = ['1/3,1/3,1/3,0.005', '89,1/3,1/3,197/600', '0.005,1/999999937,-1/999999937'];
    for (const { late } of tallied(onLine.map((text) => text.split(',').map(num)))) roundNear(late, 2);
    expect([decided.near, decided.exact]).toEqual([0, 3]);
  });

  test('an index against a grade line that it meets exactly, and by a hair does not', () => {
    const texts = ['1/3,1/3,1/3', '1/3,1/3,1/3,-1/1000000007,1/1000000009'];
    const [on, below] = tallied(texts.map((text) => text.split(',').map(num))).map(
      ({ late }) => new LateIndex(late, num('3')),
    ) as [LateIndex, LateIndex];
    const line = { n: HUNDRED.n, d: 3n };
    expect(compareNear(on, line)).toBe(0);
    expect(compareNear(below, line)).toBeLessThan(0);
  });
});
