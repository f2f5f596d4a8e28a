/** Threats A, numbers: one grammar, nothing guessed, nothing clamped. The rows of the list are A1 to A15. */
import { describe, it } from 'vitest';
import {
  type Accepted,
  entries,
  PROJECT,
  proveAccepted,
  proveRefused,
  type Refused,
  RUBRIC,
  withCell,
} from './world.ts';

const AT = 'entries/so-y-te.csv:3:3';

/** A number that is none, in the place of 2.25. */
function noNumber(row: string, cell: string, ...says: readonly string[]): Refused {
  const caret = cell.includes(',') ? `"${cell}"` : cell;
  return [row, withCell(caret), `not-a-number ${AT}`, caret, 'for 1.2', ...says];
}

/** The same in the place of 29/34. */
function noShare(row: string, cell: string, code: string, ...says: readonly string[]): Refused {
  return [row, withCell(cell, '1.3'), `${code} entries/so-y-te.csv:4:3`, cell, '1.3', ...says];
}

const MARK = 'the declared decimal mark is "."';

const REFUSED: readonly Refused[] = [
  noNumber('A4 a decimal comma where a dot is declared', '2,25', MARK, 'excel-vi'),
  noNumber('A4 grouping', '1,234.5', MARK),
  noNumber('A4 grouping without decimals', '1.234.567', MARK),
  ['A5 an empty cell', withCell(''), `missing-value ${AT}`, ',', '1.2 has no value in "appraised"'],
  ['A5 a blank', withCell(' '), `missing-value ${AT}`, ' ', '1.2 has no value'],
  ['A5 nothing between quotes', withCell('""'), `missing-value ${AT}`, '""', '1.2 has no value'],
  noNumber('A5 hexadecimal', '0x10', '"0x10"'),
  noNumber('A5 binary', '0b11', '"0b11"'),
  noNumber('A5 infinite', '1e309', 'exponent form'),
  noNumber('A5 infinite by name', 'Infinity', '"Infinity"'),
  noNumber('A5 not a number by name', 'NaN', '"NaN"'),
  noNumber('A6 an exponent that would fill the memory', '1e999999999', 'exponent form'),
  noNumber('A7 Arabic digits', '١٢', 'U+0661', 'write it like 1.5'),
  noNumber('A7 Persian digits', '۲', 'U+06F2'),
  noNumber('A7 full-width digits', '９２', 'U+FF19', 'write it like 1.5'),
  noNumber('A7 a full-width dot', '2．5', 'U+FF0E'),
  noNumber('A7 an ideographic dot', '2。5', 'U+3002'),
  noNumber('A7 a dot in the middle', '2·5', 'U+00B7'),
  noNumber('A7 a minus sign', '−5', 'minus sign is the character U+2212, not the plain "-"'),
  noNumber('A7 a dash', '–5', 'U+2013', 'not the plain "-"'),
  noNumber('A7 brackets for minus', '(5)', 'a negative number is written with "-" before it'),
  noNumber('A7 minus behind', '5-', 'a negative number is written with "-" before it'),
  noNumber('A7 a percentage', '92%', 'a percentage stands where a plain number is asked'),
  noNumber('A7 per mille', '2‰', 'U+2030'),
  noNumber('A7 a half', '½', 'U+00BD'),
  noNumber('A7 an underscore', '1_000', MARK),
  noNumber('A7 an apostrophe', "1'234", MARK),
  noNumber('A7 about', '≈2', 'U+2248'),
  noNumber('A7 plus', '+2', 'a plus sign is not written'),
  noNumber('A7 no digit before the mark', '.5', 'digits stand before and after'),
  noNumber('A7 no digit behind the mark', '2.', 'digits stand before and after'),
  noNumber('A7 with its unit', '2.5 điểm', '"2.5 điểm"'),
  noNumber('A8 a blank inside', '1 000', 'a blank stands inside it'),
  noNumber('A8 a no-break blank inside', '1\u00a0000', 'U+00A0'),
  noNumber('A10 more digits than the grammar has', '9007199254740993', 'more than 15 digits'),
  noNumber('A10 more decimals than the grammar has', '1.12345678901', 'more than 10 decimals'),
  ['A11 over the maximum', withCell('3.01'), `above-max ${AT}`, '3.01', 'the maximum of 1.2 is 3'],
  ['A11 negative', withCell('-1'), `below-zero ${AT}`, '-1', '"-1" is negative'],
  noShare('A12 a fraction of 1 among percentages', '0.92', 'not-a-share', 'does not say that it is a percentage'),
  noShare('A12 a bare 92', '92', 'not-a-share', 'does not say that it is a percentage', '85.29%'),
  noShare('A13 a denominator of 0', '0/0', 'zero-denominator', 'does not say what that gives'),
  noShare('A13 something of nothing', '5/0', 'zero-denominator', 'divides by 0'),
  noShare('A13 the numerator over the denominator', '35/34', 'above-whole', 'more than 100 %', 'over: cap'),
  noShare('A13 over 100 %', '100.01%', 'above-whole', 'more than 100 %'),
  noShare('A13 a negative share', '-5%', 'below-zero', 'negative'),
  noShare('A13 another slash', '29∕34', 'not-a-share', 'U+2215'),
  noShare('A13 a division sign', '29÷34', 'not-a-share', 'U+00F7'),
  noShare('A13 a full-width percent sign', '92％', 'not-a-share', 'U+FF05'),
  noNumber('A14 a formula that failed', '#DIV/0!', 'an error of a spreadsheet formula'),
  noNumber('A14 a look-up that failed', '#N/A', 'an error of a spreadsheet formula'),
  noNumber('A14 a date', '2024-01-02', 'looks like a date made by a spreadsheet'),
  noNumber('A14 a date of Vietnam', '02/01/2024', 'looks like a date made by a spreadsheet'),
  noNumber('A14 a date with a month by name', '12-Mar', 'looks like a date made by a spreadsheet'),
  noNumber('A14 a truth value', 'TRUE', '"TRUE"'),
];

/** 2 + 2.25 + 4 × 29/34 + 0.9 = 8.5617…; with another figure for 1.2 or 1.3 by hand beside it. */
const ACCEPTED: readonly Accepted[] = [
  // 2 + 1.105 + 4 × 75 % + 0.9 = 7.005, which binary fractions show as 7.00.
  ['A1 no binary fraction', entries((text) => text.replace('2.25', '1.105').replace('29/34', '75%')), [], '7.01'],
  ['A8 a blank behind', withCell('2.25 '), ['blanks-around'], '8.56'],
  ['A8 a no-break blank before', withCell('\u00a02.25'), ['blanks-around'], '8.56'],
  ['A9 minus nothing is nothing', withCell('-0.00'), [], '6.31'], // 2 + 0 + 3.41176 + 0.9 = 6.31176
  ['A10 the most decimals', withCell('1.1234567890'), [], '7.44'], // 2 + 1.123456789 + 3.41176 + 0.9 = 7.43522
  [
    'A13 0/0 where the rubric says that it is full',
    { ...withCell('0/0', '1.3'), 'rubric.yaml': RUBRIC.replace('floor: 50%', 'zero_over_zero: full') },
    [],
    '9.15', // 2 + 2.25 + 4 + 0.9
  ],
  [
    'A11 clamped only where the rubric says so',
    { ...withCell('35/34', '1.3'), 'rubric.yaml': RUBRIC.replace('floor: 50%', 'over: cap') },
    [],
    '9.15',
  ],
];

describe('A: refused, with the place, the cell, the reason; nothing is written', () => {
  for (const refused of REFUSED) it(refused[0], () => proveRefused(refused));

  it('A13 something of nothing, even where the rubric says what 0/0 gives', async () => {
    const rubric = RUBRIC.replace('floor: 50%', 'zero_over_zero: full');
    const [row, files, ...rest] = noShare('A13', '5/0', 'zero-denominator');
    await proveRefused([row, { ...files, 'rubric.yaml': rubric }, ...rest]);
  });

  it('A4 a dot where a decimal comma is declared', async () => {
    const files = { 'parindex.yaml': `${PROJECT}csv: { delimiter: ",", decimal: comma }\n` };
    await proveRefused(['A4', files, `not-a-number ${AT} + not-a-share`, '2.25', 'the declared decimal mark is ","']);
  });
});

describe('A: let through, for what it is', () => {
  for (const accepted of ACCEPTED) it(accepted[0], () => proveAccepted(accepted));
});
