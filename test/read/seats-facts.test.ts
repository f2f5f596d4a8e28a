/** What is told of a row that is nobody's: its facts, whose unit it is, and no more guesses than anybody reads. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Place } from '../../src/model/place.ts';
import { blameLeaf, findSeat } from '../../src/read/seats.ts';
import type { Seat, World } from '../../src/read/sheets.ts';

const PLACE: Place = { file: 'a.csv', line: 3, column: 1 };
const UNITS = [
  { id: 'SYT', name: 'Sở Y tế' },
  { id: 'SNV', name: 'Sở Nội vụ' },
];

/** A world of two units and two leaves below one domain, with what was guessed already. */
function world(guesses = new Map<string, string | undefined>()) {
  const build = {
    sheet: { units: UNITS },
    parents: new Map([['1', {}]]),
    targets: new Map([
      ['1.1', {}],
      ['1.10', {}],
    ]),
    guesses: new Map<string, object>(),
  };
  const seats = new Map(UNITS.map((unit, row) => [unit.id, { build, unit, row }]));
  return {
    build,
    seat: seats.get('SYT') as unknown as Seat,
    all: { builds: [build], seats, guesses } as unknown as World,
  };
}

function told(diagnostics: readonly Diagnostic[]) {
  return diagnostics.map(({ fault, place, facts, unit }) => ({ code: fault.code, place, facts, unit }));
}

function ofUnit(id: string, place: Place = PLACE, all = world().all) {
  const found: Diagnostic[] = [];
  expect(findSeat(found, id, () => place, all)).toBeUndefined();
  return told(found);
}

function ofLeaf(id: string, place: Place = PLACE, seat = world().seat) {
  const found: Diagnostic[] = [];
  blameLeaf(found, place, id, seat);
  return told(found);
}

describe('a unit', () => {
  it('that is there is found, and nothing is told', () => {
    const found: Diagnostic[] = [];
    const { all, seat } = world();
    expect(findSeat(found, 'SYT', () => PLACE, all)).toBe(seat);
    expect(found).toEqual([]);
  });

  it('is blank, a total or unknown', () => {
    expect(ofUnit('')).toEqual([{ code: 'blank-cell', place: PLACE, facts: { name: 'unit' }, unit: undefined }]);
    expect(ofUnit(' ', { ...PLACE, name: 'Đơn vị' })).toMatchObject([
      { code: 'blank-cell', facts: { name: 'Đơn vị' } },
    ]);
    expect(ofUnit('Tổng cộng')).toEqual([
      { code: 'total-row', place: PLACE, facts: { shown: 'Tổng cộng' }, unit: undefined },
    ]);
    expect(ofUnit('SYTE')).toEqual([
      { code: 'unknown-unit', place: PLACE, facts: { shown: 'SYTE', nearest: 'SYT' }, unit: undefined },
    ]);
    expect(ofUnit('Sở Nội vu')).toMatchObject([{ code: 'unknown-unit', facts: { nearest: 'SNV' } }]);
    expect(ofUnit('zzzzzz')).toEqual([
      { code: 'unknown-unit', place: PLACE, facts: { shown: 'zzzzzz' }, unit: undefined },
    ]);
    expect(ofUnit('Sè\u001b')).toMatchObject([{ code: 'unknown-unit', facts: { shown: 'Sè\\u{1b}' } }]);
    expect(ofUnit('Së Y tÕ')).toMatchObject([{ code: 'unknown-unit', facts: { garbled: 'tcvn3' } }]);
  });

  it('is guessed a hundred times, and what was guessed once stays', () => {
    const guesses = new Map<string, string | undefined>();
    const { all } = world(guesses);
    for (let at = 0; at < 99; at++) ofUnit(`zz${at}`, PLACE, all);
    expect(ofUnit('SYTE', PLACE, all)).toMatchObject([{ code: 'unknown-unit', facts: { nearest: 'SYT' } }]);
    expect(guesses.size).toBe(100);
    expect(ofUnit('SNVE', PLACE, all)).toEqual([
      { code: 'unknown-unit', place: PLACE, facts: { shown: 'SNVE' }, unit: undefined },
    ]);
    expect(ofUnit('SYTE', PLACE, all)).toMatchObject([{ code: 'unknown-unit', facts: { nearest: 'SYT' } }]);
    expect(guesses.size).toBe(100);
    const known = world(new Map([['SYTE', 'SNV']])).all;
    expect(ofUnit('SYTE', PLACE, known)).toMatchObject([{ code: 'unknown-unit', facts: { nearest: 'SNV' } }]);
  });
});

describe('a leaf', () => {
  it('is blank, a parent, a total or unknown, in the row of a unit', () => {
    expect(ofLeaf('')).toEqual([{ code: 'blank-cell', place: PLACE, facts: { name: 'criterion' }, unit: 'SYT' }]);
    expect(ofLeaf(' ', { ...PLACE, name: 'Mã' })).toEqual([
      { code: 'blank-cell', place: { ...PLACE, name: 'Mã' }, facts: { name: 'Mã' }, unit: 'SYT' },
    ]);
    expect(ofLeaf('1')).toEqual([{ code: 'not-a-leaf', place: PLACE, facts: { id: '1' }, unit: 'SYT' }]);
    expect(ofLeaf('Cộng')).toEqual([{ code: 'total-row', place: PLACE, facts: { shown: 'Cộng' }, unit: 'SYT' }]);
    expect(ofLeaf('1,1')).toEqual([
      { code: 'unknown-leaf', place: PLACE, facts: { shown: '1,1', nearest: '1.1' }, unit: 'SYT' },
    ]);
    expect(ofLeaf('zzzzzz')).toEqual([{ code: 'unknown-leaf', place: PLACE, facts: { shown: 'zzzzzz' }, unit: 'SYT' }]);
    expect(ofLeaf('1-Oct')).toEqual([
      { code: 'unknown-leaf', place: PLACE, facts: { shown: '1-Oct', suspicion: 'date' }, unit: 'SYT' },
    ]);
  });

  it('is guessed a hundred times, and what was guessed once stays', () => {
    const { build, seat } = world();
    for (let at = 0; at < 99; at++) ofLeaf(`zz${at}`, PLACE, seat);
    expect(ofLeaf('1,1', PLACE, seat)).toMatchObject([{ code: 'unknown-leaf', facts: { nearest: '1.1' } }]);
    expect(build.guesses.size).toBe(100);
    expect(ofLeaf('1,10', PLACE, seat)).toEqual([
      { code: 'unknown-leaf', place: PLACE, facts: { shown: '1,10' }, unit: 'SYT' },
    ]);
    expect(ofLeaf('1,1', PLACE, seat)).toMatchObject([{ code: 'unknown-leaf', facts: { nearest: '1.1' } }]);
    const other = world();
    other.build.guesses.set('1,1', { nearest: '1.10' });
    expect(ofLeaf('1,1', PLACE, other.seat)).toMatchObject([{ code: 'unknown-leaf', facts: { nearest: '1.10' } }]);
  });
});
