/** The published JSON of `check` against its schema; the limit of what is shown, and counts that are exact. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { blanksAround } from '../../src/faults/entries.ts';
import { aboveMax } from '../../src/faults/values.ts';
import { type Diagnostic, raise } from '../../src/model/diagnostic.ts';
import type { DiagnosticsData } from '../../src/model/diagnostics-data.ts';
import { listFaults } from '../../src/model/fault-list.ts';
import { reportDiagnostics } from '../../src/reports/diagnostics.ts';
import { hostile } from '../formats/hostile.ts';
import { checked, folders, GALLERY, runAt, runIn } from '../gallery.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ajv = new Ajv2020.default({ allErrors: true, strictTypes: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(join(ROOT, 'docs', 'diagnostics.schema.json'), 'utf8')));

function proved(data: unknown): DiagnosticsData {
  validate(data);
  expect(validate.errors ?? []).toEqual([]);
  return data as DiagnosticsData;
}

const place = (line: number) => ({ file: 'entries/so-y-te.csv', line, column: 3, name: 'appraised' });

function error(line: number): Diagnostic {
  return raise(aboveMax, place(line), { shown: '2.5', leaf: '1.1', points: '2.5', max: '2' }, { unit: 'so-y-te' });
}

function warning(line: number): Diagnostic {
  return raise(blanksAround, place(line), { shown: '1.5' });
}

const options = { lang: 'en', width: 80, toolVersion: '0.1.0', refused: true } as const;

describe('parindex/diagnostics/1', () => {
  it.each(checked)('%s keeps to the schema in both languages', async (folder) => {
    for (const lang of ['en', 'vi']) {
      const { stdout, exit } = await runIn(folder, ['--format', 'json', '--lang', lang]);
      const data = proved(JSON.parse(stdout));
      expect(data.refused).toBe(exit === 1);
      expect(data.errors + data.warnings + data.notes + data.accepted).toBe(data.diagnostics.length);
      expect(data.checked === null).toBe(data.refused);
    }
  });

  it('says what was looked at where nothing is wrong', async () => {
    const { stdout } = await runAt(ROOT, ['check', 'fixtures/khanh-hoa-2019', '--format', 'json']);
    const { diagnostics, checked: looked } = proved(JSON.parse(stdout));
    expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(looked).toMatchObject({ units: 8, groups: 1, leaves: 60, cells: 480 });
    for (const { read, used, blank, refused } of looked?.files ?? []) expect(used + blank + refused).toBe(read);
  });

  it('names files from the working folder, also where the project was named by its whole path', async () => {
    for (const format of ['json', 'sarif', 'junit', 'github', 'csv']) {
      const near = await runIn('missing-row', ['--format', format]);
      const far = await runAt(join(GALLERY, 'missing-row'), [
        'check',
        join(GALLERY, 'missing-row'),
        '--format',
        format,
      ]);
      expect(near.stdout).toContain('entries/so-noi-vu.csv');
      expect(far.stdout).toBe(near.stdout);
      const sound = await runAt(ROOT, ['check', 'fixtures/khanh-hoa-2019', '--format', format]);
      expect(await runAt(ROOT, ['check', join(ROOT, 'fixtures/khanh-hoa-2019'), '--format', format])).toMatchObject({
        stdout: sound.stdout,
      });
    }
  });

  it('shows all with --max-faults 0, and one of two with 1, counting both', async () => {
    const { errors, diagnostics } = JSON.parse(
      (await runIn('exempt-not-permitted', ['-f', 'json', '--max-faults', '0'])).stdout,
    );
    expect([errors, diagnostics.length]).toEqual([2, 2]);
    const one = JSON.parse((await runIn('exempt-not-permitted', ['-f', 'json', '--max-faults', '1'])).stdout);
    expect([one.errors, one.shown, one.codes[0].count]).toEqual([2, 1, 2]);
    expect((await runIn('exempt-not-permitted', ['--max-faults', 'x'])).exit).toBe(2);
  });

  it('refuses what is not of the format', () => {
    proved(hostile);
    expect(validate({ ...hostile, schema: 'parindex/diagnostics/2' })).toBe(false);
    expect(validate({ ...hostile, shown: -1 })).toBe(false);
    expect(validate({ ...hostile, more: true })).toBe(false);
  });

  it('is offered for most of the gallery', () => {
    expect(checked.length).toBeGreaterThan(folders.length / 3);
  });
});

describe('the limit', () => {
  const all = [warning(1), ...Array.from({ length: 60 }, (_, at) => error(100 - at)), warning(2)];

  it('drops warnings before errors and keeps the order of the file', () => {
    const list = listFaults(all, 61);
    expect(list.shown.map(({ severity }) => severity)).toEqual(['warning', ...Array(60).fill('error')]);
    expect(list.shown.map(({ place: { line } }) => line)).toEqual([
      1,
      ...Array.from({ length: 60 }, (_, at) => 41 + at),
    ]);
  });

  it('counts everything, whatever is shown', () => {
    for (const limit of [0, 1, 50, 62, 1000]) {
      const list = listFaults(all, limit);
      expect([list.total, list.errors, list.warnings, list.notes, list.accepted]).toEqual([62, 60, 2, 0, 0]);
      expect(list.codes.map(({ fault, count }) => [fault.code, count])).toEqual([
        ['above-max', 60],
        ['blanks-around', 2],
      ]);
      expect(list.shown).toHaveLength(limit === 0 ? 62 : Math.min(limit, 62));
      const data = proved(reportDiagnostics(list, options).data);
      expect([data.errors, data.warnings, data.shown]).toEqual([60, 2, list.shown.length]);
    }
  });

  it('says on the page what it does not show', () => {
    const { document } = reportDiagnostics(listFaults(all, 50), options);
    const [block] = document.blocks;
    const lines = block?.kind === 'lines' ? block.lines.map((line) => line.map(({ text }) => text).join('')) : [];
    expect(lines.slice(-2)).toEqual([
      'Shown: 50 of 62 (--max-faults 0 shows all). In all: above-max 60, blanks-around 2.',
      '60 errors, 2 warnings.',
    ]);
  });
});
