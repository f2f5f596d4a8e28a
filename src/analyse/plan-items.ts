/**
 * A plan's question in whole numbers: gains and costs of all ways over common denominators, and the demands as groups
 * that lie inside each other or apart (a leaf, its criterion, its domain, all leaves).
 */
import { type Exact, powerOfTen, reduce } from '../model/exact.ts';
import type { Candidate, Demand } from '../model/plan.ts';
import { larger } from './plan-frontier.ts';

/** What a way gains and costs; a range goes on to `high` at `rate` for each unit of gain. */
export interface Step {
  /** Position among the candidate's ways. */
  readonly way: number;
  readonly low: bigint;
  readonly high: bigint;
  readonly cost: bigint;
  readonly rate: bigint;
}

export interface Item {
  /** Position among the candidates. */
  readonly candidate: number;
  readonly steps: readonly Step[];
}

/** Where a group's points are rounded before they count for what lies around it. */
export interface Grid {
  /** The points that it has now, and one step of the rounding. */
  readonly now: bigint;
  readonly step: bigint;
}

/**
 * Leaves that must gain something together. Where it has a grid, what it gains is rounded, and counted in steps of the
 * grid: its need, and that of the group around it.
 */
export interface Group {
  readonly items: readonly Item[];
  readonly groups: readonly Group[];
  /** 0 where nothing is needed. */
  readonly need: bigint;
  readonly grid?: Grid;
  /** Positions in the demands that it answers. */
  readonly demands: readonly number[];
}

export interface Problem {
  /** All leaves; what nothing asks for is in none of its groups. */
  readonly root: Group;
  /** Units of gain in one point. */
  readonly scale: bigint;
}

/** Where points are rounded below the total: at each leaf, or at groups of leaves with the points that they have now. */
export type Grain =
  | { readonly at: 'leaf'; readonly decimals: number }
  | {
      readonly at: 'domain';
      readonly decimals: number;
      readonly domains: readonly { readonly leaves: readonly number[]; readonly now: Exact }[];
    };

/** The question of a plan. */
export function stateProblem(
  candidates: readonly Candidate[],
  demands: readonly Demand[],
  grain: Grain | undefined,
): Problem {
  const scale = scaleOf(candidates, demands, grain);
  const costScale = commonDenominator(candidates.flatMap(({ ways }) => ways.flatMap(({ rate, cost }) => [rate, cost])));
  const items = new Map(candidates.map((candidate, at) => [candidate.at, toItem(candidate, at, scale, costScale)]));
  const [total, ...parts] = partsOf(demands, grain, scale, new Set(items.keys()));
  return { root: nest(total as Part, parts, items), scale };
}

/** A node of the rubric that something is asked of, or that is rounded. */
interface Part {
  /** The total 0, a domain 1, a criterion 2, a leaf 3: a part lies in those of a smaller one. */
  readonly level: number;
  readonly leaves: ReadonlySet<number>;
  readonly need: bigint;
  readonly grid?: Grid;
  readonly demands: readonly number[];
}

const LEVELS = ['total', 'domain', 'criterion', 'leaf'] as const;

/** The total first; each node once. */
function partsOf(
  demands: readonly Demand[],
  grain: Grain | undefined,
  scale: bigint,
  all: ReadonlySet<number>,
): readonly Part[] {
  const parts = new Map<string, Part>([['total', { level: 0, leaves: all, need: 0n, demands: [] }]]);
  const domains = grain?.at === 'domain' ? grain.domains : [];
  const steps = grain === undefined ? scale : powerOfTen(grain.decimals);
  for (const [at, { leaves, now }] of domains.entries()) {
    const grid = { now: inUnits(now, scale), step: scale / steps };
    parts.set(`domain ${at}`, { level: 1, leaves: new Set(leaves), need: 0n, grid, demands: [] });
  }
  for (const [at, { leaves, need, node, isBeyond = false }] of demands.entries()) {
    const level = LEVELS.indexOf(node === 'total' ? node : node.level);
    // Domains and the total are of rounded points where the rubric rounds at the domain.
    const units = neededUnits(need, domains.length > 0 && level < 2 ? steps : scale, isBeyond);
    const key = node === 'total' ? node : `${node.level} ${node.at}`;
    const known = parts.get(key) ?? { level, leaves: new Set(leaves), need: 0n, demands: [] };
    parts.set(key, { ...known, need: larger(units, known.need), demands: [...known.demands, at] });
  }
  return [...parts.values()];
}

/** The least whole number of units that is enough; one more where the need has to be passed. */
function neededUnits({ n, d }: Exact, unit: bigint, isBeyond: boolean): bigint {
  const units = (n * unit) / d;
  return !isBeyond && units * d === n * unit ? units : units + 1n;
}

/** A part as a group, with the parts inside it as groups of their own. */
function nest({ leaves, need, grid, demands }: Part, inside: readonly Part[], items: ReadonlyMap<number, Item>): Group {
  const isIn = (part: Part, outer: Part): boolean =>
    outer.level < part.level && [...part.leaves].every((leaf) => outer.leaves.has(leaf));
  const nearest = inside.filter((part) => !inside.some((outer) => isIn(part, outer)));
  const apart = new Set(nearest.flatMap((part) => [...part.leaves]));
  const groups = nearest.map((part) =>
    nest(
      part,
      inside.filter((each) => isIn(each, part)),
      items,
    ),
  );
  return {
    items: [...leaves].flatMap((leaf) => (apart.has(leaf) ? [] : (items.get(leaf) ?? []))).toSorted(rangesLast),
    groups: groups.filter((group) => group.items.length > 0 || group.groups.length > 0 || group.need > 0n),
    need,
    ...(grid === undefined ? {} : { grid }),
    demands,
  };
}

/** Ranges make few runs of many gains: they are put together first, from the end. */
function rangesLast(a: Item, b: Item): number {
  const isRange = ({ steps }: Item): number => (steps.some(({ low, high }) => low < high) ? 1 : 0);
  return isRange(a) - isRange(b) || b.steps.length - a.steps.length || a.candidate - b.candidate;
}

function scaleOf(candidates: readonly Candidate[], demands: readonly Demand[], grain: Grain | undefined): bigint {
  // Rounded at the leaf, all points are whole steps, and so is what they need.
  if (grain?.at === 'leaf') return powerOfTen(grain.decimals);
  const ways = candidates.flatMap((each) => each.ways);
  const gains = [...candidates.map(({ now }) => now), ...ways.flatMap(({ low, high }) => [low, high])];
  const hasRanges = ways.some(({ low, high }) => low.n * high.d !== high.n * low.d);
  // Single gains cannot meet a fraction that is not of their grid, and so what is needed is the next that is.
  const needs = hasRanges ? demands.map(({ need }) => need) : [];
  const domains = grain?.at === 'domain' ? grain.domains.map(({ now }) => now) : [];
  // A rounded sum changes half a step below each of its steps.
  const halves = grain === undefined ? [] : [{ n: 1n, d: 2n * powerOfTen(grain.decimals) }];
  const scale = commonDenominator([...gains, ...needs, ...domains, ...halves]);
  if (!hasRanges || !demands.some(({ isBeyond }) => isBeyond)) return scale;
  // A range passes a line by less than any single gains could, so that no choice of these is passed over.
  let finer = 100n;
  while (finer < scale) finer *= 10n;
  return commonDenominator([
    { n: 1n, d: scale },
    { n: 1n, d: finer },
  ]);
}

function toItem({ now, ways }: Candidate, candidate: number, scale: bigint, costScale: bigint): Item {
  const base = inUnits(now, scale);
  const steps = ways.map(
    (way, position): Step => ({
      way: position,
      low: inUnits(way.low, scale) - base,
      high: inUnits(way.high, scale) - base,
      // In units of cost × units of gain, so that a rate times a gain is one.
      cost: inUnits(way.cost, costScale) * scale,
      rate: inUnits(way.rate, costScale),
    }),
  );
  return { candidate, steps };
}

function inUnits({ n, d }: Exact, unit: bigint): bigint {
  return (n * unit) / d;
}

function commonDenominator(values: readonly Exact[]): bigint {
  return values.reduce((all, value) => {
    const { d } = reduce(value);
    return (all / greatestDivisor(all, d)) * d;
  }, 1n);
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
