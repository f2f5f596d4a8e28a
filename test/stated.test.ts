/** `rows:` and `sha256:` of a file in parindex.yaml: a file that is cut off or changed is refused, with both figures. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runTool } from './surface.ts';
import { ENTRIES, FILE, type Files, folderOf, inOneFile, PROJECT, toldIn, UNITS } from './threats/world.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const project = (more: string, files: Files = {}): Files => ({ 'parindex.yaml': `${PROJECT}${more}`, ...files });

async function told(files: Files) {
  const all = await toldIn(folderOf(files));
  return all.map(({ code, file, line, column, message }) => `${code} ${file}:${line}:${column} ${message}`);
}

const LONG = 'entries/2024.csv';
const long = (stated: string, change = (text: string) => text): Files =>
  project(`entries:\n  - path: ${LONG}\n    ${stated}\n`, inOneFile(change));

const longText = inOneFile((text) => text)[LONG] as string;

describe('a file of entries', () => {
  it('is taken with the rows and the digest that are stated', async () => {
    expect(await told(long('rows: 12'))).toEqual([]);
    expect(await told(long(`sha256: "${sha256(longText)}"`))).toEqual([]);
    const mapped = `entries: { path: ${LONG}, rows: 12, sha256: "${sha256(longText)}" }\n`;
    expect(
      await told(
        project(
          mapped,
          inOneFile((text) => text),
        ),
      ),
    ).toEqual([]);
  });

  it('is refused with others, at what is stated', async () => {
    expect(await told(long('rows: 13'))).toEqual([
      `not-as-stated parindex.yaml:5:11 ${LONG} has 12 rows below its header; 13 are stated here.`,
    ]);
    const other = sha256('other');
    expect(await told(long(`sha256: "${other}"`))).toEqual([
      `not-as-stated parindex.yaml:5:13 The SHA-256 of ${LONG} is ${sha256(longText)}; ${other} is stated here.`,
    ]);
    const ranked = await runTool(['rank', '--draft'], { cwd: folderOf(long('rows: 13')) });
    expect([ranked.exit, ranked.stdout]).toEqual([1, '']);
  });

  it('has no row that is blank or its header, and each that is refused for itself', async () => {
    expect(await told(long('rows: 12', (text) => text.replace('so-noi-vu,1.1', ',,\nso-noi-vu,1.1')))).toEqual([]);
    const spoilt = await told(long('rows: 12', (text) => text.replace('so-noi-vu,1.1,cham', 'so-noi-vu,1.1,chamm')));
    expect(spoilt.map((one) => one.split(' ')[0])).toEqual(['unknown-level']);
  });

  it('that is not there or no table is told of for that alone', async () => {
    const gone = await told(project(`entries: { path: khong-co.csv, rows: 3, sha256: "${sha256('')}" }\n`));
    expect(gone.map((one) => one.split(' ')[0])).toEqual([...Array(3).fill('missing-unit'), 'missing-file'].sort());
    const spoilt = await told(long('rows: 12', (text) => text.replace('criterion', 'tieu chuan')));
    expect(spoilt.map((one) => one.split(' ')[0])).not.toContain('not-as-stated');
  });

  it('can stand beside files of which nothing is stated', async () => {
    const list = `entries:\n  - entries/so-noi-vu.csv\n  - { path: ${FILE}, rows: 5 }\n  - entries/so-tu-phap.csv\n`;
    expect(await told(project(list))).toEqual([
      `not-as-stated parindex.yaml:5:40 ${FILE} has 4 rows below its header; 5 are stated here.`,
    ]);
  });
});

describe('a folder of entries', () => {
  it('has the rows of all its files', async () => {
    expect(await told(project('entries: { path: entries, rows: 12 }\n'))).toEqual([]);
    const cut = { [FILE]: ENTRIES.replace('1.4,0,1,\n', '') };
    expect((await told(project('entries: { path: entries/, rows: 12 }\n', cut)))[1]).toBe(
      'not-as-stated parindex.yaml:3:34 entries/ has 11 rows below its header; 12 are stated here.',
    );
  });

  it('is not counted where the bytes of one of its files cannot be read', async () => {
    const spoilt = await told(
      project('entries: { path: entries, rows: 12 }\n', { [FILE]: Uint8Array.of(0x31, 0xff, 0x0a) }),
    );
    const codes = spoilt.map((one) => one.split(' ')[0]);
    expect(codes).toContain('undecodable');
    expect(codes).not.toContain('not-as-stated');
  });

  it('has none of files further below it, which are other entries or the units file', async () => {
    const moved = { [FILE]: null, 'entries/nua/so-y-te.csv': ENTRIES };
    const both = project('entries: [{ path: entries, rows: 8 }, entries/nua/so-y-te.csv]\n', moved);
    expect(await told(both)).toEqual([]);
    const units = { 'units.csv': null, 'entries/nua/units.csv': UNITS };
    const within = 'units: { path: entries/nua/units.csv, rows: 3 }\nentries: { path: entries, rows: 12 }\n';
    expect(await told(project(within, units))).toEqual([]);
  });

  it.each(['.', './'])('that is the project folder itself has the rows of its files: %s', async (path) => {
    const { [LONG]: _, ...gone } = inOneFile((text) => text);
    const moved = { ...gone, '2024.csv': longText, 'units.csv': null, 'nua/units.csv': UNITS };
    const found = await told(project(`units: nua/units.csv\nentries: { path: ${path}, rows: 12 }\n`, moved));
    expect(found.map((one) => one.split(' ')[0])).toEqual(['ignored-file', 'ignored-file']);
  });

  it('has no digest', async () => {
    expect(await told(project(`entries: { path: entries, sha256: "${sha256('')}" }\n`))).toEqual([
      'not-as-stated parindex.yaml:3:35 entries is a folder and has no SHA-256.',
    ]);
  });
});

describe('a units file', () => {
  it('that lost its last row is refused before a ranking of the rest', async () => {
    const cut = { 'units.csv': UNITS.replace('so-tu-phap,Sở Tư pháp,so\n', ''), 'entries/so-tu-phap.csv': null };
    expect(await told(project('units: units.csv\n', cut))).toEqual([]);
    expect(await told(project('units: { path: units.csv, rows: 3 }\n', cut))).toEqual([
      'not-as-stated parindex.yaml:3:33 units.csv has 2 rows below its header; 3 are stated here.',
    ]);
  });
});

it('a misspelt key is told with what was probably meant, in a list too', async () => {
  for (const entries of [
    `{ path: ${LONG}, row: 1 }`,
    `[{ path: ${LONG}, row: 1 }]`,
    `["${LONG}", { path: x, row: 1 }]`,
  ]) {
    const [one] = await toldIn(
      folderOf(
        project(
          `entries: ${entries}\n`,
          inOneFile((text) => text),
        ),
      ),
    );
    expect([one?.code, one?.hint]).toEqual(['unknown-key', 'did you mean "rows"?']);
  }
});
