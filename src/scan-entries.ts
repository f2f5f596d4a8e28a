/** An entries file by the scanner: one thread reads a file, several a large one. */
import type { EntriesReading } from './read/entries.ts';
import { unitOf } from './read/file-unit.ts';
import { scanFile, writeWaiting } from './read/scan.ts';
import { scanBundled } from './read/scan-bundle.ts';
import type { ScanFile } from './read/scan-state.ts';
import type { Scanner } from './read/scanner.ts';
import type { Journey } from './take.ts';
import { scanByThreads } from './threads.ts';

/**
 * Bytes from which on several threads may be faster than one: of a file whose rows stand in no order of their units. Where
 * those of a unit stand together, it takes more (threads.ts).
 */
const LARGE = 16_000_000;

/** Of more files than these, none is looked at for its size: together they would be larger than what is read. */
const MOST_LARGE = 100;

/**
 * The reading of one entries file by the scanner; undefined where it is left to `takeEntries` and the csv reader, with
 * no row waiting. Behind the last file rows may wait.
 */
export function scanEntries(
  journey: Journey,
  path: string,
  fileAt: number,
  scanner: Scanner | undefined,
): readonly EntriesReading[] | undefined {
  if (scanner === undefined) return undefined;
  const reading = readingOf(journey, { file: path, fileAt }, scanner);
  if (reading === undefined) writeWaiting(scanner);
  else journey.inputs.push(path);
  return reading && [reading];
}

function readingOf(
  { source, limits }: Journey,
  named: Pick<ScanFile, 'file' | 'fileAt'>,
  scanner: Scanner,
): EntriesReading | undefined {
  const { pieces, together, kind, size } = source;
  const { file: path } = named;
  const bundled =
    together &&
    scanBundled(scanner, named, (first, into, most) =>
      together(scanner.options.fileNames.slice(first, first + most), into, limits.file),
    );
  if (bundled) return bundled.reading;
  if (pieces === undefined || kind(path) !== 'file') return undefined;
  const file = { ...named, ...(path === '-' ? {} : { unit: unitOf(path) }) };
  const bytes = scanner.options.fileNames.length > MOST_LARGE ? 0 : size(path);
  // The csv reader tells where a limit was passed.
  if (bytes > limits.file) return undefined;
  const byThreads = bytes < LARGE ? undefined : scanByThreads(scanner, file, source);
  return byThreads ?? pieces(path, limits.file, (read) => scanFile(scanner, { ...file, read }));
}
