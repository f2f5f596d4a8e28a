import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createColumn, setExact, setExempt } from '../../src/model/column.ts';
import { type Exact, equal, exact, toFractionText } from '../../src/model/exact.ts';
import { addExact, addNear, addWhole, createTally, GRID, sumAt, tallyColumn } from '../../src/score/tally.ts';
import { num } from './build.ts';
import { countBigInts } from './count-fractions.ts';

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

describe('the sums of fractions in doubles', () => {
  const over = (n: bigint, d: bigint) => exact(n, d);

  test.each<[string, readonly Exact[], Exact]>([
    // 94906267 × 94906269 = 9007200347623823 is odd and beyond 2^53.
    ['a denominator beyond 2^53', [over(1n, 94906267n), over(1n, 94906269n)], over(189812536n, 94906267n * 94906269n)],
    // 7 × 3000000000000001 and 3 × 7000000000000000 are both beyond it, and 7 apart.
    [
      'two sides beyond it that nearly cancel',
      [over(3000000000000001n, 3n), over(-7000000000000000n, 7n)],
      over(1n, 3n),
    ],
    ['one side beyond it', [over(1n, 3n), over(7000000000000001n, 7n)], over(21000000000000010n, 21n)],
    // 7 × 1286742750677285 is odd and beyond it.
    ['a left side beyond it', [over(1286742750677285n, 3n), over(-5n, 7n)], over(9007199254740980n, 21n)],
    // 6300000000000007 + 6300000000000006 is odd.
    ['a sum beyond it', [over(900000000000001n, 3n), over(2100000000000002n, 7n)], over(12600000000000013n, 21n)],
  ])('lose nothing by %s', (_, values, total) => {
    expect(equal(tallied(values), total)).toBe(true);
  });

  test('make as few long numbers as for one, and none more where there are only decimals', () => {
    const made = (...texts: readonly string[]) => {
      const tally = createTally(1, 30);
      for (const text of texts) {
        const column = createColumn(1);
        setExact(column, 0, num(text));
        tallyColumn(tally, column);
      }
      return countBigInts(() => sumAt(tally, 0));
    };
    // A numerator and a denominator of the decimals; two more for the fractions, however many.
    expect([made(), made('0.5'), made('0.5', '0.25')]).toEqual([2, 2, 2]);
    expect([made('1/3'), made('1/3', '1/7'), made('1/3', '1/7', '1/11', '0.5')]).toEqual([4, 4, 4]);
    expect(made('1/3', '-1/3')).toBe(2);
  });

  test('take nothing from a row that was taken back', () => {
    const column = createColumn(2);
    for (const row of [0, 1]) setExact(column, row, num('1/3'));
    setExempt(column, 0);
    const tally = createTally(2, 30);
    tallyColumn(tally, column);
    expect([0, 1].map((row) => toFractionText(sumAt(tally, row)))).toEqual(['0', '1/3']);
    expect([...tally.reach]).toEqual([0, 1 / 3]);
  });
});

describe('the grid of a tally', () => {
  // A third of 2^53 - 1.
  const LIMIT = 3002399751580330n;

  test.each([
    [LIMIT, true],
    [-LIMIT, true],
    [LIMIT + 1n, false],
    [-LIMIT - 1n, false],
  ])('holds %i whole numbers where three columns come together: %s', (count, isHeld) => {
    const tally = createTally(1, 3);
    const column = createColumn(1);
    setExact(column, 0, exact(count, BigInt(GRID)));
    tallyColumn(tally, column);
    expect([tally.grid[0], tally.reach[0], tally.aside.size]).toEqual(
      isHeld ? [Number(count), 0, 0] : [0, Number.POSITIVE_INFINITY, 1],
    );
    expect(equal(sumAt(tally, 0), exact(count, BigInt(GRID)))).toBe(true);
    const other = createTally(1, 3);
    expect(addWhole(other, 0, Number(count))).toBe(isHeld);
    expect(other.grid[0]).toBe(isHeld ? Number(count) : 0);
  });

  test('holds no number that is none', () => {
    expect(addWhole(createTally(1, 3), 0, Number.NaN)).toBe(false);
  });

  test('is all that is needed for decimals; columns of fractions are kept', () => {
    const tally = createTally(2, 3);
    const decimals = createColumn(2);
    setExact(decimals, 0, num('0.25'));
    tallyColumn(tally, decimals);
    expect(tally.fractions).toEqual([]);
    const fractions = createColumn(2);
    setExact(fractions, 0, num('0.25'));
    setExact(fractions, 1, num('-1/3'));
    tallyColumn(tally, fractions);
    expect(tally.fractions).toEqual([fractions]);
    expect([...tally.grid]).toEqual([5_000_000_000, 0]);
    expect([...tally.near]).toEqual([0, -1 / 3]);
    expect([...tally.reach]).toEqual([0, 1 / 3]);
  });

  test('takes what the doubles of others say, and their fractions', () => {
    const [one, two] = [createTally(2, 9), createTally(2, 9)];
    for (const [tally, texts] of [
      [one, ['1/3', '2']],
      [two, ['-1/7', '0.5']],
    ] as const) {
      for (const text of texts) {
        const column = createColumn(2);
        setExact(column, 1, num(text));
        tallyColumn(tally, column);
      }
    }
    addNear(one, two);
    expect([...one.grid]).toEqual([0, 25_000_000_000]);
    expect([...one.near]).toEqual([0, 1 / 3 - 1 / 7]);
    expect([...one.reach]).toEqual([0, 1 / 3 + 1 / 7]);
    expect(one.fractions).toHaveLength(2);
    addExact(two, 0, num('5'));
    addNear(one, two);
    expect(one.reach[0]).toBe(Number.POSITIVE_INFINITY);
  });
});
