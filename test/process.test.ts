/** The real process: each exit code of the contract, and streams, files and signals that break in the middle. */
import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inShell, readSlowly } from './real-process.ts';
import { copySample, edit, emptyFolder } from './sample-project.ts';

const isLinux = process.platform === 'linux';

/** Breaks the tool itself, once it has read its inputs: a function that figures cannot do without throws. */
const BUG = `BigInt.prototype.toString = () => { throw new TypeError('planted') }`;

/** Sends the process a signal when it flushes its first file. */
const signalled = (signal: string): string => `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { fsyncSync } = fs;
  let sent = false;
  fs.fsyncSync = (file) => {
    if (!sent) process.kill(process.pid, '${signal}');
    sent = true;
    fsyncSync(file);
  };
  syncBuiltinESMExports();`;

/** A change of an input after it was read: the file is touched when the process closes it. */
const CHANGED = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { openSync, closeSync } = fs;
  let units;
  fs.openSync = (path, ...more) => {
    const file = openSync(path, ...more);
    if (String(path).endsWith('units.csv')) units = file;
    return file;
  };
  fs.closeSync = (file) => {
    closeSync(file);
    if (file !== units) return;
    units = undefined;
    fs.appendFileSync('cchc/units.csv', 'x');
  };
  syncBuiltinESMExports();`;

interface Case {
  readonly exit: number;
  readonly why: string;
  readonly line: string;
  readonly prepare?: (folder: string) => void;
  readonly hook?: string;
  /** What stderr says. */
  readonly says?: string;
  /** What stdout has; nothing if absent. */
  readonly gives?: string;
}

const REFUSED = (folder: string): void =>
  edit(folder, 'cchc/entries/khanh-son.csv', (text) => text.replace(/^1\.2,.*\n/m, ''));

const CASES: readonly Case[] = [
  { exit: 0, why: 'a ranking', line: 'parindex rank cchc --format csv', gives: 'khanh-vinh' },
  { exit: 0, why: 'help', line: 'parindex --help', gives: 'Usage: parindex' },
  { exit: 0, why: 'thrown away', line: 'parindex rank cchc >/dev/null' },
  { exit: 1, why: 'data refused', line: 'parindex rank cchc', prepare: REFUSED, says: 'error[missing-row]' },
  {
    exit: 1,
    why: 'more faults than an exit code can count',
    line: 'parindex check cchc >/dev/null',
    prepare: (folder) => edit(folder, 'cchc/entries/cam-lam.csv', (text) => `${text}${'x,1,1,,,,,\n'.repeat(256)}`),
  },
  { exit: 2, why: 'asked wrongly', line: 'parindex rnak', says: 'Did you mean rank?' },
  { exit: 2, why: 'nothing asked', line: 'parindex', gives: 'Usage: parindex' },
  {
    exit: 3,
    why: 'no folder for the output',
    line: 'parindex rank cchc -o none/a.csv',
    says: 'there is no folder none',
  },
  {
    exit: 3,
    why: 'a symbolic link as output',
    line: 'parindex rank cchc -o a.csv',
    prepare: (folder) => symlinkSync('b.csv', join(folder, 'a.csv')),
    says: 'a.csv: is a symbolic link',
  },
  {
    exit: 3,
    why: 'an input as output, by another name',
    line: 'parindex rank cchc -o a.csv',
    prepare: (folder) => linkSync(join(folder, 'cchc/units.csv'), join(folder, 'a.csv')),
    says: 'a.csv: is the input cchc/units.csv',
  },
  {
    exit: 3,
    why: 'an input as standard output',
    line: 'parindex rank cchc >>cchc/units.csv',
    says: 'stdout: is the input cchc/units.csv',
  },
  {
    exit: 3,
    why: 'an input that changes',
    line: 'parindex rank cchc -o a.csv',
    hook: CHANGED,
    says: 'cchc/units.csv: was changed while it was being read',
  },
  {
    exit: 4,
    why: 'a difference',
    line: 'echo "29/34 = 70,5%" >claims.txt; parindex audit claims.txt',
    gives: 'refuted',
  },
  { exit: 70, why: 'a bug', line: 'parindex rank cchc -o a.csv', hook: BUG, says: 'TypeError: planted' },
  { exit: 130, why: 'SIGINT', line: 'parindex rank cchc -o a.csv', hook: signalled('SIGINT') },
  { exit: 143, why: 'SIGTERM', line: 'parindex rank cchc -o a.csv', hook: signalled('SIGTERM') },
  {
    exit: 143,
    why: 'SIGTERM while it waits for standard input',
    line: 'sleep 9 | { parindex rank --rubric cchc/rubric.yaml - & tool=$!; sleep 1; kill $tool; wait $tool; }',
  },
];

const ON_LINUX: readonly Case[] = [
  {
    exit: 3,
    why: 'a full disk behind stdout',
    line: 'parindex rank cchc >/dev/full',
    says: 'stdout: the disk is full',
  },
  { exit: 3, why: 'help to a full disk', line: 'parindex --help >/dev/full', says: 'stdout: the disk is full' },
  { exit: 3, why: 'stdout closed', line: 'parindex rank cchc >&-', says: 'stdout: is closed' },
  { exit: 0, why: 'stdout closed, where nothing goes there', line: 'parindex rank cchc -o a.csv >&-' },
  { exit: 1, why: 'stdin closed', line: 'parindex rank --rubric cchc/rubric.yaml - <&-', says: 'The file is empty.' },
  {
    exit: 3,
    why: 'a folder as stdin',
    line: 'parindex rank --rubric cchc/rubric.yaml - <cchc',
    says: '-: is a folder',
  },
  {
    exit: 3,
    why: 'part of the bytes taken by a limit of the session',
    line: 'ulimit -f 1; trap "" XFSZ; parindex rank cchc --leaves --format json >a.json',
    says: 'stdout: the file is larger than this disk or this session permits',
  },
  {
    exit: 3,
    why: 'part of the bytes of a file taken by a limit of the session',
    line: 'ulimit -f 1; trap "" XFSZ; parindex rank cchc --leaves --format json -o a.json',
    says: 'a.json: the file is larger than this disk or this session permits',
  },
  { exit: 0, why: 'stderr closed', line: 'parindex rank cchc --format csv 2>&-', gives: 'khanh-vinh' },
  { exit: 1, why: 'stderr full', line: 'parindex rank cchc 2>/dev/full', prepare: REFUSED },
];

describe('exit codes', () => {
  it.each([...CASES, ...(isLinux ? ON_LINUX : [])])('$exit: $why', ({ exit, line, prepare, hook, says, gives }) => {
    const folder = copySample();
    prepare?.(folder);
    const old = readdirSync(folder).filter((name) => name !== 'a.csv');
    const ran = inShell(line, folder, hook);
    expect([ran.exit, ran.stderr]).toEqual([exit, expect.stringContaining(says ?? '')]);
    expect(ran.stdout).toEqual(gives === undefined ? '' : expect.stringContaining(gives));
    // No stack, and nothing half done: the claims and what a shell opened are the only new names.
    expect(ran.stderr).not.toMatch(/^ {4}at /m);
    const left = readdirSync(folder).filter((name) => name !== 'claims.txt' && !name.startsWith('a.'));
    expect(left).toEqual(old);
  });

  it('say no more than they must: quiet on signals, one line on a bug, the stack where it is asked for', () => {
    const folder = copySample();
    expect(inShell('parindex rank cchc -o a.csv', folder, signalled('SIGINT')).stderr).toBe('');
    const line = 'parindex rank cchc -o a.csv --lang vi';
    expect(inShell(line, folder, BUG).stderr).toMatch(
      /^TypeError: planted: lỗi của chính parindex với đầu vào sha256 [0-9a-f]{16}; .*\n$/,
    );
    expect(inShell(`PARINDEX_DEBUG=1 ${line}`, folder, BUG).stderr).toMatch(/^ {4}at /m);
  });

  it('3 is said in the language of the project', () => {
    const folder = copySample();
    edit(folder, 'cchc/parindex.yaml', (text) => `${text}language: vi\n`);
    const { stderr } = inShell('parindex rank cchc -o cchc/units.csv', folder);
    expect(stderr).toContain('không bao giờ ghi đè đầu vào');
    expect(inShell('parindex rank cchc -o none/a.csv --lang vi', folder).stderr).toContain('không có thư mục none');
  });
});

describe('a pipe', () => {
  it('that is read slowly gets everything', async () => {
    const folder = copySample();
    const argv = ['rank', 'cchc', '--leaves', '--format', 'json'];
    expect(inShell(`parindex ${argv.join(' ')} -o whole.json`, folder).exit).toBe(0);
    const whole = readFileSync(join(folder, 'whole.json'));
    // More than a pipe holds, so that the process has to wait for its reader.
    expect(whole.length).toBeGreaterThan(65_536);
    const read = await readSlowly(argv, folder);
    expect(Buffer.compare(read, whole)).toBe(0);
  });

  it('whose reader has seen enough is no failure, and files are complete', () => {
    const folder = copySample();
    const line = 'set -o pipefail; parindex rank cchc --leaves --format json -o - -o a.json | head -c 1';
    expect(inShell(line, folder)).toEqual({ exit: 0, stdout: '{', stderr: '' });
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')).schema).toBe('parindex/ranking/1');
  });

  it('whose reader is gone leaves the code of the work: a refusal stays one', () => {
    const folder = copySample();
    REFUSED(folder);
    const line = 'set -o pipefail; parindex check cchc --format json | true';
    expect(inShell(line, folder)).toEqual({ exit: 1, stdout: '', stderr: '' });
  });
});

describe('several outputs', () => {
  it('are each written in the format of its ending', () => {
    const folder = copySample();
    expect(inShell('parindex rank cchc -o a.csv -o a.json', folder)).toEqual({ exit: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe(inShell('parindex rank cchc -f csv', folder).stdout);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(inShell('parindex rank cchc -f json', folder).stdout);
  });

  it.each([
    ['a folder', (folder: string) => mkdirSync(join(folder, 'a.json')), 3, 'a.json: is a folder'],
    ['the other', () => {}, 3, 'is the same file as the output'],
  ])('none is written where one is %s', (_, prepare, exit, says) => {
    const folder = copySample();
    prepare(folder);
    writeFileSync(join(folder, 'a.csv'), 'old\n');
    const second = says.includes('same') ? './a.csv' : 'a.json';
    const ran = inShell(`parindex rank cchc -o a.csv -o ${second}`, folder);
    expect([ran.exit, ran.stderr]).toEqual([exit, expect.stringContaining(says)]);
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('old\n');
  });
});

describe.runIf(isLinux)('twenty thousand files', () => {
  it('are read where 256 may be open; one more is refused by the limit', () => {
    const folder = emptyFolder();
    const criteria = '{ id: "1.1", title: C, max: 2, rule: { type: given } }';
    const rubric = `format: 1\nid: r\ntitle: R\ndomains: [{ id: "1", title: D, max: 2, criteria: [${criteria}] }]\n`;
    writeFileSync(join(folder, 'rubric.yaml'), rubric);
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'one.csv'), 'criterion,self,appraised\n1.1,1,2\n');
    for (let at = 0; at < 20_000; at++) linkSync(join(folder, 'one.csv'), join(folder, `data/xa-${at}.csv`));
    const line = 'ulimit -n 256; parindex rank --rubric rubric.yaml data --quiet -o a.csv';
    expect(inShell(line, folder)).toEqual({ exit: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'a.csv'), 'utf8').trimEnd().split('\n').length).toBe(20_001);
    linkSync(join(folder, 'one.csv'), join(folder, 'data/one-more.csv'));
    const { exit, stderr } = inShell(line, folder);
    expect([exit, stderr]).toEqual([1, expect.stringContaining('The folder has 20001 CSV files; the limit is 20000.')]);
    expect(statSync(join(folder, 'a.csv')).size).toBeGreaterThan(0);
  });
});

/** Tells on stderr which flags of V8 are set. */
const FLAGS = `
  import v8 from 'node:v8';
  import { syncBuiltinESMExports } from 'node:module';
  const { setFlagsFromString } = v8;
  v8.setFlagsFromString = (flags) => {
    process.stderr.write(flags + '\\n');
    setFlagsFromString(flags);
  };
  syncBuiltinESMExports();`;

/** Pretends another V8. */
const OTHER_V8 = `Object.defineProperty(process, 'versions', { value: { ...process.versions, v8: '99.3.1' } });`;

describe('what V8 makes of loops', () => {
  const late = '--interrupt-budget=1000000\n';
  const early = '--semi-space-growth-factor=1 --interrupt-budget=135168\n';

  it.each([
    ['put off', 0, late],
    ['made as soon as ever once a file is large', 100_000, late + early],
  ])('is %s; of another V8 than the one that was tried nothing is asked', (_, more, stderr) => {
    const folder = copySample();
    edit(folder, 'cchc/rubric.yaml', (text) => `${text}# ${'x'.repeat(more)}\n`);
    const line = 'parindex rank cchc > ranking.txt';
    const isTried = process.versions.v8.startsWith('11.3.');
    expect(inShell(line, folder, FLAGS)).toEqual({ exit: 0, stdout: '', stderr: isTried ? stderr : '' });
    expect(inShell(line, folder, OTHER_V8 + FLAGS)).toEqual({ exit: 0, stdout: '', stderr: '' });
  });
});
