/** Hostile YAML: bounded work, whatever is repeated in it. */
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/read/yaml.ts';

function faultsOf(text: string): readonly string[] {
  return readYaml(text, 'rubric.yaml').diagnostics.map(
    ({ fault, place }) => `${fault.code} ${place.line}:${place.column}`,
  );
}

describe('time', () => {
  it.each([
    ['brackets', '['.repeat(1_000_000), 'above-limit'],
    ['braces', '{a: '.repeat(250_000), 'above-limit'],
    ['dashes', `${'- '.repeat(500_000)}a`, 'above-limit'],
    ['question marks', `${'? '.repeat(500_000)}a`, 'above-limit'],
    ['a long key', `${'a'.repeat(1_000_000)}: 1`, 'yaml-syntax'],
    ['colons', 'a: b: c\n'.repeat(50_000), 'above-limit'],
    ['quotes', `a: ${'"'.repeat(100_000)}`, 'yaml-syntax'],
    ['quoted words', `a: ${'"x" '.repeat(100_000)}`, 'yaml-syntax'],
    ['closing brackets', '}\n'.repeat(50_000), 'yaml-syntax'],
    ['anchors', Array.from({ length: 30_000 }, (_, n) => `- &a${n} x`).join('\n'), 'yaml-feature'],
    ['equal keys', 'a: 1\n'.repeat(50_000), 'repeated-key'],
  ])('takes 1 MB of %s in seconds, not minutes', (_, text, code) => {
    const start = performance.now();
    expect(faultsOf(text)[0]).toMatch(new RegExp(`^${code} `));
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('finds the places of many keys without looking at all for each', () => {
    const { value } = readYaml(Array.from({ length: 40_000 }, (_, n) => `k${n}: a`).join('\n'), 'rubric.yaml');
    const start = performance.now();
    const lines = Array.from({ length: 40_000 }, (_, n) => value?.keyPlace([`k${n}`]).line);
    expect(lines.at(-1)).toBe(40_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
