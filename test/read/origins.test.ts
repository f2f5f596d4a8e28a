/** What a rubric says it continues: each older criterion once, and nothing below a criterion that has spoken. */
import { describe, expect, it } from 'vitest';
import { seeRubric } from './rubric-text.ts';

/** A rubric of one domain; its `criteria` begin in line 8. */
function see(...criteria: readonly string[]): readonly string[] {
  const max = criteria.filter((line) => !line.startsWith('  ')).length;
  const { told } = seeRubric(
    ...['domains:', '  - id: "1"', `    title: A`, `    max: ${max}`, '    criteria:'],
    ...criteria.map((line) => `      ${line}`),
  );
  return told.map((text) => text.replace(/^repeated-origin (\S+) .* (\(.*\))$/, '$1 $2'));
}

const leaf = (id: string, from: string) => `- { id: "${id}", title: B, max: 1, from: ${from}, rule: { type: given } }`;

describe('origins', () => {
  it('may be several of one node, or none, or unsaid', () => {
    expect(see(leaf('1.1', '[a, b]'), leaf('1.2', '[]'), leaf('1.3', '[c]'))).toEqual([]);
    const unsaid = (id: string) => `- { id: "${id}", title: B, max: 1, rule: { type: given } }`;
    expect(see(unsaid('1.1'), unsaid('1.2'))).toEqual([]);
  });

  it('are named once, the first place in the file beside the second', () => {
    expect(see(leaf('1.1', '[a, b]'), leaf('1.2', '[b, a]'))).toEqual(['10:47 (9:50)', '10:50 (9:47)']);
    expect(see(leaf('1.1', '[a, a]'))).toEqual(['9:50 (9:47)']);
    expect(see(leaf('1.1', '[a]'), leaf('1.2', '[a]'), leaf('1.3', '[a]'))).toEqual(['10:47 (9:47)', '11:47 (9:47)']);
  });

  it('are those of a criterion with parts as well, in the order of the file', () => {
    const parts = [
      '- id: "1.1"',
      '  title: B',
      '  max: 1',
      '  from: [a]',
      '  parts: [{ id: 1.1.1, title: C, max: 1, rule: { type: given } }]',
    ];
    expect(see(...parts, leaf('1.2', '[a]'))).toEqual(['14:47 (12:16)']);
    expect(see(leaf('1.2', '[a]'), ...parts)).toEqual(['13:16 (9:47)']);
  });

  it('are not said by parts where their criterion says them', () => {
    const parts = (above: string, below: string) =>
      see(
        '- id: "1.1"',
        '  title: B',
        '  max: 1',
        ...(above ? [`  from: ${above}`] : []),
        `  parts: [{ id: 1.1.1, title: C, max: 1, ${below}rule: { type: given } }]`,
      );
    expect(parts('[a]', 'from: [b], ')).toEqual(['13:55 (9:13)']);
    expect(parts('[]', 'from: [b], ')).toEqual(['13:55 (9:13)']);
    expect(parts('[a]', 'from: [], ')).toEqual(['13:23 (9:13)']);
    expect(parts('[a]', '')).toEqual([]);
    expect(parts('', 'from: [b], ')).toEqual([]);
  });
});
