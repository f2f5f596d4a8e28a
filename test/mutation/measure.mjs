/** One room measured: its files, their mutants, and what became of each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, filesBelow, keepOutcomes, keptOutcomes, outcomeOf, planOf, testDigest } from './kept.mjs';
import { mutantsOf } from './mutants.mjs';
import { coverageOf, tryMutants } from './trial.mjs';

/** They take their time and have a quick twin: that time grows with the text alone, and no mutant is seen by it alone. */
const SLOW = /-(linear|slow)\.test\.ts$/;

/** A run that is stopped goes on later where it was, but for so many mutants. */
const KEEP_EACH = 20;

/**
 * `files` of src/<room> are measured by the tests of test/<room> alone. Gives the mutants with their `status`: `Killed`, `Timeout`,
 * `Survived`, `NoCoverage` (no test comes by), `Ignored` (passed only while files are loaded).
 * `how`: `afresh` and `wholly`, see kept.mjs. `tell` is called with words.
 */
export async function measure({ root, room, files, how, tell }) {
  const testFiles = filesBelow(root, `test/${room}`).filter((file) => file.endsWith('.test.ts') && !SLOW.test(file));
  const digests = new Map(testFiles.map((file) => [file, testDigest(root, file)]));
  const { texts, mutants } = await mutantsOf(root, files);
  const { covering, isStatic, count } = await coverageOf({ root, testFiles, texts });
  tell(`${room}: ${files.length} files, ${mutants.length} mutants, ${count} tests`);
  for (const file of files) {
    const own = mutants.filter((mutant) => mutant.file === file);
    const old = keptOutcomes(root, file).outcomes;
    const plans = own.map((mutant, place) => ({
      ...{ mutant, place },
      ...planOfMutant(mutant, covering.get(mutant.id) ?? [], isStatic, old[place], digests, how),
    }));
    const outcomes = plans.map(({ outcome }) => outcome);
    const tasks = plans.filter(({ tests }) => tests !== undefined);
    if (tasks.length > 0) {
      let noted = 0;
      const note = ({ mutant, place }, told) => {
        outcomes[place] = outcomeOf(file, told, covering.get(mutant.id), digests, how);
        noted += 1;
        if (noted % KEEP_EACH === 0) keepOutcomes(root, file, outcomes);
      };
      const needed = new Set(tasks.flatMap(({ tests }) => tests.map((test) => test.file)));
      const switched = new Map([[file, texts.get(file)]]);
      await tryMutants({ root, testFiles: testFiles.filter((name) => needed.has(name)), texts: switched, tasks, note });
    }
    keepOutcomes(root, file, outcomes);
    for (const [place, mutant] of own.entries()) mutant.status = outcomes[place].status;
    tell(`${file}: ${own.length} mutants, ${tasks.length} of them tried`);
  }
  return { room, mutants, state: digestOf([...files, ...testFiles].map((file) => textOf(root, file)).join('\n')) };
}

const textOf = (root, file) => readFileSync(join(root, file), 'utf8');

function planOfMutant({ id, file, status }, covering, isStatic, old, digests, how) {
  if (status !== undefined) return { outcome: { status } };
  if (covering.length > 0) return planOf(file, old, covering, digests, how);
  return { outcome: { status: isStatic(id) ? 'Ignored' : 'NoCoverage' } };
}
