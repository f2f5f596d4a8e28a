/** One unit's scorecard for machines: JSON, and a flat table with a row a leaf and adjustment. */
import { type Cell, type Flat, number, text, written } from '../model/document.ts';
import { type Exact, toFractionText, toText } from '../model/exact.ts';
import type { Scorecard, ScorecardRow } from '../model/findings.ts';
import type { Rubric } from '../model/rubric.ts';
import { distance, isHeld, shown } from './figures.ts';

export const SCORECARD_SCHEMA = 'parindex/scorecard/1';

/** Keys in a fixed order, decimals as texts with a dot, null for what there is not. */
export function scorecardData(scorecard: Scorecard): object {
  const { board, group, standing, domains, adjustments, nextAbove } = scorecard;
  const { rubric } = group;
  const figure = (value: Exact | undefined): string | null => (value === undefined ? null : shown(value, rubric));
  const { grade } = standing;
  return {
    schema: SCORECARD_SCHEMA,
    year: board.year ?? null,
    basis: board.basis,
    rubric: { id: rubric.id, title: rubric.title, sha256: rubric.sha256 },
    group: { id: group.id, name: group.name, ranked: group.standings.filter((each) => each.rank !== undefined).length },
    unit: standing.unit.id,
    name: standing.unit.name,
    rank: standing.rank ?? null,
    points: figure(standing.points),
    max: toText(standing.max),
    index: figure(standing.index),
    exact: standing.exact === undefined ? null : toFractionText(standing.exact),
    grade: grade === undefined ? null : (rubric.grades?.bands[grade.at]?.id ?? null),
    margin: grade?.margin === undefined || isHeld(standing) ? null : distance(grade.margin, rubric),
    held: (isHeld(standing) ? (grade?.holds ?? []) : []).map((hold) => ({
      node: hold.node,
      index: toFractionText(hold.index),
      below: toText(hold.below),
    })),
    next_above:
      nextAbove === undefined
        ? null
        : {
            unit: nextAbove.standing.unit.id,
            rank: nextAbove.standing.rank ?? null,
            gap: distance(nextAbove.gap, rubric),
          },
    domains: domains.map((domain, at) => ({
      id: domain.id,
      points: figure(standing.domains[at]?.points),
      max: toText(standing.domains[at]?.max ?? standing.max),
      index: figure(standing.domains[at]?.index),
      self: figure(domain.self),
      appraised: figure(domain.appraised),
      survey: figure(domain.survey),
      among:
        domain.among === undefined
          ? null
          : {
              best: figure(domain.among.best),
              median: figure(domain.among.median),
              worst: figure(domain.among.worst),
              place: domain.among.place,
              of: domain.among.of,
            },
      leaves: domain.rows.map((row) => rowData(row, rubric)),
    })),
    adjustments: adjustments.map((row) => rowData(row, rubric)),
  };
}

function rowData(row: ScorecardRow, rubric: Rubric): object {
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    source: row.source ?? null,
    points: row.points === undefined ? null : shown(row.points, rubric),
    exact: row.points === undefined ? null : toFractionText(row.points),
    max: toText(row.max),
    lost: row.lost === undefined ? null : shown(row.lost, rubric),
    self: row.self === undefined ? null : shown(row.self, rubric),
    values: row.values.map(({ column, text: value }) => ({ column, value })),
    evidence: row.evidence,
    note: row.note,
    place: row.place === undefined ? null : { file: row.place.file, line: row.place.line },
  };
}

/** `value` is the text of the column that counted. */
export function scorecardFlat({ standing, group, domains, adjustments }: Scorecard): Flat {
  const row = (domain: string, each: ScorecardRow): readonly Cell[] => {
    const figure = (value: Exact | undefined): Cell => number(value === undefined ? '' : shown(value, group.rubric));
    return [
      text(standing.unit.id),
      text(domain),
      text(each.id),
      text(each.title),
      text(each.state),
      text(each.source ?? ''),
      written(each.values.find((value) => value.column === each.source)?.text ?? ''),
      figure(each.points),
      number(toText(each.max)),
      figure(each.lost),
      figure(each.self),
      text(each.evidence),
      text(each.note),
    ];
  };
  return {
    columns: [
      'unit',
      'domain',
      'id',
      'title',
      'state',
      'source',
      'value',
      'points',
      'max',
      'lost',
      'self_points',
      'evidence',
      'note',
    ],
    rows: [
      ...domains.flatMap((domain) => domain.rows.map((each) => row(domain.id, each))),
      ...adjustments.map((each) => row('', each)),
    ],
  };
}
