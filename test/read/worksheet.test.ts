/** The cells of one sheet: where they stand, what kind they are, and what is hidden. */
import { describe, expect, it } from 'vitest';
import { openWorkbook, type SheetPart } from '../../src/read/workbook.ts';
import { position, readWorksheet } from '../../src/read/worksheet.ts';
import { ZipError } from '../../src/read/zip.ts';
import { bookOf } from './books.ts';

function faultOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    expect(error).toBeInstanceOf(ZipError);
    return (error as ZipError).why;
  }
}

function read(rows: string, before = '', after = '') {
  const shared = ['<si><t>không</t></si>', '<si/>', '<si><r><rPr><strike/></rPr><t>bỏ</t></r></si>'];
  const workbook = openWorkbook(bookOf([{ name: 'S', rows, before, after }], shared));
  return readWorksheet(workbook, workbook.sheets[0] as SheetPart);
}

/** The cells as `row:column kind text`. */
const cells = (rows: string) =>
  read(rows).cells.map(({ row, column, kind, text }) => `${row}:${column} ${kind} ${text}`);
const cell = (xml: string) => cells(`<row r="1">${xml}</row>`);

describe('a cell', () => {
  it.each([
    ['<c r="A1"><v>1.50</v></c>', '1:1 number 1.5'],
    ['<c r="A1" t="n"><v> 2 </v></c>', '1:1 number 2'],
    ['<c r="A1" s="2"><v>0.8529</v></c>', '1:1 percent 85.29%'],
    ['<c r="A1" s="1"><v>43831</v></c>', '1:1 date 43831'],
    ['<c r="A1" s="4"><v>43831</v></c>', '1:1 date 43831'],
    ['<c r="A1" s="5"><v>-1</v></c>', '1:1 number -1'],
    ['<c r="A1" t="d"><v>2020-01-01</v></c>', '1:1 date 2020-01-01'],
    ['<c r="A1" s="99"><v>1</v></c>', '1:1 number 1'],
    ['<c r="A1"><v>0.33333333333333331</v></c>', '1:1 long-number 0.33333333333333331'],
    ['<c r="A1"><v>x</v></c>', '1:1 long-number x'],
    ['<c r="A1" t="s"><v>0</v></c>', '1:1 text không'],
    ['<c r="A1" t="s"><v> 0 </v></c>', '1:1 text không'],
    ['<c r="A1" t="s"><v>2</v></c>', '1:1 struck bỏ'],
    ['<c r="A1" t="str"><v>x</v></c>', '1:1 text x'],
    ['<c r="A1" t="b"><v>1</v></c>', '1:1 boolean TRUE'],
    ['<c r="A1" t="b"><v>0</v></c>', '1:1 boolean FALSE'],
    ['<c r="A1" t="e"><v>#N/A</v></c>', '1:1 error #N/A'],
    ['<c r="A1"><f>1+1</f><v>2</v></c>', '1:1 formula 2'],
    ['<c r="A1" t="str"><f>A2</f></c>', '1:1 formula '],
    ['<c r="A1" t="inlineStr"><is><t>a</t><r><t>b</t></r></is></c>', '1:1 text ab'],
    ['<c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>a</t></r></is></c>', '1:1 struck a'],
    ['<c r="A1" t="inlineStr"><v>9</v><is><t>a</t></is></c>', '1:1 text a'],
  ])('%s is %s', (xml, seen) => {
    expect(cell(xml)).toEqual([seen]);
  });

  it.each([
    '<c r="A1"/>',
    '<c r="A1" t="s"/>',
    '<c r="A1" t="s"><v></v></c>',
    '<c r="A1" t="s"><v>1</v></c>',
    '<c r="A1" t="str"><v></v></c>',
    '<c r="A1" t="b"/>',
    '<c r="A1" t="e"/>',
    '<c r="A1" t="inlineStr"><is><t></t></is></c>',
    '<c r="A1" t="inlineStr"/>',
  ])('%s is empty', (xml) => {
    expect(cell(xml)).toEqual([]);
  });

  it('stands where its name says, or behind the one before', () => {
    expect(
      cells('<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r="D4"><v>4</v></c></row>'),
    ).toEqual([...['3:2 number 1', '3:3 number 2', '4:1 number 3', '4:4 number 4']]);
    expect(cells('<row><c r="A5"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')).toEqual([
      ...['5:1 number 1', '5:2 number 2', '6:1 number 3'],
    ]);
  });

  it('has nothing of the texts of another', () => {
    const one = (text: string, inside = '') => `<c t="inlineStr"><is><t>${text}</t>${inside}</is></c>`;
    expect(cell(`${one('a', '<rPh><t>x</t></rPh>') + one('b')}<c><v>1</v></c>`)).toEqual([
      ...['1:1 text a', '1:2 text b', '1:3 number 1'],
    ]);
    expect(cell(`<c t="inlineStr"><is><r><rPr><strike/></rPr><t>a</t></r></is></c>${one('b')}`)[1]).toBe('1:2 text b');
    expect(cells('<row r="1"><c><v>1</v></c></row><v>7</v><row r="2"><v>8</v><c><v>2</v></c></row>')).toEqual([
      ...['1:1 number 1', '2:1 number 2'],
    ]);
  });

  it.each([
    ['A1', { row: 1, column: 1 }],
    ['Z9', { row: 9, column: 26 }],
    ['AA10', { row: 10, column: 27 }],
    ['$B$14', { row: 14, column: 2 }],
    ['BXX1048576', { row: 1_048_576, column: 2_000 }],
  ])('%s stands at %j', (name, at) => {
    expect(position(name)).toEqual(at);
  });

  it.each(['', 'A', '1', 'a1', 'A0', 'A1048577', 'AAAA1', 'A12345678', 'A1 ', ' A1', 'A-1', 'A1:B2'])(
    '%j is no place',
    (name) => {
      expect(faultOf(() => position(name))).toBe('damaged');
    },
  );

  it('stands in one of 2,000 columns', () => {
    expect(cells('<row r="1"><c r="BXX1"><v>1</v></c></row>')).toEqual(['1:2000 number 1']);
    expect(faultOf(() => cell('<c r="BXY1"><v>1</v></c>'))).toBe('far-cell');
    expect(faultOf(() => cell('<c r="BXX1"/><c/>'))).toBe('far-cell');
  });

  it.each([
    '<c r="A1" t="s"><v>3</v></c>',
    '<c r="A1" t="s"><v>x</v></c>',
    '<c r="A1" t="s"><v>-1</v></c>',
    '<c r="A1" s="x"><v>1</v></c>',
    '<c r="A1" s="1234567890"><v>1</v></c>',
    '<c r="1A"><v>1</v></c>',
  ])('%s is damage', (xml) => {
    expect(faultOf(() => cell(xml))).toBe('damaged');
  });
});

describe('what is hidden', () => {
  const hiddenRows = (rows: string, before = '') => [...read(rows, before).hiddenRows];

  it('rows by a mark, by no height, or by the default of the sheet', () => {
    const rows = (attributes: string) => `<row r="1"/><row r="2" ${attributes}/><row/>`;
    expect(hiddenRows(rows('hidden="1"'))).toEqual([2]);
    expect(hiddenRows(rows('hidden="true"'))).toEqual([2]);
    expect(hiddenRows(rows('hidden="0"'))).toEqual([]);
    expect(hiddenRows(rows('hidden="false"'))).toEqual([]);
    for (const height of ['0', '0.0', '00.00', '.0']) expect(hiddenRows(rows(`ht="${height}"`))).toEqual([2]);
    for (const height of ['15', '0.5', '10', '0.01']) expect(hiddenRows(rows(`ht="${height}"`))).toEqual([]);
    expect(hiddenRows(rows('hidden="0"'), '<sheetFormatPr zeroHeight="1"/>')).toEqual([1, 3]);
    expect(hiddenRows(rows(''), '<sheetFormatPr zeroHeight="0"/>')).toEqual([]);
    expect(hiddenRows(rows(''), '<sheetFormatPr/>')).toEqual([]);
  });

  it('columns by a mark or no width, from and to', () => {
    const columns = (cols: string) => read('', `<cols>${cols}</cols>`).hiddenColumns;
    expect(
      columns(
        '<col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/><col min="6" max="7" width="9" hidden="0"/>',
      ),
    ).toEqual([
      ...[
        [2, 3],
        [5, 5],
      ],
    ]);
    expect(faultOf(() => columns('<col min="2" hidden="1"/>'))).toBe('damaged');
    expect(faultOf(() => columns('<col max="2" hidden="1"/>'))).toBe('damaged');
  });

  it('merged cells are named, and a filter counts where it filters', () => {
    expect(read('', '', '<mergeCells><mergeCell ref="A5:A7"/><mergeCell/></mergeCells>').merges).toEqual(['A5:A7', '']);
    const isFiltered = (after: string) => read('', '', after).isFiltered;
    expect(isFiltered('')).toBe(false);
    expect(isFiltered('<autoFilter ref="A1:B2"/>')).toBe(false);
    expect(isFiltered('<autoFilter ref="A1:B2"><filterColumn colId="0"/></autoFilter>')).toBe(true);
    expect(isFiltered('<autoFilter><filterColumn/></autoFilter><autoFilter/>')).toBe(true);
    expect(isFiltered('<autoFilter/><filterColumn/>')).toBe(false);
    expect(isFiltered('<filterColumn/>')).toBe(false);
  });

  it('a row whose number is none is damage', () => {
    for (const name of ['x', '-1', '1.5', '']) expect(faultOf(() => read(`<row r="${name}"/>`))).toBe('damaged');
  });
});
