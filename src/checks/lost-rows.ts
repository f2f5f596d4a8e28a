/** Rows that were refused before anybody knew whose they are: what seems to be missing may stand there. */
import type { FileCount } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** How many rows of a file nobody can tell whose; infinite where none of its rows was used. */
export type LostRows = ReadonlyMap<string, number>;

/** Of the entries' files, by the errors that name no unit. */
export function lostRows(found: readonly Diagnostic[], files: readonly FileCount[]): LostRows {
  const used = new Map(files.map((file) => [file.file, file.used]));
  const lost = new Map<string, number>();
  for (const { severity, unit, place } of found) {
    const rows = used.get(place.file);
    if (severity !== 'error' || unit !== undefined || rows === undefined) continue;
    lost.set(place.file, rows === 0 ? Number.POSITIVE_INFINITY : (lost.get(place.file) ?? 0) + 1);
  }
  return lost;
}

/** The unit that a file of entries is named for. */
export function unitNamed(file: string): string {
  return (file.split('/').at(-1) as string).replace(/\.csv$/i, '');
}
