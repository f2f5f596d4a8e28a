/** Threats B, the structure of CSV: a row is never lost, moved or made. The rows of the list are B1 to B11. */
import { describe, expect, it } from 'vitest';
import {
  type Accepted,
  entries,
  FILE,
  type Files,
  folderOf,
  inOneFile,
  proveAccepted,
  proveRefused,
  type Refused,
  toldIn,
  UNITS,
  withCell,
} from './world.ts';

const eachLine = (change: (line: string, at: number) => string): Files =>
  entries((text) => text.replace(/.+/g, (line: string, offset: number) => change(line, offset)));

const WIDE = 'unit,1.1,1.2,1.3,1.4\nso-y-te,kip-thoi,2,80%,1\nso-noi-vu,cham,1,90%,2\nso-tu-phap,cham,3,70%,0\n';

const wide = (change: (text: string) => string): Files => ({
  ...inOneFile(() => change(WIDE)),
});

const REFUSED: readonly Refused[] = [
  [
    'B1 a quote that is never closed',
    withCell('"2.25'),
    `broken-quote ${FILE}:3:3`,
    '"',
    'opens at character 6 is never closed',
  ],
  [
    'B1 a quote that swallows up to another',
    entries((text) => text.replace('kip-thoi,', '"kip-thoi,').replace('2.25,', '2.25,"x"')),
    `broken-quote ${FILE}:2:2`,
    '"',
    'opens at character 5 is never closed',
  ],
  [
    'B1 a stray quote',
    withCell('2."25'),
    `broken-quote ${FILE}:3:3`,
    '"',
    'inside a cell that does not begin with one',
  ],
  [
    'B1 a line end in a value',
    withCell('"2.25\n"'),
    `line-break-in-cell ${FILE}:3:3`,
    '"2.25',
    'over more than one line',
  ],
  [
    'B1 a line end in a key',
    entries((text) => text.replace('1.2,', '"1.2\n",')),
    `unknown-leaf ${FILE}:3:1 + missing-row`,
    '"1.2',
    '1.2\\u{a}',
    'did you mean "1.2"?',
  ],
  [
    'B2 a cell too few',
    entries((text) => text.replace('2.25,', '2.25')),
    `ragged-row ${FILE}:3:0`,
    '1.2,2.5,2.25',
    'has 3 cells; the header has 4',
  ],
  [
    'B2 a cell too many',
    entries((text) => text.replace('2.25,', '2.25,,')),
    `ragged-row ${FILE}:3:0`,
    '1.2,2.5,2.25,,',
    'has 5 cells; the header has 4',
  ],
  [
    'B2 a decimal comma makes two cells',
    withCell('2,25'),
    `ragged-row ${FILE}:3:0`,
    '1.2,,2,25,',
    'a decimal comma in a comma file does this',
  ],
  [
    'B2 an empty trailing column in the header alone',
    entries((text) => text.replace('note', 'note,')),
    `ragged-row ${FILE}:2:0`,
    '1.1,kip-thoi,kip-thoi,',
    'has 4 cells; the header has 5',
  ],
  [
    'B2 an empty trailing column on the rows alone',
    eachLine((line, at) => (at === 0 ? line : `${line},`)),
    `ragged-row ${FILE}:2:0`,
    '1.1,kip-thoi,kip-thoi,,',
    'has 5 cells; the header has 4',
  ],
  [
    'B2 an empty trailing column on all rows but one',
    entries((text) => text.replace(/$/gm, ',').replace('1,,\n,', '1,\n')),
    `ragged-row ${FILE}:5:0`,
    '1.4,0,1,',
    'has 4 cells; the header has 5',
  ],
  [
    'B2 something in the trailing column',
    entries((text) => text.replace(/(?<=.)$/gm, ',').replace('2.25,,', '2.25,,x')),
    `ragged-row ${FILE}:3:0`,
    '1.2,2.5,2.25,,x',
    'has 5 cells; the header has 4',
  ],
  [
    'B3 a header twice',
    entries((text) => text.replace('note', 'self')),
    `repeated-column ${FILE}:1:4`,
    'self',
    '"self" is column 2 a second time',
  ],
  [
    'B3 no column of criteria',
    entries((text) => text.replace(/^[^,\n]+,/gm, '')),
    `missing-column ${FILE}:1:0`,
    'self,appraised,note',
    'no column "criterion"',
  ],
  [
    'B3 a header without a name',
    entries((text) => text.replace('appraised', '')),
    `unknown-column ${FILE}:1:3`,
    ',',
    'has no name',
  ],
  [
    'B3 a misspelt header',
    entries((text) => text.replace('appraised', 'apraised')),
    `unknown-column ${FILE}:1:3`,
    'apraised',
    'did you mean "appraised"?',
  ],
  [
    'B3 no column of the stage that counts',
    entries((text) => text.replace('appraised', 'evidence')),
    `missing-value ${FILE}:2:0`,
    '1.1,kip-thoi,kip-thoi,',
    'the file has no column "appraised": add it to the first line',
  ],
  [
    'B3 the header in the middle',
    entries((text) => text.replace('1.3,', 'criterion,self,appraised,note\n1.3,')),
    `repeated-header ${FILE}:4:0`,
    'criterion,self,appraised,note',
    'two files were probably joined',
  ],
  [
    'B3 a title above',
    entries((text) => `BẢNG ĐIỂM NĂM 2024,,,\n,,,\n${text}`),
    `header-not-first ${FILE}:1:0`,
    'BẢNG ĐIỂM NĂM 2024,,,',
    'line 3 looks like the header',
  ],
  [
    'B3 a title of one cell above',
    entries((text) => `BẢNG ĐIỂM NĂM 2024\n\n${text}`),
    `header-not-first ${FILE}:1:0`,
    'BẢNG ĐIỂM NĂM 2024',
    'line 3 looks like the header',
  ],
  [
    'B3 no header',
    entries((text) => text.slice(text.indexOf('\n') + 1)),
    `missing-column ${FILE}:1:0`,
    '1.1,kip-thoi,kip-thoi,',
    'no cell of this line names a column',
  ],
  [
    'B4 a row of totals',
    entries((text) => `${text}Tổng cộng,10,9,\n`),
    `total-row ${FILE}:6:1`,
    'Tổng cộng',
    'remove the row',
  ],
  [
    'B4 a row of totals among units',
    wide((text) => `${text}Tổng cộng,,6,,3\n`),
    'total-row entries/2024.csv:5:1',
    'Tổng cộng',
    'the tool adds up itself',
  ],
  [
    'B4 a row of sums without a name',
    wide((text) => `${text},,6,,3\n`),
    'blank-cell entries/2024.csv:5:1',
    ',',
    'The cell of "unit" is empty',
  ],
  [
    'B4 a row of sums under another name',
    wide((text) => `${text}toan-tinh,,6,,3\n`),
    'unknown-unit entries/2024.csv:5:1',
    'toan-tinh',
    'There is no unit "toan-tinh"',
    'its figures are the sums of the other rows: if it is a row of totals, remove it',
  ],
  [
    'B4 a row of sums among the rows of a unit',
    entries((text) => `${text}Điểm chung,2.5,3.25,\n`),
    `unknown-leaf ${FILE}:6:1`,
    'Điểm chung',
    'its figures are the sums of the other rows',
  ],
  [
    'B4 a row of totals in the units file',
    { 'units.csv': `${UNITS}tong,Tổng cộng,so\n` },
    'total-row units.csv:5:2',
    'Tổng cộng',
    'remove the row',
  ],
  [
    'B4 a row of totals in the units file, in the first cell',
    { 'units.csv': `${UNITS}Tổng cộng,,\n` },
    'total-row units.csv:5:1',
    'Tổng cộng',
    'remove the row',
  ],
];

const ACCEPTED: readonly Accepted[] = [
  ['B1 a line end in a note', entries((text) => text.replace('2.25,', '2.25,"a\nb"')), [], '8.56'],
  ['B2 an empty trailing column on all lines', entries((text) => text.replace(/(?<=.)$/gm, ',')), [], '8.56'],
];

describe('B: refused, with the place, the line, the reason; nothing is written', () => {
  for (const refused of REFUSED) it(refused[0], () => proveRefused(refused));
});

describe('B: let through, for what it is', () => {
  for (const accepted of ACCEPTED) it(accepted[0], () => proveAccepted(accepted));
});

describe('B: all faults at once', () => {
  it('of five kinds in one file, in the order of the lines', async () => {
    const cwd = folderOf({
      [FILE]: 'criterion,self,appraised,note\n1.1,x,y,\n1.2\n1.3,92%,"29/34,\n1.4,0,-1,\n1.4,0,1,\n',
    });
    const told = (await toldIn(cwd)).map(({ code, line, column }) => `${code} ${line}:${column}`);
    expect(told).toEqual([
      ...['unknown-level 2:2', 'unknown-level 2:3', 'ragged-row 3:0', 'broken-quote 4:3', 'below-zero 5:3'],
      'repeated-entry 6:0',
    ]);
  });
});
