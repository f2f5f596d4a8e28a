/**
 * Rows whose units are found some at a time, beside the same rows one by one: whatever stands in them, the same wait, and the
 * same one is left. By both engines.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as map from '../../../src/read/kernel/map.ts';
import { dropRows } from '../../../src/read/scan-batch.ts';
import { fillBatch } from '../../../src/read/scan-run.ts';
import type { Scan } from '../../../src/read/scan-state.ts';
import { beginFile, narrow, placeText, smallScanner } from '../scan-small.ts';
import { ENGINES } from './engines.ts';

const rubricOf = (id: string) => `{ format: 1, id: r${id}, title: T, missing: zero,
  domains: [{ id: d, title: T, max: 3, criteria: [
    { id: "${id}.1", title: T, max: 1, rule: { type: given } }, { id: "1.2", title: T, max: 1, rule: { type: given } },
    { id: "1.03", title: T, max: 1, rule: { type: proportional } }] }] }`;

/** Of one length, as most ids are; longer than four letters, and alike but for the last; outside ASCII; one begins as another. */
const UNITS = [...Array.from({ length: 90 }, (_, at) => `u${10 + at}`), 'xa-xa-xa-1', 'xa-xa-xa-2', 'Xã Đá', 'u1'];
const BESIDE = ['v10', 'v11', 'v12'];
const FOCUSED = 'u99';
const HEADER = 'unit,criterion,appraised,evidence';

/** Rows that mostly are of the first rubric, sound, and in no order. */
const row = fc
  .tuple(
    fc.oneof(
      { weight: 300, arbitrary: fc.constantFrom(...UNITS.filter((id) => id !== FOCUSED)) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(FOCUSED, ...BESIDE, 'u100', 'U10', 'u', '', '"u10"', 'u10 ', 'xa-xa-xa-3'),
      },
    ),
    fc.oneof(
      { weight: 300, arbitrary: fc.constantFrom('1.1', '1.2', '1.03') },
      { weight: 1, arbitrary: fc.constantFrom('2.1', '1.3', '', '"1.1"') },
    ),
    fc.oneof(
      { weight: 300, arbitrary: fc.constantFrom('0.5', '1', '0', '0.25') },
      { weight: 1, arbitrary: fc.constantFrom('', '1/3', '50%', '2', 'n/a', '"1"') },
    ),
    fc.oneof(
      { weight: 300, arbitrary: fc.constantFrom('', 'QĐ-1', '"Số 1, QĐ"') },
      { weight: 1, arbitrary: fc.constantFrom('"', 'a"b', '\u00a0', 'x'.repeat(300)) },
    ),
  )
  .map((cells) =>
    cells.map((cell, at) => (at === 2 && cells[1] === '1.03' && !cell.includes('"') ? share(cell) : cell)),
  );

const SHARES: Readonly<Record<string, string>> = { '0.5': '29/34', '0.25': '1/3', '0': '0%', '1': '85.29%' };
const share = (cell: string) => SHARES[cell] ?? cell;

describe.each(ENGINES)('rows in no order of their units, %s', (_name, compile) => {
  const scans = [0, 1].map((isAstray) => {
    const scanner = smallScanner({
      ...{ units: UNITS, rubric: rubricOf('1'), beside: [rubricOf('2'), BESIDE], focus: [FOCUSED], compile },
      limits: { line: 400 },
    });
    const { scan } = beginFile(scanner, `${HEADER}\n`);
    return { isAstray, scan };
  });
  const both = <T>(act: (scan: Scan, isAstray: number) => T): T => {
    const [one, other] = scans.map(({ scan, isAstray }) => act(scan, isAstray)) as [T, T];
    expect(other).toEqual(one);
    return one;
  };
  let most = 0;

  it.each([
    [2048, 100_000],
    [70, 100_000],
    [3, 100_000],
    [2048, 65],
    [2048, 1],
  ])('wait as they do one by one, with room for %i and %i rows a file', (room, mostRows) => {
    for (const { scan } of scans) narrow(scan.scanner.engine, room);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 200, size: 'max' }), (rows) => {
        const text = rows.map((cells) => `${cells.join(',')}\n`).join('');
        both((scan) => {
          dropRows(scan.scanner.batch);
          scan.scanner.touchedBy.fill(0);
          Object.assign(scan, { line: 1, read: 0, isAlone: false, seat: -1, build: 0, leaf: -1 });
        });
        const bytes = new TextEncoder().encode(text);
        // Behind a row that is left it goes on with the next line, and with the batch empty.
        for (let from = 0; from < bytes.length; ) {
          const { at, isFull, taken } = both((scan, isAstray) => {
            const { scanner } = scan;
            const { memory, batch } = scanner;
            placeText(scanner, text);
            memory.setOwn(map.IS_ASTRAY, isAstray);
            const before = scan.read;
            const next = fillBatch({ ...scanner, mostRows }, scan, from, bytes.length);
            const touched = memory.own(map.TOUCHED);
            return { at: next, taken: scan.read - before, ...stateOf(scan, touched), isFull: batch.isFull };
          });
          most = Math.max(most, taken);
          both(({ scanner }) => dropRows(scanner.batch));
          if (taken === 0 && isFull) break;
          from = isFull || at === bytes.length ? at : bytes.indexOf(0x0a, at) + 1;
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('were taken by more than one flight', () => {
    expect(most).toBeGreaterThan(map.MOST_IN_FLIGHT);
  });
});

/** How far a file has come, the rows that wait, of each leaf in their order, and the units of which it had none before. */
function stateOf({ scanner, line, read, seat, build, leaf }: Scan, touched: number) {
  const { memory, batch, targets } = scanner;
  const { count, width } = batch;
  const rows = Array.from({ length: count }, (_, at) => ({
    ...{ row: batch.rows[at], file: batch.files[at], line: batch.lines[at], flags: batch.flags[at] },
    d: [...batch.d.subarray(at * width, (at + 1) * width)],
    n: [...batch.n.subarray(at * width, (at + 1) * width)].filter(
      (_n, position) => batch.d[at * width + position] !== 0,
    ),
    next: batch.next[at],
  }));
  const ends = [...batch.heads, ...batch.tails].slice(0, 2 * targets.length);
  const news = Array.from({ length: memory.own(map.TOUCHES) }, (_, each) => memory.int(touched + 4 * each));
  return { line, read, seat, build, leaf, count, rows, ends, news };
}

describe.each(ENGINES)('whether rows stand in no order, %s', (_name, compile) => {
  function astray(units: readonly string[], before = 0): number {
    const scanner = smallScanner({ units: UNITS, rubric: rubricOf('1'), compile });
    const { memory } = scanner;
    const { scan } = beginFile(scanner, `${HEADER}\n`);
    const text = units.map((id) => `${id},1.1,1,\n`).join('');
    memory.setOwn(map.IS_ASTRAY, before);
    expect(fillBatch(scanner, scan, 0, placeText(scanner, text))).toBe(text.length);
    expect(scan.read).toBe(units.length);
    return memory.own(map.IS_ASTRAY);
  }
  const some = UNITS.slice(0, 20);

  it('is known of those that were taken before, whichever way', () => {
    for (const before of [0, 1]) {
      // From the last to the first; one after the other; all of one unit.
      expect(astray(some.toReversed(), before)).toBe(1);
      expect(
        astray(
          some.map(() => 'u20'),
          before,
        ),
      ).toBe(0);
    }
    expect(astray(some)).toBe(0);
  });

  it('asks for more than half of sixteen', () => {
    expect(astray(some.toReversed().slice(0, 16))).toBe(1);
    expect(astray(some.toReversed().slice(0, 15))).toBe(0);
    expect(astray(some.slice(0, 15), 1)).toBe(1);
    // Of twenty rows the first and ten more are strays, or nine.
    const half = (strays: number) =>
      [...Array.from({ length: strays }, (_, at) => (at % 2 === 0 ? 'u50' : 'u20')), ...some.map(() => 'u80')].slice(
        0,
        20,
      );
    expect(astray(half(10))).toBe(1);
    expect(astray(half(9))).toBe(0);
  });
});
