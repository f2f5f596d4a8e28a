/** What the schema of a rubric alone refuses. */
import { describe, expect, it } from 'vitest';
import { readRubric } from '../../src/read/rubric.ts';

const LEAF = '{ id: "1.1", title: B, max: 2, rule: { type: given } }';
const TREE = ['domains:', `  - { id: "1", title: A, max: 2, criteria: [${LEAF}] }`];

describe('a rubric', () => {
  it('is of format 1', () => {
    const formatted = (format: string) =>
      readRubric(`format: ${format}\nid: a\ntitle: A\n${TREE.join('\n')}\n`, 'r.yaml', '').diagnostics.map(
        ({ fault, place }) => `${fault.code} ${place.line}:${place.column}`,
      );
    expect(formatted('1')).toEqual([]);
    for (const other of ['2', '"1"', '1.0', '{ numeral: "1" }', '']) {
      expect(formatted(other)).toEqual(['wrong-value 1:9']);
    }
  });
});
