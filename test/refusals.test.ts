/**
 * A file in which everything is wrong is refused whole: every fault counted, fifty shown. With so many faults, work
 * that grows with their square would end in the time limit of the test, and a list spread as arguments in a crash.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
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

describe('thousands of accepted warnings', () => {
  it('are told in a ranking with their number and their units, however many are shown', async () => {
    const cwd = emptyFolder();
    const accept = [
      '{ code: blanks-around, reason: QĐ 2, unit: so-3 }',
      '{ code: blanks-around, reason: QĐ 1, file: entries/b.csv }',
      '{ code: missing-evidence, reason: QĐ 3 }',
    ];
    writeFileSync(`${cwd}/parindex.yaml`, `year: 2024\naccept: [${accept.join(', ')}]\n`);
    writeFileSync(`${cwd}/rubric.yaml`, RUBRIC.replace('max: 2, rule', 'max: 2, evidence: required, rule'));
    const ids = Array.from({ length: 6000 }, (_, at) => `so-${at}`);
    writeFileSync(`${cwd}/units.csv`, `id,name,group\n${ids.map((id) => `${id},Sở ${id},so\n`).join('')}`);
    mkdirSync(`${cwd}/entries`);
    const file = (own: readonly string[]) =>
      `unit,criterion,appraised,evidence\n${own.map((id) => `${id},1.1, kip-thoi,\n`).join('')}`;
    writeFileSync(`${cwd}/entries/b.csv`, file(ids.slice(0, 5000)));
    writeFileSync(`${cwd}/entries/a.csv`, file(ids.slice(5000)));
    const ranked = await Promise.all(
      ['0', '1', '50', '3000'].map((most) =>
        runTool(['rank', '--format', 'json', '--quiet', '--max-faults', most], { cwd }),
      ),
    );
    expect(new Set(ranked.map(({ stdout }) => stdout)).size).toBe(1);
    const { accepted } = JSON.parse(ranked[0]?.stdout ?? '');
    const sorted = (some: readonly string[]) => [...some].sort();
    expect(accepted).toEqual([
      { code: 'blanks-around', count: 1, units: ['so-3'], reason: 'QĐ 2' },
      {
        ...{ code: 'blanks-around', count: 4999, reason: 'QĐ 1' },
        units: sorted(ids.slice(0, 5000).filter((id) => id !== 'so-3')),
      },
      { code: 'missing-evidence', count: 6000, units: sorted(ids), reason: 'QĐ 3' },
    ]);
    const strict = await runTool(['rank', '--strict', '--max-faults', '1'], { cwd });
    expect([strict.exit, strict.stdout]).toEqual([1, '']);
    expect(strict.stderr).toContain('1 of 1000');
  });
});

describe('inspect', () => {
  it('counts the faults of a file and shows the first fifty, in JSON all unless it is told otherwise', async () => {
    const cwd = emptyFolder();
    writeFileSync(`${cwd}/a.csv`, `a,b\n${'1,2,3\n'.repeat(20_000)}`);
    const page = await runTool(['inspect', 'a.csv'], { cwd });
    expect([page.exit, page.stdout]).toEqual([1, '']);
    expect(page.stderr.match(/^error\[ragged-row\] a\.csv:/gm)).toHaveLength(50);
    expect(page.stderr).toContain(`a.csv:51\n`);
    expect(page.stderr).not.toContain('a.csv:52');
    expect(page.stderr).toContain('20000 errors.');
    const told = async (...more: readonly string[]) => {
      const { exit, stdout } = await runTool(['inspect', 'a.csv', '--json', ...more], { cwd });
      expect(exit).toBe(1);
      return JSON.parse(stdout).faults.length;
    };
    expect([await told(), await told('--max-faults', '7')]).toEqual([20_000, 7]);
  });
});

/** A fault as the published JSON has it. */
interface Fault {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly accepted: string | null;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Rows of which every other is wrong in one of four ways, drawn by a small generator of numbers. */
function mixedRows(count: number, seed: number): string {
  let drawn = seed;
  const draw = (): number => {
    drawn = (drawn * 48271) % 2147483647;
    return drawn % 8;
  };
  const WRONG = ['kip-thoii,', 'khong', ' khong,', ',', 'khong,', 'kip-thoi,', 'khong,', 'kip-thoi,'];
  return Array.from({ length: count }, (_, at) => `so-${seed}-${at},1.1,${WRONG[draw()]}\n`).join('');
}

describe('what is shown of thousands of faults in several files', () => {
  it.each([[1], [50], [700]])(
    'are the gravest %d of all, in their order, and the counts are those of all',
    async (most) => {
      const cwd = emptyFolder();
      const rubric = RUBRIC.replace('max: 2, rule', 'max: 2, evidence: required, rule');
      writeFileSync(`${cwd}/rubric.yaml`, rubric);
      writeFileSync(
        `${cwd}/parindex.yaml`,
        'year: 2024\naccept: [{ code: blanks-around, reason: QĐ 1, file: entries/b.csv }]\n',
      );
      mkdirSync(`${cwd}/entries`);
      const header = 'unit,criterion,appraised,evidence\n';
      const texts = [mixedRows(6000, 7), mixedRows(5000, 11)];
      const ids = texts.join('').match(/^so-[0-9-]+/gm) ?? [];
      writeFileSync(`${cwd}/units.csv`, `id,name,group\n${ids.map((id) => `${id},Sở ${id},so\n`).join('')}`);
      writeFileSync(`${cwd}/entries/b.csv`, header + texts[0]);
      writeFileSync(`${cwd}/entries/a.csv`, header + texts[1]);
      const check = async (limit: number) => {
        const { stdout } = await runTool(['check', '--format', 'json', '--max-faults', `${limit}`], { cwd });
        return JSON.parse(stdout) as { readonly diagnostics: readonly Fault[]; readonly shown: number };
      };
      const { diagnostics: all, shown: _, ...counts } = await check(0);
      expect(all.length).toBeGreaterThan(6000);
      const grave = (one: Fault): number =>
        one.accepted === null ? ['error', 'warning', 'note'].indexOf(one.severity) : 3;
      const gravest = all.map((one, at) => ({ one, at })).sort((a, b) => grave(a.one) - grave(b.one) || a.at - b.at);
      const expected = gravest
        .slice(0, most)
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(await check(most)).toEqual({ ...counts, diagnostics: expected, shown: most });
    },
  );
});
