/** `compare` as a user asks it: on a stage, of saved results, and what it refuses; small projects by hand. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeText as write } from '../sample-cell.ts';
import { emptyFolder } from '../sample-project.ts';
import { runTool } from '../surface.ts';

const RUBRIC = `format: 1
id: xa
title: Cấp xã
domains:
  - { id: "1", title: Một, max: 10, criteria: [{ id: "1.1", title: Kế hoạch, max: 10, rule: { type: given } }] }
  - { id: "2", title: Hai, max: 10, criteria: [{ id: "2.1", title: SIPAS, max: 10, source: survey, rule: { type: given } }] }
`;

/** A year: of each unit its self-assessed and appraised points of 1.1, and the survey of 2.1. */
function year(folder: string, name: string, rows: Readonly<Record<string, readonly [string, string, string]>>): void {
  mkdirSync(join(folder, name, 'entries'), { recursive: true });
  write(folder, `${name}/parindex.yaml`, `year: ${name}\n`);
  write(folder, `${name}/rubric.yaml`, RUBRIC);
  const ids = Object.keys(rows);
  write(folder, `${name}/units.csv`, `id,name,group\n${ids.map((id) => `${id},Xã ${id},xa\n`).join('')}`);
  const lines = Object.entries(rows).flatMap(([id, [self, appraised, survey]]) => [
    `${id},1.1,${self},${appraised},`,
    `${id},2.1,,,${survey}`,
  ]);
  write(folder, `${name}/entries/all.csv`, `unit,criterion,self,appraised,survey\n${lines.join('\n')}\n`);
}

function twoYears(): string {
  const folder = emptyFolder();
  year(folder, '2018', { a: ['9', '6', '5'], b: ['7', '7', '8'] });
  year(folder, '2019', { a: ['10', '9', '6'], b: ['6', '5', '8'] });
  return folder;
}

async function moves(cwd: string, ...line: readonly string[]) {
  const { exit, stdout, stderr } = await runTool(['compare', ...line, '--format', 'json', '--quiet'], { cwd });
  expect([exit, stderr]).toEqual([0, '']);
  const { results, groups } = JSON.parse(stdout);
  const { movements } = groups[0].steps[0];
  return {
    bases: results.map(({ basis }: { basis: string }) => basis),
    told: movements.map((each: { unit: string; change: string; places: number }) => [
      ...[each.unit, each.change, each.places],
    ]),
  };
}

describe('--basis', () => {
  it('compares the appraised results by default: (9 + 6) − (6 + 5) of 20, and (5 + 8) − (7 + 8)', async () => {
    expect(await moves(twoYears(), '2018', '2019')).toEqual({
      bases: ['appraised', 'appraised'],
      // a: 55 -> 75 per cent, from second to first; b: 75 -> 65.
      told: [
        ['a', '20.00', 1],
        ['b', '-10.00', -1],
      ],
    });
  });

  it('self: the self-assessment alone, without the survey: 9 -> 10 and 7 -> 6 of 10', async () => {
    expect(await moves(twoYears(), '2018', '2019', '--basis', 'self')).toEqual({
      bases: ['self', 'self'],
      told: [
        ['a', '10.00', 0],
        ['b', '-10.00', 0],
      ],
    });
  });

  it('takes a saved ranking on that stage, and refuses one on another', async () => {
    const cwd = twoYears();
    await runTool(['rank', '2018', '--basis', 'self', '--format', 'json', '--leaves', '-o', 'self.json'], { cwd });
    await runTool(['rank', '2018', '--format', 'json', '--leaves', '-o', 'appraised.json'], { cwd });
    expect((await moves(cwd, 'self.json', '2019', '--basis', 'self')).told).toEqual([
      ['a', '10.00', 0],
      ['b', '-10.00', 0],
    ]);
    const refused = await runTool(['compare', 'appraised.json', '2019', '--basis', 'self'], { cwd });
    expect([refused.exit, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain(
      'appraised.json is on the basis appraised; --basis self asks for results on that one.',
    );
  });

  it('is refused of a table of totals, which says none, beside --stages, and for a stage that is not there', async () => {
    const cwd = twoYears();
    write(cwd, '2017.csv', 'unit,index\na,50\nb,60\n');
    for (const [line, said] of [
      [['2017.csv', '2018', '--basis', 'self'], '2017.csv is a table that says no basis'],
      [['2018', '--stages', 'self,appraised', '--basis', 'self'], '--stages names two bases itself'],
      [['2018', '2019', '--basis', 'selff'], 'did you mean "self"?'],
    ] as const) {
      const { exit, stdout, stderr } = await runTool(['compare', ...line], { cwd });
      expect([exit, stdout]).toEqual([2, '']);
      expect(stderr).toContain(said);
    }
  });
});

describe('stages', () => {
  it('gives the gap of each unit over what both marked, and the limits of agreement', async () => {
    const cwd = emptyFolder();
    // Gaps of 10 points: 3, 0, 1 and 2, so in per cent 30, 0, 10, 20: mean 15, squares 225 + 225 + 25 + 25 = 500,
    // deviation √(500/3) = 12.9099, and 15 ± 1.96 × 12.9099 = 15 ± 25.3034.
    year(cwd, '2019', { a: ['9', '6', '5'], b: ['7', '7', '5'], c: ['8', '7', '5'], d: ['9', '7', '5'] });
    const { stdout } = await runTool(['compare', '2019', '--stages', 'self,appraised', '--format', 'json', '--quiet'], {
      cwd,
    });
    const [group] = JSON.parse(stdout).groups;
    expect(group.agreement).toMatchObject({ deviation: '12.91', low: '-10.30', high: '40.30' });
    const page = await runTool(['compare', '2019', '--stages', 'self,appraised', '--quiet'], { cwd });
    expect(page.stdout).toContain('15.00');
  });
});

describe('a year of many faults', () => {
  // More than 2,200 of one run are only counted (model/fault-ledger.ts).
  const damaged = (): string => {
    const folder = twoYears();
    for (const [name, count] of [
      ['2018', 2500],
      ['2019', 3000],
    ] as const) {
      const rows = Array.from({ length: count }, (_, at) => `u${at},1.1,9,9,\n`).join('');
      write(folder, `${name}/entries/more.csv`, `unit,criterion,self,appraised,survey\n${rows}`);
    }
    return folder;
  };

  it.each([
    ['two years', ['2018', '2019'], '5500 errors'],
    ['two stages', ['2019', '--stages', 'self,appraised'], '3000 errors'],
  ])('%s: all are counted, fifty are shown', async (_, line, total) => {
    const { exit, stdout, stderr } = await runTool(['compare', ...line], { cwd: damaged() });
    expect([exit, stdout]).toEqual([1, '']);
    expect(stderr.match(/^error\[unknown-unit\]/gm)).toHaveLength(50);
    expect(stderr).toContain(total);
  });

  it('report --previous: the same', async () => {
    const folder = damaged();
    write(folder, '2019/entries/more.csv', 'unit,criterion,self,appraised,survey\n');
    const { exit, stderr } = await runTool(['report', '2019', '--previous', '2018', '-o', 'report.html'], {
      cwd: folder,
    });
    expect(exit).toBe(1);
    expect(stderr.match(/^error\[unknown-unit\]/gm)).toHaveLength(50);
    expect(stderr).toContain('2500 errors');
  });
});
