/**
 * The cheapest ways to gain enough points, and all that are as good: from the frontiers of the groups, which know the
 * least price of every gain, each leaf's ways are tried that keep to it. No other is ever looked at.
 */
import { type Exact, reduce } from '../model/exact.ts';
import type { Candidate, Demand } from '../model/plan.ts';
import { fillRanges, type Pick, type Required } from './plan-fill.ts';
import {
  compareBig,
  compareOutlays,
  type Frontier,
  larger,
  type Meter,
  type Outlay,
  outlayOf,
} from './plan-frontier.ts';
import { type Grain, type Item, stateProblem } from './plan-items.ts';
import { type Branch, gainFor, grow, type Twig, unmetIn } from './plan-tree.ts';

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
  /** Position of a demand that cannot be met; absent where all can. */
  readonly unmet?: number;
}

/** A search of so many steps is cut short, unless another number is asked. */
export const MOST_STEPS = 3_000_000;

/** So many steps are taken to find choices that are as good as the first. */
const MOST_TIE_STEPS = 20_000;

/** The best choices for demands that must all be met; at most `limit` of them, after about so many steps. */
export function solve(
  candidates: readonly Candidate[],
  demands: readonly Demand[],
  grain: Grain | undefined,
  limit: number,
  mostSteps: number = MOST_STEPS,
): Solved {
  const { root, scale } = stateProblem(candidates, demands, grain);
  const [unmet] = unmetIn(root)?.group.demands ?? [];
  if (unmet !== undefined) return { solutions: [], hasMore: false, isProved: true, unmet };
  const meter: Meter = { left: mostSteps, isCut: false };
  const tree = grow(root, root.need, meter);
  const outlay = outlayOf(tree.frontier, root.need) as Outlay;
  const search: Search = { left: MOST_TIE_STEPS };
  const found = new Map<string, readonly Taken[]>();
  for (const { picks, required } of choicesIn(tree, root.need, outlay, search)) {
    const key = picks.map(({ item, step }) => `${item.candidate}:${step.way}`).sort();
    if (found.has(key.join())) continue;
    if (found.size === limit) return { solutions: [...found.values()], hasMore: true, isProved: !meter.isCut };
    const gains = fillRanges(picks, required);
    found.set(
      key.join(),
      [...gains].map(([{ item, step }, gain]) => ({
        candidate: item.candidate,
        way: step.way,
        gain: reduce({ n: gain, d: scale }),
      })),
    );
  }
  return { solutions: [...found.values()], hasMore: search.left < 0, isProved: !meter.isCut };
}

interface Search {
  left: number;
}

/** Ways of leaves, and what groups of them have to gain together for it. */
interface Choice {
  readonly picks: readonly Pick[];
  readonly required: readonly Required[];
}

/** Every choice of a group, or of a leaf, that gains at least so much and has just this outlay. */
function* choicesIn(member: Branch | Twig, gain: bigint, outlay: Outlay, search: Search): Generator<Choice> {
  if ('item' in member) {
    yield* choicesOf(member.item, gain, outlay);
    return;
  }
  const { group } = member;
  const outer = larger(gain, group.need);
  const inner = group.grid === undefined ? outer : gainFor(outer, group.grid);
  // Rounded, the group has to come to its step; else it may take from others what it does not need itself.
  const own = group.grid === undefined ? group.need : inner;
  for (const { picks, required } of walk(member, 0, inner, outlay, search)) {
    yield { picks, required: [...required, { items: new Set(picks.map(({ item }) => item)), gain: own }] };
  }
}

function* choicesOf(item: Item, gain: bigint, outlay: Outlay): Generator<Choice> {
  if (gain <= 0n && outlay.count === 0 && outlay.cost === 0n) yield { picks: [], required: [] };
  if (outlay.count !== 1) return;
  for (const step of item.steps) {
    const least = larger(gain, step.low);
    if (least > step.high || step.cost + step.rate * (least - step.low) !== outlay.cost) continue;
    yield { picks: [{ item, step }], required: [] };
  }
}

/** Choices of the members from `at` on. */
function* walk(branch: Branch, at: number, gain: bigint, outlay: Outlay, search: Search): Generator<Choice> {
  const { members, rest } = branch;
  const member = members[at];
  if (member === undefined) {
    yield { picks: [], required: [] };
    return;
  }
  const after = rest[at + 1] as Frontier;
  for (const own of gainsToTry(member.frontier, after, gain, outlay)) {
    if (search.left-- < 0) return;
    const first = outlayOf(member.frontier, own) as Outlay;
    const second = { cost: outlay.cost - first.cost, count: outlay.count - first.count };
    for (const choice of choicesIn(member, own, first, search)) {
      for (const further of walk(branch, at + 1, gain - own, second, search)) {
        yield {
          picks: [...choice.picks, ...further.picks],
          required: [...choice.required, ...further.required],
        };
      }
    }
  }
}

/** What a member may gain, so that it and those after it keep to the price: the most and the least of each run. */
function gainsToTry(own: Frontier, after: Frontier, gain: bigint, outlay: Outlay): readonly bigint[] {
  // The most first, so that the members that come first are used first.
  return own.toReversed().flatMap((run) => {
    if (compareOutlays(run, outlay) > 0) return [];
    const fits = (mine: bigint): boolean => {
      const first = outlayOf(own, mine);
      const second = outlayOf(after, gain - mine);
      if (first === undefined || second === undefined) return false;
      return first.cost + second.cost === outlay.cost && first.count + second.count === outlay.count;
    };
    if (run.low === run.high) return fits(run.low) ? [run.low] : [];
    const ends = [run.low, run.high, ...after.flatMap(({ low, high }) => [gain - low, gain - high])];
    const inside = ends.filter((each) => each >= run.low && each <= run.high && fits(each)).sort(compareBig);
    return inside.length < 2 ? inside : [inside.at(-1) as bigint, inside[0] as bigint];
  });
}
