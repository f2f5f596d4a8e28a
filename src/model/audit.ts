/** An audit: what somebody printed, kept as it was printed, and what was found about it. */
import type { DecimalMark, Exact } from './exact.ts';
import type { Place } from './place.ts';

/**
 * `confirmed`: it holds at the precision printed. `possible`: not by the printed figures, but by some that would
 * print the same. `refuted`: by none.
 */
export type Verdict = 'confirmed' | 'possible' | 'refuted';

/** The gravest of several verdicts; confirmed where there is none. */
export function gravest(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('refuted')) return 'refuted';
  return verdicts.includes('possible') ? 'possible' : 'confirmed';
}

/** A number as it was printed. */
export interface Printed {
  /** Its digits and marks as they stand, with the per cent sign if there is one. */
  readonly text: string;
  /** What it means: of `70,5%` 0.705. */
  readonly value: Exact;
  readonly decimals: number;
  readonly isPercent: boolean;
  /** Whether thousands are set apart. */
  readonly isGrouped: boolean;
  readonly mark: DecimalMark;
}

export type Operator = '+' | '-' | '*' | '/';

export type Relation = '=' | '≈' | '<' | '>' | '<=' | '>=';

/** Where something stands in the text of a claim. */
export interface Span {
  readonly from: number;
  readonly length: number;
}

/** One side of a claim. */
export type Expression =
  | { readonly kind: 'number'; readonly number: Printed; readonly span: Span }
  | { readonly kind: 'negative'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      /** Where the operator stands. */
      readonly span: Span;
      readonly left: Expression;
      readonly right: Expression;
    };

/** Two sides and what is said of them. */
export interface Link {
  readonly left: Expression;
  readonly relation: Relation;
  readonly right: Expression;
  /** Both sides together, and each, in the text of the claim. */
  readonly span: Span;
  readonly leftSpan: Span;
  readonly rightSpan: Span;
}

/** A claim under one way of writing numbers. */
export interface ClaimReading {
  readonly mark: DecimalMark;
  readonly links: readonly Link[];
}

/** A line that says how figures hang together. */
export interface Claim {
  readonly text: string;
  readonly place: Place;
  /** What follows `#` on the line. */
  readonly note: string;
  /** One a way of writing numbers under which the line can be read: one or two that differ. */
  readonly readings: readonly ClaimReading[];
}

/** A file of claims. */
export interface Claims {
  /** What the file says of itself before the first claim: its sources. */
  readonly remarks: readonly string[];
  readonly claims: readonly Claim[];
}

/** What somebody may have done instead of what they meant. */
export type SlipKind = 'changed' | 'swapped' | 'dropped' | 'added' | 'operator' | 'cut';

/** A single slip after which the claim would hold. */
export interface Slip {
  readonly kind: SlipKind;
  /** What is printed, and what would stand there without the slip; both empty for `cut` alone. */
  readonly printed: string;
  readonly instead: string;
  /** The link without the slip. */
  readonly claim: string;
  /** Whether the result would besides have been cut off where it should be rounded. */
  readonly isCut: boolean;
  /** What the result would then be: with more decimals, and as it should have been printed. */
  readonly longer: string;
  readonly rounded: string;
  /** The smaller, the likelier. */
  readonly cost: number;
}

/** What was found about one link. */
export interface LinkFinding {
  readonly link: Link;
  readonly verdict: Verdict;
  /** Whether both sides are equal as printed, without any rounding. */
  readonly isExact: boolean;
  readonly left: Exact;
  readonly right: Exact;
  /** Both sides written like the figures of the claim, with a few more decimals where they go on. */
  readonly leftText: string;
  readonly rightText: string;
  /** The side that is one printed figure, where the relation is an equality and there is one. */
  readonly printed?: Printed;
  /** What would have to be printed there, and the same with a few more decimals. */
  readonly truth?: string;
  readonly longer?: string;
  /** The other side as it stands in the text. */
  readonly made?: string;
  /** The likeliest first; empty unless refuted. */
  readonly slips: readonly Slip[];
}

/** Everything that was found about a file of claims. */
export interface ClaimsAudit {
  readonly file: string;
  readonly remarks: readonly string[];
  readonly findings: readonly ClaimFinding[];
}

export interface ClaimFinding {
  readonly claim: Claim;
  /** How the numbers were read; `either` where both ways give the same verdict. */
  readonly numbers: DecimalMark | 'either';
  readonly verdict: Verdict;
  readonly links: readonly LinkFinding[];
}

/** The printed numbers of a reading in the order of its text; those between two relations twice. */
export function numbersIn({ links }: ClaimReading): readonly Printed[] {
  return links.flatMap(({ left, right }) => [...numbersOf(left), ...numbersOf(right)]);
}

/** The printed numbers of one side, in the order of the text. */
export function numbersOf(expression: Expression): readonly Printed[] {
  switch (expression.kind) {
    case 'number':
      return [expression.number];
    case 'negative':
      return numbersOf(expression.of);
    case 'operation':
      return [...numbersOf(expression.left), ...numbersOf(expression.right)];
  }
}
