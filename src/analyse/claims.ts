/**
 * Claims: whether figures that somebody printed hang together as they say.
 *
 *   claim ─each way of reading its numbers→ links ─exact value, then range→ verdict ─if refuted→ slips
 */
import {
  type Claim,
  type ClaimFinding,
  type ClaimReading,
  type Expression,
  gravest,
  type Link,
  type LinkFinding,
  numbersOf,
  type Printed,
  type Relation,
  type Slip,
  type Verdict,
} from '../model/audit.ts';
import { compare, type Exact, equal, subtract } from '../model/exact.ts';
import { canBeBelow, type Interval, meet } from './audit-interval.ts';
import { findOrderSlips, isOrder, type Neighbours } from './claims-orders.ts';
import { printLike, printLonger, roundsTo } from './claims-print.ts';
import { findSlips, resultOf } from './claims-slips.ts';
import { amountOf, lastPlaceOf, printedRange, rangeOf, relationHolds } from './claims-value.ts';

/** What was found, or why nothing can be: the ways of reading the numbers do not decide, or the claim divides by 0. */
export type ClaimOutcome =
  | { readonly finding: ClaimFinding }
  | { readonly problem: 'ambiguous' | 'zero'; readonly claim: Claim };

/**
 * The finding of one claim. Where its numbers can be read in two ways, the one counts under which it fares better
 * (confirmed, then possible, then refuted by what one slip explains); equals are only decided if both confirm it.
 */
export function checkClaim(claim: Claim): ClaimOutcome {
  const checked = claim.readings.flatMap((reading) => {
    const finding = checkReading(claim, reading);
    return finding === undefined ? [] : [finding];
  });
  const [first, second] = checked;
  if (first === undefined) return { problem: 'zero', claim };
  if (second === undefined) return { finding: first };
  const [a, b] = [standing(first), standing(second)];
  if (a !== b) return { finding: a < b ? first : second };
  return a === 0 ? { finding: { ...first, numbers: 'either' } } : { problem: 'ambiguous', claim };
}

function standing({ verdict, links }: ClaimFinding): number {
  if (verdict !== 'refuted') return verdict === 'confirmed' ? 0 : 1;
  return links.every((link) => link.verdict !== 'refuted' || link.slips.length > 0) ? 2 : 3;
}

function checkReading(claim: Claim, { mark, links }: ClaimReading): ClaimFinding | undefined {
  const findings = links.map((link, at) =>
    checkLink(link, claim.text, { before: links[at - 1], after: links[at + 1] }),
  );
  const known = findings.filter((finding) => finding !== undefined);
  if (known.length < findings.length) return undefined;
  return { claim, numbers: mark, verdict: gravest(known.map(({ verdict }) => verdict)), links: known };
}

/** Undefined where a side divides by 0. */
function checkLink(link: Link, claim: string, neighbours: Neighbours): LinkFinding | undefined {
  const [left, right] = [amountOf(link.left), amountOf(link.right)];
  if (left === undefined || right === undefined) return undefined;
  const result = isEquality(link.relation) ? resultOf(link) : undefined;
  const verdict = result === undefined ? judgePlain(link, left, right) : judgeResult(link, result);
  const isMade = result !== undefined && !isBare(result.made);
  const style = styleOf(link);
  return {
    link,
    verdict,
    isExact: equal(left, right),
    left,
    right,
    leftText: printLonger(left, style),
    rightText: printLonger(right, style),
    ...(isMade && result ? resultTexts(result, link, claim) : {}),
    slips: verdict === 'refuted' ? slipsOf(link, claim, neighbours, isMade) : [],
  };
}

function slipsOf(link: Link, claim: string, neighbours: Neighbours, isMade: boolean): readonly Slip[] {
  if (isOrder(link.relation)) return findOrderSlips(link, neighbours, claim);
  return isMade && link.relation === '=' ? findSlips(link, claim) : [];
}

/** A figure alone: of two of them nobody can say which is the result. */
function isBare(side: Expression): boolean {
  return side.kind === 'number';
}

type Result = NonNullable<ReturnType<typeof resultOf>>;

function resultTexts({ printed, made, isRight }: Result, link: Link, claim: string): Partial<LinkFinding> {
  const value = amountOf(made) as Exact;
  const { from, length } = isRight ? link.leftSpan : link.rightSpan;
  return {
    printed,
    truth: printLike(value, printed),
    longer: printLonger(value, printed),
    made: claim.slice(from, from + length),
  };
}

/** How the figures of a link are written: with the most decimals that one of them has. */
function styleOf({ left, right }: Link): Printed {
  const numbers = [...numbersOf(left), ...numbersOf(right)];
  const longest = numbers.reduce((most, number) => (number.decimals > most.decimals ? number : most));
  const isGrouped = numbers.some((number) => number.isGrouped);
  return { ...longest, isGrouped, isPercent: numbers.every(({ isPercent }) => isPercent) };
}

function isEquality(relation: Relation): boolean {
  return relation === '=' || relation === '≈';
}

/** One side is one printed figure: the other must round to it; `≈` lets it be one step of the last place off. */
function judgeResult(link: Link, result: Result): Verdict {
  const { printed, target, made } = result;
  const value = amountOf(made) as Exact;
  if (roundsTo(value, printed, target)) return 'confirmed';
  if (link.relation === '≈' && withinOneStep(value, target, lastPlaceOf(printed))) return 'confirmed';
  const range = rangeOf(made);
  const isRounded = numbersOf(made).some(({ decimals }) => decimals > 0);
  const figure = printedRange({ ...printed, value: target });
  return isRounded && range !== undefined && meet(range, figure) ? 'possible' : 'refuted';
}

function withinOneStep(value: Exact, target: Exact, step: Exact): boolean {
  const gap = subtract(value, target);
  const size = gap.n < 0n ? { n: -gap.n, d: gap.d } : gap;
  return compare(size, step) <= 0;
}

/** Both sides are calculations, or the relation is an order: by the figures as printed, then by their ranges. */
function judgePlain({ left, relation, right }: Link, a: Exact, b: Exact): Verdict {
  if (relationHolds(relation, compare(a, b))) return 'confirmed';
  const ranges = [rangeOf(left), rangeOf(right)] as const;
  if (ranges[0] === undefined || ranges[1] === undefined) return 'refuted';
  return canHold(relation, ranges[0], ranges[1]) ? 'possible' : 'refuted';
}

function canHold(relation: Relation, a: Interval, b: Interval): boolean {
  switch (relation) {
    case '<':
    case '<=':
      return canBeBelow(a, b, relation === '<=');
    case '>':
    case '>=':
      return canBeBelow(b, a, relation === '>=');
    default:
      return meet(a, b);
  }
}
