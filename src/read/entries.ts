/** Entries in any of their three shapes -> the columns of the sheets. The shape is told by the header. */
import type { FileCount } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import type { DecimalMark } from '../model/exact.ts';
import { type Ledger, lettingGo } from '../model/fault-ledger.ts';
import type { Limits } from '../model/limits.ts';
import { entryColumns, isWide } from './columns.ts';
import { type CsvSink, readCsv } from './csv.ts';
import type { FileContext } from './entry.ts';
import type { World } from './sheets.ts';
import { tallRows } from './tall.ts';
import { withTotals } from './totals.ts';
import { wideRows } from './wide.ts';

/** One file of entries. */
export interface EntriesFile {
  readonly text: string;
  readonly file: string;
  /** The unit that the file name gives; undefined for standard input. */
  readonly unit?: string;
  /** The decimal mark of its numbers where it says so itself, as a form does; absent: the dialect's. */
  readonly mark?: DecimalMark;
}

export interface EntriesOptions {
  readonly world: World;
  readonly dialect: Dialect;
  /** Position of this file among all files, and their names. */
  readonly fileAt: number;
  readonly fileNames: readonly string[];
  readonly focus: Pick<ReadonlySet<string>, 'has'>;
  readonly limits?: Limits;
  /** Takes the faults that are surely not shown. */
  readonly ledger?: Ledger;
}

/** What became of one file. */
export interface EntriesReading {
  readonly count: FileCount;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads one file into the sheets of `options.world`. Errors: unknown-unit, total-row, unknown-leaf, not-a-leaf,
 * blank-cell, those of csv, header and entry. Each row is used or refused as a whole.
 */
export function readEntries({ text, file, unit, mark }: EntriesFile, options: EntriesOptions): EntriesReading {
  const diagnostics: Diagnostic[] = [];
  const { world, dialect, limits, ledger } = options;
  const endRow = lettingGo(diagnostics, ledger);
  let takeRow: (cells: readonly string[], line: number) => boolean = () => false;
  const names = entryColumns(world.builds);
  const sink: CsvSink = {
    isColumn: (cell) => names.has(cell.toLowerCase()),
    header: (cells, line) => {
      const context: FileContext = {
        ...options,
        file,
        mark: mark ?? dialect.mark,
        header: cells,
        diagnostics,
      };
      const before = diagnostics.length;
      takeRow = isWide(cells) ? wideRows(context, world, line) : tallRows(context, world, line, unit);
      return diagnostics.length === before;
    },
    row: (cells, line) => {
      const isUsed = takeRow(cells, line);
      endRow();
      return isUsed ? 'used' : 'refused';
    },
  };
  const { count, diagnostics: csvFaults } = readCsv(text, dialect, file, sink, limits, ledger);
  const counted = mark === undefined ? count : { ...count, mark };
  const form = { text, file, mark: mark ?? dialect.mark, names, dialect, limits };
  return { count: counted, diagnostics: [...withTotals(diagnostics, form), ...csvFaults] };
}
