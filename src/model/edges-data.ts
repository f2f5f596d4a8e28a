/** The close calls as JSON. */

/** A unit's rank and grade; null where it has none. */
export interface EdgePlaceData {
  readonly rank: number | null;
  /** Id of the grade. */
  readonly grade: string | null;
}

export interface GroupEdgesData {
  readonly group: string;
  /** A decimal text: one unit of the last decimal shown. */
  readonly step: string;
  readonly variants: readonly {
    /** What is changed: how figures are compared, or where they are rounded. */
    readonly compared?: 'exact' | 'rounded';
    readonly rounded_at?: 'leaf' | 'domain' | 'total';
    readonly shifts: readonly {
      readonly unit: string;
      readonly now: EdgePlaceData;
      readonly would_be: EdgePlaceData;
    }[];
  }[];
  /** `node`: of a gate, whose index moves; null: the unit's own. */
  readonly grade_steps: readonly {
    readonly unit: string;
    readonly node: string | null;
    readonly by: 'more' | 'less';
    readonly now: string;
    readonly would_be: string;
  }[];
  /** `gap`: a decimal text, or a fraction `n/d` where it has no end. */
  readonly rank_steps: readonly { readonly above: string; readonly below: string; readonly gap: string }[];
}
