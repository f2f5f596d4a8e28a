/** Units at one look: the same of a file as when every cell is quoted, so that it is looked at cell by cell. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { type PlainUnits, plainUnits } from '../../src/read/plain-units.ts';
import { readUnits } from '../../src/read/units.ts';

const COLUMNS = ['id', 'name', 'group', 'unranked', 'note', 'successor_of'];

/** The unit of a line with these cells, in a file of all columns. */
function look(cells: readonly string[], columns = COLUMNS, delimiter = ',') {
  const text = `${columns.join(delimiter)}\n${cells.join(delimiter)}\nnext`;
  const at = text.indexOf('\n') + 1;
  const units = plainUnits(text, columns, delimiter);
  const end = units?.look(at) ?? -1;
  if (units === undefined || end < 0) return undefined;
  expect(text.slice(end)).toBe('next');
  return ['id', 'name', 'group', 'note'].map((column) => units.cell(columns.indexOf(column)));
}

describe('a plain row', () => {
  it('gives its cells, wherever its columns stand', () => {
    expect(look(['xa-1', 'Xã Tân Lập (cũ)', 'xa', '', 'Mới lập.', ''])).toEqual([
      ...['xa-1', 'Xã Tân Lập (cũ)', 'xa', 'Mới lập.'],
    ]);
    expect(look(['xa', 'X', '1'], ['group', 'name', 'id'], ';')).toEqual(['1', 'X', 'xa', '']);
    expect(look(['a', 'X', 'g'], ['id', 'name', 'group'], '|')).toEqual(['a', 'X', 'g', '']);
    expect(look(['a', 'X', 'g'], ['id', 'name', 'group'], '\t')).toEqual(['a', 'X', 'g', '']);
  });

  it.each([
    ['', 'X', 'g', '', '', ''],
    ['A', 'X', 'g', '', '', ''],
    ['-a', 'X', 'g', '', '', ''],
    ['a', '', 'g', '', '', ''],
    ['a', ' X', 'g', '', '', ''],
    ['a', 'X ', 'g', '', '', ''],
    ['a', 'X\u00a0', 'g', '', '', ''],
    ['a', "'X", 'g', '', '', ''],
    ['a', '"X"', 'g', '', '', ''],
    ['a', 'X;Y', 'g', '', '', ''],
    ['a', 'X\u200bY', 'g', '', '', ''],
    ['a', 'X\u00adY', 'g', '', '', ''],
    ['a', 'X?', 'g', '', '', ''],
    ['a', 'X', '', '', '', ''],
    ['a', 'X', 'g', 'x', '', ''],
    ['a', 'X', 'g', '', ' n', ''],
    ['a', 'X', 'g', '', '', 'b'],
    ['a', 'X', 'g', '', ''],
    ['a', 'X', 'g', '', '', '', ''],
  ])('is not one with %j, %j, %j, %j, %j, %j', (...cells) => {
    expect(look(cells)).toBeUndefined();
  });
});

describe('plain rows', () => {
  const rows = Array.from({ length: 4000 }, (_, at) => [`xa-${at}`, `Xã ${'ễ'.repeat(at % 31)}a ${at}`, `g${at % 7}`]);

  it.each(['', 'n'.repeat(32_700)])('are looked at one after the other, however many there are', (note) => {
    const text = `id,name,group,note\n${rows.map((cells) => `${cells.join()},\n`).join('')}z,Z,g,${note}\n`;
    const units = plainUnits(text, ['id', 'name', 'group', 'note'], ',') as PlainUnits;
    let at = text.indexOf('\n') + 1;
    for (const cells of [...rows, ['z', 'Z', 'g']]) {
      const end = units.look(at);
      expect([0, 1, 2].map((column) => units.cell(column))).toEqual(cells);
      at = end;
    }
    expect(at).toBe(text.length);
    // Whoever goes back finds the row again.
    units.look(text.indexOf('xa-5,'));
    expect(units.cell(0)).toBe('xa-5');
  });

  it('are none where the last line is open, or longer than what is looked at', () => {
    const text = 'id,name,group\na,A,g\nb,B,g';
    const units = plainUnits(text, ['id', 'name', 'group'], ',') as PlainUnits;
    expect([units.look(14), units.look(20)]).toEqual([20, -1]);
    const long = `id,name,group\na,${'A'.repeat(32_768)},g\n`;
    expect(plainUnits(long, ['id', 'name', 'group'], ',')?.look(14)).toBe(-1);
  });

  it('say by their letters whether they may be the header or a row of totals', () => {
    const text = 'id,name,group\na,Xã Mới,g\nb,Tổng số,g5\nab,Xã Mới,g\n';
    const units = plainUnits(text, ['id', 'name', 'group'], ',') as PlainUnits;
    const next = units.look(14);
    expect(units.mayBeNone).toBe(false);
    const last = units.look(next);
    expect(units.mayBeNone).toBe(true);
    units.look(14);
    expect(units.mayBeNone).toBe(false);
    units.look(last);
    expect(units.mayBeNone).toBe(true);
  });
});

describe('a units file', () => {
  const ids = fc.constantFrom('xa-1', 'xa-2', 'xa-3', 'id', 'x'.repeat(12), 'Xa', '');
  const names = fc.constantFrom(
    'Xã A',
    'xã  a',
    'Xã Á',
    'Tổng',
    'Total 1',
    'Kh?nh',
    ' Xã B',
    'Xã\u200b C',
    "'=X",
    'ក',
    'y'.repeat(11),
    '',
  );
  const cell = (column: string) =>
    ({
      id: ids,
      name: fc.oneof(names, fc.stringMatching(/^Xã [0-9]{1,2}$/)),
      group: fc.constantFrom('g1', 'g1', 'g2', '', ' '),
      unranked: fc.constantFrom('', '', '', 'x', 'maybe'),
      note: fc.constantFrom('', '', 'n', ' n ', 'long note that is long'),
      successor_of: fc.constantFrom('', '', '', 'a;b', 'A'),
    })[column] as fc.Arbitrary<string>;
  const table = fc
    .shuffledSubarray(['unranked', 'note', 'successor_of'])
    .chain((more) => fc.shuffledSubarray(['id', 'name', 'group', ...more], { minLength: 3 + more.length }))
    .chain((columns) => {
      const row = fc.tuple(...columns.map(cell));
      return fc.record({ columns: fc.constant(columns), rows: fc.array(row, { maxLength: 6 }) });
    });

  it('is the same at one look and cell by cell', () => {
    fc.assert(
      fc.property(table, fc.constantFrom([], ['g1']), fc.boolean(), ({ columns, rows }, groups, isTight) => {
        const limits = isTight ? { ...LIMITS, name: 11, cell: 10, rows: 4 } : LIMITS;
        const [plain, quoted] = [(text: string) => text, (text: string) => `"${text}"`].map((form) => {
          const lines = rows.map((cells) => cells.map(form).join(','));
          const text = `${columns.join(',')}\n${lines.map((line) => `${line}\n`).join('')}`;
          const { units, count, diagnostics } = readUnits(text, DIALECTS.data, 'units.csv', groups, limits);
          const texts = units.map(({ id, name, group, ranked, note }) => [id, name, group, ranked, note]);
          const others = units.map(({ successorOf, place, namePlace, groupPlace }) => [
            ...[successorOf, place, namePlace, groupPlace],
          ]);
          const faults = diagnostics.map(({ fault, place, facts, related }) => [fault.code, place, facts, related]);
          return { texts, others, json: JSON.stringify(units), count, faults };
        });
        expect(plain).toEqual(quoted);
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  it.each([
    ['id,name,group,\na,X,g,\nb,Y,g\n', 1, ['ragged-row 3:0']],
    ['id,name,group\na,X,g\nb,Y,g', 2, ['no-last-line-end 3:0']],
    [
      'id,name,group\na,X,g\n"b",Y,g\nb,Z,g\na,X,g\n',
      2,
      ['repeated-unit 4:1', 'repeated-unit 5:1', 'repeated-unit 5:2'],
    ],
    ['id,name,group\na,X 1,g\nb,x  1,h\nc,x  1,g\nd,Z,g\n', 3, ['repeated-unit 4:2']],
  ])('keeps account of what was seen at one look: %j', (text, used, expected) => {
    const { units, count, diagnostics } = readUnits(text, DIALECTS.data, 'units.csv', []);
    expect(diagnostics.map(({ fault, place }) => `${fault.code} ${place.line}:${place.column}`)).toEqual(expected);
    expect([units.length, count.used, count.read - count.refused]).toEqual([used, used, used]);
  });
});
