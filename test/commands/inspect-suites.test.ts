/**
 * What public collections of CSV files hold, read by `inspect`: the inputs and cells are facts of theirs, written down
 * anew. Where others let something through that may hide a lost or moved cell, the strict reader refuses it on purpose;
 * the reasons stand in inspect-strict.test.ts. The first record is the header here, whatever it is there.
 *
 *   RFC 4180, section 2 · csv-spectrum (Max Ogden) · csv-test-data (sineemore) · Papa Parse, tests/test-cases.js ·
 *   Python, Lib/test/test_csv.py · W3C, Model for Tabular Data (CSVW) and its tests · Frictionless, data/invalid.csv
 */
import { describe, expect, it } from 'vitest';
import { inspected, type Records } from './inspected.ts';

const ABC = ['a', 'b', 'c'];

const READ: readonly (readonly [source: string, input: string, records: Records, ...argv: string[]])[] = [
  [
    'RFC 4180, 1: lines',
    'aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n',
    [
      ['aaa', 'bbb', 'ccc'],
      ['zzz', 'yyy', 'xxx'],
    ],
  ],
  [
    'RFC 4180, 2: the last line without its end',
    'aaa,bbb\r\nzzz,yyy',
    [
      ['aaa', 'bbb'],
      ['zzz', 'yyy'],
    ],
  ],
  [
    'RFC 4180, 4: blanks are part of a field',
    'a, b ,c\r\n 1,2 , \r\n',
    [
      ['a', ' b ', 'c'],
      [' 1', '2 ', ' '],
    ],
  ],
  [
    'RFC 4180, 5: quotes around',
    '"aaa","bbb"\r\nzzz,yyy\r\n',
    [
      ['aaa', 'bbb'],
      ['zzz', 'yyy'],
    ],
  ],
  [
    'RFC 4180, 6: line breaks and commas between quotes',
    'a,b\r\n"b\r\nbb","c,c"\r\n',
    [
      ['a', 'b'],
      ['b\nbb', 'c,c'],
    ],
  ],
  [
    'RFC 4180, 7: a quote is doubled',
    'a,b\r\n"b""bb",c\r\n',
    [
      ['a', 'b'],
      ['b"bb', 'c'],
    ],
  ],
  [
    'csv-spectrum, comma_in_quotes',
    'first,last,address,city,zip\nJohn,Doe,120 any st.,"Anytown, WW",08123\n',
    [
      ['first', 'last', 'address', 'city', 'zip'],
      ['John', 'Doe', '120 any st.', 'Anytown, WW', '08123'],
    ],
  ],
  ['csv-spectrum, empty', 'a,b,c\n1,"",""\n2,3,4\n', [ABC, ['1', '', ''], ['2', '3', '4']]],
  ['csv-spectrum, empty_crlf', 'a,b,c\r\n1,"",""\r\n2,3,4\r\n', [ABC, ['1', '', ''], ['2', '3', '4']]],
  [
    'csv-spectrum, escaped_quotes',
    'a,b\n1,"ha ""ha"" ha"\n3,4\n',
    [
      ['a', 'b'],
      ['1', 'ha "ha" ha'],
      ['3', '4'],
    ],
  ],
  [
    'csv-spectrum, json',
    'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
    [
      ['key', 'val'],
      ['1', '{"type": "Point", "coordinates": [102.0, 0.5]}'],
    ],
  ],
  [
    'csv-spectrum, newlines',
    'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n',
    [ABC, ['1', '2', '3'], ['Once upon \na time', '5', '6'], ['7', '8', '9']],
  ],
  [
    'csv-spectrum, newlines_crlf: a line break is one character',
    'a,b,c\r\n"Once upon \r\na time",5,6\r\n',
    [ABC, ['Once upon \na time', '5', '6']],
  ],
  [
    'csv-spectrum, quotes_and_newlines',
    'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
    [
      ['a', 'b'],
      ['1', 'ha \n"ha" \nha'],
      ['3', '4'],
    ],
  ],
  ['csv-spectrum, simple', 'a,b,c\n1,2,3\n', [ABC, ['1', '2', '3']]],
  ['csv-spectrum, utf8', 'a,b,c\n1,2,3\n4,5,ʤ\n', [ABC, ['1', '2', '3'], ['4', '5', 'ʤ']]],
  ['csv-test-data, all-empty: a row of nothing is blank', 'foo,bar,baz\n,,\n', [['foo', 'bar', 'baz']]],
  [
    'csv-test-data, empty-field',
    'foo,bar,baz\n1,,3',
    [
      ['foo', 'bar', 'baz'],
      ['1', '', '3'],
    ],
  ],
  ['csv-test-data, one-column', 'foo\n1\n2\n', [['foo'], ['1'], ['2']]],
  [
    'csv-test-data, leading-space',
    'foo,bar,baz\n1, leading space,3',
    [
      ['foo', 'bar', 'baz'],
      ['1', ' leading space', '3'],
    ],
  ],
  [
    'csv-test-data, trailing-space',
    'foo,bar,baz\n1,trailing space ,3',
    [
      ['foo', 'bar', 'baz'],
      ['1', 'trailing space ', '3'],
    ],
  ],
  [
    'csv-test-data, quotes-empty',
    'foo,bar,baz\n1,"",3',
    [
      ['foo', 'bar', 'baz'],
      ['1', '', '3'],
    ],
  ],
  [
    'csv-test-data, quotes-with-comma',
    'foo,bar,baz\n1,"a,b",3',
    [
      ['foo', 'bar', 'baz'],
      ['1', 'a,b', '3'],
    ],
  ],
  [
    'csv-test-data, quotes-with-escaped-quote',
    'foo,bar,baz\n1,"a ""b"" c",3',
    [
      ['foo', 'bar', 'baz'],
      ['1', 'a "b" c', '3'],
    ],
  ],
  [
    'csv-test-data, quotes-with-newline',
    'foo,bar,baz\n1,"No man is an island,\nEntire of itself",3',
    [
      ['foo', 'bar', 'baz'],
      ['1', 'No man is an island,\nEntire of itself', '3'],
    ],
  ],
  [
    'csv-test-data, quotes-with-space',
    'foo,bar,baz\n1," a ",3',
    [
      ['foo', 'bar', 'baz'],
      ['1', ' a ', '3'],
    ],
  ],
  ['Papa Parse, one row', 'A,b,c', [['A', 'b', 'c']]],
  ['Papa Parse, whitespace at edges', 'a,\tb ,c', [['a', '\tb ', 'c']]],
  [
    'Papa Parse, quoted at the end of a row',
    'a,b,"c,c\nc"\nd,e,f',
    [
      ['a', 'b', 'c,c\nc'],
      ['d', 'e', 'f'],
    ],
  ],
  ['Papa Parse, quotes at boundaries', 'A,"""B""",C', [['A', '"B"', 'C']]],
  ['Papa Parse, quotes around a delimiter', 'A,""",""",C', [['A', '","', 'C']]],
  ['Papa Parse, quotes right of a delimiter', 'A,",""",C', [['A', ',"', 'C']]],
  ['Papa Parse, quotes left of a delimiter', 'A,""",",C', [['A', '",', 'C']]],
  [
    'Papa Parse, five quotes in a row (its issue 121)',
    '"1","cnonce="""",nc=""""","2"',
    [['1', 'cnonce="",nc=""', '2']],
  ],
  ['Papa Parse, the first field of a line is empty', 'a,b,c\n,e,f\n,"h","i"\n', [ABC, ['', 'e', 'f'], ['', 'h', 'i']]],
  [
    'Papa Parse, empty and quoted at the end',
    'a,b,""\na,c,""',
    [
      ['a', 'b'],
      ['a', 'c'],
    ],
  ],
  [
    'Papa Parse, several empty fields',
    'a,b,,,c,d\n,,e,,,f',
    [
      ['a', 'b', '', '', 'c', 'd'],
      ['', '', 'e', '', '', 'f'],
    ],
  ],
  ['Papa Parse, one column with empty lines: they are counted as blank', 'a\nb\n\n\nc\n', [['a'], ['b'], ['c']]],
  [
    'Papa Parse, CR alone',
    'A,b,c\rd,E,f',
    [
      ['A', 'b', 'c'],
      ['d', 'E', 'f'],
    ],
  ],
  ['Papa Parse, mixed line ends: each ends a record', 'a,b,c\nd,e,f\rg,h,i\n', [ABC, ['d', 'e', 'f'], ['g', 'h', 'i']]],
  ['Papa Parse, CR between quotes', 'A,"B\rB",C', [['A', 'B\nB', 'C']]],
  ['Papa Parse, a tab between fields', 'a\tb\tc\nd\te\tf', [ABC, ['d', 'e', 'f']], '--delimiter', '\\t'],
  ['Papa Parse, a pipe between fields', 'a|b|c\nd|e|f', [ABC, ['d', 'e', 'f']], '--delimiter', '|'],
  ['Python, test_read_quote: a comma alone between quotes', '1,",3,",5', [['1', ',3,', '5']]],
  [
    'Python, test_read_eol: CR and what follows',
    'a,b\r\nc,d\r',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['Python, a doubled quote at both ends', '"""a""",b', [['"a"', 'b']]],
  [
    'Python, numbers stay texts',
    'a,b\n1,2.5\n"3",-0\n',
    [
      ['a', 'b'],
      ['1', '2.5'],
      ['3', '-0'],
    ],
  ],
  [
    'CSVW, tree-ops.csv',
    'GID,On Street,Species,Trim Cycle,Inventory Date\n1,ADDISON AV,Celtis australis,Large Tree Routine Prune,10/18/2010\n',
    [
      ['GID', 'On Street', 'Species', 'Trim Cycle', 'Inventory Date'],
      ['1', 'ADDISON AV', 'Celtis australis', 'Large Tree Routine Prune', '10/18/2010'],
    ],
  ],
  [
    'CSVW, null stays what is written',
    'a,b\nNULL,-\n',
    [
      ['a', 'b'],
      ['NULL', '-'],
    ],
  ],
  [
    'Frictionless, a label twice and one without a name (told where columns are known)',
    'id,name,,name\n1,en,x,y\n',
    [
      ['id', 'name', '', 'name'],
      ['1', 'en', 'x', 'y'],
    ],
  ],
];

describe('files of public collections', () => {
  it.each(READ.map((one) => [one[0], one] as const))('%s', async (_, [, input, records, ...argv]) => {
    expect(await inspected(input, ...argv)).toEqual({ records });
  });
});
