// Whole processes, measured: wall time from here, peak memory and CPU time by hook.cjs inside them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOOK = fileURLToPath(new URL('hook.cjs', import.meta.url));

/** { wall, cpu, megabytes } of `node ...args`, seconds and MiB; throws where it fails. */
export function measure(args, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'parindex-bench-'));
  const figures = join(folder, 'figures.json');
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', HOOK, ...args], {
    env: { ...process.env, ...environment, BENCH_FIGURES: figures },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const wall = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stderr}`);
  const measured = JSON.parse(readFileSync(figures, 'utf8'));
  rmSync(folder, { recursive: true });
  return { wall, ...measured };
}

/**
 * Runs the runners in turn, `rounds` times, so that what else the machine does falls on all of them alike.
 * Gives for each the medians, and as `ratio` the medians of its figures over those of the peer in the same round.
 */
export function alternate(runners, peer, rounds) {
  const runs = Object.fromEntries(Object.keys(runners).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Every other round backwards, so that none always comes after the same one.
    const order = round % 2 === 0 ? Object.entries(runners) : Object.entries(runners).reverse();
    for (const [name, run] of order) runs[name].push(run());
  }
  return Object.entries(runs).map(([name, own]) => ({
    name,
    ...medians(own),
    ratio: medians(own.map((figures, round) => over(figures, runs[peer][round]))),
  }));
}

function over(a, b) {
  return Object.fromEntries(Object.keys(a).map((key) => [key, a[key] / b[key]]));
}

function medians(runs) {
  return Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((run) => run[key]))]));
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
