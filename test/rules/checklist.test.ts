import { proveRule } from './prove-rule.ts';

const EACH = '{ items: { a: 0.5, b: 0.5, c: 1 } }';
/** Cà Mau, Quyết định 1880/QĐ-UBND năm 2013, 1.2.1: đủ số lượng và đúng thời gian: 1. */
const CA_MAU = '{ items: [đủ số lượng, đúng thời gian], all_or_nothing: true }';

proveRule('checklist', {
  accept: [
    ['a;c', EACH, '2', '1.5'],
    ['c; a', EACH, '2', '1.5'],
    ['b', EACH, '2', '0.5'],
    ['a;b;c', EACH, '2', '2'],
    ['none', EACH, '2', '0'],
    ['None', EACH, '2', '0'],
    ['không có', EACH, '2', '0'],
    ['toString', '{ items: { toString: 1, b: 1 } }', '2', '1'],
    ['đủ số lượng;đúng thời gian', CA_MAU, '1', '1'],
    ['đúng thời gian; đủ số lượng', CA_MAU, '1', '1'],
    ['đủ số lượng', CA_MAU, '1', '0'],
    ['none', CA_MAU, '1', '0'],
    ['none', '{ items: [đủ số lượng], all_or_nothing: true }', '1', '0'],
    ['a', '{ items: { a: 1, b: 1 }, all_or_nothing: false }', '2', '1'],
  ],
  reject: [
    ['d', EACH, '2', 'unknown-item'],
    ['A', EACH, '2', 'unknown-item'],
    ['a,b', EACH, '2', 'unknown-item'],
    ['toString', EACH, '2', 'unknown-item'],
    ['a;a', EACH, '2', 'repeated-item'],
    ['a;', EACH, '2', 'empty-item'],
    [';', EACH, '2', 'empty-item'],
    ['a;none', EACH, '2', 'unknown-item'],
    ['1.5', EACH, '2', 'unknown-item'],
  ],
  flaws: [
    [EACH, '2', []],
    [CA_MAU, '1', []],
    ['{ items: { a: 1, b: 2 } }', '2', ['items-above-max']],
    ['{ items: { a: 3 } }', '2', ['points-out-of-range', 'items-above-max']],
    ['{ items: { a: 0.5 } }', '2', ['max-unreachable']],
    ['{ items: [a, b] }', '2', ['checklist-form']],
    ['{ items: { a: 1, b: 1 }, all_or_nothing: true }', '2', ['checklist-form']],
    ['{ items: { a: 1, b: 2 }, all_or_nothing: true }', '2', ['checklist-form']],
    ['{ items: { An: 1, an: 1 } }', '2', ['alike-names']],
    ['{ items: [An, an], all_or_nothing: true }', '2', ['alike-names']],
  ],
  invalid: [
    '{}',
    '{ items: [] }',
    '{ items: {} }',
    '{ items: [a, a], all_or_nothing: true }',
    '{ items: { none: 1 } }',
    '{ items: { Không có: 1 } }',
    '{ items: [a, 1], all_or_nothing: true }',
    '{ items: { a: x } }',
    '{ items: { a: 1 }, all_or_nothing: maybe }',
  ],
});
