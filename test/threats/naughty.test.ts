/**
 * Names of the kinds that the "Big List of Naughty Strings" (Max Woolf) collects, as names of units: each is refused at
 * its cell, or printed by every face as letters and nothing else.
 */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { runTool } from '../surface.ts';
import { folderOf, proveRefused, UNITS } from './world.ts';

/** Printed as they stand. */
const LETTERS: readonly string[] = [
  // Words and numbers that programs take for something.
  ...['undefined', 'null', 'NaN', 'true', 'hasOwnProperty', 'then', '\\', '\\\\', '0', '1.00', '1E02', '0x0'],
  ...['-9223372036854775808', '0.00', '1/0', '1,000.00', '1 000', '012', 'INF', '1#QNAN', "1'000", '-.', '--', '- -'],
  // Letters of other scripts, wide, combined, upside down.
  ...[
    'Ω≈ç√∫˜µ≤≥÷',
    'ЁЂЃЄЅІЇ',
    '⁰⁴⁵₀₁₂',
    '田中さんにあげて下さい',
    '사회과학원',
    '表ポあA鷗ŒéＢ逍Üßªąñ丂㐀𠀀',
    'Ⱥ Ⱦ',
    '(｡◕ ∀ ◕｡)',
  ],
  ...['❤️ 💔 💌', '👾 🙇 💁', '🇻🇳🇺🇸', '１２３', '١٢٣', 'ثم نفس سقطت', 'בְּרֵאשִׁית', 'Ṱ̺̺̕o͞ ̷i̲̬͇', '˙ɐnbᴉlɐ', '𝐓𝐡𝐞 𝔮𝔲𝔦𝔠𝔨'],
  // Markup, scripts, queries, commands, templates, paths, formats.
  ...['<script>alert(0)</script>', '&lt;script&gt;', '"><img src=x onerror=alert(1)>', "' onmouseover=alert(1) '"],
  ...[
    'javascript:alert(1)',
    '</title><svg onload=alert(1)>',
    '<!--#exec cmd="ls"-->',
    '<![CDATA[x]]>',
    ']]>',
    '%3Cb%3E',
  ],
  ...[
    '1;DROP TABLE users',
    "1' OR 1=1 -- 1",
    '$(touch x)',
    '`touch x`',
    '$HOME',
    '%x%n%s',
    '{0}',
    '{{7*7}}',
    '<%= 7 %>',
  ],
  ...[
    '../../../etc/passwd',
    'C:\\boot.ini',
    '/dev/null; touch x',
    'CON',
    'aux',
    '_x000D_',
    '::error::x',
    '%0A::set-output',
  ],
  ...[
    '=1+1',
    '+1',
    '@SUM(1)',
    "=cmd|' /C calc'!A0",
    '-1+1',
    '|x',
    '*x*',
    '_x_',
    '[a](b)',
    '# x',
    '~~x~~',
    '[^1]',
    '1. x',
  ],
];

/** Refused, each by the law it breaks. */
const REFUSED: readonly (readonly [string, code: string])[] = [
  ['a\u0000b', 'control-character'],
  ['\u0001\u0002\u0003', 'control-character'],
  ['Roses are \u001b[0;31mred\u001b[0m', 'control-character'],
  ['\u0080\u0081\u0084', 'control-character'],
  ['x\ufeffy', 'control-character'],
  ['x\ufffey', 'control-character'],
  ['\u202atest\u202a', 'control-character'],
  ['\u2066test\u2069', 'control-character'],
  ['x\u2028y\u2029', 'control-character'],
  ['x\u200by', 'hidden-in-name'],
  ['x\u00ady', 'hidden-in-name'],
  ['x\u2060y', 'hidden-in-name'],
  ['x\u180ey', 'hidden-in-name'],
  ['\u{e0001}x', 'hidden-in-name'],
  ['x\ue000', 'hidden-in-name'],
  ['\u00a0\u2003', 'blank-cell'],
  ['Total', 'total-row'],
];

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const idOf = (at: number): string => `n${at}`;

/** A project whose units have these names; markup in them would show as tags that its twin does not have. */
const folderWith = (names: readonly string[]): string =>
  folderOf({
    'units.csv': `id,name,group\n${names.map((name, at) => `${idOf(at)},${quoted(name)},so\n`).join('')}`,
    'entries/so-y-te.csv': null,
    'entries/so-noi-vu.csv': null,
    'entries/so-tu-phap.csv': null,
    'entries/all.csv': `unit,criterion,appraised\n${names
      .flatMap((_, at) => ['1.1,cham', '1.2,2', '1.3,70%', '1.4,1'].map((row) => `${idOf(at)},${row}\n`))
      .join('')}`,
  });

describe('naughty names', () => {
  const cwd = () => folderWith(LETTERS);
  const tags = (html: string): readonly string[] =>
    (html.match(/<[a-z!/?][^>]*>/gi) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));

  it('are in JSON what they were in the file', async () => {
    const { exit, stdout, stderr } = await runTool(['rank', '--format', 'json'], { cwd: cwd() });
    expect([exit, stderr.match(/^error.*$\n.*\n.*\n.*/gm) ?? []]).toEqual([0, []]);
    const units = JSON.parse(stdout).groups[0].units as readonly { unit: string; name: string }[];
    const names = new Map(units.map(({ unit, name }) => [unit, name]));
    expect(LETTERS.map((_, at) => names.get(idOf(at)))).toEqual(LETTERS.map((name) => name.trim().normalize('NFC')));
  });

  it("are in CSV the same, but for the ' before what a spreadsheet would run", async () => {
    const { stdout } = await runTool(['rank', '--format', 'csv'], { cwd: cwd() });
    const rows = parse(stdout, { columns: true }) as readonly { unit: string; name: string }[];
    const names = new Map(rows.map(({ unit, name }) => [unit, name]));
    for (const [at, name] of LETTERS.entries()) {
      const written = (names.get(idOf(at)) as string).replace(/(?<=^|[,;])'(?=[=+\-@])/g, '');
      expect(written).toBe(name.normalize('NFC'));
      expect(names.get(idOf(at))).not.toMatch(/^[=+\-@\t\r]/);
    }
  });

  it('make no tag, no attribute and no script in HTML that letters do not make', async () => {
    const plain = LETTERS.map((_, at) => `Đơn vị ${at}`);
    for (const line of [
      ['rank', '--format', 'html'],
      ['report', '--format', 'html'],
    ]) {
      const [hostile, twin] = [await runTool(line, { cwd: cwd() }), await runTool(line, { cwd: folderWith(plain) })];
      expect(hostile.exit).toBe(0);
      // Warnings of spoilt names are a table that the twin does not have.
      const known = new Set([...tags(twin.stdout), '<table data-filter>']);
      expect(tags(hostile.stdout).filter((tag) => !known.has(tag))).toEqual([]);
      expect(hostile.stdout.match(/<(?:script|svg|img|title)\b/g)?.length).toBe(
        twin.stdout.match(/<(?:script|svg|img|title)\b/g)?.length,
      );
    }
  });

  it('move no cursor on a terminal and start no line of their own', async () => {
    const { stdout } = await runTool(['rank'], { cwd: cwd(), columns: 100 });
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(stdout).not.toMatch(/^::/m);
  });

  for (const [name, code] of REFUSED) {
    it(`${JSON.stringify(name)} is refused: ${code}`, () => {
      const column = code === 'control-character' ? 0 : 2;
      const files = { 'units.csv': UNITS.replace('Sở Y tế', quoted(name)) };
      return proveRefused([code, files, `${code} units.csv:2:${column}`, undefined]);
    });
  }
});
