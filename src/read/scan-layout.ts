/** What the header of a scanned file says of its rows: for each leaf, in which cells what it takes is found. */
import { EVIDENCE_ASKED, type LeafColumns, ROW_SEEN } from '../model/assessment.ts';
import type { FileContext, Slots } from './entry.ts';
import type { CellReader, KnownCells } from './scan-cell.ts';
import type { SheetBuild, Target, World } from './sheets.ts';
import { readTallHeader } from './tall.ts';
import { planWide, type WidePlan } from './wide.ts';

/** What a cell of a tall row is to its leaf: an id, a value, evidence or note; where another stands, it must be empty. */
const ID = 0;
export const VALUE = 1;
export const EVIDENCE = 2;
export const NOTE = 3;
const EMPTY = 4;

/** What the quick way must know of one leaf or adjustment; plain data, so that another thread can have it. */
export interface QuickReading {
  readonly upTo: number;
  readonly from: number;
  readonly isAdjustment: boolean;
  readonly reader: KnownCells;
  /** By cell: what it is, and of a value the position of its column. */
  readonly roles: Uint8Array;
  readonly positions: Uint8Array;
  /** What `LeafColumns.flags` says of any row. */
  readonly flags: number;
}

/** The cells of one leaf or adjustment in a row. */
export interface Reading extends QuickReading {
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

/** What the quick way must know of a file. */
export interface QuickLayout {
  readonly width: number;
  /** -1: the unit is the file's. */
  readonly unitAt: number;
  /** -1: the file is wide. */
  readonly leafAt: number;
  /** The readings of all builds, and by build the number of its first. */
  readonly readings: readonly QuickReading[];
  readonly firstOf: readonly number[];
}

export interface Layout extends QuickLayout {
  readonly readings: readonly Reading[];
  /** In the order of the builds. */
  readonly plans: readonly UnitPlan[];
  /** The row begins with the unit and the leaf, or with the leaf of the file's unit, and no id looks like anything else. */
  readonly isForeseeable: boolean;
}

/** A header that was read: its bytes with the line end, its cells, and what it says. */
export interface Header {
  readonly bytes: Uint8Array;
  readonly cells: readonly string[];
  readonly layout: Layout;
}

export interface ScanWorld {
  readonly world: World;
  /** Line of the header. */
  readonly line: number;
  readonly readers: ReadonlyMap<Target, CellReader>;
  readonly canForesee: boolean;
}

/** The layout of a tall file; its faults go to the context's diagnostics. */
export function layOutTall(context: FileContext, { world, line, readers, canForesee }: ScanWorld): Layout {
  const { unitAt, leafAt, slotsOf, strangers } = readTallHeader(context, world, line);
  const plan = (build: SheetBuild): UnitPlan => {
    const slots = slotsOf.get(build) as Slots;
    const strange = strangers.get(build) as readonly number[];
    const targets = [...build.targets.values()];
    return { readings: targets.map((target) => createReading(context, target, slots, readers, strange)), strange };
  };
  const isForeseeable = canForesee && unitAt <= 0 && leafAt === unitAt + 1 && leafAt + 1 < context.header.length;
  const plans = world.builds.map(plan);
  const firstOf = plans.map((_, at) => plans.slice(0, at).reduce((sum, { readings }) => sum + readings.length, 0));
  const readings = plans.flatMap((each) => each.readings);
  return { width: context.header.length, unitAt, leafAt, plans, readings, firstOf, isForeseeable };
}

/** The layout of a wide file; its faults go to the context's diagnostics. */
export function layOutWide(context: FileContext, { world, line, readers }: ScanWorld): Layout {
  const { unitAt, plans: found } = planWide(context, world, line);
  const plans = world.builds.map((build): UnitPlan => {
    const { own, strange } = found.get(build) as WidePlan;
    const readings = own.map(([target, slots]) => createReading(context, target, slots, readers, strange));
    return { readings, strange };
  });
  return { width: context.header.length, unitAt, leafAt: -1, plans, readings: [], firstOf: [], isForeseeable: false };
}

function createReading(
  { header }: FileContext,
  target: Target,
  slots: Slots,
  readers: ReadonlyMap<Target, CellReader>,
  strange: readonly number[],
): Reading {
  const { stages, survey, previous, override, evidence, note } = slots;
  const present = (all: readonly number[]) => all.filter((slot) => slot >= 0);
  const { columns, upTo, from, isAdjustment } = target;
  const values = target.isSurvey ? [survey] : stages;
  const mustBeEmpty = present([...(target.isSurvey ? stages : [survey]), previous, override]);
  const roles = new Uint8Array(header.length).fill(ID);
  const positions = new Uint8Array(header.length);
  const give = (role: number) => (slot: number) => roles.fill(role, slot, slot + 1);
  present(values).forEach(give(VALUE));
  present([evidence]).forEach(give(EVIDENCE));
  present([note]).forEach(give(NOTE));
  [...mustBeEmpty, ...strange].forEach(give(EMPTY));
  // At -1 an array of bytes keeps nothing.
  for (const [position, slot] of values.entries()) positions[slot] = position;
  return {
    ...{ target, columns, upTo, from, isAdjustment, slots, values, mustBeEmpty, evidence, note, roles, positions },
    reader: readers.get(target) as CellReader,
    all: present([...stages, survey, previous, override, evidence, note]),
    flags: ROW_SEEN | (evidence < 0 ? 0 : EVIDENCE_ASKED),
  };
}
