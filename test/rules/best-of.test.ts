import { proveRule } from './prove-rule.ts';

const TWO =
  '{ alternatives: { cap-tinh: { type: levels, levels: { co: 2, khong: 0 } }, ty-le: { type: proportional } } }';
const LISTS =
  '{ alternatives: { mot: { type: checklist, items: { a: 1, b: 1 } }, hai: { type: per-item, points: 0.5 } } }';
const bothOf = (first: string, second: string) => `{ alternatives: { a: { ${first} }, b: { ${second} } } }`;

proveRule('best-of', {
  accept: [
    ['cap-tinh=co', TWO, '2', '2'],
    ['cap-tinh=khong | ty-le=50%', TWO, '2', '1'],
    ['ty-le=1/3|cap-tinh=khong', TWO, '2', '2/3'],
    ['ty-le = 50%', TWO, '2', '1'],
    ['cap-tinh=khong', TWO, '2', '0'],
    ['ty-le=12,5%', TWO, '2', '0.25', { mark: ',' }],
    ['mot=a;b | hai=1', LISTS, '2', '2'],
    ['mot=none | hai=3', LISTS, '2', '1.5'],
    // A bonus by items stops at the maximum also as a case.
    ['hai=9', LISTS, '2', '2', { source: 'adjustment' }],
  ],
  reject: [
    ['co', TWO, '2', 'not-a-case'],
    ['ty-le=', TWO, '2', 'not-a-case'],
    ['=50%', TWO, '2', 'not-a-case'],
    ['ty-le=50% |', TWO, '2', 'not-a-case'],
    ['khac=1', TWO, '2', 'unknown-case'],
    ['toString=1', TWO, '2', 'unknown-case'],
    ['ty-le=50% | ty-le=60%', TWO, '2', 'repeated-item'],
    ['ty-le=120%', TWO, '2', 'above-whole'],
    ['cap-tinh=co | ty-le=abc', TWO, '2', 'not-a-share'],
    ['cap-tinh=tot', TWO, '2', 'unknown-level'],
    ['hai=9', LISTS, '2', 'above-max'],
  ],
  flaws: [
    [TWO, '2', []],
    // One case that reaches the maximum is enough.
    [bothOf('type: levels, levels: { x: 1 }', 'type: given'), '2', []],
    [
      bothOf('type: levels, levels: { x: 1 }', 'type: levels, levels: { x: 1 }'),
      '2',
      ['max-unreachable', 'max-unreachable'],
    ],
    [bothOf('type: levels, levels: { x: 3 }', 'type: given'), '2', ['points-out-of-range']],
    [bothOf('type: deduct, points: 1', 'type: given'), '2', []],
    [bothOf('type: deduct, points: 1', 'type: given'), '2', ['not-in-adjustment'], 'adjustment'],
    ['{ alternatives: { An: { type: given }, an: { type: given } } }', '2', ['alike-names']],
  ],
  invalid: [
    '{}',
    '{ alternatives: {} }',
    '{ alternatives: { a: { type: given } } }',
    bothOf('type: survey', 'type: given'),
    bothOf('type: relative', 'type: given'),
    bothOf('type: growth, full_at: 10%', 'type: given'),
    bothOf('type: best-of, alternatives: { c: { type: given }, d: { type: given } }', 'type: given'),
    bothOf('type: given, steps: 1', 'type: given'),
    bothOf('type: nothing', 'type: given'),
  ],
});
