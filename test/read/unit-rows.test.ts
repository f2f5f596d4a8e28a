/** Units as columns, beside a list of what was added: rows plain and not, of many groups, with gaps between their lines. */
import { describe, expect, it } from 'vitest';
import type { UnitFile } from '../../src/read/listed-unit.ts';
import { UnitRows } from '../../src/read/unit-rows.ts';

interface Said {
  readonly id: string;
  readonly name: string;
  readonly group: number;
  readonly line: number;
  /** Not plain: with a note and without a rank. */
  readonly isOdd?: boolean;
}

const groups = Array.from({ length: 700 }, (_, at) => `g${at}`);

/** Units of a file with these rows, with room for `expected` at first. */
function unitsOf(all: readonly Said[], expected: number): UnitRows {
  const lines = all.map(({ id, name, group }) => `${id},${name},g${group}\n`);
  const column = (name: string, at: number) => ({ name, at });
  const source: UnitFile = {
    ...{ file: 'u.csv', text: lines.join(''), delimiter: ',', last: 2 },
    ...{ id: column('id', 0), name: column('name', 1), group: column('group', 2), note: column('note', -1) },
  };
  const units = new UnitRows(source, groups, expected);
  let start = 0;
  for (const [at, { id, name, group, line, isOdd }] of all.entries()) {
    if (isOdd) units.addSaid({ id, name, ranked: false, note: 'n' }, group, line);
    else addPlain(units, start, [0, id.length, id.length + 1, name.length], group, line);
    start += (lines[at] as string).length;
  }
  return units;
}

/** Adds a plain row as the kernel does: where id and name stand in it, and their lengths, are a byte each. */
function addPlain(units: UnitRows, start: number, spans: readonly number[], group: number, line: number): void {
  const row = units.length;
  if (units.starts.length === row) units.reserve(row + 100);
  units.starts[row] = start;
  units.spans[row] = new Int32Array(Uint8Array.from(spans).buffer)[0] as number;
  units.groupOf[row] = group;
  units.noteRows(1, line);
}

/** What each says, as it was added. */
function saidBy(
  units: Iterable<{ id: string; name: string; group: string; ranked: boolean; note: string; place: object }>,
) {
  return Array.from(units, ({ id, name, group, ranked, note, place }) => ({ id, name, group, ranked, note, place }));
}

function expected(all: readonly Said[]) {
  return all.map(({ id, name, group, line, isOdd }) => ({
    ...{ id, name, group: `g${group}`, ranked: !isOdd, note: isOdd ? 'n' : '' },
    place: { file: 'u.csv', line, column: 1, name: 'id' },
  }));
}

/** So many rows; every seventh is odd, and before every fifth a line is nobody's. */
const rows = (count: number, most: number): Said[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{
      id: `x${at}`,
      name: `Xã ${'ế'.repeat(at % 40)} ${at}`,
      group: (at * 7) % most,
      line: 2 + at + Math.floor(at / 5),
    },
    isOdd: at % 7 === 3,
  }));

describe('units as columns', () => {
  it.each([
    [0, 1, 0],
    [1, 1, 0],
    [400, 3, 400],
    [400, 3, 1],
    [3000, 700, 16],
  ])('of %d rows and %d groups say what each of them says, with room for %d at first', (count, most, room) => {
    const all = rows(count, most);
    const units = unitsOf(all, room);
    expect(units.length).toBe(count);
    expect(saidBy(units)).toEqual(expected(all));
    expect(saidBy(units.map((unit) => unit))).toEqual(expected(all));
    for (const [row, { id, name, group, isOdd }] of all.entries()) {
      expect([units.idAt(row), units.nameAt(row), units.groupAt(row)]).toEqual([id, name, `g${group}`]);
      expect([units.isRankedAt(row), units.at(row)?.id]).toEqual([!isOdd, id]);
    }
    expect(units.at(count)).toBeUndefined();
    // As of an array.
    expect([units.at(-1)?.id, units.at(-count)?.id]).toEqual([units.at(count - 1)?.id, units.at(0)?.id]);
    expect(units.at(-count - 1)).toBeUndefined();
    expect(units.map((_, row) => row)).toEqual(all.map((_, row) => row));
  });

  it('find whether one is such, and give those that are', () => {
    const all = rows(1000, 300);
    const units = unitsOf(all, 10);
    expect([units.some(({ id }) => id === 'x999'), units.some(({ id }) => id === 'x1000')]).toEqual([true, false]);
    expect(saidBy(units.filter(({ group }) => group !== 'g7'))).toEqual(
      expected(all.filter(({ group }) => group !== 7)),
    );
    expect(saidBy(units.without((row) => row % 3 === 0))).toEqual(expected(all.filter((_, row) => row % 3 !== 0)));
    expect(units.filter(() => false).length).toBe(0);
  });
});
