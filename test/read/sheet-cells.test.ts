/** Which files are spreadsheets, and faults of them told by sheet and cell. */
import { expect, it } from 'vitest';
import { emptyFile, raggedRow } from '../../src/faults/csv.ts';
import { raise, see } from '../../src/model/diagnostic.ts';
import type { Place } from '../../src/model/place.ts';
import { isWorkbook, withCells } from '../../src/read/sheet-cells.ts';

const SHEETS = new Map([['a.xlsx', { text: '', sheet: 'Số liệu', letters: ['B', 'D'] }]]);

/** The places of a fault and of what is seen beside it. */
function named(place: Place, other: Place, sheets = SHEETS): readonly Place[] {
  const fault = raise(raggedRow, place, { found: '1', expected: '2' }, { related: see('first', other) });
  const [told] = withCells([fault], sheets);
  expect(told).toMatchObject({ fault: raggedRow, facts: { found: '1', expected: '2' } });
  return [told?.place as Place, ...(told?.related ?? []).map((each) => each.place)];
}

it.each([
  ['a.xlsx', true],
  ['entries/a.XLSX', true],
  ['a.xlsm', true],
  ['a.xlsb', true],
  ['a.xls', true],
  ['a.ods', true],
  ['a.csv', false],
  ['xlsx', false],
  ['a.xlsx.csv', false],
])('%s is a spreadsheet by its name: %s', (path, is) => {
  expect(isWorkbook(path)).toBe(is);
});

it('a row and column of a spreadsheet are its cell, by the letters of the sheet', () => {
  const place = { file: 'a.xlsx', line: 3, column: 2 };
  expect(named(place, { file: 'a.xlsx', line: 7, column: 1 })).toEqual([
    { ...place, sheet: 'Số liệu', cell: 'D3' },
    { file: 'a.xlsx', line: 7, column: 1, sheet: 'Số liệu', cell: 'B7' },
  ]);
});

it('a whole row is told by its first cell, a column beyond those that were read by A', () => {
  const [row, beyond] = named({ file: 'a.xlsx', line: 3, column: 0 }, { file: 'a.xlsx', line: 4, column: 9 });
  expect([row?.cell, beyond?.cell]).toEqual(['B3', 'A4']);
});

it('a whole file, a cell that is named already and other files stay as they are', () => {
  const whole = { file: 'a.xlsx', line: 0, column: 0 };
  const cell = { file: 'a.xlsx', line: 3, column: 1, sheet: 'S', cell: 'A3' };
  expect(named(whole, cell)).toEqual([whole, cell]);
  const csv = { file: 'b.csv', line: 3, column: 1 };
  expect(named(csv, csv)).toEqual([csv, csv]);
  const faults = [raise(emptyFile, csv, {})];
  expect(withCells(faults, new Map())).toBe(faults);
});
