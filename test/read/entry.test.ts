/** One row of entries: which of its cells is blamed, for what, and how often. */
import { describe, expect, it } from 'vitest';
import { EVIDENCE_ASKED, HAS_EVIDENCE, ROW_SEEN } from '../../src/model/assessment.ts';
import { row, see } from './see-entries.ts';

describe('a row', () => {
  it('may have any column for its first', () => {
    const values = see('appraised,criterion\n1.5,1.1\nx,1.2\n', { unit: 'a' });
    expect(values.faults).toEqual(['not-a-share 3:1 appraised']);
    expect(values.values('1.1')).toEqual(['', '1.5']);
    const { flags } = see('evidence,criterion,appraised\nQĐ 1,1.1,1\n', { unit: 'a' });
    expect(flags('1.1')[0]).toBe(ROW_SEEN | HAS_EVIDENCE | EVIDENCE_ASKED);
  });

  it('of a leaf that has one is refused, and the first stays', () => {
    const again = see('criterion,appraised\n1.1,1\n1.1,2\n', { unit: 'a' });
    expect(again.faults).toEqual(['repeated-entry 3:0']);
    expect(again.related).toEqual(['x.csv:2:0']);
    expect(again.count).toMatchObject({ used: 1, refused: 1 });
    expect(again.values('1.1')).toEqual(['', '1']);
  });

  it('of a form keeps the decimal mark of the form, and says so', () => {
    const form = see('criterion;appraised\n1.1;1.5\n', { unit: 'a', dialect: 'excel-vi', mark: '.' });
    expect(form.faults).toEqual([]);
    expect(form.count).toStrictEqual({ file: 'x.csv', read: 1, used: 1, blank: 0, refused: 0, mark: '.' });
    expect(see('criterion,appraised\n1.1,1\n', { unit: 'a' }).count).not.toHaveProperty('mark');
  });
});

describe("a row that is nobody's", () => {
  it('is refused, in a long file as in a wide one', () => {
    const long = see('unit,criterion,appraised\na,1.1,1\nx,1.1,1\na,9.9,1\n');
    expect(long.faults).toEqual(['unknown-unit 3:1 unit', 'unknown-leaf 4:2 criterion']);
    expect(long.count).toMatchObject({ used: 1, refused: 2 });
    const wide = see('unit,1.1,1.2,1.3,1.4,1.4:previous,1.5,1.10\nx,1,50%,50%,1,1,1,co\n');
    expect(wide.faults).toEqual(['unknown-unit 2:1 unit']);
    expect(wide.count).toMatchObject({ used: 0, refused: 1 });
  });
});

describe('a value under the column of another source', () => {
  it('is told with the place where the rubric says whose it is', () => {
    const seen = row('1.1,,1,80%,,,x,');
    expect(seen.faults).toEqual(['wrong-source 2:4 survey']);
    expect(seen.related).toEqual([expect.stringMatching(/^rubric\.yaml:9:/)]);
  });
});

describe('blanks', () => {
  it('around a value are warned of; alone they are nothing', () => {
    expect(row('1.1,, 1,,,,x,').faults).toEqual(['blanks-around 2:3 appraised']);
    expect(row('1.1, ,1,,,,x,').faults).toEqual([]);
  });

  it('are no points given outright, so that a value is missing still', () => {
    expect(row('1.1,,,,, ,x,').faults).toEqual(['missing-value 2:3 appraised']);
  });
});

describe('a value of last year', () => {
  it('is told once where it stands against several values, and where it stands against one', () => {
    expect(row('1.4,110,110,,abc,,,').faults).toEqual(['not-a-number 2:5 previous']);
    expect(row('1.4,,110,,abc,,,').faults).toEqual(['not-a-number 2:5 previous']);
  });

  it('is told beside a value that is refused for itself', () => {
    expect(row('1.4,abc,110,,,,,').faults).toEqual(['not-a-number 2:2 self', 'no-previous 2:5 previous']);
  });
});

describe('a value that is missing', () => {
  it('is told with its column where the file has none', () => {
    expect(see('criterion,self\n1.1,2\n', { unit: 'a' }).facts).toEqual([
      { leaf: '1.1', column: 'appraised', asZero: false, noColumn: true },
    ]);
    // The first column is one.
    expect(see('appraised,criterion\n,1.1\n', { unit: 'a' }).facts).toStrictEqual([
      { leaf: '1.1', column: 'appraised', asZero: false },
    ]);
  });
});
