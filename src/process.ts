/** The real process around the program: its streams, its signals, and the exit code also where one of them breaks. */
import { run } from './cli.ts';
import { type Ask, EXIT, UsageError } from './commands/command.ts';
import { Interrupted, tellBug } from './ending.ts';
import { printableLines } from './model/visible.ts';
import type { Pause } from './new-file.ts';
import { columnsOf, isatty, proveOpen, readStandardInput, standardOutputFile, writeFully } from './streams.ts';
import type { Output } from './surface.ts';
import type { Watching } from './watch-paths.ts';

/** Runs the program on this process. The exit code is set, never forced, so that nothing written is cut. */
export async function start(): Promise<void> {
  process.once('uncaughtException', (error) => {
    standardError.write(printableLines(`${tellBug('en', `${error}`.split('\n')[0] as string)}\n`));
    process.exit(EXIT.bug);
  });
  const { ask, close } = questioner();
  const stdoutFile = standardOutputFile();
  const exit = await run({
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdout: isatty(1) ? terminal(process.stdout) : standardOutput(),
    stderr: isatty(2) ? terminal(process.stderr) : standardError,
    readStdin: readData,
    now: () => performance.now(),
    whileWriting,
    beforeReading,
    beforeLarge,
    watch: watchUntilInterrupted,
    ...(stdoutFile ? { stdoutFile } : {}),
    ...(isatty(0) && isatty(2) ? { ask } : {}),
  });
  close();
  process.exitCode ??= exit;
  const signal = exit === EXIT.interrupted ? 'SIGINT' : exit === EXIT.terminated ? 'SIGTERM' : undefined;
  // A shell ends its own loop only where it sees that a signal ended what it ran.
  if (signal && process.platform !== 'win32') process.kill(process.pid, signal);
}

/**
 * Most runs are over before what other threads of V8 make of their loops is any use to them, and at the end they would
 * wait for it. So a function must have done seven times the usual work first. By now all is loaded that most runs need:
 * what was kept of a file, be it ours or Node's own, V8 takes only under the flags that it was made under.
 */
function beforeReading(): void {
  setFlags('--interrupt-budget=1000000');
}

/**
 * Keeps the room for new objects at its first size, which V8 would double again and again up to three times 16 MiB.
 * Of rows of tables hardly an object outlives the next one, so that a larger room saves no time (measured), and it is
 * a fifth of what a large input takes. And loops need no more work than usual (132 KB of code run). V8 sets the first
 * one back where a thread begins, so that they are set again after each large file.
 */
function beforeLarge(): void {
  setFlags('--semi-space-growth-factor=1 --interrupt-budget=135168');
}

/**
 * The flags are the whole process's: they are set here, and never by the library. Only of the V8 that they were tried
 * with: another would print a complaint about one that it does not know.
 */
function setFlags(flags: string): void {
  if (!process.versions.v8.startsWith('11.3.')) return;
  process.getBuiltinModule('node:v8').setFlagsFromString(flags);
}

const plain = { isTTY: false, columns: 80, color: 0 } as const;

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? Buffer.from(text) : text;
}

/** Where it goes is looked at with the first bytes; after a reader that has seen enough (head), nothing more goes out. */
function standardOutput(): Output {
  let state: 'untried' | 'open' | 'unread' = 'untried';
  const write = (text: string | Uint8Array): void => {
    if (state === 'untried') proveOpen();
    if (state !== 'unread') state = writeFully(1, 'stdout', bytesOf(text)) ? 'open' : 'unread';
  };
  return { ...plain, write };
}

/** Where nobody can be told, nothing is said; the exit code tells. */
const standardError: Output = {
  ...plain,
  write: (text) => {
    try {
      writeFully(2, 'stderr', bytesOf(text));
    } catch {}
  },
};

/** A terminal takes letters, not bytes, on some systems: node knows which. It fails where the window was closed. */
function terminal(stream: NodeJS.WriteStream): Output {
  stream.on('error', () => {
    process.exitCode = EXIT.io;
  });
  const depth = stream.getColorDepth();
  return {
    write: (text) => {
      stream.write(text);
    },
    isTTY: true,
    columns: columnsOf(stream),
    color: depth >= 24 ? 3 : depth >= 8 ? 2 : depth >= 4 ? 1 : 0,
  };
}

/** Data comes by a pipe or from a file; at a terminal somebody would wait for an answer that is waiting for them. */
function readData(): Uint8Array {
  if (isatty(0)) throw new UsageError(NO_DATA);
  return readStandardInput();
}

const NO_DATA = {
  en: '"-" reads standard input, which is a terminal: name a file, or give the data by a pipe or with < FILE.',
  vi: '"-" đọc đầu vào chuẩn, mà đó là bàn phím: hãy nêu tên tệp, hoặc đưa số liệu qua đường ống hay bằng < TỆP.',
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Signals are heard only here: at any other time there is nothing to take back, and one ends the process at once.
 * The first is heeded in a pause of the work; a second ends the process where it stands.
 */
async function whileWriting(work: (pause: Pause) => Promise<void>): Promise<void> {
  let heard: NodeJS.Signals | undefined;
  const hear = (signal: NodeJS.Signals): void => {
    heard = signal;
    for (const one of SIGNALS) process.removeListener(one, hear);
  };
  const pause = async (): Promise<void> => {
    await new Promise(setImmediate);
    if (heard) throw new Interrupted(heard);
  };
  for (const one of SIGNALS) process.on(one, hear);
  try {
    await work(pause);
    await pause();
  } finally {
    for (const one of SIGNALS) process.removeListener(one, hear);
  }
}

/** Ctrl-C ends the waiting, not the process at once. */
async function watchUntilInterrupted(paths: readonly string[]): Promise<Watching> {
  const { watchPaths } = await import('./watch-paths.ts');
  const watching = watchPaths(process.cwd(), paths);
  process.once('SIGINT', watching.breakOff);
  const happened = watching.happened.finally(() => process.removeListener('SIGINT', watching.breakOff));
  return { ...watching, happened };
}

/** Questions on stderr, answers from the terminal; lines typed ahead are kept. Ctrl-C and Ctrl-D break off. */
function questioner(): { readonly ask: Ask; readonly close: () => void } {
  let close = (): void => {};
  let next: ((question: string) => Promise<IteratorResult<string>>) | undefined;
  const ask: Ask = async (question) => {
    if (next === undefined) {
      const { createInterface } = await import('node:readline');
      const terminal = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
      const lines = terminal[Symbol.asyncIterator]();
      close = () => terminal.close();
      terminal.on('SIGINT', close);
      next = (prompt) => {
        terminal.setPrompt(prompt);
        terminal.prompt();
        return lines.next();
      };
    }
    const { value, done } = await next(question);
    return done ? undefined : value;
  };
  return { ask, close: () => close() };
}
