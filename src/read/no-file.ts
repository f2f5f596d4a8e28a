/** Why no file can be read at a path. */
import { badPath, type MissingFacts, missingFile } from '../faults/project.ts';
import { type Diagnostic, raise } from '../model/diagnostic.ts';
import { nearest } from '../model/nearest.ts';
import { type Place, wholeFile } from '../model/place.ts';

/** `kind` is what stands there, which is no regular file; `names` stand beside it. Errors: missing-file, bad-path. */
export function noFile(path: string, kind: 'folder' | 'other' | undefined, names: readonly string[]): Diagnostic {
  const place = wholeFile(path);
  if (kind === 'other') return raise(badPath, place, { path, why: 'special' });
  return kind === 'folder' ? raise(missingFile, place, { path, isFolder: true }) : nothingThere(path, place, names);
}

/** Nothing stands at a path: with the name of `names`, which stand beside it, that was probably meant. */
export function nothingThere(path: string, place: Place, names: readonly string[]): Diagnostic {
  const from = path.lastIndexOf('/') + 1;
  const name = path.slice(from);
  const alike = names.find((other) => other.normalize('NFC') === name.normalize('NFC'));
  const guess = alike ?? nearest(name, names);
  const facts: MissingFacts = guess === undefined ? { path } : { path, nearest: path.slice(0, from) + guess };
  return raise(missingFile, place, alike === undefined ? facts : { ...facts, isComposed: true });
}
