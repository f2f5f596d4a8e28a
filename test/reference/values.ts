/**
 * Values that a cell could hold, many of them, by trying: every name, every set, every count, bounds and what lies
 * beside them. Whoever wants to know what a leaf could give tries them all; nothing here knows the way to more points.
 */
import type { Rule } from './case.ts';
import { readBound, readNumber, readShare } from './cell.ts';
import { exact, plain } from './draw.ts';
import {
  add,
  compare,
  decimalText,
  divide,
  type Fraction,
  fraction,
  multiply,
  one,
  subtract,
  zero,
} from './fraction.ts';

/** Texts of cells; some may be refused by the rule. Complete for rules that give single points, a sample for others. */
export function valuesOf(rule: Rule, max: Fraction, previous: string | undefined): readonly string[] {
  switch (rule.type) {
    case 'given':
      return rule.step === undefined ? portions(max, 8) : multiples(exact(rule.step), max);
    case 'levels':
      return rule.levels.map(([name]) => name);
    case 'bands':
      return aroundBounds(rule.bands.flatMap(({ from, above, to, below }) => [from, above, to, below]));
    case 'proportional':
      return aroundBounds([rule.floor, rule.fullAt ?? '100%']);
    case 'piecewise':
      return aroundBounds(rule.curve.map(({ at }) => at));
    case 'per-item':
    case 'deduct':
      return counts(divide(max, exact(rule.points)));
    case 'checklist':
      return 'allOf' in rule ? ['none', rule.allOf.join(';')] : sets(rule.items.map(([name]) => name));
    case 'best-of':
      return rule.alternatives.flatMap(([name, own]) =>
        valuesOf(own, max, previous).map((value) => `${name}=${value}`),
      );
    case 'growth': {
      const bounds = (rule.bands ?? []).flatMap(({ from, above, to, below }) => [from, above, to, below]);
      return grown([...bounds, rule.fullAt, rule.floor, '0%'], rule.measure, rule.value === 'share', previous ?? '');
    }
    case 'survey':
    case 'relative':
      return [];
  }
}

function portions(max: Fraction, parts: number): readonly string[] {
  return Array.from({ length: parts + 1 }, (_, at) => plain(multiply(max, fraction(BigInt(at), BigInt(parts)))));
}

function multiples(step: Fraction, max: Fraction): readonly string[] {
  const texts: string[] = [];
  for (let value = zero; compare(value, max) <= 0; value = add(value, step)) texts.push(plain(value));
  return texts;
}

function counts(fits: Fraction): readonly string[] {
  const most = fits.numerator / fits.denominator;
  return Array.from({ length: Number(most) + 3 }, (_, at) => `${at}`);
}

function sets(names: readonly string[]): readonly string[] {
  const all = Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_name, at) => (bits >> at) % 2 === 1),
  );
  return all.map((set) => (set.length === 0 ? 'none' : set.join(';')));
}

const BESIDE = fraction(1n, 1000n);

/** Each bound, what lies just beside it, and what lies between; shares up to the whole, numbers far beyond. */
function aroundBounds(bounds: readonly (string | undefined)[]): readonly string[] {
  const known = bounds.flatMap((bound) => (bound === undefined ? [] : [bound]));
  const isShare = known.some((bound) => bound.endsWith('%'));
  const ends = known.map(readBound);
  const wide = isShare ? [zero, one] : [zero, one, fraction(1000n, 1n), fraction(-1000n, 1n)];
  const values = [...between([...ends, ...wide]), ...beside(ends)];
  return isShare
    ? values.filter((value) => compare(value, zero) >= 0 && compare(value, one) <= 0).map(shareText)
    : values.flatMap((value) => decimalText(value) ?? []);
}

function beside(values: readonly Fraction[]): readonly Fraction[] {
  return values.flatMap((value) => [subtract(value, BESIDE), value, add(value, BESIDE)]);
}

/** The values in order, with the middle between each two. */
function between(values: readonly Fraction[]): readonly Fraction[] {
  const sorted = values.toSorted(compare);
  return sorted.flatMap((value, at) => {
    const next = sorted[at + 1];
    return next === undefined ? [value] : [value, divide(add(value, next), fraction(2n, 1n))];
  });
}

function shareText({ numerator, denominator }: Fraction): string {
  return `${numerator}/${denominator}`;
}

/** This year's values for each bound of the change, and for what lies beside it. */
function grown(
  bounds: readonly (string | undefined)[],
  measure: 'ratio' | 'difference' | undefined,
  isShare: boolean,
  previous: string,
): readonly string[] {
  const before = isShare ? readShare(previous) : readNumber(previous);
  const changes = bounds.flatMap((bound) => (bound === undefined ? [] : [readBound(bound)]));
  const values = [...beside(between(changes)), fraction(-1000n, 1n), fraction(1000n, 1n)]
    .map((change) => (measure === 'difference' ? add(before, change) : multiply(before, add(one, change))))
    .concat([zero, one])
    .filter((value) => compare(value, zero) >= 0 && (!isShare || compare(value, one) <= 0));
  return isShare ? values.map(shareText) : values.flatMap((value) => decimalText(value) ?? []);
}
