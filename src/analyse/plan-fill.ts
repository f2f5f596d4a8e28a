/** How the ranges of a choice are filled. */
import { compareBig, smaller } from './plan-frontier.ts';
import type { Item, Step } from './plan-items.ts';

/** A leaf and one of its ways. */
export interface Pick {
  readonly item: Item;
  readonly step: Step;
}

/** What some leaves have to gain together. */
export interface Required {
  readonly items: ReadonlySet<Item>;
  readonly gain: bigint;
}

/**
 * What each way gains so that all that is required is met as cheaply as the ranges allow. What is required of groups
 * lies inside each other or apart, the inner ones first, so that filling each from its cheapest range is exact.
 */
export function fillRanges(picks: readonly Pick[], required: readonly Required[]): ReadonlyMap<Pick, bigint> {
  const gains = new Map(picks.map((pick) => [pick, pick.step.low]));
  const cheapest = picks.toSorted(
    (a, b) =>
      compareBig(a.step.rate, b.step.rate) ||
      compareBig(b.step.high, a.step.high) ||
      a.item.candidate - b.item.candidate,
  );
  for (const { items, gain } of required) {
    const own = cheapest.filter(({ item }) => items.has(item));
    let open = own.reduce((rest, pick) => rest - (gains.get(pick) as bigint), gain);
    for (const pick of own) {
      if (open <= 0n) break;
      const room = pick.step.high - (gains.get(pick) as bigint);
      const more = smaller(room, open);
      gains.set(pick, (gains.get(pick) as bigint) + more);
      open -= more;
    }
  }
  return gains;
}
