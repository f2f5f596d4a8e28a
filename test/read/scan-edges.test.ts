/** The scanner at the beginning and the end of files, with doubled quotes, and what it leaves where it gives up. */
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { createLedger, type Ledger } from '../../src/model/fault-ledger.ts';
import { scanFile, takeRows, writeWaiting } from '../../src/read/scan.ts';
import type { Scanner } from '../../src/read/scanner.ts';
import { beginFile, HEADER, smallScanner } from './scan-small.ts';
import { agree } from './scan-world.ts';
import { seenOf } from './seen.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const how = { dialect: DIALECTS.data };

describe('a file begins', () => {
  const rest = encode('unit,criterion,appraised\ncam-lam,1.2,1/2\n');
  it.each([
    [[], true],
    [[0xef, 0xbb, 0xbf], true],
    // A letter of its own, then what is no byte of a letter; the last of a mark is another.
    [[0xef, 0xbc, 0xbf], false],
    [[0xef, 0xbb, 0xbe], false],
    [[0xee, 0xbb, 0xbf], false],
    [[0xc2, 0xbb, 0xbf], false],
    [[0xef, 0xbb], false],
    [[0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], false],
  ])('with the bytes %j: taken: %s', (bytes, isTaken) => {
    expect(agree(Uint8Array.of(...bytes, ...rest), how)).toBe(isTaken);
    // A mark and a line of less than three bytes.
    expect(agree(Uint8Array.of(...bytes, 0x0a), how)).toBe(false);
  });
});

describe('doubled quotes', () => {
  const header = 'unit,criterion,appraised';
  it('are one in the id of a unit', () => {
    const units = ['x""a', 'x"a', 'xb'];
    for (const id of ['"x""a"', '"x""""a"']) {
      expect(agree(encode(`${header}\n${id},1.2,1/2\n`), { ...how, units })).toBe(false);
      expect(agree(encode(`${header}\nxb,1.2,1/2\n${id},1.2,1/2\n`), { ...how, units })).toBe(false);
    }
  });

  it('are one in the name of a level', () => {
    for (const level of ['"a""b"', '"a""""b"']) {
      expect(agree(encode(`${header}\ncam-lam,1.1,${level}\ncam-ranh,1.1,${level}\n`), how)).toBe(true);
    }
    expect(agree(encode(`${header}\ncam-lam,"1.""1",trễ\n`), how)).toBe(false);
  });
});

describe('a row that is no row of a unit', () => {
  const header = 'unit,criterion,self,appraised';
  const sound = 'cam-lam,1.2,1/2,1/2\n';
  it.each([
    ['blank', '\n', true],
    ['with a first cell that is empty', ',1.2,1/2,1/2\n', false],
    ['of one cell', 'cam-ranh\n', false],
    ['of empty cells alone', ',,,\n', false],
    ['of one cell too many', 'cam-ranh,1.2,1/2,1/2,\n', false],
  ])('%s: taken: %s', (_, row, isTaken) => {
    expect(agree(encode(`${header}\n${sound}${row}`), how)).toBe(isTaken);
    expect(agree(encode(`${header}\n${row}${sound}`), how)).toBe(isTaken);
  });
});

/** A file of these bytes by a scanner, as the disk gives it; how often it was read, too. */
function scan(scanner: Scanner, text: string, piece = 1 << 20) {
  const bytes = encode(text);
  let [at, reads] = [0, 0];
  const read = (into: Uint8Array) => {
    reads++;
    const next = bytes.subarray(at, at + Math.min(into.length, piece));
    into.set(next);
    at += next.length;
    return next.length;
  };
  const reading = scanFile(scanner, { file: 'a.csv', fileAt: 0, read });
  writeWaiting(scanner);
  return { reading, reads };
}

/** How many rows stand in the columns. */
function seen({ readers }: Scanner): number {
  return [...readers.keys()].reduce((sum, { columns }) => sum + seenOf(columns), 0);
}

const UNITS = Array.from({ length: 3000 }, (_, at) => `x${at}`);
const rowsOf = (value: string) => UNITS.map((unit) => `${unit},1.3,,${value},,,\n`).join('');

describe('rows that are plain', () => {
  const scanner = () => smallScanner({ units: ['xa', 'xb'] });

  it('wait side by side, behind any header', () => {
    const own = scanner();
    const { scan: file, from } = beginFile(own, `${HEADER}\nxa,1.3,,1,,,\nxb,1.3,,2,,,\n`);
    const end = HEADER.length + 1 + 26;
    expect(takeRows(file, from, end)).toBe(end);
    expect([own.batch.count, file.read, seen(own)]).toEqual([2, 2, 0]);
  });

  it('are written before a row that is not', () => {
    const own = scanner();
    const { scan: file, from } = beginFile(own, `${HEADER}\nxa,1.3,,1,,,\nxb,1.3,,"2",,,\nxb,1.2,,1/2,,,\n`);
    const end = HEADER.length + 1 + 43;
    expect(takeRows(file, from, end)).toBe(end);
    expect([own.batch.count, file.read, seen(own)]).toEqual([1, 3, 2]);
    writeWaiting(own);
    expect(seen(own)).toBe(3);
  });
});

describe('a file that is given up', () => {
  it('is read no further', () => {
    const scanner = smallScanner({ units: UNITS });
    const first = `${HEADER}\nx0,1.3,,1,,,\n`;
    const odd = (row: string) => scan(scanner, `${first}${row}\n${rowsOf('1')}`, 100);
    for (const row of ['x0,1.4,,1,,,', 'x1,1.3,,9,,,', 'x1,1.3,,1,,a"b,', 'x1,1.3,,1,,,,', 'y,1.3,,1,,,']) {
      expect(odd(row)).toEqual({ reading: undefined, reads: 1 });
      expect(seen(scanner)).toBe(0);
    }
  });

  it('leaves nothing of any try of the same file', () => {
    const scanner = smallScanner({ units: UNITS });
    for (const last of ['x3,1.3,,9,,,', 'x1,1.3,,1,,,', 'x4,1.3']) {
      const text = `${HEADER}\nx1,1.3,,1,,,\nx2,1.3,,"1",,,\nx1,1.2,,1/2,,,\n${last}\n`;
      expect(scan(scanner, text).reading).toBeUndefined();
      expect([seen(scanner), scanner.touchedBy.every((mark) => mark === 0)]).toEqual([0, true]);
    }
    expect(scan(scanner, `${HEADER}\n${rowsOf('1')}`).reading?.count).toMatchObject({ read: 3000, used: 3000 });
    expect(seen(scanner)).toBe(3000);
    expect(scanner.touchedBy.every((mark) => mark === 0)).toBe(true);
  });

  it('has a row that fills the buffer, or a last line without its end', () => {
    const scanner = smallScanner({ units: UNITS });
    const long = `${HEADER}\nx1,1.3,,1,,${'a'.repeat(300_000)},\n`;
    expect(scan(scanner, long).reading).toBeUndefined();
    expect(scan(scanner, `${HEADER}\nx1,1.3,,1,,,\nx2,1.3,,1,,,`).reading).toBeUndefined();
    expect(scan(scanner, HEADER).reading).toBeUndefined();
    expect(scan(scanner, '').reading).toBeUndefined();
    expect(scan(scanner, `${HEADER}\n`).reading?.count).toMatchObject({ read: 0 });
  });
});

describe('warnings of which only some are shown', () => {
  const counted = ({ counts }: Ledger) => [...counts.values()].reduce((sum, { count }) => sum + count, 0);

  it('are let go while the file is read, and none is lost', () => {
    const ledger = createLedger(5);
    const { reading } = scan(smallScanner({ units: UNITS, ledger }), `${HEADER}\n${rowsOf(' 1')}`);
    const told = reading?.diagnostics.length ?? 0;
    expect(told).toBeLessThan(2005);
    expect(told + counted(ledger)).toBe(3000);
  });

  it('are told again where the file is given up', () => {
    const ledger = createLedger(5);
    const scanner = smallScanner({ units: UNITS, ledger });
    expect(scan(scanner, `${HEADER}\n${rowsOf(' 1')}x0,1.2,,2/1,,,\n`, 1000).reading).toBeUndefined();
    expect([counted(ledger), seen(scanner)]).toEqual([0, 0]);
  });
});
