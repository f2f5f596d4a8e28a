/** Empty sheets for rubrics and units, and the way from an id in a file to its place in a sheet. */
import { type LeafColumns, ROW_SEEN, type Sheet, type Unit } from '../model/assessment.ts';
import { clearRow, createColumn } from '../model/column.ts';
import { valueColumns } from '../model/entry.ts';
import { fold } from '../model/nearest.ts';
import { type Anchors, clearPlace, createAnchors, createPlaces, fileAt } from '../model/places.ts';
import type { Adjustment, Leaf, Rubric } from '../model/rubric.ts';
import { ruleOf } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';

/** What takes a value: a leaf or an adjustment, with its columns and everything a row needs to be read. */
export interface Target {
  readonly node: Leaf | Adjustment;
  readonly rule: Rule<unknown>;
  readonly columns: LeafColumns;
  readonly isAdjustment: boolean;
  readonly isSurvey: boolean;
  readonly exemptible: boolean;
  readonly comparesPrevious: boolean;
  /** Names of the value columns, in the order of `columns.values`. */
  readonly valueNames: readonly string[];
  /** Positions in `valueNames` that may count on the basis, and the first that must be reached. */
  readonly upTo: number;
  readonly from: number;
  /** Whether an override counts on the basis. */
  readonly takesOverride: boolean;
}

/** A sheet being filled. */
export interface SheetBuild {
  readonly sheet: Sheet;
  readonly targets: ReadonlyMap<string, Target>;
  /** Domains and criteria with parts, which take no value. */
  readonly parents: ReadonlySet<string>;
  /** What an unknown leaf's text was taken for, by text. */
  readonly guesses: Map<string, LeafGuess>;
}

/** The leaf that was probably meant, and what a spreadsheet probably did to its id. */
export interface LeafGuess {
  readonly nearest?: string;
  readonly suspicion?: 'number' | 'date';
}

/** Where a unit stands. */
export interface Seat {
  readonly unit: Unit;
  readonly build: SheetBuild;
  readonly row: number;
}

export interface World {
  readonly builds: readonly SheetBuild[];
  readonly seats: ReadonlyMap<string, Seat>;
  /** What an unknown unit's text was taken for, by text. */
  readonly guesses: Map<string, string | undefined>;
}

/**
 * One sheet a rubric, with the units of its groups in the order given. `basis` is the stage whose marks count;
 * undefined: the last of each rubric.
 */
export function createWorld(pairs: readonly (readonly [Rubric, readonly Unit[]])[], basis?: string): World {
  const seats = new Map<string, Seat>();
  const builds = pairs.map(([rubric, units]) => {
    const anchors = createAnchors(units.length);
    const leaves = rubric.leaves.map((leaf) => createLeafColumns(rubric, leaf.source, anchors));
    const adjustments = rubric.adjustments.map(() => createLeafColumns(rubric, 'appraised', anchors));
    const targets = new Map<string, Target>();
    rubric.leaves.forEach((leaf, at) => {
      targets.set(leaf.id, createTarget(rubric, leaf, leaves[at] as LeafColumns, basis));
    });
    rubric.adjustments.forEach((adjustment, at) => {
      targets.set(adjustment.id, createTarget(rubric, adjustment, adjustments[at] as LeafColumns, basis));
    });
    const parents = new Set(
      [...rubric.domains, ...rubric.criteria.filter(({ hasParts }) => hasParts)].map(({ id }) => id),
    );
    const build: SheetBuild = {
      sheet: { rubric, units, leaves, adjustments },
      targets,
      parents,
      guesses: new Map(),
    };
    units.forEach((unit, row) => {
      seats.set(unit.id, { unit, build, row });
    });
    return build;
  });
  return { builds, seats, guesses: new Map() };
}

function createLeafColumns(rubric: Rubric, source: string, anchors: Anchors): LeafColumns {
  const size = anchors.lines.length;
  return {
    values: valueColumns(rubric.stages, source).map(() => createColumn(size)),
    overrides: new Map(),
    exemptNotes: new Map(),
    texts: new Map(),
    flags: new Uint8Array(size),
    places: createPlaces(anchors),
  };
}

function createTarget(rubric: Rubric, node: Leaf | Adjustment, columns: LeafColumns, basis?: string): Target {
  const isAdjustment = 'kind' in node;
  const source = isAdjustment ? 'appraised' : node.source;
  const isSurvey = source === 'survey';
  const rule = ruleOf(node.rule);
  const appraised = rubric.stages.indexOf('appraised');
  const last = basis === undefined ? rubric.stages.length - 1 : rubric.stages.indexOf(basis);
  return {
    ...{ node, rule, columns, isAdjustment, isSurvey },
    exemptible: isAdjustment ? false : node.exemptible,
    comparesPrevious: rule.holds(node.rule.options) === 'change',
    valueNames: valueColumns(rubric.stages, source),
    upTo: isSurvey ? (last < appraised ? -1 : 0) : last,
    from: source === 'appraised' && last >= appraised ? appraised : 0,
    takesOverride: last >= appraised,
  };
}

/** Takes back what a file wrote of a unit. */
export function clearSeat({ build, row }: Seat, file: number): void {
  for (const { columns } of build.targets.values()) {
    if (((columns.flags[row] as number) & ROW_SEEN) === 0 || fileAt(columns.places, row) !== file) continue;
    for (const column of columns.values) clearRow(column, row);
    for (const kept of [columns.overrides, columns.exemptNotes, columns.texts]) kept.delete(row);
    columns.flags[row] = 0;
    clearPlace(columns.places, row);
  }
}

/** Whether a text names a row of totals. */
export function isTotal(text: string): boolean {
  return /^(?:tong(?: cong| diem| so| so diem| cong diem)?|cong|total|grand total|subtotal|sum) ?[:.]?$/.test(
    fold(text),
  );
}
