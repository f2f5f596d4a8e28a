/**
 * What public collections of CSV files let through and the strict reader refuses on purpose, each with its reason: what
 * may hide a lost or moved cell is no table. Sources as in inspect-suites.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { inspected } from './inspected.ts';

const MOVED = 'a cell may be lost or moved';
const QUOTE = 'a quote inside a bare cell is mostly the rest of one that was lost';
const BEHIND = 'text behind a closing quote is mostly a quote that was not doubled';

const REFUSED: readonly (readonly [source: string, why: string, input: string, ...faults: string[]])[] = [
  ['csv-test-data, bad-header-less-fields', MOVED, 'foo,bar\n1,2,3\n', 'ragged-row 2'],
  ['csv-test-data, bad-header-more-fields', MOVED, 'foo,bar,baz,qux\n1,2,3\n', 'ragged-row 2'],
  [
    'csv-test-data, bad-missing-quote',
    'everything behind it would be one cell',
    'foo,bar,baz\n1,"2,3\n',
    'broken-quote 2',
  ],
  ['csv-test-data, bad-unescaped-quote', QUOTE, 'foo,bar,baz\n1,a "b" c,3\n', 'broken-quote 2'],
  ['csv-test-data, bad-quotes-with-unescaped-quote', BEHIND, 'foo,bar,baz\n1,"a "b" c",3\n', 'broken-quote 2'],
  ['Papa Parse, a quote at the end of a bare field', QUOTE, 'A,B",C\n', 'broken-quote 1'],
  ['Papa Parse, quotes with blanks around', QUOTE, 'A,b,C\n1, "B" ,2\n', 'broken-quote 2'],
  ['Papa Parse, blanks behind a closing quote', BEHIND, 'A,b,C\n1,"B" ,2\n', 'broken-quote 2'],
  [
    'Papa Parse, no closing quote',
    'everything behind it would be one cell',
    'x,y,z\na,"b,c\nd,e,f',
    'broken-quote 2',
    'no-last-line-end 3',
  ],
  ['Papa Parse, a closing quote that is none', BEHIND, 'x,y,z\n"a,"b,c"\nd,e,f\n', 'broken-quote 2'],
  ['Papa Parse, only empty fields', 'there is no header', ',\n', 'empty-file 0'],
  ['Papa Parse, comment lines', 'no line of a table is a comment', 'a,b,c\n# Comment\nd,e,f\n', 'ragged-row 2'],
  ['Papa Parse, an empty input', 'there is no header', '', 'empty-file 0'],
  ['Papa Parse, duplicate.csv: rows of other lengths', MOVED, 'a,b\n1\n1,2,3\n', 'ragged-row 2', 'ragged-row 3'],
  ['Python, NUL in a line', 'the file is damaged', 'a,b\n1,\0\n', 'control-character 2'],
  ['Python, a backslash is no escape', BEHIND, 'a,b\n"x\\"y",2\n', 'broken-quote 2'],
  ['Python, blanks before a quote (skipinitialspace)', QUOTE, 'a,b\n1, "x"\n', 'broken-quote 2'],
  [
    'CSVW, comments before the header',
    'a first line of one cell is the header',
    '# publisher\na,b\n1,2\n',
    'ragged-row 2',
    'ragged-row 3',
  ],
  [
    'Frictionless, invalid.csv',
    MOVED,
    'id,name,,name\n1,english\n1,english\n\n2,german,1,2,3\n',
    'ragged-row 2',
    'ragged-row 3',
    'ragged-row 5',
  ],
  ['a semicolon where a comma is declared', 'nothing is guessed', 'a;b\n1;2\n', 'wrong-dialect 1'],
];

describe('what is refused on purpose', () => {
  it.each(REFUSED.map((one) => [`${one[0]}: ${one[1]}`, one] as const))(
    'refused on purpose: %s',
    async (_, [, , input, ...faults]) => {
      expect(await inspected(input)).toEqual({ refused: faults });
    },
  );
});
