/**
 * A column: one exact number or none for each unit, in typed arrays.
 *
 * A number n/d is two whole numbers. Marks of one leaf mostly have one denominator (hundredths of a per cent), so
 * that it stands once, in `shared`, until a number comes that cannot be written over it; and numerators and
 * denominators take two bytes each, then four, then eight, as the largest of them asks. The least number of each
 * width says that none stands there, so that a cell takes no byte for its state. Where n or d is too large for a double to hold exactly, the
 * fraction stands in `wide`; where `n/a` was written, `exempt` says so. The arrays come into being with the first number, so a column that nobody filled
 * costs nothing. Which n and d a number has is the column's own affair: `exactAt` gives the number.
 */
import type { Exact } from './exact.ts';
import type { Cells, Numbers } from './passes.ts';
import { APART, type Room } from './room.ts';

export const EMPTY = 0;
/** A number stands in `n`. */
export const FILLED = 1;
export const WIDE = 2;
/** `n/a` was written. */
export const EXEMPT = 3;

export type CellState = typeof EMPTY | typeof FILLED | typeof WIDE | typeof EXEMPT;

export interface Column extends Cells {
  /** Where its arrays come from. */
  readonly room: Room;
  /** Numerators, by row; `none` where no number stands. */
  n: Numbers;
  /** Less than any number that `n` may hold. */
  none: number;
  /** Denominators, by row; none while `shared` is that of every row. */
  d: Numbers;
  /** 0 before the first number. */
  shared: number;
  wide: Map<number, Exact> | undefined;
  /** By row 1 where `n/a` was written; nothing while that was nowhere. */
  exempt: Uint8Array;
}

const NOWHERE = new Uint8Array(0);
const NO_NUMBERS = new Int16Array(0);
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** All decimals of the grammar are whole numbers of these: a denominator that divides it may become the shared one. */
export const GRID = 10_000_000_000;

/** An empty column over `size` units. */
export function createColumn(size: number, room = APART): Column {
  const wide: Column['wide'] = undefined;
  return { size, room, n: NO_NUMBERS, none: 0, d: NO_NUMBERS, shared: 0, wide, exempt: NOWHERE, isKnownFull: false };
}

const LEAST_SHORT = -32_768;
const LEAST_INT = -2_147_483_648;

/** What stands for no number in these: it is less than any that they may hold. */
function noneOf(numbers: Numbers): number {
  const bytes = numbers.BYTES_PER_ELEMENT;
  return bytes === 2 ? LEAST_SHORT : bytes === 4 ? LEAST_INT : Number.NEGATIVE_INFINITY;
}

function materialise(column: Column): void {
  const numbers = column.room.int16(column.size);
  column.none = noneOf(numbers);
  column.n = fill(numbers, column.none);
}

/** So many numbers are written one by one; whoever copies them is quicker where threads share the memory. */
const FEW = 64;

function fill<N extends Numbers>(numbers: N, value: number): N {
  numbers.fill(value, 0, FEW);
  for (let done = FEW; done < numbers.length; done *= 2) numbers.copyWithin(done, 0, done);
  return numbers;
}

/** Writes n/d; both must be safe integers and d positive. */
export function setPair(column: Column, row: number, n: number, d: number): void {
  if (column.n.length === 0) materialise(column);
  if (column.wide !== undefined) column.wide.delete(row);
  if (column.exempt.length > 0) column.exempt[row] = 0;
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
    column.d = fill(roomFor(column, column.shared, column.room.int16(column.size)), column.shared);
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
  const { n: old, none } = column;
  const times = d / column.shared;
  // Of numbers of four bytes mostly none need be asked.
  const isBorne = old.BYTES_PER_ELEMENT < 8 && isSafe(LEAST_INT * times);
  if (!isBorne && !old.every((n) => n === none || isSafe(n * times))) return false;
  for (let row = 0; row < old.length; row++) {
    if (old[row] !== none) setNumber(column, row, (old[row] as number) * times);
  }
  column.shared = d;
  return true;
}

function setNumber(column: Column, row: number, n: number): void {
  column.n[row] = n;
  // What an array cannot hold comes back as another number.
  if (column.n[row] === n && n !== column.none) return;
  widen(column, n);
  column.n[row] = n;
}

/** Gives numerators as many more bytes as a number asks for. */
function widen(column: Column, value: number): void {
  const { n: old, none, room } = column;
  const isShort = (value | 0) === value && value !== LEAST_INT;
  const wider = isShort ? room.int32(old.length) : room.float64(old.length);
  column.none = noneOf(wider);
  for (let row = 0; row < old.length; row++) wider[row] = old[row] === none ? column.none : (old[row] as number);
  column.n = wider;
}

/** Denominators in the narrowest array that also holds `value`; the same array where it does. */
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
  clearRow(column, row);
  if (column.n.length === 0) materialise(column);
  column.wide ??= new Map();
  column.wide.set(row, value);
}

/** Writes that the leaf does not apply to the unit. */
export function setExempt(column: Column, row: number): void {
  clearRow(column, row);
  if (column.exempt.length === 0) column.exempt = column.room.uint8(column.size);
  column.exempt[row] = 1;
}

/** Takes back what was written in a row. */
export function clearRow(column: Column, row: number): void {
  column.isKnownFull = false;
  if (column.n.length > 0) column.n[row] = column.none;
  if (column.exempt.length > 0) column.exempt[row] = 0;
  column.wide?.delete(row);
}

/** Whether anything was ever written. */
export function isTouched({ n, exempt }: Column): boolean {
  return n.length > 0 || exempt.length > 0;
}

/** What stands in a row. */
export function stateOf({ n, none, wide, exempt }: Column, row: number): CellState {
  if ((n[row] as number) > none) return FILLED;
  if (wide?.has(row)) return WIDE;
  return exempt[row] === 1 ? EXEMPT : EMPTY;
}

/** Whether a number stands in the row. */
export function isFilled({ n, none, wide }: Column, row: number): boolean {
  return (n[row] as number) > none || wide?.has(row) === true;
}

/** Whether every row is filled with a number that a double holds: mostly so, and then no row need be asked. */
export function isFull(column: Cells): boolean {
  const { n, none, isKnownFull, room } = column;
  if (!isKnownFull && n.length > 0) column.isKnownFull = room.passes?.isWhole(n) ?? !n.includes(none);
  return column.isKnownFull;
}

/** The number of a filled row; undefined where none stands. */
export function exactAt(column: Column, row: number): Exact | undefined {
  const n = column.n[row] as number;
  return n > column.none ? { n: BigInt(n), d: BigInt(denominatorAt(column, row)) } : column.wide?.get(row);
}

/** The rows from `from` to before `to` as a column of the same arrays, to be read; it has none of what stands in `wide`. */
export function viewRows(column: Column, from: number, to: number): Column {
  const [n, d, exempt] = [column.n.subarray(from, to), column.d.subarray(from, to), column.exempt.subarray(from, to)];
  return { ...column, size: to - from, n, d, exempt, wide: undefined };
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
