/** The pages of a comparison, whole runs on fixtures at 80 columns, in both languages. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runTool } from '../surface.ts';

const FOLDER = 'fixtures/compare';

const RUNS: Readonly<Record<string, readonly string[]>> = {
  'khanh-vinh': [`${FOLDER}/khanh-vinh-2018-2020.csv`],
  'so-2023-2024': [`${FOLDER}/so-2023`, `${FOLDER}/so-2024`],
  'khanh-hoa-stages': ['fixtures/khanh-hoa-2019', '--stages', 'self,appraised'],
};

const expected = (name: string): string => join(ROOT, FOLDER, 'expected', name);

describe('compare', () => {
  describe.each(Object.entries(RUNS))('%s', (name, args) => {
    it.each(['en', 'vi'])('reads well in %s', async (lang) => {
      const ran = await runTool(['compare', ...args, '--lang', lang], { columns: 80 });
      expect([ran.exit, ran.stderr]).toEqual([0, '']);
      await expect(ran.stdout).toMatchFileSnapshot(expected(`${name}.${lang}.txt`));
    });

    it.each(['json', 'csv', 'md'])('gives %s', async (ending) => {
      const format = ending === 'md' ? 'markdown' : ending;
      const ran = await runTool(['compare', ...args, '--format', format]);
      if (ending === 'json') expect(JSON.parse(ran.stdout)).toMatchObject({ schema: 'parindex/comparison/1' });
      await expect(ran.stdout).toMatchFileSnapshot(expected(`${name}.${ending}`));
    });
  });

  it('says that Khánh Vĩnh was first for the third year running, from totals alone', async () => {
    const { stdout } = await runTool(['compare', ...(RUNS['khanh-vinh'] ?? [])]);
    expect(stdout).toContain('UBND huyện Khánh Vĩnh: first for the third year running (2018–2020).');
    const data = JSON.parse((await runTool(['compare', ...(RUNS['khanh-vinh'] ?? []), '--format', 'json'])).stdout);
    const steps = data.groups[0].steps.map((step: { movements: { change: string }[] }) => step.movements[0]?.change);
    expect(steps).toEqual(['0.77', '-1.04']);
  });

  it('needs no old files: a saved ranking gives the same as its project, but for scoring its entries again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parindex-'));
    const saved = join(folder, 'ranking.json');
    await runTool(['rank', `${FOLDER}/so-2023`, '--format', 'json', '--leaves', '-o', saved]);
    const [fromProject, fromSaved] = [`${FOLDER}/so-2023`, saved].map((path) =>
      runTool(['compare', path, `${FOLDER}/so-2024`, '--lang', 'vi']),
    );
    const [whole = '', ofSaved = ''] = [(await fromProject)?.stdout, (await fromSaved)?.stdout];
    const [start, startOfSaved] = [whole, ofSaved].map((page) => page.split('So sánh cùng mặt bằng')[0]);
    expect(start).toContain('Nguồn gốc tăng, giảm');
    expect(startOfSaved).toBe(start);
    expect(whole).toContain('2023: chấm lại theo cách chấm điểm của so-2024: 2.1.');
    expect(ofSaved).not.toContain('chấm lại theo');
    expect(ofSaved).toContain('chưa có số liệu gốc');
    expect(readFileSync(saved, 'utf8')).toContain('"origins"');
    expect(await runTool(['compare', saved, `${FOLDER}/so-2023`, '--expect'])).toMatchObject({ exit: 0 });
  });

  it('cannot split a saved ranking without leaves, and says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parindex-'));
    const saved = join(folder, 'ranking.json');
    await runTool(['rank', `${FOLDER}/so-2023`, '--format', 'json', '-o', saved]);
    const { stdout } = await runTool(['compare', saved, `${FOLDER}/so-2024`]);
    expect(stdout).toContain('cannot be told');
    expect(stdout).toContain('2023 was saved without its');
    expect(stdout).not.toContain('Like for like');
  });

  it('--expect ends with 4 where anything differs, and still prints', async () => {
    const ran = await runTool(['compare', `${FOLDER}/so-2023`, `${FOLDER}/so-2024`, '--expect']);
    expect(ran.exit).toBe(4);
    expect(ran.stdout).toContain('Sở Y tế');
    expect((await runTool(['compare', 'fixtures/khanh-hoa-2019', '--stages', 'self,appraised', '--expect'])).exit).toBe(
      4,
    );
  });

  it.each([
    [['fixtures/khanh-hoa-2019'], 'at least two'],
    [['fixtures/khanh-hoa-2019', '--stages', 'self'], 'two stages'],
    [['fixtures/khanh-hoa-2019', '--stages', 'self,apraised'], 'appraised'],
    [['fixtures/khanh-hoa-2019', 'nowhere'], 'nowhere'],
  ])('asked wrongly: %j', async (args, hint) => {
    const { exit, stdout, stderr } = await runTool(['compare', ...args]);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(hint);
  });
});
