import { describe, expect, it } from 'vitest';
import { leavesUnder, nodeOf } from '../../src/model/rubric.ts';
import { buildRubric } from '../score/build.ts';

const RUBRIC = buildRubric({
  domains: {
    '1': { '1.1': { max: '2' }, '1.2': { parts: { '1.2.1': { max: '1' }, '1.2.2': { max: '3' } } } },
    '2': { '2.1': { max: '4' } },
  },
});

describe('a node of a rubric', () => {
  it('is found by its level and position', () => {
    expect(nodeOf(RUBRIC, { level: 'domain', at: 1 }).id).toBe('2');
    expect(nodeOf(RUBRIC, { level: 'criterion', at: 1 }).id).toBe('1.2');
    expect(nodeOf(RUBRIC, { level: 'leaf', at: 2 }).id).toBe('1.2.2');
  });

  it('has the leaves below it, or is itself one', () => {
    expect(leavesUnder(RUBRIC, { level: 'domain', at: 0 })).toEqual([0, 1, 2]);
    expect(leavesUnder(RUBRIC, { level: 'domain', at: 1 })).toEqual([3]);
    expect(leavesUnder(RUBRIC, { level: 'criterion', at: 0 })).toEqual([0]);
    expect(leavesUnder(RUBRIC, { level: 'criterion', at: 1 })).toEqual([1, 2]);
    expect(leavesUnder(RUBRIC, { level: 'leaf', at: 3 })).toEqual([3]);
  });
});
