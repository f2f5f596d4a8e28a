import { describe, expect, it } from 'vitest';
import { isOutside, valueColumns } from '../../src/model/entry.ts';

const STAGES = ['self', 'appraised', 'reviewed'];

describe('the value columns of a leaf', () => {
  it('are the stages, but for a survey leaf its one', () => {
    expect(valueColumns(STAGES, 'appraised')).toEqual(STAGES);
    expect(valueColumns(STAGES, 'self')).toEqual(STAGES);
    expect(valueColumns(STAGES, 'survey')).toEqual(['survey']);
  });
});

describe('a leaf outside the basis', () => {
  it.each([
    ['survey', 'self', true],
    ['survey', 'appraised', false],
    ['survey', 'reviewed', false],
    // The official basis has them all.
    ['survey', undefined, false],
    ['appraised', 'self', false],
    ['self', 'self', false],
  ] as const)('of source %s on the basis %s: %s', (source, basis, outside) => {
    expect(isOutside(STAGES, source, basis)).toBe(outside);
  });

  it('is none before an appraisal that comes first', () => {
    expect(isOutside(['appraised', 'self'], 'survey', 'self')).toBe(false);
  });
});
