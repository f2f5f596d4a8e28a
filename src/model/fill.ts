/** What a leaf's cell asks of whoever fills it in: made from the leaf's rule, shown by forms. */
import type { Curve } from './curve.ts';
import type { Exact } from './exact.ts';

/** What kind of text a cell holds. */
export type CellKind = 'number' | 'share' | 'count' | 'name' | 'list' | 'cases' | 'answers' | 'change';

export interface Fill {
  readonly holds: CellKind;
  /**
   * The names that the cell may use, in the order of the rubric: levels and items with their points, answers with
   * their worth (a share), cases without.
   */
  readonly names?: ReadonlyMap<string, Exact | undefined>;
  /** Only for a list: only all names together give points, the maximum. */
  readonly together?: true;
  /** The most that may be written; absent: no limit of the rule's own. */
  readonly upTo?: Exact;
  /** Only for a change: what both values hold, and how they are set against each other. */
  readonly change?: { readonly unit: 'number' | 'share'; readonly measure: 'ratio' | 'difference' };
  /** What 0/0 counts as; absent: it is refused. */
  readonly overNothing?: Exact;
  /** From value to points; absent where the other units or several cases decide. A name's value is its points. */
  readonly curve?: Curve;
}
