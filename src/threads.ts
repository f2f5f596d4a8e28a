/**
 * The other processors: of a large file of entries, several threads read ahead. Nothing waits for them to start, since
 * the main thread reads ahead, too, where they have not (read/scan-parts.ts).
 *
 * In the bundle it is loaded when it is first called (build.js), so only functions stand here.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Source } from './io.ts';
import type { EntriesReading } from './read/entries.ts';
import { scanInParts } from './read/scan-parts.ts';
import type { ScanFile } from './read/scan-state.ts';
import type { Scanner } from './read/scanner.ts';

/** Threads at most: one alone writes, which is a third of the work, so that more would wait for it. */
const MOST_THREADS = 4;

/** Bytes from which on they are of use where the rows of a unit stand together. */
const LEAST_IN_ORDER = 64_000_000;

/** Bytes of a part, and slots besides two a thread: few, so that what is read ahead stays near the processor. */
const PART = 500_000;
const SOME = 2;

/** Batches of a part: twice those of its rows, if these have thirty bytes. */
const BATCHES = 16;

/**
 * Milliseconds after which a thread that does nothing is taken for dead, since one that is ended from outside says
 * nothing. Where only the disk was slow, nothing is lost but its help.
 */
const PATIENCE = 5000;

/** Milliseconds after which a thread ends that is given nothing to do. */
const REST = 60_000;

/** The reading of a file that stands on a disk; undefined where it is left to one thread. */
export function scanByThreads(
  scanner: Scanner,
  file: Omit<ScanFile, 'read'>,
  { open }: Source,
): EntriesReading | undefined {
  const others = Math.min(availableParallelism(), MOST_THREADS) - 1;
  if (open === undefined || others < 1 || file.file === '-') return undefined;
  return open(file.file, ({ descriptor, ...opened }) =>
    scanInParts(scanner, file, {
      ...{ ...opened, part: PART, slots: 2 * others + SOME, batches: BATCHES, patience: PATIENCE },
      ...{ others, leastInOrder: LEAST_IN_ORDER },
      start: (job) => startThread({ job, descriptor, patience: REST }),
    }),
  );
}

/** A thread makes hardly an object; without a word V8 gives it as much room for them as the main one has. */
const LITTLE = { maxYoungGenerationSizeMb: 2 };

/** A thread that is not to be had, or fails, is no fault: the others do its work. */
function startThread(workerData: unknown): void {
  try {
    const worker = new Worker(new URL('./scan-thread.js', import.meta.url), { workerData, resourceLimits: LITTLE });
    worker.on('error', () => {});
    worker.unref();
  } catch {}
}
