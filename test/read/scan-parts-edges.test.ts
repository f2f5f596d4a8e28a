/** A file in parts read by one thread alone: what begins threads at all, how far it reads, what is left where it gives up. */

import { describe, expect, it } from 'vitest';
import { isSeen } from '../../src/model/assessment.ts';
import { createLedger, type Ledger } from '../../src/model/fault-ledger.ts';
import { fileAt, lineAt } from '../../src/model/places.ts';
import { claimPart, type PartJob, type ReadAt } from '../../src/read/scan-part.ts';
import { type Parts, scanInParts } from '../../src/read/scan-parts.ts';
import type { Scanner } from '../../src/read/scanner.ts';
import { HEADER, type Small, smallScanner } from './scan-small.ts';
import { seenOf } from './seen.ts';

const UNITS = Array.from({ length: 60 }, (_, at) => `x${at + 10}`);
const rowOf = (unit: string, value = '1') => `${unit},1.3,,${value},,,`;
const ROWS = UNITS.map((unit) => rowOf(unit));
/** Bytes of a row with its line end. */
const ROW = 14;
const BEGIN = HEADER.length + 1;
const textOf = (rows: readonly string[], header = HEADER) => [header, ...rows, ''].join('\n');

interface How extends Partial<Parts> {
  readonly small?: Partial<Small>;
  /** Bytes that the disk gives at a time once threads were begun. */
  readonly piece?: number;
  /** Is asked then before bytes are given. */
  readonly ask?: (position: number) => void;
  readonly begin?: (job: PartJob) => void;
}

/** The reading, the scanner behind it, the job that other threads would have had, and where bytes were asked for below the header. */
function scan(text: string, { small = {}, piece = 1 << 20, ask, begin, ...more }: How = {}) {
  const bytes = new TextEncoder().encode(text);
  const scanner = smallScanner({ units: UNITS, ...small });
  const asked: number[] = [];
  let job: PartJob | undefined;
  const readAt: ReadAt = (into, position) => {
    const isBegun = job !== undefined;
    if (isBegun) asked.push(position);
    if (isBegun) ask?.(position);
    const next = bytes.subarray(position, position + Math.min(isBegun ? piece : into.length, into.length));
    into.set(next);
    return next.length;
  };
  const parts: Parts = {
    ...{ size: bytes.length, part: 10 * ROW, slots: 4, batches: 3, patience: 0, others: 1, leastInOrder: 0, readAt },
    start: (own) => {
      job = own;
      begin?.(own);
    },
    ...more,
  };
  const file = { file: 'a.csv', fileAt: 4, unit: 'x10' };
  const read = () => scanInParts(scanner, file, parts);
  return { read, scanner, asked, jobOf: () => job };
}

/** How many rows stand in the columns. */
function seen({ readers }: Scanner): number {
  return [...readers.keys()].reduce((sum, { columns }) => sum + seenOf(columns), 0);
}

describe('threads are begun', () => {
  const begins = (text: string, how: How = {}) => {
    const { read, jobOf, scanner } = scan(text, how);
    const reading = read();
    if (jobOf() === undefined) expect([reading, seen(scanner)]).toEqual([undefined, 0]);
    return jobOf() !== undefined;
  };

  it('of a file in the order of its units only where it is long', () => {
    const rowsOf = (unit: string) => [`${unit},1.1,,trễ,,,`, `${unit},1.2,,1/2,,,`, rowOf(unit)];
    const together = textOf(UNITS.slice(0, 20).flatMap(rowsOf));
    const size = new TextEncoder().encode(together).length;
    expect([size, size + 1].map((leastInOrder) => begins(together, { leastInOrder }))).toEqual([true, false]);
    expect(begins(textOf(ROWS), { leastInOrder: size + 1 })).toBe(true);
  });

  it.each([
    ['rows below a header', textOf(ROWS), true],
    ['no line end at the end', textOf(ROWS).slice(0, -1), false],
    ['no row at all', HEADER, false],
    ['nothing', '', false],
    ['an odd header', textOf(ROWS, HEADER.replace('evidence', 'evid"ence')), false],
    ['an unknown column', textOf(ROWS, HEADER.replace('evidence', 'evidense')), false],
    ['a header of a wide file', textOf(['x10,1,1,1'], 'unit,1.1,1.2,1.3').repeat(50), false],
    [
      'no unit',
      textOf(
        ROWS.map((row) => row.slice(4)),
        HEADER.slice(5),
      ),
      false,
    ],
    ['the unit behind the leaf', textOf(ROWS, HEADER.replace('unit,criterion', 'criterion,unit')), false],
    ['rows of one part', textOf(ROWS.slice(0, 10)), false],
    ['rows of two parts', textOf(ROWS.slice(0, 20)), true],
  ])('for %s: %#', (_, text, isBegun) => {
    expect(begins(text)).toBe(isBegun);
  });

  it('where the header is short for certain', () => {
    // Two thirds of what a line may have: the header with its line end, or a byte less.
    const line = Math.ceil((3 * BEGIN) / 2);
    expect(begins(textOf(ROWS), { small: { limits: { line } } })).toBe(true);
    expect(begins(textOf(ROWS), { small: { limits: { line: line - 2 } } })).toBe(false);
  });
});

describe('one thread alone', () => {
  it('reads all parts ahead, and tells how far it has come', () => {
    const told: number[] = [];
    const { read, scanner, jobOf, asked } = scan(textOf(ROWS), { tell: (bytes) => told.push(bytes) });
    expect(read()?.count).toEqual({ file: 'a.csv', read: 60, used: 60, blank: 0, refused: 0 });
    const begins = [0, 10, 20, 30, 40, 50].map((row) => BEGIN + row * ROW);
    expect(told).toEqual(begins);
    expect([...(jobOf()?.ready ?? [])]).toEqual([1, 1, 1, 1, 1, 1, 0]);
    // Each part was read once.
    expect(asked).toEqual(begins);
    const [, , given] = [...scanner.readers.keys()];
    const { columns } = given as NonNullable<typeof given>;
    const { places } = columns;
    expect(UNITS.map((_, row) => [fileAt(places, row), lineAt(places, row), isSeen(columns, row)])).toEqual(
      UNITS.map((_, row) => [4, row + 2, true]),
    );
    expect(scanner.touchedBy.every((mark) => mark === 0)).toBe(true);
  });

  it('reads the rest itself where a part does not come', () => {
    const { read, scanner, jobOf } = scan(textOf(ROWS), { begin: (job) => claimPart(job) });
    expect(read()?.count).toMatchObject({ read: 60, used: 60 });
    expect([seen(scanner), jobOf()?.ready[0], claimPart(jobOf() as PartJob)]).toEqual([60, 0, -1]);
  });

  it('takes units of two rubrics', () => {
    const leaf = '{ id: "2.9", title: T, max: 1, rule: { type: given } }';
    const domain = `{ id: d, title: T, max: 1, criteria: [${leaf}] }`;
    const rubric = `{ format: 1, id: r, title: T, missing: zero, domains: [${domain}] }`;
    const small = { units: ['x10'], beside: [rubric, UNITS.slice(1)] as const };
    // Each asks for a second look, so that the usual way begins again and again.
    const rows = UNITS.map((unit, at) => `${unit},${at === 0 ? '1.3' : '2.9'},,"1",,,`);
    const order = [...rows.slice(1), rows[0] as string];
    for (const all of [rows, order]) {
      const { read, scanner } = scan(textOf(all), { small });
      expect(read()?.count).toMatchObject({ read: 60, used: 60 });
      expect(seen(scanner)).toBe(60);
    }
  });
});

describe('where a file is given up', () => {
  const gone = { begin: (job: PartJob) => void claimPart(job) };

  it('a disk that refuses leaves nothing written', () => {
    const ask = (position: number) => {
      if (position >= BEGIN + 30 * ROW) throw new Error('gone');
    };
    const { read, scanner, jobOf } = scan(textOf(ROWS), { ask, part: 15 * ROW });
    expect(read).toThrow('gone');
    expect([seen(scanner), claimPart(jobOf() as PartJob)]).toEqual([0, -1]);
    expect(scanner.touchedBy.every((mark) => mark === 0)).toBe(true);
  });

  it('a file that has become shorter does', () => {
    for (const how of [{}, gone]) {
      const text = textOf(ROWS);
      let isShort = false;
      const begin = (job: PartJob) => {
        isShort = true;
        (how as typeof gone).begin?.(job);
      };
      const bytes = new TextEncoder().encode(text);
      const readAt: ReadAt = (into, position) => {
        const end = isShort ? BEGIN + 35 * ROW : bytes.length;
        const next = bytes.subarray(position, Math.max(position, Math.min(end, position + into.length)));
        into.set(next);
        return next.length;
      };
      const { read, scanner } = scan(text, { begin, readAt });
      expect([read(), seen(scanner)]).toEqual([undefined, 0]);
    }
  });

  it('it is read no further', () => {
    const rows = ROWS.with(20, rowOf('x30', '9'));
    const { read, asked, scanner } = scan(textOf(rows), { ...gone, piece: ROW });
    expect([read(), seen(scanner)]).toEqual([undefined, 0]);
    expect(asked.at(-1)).toBe(BEGIN + 20 * ROW);
  });

  it('it has a quote that is never closed, and of which a cut makes two sound parts', () => {
    for (const at of [9, 10, 11, 19, 20, 21]) {
      for (const how of [{}, gone]) {
        const rows = ROWS.with(at, `${UNITS[at]},1.3,,1,"`);
        const { read, scanner } = scan(textOf(rows), how);
        expect([read(), seen(scanner)]).toEqual([undefined, 0]);
      }
    }
  });
});

describe('warnings of which only some are shown', () => {
  const units = Array.from({ length: 2500 }, (_, at) => `y${at}`);
  const rows = units.map((unit) => rowOf(unit, ' 1'));
  const counted = ({ counts }: Ledger) => [...counts.values()].reduce((sum, { count }) => sum + count, 0);
  const told = (all: readonly string[]) => {
    const ledger = createLedger(5);
    const reading = scan(textOf(all), { small: { units, ledger }, part: 5000 }).read();
    return { shown: reading?.diagnostics.length, counted: counted(ledger) };
  };

  it('are let go while it is read, and none is lost', () => {
    const { shown = 0, counted: gone } = told(rows);
    expect(shown).toBeLessThan(2005);
    expect(shown + gone).toBe(2500);
  });

  it('are told again where it is given up', () => {
    expect(told([...rows, 'y1,1.2,,2/1,,,'])).toEqual({ shown: undefined, counted: 0 });
  });
});
