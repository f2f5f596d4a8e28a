/**
 * Passes over whole columns by what is compiled (read/kernel/columns.ts). Where many rows were read, it is there from the
 * first row on, while a loop of a script becomes fast only when most of it has run. Whoever asks for a pass has the plain
 * loop, too, which says the same: for columns that do not lie in that memory.
 */
import type { Exact } from './exact.ts';

export type Numbers = Int16Array | Int32Array | Float64Array;

/** What a pass looks at of a column (column.ts). */
export interface Cells {
  readonly size: number;
  readonly room: { readonly passes: Passes | undefined };
  readonly n: Numbers;
  readonly none: number;
  readonly d: Numbers;
  readonly shared: number;
  readonly wide: ReadonlyMap<number, Exact> | undefined;
  /** Every row was seen to have a number in `n`, and none was taken back. */
  isKnownFull: boolean;
}

/** A curve over the whole numerators of a column's shared denominator: points in whole numbers of the grid. */
export interface Stairs {
  /** Of each piece that ends the last numerator; they rise. */
  readonly last: Float64Array;
  /** Of each piece: the points of n are slope × n + flat. */
  readonly slope: Float64Array;
  readonly flat: Float64Array;
  /** The first numerator of all. */
  readonly first: number;
}

/** Numbers to be added up: a column's own, or its points by a staircase. */
export interface Addend {
  readonly column: Cells;
  readonly stairs: Stairs | undefined;
}

/** Sums by row: whole numbers of the grid, and of fractions the sum and that of their magnitudes. */
export interface Sums {
  readonly grid: Float64Array;
  readonly near: Float64Array;
  readonly reach: Float64Array;
  /** Whole numbers up to this go on the grid. */
  readonly limit: number;
}

/** What was added up. */
export interface Added<A> {
  /** Addends of which some numbers were fractions. */
  readonly fractions: readonly A[];
  /** Numbers that doubles do not hold, of which nothing was added. */
  readonly left: readonly { readonly addend: A; readonly row: number }[];
}

export interface Order {
  readonly rows: Int32Array;
  readonly ends: Int32Array;
}

export interface Passes {
  /** Whether none of these numbers says that there is none; undefined where they do not lie there. */
  readonly isWhole: (numbers: Numbers) => boolean | undefined;
  /** Whether a column lies there with all its numbers, none of them in eight bytes. The others take no other column. */
  readonly holds: (column: Cells) => boolean;
  readonly addUp: <A extends Addend>(addends: readonly A[], sums: Sums) => Added<A>;
  /**
   * Rounds sums to whole numbers of 1/scale, half up, where doubles are sure of them (score/filter.ts): the error of a sum is
   * at most `slack` times its magnitude. Gives the rows of which they are not, for which it writes 0.
   */
  readonly roundSums: (sums: Sums, scale: number, slack: number, counts: Float64Array) => number[];
  /**
   * Rows by their figures, whole numbers that stand by row, the greatest first and equals in the order given, and behind how
   * many of them each class of equals ends. Undefined: there are too many, or none, or figures are too far apart.
   */
  readonly order: (rows: Int32Array, figures: Float64Array) => Order | undefined;
  /** Whether no number is more than most/under, and no denominator takes more than four bytes. */
  readonly isWithin: (column: Cells, most: number, under: number) => boolean;
  /** Whether the greatest number above 0 is more than 16 times the least one; of a column with a shared denominator. */
  readonly isApart: (column: Cells) => boolean;
  /** How many numbers above 0 lie between which powers of two: see checks/hundred-times-off.ts. */
  readonly countPowers: (column: Cells) => PowerCounts;
  /** Rows whose cells have a hash that falls into the place of another row's; gives the hashes of all, too. Undefined: too many. */
  readonly alike: (columns: readonly Cells[], hashes: Int32Array, shift: number) => number[] | undefined;
}

/** Of how many numbers each is the power, which are all in all, and the least and the greatest power. */
export interface PowerCounts {
  readonly powers: Int32Array;
  readonly count: number;
  readonly lowest: number;
  readonly highest: number;
}
