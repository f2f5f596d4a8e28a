/** The text of one file that an argument names, or the fault that says why there is none. */
import { namesBeside } from '../io.ts';
import type { Reading } from '../model/diagnostic.ts';
import { noFile } from '../read/no-file.ts';
import { readText } from '../read/text.ts';
import type { Request } from './command.ts';

/** Errors: missing-file, bad-path, and those of text. */
export function takeText({ surroundings }: Request, path: string, encoding = 'utf-8'): Reading<string> {
  const { source } = surroundings;
  const kind = source.kind(path);
  if (kind !== 'file') return { diagnostics: [noFile(path, kind, namesBeside(source, path))] };
  return readText(source.bytes(path), encoding, path, { kind: 'json' });
}
