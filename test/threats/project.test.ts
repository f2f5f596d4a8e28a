/** Threats E, the files of the project: YAML read plainly, nothing outside the folder. The rows are E1 to E8. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runTool } from '../surface.ts';
import {
  type Accepted,
  ENTRIES,
  type Files,
  folderOf,
  PROJECT,
  proveAccepted,
  proveRefused,
  type Refused,
  RUBRIC,
  toldIn,
} from './world.ts';

const project = (more: string): Files => ({ 'parindex.yaml': `${PROJECT}${more}\n` });
const rubric = (from: string, to: string): Files => ({ 'rubric.yaml': RUBRIC.replace(from, to) });

const JSON_RUBRIC = JSON.stringify({
  ...{ format: 1, id: 'so-2024', title: 'Mẫu', applies_to: ['so'] },
  domains: [
    { id: '1', title: 'Một', max: 1, criteria: [{ id: '1.1', title: 'Hai', max: 1, rule: { type: 'given' } }] },
  ],
});

const path = (row: string, written: string, says: string): Refused => [
  `E8 ${row}`,
  project(`rubric: ${JSON.stringify(written)}`),
  'bad-path parindex.yaml:3:9',
  JSON.stringify(written),
  says,
];

const max = (row: string, written: string): Refused => [
  `E3 ${row}`,
  rubric('max: 3,', `max: ${written},`),
  'wrong-value rubric.yaml:11:43',
  written,
  'a decimal number above 0 with a dot is asked here',
];

const REFUSED: readonly Refused[] = [
  ['E1 an anchor', project('title: &a x'), 'yaml-feature parindex.yaml:3:11', 'x', 'An anchor (&) is not used'],
  ['E1 an alias', project('title: &a x\nnote: *a'), 'yaml-feature parindex.yaml:4:7', '*a', 'An alias (*) is not used'],
  [
    'E1 a merge key',
    rubric('format: 1', 'format: 1\n<<: { a: 1 }'),
    'yaml-feature rubric.yaml:2:1',
    '<<',
    'A merge key',
  ],
  ['E1 a tag', project('title: !!str x'), 'yaml-feature parindex.yaml:3:14', 'x', 'A tag (!) is not used'],
  [
    'E1 a second document',
    project('---\nyear: 2023'),
    'yaml-feature parindex.yaml:3:1',
    '-',
    'A second document',
    'keep one document',
  ],
  [
    'E1 a directive, which could ask for another YAML',
    { 'parindex.yaml': `%YAML 1.1\n---\n${PROJECT}` },
    'yaml-feature parindex.yaml:1:1',
    '%',
    'A directive (%) is not used',
    'remove the line',
  ],
  [
    'E1 the key __proto__',
    project('__proto__: { year: 2023 }'),
    'yaml-feature parindex.yaml:3:1',
    '__proto__',
    'The key __proto__',
    'choose another name',
  ],
  [
    'E1 21 lists in one another',
    project(`title: ${'['.repeat(30)}${']'.repeat(30)}`),
    'above-limit parindex.yaml:3:28',
    '[',
    'stand 21 deep in one another; the limit is 20',
    '--limit depth=21',
  ],
  [
    'E1 100,000 lists in one another',
    project(`title: ${'['.repeat(100_000)}`),
    'above-limit parindex.yaml:3:28',
    '[',
    'the limit is 20',
  ],
  [
    'E1 1.1 MB',
    project(`# ${'x'.repeat(1_100_000)}`),
    'above-limit parindex.yaml:0:0',
    undefined,
    'the limit is 1000000',
    '--limit yaml=',
  ],
  ['E2 a key twice', project('year: 2023'), 'repeated-key parindex.yaml:3:1', 'year', 'The key "year" stands twice'],
  [
    'E2 a key twice in JSON',
    { 'rubric.yaml': JSON_RUBRIC.replace('"id"', '"format":1,"id"') },
    'repeated-key rubric.yaml:1:13',
    '"format"',
    'stands twice',
  ],
  [
    'E2 a key twice deep in JSON',
    { 'rubric.yaml': JSON_RUBRIC.replace('"id":"1.1"', '"id":"1.1","id":"1.2"') },
    'repeated-key rubric.yaml:1:129',
    '"id"',
    'stands twice',
  ],
  max('infinite as a double', '1e309'),
  max('more digits than a double', '9007199254740993'),
  max('more decimals than a double', '1.00000000000000001'),
  max('hexadecimal', '0x10'),
  max('octal', '0o7'),
  max('infinite by name', '.inf'),
  max('no digit before the dot', '.5'),
  max('negative', '-1'),
  ['E3 an id as a number', rubric('"1.2"', '1.10'), 'bare-number rubric.yaml:11:15', '1.10', '1.10 is a bare number'],
  ['E5 a misspelt key', project('rubirc: x.yaml'), 'unknown-key parindex.yaml:3:1', 'rubirc', 'did you mean "rubric"?'],
  [
    'E5 a key in another case',
    project('Rubric: x.yaml'),
    'unknown-key parindex.yaml:3:1',
    'Rubric',
    'did you mean "rubric"?',
  ],
  [
    'E5 a misspelt key of a policy',
    rubric('format: 1', 'format: 1\nrank: { tie_braek: [] }'),
    'unknown-key rubric.yaml:2:9',
    'tie_braek',
    'the keys here are: on, ties, break',
  ],
  [
    'E6 maxima that do not add up',
    rubric('max: 10', 'max: 11'),
    'max-not-sum rubric.yaml:8:10',
    '11',
    '2 + 3 + 4 + 1 = 10',
  ],
  [
    'E6 bands that overlap',
    rubric('{ type: given }', '{ type: bands, bands: [{ from: 2, points: 3 }, { to: 2, points: 0 }] }'),
    'bands-overlap rubric.yaml:11:75',
    '{ from: 2, points: 3 }',
    'share values',
  ],
  [
    'E6 bands that leave a gap',
    rubric('{ type: given }', '{ type: bands, bands: [{ above: 2, points: 3 }, { below: 2, points: 0 }] }'),
    'bands-gap rubric.yaml:11:75',
    '{ above: 2, points: 3 }',
    'values in neither',
  ],
  ['E6 a floor over 100 %', rubric('floor: 50%', 'floor: 150%'), 'wrong-value rubric.yaml:12:82', '150%', '150%'],
  [
    'E6 grade lines that rise',
    rubric(
      'domains:',
      'grades: { bands: [{ id: a, name: A, from: 50 }, { id: b, name: B, from: 60 }, { id: c, name: C }] }\ndomains:',
    ),
    'grades-not-falling rubric.yaml:5:73',
    '60',
    'not below the 50',
  ],
  [
    'E6 a criterion in two domains',
    {
      'rubric.yaml': `${RUBRIC}  - id: "2"\n    title: Hai\n    max: 2\n    criteria: [{ id: "1.1", title: Kế, max: 2, rule: { type: given } }]\n`,
    },
    'repeated-id rubric.yaml:17:22',
    '"1.1"',
    'already taken',
  ],
  path('out of the folder', '../rubric.yaml', 'leads out of the project folder'),
  path('out of the folder by a way round', 'a/../../rubric.yaml', 'leads out of the project folder'),
  path('an absolute path', '/etc/passwd', 'is an absolute path'),
  path('an absolute path of Windows', 'C:\\x.yaml', 'is an absolute path'),
  path('a share of Windows', '\\\\server\\x', 'is an absolute path'),
  path('an address', 'https://example.org/x.yaml', 'is an address'),
  path('an address of a file', 'file:///etc/passwd', 'is an address'),
  [
    'E8 a folder for a file',
    project('rubric: entries'),
    'missing-file entries:0:0',
    undefined,
    '"entries" is a folder, not a file',
  ],
];

const word = (written: string): Accepted => [`E4 ${written}`, project(`title: ${written}`), ['ambiguous-word'], '8.56'];

const ACCEPTED: readonly Accepted[] = [
  ...['no', 'on', 'y', 'Yes', '1:30', '2025-01-01'].map(word),
  ['E4 a level called no', { 'rubric.yaml': RUBRIC.replace('khong: 0', 'no: 0') }, ['ambiguous-word'], '8.56'],
  ['E4 the same in quotes', project('title: "no"'), [], '8.56'],
  ['E8 a way round within the folder', project('rubric: entries/../rubric.yaml'), [], '8.56'],
];

describe('E: refused, with the place, the words, the reason; nothing is written', () => {
  for (const refused of REFUSED) it(refused[0], () => proveRefused(refused));
});

describe('E: let through, for what it is', () => {
  for (const accepted of ACCEPTED) it(accepted[0], () => proveAccepted(accepted));
});

describe('E8: what is named inside the folder and stands elsewhere', () => {
  const isUnix = process.platform !== 'win32';

  it.runIf(isUnix)(
    'a link, a folder behind a link, a pipe: refused at the name, and nothing of them is told',
    async () => {
      const outside = folderOf({ 'secret.yaml': 'root: SECRET\n', 'secret.csv': ENTRIES.replace('note', 'SECRET') });
      const cwd = folderOf({});
      symlinkSync(join(outside, 'secret.yaml'), join(cwd, 'link.yaml'));
      symlinkSync(outside, join(cwd, 'behind'));
      symlinkSync(join(outside, 'secret.csv'), join(cwd, 'entries/so-tai-chinh.csv'));
      execFileSync('mkfifo', [join(cwd, 'pipe.yaml'), join(cwd, 'entries/so-xay-dung.csv')]);
      for (const [name, says] of [
        ['link.yaml', 'leads out of the project folder'],
        ['behind/secret.yaml', 'leads out of the project folder'],
        ['pipe.yaml', 'a device or a pipe'],
      ] as const) {
        writeFileSync(join(cwd, 'parindex.yaml'), `${PROJECT}rubric: ${name}\n`);
        const told = await toldIn(cwd);
        const places = told.map(({ code, file, line }) => `${code} ${file}:${line}`);
        expect(places).toEqual(['bad-path entries/so-tai-chinh.csv:0', 'bad-path parindex.yaml:3']);
        expect(told[1]?.message).toContain(says);
        expect(JSON.stringify(told)).not.toContain('SECRET');
      }
    },
  );

  it.runIf(isUnix)('a device that never ends is not read', async () => {
    const cwd = folderOf({});
    for (const argv of [
      ['check', '--rubric', '/dev/zero', 'entries/so-y-te.csv'],
      ['inspect', '/dev/zero', '--json'],
    ]) {
      const { exit, stdout } = await runTool(argv, { cwd });
      expect([exit, stdout.includes('a device or a pipe')]).toEqual([1, true]);
    }
  });

  it('a project whose own file is a link to elsewhere', async () => {
    const [outside, cwd] = [folderOf({}), join(folderOf({}), 'own')];
    mkdirSync(cwd);
    symlinkSync(join(outside, 'parindex.yaml'), join(cwd, 'parindex.yaml'));
    expect((await toldIn(cwd)).map(({ code }) => code)).toEqual(['bad-path']);
  });
});

describe('E9: rules are data', () => {
  it('nothing in the source makes code of a text', () => {
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const makers = sources.filter((file) =>
      /\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*['"`]|from 'node:vm'|require\(['"]vm/.test(
        readFileSync(join(ROOT, 'src', file), 'utf8'),
      ),
    );
    expect(sources.length).toBeGreaterThan(200);
    expect(makers).toEqual([]);
  });
});

describe('E2, C1: a ranking that was saved', () => {
  it('with a key twice, or with bytes that are no letters, is no earlier year', async () => {
    const cwd = folderOf({});
    const { stdout } = await runTool(['rank', '--format', 'json'], { cwd });
    const twice = stdout.replace('"points": "', '"index": "1", "points": "');
    const spoilt = Buffer.from(stdout.replace('Sở Y tế', 'S\u0001 Y tế'));
    spoilt[spoilt.indexOf(1)] = 0xff;
    writeFileSync(join(cwd, 'twice.json'), twice);
    writeFileSync(join(cwd, 'spoilt.json'), spoilt);
    writeFileSync(join(cwd, 'sound.json'), Buffer.from(`\ufeff${stdout}`, 'utf16le'));
    for (const [file, code] of [
      ['twice.json', 'repeated-key'],
      ['spoilt.json', 'undecodable'],
    ] as const) {
      const compared = await runTool(['compare', file, '.'], { cwd });
      expect([compared.exit, compared.stdout]).toEqual([1, '']);
      const reported = await runTool(['report', '--previous', file, '-o', 'report.html'], { cwd });
      expect([reported.exit, existsSync(join(cwd, 'report.html'))]).toEqual([1, false]);
      for (const { stderr } of [compared, reported]) expect(stderr).toMatch(new RegExp(`^error\\[${code}\\] ${file}:`));
    }
    const sound = await runTool(['report', '--previous', 'sound.json', '-o', 'report.html'], { cwd });
    expect([sound.exit, existsSync(join(cwd, 'report.html'))]).toEqual([0, true]);
  });
});
