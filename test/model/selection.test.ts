import { describe, expect, it } from 'vitest';
import {
  type Assessment,
  HAS_NOTE,
  type LeafColumns,
  noteRow,
  ROW_SEEN,
  type Sheet,
} from '../../src/model/assessment.ts';
import { exactAt, setExempt, stateOf } from '../../src/model/column.ts';
import { toText } from '../../src/model/exact.ts';
import { fileAt, lineAt } from '../../src/model/places.ts';
import { withoutUnits } from '../../src/model/selection.ts';
import { flagsOf } from '../read/seen.ts';
import { build, buildAssessment, buildRubric, buildSheet } from '../score/build.ts';

const HUGE = '12345678901234567890/7';

function leavesOf({ sheets }: Assessment): readonly [LeafColumns, LeafColumns] {
  return (sheets[0] as Sheet).leaves as unknown as readonly [LeafColumns, LeafColumns];
}

/** Three units: "b" has an override, "c" a number too long for a double and an exempt leaf. */
function threeUnits() {
  const spec = { domains: { '1': { '1.1': { max: '2' }, '1.2': { max: '2' } } }, adjustments: {} } as const;
  const assessment = build(spec, [
    { id: 'a', cells: { '1.1': '1', '1.2': '2' } },
    { id: 'b', cells: { '1.1': { appraised: '1.5', override: '0.5' }, '1.2': '1' } },
    { id: 'c', cells: { '1.1': HUGE, '1.2': 'n/a' } },
  ]);
  const [first] = leavesOf(assessment);
  first.exemptNotes.set(2, 'vì sao');
  first.texts.set(1, {
    ...{ values: ['', '1.5'], previous: '', override: '0.5', evidence: 'QĐ', note: 'x' },
    fields: { values: [2, 3], previous: 0, override: 4 },
  });
  for (const [row, flags] of [ROW_SEEN, ROW_SEEN | HAS_NOTE, ROW_SEEN].entries())
    noteRow(first, row, row, 2 + row, flags);
  return assessment;
}

describe('an assessment without some units', () => {
  it('keeps the others with all that stands in their rows', () => {
    const assessment = threeUnits();
    const [unit] = assessment.sheets[0]?.units ?? [];
    const leftOut = [{ unit: unit as NonNullable<typeof unit>, faults: 2 }];
    const kept = withoutUnits(assessment, leftOut);
    const sheet = kept.sheets[0];
    const [first, second] = leavesOf(kept);
    expect(kept.leftOut).toBe(leftOut);
    expect(sheet?.units.map(({ id }) => id)).toEqual(['b', 'c']);
    expect([0, 1].map((row) => exactAt(first.values[1] as never, row)).map((value) => value && toText(value))).toEqual([
      '1.5',
      HUGE,
    ]);
    expect([...first.overrides.keys()]).toEqual([0]);
    expect([...first.exemptNotes]).toEqual([[1, 'vì sao']]);
    expect(first.texts.get(0)?.evidence).toBe('QĐ');
    expect(flagsOf(first)).toEqual([ROW_SEEN | HAS_NOTE, ROW_SEEN]);
    expect([0, 1].map((row) => lineAt(first.places, row))).toEqual([3, 4]);
    expect([0, 1].map((row) => fileAt(first.places, row))).toEqual([1, 2]);
    expect([0, 1].map((row) => stateOf(second.values[1] as never, row))).toEqual([1, 3]);
  });

  it('keeps their adjustments', () => {
    const kind = { kind: 'bonus', max: '2' } as const;
    const assessment = build({ domains: { '1': { '1.1': { max: '2' } } }, adjustments: { T1: kind } }, [
      { id: 'a', cells: { '1.1': '1', T1: '0.5' } },
      { id: 'b', cells: { '1.1': '1', T1: '1.5' } },
    ]);
    const unit = assessment.sheets[0]?.units.at(0);
    const kept = withoutUnits(assessment, [{ unit: unit as NonNullable<typeof unit>, faults: 1 }]);
    const points = exactAt(kept.sheets[0]?.adjustments[0]?.values[1] as never, 0);
    expect(points && toText(points)).toBe('1.5');
  });

  it('does not touch what it was made from', () => {
    const assessment = threeUnits();
    const [unit] = assessment.sheets[0]?.units ?? [];
    const kept = withoutUnits(assessment, [{ unit: unit as NonNullable<typeof unit>, faults: 1 }]);
    setExempt(kept.sheets[0]?.leaves[0]?.values[1] as never, 0);
    expect(stateOf(assessment.sheets[0]?.leaves[0]?.values[1] as never, 1)).toBe(1);
    expect(assessment.sheets[0]?.units).toHaveLength(3);
  });

  it('keeps a sheet as it is that none of them is in', () => {
    const rubric = buildRubric({ domains: { '1': { '1.1': { max: '2' } } } });
    const [one, two] = ['x', 'y'].map((id) => buildSheet(rubric, [{ id, cells: { '1.1': '1' } }]));
    const assessment = buildAssessment(one as never, two as never);
    const unit = assessment.sheets[0]?.units.at(0);
    const kept = withoutUnits(assessment, [{ unit: unit as NonNullable<typeof unit>, faults: 1 }]);
    expect(kept.sheets[0]?.units).toEqual([]);
    expect(kept.sheets[1]).toBe(assessment.sheets[1]);
  });
});
