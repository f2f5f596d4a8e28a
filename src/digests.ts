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
