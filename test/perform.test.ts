/** What is asked of every command alike. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from './sample-project.ts';
import { ROOT, runTool } from './surface.ts';

const sample = join(ROOT, 'fixtures/khanh-hoa-2019');

describe('what is named', () => {
  it('standard input says of whom it is, or is refused', async () => {
    const stdin = readFileSync(`${sample}/entries/cam-lam.csv`, 'utf8');
    for (const more of [[], ['--units', `${sample}/units.csv`]]) {
      const argv = ['check', '--rubric', `${sample}/rubric.yaml`, ...more, '-', '--format', 'json'];
      const { exit, stdout } = await runTool(argv, { stdin });
      const [one] = (JSON.parse(stdout).diagnostics as { code: string; line: number; message: string }[]).filter(
        ({ code }) => code !== 'missing-unit',
      );
      expect([exit, one]).toMatchObject([
        1,
        { code: 'missing-column', line: 1, message: 'The header has no column "unit".' },
      ]);
    }
  });

  it('an empty word names no folder, file or unit', async () => {
    for (const argv of [
      ['rank', ''],
      ['check', '--rubric', `${sample}/rubric.yaml`, ''],
      ['check', '--rubric', '', sample],
      ['rank', sample, '-o', ''],
      ['scorecard', '', sample],
    ]) {
      const { exit, stdout, stderr } = await runTool(argv);
      const said = 'An argument or a path is an empty text; say what is meant, or leave it out.\n';
      expect([exit, stdout, stderr]).toEqual([2, '', said]);
    }
  });
});

describe('a long ranking', () => {
  const COUNT = 3000;

  /** A project of so many units, all with 1 point but the last, whose name begins like a formula. */
  function project(): string {
    const cwd = emptyFolder();
    const ids = Array.from({ length: COUNT }, (_, at) => `xa-${at}`);
    const [last] = ids.slice(-1);
    const files = {
      'parindex.yaml': 'year: 2024\nentries: entries.csv\n',
      'rubric.yaml':
        'format: 1\nid: xa\ntitle: Xã\napplies_to: [xa]\ndomains:\n  - { id: "1", title: Một, max: 2, criteria: [{ id: "1.1", title: a, max: 2, rule: { type: given } }] }\n',
      'units.csv': `id,name,group\n${ids.map((id) => `${id},${id === last ? '=' : 'Xã '}${id},xa\n`).join('')}`,
      'entries.csv': `unit,criterion,self,appraised\n${ids.map((id) => `${id},1.1,,${id === last ? 0.5 : 1}\n`).join('')}`,
    };
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(cwd, name), text);
    }
    return cwd;
  }

  /** What the file must hold: ranks are counted, so that the last is the 3,000th. */
  const expected = [
    'group,rank,unit,name,ranked,points,max,index,grade,grade_name,margin,bonus,penalty,missing,exempt,overrides',
    ...Array.from({ length: COUNT - 1 }, (_, at) => `xa,1,xa-${at},Xã xa-${at},yes,1.00,2,50.00,,,,0.00,0.00,,,`),
    `xa,${COUNT},xa-${COUNT - 1},'=xa-${COUNT - 1},yes,0.50,2,25.00,,,,0.00,0.00,,,`,
    '',
  ].join('\n');
  const told = (name: string) =>
    `${name}: 1 text begins like a formula and has a ' in front, so that no spreadsheet takes it for one; it stands in row ${COUNT + 1}, column name: =xa-${COUNT - 1}\n`;

  it('is the same in one file, in several, with a manifest and on the standard output, and what was guarded is told', async () => {
    const cwd = project();
    expect(expected.length).toBeGreaterThan(2 * 65_536);
    expect(await runTool(['rank', '-o', 'a.csv'], { cwd })).toEqual({ exit: 0, stdout: '', stderr: told('a.csv') });
    const outputs = ['b.csv', 'c.csv', 'd.json'].flatMap((name) => ['-o', name]);
    const several = await runTool(['rank', ...outputs, '--manifest'], { cwd });
    expect(several).toEqual({ exit: 0, stdout: '', stderr: told('b.csv') + told('c.csv') });
    for (const name of ['a.csv', 'b.csv', 'c.csv']) expect(readFileSync(join(cwd, name), 'utf8')).toBe(expected);
    expect((await runTool(['verify', 'b.csv.manifest.json'], { cwd })).exit).toBe(0);
    for (const to of [[], ['-o', '-']]) {
      const { exit, stdout, stderr } = await runTool(['rank', '--format', 'csv', ...to], { cwd });
      expect([exit, stdout, stderr]).toEqual([0, expected, told('csv')]);
    }
  });

  it('is refused before anything is written, also by its last row', async () => {
    const cwd = project();
    const before = readdirSync(cwd);
    const { exit, stdout, stderr } = await runTool(['rank', '--raw-csv', '-o', 'a.csv'], { cwd });
    expect([exit, stdout, readdirSync(cwd)]).toEqual([1, '', before]);
    expect(stderr).toContain(`error[formula-start] units.csv:${COUNT + 1}:`);
  });
});
