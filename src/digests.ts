/** What was read, named by its SHA-256, so that a result can be tied to its files. */
import { createHash } from 'node:crypto';
import type { Source } from './io.ts';

export interface FileDigest {
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** Each file once, sorted by path. */
export function digestFiles(source: Source, paths: readonly string[]): readonly FileDigest[] {
  return [...new Set(paths)].sort().map((path) => {
    const bytes = source.bytes(path);
    return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
}

/** One SHA-256 for all the files together, in the order of their paths. */
export function digestAll(source: Source, paths: readonly string[]): string {
  const lines = digestFiles(source, paths).map(({ path, sha256 }) => `${sha256}  ${path}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}
