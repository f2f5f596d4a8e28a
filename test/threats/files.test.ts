/** Threats D and G, outputs: what is handed on stands in its own file, under a name that is one everywhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runTool } from '../surface.ts';
import { ENTRIES, FILE, type Files, folderOf, UNITS } from './world.ts';

/** A run that must not write: its exit code, what it says, and that the folder is as it was. */
async function proveUntouched(argv: readonly string[], files: Files, says: string): Promise<void> {
  const cwd = folderOf(files);
  const seen = (): readonly string[] =>
    (
      readdirSync(cwd, { recursive: true, withFileTypes: true }) as readonly {
        name: string;
        parentPath: string;
        isFile: () => boolean;
      }[]
    )
      .map(
        (one) =>
          join(one.parentPath, one.name) + (one.isFile() ? readFileSync(join(one.parentPath, one.name), 'latin1') : ''),
      )
      .sort();
  const before = seen();
  const { exit, stdout, stderr } = await runTool(argv, { cwd });
  expect([exit, stdout]).toEqual([3, '']);
  expect(stderr).toContain(says);
  expect(seen()).toEqual(before);
}

/** A unit whose id is the name of a device of Windows, and then its file. */
const CON: Files = {
  'units.csv': UNITS.replace('so-y-te', 'con'),
  [FILE]: null,
  'entries/all.csv': ENTRIES.replace('criterion', 'unit,criterion').replace(/^(?=1)/gm, 'con,'),
};

describe('D, G: an output', () => {
  it.each(['units.csv', './entries/../units.csv', `${FILE}`, 'rubric.yaml'])(
    'G3 is never the input %s',
    async (path) => {
      await proveUntouched(['rank', '-o', path, '--format', 'csv'], {}, 'an output never replaces an input');
    },
  );

  it.each(['Units.csv', 'RUBRIC.yaml', 'entries/SO-Y-TE.csv'])(
    'G3 is not called %s beside the input of that name in small letters',
    async (path) => {
      await proveUntouched(['rank', '-o', path, '--format', 'csv'], {}, 'where disks do not tell cases apart');
    },
  );

  it('G3 may stand beside inputs of other names, again and again', async () => {
    const cwd = folderOf({});
    for (let run = 0; run < 2; run++) {
      const { exit } = await runTool(['rank', '-o', 'Ranking.csv', '--manifest'], { cwd });
      expect([exit, existsSync(join(cwd, 'Ranking.csv'))]).toEqual([0, true]);
    }
  });

  it.each(['CON', 'nul.csv', 'entries/aux.json', 'COM1.xlsx'])('D6 has no name of a device: %s', async (path) => {
    await proveUntouched(['rank', '-o', path, '--format', 'csv'], {}, 'the name of a device on Windows');
  });

  it('D6 nor has a file that is made from the id of a unit, or a folder of them', async () => {
    const { exit, stderr } = await runTool(['scorecard', '--all', '-o', 'cards'], { cwd: folderOf(CON) });
    expect([exit, stderr]).toEqual([2, expect.stringContaining('a name that Windows keeps for itself')]);
    await proveUntouched(['scorecard', '--all', '-o', 'aux'], {}, 'aux: is the name of a device');
  });
});
