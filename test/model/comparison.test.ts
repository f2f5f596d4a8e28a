import { describe, expect, it } from 'vitest';
import { hasLeaves, PARTS, type SnapshotUnit } from '../../src/model/comparison.ts';
import { ZERO } from '../../src/model/exact.ts';

const UNIT: SnapshotUnit = { id: 'a', name: 'A', ranked: true, domains: [], adjusted: ZERO, successorOf: [] };

describe('the leaves of a unit', () => {
  it('are known where they stand, were it none of them', () => {
    expect(hasLeaves(UNIT)).toBe(false);
    expect(hasLeaves({ ...UNIT, leaves: [] })).toBe(true);
    expect(hasLeaves({ ...UNIT, leaves: ['missing', ZERO] })).toBe(true);
  });

  it('are not made by the question', () => {
    let made = 0;
    const unit: SnapshotUnit = {
      ...UNIT,
      get leaves() {
        made += 1;
        return [];
      },
    };
    expect(hasLeaves(unit)).toBe(true);
    expect(made).toBe(0);
  });
});

it('what an index can change by is told in seven words', () => {
  expect(new Set(PARTS).size).toBe(7);
  expect(PARTS.at(0)).toBe('performance');
  expect(PARTS.at(-1)).toBe('rounding');
});
