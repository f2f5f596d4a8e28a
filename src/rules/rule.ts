/**
 * The contract of a scoring rule: options proved by a schema, cells read into exact values,
 * and a curve from value to points. One file a rule, one line in the table (index.ts).
 */
import type { Curve } from '../model/curve.ts';
import type { Fault } from '../model/diagnostic.ts';
import type { DecimalMark, Exact } from '../model/exact.ts';
import type { CellKind, Fill } from '../model/fill.ts';
import type { Told, Words } from '../model/words.ts';
import type * as z from '../schema/zod.ts';
import type { Reach } from './reach.ts';
import type { Speech } from './speech.ts';

/** A cell that its rule cannot mean: the law it breaks and the facts of the case. */
export interface Refusal {
  readonly fault: Fault;
  readonly facts: never;
  /** The cell of last year is at fault, not the one that was read. */
  readonly inPrevious?: true;
}

/** Something unsound in a rule's options, at a path inside them; `type` is the key that names the rule. */
export interface Flaw {
  readonly fault: Fault;
  readonly facts: never;
  readonly path: readonly (string | number)[];
  /** The key that ends the path is meant, not its value. */
  readonly isKey?: true;
}

/** What a rule may look at when it reads a cell. All cells are NFC and without blanks around. */
export interface CellContext {
  /** Id of the leaf, for messages. */
  readonly leaf: string;
  readonly max: Exact;
  readonly mark: DecimalMark;
  /** Only for growth: the cell of last year's value, empty if none. */
  readonly previous: string;
  /** The cell is a bonus's or a penalty's: `max` caps what is counted by items. */
  readonly isAdjustment?: boolean;
}

/** What a rule may look at when it proves its options. */
export interface LeafContext {
  readonly leaf: string;
  readonly max: Exact;
  readonly source: 'appraised' | 'survey' | 'self' | 'adjustment';
}

/** The one cell somebody asks about, and what its rule made of it. */
export interface Asked<Options> {
  /** As written, and last year's; without blanks around. */
  readonly cell: string;
  readonly previous: string;
  /** The decimal mark that the cell is written with. */
  readonly mark: DecimalMark;
  readonly value: Exact;
  /** What the curve gives, before any rounding. */
  readonly points: Exact;
  readonly options: Options;
  readonly max: Exact;
  /** Those of the whole group, for a rule that is relative. */
  readonly values: readonly Exact[];
}

/** What is asked of a value that should be improved; `costs`: what levels or items cost, where they have their own. */
export interface AskedReach<Options> extends Asked<Options> {
  readonly costs?: ReadonlyMap<string, Exact>;
}

/** The schema of a rule's options: a strict object without `type`, which the table adds. */
export type OptionsSchema<Options> = z.ZodType<Options> & { readonly shape: Readonly<Record<string, z.ZodType>> };

export interface Rule<Options> {
  readonly summary: Words;
  readonly options: OptionsSchema<Options>;
  /** What a cell holds, for forms, scanners and messages. */
  readonly holds: (options: Options) => CellKind;
  /** What a form says of the cell beyond that: names, limits; absent where there is nothing more to say. */
  readonly fill?: (options: Options, max: Exact) => Omit<Fill, 'holds' | 'curve'>;
  /** Everything unsound in the options, empty if nothing is. */
  readonly flaws: (options: Options, context: LeafContext) => readonly Flaw[];
  /** The exact value of a cell, or why it has none. The cell is not empty. */
  readonly read: (cell: string, options: Options, context: CellContext) => Exact | Refusal;
  /**
   * Every number or share from 0 up to this is let through by `read` as it stands, so that the scanner of large
   * files need not ask; absent or undefined: it asks for each cell. The options are without flaws.
   */
  readonly accepts?: (options: Options, max: Exact) => Exact | undefined;
  /**
   * From value to points, for a leaf of maximum `max`; total over every value that `read` lets through, and
   * never outside 0 to `max` there. The options are without flaws.
   * `values` are those of the whole group, and only given to a rule with `relative: true`.
   */
  readonly curve: (options: Options, max: Exact, values: readonly Exact[]) => Curve;
  /** Whether the curve depends on the values of the group. */
  readonly relative: boolean;
  /** The rule in words ("proportional; below 70 %: 0"), numbers with a dot. */
  readonly tell: Told<{ readonly options: Options; readonly max: Exact }>;
  /** How this value became these points, so that a reader can do the sum again: `29/34 × 2 ≈ 1.7059`. */
  readonly because: (asked: Asked<Options>, say: Speech) => string;
  /**
   * The ways to more points than the value gives; none where it gives all. Absent: nobody can plan the value, since
   * citizens or the other units decide it.
   */
  readonly reach?: (asked: AskedReach<Options>) => readonly Reach[];
}

/** Larger than most numbers of the field, for rules that accept any. */
export const MANY: Exact = { n: 100_000_000n, d: 1n };

/** A refusal of one law with its facts. */
export function refuse<Facts>(fault: Fault<Facts>, facts: Facts): Refusal {
  return { fault: fault as Fault, facts: facts as never };
}

/** Whether reading a cell ended in a refusal. */
export function isRefusal(outcome: Exact | Refusal): outcome is Refusal {
  return 'fault' in outcome;
}

/** A flaw of one law at a path inside the options. */
export function flaw<Facts>(path: readonly (string | number)[], fault: Fault<Facts>, facts: Facts): Flaw {
  return { path, fault: fault as Fault, facts: facts as never };
}

/** A flaw of the key that ends the path: of a name, or of an option that should not be there. */
export function keyFlaw<Facts>(path: readonly (string | number)[], fault: Fault<Facts>, facts: Facts): Flaw {
  return { ...flaw(path, fault, facts), isKey: true };
}

/** Holds a rule to the contract and keeps its option type. */
export function defineRule<Options>(rule: Rule<Options>): Rule<Options> {
  return rule;
}
