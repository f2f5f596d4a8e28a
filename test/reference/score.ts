/**
 * The expected result of a case on a basis, written straight from the contract: slow, plain, exact throughout.
 *
 *   rows -> marks -> components (parts, criteria, domains) -> total, index -> grade -> rank and listing
 */
import {
  type Case,
  type Domain,
  exemptable,
  isParent,
  type Leaf,
  leavesOf,
  leavesOfCriterion,
  leavesOfDomain,
  type Rubric,
  rubricOf,
  type Unit,
} from './case.ts';
import { readNumber } from './cell.ts';
import {
  add,
  compare,
  decimalText,
  divide,
  type Fraction,
  fractionText,
  hundred,
  larger,
  multiply,
  round,
  shown,
  smaller,
  subtract,
  sum,
  zero,
} from './fraction.ts';
import { groupValues, type Mark, markAdjustment, markLeaf, type State } from './marks.ts';
import { type Component, gradeOf, listed, type Standing } from './standing.ts';

export interface ExpectedResult {
  readonly basis: string;
  /** Under `missing: error`, every missing value; where there is one, the case is refused and `groups` is empty. */
  readonly refused: readonly { readonly unit: string; readonly leaf: string }[];
  /** In the order in which units.csv first names them. */
  readonly groups: readonly ExpectedGroup[];
}

export interface ExpectedGroup {
  readonly group: string;
  readonly rubric: string;
  /** In the order of listing: ranked, unranked, without an index. */
  readonly listing: readonly ExpectedUnit[];
}

export interface ExpectedUnit {
  readonly unit: string;
  /** null: unranked, or without an index. */
  readonly rank: number | null;
  readonly unranked: boolean;
  /** Total rounded for showing, exactly the rubric's decimals; never `-0`. */
  readonly points: string;
  /** Total before any rounding at the total, as `numerator/denominator` in lowest terms (also `90/1`). */
  readonly exactPoints: string;
  /** Applicable maximum as a decimal text without zeros at its end. */
  readonly max: string;
  /** The shown index, exactly the rubric's decimals; null where the maximum is 0. */
  readonly index: string | null;
  /** The exact index as `numerator/denominator` in lowest terms (also `90/1`), within the bounds of `index`. */
  readonly exactIndex: string | null;
  /** Id of the grade after the gates; null without an index or without grades in the rubric. */
  readonly grade: string | null;
  /** Id of the grade that the index alone would give. */
  readonly gradeOfIndex: string | null;
  /** From the index to the lower end of the next better grade, as a fraction; null in the best one. */
  readonly margin: string | null;
  /** Domains, criteria and parts in the order of the rubric (a parent before its children). */
  readonly components: readonly ExpectedComponent[];
  /** Leaves in the order of the rubric. */
  readonly marks: readonly ExpectedMark[];
  /** Adjustments in the order of the rubric, also those nobody filled in (`none`). */
  readonly adjustments: readonly ExpectedMark[];
  /** Sums of the adjustments as they enter the total: capped and, at `leaf` or `domain`, rounded. */
  readonly bonus: string;
  readonly penalty: string;
  /** Ids in the order of the rubric; missing and overridden adjustments come after the leaves. */
  readonly missing: readonly string[];
  readonly exempt: readonly string[];
  readonly outside: readonly string[];
  readonly overridden: readonly string[];
}

export interface ExpectedComponent {
  readonly id: string;
  readonly level: 'domain' | 'criterion' | 'part';
  readonly points: string;
  readonly exactPoints: string;
  readonly max: string;
  /** null where nothing below applies. */
  readonly index: string | null;
  readonly exactIndex: string | null;
}

export interface ExpectedMark {
  readonly id: string;
  readonly state: State;
  /** Rounded for showing, and as they enter the sums; `0` unless scored. */
  readonly points: string;
  readonly exactPoints: string;
  readonly overridden: boolean;
}

/** A unit scored, before it is ranked. */
interface Scored extends Standing {
  readonly expected: Omit<ExpectedUnit, 'rank'>;
}

/** What the engine must give for a case on a basis (one of the case's stages). */
export function expected(whole: Case, basis: string): ExpectedResult {
  const groups = [...new Set(whole.units.map((unit) => unit.group))];
  const scored = groups.map((group) => {
    const rubric = rubricOf(whole, group);
    const units = whole.units.filter((unit) => unit.group === group);
    return { group, rubric, units: scoreGroup(rubric, units, basis) };
  });
  const refused = scored
    .filter(({ rubric }) => (rubric.missing ?? 'error') === 'error')
    .flatMap(({ units }) =>
      units.flatMap(({ expected: unit }) => unit.missing.map((leaf) => ({ unit: unit.unit, leaf }))),
    );
  if (refused.length > 0) {
    return { basis, refused, groups: [] };
  }
  return {
    basis,
    refused,
    groups: scored.map(({ group, rubric, units }) => ({
      group,
      rubric: rubric.id,
      listing: listed(rubric, units).map(({ unit, rank }) => ({ ...unit.expected, rank })),
    })),
  };
}

function scoreGroup(rubric: Rubric, units: readonly Unit[], basis: string): readonly Scored[] {
  const leaves = leavesOf(rubric).map((leaf) => ({ leaf, peers: groupValues(rubric, leaf, units, basis) }));
  const mayBeExempt = exemptable(rubric);
  return units.map((unit) => {
    const marks = leaves.map(({ leaf, peers }) => markLeaf(rubric, leaf, unit, basis, peers));
    if (marks.some((mark) => mark.state === 'exempt' && !mayBeExempt.has(mark.id))) {
      throw new Error(`${unit.id} is exempt where the rubric does not allow it`);
    }
    return scoreUnit(rubric, unit, marks, basis);
  });
}

function scoreUnit(rubric: Rubric, unit: Unit, marks: readonly Mark[], basis: string): Scored {
  const { at, decimals } = rubric.rounding ?? { at: 'total', decimals: 2 };
  const adjustments = (rubric.adjustments ?? []).map((adjustment) => markAdjustment(rubric, adjustment, unit, basis));
  const bonus = adjusted(rubric, 'bonus', adjustments);
  const penalty = adjusted(rubric, 'penalty', adjustments);
  const components = rubric.domains.flatMap((domain) => componentsOf(rubric, domain, marks));
  const domains = components.filter((component) => component.level === 'domain');
  const base = sum(domains.map((domain) => domain.points));
  const total = subtract(add(base, bonus), penalty);
  const max = sum(domains.map((domain) => domain.max));
  const none = compare(max, zero) === 0;
  const totalRounded = at === 'total' ? round(total, decimals) : total;
  const exactIndex = none ? null : clamped(rubric, percent(total, max));
  // The bound comes first, so that a bound with more decimals than are shown is rounded like any index.
  const shownIndex = none ? null : round(clamped(rubric, percent(totalRounded, max)), decimals);
  const all = [...marks, ...adjustments];
  const idsOf = (state: State) => all.filter((mark) => mark.state === state).map((mark) => mark.id);
  const standing = { unranked: unit.unranked, exactIndex, shownIndex, components };
  return {
    ...standing,
    expected: {
      unit: unit.id,
      unranked: unit.unranked,
      points: shown(total, decimals),
      exactPoints: fractionText(total),
      max: decimalOf(max),
      index: shownIndex === null ? null : shown(shownIndex, decimals),
      exactIndex: exactIndex === null ? null : fractionText(exactIndex),
      ...gradeOf(rubric, standing),
      components: components.map((component) => describeComponent(component, decimals)),
      marks: marks.map((mark) => describeMark(mark, decimals)),
      adjustments: adjustments.map((mark) => describeMark(mark, decimals)),
      bonus: fractionText(bonus),
      penalty: fractionText(penalty),
      missing: idsOf('missing'),
      exempt: idsOf('exempt'),
      outside: idsOf('outside'),
      overridden: all.filter((mark) => mark.overridden).map((mark) => mark.id),
    },
  };
}

/** The sum of one kind of adjustment, at most its cap, and rounded after that where the rubric rounds at the domain. */
function adjusted(rubric: Rubric, kind: 'bonus' | 'penalty', marks: readonly Mark[]): Fraction {
  const ids = (rubric.adjustments ?? []).filter((adjustment) => adjustment.kind === kind).map(({ id }) => id);
  const together = sum(marks.filter((mark) => ids.includes(mark.id)).map((mark) => mark.points));
  const cap = rubric.adjustmentCaps?.[kind];
  const kept = cap === undefined ? together : smaller(together, readNumber(cap));
  return rubric.rounding?.at === 'domain' ? round(kept, rubric.rounding.decimals) : kept;
}

/** A domain, then each of its criteria followed by its parts. */
function componentsOf(rubric: Rubric, domain: Domain, marks: readonly Mark[]): readonly Component[] {
  const own = component(domain.id, 'domain', leavesOfDomain(domain), marks);
  const points = rubric.rounding?.at === 'domain' ? round(own.points, rubric.rounding.decimals) : own.points;
  const under = domain.criteria.flatMap((criterion) => [
    component(criterion.id, 'criterion', leavesOfCriterion(criterion), marks),
    ...(isParent(criterion) ? criterion.parts.map((part) => component(part.id, 'part', [part], marks)) : []),
  ]);
  return [{ ...own, points }, ...under];
}

function component(id: string, level: Component['level'], leaves: readonly Leaf[], marks: readonly Mark[]): Component {
  const applicable = leaves.flatMap((leaf) => {
    const mark = marks.find((candidate) => candidate.id === leaf.id);
    return mark?.state === 'scored' || mark?.state === 'missing' ? [{ leaf, mark }] : [];
  });
  return {
    id,
    level,
    points: sum(applicable.map(({ mark }) => mark.points)),
    max: sum(applicable.map(({ leaf }) => readNumber(leaf.max))),
  };
}

function percent(points: Fraction, max: Fraction): Fraction {
  return multiply(divide(points, max), hundred);
}

/** The index within the rubric's bounds. */
function clamped(rubric: Rubric, index: Fraction): Fraction {
  const { min, max } = rubric.index ?? {};
  const raised = min === undefined ? index : larger(index, readNumber(min));
  return max === undefined ? raised : smaller(raised, readNumber(max));
}

function describeComponent({ id, level, points, max }: Component, decimals: number): ExpectedComponent {
  const exact = compare(max, zero) === 0 ? null : percent(points, max);
  return {
    id,
    level,
    points: shown(points, decimals),
    exactPoints: fractionText(points),
    max: decimalOf(max),
    index: exact === null ? null : shown(exact, decimals),
    exactIndex: exact === null ? null : fractionText(exact),
  };
}

function describeMark(mark: Mark, decimals: number): ExpectedMark {
  return { ...mark, points: shown(mark.points, decimals), exactPoints: fractionText(mark.points) };
}

function decimalOf(value: Fraction): string {
  const text = decimalText(value);
  if (text === undefined) {
    throw new Error('a maximum is always a decimal');
  }
  return text;
}
