/**
 * The frontiers of a plan's groups, from the leaves up: what each can gain, and the least that it costs.
 *
 *   leaves, groups ⊕ → inner frontier ─rounded at the grid→ at least the need → frontier of the group
 */
import {
  atLeast,
  cheapest,
  type Frontier,
  kept,
  larger,
  type Meter,
  NOTHING,
  together,
  upTo,
} from './plan-frontier.ts';
import { type Hope, hopeful, itemsOf } from './plan-hope.ts';
import type { Grid, Group, Item } from './plan-items.ts';

/** An item with what it can gain. */
export interface Twig {
  readonly item: Item;
  readonly frontier: Frontier;
}

/** A group with what it can gain; `rest[at]` is what its members from `at` on can. */
export interface Branch {
  readonly group: Group;
  readonly members: readonly (Twig | Branch)[];
  readonly rest: readonly Frontier[];
  readonly frontier: Frontier;
}

/** What bounds the work: how much of it there may be, and what is known to be hopeless. */
export interface Bounds {
  readonly meter: Meter;
  /** Absent: nothing is known yet. */
  readonly hope?: Hope;
}

/** The frontiers of a group and all within it; gains beyond `cap`, in its own outer units, count as `cap`. */
export function grow(group: Group, cap: bigint, bounds: Bounds): Branch {
  const { grid, need } = group;
  const { meter } = bounds;
  const outer = larger(need, cap);
  const inner = grid === undefined ? outer : gainFor(outer, grid);
  const members = [
    ...group.groups.map((each) => grow(each, inner, bounds)),
    ...group.items.map((item) => ({ item, frontier: frontierOf(item, inner, meter) })),
  ];
  // Groups that are rounded give steps, and all groups are rounded where one is.
  const unit = group.groups[0]?.grid?.step ?? 1n;
  const rest: Frontier[] = [NOTHING];
  const taken = new Set<Item>();
  for (const member of members.toReversed()) {
    for (const item of 'item' in member ? [member.item] : itemsOf(member.group)) taken.add(item);
    const sum = together(rest[0] as Frontier, member.frontier, inner, meter);
    rest.unshift(kept(hopefulIn(sum, taken, unit, bounds), meter));
  }
  const whole = rest[0] as Frontier;
  const rounded = grid === undefined ? whole : roundedAt(whole, grid, meter);
  const enough = atLeast(upTo(rounded, outer), need);
  return { group, members, rest, frontier: kept(hopefulIn(enough, taken, grid?.step ?? unit, bounds), meter) };
}

function hopefulIn(frontier: Frontier, taken: ReadonlySet<Item>, unit: bigint, { hope }: Bounds): Frontier {
  return hope === undefined ? frontier : hopeful(frontier, taken, hope, unit);
}

function frontierOf({ steps }: Item, cap: bigint, meter: Meter): Frontier {
  const runs = steps.map(({ low, high, cost, rate }) => ({ low, high, cost, rate, count: 1 }));
  return kept(upTo(cheapest([...NOTHING, ...runs], meter), cap), meter);
}

/** Points in steps of a grid, half up: `now` and a gain. */
function stepsOf(gain: bigint, { now, step }: Grid): bigint {
  return (2n * (now + gain) + step) / (2n * step);
}

/** The least gain for which a group rises by so many steps. */
export function gainFor(steps: bigint, grid: Grid): bigint {
  if (steps <= 0n) return 0n;
  return (2n * (stepsOf(0n, grid) + steps) - 1n) * (grid.step / 2n) - grid.now;
}

/** A frontier of gains as one of the steps that they are rounded to. */
function roundedAt(frontier: Frontier, grid: Grid, meter: Meter): Frontier {
  const base = stepsOf(0n, grid);
  const runs = frontier.flatMap((run) => {
    const { low, high, cost, rate, count } = run;
    const [first, last] = [stepsOf(low, grid) - base, stepsOf(high, grid) - base];
    const start = { low: first, high: first, cost, rate: 0n, count };
    if (last === first) return [start];
    const next = gainFor(first + 1n, grid);
    return [start, { low: first + 1n, high: last, cost: cost + rate * (next - low), rate: rate * grid.step, count }];
  });
  return cheapest(runs, meter);
}

/** The first group that can never gain what it needs, and how much it can: in its own outer units. */
export function unmetIn(group: Group): { readonly group: Group; readonly most: bigint } | undefined {
  const inner = group.groups.map(unmetIn).find((found) => found !== undefined);
  if (inner !== undefined) return inner;
  const most = mostIn(group);
  return most < group.need ? { group, most } : undefined;
}

function mostIn({ groups, items, grid }: Group): bigint {
  const gains = [...groups.map(mostIn), ...items.map(mostOfItem)];
  const most = gains.reduce((sum, gain) => sum + gain, 0n);
  return grid === undefined ? most : stepsOf(most, grid) - stepsOf(0n, grid);
}

function mostOfItem({ steps }: Item): bigint {
  return steps.map(({ high }) => high).reduce(larger, 0n);
}
