/** Like for like against a hand calculation, and against ranking a project of one year's rubric and the other's entries. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runTool } from '../surface.ts';

const rule = (type: string, more = ''): string => `rule: { type: ${type}${more} }`;
const levels = (points: readonly number[]): string =>
  rule('levels', `, levels: { dung-han: ${points[0]}, tre: ${points[1]}, khong: ${points[2]} }`);

/** Criteria 1.1, 1.2 and so on of one domain. */
function rubric(id: string, leaves: readonly (readonly [max: number, rule: string])[]): string {
  const max = leaves.reduce((total, [points]) => total + points, 0);
  const nodes = leaves.map(
    ([own, how], at) => `      - { id: "1.${at + 1}", title: Tiêu chí ${at + 1}, max: ${own}, ${how} }`,
  );
  const head = ['format: 1', `id: ${id}`, `title: Bộ tiêu chí ${id}`, 'domains:', '  - id: "1"', '    title: Một'];
  return [...head, `    max: ${max}`, '    criteria:', ...nodes, ''].join('\n');
}

type Rows = Readonly<Record<string, string>>;

/** Writes a project with the entries of each unit, `criterion,appraised,override,note` a line. */
function project(year: number, rubricText: string, entries: Rows): string {
  const folder = mkdtempSync(join(tmpdir(), 'parindex-'));
  mkdirSync(join(folder, 'entries'));
  const ids = Object.keys(entries);
  writeFileSync(join(folder, 'parindex.yaml'), `year: ${year}\nlanguage: vi\ncsv: data\n`);
  writeFileSync(join(folder, 'rubric.yaml'), rubricText);
  writeFileSync(join(folder, 'units.csv'), `id,name,group\n${ids.map((id) => `${id},${id},xa\n`).join('')}`);
  for (const id of ids) {
    writeFileSync(join(folder, 'entries', `${id}.csv`), `criterion,appraised,override,note\n${entries[id]}\n`);
  }
  return folder;
}

interface Like {
  readonly unit: string;
  readonly from: { readonly index: string; readonly rank: number };
  readonly to: { readonly index: string; readonly rank: number };
}

async function stepOf(older: string, newer: string): Promise<Record<string, unknown>> {
  const { stdout, stderr } = await runTool(['compare', older, newer, '--format', 'json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout).groups[0].steps[0];
}

function told(list: unknown): readonly (readonly [string, string, number, string, number])[] {
  return (list as readonly Like[])
    .map(({ unit, from, to }) => [unit, from.index, from.rank, to.index, to.rank] as const)
    .toSorted();
}

const OLD = rubric('xa-2018', [
  [10, levels([10, 5, 0])],
  [
    10,
    rule(
      'bands',
      ', bands: [{ from: 90%, points: 10 }, { from: 70%, below: 90%, points: 5 }, { below: 70%, points: 0 }]',
    ),
  ],
  [10, rule('given')],
]);
const NEW = rubric('xa-2019', [
  [20, levels([20, 5, 0])],
  [10, rule('proportional')],
  [20, rule('given')],
]);

describe('like for like', () => {
  // 2018 under the new rules: a 5 + 8.5 + 8/10 × 20 = 29.5 of 50; b 20 + 9.5 + 12 = 41.5 of 50.
  // 2019 under the old rules: a 10 + 5 + 15/20 × 10 = 22.5 of 30; b 5 + 10 + 10 = 25 of 30.
  const older = { a: '1.1,tre,,\n1.2,85%,,\n1.3,8,,', b: '1.1,dung-han,,\n1.2,95%,,\n1.3,6,,' };
  const newer = { a: '1.1,dung-han,,\n1.2,72%,,\n1.3,15,,', b: '1.1,tre,,\n1.2,91%,,\n1.3,20,,' };

  it('scores the entries of each year by the rules of the other one, points given by their share', async () => {
    const step = await stepOf(project(2018, OLD, older), project(2019, NEW, newer));
    expect(told(step['like_for_like_to'])).toEqual([
      ['a', '59.00', 2, '84.40', 1],
      ['b', '83.00', 1, '68.20', 2],
    ]);
    expect(told(step['like_for_like_from'])).toEqual([
      ['a', '60.00', 2, '75.00', 2],
      ['b', '86.67', 1, '83.33', 1],
    ]);
    const leaves = [
      { id: '1.1', means: 'rescored', why: null, by_share: 0 },
      { id: '1.2', means: 'rescored', why: null, by_share: 0 },
      { id: '1.3', means: 'share', why: 'given', by_share: 0 },
    ];
    expect(step['like_for_like_criteria']).toEqual({ to: leaves, from: leaves });
  });

  it('takes the share where points were given outright, and counts those units', async () => {
    // 4 of 10 by override: 8 of 20; 8 + 8.5 + 16 = 32.5 of 50.
    const overridden = { ...older, a: '1.1,tre,4,Kết luận kiểm tra.\n1.2,85%,,\n1.3,8,,' };
    const step = await stepOf(project(2018, OLD, overridden), project(2019, NEW, newer));
    expect(told(step['like_for_like_to'])[0]).toEqual(['a', '65.00', 2, '84.40', 1]);
    const { to } = step['like_for_like_criteria'] as { readonly to: readonly { readonly by_share: number }[] };
    expect(to.map(({ by_share: count }) => count)).toEqual([1, 0, 0]);
  });

  it('is what a project of the one rubric and the other entries gives, both ways', async () => {
    const names = ['dung-han', 'tre', 'khong'];
    const entriesFrom = (seed: number): Rows =>
      Object.fromEntries(
        Array.from({ length: 12 }, (_, at) => {
          const [x, y, z] = [7, 11, 13].map((step) => (seed + at * step * 31) % 101);
          return [`xa-${at}`, `1.1,${names[(x ?? 0) % 3]},,\n1.2,${y}%,,\n1.3,${z}%,,`];
        }),
      );
    const curve = rule(
      'piecewise',
      ', curve: [{ at: 0%, points: 0 }, { at: 50%, points: 2 }, { at: 100%, points: 10 }]',
    );
    const bands =
      OLD.split('\n')
        .find((line) => line.includes('"1.2"'))
        ?.replace(/^.*(rule: .*) }$/, '$1') ?? '';
    const one = rubric('xa-2018', [
      [10, levels([10, 5, 0])],
      [10, bands],
      [10, curve],
    ]);
    const two = rubric('xa-2019', [
      [20, levels([20, 7, 1])],
      [15, rule('proportional')],
      [8, rule('proportional')],
    ]);
    const [before, after] = [entriesFrom(5), entriesFrom(38)];
    const step = await stepOf(project(2018, one, before), project(2019, two, after));
    const ranked = async (text: string, rows: Rows): Promise<ReadonlyMap<string, readonly [string, number]>> => {
      const { stdout } = await runTool(['rank', project(2020, text, rows), '--format', 'json']);
      const units: readonly { unit: string; index: string; rank: number }[] = JSON.parse(stdout).groups[0].units;
      return new Map(units.map(({ unit, index, rank }) => [unit, [index, rank]]));
    };
    for (const [text, key] of [
      [two, 'to'],
      [one, 'from'],
    ] as const) {
      const [was, is] = [await ranked(text, before), await ranked(text, after)];
      expect(told(step[`like_for_like_${key}`])).toEqual(
        [...was.keys()].map((unit) => [unit, ...(was.get(unit) ?? []), ...(is.get(unit) ?? [])]).toSorted(),
      );
    }
  });
});
