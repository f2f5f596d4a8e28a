/**
 * Names of files in what is published: from the folder of the project, so that the same project gives the same bytes
 * wherever the tool was started and however the folder was named. Faults name files from the working folder instead,
 * where editors and CI servers look for them.
 */
import type { FileDigest } from '../digests.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import type { Scoreboard } from '../model/scoreboard.ts';
import type { Input } from './input.ts';

/** The scoreboard with its files named from the folder of the project; without a project as it is. */
export function publishedBoard({ folder }: Pick<Input, 'folder'>, board: Scoreboard): Scoreboard {
  if (folder === undefined) return board;
  const nameOf = within(folder);
  return { ...board, files: board.files.map((count) => ({ ...count, file: nameOf(count.file) })) };
}

/** The same of digests; a file outside the project keeps its name. */
export function publishedDigests(
  { folder }: Pick<Input, 'folder'>,
  digests: readonly FileDigest[],
): readonly FileDigest[] {
  const nameOf = within(folder);
  return digests.map((digest) => ({ ...digest, path: nameOf(digest.path) }));
}

/** The same of faults. */
export function publishedFaults(
  { folder }: Pick<Input, 'folder'>,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const nameOf = within(folder);
  return diagnostics.map((one) => renamed(one, nameOf));
}

/** A fault whose places name their files as `nameOf` says. */
export function renamed(diagnostic: Diagnostic, nameOf: (file: string) => string): Diagnostic {
  const { accepted, related } = diagnostic;
  const rename = <T extends { readonly place: Place }>(one: T): T => ({
    ...one,
    place: { ...one.place, file: nameOf(one.place.file) },
  });
  return { ...rename(diagnostic), related: related.map(rename), ...(accepted ? { accepted: rename(accepted) } : {}) };
}

function within(folder: string | undefined): (file: string) => string {
  if (folder === undefined) return (file) => file;
  const start = `${folder.replace(/\/+$/, '')}/`;
  return (file) => (file.startsWith(start) ? file.slice(start.length) : file);
}
