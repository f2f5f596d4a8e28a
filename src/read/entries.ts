/** Entries in any of their three shapes -> the columns of the sheets. The shape is told by the header. */
import { unknownColumn } from '../faults/csv.ts';
import type { FileCount } from '../model/assessment.ts';
import { type Diagnostic, raise } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import type { Limits } from '../model/limits.ts';
import type { Place } from '../model/place.ts';
import { visible } from '../model/visible.ts';
import { entryColumns, isWide } from './columns.ts';
import { type CsvSink, readCsv } from './csv.ts';
import { type FileContext, type Slots, takeEntry } from './entry.ts';
import { readHeader } from './header.ts';
import { blameLeaf, blameUnit, findSeat } from './seats.ts';
import type { Seat, SheetBuild, World } from './sheets.ts';
import { wideRows } from './wide.ts';

/** One file of entries. */
export interface EntriesFile {
  readonly text: string;
  readonly file: string;
  /** The unit that the file name gives; undefined for standard input. */
  readonly unit?: string;
}

export interface EntriesOptions {
  readonly world: World;
  readonly dialect: Dialect;
  /** Position of this file among all files, and their names. */
  readonly fileAt: number;
  readonly fileNames: readonly string[];
  readonly focus: Pick<ReadonlySet<string>, 'has'>;
  readonly limits?: Limits;
}

/**
 * Reads one file into the sheets of `options.world`. Errors: unknown-unit, total-row, unknown-leaf, not-a-leaf,
 * blank-cell, those of csv, header and entry. Each row is used or refused as a whole.
 */
export function readEntries(
  { text, file, unit }: EntriesFile,
  options: EntriesOptions,
): { readonly count: FileCount; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const { world, dialect, limits } = options;
  let takeRow: (cells: readonly string[], line: number) => boolean = () => false;
  const names = entryColumns(world.builds);
  const sink: CsvSink = {
    isColumn: (cell) => names.has(cell.toLowerCase()),
    header: (cells, line) => {
      const context: FileContext = {
        ...options,
        file,
        mark: dialect.mark,
        header: cells,
        diagnostics,
      };
      const before = diagnostics.length;
      takeRow = isWide(cells) ? wideRows(context, world, line) : tallRows(context, world, line, unit);
      return diagnostics.length === before;
    },
    row: (cells, line) => (takeRow(cells, line) ? 'used' : 'refused'),
  };
  const { count, diagnostics: csvFaults } = readCsv(text, dialect, file, sink, limits);
  return { count, diagnostics: [...diagnostics, ...csvFaults] };
}

/** Rows of one unit and one leaf: the unit is the file's (per unit), or stands in a column (long). */
function tallRows(
  context: FileContext,
  world: World,
  headerLine: number,
  fileUnit: string | undefined,
): (cells: readonly string[], line: number) => boolean {
  const { file, diagnostics } = context;
  const names = entryColumns(world.builds);
  const { at, diagnostics: faults } = readHeader(context.header, names, ['criterion'], { file, line: headerLine });
  diagnostics.push(...faults);
  const slotsOf = new Map(world.builds.map((build) => [build, slotsIn(at, build.sheet.rubric.stages)]));
  const strangers = new Map(world.builds.map((build) => [build, strangeStages(at, world, build)]));
  const unitAt = at.get('unit');
  const leafAt = at.get('criterion') ?? -1;
  let seatOfFile: Seat | undefined;
  if (unitAt === undefined && faults.length === 0) {
    seatOfFile = fileUnit === undefined ? undefined : world.seats.get(fileUnit);
    if (seatOfFile === undefined) {
      blameUnit(diagnostics, { file, line: headerLine, column: 0 }, fileUnit ?? '-', world);
    }
  }
  return (cells, line) => {
    const place = (column: number): Place => ({
      file,
      line,
      column: column + 1,
      name: visible(context.header[column] ?? ''),
    });
    const seat =
      unitAt === undefined ? seatOfFile : findSeat(diagnostics, cells[unitAt] as string, place(unitAt), world);
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
