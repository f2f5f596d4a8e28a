import { proveRule } from './prove-rule.ts';

const after = (previous: string) => ({ previous });
const BANDS = '{ bands: [{ below: 0%, points: 0 }, { from: 0%, below: 10%, points: 1 }, { from: 10%, points: 2 }] }';

proveRule('growth', {
  accept: [
    // Full points from 10 % more than last year, in proportion below, nothing for no growth.
    ['105', '{ full_at: 10% }', '2', '1', after('100')],
    ['110', '{ full_at: 10% }', '2', '2', after('100')],
    ['130', '{ full_at: 10% }', '2', '2', after('100')],
    ['100', '{ full_at: 10% }', '2', '0', after('100')],
    ['90', '{ full_at: 10% }', '2', '0', after('100')],
    ['0', '{ full_at: 10% }', '2', '0', after('100')],
    // 1/30 of 1/10 is a third of the way.
    ['31', '{ full_at: 10% }', '2', '2/3', after('30')],
    ['104.99', '{ full_at: 10%, floor: 5% }', '2', '0', after('100')],
    ['105', '{ full_at: 10%, floor: 5% }', '2', '1', after('100')],
    ['100', '{ full_at: 10%, floor: 0% }', '2', '0', after('100')],
    // Value less value.
    ['12', '{ measure: difference, full_at: 4 }', '2', '1', after('10')],
    ['2', '{ measure: difference, full_at: 4 }', '2', '1', after('0')],
    ['85%', '{ value: share, measure: difference, full_at: 10% }', '2', '1', after('80%')],
    ['84%', '{ value: share, full_at: 10% }', '2', '1', after('80%')],
    ['84,0%', '{ value: share, full_at: 10% }', '2', '1', { previous: '8/10', mark: ',' }],
    ['99', BANDS, '2', '0', after('100')],
    ['100', BANDS, '2', '1', after('100')],
    ['109.99', BANDS, '2', '1', after('100')],
    ['110', BANDS, '2', '2', after('100')],
  ],
  reject: [
    ['5', '{ full_at: 10% }', '2', 'no-previous', after('')],
    ['5', '{ full_at: 10% }', '2', 'previous-zero', after('0')],
    ['5', '{ full_at: 10% }', '2', 'not-a-number', after('x')],
    ['5', '{ full_at: 10% }', '2', 'below-zero', after('-3')],
    ['-5', '{ full_at: 10% }', '2', 'below-zero', after('3')],
    ['50%', '{ full_at: 10% }', '2', 'not-a-number', after('3')],
    ['5', '{ value: share, full_at: 10% }', '2', 'not-a-share', after('3%')],
    ['5%', '{ value: share, full_at: 10% }', '2', 'zero-denominator', after('0/0')],
  ],
  flaws: [
    ['{ full_at: 10% }', '2', []],
    ['{ full_at: 10%, floor: 0% }', '2', []],
    [BANDS, '2', []],
    ['{}', '2', ['either-option']],
    ['{ full_at: 10%, bands: [{ below: 0%, points: 0 }, { from: 0%, points: 2 }] }', '2', ['either-option']],
    ['{ full_at: 10 }', '2', ['mixed-units']],
    ['{ measure: difference, full_at: 10% }', '2', ['mixed-units']],
    ['{ value: share, measure: difference, full_at: 10% }', '2', []],
    ['{ full_at: 10%, floor: 10% }', '2', ['floor-not-below-full']],
    ['{ full_at: 0% }', '2', ['floor-not-below-full']],
    ['{ full_at: 10%, floor: -5% }', '2', ['bound-out-of-range']],
    ['{ bands: [{ below: 0%, points: 0 }, { from: 0%, points: 2 }], floor: 1% }', '2', ['idle-option']],
    ['{ bands: [{ from: 0%, points: 2 }] }', '2', ['bands-ends']],
    ['{ full_at: 10% }', '2', ['not-in-adjustment'], 'adjustment'],
  ],
  invalid: ['{ measure: absolute, full_at: 10% }', '{ full_at: abc }', '{ bands: [] }', '{ value: count, full_at: 1 }'],
});
