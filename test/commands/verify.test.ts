/** `--manifest` and `verify`: a result is confirmed, and any byte that changed in any file of it is found. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copySample, edit } from '../sample-project.ts';
import { runTool } from '../surface.ts';

interface Described {
  readonly name: string;
  readonly digest: { readonly sha256: string };
  readonly annotations: { readonly bytes: number };
}

const MANIFEST = 'ranking.csv.manifest.json';

/** The sample, ranked into ranking.csv with a manifest beside it. */
async function ranked(...options: readonly string[]): Promise<string> {
  const cwd = copySample();
  const { exit, stderr } = await runTool(['rank', 'cchc', '-o', 'ranking.csv', '--manifest', ...options], { cwd });
  expect([exit, stderr]).toEqual([0, '']);
  return cwd;
}

const statementOf = (cwd: string) => JSON.parse(readFileSync(join(cwd, MANIFEST), 'utf8'));

async function differences(cwd: string, manifest = MANIFEST): Promise<readonly string[]> {
  const { exit, stdout } = await runTool(['verify', manifest, '--format', 'json'], { cwd });
  const data = JSON.parse(stdout);
  expect(exit).toBe(data.differences.length === 0 ? 0 : 4);
  expect(data.confirmed).toBe(exit === 0);
  return data.differences.map(({ why, file }: { why: string; file: string }) => `${why} ${file}`);
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] as number) ^ 1;
  writeFileSync(path, bytes);
}

describe('a manifest', () => {
  it('is an in-toto statement that names tool, command, rubric, every input and the output', async () => {
    const cwd = await ranked('--lang', 'vi');
    const statement = statementOf(cwd);
    expect(statement).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      predicate: {
        tool: { name: 'parindex', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
        command: 'rank',
        arguments: ['cchc'],
        options: { lang: 'vi' },
        rubrics: [{ id: 'khanh-hoa-huyen-2019', name: 'cchc/rubric.yaml' }],
      },
    });
    const all: readonly Described[] = [...statement.subject, ...statement.predicate.inputs];
    expect(all.map(({ name }) => name)).toEqual([
      'ranking.csv',
      ...['cam-lam', 'cam-ranh', 'dien-khanh', 'khanh-son', 'khanh-vinh', 'nha-trang', 'ninh-hoa', 'van-ninh'].map(
        (unit) => `cchc/entries/${unit}.csv`,
      ),
      ...['cchc/parindex.yaml', 'cchc/rubric.yaml', 'cchc/units.csv'],
    ]);
    for (const { name, digest, annotations } of all) {
      const bytes = readFileSync(join(cwd, name));
      expect(digest.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(annotations.bytes).toBe(bytes.length);
    }
  });

  it('is the same whenever it is written', async () => {
    const [first, second] = [await ranked(), await ranked()];
    expect(readFileSync(join(first, MANIFEST), 'utf8')).toBe(readFileSync(join(second, MANIFEST), 'utf8'));
  });

  it('is asked for with an output alone, and never of standard input', async () => {
    const cwd = copySample();
    expect(await runTool(['rank', 'cchc', '--manifest'], { cwd })).toMatchObject({ exit: 2, stdout: '' });
    const piped = ['rank', '--rubric', 'cchc/rubric.yaml', '-', '-o', 'ranking.csv', '--manifest'];
    const entries = readFileSync(join(cwd, 'cchc/entries/cam-lam.csv'), 'utf8').split('\n').filter(Boolean);
    const stdin = entries.map((line, at) => `${at === 0 ? 'unit' : 'cam-lam'},${line}\n`).join('');
    const { exit, stderr } = await runTool(piped, { cwd, stdin });
    expect([exit, stderr]).toEqual([2, expect.stringContaining('standard input has no manifest')]);
    expect(statSync(join(cwd, 'ranking.csv'), { throwIfNoEntry: false })).toBeUndefined();
  });

  it('is not written where nothing is ranked', async () => {
    const cwd = copySample();
    edit(cwd, 'cchc/entries/cam-lam.csv', (text) => text.replace('kip-thoi', 'kip-thio'));
    const { exit } = await runTool(['rank', 'cchc', '-o', 'ranking.csv', '--manifest'], { cwd });
    expect(exit).toBe(1);
    expect(statSync(join(cwd, MANIFEST), { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe('verify', () => {
  it('confirms what nobody touched, in words that say how much', async () => {
    const cwd = await ranked('--domains');
    const { exit, stdout } = await runTool(['verify', MANIFEST], { cwd });
    expect([exit, stdout]).toEqual([0, expect.stringContaining('Confirmed: 11 inputs and 1 output')]);
  });

  it('finds a flipped byte in every input and in the output, and names the file', async () => {
    const cwd = await ranked();
    const statement = statementOf(cwd);
    for (const { name, annotations } of statement.predicate.inputs as readonly Described[]) {
      for (const at of [0, annotations.bytes >> 1, annotations.bytes - 1]) {
        flip(join(cwd, name), at);
        expect(await differences(cwd)).toEqual([`changed ${name}`]);
        flip(join(cwd, name), at);
      }
    }
    flip(join(cwd, 'ranking.csv'), 100);
    expect(await differences(cwd)).toEqual(['changed ranking.csv']);
    flip(join(cwd, 'ranking.csv'), 100);
    expect(await differences(cwd)).toEqual([]);
  });

  it('finds a flipped byte anywhere in the manifest itself', async () => {
    const cwd = await ranked();
    const path = join(cwd, MANIFEST);
    const { size } = statSync(path);
    for (let at = 0; at < size; at += 97) {
      flip(path, at);
      const found = await differences(cwd);
      expect(found.length, `byte ${at}`).toBeGreaterThan(0);
      expect(found[0], `byte ${at}`).toBe(`manifest ${MANIFEST}`);
      flip(path, at);
    }
  });

  it('finds a file that is gone, and one that has come', async () => {
    const cwd = await ranked();
    renameSync(join(cwd, 'cchc/entries/cam-lam.csv'), join(cwd, 'cam-lam.csv'));
    expect(await differences(cwd)).toEqual(['gone cchc/entries/cam-lam.csv']);
    renameSync(join(cwd, 'cam-lam.csv'), join(cwd, 'cchc/entries/cam-lam.csv'));
    // An empty file of entries is no unit's and changes no result, yet it was not there.
    writeFileSync(join(cwd, 'cchc/entries/them.csv'), 'unit,criterion,appraised\n');
    expect(await differences(cwd)).toEqual(['new cchc/entries/them.csv']);
  });

  it('finds a result that does not follow from its inputs, though its manifest was written anew', async () => {
    const cwd = await ranked();
    edit(cwd, 'ranking.csv', (text) => text.replace('92.08', '92.09'));
    const bytes = readFileSync(join(cwd, 'ranking.csv'));
    edit(cwd, MANIFEST, (text) => {
      const statement = JSON.parse(text);
      statement.subject[0].digest.sha256 = createHash('sha256').update(bytes).digest('hex');
      statement.predicate.seal = '';
      const sealed = (seal: string) =>
        `${JSON.stringify({ ...statement, predicate: { ...statement.predicate, seal } }, null, 2)}\n`;
      return sealed(createHash('sha256').update(sealed('')).digest('hex'));
    });
    expect(await differences(cwd)).toEqual(['result ranking.csv']);
  });

  it('reads from the folder that the manifest was written from, wherever it is called', async () => {
    const cwd = copySample();
    mkdirSync(join(cwd, 'ket-qua'));
    const asked = ['rank', 'cchc', '-o', 'ket-qua/ranking.csv', '-o', 'ket-qua/ranking.json', '--manifest'];
    expect(await runTool(asked, { cwd })).toMatchObject({ exit: 0 });
    expect(await differences(cwd, `ket-qua/${MANIFEST}`)).toEqual([]);
    expect(await differences(join(cwd, 'ket-qua'))).toEqual([]);
    flip(join(cwd, 'ket-qua/ranking.json'), 5);
    expect(await differences(join(cwd, 'ket-qua'))).toEqual(['changed ranking.json']);
    expect(await differences(join(cwd, 'cchc'), `../ket-qua/${MANIFEST}`)).toEqual(['changed ../ket-qua/ranking.json']);
  });

  it('vouches for a report too', async () => {
    const cwd = copySample();
    expect(await runTool(['report', 'cchc', '-o', 'annex.docx', '--manifest'], { cwd })).toMatchObject({ exit: 0 });
    expect(await differences(cwd, 'annex.docx.manifest.json')).toEqual([]);
  });

  it('tells a manifest of another version, and what is no manifest', async () => {
    const cwd = await ranked();
    edit(cwd, MANIFEST, (text) => text.replace(/"version": "[^"]*"/, '"version": "9.9.9"'));
    expect(await differences(cwd)).toEqual([`manifest ${MANIFEST}`, `version ${MANIFEST}`]);
    writeFileSync(join(cwd, MANIFEST), '{}');
    expect(await differences(cwd)).toEqual([`manifest ${MANIFEST}`]);
    rmSync(join(cwd, MANIFEST));
    expect(await runTool(['verify', MANIFEST], { cwd })).toMatchObject({ exit: 3 });
  });

  it('runs no other command, and none with options of its own making', async () => {
    for (const [before, after] of [
      ['"command": "rank"', '"command": "init"'],
      ['"options": {}', '"options": {\n      "format": "evil"\n    }'],
      ['"options": {}', '"options": {\n      "group": true\n    }'],
    ] as const) {
      const cwd = await ranked();
      edit(cwd, MANIFEST, (text) => {
        const unsealed = text.replace(before, after).replace(/"seal": "[^"]*"/, '"seal": ""');
        const seal = createHash('sha256').update(unsealed).digest('hex');
        return unsealed.replace('"seal": ""', `"seal": "${seal}"`);
      });
      expect(await differences(cwd)).toEqual([`manifest ${MANIFEST}`]);
    }
  });
});
