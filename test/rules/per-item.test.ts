import { proveRule } from './prove-rule.ts';

proveRule('per-item', {
  accept: [
    ['0', '{ points: 0.5 }', '2', '0'],
    ['3', '{ points: 0.5 }', '2', '1.5'],
    ['3.0', '{ points: 0.5 }', '2', '1.5'],
    ['4', '{ points: 0.5 }', '2', '2'],
    ['3', '{ points: 0.3 }', '1', '0.9'],
    // Mỗi ... 0,5 điểm, tổng không quá 1,5.
    ['3', '{ points: 0.5, cap: 1.5 }', '2', '1.5'],
    ['4', '{ points: 0.5, cap: 1.5 }', '2', '1.5'],
    ['900000000000000', '{ points: 0.5, cap: 1.5 }', '2', '1.5'],
    // A cap between two steps is reached all the same.
    ['4', '{ points: 0.4, cap: 1.5 }', '2', '1.5'],
    // A bonus stops at its own maximum.
    ['7', '{ points: 0.5 }', '2', '2', { source: 'adjustment' }],
    ['3', '{ points: 0.5 }', '2', '1.5', { source: 'adjustment' }],
  ],
  reject: [
    ['5', '{ points: 0.5 }', '2', 'above-max'],
    ['4', '{ points: 0.3 }', '1', 'above-max'],
    ['2.5', '{ points: 0.5 }', '2', 'not-a-count'],
    ['ba', '{ points: 0.5 }', '2', 'not-a-count'],
    ['3;4', '{ points: 0.5 }', '2', 'not-a-count'],
    ['50%', '{ points: 0.5 }', '2', 'not-a-count'],
    ['-1', '{ points: 0.5 }', '2', 'below-zero'],
    ['-1', '{ points: 0.5, cap: 2 }', '2', 'below-zero'],
  ],
  flaws: [
    ['{ points: 0.5 }', '2', []],
    ['{ points: 0.5, cap: 2 }', '2', []],
    ['{ points: 3 }', '2', ['points-out-of-range', 'max-unreachable']],
    ['{ points: 0.5, cap: 3 }', '2', ['points-out-of-range']],
    ['{ points: 0.3 }', '1', ['max-unreachable']],
    ['{ points: 0.5, cap: 1 }', '2', ['max-unreachable']],
    ['{ points: 0.3 }', '1', [], 'adjustment'],
  ],
  invalid: ['{}', '{ points: 0 }', '{ points: -1 }', '{ points: 1, cap: 0 }', '{ points: 1, caps: 2 }'],
});
