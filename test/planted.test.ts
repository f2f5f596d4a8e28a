/** Cases planted by hand where scoring goes wrong elsewhere: each held against the reference, and against the hand. */
import { describe, expect, it } from 'vitest';
import { prove } from './prove.ts';
import type { Adjustment } from './reference/case.ts';
import { type Plant, type Planting, plant } from './reference/plant.ts';
import { expected } from './reference/score.ts';

/** What the engine gives for a planted case, after it was held against the reference: one line a unit. */
function planted(planting: Planting): readonly string[] {
  const whole = plant(planting);
  const result = expected(whole, 'appraised');
  for (const shape of ['per-unit', 'long', 'wide'] as const) {
    prove(whole, { shape, dialect: 'excel-vi', headers: 'vi', order: 0 }, result);
  }
  return (result.groups[0]?.listing ?? []).map(
    ({ unit, rank, points, index, grade }) => `${rank} ${unit} ${points} ${index} ${grade ?? '-'}`,
  );
}

const SHARE: Plant = ['1', { type: 'proportional' }];
const THIRD = '1/3';

const bands = [
  { id: 'tot', name: 'Tốt', from: '90' },
  { id: 'kha', name: 'Khá', from: '50' },
  { id: 'yeu', name: 'Yếu' },
];
const rounded = { on: 'rounded', bands, gates: [] } as const;
const exactly = { on: 'exact', bands, gates: [] } as const;

describe('planted cases, worked out by hand', () => {
  it('rounds half up: 89.995 is 90.00, 92.085 is 92.09, 1.005 is 1.01', () => {
    const units = { a: ['92.085'], b: ['90'], c: ['89.995'], d: ['89.99499'], e: ['1.005'] };
    expect(planted({ domains: [['100']], units })).toEqual([
      '1 a 92.09 92.09 -',
      '2 b 90.00 90.00 -',
      '2 c 90.00 90.00 -',
      '4 d 89.99 89.99 -',
      '5 e 1.01 1.01 -',
    ]);
  });

  it('holds the shown index or the fraction against a grade line, whose lower end is included', () => {
    const units = { a: ['90'], b: ['89.995'], c: ['89.994'] };
    expect(planted({ domains: [['100']], grades: rounded, units })).toEqual([
      '1 a 90.00 90.00 tot',
      '1 b 90.00 90.00 tot',
      '3 c 89.99 89.99 kha',
    ]);
    expect(planted({ domains: [['100']], grades: exactly, units })).toEqual([
      '1 a 90.00 90.00 tot',
      '1 b 90.00 90.00 kha',
      '3 c 89.99 89.99 kha',
    ]);
  });

  it('adds three thirds to a whole unless each is rounded before', () => {
    const units = { a: [THIRD, THIRD, THIRD] };
    const total = (at: 'leaf' | 'domain' | 'total', domains: Planting['domains']) =>
      planted({ domains, rounding: { at, decimals: 2 }, units });
    const together: Planting['domains'] = [[SHARE, SHARE, SHARE]];
    const apart: Planting['domains'] = [[SHARE], [SHARE], [SHARE]];
    expect(total('total', together)).toEqual(['1 a 1.00 33.33 -']);
    expect(total('total', apart)).toEqual(['1 a 1.00 33.33 -']);
    expect(total('domain', together)).toEqual(['1 a 1.00 33.33 -']);
    expect(total('domain', apart)).toEqual(['1 a 0.99 33.00 -']);
    expect(total('leaf', together)).toEqual(['1 a 0.99 33.00 -']);
  });

  it('ties what binary fractions tell apart: 0.7 + 0.1 and 0.4 + 0.4', () => {
    const units = { a: ['0.7', '0.1'], b: ['0.4', '0.4'], c: ['0.1', '0.7'], d: ['0.8', '0'] };
    const rank = { on: 'exact', ties: 'competition', break: [] } as const;
    expect(planted({ domains: [['1', '1']], rank, units })).toEqual([
      '1 a 0.80 40.00 -',
      '1 b 0.80 40.00 -',
      '1 c 0.80 40.00 -',
      '1 d 0.80 40.00 -',
    ]);
  });

  it('counts on after a tie, or goes on densely', () => {
    const units = { a: ['9'], b: ['8'], c: ['8'], d: ['7'] };
    const ranks = (ties: 'competition' | 'dense') =>
      planted({ domains: [['10']], rank: { on: 'rounded', ties, break: [] }, units }).map((line) => line.slice(0, 3));
    expect(ranks('competition')).toEqual(['1 a', '2 b', '2 c', '4 d']);
    expect(ranks('dense')).toEqual(['1 a', '2 b', '2 c', '3 d']);
  });

  it('breaks by the fraction alone a tie of 2/3 and 66.67 %', () => {
    const units = { a: ['2/3'], b: ['66.67%'] };
    const listed = (on: 'rounded' | 'exact') =>
      planted({
        domains: [[['100', { type: 'proportional' }]]],
        rank: { on, ties: 'competition', break: [] },
        units,
      });
    expect(listed('rounded')).toEqual(['1 a 66.67 66.67 -', '1 b 66.67 66.67 -']);
    expect(listed('exact')).toEqual(['1 b 66.67 66.67 -', '2 a 66.67 66.67 -']);
  });

  it('breaks a tie by a named domain; an exempt one loses to any other', () => {
    const units = { a: ['6', '4'], b: ['4', '6'], c: ['5', 'n/a'], d: ['5', '5'] };
    const rank = { on: 'rounded', ties: 'competition', break: [{ domain: '2' }] } as const;
    expect(planted({ domains: [['10'], ['10']], rank, units })).toEqual([
      '1 b 10.00 50.00 -',
      '2 d 10.00 50.00 -',
      '3 a 10.00 50.00 -',
      '4 c 5.00 50.00 -',
    ]);
  });

  it('lets a domain of exactly 50 % through its gate, and 49.995 % only where it is rounded', () => {
    const gates = [{ on: { each: 'domain' }, below: '50', cap: 'kha' }] as const;
    const units = { a: ['90', '5'], b: ['90.0005', '4.9995'], c: ['90.006', '4.994'] };
    const domains = [['90.006'], ['10']];
    const given = (on: 'rounded' | 'exact') =>
      planted({ domains, grades: { on, bands, gates }, units }).map((line) => `${line.slice(2, 3)}${line.slice(-4)}`);
    // 95/100.006 = 94.994... %: the index alone gives the best grade to each of them.
    expect(given('rounded')).toEqual(['a tot', 'b tot', 'c kha']);
    expect(given('exact')).toEqual(['a tot', 'b kha', 'c kha']);
  });

  it('takes exempt leaves out of both sides: 52.5 of 60 and 87.5 of 100 are one index', () => {
    const units = { a: ['52.5', 'n/a'], b: ['52.5', '35'], c: ['n/a', '39.995'] };
    expect(planted({ domains: [['60'], ['40']], units })).toEqual([
      '1 c 40.00 100.00 -',
      '2 a 52.50 87.50 -',
      '2 b 87.50 87.50 -',
    ]);
  });

  it('adds bonuses and takes penalties within their caps, below 0 and above 100 unless bounded', () => {
    const adjustments: readonly Adjustment[] = [
      { id: 'T1', kind: 'bonus', max: '2', rule: { type: 'per-item', points: '0.5' } },
      { id: 'T2', kind: 'bonus', max: '2', rule: { type: 'given' } },
      { id: 'T3', kind: 'penalty', max: '1', rule: { type: 'given' } },
    ];
    // a: 9 + (2 + 1.5 within 3) = 12; b: 0 - 0.005, half up and away from 0; c: 5 + 0.5.
    const units = { a: ['9', '7', '1.5', ''], b: ['0', '', '', '0.005'], c: ['5', '1', '', ''] };
    const planting = { domains: [['10']], adjustments, adjustmentCaps: { bonus: '3' }, units };
    expect(planted(planting)).toEqual(['1 a 12.00 120.00 -', '2 c 5.50 55.00 -', '3 b -0.01 -0.10 -']);
    expect(planted({ ...planting, index: { min: '0', max: '100' } })).toEqual([
      '1 a 12.00 100.00 -',
      '2 c 5.50 55.00 -',
      '3 b -0.01 0.00 -',
    ]);
  });

  it('lets the council decide where only the unit itself has written n/a', () => {
    const whole = plant({ domains: [['10', '10']], units: { a: ['5', ''] } });
    const row = { of: '1.2', stages: { self: 'n/a' }, override: '2.5', note: 'Họp hội đồng' };
    const units = whole.units.map((unit) => ({ ...unit, rows: [...unit.rows, row] }));
    const result = expected({ ...whole, units }, 'appraised');
    prove({ ...whole, units }, { shape: 'per-unit', dialect: 'data', headers: 'en', order: 0 }, result);
    expect(result.groups[0]?.listing[0]).toMatchObject({ points: '7.50', max: '20', overridden: ['1.2'], exempt: [] });
  });

  it('takes the plain column of a wide table for the appraisal where the rubric has no stage self', () => {
    const whole = plant({ domains: [['10']], units: { a: ['5'] } });
    const rubrics = whole.rubrics.map((rubric) => ({
      ...rubric,
      stages: ['appraised'],
      domains: rubric.domains.map((domain) => ({
        ...domain,
        criteria: domain.criteria.map((leaf) => ({ ...leaf, source: 'self' as const })),
      })),
    }));
    const result = expected({ ...whole, rubrics }, 'appraised');
    prove({ ...whole, rubrics }, { shape: 'wide', dialect: 'data', headers: 'en', order: 0 }, result);
    expect(result.groups[0]?.listing[0]).toMatchObject({ points: '5.00', index: '50.00', missing: [] });
  });
});
