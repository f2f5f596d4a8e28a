/**
 * The tall shapes: one row for one unit and one leaf. The unit is the file's (per unit), or stands in a column (long).
 */
import { missingColumn, unknownColumn } from '../faults/csv.ts';
import { raise } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import { visible } from '../model/visible.ts';
import { entryColumns } from './columns.ts';
import { type FileContext, type Slots, takeEntry } from './entry.ts';
import { readHeader } from './header.ts';
import { blameLeaf, blameUnit, findSeat } from './seats.ts';
import type { Seat, SheetBuild, World } from './sheets.ts';

/** What a header says of the rows below it. */
export interface TallHeader {
  /** -1: the unit is the file's. */
  readonly unitAt: number;
  readonly leafAt: number;
  readonly slotsOf: ReadonlyMap<SheetBuild, Slots>;
  /** Columns of stages that only another rubric has; they must be empty. */
  readonly strangers: ReadonlyMap<SheetBuild, readonly number[]>;
}

/** Finds the columns of a tall file. Errors: those of header. */
export function readTallHeader({ file, header, diagnostics }: FileContext, world: World, line: number): TallHeader {
  const { at, diagnostics: faults } = readHeader(header, entryColumns(world.builds), ['criterion'], { file, line });
  diagnostics.push(...faults);
  return {
    unitAt: at.get('unit') ?? -1,
    leafAt: at.get('criterion') ?? -1,
    slotsOf: new Map(world.builds.map((build) => [build, slotsIn(at, build.sheet.rubric.stages)])),
    strangers: new Map(world.builds.map((build) => [build, strangeStages(at, world, build)])),
  };
}

/** Errors: unknown-unit, total-row, unknown-leaf, not-a-leaf, blank-cell, unknown-column, those of header and entry. */
export function tallRows(
  context: FileContext,
  world: World,
  headerLine: number,
  fileUnit: string | undefined,
): (cells: readonly string[], line: number) => boolean {
  const { file, diagnostics } = context;
  const faults = diagnostics.length;
  const { unitAt, leafAt, slotsOf, strangers } = readTallHeader(context, world, headerLine);
  let seatOfFile: Seat | undefined;
  if (unitAt === -1 && diagnostics.length === faults) {
    seatOfFile = fileUnit === undefined ? undefined : world.seats.get(fileUnit);
    const place = { file, line: headerLine, column: 0 };
    if (fileUnit === undefined) diagnostics.push(raise(missingColumn, place, { column: 'unit', isNameless: true }));
    else if (seatOfFile === undefined) blameUnit(diagnostics, place, fileUnit, world);
  }
  return (cells, line) => {
    const place = (column: number): Place => ({
      file,
      line,
      column: column + 1,
      name: visible(context.header[column] ?? ''),
    });
    const seat =
      unitAt === -1 ? seatOfFile : findSeat(diagnostics, cells[unitAt] as string, () => place(unitAt), world);
    if (seat === undefined) return false;
    const id = cells[leafAt] as string;
    const target = seat.build.targets.get(id);
    if (target === undefined) {
      blameLeaf(diagnostics, place(leafAt), id, seat);
      return false;
    }
    const strange = strangers.get(seat.build)?.find((slot) => cells[slot] !== '');
    if (strange !== undefined) {
      const facts = {
        shown: visible(context.header[strange] as string),
        known: seat.build.sheet.rubric.stages.join(', '),
      };
      diagnostics.push(raise(unknownColumn, place(strange), facts, { unit: seat.unit.id }));
      return false;
    }
    return takeEntry(context, seat, target, slotsOf.get(seat.build) as Slots, cells, line);
  };
}

function slotsIn(at: ReadonlyMap<string, number>, stages: readonly string[]): Slots {
  const slot = (name: string): number => at.get(name) ?? -1;
  return {
    stages: stages.map(slot),
    survey: slot('survey'),
    previous: slot('previous'),
    override: slot('override'),
    evidence: slot('evidence'),
    note: slot('note'),
  };
}

/** Columns of stages that only another rubric has. */
function strangeStages(at: ReadonlyMap<string, number>, world: World, build: SheetBuild): readonly number[] {
  const own: ReadonlySet<string> = new Set(build.sheet.rubric.stages);
  const all = new Set(world.builds.flatMap(({ sheet }) => sheet.rubric.stages));
  return [...all].filter((stage) => !own.has(stage) && at.has(stage)).map((stage) => at.get(stage) as number);
}
