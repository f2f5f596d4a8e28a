/**
 * What is hopeless while a plan's frontiers are put together: with a choice at hand that is enough, whatever costs more
 * than it even if all other leaves could be had in fractions at their best price need not be kept.
 */
import { compareBig, type Frontier, larger, type Outlay, type Run, smaller } from './plan-frontier.ts';
import type { Grid, Group, Item } from './plan-items.ts';

/** A part of what a leaf can gain, at the best price for which fractions of it can be had. */
interface Slope {
  readonly item: Item;
  readonly gain: bigint;
  readonly cost: bigint;
}

export interface Hope {
  /** A price for which enough can be had. */
  readonly known: Outlay;
  /** What all leaves have to gain, in their own units, whatever is rounded. */
  readonly need: bigint;
  /** The best price first. */
  readonly slopes: readonly Slope[];
  /** All leaves with the most that each can gain, the largest first. */
  readonly largest: readonly { readonly item: Item; readonly most: bigint }[];
}

/** What can be told of a root group for which enough can be had at a price. */
export function hopeOf(root: Group, known: Outlay): Hope {
  const items = itemsOf(root);
  const largest = items
    .map((item) => ({ item, most: item.steps.map(({ high }) => high).reduce(larger, 0n) }))
    .toSorted((a, b) => compareBig(b.most, a.most));
  const grids = gridsOf(root);
  const step = grids[0]?.step ?? 1n;
  return {
    known,
    need: root.need * step - grids.map(gift).reduce((sum, each) => sum + each, 0n),
    slopes: items.flatMap(slopesOf).toSorted((a, b) => compareBig(a.cost * b.gain, b.cost * a.gain)),
    largest,
  };
}

/** The most by which rounding can add to what a group gains: from what it is rounded down by now to half a step up. */
function gift({ now, step }: Grid): bigint {
  const rounded = ((2n * now + step) / (2n * step)) * step;
  return step / 2n - (rounded - now);
}

/** All leaves of a group. */
export function itemsOf({ items, groups }: Group): readonly Item[] {
  return [...items, ...groups.flatMap(itemsOf)];
}

function gridsOf({ groups, grid }: Group): readonly Grid[] {
  return [...(grid === undefined ? [] : [grid]), ...groups.flatMap(gridsOf)];
}

/** The lower edge of what a leaf can gain at which cost, from nothing: steps of falling worth. */
function slopesOf(item: Item): readonly Slope[] {
  const ends = item.steps.flatMap(({ low, high, cost, rate }) => [
    { gain: low, cost },
    { gain: high, cost: cost + rate * (high - low) },
  ]);
  const sorted = ends.toSorted((a, b) => compareBig(a.gain, b.gain) || compareBig(a.cost, b.cost));
  const edge = [{ gain: 0n, cost: 0n }];
  for (const end of sorted) {
    let last = edge.at(-1) as (typeof edge)[number];
    if (end.gain === last.gain) continue;
    let before = edge.at(-2);
    // What lies on or above the line from the one before to this one is no edge.
    while (
      before &&
      (last.cost - before.cost) * (end.gain - before.gain) >= (end.cost - before.cost) * (last.gain - before.gain)
    ) {
      edge.pop();
      last = before;
      before = edge.at(-2);
    }
    edge.push(end);
  }
  return edge.slice(1).map((end, at) => {
    const start = edge[at] as (typeof edge)[number];
    return { item, gain: end.gain - start.gain, cost: end.cost - start.cost };
  });
}

/** The others' part of what is needed: sums of gains and costs, the best price first; and of the largest gains. */
interface Others {
  readonly gains: readonly bigint[];
  readonly costs: readonly bigint[];
  readonly slopes: readonly Slope[];
  readonly largest: readonly bigint[];
}

function othersOf({ slopes, largest }: Hope, taken: ReadonlySet<Item>): Others {
  const open = slopes.filter(({ item }) => !taken.has(item));
  return {
    slopes: open,
    gains: sums(open.map(({ gain }) => gain)),
    costs: sums(open.map(({ cost }) => cost)),
    largest: sums(largest.flatMap(({ item, most }) => (taken.has(item) ? [] : [most]))),
  };
}

function sums(values: readonly bigint[]): readonly bigint[] {
  const all = [0n];
  for (const value of values) all.push((all.at(-1) as bigint) + value);
  return all;
}

/** The least that others cost for so much; rounded down. Undefined where they cannot gain it. */
function leastCost({ gains, costs, slopes }: Others, need: bigint): bigint | undefined {
  if (need <= 0n) return 0n;
  let [first, last] = [1, gains.length];
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((gains[middle] as bigint) < need) first = middle + 1;
    else last = middle;
  }
  if (first >= gains.length) return undefined;
  const { gain, cost } = slopes[first - 1] as Slope;
  return (costs[first - 1] as bigint) + (cost * (need - (gains[first - 1] as bigint))) / gain;
}

/** The gain in a run at which it and the others together are cheapest. */
function bestIn({ low, high, rate }: Run, { slopes, gains }: Others, need: bigint): bigint {
  let [first, last] = [0, slopes.length];
  while (first < last) {
    const middle = (first + last) >> 1;
    const { gain, cost } = slopes[middle] as Slope;
    if (cost <= rate * gain) first = middle + 1;
    else last = middle;
  }
  const wanted = need - (gains[first] as bigint);
  return larger(smaller(wanted, high), low);
}

/** Whether nothing can cost less than the known price. */
export function isLeast(hope: Hope): boolean {
  const least = leastCost(othersOf(hope, new Set()), hope.need);
  return least !== undefined && least >= hope.known.cost;
}

/**
 * Without what cannot be part of a choice as good as the known one; `taken` are the leaves that it is made of.
 * Gains of the frontier are so many units of a leaf's.
 */
export function hopeful(frontier: Frontier, taken: ReadonlySet<Item>, hope: Hope, unit: bigint): Frontier {
  const others = othersOf(hope, taken);
  return frontier.flatMap((run) => {
    const low = lowestHope({ ...run, low: run.low * unit, high: run.high * unit, rate: run.rate / unit }, others, hope);
    if (low === undefined) return [];
    const from = larger((low + unit - 1n) / unit, run.low);
    return [from > run.low ? { ...run, low: from, cost: run.cost + run.rate * (from - run.low) } : run];
  });
}

/** The least gain of a run with which something as good as the known choice can be made; undefined: none. */
function lowestHope(run: Run, others: Others, { known, need }: Hope): bigint | undefined {
  const best = bestIn(run, others, need);
  const rest = leastCost(others, need - best);
  if (rest === undefined) return undefined;
  const least = run.cost + run.rate * (best - run.low) + rest;
  if (least !== known.cost) return least < known.cost ? run.low : undefined;
  // As cheap at best: then the leaves count, and so many of the largest others have to be enough.
  const left = known.count - run.count;
  if (left < 0) return undefined;
  const enough = need - (others.largest[Math.min(left, others.largest.length - 1)] as bigint);
  return enough > run.high ? undefined : larger(enough, run.low);
}
