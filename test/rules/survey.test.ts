import { proveRule } from './prove-rule.ts';

const SCALE = '{ scale: { tot: 1, kha: 0.75, trung-binh: 0.5, yeu: 0 } }';
const SURVEY = { source: 'survey' } as const;

proveRule('survey', {
  accept: [
    // (40 × 1 + 30 × 0.75 + 20 × 0.5 + 10 × 0) / 100 = 0.725 of 2 points.
    ['40;30;20;10', SCALE, '2', '1.45', SURVEY],
    ['1; 0; 0; 0', SCALE, '2', '2', SURVEY],
    ['0;0;0;7', SCALE, '2', '0', SURVEY],
    ['1;1;1;0', SCALE, '2', '1.5', SURVEY],
    // (1 + 0.75) / 3 = 7/12 of one point.
    ['1;1;0;1', SCALE, '1', '7/12', SURVEY],
    ['3;1', '{ scale: { co: 100%, khong: 0% } }', '2', '1.5', SURVEY],
    ['85.29%', '{}', '2', '1.7058', SURVEY],
    ['2/3', '{}', '2', '4/3', SURVEY],
    ['100%', '{ n: 350 }', '2', '2', SURVEY],
    ['0%', '{}', '2', '0', SURVEY],
  ],
  reject: [
    ['40;30;20', SCALE, '2', 'answer-counts'],
    ['40;30;20;10;0', SCALE, '2', 'answer-counts'],
    ['0;0;0;0', SCALE, '2', 'answer-counts'],
    ['40;30;20;', SCALE, '2', 'not-a-count'],
    ['40;30;20;x', SCALE, '2', 'not-a-count'],
    ['1.5;0;0;0', SCALE, '2', 'not-a-count'],
    ['40;30;20;-1', SCALE, '2', 'below-zero'],
    ['85%', SCALE, '2', 'answer-counts'],
    ['100.01%', '{}', '2', 'above-whole'],
    ['0.85', '{}', '2', 'not-a-share'],
    ['0/0', '{}', '2', 'zero-denominator'],
  ],
  flaws: [
    [SCALE, '2', []],
    ['{}', '2', []],
    ['{ n: 350 }', '2', []],
    ['{}', '2', ['survey-source'], 'appraised'],
    ['{}', '2', ['survey-source'], 'self'],
    ['{}', '2', ['not-in-adjustment'], 'adjustment'],
    ['{ scale: { a: 0.5, b: 0 } }', '2', ['max-unreachable']],
    ['{ scale: { a: 1, b: 0 }, n: 5 }', '2', ['idle-option']],
    ['{ scale: { Tốt: 1, tốt: 0 } }', '2', ['alike-names']],
  ],
  invalid: [
    '{ scale: {} }',
    '{ scale: { a: 2 } }',
    '{ scale: { a: -0.5 } }',
    '{ scale: { a: 101% } }',
    '{ scale: { "5": 1, "4": 0 } }',
    '{ n: 1.5 }',
    '{ n: -1 }',
    '{ n: 1000000000 }',
  ],
});
