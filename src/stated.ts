/** What parindex.yaml states of a file, its rows and its SHA-256, held against what was read of it. */
import { createHash } from 'node:crypto';
import { notAsStated } from './faults/stated.ts';
import type { Source } from './io.ts';
import { raise } from './model/diagnostic.ts';
import type { NamedPath } from './model/project.ts';
import { type Journey, join } from './take.ts';

/** Tells what is not as stated; a file that could not be read is told of already. Errors: not-as-stated. */
export function proveStated(journey: Journey, folder: string, named: readonly NamedPath[]): void {
  for (const one of named) if (one.rows || one.sha256) proveOne(journey, folder, one);
}

function proveOne(journey: Journey, folder: string, { path, rows, sha256 }: NamedPath): void {
  const { source, diagnostics } = journey;
  const full = join(folder, path).replace(/\/+$/, '');
  const isFolder = source.kind(full) === 'folder';
  const found = rows && rowsOf(journey, full, isFolder);
  if (rows !== undefined && found !== undefined && found !== rows.value) {
    const facts = { why: 'rows', path, found: `${found}`, stated: `${rows.value}` } as const;
    diagnostics.push(raise(notAsStated, rows.place, facts));
  }
  if (sha256 === undefined) return;
  if (isFolder) diagnostics.push(raise(notAsStated, sha256.place, { why: 'folder', path }));
  const digest = source.kind(full) === 'file' ? digestOf(source, full) : sha256.value;
  if (isFolder || digest === sha256.value) return;
  const facts = { why: 'digest', path, found: digest, stated: sha256.value } as const;
  diagnostics.push(raise(notAsStated, sha256.place, facts));
}

/**
 * Rows that are not blank, of a folder those of the files that stand in it, as `entriesIn` lists them: a file further
 * below is another entry, or the units file. Undefined where one of them could not be read.
 */
function rowsOf({ counts, diagnostics }: Journey, full: string, isFolder: boolean): number | undefined {
  const isOwn = (file: string): boolean =>
    file === (isFolder ? join(full, file.slice(file.lastIndexOf('/') + 1)) : full);
  const own = counts.filter(({ file }) => isOwn(file));
  const taken = new Set(own.filter(({ read }) => read > 0).map(({ file }) => file));
  // A file whose bytes cannot be read is not even counted.
  const isUnread = diagnostics.some(
    ({ place: { file }, severity }) => severity === 'error' && isOwn(file) && !taken.has(file),
  );
  if (isUnread || (own.length === 0 && !isFolder)) return undefined;
  return own.reduce((sum, { read, blank }) => sum + read - blank, 0);
}

/** Piece by piece, so that a large file never stands in memory as a whole. */
function digestOf(source: Source, path: string): string {
  const hash = createHash('sha256');
  const digest = source.pieces?.(path, Number.POSITIVE_INFINITY, (read) => {
    const buffer = new Uint8Array(1 << 20);
    for (let count = read(buffer); count > 0; count = read(buffer)) hash.update(buffer.subarray(0, count));
    return hash.digest('hex');
  });
  return digest ?? hash.update(source.bytes(path)).digest('hex');
}
