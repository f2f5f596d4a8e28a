/** `check --edges`, and the line under a ranking: the sample, whose grade line is moved a hundredth above Khánh Sơn (87.34). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { copySample, edit } from '../sample-project.ts';
import { ROOT, runTool } from '../surface.ts';

function closeSample(): string {
  const folder = copySample();
  edit(folder, 'cchc/rubric.yaml', (text) => text.replace('name: Tốt, from: 85', 'name: Tốt, from: 87.35'));
  return folder;
}

describe('check --edges', () => {
  it('names the unit, the step and the grade it would have, after the faults', async () => {
    const { exit, stdout } = await runTool(['check', 'cchc', '--edges'], { cwd: closeSample() });
    expect(exit).toBe(0);
    const page = stdout.slice(stdout.indexOf('Close calls'));
    expect(page).toContain('Grades that 0.01 more or less would change:');
    expect(page).toMatch(/^Huyện Khánh Sơn +index \+[\u00a0 ]0\.01 +Khá +Tốt$/m);
    expect(page).not.toContain('Khánh Vĩnh');
  });

  it('says so where nothing hangs on a hundredth', async () => {
    const { stdout } = await runTool(['check', 'cchc', '--edges', '--lang', 'vi'], { cwd: copySample() });
    expect(stdout).toContain('Không xếp loại, thứ hạng nào phụ thuộc vào mức chênh 0,01.');
  });

  it('is data of the published schema', async () => {
    const { stdout } = await runTool(['check', 'cchc', '--edges', '--format', 'json'], { cwd: closeSample() });
    const data = JSON.parse(stdout);
    const schema = JSON.parse(readFileSync(join(ROOT, 'docs/diagnostics.schema.json'), 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
    expect(data.edges).toMatchObject([
      {
        ...{ group: 'huyen', step: '0.01', rank_steps: [] },
        grade_steps: [{ unit: 'khanh-son', node: null, by: 'more', now: 'kha', would_be: 'tot' }],
      },
    ]);
  });

  it('is not looked for where the input is refused', async () => {
    const folder = copySample();
    edit(folder, 'cchc/entries/cam-lam.csv', (text) => text.replace('kip-thoi', 'kip-thio'));
    const { exit, stdout } = await runTool(['check', 'cchc', '--edges', '--format', 'json'], { cwd: folder });
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).not.toHaveProperty('edges');
  });

  it('is refused in a format that is for faults alone', async () => {
    const { exit, stderr } = await runTool(['check', 'cchc', '--edges', '--format', 'sarif'], { cwd: copySample() });
    expect(exit).toBe(2);
    expect(stderr).toContain('--edges goes with text, table, markdown, json');
  });
});

describe('rank', () => {
  it('tells of close calls in one line, and where to read more', async () => {
    const { stdout } = await runTool(['rank', 'cchc'], { cwd: closeSample(), columns: 200 });
    expect(stdout).toContain(
      'Close calls, where the way of rounding or 0.01 decides the rank or the grade: Huyện Khánh Sơn. More: parindex check --edges',
    );
  });
});
