/** The tool as a real process, with streams that are slow, full, closed or gone. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './surface.ts';

/** What npm installs as `parindex`; it runs what the build made. */
export const BIN = join(ROOT, 'bin/parindex.js');

export interface Ended {
  /** As a shell says it: 128 and the number of the signal where one ended the process. */
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A line of bash in which `parindex` is the tool. `hook`: a module's text that is loaded before the tool. */
export function inShell(line: string, cwd: string, hook?: string): Ended {
  const script = `parindex() { ${JSON.stringify(process.execPath)} ${JSON.stringify(BIN)} "$@"; }\n${line}`;
  const ran = spawnSync('bash', ['-c', script], { cwd, env: environment(hook), encoding: 'utf8', maxBuffer: 1e9 });
  return { exit: ran.status ?? -1, stdout: ran.stdout, stderr: ran.stderr };
}

function environment(hook: string | undefined): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: __, NODE_OPTIONS: ___, ...env } = process.env;
  if (hook === undefined) return env;
  return { ...env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` };
}

/** Everything that a pipe gives when nobody reads it until the process has had time to fill it. */
export async function readSlowly(argv: readonly string[], cwd: string): Promise<Uint8Array> {
  const tool = spawn(process.execPath, [BIN, ...argv], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  // A pipe that is full holds 64 KB: from then on the writer waits.
  while (tool.stdout.readableLength === 0) await new Promise((done) => tool.stdout.once('readable', done));
  const pieces: Uint8Array[] = [];
  for await (const piece of tool.stdout) {
    pieces.push(piece as Uint8Array);
    await new Promise((done) => setTimeout(done, 5));
  }
  return Buffer.concat(pieces);
}
