import { describe, expect, it } from 'vitest';
import {
  createColumn,
  EMPTY,
  EXEMPT,
  exactAt,
  FILLED,
  isFilled,
  setExact,
  setExempt,
  setPair,
  stateOf,
  WIDE,
} from '../../src/model/column.ts';
import { exact } from '../../src/model/exact.ts';

const LARGEST = 9007199254740991n;

describe('a column', () => {
  it('costs nothing until something is written', () => {
    const column = createColumn(1000);
    expect(column.size).toBe(1000);
    expect([column.state.length, column.n.length, column.d.length]).toEqual([0, 0, 0]);
    expect(stateOf(column, 0)).toBe(EMPTY);
    expect(isFilled(column, 0)).toBe(false);
    expect(exactAt(column, 0)).toBeUndefined();
  });

  it('holds pairs of whole numbers', () => {
    const column = createColumn(3);
    setPair(column, 1, -29, 34);
    expect([0, 1, 2].map((row) => stateOf(column, row))).toEqual([EMPTY, FILLED, EMPTY]);
    expect(exactAt(column, 1)).toEqual({ n: -29n, d: 34n });
    expect([0, 1, 2].map((row) => isFilled(column, row))).toEqual([false, true, false]);
  });

  it('holds what fits a double as a pair, up to the last whole number that does', () => {
    const column = createColumn(4);
    setExact(column, 0, exact(LARGEST, 1n));
    setExact(column, 1, exact(-LARGEST, LARGEST));
    expect([0, 1].map((row) => stateOf(column, row))).toEqual([FILLED, FILLED]);
    expect(exactAt(column, 0)).toEqual({ n: LARGEST, d: 1n });
    expect(exactAt(column, 1)).toEqual({ n: -LARGEST, d: LARGEST });
    expect(column.wide).toBeUndefined();
  });

  it.each([
    [LARGEST + 1n, 1n],
    [-LARGEST - 1n, 1n],
    [1n, LARGEST + 1n],
  ])('lays %i/%i aside whole', (n, d) => {
    const column = createColumn(2);
    setExact(column, 1, exact(n, d));
    expect(stateOf(column, 1)).toBe(WIDE);
    expect(isFilled(column, 1)).toBe(true);
    expect(exactAt(column, 1)).toEqual({ n, d });
    expect(exactAt(column, 0)).toBeUndefined();
  });

  it('may say that a leaf does not apply, before and after numbers stand in it', () => {
    const column = createColumn(3);
    setExempt(column, 0);
    expect(column.n.length).toBe(0);
    setPair(column, 1, 3, 2);
    setExempt(column, 2);
    expect([0, 1, 2].map((row) => stateOf(column, row))).toEqual([EXEMPT, FILLED, EXEMPT]);
    expect(exactAt(column, 0)).toBeUndefined();
    expect(isFilled(column, 0)).toBe(false);
    expect(exactAt(column, 1)).toEqual({ n: 3n, d: 2n });
  });

  it('takes the last word on a row', () => {
    const column = createColumn(1);
    setExact(column, 0, exact(LARGEST + 1n));
    setExact(column, 0, exact(1n, 2n));
    expect(exactAt(column, 0)).toEqual({ n: 1n, d: 2n });
    setExempt(column, 0);
    expect(exactAt(column, 0)).toBeUndefined();
  });
});
