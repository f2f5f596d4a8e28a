/** The rows of a CSV text as they come: the header is found, each row is accounted for, what is no row is told. */
import { emptyFile, headerNotFirst, noLastLineEnd, raggedRow, repeatedHeader, wrongDialect } from '../faults/csv.ts';
import { aboveLimit } from '../faults/text.ts';
import type { FileCount } from '../model/assessment.ts';
import { type Diagnostic, raise } from '../model/diagnostic.ts';
import { DIALECTS, type Dialect } from '../model/dialect.ts';
import { type Ledger, lettingGo } from '../model/fault-ledger.ts';
import type { LimitName, Limits } from '../model/limits.ts';

/** What became of a row. */
export type Outcome = 'used' | 'refused';

export interface CsvSink {
  /**
   * Takes the header, which is line `line`. False: the header was refused, so that no row can be understood.
   */
  readonly header: (cells: readonly string[], line: number) => boolean;
  /** Takes a row that has as many cells as the header and is not blank. */
  readonly row: (cells: readonly string[], line: number) => Outcome;
  /** Takes the rows that begin at a place of the text, as far as one look at each is enough; undefined where it takes none. */
  readonly glance?: (at: number, line: number, most: number) => Glanced | undefined;
  /** Whether a cell is the name of a column; without it the first line is taken for the header whatever it holds. */
  readonly isColumn?: (cell: string) => boolean;
}

/** How many rows were taken, and where the next begins. */
export interface Glanced {
  readonly rows: number;
  readonly end: number;
}

export interface CsvReading {
  readonly count: FileCount;
  readonly diagnostics: readonly Diagnostic[];
}

/** Rows looked at for a header below a first line that is none. */
const TITLE_ROWS = 20;

export interface Table {
  readonly take: (cells: string[], line: number) => void;
  /** Lets the sink take rows at one look; undefined where the next is to be taken cell by cell. */
  readonly glance: (at: number, line: number) => Glanced | undefined;
  /** Counts a row that could not be read. */
  readonly refuse: (diagnostic: Diagnostic) => void;
  /** The text ended within a line. */
  readonly endsOpen: () => void;
  readonly close: () => CsvReading;
}

/** A line above the header, or the header itself. */
interface Title {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table without rows; a row is counted where it is taken or refused, and `close` gives the account. */
export function createTable(dialect: Dialect, file: string, sink: CsvSink, limits: Limits, ledger?: Ledger): Table {
  const diagnostics: Diagnostic[] = [];
  const endRow = lettingGo(diagnostics, ledger);
  const tally = { read: 0, used: 0, blank: 0, refused: 0 };
  const titles: Title[] = [];
  let header: readonly string[] = [];
  let headerLine = 0;
  let width = 0;
  let trailing = false;
  let lastLine = 0;
  let state: 'header' | 'titles' | 'rows' | 'lost' = 'header';

  const tooLarge = (what: LimitName, found: number, line: number, column: number): void => {
    const facts = { what, found: String(found), limit: String(limits[what]) };
    diagnostics.push(raise(aboveLimit, { file, line, column }, facts));
  };

  const takeHeader = (cells: readonly string[], line: number): void => {
    headerLine = line;
    trailing = cells.at(-1) === '';
    header = trailing ? cells.slice(0, -1) : cells;
    width = header.length;
    const other = cells.length === 1 ? otherDialect(cells[0] as string, dialect) : undefined;
    if (other) {
      diagnostics.push(
        raise(wrongDialect, { file, line, column: 1 }, { delimiter: shownMark(dialect.delimiter), ...other }),
      );
      state = 'lost';
    } else if (width > limits.columns) {
      tooLarge('columns', width, line, 0);
      state = 'lost';
    } else state = sink.header(header, line) ? 'rows' : 'lost';
  };

  /** A first line without the name of any column may be a title: the header is looked for below it. */
  const lookForHeader = (cells: readonly string[], line: number): void => {
    const { isColumn } = sink;
    if (isColumn === undefined || (titles.length === 0 && cells.some(isColumn))) {
      takeHeader(cells, line);
      return;
    }
    const known = cells.filter(isColumn).length;
    if (known * 2 >= cells.filter((cell) => cell !== '').length) {
      const place = { file, line: (titles[0] as Title).line, column: 0 };
      diagnostics.push(raise(headerNotFirst, place, { line: String(line) }));
      state = 'lost';
      tally.read += titles.length - 1;
      tally.refused += titles.length - 1;
      return;
    }
    titles.push({ cells, line });
    state = 'titles';
    if (titles.length === TITLE_ROWS) settleTitles();
  };

  /** No header was found: the first line is taken for it, and what is wrong with it is told. */
  const settleTitles = (): void => {
    const [first, ...rest] = titles as [Title, ...Title[]];
    takeHeader(first.cells, first.line);
    for (const { cells, line } of rest) takeRow(cells, line);
  };

  const takeRow = (cells: readonly string[], line: number): void => {
    tally.read++;
    lastLine = line;
    let longest = 0;
    for (let at = 0; at < cells.length; at++) longest = Math.max(longest, (cells[at] as string).length);
    if (longest === 0) {
      tally.blank++;
      return;
    }
    const expected = trailing ? width + 1 : width;
    if (state === 'lost') tally.refused++;
    else if (tally.read > limits.rows) {
      tooLarge('rows', tally.read, line, 0);
      state = 'lost';
      tally.refused++;
    } else if (cells.length !== expected || (trailing && cells[width] !== '')) {
      tally.refused++;
      // What stands behind the last named column is one cell too many.
      const most = cells.length === expected ? width : expected;
      const facts = { found: String(cells.length), expected: String(most) };
      diagnostics.push(raise(raggedRow, { file, line, column: 0 }, facts));
      endRow();
    } else {
      if (longest > limits.cell) {
        const long = cells.findIndex((cell) => cell.length > limits.cell);
        tally.refused++;
        tooLarge('cell', (cells[long] as string).length, line, long + 1);
        endRow();
      } else if (cells[0] === header[0] && header.every((cell, at) => cell === cells[at])) {
        tally.refused++;
        diagnostics.push(raise(repeatedHeader, { file, line, column: 0 }, { first: String(headerLine) }));
        endRow();
      } else tally[sink.row(trailing ? cells.slice(0, -1) : cells, line)]++;
    }
  };

  return {
    take(cells, line) {
      if (state === 'rows' || state === 'lost') takeRow(cells, line);
      else if (cells.some((cell) => cell !== '')) lookForHeader(cells, line);
    },
    glance(at, line) {
      if (state !== 'rows' || trailing || tally.read >= limits.rows) return undefined;
      const seen = sink.glance?.(at, line, limits.rows - tally.read);
      if (seen === undefined) return undefined;
      tally.read += seen.rows;
      tally.used += seen.rows;
      lastLine = line + seen.rows - 1;
      return seen;
    },
    refuse(diagnostic) {
      diagnostics.push(diagnostic);
      tally.read++;
      tally.refused++;
    },
    endsOpen() {
      if (lastLine > 0 && state === 'rows')
        diagnostics.push(raise(noLastLineEnd, { file, line: lastLine, column: 0 }, {}));
    },
    close() {
      if (state === 'titles') settleTitles();
      if (state === 'header' && diagnostics.length === 0) {
        diagnostics.push(raise(emptyFile, { file, line: 0, column: 0 }, {}));
      }
      return { count: { file, ...tally }, diagnostics };
    },
  };
}

/** A header that is one cell, but would be several with another delimiter. */
function otherDialect(header: string, dialect: Dialect): { looksLike: string; declare: string } | undefined {
  const looksLike = [';', ',', '\t', '|'].find((mark) => mark !== dialect.delimiter && header.includes(mark));
  if (looksLike === undefined) return undefined;
  const short = Object.entries(DIALECTS).find(([, { delimiter }]) => delimiter === looksLike);
  const shown = shownMark(looksLike);
  return {
    looksLike: shown,
    declare: short
      ? `csv: ${short[0]}`
      : `csv: { delimiter: "${shown}", decimal: ${dialect.mark === ',' ? 'comma' : 'dot'} }`,
  };
}

function shownMark(delimiter: string): string {
  return delimiter === '\t' ? '\\t' : delimiter;
}
