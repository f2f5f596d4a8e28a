/** Mutants are tried: which tests come by which of them, and which mutants these tests notice. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crew } from './crew.mjs';

/** Milliseconds of the processor for a mutant, beside four times what its tests take without it. */
const LEAST_LIMIT = 2_000;

/**
 * Each test once, without a mutant, where the files have their switches. By mutant's id: the tests that come by it, the quickest
 * first, as `{ name, file, time, hits }`; whether it is passed while files are loaded (`isStatic`).
 */
export async function coverageOf({ root, testFiles, texts }) {
  const switched = kept(root, texts);
  const own = crew({ root, testFiles, switched, counting: true });
  const { tests, counted } = await own.ask({ kind: 'all' });
  own.end();
  rmSync(switched);
  const failed = tests.filter(({ passed }) => !passed).map(({ name }) => name);
  if (failed.length > 0) throw new Error(`these tests fail without a mutant:\n${failed.join('\n')}`);
  const covering = new Map();
  for (const test of tests.sort((a, b) => a.time - b.time)) {
    for (const [id, hits] of Object.entries(counted.perTest[test.name] ?? {})) {
      if (!covering.has(id)) covering.set(id, []);
      covering.get(id).push({ ...test, hits });
    }
  }
  return { covering, isStatic: (id) => Object.hasOwn(counted.static, id), count: tests.length };
}

/**
 * The mutants of one file: asks `worker` of each of `tasks`, `{ mutant, tests }`, and gives what came out to `note`. Whatever
 * one mutant left behind in the memory of the process must not be taken for the work of the next: where the
 * test that noticed it fails without it too, or where a mutant was not even come by, it is tried again in a new process.
 */
export async function tryMutants({ root, testFiles, texts, tasks, note }) {
  const switched = kept(root, texts);
  const own = crew({ root, testFiles, switched, counting: false });
  for (const task of tasks) note(task, await outcomeOf(own, task));
  own.end();
  rmSync(switched);
}

async function outcomeOf(own, { mutant, tests }) {
  let names = tests.map(({ name }) => name);
  const hits = tests.reduce((sum, test) => sum + test.hits, 0);
  const limit = LEAST_LIMIT + 4 * tests.reduce((sum, { time }) => sum + time, 0);
  for (;;) {
    const { isFresh } = own;
    const told = await own.ask({ kind: 'mutant', id: mutant.id, tests: names, hits, limit });
    if (told.kind === 'gone') return { status: 'Timeout', by: told.at };
    const again = told.spoiled || !told.reached;
    if (again || told.status === 'Timeout') own.end();
    if (!again || isFresh) {
      if (told.status !== 'Killed' || told.reached) return { status: told.status, by: told.by };
      // It fails for want of the tests before it: nothing was noticed.
      names = names.filter((name) => name !== told.by);
    }
  }
}

/** The texts where a worker finds them. */
function kept(root, texts) {
  const folder = join(root, 'coverage', 'mutation');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `switched-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(Object.fromEntries(texts)));
  return file;
}
