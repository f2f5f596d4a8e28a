import { proveRule } from './prove-rule.ts';

/** Cà Mau, Quyết định 1880/QĐ-UBND năm 2013, 1.1.4: trên 90%: 2; từ 70% - 90%: 1; dưới 70%: 0. */
const CA_MAU = '{ bands: [{ above: 90%, points: 2 }, { from: 70%, to: 90%, points: 1 }, { below: 70%, points: 0 }] }';
const CAPPED = '{ bands: [{ below: 90%, points: 0 }, { from: 90%, to: 100%, points: 1 }], over: cap }';
const COUNTED = '{ bands: [{ from: 0, below: 3, points: 0 }, { from: 3, points: 1 }] }';
const SIGNED = '{ bands: [{ to: 0, points: 0 }, { above: 0, points: 1 }] }';
const ONE_VALUE =
  '{ bands: [{ from: 0%, below: 50%, points: 0 }, { from: 50%, to: 50%, points: 1 }, { above: 50%, points: 2 }] }';

const of = (...bands: readonly string[]) => `{ bands: [${bands.map((band) => `{ ${band} }`).join(', ')}] }`;

proveRule('bands', {
  accept: [
    ['100%', CA_MAU, '2', '2'],
    ['90.0000000001%', CA_MAU, '2', '2'],
    ['90%', CA_MAU, '2', '1'],
    ['9/10', CA_MAU, '2', '1'],
    ['31/34', CA_MAU, '2', '2'],
    ['29/34', CA_MAU, '2', '1'],
    ['85,29%', CA_MAU, '2', '1', { mark: ',' }],
    ['70%', CA_MAU, '2', '1'],
    ['7/10', CA_MAU, '2', '1'],
    ['69.9999999999%', CA_MAU, '2', '0'],
    ['0%', CA_MAU, '2', '0'],
    ['0/5', CA_MAU, '2', '0'],
    ['120%', CAPPED, '1', '1'],
    ['7/6', CAPPED, '1', '1'],
    ['89.99%', CAPPED, '1', '0'],
    ['3', COUNTED, '1', '1'],
    ['2.9999999999', COUNTED, '1', '0'],
    ['0', COUNTED, '1', '0'],
    ['1000', COUNTED, '1', '1'],
    ['-5', SIGNED, '1', '0'],
    ['-0', SIGNED, '1', '0'],
    ['0.0000000001', SIGNED, '1', '1'],
    ['50%', ONE_VALUE, '2', '1'],
    ['1/2', ONE_VALUE, '2', '1'],
    ['50.01%', ONE_VALUE, '2', '2'],
    ['49.99%', ONE_VALUE, '2', '0'],
  ],
  reject: [
    ['100.01%', CA_MAU, '2', 'above-whole'],
    ['35/34', CA_MAU, '2', 'above-whole'],
    ['-1%', CA_MAU, '2', 'below-zero'],
    ['1/0', CA_MAU, '2', 'zero-denominator'],
    ['0/0', CA_MAU, '2', 'zero-denominator'],
    ['0.9', CA_MAU, '2', 'not-a-share'],
    ['90', CA_MAU, '2', 'not-a-share'],
    ['85,29%', CA_MAU, '2', 'not-a-share'],
    ['-1', COUNTED, '1', 'below-zero'],
    ['-1', '{ bands: [{ from: 0, to: 5, points: 0 }, { above: 5, points: 1 }] }', '1', 'below-zero'],
    ['50%', COUNTED, '1', 'not-a-number'],
    ['1/2', COUNTED, '1', 'not-a-number'],
  ],
  flaws: [
    [CA_MAU, '2', []],
    [CAPPED, '1', []],
    [SIGNED, '1', []],
    [ONE_VALUE, '2', []],
    [of('above: 90%, points: 2', 'below: 90%, points: 0'), '2', ['bands-gap']],
    [of('from: 90%, points: 2', 'below: 80%, points: 0'), '2', ['bands-gap']],
    [of('from: 90%, points: 2', 'to: 90%, points: 0'), '2', ['bands-overlap']],
    [of('from: 80%, points: 2', 'below: 90%, points: 0'), '2', ['bands-overlap']],
    [of('from: 10%, points: 2'), '2', ['bands-ends']],
    [of('below: 90%, points: 2'), '2', ['bands-ends']],
    [of('from: 0%, to: 100%, points: 2'), '2', []],
    [of('above: 0%, points: 2'), '2', ['bands-ends']],
    [of('from: 90%, points: 2', 'below: 90, points: 0'), '2', ['mixed-units']],
    [of('from: 90%, above: 80%, points: 2', 'below: 90%, points: 0'), '2', ['double-bound']],
    [of('points: 2'), '2', ['unbounded-band']],
    [of('from: 101%, points: 2', 'below: 101%, points: 0'), '2', ['bound-out-of-range', 'bound-out-of-range']],
    [of('from: 60%, below: 60%, points: 2', 'below: 60%, points: 0'), '2', ['empty-band']],
    [of('from: 60%, to: 50%, points: 2', 'below: 60%, points: 0'), '2', ['empty-band']],
    [of('above: 100%, points: 2', 'to: 100%, points: 0'), '2', ['empty-band']],
    [of('below: 0%, points: 2', 'from: 0%, points: 0'), '2', ['empty-band']],
    // Numbers have no such ends.
    [of('above: 1, points: 2', 'to: 1, points: 0'), '2', []],
    [of('below: 0, points: 2', 'from: 0, points: 0'), '2', []],
    [of('from: 50%, points: 3', 'below: 50%, points: 0'), '2', ['points-out-of-range']],
    [of('from: 50%, points: 1', 'below: 50%, points: 0'), '2', ['max-unreachable']],
    ['{ bands: [{ from: 0, points: 1 }], over: cap }', '1', ['idle-option']],
    [CA_MAU, '2', [], 'adjustment'],
  ],
  invalid: [
    '{}',
    '{ bands: [] }',
    '{ bands: [{ from: abc, points: 1 }] }',
    '{ bands: [{ from: 1, point: 1 }] }',
    '{ bands: [{ from: 1 }] }',
    '{ bands: [{ from: 1%%, points: 1 }] }',
    '{ bands: [{ from: 0, points: 1 }], over: ignore }',
  ],
});
