/**
 * The points of one value by one rule, each of the twelve rules as the contract puts it, one function each.
 */
import type { Band, Growth, Names, Piecewise, Proportional, Relative, Rule } from './case.ts';
import { readAlternatives, readBound, readCount, readCounts, readList, readNumber, readShare } from './cell.ts';
import {
  add,
  atLeast,
  below,
  compare,
  divide,
  equal,
  type Fraction,
  larger,
  multiply,
  one,
  smaller,
  subtract,
  sum,
  whole,
  zero,
} from './fraction.ts';

/** What a rule may look at besides the value. */
export interface Surroundings {
  /** The most the leaf or adjustment can give. */
  readonly max: Fraction;
  /** Whether the rule is an adjustment's, whose max is the cap of `per-item` where none is given. */
  readonly adjustment: boolean;
  /** The `previous` cell. */
  readonly previous: string | undefined;
  /** The value cells of every unit of the group that has one on the basis, this unit's own among them. */
  readonly peers: readonly string[];
}

/** Points of the value in a cell. Throws for a value the rule refuses: a sound case holds none. */
export function pointsOf(rule: Rule, value: string, around: Surroundings): Fraction {
  switch (rule.type) {
    case 'given':
      return given(rule.step, readNumber(value), around.max);
    case 'levels':
      return named(rule.levels, value.normalize('NFC'));
    case 'bands':
      return bandsPoints(rule, value);
    case 'proportional':
      return proportional(rule, value, around.max);
    case 'piecewise':
      return piecewise(rule, value);
    case 'per-item':
      return perItem(rule.points, rule.cap, value, around);
    case 'deduct':
      return deduct(rule.points, rule.min, value, around.max);
    case 'checklist':
      return 'allOf' in rule ? allOf(rule.allOf, value, around.max) : eachOf(rule.items, value);
    case 'best-of':
      return bestOf(rule.alternatives, value, around);
    case 'survey':
      return survey(rule.scale, value, around.max);
    case 'relative':
      return relative(rule, value, around);
    case 'growth':
      return growth(rule, value, around);
  }
}

function given(step: string | undefined, value: Fraction, max: Fraction): Fraction {
  const steps = step === undefined ? one : divide(value, readNumber(step));
  if (below(value, zero) || below(max, value) || (step !== undefined && steps.denominator !== 1n)) {
    throw new Error('given points outside 0..max or off the step');
  }
  return value;
}

function named(names: Names, wanted: string): Fraction {
  const found = names.find(([name]) => name.normalize('NFC') === wanted);
  if (found === undefined) {
    throw new Error(`no level or item is called ${wanted}`);
  }
  return readNumber(found[1]);
}

function bandsPoints(rule: Extract<Rule, { type: 'bands' }>, value: string): Fraction {
  const bounds = rule.bands.flatMap((band) => [band.from, band.above, band.to, band.below]);
  const isShare = bounds.some((bound) => bound?.endsWith('%'));
  return bandOf(rule.bands, isShare ? withinWhole(readShare(value), rule.over) : readNumber(value));
}

/** The points of the one band the value is in. */
function bandOf(bands: readonly Band[], value: Fraction): Fraction {
  const holding = bands.filter(
    (band) =>
      (band.from === undefined || compare(value, readBound(band.from)) >= 0) &&
      (band.above === undefined || compare(value, readBound(band.above)) > 0) &&
      (band.to === undefined || compare(value, readBound(band.to)) <= 0) &&
      (band.below === undefined || compare(value, readBound(band.below)) < 0),
  );
  const [band] = holding;
  if (band === undefined || holding.length !== 1) {
    throw new Error(`${holding.length} bands hold the value`);
  }
  return readNumber(band.points);
}

/** A share over 100 % counts as 100 % under `over: cap`, and is refused otherwise. */
function withinWhole(share: Fraction, over: 'refuse' | 'cap' | undefined): Fraction {
  if (compare(share, one) <= 0) {
    return share;
  }
  if (over !== 'cap') {
    throw new Error('a share over 100 %');
  }
  return one;
}

function proportional(rule: Proportional, value: string, max: Fraction): Fraction {
  const nothing = { full: one, none: zero, error: undefined }[rule.zeroOverZero ?? 'error'];
  const share = withinWhole(readShare(value, nothing), rule.over);
  const floor = rule.floor === undefined ? zero : readBound(rule.floor);
  const fullAt = rule.fullAt === undefined ? one : readBound(rule.fullAt);
  if (below(share, floor)) {
    return zero;
  }
  if (atLeast(share, fullAt)) {
    return max;
  }
  if (rule.from === 'floor') {
    return multiply(divide(subtract(share, floor), subtract(fullAt, floor)), max);
  }
  return multiply(divide(share, fullAt), max);
}

function piecewise(rule: Piecewise, value: string): Fraction {
  const isShare = rule.curve.some((corner) => corner.at.endsWith('%'));
  const at = isShare ? withinWhole(readShare(value), rule.over) : readNumber(value);
  const corners = rule.curve.map((corner) => ({ at: readBound(corner.at), points: readNumber(corner.points) }));
  const first = corners[0];
  const last = corners[corners.length - 1];
  if (first === undefined || last === undefined) {
    throw new Error('a curve without corners');
  }
  if (below(at, first.at) || below(last.at, at)) {
    if (rule.outside !== 'flat') {
      throw new Error('a value outside the curve');
    }
    return below(at, first.at) ? first.points : last.points;
  }
  for (const [index, right] of corners.entries()) {
    const left = corners[index - 1];
    if (left !== undefined && atLeast(at, left.at) && atLeast(right.at, at)) {
      const way = divide(subtract(at, left.at), subtract(right.at, left.at));
      return add(left.points, multiply(way, subtract(right.points, left.points)));
    }
  }
  throw new Error('a curve without a line under the value');
}

function perItem(points: string, cap: string | undefined, value: string, around: Surroundings): Fraction {
  const product = multiply(readCount(value), readNumber(points));
  if (cap !== undefined) {
    return smaller(product, readNumber(cap));
  }
  if (around.adjustment) {
    return smaller(product, around.max);
  }
  if (below(around.max, product)) {
    throw new Error('more items than the maximum allows');
  }
  return product;
}

function deduct(points: string, min: string | undefined, value: string, max: Fraction): Fraction {
  const left = subtract(max, multiply(readCount(value), readNumber(points)));
  if (min !== undefined) {
    return larger(left, readNumber(min));
  }
  if (below(left, zero)) {
    throw new Error('more deducted than there is');
  }
  return left;
}

function eachOf(items: Names, value: string): Fraction {
  return sum(readList(value).map((item) => named(items, item)));
}

function allOf(items: readonly string[], value: string, max: Fraction): Fraction {
  const met = readList(value);
  return items.every((item) => met.includes(item.normalize('NFC'))) ? max : zero;
}

function bestOf(alternatives: readonly (readonly [string, Rule])[], value: string, around: Surroundings): Fraction {
  return readAlternatives(value)
    .map(([name, own]) => {
      const found = alternatives.find(([candidate]) => candidate.normalize('NFC') === name);
      if (found === undefined) {
        throw new Error(`no alternative is called ${name}`);
      }
      return pointsOf(found[1], own, around);
    })
    .reduce(larger, zero);
}

/** With a scale the cell holds counts of answers, in the scale's order; else an imported share of 0..100 %. */
function survey(scale: Names | undefined, value: string, max: Fraction): Fraction {
  if (scale === undefined) {
    return multiply(withinWhole(readShare(value), 'refuse'), max);
  }
  const counts = readCounts(value);
  if (counts.length !== scale.length) {
    throw new Error('not one count an answer');
  }
  const weighted = counts.map((count, index) => multiply(count, readBound(scale[index]?.[1] ?? '')));
  return multiply(divide(sum(weighted), sum(counts)), max);
}

function relative(rule: Relative, value: string, around: Surroundings): Fraction {
  const read = rule.value === 'share' ? readShare : readNumber;
  const own = read(value);
  const values = around.peers.map((peer) => read(peer));
  const best = values.reduce(larger, own);
  const least = values.reduce(smaller, own);
  if (below(least, zero)) {
    throw new Error('a value below 0 cannot be compared');
  }
  switch (rule.method ?? 'best') {
    case 'best':
      return equal(best, zero) ? zero : multiply(divide(own, best), around.max);
    case 'min-max':
      return equal(best, least)
        ? around.max
        : multiply(divide(subtract(own, least), subtract(best, least)), around.max);
    case 'percentile': {
      if (values.length === 1) {
        return around.max;
      }
      const worse = values.filter((other) => below(other, own)).length;
      return multiply(divide(whole(BigInt(worse)), whole(BigInt(values.length - 1))), around.max);
    }
  }
}

function growth(rule: Growth, value: string, around: Surroundings): Fraction {
  const read = rule.value === 'share' ? readShare : readNumber;
  const own = read(value);
  const before = read(around.previous ?? '');
  if (below(own, zero) || below(before, zero)) {
    throw new Error('growth is between values of at least 0');
  }
  const grown = rule.measure === 'difference' ? subtract(own, before) : subtract(divide(own, before), one);
  if (rule.bands !== undefined) {
    return bandOf(rule.bands, grown);
  }
  const fullAt = readBound(rule.fullAt ?? '');
  if (atLeast(grown, fullAt)) {
    return around.max;
  }
  const tooLow = rule.floor === undefined ? compare(grown, zero) <= 0 : below(grown, readBound(rule.floor));
  return tooLow ? zero : multiply(divide(grown, fullAt), around.max);
}
