/** Threats C, rows 1 to 5 and 11: encodings, and characters that cannot be seen. */
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/model/visible.ts';
import { runTool } from '../surface.ts';
import {
  type Accepted,
  ENTRIES,
  entries,
  FILE,
  type Files,
  folderOf,
  named,
  noUnit,
  PROJECT,
  proveAccepted,
  proveRefused,
  type Refused,
  RUBRIC,
  UNITS,
} from './world.ts';

const hidden = (row: string, character: string, shown: string): Refused => [
  `C11 ${row} in a name`,
  named(`S${character}Y`),
  'hidden-in-name units.csv:2:2',
  `S${character}Y`,
  `"S${shown}Y" holds a character that cannot be seen`,
];

const control = (row: string, character: string, shown: string): Refused => [
  `C11 ${row} in a name`,
  named(`S${character}Y`),
  'control-character units.csv:2:0',
  character.charAt(0),
  `The character ${shown}`,
];

/** An escape in double quotes of YAML makes what the file itself does not hold. */
const escaped = (row: string, files: Files, at: string, shown: string): Refused => [
  `C11 ${row}`,
  files,
  `control-character ${at}`,
  undefined,
  `The character ${shown}`,
];

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const REFUSED: readonly Refused[] = [
  [
    'C1 a byte that is not UTF-8',
    { [FILE]: latin1(`${ENTRIES}1.5,\u00e1,,\n`) },
    `undecodable ${FILE}:6:0`,
    undefined,
    'Byte 0xe1 is not utf-8',
  ],
  [
    'C2 two marks at the beginning',
    { [FILE]: `\ufeff\ufeff${ENTRIES}` },
    `control-character ${FILE}:1:0`,
    undefined,
    'a byte order mark that is not the first character',
  ],
  [
    'C2 a mark inside',
    entries((text) => text.replace('1.2', '\ufeff1.2')),
    `control-character ${FILE}:3:0`,
    '\ufeff',
    '\\u{feff}',
  ],
  [
    'C3 UTF-16 without its mark',
    { [FILE]: Buffer.from(ENTRIES, 'utf16le') },
    `not-text ${FILE}:0:0`,
    undefined,
    'UTF-16 without its byte order mark',
  ],
  // windows-1258: ơ is 0xF5, the hook 0xD2, ê 0xEA, the acute 0xEC.
  [
    'C4 windows-1258 that was not declared',
    {
      'units.csv': latin1(
        UNITS.replace('Sở Y tế', 'S\u00f5\u00d2 Y t\u00ea\u00ec')
          .replaceAll(/[ộụưá]/g, 'a')
          .replaceAll('ở', 'o'),
      ),
    },
    'undecodable units.csv:2:0',
    undefined,
    'looks like windows-1258',
  ],
  // TCVN 5712: ở is 0xEB, ế is 0xD5.
  [
    'C5 TCVN3 that was not declared',
    { 'units.csv': latin1('id,name,group\nso-y-te,S\u00eb Y t\u00d5,so\n') },
    'undecodable units.csv:2:0',
    undefined,
    'looks like tcvn3',
  ],
  noUnit('C5 TCVN3 taken for Unicode', 'Së Y tÕ', 'Së Y tÕ', 'did you mean "so-y-te"?', 'looks like TCVN3'),
  noUnit('C5 VNI taken for Unicode', 'Sôû Y teá', 'Sôû Y teá', 'looks like VNI'),
  noUnit('C5 UTF-8 read as windows-1252', 'Sá»Ÿ Y táº¿', 'Sá»Ÿ Y táº¿', 'UTF-8 that was read as another encoding'),
  noUnit('C5 letters lost on saving', 'S? Y t?', 'S? Y t?', 'did you mean "so-y-te"?', 'etters were lost on saving'),
  control('an escape', '\u001b[31m', '\\u{1b} (escape)'),
  control('a backspace', '\b', '\\u{8}'),
  control('a control of C1', '\u009b', '\\u{9b}'),
  control('a direction override', '\u202e', '\\u{202e}'),
  control('a direction mark', '\u200e', '\\u{200e}'),
  control('an isolate', '\u2067', '\\u{2067}'),
  hidden('a soft hyphen', '\u00ad', '\\u{ad}'),
  hidden('a joiner', '\u200d', '\\u{200d}'),
  hidden('a letter of the tags', '\u{e0041}', '\\u{e0041}'),
  hidden('a filler', '\u3164', '\\u{3164}'),
  hidden('a variation selector', '\ufe0f', '\\u{fe0f}'),
  hidden('a private character', '\ue000', '\\u{e000}'),
  [
    'C11 an escape in a note',
    entries((text) => text.replace('2.25,', '2.25,\u001b]52;c;AAAA\u0007')),
    `control-character ${FILE}:3:0`,
    '\u001b',
    '2 such characters are in it',
  ],
  escaped(
    'an escape of YAML in a title',
    { 'parindex.yaml': `${PROJECT}title: "a\\x1b[31mb"\n` },
    'parindex.yaml:3:8',
    '\\u{1b} (escape)',
  ),
  escaped(
    'an override by an escape of YAML',
    { 'rubric.yaml': RUBRIC.replace('Báo cáo', '"a\\u202e"') },
    'rubric.yaml:11:29',
    '\\u{202e}',
  ),
  escaped(
    'an escape of YAML in a key',
    { 'rubric.yaml': RUBRIC.replace('cham:', '"a\\e":') },
    'rubric.yaml:10:92',
    '\\u{1b} (escape)',
  ),
];

const ACCEPTED: readonly Accepted[] = [
  ['C2 one mark at the beginning', { [FILE]: `\ufeff${ENTRIES}` }, [], '8.56'],
  ['C3 UTF-16 by its mark', { [FILE]: Buffer.from(`\ufeff${ENTRIES}`, 'utf16le') }, [], '8.56'],
  ['C5 TCVN3 in a declared name', named('Së Y tÕ'), ['garbled-name'], '8.56'],
  ['C5 VNI in a declared name', named('Sôû Y teá'), ['garbled-name'], '8.56'],
  ['C5 UTF-8 read as windows-1252 in a declared name', named('Sá»Ÿ Y táº¿'), ['garbled-name'], '8.56'],
  ['C5 letters lost in a declared name', named('S? Y t?'), ['garbled-name'], '8.56'],
  ['C11 an emoji with the choice of its look', named('Sở ❤\ufe0f'), [], '8.56'],
];

describe('C: refused, with the place, the cell made visible, the reason; nothing is written', () => {
  for (const refused of REFUSED) it(refused[0], () => proveRefused(refused));
});

describe('C: let through, for what it is', () => {
  for (const accepted of ACCEPTED) it(accepted[0], () => proveAccepted(accepted));
});

describe('C11: what is told of a hostile name', () => {
  it.each(['text', 'json', 'csv', 'markdown', 'sarif', 'junit', 'github'])(
    'has no control character, as %s',
    async (format) => {
      const cwd = folderOf({
        'entries/a\u001b[31m\u202e\u009b.csv': ENTRIES,
        [FILE]: ENTRIES.replace('kip-thoi', 'x\u200b\u00ad'),
      });
      const { exit, stdout, stderr } = await runTool(['check', '--format', format], {
        cwd,
      });
      expect(exit).toBe(1);
      expect(`${stdout}${stderr}`).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u200b\u00ad]/);
      expect(stdout).toContain('u{1b}');
    },
  );

  it('is the same to a file as to a terminal', () => {
    expect(printable('a\u001b]8;;http://x\u0007b')).toBe('a\\u{1b}]8;;http://x\\u{7}b');
  });
});
