/** The pages of an audit, whole runs on fixtures at 80 columns, in both languages. */
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runTool } from '../surface.ts';

const FOLDER = 'fixtures/audit';

/** What each fixture is asked with, besides its own name, and how the run ends. */
const RUNS: Readonly<Record<string, { readonly more?: readonly string[]; readonly exit: number }>> = {
  'claims-2020.txt': { exit: 4 },
  'par-index-2020-top10.csv': {
    more: ['--columns', 'part=diem_tham_dinh,sipas,khao_sat_ldql,tac_dong_ktxh'],
    exit: 0,
  },
  'regions-2024.csv': { more: ['--columns', 'from=nam_2023;to=nam_2024;delta=tang'], exit: 4 },
  'hue-communes-2021.csv': { exit: 0 },
  'hue-departments-2021.csv': {
    more: ['--bands', 'Xuất sắc=90; Tốt=80; Khá=70; Trung bình=55; Yếu'],
    exit: 0,
  },
  'da-nang-2008.csv': { exit: 4 },
  // 24 + 18 + 2 + 0 = 44, 12 + 9 = 21 and so on.
  'khanh-hoa-grades-2018.csv': { more: ['--columns', 'part=tot,kha,trung_binh,yeu;total=so_don_vi'], exit: 0 },
  'khanh-hoa-districts-2014.csv': { more: ['--list', `${FOLDER}/lists/khanh-hoa-districts.csv`], exit: 4 },
  'tay-ninh-2022.csv': { exit: 0 },
  'hai-duong-gates.csv': { more: ['--rubric', `${FOLDER}/rubrics/hai-duong-2024.yaml`], exit: 4 },
};

describe('audit', () => {
  it('has a run for every fixture', () => {
    const inputs = readdirSync(join(ROOT, FOLDER)).filter((name) => /\.(?:txt|csv)$/.test(name));
    expect(inputs.sort()).toEqual(Object.keys(RUNS).sort());
  });

  describe.each(Object.entries(RUNS))('%s', (name, { more = [], exit }) => {
    it.each(['en', 'vi'])('reads well in %s', async (lang) => {
      const ran = await runTool(['audit', `${FOLDER}/${name}`, ...more, '--lang', lang], { columns: 80 });
      expect([ran.exit, ran.stderr]).toEqual([exit, '']);
      await expect(ran.stdout).toMatchFileSnapshot(join(ROOT, FOLDER, 'expected', `${name}.${lang}.txt`));
    });

    it('gives the same as data', async () => {
      const ran = await runTool(['audit', `${FOLDER}/${name}`, ...more, '--format', 'json']);
      expect(JSON.parse(ran.stdout)).toMatchObject({ schema: 'parindex/audit/1', file: `${FOLDER}/${name}` });
      await expect(ran.stdout).toMatchFileSnapshot(join(ROOT, FOLDER, 'expected', `${name}.json`));
    });
  });

  it('finds nothing wrong in our own ranking', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parindex-'));
    const own = join(folder, 'ranking.csv');
    await runTool(['rank', 'fixtures/khanh-hoa-2019', '--domains', '-o', own]);
    const rubric = 'fixtures/khanh-hoa-2019/rubric.yaml';
    const ran = await runTool(['audit', own, '--rubric', rubric, '--format', 'json']);
    expect([ran.exit, ran.stderr]).toEqual([0, '']);
    const { counts, findings } = JSON.parse(ran.stdout);
    // Eight totals, eight indices and eight grades, seven neighbours in rank, one way of counting.
    // Domains are rounded for showing only, so that some totals are off by what rounding explains.
    expect(counts).toMatchObject({ confirmed: findings.length - counts.possible, refuted: 0 });
    const possible = findings.filter(({ verdict }: { verdict: string }) => verdict === 'possible');
    expect(new Set(possible.map(({ check }: { check: string }) => check))).toEqual(new Set(['parts']));
    expect(findings.length).toBe(8 * 3 + 7 + 1);
  });

  it.each([
    [['--bands', 'Tốt=85; Khá=90; Yếu'], 'best first'],
    [['--bands', 'Tốt=85; Khá=75'], 'best first'],
    [['--bands', 'Tốt'], 'best first'],
  ])('asked wrongly: %j', async (more, hint) => {
    const { exit, stdout, stderr } = await runTool(['audit', `${FOLDER}/hue-departments-2021.csv`, ...more]);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(hint);
  });
});
