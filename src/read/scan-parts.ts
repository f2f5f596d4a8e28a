/**
 * A long file in parts, which several threads read ahead.
 *
 *   header ─→ cuts ─→ texts learned ─→ for each part, in order: its batches ─→ columns
 *                                         │ ready      from whichever thread has read it
 *                                         │ not ready  the main thread reads ahead, too, or waits
 *                                         └ rows of which nobody was sure, and what was left off: in the usual way
 *
 * All that is written is written here, in the order of the file. So the columns, counts and warnings are those of
 * scan.ts, whoever reads and however far; and what is odd makes this way give up as it does that one.
 */
import { hasErrors } from '../model/diagnostic.ts';
import { lettingGoApart } from '../model/fault-ledger.ts';
import type { EntriesReading } from './entries.ts';
import { LINE_FEED_BYTE, ODD } from './kernel/bytes.ts';
import { PIECE } from './kernel/map.ts';
import { skipMark, takeRows, writeWaiting } from './scan.ts';
import { type Batch, flush } from './scan-batch.ts';
import { splitRow } from './scan-bytes.ts';
import { cutFile } from './scan-cuts.ts';
import { takeHeader } from './scan-header.ts';
import * as ahead from './scan-part.ts';
import { learnTexts } from './scan-samples.ts';
import { beginArea, createPartRoom, type PartRoom, type PartSizes, type Slot } from './scan-slots.ts';
import { createScan, type Scan, type ScanFile } from './scan-state.ts';
import type { Scanner } from './scanner.ts';
import { clearSeat } from './sheets.ts';

/** A file that stands open, and the threads that may help with it. */
export interface Parts extends PartSizes {
  readonly size: number;
  readonly readAt: ahead.ReadAt;
  /** Hears now and then how many bytes were taken. */
  readonly tell?: (bytes: number) => void;
  /** Bytes of a part, about. */
  readonly part: number;
  /** Bytes of a file below which it is left to one thread where the rows of a unit stand together. */
  readonly leastInOrder: number;
  /** Milliseconds after which a thread that does nothing is taken for dead. */
  readonly patience: number;
  /** Starts a thread, which calls `readAhead`. */
  readonly start: (job: ahead.ThreadJob) => void;
}

/** Reads one file into the sheets; undefined where that is left to the usual way, with nothing written. */
export function scanInParts(scanner: Scanner, file: Omit<ScanFile, 'read'>, parts: Parts): EntriesReading | undefined {
  const scan = createScan(scanner, { ...file, read: () => 0 });
  writeWaiting(scanner);
  const cuts = cutsOf(scan, parts);
  if (cuts === undefined) return undefined;
  const { isInOrder } = learnTexts(scan, parts.readAt, cuts);
  if (isInOrder && parts.size < parts.leastInOrder) return undefined;
  const room = scanner.partRoom ?? createPartRoom(scanner, parts);
  const job = createJob(scan, cuts, room);
  // As in scan.ts: what was let go of a file that is read again is told there.
  const { settle, keep } = lettingGoApart(scan.diagnostics, scanner.options.ledger);
  const { memory, engine } = scanner;
  let isSound = false;
  try {
    memory.isRead = true;
    for (const each of room.areas) {
      parts.start({ ...job, block: memory.block, area: beginArea(memory, each), module: engine.kernel.module });
    }
    isSound = takeParts(job, scan, { ...parts, settle }) && !hasErrors(scan.diagnostics);
    if (isSound) keep();
  } finally {
    ahead.closeJob(job);
    memory.isRead = false;
    // A thread that still reads, or is thought to be gone, may write to its room at any time.
    const isOver = isSound && job.ready.indexOf(0) === cuts.length - 1;
    scanner.partRoom = isOver ? room : undefined;
    memory.mayBeRead ||= !isOver;
    if (!isSound) takeBack(scan);
    // Also of the parts that this thread has read ahead.
    scanner.touchedBy.fill(0);
  }
  const { read, blank, diagnostics } = scan;
  return isSound ? { count: { file: file.file, read, used: read - blank, blank, refused: 0 }, diagnostics } : undefined;
}

/** Takes the header and cuts what is below it; undefined where the file is not one of many plain rows. */
function cutsOf(scan: Scan, { size, readAt, part }: Parts): Float64Array | undefined {
  const { memory, row } = scan.scanner;
  const { bytes } = memory;
  if (readAt(bytes.subarray(0, 1), size - 1) !== 1 || bytes[0] !== LINE_FEED_BYTE) return undefined;
  const end = readAt(bytes.subarray(0, PIECE), 0);
  const header = skipMark(memory, end);
  const begin = splitRow(memory, header, end, row, 0);
  if (begin < 0 || begin > scan.longest) return undefined;
  scan.line++;
  if (!takeHeader(scan, header, begin) || !scan.layout?.isForeseeable) return undefined;
  if (scan.layout.unitAt !== 0 || scan.layout.leafAt < 0) return undefined;
  const cuts = cutFile(readAt, begin, size, part);
  return cuts && cuts.length > 2 ? cuts : undefined;
}

function createJob({ scanner, longest }: Scan, cuts: Float64Array, { slots }: PartRoom): ahead.PartJob {
  const ints = (count: number) => new Int32Array(new SharedArrayBuffer(4 * count));
  return { longest, mostRows: scanner.mostRows, cuts, control: ints(ahead.CONTROLS), ready: ints(cuts.length), slots };
}

/** Where bytes come from, and what is done now and then with warnings. */
interface Taking extends Pick<Parts, 'readAt'> {
  readonly settle: () => void;
}

/** Takes all parts in the order of the file; false where one of them is odd. */
function takeParts(job: ahead.PartJob, scan: Scan, taking: Taking & Parts): boolean {
  const { readAt, tell, patience } = taking;
  const own = ahead.createPartScan(job, scan.scanner.engine);
  const parts = job.cuts.length - 1;
  for (let part = 0; part < parts; part++) {
    tell?.(job.cuts[part] as number);
    while (Atomics.load(job.ready, part) === 0) {
      const another = ahead.claimPart(job);
      if (another >= 0) ahead.scanPart(job, own, readAt, another);
      else if (!ahead.waitForPart(job, part, patience)) {
        // Nobody knows what becomes of the slots: all that is left is read by this thread alone.
        ahead.closeJob(job);
        return takeBytes(scan, taking, job.cuts[part] as number, job.cuts[parts] as number);
      }
    }
    if (!takePart(job, scan, taking, part)) return false;
    ahead.freePart(job, part);
  }
  return true;
}

/** Writes what stands in the slot of a part, and reads what was left off; false where something is odd. */
function takePart(job: ahead.PartJob, scan: Scan, taking: Taking, part: number): boolean {
  const { batches, counts, oddLines, oddStarts, oddEnds, extent } = job.slots[part % job.slots.length] as Slot;
  const { scanner } = scan;
  const { engine, targets, laid } = scanner;
  const above = scan.line;
  const [full, lines, reached] = extent as unknown as readonly [number, number, number];
  for (let number = 0; number < full; number++) {
    const count = counts[number] as number;
    scan.read += count;
    if (scan.read > scanner.limits.rows) return false;
    const batch = Object.assign(batches[number] as Batch, { count, above });
    if (!flush({ engine, batch, targets, laid })) return false;
    const line = oddLines[number] as number;
    if (line === 0) continue;
    scan.line = above + line - 1;
    if (!takeBytes(scan, taking, oddStarts[number] as number, oddEnds[number] as number)) return false;
  }
  scan.line = above + lines;
  return takeBytes(scan, taking, reached, job.cuts[part + 1] as number);
}

/** Takes the rows between two positions of the file in the usual way; false where one is odd or they end within one. */
function takeBytes(scan: Scan, { readAt, settle }: Taking, from: number, to: number): boolean {
  const { bytes } = scan.scanner.memory;
  scan.seat = -1;
  scan.leaf = -1;
  let end = 0;
  for (let position = from; position < to; ) {
    const count = readAt(bytes.subarray(end, Math.min(PIECE, end + to - position)), position);
    if (count <= 0) return false;
    position += count;
    end += count;
    const at = takeRows(scan, 0, end);
    if (at === ODD) return false;
    settle();
    bytes.copyWithin(0, at, end);
    end -= at;
  }
  return end === 0 && flush(scan.scanner);
}

/** Takes back whatever the file wrote. */
function takeBack({ scanner, file }: Scan): void {
  const { seats } = scanner;
  writeWaiting(scanner);
  for (let seat = 0; seat < seats.rowOf.length; seat++) clearSeat(seats.at(seat), file.fileAt);
}
