/**
 * One case through the real path (texts, loading, scoring, the published data), every figure held against what the
 * slow reference expects.
 */
import { expect } from 'vitest';
import { loadProject } from '../src/load.ts';
import { reportRanking } from '../src/reports/ranking.ts';
import { score } from '../src/score/index.ts';
import { described } from './described.ts';
import type { Case } from './reference/case.ts';
import type { ExpectedResult, ExpectedUnit } from './reference/score.ts';
import { type Writing, writeProject } from './reference/write.ts';
import { memorySource } from './source.ts';

/** The published JSON of a ranking, as far as the reference speaks of it. */
interface Published {
  readonly groups: readonly { readonly id: string; readonly units: readonly Readonly<Record<string, unknown>>[] }[];
}

function load(whole: Case, writing: Writing, basis: string) {
  return loadProject(memorySource(writeProject(whole, writing)), '.', { basis });
}

/** Reads, scores and reports a case and holds all of it against the expected result. */
export function prove(whole: Case, writing: Writing, result: ExpectedResult): void {
  const { assessment, diagnostics } = load(whole, writing, result.basis);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (result.refused.length > 0) {
    expect(assessment).toBeUndefined();
    const told = errors.map(({ fault, unit, facts }) => `${fault.code} ${unit} ${(facts as { leaf: string }).leaf}`);
    const missing = told.map((text) => text.replace(/^missing-(?:value|row)/, 'missing'));
    expect(missing.toSorted()).toEqual(result.refused.map(({ unit, leaf }) => `missing ${unit} ${leaf}`).toSorted());
    return;
  }
  expect(errors.map(({ fault, place, facts }) => ({ code: fault.code, place, facts }))).toEqual([]);
  if (assessment === undefined) throw new Error('nothing was read');
  const board = score(assessment, result.basis);
  expect(described(board)).toEqual(result.groups);
  const { data } = reportRanking(board, { lang: 'en', domains: false, toolVersion: '0' });
  const published = (data as Published).groups.map(({ id, units }) => ({ id, units: units.map(spokenOf) }));
  expect(published).toEqual(result.groups.map(({ group, listing }) => ({ id: group, units: listing.map(publish) })));
}

const SPOKEN = ['unit', 'rank', 'points', 'max', 'index', 'exact', 'grade', 'ranked', 'domains', 'exempt'] as const;

function spokenOf(unit: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(SPOKEN.map((key) => [key, unit[key]]));
}

/** The published texts of a unit: a whole number has no denominator there. */
function publish(unit: ExpectedUnit): Readonly<Record<string, unknown>> {
  return {
    unit: unit.unit,
    rank: unit.rank,
    points: unit.points,
    max: unit.max,
    index: unit.index,
    exact: unit.exactIndex?.replace(/\/1$/, '') ?? null,
    grade: unit.grade,
    ranked: !unit.unranked,
    domains: unit.components
      .filter(({ level }) => level === 'domain')
      .map(({ id, points, max, index }) => ({ id, points, max, index })),
    exempt: unit.exempt,
  };
}
