/** The ways to more points, for the plan: what has to be reached and what it gives; all worked out by hand. */
import { describe, expect, it } from 'vitest';
import { toText, ZERO } from '../../src/model/exact.ts';
import { ruleOf } from '../../src/rules/index.ts';
import { scoringOf } from './prove-rule.ts';
import { see } from './see-ways.ts';

describe('along a curve', () => {
  const BANDS = '{ bands: [{ above: 90%, points: 2 }, { from: 70%, to: 90%, points: 1 }, { below: 70%, points: 0 }] }';

  it('each better band is a way, told by the end that is nearer', () => {
    expect(see('bands', BANDS, '2', '50%')).toEqual(['1: at least 70 %', '2: above 90 %']);
    expect(see('bands', BANDS, '2', '70%')).toEqual(['2: above 90 %']);
    expect(see('bands', BANDS, '2', '95%')).toEqual([]);
    expect(see('bands', BANDS, '2', '50%', { lang: 'vi' })).toEqual(['1: ít nhất 70 %', '2: trên 90 %']);
  });

  it('falls where less is better', () => {
    const falling =
      '{ bands: [{ from: 0, below: 5, points: 2 }, { from: 5, to: 9, points: 1 }, { above: 9, points: 0 }] }';
    expect(see('bands', falling, '2', '12')).toEqual(['2: below 5', '1: at most 9']);
    expect(see('bands', falling, '2', '12', { lang: 'vi' })).toEqual(['2: dưới 5', '1: nhiều nhất 9']);
    expect(see('bands', falling, '2', '7')).toEqual(['2: below 5']);
  });

  it('has no way to shares that are none, nor to numbers below 0 where there are none', () => {
    const whole =
      '{ bands: [{ from: 100%, points: 2 }, { from: 50%, below: 100%, points: 1 }, { below: 50%, points: 0 }] }';
    expect(see('bands', whole, '2', '60%')).toEqual(['2: at least 100 %']);
    const open = '{ bands: [{ to: 0, points: 2 }, { above: 0, points: 1 }] }';
    expect(see('bands', open, '2', '5')).toEqual(['2: at most 0']);
    const closed = '{ bands: [{ from: 0, to: 0, points: 2 }, { above: 0, points: 1 }] }';
    expect(see('bands', closed, '2', '5')).toEqual(['2: at most 0']);
  });

  it('starts at the whole where a share over it counts as the whole', () => {
    const capped = `${BANDS.slice(0, -1)}, over: cap }`;
    expect(see('bands', capped, '2', '120%')).toEqual([]);
    expect(see('bands', capped, '2', '80%')).toEqual(['2: above 90 %']);
  });

  it('a slope is a range of ways, each with a value that is certainly enough', () => {
    // 1.5 of 2 points are 75 %; 1.9 of 3 are 63.3333… %, which 63.34 % reaches and 63.33 % does not.
    expect(see('proportional', '{}', '2', '50%', { at: '1.5' })).toEqual(['1–2: at least 75 %', '2: at least 100 %']);
    expect(see('proportional', '{}', '3', '50%', { at: '1.9' })?.[0]).toBe('1.5–3: at least 63.34 %');
    expect(see('proportional', '{}', '3', '50%', { at: '1.9', lang: 'vi' })?.[0]).toBe('1.5–3: ít nhất 63,34 %');
    expect(see('proportional', '{}', '2', '100%')).toEqual([]);
  });

  it('begins above a floor, where that gives more at once', () => {
    // From 60 % on in proportion: at the floor itself 1.2 of 2 points.
    expect(see('proportional', '{ floor: 60% }', '2', '10%', { at: '1.2' })).toEqual([
      '1.2–2: at least 60 %',
      '2: at least 100 %',
    ]);
    expect(see('proportional', '{ floor: 60%, from: floor }', '2', '10%', { at: '1' })?.[0]).toBe('0–2: at least 80 %');
  });

  it('of straight lines goes up and down, within what is let through', () => {
    const strict = '{ curve: [{ at: 0, points: 2 }, { at: 10, points: 0 }] }';
    expect(see('piecewise', strict, '2', '5', { at: '1.5' })).toEqual(['1–2: at most 2.5']);
    // A third of a point is at 8.3333…: 8.3333 is enough, 8.3334 would not be.
    expect(see('piecewise', strict, '2', '10', { at: '1/3' })).toEqual(['0–2: at most 8.3333']);
    const tent = '{ outside: flat, curve: [{ at: 0, points: 0 }, { at: 5, points: 2 }, { at: 10, points: 0 }] }';
    expect(see('piecewise', tent, '2', '1', { at: '1' })).toEqual(['0.4–2: at least 2.5', '0.4–2: at most 7.5']);
    const negative = '{ curve: [{ at: -10, points: 0 }, { at: 0, points: 2 }] }';
    // -4/3 of the way: 4/3 points are at -3.3333…, and -3.3333 is the nearest that is enough.
    expect(see('piecewise', negative, '2', '-10', { at: '4/3' })).toEqual(['0–2: at least -3.3333']);
  });

  it('of a change is told against last year', () => {
    expect(see('growth', '{ full_at: 10% }', '2', '105', { previous: '100', at: '1.5' })).toEqual([
      '1–2: at least 107.5 (last year 100)',
      '2: at least 110 (last year 100)',
    ]);
    expect(see('growth', '{ full_at: 10, measure: difference }', '2', '95', { previous: '100', lang: 'vi' })).toEqual([
      '0–2: ít nhất 110 (năm trước 100)',
      '2: ít nhất 110 (năm trước 100)',
    ]);
    const bands = '{ bands: [{ above: 5%, points: 2 }, { to: 5%, points: 0 }] }';
    expect(see('growth', bands, '2', '100', { previous: '100' })).toEqual(['2: above 105 (last year 100)']);
    expect(see('growth', '{ full_at: 10%, floor: 5% }', '2', '100', { previous: '100', at: '1' })).toEqual([
      '1–2: at least 105 (last year 100)',
      '2: at least 110 (last year 100)',
    ]);
  });
});

describe('a change', () => {
  it('asks for no value below 0', () => {
    const less = '{ measure: difference, bands: [{ to: -10, points: 2 }, { above: -10, points: 0 }] }';
    expect(see('growth', less, '2', '6', { previous: '5' })).toEqual([]);
    expect(see('growth', less, '2', '16', { previous: '15' })).toEqual(['2: at most 5 (last year 15)']);
  });
});

describe('a change of a share', () => {
  it('asks for at most 100 % this year', () => {
    // A tenth more than 95 % would be 104.5 %: what 100 % gives is as far as it goes, 1/19 ÷ 10 % of 2 points.
    expect(see('growth', '{ value: share, full_at: 10% }', '2', '95%', { previous: '95%', at: '20/19' })).toEqual([
      '0–20/19: at least 100 % (last year 95 %)',
    ]);
    const bands = '{ value: share, bands: [{ above: 10%, points: 2 }, { to: 10%, points: 0 }] }';
    expect(see('growth', bands, '2', '95%', { previous: '95%' })).toEqual([]);
    expect(see('growth', bands, '2', '80%', { previous: '80%' })).toEqual(['2: above 88 % (last year 80 %)']);
    expect(
      see('growth', '{ value: share, measure: difference, full_at: 5% }', '2', '97%', { previous: '96%', at: '1.6' }),
    ).toEqual(['0.4–1.6: at least 100 % (last year 96 %)']);
  });
});

describe('by counts', () => {
  it('each item more is a way, as long as it gives more', () => {
    expect(see('per-item', '{ points: 0.5 }', '2', '1')).toEqual(['1: at least 2', '1.5: at least 3', '2: at least 4']);
    // Five would be 1.5: the third gives what is left up to the cap.
    expect(see('per-item', '{ points: 0.6, cap: 1.5 }', '2', '1')).toEqual(['1.2: at least 2', '1.5: at least 3']);
    // Without a cap a third would be more than the maximum, which is refused.
    expect(see('per-item', '{ points: 0.6 }', '1.5', '1')).toEqual(['1.2: at least 2']);
    expect(see('per-item', '{ points: 0.5 }', '2', '4')).toEqual([]);
    expect(see('per-item', '{ points: 0.5, cap: 1 }', '2', '7')).toEqual([]);
    expect(see('per-item', '{ points: 1 }', '2', '1', { lang: 'vi' })).toEqual(['2: ít nhất 2']);
  });

  it('each item less is a way, where items take points away', () => {
    expect(see('deduct', '{ points: 0.5 }', '2', '3')).toEqual(['1: at most 2', '1.5: at most 1', '2: at most 0']);
    expect(see('deduct', '{ points: 0.5 }', '2', '0')).toEqual([]);
    // Down from many: the first count that gives more than the least is looked for at once.
    expect(see('deduct', '{ points: 0.75, min: 0 }', '2', '900000')).toEqual([
      '0.5: at most 2',
      '1.25: at most 1',
      '2: at most 0',
    ]);
    expect(see('deduct', '{ points: 1, min: 1 }', '2', '1', { lang: 'vi' })).toEqual(['2: nhiều nhất 0']);
  });

  it('are looked at up to a thousand', () => {
    expect(see('per-item', '{ points: 0.001 }', '2', '0')).toHaveLength(1000);
  });
});

describe('by names', () => {
  it('each better level is a way', () => {
    const levels = '{ levels: { tot: 2, kha: 1, yeu: 0 } }';
    expect(see('levels', levels, '2', 'yeu')).toEqual(['2: level tot', '1: level kha']);
    expect(see('levels', levels, '2', 'kha', { lang: 'vi' })).toEqual(['2: mức tot']);
    expect(see('levels', levels, '2', 'tot')).toEqual([]);
  });

  it('each set of further items is a way: of those that give the same, the shortest', () => {
    const items = '{ items: { a: 0.5, b: 0.5, c: 1, d: 0 } }';
    expect(see('checklist', items, '2', 'a')).toEqual(['1: also b', '1.5: also c', '2: also b, c']);
    // c alone gives what a and b give together.
    expect(see('checklist', items, '2', 'none')).toEqual([
      '0.5: also a or b',
      '1: also c',
      '1.5: also a, c; or b, c',
      '2: also a, b, c',
    ]);
    expect(see('checklist', items, '2', 'a;b;c')).toEqual([]);
    expect(see('checklist', items, '2', 'a;b', { lang: 'vi' })).toEqual(['2: thêm c']);
  });

  it('all items that are lacking are one way where only all give points', () => {
    const all = '{ items: [a, b, c], all_or_nothing: true }';
    expect(see('checklist', all, '2', 'b')).toEqual(['2: also a, c']);
    expect(see('checklist', all, '2', 'a;b;c')).toEqual([]);
  });

  it('of many items all sums are looked at, each once', () => {
    // Twenty items of a quarter: twenty sums, of a million sets; 190 pairs are as good as each other.
    const alike = `{ items: { ${Array.from({ length: 20 }, (_, at) => `i${at}: 0.25`).join(', ')} } }`;
    const ways = see('checklist', alike, '5', 'none') ?? [];
    expect(ways).toHaveLength(20);
    expect(ways[0]).toBe('0.25: also i0 or i1 or i2; or others alike');
    expect(ways[1]).toBe('0.5: also i0, i1; or i0, i2; or i1, i2; or others alike');
    expect(ways[19]).toBe(`5: also ${Array.from({ length: 20 }, (_, at) => `i${at}`).join(', ')}`);
    const many = `{ items: { ${Array.from({ length: 12 }, (_, at) => `i${at}: ${2 ** at}`).join(', ')} } }`;
    expect(see('checklist', many, '4095', 'none')).toHaveLength(4095);
  });

  it('of sets that give the same the cheapest is a way where items have costs of their own', () => {
    const scoring = scoringOf('checklist', '{ items: { a: 0.5, b: 0.5, c: 1 } }');
    const costs = new Map([
      ['a', { n: 1n, d: 1n }],
      ['b', { n: 1n, d: 2n }],
      ['c', { n: 2n, d: 1n }],
    ]);
    const { reach } = ruleOf(scoring);
    const asked = { cell: 'none', previous: '', mark: '.', value: ZERO, points: ZERO, max: { n: 2n, d: 1n } } as const;
    const ways = reach?.({ ...asked, options: scoring.options, values: [], costs }) ?? [];
    // a and b cost 1.5 together, c alone 2.
    expect(ways.map(({ low, tell }) => `${toText(low)}: ${tell(low).en}`)).toEqual([
      '0.5: also b',
      '1: also a, b',
      '1.5: also b, c',
      '2: also a, b, c',
    ]);
  });
});

describe('by points given', () => {
  it('any points are a range, steps are each a way', () => {
    expect(see('given', '{}', '2', '0.5', { at: '1.25' })).toEqual(['0.5–2: 1.25 points']);
    expect(see('given', '{}', '2', '0.5', { at: '1.25', lang: 'vi' })).toEqual(['0.5–2: 1,25 điểm']);
    expect(see('given', '{}', '2', '2')).toEqual([]);
    expect(see('given', '{ step: 0.5 }', '2', '0.5')).toEqual(['1: 1 point', '1.5: 1.5 points', '2: 2 points']);
    expect(see('given', '{ step: 0.3 }', '1', '0.6')).toEqual(['0.9: 0.9 points']);
    expect(see('given', '{ step: 0.5 }', '2', '2')).toEqual([]);
  });
});

describe('more ways than are looked at', () => {
  const lastOf = (type: 'given' | 'per-item', options: string) => {
    const scoring = scoringOf(type, options);
    const asked = { cell: '0', previous: '', mark: '.', value: ZERO, points: ZERO, max: { n: 2n, d: 1n } } as const;
    return ruleOf(scoring)
      .reach?.({ ...asked, options: scoring.options, values: [] })
      .at(-1)?.isSample;
  };

  it('are told of, so that no plan is called proved', () => {
    // Twenty thousand steps, and two thousand counts.
    expect(lastOf('given', '{ step: 0.0001 }')).toBe(true);
    expect(lastOf('per-item', '{ points: 0.001 }')).toBe(true);
    expect(lastOf('given', '{ step: 0.01 }')).toBeUndefined();
    expect(lastOf('per-item', '{ points: 0.01 }')).toBeUndefined();
  });
});

describe('what others decide', () => {
  it('nobody can plan', () => {
    expect(ruleOf(scoringOf('survey', '{}')).reach).toBeUndefined();
    expect(ruleOf(scoringOf('relative', '{}')).reach).toBeUndefined();
  });
});
