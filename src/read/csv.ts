/** CSV text -> rows whose cells know their line. csv-parse reads; this file counts, and says what is wrong. */
import { type CsvError, parse } from 'csv-parse/sync';
import { brokenQuote, emptyFile, raggedRow, wrongDialect } from '../faults/csv.ts';
import type { FileCount } from '../model/assessment.ts';
import { type Diagnostic, raise } from '../model/diagnostic.ts';
import { DIALECTS, type Dialect } from '../model/dialect.ts';

/** What became of a row. */
export type Outcome = 'used' | 'refused';

export interface CsvSink {
  /**
   * Takes the header, which is line `line`. False: the header was refused, so that no row can be understood.
   */
  readonly header: (cells: readonly string[], line: number) => boolean;
  /** Takes a row that has as many cells as the header and is not blank. */
  readonly row: (cells: readonly string[], line: number) => Outcome;
}

/**
 * Hands the rows of a CSV text to `sink`, in order, and accounts for each: rows read = used + blank + refused
 * (the header is not a row). A blank row has no character in any cell. One trailing empty column on all lines is
 * let through. Errors: empty-file, broken-quote, ragged-row, wrong-dialect, and those of the sink.
 */
export function readCsv(
  text: string,
  dialect: Dialect,
  file: string,
  sink: CsvSink,
): { readonly count: FileCount; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const tally = { read: 0, used: 0, blank: 0, refused: 0 };
  let width = 0;
  let trailing = false;
  let state: 'header' | 'rows' | 'lost' = 'header';

  const takeHeader = (cells: string[], line: number): void => {
    trailing = cells.length > 1 && cells.at(-1) === '';
    width = cells.length - (trailing ? 1 : 0);
    const other = cells.length === 1 ? otherDialect(cells[0] as string, dialect) : undefined;
    if (other) {
      diagnostics.push(raise(wrongDialect, { file, line, column: 1 }, { delimiter: dialect.delimiter, ...other }));
      state = 'lost';
      return;
    }
    state = sink.header(trailing ? cells.slice(0, -1) : cells, line) ? 'rows' : 'lost';
  };

  const takeRow = (cells: string[], line: number): void => {
    tally.read++;
    if (cells.every((cell) => cell === '')) {
      tally.blank++;
      return;
    }
    const isWide = trailing && cells.length === width + 1 && cells[width] === '';
    if (state === 'lost') tally.refused++;
    else if (cells.length === width || isWide) tally[sink.row(isWide ? cells.slice(0, -1) : cells, line)]++;
    else {
      tally.refused++;
      const facts = { found: String(cells.length), expected: String(width) };
      diagnostics.push(raise(raggedRow, { file, line, column: 0 }, facts));
    }
  };

  try {
    parse(text, {
      delimiter: dialect.delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (cells: string[], { lines }: { lines: number }) => {
        const line = lines - lineBreaks(cells);
        if (state === 'header') {
          if (cells.some((cell) => cell !== '')) takeHeader(cells, line);
        } else takeRow(cells, line);
        return null;
      },
    });
  } catch (error) {
    diagnostics.push(quoteFault(error as CsvError & { lines: number }, file));
    tally.read++;
    tally.refused++;
  }
  if (state === 'header' && diagnostics.length === 0) {
    diagnostics.push(raise(emptyFile, { file, line: 0, column: 0 }, {}));
  }
  return { count: { file, ...tally }, diagnostics };
}

function lineBreaks(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) breaks++;
  }
  return breaks;
}

/** A header that is one cell, but would be several with another delimiter. */
function otherDialect(header: string, dialect: Dialect): { looksLike: string; declare: string } | undefined {
  const looksLike = [';', ',', '\t', '|'].find((mark) => mark !== dialect.delimiter && header.includes(mark));
  if (looksLike === undefined) return undefined;
  const short = Object.entries(DIALECTS).find(([, { delimiter }]) => delimiter === looksLike);
  const shown = looksLike === '\t' ? '\\t' : looksLike;
  return {
    looksLike: shown,
    declare: short ? `csv: ${short[0]}` : `csv: { delimiter: "${shown}" }`,
  };
}

/** csv-parse names the line where the broken quote was noticed: for one never closed, where its row began. */
function quoteFault(error: CsvError & { lines: number }, file: string): Diagnostic {
  if (!('code' in error) || !/QUOTE/.test(error.code)) throw error;
  const kind = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'stray';
  return raise(brokenQuote, { file, line: error.lines, column: 0 }, { kind });
}
