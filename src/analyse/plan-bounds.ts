/** What a half-made choice can still gain, must still cost, and how its ranges are filled. */
import { compareBig, compareSlopes, type Item, type Problem, type Slope, type Step } from './plan-items.ts';

/** A leaf's decision for one of its ways. */
export interface Choice {
  readonly item: Item;
  readonly step: Step;
}

/** What is decided: the items before `at`, and what they leave open at the low ends of their ranges. */
export interface Partial {
  readonly at: number;
  readonly needs: readonly bigint[];
  readonly cost: bigint;
  readonly chosen: readonly Choice[];
}

/** Whether all that is open, at its most, meets every demand. */
export function isReachable({ suffix }: Problem, { at, needs, chosen }: Partial): boolean {
  return needs.every((need, demand) => need <= (suffix[demand]?.[at] ?? 0n) + roomOf(chosen, demand));
}

/** What the chosen ranges could still gain for a demand. */
function roomOf(chosen: readonly Choice[], demand: number): bigint {
  return chosen.reduce((sum, { item, step }) => (item.serves[demand] ? sum + step.high - step.low : sum), 0n);
}

/** What is still to be paid at least: fractions of the cheapest ways, for the demand that is then the dearest. */
export function costBound(problem: Problem, partial: Partial): bigint {
  return partial.needs.reduce((most, need, demand) => {
    const bound = need <= 0n ? 0n : boundFor(problem, partial, demand);
    return larger(bound, most);
  }, 0n);
}

function boundFor({ items, byPrice }: Problem, { at, needs, chosen }: Partial, demand: number): bigint {
  const open: Slope[] = chosen
    .filter(({ item, step }) => item.serves[demand] && step.high > step.low)
    .map(({ step }) => ({ gain: step.high - step.low, cost: step.rate * (step.high - step.low) }))
    .sort(compareSlopes);
  let rest = needs[demand] as bigint;
  let cost = 0n;
  const take = ({ gain, cost: price }: Slope): void => {
    const taken = smaller(gain, rest);
    cost += (price * taken) / gain;
    rest -= taken;
  };
  let next = 0;
  for (const position of byPrice) {
    const { serves, slope } = items[position] as Item;
    if (position < at || !serves[demand]) continue;
    for (let range = open[next]; range && rest > 0n && compareSlopes(range, slope) <= 0; range = open[next]) {
      take(range);
      next++;
    }
    if (rest <= 0n) return cost;
    take(slope);
  }
  for (const range of open.slice(next)) if (rest > 0n) take(range);
  return cost;
}

/** How many further leaves it takes at least. */
export function countBound({ items }: Problem, { at, needs, chosen }: Partial): number {
  return needs.reduce((most, need, demand) => {
    let rest = need - roomOf(chosen, demand);
    let count = 0;
    for (let next = at; rest > 0n && next < items.length; next++) {
      const { serves, most: gain } = items[next] as Item;
      if (!serves[demand]) continue;
      rest -= gain;
      count++;
    }
    return Math.max(count, most);
  }, 0);
}

/**
 * What each chosen way gains so that every demand is met as cheaply as the ranges allow; undefined where they do not
 * reach. The inner demands are met first, each from the cheapest range.
 */
export function fillRanges(
  { innerFirst }: Problem,
  { needs, chosen }: Partial,
): ReadonlyMap<Choice, bigint> | undefined {
  const left = [...needs];
  const gains = new Map(chosen.map((choice) => [choice, choice.step.low]));
  const cheapest = chosen.toSorted((a, b) => compareBig(a.step.rate, b.step.rate));
  for (const demand of innerFirst) {
    for (const choice of cheapest) {
      const need = left[demand] as bigint;
      if (need <= 0n) break;
      const { item, step } = choice;
      if (!item.serves[demand]) continue;
      const gained = gains.get(choice) as bigint;
      const more = smaller(step.high - gained, need);
      gains.set(choice, gained + more);
      for (const [other, open] of left.entries()) if (item.serves[other]) left[other] = open - more;
    }
    if ((left[demand] as bigint) > 0n) return undefined;
  }
  return gains;
}

function larger(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}

function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
