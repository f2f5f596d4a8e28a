/** Office files hold dates in many places; none of them may come from the clock or the place of whoever made the file. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { copySample } from '../sample-project.ts';
import { runTool, wordsOf } from '../surface.ts';

const COMMANDS = [
  'rank cchc -o out-ranking.xlsx --lang vi',
  'report cchc --format docx -o out-annex.docx --lang vi',
  'rubric convert cchc/rubric.yaml -q -o out-rubric.xlsx',
  'template cchc/rubric.yaml -q -o out-forms',
];

/** Every file that the commands write, by its digest, at a time and in a zone. */
async function written(now: string, zone: string): Promise<ReadonlyMap<string, string>> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
  vi.stubEnv('TZ', zone);
  const cwd = copySample();
  for (const line of COMMANDS) {
    const { exit, stderr } = await runTool(wordsOf(line), { cwd });
    expect([exit, stderr], line).toEqual([0, '']);
  }
  const files = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.startsWith('out-') && statSync(join(cwd, path)).isFile(),
  );
  const digest = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(cwd, path)))
      .digest('hex');
  for (const path of files) expectNoYear(readFileSync(join(cwd, path)), now.slice(0, 4), path);
  return new Map(files.sort().map((path) => [path, digest(path)]));
}

/** The year of the clock stands in no part that tells about the file. */
function expectNoYear(bytes: Uint8Array, year: string, path: string): void {
  const parts = unzipSync(bytes, { filter: ({ name }) => name.startsWith('docProps/') });
  for (const part of Object.values(parts)) expect(new TextDecoder().decode(part), path).not.toContain(year);
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('workbooks, forms and the annex', () => {
  it('are the same bytes at any time and in any zone', async () => {
    const first = await written('2026-01-01T00:30:00Z', 'Asia/Ho_Chi_Minh');
    const second = await written('2041-07-15T23:59:59Z', 'America/Los_Angeles');
    expect(first.size).toBe(4);
    expect([...second]).toEqual([...first]);
  });
});
