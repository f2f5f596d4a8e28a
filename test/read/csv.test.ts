/** CSV texts to rows: what a row is, where a broken quote stands, and that every row is accounted for. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIALECTS, type Dialect } from '../../src/model/dialect.ts';
import { LIMITS, type Limits } from '../../src/model/limits.ts';
import { readCsv } from '../../src/read/csv.ts';
import { soundWords } from './sound-words.ts';

interface Seen {
  readonly header: readonly string[];
  /** Line and cells of each row. */
  readonly rows: readonly (readonly [number, ...string[]])[];
  /** `code line:column`. */
  readonly faults: readonly string[];
  readonly count: { readonly read: number; readonly used: number; readonly blank: number; readonly refused: number };
  readonly messages: readonly string[];
}

function see(text: string, dialect: Dialect = DIALECTS.data, more: Partial<Limits> = {}, columns?: string[]): Seen {
  let header: readonly string[] = [];
  const rows: [number, ...string[]][] = [];
  const sink = {
    header: (cells: readonly string[]) => {
      header = cells;
      return true;
    },
    row: (cells: readonly string[], line: number) => {
      rows.push([line, ...cells]);
      return 'used' as const;
    },
    ...(columns ? { isColumn: (cell: string) => columns.includes(cell) } : {}),
  };
  const { count, diagnostics } = readCsv(text, dialect, 'a.csv', sink, { ...LIMITS, ...more });
  soundWords(diagnostics);
  const { read, used, blank, refused } = count;
  expect(read).toBe(used + blank + refused);
  return {
    header,
    rows,
    faults: diagnostics.map(({ fault, place }) => `${fault.code} ${place.line}:${place.column}`),
    count: { read, used, blank, refused },
    messages: diagnostics.map(({ fault, facts }) => fault.message.en(facts)),
  };
}

describe('rows', () => {
  it.each<[string, string, Seen['rows']]>([
    ['plain', 'a,b\n1,2\n', [[2, '1', '2']]],
    ['quoted', 'a,b\n"1","2"\n', [[2, '1', '2']]],
    ['a delimiter in quotes', 'a,b\n"1,5",2\n', [[2, '1,5', '2']]],
    ['doubled quotes', 'a,b\n"ông nói ""có""",2\n', [[2, 'ông nói "có"', '2']]],
    ['only a doubled quote', 'a,b\n"""",2\n', [[2, '"', '2']]],
    ['an empty quoted cell', 'a,b\n"",2\n', [[2, '', '2']]],
    [
      'a line break in quotes',
      'a,b\n"1\n2",3\n4,5\n',
      [
        [2, '1\n2', '3'],
        [4, '4', '5'],
      ],
    ],
    ['blanks are kept', 'a,b\n 1 ,\t2\n', [[2, ' 1 ', '\t2']]],
    ['empty cells', 'a,b,c\n,,\n,1,\n', [[3, '', '1', '']]],
    ['empty lines', '\n\na,b\n\n1,2\n\n', [[5, '1', '2']]],
    [
      'a trailing empty column on all lines',
      'a,b,\n1,2,\n3,4,\n',
      [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    ['letters of all scripts', 'đơn vị,b\nHải Dương,中文\n', [[2, 'Hải Dương', '中文']]],
    ['an apostrophe is a letter', "a,b\n'1,2'\n", [[2, "'1", "2'"]]],
    ['a backslash escapes nothing', 'a,b\n\\,2\n', [[2, '\\', '2']]],
  ])('%s', (_, text, rows) => {
    const seen = see(text);
    expect(seen.rows).toEqual(rows);
    expect(seen.faults).toEqual([]);
  });

  it('reads what is declared: ; and tab', () => {
    expect(see('a;b\n1,5;2\n', DIALECTS['excel-vi']).rows).toEqual([[2, '1,5', '2']]);
    expect(see('a\tb\n1\t2\n', { ...DIALECTS.data, delimiter: '\t' }).rows).toEqual([[2, '1', '2']]);
  });

  it('says what another delimiter looks like', () => {
    expect(see('a;b\n1;2\n').messages).toEqual(['The header has no ","; the file looks like ";".']);
    expect(see('a,b\n1,2\n', DIALECTS['excel-vi']).faults).toEqual(['wrong-dialect 1:1']);
  });

  it('refuses ragged rows with both counts, and reads on', () => {
    const seen = see('a,b\n1\n1,2,3\n4,5\n');
    expect(seen.messages).toEqual(['The row has 1 cells; the header has 2.', 'The row has 3 cells; the header has 2.']);
    expect(seen.faults).toEqual(['ragged-row 2:0', 'ragged-row 3:0']);
    expect(seen.rows).toEqual([[4, '4', '5']]);
    expect(seen.count).toEqual({ read: 3, used: 1, blank: 0, refused: 2 });
  });

  it('counts blank rows and no row of an empty file', () => {
    expect(see('a,b\n\n,\n1,2\n').count).toEqual({ read: 3, used: 1, blank: 2, refused: 0 });
    expect(see('').faults).toEqual(['empty-file 0:0']);
    expect(see('\n\n').faults).toEqual(['empty-file 0:0']);
  });

  it('warns of a last line without its end', () => {
    expect(see('a,b\n1,2').faults).toEqual(['no-last-line-end 2:0']);
    expect(see('a,b\n1,2').rows).toEqual([[2, '1', '2']]);
    expect(see('a,b').faults).toEqual([]);
  });

  it('refuses the header where it stands again', () => {
    const seen = see('a,b\n1,2\na,b\n3,4\n');
    expect(seen.faults).toEqual(['repeated-header 3:0']);
    expect(seen.rows).toEqual([
      [2, '1', '2'],
      [4, '3', '4'],
    ]);
  });

  it('equals csv-parse on sound texts', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ế', ',', '"', '\n', ' ', ';'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = [['h', 'i', 'j'], ...rows]
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\n')
          .concat('\n');
        const expected = (parse(text) as string[][]).slice(1).filter((row) => row.some((one) => one !== ''));
        expect(see(text).rows.map(([, ...cells]) => cells)).toEqual(expected);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('quotes', () => {
  it.each<[string, string, string, string, number]>([
    [
      'never closed',
      'a,b\n1,2\n3,"x\n4,5\n',
      'broken-quote 3:2',
      'The quote that opens at character 3 is never closed.',
      2,
    ],
    [
      'never closed, in the first cell',
      'a,b\n"x,2\n4,5\n',
      'broken-quote 2:1',
      'The quote that opens at character 1 is never closed.',
      1,
    ],
    [
      'closed far below, by the quote of another cell',
      'a,b\n1,"x\n2,y\n3,"z"\n4,5\n',
      'broken-quote 2:2',
      'The quote that opens at character 3 is never closed.',
      3,
    ],
    [
      'inside a cell',
      'a,b\n1,x"y\n4,5\n',
      'broken-quote 2:2',
      'The quote at character 4 stands inside a cell that does not begin with one.',
      1,
    ],
    [
      'after a blank',
      'a,b\n1, "y"\n4,5\n',
      'broken-quote 2:2',
      'The quote at character 4 stands inside a cell that does not begin with one.',
      1,
    ],
    [
      'text behind the closing quote',
      'a,b\n1,"x"y\n4,5\n',
      'broken-quote 2:2',
      'The quote at character 5 closes its cell, and more text follows.',
      1,
    ],
    [
      'a blank behind the closing quote',
      'a,b\n"x" ,1\n4,5\n',
      'broken-quote 2:1',
      'The quote at character 3 closes its cell, and more text follows.',
      1,
    ],
    [
      'below a cell of two lines',
      'a,b\n"x\ny",z"\n4,5\n',
      'broken-quote 3:2',
      'The quote at character 5 stands inside a cell that does not begin with one.',
      1,
    ],
    [
      'below a row of two lines and another row',
      'a,b\n"x\ny",1\n2,3\n6,z"\n4,5\n',
      'broken-quote 5:2',
      'The quote at character 4 stands inside a cell that does not begin with one.',
      3,
    ],
  ])('%s: told where it opens, and the rows below are read', (_, text, fault, message, used) => {
    const seen = see(text);
    expect(seen.faults).toEqual([fault]);
    expect(seen.messages).toEqual([message]);
    expect(seen.count.used).toBe(used);
    expect(seen.rows.at(-1)).toEqual([text.split('\n').indexOf('4,5') + 1, '4', '5']);
  });

  it('shows the line, with the quote marked', () => {
    const sink = { header: () => true, row: () => 'used' as const };
    const { diagnostics } = readCsv('a,b\n1,x"y\n4,5\n', DIALECTS.data, 'a.csv', sink);
    expect(diagnostics.map(({ place }) => place.excerpt)).toEqual([{ text: '1,x"y', from: 3, length: 1 }]);
  });

  it('tells each of several', () => {
    expect(see('a,b\n1,"x"y\n2,3\n3,z"\n4,"\n').faults).toEqual([
      'broken-quote 2:2',
      'broken-quote 4:2',
      'broken-quote 5:2',
    ]);
  });

  it('tells of a broken header', () => {
    expect(see('a,"b\n1,2\n').faults).toEqual(['broken-quote 1:2']);
  });
});

describe('headers', () => {
  const columns = ['criterion', 'self', 'appraised'];
  it('finds the header below a title', () => {
    const seen = see('BẢNG ĐIỂM,,\n\nNăm 2024,,\ncriterion,self,appraised\n1.1,2,3\n', DIALECTS.data, {}, columns);
    expect(seen.faults).toEqual(['header-not-first 1:0']);
    expect(seen.messages[0]).toContain('line 4 looks like the header');
    expect(seen.rows).toEqual([]);
  });

  it('may have another mark in one of several cells', () => {
    expect(see('a;b,c\n1,2\n').faults).toEqual([]);
  });

  it('takes the first line for the header where none is found', () => {
    const seen = see('1.1,2,3\n1.2,2,3\n', DIALECTS.data, {}, columns);
    expect(seen.header).toEqual(['1.1', '2', '3']);
    expect(seen.rows).toEqual([[2, '1.2', '2', '3']]);
  });

  it('looks at twenty lines and no more', () => {
    const text = `${'tiêu đề\n'.repeat(25)}criterion\n`;
    expect(see(text, DIALECTS.data, {}, columns).header).toEqual(['tiêu đề']);
  });
});

describe('limits', () => {
  it('refuses a cell, the columns and the rows above their limits', () => {
    expect(see('a,b\n1,12345\n3,4\n', DIALECTS.data, { cell: 4 }).messages).toEqual([
      'The cell has 5 characters; the limit is 4.',
    ]);
    expect(see('a,b,c\n1,2,3\n', DIALECTS.data, { columns: 2 }).messages).toEqual([
      'The header has 3 columns; the limit is 2.',
    ]);
    const seen = see('a,b\n1,2\n3,4\n5,6\n7,8\n', DIALECTS.data, { rows: 2 });
    expect(seen.messages).toEqual(['The file has at least 3 rows; the limit is 2.']);
    expect(seen.count).toEqual({ read: 4, used: 2, blank: 0, refused: 2 });
  });
});

describe('reading below a broken quote', () => {
  it('ends with the text, where no line follows', () => {
    expect(see('a,b\n1,"x')).toMatchObject({ faults: ['broken-quote 2:2'], count: { read: 1, used: 0, refused: 1 } });
    expect(see('a,b\n1,x"y')).toMatchObject({ faults: ['broken-quote 2:2'], count: { read: 1, used: 0, refused: 1 } });
  });

  it('goes on at the next line, with the right numbers of lines', () => {
    const seen = see('a,b\n1,2\n3,"4\n5"6,7\n8,9\n');
    // The first opens and closes nowhere that a cell may end; the line below it has one in the middle of a cell.
    expect(seen.faults).toEqual(['broken-quote 3:2', 'broken-quote 4:1']);
    expect(seen.rows).toEqual([
      [2, '1', '2'],
      [5, '8', '9'],
    ]);
  });

  it('starts again fifty times, and what is further down waits', () => {
    const lines = (count: number) => `a,b\n${'1,x"y\n'.repeat(count)}2,3\n`;
    expect(see(lines(50)).rows).toEqual([[52, '2', '3']]);
    expect(see(lines(50)).faults).toHaveLength(50);
    expect(see(lines(60)).faults).toHaveLength(51);
    expect(see(lines(60)).rows).toEqual([]);
  });
});
