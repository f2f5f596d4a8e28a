/**
 * The field in small: a sound project of three units, damaged in one place, and what the tool says to it. The tables
 * beside it go through the list of threats row by row; each case is named by the letter of its list and the row in it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { emptyFolder } from '../sample-project.ts';
import { runTool } from '../surface.ts';

export type Files = Readonly<Record<string, string | Uint8Array | null>>;

export const PROJECT = 'year: 2024\nlanguage: en\n';

export const RUBRIC = `format: 1
id: so-2024
title: Bộ tiêu chí cấp sở
applies_to: [so]
domains:
  - id: "1"
    title: Chỉ đạo, điều hành
    max: 10
    criteria:
      - { id: "1.1", title: Kế hoạch, max: 2, rule: { type: levels, levels: { kip-thoi: 2, cham: 1, khong: 0 } } }
      - { id: "1.2", title: Báo cáo, max: 3, rule: { type: given } }
      - { id: "1.3", title: Đúng hạn, max: 4, rule: { type: proportional, floor: 50% } }
      - { id: "1.4", title: Ngày trễ, max: 1, rule: { type: deduct, points: 0.1, min: 0 } }
`;

export const UNITS = 'id,name,group\nso-y-te,Sở Y tế,so\nso-noi-vu,Sở Nội vụ,so\nso-tu-phap,Sở Tư pháp,so\n';

/** The file that is damaged. */
export const FILE = 'entries/so-y-te.csv';

export const ENTRIES =
  'criterion,self,appraised,note\n1.1,kip-thoi,kip-thoi,\n1.2,2.5,2.25,\n1.3,92%,29/34,\n1.4,0,1,\n';

const SOUND: Files = {
  'parindex.yaml': PROJECT,
  'rubric.yaml': RUBRIC,
  'units.csv': UNITS,
  [FILE]: ENTRIES,
  'entries/so-noi-vu.csv': 'criterion,self,appraised,note\n1.1,cham,cham,\n1.2,2,2,\n1.3,95%,88.5%,\n1.4,0,0,\n',
  'entries/so-tu-phap.csv': 'criterion,self,appraised,note\n1.1,cham,cham,\n1.2,3,2.75,\n1.3,80%,79/90,\n1.4,2,2,\n',
};

/** The file with the appraised cell of a leaf written otherwise, as it stands in the file. */
export function withCell(written: string, leaf = '1.2'): Files {
  const lines = ENTRIES.split('\n').map((line) => (line.startsWith(`${leaf},`) ? `${leaf},,${written},` : line));
  return { [FILE]: lines.join('\n') };
}

/** The file changed. */
export function entries(change: (text: string) => string): Files {
  return { [FILE]: change(ENTRIES) };
}

/** All units in one file with a column `unit`, changed. */
export function inOneFile(change: (text: string) => string): Files {
  const rows = ['so-y-te', 'so-noi-vu', 'so-tu-phap'].flatMap((unit) =>
    ['1.1,cham', '1.2,2', '1.3,70%', '1.4,1'].map((row) => `${unit},${row}\n`),
  );
  return {
    ...{ [FILE]: null, 'entries/so-noi-vu.csv': null, 'entries/so-tu-phap.csv': null },
    'entries/2024.csv': change(`unit,criterion,appraised\n${rows.join('')}`),
  };
}

/** A folder with the sound project, changed; null leaves a file out. */
export function folderOf(changes: Files): string {
  const cwd = emptyFolder();
  for (const [path, text] of Object.entries({ ...SOUND, ...changes })) {
    if (text === null) continue;
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  return cwd;
}

export interface Told {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly message: string;
  readonly hint: string;
}

/** What `check` finds in a folder, notes left out. */
export async function toldIn(cwd: string, argv: readonly string[] = ['check']): Promise<readonly Told[]> {
  const { exit, stdout } = await runTool([...argv, '--format', 'json'], { cwd });
  const { diagnostics, refused } = JSON.parse(stdout) as { diagnostics: readonly Told[]; refused: boolean };
  expect(exit).toBe(refused ? 1 : 0);
  return diagnostics.filter(({ severity }) => severity !== 'note');
}

/**
 * A case of a table: row of the list, damage, where it is told (`code file:line:column`, and `+ code` for what follows
 * from it), the text above the caret (undefined where none is shown), and what is said.
 */
export type Refused = readonly [
  row: string,
  files: Files,
  at: string,
  caret: string | undefined,
  ...says: readonly string[],
];

/** The unit so-y-te under another name. */
export const named = (name: string): Files => ({ 'units.csv': UNITS.replace('Sở Y tế', name) });

/** The unit of one row written otherwise. */
export const called = (unit: string): Files => inOneFile((text) => text.replace('so-y-te,1.2', `${unit},1.2`));

/** A row of a unit that nobody declared. */
export const noUnit = (row: string, unit: string, shown: string, ...says: readonly string[]): Refused => [
  row,
  called(unit),
  'unknown-unit entries/2024.csv:3:1',
  unit,
  `There is no unit "${shown}"`,
  ...says,
];

/** The input is refused as the case says: by `check` with its place, by `rank` with no file written. */
export async function proveRefused([, files, at, caret, ...says]: Refused, argv?: readonly string[]): Promise<void> {
  const cwd = folderOf(files);
  const told = await toldIn(cwd, argv);
  const [place = '', ...more] = at.split(' + ');
  const errors = told.filter(({ severity }) => severity === 'error');
  const found = errors.find((one) => `${one.code} ${one.file}:${one.line}:${one.column}` === place);
  const all = errors.map((one) => `${one.code} ${one.file}:${one.line}:${one.column}`);
  expect(all).toContain(place);
  expect(new Set(errors.map(({ code }) => code))).toEqual(new Set([place.split(' ')[0], ...more]));
  if (found === undefined) return;
  if (caret !== undefined) expect(underCaret(cwd, found)).toBe(caret);
  for (const part of says) expect(`${found.message}\n${found.hint}`).toContain(part);
  const ranked = await runTool(['rank', '.', '-o', 'ranking.csv'], { cwd });
  expect([ranked.exit, ranked.stdout, existsSync(join(cwd, 'ranking.csv'))]).toEqual([1, '', false]);
}

/** What the page shows above the caret. */
function underCaret(cwd: string, { file, line, from, to }: Told): string {
  const text = readFileSync(join(cwd, file), 'utf8').replace(/^\ufeff/, '');
  const shown = text.split(/\r\n|\r|\n/)[line - 1] ?? '';
  return from === null || to === null ? '' : shown.slice(from - 1, to - 1);
}

/** A case that is let through: row of the list, files, the warnings told, and the points of so-y-te. */
export type Accepted = readonly [row: string, files: Files, warnings: readonly string[], points: string];

/** The input is ranked, with just these warnings. */
export async function proveAccepted([, files, warnings, points]: Accepted): Promise<void> {
  const cwd = folderOf(files);
  expect((await toldIn(cwd)).map(({ code }) => code)).toEqual(warnings);
  const { exit, stdout } = await runTool(['rank', '--format', 'json'], { cwd });
  expect(exit).toBe(0);
  const { units } = JSON.parse(stdout).groups[0] as { units: readonly { unit: string; points: string }[] };
  expect(units.find(({ unit }) => unit === 'so-y-te')?.points).toBe(points);
}
