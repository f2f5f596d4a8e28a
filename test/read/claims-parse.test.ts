/** The grammar of a claim: what binds tighter, how signs may be written, and which part of the text each link is. */
import { describe, expect, it } from 'vitest';
import type { Expression } from '../../src/model/audit.ts';
import type { DecimalMark } from '../../src/model/exact.ts';
import { toText } from '../../src/model/exact.ts';
import { parseClaim } from '../../src/read/claims-parse.ts';

/** An expression with all its brackets. */
function told(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return toText(expression.number.value);
    case 'negative':
      return `(-${told(expression.of)})`;
    default:
      return `(${told(expression.left)} ${expression.operator} ${told(expression.right)})`;
  }
}

/** `left relation right` of each link; or why it is none, and the part of the text that is at fault. */
function see(text: string, mark: DecimalMark = ','): string {
  const read = parseClaim(text, mark);
  if ('why' in read) return `! ${read.why} ${read.span.from}+${read.span.length}`;
  return read.links.map(({ left, relation, right }) => `${told(left)} ${relation} ${told(right)}`).join(' and ');
}

describe('a claim', () => {
  it.each([
    ['1 + 2 * 3 = 7', '(1 + (2 * 3)) = 7'],
    ['1 * 2 + 3 = 5', '((1 * 2) + 3) = 5'],
    ['10 - 4 - 3 = 3', '((10 - 4) - 3) = 3'],
    ['12 / 4 / 3 = 1', '((12 / 4) / 3) = 1'],
    ['(1 + 2) * 3 = 9', '((1 + 2) * 3) = 9'],
    ['10 - (4 - 3) = 9', '(10 - (4 - 3)) = 9'],
    ['-1 + 2 = 1', '((-1) + 2) = 1'],
    ['2 * -3 = -6', '(2 * (-3)) = (-6)'],
    ['--1 = 1', '(-(-1)) = 1'],
    ['-(1 + 2) = −3', '(-(1 + 2)) = (-3)'],
    ['((5)) = 5', '5 = 5'],
    ['1 = 2 = 3', '1 = 2 and 2 = 3'],
    ['1 < 2 <= 3', '1 < 2 and 2 <= 3'],
    ['  1=1  ', '1 = 1'],
    ['1\t=\n1', '1 = 1'],
  ])('%j is %s', (text, expected) => {
    expect(see(text)).toBe(expected);
  });

  it.each([
    ...['-', '−', '–'].map((sign) => [sign, '-']),
    ...['*', '×', '·', 'x', 'X'].map((sign) => [sign, '*']),
    ...['/', ':', '÷'].map((sign) => [sign, '/']),
    ['+', '+'],
  ])('may write %s for %s', (sign, operator) => {
    expect(see(`6 ${sign} 3 = 1`)).toBe(`(6 ${operator} 3) = 1`);
    expect(see(`6${sign}3=1`)).toBe(`(6 ${operator} 3) = 1`);
  });

  it.each([
    ['=', '='],
    ['≈', '≈'],
    ['~', '≈'],
    ['<', '<'],
    ['>', '>'],
    ['<=', '<='],
    ['>=', '>='],
    ['≤', '<='],
    ['≥', '>='],
  ])('may relate by %s, which is %s', (sign, relation) => {
    expect(see(`6 ${sign} 3`)).toBe(`6 ${relation} 3`);
  });

  it('reads its numbers by the mark, percentages with and without a blank', () => {
    expect(see('1,5 = 150%', ',')).toBe('1.5 = 1.5');
    expect(see('1.5 = 150 %', '.')).toBe('1.5 = 1.5');
    expect(see('1.500 = 1500', ',')).toBe('1500 = 1500');
  });

  it.each([
    ['', '! operand 0+1'],
    ['5', '! relation 1+1'],
    ['5 = ', '! operand 4+1'],
    ['5 + = 5', '! operand 4+1'],
    ['+5 = 5', '! operand 0+1'],
    ['5 = * 5', '! operand 4+1'],
    ['5 = (5 + )', '! operand 9+1'],
    ['5 5 = 5', '! relation 2+1'],
    ['5 = 5 (5)', '! relation 6+1'],
    ['5 = 5)', '! bracket 5+1'],
    ['(5 = 5', '! bracket 0+1'],
    ['5 = (5', '! bracket 4+1'],
    ['5 = ((5)', '! bracket 4+1'],
    ['5 = 1.2.3', '! number 4+5'],
    ['1,,2 = 5', '! number 0+4'],
    ['5 = -1.2.3', '! number 5+5'],
    ['5 = 5 y', '! character 6+1'],
    ['  y', '! character 2+1'],
    ['5 = 5 ? đúng', '! character 6+1'],
    // What is wrong stays so, whatever stands behind it.
    ['* * 2 = 4', '! operand 0+1'],
    ['1.2.3 + 2 = 3', '! number 0+5'],
    ['5 == 5', '! operand 3+1'],
    ['5 => 5', '! operand 3+1'],
    ['= 5', '! operand 0+1'],
    ['5 = ()', '! operand 5+1'],
  ])('%j is none: %s', (text, why) => {
    expect(see(text)).toBe(why);
  });

  it('may be as deep as fifty, in brackets and signs, and side by side as often as one likes', () => {
    const deep = (levels: number) => see(`${'('.repeat(levels)}5${')'.repeat(levels)} = 5`);
    expect(deep(50)).toBe('5 = 5');
    expect(deep(51)).toBe('! deep 50+1');
    expect(see(`${'-'.repeat(50)}5 = 5`)).toContain(' = 5');
    expect(see(`${'-'.repeat(51)}5 = 5`)).toBe('! deep 50+1');
    expect(see(`${'(5)+'.repeat(60)}(5) = 305`)).toContain(' = 305');
  });

  it('knows which part of the text each side and each sign is', () => {
    const text = '(1 + 2) × 3 = 9 ≈ 10';
    const read = parseClaim(text, ',');
    if ('why' in read) throw new Error(read.why);
    const part = ({ from, length }: { readonly from: number; readonly length: number }) =>
      text.slice(from, from + length);
    expect(read.mark).toBe(',');
    expect(read.links.map(({ span, leftSpan, rightSpan }) => [span, leftSpan, rightSpan].map(part))).toEqual([
      ['(1 + 2) × 3 = 9', '(1 + 2) × 3', '9'],
      ['9 ≈ 10', '9', '10'],
    ]);
    const [first] = read.links;
    expect(first?.left.kind === 'operation' && part(first.left.span)).toBe('×');
    expect(first?.right).toMatchObject({ kind: 'number', span: { from: 14, length: 1 } });
  });
});
