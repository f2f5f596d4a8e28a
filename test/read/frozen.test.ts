/** `freeze:`: the digest of the rubric's own bytes is taken by the test, not asked of the tool. */
import { createHash } from 'node:crypto';
import { appendFileSync, copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rubric } from '../../src/model/rubric.ts';
import { findThawed, readFreeze } from '../../src/read/frozen.ts';
import { readProject } from '../../src/read/project.ts';
import { copySample, edit } from '../sample-project.ts';
import { runTool } from '../surface.ts';
import { soundWords } from './sound-words.ts';

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

describe('what freeze says', () => {
  const place = { file: 'parindex.yaml', line: 3, column: 9 };
  const at = (file = '') => ({ ...place, name: file });
  const [one, two] = ['a1'.repeat(32), 'b2'.repeat(32)] as const;

  it('is of each rubric that it names, and told where it names none', () => {
    const { frozen, diagnostics } = readFreeze({ 'so.yaml': one, 'xa.yaml': two }, ['so.yaml', 'huyen.yaml'], at);
    expect(frozen).toEqual([{ path: 'so.yaml', sha256: one, place: at('so.yaml') }]);
    expect(soundWords(diagnostics)).toMatchObject([
      { place: at('xa.yaml'), facts: { why: 'unnamed', rubric: 'xa.yaml' } },
    ]);
  });

  it('is of the one rubric that there is', () => {
    expect(readFreeze(one, ['so.yaml'], at)).toEqual({
      frozen: [{ path: 'so.yaml', sha256: one, place: at() }],
      diagnostics: [],
    });
    const { frozen, diagnostics } = readFreeze(one, ['so.yaml', 'xa.yaml'], at);
    expect(frozen).toEqual([]);
    expect(soundWords(diagnostics)).toMatchObject([{ facts: { why: 'several', rubric: 'so.yaml, xa.yaml' } }]);
  });

  it('is held against the rubric of that file, where one was read', () => {
    const rubric = (file: string, sha256: string) => ({ file, sha256 }) as Rubric;
    const rubrics = [rubric('p/so.yaml', one), rubric('p/xa.yaml', two)];
    const found = (path: string, sha256: string) =>
      findThawed([{ path, sha256, place }], rubrics, (name) => `p/${name}`);
    expect(found('so.yaml', one)).toEqual([]);
    expect(found('xa.yaml', two)).toEqual([]);
    expect(found('huyen.yaml', one)).toEqual([]);
    expect(soundWords(found('xa.yaml', one))).toMatchObject([
      { place, facts: { why: 'changed', rubric: 'xa.yaml', found: two } },
    ]);
  });

  it.each([`${one}0`, one.slice(1), one.toUpperCase(), `x${one}`])('is no digest such as %s', (written) => {
    expect(readProject(`year: 2024\nfreeze: "${written}"\n`, 'parindex.yaml').diagnostics).toMatchObject([
      { fault: { code: 'wrong-value' }, place: { line: 2, column: 9 } },
    ]);
  });
});
