/** Sums side by side over one denominator, against the plain sum of each. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exact, equal, exact, sum } from '../../src/model/exact.ts';
import { commonMultiple, createLedger } from '../../src/model/ledger.ts';

describe('createLedger', () => {
  it('adds each sum by itself: 1/3 + 1/6 and 1/4 over 12', () => {
    const ledger = createLedger(2);
    ledger.add(0, exact(1n, 3n));
    ledger.add(1, exact(1n, 4n));
    ledger.add(0, exact(1n, 6n));
    expect(ledger.close()).toEqual({ ns: [6n, 3n], d: 12n });
  });

  it('has no denominator from what is 0', () => {
    const ledger = createLedger(1);
    ledger.add(0, exact(0n, 7n));
    ledger.add(0, exact(1n, 4n));
    expect(ledger.close()).toEqual({ ns: [1n], d: 4n });
  });

  it('is 0 over 1 with nothing in it', () => {
    expect(createLedger(2).close()).toEqual({ ns: [0n, 0n], d: 1n });
  });

  it('equals the plain sums, for numbers that doubles hold and those that they do not', () => {
    // 2^53 - 1 is the largest whole number that a double surely holds: two of them must not be added as doubles.
    const most = 9_007_199_254_740_991n;
    const n = fc.oneof(
      fc.bigInt(-1000n, 1000n),
      fc.bigInt(most - 2n, most + 2n),
      fc.bigInt(-most - 2n, -most + 2n),
      fc.bigInt(-(10n ** 40n), 10n ** 40n),
    );
    const d = fc.oneof(fc.bigInt(1n, 400n), fc.constantFrom(1n, 10n, 100n, 10_000n), fc.bigInt(1n, 10n ** 30n));
    const entry = fc.record({ sum: fc.nat(2), value: fc.record({ n, d }) });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
        const ledger = createLedger(3);
        for (const each of entries) ledger.add(each.sum, each.value);
        const closed = ledger.close();
        for (const at of [0, 1, 2]) {
          const own = entries.filter((each) => each.sum === at).map(({ value }): Exact => value);
          expect(equal({ n: closed.ns[at] as bigint, d: closed.d }, sum(own))).toBe(true);
        }
      }),
    );
  });
});

describe('commonMultiple', () => {
  it('is the least number that both divide', () => {
    expect(commonMultiple(4n, 6n)).toBe(12n);
    expect(commonMultiple(6n, 3n)).toBe(6n);
    expect(commonMultiple(1n, 7n)).toBe(7n);
    // lcm(1..20) is 232792560 (OEIS A003418).
    expect(Array.from({ length: 20 }, (_, at) => BigInt(at + 1)).reduce(commonMultiple, 1n)).toBe(232_792_560n);
  });
});
