/** What YAML may not hold here: each thing by its name, at its place, with as much of the line as it takes. */
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/model/limits.ts';
import { isNumeral, writtenAs } from '../../src/model/numeral.ts';
import { readYaml } from '../../src/read/yaml.ts';

/** The package reads what is not plain: an escape in double quotes makes it so. The text begins in line 2. */
const NOT_PLAIN = 'z: "\\t"\n';

/** A value, a bare number as the list of its text. */
function writtenOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(writtenOf);
  return isNumeral(value) ? [writtenAs(value)] : value;
}

/** Each fault as `code line:column+length`, with its facts. */
function told(text: string, depth = LIMITS.depth) {
  const { value, diagnostics } = readYaml(`${NOT_PLAIN}${text}`, 'rubric.yaml', { ...LIMITS, depth });
  if (diagnostics.length > 0 && diagnostics.some(({ fault }) => fault.severity === 'error')) {
    expect(value).toBeUndefined();
  }
  return diagnostics.map(({ fault, place, facts }) => [
    `${fault.code} ${place.line}:${place.column}+${place.excerpt?.length}`,
    facts,
  ]);
}

describe('features of YAML', () => {
  it.each([
    ['a: &x b\n', 'yaml-feature 2:7+1', 'anchor'],
    ['a: &x { b: c }\n', 'yaml-feature 2:7+8', 'anchor'],
    ['a: !!str bcd\n', 'yaml-feature 2:10+3', 'tag'],
    ['a: !x { b: c }\n', 'yaml-feature 2:7+8', 'tag'],
    ['a: !x [b]\n', 'yaml-feature 2:7+3', 'tag'],
    ['a: { <<: { b: c } }\n', 'yaml-feature 2:6+2', 'merge'],
    ['__proto__: b\n', 'yaml-feature 2:1+9', 'prototype'],
    ['? [a, b]\n: c\n', 'yaml-feature 2:3+6', 'key-not-text'],
    ['a: b\n---\nc: d\n', 'yaml-feature 3:1+1', 'document'],
  ])('%j is refused', (text, place, feature) => {
    expect(told(text)).toEqual([[place, { feature }]]);
  });

  it('are each told, in the order of the text', () => {
    expect(told('a: &x [b]\nc: *x\n')).toEqual([
      ['yaml-feature 2:7+3', { feature: 'anchor' }],
      ['yaml-feature 3:4+2', { feature: 'alias' }],
    ]);
  });

  it('a directive is refused before anything is read: it could ask for another YAML', () => {
    const { value, diagnostics } = readYaml('%YAML 1.1\n---\na: no\n', 'rubric.yaml');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ fault, facts }) => [fault.code, facts])).toEqual([
      ['yaml-feature', { feature: 'directive' }],
    ]);
    expect(diagnostics[0]?.place).toMatchObject({ line: 1, column: 1, excerpt: { from: 0, length: 1 } });
    // The same sign elsewhere is a text.
    expect(readYaml('a: "%YAML\\t"\n', 'rubric.yaml').value?.at(['a'])).toBe('%YAML\t');
  });
});

describe('keys', () => {
  it('stand once in a map; the second is told with the place of the first', () => {
    const { diagnostics } = readYaml(`${NOT_PLAIN}ab: 1\nc: 2\nab: 3\nd: { ab: 4 }\n`, 'rubric.yaml');
    expect(diagnostics.map(({ fault, place, facts }) => [fault.code, place.line, facts])).toEqual([
      ['repeated-key', 4, { key: 'ab' }],
    ]);
    expect(diagnostics[0]?.related).toMatchObject([{ place: { line: 2, column: 1, excerpt: { length: 2 } } }]);
    expect(diagnostics[0]?.related[0]?.message.en).toContain('first');
  });

  it('that are numbers are told as they are written; in quotes they are texts', () => {
    expect(told('1.10: a\n')).toEqual([['bare-number 2:1+4', { shown: '1.10' }]]);
    expect(told('"1.10": a\n')).toEqual([]);
  });
});

describe('words that others read otherwise', () => {
  it('are told where they are plain, as keys too, but for the keys of the format', () => {
    expect(told('a: yes\n')).toEqual([['ambiguous-word 2:4+3', { shown: 'yes' }]]);
    expect(told('yes: a\n')).toEqual([['ambiguous-word 2:1+3', { shown: 'yes' }]]);
    expect(told('a: [2019-01-01, 1:30]\n')).toEqual([
      ['ambiguous-word 2:5+10', { shown: '2019-01-01' }],
      ['ambiguous-word 2:17+4', { shown: '1:30' }],
    ]);
    expect(told('a: "yes"\nb: \'no\'\nc: |\n  on\non: d\nn: e\n')).toEqual([]);
    expect(told('a: on\n')).toEqual([['ambiguous-word 2:4+2', { shown: 'on' }]]);
  });
});

describe('characters made by escapes', () => {
  it('are told where no file may hold them, and no others are', () => {
    expect(told('a: "b\\x1bc"\n')).toEqual([
      ['control-character 2:4+8', { character: '\\u{1b}', name: { en: 'escape', vi: 'escape' }, count: '1' }],
    ]);
    expect(told('"\\u202e": b\n').map(([place]) => place)).toEqual(['control-character 2:1+8']);
    expect(told('a: "\\u1ebf"\nb: \'\\x1b\'\nc: \\x1b\n')).toEqual([]);
  });
});

describe('the depth', () => {
  const nested = (depth: number, inner: string) => `a: ${'['.repeat(depth - 1)}${inner}${']'.repeat(depth - 1)}\n`;

  it.each(['', 'b', '"b"', 'b, c'])('is that of maps and lists, whatever stands in the innermost: %j', (inner) => {
    expect(told(nested(3, inner), 3)).toEqual([]);
    expect(told(nested(4, inner), 3)).toEqual([
      [expect.stringMatching(/^above-limit 2:[67]\+1$/), { what: 'depth', found: '4', limit: '3' }],
    ]);
  });

  it('counts blocks as it counts brackets', () => {
    expect(told('a:\n  b:\n    - c\n', 3)).toEqual([]);
    expect(told('a:\n  b:\n    - c\n', 2).map(([place]) => (place as string).split(' ')[0])).toEqual(['above-limit']);
  });
});

describe('faults of grammar', () => {
  it('are told without the full stop of the package, and by its code', () => {
    const [first] = told('a: [b\n');
    expect(first?.[1]).toMatchObject({
      detail: expect.stringMatching(/[^.]$/),
      kind: expect.stringMatching(/^[A-Z_]+$/),
    });
  });

  it('are twenty at the most', () => {
    const many = Array.from({ length: 40 }, (_, at) => `k${at}: "a" b`).join('\n');
    expect(told(`${many}\n`)).toHaveLength(20);
  });

  it('leave what stands beside them untold: the reader guesses there', () => {
    expect(told('a: &x [b\n').every(([place]) => (place as string).startsWith('yaml-syntax'))).toBe(true);
  });
});

describe('what the package reads', () => {
  it('is what plain text gives: numbers as written, lists, maps, nothing, the empty text', () => {
    const text = 'a: [1.10, 9007199254740993, 0x1F]\nb:\nc: { d: null, e: true }\nf: ""\n';
    const yaml = readYaml(`${NOT_PLAIN}${text}`, 'rubric.yaml').value;
    const plain = readYaml(text.replace('b:\n', 'b: null\n'), 'rubric.yaml').value;
    expect(writtenOf(yaml?.at(['a']))).toEqual([['1.10'], ['9007199254740993'], ['0x1F']]);
    for (const path of [['a'], ['c', 'd'], ['c', 'e'], ['f']]) {
      expect(writtenOf(yaml?.at(path))).toEqual(writtenOf(plain?.at(path)));
      expect({ ...yaml?.place(path), line: 0 }).toEqual({ ...plain?.place(path), line: 0 });
      expect(yaml?.keyPlace(path).line).toBe((plain?.keyPlace(path).line ?? 0) + 1);
    }
    expect(yaml?.at(['b'])).toBeNull();
    expect(yaml?.at(['c', 'x'])).toBeUndefined();
    // What is not there is told at the nearest that is.
    expect(yaml?.place(['c', 'x', 'y'])).toEqual(yaml?.place(['c']));
    expect(yaml?.keyPlace(['c', 'x'])).toEqual(yaml?.place(['c']));
    expect(readYaml('# nothing\n', 'rubric.yaml').value?.place(['a'])).toMatchObject({ line: 1, column: 1 });
  });
});
