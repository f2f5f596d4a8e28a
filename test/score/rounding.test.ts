import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createColumn, EMPTY, EXEMPT, exactAt, setExact, setExempt, stateOf } from '../../src/model/column.ts';
import { type Exact, equal, exact, toFixedText } from '../../src/model/exact.ts';
import { roundColumn } from '../../src/score/rounding.ts';
import { num } from './build.ts';
import { countBigInts } from './count-fractions.ts';

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

  test('just below one and a half, where twice the numerator and the denominator together are beyond doubles', () => {
    // With d = 2^51 + 1 and n = (3d - 1)/2 the value is 3/2 - 1/(2d); 2n + d is 4d - 1, which a double takes for 4d.
    expect(rounded(exact(3377699720527873n, 2251799813685249n), 0)).toEqual({ n: 1n, d: 1n });
    expect(rounded(exact(3377699720527874n, 2251799813685249n), 0)).toEqual({ n: 2n, d: 1n });
  });

  test('makes no whole number of any length where doubles hold every step, and does where one does not', () => {
    const made = (value: string, decimals: number): number => {
      const column = createColumn(1);
      setExact(column, 0, num(value));
      return countBigInts(() => roundColumn(column, decimals));
    };
    expect([made('92.085', 2), made('-2/3', 2), made('0', 10), made('999999/7', 2)]).toEqual([0, 0, 0, 0]);
    expect(made('9007199254740.93', 2)).toBeGreaterThan(0);
    // Twice the denominator is beyond them: 1/5000000000000001.
    expect(made('1/5000000000000001', 0)).toBeGreaterThan(0);
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
