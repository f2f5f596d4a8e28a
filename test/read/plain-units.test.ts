/** Units at one look: the same of a file as when every cell is quoted, so that it is looked at cell by cell. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { Memory } from '../../src/read/kernel/memory.ts';
import type { Engine } from '../../src/read/scan-kernel.ts';
import { createListing, listedUnits, listPlain } from '../../src/read/unit-listing.ts';
import type { Columns } from '../../src/read/unit-row.ts';
import { readUnits } from '../../src/read/units.ts';
import { ENGINES, type Kernel } from './kernel/engines.ts';

const COLUMNS = ['id', 'name', 'group', 'unranked', 'note', 'successor_of'];

type EngineOf = (memory: Memory) => Kernel;

function engineIn(engineOf: EngineOf, memory = new Memory()): Engine {
  return { memory, kernel: engineOf(memory), compile: undefined, patience: 0 };
}

/** What one look at a text from its second line on lists, and where it stops. */
function seen(
  engineOf: EngineOf,
  text: string,
  columns: readonly string[],
  delimiter = ',',
  most = 1e9,
  memory = new Memory(),
) {
  const column = (name: string) => ({ name, at: columns.indexOf(name) });
  const source: Columns = {
    ...{ file: 'units.csv', text, delimiter, last: columns.length - 1, id: column('id'), name: column('name') },
    ...{ group: column('group'), unranked: column('unranked'), note: column('note') },
    successorOf: column('successor_of'),
  };
  const listing = createListing(engineIn(engineOf, memory), source, columns, []);
  const glanced = listPlain(listing, LIMITS, text.indexOf('\n') + 1, 2, most);
  return { glanced, units: listedUnits(listing) };
}

describe.each(ENGINES)('a plain row, %s', (_, engineOf) => {
  /** The texts of the unit of a line with these cells, in a file of these columns. */
  function look(cells: readonly string[], columns = COLUMNS, delimiter = ',') {
    const text = `${columns.join(delimiter)}\n${cells.join(delimiter)}\nnext`;
    const { glanced, units } = seen(engineOf, text, columns, delimiter);
    if (glanced === undefined) return undefined;
    expect([glanced.rows, text.slice(glanced.end)]).toEqual([1, 'next']);
    return units.map(({ id, name, group, note }) => [id, name, group, note])[0];
  }

  it('gives its cells, wherever its columns stand', () => {
    expect(look(['xa-1', 'Xã Tân Lập (cũ)', 'xa', '', 'Mới lập.', ''])).toEqual([
      ...['xa-1', 'Xã Tân Lập (cũ)', 'xa', 'Mới lập.'],
    ]);
    expect(look(['xa', 'X', '1'], ['group', 'name', 'id'], ';')).toEqual(['1', 'X', 'xa', '']);
    expect(look(['a', 'X', 'g'], ['id', 'name', 'group'], '|')).toEqual(['a', 'X', 'g', '']);
    expect(look(['a', 'X', 'g'], ['id', 'name', 'group'], '\t')).toEqual(['a', 'X', 'g', '']);
    // No cell of it is longer than a name may be, for certain.
    const long = `Xã ${'ễ'.repeat(LIMITS.name - 8)}`;
    expect(look(['a', long, 'g'], ['id', 'name', 'group'])).toEqual(['a', long, 'g', '']);
    expect(look(['a', `${long}i`, 'g'], ['id', 'name', 'group'])).toBeUndefined();
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

describe.each(ENGINES)('plain rows, %s', (_, engineOf) => {
  const rows = Array.from({ length: 4000 }, (_each, at) => [
    ...[`xa-${at}`, `Xã ${'ễ'.repeat(at % 31)}a ${at}`, `g${(at * 7) % 601}`],
  ]);
  it('are left to whoever looks at each where the memory has no more room for what is written of them', () => {
    const text = `id,name,group\n${rows.map((cells) => cells.join(',')).join('\n')}\n`;
    const memory = new Memory();
    expect(seen(engineOf, text, ['id', 'name', 'group'], ',', 1e9, memory).glanced?.rows).toBe(4000);
    const full = new Memory();
    // What stands apart has no address.
    full.addressOf = () => 0;
    expect(seen(engineOf, text, ['id', 'name', 'group'], ',', 1e9, full)).toMatchObject({ glanced: undefined });
  });

  const texts = (cells: readonly string[]) => ({ id: cells[0], name: cells[1], group: cells[2] });

  it.each([0, 50, 70_000])(
    'are looked at one after the other, however many there are, up to a long one: %d',
    (note) => {
      const text = `id,name,group,note\n${rows.map((cells) => `${cells.join()},\n`).join('')}z,Z,g,${'n'.repeat(note)}\n`;
      const { glanced, units } = seen(engineOf, text, ['id', 'name', 'group', 'note']);
      const all = note > 255 ? rows : [...rows, ['z', 'Z', 'g']];
      expect(units.map(({ id, name, group }) => ({ id, name, group }))).toEqual(all.map(texts));
      expect(units.map(({ place }) => place.line)).toEqual(all.map((_each, at) => at + 2));
      expect(glanced?.rows).toBe(all.length);
      expect(text.slice(glanced?.end)).toBe(note > 255 ? text.slice(text.indexOf('z,Z')) : '');
    },
  );

  it.each([0, 1, 7, 2000])('are no more than so many: %d', (most) => {
    const text = `id,name,group\n${rows.map((cells) => `${cells.join()}\n`).join('')}`;
    const { glanced, units } = seen(engineOf, text, ['id', 'name', 'group'], ',', most);
    expect([glanced?.rows ?? 0, units.length]).toEqual([most, most]);
  });

  it('are as many as there are, though the first ones are longer than all others', () => {
    const long = Array.from({ length: 30 }, (_each, at) => `x${'y'.repeat(150)}${at},X ${at},g\n`);
    const short = Array.from({ length: 30_000 }, (_each, at) => `${at},X${at},h\n`);
    const { glanced, units } = seen(engineOf, `id,name,group\n${[...long, ...short].join('')}`, [
      'id',
      'name',
      'group',
    ]);
    expect([glanced?.rows, units.length]).toEqual([30_030, 30_030]);
    expect(units.at(29)).toMatchObject({ id: `x${'y'.repeat(150)}29`, group: 'g' });
    expect(units.map(({ id, name }) => `${id} ${name}`).slice(30)).toEqual(short.map((_each, at) => `${at} X${at}`));
  });

  it.each([
    ['ids far longer than the first ones', 3000, 170, 3],
    ['a group each', 4000, 3, 4000],
  ])('may have %s', (_what, count, length, groups) => {
    const first = Array.from({ length: 300 }, (_each, at) => `a${at},Tân ${at},h\n`);
    const others = Array.from({ length: count }, (_each, at) => `${'y'.repeat(length)}${at},X${at},g${at % groups}\n`);
    const { glanced, units } = seen(engineOf, `id,name,group\n${[...first, ...others].join('')}`, [
      'id',
      'name',
      'group',
    ]);
    expect([glanced?.rows, units.length]).toEqual([300 + count, 300 + count]);
    const said = units.map(({ id, name, group }) => `${id},${name},${group}\n`);
    expect(said).toEqual([...first, ...others]);
  });

  it('are none where the last line is open', () => {
    const { glanced, units } = seen(engineOf, 'id,name,group\na,A,g\nb,B,g', ['id', 'name', 'group']);
    expect([glanced, units.map(({ id }) => id)]).toEqual([{ rows: 1, end: 20 }, ['a']]);
  });

  it.each([
    ['a row of totals', 'c,Tổng số,g\n'],
    ['the header', 'id,name,group\n'],
    ['an id once more', 'b,Xã Bản,g\n'],
    ['a name once more in its group', 'c,xã  một,g\n'],
    ['a letter that says more than itself', 'c,Bản ½,g\n'],
    ['a letter of others', 'c,ក,g\n'],
  ])('end before %s', (_what, row) => {
    // The names hold no letter that none of the words of totals has, or do.
    const text = `id,name,group\na,Xã Một,g\nb,Tân Bồ,g\nab,Bến Tre,g\n${row}`;
    const { glanced, units } = seen(engineOf, text, ['id', 'name', 'group']);
    expect([units.map(({ id }) => id), text.slice(glanced?.end)]).toEqual([['a', 'b', 'ab'], row]);
  });

  it('may have the same name in other groups', () => {
    const { units } = seen(engineOf, 'id,name,group\na,X,g\nb,X,h\n', ['id', 'name', 'group']);
    expect(units.map(({ id, group }) => id + group)).toEqual(['ag', 'bh']);
  });
});

describe.each(ENGINES)('a units file, %s', (_, engineOf) => {
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
          const { units, count, diagnostics } = readUnits(
            ...([text, DIALECTS.data, 'units.csv', groups, limits, undefined] as const),
            engineIn(engineOf),
          );
          const texts = units.map(({ id, name, group, ranked, note }) => [id, name, group, ranked, note]);
          const others = units.map(({ successorOf, place, namePlace, groupPlace }) => [
            ...[successorOf, place, namePlace, groupPlace],
          ]);
          const faults = diagnostics.map(({ fault, place, facts, related }) => [fault.code, place, facts, related]);
          return { texts, others, json: JSON.stringify(units), count, faults };
        });
        expect(plain).toEqual(quoted);
      }),
      { numRuns: 300, seed: 11 },
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
    const { units, count, diagnostics } = readUnits(
      ...([text, DIALECTS.data, 'units.csv', [], LIMITS, undefined] as const),
      engineIn(engineOf),
    );
    expect(diagnostics.map(({ fault, place }) => `${fault.code} ${place.line}:${place.column}`)).toEqual(expected);
    expect([units.length, count.used, count.read - count.refused]).toEqual([used, used, used]);
  });
});
