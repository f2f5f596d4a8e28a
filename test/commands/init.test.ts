/** `init`: what it writes works at once; it asks only somebody who can answer; it writes everything or nothing. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { disk } from '../../src/disk.ts';
import { IoError } from '../../src/io-error.ts';
import { writeOutputs } from '../../src/outputs.ts';
import { emptyFolder } from '../sample-project.ts';
import { runTool } from '../surface.ts';

const init = (cwd: string, argv: readonly string[], answers?: readonly string[]) =>
  runTool(['init', ...argv], { cwd, ...(answers ? { answers } : {}) });

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

describe('the sample', () => {
  it('ranks as the one that comes with the tool, and checks', async () => {
    const folder = emptyFolder();
    expect((await init(folder, ['cchc'])).exit).toBe(0);
    const ours = await runTool(['rank', 'cchc', '--format', 'csv'], { cwd: folder });
    const sample = await runTool(['rank', 'fixtures/khanh-hoa-2019', '--format', 'csv']);
    expect(ours).toEqual(sample);
    expect((await runTool(['check', 'cchc', '--strict'], { cwd: folder })).exit).toBe(0);
  });
});

describe.each(['en', 'vi'] as const)('the skeleton in %s', (lang) => {
  it('checks without a warning and ranks by hand: 93.75 and 72.25', async () => {
    const folder = emptyFolder();
    const asked = ['--with', 'skeleton', '--year', '2026', '--lang', lang, '--yes'];
    expect((await init(folder, ['moi', ...asked])).exit).toBe(0);
    const checked = await runTool(['check', 'moi', '--strict'], { cwd: folder });
    expect([checked.exit, checked.stderr]).toEqual([0, '']);
    const { stdout } = await runTool(['rank', 'moi', '--format', 'csv'], { cwd: folder });
    // Unit 1: 15 in time; 17/20 of 25 is 21.25; 96 % is 40; (60 + 30 × 0.75 + 10 × 0.5) / 100 of 20 is 17.5.
    // Unit 2: 7.5 late; 19/20 of 25 is 23.75; 88.5 % is 25; (50 + 30 × 0.75 + 15 × 0.5) / 100 of 20 is 16.
    const [head = '', ...rows] = stdout.trim().split('\n');
    const index = head.split(',').indexOf('index');
    expect(rows.map((row) => row.split(',')[index])).toEqual(['93.75', '72.25']);
  });

  it('has comments in both languages in the files that are to be edited', async () => {
    const folder = emptyFolder();
    await init(folder, ['moi', '--with', 'skeleton', '--year', '2026', '--lang', lang]);
    for (const file of ['parindex.yaml', 'rubric.yaml']) {
      const comments = read(folder, `moi/${file}`)
        .split('\n')
        .filter((line) => line.includes('# '))
        .join('\n');
      expect(comments, file).toMatch(/bộ tiêu chí/i);
      expect(comments, file).toMatch(/the rubric/i);
    }
    expect(read(folder, 'moi/parindex.yaml')).toContain(`language: ${lang} `);
  });
});

describe('asking', () => {
  it('asks what no option says, again until it is understood, in the language that was chosen', async () => {
    const folder = emptyFolder();
    const { exit, stderr, stdout } = await init(folder, ['x'], ['tv', 'vi', '3', '2', '26', '2026', 'Chỉ số "cấp xã"']);
    expect(exit).toBe(0);
    expect(stderr.match(/^Ngôn ngữ/gm)).toHaveLength(2);
    expect(stderr).toContain('Xin trả lời 1 hoặc 2.');
    expect(stderr.match(/Năm đánh giá: /g)).toHaveLength(2);
    expect(stdout).toContain('Đã ghi 6 tệp vào x');
    const ranked = await runTool(['rank', 'x'], { cwd: folder });
    expect(ranked.stdout).toContain('Chỉ số "cấp xã"\n');
    expect(ranked.stdout).toContain('Năm 2026.');
  });

  it('takes an empty line for what stands in brackets, and leaves out what an option says', async () => {
    const folder = emptyFolder();
    const { exit, stderr } = await init(folder, ['x', '--lang', 'en', '--year', '2024'], ['', '']);
    expect(exit).toBe(0);
    expect(stderr).not.toMatch(/Ngôn ngữ|Year/);
    expect(read(folder, 'x/parindex.yaml')).toContain(
      'year: 2024\ntitle: "PAR index of the districts and towns of Khánh Hòa, 2019"\n',
    );
  });

  it('asks nothing with --yes, and nothing where nobody can answer', async () => {
    const folder = emptyFolder();
    const quiet = await init(folder, ['a', '--yes'], ['vi', '2']);
    expect([quiet.exit, quiet.stderr]).toEqual([0, '']);
    expect((await init(folder, ['b'])).exit).toBe(0);
    expect(read(folder, 'a/parindex.yaml')).toBe(read(folder, 'b/parindex.yaml'));
  });

  it('writes nothing where the answers break off', async () => {
    const folder = emptyFolder();
    const { exit, stderr } = await init(folder, ['x'], ['vi']);
    expect(exit).toBe(130);
    expect(stderr).toContain('Chưa ghi gì.');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('asked wrongly', () => {
  it.each([
    [['x', '--with', 'skeleton'], '--year 2026'],
    [['x', '--year', '26'], 'four digits'],
    [['x', '--title', 'a\u001b[31mb'], 'one line'],
    [['x', '--title', ''], 'one line'],
    [['x', '--with', 'nothing'], 'sample, skeleton'],
  ])('%j', async (argv, said) => {
    const folder = emptyFolder();
    const { exit, stderr } = await init(folder, argv);
    expect(exit).toBe(2);
    expect(stderr).toContain(said);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('where it writes', () => {
  it('fills the present folder where it is empty', async () => {
    const folder = emptyFolder();
    expect((await init(folder, [])).exit).toBe(0);
    expect(readdirSync(folder)).toEqual(['entries', 'parindex.yaml', 'rubric.schema.json', 'rubric.yaml', 'units.csv']);
  });

  it.each(['', 'Ghi chú', 'con/cháu'])('makes the folder %j with what is above it', async (name) => {
    const folder = emptyFolder();
    const dir = name === '' ? 'x' : name;
    expect((await init(folder, [`${dir}/`])).exit).toBe(0);
    expect(existsSync(join(folder, dir, 'entries/cam-lam.csv'))).toBe(true);
  });

  it('takes a backslash for what it is on Windows', async () => {
    const folder = emptyFolder();
    expect((await init(folder, ['con\\chau'])).exit).toBe(0);
    expect(existsSync(join(folder, 'con', 'chau', 'parindex.yaml'))).toBe(true);
  });

  it('refuses a folder with anything in it, and a file, before it asks', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'x'));
    writeFileSync(join(folder, 'x', 'mine.txt'), 'mine');
    for (const dir of ['x', 'x/mine.txt', '.']) {
      const { exit, stderr, stdout } = await init(folder, [dir], ['vi', '2']);
      expect([exit, stdout]).toEqual([2, '']);
      expect(stderr).toContain('new or empty folder');
      expect(stderr).not.toContain('Ngôn ngữ');
    }
    expect(readdirSync(join(folder, 'x'))).toEqual(['mine.txt']);
  });

  it('leaves nothing behind where a file cannot be written', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'empty'));
    // `a` cannot be a file and a folder.
    const files = new Map(['b', 'a', 'a/c'].map((name) => [name, new Uint8Array([1])]));
    for (const path of ['new', 'empty']) {
      const outputs = { files: [], folder: { path, files } };
      await expect(writeOutputs(disk, folder, outputs, async () => {})).rejects.toThrow(IoError);
    }
    expect(readdirSync(folder)).toEqual(['empty']);
    expect(readdirSync(join(folder, 'empty'))).toEqual([]);
  });
});
