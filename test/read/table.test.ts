/** Rows as they come: each is used, blank or refused, the header is looked for, and what is no row is told with its place. */
import { describe, expect, it } from 'vitest';
import { DIALECTS, type Dialect } from '../../src/model/dialect.ts';
import { LIMITS, type Limits } from '../../src/model/limits.ts';
import { type CsvSink, createTable, type Outcome } from '../../src/read/table.ts';

const COLUMNS = ['unit', 'criterion', 'self', 'note'];
const named: Partial<CsvSink> = { isColumn: (cell) => COLUMNS.includes(cell) };

interface Told {
  readonly headers: readonly string[];
  readonly rows: readonly string[];
  /** `code line:column`, and the facts. */
  readonly faults: readonly (readonly [string, object])[];
  /** read, used, blank, refused. */
  readonly counts: readonly number[];
}

/** Takes the lines of a text whose cells stand between commas; a blank line has one empty cell. */
function see(
  lines: readonly string[],
  sink: Partial<CsvSink> = {},
  how: { dialect?: Dialect; limits?: Partial<Limits>; isOpen?: boolean } = {},
): Told {
  const headers: string[] = [];
  const rows: string[] = [];
  const table = createTable(
    how.dialect ?? DIALECTS.data,
    'a.csv',
    {
      header: (cells, line) => headers.push(`${line} ${cells.join('|')}`) > 0,
      row: (cells, line): Outcome => (rows.push(`${line} ${cells.join('|')}`) > 0 ? 'used' : 'refused'),
      ...sink,
    },
    { ...LIMITS, ...how.limits },
  );
  for (const [at, line] of lines.entries()) table.take(line.split(','), at + 1);
  if (how.isOpen) table.endsOpen();
  const { count, diagnostics } = table.close();
  expect(count.file).toBe('a.csv');
  expect(count.read).toBe(count.used + count.blank + count.refused);
  return {
    ...{ headers, rows },
    faults: diagnostics.map(({ fault, place, facts }) => {
      expect(place.file).toBe('a.csv');
      return [`${fault.code} ${place.line}:${place.column}`, facts];
    }),
    counts: [count.read, count.used, count.blank, count.refused],
  };
}

describe('rows', () => {
  it('are used, blank, or refused by what takes them', () => {
    const row = (cells: readonly string[]): Outcome => (cells[0] === 'b' ? 'refused' : 'used');
    expect(see(['x,y', 'a,1', '', ',', 'b,2'], { row })).toMatchObject({ faults: [], counts: [4, 1, 2, 1] });
  });

  it('with fewer or more cells than the header are refused', () => {
    expect(see(['x,y', 'a', 'a,1', 'a,1,2'])).toEqual({
      headers: ['1 x|y'],
      rows: ['3 a|1'],
      faults: [
        ['ragged-row 2:0', { found: '1', expected: '2' }],
        ['ragged-row 4:0', { found: '3', expected: '2' }],
      ],
      counts: [3, 1, 0, 2],
    });
  });

  it('may end with a delimiter where the header does, with nothing behind it', () => {
    expect(see(['x,y,', 'a,1,', 'a,1', 'a,1,z', 'a,1,,'])).toEqual({
      headers: ['1 x|y'],
      rows: ['2 a|1'],
      faults: [
        ['ragged-row 3:0', { found: '2', expected: '3' }],
        ['ragged-row 4:0', { found: '3', expected: '2' }],
        ['ragged-row 5:0', { found: '4', expected: '3' }],
      ],
      counts: [4, 1, 0, 3],
    });
    expect(see(['x,', 'a,']).rows).toEqual(['2 a']);
  });

  it('that say the header again are refused, and those like it in part are not', () => {
    const { faults, rows, counts } = see(['x,y,z', 'x,y,z', 'x,b,z', 'a,y,z', 'x,y,c']);
    expect(faults).toEqual([['repeated-header 2:0', { first: '1' }]]);
    expect(rows).toEqual(['3 x|b|z', '4 a|y|z', '5 x|y|c']);
    expect(counts).toEqual([4, 3, 0, 1]);
    expect(see(['', 'x,y', 'x,y']).faults).toEqual([['repeated-header 3:0', { first: '2' }]]);
  });

  it('are nobody’s where the header is refused, and are counted', () => {
    const header = (): boolean => false;
    expect(see(['x,y', 'a,1', '', 'a'], { header })).toMatchObject({ rows: [], faults: [], counts: [3, 0, 1, 2] });
  });
});

describe('limits', () => {
  it('of columns, of rows and of a cell are reached, and not passed', () => {
    const limits = { columns: 2, rows: 2, cell: 3 };
    expect(see(['x,y', 'abc,1', 'a,1'], {}, { limits }).faults).toEqual([]);
    expect(see(['x,y,z', 'a,1,2'], {}, { limits })).toMatchObject({
      headers: [],
      faults: [['above-limit 1:0', { what: 'columns', found: '3', limit: '2' }]],
      counts: [1, 0, 0, 1],
    });
    expect(see(['x,y', 'a,1', 'a,abcd', 'a,1', 'a,1'], {}, { limits })).toMatchObject({
      faults: [
        ['above-limit 3:2', { what: 'cell', found: '4', limit: '3' }],
        ['above-limit 4:0', { what: 'rows', found: '3', limit: '2' }],
      ],
      counts: [4, 1, 0, 3],
    });
  });

  it('are those of the rows that were read, blank ones among them', () => {
    expect(see(['x', '', '', 'a'], {}, { limits: { rows: 2 } }).faults).toEqual([
      ['above-limit 4:0', { what: 'rows', found: '3', limit: '2' }],
    ]);
  });
});

describe('the header', () => {
  it('is the first line that is not blank, where no name of a column is known', () => {
    expect(see(['', ',', 'x,y', 'a,1'])).toMatchObject({ headers: ['3 x|y'], rows: ['4 a|1'], counts: [1, 1, 0, 0] });
  });

  it('is the first line with the name of a column', () => {
    expect(see(['unit,x', 'a,1'], named)).toMatchObject({ headers: ['1 unit|x'], rows: ['2 a|1'], faults: [] });
  });

  it('below titles is told at the first of them, with its own line; nothing is read then', () => {
    expect(see(['Bảng điểm', 'Năm 2019', '', 'unit,self', 'a,1'], named)).toEqual({
      headers: [],
      rows: [],
      faults: [['header-not-first 1:0', { line: '4' }]],
      counts: [2, 0, 0, 2],
    });
  });

  it('below titles is a line that is half of names, or more, blank cells apart', () => {
    const found = (line: string) => see(['Bảng điểm,,,', line, 'a,b,c,d'], named).faults[0]?.[0];
    expect(found('unit,a,,')).toBe('header-not-first 1:0');
    expect(found('unit,a,b,self')).toBe('header-not-first 1:0');
    expect(found('unit,,,')).toBe('header-not-first 1:0');
    expect(found('unit,a,b,')).toBe('ragged-row 3:0');
    expect(found('a,b,c,d')).toBe('ragged-row 2:0');
  });

  it('is the first line where none has names: what is wrong with it is told, and the others are rows', () => {
    expect(see(['a,b', 'c,d', 'e'], named)).toEqual({
      headers: ['1 a|b'],
      rows: ['2 c|d'],
      faults: [['ragged-row 3:0', { found: '1', expected: '2' }]],
      counts: [2, 1, 0, 1],
    });
  });

  it('is looked for in twenty lines and no further', () => {
    const lines = (titles: number) => [...Array.from({ length: titles }, (_, at) => `t${at},x`), 'unit,self', 'a,1'];
    expect(see(lines(19), named).faults).toEqual([['header-not-first 1:0', { line: '20' }]]);
    const beyond = see(lines(20), named);
    expect(beyond.faults).toEqual([]);
    expect(beyond.headers).toEqual(['1 t0|x']);
    expect(beyond.rows).toHaveLength(21);
    expect(beyond.rows.at(-2)).toBe('21 unit|self');
  });

  it('of one cell with the mark of another dialect is told with what to declare', () => {
    const excel = { ...DIALECTS['excel-vi'] };
    expect(see(['unit;self', 'a;1'])).toMatchObject({
      headers: [],
      faults: [['wrong-dialect 1:1', { delimiter: ',', looksLike: ';', declare: 'csv: excel-vi' }]],
      counts: [1, 0, 0, 1],
    });
    const facts = (header: string, dialect: Dialect) => {
      const table = createTable(dialect, 'a.csv', { header: () => true, row: () => 'used' }, LIMITS);
      table.take([header], 1);
      return table.close().diagnostics.map((each) => each.facts);
    };
    expect(facts('unit,self', excel)).toEqual([{ delimiter: ';', looksLike: ',', declare: 'csv: data' }]);
    expect(facts('unit\tself', DIALECTS.data)).toEqual([
      { delimiter: ',', looksLike: '\\t', declare: 'csv: { delimiter: "\\t", decimal: dot }' },
    ]);
    expect(facts('unit|self', excel)).toEqual([
      { delimiter: ';', looksLike: '|', declare: 'csv: { delimiter: "|", decimal: comma }' },
    ]);
    expect(facts('unit,self', { ...DIALECTS.data, delimiter: '\t' })).toEqual([
      { delimiter: '\\t', looksLike: ',', declare: 'csv: data' },
    ]);
    // Its own mark within quotes, and a header of one column.
    expect(facts('unit,self', DIALECTS.data)).toEqual([]);
    expect(facts('unit', DIALECTS.data)).toEqual([]);
  });
});

describe('the end', () => {
  it('of a text without rows or header is told, and once', () => {
    expect(see([]).faults).toEqual([['empty-file 0:0', {}]]);
    expect(see(['', ','], named).faults).toEqual([['empty-file 0:0', {}]]);
    const table = createTable(DIALECTS.data, 'a.csv', { header: () => true, row: () => 'used' }, LIMITS);
    const [other] = createTable(DIALECTS.data, 'a.csv', { header: () => true, row: () => 'used' }, LIMITS).close()
      .diagnostics;
    if (other === undefined) throw new Error('nothing was told');
    table.refuse(other);
    expect(table.close()).toMatchObject({ count: { read: 1, refused: 1 }, diagnostics: [other] });
  });

  it('within a line is told at the last row, where there is one', () => {
    expect(see(['x,y', 'a,1', 'b,2'], {}, { isOpen: true }).faults).toEqual([['no-last-line-end 3:0', {}]]);
    expect(see(['x,y'], {}, { isOpen: true }).faults).toEqual([]);
    const header = (): boolean => false;
    expect(see(['x,y', 'a,1'], { header }, { isOpen: true }).faults).toEqual([]);
  });
});
