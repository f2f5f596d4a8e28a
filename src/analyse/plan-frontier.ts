/**
 * The cheapest way to each gain, as a function over whole numbers: what choices of some leaves can gain, and for each
 * gain the least cost and then the fewest leaves. A gain that something larger gives as cheaply is left out.
 *
 *   leaf ⊕ leaf ⊕ … = what they gain together, at the least cost
 *
 * Gains that follow each other at one price for each unit are one run, so that a leaf with any number of points, or a
 * hundred of them, is a few runs. All ends are whole, so that the best division of a whole gain among runs is whole.
 */

/** Gains from `low` to `high`: `cost` at `low`, `rate` more for each unit beyond; and the number of leaves. */
export interface Run {
  readonly low: bigint;
  readonly high: bigint;
  readonly cost: bigint;
  readonly rate: bigint;
  readonly count: number;
}

/** Rising in gain and in price; no two runs have a gain in common. Empty: nothing is possible. */
export type Frontier = readonly Run[];

/** What something costs, and by how many leaves; the second decides where the first is equal. */
export interface Outlay {
  readonly cost: bigint;
  readonly count: number;
}

/** Nothing gained for nothing. */
export const NOTHING: Frontier = [{ low: 0n, high: 0n, cost: 0n, rate: 0n, count: 0 }];

/** Below 0, 0 or above 0 as a is cheaper than b, as cheap, or dearer. */
export function compareOutlays(a: Outlay, b: Outlay): number {
  return compareBig(a.cost, b.cost) || a.count - b.count;
}

function costIn({ low, cost, rate }: Run, gain: bigint): bigint {
  return cost + rate * (gain - low);
}

function from(run: Run, low: bigint): Run {
  return { ...run, low, cost: costIn(run, low) };
}

/** The run in which the least gain of at least `gain` lies. */
function runFor(frontier: Frontier, gain: bigint): Run | undefined {
  let [first, last] = [0, frontier.length];
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((frontier[middle] as Run).high < gain) first = middle + 1;
    else last = middle;
  }
  return frontier[first];
}

/** The least price of at least so much; undefined where it cannot be had. */
export function outlayOf(frontier: Frontier, gain: bigint): Outlay | undefined {
  const run = runFor(frontier, gain);
  if (run === undefined) return undefined;
  return { cost: costIn(run, larger(run.low, gain)), count: run.count };
}

/** The most that can be gained; 0 of nothing. */
export function mostOf(frontier: Frontier): bigint {
  return frontier.at(-1)?.high ?? 0n;
}

/** Without what gains less than asked. */
export function atLeast(frontier: Frontier, gain: bigint): Frontier {
  return frontier.filter(({ high }) => high >= gain).map((run) => (run.low < gain ? from(run, gain) : run));
}

/** Gains beyond `cap` count as `cap`. */
export function upTo(frontier: Frontier, cap: bigint): Frontier {
  const kept = frontier.filter(({ low }) => low < cap).map((run) => (run.high > cap ? { ...run, high: cap } : run));
  if (mostOf(kept) >= cap && kept.length > 0) return kept;
  const first = frontier.find(({ low }) => low >= cap);
  return first === undefined ? kept : [...kept, { ...first, low: cap, high: cap }];
}

/** The cheaper of two functions at every gain. */
export function cheaper(a: Frontier, b: Frontier): Frontier {
  const pieces: Run[] = [];
  let [i, j] = [0, 0];
  let [left, right] = [a[0], b[0]];
  while (left !== undefined && right !== undefined) {
    if (left.high < right.low) {
      pieces.push(left);
      left = a[++i];
    } else if (right.high < left.low) {
      pieces.push(right);
      right = b[++j];
    } else if (left.low < right.low) {
      pieces.push({ ...left, high: right.low - 1n });
      left = from(left, right.low);
    } else if (right.low < left.low) {
      pieces.push({ ...right, high: left.low - 1n });
      right = from(right, left.low);
    } else {
      const high: bigint = smaller(left.high, right.high);
      pushCheaper(left, right, high, pieces);
      left = left.high > high ? from(left, high + 1n) : a[++i];
      right = right.high > high ? from(right, high + 1n) : b[++j];
    }
  }
  for (; left !== undefined; left = a[++i]) pieces.push(left);
  for (; right !== undefined; right = b[++j]) pieces.push(right);
  return worthwhile(pieces);
}

/** Of two runs that begin together, up to `high`: the cheaper one, or first the one and then the other. */
function pushCheaper(a: Run, b: Run, high: bigint, pieces: Run[]): void {
  const { low } = a;
  // The flatter one wins from some gain on, if it does not win at once.
  const [steep, flat] = a.rate > b.rate ? [a, b] : [b, a];
  // So far as the steep one is at least this much cheaper it is the better one.
  const least = steep.count <= flat.count ? 0n : 1n;
  const lead = flat.cost - steep.cost - least;
  if (lead < 0n) {
    pieces.push({ ...flat, high });
    return;
  }
  const turn = steep.rate === flat.rate ? high : low + lead / (steep.rate - flat.rate);
  if (turn >= high) {
    pieces.push({ ...steep, high });
    return;
  }
  pieces.push({ ...steep, high: turn }, { ...from(flat, turn + 1n), high });
}

/** Without what something larger gives as cheaply; runs that go on at their price are joined. */
function worthwhile(pieces: readonly Run[]): Frontier {
  const kept: Run[] = [];
  let best: Outlay | undefined;
  for (let at = pieces.length - 1; at >= 0; at--) {
    const run = prefix(pieces[at] as Run, best);
    if (run === undefined) continue;
    best = run;
    const next = kept.at(-1);
    const joined = next && joinedRun(run, next);
    if (joined === undefined) kept.push(run);
    else kept[kept.length - 1] = joined;
  }
  return kept.reverse();
}

/** So much of a run as is cheaper than `best`, which gains more. */
function prefix(run: Run, best: Outlay | undefined): Run | undefined {
  const isFree = run.low < run.high && run.rate === 0n;
  const whole = isFree ? { ...run, low: run.high } : run;
  if (best === undefined) return whole;
  const room = best.cost - whole.cost - (whole.count < best.count ? 0n : 1n);
  if (room < 0n) return undefined;
  if (whole.low === whole.high) return whole;
  const high = whole.low + room / whole.rate;
  return high < whole.high ? { ...whole, high } : whole;
}

/** Two runs as one where the second goes on from the first; a single gain takes on the other's rate. */
function joinedRun(first: Run, second: Run): Run | undefined {
  if (first.high + 1n !== second.low || first.count !== second.count) return undefined;
  const step = second.cost - costIn(first, first.high);
  if (first.low < first.high && step !== first.rate) return undefined;
  if (second.low < second.high && step !== second.rate) return undefined;
  return { ...first, high: second.high, rate: step };
}

/** How much work may still be done; beyond it frontiers are thinned, and what they then say is no proof any more. */
export interface Meter {
  left: number;
  isCut: boolean;
}

/** A thinned frontier has so many runs. */
const THIN = 48;

/** Any runs, as the function of the cheapest. */
export function cheapest(runs: readonly Run[], meter: Meter): Frontier {
  return merged(
    runs.map((run) => worthwhile([run])),
    meter,
  );
}

function merged(frontiers: readonly Frontier[], meter: Meter): Frontier {
  let level = frontiers;
  while (level.length > 1) {
    const next: Frontier[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [one, other] = [level[at] as Frontier, level[at + 1]];
      meter.left -= one.length + (other?.length ?? 0);
      next.push(other === undefined ? one : cheaper(one, other));
    }
    level = next;
  }
  return level[0] ?? [];
}

/** What two sets of leaves gain together; gains beyond `cap` count as `cap`. */
export function together(a: Frontier, b: Frontier, cap: bigint, meter: Meter): Frontier {
  const [many, few] = a.length < b.length ? [b, a] : [a, b];
  return merged(
    few.flatMap((run) => shifts(many, run, cap)),
    meter,
  );
}

/** A frontier and one run: the single gains of both as one frontier, and each pair of ranges as its own. */
function shifts(frontier: Frontier, run: Run, cap: bigint): readonly Frontier[] {
  if (run.low === run.high)
    return [
      upTo(
        frontier.map((each) => sumOf(each, run)[0] as Run),
        cap,
      ),
    ];
  const last = frontier.findIndex(({ low }) => low + run.low >= cap);
  const within = last < 0 ? frontier : frontier.slice(0, last + 1);
  return within.map((each) => upTo(sumOf(each, run), cap));
}

/** The gains of two runs together: first from the cheaper one. */
function sumOf(a: Run, b: Run): readonly Run[] {
  const [first, second] = a.rate <= b.rate || b.low === b.high ? [a, b] : [b, a];
  const [one, other] = first.low === first.high ? [second, first] : [first, second];
  const start = { low: one.low + other.low, cost: one.cost + other.cost, count: one.count + other.count };
  const turn = one.high + other.low;
  const run = { ...start, high: turn, rate: one.rate };
  if (other.low === other.high) return [run];
  const rest = { low: turn + 1n, high: turn + other.high - other.low, rate: other.rate, count: start.count };
  return [run, { ...rest, cost: costIn(run, turn) + other.rate }];
}

/** A frontier as it is, or thinned where too much work was done: what is left can all be had, the most among it. */
export function kept(frontier: Frontier, meter: Meter): Frontier {
  if (meter.left >= 0 || frontier.length <= THIN) return frontier;
  meter.isCut = true;
  const last = frontier.length - 1;
  return frontier.filter((_, at) => at === 0 || at === last || (at * THIN) % frontier.length < THIN);
}

/** Below 0, 0 or above 0, as a sort asks for it. */
export function compareBig(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The smaller of two. */
export function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

/** The larger of two. */
export function larger(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}
