/** An earlier ranking as far as a movement needs it: read from a saved `parindex/ranking/1`, or scored again. */
import type { Exact } from './exact.ts';

export interface PreviousUnit {
  readonly unit: string;
  readonly name: string;
  /** Absent for a unit that was not ranked. */
  readonly rank?: number;
  readonly index?: Exact;
  /** Name of the grade. */
  readonly grade?: string;
}

export interface PreviousGroup {
  readonly id: string;
  readonly units: readonly PreviousUnit[];
}

export interface PreviousRanking {
  readonly year?: number;
  readonly groups: readonly PreviousGroup[];
}
