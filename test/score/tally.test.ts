import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createColumn, setExact, setExempt } from '../../src/model/column.ts';
import { type Exact, equal, exact, toFractionText } from '../../src/model/exact.ts';
import { createTally, sumAt, tallyColumn } from '../../src/score/tally.ts';
import { num } from './build.ts';

/** The sum of one row, one column a number. */
function tallied(values: readonly Exact[]): Exact {
  const tally = createTally(1, 30);
  for (const value of values) {
    const column = createColumn(1);
    setExact(column, 0, value);
    tallyColumn(tally, column);
  }
  return sumAt(tally, 0);
}

describe('tally', () => {
  test.each([
    ['nothing', [], '0'],
    ['decimals', ['0.1', '0.2', '0.3'], '3/5'],
    ['three thirds', ['1/3', '1/3', '1/3'], '1'],
    ['decimals and fractions', ['0.5', '1/3', '1/7'], '41/42'],
    ['ten decimals', ['0.0000000001', '92.0850000000'], '920850000001/10000000000'],
    ['negative ones', ['-1.5', '1', '-1/3'], '-5/6'],
  ])('%s', (_, values, total) => {
    expect(toFractionText(tallied(values.map(num)))).toBe(total);
  });

  test('unlike denominators beyond 2^53: 1/p over the primes from 2 to 53', () => {
    // Over the product of the sixteen primes, each numerator is that product without its prime.
    const primes = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n, 53n];
    const product = primes.reduce((all, prime) => all * prime, 1n);
    const top = primes.reduce((all, prime) => all + product / prime, 0n);
    expect(equal(tallied(primes.map((prime) => exact(1n, prime))), exact(top, product))).toBe(true);
  });

  test('decimals too large for the grid', () => {
    expect(toFractionText(tallied([exact(2n ** 53n - 1n), exact(2n ** 53n - 1n)]))).toBe('18014398509481982');
  });

  test('rows do not mix, exempt and empty ones add nothing', () => {
    const column = createColumn(3);
    setExact(column, 0, num('1/3'));
    setExempt(column, 1);
    const tally = createTally(3, 30);
    tallyColumn(tally, column);
    tallyColumn(tally, column);
    expect([0, 1, 2].map((row) => toFractionText(sumAt(tally, row)))).toEqual(['2/3', '0', '0']);
  });

  test('agrees with adding over the product of all denominators', () => {
    const n = fc.oneof(fc.bigInt(-500n, 500n), fc.bigInt(-(2n ** 53n), 2n ** 53n), fc.bigInt(-(2n ** 64n), 2n ** 64n));
    const d = fc.oneof(
      fc.constantFrom(1n, 10n, 100n, 10_000n, 8n, 10n ** 10n),
      fc.bigInt(1n, 400n),
      fc.bigInt(1n, 2n ** 56n),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ n, d }), { maxLength: 30 }), (values) => {
        const product = values.reduce((all, value) => all * value.d, 1n);
        const top = values.reduce((all, value) => all + value.n * (product / value.d), 0n);
        expect(equal(tallied(values), { n: top, d: product })).toBe(true);
      }),
      { numRuns: 300, seed: 13 },
    );
  });
});
