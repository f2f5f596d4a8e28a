/** `rubric check`: what a rubric says of the one before it, alone and against that one. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runTool, wordsOf } from '../surface.ts';

const at = (folder: string) => ({ cwd: join(ROOT, 'fixtures', 'errors', folder) });

describe('rubric check', () => {
  it('finds an origin named twice without the rubric before, at its entry of "from"', async () => {
    // so-2024/rubric.yaml, line 10: `- { id: "1.2", …, from: ["1.1"], …`, which line 9 says too.
    const { exit, stderr } = await runTool(wordsOf('rubric check so-2024'), at('repeated-origin'));
    expect(exit).toBe(1);
    expect(stderr).toContain('error[repeated-origin] so-2024/rubric.yaml:10:63');
    expect(stderr).toContain('so-2024/rubric.yaml:9:');
    const check = await runTool(wordsOf('check so-2024'), at('repeated-origin'));
    expect(check.stderr + check.stdout).toContain('error[repeated-origin]');
  });

  it('finds an origin that is not there with --previous, and not without', async () => {
    const alone = await runTool(wordsOf('rubric check so-2024'), at('unknown-origin'));
    expect(alone.exit).toBe(0);
    const line = wordsOf('rubric check so-2024 --previous so-2023/rubric.yaml');
    const { exit, stderr } = await runTool(line, at('unknown-origin'));
    expect(exit).toBe(1);
    expect(stderr).toContain('error[unknown-origin] so-2024/rubric.yaml:10:63');
  });

  it('counts what continued where the crosswalk is sound', async () => {
    const line = wordsOf('rubric check fixtures/khanh-hoa-2019 --previous fixtures/khanh-hoa-2019 --lang vi');
    const { exit, stdout } = await runTool(line);
    expect(exit).toBe(0);
    // The sample's rubric has 60 leaves.
    expect(stdout).toMatch(/: 60 tiêu chí tiếp tục, 0 mới, 0 bỏ\.\n$/);
  });
});
