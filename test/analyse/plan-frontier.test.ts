/** Frontiers against tables: the least price of every gain, looked up gain by gain. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atLeast,
  cheapest,
  compareOutlays,
  type Frontier,
  mostOf,
  type Outlay,
  outlayOf,
  type Run,
  smaller,
  together,
  upTo,
} from '../../src/analyse/plan-frontier.ts';

const meter = () => ({ left: 1_000_000, isCut: false });

const anyRun: fc.Arbitrary<Run> = fc
  .record({
    low: fc.bigInt({ min: 0n, max: 12n }),
    room: fc.constantFrom(0n, 0n, 1n, 4n),
    cost: fc.bigInt({ min: 0n, max: 9n }),
    rate: fc.bigInt({ min: 0n, max: 3n }),
    count: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ low, room, cost, rate, count }) => ({ low, high: low + room, cost, rate, count }));

const anyRuns = fc.array(anyRun, { minLength: 1, maxLength: 6 });

/** The least price of exactly each gain. */
type PriceList = ReadonlyMap<bigint, Outlay>;

function put(prices: Map<bigint, Outlay>, gain: bigint, price: Outlay): void {
  const known = prices.get(gain);
  if (known === undefined || compareOutlays(price, known) < 0) prices.set(gain, price);
}

function listOf(runs: readonly Run[]): PriceList {
  const prices = new Map<bigint, Outlay>();
  for (const { low, high, cost, rate, count } of runs) {
    for (let gain = low; gain <= high; gain++) put(prices, gain, { cost: cost + rate * (gain - low), count });
  }
  return prices;
}

/** Of all gains that are enough the cheapest. */
function leastFor(prices: PriceList, gain: bigint): Outlay | undefined {
  return [...prices]
    .filter(([each]) => each >= gain)
    .map(([, price]) => price)
    .toSorted(compareOutlays)[0];
}

function plain(price: Outlay | undefined): readonly [bigint, number] | undefined {
  return price && [price.cost, price.count];
}

/** The frontier says of every gain what the list says, and is in order. */
function expectSame(frontier: Frontier, prices: PriceList): void {
  for (let gain = 0n; gain <= 40n; gain++) {
    expect(plain(outlayOf(frontier, gain))).toEqual(plain(leastFor(prices, gain)));
  }
  expect(mostOf(frontier)).toBe([...prices.keys()].reduce((most, gain) => (gain > most ? gain : most), 0n));
  for (const [at, run] of frontier.entries()) {
    const next = frontier[at + 1];
    expect(run.low <= run.high && (next === undefined || run.high < next.low)).toBe(true);
    const last = { cost: run.cost + run.rate * (run.high - run.low), count: run.count };
    if (next !== undefined) expect(compareOutlays(last, next)).toBeLessThan(0);
  }
}

describe('a frontier', () => {
  it('of any runs has the least price of every gain', () => {
    fc.assert(
      fc.property(anyRuns, (runs) => expectSame(cheapest(runs, meter()), listOf(runs))),
      { numRuns: 400, seed: 77 },
    );
  });

  it('of two together has the least price of every sum; beyond the cap all sums are the cap', () => {
    fc.assert(
      fc.property(anyRuns, anyRuns, fc.bigInt({ min: 0n, max: 30n }), (one, other, cap) => {
        const prices = new Map<bigint, Outlay>();
        for (const [gain, price] of listOf(one)) {
          for (const [more, further] of listOf(other)) {
            const sum = gain + more;
            put(prices, smaller(sum, cap), {
              cost: price.cost + further.cost,
              count: price.count + further.count,
            });
          }
        }
        expectSame(together(cheapest(one, meter()), cheapest(other, meter()), cap, meter()), prices);
      }),
      { numRuns: 400, seed: 78 },
    );
  });

  it('is cut at a need and at a cap', () => {
    fc.assert(
      fc.property(anyRuns, fc.bigInt({ min: 0n, max: 14n }), (runs, line) => {
        const whole = cheapest(runs, meter());
        const prices = listOf(runs);
        for (let gain = 0n; gain <= 20n; gain++) {
          const asked = gain > line ? gain : line;
          expect(plain(outlayOf(atLeast(whole, line), gain))).toEqual(plain(leastFor(prices, asked)));
          const within = gain > line ? undefined : leastFor(prices, gain);
          expect(plain(outlayOf(upTo(whole, line), gain))).toEqual(plain(within));
        }
      }),
      { numRuns: 300, seed: 79 },
    );
  });

  it('of many gains at one price is one run', () => {
    const steps = Array.from({ length: 100 }, (_, at): Run => {
      const gain = BigInt(at + 1);
      return { low: gain, high: gain, cost: 3n * gain, rate: 0n, count: 1 };
    });
    expect(cheapest(steps, meter())).toEqual([{ low: 1n, high: 100n, cost: 3n, rate: 3n, count: 1 }]);
  });
});
