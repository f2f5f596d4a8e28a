/** `scorecard`: the page, what came from whom, where a unit stands in its group; `--all`, whole or not at all. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeText } from '../sample-cell.ts';
import { copySample, edit } from '../sample-project.ts';
import { runTool, wordsOf } from '../surface.ts';

const SAMPLE = 'fixtures/khanh-hoa-2019';

describe('pages at 80 columns', () => {
  for (const lang of ['en', 'vi']) {
    it.each(['cam-lam', 'khanh-vinh'])(`%s in ${lang}`, async (unit) => {
      const { exit, stdout, stderr } = await runTool(['scorecard', unit, SAMPLE, '--lang', lang], { columns: 80 });
      expect([exit, stderr]).toEqual([0, '']);
      await expect(stdout).toMatchFileSnapshot(`../golden/scorecard/${unit}-${lang}.txt`);
    });
  }
});

describe('domains', () => {
  it('have their points by source and their place in the group', async () => {
    const { stdout } = await runTool(wordsOf(`scorecard cam-lam ${SAMPLE} --format json`));
    const [, , third] = JSON.parse(stdout).domains;
    // Domain 3 of the eight units, of 14.5: 13.1297, 12.1612, 11.2445, 10.8385, 10.8127, 10.5506, 10.2070, 9.8378.
    // The median is (10.8385 + 10.8127) ÷ 2 ÷ 14.5 = 74.66 %; Cam Lâm is the seventh.
    expect(third.among).toEqual({ best: '90.55', median: '74.66', worst: '67.85', place: 7, of: 8 });
    expect(third).toMatchObject({ points: '10.21', appraised: '8.60', survey: '1.61' });
    // Self-assessed, without the survey of 3.5: what `--basis self` gives.
    const self = await runTool(wordsOf(`scorecard cam-lam ${SAMPLE} --basis self --format json`));
    expect(third.self).toBe(JSON.parse(self.stdout).domains[2].points);
  });
});

describe('--all', () => {
  it('writes each scorecard as it is alone', async () => {
    const folder = copySample();
    const { exit, stdout, stderr } = await runTool(wordsOf('scorecard --all cchc --format json -o phieu-diem'), {
      cwd: folder,
    });
    expect([exit, stdout, stderr]).toEqual([0, '', '8 scorecards were written into phieu-diem.\n']);
    const names = readdirSync(join(folder, 'phieu-diem'));
    expect(names).toHaveLength(8);
    const alone = await runTool(wordsOf('scorecard van-ninh cchc --format json'), { cwd: folder });
    expect(readFileSync(join(folder, 'phieu-diem/van-ninh.json'), 'utf8')).toBe(alone.stdout);
    const again = await runTool(wordsOf('scorecard --all cchc -o phieu-diem'), { cwd: folder });
    expect(again.exit).toBe(2);
    expect(again.stderr).toContain('is already there');
  });

  it('writes nothing where one unit is at fault', async () => {
    const folder = copySample();
    edit(folder, 'cchc/entries/van-ninh.csv', (text) => text.replace('29/34', '39/34'));
    const { exit } = await runTool(wordsOf('scorecard --all cchc -o phieu-diem'), { cwd: folder });
    expect(exit).toBe(1);
    expect(readdirSync(folder)).toEqual(['cchc']);
  });

  it('refuses ids that would share a file name', async () => {
    const folder = copySample();
    writeText(folder, 'rubric.yaml', RUBRIC);
    writeText(folder, 'all.csv', 'unit,criterion,appraised\nvan-ninh,1.1,1\nvan_ninh,1.1,1\n');
    const line = 'scorecard --all --rubric rubric.yaml all.csv -o phieu-diem';
    const { exit, stderr } = await runTool(wordsOf(line), { cwd: folder });
    expect(exit).toBe(2);
    expect(stderr).toContain('would be written as van-ninh, and so would van-ninh');
  });

  it.each([
    ['scorecard', 'Name a unit'],
    [`scorecard --all ${SAMPLE}`, 'name a new folder'],
    [`scorecard --all ${SAMPLE} -o fixtures`, 'is already there'],
  ])('asked wrongly: %s', async (line, hint) => {
    const { exit, stdout, stderr } = await runTool(wordsOf(line));
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(hint);
  });
});

const RUBRIC = `format: 1
id: mot
title: Một tiêu chí
domains: [{ id: "1", title: Lĩnh vực, max: 1, criteria: [{ id: "1.1", title: Tiêu chí, max: 1, rule: { type: given } }] }]
`;
