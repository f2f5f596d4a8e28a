/**
 * The outputs of the built program on a disk that fails and under signals that come at the worst moment. After each
 * run every output is the old file or the new one, whole; exit code 0 is given only where both are new.
 *
 *   every system call of the outputs in turn: an error, a short write, kill -9, SIGTERM     (strace)
 *   a small disk that is full to within a few pages                                         (tmpfs in a mount namespace)
 *   /dev/full as standard output
 *   kill -9 after a time that grows from run to run
 *
 * Run after a build: npm run faults
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const tool = [process.execPath, join(root, 'bin', 'parindex.js')];
const base = mkdtempSync(join(tmpdir(), 'parindex-faults-'));
const NAMES = ['a.csv', 'b.json'];
const OLD = 'old\n';
const [KILLS, AT_ONCE] = [200, 4];
const ARGS = ['rank', 'cchc', '--quiet', ...NAMES.flatMap((name) => ['-o', `out/${name}`])];
/** What the tool asks of a folder of outputs. */
const CALLS = 'statx,access,openat,write,fchmod,fsync,pread64,close,link,rename,unlink';
let counter = 0;
let passed = 0;

/** A folder with the sample, and old outputs. */
function workplace() {
  const folder = join(base, `${counter++}`);
  cpSync(join(root, 'fixtures', 'khanh-hoa-2019'), join(folder, 'cchc'), { recursive: true });
  mkdirSync(join(folder, 'out'));
  for (const name of NAMES) writeFileSync(join(folder, 'out', name), OLD);
  return folder;
}

/** Runs a command to its end; `after` milliseconds later it is killed. */
function run([command, ...args], cwd, after) {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (exit, signal) => {
      clearTimeout(timer);
      done({ exit, signal, said });
    });
  });
}

/** 'old' or 'new' for each output, and whatever stands beside them. A file that is neither ends the script. */
function stateOf(folder, wanted) {
  const states = NAMES.map((name) => {
    const bytes = readFileSync(join(folder, 'out', name));
    const isNew = bytes.equals(wanted.get(name));
    assert(isNew || bytes.equals(Buffer.from(OLD)), `${name} is half written: ${bytes.length} bytes`);
    return isNew ? 'new' : 'old';
  });
  return { states, beside: readdirSync(join(folder, 'out')).filter((name) => !NAMES.includes(name)) };
}

/** Does all of it, a few at a time. The first failure ends it, with the name of what was tried. */
async function all(title, cases, work) {
  const left = [...cases];
  assert(left.length > 0, `${title}: nothing was tried`);
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const folder = workplace();
      await work(one, folder).catch((error) => {
        throw new Error(`${title}, ${JSON.stringify(one)}: ${error.message}`, { cause: error });
      });
      rmSync(folder, { recursive: true });
      passed++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  process.stdout.write(`ok ${title}: ${cases.length} runs\n`);
}

/** Hidden names come in order in place of at random, so that strace can be told of them before. */
const NAMED = `const crypto = require('node:crypto');
let count = 0;
crypto.randomBytes = (size) => Buffer.alloc(size, ++count);
`;

/** Runs the tool, and gives how it ended and each of its calls on the outputs. `inject`: which call is spoilt, and how. */
async function traced(folder, inject) {
  const [log, out] = [join(folder, 'log'), join(folder, 'out')];
  writeFileSync(join(folder, 'named.cjs'), NAMED);
  const hidden = NAMES.flatMap((name) =>
    [1, 2, 3, 4].flatMap((count) => ['tmp', 'old'].map((ending) => `.${name}.${`0${count}`.repeat(6)}.${ending}`)),
  );
  const paths = ['', ...NAMES, ...hidden].flatMap((name) => ['-P', join(out, name)]);
  const strace = [
    'strace',
    '-y',
    '-s',
    '0',
    '-o',
    log,
    '-e',
    `trace=${CALLS}`,
    ...paths,
    ...(inject ? ['-e', inject] : []),
  ];
  const ended = await run([...strace, tool[0], '--require', './named.cjs', ...tool.slice(1), ...ARGS], folder);
  const lines = readFileSync(log, 'utf8').split('\n');
  return { ...ended, calls: lines.flatMap((line) => /^\w+(?=\()/.exec(line)?.[0] ?? []) };
}

/** One run with one call spoilt. */
async function spoil({ name, at, how, onwards = '' }, folder) {
  const ended = await traced(folder, `inject=${name}:${how}:when=${at}${onwards}`);
  const isMet = ended.calls.filter((call) => call === name).length >= at;
  assert(isMet, `the call was not met; exit ${ended.exit} ${ended.said}`);
  return ended;
}

const isOne = ({ states: [a, b] }) => a === b;

async function everyCall(wanted) {
  const sound = await traced(workplace());
  assert.equal(sound.exit, 0, 'the sound run');
  const calls = sound.calls.map((name, index) => ({
    name,
    at: sound.calls.slice(0, index + 1).filter((other) => other === name).length,
  }));
  const each = (how, names) =>
    calls.filter(({ name }) => names === undefined || names.includes(name)).map((call) => ({ ...call, how }));
  const failed = (isWhole) => async (one, folder) => {
    const ended = await spoil(one, folder);
    const state = stateOf(folder, wanted);
    assert.equal(ended.exit, 3, `exit ${ended.exit} ${ended.signal}: ${ended.said}`);
    assert(/^out\/.*: .+\.$/m.test(ended.said), `says: ${ended.said}`);
    if (isWhole) assert(isOne(state), `one old, one new: ${ended.said}`);
    for (const name of state.beside) assert(ended.said.includes(name), `${name} is left and not told: ${ended.said}`);
  };
  await all(
    'a call that fails',
    [...each('error=EIO'), ...each('error=ENOSPC', ['openat', 'write', 'fsync', 'link'])],
    failed(true),
  );
  await all('a write that says more than it did', each('retval=100', ['write']), failed(true));
  const onwards = each('error=EIO', ['rename', 'unlink', 'openat', 'fsync']).map((one) => ({ ...one, onwards: '+' }));
  await all('a call that fails from then on', onwards, failed(false));
  await all('kill -9 at a call', each('signal=KILL'), async (one, folder) => {
    const ended = await spoil(one, folder);
    stateOf(folder, wanted);
    assert.equal(ended.signal, 'SIGKILL');
  });
  await all('SIGTERM at a call', each('signal=TERM', ['write', 'fsync', 'rename', 'unlink']), async (one, folder) => {
    const ended = await spoil(one, folder);
    const state = stateOf(folder, wanted);
    assert.equal(ended.signal ?? ended.exit, 'SIGTERM', ended.said);
    assert(isOne(state) && state.beside.length === 0, `${state.states} ${state.beside}`);
  });
}

/** The outputs on a disk of 64 pages of which so many are left. */
function onSmallDisk(pages) {
  return [
    'mount -t tmpfs -o size=256k tmpfs out && printf "old\\n" >out/a.csv && printf "old\\n" >out/b.json || exit 99',
    `head -c ${(62 - pages) * 4096} /dev/zero >out/filler || exit 99`,
    '"$@"; code=$?',
    'rm out/filler; cp -a out/. kept/; exit $code',
  ].join('\n');
}

async function fullDisk(wanted) {
  const inside = ['unshare', '-m', ...(process.getuid() === 0 ? [] : ['-r'])];
  const probe = mkdtempSync(join(base, 'probe-'));
  const can = spawnSync(inside[0], [...inside.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', probe]).status === 0;
  if (!can) return process.stdout.write('-- no small disk: this session may not mount one\n');
  const codes = new Set();
  await all('a disk with few pages left', [0, 1, 2, 3, 4, 5, 6, 7, 8, 12], async (pages, folder) => {
    mkdirSync(join(folder, 'kept'));
    const ended = await run([...inside, 'sh', '-c', onSmallDisk(pages), 'sh', ...tool, ...ARGS], folder);
    cpSync(join(folder, 'kept'), join(folder, 'out'), { recursive: true, force: true });
    const state = stateOf(folder, wanted);
    assert.deepEqual([state.beside, state.states], [[], Array(2).fill(ended.exit === 0 ? 'new' : 'old')], ended.said);
    assert(ended.exit === 0 || (ended.exit === 3 && ended.said.includes('the disk is full')), ended.said);
    codes.add(ended.exit);
  });
  assert.equal(codes.size, 2, 'the disk was always full or never');
}

async function fullStandardOutput() {
  await all('/dev/full as standard output', ['table', 'csv', 'json', 'html'], async (format, folder) => {
    const line = `exec "$@" --format ${format} >/dev/full`;
    const { exit, said } = await run(['sh', '-c', line, 'sh', ...tool, 'rank', 'cchc'], folder);
    assert.deepEqual([exit, said], [3, said.match(/^stdout: the disk is full.*\n$/m)?.[0]]);
  });
}

/** From the middle of a run to somewhat after its end. */
async function anyMoment(wanted) {
  const took = [];
  await all('how long a run takes', [...Array(AT_ONCE * 2).keys()], async (_, folder) => {
    const start = process.hrtime.bigint();
    await run([...tool, ...ARGS], folder);
    took.push(Number((process.hrtime.bigint() - start) / 1_000_000n));
  });
  const usual = took.sort((a, b) => a - b)[AT_ONCE];
  const seen = { killed: 0, whole: 0 };
  await all('kill -9 at any moment', [...Array(KILLS).keys()], async (at, folder) => {
    const { exit, signal, said } = await run([...tool, ...ARGS], folder, usual * (0.5 + at / KILLS));
    const { states } = stateOf(folder, wanted);
    assert(signal === 'SIGKILL' || exit === 0, `exit ${exit}: ${said}`);
    if (exit === 0) assert.deepEqual(states, ['new', 'new'], 'exit code 0 with an old file');
    seen[signal === 'SIGKILL' ? 'killed' : 'whole']++;
  });
  process.stdout.write(`   killed: ${seen.killed}, done before: ${seen.whole}\n`);
  assert(seen.killed > 0, 'none was killed');
}

try {
  const folder = workplace();
  const { exit, said } = await run([...tool, ...ARGS], folder);
  assert.equal(exit, 0, said);
  const wanted = new Map(NAMES.map((name) => [name, readFileSync(join(folder, 'out', name))]));
  if (spawnSync('strace', ['-V']).status === 0) await everyCall(wanted);
  else process.stdout.write('-- no strace here: no call was made to fail\n');
  await fullDisk(wanted);
  await fullStandardOutput();
  await anyMoment(wanted);
  process.stdout.write(`${passed} runs, all of the old or all of the new\n`);
} finally {
  rmSync(base, { recursive: true, force: true });
}
