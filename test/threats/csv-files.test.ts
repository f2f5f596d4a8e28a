/** Threats B, rows 5 to 10: the file as a whole, its delimiter, line ends, end, characters and size. */
import { describe, it } from 'vitest';
import {
  type Accepted,
  ENTRIES,
  entries,
  FILE,
  PROJECT,
  proveAccepted,
  proveRefused,
  type Refused,
  UNITS,
  withCell,
} from './world.ts';

const control = (row: string, character: string, shown: string): Refused => [
  `B8 ${row}`,
  entries((text) => `${text}${character}`),
  `control-character ${FILE}:6:0`,
  undefined,
  `The character ${shown}`,
];

const REFUSED: readonly Refused[] = [
  [
    'B5 another delimiter',
    entries((text) => text.replaceAll(',', ';')),
    `wrong-dialect ${FILE}:1:1`,
    'criterion;self;appraised;note',
    'looks like ";"',
    'csv: excel-vi',
  ],
  [
    'B5 tabs',
    entries((text) => text.replaceAll(',', '\t')),
    `wrong-dialect ${FILE}:1:1`,
    undefined,
    'looks like "\\t"',
  ],
  [
    'B5 a comma where a semicolon is declared',
    { 'parindex.yaml': `${PROJECT}csv: excel-vi\n` },
    'wrong-dialect units.csv:1:1',
    'id,name,group',
    'looks like ","',
    'csv: data',
  ],
  ['B7 cut inside a row', entries((text) => text.slice(0, -4)), `ragged-row ${FILE}:5:0`, '1.4,0', 'has 2 cells'],
  [
    'B7 cut between rows',
    entries((text) => text.slice(0, text.indexOf('1.4'))),
    `missing-row ${FILE}:4:0`,
    '1.3,92%,29/34,',
    'no row for 1.4',
  ],
  control('NUL', '\0', '\\u{0} (NUL; the file is damaged)'),
  control(
    'a tail of NUL',
    '\0'.repeat(512),
    '\\u{0} (NUL; the file is damaged) does not belong in a text file; 512 such',
  ),
  control('Ctrl-Z', '\u001a', '\\u{1a} (Ctrl-Z)'),
  control('a form feed', '\f', '\\u{c} (form feed)'),
  control('a vertical tab', '\v', '\\u{b}'),
  control('U+2028', '\u2028', '\\u{2028} (line separator)'),
  control('U+2029', '\u2029', '\\u{2029} (paragraph separator)'),
  control('U+0085', '\u0085', '\\u{85}'),
  [
    'B9 a workbook by another name',
    { [FILE]: 'PK\u0003\u0004\u0014\0' },
    `not-text ${FILE}:0:0`,
    undefined,
    'begins like a spreadsheet or another zip file',
  ],
  [
    'B9 a web page by another name',
    { [FILE]: '<html><body><table>' },
    `not-text ${FILE}:0:0`,
    undefined,
    'begins like a web page',
  ],
  [
    'B9 JSON by another name',
    { [FILE]: '[{"criterion": "1.1"}]' },
    `not-text ${FILE}:0:0`,
    undefined,
    'begins like a JSON file',
  ],
  [
    'B10 a field of 70,000 characters',
    withCell(`${'x'.repeat(70_000)}`),
    `above-limit ${FILE}:3:3`,
    undefined,
    'has 70000 characters; the limit is 65536',
    '--limit cell=70000',
  ],
  [
    'B10 a line of 1.2 million characters',
    entries((text) => text.replace('2.25,', `2.25,${'x'.repeat(60_000)},`.repeat(20))),
    `above-limit ${FILE}:3:0`,
    undefined,
    'the limit is 1000000',
    '--limit line=',
  ],
  [
    'B10 100,001 quotes',
    entries((text) => text.replace('2.25,', `2.25,${'"'.repeat(100_001)}`)),
    `broken-quote ${FILE}:3:4`,
    '"',
    'is never closed',
  ],
];

const ACCEPTED: readonly Accepted[] = [
  ['B6 CRLF', entries((text) => text.replaceAll('\n', '\r\n')), [], '8.56'],
  ['B6 CR', entries((text) => text.replaceAll('\n', '\r')), [], '8.56'],
  ['B6 all three', entries((text) => text.replace('\n', '\r\n').replace(',\n1.3', ',\r1.3')), [], '8.56'],
  ['B7 no last line end', entries((text) => text.trimEnd()), ['no-last-line-end'], '8.56'],
  [
    'B10 100,000 quotes that are all doubled',
    entries((text) => text.replace('2.25,', `2.25,${'"'.repeat(100_000)}`)),
    [],
    '8.56',
  ],
];

describe('B: refused, with the place, the line, the reason; nothing is written', () => {
  for (const refused of REFUSED) it(refused[0], () => proveRefused(refused));
});

describe('B: let through, for what it is', () => {
  for (const accepted of ACCEPTED) it(accepted[0], () => proveAccepted(accepted));

  it('B5 semicolons and decimal commas where they are declared', async () => {
    const comma = (text: string) => text.replaceAll(',', ';').replaceAll(/(?<=;[0-9]+)\.(?=[0-9])/g, ',');
    const files = Object.fromEntries(
      ['so-y-te', 'so-noi-vu', 'so-tu-phap'].map((unit) => [`entries/${unit}.csv`, comma(ENTRIES)]),
    );
    const all = { ...files, 'units.csv': comma(UNITS), 'parindex.yaml': `${PROJECT}csv: excel-vi\n` };
    await proveAccepted(['B5', all, [], '8.56']);
  });
});
