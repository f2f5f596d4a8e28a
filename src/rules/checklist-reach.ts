/**
 * What further items of a checklist give: for every sum of points the cheapest sets of items, a knapsack of its own.
 * Without costs of their own the items are told apart by their number alone, since a point costs a point.
 */
import { add, compare, type Exact, reduce, sign, ZERO } from '../model/exact.ts';
import { type Reach, reachOf } from './reach.ts';
import type { Speech } from './speech.ts';

/** Sets of items that give the same points, cost the same and are as many. */
interface Best {
  readonly points: Exact;
  readonly cost: Exact;
  readonly count: number;
  readonly sets: readonly (readonly string[])[];
  readonly hasMore: boolean;
}

/** So many sets that are as good are told. */
const MOST_SETS = 3;

/** So many sums are looked at; items of a rubric have far fewer, since their points are of few decimals. */
const MOST_SUMS = 20_000;

/** One way: to meet one of these sets as well. */
export function reachOfSets(points: Exact, sets: readonly (readonly string[])[], hasMore = false): Reach {
  // All of them are of as many items.
  const first = sets[0] as readonly string[];
  const told = (say: Speech): string => {
    const apart = first.length > 1 ? ';' : '';
    const or = `${apart}${say.pick({ en: ' or ', vi: ' hoặc ' })}`;
    const more = hasMore ? say.pick({ en: '; or others alike', vi: '; hoặc nội dung khác tương tự' }) : '';
    return `${say.pick({ en: 'also', vi: 'thêm' })} ${sets.map((names) => names.join(', ')).join(or)}${more}`;
  };
  return { ...reachOf(points, told), names: { of: 'items', list: first } };
}

/** A way for each sum that further items give beyond `points`. */
export function reachOfItems(
  unmet: readonly string[],
  items: ReadonlyMap<string, Exact>,
  points: Exact,
  costs: ReadonlyMap<string, Exact> | undefined,
): readonly Reach[] {
  const none: Best = { points, cost: ZERO, count: 0, sets: [[]], hasMore: false };
  let sums: ReadonlyMap<string, Best> = new Map([[keyOf(points), none]]);
  let isSample = false;
  for (const name of unmet) {
    const gain = items.get(name) ?? ZERO;
    if (sign(gain) <= 0) continue;
    const next = withItem(sums, name, gain, costs?.get(name) ?? ZERO);
    if (next.size <= MOST_SUMS) sums = next;
    else isSample = true;
  }
  return [...sums.values()]
    .filter(({ count }) => count > 0)
    .map((best) => ({
      ...reachOfSets(best.points, best.sets, best.hasMore),
      ...(isSample ? { isSample } : {}),
    }));
}

/** The sums with one item more to choose from. */
function withItem(sums: ReadonlyMap<string, Best>, name: string, gain: Exact, price: Exact): ReadonlyMap<string, Best> {
  const next = new Map(sums);
  for (const { points, cost, count, sets, hasMore } of sums.values()) {
    const more: Best = {
      points: reduce(add(points, gain)),
      cost: add(cost, price),
      count: count + 1,
      sets: sets.map((set) => [...set, name]),
      hasMore,
    };
    const key = keyOf(more.points);
    next.set(key, better(next.get(key), more));
  }
  return next;
}

function better(known: Best | undefined, other: Best): Best {
  if (known === undefined) return other;
  const order = compare(other.cost, known.cost) || other.count - known.count;
  if (order !== 0) return order < 0 ? other : known;
  const sets = [...known.sets, ...other.sets];
  // One that has more than it tells has already as many as are told.
  return { ...known, sets: sets.slice(0, MOST_SETS), hasMore: sets.length > MOST_SETS };
}

function keyOf({ n, d }: Exact): string {
  return `${n}/${d}`;
}
