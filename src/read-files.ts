/** The entries files of a run, one after the other, into the sheets: by the scanner, or else by the csv reader. */
import type { FileCount } from './model/assessment.ts';
import { type EntriesFile, readEntries } from './read/entries.ts';
import { writeWaiting } from './read/scan.ts';
import { countTaken } from './read/scan-bundle.ts';
import { createScanner, type ScanOptions } from './read/scanner.ts';
import { scanEntries } from './scan-entries.ts';
import { type Journey, takeEntries } from './take.ts';

/** What was counted in each; `files` are paths or texts, and `settle` is called when faults were told. */
export function readFiles(
  journey: Journey,
  files: readonly (string | EntriesFile)[],
  options: ScanOptions,
  settle: () => void,
): readonly FileCount[] {
  const scanner = createScanner(options);
  const counts = files.map((file, fileAt) => {
    const isPath = typeof file === 'string';
    const taken = isPath && scanner ? countTaken(scanner, fileAt) : undefined;
    if (taken) {
      journey.inputs.push(taken.file);
      journey.counts.push(taken);
      return taken;
    }
    const scanned = isPath ? scanEntries(journey, file, fileAt, scanner) : undefined;
    const texts = (): readonly EntriesFile[] => (isPath ? takeEntries(journey, file, options.dialect) : [file]);
    const readings = scanned ?? texts().map((text) => readEntries(text, { ...options, fileAt }));
    for (const { count, diagnostics } of readings) {
      journey.counts.push(count);
      for (const diagnostic of diagnostics) journey.diagnostics.push(diagnostic);
      settle();
    }
    const count = readings[0]?.count ?? noRows(options.fileNames[fileAt] as string);
    const book = journey.sheets.get(count.file);
    return book === undefined ? count : { ...count, book: { sheet: book.sheet, letters: book.letters } };
  });
  if (scanner) writeWaiting(scanner);
  return counts;
}

function noRows(file: string): FileCount {
  return { file, read: 0, used: 0, blank: 0, refused: 0 };
}
