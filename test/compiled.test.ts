/** The kernel of the built program: WebAssembly takes the rows of all but small inputs, and without it all is the same. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from './surface.ts';

const RUBRIC = `
format: 1
id: xa
title: Bộ tiêu chí thử
missing: zero
domains:
  - id: "1"
    title: Kết quả
    max: 5
    criteria:
      - { id: "1.1", title: Kế hoạch, max: 1, rule: { type: levels, levels: { đúng: 1, trễ: 0.5 } } }
      - { id: "1.2", title: Tỷ lệ, max: 2, rule: { type: proportional, floor: 50% } }
      - { id: "1.3", title: Điểm, max: 2, rule: { type: given } }
`;

const UNITS = Array.from({ length: 400 }, (_, at) => `xa-${at}`);

/** Shares and points of all kinds, so that numbers and denominators grow; of some rows the quick way is not sure. */
function rowsOf(unit: string, at: number): readonly string[] {
  const points = at % 37 === 0 ? `"1.${at}"` : `${at % 2}.${(at * 7919) % 100_000}`;
  return [
    `${unit},1.1,${at % 3 === 0 ? 'trễ' : 'đúng'},QĐ-${at}`,
    `${unit},1.2,${at % 5 === 0 ? `${at % 101}%` : `${(at * 31) % 977}/${977 + at}`},"Số ${at}, ""a"""`,
    `${unit},1.3,${points},${at % 41 === 0 ? 'ế' : ''}`,
  ];
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parindex-kernel-'));
  for (const part of ['bin', 'dist', 'package.json']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  const file = (name: string, lines: readonly string[]) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  const header = 'unit,criterion,appraised,evidence';
  file('rubric.yaml', [RUBRIC]);
  file('units.csv', ['id,name,group', ...UNITS.map((id) => `${id},${id},xa`)]);
  file('few.csv', ['id,name,group', ...UNITS.slice(0, 20).map((id) => `${id},${id},xa`)]);
  file('tall.csv', [header, ...UNITS.flatMap(rowsOf)]);
  file('small.csv', [header, ...UNITS.slice(0, 20).flatMap(rowsOf)]);
  file('wide.csv', [
    'unit,1.1,1.2,1.3',
    ...UNITS.map((unit, at) => [unit, ...rowsOf(unit, at).map((row) => row.split(',')[2])].join(',')),
  ]);
  // Tells at the end how often WebAssembly was asked for rows, and how many were read then in all.
  writeFileSync(
    join(folder, 'hook.cjs'),
    `let calls = 0;
    if (globalThis.WebAssembly) {
      const { Instance } = WebAssembly;
      WebAssembly.Instance = function (...given) {
        const { exports } = new Instance(...given);
        const fillRows = (...rows) => (calls++, exports.fillRows(...rows));
        return { exports: { ...exports, fillRows } };
      };
    }
    process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'calls'))}, String(calls)));`,
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rank(entries: string, units = 'units.csv', ...flags: readonly string[]) {
  const args = ['rank', '--rubric', 'rubric.yaml', '--units', units, entries, '--format', 'csv'];
  const own = [...flags, '--require', join(folder, 'hook.cjs'), join(folder, 'bin', 'parindex.js')];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...own, ...args], { cwd: folder, encoding: 'utf8' });
  return { told: { status, stdout, stderr }, calls: Number(readFileSync(join(folder, 'calls'), 'utf8')) };
}

describe('WebAssembly', () => {
  it.each(['tall.csv', 'wide.csv'])('takes the rows of %s; without it the same ranking comes of them', (entries) => {
    const { told, calls } = rank(entries);
    expect(told).toMatchObject({ status: 0 });
    expect(told.stdout.split('\n').length).toBeGreaterThan(UNITS.length);
    expect(calls).toBeGreaterThan(0);
    const without = rank(entries, 'units.csv', '--jitless');
    // Of the flag V8 itself warns on stderr.
    expect([without.told.status, without.calls]).toEqual([0, 0]);
    expect(without.told.stdout).toBe(told.stdout);
  });

  it('is left aside where few rows are read', () => {
    const { told, calls } = rank('small.csv', 'few.csv');
    expect([told.status, calls]).toEqual([0, 0]);
  });

  it('is left aside where it is damaged, cut or not there: the same ranking', () => {
    const file = join(folder, 'dist', 'kernel.wasm');
    const bytes = readFileSync(file);
    onTestFinished(() => writeFileSync(file, bytes));
    const { told } = rank('tall.csv');
    const damaged = Buffer.from(bytes);
    damaged.writeUInt8(0xff, 4);
    for (const changed of [damaged, bytes.subarray(0, bytes.length / 2), Buffer.alloc(0), bytes.subarray(0, 8)]) {
      writeFileSync(file, changed);
      expect(rank('tall.csv')).toEqual({ told, calls: 0 });
    }
    rmSync(file);
    expect(rank('tall.csv')).toEqual({ told, calls: 0 });
  });
});
