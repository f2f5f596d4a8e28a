/** `rubric convert`: a rubric through every form and back loses nothing; a whole project may be spreadsheets. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { renderWorkbook } from '../../src/formats/workbook.ts';
import { rowsOf } from '../office/fill.mjs';
import { copySample, edit, emptyFolder } from '../sample-project.ts';
import { ROOT, runTool, wordsOf } from '../surface.ts';

/** Every sound rubric of the repository, by every rule, policy and adjustment that they have. */
const RUBRICS = readdirSync(join(ROOT, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /(?:^|\/)[a-z-]*rubric[a-z0-9-]*\.yaml$/.test(path) && !path.startsWith('errors/'))
  .map((path) => join(ROOT, 'fixtures', path));

/** What a YAML file says by the package `yaml` itself; numbers as texts, so that 1.10 is not 1.1. */
const saidBy = (file: string): unknown => parse(readFileSync(file, 'utf8'), { schema: 'failsafe' });

const said = async (cwd: string, line: string, exit = 0) => {
  const ran = await runTool(wordsOf(line), { cwd });
  expect([ran.exit, exit === 0 ? ran.stderr.replace(/^Comments.*\n/, '') : ''], line).toEqual([exit, '']);
  return ran;
};

it('--excel and --raw-csv are CSV, and no other file is written in their name', async () => {
  const cwd = copySample();
  for (const flag of ['--excel', '--raw-csv']) {
    const argv = ['rubric', 'convert', 'cchc/rubric.yaml', flag, '-o', 'rubric.xlsx'];
    expect((await runTool(argv, { cwd })).exit).toBe(2);
    expect(existsSync(join(cwd, 'rubric.xlsx'))).toBe(false);
  }
  const raw = await runTool(['rubric', 'convert', 'cchc/rubric.yaml', '--raw-csv', '-q'], { cwd });
  expect(raw).toEqual(await runTool(['rubric', 'convert', 'cchc/rubric.yaml', '-q'], { cwd }));
});

describe('a rubric', () => {
  it.each(['csv', 'xlsx', 'yaml'])('comes back from %s as it was', async (form) => {
    expect(RUBRICS.length).toBeGreaterThan(3);
    for (const rubric of RUBRICS) {
      const cwd = emptyFolder();
      await said(cwd, `rubric convert "${rubric}" -o there.${form} --lang ${form === 'csv' ? 'en' : 'vi'} -q`);
      await said(cwd, `rubric convert there.${form} -o back.yaml`);
      expect(saidBy(join(cwd, 'back.yaml')), rubric).toEqual(saidBy(rubric));
    }
  });

  it('comes back from the CSV of a Vietnamese Excel, whose maxima have a comma', async () => {
    const cwd = copySample();
    await said(cwd, 'rubric convert cchc/rubric.yaml --excel -o there.csv --lang vi -q');
    const csv = readFileSync(join(cwd, 'there.csv'), 'utf8');
    expect(csv).toContain('\r\ntiêu chí thành phần;1.1.1;Ban hành kế hoạch cải cách hành chính của huyện;0,5;');
    await said(cwd, 'rubric convert there.csv --csv excel-vi -o back.yaml');
    expect(saidBy(join(cwd, 'back.yaml'))).toEqual(saidBy(join(cwd, 'cchc/rubric.yaml')));
    writeFileSync(join(cwd, 'there.csv'), csv.replace(';0,5;', ';0.5;'));
    const { stderr } = await said(cwd, 'rubric check there.csv --csv excel-vi', 1);
    expect(stderr).toContain('error[not-a-number] there.csv:13:4 (max)');
    writeFileSync(join(cwd, 'there.csv'), csv.replace('kip-thoi: 0.5', 'kip-thoi: 0,5'));
    const comma = (await said(cwd, 'rubric check there.csv --csv excel-vi', 1)).stderr;
    expect(comma).toContain('error[not-a-number] there.csv:13:5 (rule)');
    expect(comma).toContain('"0,5" is not a number for 1.1.1: the declared decimal mark is "."');
  });

  it.each(['csv', 'xlsx', 'yaml', 'excel'])('with costs comes back from %s', async (form) => {
    const cwd = copySample();
    const name = form === 'excel' ? 'there.csv' : `there.${form}`;
    const [out, back] = form === 'excel' ? ['--excel ', ' --csv excel-vi'] : ['', ''];
    edit(cwd, 'cchc/rubric.yaml', (text) =>
      text
        .replace(
          /( +)(rule: \{ type: levels, levels: \{ kip-thoi: 0\.5, .*\n)/,
          '$1cost: { kip-thoi: 2.5, khong-kip-thoi: 1 }\n$1$2',
        )
        .replace(/( +)(rule: \{ type: deduct.*\n)/, '$1cost: 1.5\n$1$2'),
    );
    expect(readFileSync(join(cwd, 'cchc/rubric.yaml'), 'utf8').match(/cost:/g)).toHaveLength(2);
    await said(cwd, `rubric convert cchc/rubric.yaml ${out}-o ${name} --lang vi -q`);
    await said(cwd, `rubric convert ${name}${back} -o back.yaml -q`);
    expect(saidBy(join(cwd, 'back.yaml'))).toEqual(saidBy(join(cwd, 'cchc/rubric.yaml')));
  });

  it('is written as the same bytes every time, and never over its source', async () => {
    const cwd = copySample();
    for (const name of ['a.xlsx', 'b.xlsx']) await said(cwd, `rubric convert cchc/rubric.yaml -o ${name}`);
    expect(readFileSync(join(cwd, 'a.xlsx')).equals(readFileSync(join(cwd, 'b.xlsx')))).toBe(true);
    const before = readFileSync(join(cwd, 'cchc/rubric.yaml'), 'utf8');
    expect((await runTool(wordsOf('rubric convert cchc/rubric.yaml -o cchc/rubric.yaml'), { cwd })).exit).toBe(3);
    expect(readFileSync(join(cwd, 'cchc/rubric.yaml'), 'utf8')).toBe(before);
  });

  it('is refused where a cell would not give it back, and nothing is written', async () => {
    const cwd = copySample();
    const title = 'title: Kế hoạch cải cách hành chính năm\n';
    edit(cwd, 'cchc/rubric.yaml', (text) => text.replace(title, 'title: "=Kế hoạch\\nhai dòng"\n'));
    const { stderr } = await said(cwd, 'rubric convert cchc/rubric.yaml -o a.xlsx', 1);
    expect(stderr).toMatch(/error\[not-for-a-cell\] cchc\/rubric\.yaml:34:16\n/);
    edit(cwd, 'cchc/rubric.yaml', (text) => text.replace('\\nhai dòng', ''));
    expect((await said(cwd, 'rubric convert cchc/rubric.yaml -o a.csv', 1)).stderr).toContain('begins like a formula');
    expect(existsSync(join(cwd, 'a.xlsx')) || existsSync(join(cwd, 'a.csv'))).toBe(false);
    await said(cwd, 'rubric convert cchc/rubric.yaml -o a.xlsx');
    await said(cwd, 'rubric convert a.xlsx -o back.yaml');
    expect(saidBy(join(cwd, 'back.yaml'))).toEqual(saidBy(join(cwd, 'cchc/rubric.yaml')));
  });

  it('in a spreadsheet has its faults in the cells', async () => {
    const cwd = copySample();
    await said(cwd, 'rubric convert cchc/rubric.yaml -o a.xlsx');
    const parts = unzipSync(readFileSync(join(cwd, 'a.xlsx')));
    const name = 'xl/worksheets/sheet1.xml';
    const sheet = strFromU8(parts[name] as Uint8Array)
      .replace('type: deduct, points: 0.25', 'type: deducts, points: 0.25')
      .replace('type: proportional, full_at: 30%', 'type: proportional, full_at: 30%, full_at: 40%')
      .replace('levels: { kip-thoi: 0.5, ', 'levels: { kip-thoi: 0.75, ');
    writeFileSync(join(cwd, 'a.xlsx'), zipSync({ ...parts, [name]: strToU8(sheet) }));
    const first = await said(cwd, 'rubric check a.xlsx', 1);
    expect(first.stderr).toContain('error[repeated-key] a.xlsx:rubric!E18 (rule)');
    writeFileSync(
      join(cwd, 'a.xlsx'),
      zipSync({ ...parts, [name]: strToU8(sheet.replace(', full_at: 40%', '').replace('deducts', 'deduct')) }),
    );
    const second = await said(cwd, 'rubric check a.xlsx', 1);
    expect(second.stderr).toMatch(/^error\[points-out-of-range\] a\.xlsx:rubric!E13 \(rule\)/m);
  });
});

describe('a project of spreadsheets alone', () => {
  it('gives the ranking of the same project in text', async () => {
    const cwd = copySample();
    const groups = async () => JSON.parse((await said(cwd, 'rank cchc --format json --leaves')).stdout).groups;
    const official = await groups();
    const book = async (path: string): Promise<void> => {
      const csv = readFileSync(join(cwd, `${path}.csv`), 'utf8');
      const rows = rowsOf(csv);
      const header = Object.keys(rows[0] ?? {});
      const cells = [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))];
      const sheet = {
        ...{ name: 'Số liệu', visible: 'shown' as const, widths: header.map(() => 12) },
        rows: cells.map((row) => row.map((text) => ({ kind: 'text' as const, text }))),
      };
      writeFileSync(join(cwd, `${path}.xlsx`), await renderWorkbook({ title: path, sheets: [sheet] }));
      rmSync(join(cwd, `${path}.csv`));
    };
    for (const name of readdirSync(join(cwd, 'cchc/entries'))) await book(`cchc/entries/${name.replace('.csv', '')}`);
    await book('cchc/units');
    await said(cwd, 'rubric convert cchc/rubric.yaml -o cchc/rubric.xlsx -q');
    rmSync(join(cwd, 'cchc/rubric.yaml'));
    edit(cwd, 'cchc/parindex.yaml', (text) =>
      text.replace('rubric.yaml', 'rubric.xlsx').replace('units.csv', 'units.xlsx'),
    );
    expect(await groups()).toEqual(official);
    expect(official[0].units[0]).toMatchObject({ unit: 'khanh-vinh', index: '92.08' });
  });
});
