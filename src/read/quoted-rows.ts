/**
 * Rows by csv-parse, the authority on what is not plain. In the bundle it is loaded when it is first called (build.js),
 * so only functions stand here.
 */
import { type CsvError, parse } from 'csv-parse/sync';
import { brokenQuoteIn } from './quotes.ts';
import type { Table } from './table.ts';

/** A row that csv-parse could not read, and the quote that broke it. */
export interface BrokenRecord {
  readonly line: number;
  readonly start: number;
  readonly kind: 'open' | 'stray' | 'after';
  readonly quoteAt: number;
  readonly quoteLine: number;
}

/**
 * Hands the rows from `start`, which is the beginning of `line`, to the table as far as the quotes are sound; gives the
 * row that they broke.
 */
export function parseRecords(
  text: string,
  start: number,
  line: number,
  delimiter: string,
  table: Table,
): BrokenRecord | undefined {
  let next = line;
  try {
    parse(text.slice(start), {
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

function lineBreaks(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) breaks++;
  }
  return breaks;
}
