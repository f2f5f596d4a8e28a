/** What each leaf of a unit could still give, and what it would cost; and why some take no part. */
import type { LeafColumns, Sheet } from '../model/assessment.ts';
import {
  add,
  compare,
  type Exact,
  greatest,
  least,
  multiply,
  ONE,
  round,
  subtract,
  sum,
  whole,
  ZERO,
} from '../model/exact.ts';
import type { Story } from '../model/explanation.ts';
import type { Candidate, Excluded, Plan, Way } from '../model/plan.ts';
import type { Leaf, Price, Rubric } from '../model/rubric.ts';
import { ruleOf } from '../rules/index.ts';
import type { Reach } from '../rules/reach.ts';
import { candidatesOf } from '../score/basis.ts';
import { countedAt, markOf, type Seat } from './story.ts';

/** By the id of the leaf. */
export type Prices = ReadonlyMap<string, Price> | undefined;

interface Costs {
  readonly prices: ReadonlyMap<string, Price>;
  readonly fromFile: readonly string[];
  readonly fromRubric: readonly string[];
}

/** The rubric's prices, and others in their place; undefined where nobody says what anything costs. */
export function costsOf({ leaves }: Rubric, own: Prices): Costs | undefined {
  const inRubric = leaves.flatMap(({ id, price }) => (price === undefined ? [] : [[id, price] as const]));
  if (own === undefined && inRubric.length === 0) return undefined;
  const prices = new Map([...inRubric, ...(own ?? [])]);
  const known = leaves.map(({ id }) => id).filter((id) => prices.has(id));
  const isOwn = (id: string): boolean => own?.has(id) === true;
  return { prices, fromFile: known.filter(isOwn), fromRubric: known.filter((id) => !isOwn(id)) };
}

/** The leaves that can give more, and those that take no part. */
export function findWays(stories: readonly Story[], seat: Seat, prices: Prices): Pick<Plan, 'candidates' | 'excluded'> {
  const { rubric } = seat.sheet;
  const candidates: Candidate[] = [];
  const excluded: { leaf: Leaf; why: Excluded; lost: Exact }[] = [];
  for (const [at, story] of stories.entries()) {
    const leaf = rubric.leaves[at] as Leaf;
    const why = whyExcluded(story, prices);
    const ways = why === undefined ? waysOf(story, at, seat, prices) : [];
    if (ways.length > 0) {
      const cell = story.cells.find(({ counts }) => counts)?.text ?? '';
      candidates.push({ leaf, at, now: story.points ?? ZERO, cell, ways });
    } else excluded.push({ leaf, why: why ?? 'full', lost: story.lost ?? ZERO });
  }
  return { candidates, excluded };
}

function whyExcluded({ node, state, source, lost }: Story, prices: Prices): Excluded | undefined {
  if (state === 'exempt' || state === 'outside') return state;
  if (lost === undefined || lost.n <= 0n) return 'full';
  if ('source' in node && node.source === 'survey') return 'survey';
  if (state !== 'scored') return 'missing';
  if (source === 'override') return 'override';
  if (ruleOf(node.rule).reach === undefined) return 'relative';
  return prices === undefined || prices.has(node.id) ? undefined : 'uncosted';
}

function waysOf(story: Story, at: number, seat: Seat, prices: Prices): readonly Way[] {
  const { node, points = ZERO, byRule = ZERO } = story;
  const { sheet, row, stage } = seat;
  const columns = sheet.leaves[at] as LeafColumns;
  const mark = markOf(columns, seat);
  const candidates = candidatesOf(columns, sheet.rubric, (node as Leaf).source, stage);
  const value = candidates && countedAt(candidates, row)?.value;
  const { reach } = ruleOf(node.rule);
  if (value === undefined || reach === undefined) return [];
  const cell = story.cells.find(({ counts }) => counts)?.text ?? '';
  const previous = story.cells.find(({ column }) => column === 'previous')?.text ?? '';
  const price = prices?.get(node.id);
  const asked = {
    ...{ cell, previous, mark, value, points: byRule, options: node.rule.options, max: node.max, values: [] },
    ...(price?.per === 'name' ? { costs: price.costs } : {}),
  };
  const found = reach(asked).flatMap((way) => onGrid(way, points, sheet.rubric));
  const better = found
    .filter(({ high }) => compare(high, points) > 0)
    .map((way) => ({ ...way, low: greatest(way.low, points) }))
    .toSorted((a, b) => compare(a.low, b.low) || compare(a.high, b.high));
  // What has a price of its own is not the same as something else that gives as much.
  const told = price?.per === 'name' ? better : distinct(better);
  return told.map((way, step) => priced(way, step + 1, points, price));
}

/** Without single points that another way gives as well; in their order. */
function distinct(ways: readonly Reach[]): readonly Reach[] {
  const isPoint = ({ low, high }: Reach): boolean => compare(low, high) === 0;
  const ranges = ways.filter((way) => !isPoint(way));
  const isInRange = ({ low }: Reach): boolean =>
    ranges.some((range) => compare(range.low, low) <= 0 && compare(range.high, low) >= 0);
  let last: Exact | undefined;
  return ways.filter((way) => {
    if (!isPoint(way)) return true;
    const isKnown = last !== undefined && compare(last, way.low) === 0;
    last = way.low;
    return !isKnown && !isInRange(way);
  });
}

/** `step`: the position of the way among those that are better, from 1. */
function priced(way: Reach, step: number, now: Exact, price: Price | undefined): Way {
  const { low, names } = way;
  if (price?.per === 'name') {
    const costs = names?.list.map((name) => price.costs.get(name) ?? ZERO) ?? [];
    return { ...way, cost: sum(costs), rate: ZERO };
  }
  if (price?.per === 'level') {
    const count = names?.of === 'items' ? names.list.length : step;
    return { ...way, cost: multiply(price.cost, whole(count)), rate: ZERO };
  }
  const rate = price?.cost ?? ONE;
  return { ...way, cost: multiply(rate, subtract(low, now)), rate };
}

/**
 * Where the rubric rounds at the leaf, points are whole steps of its decimals, and half a step less is enough for each.
 */
function onGrid(way: Reach, now: Exact, { rounding }: Rubric): readonly Reach[] {
  if (rounding.at !== 'leaf') return [way];
  const { decimals } = rounding;
  const high = round(way.high, decimals);
  if (compare(way.low, way.high) === 0) return [{ ...way, low: high, high, tell: () => way.tell(way.low) }];
  const step = { n: 1n, d: 10n ** BigInt(decimals) };
  const low = greatest(round(way.low, decimals), add(now, step));
  if (compare(high, low) < 0) return [];
  const enough = (points: Exact): Exact => subtract(points, { n: step.n, d: 2n * step.d });
  return [{ ...way, low, high, tell: (points) => way.tell(least(greatest(enough(points), way.low), way.high)) }];
}

/** The sheet of a rubric. */
export function sheetOf(sheets: readonly Sheet[], rubric: Rubric): Sheet {
  return sheets.find((each) => each.rubric === rubric) as Sheet;
}
