/** A rubric as a whole: what it says of itself, and that one error of any kind refuses it. */
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { toText } from '../../src/model/exact.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { readRubric, readTabularRubric } from '../../src/read/rubric.ts';
import { rubricOf, seeRubric } from './rubric-text.ts';

const GIVEN = 'rule: { type: given }';
const DOMAIN = (id: string, max: string) =>
  `  - { id: "${id}", title: A, max: ${max}, criteria: [{ id: "${id}.1", title: B, max: ${max}, ${GIVEN} }] }`;
const TREE = ['domains:', DOMAIN('1', '2.25'), DOMAIN('2', '1.5')];

describe('a rubric', () => {
  it('says what it is, whom it scores, and what caps hold', () => {
    const rubric = rubricOf(
      ...TREE,
      'issued: { decision: 1149/QĐ-UBND, date: "2019-05-02" }',
      'note: Thử.',
      'applies_to: [so, huyen]',
      'missing: zero',
      'index: { min: 0, max: 100 }',
      'adjustment_caps: { bonus: 2, penalty: 0.5 }',
    );
    expect(rubric).toMatchObject({
      ...{ id: 'so', title: 'Bộ tiêu chí thử', note: 'Thử.', missing: 'zero', appliesTo: ['so', 'huyen'] },
      ...{ issued: { decision: '1149/QĐ-UBND', date: '2019-05-02' }, file: 'rubric.yaml', sha256: 'ab'.repeat(32) },
    });
    const { indexBounds, adjustmentCaps } = rubric;
    const texts = [indexBounds.min, indexBounds.max, adjustmentCaps.bonus, adjustmentCaps.penalty, rubric.scale];
    expect(texts.map((value) => value && toText(value))).toEqual(['0', '100', '2', '0.5', '3.75']);
  });

  it('has no more than it says', () => {
    const rubric = rubricOf(...TREE);
    expect(Object.keys(rubric)).not.toContain('note');
    expect(Object.keys(rubric)).not.toContain('issued');
    expect(rubric.indexBounds).toEqual({});
    expect(rubric.adjustmentCaps).toEqual({});
    expect(Object.keys(rubricOf(...TREE, 'adjustment_caps: { penalty: 1 }').adjustmentCaps)).toEqual(['penalty']);
  });

  it('may be a table, held to the same laws', () => {
    const table = (max: string) => {
      const rows = [
        'rubric,so,Bộ thử,,',
        'setting,format,,,1',
        `domain,1,Một,${max},`,
        'criterion,1.1,A,2,type: given',
      ];
      return readTabularRubric(`kind,id,title,max,rule\n${rows.join('\n')}\n`, DIALECTS.data, 'so.csv', 'ab');
    };
    const { value, count } = table('2');
    expect(value).toMatchObject({ id: 'so', title: 'Bộ thử', file: 'so.csv', sha256: 'ab' });
    expect(count).toMatchObject({ file: 'so.csv', read: 4, used: 4 });
    const wrong = table('3');
    expect(wrong.value).toBeUndefined();
    expect(wrong.diagnostics.map(({ fault, place }) => `${fault.code} ${place.line}`)).toEqual(['max-not-sum 4']);
    expect(wrong.count).toMatchObject({ used: 4 });
  });

  it('is refused for an error of its grammar, its keys, its tree or its policies; all of a step are told', () => {
    expect(seeRubric('domains: [').rubric).toBeUndefined();
    expect(seeRubric('domain: []').told.map((text) => text.split(' ')[0])).toEqual(['missing-key', 'unknown-key']);
    const { rubric, told } = seeRubric('domains:', DOMAIN('1', '2').replace('max: 2', 'max: 3'), 'stages: [self]');
    expect(rubric).toBeUndefined();
    expect(told.map((text) => text.split(' ')[0])).toEqual(['max-not-sum', 'bad-stages']);
  });

  it('keeps what is only told, beside a rubric or an error of its keys', () => {
    const { rubric, told } = seeRubric(...TREE, 'note: yes');
    expect(rubric?.note).toBe('yes');
    expect(told).toEqual([expect.stringMatching(/^ambiguous-word 7:7 /)]);
    expect(seeRubric('note: yes').told.map((text) => text.split(' ')[0])).toEqual(['ambiguous-word', 'missing-key']);
  });

  it('is read within the limits given', () => {
    const { diagnostics } = readRubric(`a: [[[1]]]\n`, 'r.yaml', '', { ...LIMITS, depth: 2 });
    expect(diagnostics.map(({ fault }) => fault.code)).toEqual(['above-limit']);
  });
});
