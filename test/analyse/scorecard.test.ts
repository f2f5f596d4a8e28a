import { describe, expect, it } from 'vitest';
import { findScorecard } from '../../src/analyse/scorecard.ts';
import { loadProject } from '../../src/load.ts';
import { type Exact, toText } from '../../src/model/exact.ts';
import type { Scorecard, ScorecardRow } from '../../src/model/findings.ts';
import { score } from '../../src/score/index.ts';
import { memorySource } from '../source.ts';

const RUBRIC = `format: 1
id: huyen
title: Bộ tiêu chí
missing: zero
RANK
domains:
  - id: "1"
    title: Chỉ đạo
    max: 6
    criteria:
      - { id: "1.1", title: Kế hoạch, max: 2, rule: { type: levels, levels: { kip-thoi: 2, cham: 1 } } }
      - id: "1.2"
        title: Báo cáo
        max: 4
        parts:
          - { id: "1.2.1", title: Đúng hạn, max: 1, exempt: allowed, rule: { type: proportional } }
          - { id: "1.2.2", title: Đầy đủ, max: 3, rule: { type: given } }
  - id: "2"
    title: Hài lòng
    max: 4
    criteria:
      - { id: "2.1", title: Điều tra, max: 2, source: survey, rule: { type: survey } }
      - { id: "2.2", title: Tăng trưởng, max: 2, rule: { type: growth, full_at: 10% } }
adjustments:
  - { id: T1, title: Sáng kiến, kind: bonus, max: 1, rule: { type: per-item, points: 0.5 } }
  - { id: T2, title: Vi phạm, kind: penalty, max: 1, rule: { type: given } }
`;

const ENTRIES = `unit,criterion,self,appraised,survey,previous,override,evidence,note
a,1.1,kip-thoi,cham,,,,QĐ-12,Chậm hai ngày
a,1.2.1,n/a,n/a,,,,,Không phát sinh
a,1.2.2,3,,,,2.5,,Họp hội đồng
a,2.1,,,85.5%,,,,
a,2.2,105,,,100,,,
a,T1,1,,,,,,
b,1.1,kip-thoi,kip-thoi,,,,,
b,1.2.1,1/3,1/3,,,,,
b,1.2.2,3,3,,,,,
b,2.1,,,100%,,,,
b,2.2,110,110,,100,,,
c,1.1,kip-thoi,kip-thoi,,,,,
c,1.2.1,1/3,1/3,,,,,
c,1.2.2,3,3,,,,,
c,2.1,,,100%,,,,
c,2.2,110,110,,100,,,
d,1.1,cham,cham,,,,,
`;

const UNITS = 'id,name,group,unranked\na,An,huyen,\nb,Bình,huyen,\nc,Cam,huyen,\nd,Dương,huyen,yes\n';

function cardOf(unit: string, { basis, rank = '' }: { basis?: string; rank?: string } = {}): Scorecard {
  const files = new Map([
    ['parindex.yaml', 'year: 2019\n'],
    ['rubric.yaml', RUBRIC.replace('RANK', rank)],
    ['units.csv', UNITS],
    ['entries/all.csv', ENTRIES],
  ]);
  const options = basis === undefined ? {} : { basis };
  const { assessment } = loadProject(memorySource(files), '.', { ...options, focus: new Set([unit]) });
  if (assessment === undefined) throw new Error('refused');
  return findScorecard(assessment, score(assessment, basis), unit);
}

function rowOf({ domains, adjustments }: Scorecard, id: string): ScorecardRow {
  const row = [...domains.flatMap(({ rows }) => rows), ...adjustments].find((each) => each.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}

const textOf = (value: Exact | undefined) => value && toText(value);

function told(row: ScorecardRow) {
  return { state: row.state, points: textOf(row.points), lost: textOf(row.lost), source: row.source };
}

describe('the scorecard of a unit', () => {
  const card = cardOf('a');

  it('has the leaves by domain and the adjustments, in the order of the rubric', () => {
    expect(card.domains.map(({ id, rows }) => [id, rows.map((row) => row.id)])).toEqual([
      ['1', ['1.1', '1.2.1', '1.2.2']],
      ['2', ['2.1', '2.2']],
    ]);
    expect(card.adjustments.map(({ id }) => id)).toEqual(['T1', 'T2']);
    expect([card.group.id, card.standing.unit.id]).toEqual(['huyen', 'a']);
  });

  it('says of each leaf what it gave, what was lost and whose figure counted', () => {
    expect(told(rowOf(card, '1.1'))).toEqual({ state: 'scored', points: '1', lost: '1', source: 'appraised' });
    expect(told(rowOf(card, '1.2.2'))).toEqual({ state: 'scored', points: '2.5', lost: '0.5', source: 'override' });
    expect(told(rowOf(card, '2.1'))).toEqual({ state: 'scored', points: '1.71', lost: '0.29', source: 'survey' });
  });

  it('tells the exempt, the missing and the unclaimed apart; none of them has points', () => {
    const without = { points: undefined, lost: undefined, source: undefined };
    expect(told(rowOf(card, '1.2.1'))).toEqual({ state: 'exempt', ...without });
    // Claimed by the unit, never appraised.
    expect(told(rowOf(card, '2.2'))).toEqual({ state: 'missing', ...without });
    expect(told(rowOf(card, 'T1'))).toEqual({ state: 'missing', ...without });
    expect(told(rowOf(card, 'T2'))).toEqual({ state: 'none', ...without });
  });

  it('shows every value that was written, with evidence, note and place', () => {
    const row = rowOf(card, '1.1');
    expect(row.values).toEqual([
      { column: 'self', text: 'kip-thoi' },
      { column: 'appraised', text: 'cham' },
    ]);
    expect([row.evidence, row.note]).toEqual(['QĐ-12', 'Chậm hai ngày']);
    expect(row.place).toEqual({ file: 'entries/all.csv', line: 2, column: 1 });
    expect(rowOf(card, '1.2.2').values).toEqual([
      { column: 'self', text: '3' },
      { column: 'override', text: '2.5' },
    ]);
    expect(rowOf(card, '2.1').values).toEqual([{ column: 'survey', text: '85.5%' }]);
    expect(rowOf(card, '2.2').values).toEqual([
      { column: 'previous', text: '100' },
      { column: 'self', text: '105' },
    ]);
    expect(rowOf(card, 'T2')).toMatchObject({ values: [], evidence: '', note: '' });
    expect(rowOf(card, 'T2').place).toBeUndefined();
  });

  it('says the rule in both languages', () => {
    expect(rowOf(card, '1.1').rule.en).toContain('kip-thoi: 2; cham: 1');
    expect(rowOf(card, '1.1').rule.vi).toContain('kip-thoi: 2; cham: 1');
    expect(rowOf(card, '1.1').rule.vi).not.toBe(rowOf(card, '1.1').rule.en);
  });

  it('scores on the basis of the unit itself, with the survey outside', () => {
    const own = cardOf('a', { basis: 'self' });
    expect(told(rowOf(own, '1.1'))).toEqual({ state: 'scored', points: '2', lost: '0', source: 'self' });
    expect(told(rowOf(own, '1.2.2'))).toEqual({ state: 'scored', points: '3', lost: '0', source: 'self' });
    expect(rowOf(own, '2.1').state).toBe('outside');
    // 105 after 100: half of the growth that gives all.
    expect(told(rowOf(own, '2.2'))).toEqual({ state: 'scored', points: '1', lost: '1', source: 'self' });
    expect(told(rowOf(own, 'T1'))).toEqual({ state: 'scored', points: '0.5', lost: undefined, source: 'self' });
  });
});

describe('the unit next above', () => {
  // b and c: 2 + 1/3 + 3 + 2 + 2 = 28/3 of 10, shown 93.3 (total 9.33); a: 1 + 2.5 + 1.71 + 0 = 5.21 of 9, shown 57.89.
  it('is the last of those with a better rank, as far off as the shown indices', () => {
    const { nextAbove } = cardOf('a');
    expect(nextAbove?.standing.unit.id).toBe('c');
    expect(textOf(nextAbove?.gap)).toBe('35.41');
  });

  it('is as far off as the fractions where these decide', () => {
    const { nextAbove } = cardOf('a', { rank: 'rank: { on: exact }' });
    // 280/3 - 521/9 = 319/9
    expect(textOf(nextAbove?.gap)).toBe('319/9');
  });

  it('is nobody for the first, for those who share the first rank, and for the unranked', () => {
    expect(cardOf('b').nextAbove).toBeUndefined();
    expect(cardOf('c').nextAbove).toBeUndefined();
    expect(cardOf('d').nextAbove).toBeUndefined();
    expect(cardOf('d').standing.rank).toBeUndefined();
  });
});
