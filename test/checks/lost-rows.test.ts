/** What may stand in rows that nobody can tell whose they are. */
import { describe, expect, it } from 'vitest';
import { lostRows } from '../../src/checks/lost-rows.ts';
import { noLastLineEnd } from '../../src/faults/csv.ts';
import { aboveLimit } from '../../src/faults/text.ts';
import { raise } from '../../src/model/diagnostic.ts';

const count = (file: string, used: number) => ({ file, read: used + 1, used, blank: 0, refused: 1 });

const tooMuch = (file: string, what: 'rows' | 'cell') =>
  raise(aboveLimit, { file, line: 3, column: 0 }, { what, found: '3', limit: '2' });

describe('rows that were lost', () => {
  it('are as many as the errors that name no unit', () => {
    const cell = tooMuch('a.csv', 'cell');
    const found = [cell, cell, { ...cell, unit: 'x' }, raise(noLastLineEnd, { file: 'b.csv', line: 9, column: 0 }, {})];
    expect([...lostRows(found, [count('a.csv', 2), count('b.csv', 2)])]).toEqual([['a.csv', 2]]);
  });

  it('may be any number where no row was used, or the file was not read to its end', () => {
    const files = [count('a.csv', 0), count('b.csv', 2)];
    const found = [tooMuch('a.csv', 'cell'), tooMuch('b.csv', 'cell'), tooMuch('b.csv', 'rows')];
    expect([...lostRows(found, files)]).toEqual([
      ['a.csv', Number.POSITIVE_INFINITY],
      ['b.csv', Number.POSITIVE_INFINITY],
    ]);
  });
});
