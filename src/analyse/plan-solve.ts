/**
 * The cheapest ways to gain enough points: branch and bound over the ways of each leaf, in whole numbers.
 *
 * A node of the search has decided the first leaves. It is left where even fractions of the cheapest ways of the
 * others cost more than the best choice so far, or could not gain what is needed. What ranges leave open is filled at
 * the end; demands lie inside each other or apart (a leaf, its criterion, its domain, the total), so that filling the
 * inner ones first from the cheapest range is exact.
 */
import { type Exact, reduce } from '../model/exact.ts';
import type { Candidate, Demand } from '../model/plan.ts';
import { type Choice, costBound, countBound, fillRanges, isReachable, type Partial } from './plan-bounds.ts';
import { compareBig, type Item, type Problem, stateProblem } from './plan-items.ts';

/** One leaf of a solution and what it gains. */
export interface Taken {
  /** Position among the candidates, and among its ways. */
  readonly candidate: number;
  readonly way: number;
  readonly gain: Exact;
}

export interface Solved {
  /** The best by cost, then by the number of leaves; several where they are equal in both. None: out of reach. */
  readonly solutions: readonly (readonly Taken[])[];
  readonly hasMore: boolean;
  /** Whether every other choice was proved to cost no less. */
  readonly isProved: boolean;
}

/** A search that looked at so many nodes is cut short, unless another number is asked. */
export const MOST_NODES = 60_000;

interface Found {
  readonly cost: bigint;
  readonly gains: ReadonlyMap<Choice, bigint>;
}

/** What a search has seen so far. */
interface Search {
  readonly problem: Problem;
  readonly limit: number;
  readonly mostNodes: number;
  /** Bounds for anything at all. */
  readonly leastCost: bigint;
  readonly fewest: number;
  best: Found[];
  hasMore: boolean;
  nodes: number;
}

/** The best choices for demands that must all be met; at most `limit` of them, after at most so many nodes. */
export function solve(
  candidates: readonly Candidate[],
  demands: readonly Demand[],
  limit: number,
  mostNodes: number = MOST_NODES,
): Solved {
  const problem = stateProblem(candidates, demands);
  const root: Partial = { at: 0, needs: problem.needs, cost: 0n, chosen: [] };
  const search: Search = {
    problem,
    limit,
    mostNodes,
    leastCost: costBound(problem, root),
    fewest: countBound(problem, root),
    best: [],
    hasMore: false,
    nodes: 0,
  };
  visit(search, root);
  const { best, hasMore, nodes, leastCost } = search;
  return {
    solutions: best.map(({ gains }) =>
      [...gains].map(([{ item, step }, gain]) => ({
        candidate: item.candidate,
        way: step.way,
        gain: reduce({ n: gain, d: problem.scale }),
      })),
    ),
    hasMore,
    isProved: nodes <= mostNodes || best[0] === undefined || best[0].cost === leastCost,
  };
}

/** `isNew`: the last leaf took a way; where it was passed over, its choice was kept before. */
function visit(search: Search, partial: Partial, isNew = true): void {
  const { problem } = search;
  search.nodes++;
  if (isDone(search) || !isReachable(problem, partial) || isHopeless(search, partial)) return;
  const { at, needs, cost, chosen } = partial;
  const gains = isNew ? fillRanges(problem, partial) : undefined;
  if (gains !== undefined) keep(search, partial, gains);
  // With nothing needed any more, everything further would cost more.
  if (at === problem.items.length || needs.every((need) => need <= 0n)) return;
  const item = problem.items[at] as Item;
  for (const step of item.steps) {
    const left = needs.map((need, demand) => (item.serves[demand] ? need - step.low : need));
    visit(search, { at: at + 1, needs: left, cost: cost + step.cost, chosen: [...chosen, { item, step }] });
  }
  visit(search, { ...partial, at: at + 1 }, false);
}

/** Whether enough choices are known that nothing can beat, or the search has gone on too long. */
function isDone({ nodes, mostNodes, hasMore, best, leastCost, fewest }: Search): boolean {
  const first = best[0];
  // Without any choice it goes on: else what can be reached would be told to be out of reach.
  if (nodes > mostNodes && first !== undefined) return true;
  return hasMore && first !== undefined && first.cost === leastCost && first.gains.size === fewest;
}

/** Whether nothing below can be as good as the best; or only as good, where enough of those are known. */
function isHopeless({ problem, best, hasMore }: Search, partial: Partial): boolean {
  const first = best[0];
  if (first === undefined) return false;
  const least = partial.cost + costBound(problem, partial);
  if (least !== first.cost) return least > first.cost;
  const count = partial.chosen.length + countBound(problem, partial);
  return count > first.gains.size || (count === first.gains.size && hasMore);
}

function keep(search: Search, { cost, chosen }: Partial, gains: ReadonlyMap<Choice, bigint>): void {
  // A way that gains nothing is no improvement; the same choice without it is met elsewhere.
  if ([...gains.values()].some((gain) => gain <= 0n)) return;
  const whole = chosen.reduce(
    (sum, choice) => sum + choice.step.rate * ((gains.get(choice) as bigint) - choice.step.low),
    cost,
  );
  const first = search.best[0];
  const order = first === undefined ? -1 : compareBig(whole, first.cost) || gains.size - first.gains.size;
  if (order < 0) {
    search.best = [{ cost: whole, gains }];
    search.hasMore = false;
  } else if (order === 0 && search.best.length < search.limit) search.best.push({ cost: whole, gains });
  else if (order === 0) search.hasMore = true;
}
