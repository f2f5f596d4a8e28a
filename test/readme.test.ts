/**
 * The README shows what the tool prints: each command of a `console` block is run, one after another in one folder,
 * and what the page shows below it is held against what came out. `npm run bless` writes the page anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { edit, emptyFolder } from './sample-project.ts';
import { ROOT, runTool, wordsOf } from './surface.ts';

const PAGES = ['README.md', 'docs/cookbook.md'];

/** Runs what a console line asks. Of other tools only the plainest `sed` and `printf` are known, so that pages need no shell. */
async function perform(line: string, folder: string): Promise<string> {
  const [tool, ...argv] = wordsOf(line);
  const sed = /^sed -i 's\/([^/]*)\/([^/]*)\/' (\S+)$/.exec(line);
  if (sed) {
    const [, pattern = '', changed = '', file = ''] = sed;
    edit(folder, file, (text) => text.replace(new RegExp(pattern, 'm'), () => changed));
    return '';
  }
  const printed = /^printf '([^']*)' > (\S+)$/.exec(line);
  if (printed) {
    const [, text = '', file = ''] = printed;
    writeFileSync(join(folder, file), text.replaceAll('\\n', '\n').replaceAll('%%', '%'));
    return '';
  }
  if (line === 'npm ci && npm start') {
    // What `npm start` runs once the build is there: package.json says so.
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const main = /node bin\/parindex\.js (.*)$/.exec(manifest.scripts.start)?.[1] ?? '';
    return (await runTool(wordsOf(main), { columns: 100 })).stdout;
  }
  expect(tool, `an unknown command in the page: ${line}`).toBe('parindex');
  const { stdout, stderr } = await runTool(argv, { cwd: folder, columns: 100 });
  return stderr + stdout;
}

/** The page with every console block as it comes out now; lines that only set the stage are not shown. */
async function rebuilt(page: string, folder: string): Promise<string> {
  const parts = page.split(/^(```console\n[\s\S]*?\n```)$/m);
  const made: string[] = [];
  for (const part of parts) {
    if (!part.startsWith('```console\n')) {
      made.push(part);
      continue;
    }
    const shown: string[] = [];
    for (const line of part.split('\n').filter((each) => each.startsWith('$ '))) {
      const output = await perform(line.slice(2), folder);
      shown.push(`${line}\n${output}`);
    }
    made.push(`\`\`\`console\n${shown.join('\n').trimEnd()}\n\`\`\``);
  }
  return made.join('');
}

describe.each(PAGES)('%s', (name) => {
  let page = '';
  beforeAll(() => {
    page = readFileSync(join(ROOT, name), 'utf8');
  });

  it('shows what its commands print', async () => {
    const made = await rebuilt(page, emptyFolder());
    await expect(made).toMatchFileSnapshot(`../${name}`);
  });

  it('names only files that are there', () => {
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] as string);
    for (const link of links) expect(() => readFileSync(join(ROOT, name, '..', link)), link).not.toThrow();
  });
});
