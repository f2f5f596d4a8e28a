/** A file copied from another is told by name; units that agree on names and full marks are not. */
import { describe, expect, it } from 'vitest';
import { copySample, edit } from '../sample-project.ts';
import { runTool } from '../surface.ts';
import { found, rubricOf } from './find.ts';

const shares = ['1.1', '1.2', '1.3', '1.4', '1.5'];
const rubric = rubricOf([
  ...shares.map((id) => [id, 1, 'rule: { type: proportional }'] as const),
  ['1.6', 1, 'rule: { type: levels, levels: { dat: 1, khong: 0 } }'],
]);

function rowsOf(unit: string, cells: readonly string[]): readonly string[] {
  return [...shares, '1.6'].map((id, at) => `${unit},${id},,${cells[at]},,x`);
}

function copied(a: readonly string[], b: readonly string[]): readonly string[] {
  const rows = [...rowsOf('so-y-te', a), ...rowsOf('so-noi-vu', b)];
  return found(rubric, rows).filter((one) => one.startsWith('copied'));
}

const broken = ['41/46', '17/19', '31/36', '12/13', '8/9', 'dat'];

describe('copied-entries', () => {
  it('tells two units with the same broken numbers, however they are written', () => {
    expect(copied(broken, broken)).toEqual(['copied-entries so-noi-vu']);
    expect(copied(broken, ['82/92', '17/19', '31/36', '12/13', '8/9', 'dat'])).toEqual(['copied-entries so-noi-vu']);
  });

  it('is silent where one cell differs', () => {
    expect(copied(broken, [...broken.slice(0, 5), 'khong'])).toEqual([]);
    expect(copied(broken, ['41/47', ...broken.slice(1)])).toEqual([]);
  });

  it('is silent where four are broken and the fifth is whole', () => {
    const four = [...broken.slice(0, 4), '100%', 'dat'];
    expect(copied(four, four)).toEqual([]);
  });

  it('names both files', async () => {
    const cwd = copySample();
    edit(cwd, 'cchc/entries/cam-ranh.csv', () => '');
    const { stdout: empty } = await runTool(['check', 'cchc'], { cwd });
    expect(empty).toContain('error[empty-file] cchc/entries/cam-ranh.csv');
    const { readFileSync } = await import('node:fs');
    edit(cwd, 'cchc/entries/cam-ranh.csv', () => readFileSync(`${cwd}/cchc/entries/cam-lam.csv`, 'utf8'));
    const { stdout, exit } = await runTool(['check', 'cchc'], { cwd });
    expect(exit).toBe(0);
    // cam-ranh stands before cam-lam in units.csv: the later one is told.
    expect(stdout).toContain('warning[copied-entries] cchc/entries/cam-lam.csv\n');
    expect(stdout).toContain('cchc/entries/cam-ranh.csv the entries of cam-ranh');
  });
});
