/** The real process and the other processors: whoever reads a large file, what comes of it is the same to the byte. */
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, inShell } from './real-process.ts';

const LEAVES = Array.from({ length: 20 }, (_, at) => `L${at + 1}`);

const RUBRIC = `
format: 1
id: xa
title: Bộ tiêu chí thử
domains:
  - id: "1"
    title: Kết quả
    max: 40
    criteria:
${LEAVES.map((id) => `      - { id: "${id}", title: Tỷ lệ, max: 2, rule: { type: proportional, floor: 50% } }`).join('\n')}
`;

/** 4,000 units of 20 leaves; the evidence makes the file longer than 64 MB, and no unit stands in one place. */
const UNITS = 4000;
const EVIDENCE = `"Số 12, ${'x'.repeat(790)}"`;

/** Milliseconds for what takes a second on a quiet machine. */
const PATIENCE = 120_000;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parindex-threads-'));
  writeFileSync(join(folder, 'rubric.yaml'), RUBRIC);
  const ids = Array.from({ length: UNITS }, (_, at) => `${10_000 + at}`);
  writeFileSync(join(folder, 'units.csv'), ['id,name,group', ...ids.map((id) => `${id},${id},xa`), ''].join('\n'));
  const file = openSync(join(folder, 'long.csv'), 'w');
  writeSync(file, 'unit,criterion,appraised,evidence\n');
  for (const [leaf, id] of LEAVES.entries()) {
    writeSync(
      file,
      ids.map((unit, at) => `${unit},${id},${(at * (leaf + 2) * 31 + leaf * 17) % 9973}/9973,${EVIDENCE}\n`).join(''),
    );
  }
  closeSync(file);
}, PATIENCE);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RANK = 'parindex rank --rubric rubric.yaml --units units.csv --format csv';

/** Says on stderr when a thread has ended, and how. */
const TELL = `
  import threads from 'node:worker_threads';
  import { writeSync } from 'node:fs';
  if (threads.isMainThread) {
    threads.Worker = class extends threads.Worker {
      constructor(...given) {
        super(...given);
        this.on('exit', (code) => writeSync(2, 'thread ' + code + '\\n'));
        this.ref();
      }
      unref() {}
    };
  }`;

/** One processor alone. */
const ALONE = `
  import os from 'node:os';
  import { syncBuiltinESMExports } from 'node:module';
  os.availableParallelism = () => 1;
  syncBuiltinESMExports();`;

/** Threads that are not permitted, and threads that fail as they start. */
const DENIED = `
  import threads from 'node:worker_threads';
  threads.Worker = class { constructor() { throw new Error('planted'); } };`;
const FAILING = `
  import threads from 'node:worker_threads';
  if (!threads.isMainThread) throw new Error('planted');`;

describe('a file of 64 MB', () => {
  let alone: Ended;

  beforeAll(() => {
    alone = inShell(`${RANK} long.csv`, folder, ALONE);
  }, PATIENCE);

  it('is ranked by one thread', () => {
    expect([alone.exit, alone.stderr]).toEqual([0, '']);
    expect(alone.stdout.split('\n').length).toBe(UNITS + 2);
  });

  it('is ranked alike by several, each of which ends by itself', () => {
    const { exit, stdout, stderr } = inShell(`${RANK} long.csv`, folder, TELL);
    const others = Math.min(availableParallelism(), 4) - 1;
    expect([exit, stderr]).toEqual([0, 'thread 0\n'.repeat(others)]);
    expect(stdout === alone.stdout).toBe(true);
  });

  it('is ranked alike in halves, which are not large', () => {
    const halves = `for half in 0 1; do
        { head -1 long.csv; tail -n +2 long.csv | awk -v half=$half 'NR % 2 == half'; } > half-$half.csv
      done; `;
    const { exit, stdout } = inShell(`${halves} ${RANK} half-0.csv half-1.csv`, folder, TELL);
    expect(exit).toBe(0);
    expect(stdout === alone.stdout).toBe(true);
  });

  it.each([
    ['denied', DENIED],
    ['failing', FAILING],
  ])('is ranked alike where threads are %s', (_, hook) => {
    const { exit, stdout } = inShell(`${RANK} long.csv`, folder, hook);
    expect(exit).toBe(0);
    expect(stdout === alone.stdout).toBe(true);
  });

  it('is refused alike for what stands in its last line', () => {
    inShell('cat long.csv > faulty.csv; printf "10003,L1,1/2,x\\n10003,L21,1/2,x\\n" >> faulty.csv', folder);
    const one = inShell(`${RANK} faulty.csv`, folder, ALONE);
    expect(one.exit).toBe(1);
    expect(one.stderr).toContain(`faulty.csv:${UNITS * LEAVES.length + 2}\n`);
    expect(inShell(`${RANK} faulty.csv`, folder)).toEqual(one);
  });

  it('says of a cell where it stands', () => {
    const explain = 'parindex explain 13999 L20 --rubric rubric.yaml --units units.csv long.csv';
    const one = inShell(explain, folder, ALONE);
    expect(one.stdout).toContain(`long.csv:${UNITS * LEAVES.length + 1}:`);
    expect(inShell(explain, folder)).toEqual(one);
  });
});
