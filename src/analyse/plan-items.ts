/** A plan's question in whole numbers: gains and costs of all ways over common denominators. */
import { type Exact, reduce } from '../model/exact.ts';
import type { Candidate, Demand } from '../model/plan.ts';

/** What a way gains and costs; a range goes on to `high` at `rate` for each unit of gain. */
export interface Step {
  /** Position among the candidate's ways. */
  readonly way: number;
  readonly low: bigint;
  readonly high: bigint;
  readonly cost: bigint;
  readonly rate: bigint;
}

/** A gain at a price. */
export interface Slope {
  readonly gain: bigint;
  readonly cost: bigint;
}

export interface Item {
  /** Position among the candidates. */
  readonly candidate: number;
  /** What gains most first, since it needs the fewest leaves. */
  readonly steps: readonly Step[];
  readonly most: bigint;
  /** All that it can gain, at the best price for which it has any of it. */
  readonly slope: Slope;
  /** Which demands it counts for. */
  readonly serves: readonly boolean[];
}

export interface Problem {
  /** What gains most first. */
  readonly items: readonly Item[];
  /** Positions in `items`, the best price first. */
  readonly byPrice: readonly number[];
  readonly needs: readonly bigint[];
  /** Positions in `needs`: a demand stands before those it lies in. */
  readonly innerFirst: readonly number[];
  /** By demand and item: what this item and those after it can gain. */
  readonly suffix: readonly (readonly bigint[])[];
  /** Units of gain in one point. */
  readonly scale: bigint;
}

/** The question of a plan in whole numbers. Candidates that serve no demand are left out. */
export function stateProblem(candidates: readonly Candidate[], demands: readonly Demand[]): Problem {
  const gains = candidates.flatMap(({ now, ways }) => [now, ...ways.flatMap(({ low, high }) => [low, high])]);
  const scale = commonDenominator([...gains, ...demands.map(({ need }) => need)]);
  const costScale = commonDenominator(
    candidates.flatMap(({ ways }) => ways.flatMap(({ rate, cost, low, high }) => [rate, cost, low, high])),
  );
  const sets = demands.map(({ leaves }) => new Set(leaves));
  const items = candidates
    .map((candidate, at) => toItem(candidate, at, [scale, costScale], sets))
    .filter(({ serves, most }) => most > 0n && serves.includes(true))
    .toSorted((a, b) => compareBig(b.most, a.most) || a.candidate - b.candidate);
  const positions = items.map((_, at) => at);
  return {
    items,
    byPrice: positions.toSorted((a, b) => compareSlopes((items[a] as Item).slope, (items[b] as Item).slope)),
    needs: demands.map(({ need }) => inUnits(need, scale)),
    innerFirst: demands
      .map((_, at) => at)
      .toSorted((a, b) => (demands[a] as Demand).leaves.length - (demands[b] as Demand).leaves.length),
    suffix: demands.map((_, demand) => suffixSums(items, demand)),
    scale,
  };
}

function toItem(
  { now, ways, at }: Candidate,
  candidate: number,
  [scale, costScale]: readonly [bigint, bigint],
  sets: readonly ReadonlySet<number>[],
): Item {
  const base = inUnits(now, scale);
  const steps = ways.map(
    (way, position): Step => ({
      way: position,
      low: inUnits(way.low, scale) - base,
      high: inUnits(way.high, scale) - base,
      // In units of cost × units of gain, so that a rate times a gain is one.
      cost: inUnits(way.cost, costScale) * scale,
      rate: inUnits(way.rate, costScale),
    }),
  );
  const sorted = steps.toSorted((a, b) => compareBig(b.high, a.high) || compareBig(a.cost, b.cost));
  const most = sorted[0]?.high ?? 0n;
  return { candidate, steps: sorted, most, slope: bestSlope(steps, most), serves: sets.map((set) => set.has(at)) };
}

/** The whole gain at the best price at which any end of a way has its own. */
function bestSlope(steps: readonly Step[], most: bigint): Slope {
  const ends = steps.flatMap(({ low, high, cost, rate }) => [
    { gain: low, cost },
    { gain: high, cost: cost + rate * (high - low) },
  ]);
  const [best] = ends.filter(({ gain }) => gain > 0n).toSorted(compareSlopes);
  return best === undefined ? { gain: 0n, cost: 0n } : { gain: most, cost: (best.cost * most) / best.gain };
}

/** By cost for each unit of gain. */
export function compareSlopes(a: Slope, b: Slope): number {
  return compareBig(a.cost * b.gain, b.cost * a.gain);
}

/** Below 0, 0 or above 0, as a sort asks for it. */
export function compareBig(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function inUnits({ n, d }: Exact, unit: bigint): bigint {
  return (n * unit) / d;
}

function suffixSums(items: readonly Item[], demand: number): readonly bigint[] {
  const sums = [0n];
  for (const { most, serves } of items.toReversed()) sums.unshift((serves[demand] ? most : 0n) + (sums[0] ?? 0n));
  return sums;
}

function commonDenominator(values: readonly Exact[]): bigint {
  return values.reduce((all, value) => {
    const { d } = reduce(value);
    return (all / greatestDivisor(all, d)) * d;
  }, 1n);
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}
