/** What a leaf keeps of its keys, and the places beside a fault of its ids and its maximum. */
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/model/exact.ts';
import { readRubric } from '../../src/read/rubric.ts';
import { rubricOf } from './rubric-text.ts';

const TREE = ['domains:', '  - id: "1"', '    title: Một', '    max: 2', '    criteria:'];
const leafOf = (keys: string) => rubricOf(...TREE, `      - { id: "1.1", title: A, max: 2, ${keys} }`).leaves[0];

describe('a leaf', () => {
  it('asks for evidence where it is required, and has a cost and a note where they are written', () => {
    const plain = leafOf('rule: { type: given }');
    expect(plain).toMatchObject({ evidence: false, source: 'appraised', exemptible: false });
    expect(plain).not.toHaveProperty('price');
    expect(plain).not.toHaveProperty('note');
    const full = leafOf('rule: { type: given }, evidence: required, cost: 2.5, note: Ghi, exempt: allowed');
    expect(full).toMatchObject({ evidence: true, exemptible: true, note: 'Ghi' });
    const { price } = full ?? {};
    expect(price?.per === 'point' && toText(price.cost)).toBe('2.5');
  });
});

/** Code, place and facts of each fault, and the words with the place of what is seen beside it. */
function told(...lines: readonly string[]) {
  const text = ['format: 1', 'id: so', 'title: Bộ tiêu chí thử', ...lines, ''].join('\n');
  return readRubric(text, 'rubric.yaml', 'ab'.repeat(32)).diagnostics.map(({ fault, place, facts, related }) => [
    `${fault.code} ${place.line}:${place.column}`,
    facts,
    ...related.map((other) => `${other.place.line}:${other.place.column} ${other.message.en}`),
  ]);
}

describe('a fault', () => {
  it('of a rule against the maximum shows where that is set', () => {
    const rule = 'rule: { type: levels, levels: { a: 3, b: 0 } }';
    const [fault] = told(...TREE, `      - { id: "1.1", title: A, max: 2, ${rule} }`);
    expect(fault?.[0]).toMatch(/^points-out-of-range 9:/);
    expect(fault?.[2]).toBe('9:37 the maximum is set here');
  });

  it('of an id shows where the first of it stands, or the one that it looks like', () => {
    const leaf = (id: string, max = 1) => `      - { id: "${id}", title: A, max: ${max}, rule: { type: given } }`;
    expect(told(...TREE, leaf('1.1'), leaf('1.1'))).toEqual([
      ['repeated-id 10:15', { id: '1.1' }, '9:15 the first is here'],
    ]);
    expect(told(...TREE, leaf('10.10'), leaf('10.1'))).toEqual([
      ['look-alike-ids 9:15', { id: '10.10', other: '10.1', safe: 'TC10.10' }, expect.stringMatching(/^10:15 /)],
    ]);
    expect(told(...TREE, leaf('2.0', 2))).toEqual([]);
  });

  it('of a cost stands below its key', () => {
    expect(
      told(...TREE, '      - { id: "1.1", title: A, max: 2, rule: { type: given }, cost: { a: 1 } }'),
    ).toMatchObject([['cost-names 9:69', { why: 'nameless', leaf: '1.1' }]]);
  });
});
