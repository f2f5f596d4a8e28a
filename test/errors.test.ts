/**
 * The error gallery: each folder of fixtures/errors is the smallest project that raises the code it is named by.
 * `command.txt` holds other arguments than `check`; `codes.txt` more codes than the one, where it cannot be alone.
 * The texts are those that a person reads; `npm run bless` rewrites them, and whoever does reads them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, codesOf } from '../src/checks/catalogue.ts';
import { run } from '../src/cli.ts';

const GALLERY = join(import.meta.dirname, '..', 'fixtures', 'errors');
const folders = readdirSync(GALLERY);
const codes = codesOf(catalogue);

function wordsOf(file: string, otherwise: string): readonly string[] {
  return (existsSync(file) ? readFileSync(file, 'utf8') : otherwise).trim().split(/\s+/);
}

/** What a person sees who runs the tool in the folder: the command, everything printed, the exit code. */
async function shown(folder: string, more: readonly string[]): Promise<string> {
  const cwd = join(GALLERY, folder);
  const argv = [...wordsOf(join(cwd, 'command.txt'), 'check'), ...more];
  let printed = '';
  const output = {
    write: (text: string | Uint8Array) => {
      printed += typeof text === 'string' ? text : new TextDecoder().decode(text);
    },
    isTTY: false,
    color: 0,
  } as const;
  const exit = await run({ argv, cwd, env: {}, stdout: output, stderr: output, readStdin: () => new Uint8Array() });
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

  describe.each(folders)('%s', (folder) => {
    it('raises exactly its code, in the words of its page', async () => {
      const text = await shown(folder, []);
      const raised = [...text.matchAll(/^(?:error|warning|note)\[([a-z-]+)\]/gm)].map((match) => match[1]);
      expect(new Set(raised)).toEqual(new Set(wordsOf(join(GALLERY, folder, 'codes.txt'), folder)));
      expect(text).not.toMatch(/undefined|\[object|NaN/);
      await expect(text).toMatchFileSnapshot(join(GALLERY, folder, 'expected.txt'));
    });

    it('says it in Vietnamese', async () => {
      const text = await shown(folder, ['--lang', 'vi']);
      expect(text).not.toMatch(/undefined|\[object|NaN/);
      await expect(text).toMatchFileSnapshot(join(GALLERY, folder, 'expected.vi.txt'));
    });
  });
});
