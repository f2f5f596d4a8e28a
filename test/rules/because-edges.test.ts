/** Why a value has its points, at the edges of each rule: on a bound, beyond the last point, alone in a group. */
import { describe, expect, it } from 'vitest';
import { pointsAt } from '../../src/model/curve.ts';
import { type Exact, parseDecimal } from '../../src/model/exact.ts';
import { curveOf, type RuleName, ruleOf } from '../../src/rules/index.ts';
import { isRefusal } from '../../src/rules/rule.ts';
import { speech } from '../../src/rules/speech.ts';
import { scoringOf } from './prove-rule.ts';

interface Around {
  readonly previous?: string;
  readonly others?: readonly string[];
  readonly lang?: 'en' | 'vi';
  readonly isAdjustment?: boolean;
}

function see(type: RuleName, options: string, max: string, cell: string, around: Around = {}): string {
  const { previous = '', others = [], lang = 'en', isAdjustment = false } = around;
  const scoring = scoringOf(type, options);
  const rule = ruleOf(scoring);
  const most = parseDecimal(max) as Exact;
  const read = (each: string): Exact => {
    const value = rule.read(each, scoring.options, { leaf: '1.1', max: most, mark: '.', previous, isAdjustment });
    if (isRefusal(value)) throw new Error(value.fault.code);
    return value;
  };
  const value = read(cell);
  const values = [value, ...others.map(read)];
  const points = pointsAt(curveOf(scoring, most, values), value) as Exact;
  const asked = { cell, previous, mark: '.', value, points, options: scoring.options, max: most, values } as const;
  return rule.because(asked, speech(lang));
}

describe('bands', () => {
  const BANDS = '{ bands: [{ above: 90%, points: 2 }, { from: 70%, to: 90%, points: 1 }, { below: 70%, points: 0 }] }';

  it.each([
    ['90%', '90 %; band from 70 % to 90 %: 1 of 2 points'],
    ['70%', '70 %; band from 70 % to 90 %: 1 of 2 points'],
    ['69.99%', '69.99 %; band below 70 %: 0 of 2 points'],
    ['90.01%', '90.01 %; band above 90 %: 2 of 2 points'],
  ])('%s', (cell, said) => {
    expect(see('bands', BANDS, '2', cell)).toBe(said);
  });

  it('of numbers are said as numbers', () => {
    const numbers = '{ bands: [{ from: 5, points: 2 }, { below: 5, points: 0 }] }';
    expect(see('bands', numbers, '2', '5')).toBe('5; band from 5: 2 of 2 points');
    expect(see('bands', numbers, '2', '0.5', { lang: 'vi' })).toBe('0,5; bậc dưới 5: 0 trên 2 điểm');
  });

  it('end with the whole, and beyond it only where more counts as the whole', () => {
    const closed = '{ over: cap, bands: [{ from: 50%, to: 100%, points: 2 }, { below: 50%, points: 0 }] }';
    expect(see('bands', closed, '2', '130%')).toBe('130 %; band from 50 % to 100 %: 2 of 2 points');
  });
});

describe('proportional', () => {
  it.each([
    ['{ floor: 60% }', '60%', '60 % × 2 = 1.2'],
    ['{ floor: 60% }', '3/5', '3/5 = 60 %; 3/5 × 2 = 1.2'],
    ['{ floor: 60% }', '59%', '59 %; below 60 %: 0 of 2 points'],
    ['{ full_at: 80% }', '80%', '80 %; full points from 80 %: 2 of 2 points'],
    ['{ full_at: 80% }', '40%', '40 % ÷ 80 % × 2 = 1'],
    ['{}', '100%', '100 %; full points from 100 %: 2 of 2 points'],
    ['{ floor: 50%, from: floor }', '75%', '(75 % − 50 %) ÷ (100 % − 50 %) × 2 = 1'],
    ['{ floor: 50%, from: zero }', '75%', '75 % × 2 = 1.5'],
    ['{ from: floor }', '75%', '75 % × 2 = 1.5'],
  ])('%s: %s', (options, cell, said) => {
    expect(see('proportional', options, '2', cell)).toBe(said);
  });
});

describe('piecewise', () => {
  const CURVE = '{ outside: flat, curve: [{ at: 50%, points: 0 }, { at: 80%, points: 1 }, { at: 100%, points: 2 }] }';

  it.each([
    ['50%', '50 %; at 50 %: 0 of 2 points'],
    ['80%', '80 %; at 80 %: 1 of 2 points'],
    ['100%', '100 %; at 100 %: 2 of 2 points'],
    ['40%', '40 %; below 50 %: 0 of 2 points'],
    // A third of the way from 50 % to 80 % is 60 %.
    ['3/5', '3/5 = 60 %; between 50 % (0) and 80 % (1); 0 + (3/5 − 50 %) ÷ (80 % − 50 %) × (1 − 0) ≈ 0.3333'],
  ])('%s', (cell, said) => {
    expect(see('piecewise', CURVE, '2', cell)).toBe(said);
  });

  it('of numbers is said as numbers', () => {
    const falling = '{ outside: flat, curve: [{ at: 2, points: 2 }, { at: 10, points: 0 }] }';
    // 2 + (4 - 2) ÷ 8 × -2 = 1.5.
    expect(see('piecewise', falling, '2', '4')).toBe(
      '4; between 2 (2) and 10 (0); 2 + (4 − 2) ÷ (10 − 2) × (0 − 2) = 1.5',
    );
    expect(see('piecewise', falling, '2', '12', { lang: 'vi' })).toBe('12; vượt 10: 0 trên 2 điểm');
  });
});

describe('counts', () => {
  it('stop at the maximum where the rule has no cap of its own', () => {
    expect(see('per-item', '{ points: 0.5, cap: 1 }', '2', '3')).toBe('3 × 0.5 = 1.5; at most 1');
    expect(see('per-item', '{ points: 0.5, cap: 1 }', '2', '2')).toBe('2 × 0.5 = 1');
    expect(see('deduct', '{ points: 0.5, min: 1 }', '2', '3')).toBe('2 − 3 × 0.5 = 0.5; at least 1');
  });
});

describe('a checklist', () => {
  it('says nothing of what is lacking where nothing is', () => {
    expect(see('checklist', '{ items: { a: 0.5, b: 1.5 } }', '2', 'b; a')).toBe('b 1.5 + a 0.5 = 2');
    expect(see('checklist', '{ items: [a, b], all_or_nothing: true }', '2', 'a;b')).toBe(
      '2 of 2 items met, all are asked: 2 of 2 points',
    );
    expect(see('checklist', '{ items: { a: 2 } }', '2', 'không có', { lang: 'vi' })).toBe(
      'không đạt nội dung nào: 0; chưa đạt: a',
    );
  });
});

describe('the best of cases', () => {
  it('is the one case where there is one', () => {
    const cases =
      '{ alternatives: { p: { type: per-item, points: 0.5, cap: 1 }, q: { type: levels, levels: { co: 1 } } } }';
    expect(see('best-of', cases, '1', 'p = 1')).toBe('p: 1 × 0.5 = 0.5');
    expect(see('best-of', cases, '1', 'p=1|q=co')).toBe(
      'p: 1 × 0.5 = 0.5 | q: level co: 1 of 1 point; the best counts: 1 of 1 point',
    );
  });
});

describe('answers', () => {
  it('are said without the blanks of the cell', () => {
    // (3 + 1 × 0.5) ÷ 4 = 0.875; × 2 = 1.75.
    expect(see('survey', '{ scale: { co: 1, vua: 50% } }', '2', ' 3 ; 1 ')).toBe(
      '(3 × 100 % + 1 × 50 %) ÷ (3 + 1) = 87.5 %; × 2 = 1.75',
    );
    expect(see('survey', '{}', '2', '3/4')).toBe('3/4 × 2 = 1.5');
  });
});

describe('the group', () => {
  it.each([
    ['{}', '0', ['0'], "0; the group's best 0: 0 of 2 points"],
    ['{}', '5', ['5'], '5; the best of the group: 2 of 2 points'],
    ['{}', '1.2345678', ['2'], "1.2345678; the group's best 2; 1.2345678 ÷ 2 × 2 ≈ 1.2346"],
    ['{ value: share }', '1/3', ['2/3'], "1/3 ≈ 33.33 %; the group's best 2/3 ≈ 66.67 %; (1/3) ÷ (2/3) × 2 = 1"],
    ['{ value: share }', '30%', ['60%'], "30 %; the group's best 60 %; 30 % ÷ 60 % × 2 = 1"],
    ['{ value: share }', '1/4', ['50%'], "1/4 = 25 %; the group's best 50 %; (1/4) ÷ 50 % × 2 = 1"],
    ['{ method: min-max }', '5', ['5', '5'], "5; the group's best 5; its lowest 5: 2 of 2 points"],
    ['{ method: min-max }', '4', ['2', '6'], "4; the group's best 6; its lowest 2; (4 − 2) ÷ (6 − 2) × 2 = 1"],
    ['{ method: percentile }', '4', [], '4; above 0 of 0 others'],
    ['{ method: percentile }', '4', ['4', '5'], '4; above 0 of 2 others: 0 ÷ 2 × 2 = 0'],
    ['{ method: percentile }', '4', ['3', '3', '4'], '4; above 2 of 3 others: 2 ÷ 3 × 2 ≈ 1.3333'],
  ])('%s: %s among %j', (options, cell, others, said) => {
    expect(see('relative', options, '2', cell, { others })).toBe(said);
  });

  it.each(['best', 'min-max', 'percentile'])('without a value gives nothing, by the method %s', (method) => {
    const two = parseDecimal('2') as Exact;
    expect(pointsAt(curveOf(scoringOf('relative', `{ method: ${method} }`), two, []), two)).toEqual({ n: 0n, d: 1n });
  });
});

describe('cases of a bonus', () => {
  it('stop at the maximum, like the bonus by items itself', () => {
    const lists = '{ alternatives: { mot: { type: given }, hai: { type: per-item, points: 0.5 } } }';
    expect(see('best-of', lists, '2', 'hai=9', { isAdjustment: true })).toBe('hai: 9 × 0.5 = 4.5; at most 2');
  });
});

describe('a change', () => {
  it.each<[string, string, string, string]>([
    ['{ full_at: 10% }', '110', '100', '110 ÷ 100 − 1 = 10 %; full points from 10 %: 2 of 2 points'],
    ['{ full_at: 10% }', '105', '100', '105 ÷ 100 − 1 = 5 %; 5 % ÷ 10 % × 2 = 1'],
    ['{ full_at: 10% }', '100', '100', '100 ÷ 100 − 1 = 0 %; no growth: 0 of 2 points'],
    ['{ full_at: 10%, floor: 5% }', '104', '100', '104 ÷ 100 − 1 = 4 %; below 5 %: 0 of 2 points'],
    ['{ full_at: 10%, floor: 5% }', '105', '100', '105 ÷ 100 − 1 = 5 %; 5 % ÷ 10 % × 2 = 1'],
    [
      '{ full_at: 10%, value: share }',
      '3/4',
      '2/3',
      '(3/4) ÷ (2/3) − 1 = 12.5 %; full points from 10 %: 2 of 2 points',
    ],
    ['{ full_at: 8, measure: difference }', '12', '10', '12 − 10 = 2; 2 ÷ 8 × 2 = 0.5'],
    [
      '{ bands: [{ above: 0%, points: 2 }, { to: 0%, points: 0 }] }',
      '3',
      '2',
      '3 ÷ 2 − 1 = 50 %; band above 0 %: 2 of 2 points',
    ],
  ])('%s: %s after %s', (options, cell, previous, said) => {
    expect(see('growth', options, '2', cell, { previous })).toBe(`against last year ${said}`);
  });
});

describe('growth in Vietnamese', () => {
  it.each([
    ['130', '{ full_at: 10% }', '130 ÷ 100 − 1 = 30 %; đạt điểm tối đa từ 10 %: 2 trên 2 điểm'],
    ['102', '{ full_at: 10%, floor: 5% }', '102 ÷ 100 − 1 = 2 %; dưới 5 %: 0 trên 2 điểm'],
    ['100', '{ full_at: 10% }', '100 ÷ 100 − 1 = 0 %; không tăng: 0 trên 2 điểm'],
  ])('%s by %s', (cell, options, said) => {
    expect(see('growth', options, '2', cell, { previous: '100', lang: 'vi' })).toBe(`so với năm trước ${said}`);
  });
});
