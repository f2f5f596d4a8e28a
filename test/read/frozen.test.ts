/** `freeze:`: the digest of the rubric's own bytes is taken by the test, not asked of the tool. */
import { createHash } from 'node:crypto';
import { appendFileSync, copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copySample, edit } from '../sample-project.ts';
import { runTool } from '../surface.ts';

const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

function frozenSample(freeze: (digest: string) => string): string {
  const folder = copySample();
  const digest = sha256(join(folder, 'cchc/rubric.yaml'));
  edit(folder, 'cchc/parindex.yaml', (text) => `${text}${freeze(digest)}\n`);
  return folder;
}

describe('freeze', () => {
  it.each([
    ['one digest', (digest: string) => `freeze: "${digest}"`],
    ['a digest by file', (digest: string) => `freeze: { rubric.yaml: "${digest}" }`],
  ])('lets the rubric pass that it names by %s', async (_, freeze) => {
    const { exit, stdout } = await runTool(['rank', 'cchc'], { cwd: frozenSample(freeze) });
    expect(exit).toBe(0);
    expect(stdout).toContain('92.08');
  });

  it.each(['rank', 'check', 'rubric'])('refuses a rubric that changed by one byte: %s', async (command) => {
    const folder = frozenSample((digest) => `freeze: "${digest}"`);
    appendFileSync(join(folder, 'cchc/rubric.yaml'), '\n');
    const args = command === 'rubric' ? ['rubric', 'check', 'cchc'] : [command, 'cchc'];
    const { exit, stdout, stderr } = await runTool(args, { cwd: folder });
    expect(exit).toBe(1);
    expect(stdout + stderr).toContain('error[frozen-rubric] cchc/parindex.yaml:');
    expect(stdout + stderr).toContain(`its SHA-256 is now ${sha256(join(folder, 'cchc/rubric.yaml'))}`);
    expect(stdout).not.toContain('92.08');
  });

  it('refuses a name that is no rubric of the project, and one digest for two rubrics', async () => {
    const stray = frozenSample((digest) => `freeze: { other.yaml: "${digest}" }`);
    const one = await runTool(['check', 'cchc'], { cwd: stray });
    expect(one.exit).toBe(1);
    expect(one.stdout).toContain('"other.yaml" is not a rubric of this project.');
    const two = frozenSample((digest) => `freeze: "${digest}"\nrubrics: [rubric.yaml, second.yaml]`);
    copyFileSync(join(two, 'cchc/rubric.yaml'), join(two, 'cchc/second.yaml'));
    const both = await runTool(['check', 'cchc'], { cwd: two });
    expect(both.exit).toBe(1);
    expect(both.stdout).toContain('One digest for several rubrics: rubric.yaml, second.yaml.');
  });

  it.each([
    ['"9BB5"', '"9BB5": a SHA-256 is asked here: 64 digits and letters a to f.'],
    ['{ rubric.yaml: "9bb5" }', '"9bb5": a SHA-256 is asked here: 64 digits and letters a to f.'],
    ['true', 'true is not a text.'],
    ['12', 'error[bare-number]'],
  ])('refuses %s as a digest', async (written, told) => {
    const { exit, stdout } = await runTool(['check', 'cchc'], { cwd: frozenSample(() => `freeze: ${written}`) });
    expect(exit).toBe(1);
    expect(stdout).toContain('cchc/parindex.yaml:');
    expect(stdout).toContain(told);
  });
});
