/** A column against the plainest one there is: a map from row to fraction. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Column,
  clearRow,
  createColumn,
  EMPTY,
  EXEMPT,
  exactAt,
  FILLED,
  isFilled,
  isFull,
  pickRows,
  setExact,
  setExempt,
  stateOf,
  viewRows,
  WIDE,
} from '../../src/model/column.ts';
import { type Exact, exact, toFractionText } from '../../src/model/exact.ts';

const ROWS = [0, 1, 2, 3, 4];
const SIZE = ROWS.length;
const LARGEST = 2n ** 53n - 1n;

type Plain = Map<number, Exact | 'exempt'>;

/** Denominators on the grid and off it, short and long, and one that no double holds. */
const denominators = fc.oneof(
  fc.constantFrom(1n, 2n, 3n, 4n, 7n, 10n, 34n, 100n, 128n, 1000n, 2_147_483_647n, 2_147_483_648n, 10_000_000_000n),
  fc.bigInt({ min: 1n, max: 200n }),
  fc.constantFrom(LARGEST, LARGEST + 1n),
);
const numerators = fc.oneof(
  fc.bigInt({ min: -20_000n, max: 20_000n }),
  fc.constantFrom(
    0n,
    -32_767n,
    -32_768n,
    32_768n,
    -8192n,
    2_147_483_647n,
    2_147_483_648n,
    -2_147_483_648n,
    -2_147_483_649n,
  ),
  fc.constantFrom(LARGEST, -LARGEST, LARGEST / 100n, LARGEST / 100n + 1n, -LARGEST / 10n - 1n, LARGEST + 1n),
);
const writes = fc.record({
  row: fc.nat({ max: SIZE - 1 }),
  what: fc.oneof(
    { weight: 8, arbitrary: fc.tuple(numerators, denominators).map(([n, d]) => exact(n, d)) },
    { weight: 1, arbitrary: fc.constantFrom('exempt' as const, 'nothing' as const) },
  ),
});

function write(column: Column, plain: Plain, row: number, what: Exact | 'exempt' | 'nothing'): void {
  if (what === 'nothing') {
    clearRow(column, row);
    plain.delete(row);
    return;
  }
  if (what === 'exempt') setExempt(column, row);
  else setExact(column, row, what);
  plain.set(row, what);
}

/** What stands in the rows, in lowest terms. */
function told(column: Column): readonly string[] {
  return Array.from({ length: column.size }, (_, row) => {
    const value = exactAt(column, row);
    const state = stateOf(column, row);
    if (isFilled(column, row) !== (value !== undefined)) return 'filled without a value';
    return value !== undefined ? toFractionText(value) : state === EXEMPT ? 'exempt' : state === EMPTY ? '' : 'lost';
  });
}

function toldPlainly(plain: Plain, rows: readonly number[]): readonly string[] {
  return rows.map((row) => {
    const value = plain.get(row);
    return value === undefined ? '' : value === 'exempt' ? value : toFractionText(value);
  });
}

describe('a column', () => {
  it('gives back whatever was last written in each row, in any order of writing', () => {
    fc.assert(
      fc.property(fc.array(writes, { maxLength: 12 }), fc.shuffledSubarray(ROWS), (steps, picked) => {
        const column = createColumn(SIZE);
        const plain: Plain = new Map();
        for (const { row, what } of steps) {
          write(column, plain, row, what);
          expect(told(column)).toEqual(toldPlainly(plain, ROWS));
          expect(isFull(column)).toBe(ROWS.every((at) => stateOf(column, at) === FILLED));
        }
        expect(told(pickRows(column, picked))).toEqual(toldPlainly(plain, picked));
        // Of rows side by side all but what stands in `wide`.
        const withoutWide: Plain = new Map([...plain].filter(([row]) => stateOf(column, row) !== WIDE));
        for (const [from, to] of [
          [0, SIZE],
          [1, 4],
          [2, 2],
        ] as const) {
          expect(told(viewRows(column, from, to))).toEqual(toldPlainly(withoutWide, ROWS.slice(from, to)));
        }
      }),
      { numRuns: 600, seed: 2013 },
    );
  });
});
