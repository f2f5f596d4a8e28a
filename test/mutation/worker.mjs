/**
 * A process that has loaded tests once and runs them at its parent's word.
 *
 *   { kind: 'all' }                            each test once, without a mutant: its time, whether it passes, the switches it passes
 *   { kind: 'mutant', id, tests, ... }         these tests with this mutant, until one notices
 */
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Stryker's: a mutant whose switch is passed so many times oftener than without it goes round for ever. */
const OFTENER = 100;

const { root, testFiles, switched, counting } = JSON.parse(process.argv[2]);
register('./loader.mjs', import.meta.url, { data: { root, switched, counting } });
const { beginFile, runTest, tests } = await import('./stand-in.mjs');
const { CUT_SHORT } = await import('./fewer-cases.mjs');
/** What the switches look at. */
globalThis.__stryker__ = {};
const switches = globalThis.__stryker__;

const shared = new SharedArrayBuffer(8);
const until = new Float64Array(shared);
new Worker(new URL('./watchdog.mjs', import.meta.url), { workerData: shared }).unref();

for (const file of testFiles) {
  beginFile(file);
  await import(pathToFileURL(join(root, file)).href);
}
const byName = new Map(tests.map((test) => [test.name, test]));

/** Milliseconds of the processor. */
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function passes(name) {
  const test = byName.get(name);
  if (test === undefined) throw new Error(`there is no test "${name}"`);
  try {
    await runTest(test);
    return true;
  } catch (error) {
    return error === CUT_SHORT;
  }
}

async function runAll() {
  const results = [];
  for (const { name, file } of tests) {
    switches.currentTestId = name;
    const before = spent();
    const passed = await passes(name);
    results.push({ name, file, passed, time: spent() - before });
  }
  return { tests: results, counted: switches.mutantCoverage ?? { static: {}, perTest: {} } };
}

/**
 * `hits`: how often the tests pass the switch without the mutant; `limit`: the milliseconds of the processor that they
 * may take. `reached` tells whether the mutant was come by at all, `spoiled` whether a test that noticed it fails without it too.
 */
async function tryMutant({ id, tests: names, hits, limit }) {
  Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit: hits * OFTENER });
  until[0] = spent() + limit;
  let by;
  for (const name of names) {
    process.send({ kind: 'at', name });
    by = (await passes(name)) ? undefined : name;
    if (by !== undefined || switches.hitCount > switches.hitLimit) break;
  }
  const hangs = switches.hitCount > switches.hitLimit;
  const reached = switches.hitCount > 0;
  Object.assign(switches, { activeMutant: undefined, hitCount: undefined });
  const spoiled = by !== undefined && !(await passes(by));
  until[0] = 0;
  const status = hangs ? 'Timeout' : by === undefined ? 'Survived' : 'Killed';
  return { status, ...(by === undefined ? {} : { by }), reached, spoiled };
}

process.on('disconnect', () => process.exit());
process.on('unhandledRejection', (error) => {
  throw error;
});
process.on('message', async (message) => {
  process.send({ kind: 'done', ...(message.kind === 'all' ? await runAll() : await tryMutant(message)) });
});
process.send({ kind: 'ready' });
