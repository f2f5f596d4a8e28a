/** `template`: forms that are read again as they are, whoever fills them in, and refused where they are not this project's. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formColumn } from '../../src/reports/words/form.ts';
import { fillForm, rowsOf } from '../office/fill.mjs';
import { copySample, edit } from '../sample-project.ts';
import { runTool, wordsOf } from '../surface.ts';

type Lang = 'en' | 'vi';

/** The entries of the sample by id and title of the form's column; numbers in the mark of the form. */
function textsOf(csv: string, lang: Lang): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const inMark = (column: string, text: string) =>
    lang === 'vi' && column !== 'evidence' && column !== 'note' ? text.replace(/(\d)\.(\d)/g, '$1,$2') : text;
  return new Map(
    rowsOf(csv).map(({ criterion = '', ...row }) => [
      criterion,
      Object.fromEntries(Object.entries(row).map(([name, text]) => [formColumn(name)[lang], inMark(name, text)])),
    ]),
  );
}

/** The forms of the sample's units, filled in with the cells of their CSV files; made once for all tests. */
const made = new Map<Lang, Promise<ReadonlyMap<string, Uint8Array>>>();

async function makeForms(lang: Lang): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = copySample();
  const { exit, stdout } = await runTool(wordsOf(`template cchc -o forms --lang ${lang}`), { cwd: folder });
  expect([exit, stdout]).toEqual([0, '']);
  return new Map(
    readdirSync(join(folder, 'forms')).map((name) => {
      const csv = readFileSync(join(folder, 'cchc/entries', name.replace('.xlsx', '.csv')), 'utf8');
      return [name, fillForm(readFileSync(join(folder, 'forms', name)), textsOf(csv, lang))];
    }),
  );
}

/** The sample with each unit's CSV file replaced by its form. */
async function filledIn(lang: Lang): Promise<string> {
  const forms = made.get(lang) ?? makeForms(lang);
  made.set(lang, forms);
  const folder = copySample();
  for (const [name, bytes] of await forms) {
    rmSync(join(folder, 'cchc/entries', name.replace('.xlsx', '.csv')));
    writeFileSync(join(folder, 'cchc/entries', name), bytes);
  }
  return folder;
}

/** Rewrites one part of a form. */
function editPart(file: string, part: string, change: (xml: string) => string): void {
  const parts = unzipSync(readFileSync(file));
  const before = strFromU8(parts[part] as Uint8Array);
  const after = change(before);
  if (after === before) throw new Error('nothing was changed');
  writeFileSync(file, zipSync({ ...parts, [part]: strToU8(after) }));
}

const SHEET = 'xl/worksheets/sheet1.xml';
const RANK = wordsOf('rank cchc --format json --leaves');
const FORM = 'cchc/entries/khanh-son.xlsx';

describe('forms', () => {
  it.each(['en', 'vi'] as const)(
    'filled in (%s) give the ranking of the CSV files, and explain says the same',
    async (lang) => {
      const before = copySample();
      const after = await filledIn(lang);
      const [csv, forms] = await Promise.all([runTool(RANK, { cwd: before }), runTool(RANK, { cwd: after })]);
      expect([forms.exit, forms.stderr]).toEqual([0, '']);
      const { groups } = JSON.parse(forms.stdout);
      expect(groups).toEqual(JSON.parse(csv.stdout).groups);
      expect(groups[0].units[0]).toMatchObject({ unit: 'khanh-vinh', index: '92.08' });
      // A cell is read again with the mark of its form, not of the project: 98,9% of 1,5 points.
      const why = wordsOf('explain khanh-vinh 3.2.2 cchc');
      const told = (await runTool(why, { cwd: after })).stdout;
      expect(told).toContain(lang === 'vi' ? '98,9%' : '98.9%');
      expect(told).toContain('1 of 1.5 points');
    },
  );

  it('are the same bytes every time, one a unit', async () => {
    const digests = await Promise.all(
      [copySample(), copySample()].map(async (folder) => {
        await runTool(wordsOf('template cchc -o forms --lang vi'), { cwd: folder });
        const names = readdirSync(join(folder, 'forms'));
        expect(names).toHaveLength(8);
        return names.map((name) =>
          createHash('sha256')
            .update(readFileSync(join(folder, 'forms', name)))
            .digest('hex'),
        );
      }),
    );
    expect(digests[0]).toEqual(digests[1]);
    expect(new Set(digests[0]).size).toBe(8);
  });

  it('of one stage have its column alone; what others decide is locked', async () => {
    const folder = copySample();
    await runTool(wordsOf('template cchc --stage self -o forms'), { cwd: folder });
    const parts = unzipSync(readFileSync(join(folder, 'forms/khanh-son.xlsx')));
    const sheet = strFromU8(parts[SHEET] as Uint8Array);
    for (const title of ['Self-assessed', 'Evidence', 'Note', 'Last year']) expect(sheet).toContain(`>${title}<`);
    for (const title of ['Appraised', 'Survey', 'Override']) expect(sheet).not.toContain(`>${title}<`);
    expect(sheet).toContain('<sheetProtection sheet=');
    expect(sheet).not.toContain('password');
    const levels = new Map([['1.1.1', { 'Self-assessed': 'kip-thoi' }]]);
    expect(() => fillForm(readFileSync(join(folder, 'forms/khanh-son.xlsx')), levels)).not.toThrow();
    const survey = new Map([['2.4.1', { 'Self-assessed': '1;0;0;0' }]]);
    expect(() => fillForm(readFileSync(join(folder, 'forms/khanh-son.xlsx')), survey)).toThrow('no cell to write into');
    const wrong = await runTool(wordsOf('template cchc --stage selff -o other'), { cwd: folder });
    expect([wrong.exit, wrong.stderr]).toEqual([2, 'There is no stage "selff"; did you mean "self"?\n']);
    expect(readdirSync(folder).sort()).toEqual(['cchc', 'forms']);
  });

  it('as CSV are entries without values: every leaf is missing, none unknown', async () => {
    const folder = copySample();
    await runTool(wordsOf('template cchc --format csv -o forms'), { cwd: folder });
    const csv = readFileSync(join(folder, 'forms/van-ninh.csv'), 'utf8');
    expect(csv.split('\n').slice(0, 2)).toEqual([
      'criterion,previous,self,appraised,survey,override,evidence,note',
      '1.1.1,,,,,,,',
    ]);
    writeFileSync(join(folder, 'cchc/entries/van-ninh.csv'), csv);
    const { stderr } = await runTool(wordsOf('rank cchc --max-faults 0'), { cwd: folder });
    expect(new Set([...stderr.matchAll(/error\[([a-z-]+)\]/g)].map(([, code]) => code))).toEqual(
      new Set(['missing-value']),
    );
    expect(stderr).toContain('60 errors.');
  });

  it('of a rubric alone are for any unit: the name of the file says whose', async () => {
    const folder = copySample();
    await runTool(wordsOf('template cchc/rubric.yaml -o forms'), { cwd: folder });
    expect(readdirSync(join(folder, 'forms'))).toEqual(['khanh-hoa-huyen-2019.xlsx']);
    mkdirSync(join(folder, 'entries'));
    const csv = readFileSync(join(folder, 'cchc/entries/khanh-vinh.csv'), 'utf8');
    const form = readFileSync(join(folder, 'forms/khanh-hoa-huyen-2019.xlsx'));
    writeFileSync(join(folder, 'entries/don-vi.xlsx'), fillForm(form, textsOf(csv, 'en')));
    const { stdout, exit } = await runTool(wordsOf('rank --rubric cchc/rubric.yaml entries --format csv'), {
      cwd: folder,
    });
    expect(exit).toBe(0);
    expect(stdout).toContain('don-vi');
  });

  it('write nothing where the rubric or the units are at fault, and never into a folder that is there', async () => {
    const folder = copySample();
    edit(folder, 'cchc/units.csv', (text) => text.replace('khanh-vinh,', 'khanh-son,'));
    expect((await runTool(wordsOf('template cchc -o forms'), { cwd: folder })).exit).toBe(1);
    expect((await runTool(wordsOf('template cchc -o cchc'), { cwd: folder })).exit).toBe(2);
    expect((await runTool(wordsOf('template cchc'), { cwd: folder })).exit).toBe(2);
    expect(readdirSync(folder)).toEqual(['cchc']);
  });
});

describe('a form that is not as it was made', () => {
  const refusals = async (folder: string): Promise<readonly string[]> => {
    const { exit, stderr, stdout } = await runTool(wordsOf('rank cchc --max-faults 0'), { cwd: folder });
    expect([exit, stdout]).toEqual([1, '']);
    return [...stderr.matchAll(/^error\[([a-z-]+)\] (\S+)/gm)].map(([, code, place]) => `${code} ${place}`);
  };

  it('is refused for another unit, whichever way', async () => {
    const folder = await filledIn('vi');
    renameSync(join(folder, FORM), join(folder, 'cchc/entries/tam.xlsx'));
    renameSync(join(folder, 'cchc/entries/van-ninh.xlsx'), join(folder, FORM));
    renameSync(join(folder, 'cchc/entries/tam.xlsx'), join(folder, 'cchc/entries/van-ninh.xlsx'));
    expect((await refusals(folder)).filter((line) => line.startsWith('wrong-form'))).toHaveLength(2);
    // A name that is no unit's says nothing: the form says whose it is.
    const other = await filledIn('vi');
    renameSync(join(other, FORM), join(other, 'cchc/entries/khanh son (da dien).xlsx'));
    expect((await runTool(RANK, { cwd: other })).exit).toBe(0);
  });

  it('is refused for another version of the rubric, and for another year', async () => {
    const folder = await filledIn('vi');
    edit(folder, 'cchc/rubric.yaml', (text) => text.replace('from: 85', 'from: 84'));
    const lines = await refusals(folder);
    expect(lines.filter((line) => line.startsWith('wrong-form'))).toHaveLength(8);
    const other = await filledIn('vi');
    edit(other, 'cchc/parindex.yaml', (text) => text.replace('year: 2019', 'year: 2020'));
    expect((await refusals(other)).filter((line) => line.startsWith('wrong-form'))).toHaveLength(8);
  });

  it('is refused where a value is a formula, or a figure stands on a calculation', async () => {
    const folder = await filledIn('vi');
    editPart(join(folder, FORM), SHEET, (xml) =>
      xml
        .replace(/<c r="G10"[^>]*?(?:\/>|>.*?<\/c>)/, '<c r="G10"><f>1+1</f><v>2</v></c>')
        .replace(/<c r="J11"[^>]*?>.*?<\/c>/, '<c r="J11"><v>2</v></c>')
        .replace(/<c r="D8"[^>]*?>.*?<\/c>/s, '<c r="D8"><f>1+1</f><v>2</v></c>'),
    );
    const { stderr } = await runTool(wordsOf('rank cchc'), { cwd: folder });
    for (const cell of ['!D8', '!G10', '!J11']) expect(stderr).toContain(cell);
    expect(stderr).toContain('was written over a calculation of the form');
  });

  it('is refused where a column was added', async () => {
    const folder = await filledIn('vi');
    editPart(join(folder, FORM), SHEET, (xml) =>
      xml.replace(/(<row r="8"[^>]*>.*?)<\/row>/s, '$1<c r="N8" t="inlineStr"><is><t>thêm</t></is></c></row>'),
    );
    expect((await refusals(folder)).map((line) => line.split(' ')[0])).toContain('unknown-column');
  });

  it('is read in its own mark: a dot in a form with commas is refused', async () => {
    const folder = await filledIn('vi');
    editPart(join(folder, 'cchc/entries/khanh-vinh.xlsx'), SHEET, (xml) => xml.replace('>98,9%<', '>98.9%<'));
    const { stderr } = await runTool(wordsOf('rank cchc'), { cwd: folder });
    expect(stderr).toContain('"98.9%" is not a percentage or fraction for 3.2.2: the declared decimal mark is ","');
  });
});
