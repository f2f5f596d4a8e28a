/** Decimals that know how many of their last place they are: counted, taken from each other, compared as the fractions are. */
import { describe, expect, it } from 'vitest';
import { compare, type Exact, equal, exact, subtract } from '../../src/model/exact.ts';
import { asRounded, compareNear, countIn, decimalOf, subtractNear } from '../../src/score/filter.ts';

const MOST = Number.MAX_SAFE_INTEGER;
/** 1.25, 0.5, −1.25, 0, 1/3, 5/4, 3, and numbers of which no double holds both halves. */
const NUMBERS: readonly Exact[] = [
  ...[decimalOf(125, 2), decimalOf(5, 1), decimalOf(-125, 2), decimalOf(0, 2), decimalOf(1_250, 3)],
  ...[exact(1n, 3n), exact(5n, 4n), exact(3n, 1n), exact(2n ** 60n, 1n), exact(1n, 2n ** 60n)],
  ...[decimalOf(MOST, 0), decimalOf(-MOST, 0), decimalOf(MOST, 2)],
];

describe('how many of a place a number is', () => {
  it.each([
    [decimalOf(125, 2), 2, 125],
    [decimalOf(125, 2), 3, 1_250],
    [decimalOf(125, 2), 1, undefined],
    [decimalOf(-5, 1), 2, -50],
    [exact(5n, 4n), 2, 125],
    [exact(5n, 4n), 1, undefined],
    [exact(1n, 3n), 2, undefined],
    [exact(3n, 1n), 0, 3],
    [exact(2n ** 60n, 1n), 0, undefined],
    [exact(1n, 2n ** 60n), 9, undefined],
    [exact(BigInt(MOST), 1n), 0, MOST],
    [exact(BigInt(MOST), 1n), 1, undefined],
  ])('%o has with %i places %s', (value, places, count) => {
    expect(countIn(value, places)).toBe(count);
    const rounded = asRounded(value, places);
    expect(equal(rounded, value)).toBe(true);
    if (count === undefined) expect(rounded).toBe(value);
    else expect([countIn(rounded, places), compareNear(rounded, decimalOf(count, places))]).toEqual([count, 0]);
  });
});

describe('two numbers', () => {
  it('have by hand these differences', () => {
    expect(equal(subtractNear(decimalOf(500, 2), decimalOf(125, 2)), exact(15n, 4n))).toBe(true);
    expect(countIn(subtractNear(decimalOf(500, 2), decimalOf(125, 2)), 2)).toBe(375);
    expect(equal(subtractNear(decimalOf(5, 1), decimalOf(125, 2)), exact(-3n, 4n))).toBe(true);
    expect(equal(subtractNear(decimalOf(125, 2), decimalOf(5, 1)), exact(3n, 4n))).toBe(true);
    expect(equal(subtractNear(exact(1n, 3n), decimalOf(25, 2)), exact(1n, 12n))).toBe(true);
    expect(equal(subtractNear(decimalOf(25, 2), exact(1n, 3n)), exact(-1n, 12n))).toBe(true);
  });

  it('differ and stand in order as the fractions do, whatever they are written as', () => {
    for (const a of NUMBERS) {
      for (const b of NUMBERS) {
        expect(equal(subtractNear(a, b), subtract(a, b))).toBe(true);
        expect(Math.sign(compareNear(a, b))).toBe(Math.sign(compare(a, b)));
      }
    }
  });
});
