/** Empty sheets for rubrics and units, and the way from an id in a file to its place in a sheet. */
import { createFlags, isSeen, type LeafColumns, type Sheet, type Unit } from '../model/assessment.ts';
import { clearRow, createColumn } from '../model/column.ts';
import { valueColumns } from '../model/entry.ts';
import { fold } from '../model/nearest.ts';
import { type Anchors, clearPlace, createAnchors, createPlaces, fileAt } from '../model/places.ts';
import type { Room } from '../model/room.ts';
import type { Adjustment, Leaf, Rubric } from '../model/rubric.ts';
import type { Units } from '../model/units.ts';
import { ruleOf } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { createPasses } from './column-passes.ts';
import type { Memory } from './kernel/memory.ts';
import { announce, type Compile, createEngine, type Engine, type Kernel } from './scan-kernel.ts';
import { type ByteTable, createLargeTable, findText, giveBackTable } from './scan-table.ts';
import { UnitRows } from './unit-rows.ts';

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

/**
 * The seats of all units, numbered build by build in the order of their rows. A seat is an object only for whoever asks
 * for one; the scanner asks for numbers.
 */
export interface Seats {
  /** Ids of the units by the number of their seat, and where they and all columns lie. */
  readonly ids: ByteTable;
  readonly engine: Engine;
  /** Of each seat: the position of its build, and its row there; in that memory. */
  readonly buildOf: Int32Array;
  readonly rowOf: Int32Array;
  /** The seat of an id; undefined where no unit has it. */
  readonly get: (id: string) => Seat | undefined;
  readonly at: (seat: number) => Seat;
}

export interface World {
  readonly builds: readonly SheetBuild[];
  readonly seats: Seats;
  /** What an unknown unit's text was taken for, by text. */
  readonly guesses: Map<string, string | undefined>;
}

/**
 * One sheet a rubric, with the units of its groups in the order given. `basis` is the stage whose marks count;
 * undefined: the last of each rubric. All stands in the memory of `engine`.
 */
export function createWorld(
  pairs: readonly (readonly [Rubric, Units])[],
  basis?: string,
  engine: Engine = createEngine(),
): World {
  const builds = pairs.map(([rubric, units]) => {
    const anchors = createAnchors(units.length, engine.memory);
    const leaves = rubric.leaves.map((leaf) => createLeafColumns(rubric, leaf.source, anchors, engine.memory));
    const adjustments = rubric.adjustments.map(() => createLeafColumns(rubric, 'appraised', anchors, engine.memory));
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
    return build;
  });
  return { builds, seats: createSeats(builds, engine), guesses: new Map() };
}

/** A new memory, whose kernel, once it is compiled, goes over the columns in it, too. */
export function createWorldEngine(compile?: Compile): Engine {
  return createEngine(compile && ((memory) => withPasses(memory, compile)));
}

function withPasses(memory: Memory, compile: Compile): Kernel | undefined {
  const kernel = compile(memory);
  if (kernel?.columns) memory.passes = createPasses(memory, kernel.columns);
  return kernel;
}

function createSeats(builds: readonly SheetBuild[], engine: Engine): Seats {
  const { memory } = engine;
  const lists = builds.map(({ sheet }) => sheet.units);
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  const [only, second] = lists;
  const known = second === undefined && only instanceof UnitRows ? only.ids : undefined;
  const isKnown = known?.memory === memory;
  // Whoever listed them has announced them.
  if (!isKnown) announce(engine, count);
  const ids = isKnown ? known : createLargeTable(engine, lists);
  const buildOf = memory.allotInts(count);
  const rowOf = memory.allotInts(count);
  let seat = 0;
  for (const [position, { sheet }] of builds.entries()) {
    for (let row = 0; row < sheet.units.length; row++) {
      buildOf[seat] = position;
      rowOf[seat] = row;
      seat++;
    }
  }
  const at = (seat: number): Seat => {
    const build = builds[buildOf[seat] as number] as SheetBuild;
    const row = rowOf[seat] as number;
    return { build, row, unit: build.sheet.units.at(row) as Unit };
  };
  const get = (id: string): Seat | undefined => {
    const seat = findText(ids, id);
    return seat < 0 ? undefined : at(seat);
  };
  return { ids, engine, buildOf, rowOf, get, at };
}

/** Lets go what leads from ids to seats: no more rows are read. */
export function letGoSeats({ builds, seats }: World): void {
  const { ids, buildOf, rowOf, engine } = seats;
  if (engine.memory.mayBeRead) return;
  for (const { sheet } of builds) if (sheet.units instanceof UnitRows) sheet.units.ids = undefined;
  giveBackTable(ids);
  for (const each of [buildOf, rowOf]) engine.memory.giveBack(each.byteOffset, each.byteLength);
}

function createLeafColumns(rubric: Rubric, source: string, anchors: Anchors, room: Room): LeafColumns {
  const size = anchors.lines.length;
  return {
    values: valueColumns(rubric.stages, source).map(() => createColumn(size, room)),
    overrides: new Map(),
    exemptNotes: new Map(),
    texts: new Map(),
    flags: createFlags(),
    places: createPlaces(anchors, room),
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
    if (!isSeen(columns, row) || fileAt(columns.places, row) !== file) continue;
    for (const column of columns.values) clearRow(column, row);
    for (const kept of [columns.overrides, columns.exemptNotes, columns.texts]) kept.delete(row);
    clearPlace(columns.places, row);
  }
}

/** Digits and letters that none of the words below has, and that no folding takes away: most names have one. */
export const NOT_OF_TOTALS = /[0-9FHJKPQV-Zfhjkpqv-z]/;

/** Whether a text names a row of totals. */
export function isTotal(text: string): boolean {
  if (NOT_OF_TOTALS.test(text)) return false;
  return /^(?:tong(?: cong| diem| so| so diem| cong diem)?|cong|total|grand total|subtotal|sum) ?[:.]?$/.test(
    fold(text),
  );
}
