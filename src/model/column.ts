/**
 * A column: one exact number or none for each unit, in typed arrays.
 * A number n/d is two whole numbers; where one of them is too large for a double to hold exactly,
 * the fraction stands in `wide` and its state says so. The arrays come into being with the first
 * number, so a column that nobody filled costs nothing.
 */
import type { Exact } from './exact.ts';

export const EMPTY = 0;
export const FILLED = 1;
export const WIDE = 2;
/** `n/a` was written. */
export const EXEMPT = 3;

export type CellState = typeof EMPTY | typeof FILLED | typeof WIDE | typeof EXEMPT;

export interface Column {
  readonly size: number;
  state: Uint8Array;
  n: Float64Array;
  d: Float64Array;
  wide: Map<number, Exact> | undefined;
}

const NO_STATES = new Uint8Array(0);
const NO_NUMBERS = new Float64Array(0);
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** An empty column over `size` units. */
export function createColumn(size: number): Column {
  return {
    size,
    state: NO_STATES,
    n: NO_NUMBERS,
    d: NO_NUMBERS,
    wide: undefined,
  };
}

function materialise(column: Column): void {
  if (column.state.length === column.size && column.n.length === column.size) return;
  const state = new Uint8Array(column.size);
  state.set(column.state);
  column.state = state;
  column.n = new Float64Array(column.size);
  column.d = new Float64Array(column.size);
}

/** Writes n/d; both must be safe integers and d positive. */
export function setPair(column: Column, row: number, n: number, d: number): void {
  if (column.n.length === 0) materialise(column);
  column.state[row] = FILLED;
  column.n[row] = n;
  column.d[row] = d;
}

/** Writes any exact number. */
export function setExact(column: Column, row: number, value: Exact): void {
  if (value.n <= SAFE && value.n >= -SAFE && value.d <= SAFE) {
    setPair(column, row, Number(value.n), Number(value.d));
    return;
  }
  if (column.n.length === 0) materialise(column);
  column.wide ??= new Map();
  column.wide.set(row, value);
  column.state[row] = WIDE;
}

/** Writes that the leaf does not apply to the unit. */
export function setExempt(column: Column, row: number): void {
  if (column.state.length === 0) column.state = new Uint8Array(column.size);
  column.state[row] = EXEMPT;
}

/** What stands in a row: a number, `n/a`, or nothing. */
export function stateOf(column: Column, row: number): CellState {
  return (column.state[row] ?? EMPTY) as CellState;
}

/** Whether a number stands in the row. */
export function isFilled(column: Column, row: number): boolean {
  const state = column.state[row];
  return state === FILLED || state === WIDE;
}

/** The number of a filled row; undefined where none stands. */
export function exactAt(column: Column, row: number): Exact | undefined {
  const state = column.state[row];
  if (state === FILLED)
    return {
      n: BigInt(column.n[row] as number),
      d: BigInt(column.d[row] as number),
    };
  return state === WIDE ? column.wide?.get(row) : undefined;
}
