import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createColumn, EMPTY, EXEMPT, exactAt, setExact, setExempt, stateOf } from '../../src/model/column.ts';
import { type Exact, equal, exact, toFixedText } from '../../src/model/exact.ts';
import { roundColumn } from '../../src/score/rounding.ts';
import { num } from './build.ts';

function rounded(value: Exact, decimals: number): Exact {
  const column = createColumn(3);
  setExact(column, 1, value);
  setExempt(column, 2);
  roundColumn(column, decimals);
  expect(stateOf(column, 0)).toBe(EMPTY);
  expect(stateOf(column, 2)).toBe(EXEMPT);
  return exactAt(column, 1) as Exact;
}

/** Half away from zero by the remainder of a division: another way than the column's. */
function roundByHand({ n, d }: Exact, decimals: number): Exact {
  const scaled = (n < 0n ? -n : n) * 10n ** BigInt(decimals);
  const up = 2n * (scaled % d) >= d ? 1n : 0n;
  const magnitude = scaled / d + up;
  return { n: n < 0n ? -magnitude : magnitude, d: 10n ** BigInt(decimals) };
}

describe('roundColumn', () => {
  test.each([
    ['92.085', 2, '92.09'],
    ['1.005', 2, '1.01'],
    ['-0.005', 2, '-0.01'],
    ['-0.004', 2, '0.00'],
    ['1/3', 2, '0.33'],
    ['2/3', 2, '0.67'],
    ['0.5', 0, '1'],
    ['1.4999999999', 0, '1'],
    ['5', 10, '5.0000000000'],
  ])('%s to %i places is %s', (value, decimals, text) => {
    expect(toFixedText(rounded(num(value), decimals), decimals)).toBe(text);
  });

  test('just below a half, as near as doubles come', () => {
    // 2250799813685247/4501599627370495 = 1/2 - 1/(2 × 4501599627370495): twice it plus one is still below 2.
    expect(rounded(exact(2250799813685247n, 4501599627370495n), 0).n).toBe(0n);
    expect(rounded(exact(2250799813685248n, 4501599627370495n), 0).n).toBe(1n);
  });

  test('agrees with long division, within doubles and beyond', () => {
    const n = fc.oneof(
      fc.bigInt(-1000n, 1000n),
      fc.bigInt(-(2n ** 53n), 2n ** 53n),
      fc.bigInt(-(2n ** 80n), 2n ** 80n),
    );
    const d = fc.oneof(fc.bigInt(1n, 200n), fc.bigInt(1n, 2n ** 53n), fc.bigInt(1n, 2n ** 80n));
    fc.assert(
      fc.property(n, d, fc.integer({ min: 0, max: 10 }), (top, bottom, decimals) => {
        const value = { n: top, d: bottom };
        expect(equal(rounded(value, decimals), roundByHand(value, decimals))).toBe(true);
      }),
      { numRuns: 500, seed: 12 },
    );
  });
});
