/** The ranking for machines: the published JSON (docs/ranking.schema.json) and the flat table. */
import { type Cell, counted, type Flat, number, text } from '../model/document.ts';
import { type Exact, toFractionText, toText } from '../model/exact.ts';
import type { Leaf, NodeRef, Rubric } from '../model/rubric.ts';
import type { GradeResult, Passing, Scoreboard, Standing } from '../model/scoreboard.ts';
import { distance, isHeld, named, shown } from './figures.ts';
import { leavesOfRubric, leavesOfUnit } from './ranking-leaves.ts';
import type { GroupView, RankingOptions } from './ranking-view.ts';

export const RANKING_SCHEMA = 'parindex/ranking/1';

/**
 * The published shape. Keys stand in the order of the schema; decimals are texts with a dot; what there is not
 * is null. Points and indices have the rubric's decimals, maxima as many as they need, `exact` is a fraction.
 */
export function rankingData(board: Scoreboard, views: readonly GroupView[], options: RankingOptions): object {
  const leftOut = board.leftOut.filter(({ unit }) => options.group === undefined || unit.group === options.group);
  const rubrics = [...new Map(views.map((view) => [view.board.rubric.sha256, view.board.rubric])).values()];
  return {
    schema: RANKING_SCHEMA,
    tool: `parindex ${options.toolVersion}`,
    year: board.year ?? null,
    title: board.title ?? null,
    note: board.note ?? null,
    basis: board.basis,
    draft: leftOut.length > 0,
    left_out: leftOut.map(({ unit, faults }) => ({ unit: unit.id, name: unit.name, group: unit.group, faults })),
    top: options.top ?? null,
    rubrics: rubrics.map((rubric) => ({
      ...policiesData(rubric),
      ...(options.leaves === true ? leavesOfRubric(rubric) : {}),
    })),
    groups: views.map(({ board: group, shown: standings }) => ({
      id: group.id,
      name: group.name,
      rubric: group.rubric.id,
      units: standings.map((standing) => ({
        ...unitData(standing, group.rubric),
        ...(options.leaves === true ? leavesOfUnit(standing, group) : {}),
      })),
    })),
    accepted: (options.accepted ?? []).map(({ code, count, units, reason }) => ({ code, count, units, reason })),
    files: board.files.map(({ file, read, used, blank, refused }) => ({ file, read, used, blank, refused })),
  };
}

/** What a result depends on: the policies of its rubric, maxima and bounds in their shortest text. */
export function policiesData(rubric: Rubric): object {
  const { id, title, sha256, issued, note, stages, rounding, rank, missing, indexBounds, grades, adjustmentCaps } =
    rubric;
  return {
    id,
    title,
    sha256,
    issued: issued === undefined ? null : { decision: issued.decision, date: issued.date },
    note: note ?? null,
    scale: toText(rubric.scale),
    stages: [...stages],
    rounding: { at: rounding.at, decimals: rounding.decimals },
    rank: { on: rank.on, ties: rank.ties, break: rank.breaks.map((ref) => refData(ref, rubric)) },
    missing,
    index: { min: textOf(indexBounds.min), max: textOf(indexBounds.max) },
    grades:
      grades === undefined
        ? null
        : {
            on: grades.on,
            bands: grades.bands.map((band) => ({ id: band.id, name: band.name, from: textOf(band.from) })),
            gates: grades.gates.map((gate) => ({
              nodes: gate.nodes.map((ref) => refData(ref, rubric)),
              below: toText(gate.below),
              cap: grades.bands[gate.cap]?.id ?? '',
            })),
          },
    adjustment_caps: { bonus: textOf(adjustmentCaps.bonus), penalty: textOf(adjustmentCaps.penalty) },
    domains: rubric.domains.map((domain) => ({ id: domain.id, title: domain.title, max: toText(domain.max) })),
  };
}

function refData(ref: NodeRef, rubric: Rubric): object {
  const { level, id } = named(ref, rubric);
  return { level, id };
}

function textOf(value: Exact | undefined): string | null {
  return value === undefined ? null : toText(value);
}

function unitData(standing: Standing, rubric: Rubric): object {
  const figure = (value: Exact | undefined): string | null => (value === undefined ? null : shown(value, rubric));
  const margin = marginOf(standing.grade);
  return {
    unit: standing.unit.id,
    name: standing.unit.name,
    rank: standing.rank ?? null,
    points: figure(standing.points),
    max: toText(standing.max),
    index: figure(standing.index),
    exact: standing.exact === undefined ? null : toFractionText(standing.exact),
    grade: standing.grade === undefined ? null : (rubric.grades?.bands[standing.grade.at]?.id ?? null),
    ranked: standing.unit.ranked,
    margin: margin === undefined ? null : distance(margin, rubric),
    domains: standing.domains.map((domain, at) => ({
      id: rubric.domains[at]?.id ?? '',
      points: figure(domain.points),
      max: toText(domain.max),
      index: figure(domain.index),
    })),
    adjustments: standing.adjustments.map(({ id, kind, points }) => ({ id, kind, points: figure(points) })),
    missing: idsOf(standing.missing, rubric),
    exempt: idsOf(standing.exempt, rubric),
    overrides: [...standing.overrides],
    ...(standing.unit.successorOf === undefined ? {} : { successor_of: [...standing.unit.successorOf] }),
  };
}

/** Index points to the next grade; none in the best grade, and none where a gate, not the index, is in the way. */
function marginOf(grade: GradeResult | undefined): Exact | undefined {
  return grade?.margin === undefined || isHeld({ grade }) ? undefined : grade.margin;
}

function idsOf(positions: readonly number[], rubric: Rubric): string[] {
  return positions.map((at) => (rubric.leaves[at] as Leaf).id);
}

/**
 * One row a unit. Lists of ids are joined with `;`. With `domains` a column of points for each domain of any
 * rubric shown; what there is not is an empty cell.
 */
export function rankingFlat(views: readonly GroupView[], domains: boolean): Flat {
  const ids = domains
    ? [...new Set(views.flatMap((view) => view.board.rubric.domains.map((domain) => domain.id)))]
    : [];
  return {
    columns: [
      ...['group', 'rank', 'unit', 'name', 'ranked', 'points', 'max', 'index', 'grade', 'grade_name', 'margin'],
      ...['bonus', 'penalty', 'missing', 'exempt', 'overrides'],
      ...ids.map((id) => `domain:${id}`),
    ],
    rows: { [Symbol.iterator]: () => flatRows(views, ids) },
  };
}

function* flatRows(views: readonly GroupView[], domains: readonly string[]): Generator<readonly Cell[]> {
  // Groups of one rubric mostly stand together.
  const sameOf = once(
    (rubric: Rubric): Same => ({
      max: once((value) => number(toText(value))),
      bonus: once((value) => figure(value, rubric)),
      penalty: once((value) => figure(value, rubric)),
      bands: (rubric.grades?.bands ?? []).map((band) => ({ id: text(band.id), name: text(band.name) })),
      domains: domains.map((domain) => rubric.domains.findIndex((own) => own.id === domain)),
    }),
  );
  for (const { board, passing } of views) {
    const { id, rubric } = board;
    const group = text(id);
    for (let at = 0; at < passing.length; at++) {
      if (at % AHEAD === 0) callUnits(passing, at);
      yield flatRow(passing.at(at) as Standing, rubric, group, sameOf(rubric));
    }
  }
}

/** Rows whose units are called up together. */
const AHEAD = 64;

/**
 * In the order of ranks each unit lies elsewhere in memory, and whoever comes to it waits. A processor fetches many at
 * once where nothing is done between them: of 106,000 units a fifth of the time. Gives what it saw, so that it is done.
 */
function callUnits(standings: Passing, from: number): number {
  const end = Math.min(from + AHEAD, standings.length);
  let ranked = 0;
  for (let at = from; at < end; at++) if ((standings.at(at) as Standing).unit.ranked) ranked++;
  return ranked;
}

/** A grade. */
interface BandCells {
  readonly id: Cell;
  readonly name: Cell;
}

/** What mostly stands in the row above, too: its cells are made again only where it does not. */
interface Same {
  readonly max: (value: Exact) => Cell;
  readonly bonus: (value: Exact) => Cell;
  readonly penalty: (value: Exact) => Cell;
  readonly bands: readonly BandCells[];
  /** Positions of the domains that have columns; -1 where this rubric has none of the id. */
  readonly domains: readonly number[];
}

const YES = text('yes');
const NO = text('no');
const NOTHING = text('');
const NO_NUMBER = number('');
const NO_GRADE: BandCells = { id: NOTHING, name: NOTHING };

function figure(value: Exact, rubric: Rubric): Cell {
  const { decimals } = rubric.rounding;
  if (value.count !== undefined && value.places === decimals) return counted(value.count, decimals);
  return number(shown(value, rubric));
}

function marginCell(grade: GradeResult | undefined, rubric: Rubric): Cell {
  const margin = marginOf(grade);
  if (margin === undefined) return NO_NUMBER;
  return margin.places === rubric.rounding.decimals ? figure(margin, rubric) : number(distance(margin, rubric));
}

/** Makes something of a value, but not again where the same one comes next. */
function once<T, R>(make: (value: T) => R): (value: T) => R {
  let last: T | undefined;
  let made: R | undefined;
  return (value) => {
    if (made === undefined || value !== last) made = make(value);
    last = value;
    return made;
  };
}

function flatRow(standing: Standing, rubric: Rubric, group: Cell, same: Same): readonly Cell[] {
  const { unit, rank, points, index, grade, missing, exempt, overrides } = standing;
  const band = same.bands[grade?.at ?? -1] ?? NO_GRADE;
  const total = figure(points, rubric);
  const isTotal = index?.count !== undefined && index.count === points.count && index.places === points.places;
  const row = [
    group,
    rank === undefined ? NO_NUMBER : counted(rank, 0),
    text(unit.id),
    text(unit.name),
    unit.ranked ? YES : NO,
    total,
    same.max(standing.max),
    isTotal ? total : index === undefined ? NO_NUMBER : figure(index, rubric),
    band.id,
    band.name,
    marginCell(grade, rubric),
    same.bonus(standing.bonus),
    same.penalty(standing.penalty),
    missing.length === 0 ? NOTHING : text(idsOf(missing, rubric).join(';')),
    exempt.length === 0 ? NOTHING : text(idsOf(exempt, rubric).join(';')),
    overrides.length === 0 ? NOTHING : text(overrides.join(';')),
  ];
  for (const at of same.domains) {
    const domain = standing.domains[at];
    row.push(domain?.index === undefined ? NO_NUMBER : figure(domain.points, rubric));
  }
  return row;
}
