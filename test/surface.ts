/** The whole program on a process that is not one: what it would write, and how it would end. */
import { join } from 'node:path';
import { run } from '../src/cli.ts';
import type { Watching } from '../src/watch-paths.ts';

/** The folder of the repository. */
export const ROOT = join(import.meta.dirname, '..');

export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  /** The working folder; the repository's if absent. */
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  /** Columns of a terminal; absent: stdout is a pipe. */
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What somebody at the terminal types, line by line, then breaks off; absent: nobody sits there. */
  readonly answers?: readonly string[];
  /** What happens on the disk, one after the other, each time the tool waits; then it is broken off. Absent: it cannot wait. */
  readonly changes?: readonly (() => void)[];
}

/** Runs the program as `parindex ...argv`; nothing is read from the real process. */
export async function runTool(argv: readonly string[], circumstances: Circumstances = {}): Promise<Ran> {
  const { cwd = ROOT, stdin = '', columns, env = {}, answers, changes } = circumstances;
  const typed = [...(answers ?? [])];
  const awaited = [...(changes ?? [])];
  const written = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string | Uint8Array) => {
      written[name].push(typeof text === 'string' ? Buffer.from(text) : text);
    },
    isTTY: columns !== undefined,
    color: 0 as const,
    ...(columns === undefined ? {} : { columns }),
  });
  const exit = await run({
    argv,
    cwd,
    env,
    stdout: output('stdout'),
    stderr: output('stderr'),
    readStdin: () => (typeof stdin === 'string' ? Buffer.from(stdin) : stdin),
    ...(answers === undefined ? {} : { ask: async (question: string) => answerTo(question, typed, output('stderr')) }),
    ...(changes === undefined ? {} : { watch: async () => waitFor(awaited) }),
  });
  const text = (name: 'stdout' | 'stderr') => Buffer.concat(written[name]).toString('utf8');
  return { exit, stdout: text('stdout'), stderr: text('stderr') };
}

/** A wait in which the next thing happens, unless it is broken off first; without one nothing more comes. */
function waitFor(changes: (() => void)[]): Watching {
  let off = false;
  const happened = Promise.resolve().then(() => {
    const change = off ? undefined : changes.shift();
    change?.();
    return change !== undefined;
  });
  return {
    happened,
    breakOff: () => {
      off = true;
    },
  };
}

/** The next line that was typed, seen on the terminal after the question. */
function answerTo(question: string, typed: string[], { write }: { write: (text: string) => void }): string | undefined {
  const line = typed.shift();
  write(`${question}${line === undefined ? '' : `${line}\n`}`);
  return line;
}

/** A shell line of the README or of a help text as arguments: words, and words in double quotes. */
export function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? (match[2] as string));
}
