import { describe, expect, it } from 'vitest';
import { type Curve, type End, IDENTITY, level, pieceAt, pointsAt } from '../../src/model/curve.ts';
import { type Exact, exact, ONE, parseFraction, toText, ZERO } from '../../src/model/exact.ts';

const num = (text: string) => parseFraction(text) as Exact;
const at = (text: string, included: boolean): End => ({ at: num(text), included });
const points = (curve: Curve, value: string) => {
  const found = pointsAt(curve, num(value));
  return found === undefined ? undefined : toText(found);
};

/** Below 1: 0; from 1 to 2: the value; above 2: 5. */
const STEPS: Curve = [
  level(ZERO, undefined, at('1', false)),
  { low: at('1', true), high: at('2', true), slope: ONE, offset: ZERO },
  level(num('5'), at('2', false)),
];

describe('a curve', () => {
  it.each([
    ['-100', '0'],
    ['0.9999999999', '0'],
    ['1', '1'],
    ['3/2', '1.5'],
    ['2', '2'],
    ['2.0000000001', '5'],
    ['100', '5'],
  ])('gives the points of the piece that %s is in', (value, expected) => {
    expect(points(STEPS, value)).toBe(expected);
  });

  it('reaches no further than its pieces, nor into a gap', () => {
    const curve: Curve = [level(ONE, at('0', true), at('1', false)), level(ONE, at('1', false), at('2', true))];
    expect(['-0.1', '0', '0.5', '1', '1.5', '2', '2.1'].map((value) => points(curve, value))).toEqual([
      ...[undefined, '1', '1', undefined, '1', '1', undefined],
    ]);
    expect(pieceAt([], ONE)).toBeUndefined();
  });

  it('may hold a single value', () => {
    const curve: Curve = [
      level(ZERO, undefined, at('1', false)),
      level(ONE, at('1', true), at('1', true)),
      level(num('2'), at('1', false)),
    ];
    expect(['0', '1', '2'].map((value) => points(curve, value))).toEqual(['0', '1', '2']);
  });

  it('gives the value itself where that is the points', () => {
    expect(points(IDENTITY, '29/34')).toBe('29/34');
    expect(points(IDENTITY, '-3')).toBe('-3');
  });

  it('rises and falls along its slope', () => {
    const curve: Curve = [{ slope: num('-1/3'), offset: num('2') }];
    expect(points(curve, '1')).toBe('5/3');
    expect(points(curve, '6')).toBe('0');
  });

  it.each([1, 2, 3, 4, 7, 100])('finds each of %i pieces', (count) => {
    const curve: Curve = Array.from({ length: count }, (_, piece) =>
      level(exact(BigInt(piece)), at(`${piece}`, true), at(`${piece + 1}`, false)),
    );
    const found = curve.map((_, piece) => [points(curve, `${piece}`), points(curve, `${piece}.5`)]);
    expect(found).toEqual(curve.map((_, piece) => [`${piece}`, `${piece}`]));
    expect(points(curve, `${count}`)).toBeUndefined();
  });
});
