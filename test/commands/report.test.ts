/** `report`: what it refuses, and that its bytes know no clock, time zone or language of the machine. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copySample, emptyFolder } from '../sample-project.ts';
import { ROOT, runTool, wordsOf } from '../surface.ts';

describe('options of the document', () => {
  it.each([
    ['--portrait', 'a.html'],
    ['--letterhead "Sở Nội vụ"', 'a.html'],
    ['--order official', 'a.md'],
    ['--decision 1/QĐ-UBND', 'a.html'],
    ['--domains', 'a.html'],
  ])('%s is refused for %s, where it would be lost', async (option, file) => {
    const folder = copySample();
    const line = `report cchc ${option} -o ${file}`;
    const { exit, stderr } = await runTool([...wordsOf(line)], { cwd: folder });
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^--[a-z]+ is for docx, not for (?:html|markdown): /);
    expect((await runTool([...wordsOf(line), '--lang', 'vi'], { cwd: folder })).stderr).toContain('chỉ dùng cho docx');
    expect(readdirSync(folder)).toEqual(['cchc']);
  });

  it.each(['', ' ', 'UBND tỉnh Khánh Hòa;', ';Sở Nội vụ'])('--letterhead "%s" names nobody', async (name) => {
    const argv = ['report', 'cchc', '--letterhead', name, '-o', 'a.docx'];
    const { exit, stderr } = await runTool(argv, { cwd: copySample() });
    expect(exit).toBe(2);
    expect(stderr).toContain('--letterhead asks for the name');
  });
});

/** Every face of a result. */
const FACES = [
  ...['html', 'docx', 'md'].map((ending) => `report cchc --lang vi --margin 2 -o a.${ending}`),
  'report cchc --lang vi --letterhead "Sở Nội vụ" --order official --portrait --domains -o b.docx',
  ...['bars', 'heatmap', 'grades'].flatMap((chart) =>
    ['svg', 'png'].map((ending) => `report cchc --chart ${chart} -o ${chart}.${ending}`),
  ),
  ...['csv', 'json', 'md', 'html', 'xlsx'].map((ending) => `rank cchc --domains -o c.${ending}`),
  'scorecard --all cchc -o cards',
  ...['json', 'sarif', 'xml'].map((ending) => `check cchc -o d.${ending}`),
];

const CIRCUMSTANCES = [
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'C', CLOCK: '2001-02-03T04:05:06Z' },
  { TZ: 'Asia/Ho_Chi_Minh', LANG: 'vi_VN.UTF-8', LC_ALL: 'vi_VN.UTF-8', CLOCK: '2030-12-31T23:59:59Z' },
  { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', CLOCK: '2024-02-29T12:00:00Z' },
];

/** The tool in a process whose clock says what the environment says: one run after the other. */
const DRIVER = `
const now = Date.parse(process.env.CLOCK);
globalThis.Date = class extends Date {
  constructor(...given) { given.length === 0 ? super(now) : super(...given); }
  static now() { return now; }
};
const [, , tool, faces] = process.argv;
const { start } = require(tool);
(async () => {
  for (const argv of JSON.parse(faces)) {
    process.argv = ['node', 'parindex', ...argv];
    await start();
    if (process.exitCode) throw new Error(argv.join(' '));
  }
})();
`;

describe('bytes', () => {
  it('are the same under any clock, time zone and language, of every face', () => {
    const digests = CIRCUMSTANCES.map((env) => digestsUnder(env));
    expect(digests[0]?.size).toBeGreaterThanOrEqual(FACES.length);
    for (const other of digests.slice(1)) expect([...other]).toEqual([...(digests[0] ?? [])]);
  });
});

/** The SHA-256 of every file that comes out, by name. */
function digestsUnder(env: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const folder = copySample();
  const driver = join(emptyFolder(), 'driver.cjs');
  writeFileSync(driver, DRIVER);
  const argv = [driver, join(ROOT, 'dist/process.js'), JSON.stringify(FACES.map(wordsOf))];
  const options = { cwd: folder, env: { PATH: process.env['PATH'] ?? '', ...env } };
  execFileSync(process.execPath, argv, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('cchc'))
    .map((entry) => join(entry.parentPath, entry.name));
  const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  return new Map(files.map((file): [string, string] => [file.slice(folder.length), digest(file)]).sort());
}
