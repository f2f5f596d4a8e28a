/**
 * The other processors: a large file of entries is scanned by several threads. Nothing waits for them to start, since
 * the main thread scans, too, and they take what is left (read/scan-part.ts).
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

/** Threads at most: more of them wait for memory. */
const MOST_THREADS = 8;

/** Bytes of a part: small beside what is read while a thread starts. */
const PART = 4_000_000;

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
      ...{ ...opened, part: PART },
      start: (job) => {
        for (let thread = 0; thread < others; thread++) startThread({ job, descriptor });
      },
    }),
  );
}

/** A thread that is not to be had, or fails, is no fault: the others do its work. */
function startThread(workerData: unknown): void {
  try {
    const worker = new Worker(new URL('./scan-thread.js', import.meta.url), { workerData });
    worker.on('error', () => {});
    worker.unref();
  } catch {}
}
