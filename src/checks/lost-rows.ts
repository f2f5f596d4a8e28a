/** Rows that were refused before anybody knew whose they are: what seems to be missing may stand there. */
import type { FileCount } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ledger } from '../model/fault-ledger.ts';
import { once } from '../model/once.ts';

/** How many rows of a file nobody can tell whose; infinite where none of its rows was used. */
export type LostRows = ReadonlyMap<string, number>;

/** Of the entries' files, by the errors that name no unit. */
export function lostRows(found: readonly Diagnostic[], files: readonly FileCount[], ledger?: Ledger): LostRows {
  // Mostly nothing is lost, and there may be ten thousand files.
  const used = once(() => new Map(files.map((file) => [file.file, file.used])));
  const lost = new Map<string, number>();
  const lose = (file: string, count: number): void => {
    const rows = used().get(file);
    if (rows !== undefined) lost.set(file, rows === 0 ? Number.POSITIVE_INFINITY : (lost.get(file) ?? 0) + count);
  };
  for (const each of found) {
    const { severity, unit, place } = each;
    if (severity === 'error' && unit === undefined) lose(place.file, isCutShort(each) ? Number.POSITIVE_INFINITY : 1);
  }
  for (const [file, count] of ledger?.ofFiles ?? []) lose(file, count);
  return lost;
}

/** Whether a file was read up to a limit of rows, and nobody knows how many follow. */
function isCutShort({ fault, facts }: Diagnostic): boolean {
  return fault.code === 'above-limit' && (facts as { readonly what?: unknown }).what === 'rows';
}

/** The unit that a file of entries is named for. */
export function unitNamed(file: string): string {
  return (file.split('/').at(-1) as string).replace(/\.csv$/i, '');
}
