/** Sums over the least denominator against sums over the product of all, in plain whole numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exact, exact, ZERO } from '../../src/model/exact.ts';
import { greatestDivisor, lowest, tightSum } from '../../src/model/tight-sum.ts';

/** The largest whole number below which a double holds every one: 2^53 − 1. */
const MOST = 9_007_199_254_740_991n;

/** The greatest common divisor by its definition: looks at every number. */
function divisorByLooking(a: number, b: number): bigint {
  let best = 1;
  for (let each = 1; each <= Math.min(a, b); each++) if (a % each === 0 && b % each === 0) best = each;
  return BigInt(best);
}

/** Euclid's, in whole numbers throughout. */
function euclid(a: bigint, b: bigint): bigint {
  return b === 0n ? a : euclid(b, a % b);
}

describe('the greatest divisor', () => {
  it.each([
    [12n, 18n, 6n],
    [18n, 12n, 6n],
    [7n, 7n, 7n],
    [1n, 9n, 1n],
    [9n, 1n, 1n],
    [100n, 10_000n, 100n],
    // 2^53 − 1 = 6361 × 69431 × 20394401.
    [MOST, 6361n * 2n, 6361n],
    [6361n * 2n, MOST, 6361n],
    [MOST, MOST, MOST],
    [MOST + 1n, 2n ** 40n * 3n, 2n ** 40n],
  ])('of %s and %s is %s', (a, b, divisor) => {
    expect(greatestDivisor(a, b)).toBe(divisor);
  });

  it('is the one that looking at every number finds', () => {
    for (let a = 1; a <= 40; a++) {
      for (let b = 1; b <= 40; b++) expect(greatestDivisor(BigInt(a), BigInt(b))).toBe(divisorByLooking(a, b));
    }
  });

  it('of g·2^k and g·3^m is g, on either side of what a double holds', () => {
    const g = fc.oneof(fc.bigInt(1n, 1000n), fc.bigInt(MOST - 3n, MOST + 3n), fc.bigInt(1n, 10n ** 60n));
    fc.assert(
      fc.property(g, fc.bigInt(0n, 200n), fc.bigInt(0n, 120n), (divisor, twos, threes) => {
        const [a, b] = [divisor * 2n ** twos, divisor * 3n ** threes];
        expect([greatestDivisor(a, b), greatestDivisor(b, a)]).toEqual([divisor, divisor]);
      }),
      { numRuns: 100, seed: 41 },
    );
  });
});

describe('lowest terms', () => {
  it.each([
    [6n, 4n, 3n, 2n],
    [-6n, 4n, -3n, 2n],
    [4n, 6n, 2n, 3n],
    [3n, 7n, 3n, 7n],
    [-3n, 7n, -3n, 7n],
    [5n, 5n, 1n, 1n],
    [-100n, 1n, -100n, 1n],
    [10n ** 40n, 10n ** 38n * 3n, 100n, 3n],
    [0n, 9n, 0n, 1n],
  ])('of %s/%s are %s/%s', (n, d, ownN, ownD) => {
    expect(lowest({ n, d })).toEqual({ n: ownN, d: ownD });
  });

  it('leave behind what was known of the number before: the fraction alone comes back', () => {
    expect(lowest({ n: 150n, d: 100n, count: 150, places: 2 })).toEqual({ n: 3n, d: 2n });
    expect(lowest({ n: 3n, d: 2n, count: 3, places: 0 })).toEqual({ n: 3n, d: 2n });
  });
});

describe('a tight sum', () => {
  it.each<[string, readonly Exact[], Exact]>([
    ['of nothing is 0', [], ZERO],
    ['of one is that one', [exact(3n, 7n)], exact(3n, 7n)],
    ['1/3 + 1/6 is 3 over 6: the denominator is the least of both', [exact(1n, 3n), exact(1n, 6n)], exact(3n, 6n)],
    ['1/4 + 1/6 is 5/12, not 10/24', [exact(1n, 4n), exact(1n, 6n)], exact(5n, 12n)],
    ['1/6 + 1/4 − 1/12 is 4/12', [exact(1n, 6n), exact(1n, 4n), exact(-1n, 12n)], exact(4n, 12n)],
    ['1/5 + 2/5 − 4/5 stays over 5', [exact(1n, 5n), exact(2n, 5n), exact(-4n, 5n)], exact(-1n, 5n)],
    ['0/7 brings no 7', [exact(0n, 7n), exact(1n, 3n), exact(0n, 11n)], exact(1n, 3n)],
    ['zeros alone are 0 over 1', [exact(0n, 7n), exact(0n, 9n)], ZERO],
  ])('%s', (_, values, expected) => {
    expect(tightSum(values)).toEqual(expected);
  });

  it('is what the sum over the product of all denominators is; its own divides their least common multiple', () => {
    const n = fc.oneof(fc.bigInt(-1000n, 1000n), fc.bigInt(-(10n ** 30n), 10n ** 30n));
    const d = fc.oneof(fc.constantFrom(1n, 2n, 4n, 10n, 100n, 34n, MOST, MOST + 1n), fc.bigInt(1n, 200n));
    fc.assert(
      fc.property(fc.array(fc.record({ n, d }), { maxLength: 20 }), (values) => {
        const product = values.reduce((all, one) => all * one.d, 1n);
        const numerator = values.reduce((all, one) => all + one.n * (product / one.d), 0n);
        const found = tightSum(values);
        expect(found.d).toBeGreaterThan(0n);
        expect(found.n * product).toBe(numerator * found.d);
        const common = values.reduce((all, one) => (all * one.d) / euclid(all, one.d), 1n);
        expect(common % found.d).toBe(0n);
      }),
      { numRuns: 100, seed: 42 },
    );
  });

  it('of the fractions of one to a hundred has a denominator of 41 digits, where their product has 158', () => {
    // lcm(1..100) = 69720375229712477164533808935312303556800 (OEIS A003418); 100! has 158 digits.
    const values = Array.from({ length: 100 }, (_, at) => exact(1n, BigInt(at + 1)));
    expect(tightSum(values).d).toBe(69_720_375_229_712_477_164_533_808_935_312_303_556_800n);
  });
});
