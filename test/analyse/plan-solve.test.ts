/** The solver of plans against trying everything: small whole numbers, where the best choice is a whole one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solve, type Taken } from '../../src/analyse/plan-solve.ts';
import { add, compare, divide, type Exact, multiply, subtract, sum, whole, ZERO } from '../../src/model/exact.ts';
import type { Candidate, Demand, Way } from '../../src/model/plan.ts';
import type { Leaf } from '../../src/model/rubric.ts';

const told = () => ({ en: '', vi: '' });

interface WayCase {
  readonly low: number;
  readonly room: number;
  readonly cost: number;
  readonly rate: number;
}

/** A leaf of a test: its ways in gains above what it has. */
type LeafCase = readonly WayCase[];

const anyWay: fc.Arbitrary<WayCase> = fc.record({
  low: fc.integer({ min: 0, max: 5 }),
  room: fc.constantFrom(0, 0, 1, 3),
  cost: fc.integer({ min: 0, max: 4 }),
  rate: fc.integer({ min: 0, max: 3 }),
});

/** What nothing is gained for costs nothing, as in every plan. */
const anyLeaf: fc.Arbitrary<LeafCase> = fc
  .array(anyWay, { minLength: 1, maxLength: 3 })
  .map((ways) => ways.map((way) => (way.low === 0 ? { ...way, cost: 0 } : way)));

const anyCase = fc.record({
  leaves: fc.array(anyLeaf, { minLength: 1, maxLength: 4 }),
  needs: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 4 })),
  /** All figures are divided by this, so that fractions occur. */
  over: fc.constantFrom(1, 3, 7),
});

function candidatesOf(leaves: readonly LeafCase[], over: number): readonly Candidate[] {
  const part = (value: number): Exact => divide(whole(value), whole(over));
  return leaves.map((ways, at) => {
    const now = part(at);
    const toWay = ({ low, room, cost, rate }: WayCase): Way => ({
      low: add(now, part(low)),
      high: add(now, part(low + room)),
      cost: part(cost),
      rate: whole(rate),
      tell: told,
    });
    return { leaf: {} as Leaf, at, now, cell: '', ways: ways.map(toWay) };
  });
}

/** The total; the first two leaves; the first leaf: each inside the one before. */
function demandsOf(needs: readonly number[], count: number, over: number): readonly Demand[] {
  const sets = [count, 2, 1].map((size) => Array.from({ length: Math.min(size, count) }, (_, at) => at));
  return sets
    .map((leaves, at) => ({ node: 'total' as const, leaves, need: divide(whole(needs[at] ?? 0), whole(over)) }))
    .filter(({ need }) => need.n > 0n);
}

interface Best {
  readonly cost: number;
  readonly count: number;
}

/** The least cost and then the fewest leaves of all whole choices; undefined where none is enough. */
function tryAll(leaves: readonly LeafCase[], needs: readonly number[]): Best | undefined {
  let best: Best | undefined;
  const visit = (at: number, gains: readonly number[], cost: number): void => {
    if (at < leaves.length) {
      visit(at + 1, [...gains, 0], cost);
      for (const way of leaves[at] as LeafCase) {
        for (let more = 0; more <= way.room; more++) {
          if (way.low + more > 0) visit(at + 1, [...gains, way.low + more], cost + way.cost + way.rate * more);
        }
      }
      return;
    }
    const gained = (size: number): number => gains.slice(0, size).reduce((all, gain) => all + gain, 0);
    if (gained(gains.length) < (needs[0] ?? 0) || gained(2) < (needs[1] ?? 0) || gained(1) < (needs[2] ?? 0)) return;
    const count = gains.filter((gain) => gain > 0).length;
    const isBetter = best === undefined || cost < best.cost || (cost === best.cost && count < best.count);
    if (isBetter) best = { cost, count };
  };
  visit(0, [], 0);
  return best;
}

/** What a solution costs, worked out from its ways again. */
function costOf(taken: readonly Taken[], candidates: readonly Candidate[]): Exact {
  return sum(
    taken.map(({ candidate, way: at, gain }) => {
      const { now, ways } = candidates[candidate] as Candidate;
      const way = ways[at] as Way;
      const beyond = subtract(add(now, gain), way.low);
      expect(compare(beyond, ZERO) >= 0 && compare(add(now, gain), way.high) <= 0).toBe(true);
      return add(way.cost, multiply(way.rate, beyond));
    }),
  );
}

describe('solve', () => {
  it('is never dearer, nor takes more leaves, than trying everything', () => {
    let reached = 0;
    let ties = 0;
    fc.assert(
      fc.property(anyCase, ({ leaves, needs, over }) => {
        const best = tryAll(leaves, needs);
        const candidates = candidatesOf(leaves, over);
        const demands = demandsOf(needs, leaves.length, over);
        const { solutions, isProved } = solve(candidates, demands, 3);
        expect(isProved).toBe(true);
        expect(solutions.length > 0).toBe(best !== undefined);
        for (const taken of solutions) {
          for (const { leaves: own, need } of demands) {
            const gain = sum(taken.filter(({ candidate }) => own.includes(candidate)).map((each) => each.gain));
            expect(compare(gain, need) >= 0).toBe(true);
          }
          expect(compare(costOf(taken, candidates), divide(whole(best?.cost ?? 0), whole(over)))).toBe(0);
          expect(taken.length).toBe(best?.count);
        }
        if (best !== undefined) reached++;
        if (solutions.length > 1) ties++;
      }),
      { numRuns: 1500, seed: 8500, endOnFailure: true },
    );
    expect(reached).toBeGreaterThan(500);
    expect(ties).toBeGreaterThan(100);
  });

  it('cut short gives a choice wherever there is one, and says that a cheaper one cannot be ruled out', () => {
    let dearer = 0;
    fc.assert(
      fc.property(anyCase, ({ leaves, needs, over }) => {
        const best = tryAll(leaves, needs);
        const candidates = candidatesOf(leaves, over);
        const { solutions, isProved } = solve(candidates, demandsOf(needs, leaves.length, over), 3, 1);
        expect(solutions.length > 0).toBe(best !== undefined);
        for (const taken of solutions) {
          const order = compare(costOf(taken, candidates), divide(whole(best?.cost ?? 0), whole(over)));
          expect(order >= 0 && (order === 0 || !isProved)).toBe(true);
          if (order > 0) dearer++;
        }
      }),
      { numRuns: 500, seed: 8500, endOnFailure: true },
    );
    expect(dearer).toBeGreaterThan(20);
  });
});
