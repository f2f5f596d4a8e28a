/** Where the values are the points one column serves as both; and where they are not, it does not. */
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import { exactAt } from '../../src/model/column.ts';
import { type Exact, toText } from '../../src/model/exact.ts';
import type { MarkColumn } from '../../src/model/scoreboard.ts';
import { score } from '../../src/score/index.ts';
import { build, type CellSpec, type LeafSpec, type RubricSpec } from './build.ts';

function see(leaf: LeafSpec, cells: readonly CellSpec[], more: Partial<RubricSpec> = {}, basis?: string) {
  const assessment: Assessment = build(
    { domains: { D: { a: leaf } }, ...more },
    cells.map((cell, at) => ({ id: `u${at}`, cells: { a: cell } })),
  );
  const mark = score(assessment, basis).groups[0]?.marks.leaves[0] as MarkColumn;
  return {
    shares: assessment.sheets[0]?.leaves[0]?.values.indexOf(mark.points) ?? -1,
    points: cells.map((_, row) => exactAt(mark.points, row)).map((points) => points && toText(points)),
    source: [...mark.source],
  };
}

describe('points and values', () => {
  it('share the column where each value is its points', () => {
    expect(see({ max: '2' }, ['0.5', '1.25'])).toEqual({ shares: 1, points: ['0.5', '1.25'], source: [2, 2] });
    expect(see({ max: '2', source: 'survey' }, ['0.5'])).toMatchObject({ shares: 0, points: ['0.5'] });
    expect(see({ max: '2', source: 'self' }, [{ self: '0.5' }])).toMatchObject({ shares: 0, points: ['0.5'] });
    expect(see({ max: '1', rule: { type: 'proportional', options: {} } }, ['0.5', '1'])).toMatchObject({ shares: 1 });
  });

  it('do not where a rule makes points of it', () => {
    const rule = { type: 'proportional', options: {} };
    expect(see({ max: '2', rule }, ['0.5', '1'])).toEqual({ shares: -1, points: ['1', '2'], source: [2, 2] });
    const relative = { type: 'relative', options: { method: 'best', value: 'number' } };
    expect(see({ max: '1', rule: relative }, ['4', '2'])).toMatchObject({ shares: -1, points: ['1', '0.5'] });
  });

  it('do not where a later stage, an override or a rounding has a word in it', () => {
    expect(see({ max: '2' }, [{ self: '1', appraised: '0.5' }, { self: '1' }])).toEqual({
      ...{ shares: -1, points: ['0.5', undefined], source: [2, 1] },
    });
    expect(see({ max: '2' }, ['1', { override: '2' }])).toMatchObject({ shares: -1, points: ['1', '2'] });
    const rounding = { at: 'leaf', decimals: 1 } as const;
    expect(see({ max: '2' }, ['0.25'], { rounding })).toMatchObject({ shares: -1, points: ['0.3'] });
    // What nobody appraised is no points.
    expect(see({ max: '2' }, [{ self: '1' }])).toEqual({ shares: -1, points: [undefined], source: [1] });
  });

  it('never do for an adjustment, which has a cap; one that has no value has no points', () => {
    const assessment = build({ domains: { D: { a: { max: '2' } } }, adjustments: { B: { kind: 'bonus', max: '1' } } }, [
      { id: 'u', cells: { a: '1', B: '1' } },
      { id: 'v', cells: { a: '1' } },
      { id: 'w', cells: { a: '1', B: 'n/a' } },
      { id: 'x', cells: { a: '1', B: '1.5' } },
    ]);
    const mark = score(assessment).groups[0]?.marks.adjustments[0] as MarkColumn;
    expect(assessment.sheets[0]?.adjustments[0]?.values).not.toContain(mark.points);
    const texts = [0, 1, 2, 3].map((row) => exactAt(mark.points, row)).map((each) => each && toText(each as Exact));
    expect(texts).toEqual(['1', undefined, undefined, '1']);
  });
});
