/**
 * A long file in parts, by several threads at once.
 *
 *   header ─→ cuts ─→ samples ─→ columns shared ─→ parts, by all threads ─→ lines known ─→ rows put aside, in order
 *                                                       └ anything odd: everything taken back
 *
 * What comes of it is what scan.ts gives, or nothing: then the file is read from its beginning in the usual way, to
 * which every fault is left. Each thread works as in scan-part.ts; the main one is one of them. That two threads have
 * written the same cell is seen in the end, when more rows were written than stand in the columns.
 */
import type { LeafColumns } from '../model/assessment.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { absorb, ledgerLike, lettingGo } from '../model/fault-ledger.ts';
import type { EntriesReading } from './entries.ts';
import { markLength, takeRows } from './scan.ts';
import { splitRow } from './scan-bytes.ts';
import { type Cuts, cutFile } from './scan-cuts.ts';
import { takeHeader } from './scan-header.ts';
import type { Layout, QuickReading } from './scan-layout.ts';
import { settleLines } from './scan-lines.ts';
import * as part from './scan-part.ts';
import { columnsOf, countRows, shareColumns, shared, shareTable, takeBack, takeSamples } from './scan-sharing.ts';
import { createScan, type Scan, type ScanFile } from './scan-state.ts';
import { PIECE, type Scanner } from './scanner.ts';

/** A file that stands open, and the threads that may help with it. */
export interface Parts {
  readonly size: number;
  readonly readAt: part.ReadAt;
  /** Hears now and then how many bytes were taken. */
  readonly tell?: (bytes: number) => void;
  /** Bytes of a part, about. */
  readonly part: number;
  /** Starts the other threads, each of which calls `helpScan`. */
  readonly start: (job: part.PartJob) => void;
}

/** One in so many units may have its texts kept. */
const FEW = 50;

/** For so many bytes of the file a row may be put aside, and some more of a small one. */
const BYTES_AN_ASIDE = 256;
const SOME_ASIDE = 30;

/** Bytes of the shortest row, but for blank ones. */
const SHORTEST = 6;

/** Milliseconds after which a thread that does nothing is taken for dead. */
const PATIENCE = 60_000;

const LINE_FEED = 0x0a;

/** Bytes read for a row that was put aside, and for others near it. */
const SOME_ROWS = 8 * 1024;

/** Reads one file into the sheets; undefined where that is left to the usual way, with nothing written. */
export function scanInParts(scanner: Scanner, file: Omit<ScanFile, 'read'>, parts: Parts): EntriesReading | undefined {
  const scan = createScan(scanner, { ...file, read: () => 0 });
  const cuts = cutsOf(scan, parts);
  if (cuts === undefined) return undefined;
  takeSamples(scan, parts.readAt, cuts);
  const columns = columnsOf(scan);
  const before = countRows(columns);
  shareColumns(columns, file.fileAt, cuts.isTogether);
  const job = createJob(scan, columns, cuts);
  const isQuiet = scanTogether(job, scan, parts);
  const { control } = job;
  const written = control[part.WRITTEN] as number;
  const isWhole = isQuiet && control[part.GIVEN_UP] === 0 && countRows(columns) === before + written;
  const { ledger: all } = scanner.options;
  const ledger = all && ledgerLike(all);
  const settle = lettingGo(scan.diagnostics, ledger);
  const isSound =
    isWhole && takeAside(job, scan, { readAt: parts.readAt, settle }, columns) && !hasErrors(scan.diagnostics);
  if (isSound && all && ledger) absorb(all, ledger);
  if (!isSound) takeBack(scanner, columns, file.fileAt, isQuiet);
  for (const seat of scan.touched) scanner.touchedBy[seat] = 0;
  const { read, blank, diagnostics } = scan;
  return isSound ? { count: { file: file.file, read, used: read - blank, blank, refused: 0 }, diagnostics } : undefined;
}

/** Takes the header and cuts what is below it; undefined where the file is not one of many plain rows. */
function cutsOf(scan: Scan, { size, readAt, part: length }: Parts): Cuts | undefined {
  const { buffer, row, isFocused } = scan.scanner;
  if (isFocused.reduce((sum, each) => sum + each, 0) * FEW > isFocused.length) return undefined;
  if (readAt(buffer.subarray(0, 1), size - 1) !== 1 || buffer[0] !== LINE_FEED) return undefined;
  const end = readAt(buffer.subarray(0, PIECE), 0);
  const header = markLength(buffer, end);
  const begin = splitRow(buffer, header, end, row, 0);
  if (begin < 0 || begin > scan.longest) return undefined;
  scan.line++;
  if (!takeHeader(scan, header, begin) || !scan.layout?.isForeseeable || scan.layout.unitAt !== 0) return undefined;
  const cuts = cutFile(readAt, { begin, size, part: length, delimiter: row.delimiter });
  return cuts && cuts.at.length > 2 ? cuts : undefined;
}

function createJob(scan: Scan, columns: readonly LeafColumns[], { at: cuts }: Cuts): part.PartJob {
  const { scanner, file, longest } = scan;
  const { units, leaves, buildOf, rowOf, isFocused, limits, options } = scanner;
  const { width, unitAt, leafAt, firstOf, readings } = scan.layout as Layout;
  const longestPart = cuts.reduce((most, cut, at) => Math.max(most, cut - (cuts[at - 1] ?? cut)), 0);
  const size = (cuts.at(-1) as number) - (cuts[0] as number);
  const most = Math.ceil(size / BYTES_AN_ASIDE) + SOME_ASIDE;
  return {
    ...{ longest, fileAt: file.fileAt, delimiter: options.dialect.delimiter, mostRows: limits.rows },
    layout: { width, unitAt, leafAt, firstOf, readings: readings.map(plainReading) },
    units: shareTable(units),
    leaves: leaves.map(shareTable),
    buildOf: shared(buildOf),
    rowOf: shared(rowOf),
    isFocused: shared(isFocused),
    columns: columns.map(({ flags, places: { anchors, below }, values }) => ({
      flags,
      places: { anchors, below, elsewhere: undefined },
      values: values.map((column) => ({ ...column, wide: undefined })),
    })),
    cuts: shared(cuts),
    stride: Math.ceil(longestPart / SHORTEST) + 2 * part.APART,
    control: shared(new Int32Array(part.CONTROLS)),
    lines: shared(new Int32Array(cuts.length - 1)),
    aside: { starts: shared(new Float64Array(most)), lines: shared(new Int32Array(most)) },
  };
}

/** The reading without what only the main thread has. */
function plainReading({ upTo, from, isAdjustment, reader, roles, positions, flags }: QuickReading): QuickReading {
  const { markByte, digits, topN, topD, known, n, d } = reader;
  const plain = { markByte, digits, topN, topD, known, n, d };
  return { upTo, from, isAdjustment, roles, positions, flags, reader: plain };
}

/** Lets all threads scan, this one too, and waits for the others; false where one of them may be at work for ever. */
function scanTogether(job: part.PartJob, scan: Scan, { readAt, start, tell }: Parts): boolean {
  const { control } = job;
  const { flush } = scan;
  try {
    start(job);
    part.scanParts(job, scan, (into, position) => {
      // Parts are taken in the order of the file: what is above this one is done, or nearly.
      tell?.(position);
      return readAt(into, position);
    });
    return part.closeJob(control, PATIENCE);
  } catch (error) {
    Atomics.store(control, part.GIVEN_UP, 1);
    part.closeJob(control, PATIENCE);
    throw error;
  } finally {
    scan.flush = flush;
  }
}

/** Takes the rows that were put aside, in the order of the file; false where one of them is odd. */
function takeAside(
  job: part.PartJob,
  scan: Scan,
  { readAt, settle }: { readonly readAt: part.ReadAt; readonly settle: () => void },
  columns: readonly LeafColumns[],
): boolean {
  const { control, aside } = job;
  const { buffer } = scan.scanner;
  const lineOf = settleLines(job, columns);
  const count = control[part.ASIDE] as number;
  // Lines rise with where they begin, so that each sorted by itself they belong together.
  const starts = aside.starts.slice(0, count).sort();
  const lines = aside.lines.slice(0, count).sort();
  Object.assign(scan, { read: control[part.WRITTEN], base: 0, seat: -1, leaf: -1 });
  let from = 0;
  let end = 0;
  for (const [at, start] of starts.entries()) {
    let next = start < from + end ? buffer.indexOf(LINE_FEED, start - from) + 1 : 0;
    if (next === 0 || next > end) {
      from = start;
      end = readAt(buffer.subarray(0, SOME_ROWS), start);
      if (buffer.lastIndexOf(LINE_FEED, end - 1) < 0) end = readAt(buffer.subarray(0, PIECE), start);
      next = buffer.indexOf(LINE_FEED) + 1;
    }
    scan.line = lineOf(lines[at] as number) - 1;
    if (next === 0 || next > end || takeRows(scan, start - from, next) !== next) return false;
    settle();
  }
  return scan.flush() && scan.read <= scan.scanner.limits.rows;
}
