/** The bounds that the filter stands on, by the formulas of its own proof; and which way decides at their edge. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createColumn, setExact } from '../../src/model/column.ts';
import { type Exact, exact, toText } from '../../src/model/exact.ts';
import {
  compareNear,
  decided,
  forced,
  LateIndex,
  LateSum,
  roundGrid,
  roundNear,
  roundSums,
  subtractNear,
} from '../../src/score/filter.ts';
import { createTally, tallyColumn } from '../../src/score/tally.ts';
import { num } from './build.ts';
import { countBigInts } from './count-fractions.ts';

const STEP = 2 ** -52;

function tallyOf(...texts: readonly string[]) {
  const tally = createTally(1, 10);
  for (const text of texts) {
    const column = createColumn(1);
    setExact(column, 0, num(text));
    tallyColumn(tally, column);
  }
  return tally;
}

/** What the one row is rounded to, in hundredths; undefined where doubles are not sure, and then nothing is noted. */
function rounded(...texts: readonly string[]): number | undefined {
  const counts = Float64Array.of(-1);
  const unsure = roundSums(tallyOf(...texts), 2, counts);
  if (unsure.length === 0) return counts[0];
  expect([unsure, counts[0]]).toEqual([[0], -1]);
  return undefined;
}

const sumOf = (...texts: readonly string[]) => new LateSum(tallyOf(...texts), 0);

/** What is known of a number that the filter made. */
const boundsOf = (value: Exact) => value as unknown as { readonly near: number; readonly slack: number };

beforeEach(() => {
  decided.near = 0;
  decided.exact = 0;
});

afterEach(() => {
  forced.exact = false;
});

describe('about how much a number is, and how far off that may be', () => {
  test('a sum: (columns of fractions + 8) × 2^-52 × (sum of magnitudes)', () => {
    const sum = sumOf('1/3', '-2/7', '-2.5');
    expect(sum.near).toBe(-2.5 + (1 / 3 - 2 / 7));
    expect(sum.slack).toBe((2 + 8) * STEP * (1 / 3 + 2 / 7 + 2.5));
    const whole = sumOf('2.5');
    expect([whole.near, whole.slack]).toEqual([2.5, 8 * STEP * 2.5]);
  });

  test('an index: twice the relative bound of its points, and eight steps of itself', () => {
    const points = sumOf('-1/3', '-0.5');
    const index = new LateIndex(points, num('4'));
    const near = (points.near / 4) * 100;
    expect(index.near).toBe(near);
    expect(index.slack).toBe(2 * (points.slack / 4) * 100 + 8 * STEP * -near);
    const positive = new LateIndex(num('3'), num('4'));
    expect([positive.near, positive.slack]).toEqual([75, 2 * ((2 * STEP * 3) / 4) * 100 + 8 * STEP * 75]);
    expect(new LateIndex(num('-3'), num('4')).slack).toBe(positive.slack);
    expect(new LateIndex(num('3/2'), num('4')).slack).toBe(2 * ((2 * STEP * 1.5) / 4) * 100 + 8 * STEP * 37.5);
  });

  test('an index of points that no double holds is known not at all', () => {
    const index = new LateIndex(exact(2n ** 53n), num('4'));
    expect([index.near, index.slack]).toEqual([0, Number.POSITIVE_INFINITY]);
    expect(new LateIndex(exact(1n, 2n ** 53n), num('4')).slack).toBe(Number.POSITIVE_INFINITY);
  });

  test('a rounded number: half a step of a double at the most, and a whole one allowed', () => {
    const rounded = boundsOf(roundNear(sumOf('-2/3'), 2));
    expect([rounded.near, rounded.slack]).toEqual([-0.67, STEP * 0.67]);
    const positive = boundsOf(roundNear(sumOf('2/3'), 2));
    expect([positive.near, positive.slack]).toEqual([0.67, STEP * 0.67]);
  });
});

describe('rounding', () => {
  const see = (value: Exact, decimals: number) => {
    [decided.near, decided.exact] = [0, 0];
    return [toText(roundNear(value, decimals)), decided.near, decided.exact];
  };

  test('is decided by doubles away from a line, by the fraction on one', () => {
    expect(see(sumOf('2/3'), 2)).toEqual(['0.67', 1, 0]);
    expect(see(sumOf('-2/3'), 2)).toEqual(['-0.67', 1, 0]);
    expect(see(sumOf('1/3', '-1/3'), 2)).toEqual(['0', 1, 0]);
    expect(see(sumOf('1/3', '1/3', '1/3', '0.005'), 2)).toEqual(['1.01', 0, 1]);
    expect(see(sumOf('-1/3', '-1/3', '-1/3', '-0.005'), 2)).toEqual(['-1.01', 0, 1]);
    // Decimals alone are whole numbers of the grid, so that a line is no question.
    expect(see(sumOf('1.005'), 2)).toEqual(['1.01', 1, 0]);
    expect(see(sumOf('-1.005'), 2)).toEqual(['-1.01', 1, 0]);
  });

  test('of a plain fraction is neither: nothing was to be decided', () => {
    expect(see(num('2/3'), 2)).toEqual(['0.67', 0, 0]);
  });

  test('again to as many places is the number itself, to fewer is rounded from its digits', () => {
    expect(see(roundNear(sumOf('2/3'), 2), 2)).toEqual(['0.67', 1, 0]);
    expect(see(roundNear(sumOf('2/3'), 2), 1)).toEqual(['0.7', 1, 0]);
    // 0.65 lies on the line, where its double cannot tell.
    expect(see(roundNear(sumOf('13/20', '1/3000'), 2), 1)).toEqual(['0.7', 0, 1]);
  });

  test('again is the number itself also where doubles are a whole apart', () => {
    // 4.4 × 10^15 whole numbers of the grid: their double is off by less than one, but not by much less.
    const tally = createTally(1, 1);
    const column = createColumn(1);
    setExact(column, 0, exact(4_400_000_000_000_001n, 10_000_000_000n));
    tallyColumn(tally, column);
    const rounded = roundNear(new LateSum(tally, 0), 10);
    expect(see(rounded, 10)).toEqual(['440000.0000000001', 1, 0]);
  });

  test('is the exact way where that is forced', () => {
    forced.exact = true;
    expect(see(sumOf('2/3'), 2)).toEqual(['0.67', 0, 1]);
    expect(rounded('0.5')).toBeUndefined();
    expect([decided.near, decided.exact]).toEqual([0, 1]);
  });

  test('of the rows of a tally is the same, in whole numbers, without objects for them', () => {
    const round = (...texts: readonly string[]) => {
      [decided.near, decided.exact] = [0, 0];
      return [rounded(...texts), decided.near, decided.exact];
    };
    expect(round('2/3')).toEqual([67, 1, 0]);
    expect(round('1.005')).toEqual([101, 1, 0]);
    expect(round('1/3', '1/3', '1/3', '0.005')).toEqual([undefined, 0, 0]);
    expect(round('9007199254740993', '1/3')).toEqual([undefined, 0, 0]);
  });

  test('makes the fraction once, however often it is asked for', () => {
    const sum = sumOf('1/3', '1/7');
    expect(countBigInts(() => sum.n)).toBeGreaterThan(0);
    expect(countBigInts(() => [sum.n, sum.d, sum.n])).toBe(0);
    const other = sumOf('1/3', '1/7');
    expect(countBigInts(() => other.d)).toBeGreaterThan(0);
    expect(countBigInts(() => [other.d, other.n, other.d])).toBe(0);
    expect([sum.n, sum.d, other.n, other.d]).toEqual([10n, 21n, 10n, 21n]);
  });

  test.each([
    [10_050_000_000, 2, 101],
    [-10_050_000_000, 2, -101],
    [10_049_999_999, 2, 100],
    [0, 2, 0],
    [5_000_000_000, 0, 1],
    [4_999_999_999, 0, 0],
    [2 ** 52 - 1, 10, 2 ** 52 - 1],
    [2 ** 52, 10, undefined],
    [-(2 ** 52), 10, undefined],
  ])('of %i whole numbers of the grid to %i places is %s', (count, decimals, wholes) => {
    expect(roundGrid(count, decimals)).toBe(wholes);
  });
});

describe('comparing', () => {
  const see = (a: Exact, b: Exact) => {
    [decided.near, decided.exact] = [0, 0];
    return [Math.sign(compareNear(a, b)), decided.near, decided.exact];
  };
  const rounded = (text: string, decimals = 2) => roundNear(sumOf(text), decimals);

  test('rounded figures of like places is comparing whole numbers', () => {
    expect(see(rounded('0.5'), rounded('0.7'))).toEqual([-1, 0, 0]);
    expect(see(rounded('0.7'), rounded('0.5'))).toEqual([1, 0, 0]);
    expect(see(rounded('0.7'), rounded('0.7'))).toEqual([0, 0, 0]);
  });

  test('of unlike places goes by doubles, or exactly where they are equal', () => {
    // As counts 5 tenths would be less than 49 hundredths.
    expect(see(rounded('0.5', 1), rounded('0.49'))).toEqual([1, 1, 0]);
    expect(see(rounded('0.5', 1), rounded('0.5'))).toEqual([0, 0, 1]);
  });

  test('plain fractions goes by the fractions', () => {
    expect(see(num('1/3'), num('1/2'))).toEqual([-1, 0, 0]);
    expect(see(num('1/2'), num('1/2'))).toEqual([0, 0, 0]);
  });

  test('one that is made late with a plain one goes by doubles where they are sure', () => {
    expect(see(sumOf('1/3'), num('1/2'))).toEqual([-1, 1, 0]);
    expect(see(num('1/2'), sumOf('1/3'))).toEqual([1, 1, 0]);
    expect(see(sumOf('1/3', '1/6'), num('1/2'))).toEqual([0, 0, 1]);
    expect(see(sumOf('1/3'), exact(2n ** 53n, 2n ** 54n))).toEqual([-1, 0, 1]);
    expect(see(sumOf('1/3'), exact(1n, 2n ** 54n))).toEqual([1, 0, 1]);
    expect(see(sumOf('-1/3'), num('-1/2'))).toEqual([1, 1, 0]);
    // -1/3 against -1/3 in plain: the magnitude of the plain one bounds its error, too.
    expect(see(sumOf('-1/3'), num('-1/3'))).toEqual([0, 0, 1]);
  });

  test('is the exact way where that is forced', () => {
    forced.exact = true;
    expect(see(sumOf('1/3'), num('1/2'))).toEqual([-1, 0, 1]);
  });
});

describe('a difference', () => {
  const see = (a: Exact) => {
    const rounded = roundNear(sumOf('1/3'), 2);
    const made: Exact[] = [];
    const count = countBigInts(() => made.push(subtractNear(a, rounded)));
    return [toText(made[0] as Exact), count];
  };

  test('of hundredths from a line of hundredths makes no fraction before somebody asks', () => {
    expect(see(num('0.5'))).toEqual(['0.17', 0]);
    expect(see(num('0'))).toEqual(['-0.33', 0]);
    expect(see(num('85'))).toEqual(['84.67', 0]);
  });

  test('is a fraction where the line lies between hundredths, or beyond doubles', () => {
    expect(see(num('1/3'))[0]).toBe('1/300');
    expect(see(num('0.335'))[0]).toBe('0.005');
    // 5 × 1801439850948199 hundredths are odd and beyond 2^53.
    expect(see(exact(1801439850948199n, 20n))[0]).toBe('90071992547409.62');
    expect(see(exact(2n ** 53n - 1n))[0]).toBe('9007199254740990.67');
    expect(see(exact(2n ** 53n + 1n))[0]).toBe('9007199254740992.67');
    expect(see(exact(1n, 2n ** 53n))[0]).toBe(toText(exact(100n - 33n * 2n ** 53n, 100n * 2n ** 53n)));
  });

  test('of plain fractions is one, too', () => {
    expect(toText(subtractNear(num('1/2'), num('1/3')))).toBe('1/6');
    expect(toText(subtractNear(num('1/2'), sumOf('1/3')))).toBe('1/6');
  });
});
