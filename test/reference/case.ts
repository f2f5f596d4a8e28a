/**
 * What a "case" is: a whole project as plain data, before it is written to files and before anything is scored.
 * Every number is a decimal text with a dot, shares are texts such as `70%` or `29/34`, exactly as a person would write.
 */

/** A case: one rubric for every group, or several told apart by `appliesTo`. All rubrics have the same stages. */
export interface Case {
  readonly year: string;
  readonly rubrics: readonly Rubric[];
  /** In the order of units.csv. */
  readonly units: readonly Unit[];
}

export interface Rubric {
  readonly id: string;
  readonly title: string;
  /** Absent: every group. */
  readonly appliesTo?: readonly string[] | undefined;
  /** Absent: `self`, `appraised`. */
  readonly stages?: readonly string[] | undefined;
  /** Absent: at the total, two decimals. */
  readonly rounding?: Rounding | undefined;
  /** Absent: rounded, competition, no tie-break. */
  readonly rank?: RankPolicy | undefined;
  /** Absent: error. */
  readonly missing?: 'error' | 'zero' | undefined;
  /** Bounds of the index, in per cent; they hold before the rounding for showing. */
  readonly index?: { readonly min?: string | undefined; readonly max?: string | undefined } | undefined;
  readonly grades?: Grades | undefined;
  readonly domains: readonly Domain[];
  readonly adjustments?: readonly Adjustment[] | undefined;
  readonly adjustmentCaps?: { readonly bonus?: string | undefined; readonly penalty?: string | undefined } | undefined;
}

export type RoundingPlace = 'leaf' | 'domain' | 'total';
export type Sense = 'rounded' | 'exact';

export interface Rounding {
  readonly at: RoundingPlace;
  readonly decimals: number;
}

export interface RankPolicy {
  readonly on: Sense;
  readonly ties: 'competition' | 'dense';
  readonly break: readonly TieBreak[];
}

/** A domain by its id, or (`criterion`) a criterion or a part by its id. */
export type TieBreak = { readonly domain: string } | { readonly criterion: string };

export interface Grades {
  readonly on: Sense;
  /** Falling; all but the last have `from`. */
  readonly bands: readonly GradeBand[];
  readonly gates: readonly Gate[];
}

export interface GradeBand {
  readonly id: string;
  readonly name: string;
  readonly from?: string | undefined;
}

export interface Gate {
  readonly on: { readonly each: 'domain' | 'criterion' } | TieBreak;
  readonly below: string;
  readonly cap: string;
}

export interface Domain {
  readonly id: string;
  readonly title: string;
  readonly max: string;
  readonly exempt: boolean;
  readonly criteria: readonly Criterion[];
}

/** A criterion with parts, or (`rule` instead) one that is itself a leaf. */
export type Criterion = ParentCriterion | Leaf;

export interface ParentCriterion {
  readonly id: string;
  readonly title: string;
  readonly max: string;
  readonly exempt: boolean;
  readonly parts: readonly Leaf[];
}

export type Source = 'appraised' | 'survey' | 'self';

export interface Leaf {
  readonly id: string;
  readonly title: string;
  readonly max: string;
  readonly rule: Rule;
  /** Absent: appraised. */
  readonly source?: Source | undefined;
  readonly exempt: boolean;
  readonly evidence: boolean;
}

export interface Adjustment {
  readonly id: string;
  readonly kind: 'bonus' | 'penalty';
  readonly max: string;
  readonly rule: Rule;
}

export type Over = 'refuse' | 'cap';
export type ValueUnit = 'number' | 'share';
export type Names = readonly (readonly [name: string, points: string])[];

/** One band of values; `from` and `to` include their bound, `above` and `below` do not; none: open on that side. */
export interface Band {
  readonly from?: string | undefined;
  readonly above?: string | undefined;
  readonly to?: string | undefined;
  readonly below?: string | undefined;
  readonly points: string;
}

export type Rule =
  | { readonly type: 'given'; readonly step?: string | undefined }
  | { readonly type: 'levels'; readonly levels: Names }
  | { readonly type: 'bands'; readonly bands: readonly Band[]; readonly over?: Over | undefined }
  | Proportional
  | Piecewise
  | { readonly type: 'per-item'; readonly points: string; readonly cap?: string | undefined }
  | { readonly type: 'deduct'; readonly points: string; readonly min?: string | undefined }
  | { readonly type: 'checklist'; readonly items: Names }
  | { readonly type: 'checklist'; readonly allOf: readonly string[] }
  | { readonly type: 'best-of'; readonly alternatives: readonly (readonly [name: string, rule: Rule])[] }
  | { readonly type: 'survey'; readonly scale?: Names | undefined; readonly n?: string | undefined }
  | Relative
  | Growth;

export interface Proportional {
  readonly type: 'proportional';
  readonly floor?: string | undefined;
  readonly fullAt?: string | undefined;
  readonly from?: 'zero' | 'floor' | undefined;
  readonly zeroOverZero?: 'full' | 'none' | 'error' | undefined;
  readonly over?: Over | undefined;
}

export interface Piecewise {
  readonly type: 'piecewise';
  readonly curve: readonly { readonly at: string; readonly points: string }[];
  readonly outside?: 'refuse' | 'flat' | undefined;
  readonly over?: Over | undefined;
}

export interface Relative {
  readonly type: 'relative';
  readonly method?: 'best' | 'min-max' | 'percentile' | undefined;
  readonly value?: ValueUnit | undefined;
}

export interface Growth {
  readonly type: 'growth';
  readonly value?: ValueUnit | undefined;
  readonly measure?: 'ratio' | 'difference' | undefined;
  /** Either bands, or `fullAt` (and `floor`). */
  readonly bands?: readonly Band[] | undefined;
  readonly fullAt?: string | undefined;
  readonly floor?: string | undefined;
}

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly unranked: boolean;
  /** At most one row a leaf or adjustment; no row, or a row without a value, is missing. */
  readonly rows: readonly Row[];
}

/** The cells of one unit on one leaf or adjustment; an absent or empty cell is the same. */
export interface Row {
  /** Id of the leaf or adjustment. */
  readonly of: string;
  /** By the name of the stage. */
  readonly stages: Readonly<Record<string, string>>;
  readonly survey?: string | undefined;
  readonly previous?: string | undefined;
  readonly override?: string | undefined;
  readonly evidence?: string | undefined;
  readonly note?: string | undefined;
}

/** The stages of a rubric in order, the last being the official basis. */
export function stagesOf(rubric: Rubric): readonly string[] {
  return rubric.stages ?? ['self', 'appraised'];
}

/** The stages any `--basis` of the case may name. */
export function basesOf(whole: Case): readonly string[] {
  const [first] = whole.rubrics;
  if (first === undefined) {
    throw new Error('a case has at least one rubric');
  }
  return stagesOf(first);
}

/** The rubric a group is scored by. */
export function rubricOf(whole: Case, group: string): Rubric {
  const found = whole.rubrics.find((rubric) => rubric.appliesTo?.includes(group) ?? true);
  if (found === undefined) {
    throw new Error(`no rubric applies to ${group}`);
  }
  return found;
}

export function isParent(criterion: Criterion): criterion is ParentCriterion {
  return 'parts' in criterion;
}

/** The leaves of one criterion: its parts, or itself. */
export function leavesOfCriterion(criterion: Criterion): readonly Leaf[] {
  return isParent(criterion) ? criterion.parts : [criterion];
}

export function leavesOfDomain(domain: Domain): readonly Leaf[] {
  return domain.criteria.flatMap(leavesOfCriterion);
}

export function leavesOf(rubric: Rubric): readonly Leaf[] {
  return rubric.domains.flatMap(leavesOfDomain);
}

/** Ids of the leaves that may be exempt: those with the permission themselves, or under a node that has it. */
export function exemptable(rubric: Rubric): ReadonlySet<string> {
  const ids = rubric.domains.flatMap((domain) =>
    domain.criteria.flatMap((criterion) =>
      leavesOfCriterion(criterion)
        .filter((leaf) => leaf.exempt || criterion.exempt || domain.exempt)
        .map((leaf) => leaf.id),
    ),
  );
  return new Set(ids);
}
