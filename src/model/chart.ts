/**
 * A drawing before it has a format: shapes on a grid of whole units, each with a part that says how it wants to be
 * seen. Positions are rounded for drawing; every figure that is written beside them is exact.
 */
import type { Untrusted } from './encoded.ts';

/** What a shape stands for; each format knows its colours. `heat-0` to `heat-8` go from the lowest to the highest. */
export type Part =
  | 'label'
  | 'figure'
  | 'muted'
  | 'axis'
  | 'grid'
  | 'bar'
  | 'best'
  | 'good'
  | 'middle'
  | 'low'
  | 'worst'
  | 'none'
  | 'up'
  | 'down'
  | 'level'
  | `heat-${HeatStep}`;

/** How high a component index is, in nine steps. */
export type HeatStep = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly part: Part;
  /** What a pointer resting on it is told. */
  readonly hint?: Untrusted;
}

export interface Line {
  readonly kind: 'line';
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly part: Part;
  readonly hint?: Untrusted;
}

export interface Dot {
  readonly kind: 'dot';
  readonly x: number;
  readonly y: number;
  readonly part: Part;
}

export interface Label {
  readonly kind: 'label';
  readonly x: number;
  /** The middle of the letters. */
  readonly y: number;
  readonly text: Untrusted;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly part: Part;
  readonly strong?: boolean;
}

export type Shape = Box | Line | Dot | Label;

export interface Chart {
  readonly title: Untrusted;
  /** The same in words, for who cannot see it. */
  readonly description: Untrusted;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}
