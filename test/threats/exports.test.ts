/** Threats D, row 1: texts of a CSV that a spreadsheet would take for formulas; they are guarded, told of, or refused. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from '../../src/formats/csv.ts';
import { DIALECTS } from '../../src/model/dialect.ts';
import { number, text } from '../../src/model/document.ts';
import { readPublished } from '../../src/read/published.ts';
import { readTotals } from '../../src/read/saved-totals.ts';
import { readUnitList } from '../../src/read/unit-list.ts';
import { readUnits } from '../../src/read/units.ts';
import { runTool } from '../surface.ts';
import { folderOf, named, RUBRIC, UNITS } from './world.ts';

/** Two names of three that begin like formulas; the second holds a comma, so the file has it in quotes. */
const STARTS = { 'units.csv': UNITS.replace('Sở Y tế', '=SUM(A1)').replace('Sở Tư pháp', '"Sở Tư pháp,@x"') };

const TOLD =
  "2 texts begin like a formula and have a ' in front, so that no spreadsheet takes them for one; the first stands in row";

describe('D1 a text that begins like a formula', () => {
  it('has a leading mark, and the run says how many there are and where the first is', async () => {
    const cwd = folderOf(STARTS);
    const { exit, stdout, stderr } = await runTool(['rank', '-o', 'ranking.csv'], { cwd });
    expect([exit, stdout]).toEqual([0, '']);
    const rows = readFileSync(join(cwd, 'ranking.csv'), 'utf8').split('\n');
    const row = rows.findIndex((line) => line.includes("so-y-te,'=SUM(A1),"));
    const other = rows.findIndex((line) => line.includes(`so-tu-phap,"Sở Tư pháp,'@x",`));
    const [first, shown] = row < other ? [row, '=SUM(A1)'] : [other, 'Sở Tư pháp,@x'];
    expect(stderr).toBe(`ranking.csv: ${TOLD} ${first + 1}, column name: ${shown}\n`);
  });

  it('is told of on the standard output too, in Vietnamese, and not with --quiet', async () => {
    const cwd = folderOf(named('+84'));
    const { stderr } = await runTool(['rank', '--format', 'csv', '--lang', 'vi'], { cwd });
    expect(stderr).toContain(
      "csv: 1 nội dung bắt đầu giống công thức nên được thêm ' ở trước để bảng tính không hiểu là công thức; nội dung đó ở dòng 2, cột name: +84\n",
    );
    expect((await runTool(['rank', '--format', 'csv', '--quiet'], { cwd })).stderr).toBe('');
    expect((await runTool(['rank', '--format', 'json'], { cwd })).stderr).toBe('');
  });

  it('is told of each output that has it, and counted in the manifest, which verifies', async () => {
    const cwd = folderOf(named('=1'));
    const argv = ['rank', '-o', 'a.json', '-o', 'a.csv', '-o', 'b.csv', '--manifest'];
    const { exit, stderr } = await runTool(argv, { cwd });
    expect(exit).toBe(0);
    expect([...stderr.matchAll(/^(\S+): 1 text begins like a formula/gm)].map(([, name]) => name)).toEqual([
      'a.csv',
      'b.csv',
    ]);
    const { subject } = JSON.parse(readFileSync(join(cwd, 'a.json.manifest.json'), 'utf8'));
    expect(subject.map(({ annotations }: { annotations: object }) => Object.keys(annotations))).toEqual([
      ['bytes'],
      ['bytes', 'guardedTexts'],
      ['bytes', 'guardedTexts'],
    ]);
    expect((await runTool(['verify', 'a.json.manifest.json'], { cwd })).exit).toBe(0);
  });

  it('is told of a folder of scorecards by its first file', async () => {
    const cwd = folderOf({ 'rubric.yaml': RUBRIC.replace('Báo cáo', '"=Báo cáo"') });
    const { exit, stderr } = await runTool(['scorecard', '--all', '--format', 'csv', '-o', 'cards'], { cwd });
    expect(exit).toBe(0);
    expect(stderr).toContain('cards/so-y-te.csv: 3 texts begin like a formula');
    const raw = await runTool(['scorecard', '--all', '--raw-csv', '-o', 'raw'], { cwd });
    expect([raw.exit, raw.stderr.match(/^error\[formula-start\] raw$/m) !== null]).toEqual([1, true]);
    expect(existsSync(join(cwd, 'raw'))).toBe(false);
  });

  it('is refused with --raw-csv, at the name, and no output is written, whichever it is', async () => {
    const cwd = folderOf(STARTS);
    const before = readdirSync(cwd);
    for (const outputs of [[], ['-o', 'a.csv'], ['-o', 'a.csv', '-o', 'b.csv', '--manifest']]) {
      const { exit, stdout, stderr } = await runTool(['rank', '--raw-csv', ...outputs], { cwd });
      expect([exit, stdout]).toEqual([1, '']);
      const at = [...stderr.matchAll(/^error\[formula-start\] (.*)$/gm)].map(([, place]) => place);
      expect(at).toEqual(['units.csv:2:2 (name)', 'units.csv:4:2 (name)']);
      expect(stderr).toContain('"=SUM(A1)" would stand in row 2, column name of the csv');
      expect(readdirSync(cwd)).toEqual(before);
    }
  });

  it('is what --raw-csv is silent about where there is none', async () => {
    const cwd = folderOf({});
    const plain = await runTool(['rank', '--format', 'csv'], { cwd });
    expect(await runTool(['rank', '--raw-csv'], { cwd })).toEqual(plain);
    expect(plain).toMatchObject({ exit: 0, stderr: '' });
    for (const [argv, named] of [
      [['--raw-csv', '--format', 'json'], 'json'],
      [['--raw-csv', '-o', 'a.xlsx'], 'xlsx'],
      [['--raw-csv', '--excel'], '--excel'],
    ] as const) {
      const { exit, stderr } = await runTool(['rank', ...argv], { cwd });
      expect([exit, stderr]).toEqual([2, `--raw-csv is CSV for machines; it does not go with ${named}.\n`]);
    }
  });

  it('is no figure below zero, which stays one', async () => {
    const flat = { columns: ['name', 'points'], rows: [[text('-1'), number('-1.50')]] };
    const written = format.render({ document: { blocks: [] }, flat, data: {} }, context(','));
    expect(`${written}`).toBe("\ufeffname;points\n'-1;-1,50\n");
  });
});

const context = (decimal: '.' | ',', found = (_: unknown): void => {}) =>
  ({ lang: 'en', decimal, width: 80, color: 0, formulas: { raw: false, found } }) as const;

describe('D1 our own CSV', () => {
  /** What a name can be: nothing hidden, no blanks around, not empty. */
  const name = fc
    .array(fc.constantFrom(...`=+-@＝＋－＠'",; A1ề`), { minLength: 1, maxLength: 6 })
    .map((pieces) => `${pieces.join('')}x`.trimStart());
  const names = fc.uniqueArray(name, {
    minLength: 1,
    maxLength: 6,
    // Names of a group differ by more than blanks and case.
    selector: (each) => each.replace(/[\s\p{P}\p{S}]/gu, '').toLowerCase() + each.length,
  });

  it.each(['data', 'excel-vi'] as const)('reads back to the same names, by every reader of names (%s)', (form) => {
    const dialect = DIALECTS[form];
    fc.assert(
      fc.property(names, (given) => {
        const flat = {
          columns: ['id', 'name', 'group', 'index', 'rank'],
          rows: given.map((each, at) => [text(`u${at}`), text(each), text(`g${at}`), number('5'), number('1')]),
        };
        let told = 0;
        const starts = context(dialect.mark, () => {
          told++;
        });
        const csv = `${format.render({ document: { blocks: [] }, flat, data: {} }, starts)}`.replace('\ufeff', '');
        const units = csv.replace(/^(id.name.group).*$/m, '$1').replace(/^(u[0-9].*)[,;]5[,;]1$/gm, '$1');
        expect(readUnits(units, dialect, 'u.csv', []).units.map((unit) => unit.name)).toEqual(given);
        const list = readUnitList(csv, dialect, 'u.csv').value?.units;
        expect(list?.map((unit) => unit.name)).toEqual(given);
        const table = readPublished(csv, dialect, 'u.csv').value?.rows;
        expect(table?.map((row) => row.name)).toEqual(given);
        const totals = readTotals(csv.replace('id', 'unit'), dialect, 'u.csv').value?.[0]?.groups;
        expect(totals?.map(({ units: [unit] }) => unit?.name)).toEqual(given);
        expect(told).toBe(given.filter((each) => /^'*[=+\-@＝＋－＠]|[,;]'*[=+\-@＝＋－＠]/.test(each)).length);
      }),
      { numRuns: 400, seed: 3 },
    );
  });
});
