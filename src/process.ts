/** The real process around the program: its streams, and the exit code also where a stream breaks. */

import { type Output, run } from './cli.ts';
import { type Ask, EXIT } from './commands/command.ts';
import { readStandardInput } from './io.ts';

/** Runs the program on this process. The exit code is set, never forced, so that nothing written is cut. */
export async function start(): Promise<void> {
  let lost = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (lost) return;
    lost = true;
    // A reader that has seen enough (head) is no failure: the code of the work stands.
    if (error.code === 'EPIPE') return;
    process.exitCode = EXIT.io;
    process.stderr.write(`stdout: ${error.message}\n`);
  });
  process.stderr.on('error', () => {});
  const { ask, close } = questioner();
  const exit = await run({
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    readStdin: readStandardInput,
    ...(process.stdin.isTTY && process.stderr.isTTY ? { ask } : {}),
  });
  close();
  process.exitCode ??= exit;
}

function outputOf(stream: NodeJS.WriteStream): Output {
  const depth = stream.isTTY ? stream.getColorDepth() : 1;
  return {
    write: (text) => {
      stream.write(text);
    },
    isTTY: stream.isTTY === true,
    columns: stream.columns ?? 80,
    color: depth >= 24 ? 3 : depth >= 8 ? 2 : depth >= 4 ? 1 : 0,
  };
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
