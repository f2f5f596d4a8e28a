/** The filter over many units; too slow for mutation testing, which has the same laws over fewer (filter.test.ts). */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decided, forced, roundNear } from '../../src/score/filter.ts';
import { drawUnits, tallied } from './filter-units.ts';
import { proveFilter } from './prove-filter.ts';

beforeEach(() => {
  decided.near = 0;
  decided.exact = 0;
});

afterEach(() => {
  forced.exact = false;
});

proveFilter(10_000);

describe('the filter', () => {
  test('is nearly always decided by doubles', () => {
    for (const { late } of tallied(drawUnits(10_000))) roundNear(late, 2);
    expect(decided.near + decided.exact).toBe(10_000);
    expect(decided.exact).toBeLessThan(20);
  });
});
