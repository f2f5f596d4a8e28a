/** The reader of plain YAML gives what the package yaml gives, value by value and place by place, or nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/model/limits.ts';
import type { Place } from '../../src/model/place.ts';
import { readPlainYaml } from '../../src/read/plain-yaml.ts';
import { plainValue, type YamlNode } from '../../src/read/yaml-node.ts';
import { parseYaml } from '../../src/read/yaml-package.ts';
import { ROOT } from '../surface.ts';

/** What of a range is ever shown: where it begins, and how far it goes on that line. */
function shownOf(text: string, [from, to]: readonly [number, number]): string {
  const end = text.indexOf('\n', from);
  return `${from}-${Math.max(from + 1, Math.min(to, end === -1 ? text.length : end))}`;
}

/** Each key and value with its place, in order. */
function placesOf(text: string, node: YamlNode | null, path: string): readonly string[] {
  if (node === null) return [`${path} nothing`];
  const own = `${path} ${node.kind} ${shownOf(text, node.range)}`;
  if (node.kind === 'list') return [own, ...node.items.flatMap((item, at) => placesOf(text, item, `${path}/${at}`))];
  if (node.kind === 'scalar') return [`${own} ${JSON.stringify(node.value)}`];
  const pairs = [...node.pairs].flatMap(([key, { range, value }]) => [
    `${path} key ${key} ${shownOf(text, range)}`,
    ...placesOf(text, value, `${path}/${key}`),
  ]);
  return [own, ...pairs];
}

const nowhere = (): Place => ({ file: '', line: 1, column: 1 });

/** Whether the text was plain; fails where it was, and the package says otherwise. */
function isPlainAndEqual(text: string): boolean {
  const plain = readPlainYaml(text, LIMITS.depth);
  if (plain === undefined) return false;
  const { value, diagnostics } = parseYaml(text, LIMITS.depth, nowhere);
  expect(diagnostics, text).toEqual([]);
  expect(placesOf(text, plain, ''), text).toEqual(placesOf(text, value?.root ?? null, ''));
  return true;
}

const TEXTS: readonly string[] = [
  'a: 1\nb:\n  - x\n  - "1.10"\nc: { d: e, f: [1, 2.5] }\n',
  'a:\n- b: c\n  d: e f\n-\n  g: "h # i"\nj: k # l\n',
  'note: >-\n  one line\n  and two\nmore: |\n  three\n  four: five\nlast: x\n',
  "a: 'it''s'\n\n# a remark\nb: [ { c: d },\n  { e: f } ] # g\nh: http://i.vn/j#k\n",
  'bands:\n    - { from: 90%, points: 2 }\n    - { below: -1, points: .5e3 }\nn: null\non: true\n',
  'a: Tiêu chí "một"\r\nb:\r\n  - c\r\n  - d: 0x1f\r\n',
  'x:\n  yy:\n    z: {}\n  w: []\nv: {\n  u: t,\n  s: r\n  }\n',
  // Blanks behind a text, before a remark and before the end.
  'a: x  # c\nb: w   \n',
  // What would mean something to YAML does not in quotes.
  "\"true\": \"no\"\n'1': 'null'\n\"yes\": x\n'it''s': w\n",
  // Remarks before and behind a folded text, and more than one to a line.
  'a: >\n  x\n# c #d\nb: 1\n',
  'x:\n  # c\n  w: >\n    z\nb: 1\n',
  'a: >-\r\n  x\r\n  y\r\nb: |\r\n  z\r\nc: 1\r\n',
  `${'k'.repeat(1_000)}: 1\n`,
  `a: 1\n${'k'.repeat(1_000)}: 1\n`,
];

describe('plain YAML', () => {
  it.each(TEXTS)('is read as the package reads it: %j', (text) => {
    expect(isPlainAndEqual(text)).toBe(true);
  });

  it('is what the sample is written in', () => {
    const folder = join(ROOT, 'fixtures', 'khanh-hoa-2019');
    for (const file of ['rubric.yaml', 'parindex.yaml']) {
      expect(isPlainAndEqual(readFileSync(join(folder, file), 'utf8')), file).toBe(true);
    }
  });

  it('is read as the package reads it in every fixture', () => {
    const files = readdirSync(join(ROOT, 'fixtures'), { recursive: true, encoding: 'utf8' });
    const texts = files
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => readFileSync(join(ROOT, 'fixtures', file), 'utf8'));
    const plain = texts.filter((text) => isPlainAndEqual(text));
    expect(plain.length).toBeGreaterThan(texts.length / 2);
  });

  it('is read as the package reads it, or left to it, whatever is changed in a text', () => {
    const pieces = [
      ...' \n:#-,[]{}"\'>|?!&*%@~\\\t\r',
      ...[
        '  ',
        ': ',
        ' #',
        '- ',
        '\n  ',
        '\n- ',
        '\n\n',
        'a',
        '1',
        'true',
        'yes',
        '-1',
        '---\n',
        '...',
        '<<: ',
        'null',
        'é',
      ],
      ...[
        'key: ',
        '\nkey:\n',
        'a: b',
        '{ a: b }',
        '[a]',
        '"q"',
        '2019-1-1',
        '12:30',
        '>-\n',
        '|\n',
        '\u00a0',
        '0o7',
        '.inf',
      ],
    ];
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.constantFrom(0, 0, 1, 2, 5, 20),
      insert: fc.constantFrom('', ...pieces),
    });
    let plain = 0;
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.array(change, { minLength: 1, maxLength: 4 }), (text, changes) => {
        const changed = changes.reduce((now, { at, remove, insert }) => {
          const from = Math.floor(at * (now.length + 1));
          return now.slice(0, from) + insert + now.slice(from + remove);
        }, text);
        if (isPlainAndEqual(changed)) plain++;
      }),
      { numRuns: 20_000, seed: 20191231 },
    );
    expect(plain).toBeGreaterThan(2_000);
  });

  it.each([
    '',
    '# nothing\n',
    'word\n',
    '[a]\n',
    'a:\n',
    'a: &b c\n',
    'a: 1\na: 2\n',
    '1: a\n',
    'a: yes\n',
    'a:\n  b\n',
    // Letters that end lines, or nothing that is seen; documents; a map that does not begin at the left.
    ...['a: b\tc\n', 'a: b\u0085c\n', 'a: "\u2028"\n', 'a: b\rc\n', '---\na: 1\n', ' a: 1\n'],
    // What stands behind the last line of a map, or between two of its columns.
    ...['a: 1\n- b\n', 'a:\n  b: 1\n c: 2\n', 'x:\n  a:\n    b: 1\n   c: 2\nw: 1\n'],
    // Keys and dashes with nothing behind them.
    ...['a:\nb: 1\n', 'a:\n  -\nb: 1\n', 'a:\n-\n- b\n', 'a:\n  - - b\n', 'a: [,]\n', 'a: [b,,c]\n', 'a: { b }\n'],
    // Words that mean something else to other readers, in a list and in brackets.
    ...['a:\n- yes\n- b\n', 'a:\n- yes', 'a: [yes, no]\n', 'a: { yes: 1 }\n', 'yes: 1\n', '~: 1\n'],
    // Brackets over lines that do not stand further in.
    ...['a: [b,\nc]\n', 'x:\n  a: [b,\n  c]\n', 'x:\n  - [b,\n  c]\n'],
    // Texts with numbers or marks at their head, with blank lines, without an end, and those that go on further in or out.
    ...['a: >+\n  x\n', 'a: |2\n   x\n', 'a: >-\n  x', 'a: |\n  \n  x\n', 'a: |\n\n  x\n', 'a: |\n  x\n\n  y\n'],
    ...['a: |\n  x \n', 'a: |\n  x\n  y \n', 'a: |\n  x\n   y\n', 'a: >\n  x\n w: 1\n', 'a: |\nb: 1\n'],
    ...['a:\n  b: |\n  c: 1\n', 'a: >\n  x\n    # c\nb: 1\n', 'a: >\n  x\n # c\nb: 1\n'],
    // Longer than a key may be.
    ...[`${'k'.repeat(1_001)}: 1\n`, `"${'k'.repeat(999)}": 1\n`],
  ])('leaves to the package: %j', (text) => {
    expect(readPlainYaml(text, LIMITS.depth)).toBeUndefined();
  });

  it('leaves to the package what stands deeper than the limit', () => {
    const nested = (depth: number) => `a: ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}\n`;
    expect(plainValue(readPlainYaml(nested(5), 5) ?? null)).toEqual({ a: [[[[]]]] });
    expect(readPlainYaml(nested(6), 5)).toBeUndefined();
  });

  it.each([
    ['a: 1\n', 1],
    ['a:\n  b: 1\nc:\n  d: 1\ne:\n  f: 1\n', 2],
    ['a:\n  - 1\nb:\n  - 1\nc:\n  - 1\n', 2],
    ['a: { b: 1 }\nc: [1]\nd: { e: 1 }\nf: [1]\n', 2],
    ['a:\n  - b: 1\n  - c: 1\n  - d: [1]\n', 4],
  ])('counts what stands in one another, and not what stands side by side: %j is %i deep', (text, depth) => {
    expect(isPlainAndEqual(text)).toBe(true);
    expect(readPlainYaml(text, depth)).toBeDefined();
    expect(readPlainYaml(text, depth - 1)).toBeUndefined();
  });
});
