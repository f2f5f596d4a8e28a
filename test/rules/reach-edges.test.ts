/** Ways to more points at their edges: values rounded to the safe side, ends that belong or do not, counts that stop. */
import { describe, expect, it } from 'vitest';
import { type Curve, level, type Piece } from '../../src/model/curve.ts';
import { type Exact, parseFraction, toFractionText } from '../../src/model/exact.ts';
import type { Unit } from '../../src/rules/options.ts';
import { type Reach, reachByCount, reachOf, reachOnCurve } from '../../src/rules/reach.ts';

const n = (text: string) => parseFraction(text) as Exact;
const end = (text: string, included = true) => ({ at: n(text), included });
const line = (slope: string, offset: string, low?: string, high?: string): Piece => ({
  ...(low === undefined ? {} : { low: end(low) }),
  ...(high === undefined ? {} : { high: end(high) }),
  ...{ slope: n(slope), offset: n(offset) },
});

const told = ({ low, high, tell }: Reach, points?: string) =>
  `${toFractionText(low)}–${toFractionText(high)}: ${tell(points === undefined ? high : n(points)).en}`;

function ways(curve: Curve, value: string, more: { unit?: Unit; low?: string; high?: string; points?: string } = {}) {
  const { unit = 'number', low, high, points } = more;
  const range = { ...(low === undefined ? {} : { low: n(low) }), ...(high === undefined ? {} : { high: n(high) }) };
  return reachOnCurve(curve, n(value), unit, range).map((way) => told(way, points));
}

describe('a value to be reached', () => {
  it.each<[string, Unit, string]>([
    ['1/3', 'share', 'at least 33.34 %'],
    ['2/3', 'share', 'at least 66.67 %'],
    ['1/2', 'share', 'at least 50 %'],
    ['1/3', 'number', 'at least 0.3334'],
    ['1/4', 'number', 'at least 0.25'],
    ['0.12345', 'number', 'at least 0.1235'],
    ['-1/3', 'number', 'at least -0.3333'],
    ['-1/4', 'number', 'at least -0.25'],
    ['-0.12345', 'number', 'at least -0.1234'],
  ])('%s as a %s is %s, where more is better', (points, unit, expected) => {
    // Points are the value itself.
    expect(ways([line('1', '0', '-1', '1')], '-1', { unit, points })).toEqual([`-1–1: ${expected}`]);
  });

  it.each<[string, Unit, string]>([
    ['1/3', 'share', 'at most 33.33 %'],
    ['1/2', 'share', 'at most 50 %'],
    ['1/3', 'number', 'at most 0.3333'],
    ['0.12345', 'number', 'at most 0.1234'],
    ['-1/3', 'number', 'at most -0.3334'],
    ['-0.12345', 'number', 'at most -0.1235'],
    ['-1/4', 'number', 'at most -0.25'],
  ])('%s as a %s is %s, where less is better', (value, unit, expected) => {
    // Points are one less the value.
    const points = toFractionText({ n: n(value).d - n(value).n, d: n(value).d });
    expect(ways([line('-1', '1', '-1', '1')], '1', { unit, points })).toEqual([`0–2: ${expected}`]);
  });
});

describe('a sloped piece', () => {
  it('is a way from the present points, or from where it begins', () => {
    const curve: Curve = [level(n('0'), undefined, { at: n('1'), included: false }), line('1', '1', '1', '3')];
    expect(ways(curve, '0')).toEqual(['2–4: at least 3']);
    expect(ways(curve, '2')).toEqual(['3–4: at least 3']);
    expect(ways(curve, '3')).toEqual([]);
    expect(ways(curve, '0', { points: '2' })).toEqual(['2–4: at least 1']);
  });

  it('that ends at the present points, or below them, is none', () => {
    const curve: Curve = [line('1', '0', '0', '2'), level(n('2'), { at: n('2'), included: false })];
    expect(ways(curve, '3')).toEqual([]);
    const lower: Curve = [line('1', '0', '0', '1'), level(n('2'), { at: n('1'), included: false })];
    expect(ways(lower, '3')).toEqual([]);
  });

  it('falls as well as it rises', () => {
    const curve: Curve = [line('-1', '3', '0', '2'), level(n('1'), { at: n('2'), included: false })];
    expect(ways(curve, '5')).toEqual(['1–3: at most 0']);
    expect(ways(curve, '1')).toEqual(['2–3: at most 0']);
  });

  it('without ends is cut off by the range, or at nothing', () => {
    expect(ways([line('1', '1')], '0', { high: '2' })).toEqual(['1–3: at least 2']);
    expect(ways([line('-1', '3')], '2', { low: '1', high: '2' })).toEqual(['1–2: at most 1']);
    expect(ways([line('-1', '3', '-2', '2')], '2', { low: '0' })).toEqual(['1–3: at most 0']);
    expect(ways([line('-1', '3', '0', '2')], '2', { low: '-2' })).toEqual(['1–3: at most 0']);
    expect(ways([line('-1', '3')], '2', { high: '2' })).toEqual(['1–3: at most 0']);
    expect(ways([line('1', '0', '1')], '1')).toEqual([]);
    expect(ways([line('1', '0', '0', '5')], '0', { high: '2' })).toEqual(['0–2: at least 2']);
    expect(ways([line('1', '0', '0', '2')], '0', { high: '5' })).toEqual(['0–2: at least 2']);
  });
});

describe('a level piece', () => {
  const curve: Curve = [
    level(n('2'), undefined, { at: n('0'), included: true }),
    level(n('1'), { at: n('0'), included: false }, { at: n('5'), included: false }),
    level(n('3'), { at: n('5'), included: true }),
  ];

  it('is told by the end that is nearer, and whether it belongs', () => {
    expect(ways(curve, '2')).toEqual(['2–2: at most 0', '3–3: at least 5']);
    expect(ways(curve, '-1')).toEqual(['3–3: at least 5']);
    expect(ways(curve, '6')).toEqual([]);
  });

  it('of as many points is no way', () => {
    const same: Curve = [
      level(n('1'), undefined, { at: n('0'), included: true }),
      level(n('1'), { at: n('0'), included: false }),
    ];
    expect(ways(same, '1')).toEqual([]);
    expect(ways(same, '-1')).toEqual([]);
  });

  it('outside the range is none; on its very end it is one where the end belongs', () => {
    const steps = (included: boolean): Curve => [
      level(n('2'), undefined, { at: n('0'), included }),
      level(n('1'), { at: n('0'), included: !included }, { at: n('5'), included: !included }),
      level(n('3'), { at: n('5'), included }),
    ];
    expect(ways(steps(true), '2', { low: '0', high: '5' })).toEqual(['2–2: at most 0', '3–3: at least 5']);
    expect(ways(steps(false), '2', { low: '0', high: '5' })).toEqual([]);
    expect(ways(steps(true), '2', { low: '1', high: '4' })).toEqual([]);
    expect(ways(steps(false), '2', { low: '-1', high: '6' })).toEqual(['2–2: below 0', '3–3: above 5']);
  });
});

describe('counts', () => {
  const perItem: Curve = [line('1/2', '0', '0', '2'), level(n('1'), { at: n('2'), included: false })];
  const seen = (curve: Curve, count: string, step: 1 | -1) =>
    reachByCount(curve, n(count), step).map((way) => told(way));

  it('go up as long as they give more', () => {
    expect(seen(perItem, '0', 1)).toEqual(['1/2–1/2: at least 1', '1–1: at least 2']);
    expect(seen(perItem, '1', 1)).toEqual(['1–1: at least 2']);
    expect(seen(perItem, '2', 1)).toEqual([]);
  });

  it('go down to nothing, and not below', () => {
    const deduct: Curve = [line('-1', '3', '0')];
    expect(seen(deduct, '2', -1)).toEqual(['2–2: at most 1', '3–3: at most 0']);
    expect(seen(deduct, '0', -1)).toEqual([]);
    expect(seen([line('-1', '3')], '1', -1)).toEqual(['3–3: at most 0']);
  });

  it('stop where the curve does, or from where it is not', () => {
    expect(seen([line('1', '0', '0', '2')], '1', 1)).toEqual(['2–2: at least 2']);
    // From no points at all, one is more.
    expect(seen([line('1', '0', '1', '2')], '0', 1)).toEqual(['1–1: at least 1', '2–2: at least 2']);
  });

  it('are a thousand at the most', () => {
    expect(seen([line('1', '0')], '0', 1)).toHaveLength(1000);
  });

  it('are told in both languages', () => {
    const [up] = reachByCount(perItem, n('0'), 1);
    const [down] = reachByCount([line('-1', '3', '0')], n('2'), -1);
    expect([up, down].map((way) => way?.tell(n('0')).vi)).toEqual(['ít nhất 1', 'nhiều nhất 1']);
  });
});

describe('one way', () => {
  it('gives as much as it says, told in both languages', () => {
    const way = reachOf(n('2'), (say) => say.pick({ en: 'all', vi: 'tất cả' }));
    expect([way.low, way.high, way.tell(n('9'))]).toEqual([n('2'), n('2'), { en: 'all', vi: 'tất cả' }]);
  });
});
