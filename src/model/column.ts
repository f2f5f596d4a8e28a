/**
 * A column: one exact number or none for each unit, in typed arrays.
 *
 * A number n/d is two whole numbers. Marks of one leaf mostly have one denominator (hundredths of a per cent), so
 * that it stands once, in `shared`, until a number comes that cannot be written over it; and numerators and
 * denominators take two bytes each, then four, then eight, as the largest of them asks. Where n or d is too large for a double to hold exactly, the fraction stands in
 * `wide` and its state says so. The arrays come into being with the first number, so a column that nobody filled
 * costs nothing. Which n and d a number has is the column's own affair: `exactAt` gives the number.
 */
import type { Exact } from './exact.ts';
import type { Numbers } from './passes.ts';
import { APART, type Room } from './room.ts';
import { isUniform } from './uniform.ts';

export const EMPTY = 0;
export const FILLED = 1;
export const WIDE = 2;
/** `n/a` was written. */
export const EXEMPT = 3;

export type CellState = typeof EMPTY | typeof FILLED | typeof WIDE | typeof EXEMPT;

export interface Column {
  readonly size: number;
  /** Where its arrays come from. */
  readonly room: Room;
  state: Uint8Array;
  n: Numbers;
  /** Denominators, by row; none while `shared` is that of every row. */
  d: Numbers;
  /** 0 before the first number. */
  shared: number;
  wide: Map<number, Exact> | undefined;
}

const NO_STATES = new Uint8Array(0);
const NO_NUMBERS = new Int16Array(0);
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** All decimals of the grammar are whole numbers of these: a denominator that divides it may become the shared one. */
export const GRID = 10_000_000_000;

/** An empty column over `size` units. */
export function createColumn(size: number, room = APART): Column {
  return { size, room, state: NO_STATES, n: NO_NUMBERS, d: NO_NUMBERS, shared: 0, wide: undefined };
}

function materialise(column: Column): void {
  if (column.state.length === 0) column.state = column.room.uint8(column.size);
  column.n = column.room.int16(column.size);
}

/** Writes n/d; both must be safe integers and d positive. */
export function setPair(column: Column, row: number, n: number, d: number): void {
  if (column.n.length === 0) materialise(column);
  column.state[row] = FILLED;
  if (d === column.shared && column.d.length === 0) setNumber(column, row, n);
  else setUnlike(column, row, n, d);
}

/** The numerator of a filled row, over the denominator that `denominatorAt` gives. */
export function numeratorAt(column: Column, row: number): number {
  return column.n[row] as number;
}

/** The denominator of a filled row. */
export function denominatorAt(column: Column, row: number): number {
  return column.d.length === 0 ? column.shared : (column.d[row] as number);
}

/** Writes a number over another denominator than the one that is shared, if one is. */
function setUnlike(column: Column, row: number, n: number, d: number): void {
  if (column.d.length === 0) {
    if (column.shared === 0) column.shared = d;
    // Whole only if d divides: else the quotient lies at least 1/d from a whole number, more than half a step of a double.
    const times = column.shared / d;
    if (times === Math.floor(times) && column.shared <= GRID && isSafe(n * times)) {
      setNumber(column, row, n * times);
      return;
    }
    if (GRID % d === 0 && d % column.shared === 0 && refine(column, d)) {
      setNumber(column, row, n);
      return;
    }
    column.d = roomFor(column, column.shared, column.room.int16(column.size)).fill(column.shared);
  }
  column.d[row] = d;
  if (column.d[row] !== d) {
    column.d = roomFor(column, d, column.d);
    column.d[row] = d;
  }
  setNumber(column, row, n);
}

/** Makes a multiple of the shared denominator the shared one, and says whether all numerators can bear it. */
function refine(column: Column, d: number): boolean {
  const times = d / column.shared;
  if (!column.n.every((n) => isSafe(n * times))) return false;
  const old = column.n;
  for (let row = 0; row < old.length; row++) setNumber(column, row, (old[row] as number) * times);
  column.shared = d;
  return true;
}

function setNumber(column: Column, row: number, n: number): void {
  column.n[row] = n;
  // What an array cannot hold comes back as another number.
  if (column.n[row] === n) return;
  column.n = roomFor(column, n, column.n);
  column.n[row] = n;
}

/** The numbers in the narrowest array that also holds `value`; the same array where it does. */
function roomFor({ room }: Column, value: number, numbers: Numbers): Numbers {
  const isWhole = (value | 0) === value;
  if (isWhole ? (value << 16) >> 16 === value || numbers.BYTES_PER_ELEMENT > 2 : numbers.BYTES_PER_ELEMENT === 8) {
    return numbers;
  }
  const wider = isWhole ? room.int32(numbers.length) : room.float64(numbers.length);
  wider.set(numbers);
  return wider;
}

function isSafe(value: number): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER;
}

/** A whole number as a double that holds it exactly; undefined where none does. */
export function toDouble(value: bigint): number | undefined {
  return value <= SAFE && value >= -SAFE ? Number(value) : undefined;
}

/** Writes any exact number. */
export function setExact(column: Column, row: number, value: Exact): void {
  const n = toDouble(value.n);
  const d = toDouble(value.d);
  if (n !== undefined && d !== undefined) {
    setPair(column, row, n, d);
    return;
  }
  if (column.n.length === 0) materialise(column);
  column.wide ??= new Map();
  column.wide.set(row, value);
  column.state[row] = WIDE;
}

/** Writes that the leaf does not apply to the unit. */
export function setExempt(column: Column, row: number): void {
  if (column.state.length === 0) column.state = column.room.uint8(column.size);
  column.state[row] = EXEMPT;
}

/** Takes back what was written in a row. */
export function clearRow(column: Column, row: number): void {
  if (column.state.length > 0) column.state[row] = EMPTY;
  column.wide?.delete(row);
}

/** What stands in a row. */
export function stateOf(column: Column, row: number): CellState {
  return (column.state[row] ?? EMPTY) as CellState;
}

/** Whether a number stands in the row. */
export function isFilled(column: Column, row: number): boolean {
  const state = column.state[row];
  return state === FILLED || state === WIDE;
}

/** Whether every row is filled with a number that a double holds: mostly so, and then no row need be asked. */
export function isFull({ state }: Pick<Column, 'state'>): boolean {
  return state[0] === FILLED && isUniform(state);
}

/** The number of a filled row; undefined where none stands. */
export function exactAt(column: Column, row: number): Exact | undefined {
  const state = column.state[row];
  if (state === FILLED) return { n: BigInt(numeratorAt(column, row)), d: BigInt(denominatorAt(column, row)) };
  return state === WIDE ? column.wide?.get(row) : undefined;
}

/** The rows named, in their order, as a column of their own. */
export function pickRows(column: Column, rows: readonly number[]): Column {
  const picked = createColumn(rows.length);
  for (const [at, row] of rows.entries()) {
    const state = stateOf(column, row);
    if (state === FILLED) setPair(picked, at, numeratorAt(column, row), denominatorAt(column, row));
    else if (state === WIDE) setExact(picked, at, column.wide?.get(row) as Exact);
    else if (state === EXEMPT) setExempt(picked, at);
  }
  return picked;
}
