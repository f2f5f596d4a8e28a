/** The solver of plans against trying everything: small whole numbers, where the best choice is a whole one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grain } from '../../src/analyse/plan-items.ts';
import { solve, type Taken } from '../../src/analyse/plan-solve.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  multiply,
  round,
  subtract,
  sum,
  whole,
  ZERO,
} from '../../src/model/exact.ts';
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
  /** The first need has to be passed, not only met. */
  isBeyond: fc.boolean(),
  /** All figures are divided by this, so that fractions occur. */
  over: fc.constantFrom(1, 3, 7),
  /** Whether points are rounded to whole ones: of the first two leaves together, and of the others. */
  isRounded: fc.boolean(),
});
type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

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

const DOMAIN = 2;

/** The total; the first two leaves; the first leaf: each inside the one before. Needs of rounded points are whole. */
function demandsOf({ needs, leaves: { length }, over, isBeyond, isRounded }: Case): readonly Demand[] {
  const nodes = ['total', { level: 'domain', at: 0 }, { level: 'leaf', at: 0 }] as const;
  return [length, DOMAIN, 1]
    .map((size, at): Demand => {
      const need = divide(whole(needs[at] ?? 0), whole(isRounded && at < 2 ? 3 : over));
      const leaves = Array.from({ length: Math.min(size, length) }, (_, leaf) => leaf);
      return { node: nodes[at] as Demand['node'], leaves, need, ...(isBeyond && at === 0 ? { isBeyond } : {}) };
    })
    .filter(({ need }) => need.n > 0n);
}

/** In the test each leaf has as many points as its position says. */
function grainOf({ leaves, over, isRounded }: Case): Grain | undefined {
  const domain = (of: readonly number[]) => ({
    leaves: of,
    now: sum(of.map((at) => divide(whole(at), whole(over)))),
  });
  const all = leaves.map((_, at) => at);
  const domains = [domain(all.slice(0, DOMAIN)), domain(all.slice(DOMAIN))];
  return isRounded ? { at: 'domain', decimals: 0, domains } : undefined;
}

interface Best {
  readonly cost: number;
  readonly count: number;
}

/** Every gain and cost of half a unit, so that half steps of a rounding can be met. */
const PARTS = 2;

/**
 * The least cost and then the fewest leaves of all choices in half units; undefined where none is enough. `more` is
 * what the total has to gain beyond its need, as a share of a unit.
 */
function tryAll({ leaves, needs, over, isBeyond, isRounded }: Case): Best | undefined {
  let best: Best | undefined;
  const unit = over * PARTS;
  const gainOf = (gains: readonly number[], from: number, to: number): number => {
    const own = gains.slice(from, to).reduce((all, gain) => all + gain, 0);
    if (!isRounded) return own;
    const now = leaves
      .map((_, at) => at * PARTS)
      .slice(from, to)
      .reduce((all, points) => all + points, 0);
    const half = (points: number): number => Math.floor((2 * points + unit) / (2 * unit));
    return half(now + own) - half(now);
  };
  const isMet = (gained: number, need: number, isStrict: boolean): boolean => {
    const asked = isRounded ? need / 3 : need * PARTS;
    return isStrict ? gained > asked : gained >= asked;
  };
  const visit = (at: number, gains: readonly number[], cost: number): void => {
    if (at < leaves.length) {
      visit(at + 1, [...gains, 0], cost);
      for (const way of leaves[at] as LeafCase) {
        for (let more = 0; more <= way.room * PARTS; more++) {
          const gain = way.low * PARTS + more;
          if (gain > 0) visit(at + 1, [...gains, gain], cost + way.cost * PARTS + way.rate * more);
        }
      }
      return;
    }
    const domain = gainOf(gains, 0, DOMAIN);
    const total = isRounded ? domain + gainOf(gains, DOMAIN, gains.length) : gainOf(gains, 0, gains.length);
    if (!isMet(total, needs[0] ?? 0, isBeyond) || !isMet(domain, needs[1] ?? 0, false)) return;
    if ((gains[0] ?? 0) < (needs[2] ?? 0) * PARTS) return;
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

/** Whether a solution meets a demand; what is rounded is rounded here again. */
function isMetBy(taken: readonly Taken[], { leaves, need, node, isBeyond }: Demand, grain: Grain | undefined): boolean {
  const gainOf = (own: readonly number[]): Exact =>
    sum(taken.filter(({ candidate }) => own.includes(candidate)).map((each) => each.gain));
  const isRounded = grain?.at === 'domain' && (node === 'total' || node.level === 'domain');
  const gain = isRounded
    ? sum(
        grain.domains
          .filter((domain) => domain.leaves.every((leaf) => leaves.includes(leaf)))
          .map(({ leaves: own, now }) => subtract(round(add(now, gainOf(own)), 0), round(now, 0))),
      )
    : gainOf(leaves);
  const order = compare(gain, need);
  return isBeyond ? order > 0 : order >= 0;
}

describe('solve', () => {
  it('is never dearer, nor takes more leaves, than trying everything', () => {
    const seen = { reached: 0, beyond: 0, rounded: 0, ties: 0 };
    fc.assert(
      fc.property(anyCase, (each) => {
        const best = tryAll(each);
        const candidates = candidatesOf(each.leaves, each.over);
        const demands = demandsOf(each);
        const { solutions, isProved, unmet } = solve(candidates, demands, grainOf(each), 3);
        expect(isProved).toBe(true);
        expect(unmet === undefined).toBe(solutions.length > 0);
        // A range passes a line by less than half a unit, so that trying halves is dearer there.
        const isLoose =
          each.isBeyond && !each.isRounded && each.leaves.some((ways) => ways.some(({ room }) => room > 0));
        if (best !== undefined || !isLoose) expect(solutions.length > 0).toBe(best !== undefined);
        for (const taken of solutions) {
          for (const demand of demands) expect(isMetBy(taken, demand, grainOf(each))).toBe(true);
          if (best === undefined) continue;
          const order = compare(costOf(taken, candidates), divide(whole(best.cost), whole(each.over * PARTS)));
          expect(isLoose ? order <= 0 : order === 0).toBe(true);
          if (!isLoose) expect(taken.length).toBe(best.count);
        }
        if (best === undefined) seen.beyond++;
        else seen[each.isRounded ? 'rounded' : 'reached']++;
        if (solutions.length > 1) seen.ties++;
      }),
      { numRuns: 2500, seed: 8500, endOnFailure: true },
    );
    expect(seen.reached).toBeGreaterThan(400);
    expect(seen.rounded).toBeGreaterThan(400);
    expect(seen.beyond).toBeGreaterThan(200);
    expect(seen.ties).toBeGreaterThan(100);
  });

  it('cut short gives a choice that is enough, and says that a cheaper one cannot be ruled out', () => {
    // Sixty leaves whose gains and costs have nothing in common: thousands of gains each have their own price.
    const leaves = Array.from({ length: 60 }, (_, at): LeafCase => {
      const low = 101 + ((at * 37) % 59);
      return [{ low, room: 0, cost: 211 + ((at * 53) % 97), rate: 0 }];
    });
    const candidates = candidatesOf(leaves, 1);
    const demands: readonly Demand[] = [{ node: 'total', leaves: leaves.map((_, at) => at), need: whole(3000) }];
    const complete = solve(candidates, demands, undefined, 3);
    const cut = solve(candidates, demands, undefined, 3, 100);
    expect([complete.isProved, cut.isProved]).toEqual([true, false]);
    expect(cut.solutions.length).toBeGreaterThan(0);
    expect(isMetBy(cut.solutions[0] ?? [], demands[0] as Demand, undefined)).toBe(true);
    const [best, found] = [complete, cut].map(({ solutions }) => costOf(solutions[0] ?? [], candidates));
    expect(compare(found as Exact, best as Exact)).toBe(1);
  });
});
