// Where the time of one run goes, by `node --cpu-prof`: the functions that took most of it themselves.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** { name, share } of the functions that took most, the first the largest; shares of the whole run in per cent. */
export function profile(args, most = 12) {
  const folder = mkdtempSync(join(tmpdir(), 'parindex-profile-'));
  try {
    const run = ['--cpu-prof', '--cpu-prof-interval', '250', `--cpu-prof-dir=${folder}`, ...args];
    const { status, stderr } = spawnSync(process.execPath, run, {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stderr}`);
    const [file] = readdirSync(folder);
    return largest(JSON.parse(readFileSync(join(folder, file), 'utf8')), most);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function largest({ nodes, samples, timeDeltas }, most) {
  const nameOf = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName || '(unnamed)']));
  const times = new Map();
  for (const [at, id] of samples.entries()) {
    const name = nameOf.get(id);
    times.set(name, (times.get(name) ?? 0) + timeDeltas[at]);
  }
  const all = timeDeltas.reduce((sum, delta) => sum + delta, 0);
  const sorted = [...times].sort(([, a], [, b]) => b - a).slice(0, most);
  return sorted.map(([name, time]) => ({ name, share: (100 * time) / all }));
}
