import { proveRule } from './prove-rule.ts';

proveRule('deduct', {
  accept: [
    // Mỗi ngày trễ trừ 0,1.
    ['0', '{ points: 0.1 }', '2', '2'],
    ['3', '{ points: 0.1 }', '2', '1.7'],
    ['20', '{ points: 0.1 }', '2', '0'],
    // ..., không thấp hơn 0.
    ['20', '{ points: 0.1, min: 0 }', '2', '0'],
    ['21', '{ points: 0.1, min: 0 }', '2', '0'],
    ['999999999999999', '{ points: 0.1, min: 0 }', '2', '0'],
    ['2', '{ points: 0.5, min: 0.5 }', '2', '1'],
    ['3', '{ points: 0.5, min: 0.5 }', '2', '0.5'],
    ['4', '{ points: 0.5, min: 0.5 }', '2', '0.5'],
    // A least between two steps: 2 - 3 × 0.7 would be below 0.
    ['3', '{ points: 0.7, min: 0.25 }', '2', '0.25'],
    ['0', '{ points: 1, min: 2 }', '2', '2'],
    ['5', '{ points: 1, min: 2 }', '2', '2'],
  ],
  reject: [
    ['21', '{ points: 0.1 }', '2', 'deducts-too-much'],
    ['3', '{ points: 0.7 }', '2', 'deducts-too-much'],
    ['-1', '{ points: 0.1 }', '2', 'below-zero'],
    ['-1', '{ points: 0.1, min: 0 }', '2', 'below-zero'],
    ['1.5', '{ points: 0.1 }', '2', 'not-a-count'],
    ['1/2', '{ points: 0.1 }', '2', 'not-a-count'],
  ],
  flaws: [
    ['{ points: 0.1 }', '2', []],
    ['{ points: 0.1, min: 2 }', '2', []],
    ['{ points: 3 }', '2', ['points-out-of-range']],
    ['{ points: 0.1, min: 3 }', '2', ['points-out-of-range']],
    ['{ points: 0.1, min: -1 }', '2', ['points-out-of-range']],
    ['{ points: 0.1 }', '2', ['not-in-adjustment'], 'adjustment'],
  ],
  invalid: ['{}', '{ points: 0 }', '{ points: -0.1 }', '{ points: 1, min: a }', '{ points: 1, max: 2 }'],
});
