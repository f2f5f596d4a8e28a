/** What the header of a scanned file says of its rows: for each leaf, in which cells what it takes is found. */
import { EVIDENCE_ASKED, type LeafColumns, ROW_SEEN } from '../model/assessment.ts';
import type { FileContext, Slots } from './entry.ts';
import * as map from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';
import { EMPTY, EVIDENCE, NOTE, VALUE } from './kernel/row.ts';
import type { CellReader } from './scan-cell.ts';
import type { SheetBuild, Target, World } from './sheets.ts';
import { readTallHeader } from './tall.ts';
import { planWide, type WidePlan } from './wide.ts';

/** The cells of one leaf or adjustment in a row. */
export interface Reading {
  readonly upTo: number;
  readonly from: number;
  readonly isAdjustment: boolean;
  /** What `LeafColumns.flags` says of any row. */
  readonly flags: number;
  readonly target: Target;
  readonly columns: LeafColumns;
  readonly slots: Slots;
  readonly reader: CellReader;
  /** Cells of the values, in the order of the columns; -1 where the file has none. */
  readonly values: readonly number[];
  /** Cells that are taken by way of texts where something stands in them. */
  readonly mustBeEmpty: readonly number[];
  readonly evidence: number;
  readonly note: number;
  /** All of these cells. */
  readonly all: readonly number[];
}

export interface UnitPlan {
  /** In a tall file in the order of the targets; in a wide file in that of the header. */
  readonly readings: readonly Reading[];
  /** Cells that belong to another rubric. */
  readonly strange: readonly number[];
}

export interface Layout {
  readonly width: number;
  /** -1: the unit is the file's. */
  readonly unitAt: number;
  /** -1: the file is wide. */
  readonly leafAt: number;
  /** In the order of the builds. */
  readonly plans: readonly UnitPlan[];
  /** The row begins with the unit, or the unit and the leaf, or the leaf of the file's unit, and no id looks like anything else. */
  readonly isForeseeable: boolean;
  /** Where the readings lie for the quick way, and by build the number of its first. */
  readonly readingsAt: number;
  readonly firstOf: number;
  /** Of a wide file where the plans of the builds lie. */
  readonly plansAt: number;
}

/** A header that was read: its bytes with the line end, its cells, and what it says. */
export interface Header {
  readonly bytes: Uint8Array;
  readonly cells: readonly string[];
  readonly layout: Layout;
}

export interface ScanWorld {
  readonly memory: Memory;
  readonly world: World;
  /** Line of the header. */
  readonly line: number;
  readonly readers: ReadonlyMap<Target, CellReader>;
  readonly canForesee: boolean;
}

/** The layout of a tall file; its faults go to the context's diagnostics. */
export function layOutTall(context: FileContext, shape: ScanWorld): Layout {
  const { memory, world, line, readers, canForesee } = shape;
  const { unitAt, leafAt, slotsOf, strangers } = readTallHeader(context, world, line);
  const plan = (build: SheetBuild): UnitPlan => {
    const slots = slotsOf.get(build) as Slots;
    const strange = strangers.get(build) as readonly number[];
    const targets = [...build.targets.values()];
    return { readings: targets.map((target) => createReading(target, slots, readers)), strange };
  };
  const isForeseeable = canForesee && unitAt <= 0 && leafAt === unitAt + 1 && leafAt + 1 < context.header.length;
  const plans = world.builds.map(plan);
  const readings = plans.flatMap((each) => each.readings);
  const readingsAt = layTallReadings(memory, readings, context.header.length);
  const firstOf = memory.allot(4 * plans.length);
  let first = 0;
  for (const [build, each] of plans.entries()) {
    memory.setInt(firstOf + 4 * build, first);
    first += each.readings.length;
  }
  const width = context.header.length;
  return { width, unitAt, leafAt, plans, isForeseeable, readingsAt, firstOf, plansAt: 0 };
}

/** The layout of a wide file; its faults go to the context's diagnostics. */
export function layOutWide(context: FileContext, { memory, world, line, readers, canForesee }: ScanWorld): Layout {
  const { unitAt, plans: found } = planWide(context, world, line);
  const plans = world.builds.map((build): UnitPlan => {
    const { own, strange } = found.get(build) as WidePlan;
    const readings = own.map(([target, slots]) => createReading(target, slots, readers));
    return { readings, strange };
  });
  const width = context.header.length;
  const plansAt = layPlans(memory, plans, width, world);
  const isForeseeable = canForesee && unitAt === 0;
  return { width, unitAt, leafAt: -1, plans, isForeseeable, readingsAt: 0, firstOf: 0, plansAt };
}

function createReading(target: Target, slots: Slots, readers: ReadonlyMap<Target, CellReader>): Reading {
  const { stages, survey, previous, override, evidence, note } = slots;
  const present = (all: readonly number[]) => all.filter((slot) => slot >= 0);
  const { columns, upTo, from, isAdjustment } = target;
  const values = target.isSurvey ? [survey] : stages;
  const mustBeEmpty = present([...(target.isSurvey ? stages : [survey]), previous, override]);
  return {
    ...{ target, columns, upTo, from, isAdjustment, slots, values, mustBeEmpty, evidence, note },
    reader: readers.get(target) as CellReader,
    all: present([...stages, survey, previous, override, evidence, note]),
    flags: ROW_SEEN | (evidence < 0 ? 0 : EVIDENCE_ASKED),
  };
}

/** Writes down what the quick way must know of these readings, and gives where. */
function layReadings(memory: Memory, readings: readonly Reading[]): number {
  const readingsAt = memory.allot(map.READING * readings.length);
  for (const [number, { upTo, from, isAdjustment, flags, reader }] of readings.entries()) {
    const at = readingsAt + map.READING * number;
    memory.setInt(at + map.UP_TO, upTo);
    memory.setInt(at + map.FROM, from);
    memory.setInt(at + map.IS_ADJUSTMENT, isAdjustment ? 1 : 0);
    memory.setInt(at + map.ROW_FLAGS, flags);
    memory.setInt(at + map.READER_OF, reader.at);
  }
  return readingsAt;
}

/** The same of tall rows with so many cells. */
function layTallReadings(memory: Memory, readings: readonly Reading[], width: number): number {
  const readingsAt = layReadings(memory, readings);
  for (const [number, reading] of readings.entries()) {
    const roles = memory.allotBytes(width).fill(EMPTY);
    const positions = memory.allotBytes(width);
    for (const [cell, [role, position]] of rolesOf(reading)) {
      roles[cell] = role;
      positions[cell] = position;
    }
    memory.setInt(readingsAt + map.READING * number + map.ROLES, roles.byteOffset);
    memory.setInt(readingsAt + map.READING * number + map.POSITIONS, positions.byteOffset);
  }
  return readingsAt;
}

/** What the quick way takes of a row for a reading: by cell its role, and of a value the position of its column. */
function rolesOf({ values, evidence, note }: Reading): readonly (readonly [number, readonly [number, number]])[] {
  const all = values.map((cell, position) => [cell, [VALUE, position]] as const);
  return [...all, [evidence, [EVIDENCE, 0]] as const, [note, [NOTE, 0]] as const].filter(([cell]) => cell >= 0);
}

/** Writes down for the quick way what each cell of a wide row is, for units of each build, and gives where. */
function layPlans(memory: Memory, plans: readonly UnitPlan[], width: number, { builds }: World): number {
  const plansAt = memory.allot(map.PLAN * plans.length);
  let first = 0;
  for (const [build, { readings }] of plans.entries()) {
    const targets = [...(builds[build] as SheetBuild).targets.values()];
    const cells = memory.allot(map.CELL * width);
    const list = memory.allot(8 * readings.length);
    const readingsAt = layReadings(memory, readings);
    for (let cell = 0; cell < width; cell++) memory.setInt(cells + map.CELL * cell + map.ROLE, EMPTY);
    for (const [number, reading] of readings.entries()) {
      memory.setInt(list + 8 * number, first + targets.indexOf(reading.target));
      memory.setInt(list + 8 * number + 4, readingsAt + map.READING * number);
      for (const [cell, [role, position]] of rolesOf(reading)) {
        memory.setInt(cells + map.CELL * cell + map.ROLE, role);
        memory.setInt(cells + map.CELL * cell + map.READING_AT, number);
        memory.setInt(cells + map.CELL * cell + map.POSITION, position);
      }
    }
    const at = plansAt + map.PLAN * build;
    memory.setInt(at + map.CELLS, cells);
    memory.setInt(at + map.READING_COUNT, readings.length);
    memory.setInt(at + map.READING_LIST, list);
    first += targets.length;
  }
  return plansAt;
}
