/**
 * Names that every JavaScript object already has. A project of nothing but such names gives, in every command, what
 * its twin with plain names gives; and where such a name is not declared, it is refused as any other.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copySample, edit, emptyFolder } from './sample-project.ts';
import { runTool, wordsOf } from './surface.ts';

/** Stand-ins in the texts below -> the name of an object, and the plain name of the twin. */
const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  U1: ['__proto__', 'unit-one'],
  U2: ['constructor', 'unit-two'],
  U3: ['then', 'unit-three'],
  N1: ['toString', 'Name One'],
  N2: ['hasOwnProperty', 'Name Two'],
  N3: ['valueOf', 'Name Three'],
  GR: ['then', 'group-one'],
  ST: ['constructor', 'stage-two'],
  D1: ['valueOf', 'domain-one'],
  D2: ['hasOwnProperty', 'domain-two'],
  L1: ['constructor', 'leaf-one'],
  L2: ['toString', 'leaf-two'],
  L3: ['then', 'leaf-three'],
  L4: ['toLocaleString', 'leaf-four'],
  L5: ['isPrototypeOf', 'leaf-five'],
  AD: ['propertyIsEnumerable', 'adjustment-one'],
  V1: ['hasOwnProperty', 'level-one'],
  V2: ['constructor', 'level-two'],
  V3: ['then', 'level-three'],
  I1: ['toString', 'item-one'],
  I2: ['constructor', 'item-two'],
  A1: ['hasOwnProperty', 'case-one'],
  A2: ['valueOf', 'case-two'],
  Q1: ['toString', 'answer-one'],
  Q2: ['constructor', 'answer-two'],
  B1: ['toString', 'band-one'],
  B2: ['constructor', 'band-two'],
  RU: ['constructor', 'rubric-one'],
};

const FILES: Readonly<Record<string, string>> = {
  'parindex.yaml': 'year: 2019\ntitle: "@N1"\n',
  'units.csv': 'id,name,group,note\n@U1,@N1,@GR,@N2\n@U2,@N2,@GR,\n@U3,@N3,@GR,\n',
  'rubric.yaml': `format: 1
id: "@RU"
title: "@N1"
applies_to: ["@GR"]
stages: [self, appraised, "@ST"]
grades: { bands: [{ id: "@B1", name: "@N1", from: 60 }, { id: "@B2", name: "@N2" }], gates: [{ domain: "@D1", below: 10, cap: "@B2" }] }
rank: { break: [{ criterion: "@L1" }, { domain: "@D2" }] }
domains:
  - id: "@D1"
    title: "@N1"
    max: 4
    criteria:
      - { id: "@L1", title: "@N2", max: 2, rule: { type: levels, levels: { "@V1": 2, "@V2": 1, "@V3": 0 } } }
      - { id: "@L2", title: "@N3", max: 2, rule: { type: checklist, items: { "@I1": 0.5, "@I2": 1.5 } } }
  - id: "@D2"
    title: "@N2"
    max: 6
    criteria:
      - { id: "@L3", title: "@N1", max: 2, rule: { type: best-of, alternatives: { "@A1": { type: given }, "@A2": { type: per-item, points: 0.5, cap: 2 } } } }
      - { id: "@L4", title: "@N2", max: 2, source: survey, rule: { type: survey, scale: { "@Q1": 100%, "@Q2": 0% } } }
      - { id: "@L5", title: "@N3", max: 2, rule: { type: relative } }
adjustments: [{ id: "@AD", title: "@N1", kind: bonus, max: 1, rule: { type: given } }]
`,
  'entries/all.csv': `unit,criterion,self,@ST,survey,note
@U1,@L1,@V1,@V1,,
@U1,@L2,@I2,@I2,,@N1
@U1,@L3,,@A2=3 | @A1=1.25,,
@U1,@L4,,,7;3,
@U1,@L5,,30,,
@U1,@AD,,0.5,,
@U2,@L1,,@V2,,
@U2,@L2,,@I1;@I2,,
@U2,@L3,,@A1=2,,
@U2,@L4,,,1;3,
@U2,@L5,,40,,
@U3,@L1,,@V3,,
@U3,@L2,,none,,
@U3,@L3,,@A2=1,,
@U3,@L4,,,0;3,
@U3,@L5,,10,,
`,
};

const WIDE = 'unit,@L1,@L2,@L3,@L5\n@U1,@V1,@I2,@A2=3 | @A1=1.25,30\n@U2,@V2,@I1;@I2,@A1=2,40\n@U3,@V3,none,@A2=1,10\n';

function written(text: string, which: 0 | 1): string {
  return text.replace(/@([A-Z][A-Z0-9])/g, (_, key: string) => NAMES[key]?.[which] ?? '');
}

/** The stand-ins as plain marks, so that two outputs can be laid side by side. */
function folder(which: 0 | 1, files: Readonly<Record<string, string>> = FILES): string {
  const cwd = emptyFolder();
  for (const [path, text] of Object.entries(files)) {
    const file = join(cwd, written(path, which));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, written(text, which));
  }
  return cwd;
}

/** Words of the tool are left alone: every figure, rank and sign of the output, without any letter, digest or address. */
function figures(output: string): string {
  return output
    .replace(/[0-9a-f]{64}/g, '')
    .replace(/[^0-9.,;:/%|{}[\]\n"]+/g, ' ')
    .replace(/ *\n */g, '\n');
}

const LINES = [
  'check . --format json',
  'inspect units.csv --json',
  'rank . --format csv --domains',
  'rank . --format json --leaves',
  'rank . --basis self --draft --format csv',
  'rank . --basis @ST --group @GR --format csv',
  'scorecard @U1 . --format json',
  'scorecard @U1 . --format csv',
  'explain @U1 . --format json',
  'explain @U2 @L2 . --format json',
  'explain @U1 @D1 . --format csv',
  'explain @U1 . --versus @U2 --format json',
  'compare . . --format json',
  'compare . --stages @ST,@ST --format json',
  'plan @U3 . --grade @B1 --format json',
  'plan @U3 . --rank 1 --format json',
  'plan @U3 . --what-if @L1=@V1,@L2=@I2 --format json',
  'rubric show . --format json',
  'rubric show . --format csv',
];

/** Here the width of the names moves other things about, so that the figures are not laid side by side. */
const PAGES = [
  'check .',
  'rank . --format markdown',
  'rank . --format html',
  'scorecard @U1 .',
  'scorecard @U1 . --format html',
  'explain @U1 .',
  'explain @U1 . --versus @U3',
  'compare . .',
  'plan @U3 . --rank 1',
  'report . --format html',
  'report . --format markdown',
  'report . --chart heatmap --format svg',
  'rubric show .',
];

describe('a project of names that objects have', () => {
  const cwd = [0, 1] as const;

  it.each(PAGES)('%s gives a page with its names', async (line) => {
    const { exit, stdout, stderr } = await runTool(wordsOf(written(line, 0)), { cwd: folder(0) });
    expect([exit, stderr]).toEqual([0, expect.not.stringContaining('fault of parindex')]);
    expect(stdout.replace(/<script>.*<\/script>/s, '')).not.toMatch(/\bundefined\b|\bNaN\b|\[object |native code/);
    if (line !== 'check .') expect(stdout).toMatch(/toString|hasOwnProperty/);
  });

  it.each(LINES)('%s gives the figures of its twin', async (line) => {
    const [hostile, plain] = await Promise.all(
      cwd.map((which) => runTool(wordsOf(written(line, which)), { cwd: folder(which) })),
    );
    expect(hostile?.stderr ?? '').not.toContain('fault of parindex');
    expect([hostile?.exit, figures(hostile?.stdout ?? '')]).toEqual([plain?.exit, figures(plain?.stdout ?? '')]);
  });

  it('is ranked by hand: 2 + 1.5 + 1.5 + 1.4 + 1.5 + 0.5 of 10', async () => {
    const { stdout, exit } = await runTool(['rank', '.', '--format', 'json'], { cwd: folder(0) });
    expect(exit).toBe(0);
    const [group] = JSON.parse(stdout).groups;
    const found = group.units.map(({ unit, rank, points, grade }: Record<string, unknown>) => [
      unit,
      rank,
      points,
      grade,
    ]);
    expect([group.id, found]).toEqual([
      'then',
      [
        ['__proto__', 1, '8.40', 'toString'],
        ['constructor', 2, '7.50', 'toString'],
        ['then', 3, '1.00', 'constructor'],
      ],
    ]);
  });

  it('is read in the wide shape too', async () => {
    const rubric = (FILES['rubric.yaml'] as string).replace(/ {6}- \{ id: "@L4".*\n/, '').replace('max: 6', 'max: 4');
    const runs = cwd.map((which) =>
      runTool(['rank', '.', '--format', 'csv'], {
        cwd: folder(which, { ...FILES, 'rubric.yaml': rubric, 'entries/all.csv': WIDE }),
      }),
    );
    const [hostile, plain] = await Promise.all(runs);
    expect(hostile?.exit).toBe(0);
    expect(figures(hostile?.stdout ?? '')).toBe(figures(plain?.stdout ?? ''));
  });

  it('is read a unit a file, each named by its unit', async () => {
    const { 'entries/all.csv': all = '', ...files } = FILES;
    const rows = all.split('\n').slice(1);
    const own = (unit: string) =>
      [
        'criterion,self,@ST,survey,note',
        ...rows.filter((row) => row.startsWith(`@${unit},`)).map((row) => row.slice(4)),
      ].join('\n');
    const each = Object.fromEntries(['U1', 'U2', 'U3'].map((unit) => [`entries/@${unit}.csv`, `${own(unit)}\n`]));
    const { exit, stdout } = await runTool(['rank', '.', '--format', 'csv'], { cwd: folder(0, { ...files, ...each }) });
    const long = await runTool(['rank', '.', '--format', 'csv'], { cwd: folder(0) });
    expect([exit, stdout]).toEqual([0, long.stdout]);
  });

  it('compares a saved ranking of such names with what it was saved from', async () => {
    const at = folder(0);
    await runTool(['rank', '.', '--leaves', '-o', 'saved.json'], { cwd: at });
    expect(JSON.parse(readFileSync(join(at, 'saved.json'), 'utf8')).groups).toHaveLength(1);
    const { exit, stdout } = await runTool(['compare', 'saved.json', '.', '--expect', '--format', 'json'], { cwd: at });
    expect(exit).toBe(0);
    expect(stdout).toContain('"__proto__"');
  });
});

describe('such a name where it is not declared', () => {
  const KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then'];

  it.each(KEYS)('%s is no key of a rubric, of a rule, of a project', async (key) => {
    const places: readonly (readonly [string, (text: string) => string])[] = [
      ['rubric.yaml', (text) => `${text}${key}: 1\n`],
      ['rubric.yaml', (text) => text.replace('rounding: {', `rounding: { ${key}: 1,`)],
      ['rubric.yaml', (text) => text.replace('rule: { type: levels,', `rule: { type: levels, ${key}: 1,`)],
      ['rubric.yaml', (text) => text.replace('- { id: tot,', `- { ${key}: 1, id: tot,`)],
      ['parindex.yaml', (text) => `${text}${key}: 1\n`],
    ];
    for (const [file, change] of places) {
      const at = copySample();
      edit(at, `cchc/${file}`, change);
      const { exit, stdout } = await runTool(['check', 'cchc', '--format', 'json'], { cwd: at });
      const codes = JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code);
      // A key that would change what an object is, is refused before anything looks at keys.
      expect([exit, codes], `${key} in ${file}`).toEqual([1, [key === '__proto__' ? 'yaml-feature' : 'unknown-key']]);
    }
  });

  it.each(KEYS)('%s is no rule, level, group, unit, leaf, column, format, chart or stage', async (key) => {
    const codesOf = async (path: string, change: (text: string) => string) => {
      const at = copySample();
      edit(at, path, change);
      const { exit, stdout } = await runTool(['check', 'cchc', '--format', 'json'], { cwd: at });
      return [exit, ...new Set(JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code))];
    };
    const unit = 'cchc/entries/khanh-vinh.csv';
    expect(await codesOf('cchc/rubric.yaml', (text) => text.replace('type: levels', `type: ${key}`))).toContain(1);
    expect(await codesOf('cchc/units.csv', (text) => text.replace('huyen', key))).toContain(1);
    expect(await codesOf(unit, (text) => text.replace('kip-thoi', key))).toContain('unknown-level');
    expect(await codesOf(unit, (text) => text.replace('1.1.1,', `${key},`))).toContain('unknown-leaf');
    expect(await codesOf(unit, (text) => text.replace('note', key))).toContain('unknown-column');
    for (const line of [
      `rank cchc --format ${key}`,
      `rank cchc --basis ${key}`,
      `rank cchc --group ${key}`,
      `rank cchc --csv ${key}`,
      `rank cchc --limit ${key}=1`,
      `report cchc --chart ${key} --format svg`,
      `scorecard ${key} cchc`,
      `explain khanh-vinh ${key} cchc`,
      `explain khanh-vinh cchc --versus ${key}`,
      `plan khanh-vinh cchc --grade ${key}`,
      `completion ${key}`,
      key,
      `help ${key}`,
    ]) {
      const { exit, stderr } = await runTool(wordsOf(line), { cwd: copySample() });
      expect([exit, stderr.includes('fault of parindex')], line).toEqual([2, false]);
    }
  });
});
