/** YAML: plain use only, each thing at its place, bounded work on hostile text. */
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/model/limits.ts';
import { isNumeral, writtenAs } from '../../src/model/numeral.ts';
import { readYaml } from '../../src/read/yaml.ts';

function faultsOf(text: string): readonly string[] {
  return readYaml(text, 'rubric.yaml').diagnostics.map(
    ({ fault, place }) => `${fault.code} ${place.line}:${place.column}`,
  );
}

/** The value, a bare number as the list of its text. */
function plainOf(text: string): unknown {
  const value = readYaml(text, 'rubric.yaml').value?.value ?? null;
  return JSON.parse(JSON.stringify(value, (_, part) => (isNumeral(part) ? [writtenAs(part)] : part)));
}

describe('values', () => {
  it('keeps bare numbers as they are written', () => {
    expect(plainOf('a: 1.10\nb: 0.1\nc: 9007199254740993\nd: 0x10\ne: 1e309\nf: "1.10"\n')).toEqual({
      a: ['1.10'],
      b: ['0.1'],
      c: ['9007199254740993'],
      d: ['0x10'],
      e: ['1e309'],
      f: '1.10',
    });
  });

  it('reads words of other YAML versions as texts', () => {
    expect(plainOf('a: no\nb: yes\nc: 1:30\nd: 2025-01-01\ne: true\n')).toEqual({
      a: 'no',
      b: 'yes',
      c: '1:30',
      d: '2025-01-01',
      e: true,
    });
  });

  it('takes an empty text for an empty map, and JSON for YAML', () => {
    expect(plainOf('')).toEqual({});
    expect(plainOf('# nothing\n')).toEqual({});
    expect(plainOf('{"a": [1, "b"]}')).toEqual({ a: [['1'], 'b'] });
  });

  it('knows keys that objects have of their own', () => {
    expect(plainOf('constructor: a\ntoString: b\nvalueOf: c\n')).toEqual({
      constructor: 'a',
      toString: 'b',
      valueOf: 'c',
    });
    const yaml = readYaml('a: 1\n', 'rubric.yaml').value;
    expect(yaml?.at(['constructor'])).toBeUndefined();
  });
});

describe('what is refused', () => {
  it.each([
    ['an anchor', 'a: &x 1\n', 'yaml-feature 1:7'],
    ['an anchor of a map', 'a: &x { b: c }\n', 'yaml-feature 1:7'],
    ['a tag', 'a: !!str 1\n', 'yaml-feature 1:10'],
    ['a tag of JavaScript', 'a: !!js/function "x"\n', 'yaml-feature 1:18'],
    ['a merge key', 'a: { <<: { b: c } }\n', 'yaml-feature 1:6'],
    ['__proto__', '__proto__: { polluted: yes1 }\n', 'yaml-feature 1:1'],
    ['a key that is a list', '? [a, b]\n: c\n', 'yaml-feature 1:3'],
    ['a second document', 'a: b\n---\nc: d\n', 'yaml-feature 2:1'],
    ['a key that is a number', '1.10: a\n', 'bare-number 1:1'],
    ['a repeated key', 'a: b\nc: d\na: e\n', 'repeated-key 3:1'],
    ['a repeated key in JSON', '{"a": "b", "a": "c"}', 'repeated-key 1:12'],
    ['an unclosed bracket', 'a: [b\n', 'yaml-syntax 2:1'],
    ['a tab for indentation', 'a:\n\tb: c\n', 'yaml-syntax 2:1'],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(text)).toContain(fault);
    expect(readYaml(text, 'rubric.yaml').value).toBeUndefined();
  });

  it('refuses an alias with its anchor', () => {
    expect(faultsOf('a: &x [1]\nb: *x\n')).toEqual(['yaml-feature 1:7', 'yaml-feature 2:4']);
  });

  it('names both places of a repeated key', () => {
    const [found] = readYaml('a: b\nc: d\na: e\n', 'rubric.yaml').diagnostics;
    expect(found?.related.map(({ place }) => place.line)).toEqual([1]);
  });

  it('does not unfold a billion laughs', () => {
    const lines = ['a0: &a0 [lol]', ...Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`)];
    expect(faultsOf(lines.join('\n')).every((fault) => fault.startsWith('yaml-feature'))).toBe(true);
  });

  it('leaves the prototype of objects alone', () => {
    readYaml('"__proto__": { polluted: a }\nconstructor: { prototype: { polluted: a } }\n', 'rubric.yaml');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('warnings', () => {
  it.each(['no', 'Yes', 'on', 'OFF', '1:30', '12:30:45', '2025-01-01'])('warns of %s without quotes', (word) => {
    expect(faultsOf(`a: ${word}\n`)).toEqual(['ambiguous-word 1:4']);
    expect(faultsOf(`a: "${word}"\n`)).toEqual([]);
    expect(faultsOf(`a: '${word}'\n`)).toEqual([]);
  });

  it('warns of names, and not of keys of the format itself', () => {
    expect(faultsOf('levels: { no: 0, yes: 1 }\n')).toEqual(['ambiguous-word 1:11', 'ambiguous-word 1:18']);
    expect(faultsOf('rank: { on: rounded }\n')).toEqual([]);
  });
});

describe('limits', () => {
  it('refuses what stands deeper than the limit, at the place', () => {
    const deep = (n: number) => `${'['.repeat(n)}a${']'.repeat(n)}\n`;
    expect(faultsOf(deep(20))).toEqual([]);
    expect(faultsOf(deep(21))).toEqual(['above-limit 1:22']);
    const { diagnostics } = readYaml(deep(3), 'rubric.yaml', { ...LIMITS, depth: 2 });
    expect(diagnostics.map(({ fault, facts }) => fault.message.en(facts))).toEqual([
      'Maps and lists stand 3 deep in one another; the limit is 2.',
    ]);
  });
});
