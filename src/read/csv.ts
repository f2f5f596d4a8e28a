/** CSV text -> rows whose cells know their line. csv-parse reads what is not plain; quotes that break a row are found and told here. */
import { type CsvError, parse } from 'csv-parse/sync';
import { brokenQuote } from '../faults/csv.ts';
import { type Diagnostic, raise } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import { LIMITS, type Limits } from '../model/limits.ts';
import { takePlainRows } from './plain-rows.ts';
import { brokenQuoteIn, cellNumber } from './quotes.ts';
import { type CsvReading, type CsvSink, createTable, type Table } from './table.ts';
import { lineAt } from './text.ts';

export type { CsvSink, Outcome } from './table.ts';

/** Times that reading starts again below a broken quote; what is further down waits for the next run. */
const MOST_RESTARTS = 50;

/**
 * Hands the rows of a CSV text to `sink`, in order, and accounts for each: rows read = used + blank + refused
 * (the header is not a row). A blank row has no character in any cell. One trailing empty column on all lines is
 * let through. Errors: empty-file, broken-quote, ragged-row, wrong-dialect, header-not-first, repeated-header,
 * above-limit, no-last-line-end, and those of the sink.
 */
export function readCsv(
  text: string,
  dialect: Dialect,
  file: string,
  sink: CsvSink,
  limits: Limits = LIMITS,
): CsvReading {
  const table = createTable(dialect, file, sink, limits);
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
  if (text !== '' && !text.endsWith('\n')) table.endsOpen();
  return table.close();
}

/** A row that csv-parse could not read, and the quote that broke it. */
interface BrokenRecord {
  readonly line: number;
  readonly start: number;
  readonly kind: 'open' | 'stray' | 'after';
  readonly quoteAt: number;
  readonly quoteLine: number;
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
  const rest = takePlainRows(text, start, delimiter, (cells) => table.take(cells, next++));
  return rest === text.length ? undefined : parseRecords(text, rest, next, delimiter, table);
}

/** The same by csv-parse, which has the last word on what is not plain. */
function parseRecords(
  text: string,
  start: number,
  line: number,
  delimiter: string,
  table: Table,
): BrokenRecord | undefined {
  let next = line;
  try {
    parse(start === 0 ? text : text.slice(start), {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (cells: string[], { lines }: { lines: number }) => {
        const ends = lines + line - 1;
        table.take(cells, ends - lineBreaks(cells));
        next = ends + 1;
        return null;
      },
    });
    return undefined;
  } catch (error) {
    if (!('code' in (error as CsvError)) || !/QUOTE/.test((error as CsvError).code)) throw error;
    const at = startOfLine(text, start, next - line);
    const quote = brokenQuoteIn(text, at, delimiter);
    if (quote === undefined) throw error;
    const above = text.slice(at, quote.at).split('\n').length - 1;
    return { line: next, start: at, kind: quote.kind, quoteAt: quote.at, quoteLine: next + above };
  }
}

function startOfLine(text: string, from: number, lines: number): number {
  let at = from;
  for (let line = 0; line < lines; line++) at = text.indexOf('\n', at) + 1;
  return at;
}

function quoteFault(text: string, broken: BrokenRecord, { delimiter }: Dialect, file: string): Diagnostic {
  const { kind, quoteAt, quoteLine, start } = broken;
  const from = quoteAt - (text.lastIndexOf('\n', quoteAt - 1) + 1);
  const excerpt = { text: lineAt(text, quoteAt), from, length: 1 };
  const column = cellNumber(text, start, quoteAt, delimiter);
  return raise(brokenQuote, { file, line: quoteLine, column, excerpt }, { kind, position: String(from + 1) });
}

function lineBreaks(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) breaks++;
  }
  return breaks;
}
