/**
 * The whole engine against the slow reference of test/reference, which shares nothing with src: thousands of generated
 * projects, written as texts, read through the real path, scored and reported; every figure equal, always.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleNames } from '../src/rules/index.ts';
import { prove } from './prove.ts';
import { basesOf } from './reference/case.ts';
import { type Coverage, cover } from './reference/coverage.ts';
import { anyCase } from './reference/generate-case.ts';
import { expected } from './reference/score.ts';
import type { Writing } from './reference/write.ts';

const RUNS = 2000;

const anyWriting: fc.Arbitrary<Writing> = fc.record({
  shape: fc.constantFrom('per-unit', 'long', 'wide'),
  dialect: fc.constantFrom('data', 'excel-vi'),
  headers: fc.constantFrom('en', 'vi'),
  order: fc.nat({ max: 3 }),
});

/** Mostly the official basis; the number picks another. */
const anyRun = fc.record({ whole: anyCase(), writing: anyWriting, other: fc.constantFrom(0, 0, 0, 1, 2) });

/** Everything that must occur so often, lest the generator rot; what is rarer by nature has its own number. */
const MANY = 100;

const RARE: Readonly<Record<string, number>> = {
  'basis draft': 20,
  'index on a grade line': 20,
  'index below 0': 30,
  'tie broken by a component': 40,
  'tie broken by the fraction alone': 25,
  'tie of unequal fractions': 40,
};

const RULES = [
  ...['given', 'levels', 'bands', 'proportional', 'piecewise', 'per-item', 'deduct', 'checklist', 'best-of'],
  ...['survey', 'relative', 'growth'],
];

const ADJUSTMENT_RULES = RULES.filter((rule) => !['deduct', 'survey', 'relative', 'growth'].includes(rule));

const FEATURES = [
  ...RULES.map((rule) => `rule ${rule}`),
  ...ADJUSTMENT_RULES.map((rule) => `rule ${rule} of an adjustment`),
  ...['source default', 'source appraised', 'source self', 'source survey'],
  ...['rounding at leaf', 'rounding at domain', 'rounding at total', 'rounding at default'],
  ...['0 decimals', '1 decimals', '2 decimals', '3 decimals', '4 decimals'],
  ...['rank on rounded', 'rank on exact', 'ties competition', 'ties dense', 'tie under competition', 'tie under dense'],
  ...['tie broken by a component', 'tie broken by the fraction alone', 'tie of unequal fractions'],
  ...['grades on rounded', 'grades on exact', 'index on a grade line', 'gate held', 'component on a gate'],
  ...['missing error', 'missing zero', 'missing leaf', 'refused for a missing value', 'scored'],
  ...['basis appraised', 'basis self', 'basis reviewed', 'basis draft', 'groups on another basis'],
  ...['exempt leaf', 'exempt domain', 'without an index', 'unranked', 'override', 'leaf outside the basis'],
  ...['bonus', 'penalty', 'index above 100', 'index below 0', 'several rubrics', 'one rubric'],
  ...['half of the last digit', 'fraction that no decimal holds'],
];

describe('the engine against the reference', () => {
  it(`equals it on ${RUNS} generated projects, which meet every rule and policy often`, () => {
    const coverage: Coverage = new Map();
    fc.assert(
      fc.property(anyRun, ({ whole, writing, other }) => {
        const bases = basesOf(whole);
        const basis = bases[(bases.length - 1 + other) % bases.length] as string;
        const result = expected(whole, basis);
        cover(coverage, whole, result);
        prove(whole, writing, result);
      }),
      // A failure is made smaller for a while only: what is left is small enough to be read.
      { numRuns: RUNS, seed: 20191108, interruptAfterTimeLimit: 280_000, markInterruptAsFailure: true },
    );
    const short = FEATURES.filter((feature) => (coverage.get(feature) ?? 0) < (RARE[feature] ?? MANY));
    expect(short.map((feature) => `${feature}: ${coverage.get(feature) ?? 0}`)).toEqual([]);
  }, 300_000);

  it('shares nothing with it', () => {
    const folder = new URL('./reference/', import.meta.url);
    const imports = readdirSync(folder).flatMap((name) =>
      [...readFileSync(new URL(name, folder), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from),
    );
    expect(imports.length).toBeGreaterThan(20);
    expect(imports.filter((from) => !/^(?:\.\/[a-z-]+\.ts|fast-check)$/.test(from as string))).toEqual([]);
  });

  it('knows of every rule of the engine', () => {
    expect(RULES.toSorted()).toEqual(ruleNames.toSorted());
  });
});
