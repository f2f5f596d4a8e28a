/** Mutation testing finds what is planted: a mutant that a test notices, one that none does, those that hang, and those not tried. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

interface Mutant {
  readonly was: string;
  readonly replacement: string;
  readonly status: string;
}

const CODE = `export const SCALE = [100];
export function gradeOf(points: number): string {
  let left = points;
  while (left > 10) left -= 10;
  const waits = false;
  while (waits) {}
  if (points >= 90) return 'A';
  return points > 50 ? 'B' : 'C';
}
export function unasked(): string {
  return 'nobody asks';
}
`;

const TEST = `import { describe, expect, it } from 'vitest';
import { gradeOf } from '../../src/score/grade.ts';
describe('grades', () => {
  it.each([[90, 'A'], [89, 'B'], [51, 'B'], [20, 'C']])('%i', (points, grade) => {
    expect(gradeOf(points)).toBe(grade);
  });
});
`;

it('tells for each mutant whether a test noticed it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'mutation-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const folder of ['src/score', 'test/score']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'src/score/grade.ts'), CODE);
  writeFileSync(join(root, 'test/score/grade.test.ts'), TEST);
  const { measure } = await import(pathToFileURL(join(import.meta.dirname, 'mutation', 'measure.mjs')).href);
  const asked = { root, room: 'score', files: ['src/score/grade.ts'], how: {}, tell: () => {} };
  const { mutants } = (await measure(asked)) as { mutants: readonly Mutant[] };
  const statusOf = (was: string, replacement: string) =>
    mutants.find((mutant) => mutant.was === was && mutant.replacement === replacement)?.status;

  expect(statusOf('points >= 90', 'points > 90')).toBe('Killed');
  expect(statusOf('points > 50', 'points >= 50')).toBe('Survived');
  // One goes round its own switch for ever, the other passes none.
  expect(statusOf('left -= 10', 'left += 10')).toBe('Timeout');
  expect(statusOf('false', 'true')).toBe('Timeout');
  expect(statusOf("'nobody asks'", '""')).toBe('NoCoverage');
  expect(statusOf('[100]', '[]')).toBe('Ignored');
});
