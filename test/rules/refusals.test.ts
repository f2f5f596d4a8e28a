/** The facts with which a cell is refused: what stands there, what there is, what was probably meant. */
import { describe, expect, it } from 'vitest';
import { type Exact, parseDecimal, toText } from '../../src/model/exact.ts';
import { type RuleName, ruleOf } from '../../src/rules/index.ts';
import { isRefusal } from '../../src/rules/rule.ts';
import { scoringOf } from './prove-rule.ts';

function see(type: RuleName, options: string, max: string, cell: string, previous = ''): unknown {
  const scoring = scoringOf(type, options);
  const context = { leaf: '1.1', max: parseDecimal(max) as Exact, mark: '.', previous } as const;
  const outcome = ruleOf(scoring).read(cell, scoring.options, context);
  if (!isRefusal(outcome)) return toText(outcome);
  const { leaf, ...facts } = outcome.facts as Record<string, unknown>;
  expect(leaf).toBe('1.1');
  return [outcome.fault.code, facts, ...(outcome.inPrevious ? ['previous'] : [])];
}

const SCALE = '{ scale: { tot: 1, kha: 0.5, yeu: 0 } }';
const CASES =
  '{ alternatives: { tinh: { type: per-item, points: 0.5, cap: 1 }, huyen: { type: levels, levels: { co: 1 } } } }';

describe('a refused cell', () => {
  it.each<[RuleName, string, string, string, unknown]>([
    ['given', '{}', '2', '2.5', ['above-max', { shown: '2.5', points: '2.5', max: '2' }]],
    ['given', '{ step: 0.25 }', '2', '0.3', ['off-step', { shown: '0.3', step: '0.25', below: '0.25', above: '0.5' }]],
    [
      'levels',
      '{ levels: { tot: 2, kha: 1 } }',
      '2',
      'tott',
      ['unknown-level', { shown: 'tott', known: 'tot, kha', nearest: 'tot' }],
    ],
    [
      'levels',
      '{ levels: { tot: 2, kha: 1 } }',
      '2',
      'zzz\u200b',
      ['unknown-level', { shown: 'zzz\\u{200b}', known: 'tot, kha' }],
    ],
    ['per-item', '{ points: 0.5 }', '2', '5', ['above-max', { shown: '5', points: '2.5', max: '2' }]],
    ['deduct', '{ points: 0.5 }', '2', '5', ['deducts-too-much', { shown: '5', deducted: '2.5', max: '2' }]],
    [
      'piecewise',
      '{ curve: [{ at: 10%, points: 0 }, { at: 90%, points: 2 }] }',
      '2',
      '5%',
      ['outside-curve', { shown: '5%', from: '10 %', to: '90 %' }],
    ],
    [
      'piecewise',
      '{ curve: [{ at: 1, points: 0 }, { at: 9, points: 2 }] }',
      '2',
      '9.1',
      ['outside-curve', { shown: '9.1', from: '1', to: '9' }],
    ],
    [
      'checklist',
      '{ items: { a1: 1, b1: 1 } }',
      '2',
      'a1;c1',
      ['unknown-item', { shown: 'c1', known: 'a1, b1', nearest: 'a1' }],
    ],
    ['checklist', '{ items: { aaa: 1, bbb: 1 } }', '2', 'xyz', ['unknown-item', { shown: 'xyz', known: 'aaa, bbb' }]],
    ['checklist', '{ items: { a: 1, b: 1 } }', '2', 'a;;b', ['empty-item', { shown: 'a;;b' }]],
    ['checklist', '{ items: { a: 1, b: 1 } }', '2', 'a; b ;a', ['repeated-item', { shown: 'a' }]],
    [
      'survey',
      SCALE,
      '2',
      '1;2',
      ['answer-counts', { shown: '1;2', found: '2', asked: '3', answers: 'tot; kha; yeu' }],
    ],
    [
      'survey',
      SCALE,
      '2',
      '0;0;0',
      ['answer-counts', { shown: '0;0;0', found: '0', asked: '3', answers: 'tot; kha; yeu' }],
    ],
    ['survey', '{}', '2', '101%', ['above-whole', { shown: '101%' }]],
    ['best-of', CASES, '1', 'tinh', ['not-a-case', { shown: 'tinh', example: 'tinh=…' }]],
    ['best-of', CASES, '1', 'tinh=1 | ', ['not-a-case', { shown: '', example: 'tinh=…' }]],
    ['best-of', CASES, '1', 'tinh= ', ['not-a-case', { shown: 'tinh=', example: 'tinh=…' }]],
    ['best-of', CASES, '1', '=1', ['not-a-case', { shown: '=1', example: 'tinh=…' }]],
    ['best-of', CASES, '1', 'tính=1', ['unknown-case', { shown: 'tính', known: 'tinh, huyen', nearest: 'tinh' }]],
    ['best-of', CASES, '1', 'qwx=1', ['unknown-case', { shown: 'qwx', known: 'tinh, huyen' }]],
    ['best-of', CASES, '1', 'tinh=1|tinh=2', ['repeated-item', { shown: 'tinh' }]],
    ['best-of', CASES, '1', 'tinh=1|huyen=no', ['unknown-level', { shown: 'no', known: 'co', nearest: 'co' }]],
  ])('%s %s of %s: %s', (type, options, max, cell, told) => {
    expect(see(type, options, max, cell)).toEqual(told);
  });

  it('of a change may be that of last year', () => {
    const ramp = '{ full_at: 10% }';
    expect(see('growth', ramp, '2', '11', '10')).toBe('0.1');
    expect(see('growth', ramp, '2', '11')).toEqual(['no-previous', { shown: '' }, 'previous']);
    expect(see('growth', ramp, '2', '11', '0')).toEqual(['previous-zero', { shown: '0' }, 'previous']);
    expect(see('growth', ramp, '2', '11', '-1')).toEqual(['below-zero', { shown: '-1' }, 'previous']);
    expect(see('growth', ramp, '2', '-1', '10')).toEqual(['below-zero', { shown: '-1' }]);
    expect(see('growth', '{ full_at: 10, measure: difference }', '2', '11', '0')).toBe('11');
    expect(see('growth', '{ full_at: 10%, value: share }', '2', '50%', '1/4')).toBe('1');
  });
});
