/** A file that is scanned: where it begins, whose rows it has, its cells as texts, and whether its rows may wait. */

import { describe, expect, it } from 'vitest';
import { flush } from '../../src/read/scan-batch.ts';
import { splitRow } from '../../src/read/scan-bytes.ts';
import { canWait, createScan, type Scan, takeSeat, textsOf, touchSeat } from '../../src/read/scan-state.ts';
import type { Target } from '../../src/read/sheets.ts';
import { beginFile, HEADER, letWait, placeText, type Small, smallScanner } from './scan-small.ts';
import { flagsOf } from './seen.ts';

const UNITS = ['xa', 'xb', 'xc'];
const scannerOf = (more: Partial<Small> = {}) => smallScanner({ units: UNITS, ...more });
const scanOf = (scanner = scannerOf(), fileAt = 4): Scan =>
  createScan(scanner, { file: 'a.csv', fileAt, read: () => 0 });

describe('a file at its beginning', () => {
  it('has nothing read, and neither unit nor leaf', () => {
    expect(scanOf()).toMatchObject({
      ...{ diagnostics: [], touched: [], layout: undefined, context: undefined, isAlone: false },
      ...{ line: 0, read: 0, blank: 0, seat: -1, build: 0, leaf: -1, file: { file: 'a.csv', fileAt: 4 } },
    });
  });

  it.each([
    // Two thirds of what a cell or a line may have, the less of both.
    [60, 90, 40],
    [90, 60, 40],
    [61, 61, 40],
    [62, 62, 41],
    [2, 9, 1],
  ])('cells of %i and lines of %i: rows of %i bytes are short for certain', (cell, line, longest) => {
    expect(scanOf(scannerOf({ limits: { cell, line } })).longest).toBe(longest);
  });

  it('writes what waits, and says whether that was free', () => {
    const scanner = scannerOf();
    beginFile(scanner, `${HEADER}\n`);
    const { batch, targets } = scanner;
    for (const isFree of [true, false]) {
      batch.d.fill(0);
      letWait(batch, { target: 2, row: 1, file: 4, line: 7, flags: 1 });
      expect(flush(scanner)).toBe(isFree);
      expect(flagsOf((targets[2] as Target).columns)).toEqual([0, 1, 0]);
    }
  });
});

describe('a unit', () => {
  it('is taken by its number, and with it its build', () => {
    const scanner = { ...scannerOf(), buildOf: Int32Array.of(0, 2, 1) };
    const scan = scanOf(scanner);
    expect([takeSeat(scan, 1), scan.seat, scan.build]).toEqual([true, 1, 2]);
    expect([takeSeat(scan, -1), scan.seat]).toEqual([false, -1]);
    expect([takeSeat(scan, 0), scan.seat, scan.build]).toEqual([true, 0, 0]);
  });

  it('is noted once a file', () => {
    const scanner = scannerOf();
    const [first, second] = [scanOf(scanner, 0), scanOf(scanner, 1)];
    const touch = (scan: Scan, seat: number) => touchSeat(scan, seat);
    expect([touch(first, 2), touch(first, 0), touch(first, 2), touch(first, 0)]).toEqual([false, false, true, true]);
    expect([touch(second, 2), touch(second, 2), touch(second, 1)]).toEqual([false, true, false]);
    expect([first.touched, second.touched]).toEqual([
      [2, 0],
      [2, 1],
    ]);
  });
});

describe('the cells of a row', () => {
  it.each([
    ['a,b', ['a', 'b']],
    ['', ['']],
    [',,', ['', '', '']],
    ['"a,b",c', ['a,b', 'c']],
    ['"a ""b"" c",""""', ['a "b" c', '"']],
    ['QĐ-1,"Số ""1"""', ['QĐ-1', 'Số "1"']],
    ['e\u0302\u0301', ['ế']],
  ])('%j are texts as the csv reader gives them', (line, cells) => {
    const scanner = scannerOf();
    // Another row stood there before.
    for (const text of ['"""",x,x,x,x', line]) {
      splitRow(scanner.memory, 0, placeText(scanner, `${text}\n`), scanner.row, 0);
    }
    expect(textsOf(scanner)).toEqual(cells);
  });
});

describe('the rows of a file', () => {
  const anchorsOf = (scan: Scan) => scan.layout?.plans[0]?.readings[0]?.columns.places.anchors;

  it('may wait where the file is the first of its unit, which is noted at its second line', () => {
    const { scan } = beginFile(scannerOf(), 'criterion,appraised\n', 'xb');
    scan.read = 3;
    expect(canWait(scan)).toBe(true);
    expect(anchorsOf(scan)).toEqual({ files: Int32Array.of(0, 4, 0), lines: Int32Array.of(0, 2, 0) });
  });

  it('may wait where there are none, and nothing is noted', () => {
    const { scan } = beginFile(scannerOf(), 'criterion,appraised\n', 'xb');
    expect(canWait(scan)).toBe(true);
    expect(anchorsOf(scan)?.lines).toEqual(Int32Array.of(0, 0, 0));
  });

  it('may not wait where a row was read in another way, the unit has another file or the file others', () => {
    const scanner = scannerOf();
    const { scan } = beginFile(scanner, 'criterion,appraised\n', 'xb');
    expect(canWait(Object.assign(scan, { read: 3, isAlone: false }))).toBe(false);
    expect(anchorsOf(scan)?.lines).toEqual(Int32Array.of(0, 0, 0));
    expect(canWait(Object.assign(beginFile(scanner, `${HEADER}\n`).scan, { read: 3 }))).toBe(false);
    expect(canWait(beginFile(scanner, 'criterion,appraised\n', 'xb').scan)).toBe(true);
    anchorsOf(scan)?.lines.set([9], 1);
    expect(canWait(beginFile(scanner, 'criterion,appraised\n', 'xb').scan)).toBe(false);
    expect(canWait(beginFile(scanner, 'criterion,appraised\n', 'xc').scan)).toBe(true);
    expect(canWait(scanOf(scanner))).toBe(false);
  });
});
