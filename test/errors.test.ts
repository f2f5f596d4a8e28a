/**
 * The error gallery: each folder of fixtures/errors is the smallest project that raises the code it is named by.
 * `command.txt` holds other arguments than `check`; `codes.txt` more codes than the one, where it cannot be alone.
 * The texts are those that a person reads; `npm run bless` rewrites them, and whoever does reads them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/checks/catalogue.ts';
import { everyCode } from '../src/checks/codes.ts';
import { folders, GALLERY, runIn, wordsIn } from './gallery.ts';

const codes = everyCode();

async function shown(folder: string, more: readonly string[]): Promise<string> {
  const { argv, printed, exit } = await runIn(folder, more);
  return `$ parindex ${argv.join(' ')}\n${printed}\nexit ${exit}\n`;
}

describe('the gallery', () => {
  it('has a folder for every code and a code for every folder', () => {
    expect([...folders].sort()).toEqual([...codes].sort());
  });

  it('has every fault that the source declares, each code once', () => {
    const source = ['faults', 'checks'].flatMap((room) => {
      const path = join(import.meta.dirname, '..', 'src', room);
      return readdirSync(path).flatMap((file) =>
        [...readFileSync(join(path, file), 'utf8').matchAll(/^ {2}code: '([^']+)',$/gm)].map((match) => match[1]),
      );
    });
    expect(source.sort()).toEqual([...codes].sort());
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[a-z]+(?:-[a-z]+)*$/.test(code))).toEqual([]);
  });

  it('has both languages for every law', () => {
    const laws = catalogue.flatMap(({ faults }) => faults.map(({ title }) => title));
    expect(laws.filter(({ en, vi }) => en === vi || !en.endsWith('.') || !vi.endsWith('.'))).toEqual([]);
  });

  describe.each(folders)('%s', (folder) => {
    it('raises exactly its code, in the words of its page', async () => {
      const text = await shown(folder, []);
      const raised = [...text.matchAll(/^(?:error|warning|note)\[([a-z-]+)\]/gm)].map((match) => match[1]);
      expect(new Set(raised)).toEqual(new Set(wordsIn(folder, 'codes.txt', folder)));
      expect(text).not.toMatch(/undefined|\[object|NaN/);
      await expect(text).toMatchFileSnapshot(join(GALLERY, folder, 'expected.txt'));
    });

    it('says it in Vietnamese', async () => {
      const text = await shown(folder, ['--lang', 'vi']);
      expect(text).not.toMatch(/undefined|\[object|NaN/);
      // Every message and hint is a sentence of its own in the other language.
      const english = new Set((await shown(folder, [])).split('\n').map((line) => line.replace(/^ {2}hint: /, '  ')));
      const said = text.split('\n').filter((line) => /^ {2}(?:gợi ý: )?\p{L}.*[.?]$/u.test(line));
      expect(said.length).toBeGreaterThan(0);
      expect(said.filter((line) => english.has(line.replace(/^ {2}gợi ý: /, '  ')))).toEqual([]);
      await expect(text).toMatchFileSnapshot(join(GALLERY, folder, 'expected.vi.txt'));
    });
  });
});

describe('docs/faults.md', () => {
  it('has every fault with its law and the example of its folder', async () => {
    let page = INTRODUCTION;
    for (const { title, faults } of catalogue) {
      page += `\n## ${title.en}\n`;
      for (const { code, severity, title: law } of faults) {
        const example = (await shown(code, [])).trimEnd();
        page += `\n### ${code}\n\n${severity}: ${law.en}\n\n${law.vi}\n\n\`\`\`\n${example}\n\`\`\`\n`;
      }
    }
    await expect(page).toMatchFileSnapshot(join(GALLERY, '..', '..', 'docs', 'faults.md'));
  });
});

const INTRODUCTION = `# Faults

Every fault that parindex can tell, as \`parindex check --list\` prints them: the law, and what is printed where it is broken.
An **error** refuses the input: no ranking is made. A **warning** lets it through and is printed, unless \`--strict\` is
given, which refuses it too; where the council knows the case, \`accept:\` in parindex.yaml takes note of it with a reason.
A **note** only says what is worth knowing.

This page is made from the source and from fixtures/errors, where each example is a small project of its own.
`;
