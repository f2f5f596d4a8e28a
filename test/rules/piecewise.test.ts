import { proveRule } from './prove-rule.ts';

const SHARES = '{ curve: [{ at: 50%, points: 0 }, { at: 80%, points: 1 }, { at: 100%, points: 2 }], outside: flat }';
const FALLING = '{ curve: [{ at: 0, points: 2 }, { at: 10, points: 0 }], outside: flat }';
const STRICT = '{ curve: [{ at: 0, points: 2 }, { at: 10, points: 0 }] }';
const CAPPED = '{ curve: [{ at: 0%, points: 0 }, { at: 100%, points: 2 }], over: cap }';
const SHORT = '{ curve: [{ at: 0%, points: 0 }, { at: 90%, points: 2 }], over: cap }';

proveRule('piecewise', {
  accept: [
    ['50%', SHARES, '2', '0'],
    ['65%', SHARES, '2', '0.5'],
    ['80%', SHARES, '2', '1'],
    ['90%', SHARES, '2', '1.5'],
    ['100%', SHARES, '2', '2'],
    // (2/3 - 1/2) / (3/10) = 5/9 of the way to one point.
    ['2/3', SHARES, '2', '5/9'],
    ['49.99%', SHARES, '2', '0'],
    ['0%', SHARES, '2', '0'],
    ['5', FALLING, '2', '1'],
    ['7.5', FALLING, '2', '0.5'],
    ['-3', FALLING, '2', '2'],
    ['12', FALLING, '2', '0'],
    ['0', STRICT, '2', '2'],
    ['10', STRICT, '2', '0'],
    ['100%', CAPPED, '2', '2'],
    ['150%', CAPPED, '2', '2'],
    ['7/6', CAPPED, '2', '2'],
    ['90%', SHORT, '2', '2'],
  ],
  reject: [
    ['10.0000000001', STRICT, '2', 'outside-curve'],
    ['-0.0000000001', STRICT, '2', 'outside-curve'],
    ['100.01%', SHARES, '2', 'above-whole'],
    // A share over 100 % counts as 100 %, which this curve does not reach either.
    ['150%', SHORT, '2', 'outside-curve'],
    ['95%', SHORT, '2', 'outside-curve'],
    ['0.9', SHARES, '2', 'not-a-share'],
    ['50%', STRICT, '2', 'not-a-number'],
    ['-1%', SHARES, '2', 'below-zero'],
    ['0/0', SHARES, '2', 'zero-denominator'],
  ],
  flaws: [
    [SHARES, '2', []],
    [FALLING, '2', []],
    ['{ curve: [{ at: 50%, points: 0 }, { at: 50%, points: 2 }] }', '2', ['curve-not-rising']],
    ['{ curve: [{ at: 80%, points: 2 }, { at: 50%, points: 0 }] }', '2', ['curve-not-rising']],
    ['{ curve: [{ at: 0, points: 0 }, { at: 50%, points: 2 }] }', '2', ['mixed-units']],
    ['{ curve: [{ at: 0%, points: 0 }, { at: 110%, points: 2 }] }', '2', ['bound-out-of-range']],
    ['{ curve: [{ at: -10%, points: 0 }, { at: 100%, points: 2 }] }', '2', ['bound-out-of-range']],
    ['{ curve: [{ at: -10, points: 0 }, { at: 100, points: 2 }] }', '2', []],
    ['{ curve: [{ at: 0, points: 0 }, { at: 5, points: 3 }] }', '2', ['points-out-of-range']],
    ['{ curve: [{ at: 0, points: -1 }, { at: 5, points: 2 }] }', '2', ['points-out-of-range']],
    ['{ curve: [{ at: 0, points: 0 }, { at: 5, points: 1 }] }', '2', ['max-unreachable']],
    ['{ curve: [{ at: 0, points: 0 }, { at: 5, points: 2 }], over: cap }', '2', ['idle-option']],
  ],
  invalid: [
    '{}',
    '{ curve: [] }',
    '{ curve: [{ at: 0, points: 0 }] }',
    '{ curve: [{ at: 0 }, { at: 1, points: 2 }] }',
    '{ curve: [{ at: 0, points: 0 }, { at: 1, points: 2 }], outside: clamp }',
  ],
});
