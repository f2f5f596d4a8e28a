/** Somebody's published table, cell by cell as it was printed, and what was found about it. */
import type { Verdict } from './audit.ts';
import type { Exact } from './exact.ts';
import type { Place } from './place.ts';

/** What a column says of a row. */
export const ROLES = [
  ...(['unit', 'group', 'number', 'rank', 'grade', 'total', 'max', 'index'] as const),
  ...(['part', 'bonus', 'penalty', 'component', 'count', 'share', 'size', 'from', 'to', 'delta'] as const),
] as const;

export type Role = (typeof ROLES)[number];

export interface PublishedColumn {
  readonly role: Role;
  readonly header: string;
  /** Of a component index, the id of its domain or criterion. */
  readonly key: string;
  /** Position in the row's cells. */
  readonly at: number;
  /** The most that a figure of the column has: shorter ones have lost zeros at the end. */
  readonly decimals: number;
}

export interface PublishedCell {
  readonly text: string;
  /** Absent in an empty cell and in a column of words. */
  readonly value?: Exact;
  readonly place: Place;
}

export interface PublishedRow {
  readonly name: string;
  readonly group: string;
  /** A row of totals under the others. */
  readonly isTotal: boolean;
  /** In the order of the table's columns. */
  readonly cells: readonly PublishedCell[];
}

export interface PublishedTable {
  readonly file: string;
  readonly remarks: readonly string[];
  /** Only those that have a role. */
  readonly columns: readonly PublishedColumn[];
  /** Headers of the others, which nobody looked at. */
  readonly ignored: readonly string[];
  readonly rows: readonly PublishedRow[];
}

/** A list of units of its own, which rows and counts are held against. */
export interface UnitList {
  readonly file: string;
  readonly units: readonly ListedUnit[];
  /** Whether it says of each unit its group, and its grade. */
  readonly hasGroups: boolean;
  readonly hasGrades: boolean;
}

export interface ListedUnit {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly grade: string;
  readonly place: Place;
}

/** Grades to hold printed ones against, best first; and gates on component indices, where a rubric has them. */
export interface PublishedBands {
  readonly bands: readonly { readonly name: string; readonly from?: Exact }[];
  /** Whether the printed index decides; else what lies behind it may. */
  readonly onShown: boolean;
  readonly gates: readonly { readonly ids: readonly string[]; readonly below: Exact; readonly cap: number }[];
}

export const CHECKS = [
  ...(['parts', 'index', 'shares', 'share', 'counts', 'sizes', 'listed', 'units', 'numbers'] as const),
  ...(['order', 'ties', 'grades', 'lines', 'delta'] as const),
] as const;

export type Check = (typeof CHECKS)[number];

/** What is behind a finding; the words are made of its facts, figures plain with a dot. */
export type DetailKind =
  | 'sum'
  | 'whole'
  | 'ratio'
  | 'difference'
  | 'number'
  | 'size'
  | 'part-of-list'
  | 'listed'
  | 'unlisted'
  | 'absent'
  | 'repeated'
  | 'beyond'
  | 'order'
  | 'equal'
  | 'tied'
  | 'no-rank'
  | 'style'
  | 'no-style'
  | 'gap'
  | 'band'
  | 'gate'
  | 'maybe-gate'
  | 'unknown-grade'
  | 'line'
  | 'overlap';

export interface TableFinding {
  readonly check: Check;
  readonly verdict: Verdict;
  readonly place: Place;
  /** The unit, group or column it is about. */
  readonly subject: string;
  readonly printed: string;
  /** What should stand there; empty where that cannot be said in a word. */
  readonly truth: string;
  readonly kind: DetailKind;
  readonly facts: Readonly<Record<string, string>>;
}

export interface TableAudit {
  readonly table: PublishedTable;
  readonly findings: readonly TableFinding[];
}
