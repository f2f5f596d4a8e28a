/** Cells as people and spreadsheets write them: what is read, what is refused, and what is said to be wrong. */
import { describe, expect, it } from 'vitest';
import { type DecimalMark, type Exact, ONE, toText, ZERO } from '../../src/model/exact.ts';
import { readCount, readNumber, readPositive, readShare, readUnit, upToWhole } from '../../src/rules/cell.ts';
import { type CellContext, isRefusal, type Refusal } from '../../src/rules/rule.ts';

type Read = (cell: string, context: CellContext) => Exact | Refusal;

function context(mark: DecimalMark): CellContext {
  return { leaf: '1.1', max: ONE, mark, previous: '' };
}

/** The value of a cell, or the code and the facts of its refusal. */
function see(read: Read, cell: string, mark: DecimalMark = '.'): unknown {
  const outcome = read(cell, context(mark));
  return isRefusal(outcome) ? { code: outcome.fault.code, ...(outcome.facts as object) } : toText(outcome);
}

function suspicion(read: Read, cell: string, mark: DecimalMark = '.'): unknown {
  return (see(read, cell, mark) as { suspicion?: string }).suspicion;
}

describe('a number', () => {
  it.each([
    ['1.5', '.', '1.5'],
    ['1,5', ',', '1.5'],
    ['-2', '.', '-2'],
    ['0', '.', '0'],
  ] as const)('%s with the mark %s is %s', (cell, mark, value) => {
    expect(see(readNumber, cell, mark)).toBe(value);
  });

  it('is refused with the leaf, the cell made visible, the mark and an example in it', () => {
    expect(see(readNumber, 'x\u200b')).toEqual({
      ...{ code: 'not-a-number', shown: 'x\\u{200b}', leaf: '1.1', mark: '.', examples: ['1.5'] },
      ...{ character: 'U+200B', suspicion: 'other-character' },
    });
    // A sign before a letter: letters are seen, signs are taken for others.
    expect(see(readNumber, 'đ\u22121')).toMatchObject({ character: 'U+2212' });
    expect(see(readNumber, 'a\u0303\u22121')).toMatchObject({ character: 'U+2212' });
    expect(see(readNumber, '1đ')).toMatchObject({ character: 'U+0111' });
    expect(see(readNumber, 'x', ',')).toEqual({
      ...{ code: 'not-a-number', shown: 'x', leaf: '1.1', mark: ',', examples: ['1,5'] },
    });
  });

  it('of 0 or more is refused below, with the cell', () => {
    expect(see(readPositive, '0')).toBe('0');
    expect(see(readPositive, '-0.0')).toBe('0');
    expect(see(readPositive, '-0.01')).toEqual({ code: 'below-zero', shown: '-0.01', leaf: '1.1' });
    expect(see(readPositive, 'x')).toMatchObject({ code: 'not-a-number' });
  });
});

describe('a count', () => {
  it.each(['3', '3.0', '3.00', '003'])('%s is 3', (cell) => {
    expect(see(readCount, cell)).toBe('3');
  });

  it('is whole and not below 0', () => {
    expect(see(readCount, '0')).toBe('0');
    expect(see(readCount, '1.5')).toEqual({
      ...{ code: 'not-a-count', shown: '1.5', leaf: '1.1', mark: '.', examples: ['3'], suspicion: 'not-whole' },
    });
    expect(see(readCount, '-1.5')).toMatchObject({ code: 'not-a-count', suspicion: 'not-whole' });
    expect(see(readCount, '-3')).toEqual({ code: 'below-zero', shown: '-3', leaf: '1.1' });
    expect(see(readCount, 'ba')).toMatchObject({ code: 'not-a-count', examples: ['3'] });
    expect(see(readCount, 'ba', ',')).toMatchObject({ examples: ['3'] });
  });
});

describe('a share', () => {
  it.each([
    ['85.29%', '.', '0.8529'],
    ['85,29%', ',', '0.8529'],
    ['0%', '.', '0'],
    ['120%', '.', '1.2'],
    ['29/34', '.', '29/34'],
    ['0/7', '.', '0'],
    ['7/7', '.', '1'],
    ['8/7', '.', '8/7'],
    ['1.5/3', '.', '0.5'],
    ['1,5/3', ',', '0.5'],
  ] as const)('%s with the mark %s is %s', (cell, mark, value) => {
    expect(see(readShare, cell, mark)).toBe(value);
  });

  it('comes in lowest terms', () => {
    expect(readShare('12/34', context('.'))).toEqual({ n: 6n, d: 17n });
  });

  it.each([
    ['-5%', 'below-zero'],
    ['-1/3', 'below-zero'],
    ['1/-3', 'below-zero'],
    ['1/0', 'zero-denominator'],
    ['0/0', 'zero-denominator'],
    ['0/0.00', 'zero-denominator'],
    ['x%', 'not-a-share'],
    ['%', 'not-a-share'],
    ['/3', 'not-a-share'],
    ['3/', 'not-a-share'],
    ['1/2/3', 'not-a-share'],
    ['0.85', 'not-a-share'],
    ['1/x', 'not-a-share'],
  ])('%s is refused: %s', (cell, code) => {
    expect(see(readShare, cell)).toMatchObject({ code, leaf: '1.1', shown: cell });
  });

  it('is what the rubric says where it is nothing of nothing, and only there', () => {
    const half: Read = (cell, around) => readShare(cell, around, { n: 1n, d: 2n });
    expect(see(half, '0/0')).toBe('0.5');
    expect(see(half, '0/0,0', ',')).toBe('0.5');
    expect(see(half, '1/0')).toMatchObject({ code: 'zero-denominator' });
    expect(see(half, '0/5')).toBe('0');
    expect(see((cell, around) => readShare(cell, around, ZERO), '0/0')).toBe('0');
  });

  it('is asked for with two examples in the mark of the file', () => {
    expect(see(readShare, 'x')).toMatchObject({ examples: ['85.29%', '29/34'] });
    expect(see(readShare, 'x', ',')).toMatchObject({ examples: ['85,29%', '29/34'] });
  });

  it('over the whole is refused, or counts as the whole where the rubric says so', () => {
    const upTo = (over?: 'refuse' | 'cap') => (cell: string, around: CellContext) =>
      upToWhole(readShare(cell, around), over, cell, around);
    expect(see(upTo(), '100%')).toBe('1');
    expect(see(upTo(), '100.01%')).toEqual({ code: 'above-whole', shown: '100.01%', leaf: '1.1' });
    expect(see(upTo('refuse'), '35/34')).toMatchObject({ code: 'above-whole' });
    expect(see(upTo('cap'), '35/34')).toBe('35/34');
    expect(see(upTo(), 'x')).toMatchObject({ code: 'not-a-share' });
  });
});

describe('a value of a unit', () => {
  it('is a share or a number of 0 or more', () => {
    const of =
      (unit: 'share' | 'number'): Read =>
      (cell, around) =>
        readUnit(cell, unit, around);
    expect(see(of('share'), '50%')).toBe('0.5');
    expect(see(of('number'), '50')).toBe('50');
    expect(see(of('share'), '50')).toMatchObject({ code: 'not-a-share' });
    expect(see(of('number'), '50%')).toMatchObject({ code: 'not-a-number' });
    expect(see(of('number'), '-1')).toMatchObject({ code: 'below-zero' });
  });
});

describe('what is probably wrong with a cell', () => {
  it.each<[string, string, DecimalMark?]>([
    ['85%', 'percentage'],
    ['-85,5%', 'percentage'],
    ['29/34', 'fraction'],
    ['1.5/3', 'fraction'],
    ['#REF!', 'spreadsheet-error'],
    ['#N/A', 'spreadsheet-error'],
    ['=A1+1', 'formula'],
    ['2024-01-02', 'date'],
    ['2024/1/2 10:00', 'date'],
    ['1/2/2024', 'date'],
    ['01.02.24', 'date'],
    ['2-Jan', 'date'],
    ['Jan-24', 'date'],
    ['10-Thg1', 'date'],
    ['thg 2024', 'date'],
    ['1-2', 'date'],
    ['1e3', 'exponent'],
    ['-1.5E+10', 'exponent'],
    ['1e3%', 'exponent'],
    ['12.34%', 'percentage'],
    ['-12,34%', 'percentage'],
    ['1.25/3.75', 'fraction'],
    ['1;2', 'several'],
    ['a ; b', 'several'],
    ['−1', 'other-minus'],
    ['\u2013 1', 'other-minus'],
    ['1\u00a0000', 'other-character'],
    ['１', 'other-character'],
    ['½', 'other-character'],
    ['(1.5)', 'brackets'],
    ['1.5-', 'brackets'],
    ['+1.5', 'plus'],
    ['+5%', 'plus'],
    ['1 000', 'blank'],
    ['1. 5', 'blank'],
    ['1,5', 'other-mark'],
    ['1.5', 'other-mark', ','],
    ["1'000", 'other-mark'],
    ['1_000', 'other-mark'],
    ['1.2.3', 'other-mark'],
    ['1.', 'lone-mark'],
    ['.5', 'lone-mark'],
    ['-,5', 'lone-mark', ','],
    ['1234567890123456', 'too-long'],
    ['0.12345678901', 'too-long'],
  ])('for a number: %j is %s', (cell, wrong, mark) => {
    expect(suspicion(readNumber, cell, mark)).toBe(wrong);
  });

  it.each<[string, string, DecimalMark?]>([
    ['85', 'bare-number'],
    ['0.85', 'bare-number'],
    ['0,85', 'bare-number', ','],
    ['0,85', 'other-mark'],
    ['85,2%', 'other-mark'],
    ['1,5/3', 'other-mark'],
    ['1.5/3', 'other-mark', ','],
    ['1234567890123456/2', 'too-long'],
    ['1234567890123456/2', 'too-long', ','],
    ['1/0.12345678901', 'too-long'],
    ['.5%', 'lone-mark'],
    ['5.%', 'lone-mark'],
    ['85 %', 'blank'],
    ['29 /34', 'blank'],
    ['1234567890123456%', 'too-long'],
  ])('for a share: %j is %s', (cell, wrong, mark) => {
    expect(suspicion(readShare, cell, mark)).toBe(wrong);
  });

  it.each([
    'x',
    'không',
    '-',
    '%',
    '1x',
    '--1',
    '#',
    '50%%',
    'janus kinase 2b',
    '1/2/3/4',
    '2024-01-023',
    '(a)',
    '1 a',
  ])('nothing is said of %j', (cell) => {
    expect(suspicion(readNumber, cell)).toBeUndefined();
  });

  it('names the first character that no keyboard has, by its number', () => {
    const character = (cell: string) => (see(readNumber, cell) as { character?: string }).character;
    expect(character('1\u00a0000\u200b')).toBe('U+00A0');
    expect(character('👍')).toBe('U+1F44D');
    expect(character('x~')).toBeUndefined();
    expect(character('1\u007f')).toBe('U+007F');
  });
});
