/** Value cells as bytes: numbers by hand, at the ends of what is read without asking the rule. */
import { describe, expect, it } from 'vitest';
import { createColumn, exactAt } from '../../src/model/column.ts';
import type { DecimalMark } from '../../src/model/exact.ts';
import { createRow } from '../../src/read/scan-bytes.ts';
import {
  createCellReader,
  hasLetters,
  type KnownCells,
  parseCell,
  parsed,
  readCell,
  textOf,
} from '../../src/read/scan-cell.ts';
import { createTable, viewOf } from '../../src/read/scan-table.ts';
import type { Target } from '../../src/read/sheets.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function known(more: Partial<KnownCells>): KnownCells {
  return {
    markByte: 0x2e,
    digits: 'number',
    topN: 100,
    topD: 1,
    known: createTable(['đạt', '7']),
    n: [3, 70],
    d: [4, 1],
    ...more,
  };
}

/** `n/d` of the cell that the text begins with, and where it ends; `-` where the rule is to be asked. */
function cell(text: string, more: Partial<KnownCells> = {}, delimiter = ';') {
  const bytes = encode(`x;${text}`);
  const end = parseCell(known(more), bytes, viewOf(bytes), 2, createRow(delimiter).kinds);
  return end < 0 ? '-' : `${parsed[0]}/${parsed[1]} ${end - 2}`;
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
  const share = (text: string, topN = 1, topD = 1) => cell(text, { digits: 'share', topN, topD });

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
    expect(cell('7;', { digits: 'text' })).toBe('70/1 1');
    expect(cell('8;', { digits: 'text' })).toBe('-');
    expect(cell('7;')).toBe('7/1 1');
  });
});

interface Fake {
  readonly holds?: string;
  readonly top?: { n: bigint; d: bigint };
  readonly comparesPrevious?: boolean;
}

/** A leaf whose rule reads the length of a text over 2, refuses what begins with `?`, and notes what it was asked. */
function leaf({ holds = 'text', top, comparesPrevious = false }: Fake, asked: string[] = []): Target {
  const rule = {
    holds: () => holds,
    ...(top ? { accepts: () => top } : {}),
    read: (text: string) => {
      asked.push(text);
      if (text.startsWith('?')) return { fault: {}, facts: {} };
      if (text === 'small') return { n: 1n, d: 10n ** 30n };
      return text === 'large' ? { n: 10n ** 30n, d: 1n } : { n: BigInt(text.length), d: 2n };
    },
  };
  return { rule, node: { rule: { options: {} }, max: { n: 1n, d: 1n } }, comparesPrevious } as unknown as Target;
}

/** The numbers of these cells, one after the other; none where it is not sure what they mean. */
function readAll(fake: Fake, texts: readonly string[], mark: DecimalMark = '.') {
  const asked: string[] = [];
  const reader = createCellReader(leaf(fake, asked), mark);
  const column = createColumn(1);
  const values = texts.map((text) => {
    const bytes = encode(`x${text};\n`);
    const isRead = readCell(reader, column, 0, bytes, viewOf(bytes), 1, bytes.length - 2);
    const value = exactAt(column, 0);
    return isRead ? Number(value?.n) / Number(value?.d) : undefined;
  });
  return { values, asked, reader };
}

describe('a leaf', () => {
  it('asks its rule of each text once', () => {
    const { values, asked } = readAll({}, ['abc', 'ab', 'abc', 'ế', 'ế', '7', '7']);
    expect(values).toEqual([1.5, 1, 1.5, 0.5, 0.5, 0.5, 0.5]);
    expect(asked).toEqual(['abc', 'ab', 'ế', '7']);
  });

  it('asks of a text as it is composed', () => {
    expect(readAll({}, ['e\u0302\u0301']).asked).toEqual(['ế']);
  });

  it('is not sure of blanks, words for exempt, refusals, and of what compares with another year', () => {
    const { values, asked } = readAll({}, [' ab', 'ab ', '\u00a0ab', 'n/a', 'N/A', '?a', '?a']);
    expect(values).toEqual(Array(7).fill(undefined));
    expect(asked).toEqual(['?a', '?a']);
    expect(readAll({ comparesPrevious: true }, ['ab'])).toMatchObject({ values: [undefined], asked: [] });
  });

  it('keeps no number that is too large for a double, and has it all the same', () => {
    const { values, asked } = readAll({}, ['large', 'large']);
    expect(values).toEqual([1e30, 1e30]);
    expect(asked).toEqual(['large', 'large']);
    expect(readAll({}, ['small', 'small']).asked).toEqual(['small', 'small']);
  });

  it('keeps 2,048 texts', () => {
    const texts = Array.from({ length: 2049 }, (_, at) => `t${at}`);
    const { asked, reader } = readAll({}, [...texts, 't0', 't2047', 't2048']);
    expect(asked).toEqual([...texts, 't2048']);
    expect([reader.known.count, reader.n.length, reader.d.length]).toEqual([2048, 2048, 2048]);
  });

  it('reads digits without its rule where the rule accepts all up to a limit', () => {
    const top = { n: 5n, d: 2n };
    expect(readAll({ holds: 'number', top }, ['2.5', '2,5']).asked).toEqual(['2,5']);
    expect(readAll({ holds: 'number', top }, ['2.5', '2,5'], ',').asked).toEqual(['2.5']);
    expect(readAll({ holds: 'number', top }, ['2.5', '0.07', '2']).values).toEqual([2.5, 0.07, 2]);
    expect(readAll({ holds: 'share', top }, ['1/2', '250%', '5/2', '251%', '3']).asked).toEqual(['251%', '3']);
    expect(readAll({ holds: 'number', top }, ['2', '3', '1/2', '2x']).asked).toEqual(['3', '1/2', '2x']);
    expect(readAll({ holds: 'number' }, ['2']).asked).toEqual(['2']);
    expect(readAll({ holds: 'count', top }, ['2']).asked).toEqual(['2']);
  });

  it.each([
    ['number', 100_000_000n, 1n, 'number'],
    ['number', 100_000_001n, 1n, 'text'],
    ['share', 1_000_000n, 1n, 'share'],
    ['share', 1_000_001n, 1n, 'text'],
    ['number', 1n, 1_000_000n, 'number'],
    ['number', 1n, 1_000_001n, 'text'],
    ['share', 1n, 1_000_001n, 'text'],
    ['number', 10n ** 30n, 10n ** 30n, 'text'],
    ['number', 1n, 10n ** 30n, 'text'],
    ['text', 1n, 1n, 'text'],
  ])('%s up to %i/%i is read as %s', (holds, n, d, digits) => {
    expect(createCellReader(leaf({ holds, top: { n, d } }), '.').digits).toBe(digits);
  });
});

describe('letters of a cell', () => {
  const has = (text: string) => hasLetters(viewOf(encode(`x${text}x`)), 1, 1 + encode(text).length);

  it('are seen among blanks of any kind', () => {
    expect(['a', ' a', '!', '~', 'ế', ' ế', '\u00a0b', '\u00a0ế', '\t-'].map(has)).toEqual(Array(9).fill(true));
    expect(['', ' ', '  ', '\t', '\u00a0', ' \u3000 '].map(has)).toEqual(Array(6).fill(false));
  });

  it('are given as the csv reader gives them', () => {
    const bytes = encode('xe\u0302\u0301\ufeff,');
    expect(textOf(viewOf(bytes.subarray(1)), 0, 5)).toBe('ế');
    expect(textOf(viewOf(bytes), 6, 9)).toBe('\ufeff');
    expect(() => textOf(viewOf(Uint8Array.of(0xff)), 0, 1)).toThrow();
  });
});
