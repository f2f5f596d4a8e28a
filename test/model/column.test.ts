import { describe, expect, it } from 'vitest';
import {
  type Column,
  clearRow,
  createColumn,
  denominatorAt,
  EMPTY,
  EXEMPT,
  exactAt,
  FILLED,
  isFilled,
  isFull,
  isTouched,
  numeratorAt,
  pickRows,
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
    expect([column.n, column.d, column.exempt].map(({ length }) => length)).toEqual([0, 0, 0]);
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

describe('a full column', () => {
  const full = (...texts: readonly ('1' | 'n/a' | 'wide' | '')[]) => {
    const column = createColumn(texts.length);
    for (const [row, text] of texts.entries()) {
      if (text === '1') setPair(column, row, 1, 1);
      else if (text === 'wide') setExact(column, row, exact(LARGEST + 2n));
      else if (text === 'n/a') setExempt(column, row);
    }
    return isFull(column);
  };

  it('has a number in each row that its own arrays hold', () => {
    expect([full('1'), full('1', '1'), full('1', '1', '1')]).toEqual([true, true, true]);
    expect([full(), full(''), full('', '')]).toEqual([false, false, false]);
    expect([full('1', ''), full('', '1'), full('1', 'n/a'), full('1', '1', 'wide')]).toEqual(Array(4).fill(false));
    expect([full('n/a', 'n/a'), full('wide', 'wide')]).toEqual([false, false]);
  });

  it('is full no more when one of them is taken back, or is one that no double holds', () => {
    const changes = [
      (column: Column) => clearRow(column, 1),
      (column: Column) => setExempt(column, 1),
      (column: Column) => setExact(column, 1, exact(LARGEST + 2n)),
    ];
    for (const change of changes) {
      const column = createColumn(2);
      for (const row of [0, 1]) setPair(column, row, 1, 1);
      expect(isFull(column)).toBe(true);
      change(column);
      expect(isFull(column)).toBe(false);
      setPair(column, 1, 5, 1);
      expect([isFull(column), stateOf(column, 1)]).toEqual([true, FILLED]);
    }
  });
});

describe('one denominator for a column', () => {
  /** The rows as they stand: numerator, denominator. */
  const pairs = (column: Column): readonly (readonly [number, number])[] =>
    Array.from({ length: column.size }, (_, row) => [numeratorAt(column, row), denominatorAt(column, row)]);

  it('is the first that is written', () => {
    const column = createColumn(2);
    setPair(column, 0, 150, 100);
    setPair(column, 1, 75, 100);
    expect(pairs(column)).toEqual([
      [150, 100],
      [75, 100],
    ]);
    expect(column.d.length).toBe(0);
  });

  it('bears numbers over a part of it: 3/2 over 100 is 150', () => {
    const column = createColumn(2);
    setPair(column, 0, 25, 100);
    setPair(column, 1, 3, 2);
    expect(pairs(column)).toEqual([
      [25, 100],
      [150, 100],
    ]);
    expect(column.d.length).toBe(0);
  });

  it('gives way to a multiple of it, and all numerators with it', () => {
    const column = createColumn(3);
    setPair(column, 0, 3, 2);
    setPair(column, 2, -1, 2);
    setPair(column, 1, 7, 8);
    expect(pairs(column)).toEqual([
      [12, 8],
      [7, 8],
      [-4, 8],
    ]);
    expect(column.d.length).toBe(0);
  });

  it('stands beside no other that is neither a part nor a multiple of it: each row then has its own', () => {
    const column = createColumn(3);
    setPair(column, 0, 1, 4);
    setPair(column, 1, 1, 10);
    setPair(column, 2, 3, 4);
    expect(pairs(column)).toEqual([
      [1, 4],
      [1, 10],
      [3, 4],
    ]);
    expect(column.d).toBeInstanceOf(Int16Array);
  });

  it('is never a multiple that no decimal is written over: 2/6 stays beside 1/3', () => {
    const column = createColumn(2);
    setPair(column, 0, 1, 3);
    setPair(column, 1, 2, 6);
    expect(pairs(column)).toEqual([
      [1, 3],
      [2, 6],
    ]);
    const other = createColumn(2);
    setPair(other, 0, 1, 2);
    setPair(other, 1, 1, 6);
    expect(pairs(other)).toEqual([
      [1, 2],
      [1, 6],
    ]);
  });

  it('stays what it is for a part of it: after 1/6, 1/2 is written 3/6', () => {
    const column = createColumn(2);
    setPair(column, 0, 1, 6);
    setPair(column, 1, 1, 2);
    expect(pairs(column)).toEqual([
      [1, 6],
      [3, 6],
    ]);
  });

  it('bears no other where it is longer than ten decimals: 1/6361 stays beside 1/(2^53 − 1), of which it is a part', () => {
    const column = createColumn(2);
    setPair(column, 0, 1, 9_007_199_254_740_991);
    setPair(column, 1, 1, 6361);
    expect(pairs(column)).toEqual([
      [1, 9_007_199_254_740_991],
      [1, 6361],
    ]);
  });

  it('bears numbers over a part of it up to ten decimals: 1/2 over 10^10 is 5 × 10^9', () => {
    const column = createColumn(2);
    setPair(column, 0, 1, 10_000_000_000);
    setPair(column, 1, 1, 2);
    expect(pairs(column)).toEqual([
      [1, 10_000_000_000],
      [5_000_000_000, 10_000_000_000],
    ]);
    expect(column.d.length).toBe(0);
  });

  it('may be any that all rows have', () => {
    const column = createColumn(2);
    setPair(column, 0, 29, 34);
    setPair(column, 1, 17, 34);
    expect(column.d.length).toBe(0);
    expect(pairs(column)).toEqual([
      [29, 34],
      [17, 34],
    ]);
  });

  it('is not taken where a numerator would leave what a double holds', () => {
    const most = Number.MAX_SAFE_INTEGER;
    for (const n of [most, -most]) {
      const column = createColumn(2);
      setPair(column, 0, n, 1);
      setPair(column, 1, 1, 10);
      expect(pairs(column)).toEqual([
        [n, 1],
        [1, 10],
      ]);
      const other = createColumn(2);
      setPair(other, 0, 1, 10);
      setPair(other, 1, n, 1);
      expect(pairs(other)).toEqual([
        [1, 10],
        [n, 1],
      ]);
    }
  });

  it('is taken up to the last numerator that a double holds', () => {
    // 2^53 - 1 = 9007199254740991.
    const column = createColumn(2);
    setPair(column, 0, 900_719_925_474_099, 1);
    setPair(column, 1, 1, 10);
    expect(pairs(column)).toEqual([
      [9_007_199_254_740_990, 10],
      [1, 10],
    ]);
  });

  it.each([
    [32_767, Int16Array],
    [32_768, Int32Array],
    [2_147_483_647, Int32Array],
    [2_147_483_648, Float64Array],
  ])('of %i takes the bytes that it needs, whether it comes first or second', (d, kind) => {
    const second = createColumn(2);
    setPair(second, 0, 1, 3);
    setPair(second, 1, 1, d);
    const first = createColumn(2);
    setPair(first, 0, 1, d);
    setPair(first, 1, 1, 3);
    expect([second.d, first.d].map((numbers) => numbers instanceof kind)).toEqual([true, true]);
    expect(pairs(second)).toEqual(pairs(first).toReversed());
  });

  it('keeps numerators in two bytes, then in four, while they fit', () => {
    const column = createColumn(2);
    setPair(column, 0, -32_767, 1);
    setPair(column, 1, 32_767, 1);
    expect(column.n).toBeInstanceOf(Int16Array);
    setPair(column, 1, 32_768, 1);
    expect(pairs(column).map(([n]) => n)).toEqual([-32_767, 32_768]);
    setPair(column, 0, -2_147_483_647, 1);
    setPair(column, 1, 2_147_483_647, 1);
    expect(column.n).toBeInstanceOf(Int32Array);
    expect(pairs(column).map(([n]) => n)).toEqual([-2_147_483_647, 2_147_483_647]);
    setPair(column, 0, -2_147_483_648, 1);
    setPair(column, 1, 2_147_483_648, 1);
    expect(column.n).toBeInstanceOf(Float64Array);
    expect(pairs(column).map(([n]) => n)).toEqual([-2_147_483_648, 2_147_483_648]);
  });
});

describe('the least number of two, four and eight bytes', () => {
  it.each([
    [-32_768, Int32Array],
    [-2_147_483_648, Float64Array],
  ])('stands for no number, so that %i takes more bytes', (n, kind) => {
    const column = createColumn(3);
    setPair(column, 2, n, 1);
    expect(column.n).toBeInstanceOf(kind);
    expect([0, 1, 2].map((row) => stateOf(column, row))).toEqual([EMPTY, EMPTY, FILLED]);
    expect(exactAt(column, 2)).toEqual({ n: BigInt(n), d: 1n });
  });

  it('is that of all rows without a number, however many they are and whatever the others ask for', () => {
    const size = 1001;
    const column = createColumn(size);
    const empty = () => Array.from({ length: size }, (_, row) => row).filter((row) => stateOf(column, row) === EMPTY);
    const others = Array.from({ length: size - 3 }, (_, row) => row + 3);
    for (const [row, n] of [-32_767, 32_768, 2_147_483_648].entries()) {
      setPair(column, row, n, 1);
      expect(empty()).toEqual([...[0, 1, 2].slice(row + 1), ...others]);
    }
    expect(column.n).toBeInstanceOf(Float64Array);
  });

  it('is no numerator that a new shared denominator multiplies', () => {
    const column = createColumn(4);
    setPair(column, 0, -3, 2);
    setExact(column, 1, exact(LARGEST + 1n));
    setPair(column, 2, 7, 8);
    expect([0, 1, 2, 3].map((row) => stateOf(column, row))).toEqual([FILLED, WIDE, FILLED, EMPTY]);
    // -2^13 × 4 is what stands for none in two bytes.
    const other = createColumn(2);
    setPair(other, 0, -8192, 2);
    setPair(other, 1, 7, 8);
    expect(exactAt(other, 0)).toEqual({ n: -32_768n, d: 8n });
  });
});

describe('taking back', () => {
  it('leaves nothing of a number, a wide one or an exemption', () => {
    const column = createColumn(4);
    setPair(column, 0, 1, 2);
    setExact(column, 1, exact(LARGEST + 1n));
    setExempt(column, 2);
    for (const row of [0, 1, 2]) clearRow(column, row);
    expect([0, 1, 2].map((row) => stateOf(column, row))).toEqual([EMPTY, EMPTY, EMPTY]);
    expect(column.wide?.size).toBe(0);
  });

  it('costs nothing where nothing stands', () => {
    const column = createColumn(4);
    clearRow(column, 2);
    expect([column.n.length, column.exempt.length, isTouched(column)]).toEqual([0, 0, false]);
    expect(stateOf(column, 2)).toBe(EMPTY);
  });
});

describe('rows of a column', () => {
  it('come in the order that is asked for, each with its state', () => {
    const column = createColumn(4);
    setPair(column, 0, 1, 2);
    setExact(column, 1, exact(LARGEST + 1n, 3n));
    setExempt(column, 2);
    const picked = pickRows(column, [3, 2, 1, 0]);
    expect(picked.size).toBe(4);
    expect([0, 1, 2, 3].map((row) => stateOf(picked, row))).toEqual([EMPTY, EXEMPT, WIDE, FILLED]);
    expect(exactAt(picked, 2)).toEqual({ n: LARGEST + 1n, d: 3n });
    expect(exactAt(picked, 3)).toEqual({ n: 1n, d: 2n });
  });

  it('cost nothing where none is filled', () => {
    const column = createColumn(2);
    setPair(column, 0, 1, 2);
    expect(pickRows(column, [1]).n.length).toBe(0);
  });
});
