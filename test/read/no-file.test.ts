/** A path at which nothing stands: what was probably meant, and the name that only looks the same. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wholeFile } from '../../src/model/place.ts';
import { noFile, nothingThere } from '../../src/read/no-file.ts';
import { emptyFolder } from '../sample-project.ts';
import { runTool } from '../surface.ts';
import { folderOf, PROJECT, toldIn } from '../threats/world.ts';

const [NFC, NFD] = ['số liệu', 'số liệu'.normalize('NFD')];

describe('a file that is not there', () => {
  it.each([
    ['unit.csv', ['rubric.yaml', 'units.csv'], { path: 'unit.csv', nearest: 'units.csv' }],
    ['p/unit.csv', ['units.csv'], { path: 'p/unit.csv', nearest: 'p/units.csv' }],
    ['danh-sach.csv', ['units.csv'], { path: 'danh-sach.csv' }],
    [NFC, ['so lieu', NFD], { path: NFC, nearest: NFD, isComposed: true }],
    [`p/${NFD}`, [NFC], { path: `p/${NFD}`, nearest: `p/${NFC}`, isComposed: true }],
  ])('%j among %j', (path, names, facts) => {
    const told = nothingThere(path, wholeFile('a'), names);
    expect(told.fault.code).toBe('missing-file');
    expect(told.facts).toStrictEqual(facts);
    expect(noFile(path, undefined, names)).toMatchObject({ facts, place: { file: path, line: 0 } });
  });

  it('is told with what is beside it, wherever it is named', async () => {
    const cwd = folderOf({ 'parindex.yaml': `${PROJECT}units: unit.csv\nentries: ${NFC}\n` });
    mkdirSync(join(cwd, NFD));
    const told = await toldIn(cwd);
    expect(told.map(({ hint }) => hint)).toEqual([
      'did you mean "units.csv"?',
      'a file is there whose name only looks the same, its letters being composed otherwise (NFC, NFD): rename it.',
    ]);
    for (const argv of [
      ['inspect', 'unit.csv'],
      ['audit', 'unit.csv'],
      ['check', '--rubric', 'unit.csv', 'entrie'],
    ]) {
      const { exit, stderr, stdout } = await runTool(argv, { cwd });
      expect([exit, `${stdout}${stderr}`]).toEqual([1, expect.stringContaining('did you mean "units.csv"?')]);
    }
    const loose = await runTool(['check', '--rubric', 'rubrik.yaml', 'entrie'], { cwd });
    expect(loose.stdout.match(/did you mean ".*"/g)).toEqual(['did you mean "entries"', 'did you mean "rubric.yaml"']);
  });

  it.runIf(process.platform !== 'win32')('in a folder that a link leads to is not looked for', async () => {
    const outside = emptyFolder();
    writeFileSync(join(outside, 'secrets.csv'), '');
    const cwd = folderOf({ 'parindex.yaml': `${PROJECT}units: there/secret.csv\n` });
    symlinkSync(outside, join(cwd, 'there'));
    const [one] = await toldIn(cwd);
    expect([one?.code, one?.hint.includes('secrets')]).toEqual(['missing-file', false]);
  });
});
