/**
 * The workbooks of the error gallery, made here part by part: the files in fixtures/errors are these very bytes.
 * `BOOKS=write npx vitest run test/read/gallery-books.test.ts` writes them anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeMeta } from '../../src/model/form.ts';
import { bookOf, n, partsOf, row, t, textPart, zipOf } from './books.ts';

const HEADER = row(1, [t('A1', 'criterion'), t('B1', 'appraised'), t('C1', 'note')]);
const sheet = (cells: readonly string[], after = '') => ({ name: 'Số liệu', rows: HEADER + row(2, cells), after });

const meta = writeMeta({
  ...{ rubric: 'so-2024', sha256: '0'.repeat(64), unit: 'so-y-te', year: '2024', mark: '.', parents: [], optional: [] },
  ...{ shown: ['points'], calculated: 'points' },
  columns: [
    ['criterion', 'criterion'],
    ['appraised', 'appraised'],
  ],
});

const books: Readonly<Record<string, Uint8Array>> = {
  'bad-cell': bookOf([sheet([t('A2', '1.1'), '<c r="B2"><f>SUM(B5:B9)</f><v>1.5</v></c>'])]),
  'bad-workbook': zipOf([
    ...partsOf([sheet([t('A2', '1.1'), n('B2', '1.5')])]),
    textPart('xl/vbaProject.bin', 'macro'),
  ]),
  'filtered-sheet': bookOf([
    sheet(
      [t('A2', '1.1'), n('B2', '1.5')],
      '<autoFilter ref="A1:C2"><filterColumn colId="0"><filters/></filterColumn></autoFilter>',
    ),
  ]),
  'hidden-content': bookOf([
    { name: 'Số liệu', rows: HEADER + row(2, [t('A2', '1.1'), n('B2', '1.5')], ' hidden="1"') },
  ]),
  'merged-cells': bookOf([
    sheet([t('A2', '1.1'), n('B2', '1.5')], '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'),
  ]),
  'more-sheets': bookOf([sheet([t('A2', '1.1'), n('B2', '1.5')]), { name: 'Nháp', rows: row(1, [t('A1', 'tạm')]) }]),
  'number-id': bookOf([sheet([n('A2', '1.1'), n('B2', '1.5')])]),
  'wrong-form': bookOf([
    sheet([t('A2', '1.1'), n('B2', '1.5')]),
    {
      name: '_meta',
      state: 'veryHidden',
      rows: meta.map(([key, value], at) => row(at + 1, [t(`A${at + 1}`, key), t(`B${at + 1}`, value)])).join(''),
    },
  ]),
};

describe('the workbooks of the gallery', () => {
  it.each(Object.entries(books))('%s', (code, bytes) => {
    const file = join(import.meta.dirname, '..', '..', 'fixtures', 'errors', code, 'so-y-te.xlsx');
    if (process.env['BOOKS'] === 'write') writeFileSync(file, bytes);
    expect(new Uint8Array(readFileSync(file))).toEqual(bytes);
  });
});
