/** The text of one file that an argument names, or the fault that says why there is none. */
import { missingFile } from '../faults/project.ts';
import { type Reading, raise } from '../model/diagnostic.ts';
import { wholeFile } from '../model/place.ts';
import { readText } from '../read/text.ts';
import type { Request } from './command.ts';

/** Errors: missing-file, and those of text. */
export function takeText({ surroundings }: Request, path: string, encoding = 'utf-8'): Reading<string> {
  const { source } = surroundings;
  if (source.kind(path) !== 'file') return { diagnostics: [raise(missingFile, wholeFile(path), { path })] };
  return readText(source.bytes(path), encoding, path, { kind: 'json' });
}
