/** Where arrays of numbers come from. */
import type { Passes } from './passes.ts';

/** Arrays that are all 0, and nobody else's. */
export interface Room {
  readonly uint8: (count: number) => Uint8Array;
  readonly int16: (count: number) => Int16Array;
  readonly int32: (count: number) => Int32Array;
  readonly float64: (count: number) => Float64Array;
  /** Figures of a result, all 0: where stood what nobody needs any more, or else apart, so that they can be let go. */
  readonly figures: (count: number) => Float64Array;
  /** What goes over whole columns of these arrays at once; undefined: nothing but plain loops. */
  readonly passes: Passes | undefined;
}

/** Arrays of their own. */
export const APART: Room = {
  uint8: (count) => new Uint8Array(count),
  int16: (count) => new Int16Array(count),
  int32: (count) => new Int32Array(count),
  float64: (count) => new Float64Array(count),
  figures: (count) => new Float64Array(count),
  passes: undefined,
};
