/** CSV text -> rows whose cells know their line. csv-parse reads what is not plain; quotes that break a row are found and told here. */
import { brokenQuote } from '../faults/csv.ts';
import { type Diagnostic, raise } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import type { Ledger } from '../model/fault-ledger.ts';
import { LIMITS, type Limits } from '../model/limits.ts';
import { takePlainRows } from './plain-rows.ts';
import { type BrokenRecord, parseRecords } from './quoted-rows.ts';
import { cellNumber } from './quotes.ts';
import { type CsvReading, type CsvSink, createTable, type Table } from './table.ts';
import { lineAt } from './text.ts';

export type { CsvSink, Outcome } from './table.ts';

/** Times that reading starts again below a broken quote; what is further down waits for the next run. */
const MOST_RESTARTS = 50;

/**
 * Hands the rows of a CSV text to `sink`, in order, and accounts for each: rows read = used + blank + refused
 * (the header is not a row). A blank row has no character in any cell. One trailing empty column on all lines is
 * let through. Errors: empty-file, broken-quote, ragged-row, wrong-dialect, header-not-first, repeated-header,
 * above-limit, no-last-line-end, and those of the sink. `ledger` takes what is surely not shown.
 */
export function readCsv(
  text: string,
  dialect: Dialect,
  file: string,
  sink: CsvSink,
  limits: Limits = LIMITS,
  ledger?: Ledger,
): CsvReading {
  const table = createTable(dialect, file, sink, limits, ledger);
  let start = 0;
  let line = 1;
  for (let restarts = 0; start < text.length; restarts++) {
    const broken = readRecords(text, start, line, dialect, table);
    if (broken === undefined) break;
    table.refuse(quoteFault(text, broken, dialect, file));
    const end = text.indexOf('\n', broken.quoteAt);
    if (end === -1 || restarts === MOST_RESTARTS) break;
    line = broken.quoteLine + 1;
    start = end + 1;
  }
  if (!text.endsWith('\n')) table.endsOpen();
  return table.close();
}

/** Reads from `start`, which is the beginning of `line`, as far as the quotes are sound. */
function readRecords(
  text: string,
  start: number,
  line: number,
  { delimiter }: Dialect,
  table: Table,
): BrokenRecord | undefined {
  let next = line;
  const take = (cells: string[]): void => table.take(cells, next++);
  const glance = (at: number): number | undefined => {
    const seen = table.glance(at, next);
    next += seen?.rows ?? 0;
    return seen?.end;
  };
  const rest = takePlainRows(text, start, delimiter, take, glance);
  return rest === text.length ? undefined : parseRecords(text, rest, next, delimiter, table);
}

function quoteFault(text: string, broken: BrokenRecord, { delimiter }: Dialect, file: string): Diagnostic {
  const { kind, quoteAt, quoteLine, start } = broken;
  const from = quoteAt - (text.lastIndexOf('\n', quoteAt - 1) + 1);
  const excerpt = { text: lineAt(text, quoteAt), from, length: 1 };
  const column = cellNumber(text, start, quoteAt, delimiter);
  return raise(brokenQuote, { file, line: quoteLine, column, excerpt }, { kind, position: String(from + 1) });
}
