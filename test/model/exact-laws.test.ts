/** Laws of numbers, on thousands of them: what is printed is read back as it was, sums do not depend on order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  type Exact,
  equal,
  exact,
  parseDecimal,
  parseFraction,
  reduce,
  round,
  subtract,
  sum,
  toFixedText,
  toFractionText,
  toText,
} from '../../src/model/exact.ts';

describe('numbers', () => {
  const anyExact = fc
    .tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
    .map(([n, d]) => exact(n, d));

  it('print and parse back to themselves', () => {
    fc.assert(
      fc.property(anyExact, (value) => {
        const parsed = [toFractionText(value), toText(value)].map((text) => parseFraction(text));
        expect(parsed.every((back) => back === undefined || equal(back, value))).toBe(true);
        expect(parsed[0]).toBeDefined();
      }),
      { numRuns: 500, seed: 2013 },
    );
  });

  it('of the grammar survive any number of decimals not fewer than their own, under either mark', () => {
    const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`));
    fc.assert(
      fc.property(fc.constantFrom('', '-'), digits(15), digits(10), fc.constantFrom('.', ','), (minus, a, b, mark) => {
        const value = parseDecimal(`${minus}${a}${mark}${b}`, mark as '.' | ',') as Exact;
        expect(equal(parseDecimal(toFixedText(value, 10)) as Exact, value)).toBe(true);
        expect(equal(parseDecimal(toText(value)) as Exact, value)).toBe(true);
        expect(parseDecimal(`${minus}${a}${mark}${b}`, mark === '.' ? ',' : '.')).toBeUndefined();
      }),
      { numRuns: 500, seed: 2013 },
    );
  });

  it('sum to the same in any order', () => {
    fc.assert(
      fc.property(fc.array(anyExact, { maxLength: 9 }), fc.nat({ max: 8 }), (values, by) => {
        const turned = [...values.slice(by), ...values.slice(0, by)].toReversed();
        expect(equal(sum(turned), sum(values))).toBe(true);
      }),
      { numRuns: 300, seed: 2013 },
    );
  });

  it('are rounded to the nearest, and at the middle away from zero', () => {
    fc.assert(
      fc.property(anyExact, fc.nat({ max: 10 }), (value, decimals) => {
        const rounded = round(value, decimals);
        const off = subtract(rounded, value);
        const distance = off.n < 0n ? exact(-off.n, off.d) : off;
        const half = exact(1n, 2n * 10n ** BigInt(decimals));
        expect(compare(distance, half)).toBeLessThanOrEqual(0);
        const isAway = value.n < 0n ? off.n < 0n : off.n > 0n;
        if (equal(distance, half)) expect(isAway).toBe(true);
      }),
      { numRuns: 500, seed: 2013 },
    );
    // The middle is rare among random numbers: these are all of it.
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat({ max: 10 }), (units, decimals) => {
        const middle = exact(2n * units + 1n, 2n * 10n ** BigInt(decimals));
        const away = units < 0n ? units : units + 1n;
        expect(equal(round(middle, decimals), exact(away, 10n ** BigInt(decimals)))).toBe(true);
      }),
      { numRuns: 500, seed: 2013 },
    );
  });

  it('in lowest terms are the same numbers, and no smaller ones', () => {
    fc.assert(
      fc.property(anyExact, fc.bigInt({ min: 1n, max: 10n ** 6n }), (value, by) => {
        const lowest = reduce(exact(value.n * by, value.d * by));
        expect(equal(lowest, value)).toBe(true);
        expect(lowest).toEqual(reduce(lowest));
        expect(lowest.d <= value.d).toBe(true);
      }),
      { numRuns: 300, seed: 2013 },
    );
  });
});
