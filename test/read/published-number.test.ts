import { describe, expect, it } from 'vitest';
import type { DecimalMark } from '../../src/model/exact.ts';
import { readPrinted } from '../../src/read/published-number.ts';

describe('a printed number', () => {
  it.each<[string, DecimalMark, bigint, bigint, number, boolean, boolean]>([
    ['7', ',', 7n, 1n, 0, false, false],
    ['92,08', ',', 9208n, 100n, 2, false, false],
    ['92.08', '.', 9208n, 100n, 2, false, false],
    ['1.234.567,5', ',', 12345675n, 10n, 1, false, true],
    ['1,234,567.5', '.', 12345675n, 10n, 1, false, true],
    ['12.781', ',', 12781n, 1n, 0, false, true],
    ['12.781', '.', 12781n, 1000n, 3, false, false],
    ['70,5%', ',', 705n, 1000n, 1, true, false],
    ['70,5 %', ',', 705n, 1000n, 1, true, false],
    ['100%', '.', 100n, 100n, 0, true, false],
    ['123.456.789.012.345', ',', 123456789012345n, 1n, 0, false, true],
    ['123456789012345', '.', 123456789012345n, 1n, 0, false, false],
    ['0.0123456789', '.', 123456789n, 10000000000n, 10, false, false],
  ])('%s under %s', (text, mark, n, d, decimals, isPercent, isGrouped) => {
    expect(readPrinted(text, mark)).toEqual({ text, value: { n, d }, decimals, isPercent, isGrouped, mark });
  });

  it.each<[string, DecimalMark]>([
    ['', ','],
    ['%', ','],
    ['-1', ','],
    ['+1', '.'],
    ['1,', ','],
    [',5', ','],
    ['1.2', ','],
    ['12.34.567', ','],
    ['1234.567,8', ','],
    ['1,2,3', ','],
    ['1 234', ','],
    ['1.234.567.890.123.456', ','],
    ['1234567890123456', '.'],
    ['0.12345678901', '.'],
    ['5%%', '.'],
    ['5 % x', '.'],
    ['x5', '.'],
  ])('is not %j under %s', (text, mark) => {
    expect(readPrinted(text, mark)).toBeUndefined();
  });
});
