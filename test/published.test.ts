/** Published tables, made again from what was published with them; where they do not follow, the difference is listed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { diskSource } from '../src/io.ts';
import { loadProject } from '../src/load.ts';
import { toFixedText } from '../src/model/exact.ts';
import type { Standing } from '../src/model/scoreboard.ts';
import { score } from '../src/score/index.ts';
import { ROOT, runTool } from './surface.ts';

/** The printed table beside a fixture: its rows by their header, the lines that begin with # left out. */
function printed(fixture: string): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(join(ROOT, 'fixtures/published', fixture, 'published.csv'), 'utf8');
  expect(text.startsWith('# Source: ')).toBe(true);
  return parse(text, { columns: true, comment: '#' });
}

/** The one group of a fixture, as the tool ranks it. */
function ranked(fixture: string, basis?: string): readonly Standing[] {
  const source = diskSource(ROOT, () => new Uint8Array());
  const { assessment, diagnostics } = loadProject(source, `fixtures/published/${fixture}`);
  expect(diagnostics).toEqual([]);
  if (assessment === undefined) throw new Error(`${fixture} was refused`);
  return score(assessment, basis).groups[0]?.standings ?? [];
}

const nameOf = ({ unit }: Standing): string => unit.name;

describe('Huế, 21 departments of 2021 (24/QĐ-UBND, 05/01/2022)', () => {
  it('ranks and grades follow from the published totals', async () => {
    const { stdout } = await runTool(['rank', 'fixtures/published/hue-so-2021', '--format', 'csv']);
    const ours = (parse(stdout, { columns: true }) as Record<string, string>[]).map((row) => ({
      don_vi: row['name'],
      diem: row['points'],
      xep_hang: row['rank'],
      xep_loai: row['grade_name'],
    }));
    const table = printed('hue-so-2021').map(({ stt: _, ...row }) => row);
    expect(table).toHaveLength(21);
    expect(ours).toEqual(table);
  });
});

describe('PAR INDEX 2020, the first ten provinces (28/06/2021)', () => {
  const table = printed('par-index-2020');
  const standings = ranked('par-index-2020');

  it('gives the published ranks from the published components', () => {
    const ours = standings.map((standing) => ({ hang: `${standing.rank}`, tinh: nameOf(standing) }));
    expect(ours).toEqual(table.map(({ hang, tinh }) => ({ hang, tinh })));
  });

  it('gives every printed total but three, which differ by 0.01 from the sum of their printed parts', () => {
    const totals = new Map(standings.map((standing) => [nameOf(standing), toFixedText(standing.points, 2)]));
    const differing = table.filter(({ tinh, tong }) => totals.get(tinh as string) !== tong);
    expect(differing.map(({ tinh, tong }) => [tinh, tong, totals.get(tinh as string)])).toEqual([
      ['Quảng Ninh', '91.04', '91.05'],
      ['Đồng Tháp', '86.77', '86.76'],
      ['Phú Thọ', '85.74', '85.73'],
    ]);
  });

  it('shows these differences to whoever reads the ranking', async () => {
    const { stdout } = await runTool(['rank', 'fixtures/published/par-index-2020']);
    expect(stdout).toContain('Quảng Ninh (91.04), Đồng Tháp (86.77) and Phú Thọ');
  });
});

describe('Đà Nẵng, seven districts of 2008 (17/07/2009)', () => {
  it('counts on after a tie as the printed table does: 1, 2, 2, 3', () => {
    const ours = ranked('da-nang-2008').map((standing) => [nameOf(standing), `${standing.rank}`, standing.tied]);
    const table = printed('da-nang-2008').map((row) => [row['don_vi'], row['xep_hang'], row['xep_hang'] === '2']);
    expect(new Set(ours.map((row) => row.join()))).toEqual(new Set(table.map((row) => row.join())));
    expect(ours.map((row) => row[1])).toEqual(['1', '2', '2', '3', '4', '5', '6']);
  });
});

describe('Cà Mau, criteria 1.1 and 1.2 (1880/QĐ-UBND, 2013)', () => {
  // By hand from the decision: "trên 90%: 2; từ 70% - 90%: 1; dưới 70%: 0", so that 90 % and 70 % give 1.
  const byHand: Readonly<Record<string, readonly string[]>> = {
    'huyen-a': ['1', '1', '1', '2', '1', '1'],
    'huyen-b': ['0.5', '1', '1', '1', '1', '0'],
    'huyen-c': ['1', '0', '0', '1', '0', '1'],
    'huyen-d': ['0', '0', '0', '0', '0', '0'],
  };

  it.each(Object.entries(byHand))('gives %s the points of the decision', async (unit, points) => {
    const { stdout } = await runTool(['scorecard', unit, 'fixtures/published/ca-mau-2013', '--format', 'json']);
    const { domains } = JSON.parse(stdout) as { domains: { leaves: { points: string }[] }[] };
    const ours = domains.flatMap(({ leaves }) => leaves.map((leaf) => leaf.points.replace(/\.?0+$/, '') || '0'));
    expect(ours).toEqual(points);
  });
});

describe('Khánh Hòa, districts of 2019 (199/QĐ-UBND, 21/01/2020)', () => {
  it('gives the three published indices and ranks, the published grade, and the grades of the published lines', async () => {
    const { stdout } = await runTool(['rank', 'fixtures/khanh-hoa-2019', '--format', 'csv']);
    const rows = parse(stdout, { columns: true }) as Record<string, string>[];
    expect(rows.slice(0, 3).map((row) => [row['unit'], row['rank'], row['index'], row['grade_name']])).toEqual([
      ['khanh-vinh', '1', '92.08', 'Tốt'],
      ['khanh-son', '2', '87.34', 'Tốt'],
      ['ninh-hoa', '3', '83.09', 'Khá'],
    ]);
    expect(rows).toHaveLength(8);
  });
});
