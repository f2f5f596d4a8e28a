/** The quick way where it goes on behind a full batch, and in rows that look like two, or like another; by hand. */
import { describe, expect, it, vi } from 'vitest';
import { takeRows } from '../../src/read/scan.ts';
import { dropRows, flush } from '../../src/read/scan-batch.ts';
import { lastLineFeed } from '../../src/read/scan-bytes.ts';
import { runRows } from '../../src/read/scan-run.ts';
import type { Target } from '../../src/read/sheets.ts';
import { ENGINES } from './kernel/engines.ts';
import { beginFile, HEADER, narrow, type Small, smallScanner } from './scan-small.ts';
import { seenOf } from './seen.ts';

const UNITS = Array.from({ length: 40 }, (_, at) => `x${at}`);

/** What the quick way does with rows, which is the same as a script and as WebAssembly. */
function run(text: string, header = HEADER, more: Partial<Small> & { readonly room?: number } = {}) {
  const told = ENGINES.map(([, compile]) => runBy(text, header, { ...more, compile }));
  const [one, other] = told as [ReturnType<typeof runBy>, ReturnType<typeof runBy>];
  expect(other).toEqual(one);
  return one;
}

/** How many rows were read, what was left, what stands in the column of leaf 1.3 behind it, and how often all was written. */
function runBy(text: string, header: string, { room = 8, ...more }: Partial<Small> & { readonly room?: number }) {
  const scanner = smallScanner({ units: UNITS, ...more });
  const { memory, engine } = scanner;
  const { scan, from } = beginFile(scanner, `${header}\n${text}`);
  const end = from + Buffer.byteLength(text);
  narrow(engine, room);
  const flushes = vi.spyOn(engine.kernel, 'flushRows');
  scan.line = 1;
  const at = runRows(scan, from, lastLineFeed(memory, end) + 1);
  const written = flushes.mock.calls.filter(([, first]) => first === 0).length;
  const left = at < 0 ? at : new TextDecoder().decode(memory.bytes.slice(at, end));
  const isSound = flush(scanner);
  const { columns } = scanner.targets[2] as Target;
  return { read: scan.read, left, isSound, seen: seenOf(columns), written };
}

const row = (unit: string, value = 1) => `${unit},1.3,,${value},,,\n`;

describe('behind a full batch', () => {
  it('the quick way goes on', () => {
    // Five times eight rows, the last eight of which wait for more.
    const { read, left, isSound, seen, written } = run(UNITS.map((unit) => row(unit)).join(''));
    expect([read, left, isSound, seen, written]).toEqual([40, '', true, 40, 4]);
    const eight = UNITS.slice(0, 8).map((unit) => row(unit));
    expect(run(eight.join(''))).toMatchObject({ read: 8, left: '', seen: 8, written: 0 });
    expect(run([...eight, row('x8')].join(''))).toMatchObject({ read: 9, left: '', seen: 9, written: 1 });
  });

  it('it ends where a row that waited stands in the columns already', () => {
    const again = [...UNITS.slice(0, 10), 'x0', ...UNITS.slice(10)].map((unit) => row(unit)).join('');
    expect(run(again)).toMatchObject({ left: -1, read: 16 });
    const late = [...UNITS.slice(0, 10), 'x0'].map((unit) => row(unit)).join('');
    expect(run(late)).toMatchObject({ left: '', read: 11, isSound: false });
  });

  it('units are those that the file wrote to, each once', () => {
    const scanner = smallScanner({ units: UNITS });
    narrow(scanner.engine, 2);
    const text = ['x3', 'x1', 'x3', 'x0', 'x1'].map((unit, at) => `${unit},${at < 2 ? '1.2' : '1.3'},,1/2,,,\n`);
    const known = text.map((each) => each.replace('1.3,,1/2', '1.3,,1')).join('');
    const { scan, from } = beginFile(scanner, `${HEADER}\n${known}`);
    expect(runRows(scan, from, from + known.length)).toBe(from + known.length);
    expect([scan.touched, [0, 1, 2, 3].map((seat) => scanner.touchedBy[seat])]).toEqual([
      [3, 1, 0],
      // One more than the number of the file.
      [5, 5, 0, 5],
    ]);
  });

  it('another may take the rows than the columns', () => {
    const scanner = smallScanner({ units: UNITS });
    narrow(scanner.engine, 8);
    const text = UNITS.map((unit) => row(unit)).join('');
    const counts: number[] = [];
    const { scan, from } = beginFile(scanner, `${HEADER}\n${text}`);
    const empty = (isGoingOn: boolean) => (of: Pick<typeof scanner, 'batch'>) => {
      counts.push(of.batch.count);
      dropRows(of.batch);
      return isGoingOn;
    };
    expect(runRows(scan, from, from + text.length, empty(true))).toBe(from + text.length);
    expect([counts, scanner.batch.count]).toEqual([[8, 8, 8, 8], 8]);
    expect(seenOf((scanner.targets[2] as Target).columns)).toBe(0);
    dropRows(scanner.batch);
    expect(runRows(beginFile(scanner, `${HEADER}\n${text}`).scan, from, from + text.length, empty(false))).toBe(-1);
    expect(counts).toEqual([8, 8, 8, 8, 8]);
  });
});

describe('an engine', () => {
  it('takes over after five hundred units and rows, which are read in the general way', () => {
    const units = Array.from({ length: 500 }, (_, at) => `x${at}`);
    const compiled = (count: number) => {
      const compile = vi.fn(() => undefined);
      // The units alone are not enough.
      const scanner = smallScanner({ units: units.slice(0, 300), late: compile });
      const text = `${HEADER}\n${units
        .slice(0, count)
        .map((unit) => row(unit))
        .join('')}`;
      const { scan, from } = beginFile(scanner, text);
      expect(takeRows(scan, from, Buffer.byteLength(text))).toBe(Buffer.byteLength(text));
      expect(scan.read).toBe(count);
      return [scanner.batch.count, compile.mock.calls.length];
    };
    expect(compiled(199)).toEqual([0, 0]);
    expect(compiled(200)).toEqual([0, 1]);
    // Rows behind it wait.
    expect(compiled(203)).toEqual([3, 1]);
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
  /** How many looks at the bytes of its ids the last of these rows takes, each at a byte or at four. */
  function looks(...rows: readonly string[]): number {
    const scanner = smallScanner({ units: ['abcdefgh', 'abcdefgi', 'zbcdefgh'] });
    const { memory } = scanner;
    const text = `${HEADER}\n${rows.map((each) => `${each}\n`).join('')}`;
    const { scan, from } = beginFile(scanner, text);
    const spies = (['byte', 'word'] as const).map((name) => vi.spyOn(memory, name));
    expect(runRows(scan, from, text.length)).toBe(text.length);
    const last = text.lastIndexOf('\n', text.length - 2) + 1;
    const behind = text.indexOf(',', text.indexOf(',', last) + 1) + 1;
    const asked = spies.flatMap(({ mock }) => mock.calls.map(([at]) => at));
    return asked.filter((at) => at >= last && at < behind).length;
  }

  it('are compared with those that mostly come next, before any is searched for', () => {
    const first = 'abcdefgh,1.2,,1/2,,,';
    // The delimiter and two fours of the unit, the delimiter and three letters of the leaf.
    expect(looks(first, 'abcdefgh,1.3,,1,,,')).toBe(3 + 4);
    // Behind the last leaf the first is next: four looks say that it is not. Then where the id ends: three letters, and its
    // delimiter twice; a hash of three letters, and these.
    expect(looks('abcdefgh,T1,,,,,', 'abcdefgh,1.2,,1/2,,,')).toBe(3 + 4 + 5 + 6);
    // Another unit: the delimiter and two fours, its end, and two fours of the next unit.
    expect(looks('abcdefgh,T1,,,,,', 'abcdefgi,1.2,,1/2,,,')).toBe(3 + 10 + 2 + 4 + 5 + 6);
  });
});
