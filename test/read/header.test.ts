/** A header row to the places of its columns: each spelling, and every fault at its own cell. */
import { describe, expect, it } from 'vitest';
import { readHeader, spellings } from '../../src/read/header.ts';
import { soundWords } from './sound-words.ts';

const NAMES = spellings(
  new Map([
    ['id', ['mã']],
    ['name', ['tên', 'tên đơn vị']],
    ['note', ['ghi chú']],
  ]),
);

function see(...cells: string[]) {
  const { at, diagnostics } = readHeader(cells, NAMES, ['id', 'name'], { file: 'units.csv', line: 3 });
  soundWords(diagnostics);
  return {
    at: Object.fromEntries(at),
    faults: diagnostics.map(({ fault, place }) => `${fault.code} ${place.file}:${place.line}:${place.column}`),
    facts: diagnostics.map(({ facts }) => facts as unknown as Record<string, string>),
    first: diagnostics.map(({ related }) => related.map(({ place }) => `${place.line}:${place.column}`).join()),
  };
}

describe('spellings', () => {
  it('lead from the own name and from every other to the own name', () => {
    expect([...NAMES]).toEqual([
      ...[['id', 'id'] as const, ['mã', 'id'] as const],
      ...[['name', 'name'] as const, ['tên', 'name'] as const, ['tên đơn vị', 'name'] as const],
      ...[['note', 'note'] as const, ['ghi chú', 'note'] as const],
    ]);
  });
});

describe('a header', () => {
  it('is found in any order, in either language, in any case; what is not asked for may be absent', () => {
    expect(see('TÊN ĐƠN VỊ', 'Mã')).toMatchObject({ at: { name: 0, id: 1 }, faults: [] });
    expect(see('id', 'note', 'name')).toMatchObject({ at: { id: 0, note: 1, name: 2 }, faults: [] });
  });

  it('that has one column it knows is told of all that it does not', () => {
    expect(see('id', '12345').faults.toSorted()).toEqual([
      'missing-column units.csv:3:0',
      'unknown-column units.csv:3:2',
    ]);
  });

  it('tells each unknown column at its cell, with what was probably meant, or with all that there are', () => {
    const { at, faults, facts } = see('id', 'names', 'name', 'population');
    expect(at).toEqual({ id: 0, name: 2 });
    expect(faults).toEqual(['unknown-column units.csv:3:2', 'unknown-column units.csv:3:4']);
    expect(facts).toEqual([
      { shown: 'names', known: 'id, name, note', knownVi: 'mã, tên, ghi chú', nearest: 'name' },
      { shown: 'population', known: 'id, name, note', knownVi: 'mã, tên, ghi chú' },
    ]);
  });

  it('says how a name of a column was spoilt, where that shows', () => {
    // "Tên" in UTF-8 read as windows-1252 would be "TÃªn".
    expect(see('id', 'name', 'TÃªn')).toMatchObject({
      faults: ['unknown-column units.csv:3:3'],
      facts: [{ garbled: 'mojibake' }],
    });
  });

  it('shows what cannot be seen in a name', () => {
    expect(see('id', 'name', 'no\u200bte').facts).toMatchObject([{ shown: 'no\\u{200b}te', nearest: 'note' }]);
  });

  it('tells a column that stands twice, whatever its spelling, and where it first stood', () => {
    const { at, faults, facts, first } = see('id', 'name', 'tên');
    expect(at).toEqual({ id: 0, name: 1 });
    expect(faults).toEqual(['repeated-column units.csv:3:3']);
    expect(facts).toEqual([{ shown: 'tên', first: '2' }]);
    expect(first).toEqual(['3:2']);
    // The first cell of all is a place like any other.
    expect(see('id', 'mã', 'name').facts).toEqual([{ shown: 'mã', first: '1' }]);
  });

  it('tells every column that it cannot do without, at the line', () => {
    expect(see('note')).toMatchObject({
      faults: ['missing-column units.csv:3:0', 'missing-column units.csv:3:0'],
      facts: [{ column: 'id' }, { column: 'name' }],
    });
  });

  it('is missing itself where no cell names a column: nothing else is told then', () => {
    const { faults, facts } = see('cam-lam', '7', '1.5');
    expect(faults).toEqual(['missing-column units.csv:3:0', 'missing-column units.csv:3:0']);
    expect(facts).toEqual([
      { column: 'id', known: 'id, name, note', knownVi: 'mã, tên, ghi chú' },
      { column: 'name', known: 'id, name, note', knownVi: 'mã, tên, ghi chú' },
    ]);
  });

  it('is a header still where its names are only misspelt or spoilt', () => {
    expect(see('names', 'x').faults).toEqual([
      ...['unknown-column units.csv:3:1', 'unknown-column units.csv:3:2'],
      ...['missing-column units.csv:3:0', 'missing-column units.csv:3:0'],
    ]);
    expect(see('TÃªn Ä‘Æ¡n vá»‹').faults[0]).toBe('unknown-column units.csv:3:1');
    expect(see('names').facts.at(-1)).toEqual({ column: 'name' });
  });

  it('tells unknown columns where nothing is required', () => {
    const { diagnostics } = readHeader(['population'], NAMES, [], { file: 'a.csv', line: 1 });
    expect(diagnostics.map(({ fault }) => fault.code)).toEqual(['unknown-column']);
  });
});
