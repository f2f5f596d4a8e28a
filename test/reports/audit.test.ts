/** The pages of an audit, whole runs on fixtures at 80 columns, in both languages. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runTool } from '../surface.ts';

const FOLDER = 'fixtures/audit';

/** What each fixture is asked with, besides its own name, and how the run ends. */
const RUNS: Readonly<Record<string, { readonly more?: readonly string[]; readonly exit: number }>> = {
  'claims-2020.txt': { exit: 4 },
};

describe('audit', () => {
  it('has a run for every fixture', () => {
    const inputs = readdirSync(join(ROOT, FOLDER)).filter((name) => /\.(?:txt|csv)$/.test(name));
    expect(inputs.sort()).toEqual(Object.keys(RUNS).sort());
  });

  describe.each(Object.entries(RUNS))('%s', (name, { more = [], exit }) => {
    it.each(['en', 'vi'])('reads well in %s', async (lang) => {
      const ran = await runTool(['audit', `${FOLDER}/${name}`, ...more, '--lang', lang], { columns: 80 });
      expect([ran.exit, ran.stderr]).toEqual([exit, '']);
      await expect(ran.stdout).toMatchFileSnapshot(join(ROOT, FOLDER, 'expected', `${name}.${lang}.txt`));
    });

    it('gives the same as data', async () => {
      const ran = await runTool(['audit', `${FOLDER}/${name}`, ...more, '--format', 'json']);
      expect(JSON.parse(ran.stdout)).toMatchObject({ schema: 'parindex/audit/1', file: `${FOLDER}/${name}` });
      await expect(ran.stdout).toMatchFileSnapshot(join(ROOT, FOLDER, 'expected', `${name}.json`));
    });
  });
});
