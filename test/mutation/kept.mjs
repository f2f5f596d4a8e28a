/**
 * What was measured before, by file of src: coverage/mutation/kept/<file>.json. A mutant's outcome holds as long as its file, the
 * test that noticed it and this runner are the same text; one that survived is tried again with the tests that are new or changed
 * since. Changes elsewhere in src are not looked at, as Stryker does not either: `--afresh` is for that.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const RUNNER = ['worker.mjs', 'trial.mjs', 'stand-in.mjs', 'fewer-cases.mjs'];
const runner = RUNNER.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n');

export function digestOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** All files below `folder`, as paths from `root`, sorted. */
export function filesBelow(root, folder) {
  return (
    readdirSync(join(root, folder), { recursive: true })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      // Declarations and AssemblyScript are none that node runs.
      .filter((name) => /(?<!\.(?:as|d))\.ts$/.test(name))
      .sort()
  );
}

/** The text of a test file and of what it takes from test/, told as one digest. */
export function testDigest(root, file, seen = new Set()) {
  seen.add(file);
  const text = readFileSync(join(root, file), 'utf8');
  const near = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, to]) => relative(root, join(root, dirname(file), to)));
  const own = near.filter((to) => to.startsWith('test') && !seen.has(to));
  return digestOf([text, ...own.map((to) => testDigest(root, to, seen))].join('\n'));
}

/** The outcomes of a file, in the order of its mutants, `null` where one was not tried; none where the file or the runner has changed. */
export function keptOutcomes(root, file) {
  const path = pathOf(root, file);
  if (!existsSync(path)) return { of: '', outcomes: [] };
  const kept = JSON.parse(readFileSync(path, 'utf8'));
  return kept.of === stateOf(root, file) ? kept : { of: '', outcomes: [] };
}

export function keepOutcomes(root, file, outcomes) {
  const path = pathOf(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ of: stateOf(root, file), outcomes }));
}

const pathOf = (root, file) => join(root, 'coverage', 'mutation', 'kept', `${file}.json`);
const stateOf = (root, file) => digestOf(readFileSync(join(root, file), 'utf8') + runner);

/** Milliseconds of the processor that the tests of one mutant take at the most, beside those of its file, but for `--wholly`. */
const QUICK = 400;

/**
 * What is to be done with a mutant of `file`: `{ outcome }` where it holds still, or `{ tests }` to be run, of those that come by it.
 * `digests` are those of the test files, `covering` the tests, the quickest first. Those of the file's own test files are run before
 * all others. Of the others slow ones are left out where many come by, unless all are asked for (`wholly`): a mutant that they alone
 * would notice survives, so that the score can only be too low.
 */
export function planOf(file, old, covering, digests, { afresh, wholly }) {
  const ordered = inOrder(file, covering);
  const asked = wholly ? ordered : quickOf(file, ordered);
  if (!old) return { tests: asked };
  const first = covering.find(({ name }) => name === old.by?.name);
  const tests = first === undefined ? asked : [first, ...asked.filter((test) => test !== first)];
  if (afresh) return { tests };
  if (old.by !== undefined) return digests.get(old.by.file) === old.by.digest ? { outcome: old } : { tests };
  if (wholly && old.isCut) return { tests };
  const fresh = tests.filter((test) => old.seen?.[test.file] !== digests.get(test.file));
  return fresh.length === 0 ? { outcome: old } : { tests: fresh };
}

/** `src/read/csv.ts` has `test/read/csv.test.ts` and `test/read/csv-bounds.test.ts` for its own. */
function isOwn(file, test) {
  const name = file.replace(/^src\/|\.ts$/g, '');
  return test.file.startsWith(`test/${name}.`) || test.file.startsWith(`test/${name}-`);
}

function inOrder(file, tests) {
  return [...tests.filter((test) => isOwn(file, test)), ...tests.filter((test) => !isOwn(file, test))];
}

function quickOf(file, tests) {
  let sum = 0;
  return tests.filter((test) => {
    if (isOwn(file, test)) return true;
    sum += test.time;
    return sum <= QUICK;
  });
}

/** The outcome of a trial as it is kept: with the test that noticed the mutant, or with all files whose tests did not. */
export function outcomeOf(source, { status, by }, covering, digests, { wholly }) {
  const file = covering.find(({ name }) => name === by)?.file;
  if (file !== undefined) return { status, by: { name: by, file, digest: digests.get(file) } };
  const seen = Object.fromEntries(covering.map((test) => [test.file, digests.get(test.file)]));
  return { status, seen, ...(!wholly && quickOf(source, covering).length < covering.length ? { isCut: true } : {}) };
}
