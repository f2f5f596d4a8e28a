/** Figures as an explanation says them: which digits are whole, and which had to be rounded. */
import { describe, expect, it } from 'vitest';
import { type Exact, exact, parseFraction } from '../../src/model/exact.ts';
import { factorText, shareText, speech } from '../../src/rules/speech.ts';
import { boundText, listText } from '../../src/rules/tell.ts';

const en = speech('en');
const vi = speech('vi');

function num(text: string): Exact {
  return parseFraction(text) as Exact;
}

describe('a number', () => {
  it.each([
    ['1.50', '1.5', '= 1.5'],
    ['100', '100', '= 100'],
    // Four decimals are said to be whole, and more of an operand where they end.
    ['0.0625', '0.0625', '= 0.0625'],
    ['0.03125', '0.03125', '≈ 0.0313'],
    ['29/17', '1.7059', '≈ 1.7059'],
    ['-1/3', '-0.3333', '≈ -0.3333'],
    ['0', '0', '= 0'],
  ])('%s is said %s', (value, said, equals) => {
    expect(en.number(num(value))).toBe(said);
    expect(en.equals(num(value))).toBe(equals);
    expect(vi.number(num(value))).toBe(said.replace('.', ','));
    expect(vi.equals(num(value))).toBe(equals.replace('.', ','));
  });
});

describe('a percentage', () => {
  it.each([
    ['0.7', '70 %', '= 70 %'],
    ['0.8529', '85.29 %', '= 85.29 %'],
    ['29/34', '85.29 %', '≈ 85.29 %'],
    // An operand is said in full where its decimals end, and what it comes to with two.
    ['0.123456', '12.3456 %', '≈ 12.35 %'],
    ['1', '100 %', '= 100 %'],
    ['0', '0 %', '= 0 %'],
    // Two decimals would show 95.00 %, on the other side of a bound.
    ['0.94998', '94.998 %', '= 94.998 %'],
    ['89999/99999', '89.9999 %', '≈ 89.9999 %'],
    ['2/3', '66.67 %', '≈ 66.67 %'],
  ])('of %s is said %s', (value, said, equals) => {
    expect(en.equalsPercent(num(value))).toBe(equals);
    expect(en.percent(num(value))).toBe(said);
    expect(vi.percent(num(value))).toBe(said.replace('.', ','));
  });

  it('has at most eight decimals', () => {
    // 1 - 10^-12: even eight decimals of the per cent show 100.
    const value = exact(10n ** 12n * 3n - 1n, 10n ** 12n * 3n);
    expect(en.equalsPercent(value)).toBe('≈ 100.00000000 %');
    const nearer = exact(3n * 10n ** 9n - 1n, 3n * 10n ** 9n);
    expect(en.equalsPercent(nearer)).toBe('≈ 99.99999997 %');
  });
});

describe('an amount', () => {
  it('is said in its unit', () => {
    expect(en.amount(num('0.7'), 'share')).toBe('70 %');
    expect(en.amount(num('0.7'), 'number')).toBe('0.7');
    expect(vi.amount(num('0.705'), 'share')).toBe('70,5 %');
  });

  it('of points is said with the maximum, one of which is a point', () => {
    expect(en.points(num('0.5'), num('1'))).toBe('0.5 of 1 point');
    expect(en.points(num('1'), num('1.00'))).toBe('1 of 1 point');
    expect(en.points(num('0.5'), num('2'))).toBe('0.5 of 2 points');
    expect(en.points(num('0.5'), num('0.5'))).toBe('0.5 of 0.5 points');
    expect(vi.points(num('0.5'), num('1'))).toBe('0,5 trên 1 điểm');
  });

  it('comes with words of its language', () => {
    expect([en.pick({ en: 'a', vi: 'b' }), vi.pick({ en: 'a', vi: 'b' })]).toEqual(['a', 'b']);
    expect([en.lang, vi.lang]).toEqual(['en', 'vi']);
  });
});

describe('a share as its cell says it', () => {
  it.each([
    ['29/34', '29/34', '29/34 ≈ 85.29 %', '29/34'],
    ['1/2', '1/2', '1/2 = 50 %', '1/2'],
    ['98.9%', '0.989', '98.9 %', '98.9 %'],
    // Nothing of nothing is what the rubric says, and cannot be typed into a calculator.
    ['0/0', '1', '0/0 counts as 100 %', '100 %'],
    ['0/00', '0', '0/00 counts as 0 %', '0 %'],
    ['0/0.0', '0', '0/0.0 counts as 0 %', '0 %'],
    ['0/0,00', '0', '0/0,00 counts as 0 %', '0 %'],
    ['0/0.5', '0', '0/0.5 = 0 %', '0/0.5'],
    ['1/10', '0.1', '1/10 = 10 %', '1/10'],
  ])('%s of value %s is %s', (cell, value, said, factor) => {
    expect(shareText(cell, num(value), en)).toBe(said);
    expect(factorText(cell, num(value), en)).toBe(factor);
  });

  it('is said in Vietnamese', () => {
    expect(shareText('0/0', num('1'), vi)).toBe('0/0 được tính là 100 %');
  });
});

describe('the words of a rule', () => {
  it('have numbers with a dot', () => {
    expect(boundText(num('7/10'), 'share')).toBe('70 %');
    expect(boundText(num('0.705'), 'share')).toBe('70.5 %');
    expect(boundText(num('70'), 'number')).toBe('70');
    expect(
      listText(
        new Map([
          ['kip-thoi', num('1')],
          ['trễ', num('0.5')],
        ]),
      ),
    ).toBe('kip-thoi: 1; trễ: 0.5');
  });
});
