/** The rows of a form that are entries: by titles and ids, wherever they stand, and what was written beside them. */
import { describe, expect, it } from 'vitest';
import type { FormMeta } from '../../src/model/form.ts';
import { formRows } from '../../src/read/form-rows.ts';
import type { SheetCell } from '../../src/read/worksheet.ts';
import { ZipError } from '../../src/read/zip.ts';

const META = {
  columns: [
    ['criterion', 'Mã'],
    ['self', 'Tự đánh giá'],
    ['note', 'Ghi chú'],
  ],
  shown: ['Tên', 'Tối đa'],
  calculated: 'Tối đa',
  parents: ['1'],
  optional: ['T1'],
} as unknown as FormMeta;

/** Cells of rows, each `kind:text` or a text; empty ones are none. The first row is row 1. */
function cellsOf(...rows: readonly (readonly string[])[]): readonly SheetCell[] {
  return rows.flatMap((row, at) =>
    row.flatMap((written, column): SheetCell[] => {
      if (written === '') return [];
      const [, kind, text] = /^(?:(number|formula|date):)?(.*)$/.exec(written) as RegExpExecArray;
      return [{ row: at + 1, column: column + 1, kind: (kind ?? 'text') as SheetCell['kind'], text: text as string }];
    }),
  );
}

const HEAD = ['Mã', 'Tên', 'Tối đa', 'Tự đánh giá', 'Ghi chú'];

function see(...rows: readonly (readonly string[])[]) {
  const found = formRows(cellsOf(...rows), META);
  const name = ({ row, column, text }: SheetCell) => `${row}:${column} ${text}`;
  return {
    ...{ header: found.header, columns: found.columns, titles: found.titles },
    cells: found.cells.map(name),
    headerCells: found.headerCells.map(name),
    strange: found.strange.map(({ cell, what }) => `${name(cell)} ${what}`),
  };
}

describe('the rows of a form', () => {
  it('stand below the first row with all its titles, in columns by their names', () => {
    expect(see(['Phiếu'], ['Mã', 'Ghi chú'], [], HEAD, ['1.1', 'A', 'formula:2', 'number:1', 'x'])).toEqual({
      ...{ header: 4, columns: [1, 4, 5], titles: ['criterion', 'self', 'note'] },
      cells: ['5:1 1.1', '5:4 1', '5:5 x'],
      headerCells: ['4:1 Mã', '4:4 Tự đánh giá', '4:5 Ghi chú'],
      strange: [],
    });
  });

  it('may have been moved about', () => {
    expect(see(['Ghi chú', 'Tự đánh giá', '', 'Mã'], ['x', 'number:1', '', '1.1'])).toMatchObject({
      ...{ header: 1, columns: [4, 2, 1], titles: ['criterion', 'self', 'note'] },
      cells: ['2:1 x', '2:2 1', '2:4 1.1'],
    });
  });

  it('are none of the parents, nor of adjustments without a value, nor sums below them', () => {
    const rows = [
      HEAD,
      ['1', 'Lĩnh vực', '', 'formula:3'],
      ['1.1', 'A', '', ''],
      ['T1', 'Thưởng'],
      ['', 'Cộng', '', 'formula:3'],
      ['', '', '', 'number:3'],
      ['', 'lời'],
    ];
    expect(see(...rows).cells).toEqual(['3:1 1.1', '6:4 3']);
    expect(see(HEAD, ['T1', '', '', 'number:1']).cells).toEqual(['2:1 T1', '2:4 1']);
    expect(see(HEAD, ['T1', '', '', '', 'x']).cells).toEqual(['2:1 T1', '2:5 x']);
    expect(see(HEAD, ['', '', '', 'formula:3', 'x']).cells).toEqual(['2:4 3', '2:5 x']);
    expect(see(HEAD, ['formula:']).cells).toEqual([]);
  });

  it('have columns that somebody added, so that these are refused by their headers', () => {
    const head = [...HEAD, '', 'Thêm'];
    expect(see(head, ['1.1', '', '', 'number:1', '', 'y', 'z'])).toMatchObject({
      ...{ columns: [1, 4, 5, 6, 7], titles: ['criterion', 'self', 'note', 'F', 'Thêm'] },
      cells: ['2:1 1.1', '2:4 1', '2:6 y', '2:7 z'],
      headerCells: ['1:1 Mã', '1:4 Tự đánh giá', '1:5 Ghi chú', '1:7 Thêm'],
    });
    // Ten columns on, they still come in the order of the sheet.
    const far = see([...HEAD, ...'abcdef'.split('')], ['1.1']);
    expect(far.columns).toEqual([1, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('calculate in one column and in no other', () => {
    expect(see(HEAD, ['1.1', 'A', 'formula:2'], ['1.2', 'formula:B', 'number:2']).strange).toEqual([
      ...['3:2 B formula', '3:3 2 calculated'],
    ]);
  });

  it('cannot be found without their header', () => {
    expect(() => see(['Mã', 'Tự đánh giá'], ['1.1', 'number:1'])).toThrow(ZipError);
    expect(() => see()).toThrow(ZipError);
  });
});
