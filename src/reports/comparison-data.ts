/** The comparison for machines: the published JSON (parindex/comparison/1) and the flat table. */
import {
  type Comparison,
  type GroupComparison,
  type LikeForLike,
  type LikeLeaf,
  type Movement,
  PARTS,
  type Pair,
  type SnapshotUnit,
  type Split,
} from '../model/comparison.ts';
import { type Cell, type Flat, number, text } from '../model/document.ts';
import { type Exact, toFixedText, toFractionText } from '../model/exact.ts';

export const COMPARISON_SCHEMA = 'parindex/comparison/1';

/** Parts have more decimals than the index in the flat table, so that they add up there too, nearly. */
const PART_DECIMALS = 6;

/** Decimals are texts with a dot and the decimals of the shown index; parts are fractions. What there is not is null. */
export function comparisonData({ snapshots, groups, differs }: Comparison, toolVersion: string): object {
  return {
    schema: COMPARISON_SCHEMA,
    tool: `parindex ${toolVersion}`,
    kind: 'results',
    differs,
    results: snapshots.map(({ label, year, file, basis, remarks, groups: own }) => ({
      label,
      year: year ?? null,
      file,
      basis: basis ?? null,
      remarks: [...remarks],
      rubrics: [...new Set(own.flatMap(({ rubric }) => rubric?.id ?? []))],
    })),
    groups: groups.map((group) => ({
      id: group.id,
      name: group.name,
      units: group.series.map(({ id, name, at, streaks }) => ({
        unit: id,
        name,
        results: at.map((unit) => (unit === undefined ? null : standing(unit, group.decimals))),
        streaks: streaks.map(({ kind, from, to }) => ({ kind, from, to })),
      })),
      steps: group.pairs.map((pair) => stepData(pair, group)),
    })),
  };
}

function standing({ index, rank, grade }: SnapshotUnit, decimals: number): object {
  return { index: decimal(index, decimals), rank: rank ?? null, grade: grade ?? null };
}

function decimal(value: Exact | undefined, decimals: number): string | null {
  return value === undefined ? null : toFixedText(value, decimals);
}

function stepData(pair: Pair, { decimals }: GroupComparison): object {
  const { from, to, movements, successions, onlyOlder, onlyNewer, crosswalk, older, newer } = pair;
  const ids = (units: readonly SnapshotUnit[]): readonly string[] => units.map(({ id }) => id);
  return {
    from,
    to,
    crosswalk:
      crosswalk === undefined
        ? null
        : {
            same: crosswalk.isSame,
            common: crosswalk.blocks.map((block) => ({
              from: block.older.map((at) => older?.leaves[at]?.id ?? ''),
              to: block.newer.map((at) => newer?.leaves[at]?.id ?? ''),
            })),
            added: crosswalk.added.map((at) => newer?.leaves[at]?.id ?? ''),
            dropped: crosswalk.dropped.map((at) => older?.leaves[at]?.id ?? ''),
            doubtful: [...crosswalk.doubtful],
          },
    movements: movements.map((movement) => movementData(movement, decimals)),
    successions: successions.map(({ unit, predecessors }) => ({ unit: unit.id, predecessors: ids(predecessors) })),
    only_from: ids(onlyOlder),
    only_to: ids(onlyNewer),
    like_for_like_to: likeData(pair.likeNewer, decimals),
    like_for_like_from: likeData(pair.likeOlder, decimals),
    like_for_like_criteria: {
      to: pair.likeNewer?.leaves.map(leafData) ?? null,
      from: pair.likeOlder?.leaves.map(leafData) ?? null,
    },
  };
}

function movementData(
  { older, newer, change, places, movedGroup, domains, split }: Movement,
  decimals: number,
): object {
  return {
    unit: newer.id,
    was: older.id,
    change: decimal(change, decimals),
    places: places ?? null,
    moved_group: movedGroup,
    domains: domains.map((domain) => ({ id: domain.id, change: toFixedText(domain.change, decimals) })),
    split: split === undefined ? null : splitData(split),
  };
}

function splitData({ change, parts, performance }: Split): object {
  return {
    change: toFractionText(change),
    ...Object.fromEntries(PARTS.map((part) => [part, toFractionText(parts[part])])),
    performance_by_domain: performance.map(({ domain, points }) => ({ id: domain, points: toFractionText(points) })),
  };
}

/** How the other year's entries on a criterion were scored; `why` where their share stands in. */
function leafData(leaf: LikeLeaf): object {
  const { id, means } = leaf;
  return { id, means, why: 'why' in leaf ? leaf.why : null, by_share: 'cells' in leaf ? leaf.cells : 0 };
}

function likeData(like: LikeForLike | undefined, decimals: number): object | null {
  if (like === undefined) return null;
  return like.rows.map(({ unit, older, newer }) => ({
    unit: unit.id,
    from: { index: toFixedText(older.index, decimals), rank: older.rank ?? null },
    to: { index: toFixedText(newer.index, decimals), rank: newer.rank ?? null },
  }));
}

/** One row a step and unit; units that only one of the two has are rows too. */
export function comparisonFlat({ snapshots, groups }: Comparison): Flat {
  const rows = groups.flatMap((group) =>
    group.pairs.flatMap((pair) => {
      const labels = [pair.from, pair.to].map((at) => text(snapshots[at]?.label ?? ''));
      const row = (older: SnapshotUnit | undefined, newer: SnapshotUnit | undefined, movement?: Movement) => [
        ...labels,
        text(group.id),
        ...unitCells(older, newer, group.decimals, movement),
      ];
      return [
        ...pair.movements.map((movement) => row(movement.older, movement.newer, movement)),
        ...[...pair.successions.map(({ unit }) => unit), ...pair.onlyNewer].map((unit) => row(undefined, unit)),
        ...pair.onlyOlder.map((unit) => row(unit, undefined)),
      ];
    }),
  );
  return {
    columns: [
      ...['from', 'to', 'group', 'unit', 'name', 'index_from', 'index_to', 'change', 'rank_from', 'rank_to', 'places'],
      ...['grade_from', 'grade_to', ...PARTS],
    ],
    rows,
  };
}

function unitCells(
  older: SnapshotUnit | undefined,
  newer: SnapshotUnit | undefined,
  decimals: number,
  movement: Movement | undefined,
): readonly Cell[] {
  const whole = (value: number | undefined): Cell => number(value === undefined ? '' : `${value}`);
  const index = (value: Exact | undefined): Cell => number(decimal(value, decimals) ?? '');
  const unit = newer ?? older;
  return [
    text(unit?.id ?? ''),
    text(unit?.name ?? ''),
    index(older?.index),
    index(newer?.index),
    index(movement?.change),
    whole(older?.rank),
    whole(newer?.rank),
    whole(movement?.places),
    text(older?.grade ?? ''),
    text(newer?.grade ?? ''),
    ...PARTS.map((part) =>
      number(movement?.split === undefined ? '' : toFixedText(movement.split.parts[part], PART_DECIMALS)),
    ),
  ];
}
