/** A unit of a plain row and one whose texts were given: both say the same of themselves. */
import { describe, expect, it } from 'vitest';
import { ListedUnit, type UnitFile } from '../../src/read/listed-unit.ts';
import { UnitRows } from '../../src/read/unit-rows.ts';

/** A file of these columns, and the unit of its second row. */
function unitOf(columns: readonly string[], cells: readonly string[], delimiter = ',') {
  const row = cells.join(delimiter);
  const head = `${columns.join(delimiter)}\n`;
  const column = (name: string) => ({ name, at: columns.indexOf(name) });
  const source: UnitFile = {
    ...{ file: 'units.csv', text: `${head}${row}\nlast${delimiter}row\n`, delimiter, last: columns.length - 1 },
    ...{ id: column('id'), name: column('name'), group: column('group'), note: column('note') },
  };
  const startOf = (name: string) =>
    cells.slice(0, columns.indexOf(name)).join(delimiter).length + (columns.indexOf(name) > 0 ? 1 : 0);
  const lengthOf = (name: string) => (cells[columns.indexOf(name)] as string).length;
  const spans = [startOf('id'), lengthOf('id'), startOf('name'), lengthOf('name')];
  const units = new UnitRows(source, [cells[columns.indexOf('group')] as string], 1);
  units.starts[0] = head.length;
  units.spans[0] = new Int32Array(Uint8Array.from(spans).buffer)[0] as number;
  units.noteRows(1, 2);
  return new ListedUnit(units, 0);
}

const spelledOut = ({ id, name, group, ranked, note, successorOf }: ListedUnit) => [
  ...[id, name, group, ranked, note, successorOf],
];

describe('a unit of a plain row', () => {
  it('has its texts where the columns stand', () => {
    expect(spelledOut(unitOf(['id', 'name', 'group'], ['xa-1', 'Xã Tân Lập', 'xa']))).toEqual([
      ...['xa-1', 'Xã Tân Lập', 'xa', true, '', undefined],
    ]);
    expect(spelledOut(unitOf(['note', 'group', 'name', 'id'], ['mới', 'xa', 'Xã', 'a'], ';'))).toEqual([
      ...['a', 'Xã', 'xa', true, 'mới', undefined],
    ]);
    expect(spelledOut(unitOf(['name', 'id', 'group', 'note'], ['X', 'b', 'g', '']))).toEqual([
      ...['b', 'X', 'g', true, '', undefined],
    ]);
  });

  it('may be as long as a byte counts', () => {
    const id = 'x'.repeat(100);
    const name = `${'ế'.repeat(255 - 104)}ẵ`;
    const unit = unitOf(['group', 'id', 'name'], ['g', id, name]);
    expect([unit.id, unit.name]).toEqual([id, name]);
    const other = unitOf(['group', 'name', 'id'], ['g', name, id]);
    expect([other.id, other.name]).toEqual([id, name]);
  });

  it('stands in its line, in the column of each', () => {
    const { place, namePlace, groupPlace } = unitOf(['note', 'id', 'name', 'group'], ['', 'a', 'A', 'g']);
    expect([place, namePlace, groupPlace]).toEqual(
      [
        [2, 'id'],
        [3, 'name'],
        [4, 'group'],
      ].map(([column, name]) => ({ file: 'units.csv', line: 2, column, name })),
    );
  });
});

it('says as JSON what it says of itself, and nothing of its file', () => {
  const texts = { id: 'a', name: 'A', ranked: false, note: 'n', successorOf: ['b'] };
  const column = { name: 'id', at: 0 };
  const file = {
    file: 'u',
    text: 'secret',
    delimiter: ',',
    last: 0,
    id: column,
    name: column,
    group: column,
    note: column,
  };
  const units = new UnitRows(file, ['g'], 1);
  const place = { file: 'u', line: 3, column: 1, name: 'id' };
  expect(JSON.parse(JSON.stringify(new ListedUnit(units, units.addSaid(texts, 0, 3))))).toEqual({
    ...texts,
    group: 'g',
    place,
  });
  expect(JSON.parse(JSON.stringify(unitOf(['id', 'name', 'group'], ['a', 'A', 'g'])))).toEqual({
    ...{ id: 'a', name: 'A', group: 'g', ranked: true, note: '' },
    place: { file: 'units.csv', line: 2, column: 1, name: 'id' },
  });
});
