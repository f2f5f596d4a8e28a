/** Entries in all three shapes to columns: what a row says, what each refused cell is told, and what is kept. */

import { describe, expect, it } from 'vitest';
import { EVIDENCE_ASKED, HAS_EVIDENCE, HAS_NOTE, ROW_SEEN } from '../../src/model/assessment.ts';
import { toText } from '../../src/model/exact.ts';
import { fileAt, lineAt } from '../../src/model/places.ts';
import type { Rubric } from '../../src/model/rubric.ts';
import { createWorld } from '../../src/read/sheets.ts';
import { rubricOf } from './rubric-text.ts';
import { row, see, units } from './see-entries.ts';

describe('a file of one unit', () => {
  it('fills the stages, and the survey of a survey leaf', () => {
    const seen = see('criterion,self,appraised,survey\n1.1,2,1.5,\n1.2,,29/34,\n1.3,,,80%\n1.5,1,,\n1.10,khong,co,\n', {
      unit: 'b',
    });
    expect(seen.faults).toEqual([]);
    expect(seen.count).toEqual({ file: 'x.csv', read: 5, used: 5, blank: 0, refused: 0 });
    expect(['1.1', '1.2', '1.3', '1.5', '1.10'].map((leaf) => seen.values(leaf, 1))).toEqual([
      ['2', '1.5'],
      ['', '29/34'],
      ['0.8'],
      ['1', ''],
      ['0', '1'],
    ]);
    expect(seen.values('1.1', 0)).toEqual(['', '']);
    expect([0, 1].map((row) => lineAt(seen.columns('1.2').places, row))).toEqual([0, 3]);
  });

  it('may have Vietnamese headers, decimal commas and blanks around, which are told', () => {
    const seen = see('Tiêu chí;Tự đánh giá;Thẩm định\n1.1; 1,5;2\n', { unit: 'a', dialect: 'excel-vi' });
    expect(seen.values('1.1')).toEqual(['1.5', '2']);
    expect(seen.faults).toEqual(['blanks-around 2:2 Tự đánh giá']);
    expect(seen.facts).toEqual([{ shown: '1,5' }]);
    expect(seen.count.used).toBe(1);
  });

  it('is told once that its unit is unknown, and no row is used', () => {
    const seen = see('criterion,appraised\n1.1,2\n1.2,50%\n', { unit: 'aa' });
    expect(seen.faults).toEqual(['unknown-unit 1:0']);
    expect(seen.facts).toEqual([{ shown: 'aa', nearest: 'a' }]);
    expect(seen.count).toMatchObject({ used: 0, refused: 2 });
    const unnamed = see('criterion,appraised\n1.1,2\n');
    expect(unnamed.facts).toEqual([{ column: 'unit', isNameless: true }]);
    expect(unnamed.count).toMatchObject({ used: 0, refused: 1 });
  });

  it('is told nothing of its unit where its header is at fault', () => {
    expect(see('criterion,appraised,points\n1.1,2,3\n', { unit: 'zz' }).faults).toEqual(['unknown-column 1:3']);
    expect(see('self,appraised\n1.1,2\n', { unit: 'a' }).faults).toEqual(['missing-column 1:0']);
  });

  it('speaks of leaves and adjustments only', () => {
    const seen = see('criterion,appraised\n1,2\n1.9,2\nTổng,2\n,2\nT1,0.5\n', { unit: 'a' });
    expect(seen.faults).toEqual([
      ...[
        'not-a-leaf 2:1 criterion',
        'unknown-leaf 3:1 criterion',
        'total-row 4:1 criterion',
        'blank-cell 5:1 criterion',
      ],
    ]);
    expect(seen.units).toEqual(['a', 'a', 'a', 'a']);
    expect(seen.values('T1')).toEqual(['', '0.5']);
    expect(seen.count).toMatchObject({ read: 5, used: 1, refused: 4 });
  });
});

describe('a long file', () => {
  it('says in each row whose it is', () => {
    const seen = see('unit,criterion,appraised\nb,1.1,1\na,1.1,2\nc,1.1,1\n ,1.1,1\n');
    expect([seen.values('1.1', 0), seen.values('1.1', 1)]).toEqual([
      ['', '2'],
      ['', '1'],
    ]);
    expect(seen.faults).toEqual(['unknown-unit 4:1 unit', 'blank-cell 5:1 unit']);
    expect([0, 1].map((row) => lineAt(seen.columns('1.1').places, row))).toEqual([3, 2]);
  });

  it('has one row for a unit and leaf; the second is told with the place of the first', () => {
    const seen = see('unit,criterion,appraised\na,1.1,2\nb,1.1,2\na,1.1,1\n');
    expect(seen.faults).toEqual(['repeated-entry 4:0']);
    expect(seen.facts).toEqual([{ unit: 'a', leaf: '1.1', suspicion: '1.10' }]);
    expect(seen.related).toEqual(['x.csv:2:0']);
    expect(seen.values('1.1')).toEqual(['', '2']);
    const again = see('unit,criterion,appraised\na,1.2,50%\na,1.1,0\n', { world: seen.world, fileAt: 1 });
    expect(again.faults).toEqual(['repeated-entry 3:0']);
    expect(again.related).toEqual(['x.csv:2:0']);
    expect([0, 1].map((row) => fileAt(again.columns('1.2').places, row))).toEqual([1, 0]);
    // No other id becomes 1.2 in a spreadsheet.
    expect(see('unit,criterion,appraised\nb,1.2,1%\nb,1.2,1%\n').facts).toEqual([{ unit: 'b', leaf: '1.2' }]);
  });
});

describe('a wide file', () => {
  it('has a row a unit and a column a leaf, each at its own source', () => {
    const seen = see(
      'unit,1.1,1.2,1.3,1.4,1.4:previous,1.5,1.10,T1\na,2,50%,80%,11,10,1,co,\nb,1,1%,1%,1,1,0,khong,1\n',
    );
    expect(seen.faults).toEqual([]);
    expect(seen.values('1.1')).toEqual(['', '2']);
    expect(seen.values('1.3')).toEqual(['0.8']);
    expect(seen.values('1.5')).toEqual(['1', '']);
    // From 10 to 11 is a tenth more.
    expect(seen.values('1.4')).toEqual(['', '0.1']);
    expect(seen.values('T1')).toEqual(['', '']);
    expect(seen.values('T1', 1)).toEqual(['', '1']);
    expect(seen.flags('T1')[0]).toBe(0);
  });

  it('may name a column of a leaf in full', () => {
    const leaves = ['1.2', '1.3', '1.4', '1.4:previous', '1.5', '1.10'];
    const seen = see(`unit,1.1:self,1.1:thẩm định,1.1:evidence,1.1:note,${leaves}\na,2,1.5,QĐ 1,x,5%,5%,1,1,1,co\n`);
    expect(seen.faults).toEqual([]);
    expect(seen.values('1.1')).toEqual(['2', '1.5']);
    expect(seen.flags('1.1')[0]).toBe(ROW_SEEN | HAS_EVIDENCE | HAS_NOTE | EVIDENCE_ASKED);
    expect(seen.flags('1.2')[0]).toBe(ROW_SEEN);
  });

  it('has every leaf, none twice, and nothing else', () => {
    const { faults, facts } = see(
      'unit,1.1,1.2,1.2,1.3,1.5,1.5:self,1.10,1.10:prvious,2.1,T1:unit,1.11\na,1,1,1,1,1,1,1,1,1,1,1\n',
    );
    expect(faults).toEqual([
      ...['repeated-column 1:4', 'repeated-column 1:7', 'unknown-column 1:9', 'unknown-column 1:10'],
      ...['unknown-column 1:11', 'unknown-column 1:12', 'missing-column 1:0'],
    ]);
    expect(facts[0]).toEqual({ shown: '1.2', first: '3' });
    expect(facts[1]).toEqual({ shown: '1.5:self', first: '6' });
    expect(facts[2]).toMatchObject({ shown: '1.10:prvious', nearest: '1.10:previous' });
    expect(facts[3]).toEqual({ shown: '2.1', known: '<id>, <id>:<column>', nearest: '1.1' });
    expect(facts[6]).toEqual({ column: '1.4' });
  });

  it('has one row a unit, and none of the totals', () => {
    const wide = 'unit,1.1,1.2,1.3,1.4,1.4:previous,1.5,1.10';
    const sound = '2,50%,80%,11,10,1,co';
    const seen = see(`${wide}\na,${sound}\nb,${sound}\na,${sound}\nTổng cộng,${sound}\nzz,${sound}\n`);
    expect(seen.faults).toEqual(['repeated-unit 4:1 unit', 'total-row 5:1 unit', 'unknown-unit 6:1 unit']);
    expect(seen.facts[0]).toEqual({ what: 'id', shown: 'a', line: '2' });
    expect(seen.related[0]).toBe('x.csv:2:1');
    expect(seen.count).toMatchObject({ used: 2, refused: 3 });
  });

  it('is refused by the row: each cell at fault is told', () => {
    const seen = see('unit,1.1,1.2,1.3,1.4,1.4:previous,1.5,1.10\na,3,,80%,11,10,1,maybe\n');
    expect(seen.faults).toEqual(['above-max 2:2 1.1', 'missing-value 2:3 1.2', 'unknown-level 2:8 1.10']);
    expect(seen.count).toMatchObject({ used: 0, refused: 1 });
  });
});

describe('a value', () => {
  it('is read by the rule of its leaf, and a refusal is told at its cell with the other half of the case', () => {
    const seen = row('1.1,1.3,2.5,,,,,');
    expect(seen.faults).toEqual(['off-step 2:2 self', 'above-max 2:3 appraised']);
    // The criterion stands in line 9 of the rubric, and so does its maximum.
    expect(seen.related.map((place) => place.split(':').slice(0, 2).join(':'))).toEqual([
      'rubric.yaml:9',
      'rubric.yaml:9',
    ]);
    expect(seen.related[0]).not.toBe(seen.related[1]);
    expect(seen.units).toEqual(['a', 'a']);
    expect(seen.count.refused).toBe(1);
    expect(row('1.1,x,1,,,,,').related).toEqual(['']);
  });

  it('stands under its own source', () => {
    const seen = row('1.3,0.5,,80%,,,,');
    expect(seen.faults).toEqual(['wrong-source 2:2 self']);
    expect(seen.facts).toEqual([{ leaf: '1.3', column: 'self', isSurvey: true }]);
    const other = row('1.1,,1,80%,,,,');
    expect(other.faults).toEqual(['wrong-source 2:4 survey']);
    expect(other.facts).toEqual([{ leaf: '1.1', column: 'survey', isSurvey: false }]);
    expect(row('1.1,,1, ,,,,').faults).toEqual([]);
  });

  it('is one line', () => {
    const seen = row('1.1,,"1\n",,,,,');
    expect(seen.faults).toEqual(['line-break-in-cell 2:3 appraised']);
    expect(seen.facts).toEqual([{ name: 'appraised' }]);
  });

  it('is compared with that of last year where the rule asks, and only there', () => {
    expect(row('1.4,,12,,10,,,').values('1.4')).toEqual(['', '0.2']);
    const none = row('1.4,11,12,,,,,');
    expect(none.faults).toEqual(['no-previous 2:5 previous']);
    const unused = row('1.1,,1,,10,,,');
    expect(unused.faults).toEqual(['unused-previous 2:5 previous']);
    expect(unused.severities).toEqual(['warning']);
    expect(unused.count.used).toBe(1);
  });
});

describe('n/a', () => {
  it.each(['n/a', 'N/A', 'không áp dụng', 'Không áp dụng'])(
    'is said by %s, where it is permitted, with its reason',
    (word) => {
      const seen = row(`1.2,,${word},,,,, không có doanh nghiệp `);
      expect(seen.faults).toEqual([]);
      expect(seen.values('1.2')).toEqual(['', 'n/a']);
      expect([...seen.columns('1.2').exemptNotes]).toEqual([[0, 'không có doanh nghiệp']]);
    },
  );

  it('is refused where the rubric does not permit it, or without a note', () => {
    const forbidden = row('1.1,,n/a,,,,,x');
    expect(forbidden.faults).toEqual(['exempt-not-permitted 2:3 appraised']);
    expect(forbidden.related[0]).toMatch(/^rubric\.yaml:9:/);
    const bare = row('1.2,,n/a,,,,, ');
    expect(bare.faults).toEqual(['note-missing 2:3 appraised']);
    expect(bare.facts).toEqual([{ leaf: '1.2', what: 'n/a' }]);
    expect(row('T1,,n/a,,,,,x').faults).toEqual(['exempt-not-permitted 2:3 appraised']);
  });
});

describe('an override', () => {
  it('gives points outright, with a note', () => {
    const seen = row('1.1,,1,,,1.7,,QĐ 2');
    expect(seen.faults).toEqual([]);
    const override = seen.columns('1.1').overrides.get(0);
    expect(override && [toText(override.points), override.note]).toEqual(['1.7', 'QĐ 2']);
    expect(row('1.1,,1,,,2,,x').faults).toEqual([]);
    expect(row('1.1,,1,,,0,,x').faults).toEqual([]);
  });

  it('needs no value beside it', () => {
    expect(row('1.1,,,,,1,,x').faults).toEqual([]);
    expect(row('1.1,,,,,,,x').faults).toEqual(['missing-value 2:3 appraised']);
  });

  it.each(['2.01', '-1', '1,5', 'x', '50%'])('is not %s', (cell) => {
    const seen = row(`1.1,,1,,,"${cell}",,x`);
    expect(seen.faults).toEqual(['bad-override 2:6 override']);
    expect(seen.facts).toEqual([{ leaf: '1.1', shown: cell, max: '2', example: '1.5' }]);
    expect(seen.related[0]).toMatch(/^rubric\.yaml:9:/);
    expect(seen.columns('1.1').overrides.size).toBe(0);
  });

  it('is explained in the decimal mark of the file', () => {
    const seen = see('criterion;appraised;override;note\n1.1;1;1.5;x\n', { unit: 'a', dialect: 'excel-vi' });
    expect(seen.facts).toMatchObject([{ example: '1,5' }]);
  });

  it('is refused without a note, and on what the council has exempted', () => {
    const bare = row('1.1,,1,,,1,,');
    expect(bare.faults).toEqual(['note-missing 2:6 override']);
    expect(bare.facts).toEqual([{ leaf: '1.1', what: 'override' }]);
    expect(row('1.2,,n/a,,,1,,x').faults).toEqual(['override-on-exempt 2:6 override']);
    // What the unit says of itself exempts nobody.
    expect(row('1.2,n/a,,,,1,,x').faults).toEqual([]);
  });
});

describe('what must be there', () => {
  it('is the appraisal, for what is appraised; the last stage that is filled counts', () => {
    const seen = row('1.1,2,,,,,,');
    expect(seen.faults).toEqual(['missing-value 2:3 appraised']);
    expect(seen.facts).toEqual([{ leaf: '1.1', column: 'appraised', asZero: false }]);
    expect(seen.severities).toEqual(['error']);
    expect(row('1.5,1,,,,,,').faults).toEqual([]);
    expect(row('1.5,,1,,,,,').faults).toEqual([]);
    expect(row('1.5,,,,,,,').facts).toEqual([{ leaf: '1.5', column: 'self', asZero: false }]);
    expect(row('1.3,,,,,,,').facts).toEqual([{ leaf: '1.3', column: 'survey', asZero: false }]);
    expect(row('T1,,,,,,,').faults).toEqual([]);
    // A bonus that is only claimed is not yet given.
    expect(row('T1,1,,,,,,').faults).toEqual(['missing-value 2:3 appraised']);
  });

  it('is told at the line where there is no such column', () => {
    expect(see('criterion,self\n1.1,2\n', { unit: 'a' }).faults).toEqual(['missing-value 2:0']);
  });

  it('is not told on top of a refused cell', () => {
    expect(row('1.1,,x,,,,,').faults).toEqual(['not-a-number 2:3 appraised']);
  });

  it('is what the basis asks: of the self-assessment alone no survey and no appraisal', () => {
    expect(row('1.1,2,,,,,,', { basis: 'self' }).faults).toEqual([]);
    expect(row('1.1,,2,,,,,', { basis: 'self' }).faults).toEqual(['missing-value 2:2 self']);
    expect(row('1.3,,,,,,,', { basis: 'self' }).faults).toEqual([]);
    // An override is the council's, whose word is not asked.
    expect(row('1.1,,,,,1,,x', { basis: 'self' }).faults).toEqual(['missing-value 2:2 self']);
  });

  it('is only warned of where the rubric lets it count as nothing', () => {
    const rubric = rubricOf(
      ...['missing: zero', 'domains:', '  - id: "1"', '    title: Một', '    max: 2', '    criteria:'],
      '      - { id: "1.1", title: a, max: 2, rule: { type: given } }',
    );
    const seen = see('criterion,appraised\n1.1,\n', { rubric, unit: 'a' });
    expect(seen.faults).toEqual(['missing-value 2:2 appraised']);
    expect(seen.severities).toEqual(['warning']);
    expect(seen.facts).toEqual([{ leaf: '1.1', column: 'appraised', asZero: true }]);
    expect(seen.count.used).toBe(1);
  });
});

describe('what is kept of a row', () => {
  it('is whether there is evidence and a note, and whether evidence was asked for', () => {
    const flags = (cells: string) => row(cells).flags('1.1')[0];
    expect(flags('1.1,,1,,,,QĐ 1,')).toBe(ROW_SEEN | HAS_EVIDENCE | EVIDENCE_ASKED);
    expect(flags('1.1,,1,,,, ,x')).toBe(ROW_SEEN | HAS_NOTE | EVIDENCE_ASKED);
    expect(see('criterion,appraised,note\n1.1,1, \n', { unit: 'a' }).flags('1.1')[0]).toBe(ROW_SEEN);
  });

  it('are its texts, for a unit that somebody looks at', () => {
    const cells = '1.4, 11,12,, 10,0.5 , QĐ 1 , vì sao ';
    expect(row(cells, { focus: ['b'] }).columns('1.4').texts.size).toBe(0);
    expect(
      row(cells, { focus: ['a'] })
        .columns('1.4')
        .texts.get(0),
    ).toEqual({
      ...{ values: ['11', '12'], previous: '10', override: '0.5', evidence: 'QĐ 1', note: 'vì sao' },
      fields: { values: [2, 3], previous: 5, override: 6 },
    });
    expect(
      row('1.3,,,80%,,,,', { focus: ['a'] })
        .columns('1.3')
        .texts.get(0),
    ).toMatchObject({
      ...{ values: ['80%'], fields: { values: [4], previous: 5, override: 6 } },
    });
    const short = see('criterion,appraised\n1.1,1\n', { unit: 'a', focus: ['a'] });
    expect(short.columns('1.1').texts.get(0)).toEqual({
      ...{ values: ['', '1'], previous: '', override: '', evidence: '', note: '' },
      fields: { values: [0, 2], previous: 0, override: 0 },
    });
  });
});

describe('two rubrics', () => {
  const one = (id: string, stages: string, leaf: string) =>
    ({
      ...rubricOf(
        ...[`stages: [${stages}]`, `applies_to: [${id}]`, 'domains:', '  - id: "1"', '    title: Một', '    max: 2'],
        ...['    criteria:', `      - { id: "${leaf}", title: a, max: 2, rule: { type: given } }`],
      ),
      id,
    }) as Rubric;
  const world = () =>
    createWorld([
      [one('so', 'self, appraised', '1.1'), units('a')],
      [one('xa', 'self, appraised, reviewed', '1.2'), units('b')],
    ]);

  it('share a long file; a stage of the other is empty', () => {
    const seen = see('unit,criterion,appraised,reviewed\na,1.1,1,\nb,1.2,,2\na,1.1,1,1\nb,1.1,1,\n', {
      world: world(),
    });
    expect(seen.faults).toEqual(['unknown-column 4:4 reviewed', 'unknown-leaf 5:2 criterion']);
    expect(seen.facts[0]).toEqual({ shown: 'reviewed', known: 'self, appraised' });
    expect(seen.units).toEqual(['a', 'b']);
    expect(seen.count).toMatchObject({ used: 2, refused: 2 });
  });

  it('share a wide file; a column of the other is empty, and no leaf is missing from the header', () => {
    const seen = see('unit,1.1,1.2\na,1,\nb,,2\nb,1,2\n', { world: world() });
    expect(seen.faults).toEqual(['repeated-unit 4:1 unit']);
    expect(see('unit,1.1,1.2\na,1,2\n', { world: world() })).toMatchObject({
      ...{ faults: ['unknown-column 2:3 1.2'], facts: [{ shown: '1.2', known: 'so' }], units: ['a'] },
    });
    expect(see('unit,1.1\na,1\n', { world: world() }).faults).toEqual([]);
  });
});
