import { describe, expect, test } from 'vitest';
import { toFixedText, toFractionText, toText } from '../../src/model/exact.ts';
import type { Figure, Standing } from '../../src/model/scoreboard.ts';
import { figureOf, score } from '../../src/score/index.ts';
import { build, type CellSpec, type RubricSpec } from './build.ts';

type Cells = Readonly<Record<string, CellSpec>>;

/** The only unit's standing. */
function standing(spec: RubricSpec, cells: Cells): Standing {
  return score(build(spec, [{ id: 'u', cells }])).groups[0]?.standings[0] as Standing;
}

/** Points, maximum, exact and shown index as texts. */
function sums({ points, max, exact, index }: Standing) {
  return {
    points: toText(points),
    max: toText(max),
    ...(exact ? { exact: toFractionText(exact) } : {}),
    ...(index ? { index: toText(index) } : {}),
  };
}

function texts({ points, max, index }: Figure): string {
  return [points, max, ...(index ? [index] : [])].map(toText).join(' ');
}

describe('rounding', () => {
  test('92.085 is 92.09', () => {
    const spec: RubricSpec = { domains: { D: { a: { max: '60' }, b: { max: '40' } } } };
    expect(sums(standing(spec, { a: '55.04', b: '37.045' }))).toEqual({
      points: '92.09',
      max: '100',
      exact: '18417/200',
      index: '92.09',
    });
  });

  // Each domain holds two thirds of a point. Leaf: 0.33 four times is 1.32. Domain: 0.67 twice is 1.34.
  // Total: 4/3 is 1.33; of a maximum of 4 that shows 1.33 ÷ 4 = 33.25, while the fraction is 33.33...
  const thirds: RubricSpec['domains'] = {
    D: { a: { max: '1' }, b: { max: '1' } },
    E: { c: { max: '1' }, d: { max: '1' } },
  };
  test.each([
    ['leaf', '1.32', '33', '33', ['0.66 2 33', '0.66 2 33']],
    ['domain', '1.34', '67/2', '33.5', ['0.67 2 33.5', '0.67 2 33.5']],
    ['total', '1.33', '100/3', '33.25', ['2/3 2 100/3', '2/3 2 100/3']],
  ] as const)('at the %s', (at, points, exact, index, domains) => {
    const third = '1/3';
    const result = standing(
      { domains: thirds, rounding: { at, decimals: 2 } },
      { a: third, b: third, c: third, d: third },
    );
    expect(sums(result)).toEqual({ points, max: '4', exact, index });
    expect(result.domains.map(texts)).toEqual(domains);
  });

  test.each([
    ['total', '1', '1'],
    ['leaf', '0.99', '0.99'],
  ] as const)('three thirds of a point at the %s are %s', (at, points, total) => {
    const spec: RubricSpec = {
      domains: { D: { a: { max: '1' }, b: { max: '1' }, c: { max: '1' } } },
      rounding: { at, decimals: 2 },
    };
    const result = standing(spec, { a: '1/3', b: '1/3', c: '1/3' });
    expect(toText(result.points)).toBe(points);
    expect(toText(result.total)).toBe(total);
  });

  test('an override is rounded at the leaf too', () => {
    const spec: RubricSpec = { domains: { D: { a: { max: '1' } } }, rounding: { at: 'leaf', decimals: 1 } };
    expect(toText(standing(spec, { a: { override: '0.25' } }).total)).toBe('0.3');
  });

  test('no decimals, and ten', () => {
    const domains = { D: { a: { max: '3' } } };
    expect(sums(standing({ domains, rounding: { at: 'total', decimals: 0 } }, { a: '1.5' }))).toEqual({
      points: '2',
      max: '3',
      exact: '50',
      index: '67',
    });
    const ten = standing({ domains, rounding: { at: 'total', decimals: 10 } }, { a: '1/3' });
    expect(toText(ten.points)).toBe('0.3333333333');
  });
});

describe('maximum', () => {
  test.each([
    ['60', '45', '75', '75'],
    ['90', '60', '200/3', '66.67'],
    ['100', '92.08', '2302/25', '92.08'],
  ])('of %s: %s points', (max, points, exact, index) => {
    expect(sums(standing({ domains: { D: { a: { max } } } }, { a: points }))).toEqual({ points, max, exact, index });
  });

  test('beyond 2^53, to the last digit', () => {
    // 900719925474099.3 of 999999999999999.9, at ten decimals: 90.0719925474099390...
    const spec: RubricSpec = {
      domains: { D: { a: { max: '999999999999999.9' } } },
      rounding: { at: 'total', decimals: 10 },
    };
    const result = standing(spec, { a: '900719925474099.3' });
    expect(toFractionText(result.exact as never)).toBe('300239975158033100/3333333333333333');
    expect(toFixedText(result.index as never, 10)).toBe('90.0719925474');
    // The decimals of the total: 900719925474099.3000000001 is not a double.
    expect(toText(standing(spec, { a: '900719925474099.3000000001' }).points)).toBe('900719925474099.3000000001');
  });
});

describe('exempt', () => {
  const domains: RubricSpec['domains'] = { D: { a: { max: '2' }, b: { max: '3' } }, E: { c: { max: '5' } } };

  test('a leaf leaves both sides', () => {
    // (2.5 + 4) ÷ (3 + 5)
    const result = standing({ domains }, { a: 'n/a', b: '2.5', c: '4' });
    expect(sums(result)).toEqual({ points: '6.5', max: '8', exact: '325/4', index: '81.25' });
    expect(result.domains.map(texts)).toEqual(['2.5 3 250/3', '4 5 80']);
    expect(result.exempt).toEqual([0]);
    expect(result.missing).toEqual([]);
  });

  test('a whole domain has no component index', () => {
    const result = standing({ domains }, { a: 'n/a', b: 'n/a', c: '4' });
    expect(sums(result)).toEqual({ points: '4', max: '5', exact: '80', index: '80' });
    expect(result.domains.map(texts)).toEqual(['0 0', '4 5 80']);
  });

  test('all of them: no index, rank or grade, but listed', () => {
    const grades: RubricSpec['grades'] = { bands: [['tot', '85'], ['yeu']] };
    const result = standing({ domains, grades }, { a: 'n/a', b: 'n/a', c: 'n/a' });
    expect(sums(result)).toEqual({ points: '0', max: '0' });
    expect(result.rank).toBeUndefined();
    expect(result.grade).toBeUndefined();
    expect(result.tied).toBe(false);
  });
});

describe('missing', () => {
  test('counts 0 over its full maximum and is named', () => {
    const spec: RubricSpec = { domains: { D: { a: { max: '2' }, b: { max: '3' } } }, missing: 'zero' };
    const result = standing(spec, { a: '2' });
    expect(sums(result)).toEqual({ points: '2', max: '5', exact: '40', index: '40' });
    expect(result.missing).toEqual([1]);
    expect(result.exempt).toEqual([]);
  });
});

describe('adjustments', () => {
  const spec: RubricSpec = {
    domains: { D: { a: { max: '100' } } },
    adjustments: {
      B1: { kind: 'bonus', max: '2' },
      B2: { kind: 'bonus', max: '3' },
      P1: { kind: 'penalty', max: '4' },
      P2: { kind: 'penalty', max: '4' },
    },
    caps: { bonus: '4', penalty: '5' },
  };

  test('each kind within its cap, the maximum untouched', () => {
    // B1 gives 5 but at most 2, and 3: 5, at most 4. Penalties 3 + 1.5. 90 + 4 - 4.5.
    const result = standing(spec, { a: '90', B1: '5', B2: '3', P1: '3', P2: '1.5' });
    expect(sums(result)).toEqual({ points: '89.5', max: '100', exact: '179/2', index: '89.5' });
    expect([result.bonus, result.penalty].map(toText)).toEqual(['4', '4.5']);
    expect(result.adjustments.map(({ id, kind, points }) => [id, kind, toText(points)])).toEqual([
      ['B1', 'bonus', '2'],
      ['B2', 'bonus', '3'],
      ['P1', 'penalty', '3'],
      ['P2', 'penalty', '1.5'],
    ]);
  });

  test('a row without a value is no adjustment; an override is one', () => {
    const result = standing(spec, { a: '90', B2: { override: '1' } });
    expect(result.adjustments.map(({ id }) => id)).toEqual(['B2']);
    expect(result.overrides).toEqual(['B2']);
    expect(toText(result.points)).toBe('91');
    expect(result.missing).toEqual([]);
  });

  test('one that waits for its appraisal gives nothing', () => {
    const result = standing(spec, { a: '90', B1: { self: '2' } });
    expect(result.adjustments.map(({ id, points }) => [id, toText(points)])).toEqual([['B1', '0']]);
    expect(toText(result.points)).toBe('90');
  });

  test('the index may leave 0 to 100', () => {
    expect(sums(standing(spec, { a: '99', B2: '3' }))).toEqual({
      points: '102',
      max: '100',
      exact: '102',
      index: '102',
    });
    expect(sums(standing(spec, { a: '1', P1: '4' }))).toEqual({ points: '-3', max: '100', exact: '-3', index: '-3' });
  });

  test('unless the rubric bounds it; the points stay', () => {
    const bounded = { ...spec, bounds: { min: '0', max: '100' } };
    expect(sums(standing(bounded, { a: '99', B2: '3' }))).toEqual({
      points: '102',
      max: '100',
      exact: '100',
      index: '100',
    });
    expect(sums(standing(bounded, { a: '1', P1: '4' }))).toEqual({ points: '-3', max: '100', exact: '0', index: '0' });
  });

  test('or bounds it at one end alone', () => {
    const above = { ...spec, bounds: { max: '100' } };
    expect(sums(standing(above, { a: '99', B2: '3' }))).toMatchObject({ exact: '100', index: '100' });
    expect(sums(standing(above, { a: '1', P1: '4' }))).toMatchObject({ exact: '-3', index: '-3' });
    const below = { ...spec, bounds: { min: '0' } };
    expect(sums(standing(below, { a: '99', B2: '3' }))).toMatchObject({ exact: '102', index: '102' });
    expect(sums(standing(below, { a: '1', P1: '4' }))).toMatchObject({ exact: '0', index: '0' });
  });

  test('a bounded index is made of the points that are shown where these are rounded, else of the total', () => {
    // Two thirds of 3: 0.67 ÷ 3 = 22.333…, while 2/9 is 22.222…
    const thirds: RubricSpec = { domains: { D: { a: { max: '3' } } }, bounds: { min: '0', max: '100' } };
    const at = (where: 'total' | 'domain') => ({ ...thirds, rounding: { at: where, decimals: 2 } });
    expect(sums(standing(at('total'), { a: '2/3' }))).toEqual({
      points: '0.67',
      max: '3',
      exact: '200/9',
      index: '22.33',
    });
    // Rounded at the domain, 0.67 is the total itself.
    expect(sums(standing(at('domain'), { a: '2/3' }))).toEqual({
      points: '0.67',
      max: '3',
      exact: '67/3',
      index: '22.33',
    });
  });

  // 1/3 + 1/3: leaf 0.33 + 0.33, domain 2/3 as 0.67, total 90.666... as 90.67.
  test.each([
    ['leaf', '0.66', '90.66', '90.66'],
    ['domain', '0.67', '90.67', '90.67'],
    ['total', '2/3', '272/3', '90.67'],
  ] as const)('rounded at the %s', (at, bonus, total, points) => {
    const result = standing({ ...spec, rounding: { at, decimals: 2 } }, { a: '90', B1: '1/3', B2: '1/3' });
    expect([result.bonus, result.total, result.points].map(toText)).toEqual([bonus, total, points]);
  });

  test('with nothing applicable there is still no index', () => {
    expect(sums(standing(spec, { a: 'n/a', B1: '1' }))).toEqual({ points: '1', max: '0' });
  });
});

describe('figureOf', () => {
  const spec: RubricSpec = {
    domains: { D: { a: { parts: { 'a.1': { max: '1' }, 'a.2': { max: '2' } } }, b: { max: '3' } } },
    rounding: { at: 'domain', decimals: 2 },
  };
  const figure = (cells: Cells, level: 'domain' | 'criterion' | 'leaf', at: number): string => {
    const { rubric, marks } = score(build(spec, [{ id: 'u', cells }])).groups[0] as never;
    return texts(figureOf(marks, rubric, 0, { level, at }));
  };

  test('of a criterion, a part and a domain', () => {
    const cells = { 'a.1': '1/3', 'a.2': '1', b: '3' };
    expect(figure(cells, 'criterion', 0)).toBe('4/3 3 400/9');
    expect(figure(cells, 'criterion', 1)).toBe('3 3 100');
    expect(figure(cells, 'leaf', 0)).toBe('1/3 1 100/3');
    // Rounded where the rubric rounds: 13/3 is 4.33, of 6.
    expect(figure(cells, 'domain', 0)).toBe('4.33 6 433/6');
  });

  test('with exempt and missing leaves', () => {
    expect(figure({ 'a.1': 'n/a', 'a.2': '1' }, 'criterion', 0)).toBe('1 2 50');
    expect(figure({ 'a.1': 'n/a', 'a.2': 'n/a' }, 'criterion', 0)).toBe('0 0');
    expect(figure({ 'a.1': '1' }, 'criterion', 1)).toBe('0 3 0');
  });
});
