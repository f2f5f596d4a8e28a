/** The total and the index after a plan: rounded where the rubric rounds, as scoring does. */
import { exactAt } from '../model/column.ts';
import {
  add,
  divide,
  type Exact,
  greatest,
  HUNDRED,
  least,
  multiply,
  reduce,
  round,
  subtract,
  sum,
  ZERO,
} from '../model/exact.ts';
import type { GroupBoard, MarkColumn, Standing } from '../model/scoreboard.ts';
import { percentOf, roundAt } from '../score/figure.ts';
import type { Grain } from './plan-items.ts';

/** Points that leaves gain, by their positions in `rubric.leaves`. */
export type Gains = ReadonlyMap<number, Exact>;

/** Where a unit's points are rounded below the total; undefined where they are not. */
export function grainOf({ rubric, marks }: GroupBoard, { row }: Standing): Grain | undefined {
  const { at, decimals } = rubric.rounding;
  if (at === 'total') return undefined;
  if (at === 'leaf') return { at, decimals };
  const pointsOf = (leaf: number): Exact => exactAt((marks.leaves[leaf] as MarkColumn).points, row) ?? ZERO;
  const domains = rubric.domains.map(({ leaves }) => ({ leaves, now: reduce(sum(leaves.map(pointsOf))) }));
  return { at, decimals, domains };
}

/** The total after gains, before the rounding at the total. */
function totalAfter({ total }: Standing, grain: Grain | undefined, gains: Gains): Exact {
  if (grain?.at !== 'domain') return add(total, sum([...gains.values()]));
  const { decimals } = grain;
  const changes = grain.domains.map(({ leaves, now }) => {
    const after = add(now, sum(leaves.map((leaf) => gains.get(leaf) ?? ZERO)));
    return subtract(round(after, decimals), round(now, decimals));
  });
  return add(total, sum(changes));
}

/** What the total gains by gains of leaves. */
export function gainOf(standing: Standing, grain: Grain | undefined, gains: Gains): Exact {
  return reduce(subtract(totalAfter(standing, grain, gains), standing.total));
}

/** The exact index after gains, before bounds and rounding; and as the rubric shows it, where bounds come last. */
export function indexAfter(
  { rubric }: GroupBoard,
  standing: Standing,
  grain: Grain | undefined,
  gains: Gains,
): { readonly index: Exact; readonly shown: Exact } {
  const total = totalAfter(standing, grain, gains);
  const ratio = percentOf(roundAt('total', total, rubric), standing.max);
  const { min, max } = rubric.indexBounds;
  const lifted = min === undefined ? ratio : greatest(ratio, min);
  return {
    index: reduce(divide(multiply(total, HUNDRED), standing.max)),
    shown: round(max === undefined ? lifted : least(lifted, max), rubric.rounding.decimals),
  };
}
