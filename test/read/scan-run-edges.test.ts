/** The quick way where it goes on behind a full batch, and in rows that look like two, or like another; by hand. */
import { describe, expect, it, vi } from 'vitest';
import { lastLineFeed, splitRow } from '../../src/read/scan-bytes.ts';
import { takeHeader } from '../../src/read/scan-header.ts';
import type { Layout } from '../../src/read/scan-layout.ts';
import { runRows } from '../../src/read/scan-run.ts';
import { createScan } from '../../src/read/scan-state.ts';
import { beginFile, HEADER, type Small, smallScanner } from './scan-small.ts';

const UNITS = Array.from({ length: 40 }, (_, at) => `x${at}`);

/** How many rows were read, what was left, and what stands in the column of leaf 1.3 and the last stage behind it. */
function run(text: string, header = HEADER, more: Partial<Small> = {}) {
  const scanner = smallScanner({ units: UNITS, ...more });
  const { buffer, row } = scanner;
  const scan = createScan(scanner, { file: 'a.csv', fileAt: 0, read: () => 0 });
  const bytes = new TextEncoder().encode(`${header}\n${text}`);
  buffer.set(bytes);
  const from = splitRow(buffer, 0, bytes.length, row, 0);
  scan.line = 1;
  if (!takeHeader(scan, 0, from) || scan.layout === undefined) throw new Error('no header');
  const at = runRows(scan, scan.layout, from, lastLineFeed(buffer, bytes.length) + 1);
  const left = at < 0 ? at : new TextDecoder().decode(bytes.subarray(at));
  const isSound = scan.flush();
  const { columns } = scan.layout.readings[2] as (typeof scan.layout.readings)[number];
  return {
    read: scan.read,
    left,
    isSound,
    seen: [...columns.flags].filter((flags) => flags !== 0).length,
    room: scanner.batch.room,
  };
}

const row = (unit: string, value = 1) => `${unit},1.3,,${value},,,\n`;

describe('behind a full batch', () => {
  it('the quick way goes on, with room for more', () => {
    // Eight rows, sixteen, then what is left.
    const { read, left, isSound, seen, room } = run(UNITS.map((unit) => row(unit)).join(''));
    expect([read, left, isSound, seen, room]).toEqual([40, '', true, 40, 32]);
    expect(
      run(
        UNITS.slice(0, 8)
          .map((unit) => row(unit))
          .join(''),
      ),
    ).toMatchObject({ read: 8, left: '', seen: 8, room: 8 });
  });

  it('it ends where a row that waited stands in the columns already', () => {
    const again = [...UNITS.slice(0, 10), 'x0', ...UNITS.slice(10)].map((unit) => row(unit)).join('');
    expect(run(again)).toMatchObject({ left: -1, read: 24 });
    const late = [...UNITS.slice(0, 10), 'x0'].map((unit) => row(unit)).join('');
    expect(run(late)).toMatchObject({ left: '', read: 11, isSound: false });
  });
});

describe('a row', () => {
  it.each([
    'x0,1.3,,1,,\nfoo\n',
    'x0,1.3,,1\n,,,\n',
    'x0"1.3,,1,,,\n',
    'x0,1.3",1,,,\n',
    'x0,1.3\n,,1,,,\n',
    'x0\n1.3,,1,,,\n',
  ])('%j is left', (text) => {
    expect(run(text)).toMatchObject({ read: 0, left: text, seen: 0 });
    expect(run(`${row('x1')}${text}`)).toMatchObject({ read: 1, left: text, seen: 1 });
  });

  it('may have its stages in any order', () => {
    const header = 'unit,criterion,appraised,self,evidence';
    expect(run('x0,1.3,2,1,\n', header)).toMatchObject({ read: 1, left: '' });
    expect(run('x0,1.3,2,,\n', header)).toMatchObject({ read: 1, left: '' });
    expect(run('x0,1.3,,1,\n', header)).toMatchObject({ read: 0 });
  });
});

describe('a stage', () => {
  it.each([
    ['self', '1,', 1],
    ['self', '1,2', 1],
    // What counts is not there; the general way tells of it.
    ['self', ',2', 0],
    ['appraised', '1,', 0],
    ['appraised', '1,2', 1],
    ['appraised', ',2', 1],
  ])('%s counts: a row with the values %j is taken: %i', (basis, values, read) => {
    const text = `x0,1.3,${values},,,\n`;
    expect(run(text, HEADER, { basis })).toMatchObject({ read, left: read === 0 ? text : '' });
    const turned = HEADER.replace('self,appraised', 'appraised,self');
    expect(run(`x0,1.3,${values.split(',').reverse()},,,\n`, turned, { basis })).toMatchObject({ read });
  });
});

describe('the ids of a row', () => {
  /** How many looks through the view of the buffer the last of these rows takes, each at a byte or at four. */
  function looks(...rows: readonly string[]): number {
    const taken = [rows.slice(0, -1), rows].map((some) => {
      const scanner = smallScanner({ units: ['abcdefgh', 'abcdefgi', 'zbcdefgh'] });
      const text = `${HEADER}\n${some.map((each) => `${each}\n`).join('')}`;
      const { scan, from } = beginFile(scanner, text);
      const spies = (['getUint8', 'getInt32'] as const).map((name) => vi.spyOn(scanner.view, name));
      expect(runRows(scan, scan.layout as Layout, from, text.length)).toBe(text.length);
      return spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    });
    return (taken[1] as number) - (taken[0] as number);
  }

  it('are compared with those that mostly come next, before any is searched for', () => {
    const first = 'abcdefgh,1.2,,1/2,,,';
    // The delimiter and two fours of the unit, the delimiter and three letters of the leaf.
    expect(looks(first, 'abcdefgh,1.3,,1,,,')).toBe(3 + 4);
    // Behind the last leaf the first is next: four looks say that it is not; a hash of three letters, and these.
    expect(looks('abcdefgh,T1,,,,,', 'abcdefgh,1.2,,1/2,,,')).toBe(3 + 4 + 6);
    expect(looks('abcdefgh,T1,,,,,', 'abcdefgi,1.2,,1/2,,,')).toBe(3 + 2 + 4 + 6);
  });
});
