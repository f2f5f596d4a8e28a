import { describe, expect, it } from 'vitest';
import {
  createFlags,
  EVIDENCE_ASKED,
  type FileCount,
  groupsOf,
  HAS_EVIDENCE,
  HAS_NOTE,
  type LeafColumns,
  noteRow,
  placeOfField,
  ROW_SEEN,
  rowsUnseen,
  type Unit,
} from '../../src/model/assessment.ts';
import { createColumn } from '../../src/model/column.ts';
import { createAnchors, createPlaces } from '../../src/model/places.ts';
import { flagsOf } from '../read/seen.ts';

const COUNT = { read: 2, used: 2, blank: 0, refused: 0 };

describe('the place of a field', () => {
  it('in a text file is its line and its number in the line', () => {
    const file: FileCount = { ...COUNT, file: 'entries/a.csv' };
    expect(placeOfField(file, 7, 3)).toEqual({ file: 'entries/a.csv', line: 7, column: 3 });
    expect(placeOfField(file, 7, 0)).toEqual({ file: 'entries/a.csv', line: 7, column: 0 });
  });

  it('in a spreadsheet is its cell too, by the letters that the fields stand in', () => {
    // A table that begins in column C and leaves out E.
    const file: FileCount = { ...COUNT, file: 'a.xlsx', book: { sheet: 'Huyện', letters: ['C', 'D', 'F', 'AA'] } };
    const cells = [1, 2, 3, 4].map((field) => placeOfField(file, 12, field));
    expect(cells).toEqual([
      { file: 'a.xlsx', line: 12, column: 1, sheet: 'Huyện', cell: 'C12' },
      { file: 'a.xlsx', line: 12, column: 2, sheet: 'Huyện', cell: 'D12' },
      { file: 'a.xlsx', line: 12, column: 3, sheet: 'Huyện', cell: 'F12' },
      { file: 'a.xlsx', line: 12, column: 4, sheet: 'Huyện', cell: 'AA12' },
    ]);
  });

  it('of a row alone is the cell of its first field', () => {
    const file: FileCount = { ...COUNT, file: 'a.xlsx', book: { sheet: 'S', letters: ['C', 'D'] } };
    expect(placeOfField(file, 12, 0)).toEqual({ file: 'a.xlsx', line: 12, column: 0, sheet: 'S', cell: 'C12' });
  });

  it('in a spreadsheet without letters is the first cell of the line', () => {
    const file: FileCount = { ...COUNT, file: 'a.xlsx', book: { sheet: 'S', letters: [] } };
    expect([0, 3].map((field) => placeOfField(file, 4, field).cell)).toEqual(['A4', 'A4']);
  });
});

describe('the groups of units', () => {
  const unit = (id: string, group: string): Unit => ({
    ...{ id, name: id, group, ranked: true, note: '' },
    place: { file: 'units.csv', line: 2, column: 1 },
  });

  it('come in the order of their first unit, each once, by their names or else their ids', () => {
    const units = [unit('a', 'huyen'), unit('b', 'so'), unit('c', 'huyen'), unit('d', 'xa'), unit('e', 'so')];
    const names = new Map([
      ['so', 'Sở, ban, ngành'],
      ['huyen', 'Huyện'],
      ['khac', 'Khác'],
    ]);
    expect(groupsOf(units, names)).toEqual([
      { id: 'huyen', name: 'Huyện' },
      { id: 'so', name: 'Sở, ban, ngành' },
      { id: 'xa', name: 'xa' },
    ]);
  });

  it('are none where there is no unit, whatever names are known', () => {
    expect(groupsOf([], new Map([['so', 'Sở']]))).toEqual([]);
  });
});

it('flags of a row are bits of their own, all in one byte', () => {
  const flags = [ROW_SEEN, HAS_EVIDENCE, HAS_NOTE, EVIDENCE_ASKED];
  for (const flag of flags) expect(Math.log2(flag) % 1).toBe(0);
  expect(new Set(flags).size).toBe(4);
  expect(Uint8Array.of(flags.reduce((all, flag) => all | flag, 0))[0]).toBe(flags.reduce((all, flag) => all + flag, 0));
});

it('rows of which a leaf has none are those without a place', () => {
  const unseen = (...flags: readonly number[]) => {
    const places = createPlaces(createAnchors(flags.length));
    const columns = { values: [createColumn(flags.length)], places, flags: createFlags() } as unknown as LeafColumns;
    for (const [row, own] of flags.entries()) if (own !== 0) noteRow(columns, row, 0, 7, own);
    expect(flagsOf(columns)).toEqual(flags);
    return [...rowsUnseen(columns)];
  };
  expect(unseen(0, ROW_SEEN, 0, 0, ROW_SEEN | HAS_NOTE, 0)).toEqual([0, 2, 3, 5]);
  expect([unseen(ROW_SEEN), unseen(), unseen(0), unseen(0, 0)]).toEqual([[], [], [0], [0, 1]]);
  expect([unseen(ROW_SEEN, ROW_SEEN), unseen(ROW_SEEN, ROW_SEEN, 0)]).toEqual([[], [2]]);
});
