/** Value cells as bytes, by both engines: numbers by hand, at the ends of what is read without asking the rule. */
import { describe, expect, it } from 'vitest';
import { PARSED_D, PARSED_N } from '../../../src/read/kernel/map.ts';
import { Memory } from '../../../src/read/kernel/memory.ts';
import { NO_DIGITS, NUMBER, SHARE } from '../../../src/read/kernel/number.ts';
import { layKinds } from '../../../src/read/scan-bytes.ts';
import { createReader, type Digits, learn } from '../../../src/read/scan-cell.ts';
import type { Target } from '../../../src/read/sheets.ts';
import { place } from './bytes-by-hand.ts';
import { ENGINES } from './engines.ts';

describe.each(ENGINES)('%s', (_, engineOf) => {
  const memory = new Memory();
  const kernel = engineOf(memory);

  /** A reader of numbers up to 100 with a point, unless it is said otherwise, which knows some texts. */
  function readerOf(more: Partial<Digits>): number {
    const digits = { digits: NUMBER, topN: 100, topD: 1, markByte: 0x2e, ...more };
    const reader = createReader(memory, digits, {} as Target, '.');
    for (const [text, n, d] of [
      ['đạt', 3, 4],
      ['7', 70, 1],
      ['4294967298', 5, 1],
    ] as const) {
      learn(reader, n, d, 0, place(memory, text));
    }
    return reader.at;
  }

  /** `n/d` of the cell that the text begins with, and where it ends; `-` where the rule is to be asked. */
  function cell(text: string, more: Partial<Digits> = {}, delimiter = ';') {
    layKinds(memory, delimiter);
    const reader = readerOf(more);
    place(memory, `x;${text}`);
    const end = kernel.parseCell(memory, reader, 2);
    return end < 0 ? '-' : `${memory.ownDouble(PARSED_N)}/${memory.ownDouble(PARSED_D)} ${end - 2}`;
  }

  describe('a number', () => {
    it.each([
      ['0;', '0/1 1'],
      ['9;', '9/1 1'],
      ['90;', '90/1 2'],
      ['90\n', '90/1 2'],
      ['90\r\n', '90/1 2'],
      ['89.99;', '8999/100 5'],
      ['0.5;', '5/10 3'],
      ['007;', '7/1 3'],
      ['000000100;', '100/1 9'],
      ['0000000100;', '-'],
      ['0.1234567;', '1234567/10000000 9'],
      ['0.12345678;', '-'],
      ['100;', '100/1 3'],
      ['100.0;', '1000/10 5'],
      ['100.01;', '-'],
      ['101;', '-'],
      ['1.;', '-'],
      ['.5;', '-'],
      [';', '-'],
      ['-1;', '-'],
      ['1,5;', '-'],
      ['1.5.2;', '-'],
      ['12a;', '-'],
      ['12 ;', '-'],
      ['12"', '-'],
      ['50%;', '-'],
      ['1/2;', '-'],
      ['/;', '-'],
      [':;', '-'],
      ['1:;', '-'],
      ['1.:;', '-'],
      ['1.5:;', '-'],
      // What goes beyond four bytes has too many digits, whatever is left of it.
      ['4294967297;', '-'],
      ['42949672.97;', '-'],
      ['3000000000;', '-'],
      ['99999999999999999999;', '-'],
      ['0.00000000;', '-'],
    ])('%j is %s', (text, told) => {
      expect(cell(text)).toBe(told);
    });

    it('has the mark of the files', () => {
      expect(cell('1,5;', { markByte: 0x2c })).toBe('15/10 3');
      expect(cell('1.5;', { markByte: 0x2c })).toBe('-');
    });

    it('may be as large as a top that is no whole number', () => {
      expect(cell('2.5;', { topN: 5, topD: 2 })).toBe('25/10 3');
      expect(cell('2.51;', { topN: 5, topD: 2 })).toBe('-');
      expect(cell('0.3;', { topN: 1, topD: 3 })).toBe('3/10 3');
      expect(cell('0.34;', { topN: 1, topD: 3 })).toBe('-');
    });
  });

  describe('a share', () => {
    const share = (text: string, topN = 1, topD = 1) => cell(text, { digits: SHARE, topN, topD });

    it.each([
      ['85.29%;', '8529/10000 6'],
      ['100%;', '100/100 4'],
      ['100%\n', '100/100 4'],
      ['100.01%;', '-'],
      ['0%;', '0/100 2'],
      ['29/34;', '29/34 5'],
      ['0/7;', '0/7 3'],
      ['9/9;', '9/9 3'],
      ['7/6;', '-'],
      ['0/0;', '-'],
      ['1/0;', '-'],
      ['1/;', '-'],
      ['/2;', '-'],
      ['0.5/1;', '-'],
      ['0.5/10;', '-'],
      ['1:2;', '-'],
      ['0.1:2;', '-'],
      ['1/2.5;', '-'],
      ['1/2%;', '-'],
      ['50%%;', '-'],
      ['%;', '-'],
      ['0.5;', '-'],
      ['1;', '-'],
      ['1/000000002;', '1/2 11'],
      ['1/0000000002;', '-'],
      ['000000001/2;', '1/2 11'],
      ['0000000001/2;', '-'],
      ['1/2:;', '-'],
      ['1/:;', '-'],
      ['1//;', '-'],
      ['1/4294967296;', '-'],
      ['1/4294967297;', '-'],
      ['4294967297/4;', '-'],
      ['1/3000000000;', '-'],
      ['999999999/999999999;', '999999999/999999999 19'],
    ])('%j is %s', (text, told) => {
      expect(share(text)).toBe(told);
    });

    it('may be above one where the rule accepts it', () => {
      expect(share('3/2;', 3, 2)).toBe('3/2 3');
      expect(share('150%;', 3, 2)).toBe('150/100 4');
      expect(share('150.1%;', 3, 2)).toBe('-');
    });
  });

  describe('a text', () => {
    it('is what the rule has said of it', () => {
      expect(cell('đạt;')).toBe('3/4 6');
      expect(cell('đạt\n')).toBe('3/4 6');
      expect(cell('đạ;')).toBe('-');
      expect(cell('đạt ;')).toBe('-');
      expect(cell('đạt"')).toBe('3/4 6');
      // Digits are shown to the rule where only it knows what they mean.
      expect(cell('7;', { digits: NO_DIGITS })).toBe('70/1 1');
      expect(cell('8;', { digits: NO_DIGITS })).toBe('-');
      expect(cell('7;')).toBe('7/1 1');
      // Too long for digits, and known.
      expect(cell('4294967297;')).toBe('-');
      expect(cell('4294967298;')).toBe('5/1 10');
    });
  });

  it('a text is known by all of its letters', () => {
    const reader = readerOf({});
    const known = (text: string) => {
      const end = place(memory, text, 1);
      return kernel.isKnown(memory, reader, 1, end)
        ? memory.ownDouble(PARSED_N) / memory.ownDouble(PARSED_D)
        : undefined;
    };
    expect(['đạt', '7', '4294967298', '', 'đạ', 'đạtt', '77', 'd'].map(known)).toEqual([
      ...[0.75, 70, 5],
      ...Array(5).fill(undefined),
    ]);
  });
});
