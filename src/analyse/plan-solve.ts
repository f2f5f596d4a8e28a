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
import { hopeOf, isLeast } from './plan-hope.ts';
import { type Grain, stateProblem } from './plan-items.ts';
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
  /** Whether all that are as good were looked for; else there may be more than are known of. */
  readonly isListed: boolean;
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
  if (unmet !== undefined) return { solutions: [], hasMore: false, isListed: true, isProved: true, unmet };
  // First roughly, for a price to hold everything against; then in full.
  const rough = grow(root, root.need, { meter: { left: -1, isCut: false } });
  const known = outlayOf(rough.frontier, root.need) as Outlay;
  const hope = hopeOf(root, known);
  const meter: Meter = { left: mostSteps, isCut: false };
  const full = grow(root, root.need, { meter, hope });
  const best = outlayOf(full.frontier, root.need);
  const isRough = best === undefined || compareOutlays(best, known) > 0;
  const listing: Listing = { left: MOST_TIE_STEPS, limit: limit + 1, known: new Map() };
  const choices = choicesIn(isRough ? rough : full, root.need, listing);
  return {
    solutions: choices.slice(0, limit).map(({ picks, required }) =>
      [...fillRanges(picks, required)].map(([{ item, step }, gain]) => ({
        candidate: item.candidate,
        way: step.way,
        gain: reduce({ n: gain, d: scale }),
      })),
    ),
    hasMore: choices.length > limit,
    isListed: listing.left >= 0 && !meter.isCut,
    isProved: !meter.isCut || (isRough && isLeast(hope)),
  };
}

/** What is known of the choices, so that none is looked for twice. */
interface Listing {
  left: number;
  /** So many different choices are enough. */
  readonly limit: number;
  readonly known: Map<Branch | Twig, Map<string, readonly Choice[]>>;
}

/** Ways of leaves, and what groups of them have to gain together for it. */
interface Choice {
  readonly key: string;
  readonly picks: readonly Pick[];
  readonly required: readonly Required[];
}

const NO_CHOICE: Choice = { key: '', picks: [], required: [] };

/** The cheapest choices of a group, or of a leaf, that gain at least so much; each once, a few of them. */
function choicesIn(member: Branch | Twig, gain: bigint, listing: Listing): readonly Choice[] {
  if ('item' in member) return choicesOf(member, gain);
  const { group } = member;
  const outer = larger(gain, group.need);
  const inner = group.grid === undefined ? outer : gainFor(outer, group.grid);
  // Rounded, the group has to come to its step; else it may take from others what it does not need itself.
  const own = group.grid === undefined ? group.need : inner;
  return choicesFrom(member, 0, inner, listing).map(({ key, picks, required }) => ({
    key,
    picks,
    required: [...required, { items: new Set(picks.map(({ item }) => item)), gain: own }],
  }));
}

function choicesOf({ item, frontier }: Twig, gain: bigint): readonly Choice[] {
  const outlay = outlayOf(frontier, gain);
  if (outlay === undefined) return [];
  if (outlay.count === 0) return [NO_CHOICE];
  return item.steps.flatMap((step) => {
    const least = larger(gain, step.low);
    const isCheapest = least <= step.high && step.cost + step.rate * (least - step.low) === outlay.cost;
    return isCheapest ? [{ key: `${item.candidate}:${step.way} `, picks: [{ item, step }], required: [] }] : [];
  });
}

/** The cheapest choices of the members from `at` on. */
function choicesFrom(branch: Branch, at: number, gain: bigint, listing: Listing): readonly Choice[] {
  const known = listing.known.get(branch) ?? new Map<string, readonly Choice[]>();
  listing.known.set(branch, known);
  const key = `${at} ${gain}`;
  const found = known.get(key) ?? findChoices(branch, at, gain, listing);
  known.set(key, found);
  return found;
}

function findChoices(branch: Branch, at: number, gain: bigint, listing: Listing): readonly Choice[] {
  const member = branch.members[at];
  if (member === undefined) return [NO_CHOICE];
  const outlay = outlayOf(branch.rest[at] as Frontier, gain);
  const found = new Map<string, Choice>();
  if (outlay === undefined) return [];
  for (const own of gainsToTry(member.frontier, branch.rest[at + 1] as Frontier, gain, outlay)) {
    // With nothing found yet it goes on: one choice there is.
    if (listing.left-- < 0 && found.size > 0) break;
    for (const choice of choicesIn(member, own, listing)) {
      for (const further of choicesFrom(branch, at + 1, gain - own, listing)) {
        const key = choice.key + further.key;
        if (found.has(key)) continue;
        found.set(key, {
          key,
          picks: [...choice.picks, ...further.picks],
          required: [...choice.required, ...further.required],
        });
        if (found.size === listing.limit) return [...found.values()];
      }
    }
  }
  return [...found.values()];
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
      const both = { cost: first.cost + second.cost, count: first.count + second.count };
      return compareOutlays(both, outlay) <= 0;
    };
    if (run.low === run.high) return fits(run.low) ? [run.low] : [];
    const ends = [run.low, run.high, ...after.flatMap(({ low, high }) => [gain - low, gain - high])];
    const inside = ends.filter((each) => each >= run.low && each <= run.high && fits(each)).sort(compareBig);
    return inside.length < 2 ? inside : [inside.at(-1) as bigint, inside[0] as bigint];
  });
}
