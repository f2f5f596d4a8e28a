/** What each leaf of a unit could still give, and what it would cost; and why some take no part. */
import type { LeafColumns, Sheet } from '../model/assessment.ts';
import { compare, type Exact, greatest, multiply, ONE, round, subtract, ZERO } from '../model/exact.ts';
import type { Story } from '../model/explanation.ts';
import type { Candidate, Excluded, Plan, Way } from '../model/plan.ts';
import type { Leaf, Rubric } from '../model/rubric.ts';
import { ruleOf } from '../rules/index.ts';
import type { Reach } from '../rules/reach.ts';
import { candidatesOf } from '../score/basis.ts';
import { countedAt, markOf, type Seat } from './story.ts';

/** What a leaf's points cost: each point, or each step of those that the leaf has. */
export interface Price {
  readonly cost: Exact;
  readonly per: 'point' | 'level';
}

/** By the id of the leaf; absent: a point costs a point. */
export type Prices = ReadonlyMap<string, Price> | undefined;

/** A grid of more points than these on one leaf is not looked at in full. */
const MOST_STEPS = 5000;

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
  const asked = { cell, previous, mark, value, points: byRule, options: node.rule.options, max: node.max, values: [] };
  const found = reach(asked).flatMap((way) => onGrid(way, points, sheet.rubric));
  const better = found
    .filter(({ high }) => compare(high, points) > 0)
    .map((way) => ({ ...way, low: greatest(way.low, points) }))
    .toSorted((a, b) => compare(a.low, b.low) || compare(a.high, b.high));
  return distinct(better).map((way, step) => priced(way, step + 1, points, prices?.get(node.id)));
}

/** Without single points that another way gives as well. */
function distinct(ways: readonly Reach[]): readonly Reach[] {
  const isPoint = ({ low, high }: Reach): boolean => compare(low, high) === 0;
  return ways.filter((way, at) => {
    if (!isPoint(way)) return true;
    return !ways.some(
      (other, position) =>
        compare(other.low, way.low) <= 0 &&
        compare(other.high, way.high) >= 0 &&
        (isPoint(other) ? position < at : position !== at),
    );
  });
}

function priced(way: Reach, step: number, now: Exact, price: Price | undefined): Way {
  const { low } = way;
  if (price?.per === 'level') return { ...way, cost: multiply(price.cost, { n: BigInt(step), d: 1n }), rate: ZERO };
  const rate = price?.cost ?? ONE;
  return { ...way, cost: multiply(rate, subtract(low, now)), rate };
}

/**
 * Where the rubric rounds at the leaf, points are whole steps of its decimals: a range becomes its steps, and what
 * has to be reached for a step is told for the step itself, which is enough.
 */
function onGrid(way: Reach, now: Exact, { rounding }: Rubric): readonly Reach[] {
  if (rounding.at !== 'leaf') return [way];
  const { decimals } = rounding;
  if (compare(way.low, way.high) === 0) {
    const points = round(way.low, decimals);
    return [{ low: points, high: points, tell: () => way.tell(way.low) }];
  }
  const scale = 10n ** BigInt(decimals);
  const first = greatest(now, way.low);
  const steps: Reach[] = [];
  let next = { n: (first.n * scale) / first.d + 1n, d: scale };
  for (let step = 0; step < MOST_STEPS && compare(next, way.high) <= 0; step++) {
    const points = next;
    steps.push({ low: points, high: points, tell: () => way.tell(points) });
    next = { n: next.n + 1n, d: scale };
  }
  const top = round(way.high, decimals);
  if (compare(top, steps.at(-1)?.low ?? now) > 0) steps.push({ low: top, high: top, tell: () => way.tell(way.high) });
  return steps;
}

/** The sheet of a rubric. */
export function sheetOf(sheets: readonly Sheet[], rubric: Rubric): Sheet {
  return sheets.find((each) => each.rubric === rubric) as Sheet;
}
