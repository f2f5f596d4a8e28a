/** The program as a person meets it: help, results, refusals, and the exit code of each. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { VERSION } from '../src/version.ts';
import { copySample, edit, emptyFolder } from './sample-project.ts';
import { ROOT, runTool, wordsOf } from './surface.ts';

describe('help', () => {
  it.each(['en', 'vi'])('of the program, in %s', async (lang) => {
    const { exit, stdout, stderr } = await runTool(['--help', '--lang', lang]);
    expect([exit, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot(`golden/cli/help-${lang}.txt`);
  });

  it.each(['en', 'vi'])('of rank, in %s', async (lang) => {
    const { exit, stdout } = await runTool(['rank', '--help', '--lang', lang]);
    expect(exit).toBe(0);
    await expect(stdout).toMatchFileSnapshot(`golden/cli/help-rank-${lang}.txt`);
  });

  it.each(Object.keys(commands))('of %s says what it does, its options and examples', async (name) => {
    for (const lang of ['en', 'vi'] as const) {
      const asked = await runTool([name, '--help', '--lang', lang]);
      const named = await runTool(['help', name, '--lang', lang]);
      expect(asked.exit).toBe(0);
      expect(named.stdout).toBe(asked.stdout);
      expect(asked.stdout).toContain(`parindex ${name}`);
      expect(asked.stdout).toContain(lang === 'vi' ? 'Ví dụ:' : 'Examples:');
    }
  });

  it('goes to stdout for --help, and ends with 2 where nothing was asked', async () => {
    const nothing = await runTool([]);
    expect(nothing.exit).toBe(2);
    expect(nothing.stdout).toContain('Usage: parindex');
  });

  it('--version prints the version alone', async () => {
    expect(await runTool(['--version'])).toEqual({ exit: 0, stdout: `${VERSION}\n`, stderr: '' });
  });
});

describe('asked wrongly: exit code 2, a suggestion, nothing on stdout', () => {
  it.each([
    ['rnak', 'rank'],
    ['rank --fromat csv', '--format'],
    ['rank --format cvs fixtures/khanh-hoa-2019', 'csv'],
    ['rank nowhere', 'parindex init'],
    ['rank --top 0 fixtures/khanh-hoa-2019', '--top'],
    ['rank --group huyenn fixtures/khanh-hoa-2019', 'huyen'],
    ['rank --basis appraisd fixtures/khanh-hoa-2019', 'appraised'],
    ['rank fixtures/khanh-hoa-2019 -o ranking.pdf', '--format'],
    ['rank fixtures/khanh-hoa-2019 other', 'one project folder'],
    ['rank --csv data fixtures/khanh-hoa-2019', '--rubric'],
    ['scorecard khanh-vin fixtures/khanh-hoa-2019', 'khanh-vinh'],
    ['rubric shwo fixtures/khanh-hoa-2019', 'show'],
  ])('%s', async (line, suggestion) => {
    const { exit, stdout, stderr } = await runTool(wordsOf(line));
    expect(exit).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(suggestion);
  });
});

describe('the sample', () => {
  it.each([
    ['en', 80],
    ['vi', 80],
    ['en', 140],
    ['vi', 140],
  ] as const)('is ranked, in %s on a terminal of %i columns', async (lang, columns) => {
    const argv = ['rank', 'fixtures/khanh-hoa-2019', '--domains', '--lang', lang];
    const { exit, stdout, stderr } = await runTool(argv, { columns });
    expect([exit, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot(`golden/cli/rank-${lang}-${columns}.txt`);
  });

  it.each(['csv', 'json', 'markdown'])('is ranked as %s', async (format) => {
    const { exit, stdout } = await runTool(['rank', 'fixtures/khanh-hoa-2019', '--format', format]);
    expect(exit).toBe(0);
    await expect(stdout).toMatchFileSnapshot(`golden/cli/rank.${format === 'markdown' ? 'md' : format}`);
  });

  it('is free of faults, and check says what was looked at', async () => {
    const { exit, stdout } = await runTool(['check', 'fixtures/khanh-hoa-2019']);
    expect(exit).toBe(0);
    expect(stdout).toContain('8 units');
    expect(stdout).toContain('60 leaves');
    expect(stdout).toContain('480 cells');
  });

  it('is the same to a pipe as to a terminal of the same width, without colour', async () => {
    const pipe = await runTool(['rank', 'fixtures/khanh-hoa-2019']);
    const terminal = await runTool(['rank', 'fixtures/khanh-hoa-2019'], { columns: 120 });
    expect(pipe.stdout).toBe(terminal.stdout);
  });
});

describe('refusals: exit code 1, the place, a hint, and no ranking', () => {
  const cases: readonly (readonly [string, string, (text: string) => string, readonly string[]])[] = [
    [
      'a decimal comma in a dot project',
      'cchc/entries/khanh-son.csv',
      (text) => text.replace(/^(1\.3\.1),[^,]*,[^,]*/m, '$1,"9,5/27","9,5/27"'),
      ['error[not-a-share] cchc/entries/khanh-son.csv:6:2 (self)', '"9,5/27"', 'hint:'],
    ],
    [
      'a missing row',
      'cchc/entries/khanh-son.csv',
      (text) => text.replace(/^1\.2,.*\n/m, ''),
      ['error[missing-row] cchc/entries/khanh-son.csv', 'has no row for 1.2', 'hint:'],
    ],
    [
      'an unknown level',
      'cchc/entries/khanh-son.csv',
      (text) => text.replace(/^(1\.1\.1),[^,]*,[^,]*/m, '$1,kip-thoi,kip-thoy'),
      ['error[unknown-level] cchc/entries/khanh-son.csv:2:3 (appraised)', 'did you mean "kip-thoi"?'],
    ],
    [
      'a total row at the end',
      'cchc/entries/khanh-son.csv',
      (text) => `${text}Tổng cộng,87.34,87.34,,,,,\n`,
      ['error[total-row] cchc/entries/khanh-son.csv:', '"Tổng cộng"', 'hint:'],
    ],
    [
      'a rubric whose maxima do not add up',
      'cchc/rubric.yaml',
      (text) => text.replace(/(id: "1\.1"\n.*\n\s+max:) 2/, '$1 2.5'),
      ['error[max-not-sum] cchc/rubric.yaml:35:14', '2.5', 'hint:'],
    ],
  ];

  it.each(cases)('%s', async (_, file, change, parts) => {
    const folder = copySample();
    edit(folder, file, change);
    const { exit, stdout, stderr } = await runTool(['rank', 'cchc'], { cwd: folder });
    expect(exit).toBe(1);
    expect(stdout).toBe('');
    for (const part of parts) expect(stderr).toContain(part);
    expect(stderr).toContain('No ranking was made.');
  });

  it('points over the maximum', async () => {
    const folder = emptyFolder();
    writeFileSync(
      join(folder, 'rubric.yaml'),
      'format: 1\nid: r\ntitle: R\ndomains: [{ id: "1", title: D, max: 2, criteria: [{ id: "1.1", title: C, max: 2, rule: { type: given } }] }]\n',
    );
    writeFileSync(join(folder, 'so-y-te.csv'), 'criterion,self,appraised\n1.1,1.50,2.50\n');
    const argv = ['rank', '--rubric', 'rubric.yaml', 'so-y-te.csv'];
    const { exit, stdout, stderr } = await runTool(argv, { cwd: folder });
    expect([exit, stdout]).toEqual([1, '']);
    expect(stderr).toContain('error[above-max] so-y-te.csv:2:3 (appraised)');
    expect(stderr).toContain('1.1,1.50,2.50');
    expect(stderr).toContain('the maximum of 1.1 is 2');
  });

  it('an id that a spreadsheet cut from 1.10 to 1.1', async () => {
    const folder = emptyFolder();
    const criteria = ['1.1', '1.10'].map((id) => `{ id: "${id}", title: C, max: 2, rule: { type: given } }`);
    writeFileSync(
      join(folder, 'rubric.yaml'),
      `format: 1\nid: r\ntitle: R\ndomains: [{ id: "1", title: D, max: 4, criteria: [${criteria.join(', ')}] }]\n`,
    );
    writeFileSync(join(folder, 'so-y-te.csv'), 'criterion,self,appraised\n1.1,1,1\n1.1,2,2\n');
    const argv = ['rank', '--rubric', 'rubric.yaml', 'so-y-te.csv'];
    const { exit, stdout, stderr } = await runTool(argv, { cwd: folder });
    expect([exit, stdout]).toEqual([1, '']);
    expect(stderr).toContain('error[repeated-entry] so-y-te.csv:3');
    expect(stderr).toContain('a spreadsheet may have turned "1.10" into this id');
    expect(stderr).toContain('has no row for 1.10');
  });

  it('all faults come at once', async () => {
    const folder = copySample();
    edit(folder, 'cchc/entries/khanh-son.csv', (text) => text.replace(/^1\.2,.*\n/m, ''));
    edit(folder, 'cchc/entries/cam-lam.csv', (text) => `${text}Tổng,,,,,,,\n`);
    const { stderr } = await runTool(['rank', 'cchc'], { cwd: folder });
    expect(stderr).toContain('error[missing-row] cchc/entries/khanh-son.csv');
    expect(stderr).toContain('error[total-row] cchc/entries/cam-lam.csv');
    expect(stderr).toContain('2 errors');
  });

  it.each([
    ['another dialect', (text: string) => text.replaceAll(',', ';')],
    ['a quote that is not closed', (text: string) => text.replace(/^1\.2,/m, '1.2,"')],
    ['an encoding that is not the declared one', (text: string) => `${text}\uFFFF`],
  ])('--draft leaves out a unit whose whole file is refused: %s', async (what, spoil) => {
    const folder = copySample();
    edit(folder, 'cchc/entries/khanh-son.csv', spoil);
    if (what.includes('encoding')) {
      const file = join(folder, 'cchc/entries/khanh-son.csv');
      writeFileSync(file, Buffer.from(readFileSync(file, 'latin1').replace('\u00ef\u00bf\u00bf', '\u00ff'), 'latin1'));
    }
    expect((await runTool(['rank', 'cchc', '--format', 'csv'], { cwd: folder })).exit).toBe(1);
    const { exit, stdout } = await runTool(['rank', 'cchc', '--draft', '--format', 'csv'], { cwd: folder });
    expect(exit).toBe(0);
    expect(stdout).toContain('khanh-vinh');
    expect(stdout.split('\n').filter((line) => /^[^,]*,\d+,khanh-son,/.test(line))).toEqual([]);
  });

  it('--draft refuses a whole file that has rows of several units, or is named after none', async () => {
    const long = copySample();
    edit(long, 'cchc/entries/khanh-son.csv', (text) =>
      text
        .split('\n')
        .map((line, at) => (line === '' ? '' : `${at === 0 ? 'unit' : 'khanh-son'};${line.replaceAll(',', ';')}`))
        .join('\n'),
    );
    const other = copySample();
    edit(other, 'cchc/entries/khanh-son.csv', (text) => text.replaceAll(',', ';'));
    renameSync(join(other, 'cchc/entries/khanh-son.csv'), join(other, 'cchc/entries/nowhere.csv'));
    for (const cwd of [long, other]) expect((await runTool(['rank', 'cchc', '--draft'], { cwd })).exit).toBe(1);
  });

  it('--draft ranks what is complete and says who was left out', async () => {
    const folder = copySample();
    edit(folder, 'cchc/entries/khanh-son.csv', (text) => text.replace(/^1\.2,.*\n/m, ''));
    const { exit, stdout } = await runTool(['rank', 'cchc', '--draft'], { cwd: folder });
    expect(exit).toBe(0);
    expect(stdout).toMatch(/draft/i);
    expect(stdout).toContain('Huyện Khánh Sơn');
    expect(stdout).toMatch(/2 {2}Thị xã Ninh Hòa/);
  });
});

describe('output', () => {
  it('is written to the file of -o, whole, in the format of its ending', async () => {
    const folder = copySample();
    const { exit, stdout } = await runTool(['rank', 'cchc', '-o', 'ranking.csv'], { cwd: folder });
    expect([exit, stdout]).toEqual([0, '']);
    const direct = await runTool(['rank', 'cchc', '--format', 'csv'], { cwd: folder });
    expect(readFileSync(join(folder, 'ranking.csv'), 'utf8')).toBe(direct.stdout);
  });

  it('never replaces an input: exit code 3, and the input is as it was', async () => {
    const folder = copySample();
    const before = readFileSync(join(folder, 'cchc/units.csv'), 'utf8');
    const { exit, stderr } = await runTool(['rank', 'cchc', '-o', 'cchc/units.csv'], { cwd: folder });
    expect(exit).toBe(3);
    expect(stderr).toContain('input');
    expect(readFileSync(join(folder, 'cchc/units.csv'), 'utf8')).toBe(before);
  });

  it('leaves an old file alone on a refusal', async () => {
    const folder = copySample();
    writeFileSync(join(folder, 'ranking.csv'), 'old\n');
    edit(folder, 'cchc/entries/khanh-son.csv', (text) => text.replace(/^1\.2,.*\n/m, ''));
    const { exit } = await runTool(['rank', 'cchc', '-o', 'ranking.csv'], { cwd: folder });
    expect(exit).toBe(1);
    expect(readFileSync(join(folder, 'ranking.csv'), 'utf8')).toBe('old\n');
  });

  it('into a folder that is not there ends with 3', async () => {
    const folder = copySample();
    const { exit, stderr } = await runTool(['rank', 'cchc', '-o', 'none/ranking.csv'], { cwd: folder });
    expect(exit).toBe(3);
    expect(stderr).toContain('none/ranking.csv');
  });
});

describe('without a project', () => {
  const sample = join(ROOT, 'fixtures/khanh-hoa-2019');
  const figures = async (argv: readonly string[], stdin?: string) => {
    const { exit, stdout, stderr } = await runTool([...argv, '--format', 'json'], stdin === undefined ? {} : { stdin });
    expect([exit, stderr]).toEqual([0, '']);
    const { groups } = JSON.parse(stdout) as { groups: { units: { unit: string; rank: number; index: string }[] }[] };
    return groups[0]?.units.map(({ unit, rank, index }) => [unit, rank, index]);
  };

  it('files, a folder, and standard input give the ranking of the project', async () => {
    const project = await figures(['rank', sample]);
    const rubric = ['rank', '--rubric', `${sample}/rubric.yaml`];
    expect(await figures([...rubric, `${sample}/entries`])).toEqual(project);
    const names = ['cam-lam', 'cam-ranh', 'dien-khanh', 'khanh-son', 'khanh-vinh', 'nha-trang', 'ninh-hoa', 'van-ninh'];
    expect(await figures([...rubric, ...names.map((name) => `${sample}/entries/${name}.csv`)])).toEqual(project);
    const long = names.flatMap((name, file) =>
      readFileSync(`${sample}/entries/${name}.csv`, 'utf8')
        .trimEnd()
        .split('\n')
        .flatMap((line, at) => (at === 0 ? (file === 0 ? [`unit,${line}`] : []) : [`${name},${line}`])),
    );
    expect(await figures([...rubric, '-'], `${long.join('\n')}\n`)).toEqual(project);
  });
});
