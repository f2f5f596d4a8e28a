/** Any file of rows as it stands: what the reader sees of it, and that nothing counts where a fault stands. */
import { describe, expect, it } from 'vitest';
import { DIALECTS, type Dialect } from '../../src/model/dialect.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { inspectFile } from '../../src/read/inspect.ts';
import { bookOf, n, row, t } from './books.ts';

function see(bytes: Uint8Array, more: Partial<Dialect> = {}, file = 'a.csv') {
  const handed: string[] = [];
  const { value, diagnostics } = inspectFile(bytes, { ...DIALECTS.data, ...more }, file, LIMITS, {
    header: ({ line, cells }) => handed.push(`head ${line} ${cells.join('|')}`),
    row: ({ line, cells }) => handed.push(`${line} ${cells.join('|')}`),
  });
  return { value, handed, faults: diagnostics.map(({ fault, place }) => `${fault.code} ${place.line}`) };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** UTF-16 with its mark, low or high byte first. */
function utf16(text: string, isBig: boolean): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return new Uint8Array(isBig ? bytes.swap16() : bytes);
}

describe('an inspected text', () => {
  it('gives its header and rows under any header, and what was counted', () => {
    const { value, handed, faults } = see(utf8('x,"y"\n1,2\n\n3,4\n'));
    expect(handed).toEqual(['head 1 x|y', '2 1|2', '4 3|4']);
    expect(faults).toEqual([]);
    expect(value).toEqual({
      ...{
        file: 'a.csv',
        bytes: 15,
        dialect: DIALECTS.data,
        header: { line: 1, cells: ['x', 'y'] },
        rows: 2,
        blank: 1,
      },
      text: { encoding: 'utf-8', hasMark: false, lineEnds: { lf: 4, crlf: 0, cr: 0 }, quoted: true },
    });
    expect(Object.keys(value ?? {})).not.toContain('sheet');
  });

  it('has no value where a fault stands, or no header', () => {
    expect(see(utf8('a,b\n1\n'))).toMatchObject({ value: undefined, faults: ['ragged-row 2'] });
    expect(see(new Uint8Array([0xff, 0x41]))).toMatchObject({ value: undefined, handed: [] });
    expect(see(utf8('')).value).toBeUndefined();
  });

  it.each<[string, Uint8Array, Partial<Dialect>, object]>([
    ['a mark of UTF-8', utf8('\uFEFFa\n1\n'), {}, { encoding: 'utf-8', hasMark: true }],
    [
      'the first byte of the mark alone',
      new Uint8Array([0xef, 0x0a]),
      { encoding: 'windows-1258' },
      { hasMark: false },
    ],
    [
      'two bytes of the mark',
      new Uint8Array([0xef, 0xbb, 0x41, 0x0a]),
      { encoding: 'windows-1258' },
      { encoding: 'windows-1258', hasMark: false },
    ],
    [
      'the last two bytes of the mark',
      new Uint8Array([0x41, 0xbb, 0xbf, 0x0a]),
      { encoding: 'windows-1258' },
      { hasMark: false },
    ],
    ['UTF-16 by its mark, low byte first', utf16('a\n1\n', false), {}, { encoding: 'utf-16le', hasMark: true }],
    ['UTF-16 by its mark, high byte first', utf16('a\n1\n', true), {}, { encoding: 'utf-16be', hasMark: true }],
  ])('knows %s', (_, bytes, dialect, traits) => {
    expect(see(bytes, dialect).value?.text).toMatchObject(traits);
  });

  // Three ends of each kind but one, in each encoding; U+0A41 and U+410A hold the byte of a line feed and are none.
  const ends = 'a\r\n1\r2\n3\n4\r\n5\r\n6\r7\n\u0A410\n\u410D\u0D0A';
  it.each<[string, Uint8Array]>([
    ['utf-8', utf8(ends)],
    ['utf-16le', utf16(ends, false)],
    ['utf-16be', utf16(ends, true)],
  ])('counts the line ends of each kind in %s', (_, bytes) => {
    expect(see(bytes).value?.text?.lineEnds).toEqual({ lf: 4, crlf: 3, cr: 2 });
  });

  it('counts a carriage return at the very end, and has no quotes where there are none', () => {
    expect(see(utf8('a\r1\r')).value?.text).toMatchObject({ lineEnds: { lf: 0, crlf: 0, cr: 2 }, quoted: false });
    expect(see(utf16('a\r1\r', false)).value?.text).toMatchObject({ lineEnds: { lf: 0, crlf: 0, cr: 2 } });
  });
});

describe('an inspected workbook', () => {
  const book = bookOf([
    { name: 'Điểm', rows: row(1, [t('A1', 'a'), t('C1', 'b')]) + row(3, [n('A3', '1.5'), t('C3', 'é')]) },
  ]);

  it('gives the rows of its sheet and says which it is; of a text it has nothing', () => {
    const { value, handed } = see(book, { encoding: 'windows-1258' }, 'a.xlsx');
    expect(handed).toEqual(['head 1 a||b', '3 1.5||é']);
    expect(value).toMatchObject({ bytes: book.length, sheet: { name: 'Điểm', letters: ['A', 'B', 'C'] }, rows: 1 });
    expect(Object.keys(value ?? {})).not.toContain('text');
  });

  it('is known by the ending of its name', () => {
    expect(see(book, {}, 'a.csv')).toMatchObject({ value: undefined, handed: [] });
    expect(see(utf8('a\n1\n'), {}, 'a.xlsx')).toMatchObject({ value: undefined, handed: [] });
    expect(see(utf8('a\n1\n'), {}, 'a.xlsx').faults.length).toBeGreaterThan(0);
  });
});
