/**
 * Nothing around the tool is in what it gives: the real process, run in circumstances of all kinds, writes the same
 * bytes; and it needs nothing of node that a careful administrator would take away.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copySample } from './sample-project.ts';
import { ROOT } from './surface.ts';

const RANKINGS = ['rank --format csv', 'rank --format json', 'rank --format html --lang vi', 'report --format html'];
const COMMANDS = [...RANKINGS, 'check --format json'];

interface Circumstances {
  readonly cwd: string;
  /** The folder of the project, as it is named there. */
  readonly project?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  /** The text of a module that is loaded before the tool. */
  readonly hook?: string;
}

/** Does what bin/parindex.js does, once for each command, in one process. */
const DRIVER = `
const { writeSync } = require('node:fs');
const { start } = require(${JSON.stringify(join(ROOT, 'dist/process.js'))});
const [project, ...commands] = process.argv.slice(1);
(async () => {
for (const command of commands) {
  process.argv = [process.argv[0], 'parindex', ...command.split(' '), project];
  process.exitCode = undefined;
  await start();
  writeSync(1, \`\\nexit \${process.exitCode} of \${command}\\n\`);
}
process.exitCode = 0;
})();
`;

/** What commands write and how they end, with each byte as a character. */
function run(
  commands: readonly string[],
  { cwd, project = 'cchc', env = {}, flags = [], hook }: Circumstances,
): string {
  const loaded = hook === undefined ? [] : [`--import=data:text/javascript,${encodeURIComponent(hook)}`];
  const argv = [...flags, ...loaded, '-e', DRIVER, project, ...commands];
  const { LANG: _, LC_ALL: __, TZ: ___, NODE_OPTIONS: ____, FORCE_COLOR: _____, ...usual } = process.env;
  const ran = spawnSync(process.execPath, argv, { cwd, env: { ...usual, ...env }, maxBuffer: 1e9 });
  const said = ran.stderr.toString('latin1').replace(/^\(node:.*\n|^\(Use `node .*\n/gm, '');
  return `${said}${ran.stdout.toString('latin1')}`;
}

/** Said once: the sample is the same in every folder. */
const usual = new Map<string, string>();

function usually(commands: readonly string[]): string {
  const key = commands.join();
  const known = usual.get(key) ?? run(commands, { cwd: copySample() });
  usual.set(key, known);
  expect(known.match(/^exit 0 of /gm)).toHaveLength(commands.length);
  return known;
}

/** Another day, another chance, and folders listed the other way round. */
const OTHER_WORLD = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { readdirSync } = fs;
fs.readdirSync = (...asked) => readdirSync(...asked).reverse();
syncBuiltinESMExports();
const Now = Date;
globalThis.Date = class extends Now {
  constructor(...given) { super(...(given.length === 0 ? [Now.UTC(2031, 1, 28, 23, 59)] : given)); }
  static now() { return Now.UTC(2031, 1, 28, 23, 59); }
};
Math.random = () => 0.75;
`;

describe('the same bytes', () => {
  const AROUND: readonly (readonly [string, Omit<Circumstances, 'cwd'>])[] = [
    [
      'in Vietnamese, east of everybody, with one thread',
      {
        env: { LANG: 'vi_VN.UTF-8', LC_ALL: 'vi_VN.UTF-8', TZ: 'Pacific/Kiritimati', UV_THREADPOOL_SIZE: '1' },
      },
    ],
    [
      'in Turkish, west of everybody, with many threads and another home',
      {
        env: {
          ...{ LANG: 'C', LC_ALL: 'tr_TR.UTF-8', TZ: 'Etc/GMT+12', UV_THREADPOOL_SIZE: '64' },
          ...{ HOME: '/nonexistent', USER: 'khác', COLUMNS: '40', LC_NUMERIC: 'de_DE.UTF-8' },
        },
      },
    ],
    ['on another day, by another chance, with the files in another order', { hook: OTHER_WORLD }],
  ];

  it.each(AROUND)('%s', (_, around) => {
    expect(run(COMMANDS, { cwd: copySample(), ...around })).toBe(usually(COMMANDS));
  });

  it.each([
    ['a/b', '../../cchc'],
    ['cchc', '.'],
    ['a', '/other name/'],
  ])('from the working folder %s, of the project named %s: its files are named from its own folder', (from, named) => {
    const cwd = copySample();
    mkdirSync(join(cwd, 'a/b'), { recursive: true });
    cpSync(join(cwd, 'cchc'), join(cwd, 'other name'), { recursive: true });
    const project = named.startsWith('/') ? `${cwd}${named}` : named;
    expect(run(RANKINGS, { cwd: join(cwd, from), project })).toBe(usually(RANKINGS));
  });

  it('of faults too, which name files from the working folder', () => {
    const cwd = copySample();
    const check = ['check --format json'];
    expect(run(check, { cwd, project: join(cwd, 'cchc') })).toBe(usually(COMMANDS).slice(usually(RANKINGS).length));
  });
});

describe('under a flag that takes something of the language away', () => {
  const MORE = [
    ...['explain khanh-vinh 1.1', 'scorecard cam-lam', 'plan van-ninh --grade tot', 'check --format sarif'],
    ...['rank --format xlsx -o -', 'report --format docx -o -', 'rubric schema'],
  ];

  it.each(['--frozen-intrinsics', '--disable-proto=throw', '--disallow-code-generation-from-strings'])('%s', (flag) => {
    const all = [...COMMANDS, ...MORE];
    expect(run(all, { cwd: copySample(), flags: [flag] })).toBe(usually(all));
  });
});
