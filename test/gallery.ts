/** The folders of fixtures/errors, and what a person sees who runs the tool in one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../src/cli.ts';

export const GALLERY = join(import.meta.dirname, '..', 'fixtures', 'errors');

export const folders: readonly string[] = readdirSync(GALLERY).sort();

/** The words of a small file in a folder, or others where it is not there. */
export function wordsIn(folder: string, file: string, otherwise: string): readonly string[] {
  const path = join(GALLERY, folder, file);
  return (existsSync(path) ? readFileSync(path, 'utf8') : otherwise).trim().split(/\s+/);
}

export interface Run {
  readonly argv: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams, in the order in which they were written. */
  readonly printed: string;
  readonly exit: number;
}

/** Runs the tool in a folder with the arguments of its command.txt (`check` if there is none) and more. */
export function runIn(folder: string, more: readonly string[]): Promise<Run> {
  return runAt(join(GALLERY, folder), [...wordsIn(folder, 'command.txt', 'check'), ...more]);
}

/** Runs the tool in any folder. */
export async function runAt(cwd: string, argv: readonly string[]): Promise<Run> {
  const written = { stdout: '', stderr: '', printed: '' };
  const output = (name: 'stdout' | 'stderr') =>
    ({
      write: (text: string | Uint8Array) => {
        const told = typeof text === 'string' ? text : new TextDecoder().decode(text);
        written[name] += told;
        written.printed += told;
      },
      isTTY: false,
      color: 0,
    }) as const;
  const surface = { argv, cwd, env: {}, readStdin: () => new Uint8Array() };
  const exit = await run({ ...surface, stdout: output('stdout'), stderr: output('stderr') });
  return { argv, ...written, exit };
}

/** Folders whose command is `check`, which has faces for machines. */
export const checked: readonly string[] = folders.filter(
  (folder) => wordsIn(folder, 'command.txt', 'check')[0] === 'check',
);
