/** What is asked of every command alike. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
