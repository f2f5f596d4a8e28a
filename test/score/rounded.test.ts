/** Rounded figures of many rows: what was noted is there again, whatever holds it. */
import { describe, expect, test } from 'vitest';
import { toText } from '../../src/model/exact.ts';
import { roundNear } from '../../src/score/filter.ts';
import { createRounded, hasFigure, roundedAt, setRounded } from '../../src/score/rounded.ts';
import { num } from './build.ts';

describe('rounded figures', () => {
  const figures = createRounded(7, 2);
  const noted = ['92.09', '-0.05', '0', '123456789012345.67', '1/3', '90071992547409.93'];
  for (const [row, text] of noted.entries()) setRounded(figures, row, num(text));
  setRounded(figures, 6, undefined);

  test('are what was noted', () => {
    expect(noted.map((_, row) => toText(roundedAt(figures, row) ?? num('-1')))).toEqual(noted);
    expect(noted.every((_, row) => hasFigure(figures, row))).toBe(true);
  });

  test('are not there where there was none', () => {
    expect([roundedAt(figures, 6), hasFigure(figures, 6)]).toEqual([undefined, false]);
  });

  test('are whole numbers where doubles hold them, and stand apart where none does', () => {
    expect([...figures.counts.slice(0, 3)]).toEqual([9209, -5, 0]);
    // 123456789012345.67 has 17 digits, a third no last one; 2^53 + 1 hundredths are one too many.
    expect([...figures.apart.keys()]).toEqual([3, 4, 5, 6]);
  });

  test('know without a fraction that they are as many hundredths', () => {
    const rounded = createRounded(1, 2);
    setRounded(rounded, 0, roundNear(num('92.09'), 2));
    expect(roundedAt(rounded, 0)).toMatchObject({ count: 9209, places: 2 });
    expect(toText(roundedAt(rounded, 0) ?? num('0'))).toBe('92.09');
  });

  test('are 0 until they are noted', () => {
    expect(toText(roundedAt(createRounded(1, 2), 0) ?? num('1'))).toBe('0');
  });
});
