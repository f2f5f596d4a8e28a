/** The same columns scored again: marks are made once a stage, as long as nothing that they hang on is another. */
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/model/assessment.ts';
import { exactAt } from '../../src/model/column.ts';
import { toText } from '../../src/model/exact.ts';
import type { Rounding, Rubric } from '../../src/model/rubric.ts';
import { markSheet } from '../../src/score/mark.ts';
import { build } from './build.ts';

const RULE = { type: 'proportional', options: {} };

function sheetOf(): Sheet {
  const cells = { a: { self: '0.5', appraised: '0.333' }, B: '1' };
  const rubric = {
    domains: { D: { a: { max: '2', rule: RULE } } },
    adjustments: { B: { kind: 'bonus', max: '1' } },
  } as const;
  return build(rubric, [{ id: 'u', cells }]).sheets[0] as Sheet;
}

function varied(sheet: Sheet, rubric: Partial<Rubric>): Sheet {
  return { ...sheet, rubric: { ...sheet.rubric, ...rubric } };
}

function pointsOf(sheet: Sheet, stage: number): string {
  const exact = exactAt(markSheet(sheet, stage).leaves[0]?.points as never, 0);
  return exact === undefined ? '' : toText(exact);
}

const rounded = (at: Rounding['at'], decimals: number): Partial<Rubric> => ({
  rounding: { at, decimals },
});

describe('marks of the same columns', () => {
  it('are the same where only sums, ranks or grades differ', () => {
    const sheet = varied(sheetOf(), rounded('total', 2));
    const marks = markSheet(sheet, 1);
    expect(markSheet(sheet, 1)).toBe(marks);
    expect(markSheet(varied(sheet, rounded('domain', 1)), 1)).toBe(marks);
    const { rank } = sheet.rubric;
    expect(markSheet(varied(sheet, { rank: { ...rank, on: rank.on === 'exact' ? 'rounded' : 'exact' } }), 1)).toBe(
      marks,
    );
  });

  it('are others on another stage, and where marks are rounded', () => {
    const sheet = varied(sheetOf(), rounded('total', 2));
    const ways = [sheet, varied(sheet, rounded('leaf', 2)), varied(sheet, rounded('leaf', 1))];
    // 2 × 0.333 and 2 × 0.5; in turn, so that none takes what another left.
    for (const _ of ['first', 'again']) {
      expect(ways.map((way) => pointsOf(way, 1))).toEqual(['0.666', '0.67', '0.7']);
      expect(ways.map((way) => pointsOf(way, 0))).toEqual(['1', '1', '1']);
    }
  });

  it('are others where leaves, adjustments or columns are', () => {
    const sheet = sheetOf();
    const marks = markSheet(sheet, 1);
    const leaves = sheet.rubric.leaves.map((leaf) => ({ ...leaf, max: { n: 4n, d: 1n } }));
    const other = varied(sheet, { leaves });
    expect(pointsOf(other, 1)).toBe('1.332');
    expect(markSheet(varied(sheet, { adjustments: [...sheet.rubric.adjustments] }), 1)).not.toBe(marks);
    expect(markSheet(varied(sheet, { stages: [...sheet.rubric.stages] }), 1)).not.toBe(marks);
    expect(markSheet({ ...sheet, leaves: [...sheet.leaves] }, 1)).not.toBe(marks);
    expect(markSheet({ ...sheet, adjustments: [...sheet.adjustments] }, 1)).not.toBe(marks);
    expect(markSheet({ ...sheet, units: [...sheet.units] }, 1)).not.toBe(marks);
    expect(markSheet(sheet, 1)).toBe(marks);
  });

  it('are not kept of ever more rubrics', () => {
    const sheet = sheetOf();
    const first = markSheet(sheet, 1);
    for (let at = 0; at < 8; at++) markSheet(varied(sheet, { leaves: [...sheet.rubric.leaves] }), 1);
    const again = markSheet(sheet, 1);
    expect(again).not.toBe(first);
    expect(markSheet(sheet, 1)).toBe(again);
    expect(pointsOf(sheet, 1)).toBe('0.666');
  });
});
