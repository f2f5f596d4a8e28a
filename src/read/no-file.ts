/** Why no file can be read at a path. */
import { badPath, missingFile } from '../faults/project.ts';
import { type Diagnostic, raise } from '../model/diagnostic.ts';
import { wholeFile } from '../model/place.ts';

/** `kind` is what stands there, which is no regular file. Errors: missing-file, bad-path. */
export function noFile(path: string, kind: 'folder' | 'other' | undefined): Diagnostic {
  const place = wholeFile(path);
  if (kind === 'other') return raise(badPath, place, { path, why: 'special' });
  return raise(missingFile, place, { path, ...(kind === 'folder' ? { isFolder: true } : {}) });
}
