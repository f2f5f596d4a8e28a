import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonDivisor, isSafe, quotient } from '../../src/score/safe.ts';

const LARGEST = 2 ** 53 - 1;

describe('a whole number in a double', () => {
  it('is exact up to 2^53 - 1 on either side', () => {
    expect([0, LARGEST, -LARGEST].map(isSafe)).toEqual([true, true, true]);
    expect([LARGEST + 1, -LARGEST - 1, Number.POSITIVE_INFINITY, Number.NaN].map(isSafe)).toEqual([
      ...[false, false, false, false],
    ]);
  });
});

describe('the greatest common divisor', () => {
  it.each([
    [12, 18, 6],
    [18, 12, 6],
    [-12, 18, 6],
    [12, -18, 6],
    [7, 9, 1],
    [0, 5, 5],
    [5, 0, 5],
    [0, -5, 5],
    [0, 0, 0],
    [LARGEST, LARGEST, LARGEST],
  ])('of %i and %i is %i', (a, b, divisor) => {
    expect(commonDivisor(a, b)).toBe(divisor);
  });
});

describe('a quotient', () => {
  it('is that of whole numbers rounded down, whatever the double of it is rounded to', () => {
    const magnitude = fc.oneof(
      fc.maxSafeNat(),
      fc.integer({ min: 0, max: 1000 }).map((less) => LARGEST - less),
    );
    const safe = fc.tuple(magnitude, fc.constantFrom(1, -1)).map(([a, sign]) => a * sign);
    const divisor = fc.oneof(fc.maxSafeNat(), fc.integer({ min: 1, max: 1000 })).filter((b) => b > 0);
    fc.assert(
      fc.property(safe, divisor, (a, b) => {
        const [top, under] = [BigInt(a), BigInt(b)];
        const rest = ((top % under) + under) % under;
        expect(BigInt(quotient(a, b))).toBe((top - rest) / under);
      }),
      { numRuns: 1_000, seed: 2013 },
    );
    expect([quotient(7, 2), quotient(-7, 2), quotient(-8, 2)]).toEqual([3, -4, -4]);
    expect(quotient(LARGEST, 2)).toBe(2 ** 52 - 1);
  });
});
