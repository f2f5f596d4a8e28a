/** Two stages of one project (self against appraised): the gap of each unit, domain and leaf, over what both marked. */
import type {
  LeafGap,
  LeafMark,
  Snapshot,
  SnapshotGroup,
  SnapshotRubric,
  SnapshotUnit,
  StageComparison,
  StageGap,
  StageGroup,
} from '../model/comparison.ts';
import { compare, divide, type Exact, exact, multiply, sign, subtract, sum } from '../model/exact.ts';
import { agreementOf, meanOf } from './compare-agreement.ts';

/** So many of the widest leaves are told. */
const WIDEST = 10;

/** Both stages are the same project scored on two bases, so that groups and units stand in both. */
export function compareStages(earlier: Snapshot, later: Snapshot, title: string | undefined): StageComparison {
  return {
    stages: [earlier.basis ?? '', later.basis ?? ''],
    ...(later.year === undefined ? {} : { year: later.year }),
    ...(title === undefined ? {} : { title }),
    groups: later.groups.flatMap((group) => {
      const before = earlier.groups.find(({ id }) => id === group.id);
      return before?.rubric === undefined ? [] : [compareGroup(before, group, before.rubric)];
    }),
  };
}

/** A unit with both stages' marks. */
interface Twin {
  readonly unit: SnapshotUnit;
  readonly earlier: readonly LeafMark[];
  readonly later: readonly LeafMark[];
}

function compareGroup(earlier: SnapshotGroup, later: SnapshotGroup, rubric: SnapshotRubric): StageGroup {
  const twins = later.units.flatMap((unit): Twin[] => {
    const before = earlier.units.find(({ id }) => id === unit.id);
    return unit.leaves && before?.leaves ? [{ unit, earlier: before.leaves, later: unit.leaves }] : [];
  });
  const units = twins.flatMap((twin) => gapOf(twin, rubric) ?? []);
  const agreement = agreementOf(
    units.map(({ gap }) => gap),
    later.decimals,
  );
  const domains = later.units[0]?.domains ?? [];
  return {
    id: later.id,
    name: later.name,
    decimals: later.decimals,
    units,
    domains: domains.flatMap(({ id, title }) => {
      const gaps = units.flatMap((unit) => unit.domains.filter((domain) => domain.id === id).map(({ gap }) => gap));
      return gaps.length === 0 ? [] : [{ id, title, mean: meanOf(gaps) }];
    }),
    ...(agreement === undefined ? {} : { agreement }),
    leaves: widestLeaves(twins, rubric),
  };
}

/** The points of a leaf on both stages; undefined unless both marked it. */
function bothAt(twin: Twin, at: number): { readonly earlier: Exact; readonly later: Exact } | undefined {
  const [earlier, later] = [twin.earlier[at], twin.later[at]];
  if (earlier === undefined || later === undefined) return undefined;
  return typeof earlier === 'string' || typeof later === 'string' ? undefined : { earlier, later };
}

function gapOf(twin: Twin, { leaves }: SnapshotRubric): StageGap | undefined {
  const marked = leaves.flatMap(({ max, domain }, at) => {
    const both = bothAt(twin, at);
    return both === undefined ? [] : [{ ...both, max, domain }];
  });
  if (marked.length === 0) return undefined;
  const percent = (own: typeof marked, pointsOf: (mark: (typeof marked)[number]) => Exact): Exact =>
    divide(multiply(sum(own.map(pointsOf)), exact(100n)), sum(own.map(({ max }) => max)));
  const [earlier, later] = [percent(marked, (mark) => mark.earlier), percent(marked, (mark) => mark.later)];
  const oneSided = leaves.filter((_, at) => isOneSided(twin.earlier[at], twin.later[at]));
  return {
    unit: twin.unit,
    earlier,
    later,
    gap: subtract(earlier, later),
    domains: [...new Set(marked.map(({ domain }) => domain))].map((id) => {
      const own = marked.filter(({ domain }) => domain === id);
      return { id, gap: percent(own, (mark) => subtract(mark.earlier, mark.later)) };
    }),
    leftOut: oneSided.length,
  };
}

/** A leaf that lies outside one of the stages (a survey) could not be marked on both. */
function isOneSided(earlier: LeafMark | undefined, later: LeafMark | undefined): boolean {
  if (earlier === 'outside' || later === 'outside') return false;
  return (typeof earlier === 'string') !== (typeof later === 'string');
}

/** By the mean size of the gap; equals in the order of the rubric. Leaves without any gap are left out. */
function widestLeaves(twins: readonly Twin[], { leaves }: SnapshotRubric): readonly LeafGap[] {
  const gaps = leaves.flatMap(({ id, title, max }, at): LeafGap[] => {
    const own = twins.flatMap((twin) => {
      const both = bothAt(twin, at);
      return both === undefined ? [] : [{ unit: twin.unit.name, gap: subtract(both.earlier, both.later) }];
    });
    const differing = own.filter(({ gap }) => sign(gap) !== 0);
    if (differing.length === 0) return [];
    const widest = differing.reduce((most, each) => (compare(size(each.gap), size(most.gap)) > 0 ? each : most));
    return [
      {
        ...{ id, title, max, widest },
        mean: meanOf(own.map(({ gap }) => gap)),
        size: meanOf(own.map(({ gap }) => size(gap))),
        count: own.length,
        differing: differing.length,
      },
    ];
  });
  return gaps.toSorted((a, b) => compare(b.size, a.size)).slice(0, WIDEST);
}

function size(gap: Exact): Exact {
  return gap.n < 0n ? { n: -gap.n, d: gap.d } : gap;
}
