/**
 * The comparison of several results of the same units.
 *
 *   snapshots ─match units→ series ─→ streaks
 *             └each with the next→ pairs ─crosswalk→ split, like for like
 */
import type {
  Comparison,
  Crosswalk,
  GroupComparison,
  LeafMark,
  Movement,
  Pair,
  Series,
  Snapshot,
  SnapshotGroup,
  SnapshotUnit,
  Split,
  Streak,
} from '../model/comparison.ts';
import { hasLeaves } from '../model/comparison.ts';
import { compare, equal, subtract } from '../model/exact.ts';
import { fold, likeness } from '../model/nearest.ts';
import { createLikeTables, type LikeTables } from './compare-like.ts';
import { findCalled, findTwin, renamed, type Seated } from './seats.ts';
import { splitChange } from './split.ts';
import { type Marks, pairUp } from './split-sums.ts';

/** The crosswalk between the groups of two snapshots, where the command has made one. */
export type Crossing = (older: SnapshotGroup, newer: SnapshotGroup) => Crosswalk | undefined;

/** Two or more snapshots, oldest first. Groups in the order of the newest, then those that only older ones have. */
export function compareSnapshots(snapshots: readonly Snapshot[], crossing: Crossing): Comparison {
  const groups: SnapshotGroup[] = [];
  for (const snapshot of snapshots.toReversed()) {
    for (const group of snapshot.groups) if (!groups.some((other) => isSameGroup(other, group))) groups.push(group);
  }
  const compared = groups.map((group) => compareGroup(group, snapshots, crossing));
  return { snapshots, groups: compared, differs: compared.some(({ pairs }) => pairs.some(differs)) };
}

function isSameGroup(a: SnapshotGroup, b: SnapshotGroup): boolean {
  return a.id === b.id || likeness(a.name) === likeness(b.name);
}

function compareGroup(group: SnapshotGroup, snapshots: readonly Snapshot[], crossing: Crossing): GroupComparison {
  const pairs = snapshots.slice(1).map((_, at) => comparePair(group, snapshots, at, crossing));
  const newest = snapshots
    .toReversed()
    .flatMap((home) => home.groups.filter((other) => isSameGroup(other, group)).map((own) => ({ home, own })));
  const series: Series[] = [];
  const told = new Set<SnapshotUnit>();
  for (const { home, own } of newest) {
    for (const unit of own.units) {
      if (told.has(unit)) continue;
      const found = seriesOf(unit, home, snapshots);
      series.push(found);
      for (const each of found.at) if (each) told.add(each);
    }
  }
  return {
    id: group.id,
    name: group.name,
    decimals: Math.max(...newest.map(({ own }) => own.decimals)),
    series,
    pairs,
  };
}

/** A unit in every result, followed back through its names from the newest that has it. */
function seriesOf(unit: SnapshotUnit, home: Snapshot, snapshots: readonly Snapshot[]): Series {
  const last = snapshots.indexOf(home);
  let [known, knownIn] = [unit, home];
  const seats = snapshots
    .slice(0, last + 1)
    .toReversed()
    .map((snapshot) => {
      const seat = findTwin(known, knownIn, snapshot) ?? renamed(known, snapshot, knownIn);
      if (seat) [known, knownIn] = [seat.unit, snapshot];
      return seat;
    });
  const all = [...seats.toReversed(), ...snapshots.slice(last + 1).map(() => undefined)];
  return { id: unit.id, name: unit.name, at: all.map((seat) => seat?.unit), streaks: streaksOf(all, snapshots) };
}

/**
 * What held at least twice running up to the last result. The first of another group was first among others, and two
 * results of one year (a stage, another rubric) are not one after the other.
 */
function streaksOf(seats: readonly (Seated | undefined)[], snapshots: readonly Snapshot[]): readonly Streak[] {
  const at = seats.map((seat) => seat?.unit);
  const last = at.length - 1;
  const isFollowed = (position: number): boolean => {
    const [year, next] = [snapshots[position]?.year, snapshots[position + 1]?.year];
    return year === undefined || next === undefined || year < next;
  };
  const backTo = (from: number, holds: (position: number) => boolean): number => {
    let first = from + 1;
    while (first > 0 && isFollowed(first - 1) && holds(first - 1)) first--;
    return first;
  };
  const risesAt = (position: number, direction: 1 | -1): boolean => {
    const [before, after] = [at[position]?.index, at[position + 1]?.index];
    return before !== undefined && after !== undefined && compare(after, before) * direction > 0;
  };
  const group = seats.at(-1)?.group;
  const isFirst = (seat: Seated | undefined): boolean =>
    seat?.unit.rank === 1 && group !== undefined && isSameGroup(seat.group, group);
  const first = isFirst(seats[last]) ? backTo(last, (position) => isFirst(seats[position])) : last;
  const steps = (['risen', 'fallen'] as const).map((kind) => ({
    kind,
    from: backTo(last - 1, (position) => risesAt(position, kind === 'risen' ? 1 : -1)),
  }));
  return [
    ...(first < last ? [{ kind: 'first' as const, from: first, to: last }] : []),
    ...steps.filter(({ from }) => from < last - 1).map((step) => ({ ...step, to: last })),
  ];
}

function comparePair(group: SnapshotGroup, snapshots: readonly Snapshot[], from: number, crossing: Crossing): Pair {
  const [older, newer] = [snapshots[from] as Snapshot, snapshots[from + 1] as Snapshot];
  const now = newer.groups.find((other) => isSameGroup(other, group));
  const before = older.groups.find((other) => isSameGroup(other, group));
  const seats = (now?.units ?? []).map((unit) => ({
    unit,
    was: findTwin(unit, newer, older) ?? renamed(unit, older, newer),
  }));
  const crosswalk = before && now ? crossing(before, now) : undefined;
  const likes = before && now && crosswalk && !crosswalk.isSame ? tablesOf(crosswalk, before, now) : undefined;
  const movements = seats.flatMap(({ unit, was }) => {
    if (was === undefined || now === undefined) return [];
    const isMoved = !isSameGroup(was.group, now);
    return [moveOf(was, { unit, group: now }, isMoved ? undefined : crosswalk, likes)];
  });
  const known = new Set(seats.flatMap(({ was }) => was?.unit.id ?? []));
  const successions = seats.flatMap(({ unit, was }) => {
    const predecessors = unit.successorOf.flatMap((id) => findCalled(older, id)?.unit ?? []);
    return was === undefined && predecessors.length > 0 ? [{ unit, predecessors }] : [];
  });
  const succeeding = new Set(successions.map(({ unit }) => unit));
  const replaced = new Set(successions.flatMap(({ predecessors }) => predecessors.map(({ id }) => id)));
  const stays = (unit: SnapshotUnit): boolean => findTwin(unit, older, newer) !== undefined;
  return {
    from,
    to: from + 1,
    movements,
    successions,
    onlyOlder: (before?.units ?? []).filter((unit) => !known.has(unit.id) && !replaced.has(unit.id) && !stays(unit)),
    onlyNewer: seats.filter(({ unit, was }) => was === undefined && !succeeding.has(unit)).map(({ unit }) => unit),
    lacking: [lackOf(before, from), lackOf(now, from + 1)].flat(),
    ...(before?.rubric && now?.rubric ? { older: before.rubric, newer: now.rubric } : {}),
    ...(crosswalk === undefined ? {} : { crosswalk }),
    ...likes?.tables.close(),
  };
}

/** Why a group's changes cannot be split; nothing where the points of its leaves are known. */
function lackOf(group: SnapshotGroup | undefined, at: number): Pair['lacking'] {
  if (group === undefined) return [];
  if (group.rubric === undefined) return [{ at, what: 'table' }];
  return group.units.some(hasLeaves) ? [] : [{ at, what: 'leaves' }];
}

function moveOf(older: Seated, newer: Seated, crosswalk: Crosswalk | undefined, likes: Likes | undefined): Movement {
  const [was, is] = [older.unit, newer.unit];
  const movedGroup = !isSameGroup(older.group, newer.group);
  const split = crosswalk && splitOf(older, newer, crosswalk, likes);
  let domains: Movement['domains'] | undefined;
  return {
    older: was,
    newer: is,
    ...(was.index && is.index ? { change: subtract(is.index, was.index) } : {}),
    ...(was.rank === undefined || is.rank === undefined || movedGroup ? {} : { places: was.rank - is.rank }),
    movedGroup,
    get domains() {
      domains ??= domainChanges(was, is);
      return domains;
    },
    ...(split === undefined ? {} : { split }),
  };
}

function domainChanges(was: SnapshotUnit, is: SnapshotUnit): Movement['domains'] {
  const older = was.domains;
  return is.domains.flatMap(({ id, title, index }) => {
    // The same number may stand for another domain in another rubric.
    const before = older.find((domain) => domain.id === id && fold(domain.title) === fold(title))?.index;
    return index && before ? [{ id, title, change: subtract(index, before) }] : [];
  });
}

/** The split of a change; what it is made of goes into the like-for-like tables too. */
function splitOf(older: Seated, newer: Seated, crosswalk: Crosswalk, likes: Likes | undefined): Split | undefined {
  const [was, is] = [marksOf(older), marksOf(newer)];
  if (was === undefined || is === undefined) return undefined;
  const paired = pairUp(crosswalk, was, is);
  likes?.tables.add({
    unit: newer.unit,
    blocks: paired.blocks,
    rows: [likes.before.get(older.unit) ?? -1, likes.now.get(newer.unit) ?? -1],
  });
  return splitChange(was, is, crosswalk, paired);
}

function marksOf({ unit, group }: Seated): Marks | undefined {
  const { adjusted, exact } = unit;
  const { rubric } = group;
  if (!hasLeaves(unit) || exact === undefined || rubric === undefined) return undefined;
  return {
    ...{ rubric, adjusted, exact },
    get leaves() {
      return unit.leaves as readonly LeafMark[];
    },
  };
}

/** The like-for-like tables, and where each unit's entries stand. */
interface Likes {
  readonly tables: LikeTables;
  readonly before: ReadonlyMap<SnapshotUnit, number>;
  readonly now: ReadonlyMap<SnapshotUnit, number>;
}

function tablesOf(crosswalk: Crosswalk, before: SnapshotGroup, now: SnapshotGroup): Likes {
  return { tables: createLikeTables(crosswalk, before, now), before: rowsOf(before), now: rowsOf(now) };
}

/** Where each unit's entries stand; empty where only results are known. */
function rowsOf({ units, scored }: SnapshotGroup): ReadonlyMap<SnapshotUnit, number> {
  const standings = scored?.group.standings ?? [];
  return new Map(standings.flatMap(({ row }, at) => (units[at] ? [[units[at], row] as const] : [])));
}

function differs({ movements, successions, onlyOlder, onlyNewer }: Pair): boolean {
  if (successions.length + onlyOlder.length + onlyNewer.length > 0) return true;
  return movements.some(({ older, newer, movedGroup }) => {
    const [was, is] = [older.index, newer.index];
    const sameIndex = was === undefined || is === undefined ? was === is : equal(was, is);
    // A table that prints no grade says nothing about it.
    const sameGrade = older.grade === undefined || newer.grade === undefined || older.grade === newer.grade;
    return movedGroup || !sameIndex || older.rank !== newer.rank || !sameGrade;
  });
}
