/** A row of a wide file by the quick way: what of it waits, by hand, and what makes it leave the row. By both engines. */
import { describe, expect, it } from 'vitest';
import { EVIDENCE_ASKED, HAS_EVIDENCE, HAS_NOTE, ROW_SEEN } from '../../../src/model/assessment.ts';
import { takeRows } from '../../../src/read/scan.ts';
import { fillBatch } from '../../../src/read/scan-run.ts';
import { beginFile, narrow, type Small, smallScanner } from '../scan-small.ts';
import { ENGINES } from './engines.ts';

const HEADER = 'unit,1.1,1.2,1.2:self,1.3,1.3:evidence,T1,T1:note';
/** Of this one the names of levels and counts are learned. */
const FIRST = 'xa,đúng,50%,40%,1,,2,\n';

const sizeOf = (text: string) => new TextEncoder().encode(text).length;

describe.each(ENGINES)('%s', (_, compile) => {
  /** Takes rows behind the first one; lines are counted from it. */
  function take(rows: string, { room, ...more }: Partial<Small> & { readonly room?: number } = {}) {
    const scanner = smallScanner({ units: ['xa', 'xb', 'xc'], compile, ...more });
    const { scan, from } = beginFile(scanner, `${HEADER}\n${FIRST}${rows}`);
    const begin = from + sizeOf(FIRST);
    expect(takeRows(scan, from, begin)).toBe(begin);
    if (room !== undefined) narrow(scanner.engine, room);
    const end = begin + sizeOf(rows);
    const at = fillBatch(scanner, scan, begin, end) - begin;
    const { batch } = scanner;
    const waiting = scanner.targets.map((_target, target) => {
      const found: unknown[] = [];
      for (let row = batch.heads[target] as number; row >= 0; row = batch.next[row] as number) {
        const values = [0, 1].map((position) => {
          const slot = row * batch.width + position;
          return batch.d[slot] === 0 ? '-' : `${batch.n[slot]}/${batch.d[slot]}`;
        });
        expect(batch.files[row]).toBe(4);
        found.push([batch.rows[row], batch.lines[row], batch.flags[row], ...values]);
      }
      return found;
    });
    return { at, waiting, isFull: batch.isFull, read: scan.read, line: scan.line };
  }

  const SEEN_OF_EVIDENCE = ROW_SEEN | EVIDENCE_ASKED;

  it.each([
    [
      'xb,đúng,50%,40%,1.5,QD-1,2,x\n',
      [1, 2, ROW_SEEN, '-', '1/1'],
      [1, 2, ROW_SEEN, '40/100', '50/100'],
      [1, 2, SEEN_OF_EVIDENCE | HAS_EVIDENCE, '-', '15/10'],
      [1, 2, ROW_SEEN | HAS_NOTE, '-', '2/1'],
    ],
    [
      'xc,đúng,1/2,,3,,,\r\n',
      [2, 2, ROW_SEEN, '-', '1/1'],
      [2, 2, ROW_SEEN, '-', '1/2'],
      [2, 2, SEEN_OF_EVIDENCE, '-', '3/1'],
      undefined,
    ],
    // A note alone is a row of an adjustment, quotes alone are none.
    [
      'xb,đúng,50%,,1," ",,"a"\n',
      [1, 2, ROW_SEEN, '-', '1/1'],
      [1, 2, ROW_SEEN, '-', '50/100'],
      [1, 2, SEEN_OF_EVIDENCE, '-', '1/1'],
      [1, 2, ROW_SEEN | HAS_NOTE, '-', '-'],
    ],
    [
      'xb,đúng,50%,,1,,,""\n',
      [1, 2, ROW_SEEN, '-', '1/1'],
      [1, 2, ROW_SEEN, '-', '50/100'],
      [1, 2, SEEN_OF_EVIDENCE, '-', '1/1'],
      undefined,
    ],
  ])('of %j each leaf has a row', (row, ...expected) => {
    const { at, waiting, isFull, read, line } = take(row);
    expect(waiting).toEqual(expected.map((one) => (one === undefined ? [] : [one])));
    expect([at, isFull, read, line]).toEqual([sizeOf(row), false, 2, 2]);
  });

  it.each([
    'xb,,50%,40%,1,,,\n',
    'xb,đúng,,40%,1,,,\n',
    'xb,đúng,50%,,,,,\n',
    'xb,đúngg,50%,,1,,,\n',
    'xb,đúng,50%,,1,,3x,\n',
    'xb,đúng,50%,,1,a"b,,\n',
    'xb,đúng,50%,,1,,,,\n',
    'xb,đúng,50%,,1,,\n',
    'xb\n',
    'zz,đúng,50%,,1,,,\n',
    'xa,đúng,50%,,1,,,\n',
    'xb,đúng,50%,,1,,,\r,\n',
    '"xb",đúng,50%,,1,,,\n',
  ])('%j is left, and nothing of it waits', (row) => {
    expect(take(row)).toEqual({ at: 0, waiting: [[], [], [], []], isFull: false, read: 1, line: 1 });
  });

  it('of a unit whose texts are kept is left, and so is one longer than the limits surely allow', () => {
    expect(take('xb,đúng,50%,,1,,,\n', { focus: ['xb'] }).at).toBe(0);
    const long = `xb,đúng,50%,,1,${'x'.repeat(60)},,\n`;
    const limit = Math.ceil((3 * sizeOf(long)) / 2);
    expect(take(long, { limits: { line: limit } }).at).toBe(sizeOf(long));
    expect(take(long, { limits: { line: limit - 2 } }).at).toBe(0);
  });

  it('waits for room: a second one for the batch to be written, one of more leaves than it has for ever', () => {
    const row = (unit: string) => `${unit},đúng,50%,,1,,,\n`;
    const two = row('xb') + row('xc');
    expect(take(two, { room: 8 })).toMatchObject({ at: sizeOf(two), isFull: false, read: 3, line: 3 });
    expect(take(two, { room: 7 })).toMatchObject({ at: sizeOf(row('xb')), isFull: true, read: 2, line: 2 });
    expect(take(two, { room: 4 })).toMatchObject({ at: sizeOf(row('xb')), isFull: true });
    expect(take(two, { room: 3 })).toMatchObject({ at: 0, isFull: false });
  });

  it('of a unit that has one in this file is left, also right behind it', () => {
    const row = 'xb,đúng,50%,,1,,,\n';
    expect(take(row + row)).toMatchObject({ at: sizeOf(row), isFull: false, read: 2 });
  });
});
