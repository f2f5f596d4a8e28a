/** Checks of a published table: each on a small table by hand; sums against every underlying figure. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditTable } from '../../src/analyse/audit-table.ts';
import { DIALECTS } from '../../src/model/dialect.ts';
import type { Check, PublishedTable } from '../../src/model/published.ts';
import { readPublished } from '../../src/read/published.ts';
import { readBands } from '../../src/read/published-bands.ts';

function findings(text: string, check: Check, bands?: string) {
  const { value, diagnostics } = readPublished(`${text}\n`, DIALECTS.data, 'table.csv');
  expect(diagnostics).toEqual([]);
  const policy = bands === undefined ? undefined : readBands(bands);
  return auditTable(value as PublishedTable, policy).findings.filter((finding) => finding.check === check);
}

const verdicts = (text: string, check: Check, bands?: string): readonly string[] =>
  findings(text, check, bands).map(({ verdict }) => verdict);

describe('auditTable', () => {
  it.each([
    ['name,part:a,part:b,total\nx,1.25,2.5,3.75', 'parts', ['confirmed']],
    ['name,part:a,part:b,total\nx,1.25,2.5,3.76', 'parts', ['possible']],
    // 1.255 + 2.505 is above every sum: 3.77 would need 3.765.
    ['name,part:a,part:b,total\nx,1.25,2.50,3.77', 'parts', ['refuted']],
    ['name,part:a,part:b,total\nx,1.2,2.3,4', 'parts', ['confirmed']],
    ['name,part:a,part:b,total\nx,5,6,12', 'parts', ['refuted']],
    ['name,part:a,part:b,total\nx,5,,12', 'parts', []],
    ['name,points,max,index\nx,62.62,70,89.46', 'index', ['confirmed']],
    ['name,points,max,index\nx,62.62,70,89.45', 'index', ['possible']],
    ['name,points,max,index\nx,62.62,70,89.40', 'index', ['refuted']],
    ['name,count,share\na,1,33.3\nb,2,66.6\nTổng cộng,3,100', 'share', ['confirmed', 'refuted']],
    ['name,count,share\na,1,33.3\nb,2,66.7\nTổng cộng,4,100', 'counts', ['refuted']],
    ['name,share\na,33.3\nb,66.6', 'shares', ['possible']],
    ['name,share\na,33.3\nb,66.4', 'shares', ['refuted']],
    ['stt,name\n1,a\n2,b\n2,c', 'numbers', ['confirmed', 'confirmed', 'refuted']],
    ['name,previous,current,delta\nx,87.72,88.51,+0.79', 'delta', ['confirmed']],
    ['name,previous,current,delta\nx,87.72,86.51,-1.22', 'delta', ['possible']],
    ['name,previous,current,delta\nx,87.72,88.51,1.58', 'delta', ['refuted']],
  ] as const)('%j: %s %j', (text, check, expected) => {
    expect(verdicts(text, check)).toEqual(expected);
  });

  it.each([
    ['1,90\n2,89\n3,88', ['confirmed', 'confirmed']],
    ['1,90\n2,88\n3,89', ['confirmed', 'refuted']],
    ['1,90\n2,89\n3,89', ['confirmed', 'possible']],
    ['1,90\n2,89\n2,89\n4,80', ['confirmed', 'confirmed', 'confirmed']],
    ['1,90\n2,89\n2,88\n4,80', ['confirmed', 'refuted', 'confirmed']],
  ])('holds ranks against scores: %j', (rows, expected) => {
    expect(verdicts(`rank,index\n${rows}`, 'order')).toEqual(expected);
  });

  it('takes no rank that is none', () => {
    expect(findings('name,rank,index\na,0,90\nb,1.5,80\nc,-1,70\nd,2.0,60', 'order').map(({ kind }) => kind)).toEqual([
      ...['no-rank', 'no-rank', 'no-rank'],
    ]);
  });

  it('says that shares do not make a whole where no total is printed', () => {
    const [finding] = findings('name,share\na,33.3\nb,66.4', 'shares');
    expect(finding).toMatchObject({
      kind: 'whole',
      verdict: 'refuted',
      facts: { made: '99.7', low: '99.6', high: '99.8' },
    });
  });

  it.each([
    ['1 2 2 3 4', 'dense'],
    ['1 2 2 4 5', 'competition'],
    ['17 17 19', 'competition'],
    // Without a tie nothing tells the two apart: units that are not listed may have the ranks between.
    ['1 2 3 45', 'untied'],
    ['1 2 3', 'untied'],
    ['1 2 2 3 7', 'none'],
  ])('of ranks %s fits %s', (ranks, fits) => {
    const [finding] = findings(
      `rank,name\n${ranks
        .split(' ')
        .map((rank, at) => `${rank},u${at}`)
        .join('\n')}`,
      'ties',
    );
    expect(finding?.facts['fits']).toBe(fits);
    expect(finding?.verdict).toBe(fits === 'none' ? 'refuted' : 'confirmed');
  });

  it.each([
    ['85,Tốt', 'confirmed'],
    ['84.99,Tốt', 'refuted'],
    ['85.0,Khá', 'possible'],
    ['85.1,Khá', 'refuted'],
    ['49,Yếu', 'confirmed'],
    ['49,Kém', 'refuted'],
  ])('holds %s against bands: %s', (row, verdict) => {
    expect(verdicts(`index,grade\n${row}`, 'grades', 'Tốt=85; Khá=75; Trung bình=50; Yếu')).toEqual([verdict]);
  });

  it('finds the lines that fit, or that none does', () => {
    const lines = findings('index,grade\n91.2,Tốt\n85.1,Tốt\n84.2,Khá\n75.71,Khá\n65.32,Trung bình', 'lines');
    expect(lines.map(({ printed, truth }) => [printed, truth])).toEqual([
      ['Tốt', '85'],
      ['Khá', '70'],
    ]);
    expect(verdicts('index,grade\n91.2,Tốt\n84,Tốt\n84.2,Khá', 'lines')).toEqual(['refuted']);
  });

  it('equals trying every underlying figure of a total', () => {
    const tenths = fc.integer({ min: 1, max: 99 });
    const halfUp = (value: number): number => Math.floor((value + 5) / 10);
    const print = (value: number): string => `${Math.floor(value / 10)}.${value % 10}`;
    const under = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4];
    fc.assert(
      fc.property(tenths, tenths, tenths, fc.integer({ min: -3, max: 3 }), (a, b, c, off) => {
        const total = a + b + c + off;
        fc.pre(total > 0);
        const reached = under.some((x) =>
          under.some((y) => under.some((z) => halfUp((a + b + c) * 10 + x + y + z) === total)),
        );
        const text = `part:a,part:b,part:c,total\n${[a, b, c, total].map(print).join(',')}`;
        expect(verdicts(text, 'parts')).toEqual([off === 0 ? 'confirmed' : reached ? 'possible' : 'refuted']);
      }),
    );
  });
});
