import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import { EXEMPT, exactAt, isFilled, stateOf } from '../../src/model/column.ts';
import { type Exact, toFractionText } from '../../src/model/exact.ts';
import type { Scoring } from '../../src/model/rubric.ts';
import { type MarkColumn, OUTSIDE, OVERRIDDEN } from '../../src/model/scoreboard.ts';
import { isBasis, score } from '../../src/score/index.ts';
import {
  build,
  buildAssessment,
  buildRubric,
  buildSheet,
  type CellSpec,
  type LeafSpec,
  type UnitSpec,
} from './build.ts';

const STAGES = ['self', 'appraised', 'reviewed'];

/** A mark as `points source`; `-` where nothing counts. */
function told({ points, source }: MarkColumn, row: number): string {
  const value = exactAt(points, row);
  const what = value ? toFractionText(value) : stateOf(points, row) === EXEMPT ? 'n/a' : '-';
  const from = source[row] === OUTSIDE ? 'outside' : source[row] === OVERRIDDEN ? 'override' : source[row];
  return `${what} ${from}`;
}

function markOf(leaf: LeafSpec, cell: CellSpec, basis?: string): string {
  const assessment = build({ domains: { D: { a: leaf } }, stages: STAGES }, [{ id: 'u', cells: { a: cell } }]);
  return told(score(assessment, basis).groups[0]?.marks.leaves[0] as MarkColumn, 0);
}

/** All marks of a leaf of ten points, in the order of the units. */
function marksOf(rule: Scoring, units: readonly UnitSpec[], basis?: string): string[] {
  const board = score(build({ domains: { D: { a: { max: '10', rule } } } }, units), basis);
  return units.map((_, row) => told(board.groups[0]?.marks.leaves[0] as MarkColumn, row));
}

describe('the official basis', () => {
  const leaf: LeafSpec = { max: '10' };

  test.each<[string, LeafSpec, CellSpec, string]>([
    ['the last stage that is filled', leaf, { self: '1', appraised: '2', reviewed: '3' }, '3 3'],
    ['an earlier one where it is empty', leaf, { self: '1', appraised: '2' }, '2 2'],
    ['but not what was never appraised', leaf, { self: '1' }, '- 1'],
    ['nothing at all', leaf, {}, '- 0'],
    ['exempt at the stage that counts', leaf, { self: '1', appraised: 'n/a' }, 'n/a 2'],
    ['exempt by its own word only', leaf, { self: 'n/a' }, '- 1'],
    ['exempt by its own word, then appraised', leaf, { self: 'n/a', appraised: '2' }, '2 2'],
    ["a leaf of the unit's own word", { ...leaf, source: 'self' }, { self: '1' }, '1 1'],
    ['the same, corrected', { ...leaf, source: 'self' }, { self: '1', reviewed: '3' }, '3 3'],
    ['a survey', { ...leaf, source: 'survey' }, { survey: '4' }, '4 1'],
    ['a survey that nobody held', { ...leaf, source: 'survey' }, {}, '- 0'],
    ['an override over a value', leaf, { appraised: '2', override: '5' }, '5 override'],
    ['an override without a value', leaf, { override: '5' }, '5 override'],
    ['an override over a word never appraised', leaf, { self: 'n/a', override: '5' }, '5 override'],
    ['an override on an exempt leaf changes nothing', leaf, { appraised: 'n/a', override: '5' }, 'n/a 2'],
    ['an override of a survey', { ...leaf, source: 'survey' }, { survey: '4', override: '5' }, '5 override'],
  ])('%s', (_, spec, cell, mark) => {
    expect(markOf(spec, cell)).toBe(mark);
    expect(markOf(spec, cell, 'reviewed')).toBe(mark);
  });
});

describe('another basis', () => {
  const leaf: LeafSpec = { max: '10' };

  test.each<[string, string, LeafSpec, CellSpec, string]>([
    ["self takes the unit's own word", 'self', leaf, { self: '1', appraised: '2' }, '1 1'],
    ['self knows no override', 'self', leaf, { self: '1', override: '5' }, '1 1'],
    ['self misses what only the appraisers said', 'self', leaf, { appraised: '2' }, '- 0'],
    ['self takes its exemption', 'self', leaf, { self: 'n/a', appraised: '2' }, 'n/a 1'],
    ['self leaves surveys outside', 'self', { ...leaf, source: 'survey' }, { survey: '4', override: '5' }, '- outside'],
    ['appraised does not see what came later', 'appraised', leaf, { self: '1', appraised: '2', reviewed: '3' }, '2 2'],
    ['appraised counts overrides', 'appraised', leaf, { appraised: '2', override: '5' }, '5 override'],
    ['appraised takes surveys', 'appraised', { ...leaf, source: 'survey' }, { survey: '4' }, '4 1'],
    ['an unknown one is the official one', 'signed', leaf, { appraised: '2', reviewed: '3' }, '3 3'],
  ])('%s', (_, basis, spec, cell, mark) => {
    expect(markOf(spec, cell, basis)).toBe(mark);
  });

  test('self: survey leaves leave both sides, and are neither missing nor exempt', () => {
    const domains = { D: { a: { max: '60' }, s: { max: '40', source: 'survey' as const } } };
    const assessment = build({ domains }, [{ id: 'u', cells: { a: { self: '45', appraised: '30' }, s: '20' } }]);
    const standing = score(assessment, 'self').groups[0]?.standings[0];
    expect(standing).toMatchObject({ missing: [], exempt: [], overrides: [] });
    expect(toFractionText(standing?.exact as Exact)).toBe('75');
  });

  test('adjustments follow the stages too', () => {
    const spec = {
      domains: { D: { a: { max: '10' } } },
      adjustments: { B: { kind: 'bonus' as const, max: '2' }, P: { kind: 'penalty' as const, max: '2' } },
    };
    const assessment = build(spec, [
      { id: 'u', cells: { a: { self: '5', appraised: '5' }, B: { self: '2', override: '1' }, P: { appraised: '1' } } },
    ]);
    const adjustments = (basis: string) =>
      score(assessment, basis).groups[0]?.marks.adjustments.map((mark) => told(mark, 0));
    expect(adjustments('self')).toEqual(['2 1', '- 0']);
    expect(adjustments('appraised')).toEqual(['1 override', '1 2']);
  });

  test('is named, and known beforehand', () => {
    const [two, three] = [
      buildRubric({ domains: { D: { a: { max: '1' } } } }),
      buildRubric({ domains: { D: { a: { max: '1' } } }, stages: STAGES }),
    ];
    const assessment = buildAssessment(buildSheet(two, []), buildSheet(three, []));
    expect(['self', 'appraised', 'reviewed'].map((name) => isBasis(assessment, name))).toEqual([true, true, false]);
    expect(score(assessment, 'self').basis).toBe('self');
    expect(score(assessment).basis).toBe('appraised+reviewed');
    expect(score(buildAssessment(buildSheet(two, []))).basis).toBe('appraised');
    expect(score(buildAssessment()).basis).toBe('appraised');
  });
});

describe('relative rules', () => {
  const unit = (id: string, cell: CellSpec, more: Partial<UnitSpec> = {}): UnitSpec => ({
    id,
    cells: { a: cell },
    ...more,
  });
  // 20, 5 and 10 in one group, the 5 unranked; 40 alone in another; one exempt, one missing, one under an override.
  const units: readonly UnitSpec[] = [
    unit('x', '20'),
    unit('y', '5', { ranked: false }),
    unit('z', '10'),
    unit('far', '40', { group: 'other' }),
    unit('n', 'n/a'),
    unit('m', {}),
    unit('o', { appraised: '25', override: '3' }),
  ];
  const rule = (method: string): Scoring => ({ type: 'relative', options: { method, value: 'number' } });

  test('over the best: 25, which an override does not hide', () => {
    expect(marksOf(rule('best'), units)).toEqual(['8 2', '2 2', '4 2', '10 2', 'n/a 2', '- 0', '3 override']);
  });

  test('from the least, 5, to the best, 25', () => {
    // (20-5)/20 of 10 is 7.5; (10-5)/20 is 2.5; alone: all equal.
    expect(marksOf(rule('min-max'), units)).toEqual(['15/2 2', '0 2', '5/2 2', '10 2', 'n/a 2', '- 0', '3 override']);
  });

  test('by the number below: 3 others', () => {
    expect(marksOf(rule('percentile'), units)).toEqual([
      '20/3 2',
      '0 2',
      '10/3 2',
      '10 2',
      'n/a 2',
      '- 0',
      '3 override',
    ]);
  });

  test('on the self basis over what the units said themselves', () => {
    const own = [unit('x', { self: '8', appraised: '1' }), unit('y', { self: '4', appraised: '100' })];
    expect(marksOf(rule('best'), own, 'self')).toEqual(['10 1', '5 1']);
  });

  test('a group in which nobody has a value', () => {
    expect(marksOf(rule('best'), [unit('x', {}), unit('y', 'n/a')])).toEqual(['- 0', 'n/a 2']);
  });
});

describe('numbers', () => {
  test('beyond 2^53 in value and points', () => {
    const assessment: Assessment = build({ domains: { D: { a: { max: '999999999999999' } } } }, [
      { id: 'u', cells: { a: '123456789012345.0123456789' } },
    ]);
    const mark = score(assessment).groups[0]?.marks.leaves[0] as MarkColumn;
    expect(isFilled(mark.points, 0)).toBe(true);
    expect(told(mark, 0)).toBe('1234567890123450123456789/10000000000 2');
  });

  test('are rounded at the leaf where the rubric says so', () => {
    const spec = { domains: { D: { a: { max: '1' } } }, rounding: { at: 'leaf' as const, decimals: 2 } };
    const mark = score(build(spec, [{ id: 'u', cells: { a: '2/3' } }])).groups[0]?.marks.leaves[0] as MarkColumn;
    expect(told(mark, 0)).toBe('67/100 2');
  });
});
