/**
 * A file in which everything is wrong is refused whole: every fault counted, fifty shown. With so many faults, work
 * that grows with their square would end in the time limit of the test, and a list spread as arguments in a crash.
 */
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from './sample-project.ts';
import { runTool } from './surface.ts';

const MANY = 130_000;

const RUBRIC = `format: 1
id: so-2024
title: Bộ tiêu chí cấp sở
domains:
  - id: "1"
    title: Cải cách thủ tục hành chính
    max: 2
    criteria:
      - { id: "1.1", title: Ban hành kế hoạch, max: 2, rule: { type: levels, levels: { kip-thoi: 2, khong: 0 } } }
`;

async function counted(csv: string, units?: string): Promise<ReadonlyMap<string, number>> {
  const cwd = emptyFolder();
  writeFileSync(`${cwd}/rubric.yaml`, RUBRIC);
  writeFileSync(`${cwd}/2024.csv`, csv);
  if (units !== undefined) writeFileSync(`${cwd}/units.csv`, units);
  const more = units === undefined ? [] : ['--units', 'units.csv'];
  const argv = ['check', '--rubric', 'rubric.yaml', ...more, '2024.csv', '--format', 'json'];
  const { exit, stdout } = await runTool(argv, { cwd });
  expect(exit).toBe(1);
  const { codes, diagnostics, shown, errors } = JSON.parse(stdout);
  expect([diagnostics.length, shown]).toEqual([50, 50]);
  const counts = new Map<string, number>(
    codes.map(({ code, count }: { code: string; count: number }) => [code, count]),
  );
  expect(errors).toBe([...counts.values()].reduce((all, count) => all + count, 0));
  return counts;
}

const rows = (row: (at: number) => string) => Array.from({ length: MANY }, (_, at) => row(at)).join('\n');

describe('a hundred and thirty thousand faults', () => {
  it('of values', async () => {
    const counts = await counted(`unit,criterion,appraised\n${rows((at) => `so-${at},1.1,kip-thoii`)}\n`);
    expect(counts.get('unknown-level')).toBe(MANY);
  });

  it('of criteria, each another one', async () => {
    const counts = await counted(
      `unit,criterion,appraised\nso-y-te,1.1,khong\n${rows((at) => `so-y-te,9.${at},khong`)}\n`,
    );
    expect(counts).toEqual(new Map([['unknown-leaf', MANY]]));
  });

  it('of units, each another one', async () => {
    const counts = await counted(
      `unit,criterion,appraised\nso-y-te,1.1,khong\n${rows((at) => `so-y-${at},1.1,khong`)}\n`,
      'id,name,group\nso-y-te,Sở Y tế,so\n',
    );
    expect(counts).toEqual(new Map([['unknown-unit', MANY]]));
  });

  it('of the units file', async () => {
    const units = `id,name,group\n${rows((at) => `Sở ${at},Tên ${at},so`)}\n`;
    const counts = await counted('unit,criterion,appraised\nso-y-te,1.1,khong\n', units);
    expect(counts).toEqual(new Map([['bad-unit-id', MANY]]));
  });

  it('of rows that are too long, in a file that says nothing else', async () => {
    const counts = await counted(`unit,criterion,appraised\n${rows((at) => `so-${at},1.1,khong,1`)}\n`);
    expect(counts).toEqual(new Map([['ragged-row', MANY]]));
  });
});
