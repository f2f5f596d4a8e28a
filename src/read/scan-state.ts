/** One file being scanned: how far it has come, and what it has written to. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Limits } from '../model/limits.ts';
import { type Anchors, setAnchor } from '../model/places.ts';
import type { FileContext } from './entry.ts';
import { textOf } from './scan-cell.ts';
import type { Layout, Reading, UnitPlan } from './scan-layout.ts';
import type { Standing } from './scan-standing.ts';
import type { Scanner } from './scanner.ts';

/** A file to be scanned; `read` fills a buffer with its next bytes and says how many, 0 at the end. */
export interface ScanFile {
  readonly file: string;
  readonly fileAt: number;
  readonly unit?: string;
  readonly read: (into: Uint8Array) => number;
  /** Where its bytes stand in the piece, if they do before it is read. */
  readonly standing?: Standing;
}

/** How far the quick way has come in a file, or in a part of it. */
export interface RowScan {
  line: number;
  read: number;
  /** The file is its unit's, of which no row was read before, and its rows are in the order of the leaves. */
  isAlone: boolean;
  /** Positions of the last unit, of its build, and of the last leaf among its targets. */
  seat: number;
  build: number;
  leaf: number;
}

export interface Scan extends RowScan {
  readonly scanner: Scanner;
  readonly file: ScanFile;
  readonly diagnostics: Diagnostic[];
  /** Positions in `scanner.seats` that the file wrote to. */
  readonly touched: number[];
  /** Bytes of a row that is within the limits for certain. */
  readonly longest: number;
  layout: Layout | undefined;
  context: FileContext | undefined;
  blank: number;
}

/** A file at its beginning. */
export function createScan(scanner: Scanner, file: ScanFile): Scan {
  return {
    ...{ scanner, file, diagnostics: [], touched: [], layout: undefined, context: undefined },
    longest: longestRow(scanner.limits),
    ...{ isAlone: false, line: 0, read: 0, blank: 0, seat: -1, build: 0, leaf: -1 },
  };
}

/** Bytes of a row that is within the limits for certain. */
export function longestRow({ cell, line }: Limits): number {
  // Composed, four bytes may become six characters (U+1D160).
  return Math.floor((2 * Math.min(cell, line)) / 3);
}

/** Makes a unit the one whose rows are read; false where it is none. */
export function takeSeat(scan: Scan, seat: number): boolean {
  scan.seat = seat;
  if (seat < 0) return false;
  scan.build = scan.scanner.buildOf[seat] as number;
  return true;
}

/** Notes that the file writes to its unit, and says whether it did so before. */
export function touchSeat({ scanner: { touchedBy }, file, touched }: Scan, seat: number): boolean {
  const mark = 1 + file.fileAt;
  if (touchedBy[seat] === mark) return true;
  touchedBy[seat] = mark;
  touched.push(seat);
  return false;
}

/** The cells of the row that was split as texts, as the csv reader would give them. */
export function textsOf({ memory, row }: Scanner): readonly string[] {
  // Quotes stand in none but cells in quotes, and there they are doubled.
  return Array.from({ length: row.count }, (_, cell) =>
    textOf(memory, row.starts[cell] as number, row.ends[cell] as number).replaceAll('""', '"'),
  );
}

/** The anchors of a build's units, over which the places of all its leaves are. */
export function anchorsOf({ plans }: Layout, build: number): Anchors {
  const [first] = (plans[build] as UnitPlan).readings;
  return (first as Reading).columns.places.anchors;
}

/**
 * Whether the rows of a file that was read to its end may wait for those of the next one, since they are sure to be
 * written. Then a place is set for its unit, so that nothing else of the unit may wait beside them.
 */
export function canWait({ scanner, file, layout, isAlone, seat, build, read }: Scan): boolean {
  if (!isAlone) return false;
  // None but rows taken the quick way stand in it, from the second line on.
  if (read > 0) setAnchor(anchorsOf(layout as Layout, build), scanner.rowOf[seat] as number, file.fileAt, 2);
  return true;
}
