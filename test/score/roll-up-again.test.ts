/** Sums that nobody kept: added up again for whoever asks, with all that is in them. */
import { describe, expect, it } from 'vitest';
import { toFractionText, toText } from '../../src/model/exact.ts';
import { markSheet } from '../../src/score/mark.ts';
import { rollUp } from '../../src/score/roll-up.ts';
import { buildRubric, buildSheet } from './build.ts';

const DOMAINS = { D: { a: { max: '1' }, b: { max: '2' } }, E: { c: { max: '1' } } };
const ADJUSTMENTS = { B: { kind: 'bonus', max: '2' }, P: { kind: 'penalty', max: '1' } } as const;

describe.each(['total', 'domain', 'leaf'] as const)('rounded at the %s', (at) => {
  const sheet = buildSheet(buildRubric({ domains: DOMAINS, adjustments: ADJUSTMENTS, rounding: { at, decimals: 2 } }), [
    { id: 'u', cells: { a: '1/3', b: '4/3', c: '1/3', B: '1.5', P: '0.25' } },
    { id: 'v', cells: { a: '0.5', b: '1.25', c: '1' } },
  ]);
  // 1/3 + 4/3 = 5/3 and 1/3; rounded at the leaf 0.33 + 1.33 = 1.66 and 0.33, at the domain 1.67 and 0.33.
  const parts = { total: ['5/3', '1/3'], domain: ['1.67', '0.33'], leaf: ['1.66', '0.33'] }[at];
  // Together with 1.5 − 0.25 = 1.25 more.
  const total = { total: '13/4', domain: '13/4', leaf: '81/25' }[at];

  it.each([
    [0, 1],
    [1, 2],
    [0, 65_536],
    [2, 1],
  ])('kept of %i rows and added up for %i at a time they are the same', (most, part) => {
    const sums = rollUp(sheet, markSheet(sheet, 1), { most, part });
    expect([0, 1].map((row) => toFractionText(sums.totalAt(row)))).toEqual([total, '11/4']);
    // Of a maximum of 4.
    expect(toFractionText(sums.fractionAt(1) as NonNullable<ReturnType<typeof sums.fractionAt>>)).toBe('275/4');
    expect([0, 1].map((domain) => toText(sums.domainAt(0, domain).points))).toEqual(parts);
    expect(toFractionText(sums.totalAt(0))).toBe(total);
    expect([0, 1].map((row) => sums.points.counts[row])).toEqual([at === 'leaf' ? 324 : 325, 275]);
    expect([sums.beyondAt(0), sums.beyondAt(1)].map(({ bonus, penalty }) => [bonus, penalty].map(toText))).toEqual([
      ['1.5', '0.25'],
      ['0', '0'],
    ]);
  });
});

describe('sums of some rows at a time', () => {
  const rubric = buildRubric({ domains: DOMAINS, adjustments: ADJUSTMENTS, rounding: { at: 'total', decimals: 2 } });

  it.each([1, 2, 3, 4])('have in each %i what is of them, and its adjustments', (part) => {
    const sheet = buildSheet(rubric, [
      { id: 'u', cells: { a: '1', b: '2', c: '1' } },
      { id: 'v', cells: { a: '1/3', b: '1', c: '0.5', B: '0.5' } },
      { id: 'w', cells: { a: '0.25', b: '0.5', c: '0.25' } },
      { id: 'x', cells: { a: '0', b: '1/7', c: '0' } },
      { id: 'y', cells: { a: '1', b: '1', c: '1', B: '2', P: '0.75' } },
    ]);
    const sums = rollUp(sheet, markSheet(sheet, 1), { most: 0, part });
    // 1 + 2 + 1; 1/3 + 1 + 1/2 + 1/2; 1/4 + 1/2 + 1/4; 1/7; 3 + 2 − 3/4.
    expect([...sums.points.counts]).toEqual([400, 233, 100, 14, 425]);
    const totals = [0, 1, 2, 3, 4].map((row) => toFractionText(sums.totalAt(row)));
    expect(totals).toEqual(['4', '7/3', '1', '1/7', '17/4']);
  });
});
