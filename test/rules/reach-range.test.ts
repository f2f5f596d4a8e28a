/** Ways end where values do: outside a range there are none, nor beyond what is reached already. */
import { describe, expect, it } from 'vitest';
import { type Curve, level } from '../../src/model/curve.ts';
import { type Exact, parseFraction, toText } from '../../src/model/exact.ts';
import { reachOnCurve } from '../../src/rules/reach.ts';
import { see } from './see-ways.ts';

describe('a range of values', () => {
  const at = (text: string, included: boolean) => ({ at: parseFraction(text) as Exact, included });
  const points = (text: string) => parseFraction(text) as Exact;
  const zero = points('0');
  const one = points('1');

  function ways(
    curve: Curve,
    value: string,
    range: { readonly low?: Exact; readonly high?: Exact },
  ): readonly string[] {
    return reachOnCurve(curve, points(value), 'number', range).map(
      ({ low, high, tell }) => `${toText(low)}–${toText(high)}: ${tell(high).en}`,
    );
  }

  it('has no way below its lower end', () => {
    const better = (end: string, included: boolean): Curve => [
      level(points('2'), undefined, at(end, included)),
      level(points('1'), at(end, !included)),
    ];
    expect(ways(better('0', true), '5', { low: zero })).toEqual(['2–2: at most 0']);
    expect(ways(better('0', false), '5', { low: zero })).toEqual([]);
    expect(ways(better('-1', true), '5', { low: zero })).toEqual([]);
    expect(ways(better('-1', true), '5', {})).toEqual(['2–2: at most -1']);
    expect(ways(better('1', false), '5', { low: zero })).toEqual(['2–2: below 1']);
  });

  it('has no way above its upper end', () => {
    const better = (end: string, included: boolean): Curve => [
      level(points('1'), undefined, at(end, !included)),
      level(points('2'), at(end, included)),
    ];
    expect(ways(better('1', true), '0', { high: one })).toEqual(['2–2: at least 1']);
    expect(ways(better('1', false), '0', { high: one })).toEqual([]);
    expect(ways(better('1.5', true), '0', { high: one })).toEqual([]);
    expect(ways(better('1.5', false), '0', {})).toEqual(['2–2: above 1.5']);
    expect(ways(better('0.5', false), '0', { high: one })).toEqual(['2–2: above 0.5']);
  });

  it('cuts a slope off at its ends', () => {
    // Points are twice the value, from -1 to 3.
    const slope: Curve = [{ low: at('-1', true), high: at('3', true), slope: points('2'), offset: zero }];
    expect(ways(slope, '0', { low: zero, high: one })).toEqual(['0–2: at least 1']);
    expect(ways(slope, '0', { high: points('4') })).toEqual(['0–6: at least 3']);
    expect(ways(slope, '0', {})).toEqual(['0–6: at least 3']);
    expect(ways(slope, '1', { low: zero, high: one })).toEqual([]);
    const open: Curve = [{ slope: points('2'), offset: zero }];
    expect(ways(open, '0', { low: zero, high: one })).toEqual(['0–2: at least 1']);
  });

  it('is looked at whole where the value lies outside the curve', () => {
    const part: Curve = [level(one, at('2', true), at('3', true))];
    expect(ways(part, '0', {})).toEqual(['1–1: at least 2']);
  });
});

describe('beyond what is reached', () => {
  it('a case that comes up to the best gives nothing more', () => {
    const cases = '{ alternatives: { a: { type: levels, levels: { co: 1 } }, b: { type: per-item, points: 0.5 } } }';
    expect(see('best-of', cases, '2', 'a=co')).toEqual(['1.5: b: at least 3', '2: b: at least 4']);
    expect(see('best-of', cases, '2', 'b=4')).toEqual([]);
  });

  it('a share counted as the whole stands in the band of the whole', () => {
    const capped = '{ bands: [{ below: 90%, points: 0 }, { from: 90%, to: 100%, points: 1 }], over: cap }';
    expect(see('bands', capped, '1', '120%')).toEqual([]);
    expect(see('bands', capped, '1', '50%')).toEqual(['1: at least 90 %']);
    const falling = '{ bands: [{ below: 90%, points: 1 }, { from: 90%, to: 100%, points: 0 }], over: cap }';
    expect(see('bands', falling, '1', '120%')).toEqual(['1: below 90 %']);
  });

  it('a curve has no ways to shares that are none', () => {
    const rising = '{ curve: [{ at: 0%, points: 0 }, { at: 100%, points: 2 }], over: cap }';
    expect(see('piecewise', rising, '2', '50%')).toEqual(['1–2: at least 100 %']);
    const falling = '{ curve: [{ at: 0%, points: 2 }, { at: 100%, points: 0 }], outside: flat }';
    expect(see('piecewise', falling, '2', '50%')).toEqual(['1–2: at most 0 %']);
    const numbers = '{ curve: [{ at: 0, points: 0 }, { at: 10, points: 2 }], outside: flat }';
    expect(see('piecewise', numbers, '2', '-5')).toEqual(['0–2: at least 10']);
  });

  it('ten thousand steps are looked at, and no more', () => {
    expect(see('given', '{ step: 0.0001 }', '1', '0')).toHaveLength(10_000);
    expect(see('given', '{ step: 0.0001 }', '2', '0')).toHaveLength(10_000);
    expect(see('given', '{ step: 0.0001 }', '1', '0.0001')).toHaveLength(9_999);
  });
});
