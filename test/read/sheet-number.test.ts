/** Numbers as a spreadsheet stores them, to the text that was typed. Cases by hand and by the shortest decimal of a double. */
import { describe, expect, it } from 'vitest';
import { hundredfold, typedNumber } from '../../src/read/sheet-number.ts';

describe('a typed number', () => {
  it.each([
    ['92.084999999999994', '92.085'],
    ['0.1', '0.1'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['1', '1'],
    ['-1', '-1'],
    ['0', '0'],
    ['-0', '0'],
    ['100', '100'],
    ['1.50', '1.5'],
    ['1e3', '1000'],
    ['1E+3', '1000'],
    ['1.5e-3', '0.0015'],
    ['1.5E-7', '0.00000015'],
    ['-1.5E-7', '-0.00000015'],
    ['1e21', '1000000000000000000000'],
    ['1.25e22', '12500000000000000000000'],
    ['1e-10', '0.0000000001'],
    ['0.85289999999999999', '0.8529'],
    ['123456789012345', '123456789012345'],
    ['1234567890123450', '1234567890123450'],
    ['0.123456789012345', '0.123456789012345'],
    ['0.00000123456789012345', '0.00000123456789012345'],
    ['12345678901234500', '12345678901234500'],
    ['1e2', '100'],
    ['007', '7'],
  ])('%s was typed as %s', (stored, typed) => {
    expect(typedNumber(stored)).toBe(typed);
  });

  it.each([
    ['a third, which is a calculation', '0.33333333333333331'],
    ['sixteen digits', '1234567890123456'],
    ['sixteen decimals', '0.1234567890123456'],
    ['a sum of tenths', '0.30000000000000004'],
    ['nothing', ''],
    ['a dot alone', '.'],
    ['a dot at the end', '1.'],
    ['a plus', '+1'],
    ['two minus', '--1'],
    ['a text', 'x'],
    ['a text behind', '1x'],
    ['a text before', 'x1'],
    ['an exponent of nothing', '1e'],
    ['an exponent of four digits', '1e1000'],
    ['more than a double holds', '1e999'],
    ['a blank', ' 1'],
    ['hexadecimal', '0x10'],
  ])('is none: %s', (_, stored) => {
    expect(typedNumber(stored)).toBeUndefined();
  });
});

describe('a hundred times a number', () => {
  it.each([
    ['0.8529', '85.29'],
    ['0.5', '50'],
    ['1', '100'],
    ['-0.05', '-5'],
    ['-1.2345', '-123.45'],
    ['0', '0'],
    ['0.001', '0.1'],
    ['0.0001', '0.01'],
    ['12', '1200'],
  ])('of %s is %s', (text, hundred) => {
    expect(hundredfold(text)).toBe(hundred);
  });
});
