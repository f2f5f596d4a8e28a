/**
 * The quick way as the script and as what is shipped, over rows that are sound, odd, or changed anywhere: both stop at the
 * same row, and leave the same bytes in all of the memory, also when the rows that wait are written. What becomes of which
 * row: ../scan-run.test.ts, ../scan-batch.test.ts.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as script from '../../../src/read/kernel/kernel.ts';
import { COUNT, PIECE } from '../../../src/read/kernel/map.ts';
import type { Memory } from '../../../src/read/kernel/memory.ts';
import { takeRows, writeWaiting } from '../../../src/read/scan.ts';
import { flush } from '../../../src/read/scan-batch.ts';
import { lastLineFeed } from '../../../src/read/scan-bytes.ts';
import { fillBatch } from '../../../src/read/scan-run.ts';
import type { Scan } from '../../../src/read/scan-state.ts';
import { beginFile, HEADER, type Small, smallScanner } from '../scan-small.ts';
import { forget } from '../seen.ts';
import { shipped } from './compiled.ts';

const UNITS = ['xa', 'xb', 'xã 3', 'x4', 'xabcdefgh', 'xabcdefgi'];
const LEAVES = ['1.1', '1.2', '1.3', 'T1'];

const VALUES = [
  ...['', '', '1', '0.5', '1.25', '2.999', '0', '3', '007', '50%', '85.29%', '29/34', '1/3', '0/7', 'đúng', 'trễ', '2'],
  ...['123456789', '1234567890', '4294967297', '4294967296', '99999999999999999999', '0.0000001', '0.123456789'],
  ...[
    '1/4294967297',
    '1/2147483648',
    '1/2147483649',
    '1/3000000000',
    '4294967297/4',
    '1/99999999999999',
    '1/0',
    '99999999999%',
    '3000000000%',
  ],
  ...['"1"', ' 1', 'n/a', '1.', '.5', '-1', '1,5', '1.5.2', '12a', 'đún', 'đúngg', '%', '/', '1//2'],
];
const TEXTS = [
  ...[
    '',
    '',
    'QĐ-1',
    '"a,b"',
    '"a""b"',
    ' ',
    '" "',
    '""',
    'ế',
    '"ế"',
    '\u00a0',
    'x'.repeat(70),
    'Số 12/BC-UBND',
    '{|}~',
  ],
  ...[
    'a"b',
    '"a"b',
    '\u037e',
    '\u2028',
    '👍',
    '\ufeff',
    '"',
    'a\rb',
    'y'.repeat(200),
    'aaaa',
    'aaa,',
    '-',
    '---- ----',
  ],
];

/** What mostly stands in the cells of each leaf: names that were learned, shares, numbers, counts. */
const SOUND: Readonly<Record<string, readonly string[]>> = {
  '1.1': ['đúng', 'trễ'],
  '1.2': ['50%', '85.29%', '29/34', '1/3', '0/7', '100%', '999999998/999999999'],
  '1.3': ['1', '0.5', '1.25', '2.999', '0', '3', '007', '0.1234567'],
  T1: ['1', '2', ''],
};

const mostly = (usual: readonly string[], others: readonly string[], weight = 20) =>
  fc.oneof({ weight, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const valueIn = (leaf: string) => mostly(SOUND[leaf] as readonly string[], VALUES, 10);
const text = mostly(['', '', 'QĐ-1', '"a,b"', '"a""b"', ' ', 'x'.repeat(70)], TEXTS, 5);
const unit = mostly(
  UNITS.filter((id) => id !== 'x4'),
  ['x4', 'xd', '', '"xa"', 'x', 'xa ', 'xabcdefgj'],
);
const joined = (...cells: readonly fc.Arbitrary<string>[]) => fc.tuple(...cells).map((each) => each.join(','));
const ofLeaf = (row: (leaf: fc.Arbitrary<string>, value: fc.Arbitrary<string>) => fc.Arbitrary<string>) =>
  fc.oneof(...LEAVES.map((id) => row(mostly([id], ['1.4', '', '"1.1"', '1.10', '1']), valueIn(id))));

/** Headers, and rows below each. */
const FILES: readonly (readonly [header: string, row: fc.Arbitrary<string>])[] = [
  [HEADER, ofLeaf((leaf, value) => joined(unit, leaf, value, value, mostly([''], ['1']), text, text))],
  ['criterion,appraised,evidence', ofLeaf((leaf, value) => joined(leaf, value, text))],
  [
    'unit,1.1,1.2,1.2:self,1.3,1.3:evidence,T1,T1:note',
    joined(unit, ...['1.1', '1.2', '1.2', '1.3'].map(valueIn), text, mostly(['', '1'], ['3', '""']), text),
  ],
];

/** What happens to the bytes of a file: one is changed, one comes in, some go, or some stand there twice. */
const change = fc.record({
  kind: fc.constantFrom('change', 'insert', 'delete', 'double'),
  at: fc.nat(),
  byte: fc.oneof(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x30, 0x39, 0x25, 0x2f, 0x2e, 0xc3, 0xe1), fc.nat(255)),
  count: fc.integer({ min: 1, max: 12 }),
});

function changed(
  bytes: Uint8Array,
  { kind, at, byte, count }: { kind: string; at: number; byte: number; count: number },
) {
  const from = bytes.length === 0 ? 0 : at % bytes.length;
  const [before, behind] = [bytes.subarray(0, from), bytes.subarray(from)];
  const some = bytes.subarray(from, from + count);
  if (kind === 'change') return Uint8Array.of(...before, byte, ...behind.subarray(1));
  if (kind === 'insert') return Uint8Array.of(...before, byte, ...behind);
  return kind === 'delete'
    ? Uint8Array.of(...before, ...behind.subarray(count))
    : Uint8Array.of(...before, ...some, ...behind);
}

/** A scanner that has read some names, below a header. */
function begin(header: string, more: Partial<Small>) {
  const scanner = smallScanner({ units: UNITS, limits: { line: 400 }, focus: ['x4'], ...more });
  const learned = ['xa,1.1,trễ,đúng,,,', 'xa,T1,1,2,,,', 'xb,1.3,1,2,,,'];
  const before = beginFile(scanner, `${[HEADER, ...learned].join('\n')}\n`, 'xa');
  takeRows(before.scan, before.from, lastLineFeed(scanner.memory, PIECE) + 1);
  writeWaiting(scanner);
  const { scan } = beginFile(scanner, `${header}\n`, 'xb');
  return scan;
}

/** Lets the quick way take the bytes up to the next row that it leaves, and says what came of it. */
function take(scan: Scan, from: number, end: number) {
  const { batch, memory } = scan.scanner;
  const before = scan.read;
  const at = fillBatch(scan.scanner, scan, from, end);
  const { line, read, isAlone, seat, build, leaf } = scan;
  const taken = read - before;
  const { count, isFull } = batch;
  return { at, line, taken, isAlone, seat, build, leaf, count, isFull, rows: memory.own(COUNT) };
}

describe('rows by the script and by WebAssembly', () => {
  it.each(FILES)('below %s are the same to the byte', (header, row) => {
    let taken = 0;
    for (const basis of ['appraised', 'self']) {
      const scans = [{}, { compile: (memory: Memory) => shipped(memory, script) }].map((more) =>
        begin(header, { basis, ...more }),
      ) as [Scan, Scan];
      const [mine, theirs] = scans.map(({ scanner }) => viewOf(scanner.memory)) as [Buffer, Buffer];
      expect(scans.map(({ scanner }) => scanner.engine.kernel === script)).toEqual([true, false]);
      const both = <T>(act: (scan: Scan) => T): T => {
        const [one, other] = scans.map(act) as [T, T];
        expect(other).toEqual(one);
        if (!mine.equals(theirs)) expect(mine.findIndex((byte, at) => byte !== theirs[at])).toBe(-1);
        return one;
      };
      const rows = fc.array(fc.tuple(row, mostly(['\n'], ['\r\n', '\r', ''])), { minLength: 1, maxLength: 30 });
      fc.assert(
        fc.property(rows, fc.array(change, { maxLength: 3 }), (drawn, changes) => {
          const sound = new TextEncoder().encode(drawn.map((each) => each.join('')).join(''));
          const bytes = changes.reduce(changed, sound);
          const end = bytes.lastIndexOf(0x0a) + 1;
          both((scan) => {
            const { memory, targets, touchedBy } = scan.scanner;
            for (const { columns } of targets) forget(columns);
            touchedBy.fill(0);
            memory.bytes.fill(0, 0, 8192).set(bytes);
            Object.assign(scan, { line: 1, read: 0, isAlone: true, leaf: -1 });
          });
          // Behind a row that is left it goes on with the next line.
          for (let from = 0; from < end; ) {
            const { at, taken: more } = both((scan) => take(scan, from, end));
            taken += more;
            from = bytes.indexOf(0x0a, at) + 1;
            if (from === 0) break;
          }
          both(({ scanner }) => flush(scanner));
        }),
        { numRuns: 500, seed: 7 },
      );
    }
    // And not for want of rows.
    expect(taken).toBeGreaterThan(500);
  });
});

const viewOf = ({ bytes }: Memory): Buffer => Buffer.from(bytes.buffer, 0, bytes.length);
