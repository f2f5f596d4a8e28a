/**
 * What the tests of a room ask of vitest, so that each can be run again at once: its own `expect` and spies, and
 * `describe`, `it` and their like, which here only note the tests.
 */
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import { fn, spyOn } from '@vitest/spy';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export const expect = (value, message) => chai.expect(value, message);
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
globalThis[GLOBAL_EXPECT] = expect;
setState({ assertionCalls: 0, isExpectingAssertions: false, environment: 'node', testPath: '' }, expect);

export const vi = { fn, spyOn };

/** The tests of all files that were loaded: `{ name, file, run, suite }`; names are told apart by their number in the file. */
export const tests = [];
let file = '';
let number = 0;
let suite;
let finishers = [];

/** What is noted from here on stands in the file `name`. */
export function beginFile(name) {
  file = name;
  number = 0;
  suite = newSuite('', undefined);
}

const newSuite = (name, parent) => ({
  name,
  parent,
  ...{ beforeAll: [], begun: false, beforeEach: [], afterEach: [] },
});

export function describe(name, body) {
  const parent = suite;
  suite = newSuite(`${parent.name} ${name}`, parent);
  body();
  suite = parent;
}

export function it(name, body) {
  number += 1;
  tests.push({ name: `${file}:${suite.name} ${name} #${number}`, file, run: body, suite });
}

const overTable = (note) => (table) => (name, body) => {
  for (const row of table) note(name, () => (Array.isArray(row) ? body(...row) : body(row)));
};
describe.each = overTable(describe);
it.each = overTable(it);
it.runIf = (holds) => (holds ? it : () => {});
it.skipIf = (holds) => it.runIf(!holds);
export const test = it;

export const beforeAll = (body) => void suite.beforeAll.push(body);
export const beforeEach = (body) => void suite.beforeEach.push(body);
export const afterEach = (body) => void suite.afterEach.push(body);
export const onTestFinished = (body) => void finishers.push(body);

/** Throws what the test throws. */
export async function runTest({ run, suite: own }) {
  const around = [];
  for (let at = own; at !== undefined; at = at.parent) around.unshift(at);
  for (const outer of around) await begin(outer);
  for (const outer of around) for (const body of outer.beforeEach) await body();
  try {
    await run();
  } finally {
    const last = finishers.reverse();
    finishers = [];
    for (const body of last) await body();
    for (const outer of around.reverse()) for (const body of outer.afterEach) await body();
  }
}

async function begin(outer) {
  if (outer.begun) return;
  for (const body of outer.beforeAll) await body();
  outer.begun = true;
}
