/** `explain` as a council member and the unit that came last meet it: pages that a person has read, and refusals. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookOf, n, row, t } from '../read/books.ts';
import { readSampleCell, writeText as write } from '../sample-cell.ts';
import { emptyFolder } from '../sample-project.ts';
import { runTool, wordsOf } from '../surface.ts';

const SAMPLE = 'fixtures/khanh-hoa-2019';

const PAGES: readonly (readonly [name: string, line: string])[] = [
  ['khanh-vinh', `explain khanh-vinh ${SAMPLE}`],
  ['van-ninh', `explain van-ninh ${SAMPLE}`],
  ['cam-lam-exempt-leaf', `explain cam-lam 4.1.2 ${SAMPLE}`],
  ['dien-khanh-override', `explain dien-khanh 2.2.2 ${SAMPLE}`],
  ['van-ninh-criterion', `explain van-ninh 2.1 ${SAMPLE}`],
  ['nha-trang-penalty', `explain nha-trang P1 ${SAMPLE}`],
  ['self', `explain khanh-son 2 ${SAMPLE} --basis self`],
  ['khanh-vinh-versus-khanh-son', `explain khanh-vinh ${SAMPLE} --versus khanh-son`],
  ['van-ninh-versus-cam-lam', `explain van-ninh ${SAMPLE} --versus cam-lam`],
];

/** Communes with all that a page can have to tell: n/a, 0/0, nothing reported, an override, both gates, a tie, a cap. */
const COMMUNES = 'fixtures/explain/xa-2024';

const MORE: typeof PAGES = [
  ['commune-first', `explain an-binh ${COMMUNES}`],
  ['commune-held', `explain binh-minh ${COMMUNES}`],
  ['commune-tied', `explain cat-hai ${COMMUNES}`],
  ['commune-last', `explain dien-phu ${COMMUNES}`],
  ['commune-exempt-leaf', `explain binh-minh 1.2 ${COMMUNES}`],
  ['commune-empty-leaf', `explain cat-hai 2.1.2 ${COMMUNES}`],
  ['commune-rounded-leaf', `explain cat-hai 1.3 ${COMMUNES}`],
  ['commune-versus', `explain cat-hai ${COMMUNES} --versus binh-minh`],
];

describe('pages at 80 columns', () => {
  for (const lang of ['en', 'vi']) {
    it.each([...PAGES, ...MORE])(`%s in ${lang}`, async (name, line) => {
      const { exit, stdout, stderr } = await runTool([...wordsOf(line), '--lang', lang, '--quiet'], { columns: 80 });
      expect([exit, stderr]).toEqual([0, '']);
      const wide = stdout.split('\n').filter((row) => row.length > 80);
      expect(wide).toEqual([]);
      await expect(stdout).toMatchFileSnapshot(`../golden/explain/${name}-${lang}.txt`);
    });
  }

  it('prints for each place the file, line and field that hold the printed value', async () => {
    const { stdout } = await runTool(wordsOf(`explain van-ninh ${SAMPLE} --format csv`));
    const rows = stdout.trim().split('\n').slice(1);
    const counted = rows.filter((row) => row.includes(`${SAMPLE}/entries/van-ninh.csv`));
    expect(counted).toHaveLength(60);
    const { stdout: json } = await runTool(wordsOf(`explain van-ninh ${SAMPLE} --format json`));
    const cells = cellsIn(JSON.parse(json));
    expect(cells.length).toBeGreaterThan(100);
    for (const { file, line, field, value } of cells) expect(readSampleCell(file, line, field)).toBe(value);
  });

  it('names the folder of all files once, and from there each place that holds the value before it', async () => {
    const { stdout } = await runTool(wordsOf(`explain van-ninh ${SAMPLE}`), { columns: 2000 });
    const folder = /the files are in (\S+\/)$/m.exec(stdout)?.[1];
    expect(folder).toBe(`${SAMPLE}/entries/`);
    const told = [...stdout.matchAll(/^ +(\S[^()\n]*) \((?:appraised|survey), ([^():]+):(\d+):(\d+)\): /gm)];
    expect(told).toHaveLength(60);
    for (const [, value, file, line, field] of told) {
      expect(readSampleCell(`${folder}${file}`, Number(line), Number(field))).toBe(value);
    }
    // The best of the group for 7.1.2 and 7.2.3 stand at those lines of another unit's file.
    expect(stdout).toContain('the best is Huyện Khánh Vĩnh (khanh-vinh.csv:51)');
    expect(readSampleCell(`${folder}khanh-vinh.csv`, 51, 3)).toBe('131.6');
    expect(stdout).toContain("the group's best 13/113 ≈ 11.50 %");
    expect(readSampleCell(`${folder}khanh-vinh.csv`, 56, 3)).toBe('702/6102');
  });
});

describe('whose value a relative rule compared with', () => {
  it.each([
    ['best', 'c', "2; the group's best 8; 2 ÷ 8 × 4 = 1; the best is a (all.csv:2) and 1 more"],
    ['best', 'a', '8; the best of the group: 4 of 4 points'],
    [
      'min-max',
      'd',
      "5; the group's best 8; its lowest 2; (5 − 2) ÷ (8 − 2) × 4 = 2; the best is a (all.csv:2) and 1 more; the lowest is c (all.csv:4)",
    ],
    ['percentile', 'd', '5; above 1 of 3 others: 1 ÷ 3 × 4 ≈ 1.3333'],
  ])('by %s, of %s: %s', async (method, unit, said) => {
    const folder = emptyFolder();
    const rule = `rule: { type: relative, method: ${method} }`;
    const leaf = `{ id: "1.1", title: Văn bản ký số, max: 4, ${rule} }`;
    const head = 'format: 1\nid: tuong-doi\ntitle: Tương đối\n';
    write(folder, 'rubric.yaml', `${head}domains: [{ id: "1", title: Một, max: 4, criteria: [${leaf}] }]\n`);
    write(folder, 'all.csv', 'unit,criterion,appraised\na,1.1,8\nb,1.1,8\nc,1.1,2\nd,1.1,5\n');
    const line = ['explain', unit, '--rubric', 'rubric.yaml', 'all.csv'];
    const { stdout, stderr } = await runTool(line, { cwd: folder, columns: 300 });
    expect(stderr).toBe('');
    expect(stdout.split('\n').map((row) => row.trim())).toContainEqual(
      expect.stringMatching(/\(appraised, all.csv:\d:3\): /),
    );
    expect(stdout).toContain(`:3): ${said}\n`);
  });
});

describe('a spreadsheet', () => {
  it('has each place as its sheet and cell', async () => {
    const folder = emptyFolder();
    write(folder, 'rubric.yaml', `${RUBRIC}missing: zero\n`);
    const cells = [t('A4', 'criterion'), t('B4', 'appraised'), t('C4', 'note')];
    const rows = [row(4, cells), row(5, [t('A5', '1.1'), n('B5', '1.5')]), row(6, [t('A6', '2.1'), t('B6', '')])];
    writeFileSync(join(folder, 'van-ninh.xlsx'), bookOf([{ name: 'Bảng điểm', rows: rows.join('') }]));
    write(folder, 'cam-lam.csv', 'criterion,appraised,note\n1.1,2,\n2.1,1,\n');
    const tool = ['--rubric', 'rubric.yaml', 'van-ninh.xlsx', 'cam-lam.csv', '--quiet'];
    const { stdout, stderr } = await runTool(['explain', 'van-ninh', ...tool], { cwd: folder, columns: 200 });
    expect(stderr).toBe('');
    expect(stdout).toContain('1.5 (appraised, van-ninh.xlsx:Bảng điểm!B5): given: 1.5 of 2 points');
    expect(stdout).toContain('van-ninh.xlsx:Bảng điểm!A6: nothing reported: 0 points of the full maximum');
    const json = await runTool(['explain', 'van-ninh', '1.1', ...tool, '--format', 'json'], { cwd: folder });
    expect(cellsIn(JSON.parse(json.stdout))).toMatchObject([{ line: 5, sheet: 'Bảng điểm', cell: 'B5', value: '1.5' }]);
  });
});

interface JsonCell {
  readonly file: string;
  readonly line: number;
  readonly field: number;
  readonly value: string;
}

/** All objects with a place, wherever they stand. */
function cellsIn(data: unknown): readonly JsonCell[] {
  if (typeof data !== 'object' || data === null) return [];
  const own = 'file' in data && 'field' in data ? [data as JsonCell] : [];
  return [...own, ...Object.values(data).flatMap(cellsIn)];
}

describe('machine formats', () => {
  it('json is versioned and exact', async () => {
    const { stdout } = await runTool(wordsOf(`explain khanh-vinh 1.6 ${SAMPLE} --format json`));
    const data = JSON.parse(stdout);
    expect(data).toMatchObject({ schema: 'parindex/explanation/1', unit: 'khanh-vinh', rank: 1, node: '1.6' });
    expect(data.index).toMatchObject({ shown: '92.08' });
    const [leaf] = data.domains[0].criteria[0].leaves;
    // 88 of 89 tasks on time, of 2 points: 176/89.
    expect(leaf).toMatchObject({ id: '1.6', points: '176/89', before_rounding: '176/89', max: '2', lost: '2/89' });
    expect(leaf.because.en).toBe('88/89 ≈ 98.88 %; 88/89 × 2 ≈ 1.9775');
    expect(data.domains).toHaveLength(1);
  });

  it('versus parts of the json add to the gap', async () => {
    const { stdout } = await runTool(wordsOf(`explain khanh-vinh ${SAMPLE} --versus khanh-son --format json`));
    const data = JSON.parse(stdout);
    expect(data).toMatchObject({ schema: 'parindex/explanation/1', gap: '237/50', scale: '100' });
    expect(data.extras.map(({ kind }: { kind: string }) => kind)).toEqual(['bonus', 'rounding']);
  });
});

describe('asked wrongly', () => {
  it.each([
    [`explain khanh-vin ${SAMPLE}`, 'did you mean "khanh-vinh"?'],
    [`explain khanh-vinh 1.1.11 ${SAMPLE}`, 'did you mean "1.1.1"?'],
    [
      `explain ${SAMPLE}`,
      `"${SAMPLE}" is a project folder: name the unit before it, as in parindex explain UNIT ${SAMPLE}`,
    ],
    [`explain Khánh-Vĩnh ${SAMPLE}`, 'did you mean "khanh-vinh"?'],
    ['explain khanh-vinh fixtures/nowhere', 'parindex.yaml'],
    [`explain khanh-vinh ${SAMPLE}/units.csv`, 'is a file'],
    [`explain khanh-vinh ${SAMPLE} --versus khanh-soon`, 'did you mean "khanh-son"?'],
    [`explain khanh-vinh ${SAMPLE} --versus khanh-vinh`, 'cannot be compared with itself'],
    [`explain khanh-vinh 1.1 ${SAMPLE} --versus khanh-son`, 'leave "1.1" out'],
    [`explain khanh-vinh ${SAMPLE} --basis selff`, 'did you mean "self"?'],
  ])('%s', async (line, hint) => {
    const { exit, stdout, stderr } = await runTool(wordsOf(line));
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(hint);
  });

  it.each([
    ['Huyện Vạn Ninh', 'did you mean "van-ninh"?'],
    ['vạn ninh', 'did you mean "van-ninh"?'],
    ['Huyen Khanh Son', 'did you mean "khanh-son"?'],
    ['Thủ Đức', 'there are nha-trang, cam-ranh'],
  ])('a unit by its name is told its id: %s', async (name, hint) => {
    const { exit, stdout, stderr } = await runTool(['explain', name, SAMPLE]);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(hint);
  });

  it('units of different groups, since groups are ranked apart', async () => {
    const folder = emptyFolder();
    const entries = twoGroups(folder);
    const line = [
      'explain',
      'so-noi-vu',
      '--versus',
      'huyen-van-ninh',
      '--rubric',
      'rubric.yaml',
      '--units',
      'units.csv',
    ];
    const { exit, stderr } = await runTool([...line, entries], { cwd: folder });
    expect(exit).toBe(2);
    expect(stderr).toContain('groups are ranked apart');
  });
});

describe('ties', () => {
  it('says which tie-break set two units apart, and who shares a rank', async () => {
    const folder = emptyFolder();
    const entries = tie(folder);
    const line = ['explain', 'van-ninh', '--rubric', 'rubric.yaml', entries];
    const { exit, stdout } = await runTool(line, { cwd: folder });
    expect(exit).toBe(0);
    expect(stdout).toContain(
      'Next above: khanh-son (rank 1), equal index; the tie was broken by domain 2: 50.00 here, 100.00 there.',
    );
    expect(stdout).toContain('Rank 2 is shared with cam-lam: equal in everything that the rubric compares.');
    const versus = await runTool([...line, '--versus', 'khanh-son'], { cwd: folder });
    expect(versus.stdout).toContain('Why van-ninh stands below khanh-son');
    expect(versus.stdout).toContain('What decided: equal index; the tie was broken by domain 2');
    const level = await runTool([...line, '--versus', 'cam-lam'], { cwd: folder });
    expect(level.stdout).toContain('Why van-ninh stands level with cam-lam');
    expect(level.stdout).toContain('No criterion makes a difference.');
  });
});

const RUBRIC = `format: 1
id: hai-tieu-chi
title: Hai tiêu chí
domains:
  - { id: "1", title: Lĩnh vực 1, max: 2, criteria: [{ id: "1.1", title: Tiêu chí 1, max: 2, rule: { type: given } }] }
  - { id: "2", title: Lĩnh vực 2, max: 2, criteria: [{ id: "2.1", title: Tiêu chí 2, max: 2, rule: { type: given } }] }
`;

function tie(folder: string): string {
  write(folder, 'rubric.yaml', `${RUBRIC}rank: { on: rounded, break: [{ domain: "2" }] }\n`);
  write(
    folder,
    'all.csv',
    'unit,criterion,appraised\nvan-ninh,1.1,2\nvan-ninh,2.1,1\ncam-lam,1.1,2\ncam-lam,2.1,1\nkhanh-son,1.1,1\nkhanh-son,2.1,2\n',
  );
  return 'all.csv';
}

function twoGroups(folder: string): string {
  write(folder, 'rubric.yaml', RUBRIC);
  write(folder, 'units.csv', 'id,name,group\nso-noi-vu,Sở Nội vụ,so\nhuyen-van-ninh,Huyện Vạn Ninh,huyen\n');
  write(
    folder,
    'all.csv',
    'unit,criterion,appraised\nso-noi-vu,1.1,2\nso-noi-vu,2.1,1\nhuyen-van-ninh,1.1,1\nhuyen-van-ninh,2.1,1\n',
  );
  return 'all.csv';
}
