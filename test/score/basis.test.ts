/** The basis: which stages count, whose word is needed, and how it is called. */
import { describe, expect, it } from 'vitest';
import type { LeafColumns } from '../../src/model/assessment.ts';
import type { Source } from '../../src/model/rubric.ts';
import { candidatesOf, isBasis, isOfficial, nameBasis, stageOf } from '../../src/score/basis.ts';
import { build, buildAssessment, buildRubric, buildSheet, type CellSpec } from './build.ts';

const STAGES = ['self', 'appraised', 'reviewed'];
const domains = { D: { a: { max: '2' } } };

describe('the stage of a basis', () => {
  const rubric = buildRubric({ domains, stages: STAGES });

  it('is the one that is named, or the last', () => {
    expect([undefined, 'self', 'appraised', 'reviewed'].map((basis) => stageOf(rubric, basis))).toEqual([2, 0, 1, 2]);
    expect(stageOf(rubric, 'again')).toBe(2);
  });

  it('is official from the appraisal on', () => {
    expect([0, 1, 2].map((stage) => isOfficial(rubric, stage))).toEqual([false, true, true]);
  });
});

describe('the name of a basis', () => {
  const two = buildSheet(buildRubric({ domains }), []);
  const three = buildSheet(buildRubric({ domains, stages: STAGES }), []);

  it('is that of the stage; of rubrics that end differently, of both', () => {
    expect(nameBasis(buildAssessment(two), undefined)).toBe('appraised');
    expect(nameBasis(buildAssessment(three), 'self')).toBe('self');
    expect(nameBasis(buildAssessment(two, three), undefined)).toBe('appraised+reviewed');
    expect(nameBasis(buildAssessment(two, three), 'reviewed')).toBe('appraised+reviewed');
    expect(nameBasis(buildAssessment(two, three, two), 'self')).toBe('self');
    expect(nameBasis(buildAssessment(), undefined)).toBe('appraised');
    expect(nameBasis(buildAssessment(), 'self')).toBe('self');
  });

  it('is a basis where every rubric has the stage', () => {
    expect(isBasis(buildAssessment(two, three), 'self')).toBe(true);
    expect(isBasis(buildAssessment(two, three), 'reviewed')).toBe(false);
    expect(isBasis(buildAssessment(three), 'reviewed')).toBe(true);
  });
});

describe('where a value is looked for', () => {
  /** Positions of the columns, the latest first, and the first that counts. */
  function see(source: Source, stage: number, cell: CellSpec) {
    const spec = { domains: { D: { a: { max: '2', source } } }, stages: STAGES };
    const [sheet] = build(spec, [{ id: 'u', cells: { a: cell } }]).sheets;
    const found = candidatesOf(sheet?.leaves[0] as LeafColumns, buildRubric(spec), source, stage);
    return found && [found.latestFirst.map(({ position }) => position), found.from];
  }
  const all = { self: '1', appraised: '1', reviewed: '1' };

  it('is up to the basis, the latest stage first', () => {
    expect(see('appraised', 2, all)).toEqual([[2, 1, 0], 1]);
    expect(see('appraised', 1, all)).toEqual([[1, 0], 1]);
    expect(see('self', 2, all)).toEqual([[2, 1, 0], 0]);
  });

  it('is the self-assessment alone before the appraisal', () => {
    expect(see('appraised', 0, all)).toEqual([[0], 0]);
  });

  it('is the survey, which takes no part before the appraisal', () => {
    expect(see('survey', 0, { survey: '1' })).toBeUndefined();
    expect(see('survey', 1, { survey: '1' })).toEqual([[0], 0]);
    expect(see('survey', 2, { survey: '1' })).toEqual([[0], 0]);
  });

  it('is no column that nobody filled', () => {
    expect(see('appraised', 2, { self: '1', reviewed: 'n/a' })).toEqual([[2, 0], 1]);
  });
});
