/** Threats C, encodings, names and ids: nothing is taken for another that only looks like it. The rows are C1 to C12. */
import { describe, expect, it } from 'vitest';
import { runTool } from '../surface.ts';
import {
  type Accepted,
  called,
  ENTRIES,
  FILE,
  type Files,
  folderOf,
  named,
  noUnit,
  proveAccepted,
  proveRefused,
  type Refused,
  RUBRIC,
  UNITS,
} from './world.ts';

/** Two declared names, which must not be taken for one another. */
const both = (first: string, second: string): Files => ({
  'units.csv': UNITS.replace('Sở Nội vụ', first).replace('Sở Tư pháp', second),
});

/** The id of 1.2 in the rubric and in the other files, and what a spreadsheet made of it in one. */
const eaten = (id: string, made: string): Files => {
  const own = Object.entries(folder).map(([path, text]) => [path, text.replace(/^1\.2,/m, `${id},`)]);
  return {
    ...Object.fromEntries(own),
    'rubric.yaml': RUBRIC.replace('"1.2"', JSON.stringify(id)),
    [FILE]: ENTRIES.replace('1.2,', `${made},`),
  };
};

const folder: Readonly<Record<string, string>> = {
  'entries/so-noi-vu.csv': ENTRIES,
  'entries/so-tu-phap.csv': ENTRIES,
};

const REFUSED: readonly Refused[] = [
  noUnit('C6 a unit by its name', 'Sở Y tế', 'Sở Y tế', 'did you mean "so-y-te"?'),
  noUnit('C6 a blank behind', 'so-y-te ', 'so-y-te ', 'did you mean "so-y-te"?'),
  noUnit('C6 another case', 'So-Y-Te', 'So-Y-Te', 'did you mean "so-y-te"?'),
  noUnit('C6 a character of no width', 'so-y-\u200bte', 'so-y-\\u{200b}te', 'did you mean "so-y-te"?'),
  noUnit(
    'C6 a Cyrillic letter',
    'so-у-te',
    'so-у-te',
    'did you mean "so-y-te"? The letter у (U+0443) only looks like one of it',
  ),
  [
    'C6 a file in another case',
    { [FILE]: null, 'entries/So-Y-Te.csv': ENTRIES },
    'unknown-unit entries/So-Y-Te.csv:1:0',
    undefined,
    'did you mean "so-y-te"?',
  ],
  [
    'C6 two declared names: a second blank',
    both('Sở Đất', 'Sở  Đất'),
    'repeated-unit units.csv:4:2',
    'Sở  Đất',
    'already that of the unit on line 3',
  ],
  ['C6 two declared names: case', both('Sở Đất', 'SỞ ĐẤT'), 'repeated-unit units.csv:4:2', 'SỞ ĐẤT', 'line 3'],
  [
    'C6 two declared names: NFC and NFD',
    both('Sở Đất', 'Sở Đất'.normalize('NFD')),
    'repeated-unit units.csv:4:2',
    undefined,
    'line 3',
  ],
  ['C6 two declared names: Đ and Ð', both('Sở Đất', 'Sở Ðất'), 'repeated-unit units.csv:4:2', 'Sở Ðất', 'line 3'],
  [
    'C6 two declared names: a Cyrillic letter',
    both('Sở Hoa', 'Sở Ноa'),
    'repeated-unit units.csv:4:2',
    'Sở Ноa',
    'line 3',
  ],
  ['C6 two declared names: Hoà and Hòa', both('Hoà', 'Hòa'), 'repeated-unit units.csv:4:2', 'Hòa', 'line 3'],
  [
    'C6 two levels: Hoà and Hòa',
    { 'rubric.yaml': RUBRIC.replace('kip-thoi: 2, cham: 1', 'Hoà: 2, Hòa: 1') },
    'alike-names rubric.yaml:10:87',
    'Hòa',
    'look the same to a reader',
  ],
  [
    'C7 an id as a bare number',
    { 'rubric.yaml': RUBRIC.replace('"1.2"', '1.10') },
    'bare-number rubric.yaml:11:15',
    '1.10',
    'quote it: "1.10"',
  ],
  [
    'C7 1.10 became 1.1',
    eaten('1.10', '1.1'),
    `repeated-entry ${FILE}:3:0 + missing-row`,
    '1.1,2.5,2.25,',
    'a second row for 1.1',
  ],
  [
    'C8 3-1 became a date',
    eaten('3-1', '03-Jan'),
    `unknown-leaf ${FILE}:3:1 + missing-row`,
    '03-Jan',
    'a spreadsheet has turned the id into a date',
  ],
  [
    'C8 1.2 became a date of Vietnam',
    eaten('1.2', '1-Thg2'),
    `unknown-leaf ${FILE}:3:1 + missing-row`,
    '1-Thg2',
    'a spreadsheet has turned the id into a date',
  ],
  [
    'C8 1.2 became the number of a day',
    eaten('1.2', '46054'),
    `unknown-leaf ${FILE}:3:1 + missing-row`,
    '46054',
    'a spreadsheet has turned the id into a date',
  ],
  ['C8 001 became 1', eaten('001', '1'), `not-a-leaf ${FILE}:3:1 + missing-row`, '1', '1 has children of its own'],
  [
    'C8 002 became 2',
    eaten('002', '2'),
    `unknown-leaf ${FILE}:3:1 + missing-row`,
    '2',
    'turned the id "002" into a number',
  ],
  [
    'C8 1E5 became 100000',
    eaten('1E5', '100000'),
    `unknown-leaf ${FILE}:3:1 + missing-row`,
    '100000',
    'turned the id "1E5" into a number',
  ],
  [
    'C9 merged cells',
    called(''),
    'blank-cell entries/2024.csv:3:1',
    ',',
    'cells that were merged in a spreadsheet keep only the first',
  ],
  [
    'C a name of 201 letters',
    named('Y'.repeat(201)),
    'above-limit units.csv:2:2',
    undefined,
    'has 201 characters; the limit is 200',
    '--limit name=201',
  ],
  [
    'C an id of 201 letters',
    { 'units.csv': `${UNITS}${'y'.repeat(201)},Sở Tài chính,so\n` },
    'above-limit units.csv:5:1',
    undefined,
    'has 201 characters; the limit is 200',
  ],
];

const ACCEPTED: readonly Accepted[] = [
  [
    'C6 levels are compared as they are composed',
    {
      'rubric.yaml': RUBRIC.replace('kip-thoi', 'Kịp'),
      [FILE]: ENTRIES.replaceAll('kip-thoi', 'Kịp'.normalize('NFD')),
    },
    [],
    '8.56',
  ],
];

describe('C: refused, with the place, the cell made visible, the reason; nothing is written', () => {
  for (const refused of REFUSED) it(refused[0], () => proveRefused(refused));
});

describe('C: let through, for what it is', () => {
  for (const accepted of ACCEPTED) it(accepted[0], () => proveAccepted(accepted));

  it('C7 a rubric that holds 1.1 and 1.10 is warned of, with an id that is safe', async () => {
    const { stdout, stderr } = await runTool(['rubric', 'check', '.'], { cwd: folderOf(eaten('1.10', '1.10')) });
    const told = `${stderr}${stdout}`;
    expect(told).toContain('warning[look-alike-ids] rubric.yaml:11:15');
    expect(told).toContain('use ids such as "TC1.10"');
  });
});
