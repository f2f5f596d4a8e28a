/** A scoreboard as one side of a comparison. */
import type { Sheet } from '../model/assessment.ts';
import { EXEMPT, exactAt, stateOf } from '../model/column.ts';
import type { LeafMark, Origin, Snapshot, SnapshotGroup, SnapshotRubric, SnapshotUnit } from '../model/comparison.ts';
import { round, subtract } from '../model/exact.ts';
import type { Criterion, Domain, Rubric } from '../model/rubric.ts';
import { type GroupBoard, type MarkColumn, OUTSIDE, type Scoreboard, type Standing } from '../model/scoreboard.ts';

/** The board's groups with every leaf of every unit. `file` names where it came from, `sheets` what it was scored from. */
export function snapshotOf(board: Scoreboard, file: string, sheets: readonly Sheet[] = []): Snapshot {
  return {
    label: board.year === undefined ? file : `${board.year}`,
    ...(board.year === undefined ? {} : { year: board.year }),
    file,
    basis: board.basis,
    remarks: board.note === undefined ? [] : [board.note],
    groups: board.groups.map((group) => groupOf(group, sheets)),
  };
}

function groupOf(group: GroupBoard, sheets: readonly Sheet[]): SnapshotGroup {
  const { id, name, rubric, standings } = group;
  const sheet = sheets.find((each) => each.rubric === rubric);
  return {
    id,
    name,
    rubric: rubricOf(rubric),
    decimals: rubric.rounding.decimals,
    ties: rubric.rank.ties,
    units: standings.map((standing) => unitOf(standing, group)),
    ...(sheet === undefined ? {} : { scored: { group, sheet } }),
  };
}

/** What a comparison needs of a rubric. */
export function rubricOf(rubric: Rubric): SnapshotRubric {
  const { id, title, sha256, scale, leaves, criteria, domains } = rubric;
  const parents = criteria.filter(({ hasParts }) => hasParts);
  return {
    ...{ id, title, sha256, scale },
    leaves: leaves.map((leaf) => ({
      id: leaf.id,
      title: leaf.title,
      max: leaf.max,
      criterion: (criteria[leaf.criterion] as Criterion).id,
      domain: (domains[leaf.domain] as Domain).id,
    })),
    origins: [...leaves, ...parents].flatMap(({ id: node, from, place }): Origin[] =>
      from === undefined ? [] : [{ node, from, place }],
    ),
  };
}

function unitOf(standing: Standing, { rubric, marks }: GroupBoard): SnapshotUnit {
  const { unit, rank, index, exact, grade, row } = standing;
  const band = grade === undefined ? undefined : rubric.grades?.bands[grade.at];
  return {
    id: unit.id,
    name: unit.name,
    ranked: unit.ranked,
    ...(rank === undefined ? {} : { rank }),
    ...(index === undefined ? {} : { index }),
    ...(exact === undefined ? {} : { exact }),
    ...(band === undefined ? {} : { grade: band.name }),
    // Made when somebody looks: a million marks as objects would crowd the memory.
    get domains() {
      return standing.domains.map((domain, at) => ({
        id: rubric.domains[at]?.id ?? '',
        title: rubric.domains[at]?.title ?? '',
        ...(domain.index === undefined ? {} : { index: round(domain.index, rubric.rounding.decimals) }),
      }));
    },
    get leaves() {
      return marks.leaves.map((mark) => markOf(mark, row));
    },
    adjusted: subtract(standing.bonus, standing.penalty),
    successorOf: unit.successorOf ?? [],
  };
}

function markOf({ points, source }: MarkColumn, row: number): LeafMark {
  if (source[row] === OUTSIDE) return 'outside';
  return stateOf(points, row) === EXEMPT ? 'exempt' : (exactAt(points, row) ?? 'missing');
}
