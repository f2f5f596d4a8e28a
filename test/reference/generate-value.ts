/**
 * Values a rule accepts, drawn so that bounds, floors, ends, ties and awkward denominators come often.
 */
import type { Growth, Piecewise, Relative, Rule } from './case.ts';
import { readBound, readNumber, readShare } from './cell.ts';
import { type Draw, exact, plain, portion } from './draw.ts';
import {
  add,
  below,
  compare,
  decimalText,
  divide,
  type Fraction,
  fraction,
  hundred,
  multiply,
  one,
  subtract,
  whole,
  zero,
} from './fraction.ts';

/** A value of the rule for a leaf or adjustment of that maximum; growth is drawn against its previous value. */
export function drawValue(draw: Draw, rule: Rule, max: Fraction, previous: string): string {
  switch (rule.type) {
    case 'given':
      return drawGiven(draw, rule.step, max);
    case 'levels': {
      const [name] = draw.one(rule.levels);
      return draw.chance(10) ? name.normalize('NFD') : name;
    }
    case 'bands':
      return drawBanded(draw, rule);
    case 'proportional': {
      if (rule.zeroOverZero !== undefined && rule.zeroOverZero !== 'error' && draw.chance(15)) {
        return '0/0';
      }
      return drawShare(draw, given([rule.floor, rule.fullAt]), rule.over === 'cap');
    }
    case 'piecewise':
      return drawOnCurve(draw, rule);
    case 'per-item':
      return drawCount(draw, divide(max, exact(rule.points)), rule.cap !== undefined);
    case 'deduct':
      return drawCount(draw, divide(max, exact(rule.points)), rule.min !== undefined);
    case 'checklist':
      return drawList(draw, 'allOf' in rule ? rule.allOf : rule.items.map(([name]) => name));
    case 'best-of':
      return draw
        .some(rule.alternatives, draw.between(1, rule.alternatives.length))
        .map(([name, own]) => `${name}=${drawValue(draw, own, max, previous)}`)
        .join(' | ');
    case 'survey':
      return rule.scale === undefined ? drawShare(draw, [], false) : drawCounts(draw, rule.scale.length);
    case 'relative':
      return drawCompared(draw, rule);
    case 'growth':
      return drawGrown(draw, rule, previous);
  }
}

/** A `previous` cell for a growth rule: never 0 under ratio. */
export function drawPrevious(draw: Draw, rule: Growth): string {
  const zeros = rule.measure === 'difference' ? ['0'] : [];
  const shares = ['50%', '40%', '3/7', '10/34', '2/3'];
  return draw.one(
    rule.value === 'share' ? [...zeros.map((text) => `${text}%`), ...shares] : [...zeros, '3', '7', '10', '34', '2.5'],
  );
}

function drawGiven(draw: Draw, step: string | undefined, max: Fraction): string {
  if (step !== undefined) {
    const most = wholePart(divide(max, exact(step)));
    const steps = draw.chance(50) ? most / BigInt(draw.between(1, 4)) : BigInt(draw.between(0, 20));
    return plain(multiply(whole(steps > most ? most : steps), exact(step)));
  }
  return draw.chance(70) ? portion(max, draw.between(0, 4), 4) : portion(max, draw.between(0, 1000), 1000);
}

function drawBanded(draw: Draw, rule: Extract<Rule, { type: 'bands' }>): string {
  const bounds = given(rule.bands.flatMap((band) => [band.from, band.above, band.to, band.below]));
  if (bounds.some((bound) => bound.endsWith('%'))) {
    return drawShare(draw, bounds, rule.over === 'cap');
  }
  const isOpen = rule.bands.some((band) => band.from === undefined && band.above === undefined);
  if (isOpen && draw.chance(15)) {
    return draw.one(['-2', '-3.5', '-0', '-1']);
  }
  const values = bounds.filter((bound) => isOpen || !bound.startsWith('-'));
  return draw.chance(50) ? draw.one(values) : draw.one(['0', '0.5', '1', '1.25', '2', '2.999', '5', '10', '31']);
}

/** A share: on a bound, a fraction with an awkward denominator, a percentage; above 100 % only where that is capped. */
function drawShare(draw: Draw, bounds: readonly string[], mayBeOver: boolean): string {
  if (mayBeOver && draw.chance(15)) {
    return draw.one(['8/7', '120%', '35/34', '100.0001%']);
  }
  if (bounds.length > 0 && draw.chance(40)) {
    const bound = draw.one(bounds);
    return draw.chance(50) ? bound : asRatio(readBound(bound));
  }
  if (draw.chance(60)) {
    const under = draw.one([3, 7, 34, 3, 9, 1, 13]);
    return `${draw.between(0, under)}/${under}`;
  }
  return draw.one([
    '0%',
    '10%',
    '29/34',
    '33.33%',
    '50%',
    '70%',
    '69.999%',
    '85.29%',
    '90%',
    '1.5/3',
    '2.5/7.5',
    '100%',
  ]);
}

/** A share as a fraction of whole numbers. */
function asRatio(value: Fraction): string {
  return `${value.numerator}/${value.denominator}`;
}

function drawOnCurve(draw: Draw, rule: Piecewise): string {
  const ats = rule.curve.map((corner) => corner.at);
  const isShare = ats.some((at) => at.endsWith('%'));
  if (isShare && rule.outside === 'flat') {
    return drawShare(draw, ats, rule.over === 'cap');
  }
  if (draw.chance(40)) {
    return draw.one(ats);
  }
  const first = readBound(ats[0] ?? '');
  const last = readBound(ats[ats.length - 1] ?? '');
  if (!isShare && rule.outside === 'flat' && draw.chance(50)) {
    return draw.one(['0', '0.25', '5', '100']);
  }
  // Sevenths and eighths of the way; a number must be a decimal, a share may be any fraction.
  const way = fraction(BigInt(draw.between(0, 56)), isShare ? 56n : 64n);
  const value = add(first, multiply(way, subtract(last, first)));
  return isShare ? asRatio(value) : plain(value);
}

/** A count of items or days; beyond what fits the maximum only where the rule has a cap or least figure. */
function drawCount(draw: Draw, fits: Fraction, beyond: boolean): string {
  const most = wholePart(fits);
  if (beyond && draw.chance(25)) {
    return (most + BigInt(draw.between(1, 3))).toString();
  }
  const count = draw.chance(30) ? most : BigInt(draw.between(0, 4));
  return (count > most ? most : count).toString();
}

function drawList(draw: Draw, names: readonly string[]): string {
  const met = draw.chance(35) ? names : draw.some(names, draw.between(0, names.length));
  return met.length === 0 ? draw.one(['none', 'không có', 'None']) : met.join(draw.one([';', '; ']));
}

function drawCounts(draw: Draw, length: number): string {
  const counts = Array.from({ length }, () => draw.one(['0', '1', '2', '10', '33']));
  return (counts.every((count) => count === '0') ? ['3', ...counts.slice(1)] : counts).join(';');
}

function drawCompared(draw: Draw, rule: Relative): string {
  return rule.value === 'share' ? drawShare(draw, [], false) : draw.one(['0', '1', '2', '3', '7', '7.5', '10', '34']);
}

function drawGrown(draw: Draw, rule: Growth, previous: string): string {
  const isShare = rule.value === 'share';
  const before = isShare ? readShare(previous) : readNumber(previous);
  const bands = rule.bands ?? [];
  const bounds = given([
    rule.fullAt,
    rule.floor,
    ...bands.flatMap(({ from, above, to, below: under }) => [from, above, to, under]),
  ]);
  const growths = [...bounds, '0', rule.measure === 'difference' && !isShare ? '1' : '7%'].map(readBound);
  const grown = draw.one(growths);
  const value = rule.measure === 'difference' ? add(before, grown) : multiply(before, add(one, grown));
  // A share over 100 % is kept out here: only bands, proportional and piecewise say what it gives.
  if (draw.chance(40) || below(value, zero) || (isShare && compare(value, one) > 0)) {
    return isShare ? drawShare(draw, [], false) : draw.one(['0', '1', '3', '8', '11', '39.1']);
  }
  return isShare ? shareText(value) : (decimalText(value) ?? previous);
}

/** A percentage where it is a decimal, else a fraction. */
function shareText(value: Fraction): string {
  const percentage = decimalText(multiply(value, hundred));
  return percentage === undefined ? asRatio(value) : `${percentage}%`;
}

function wholePart(value: Fraction): bigint {
  return value.numerator / value.denominator;
}

function given(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined);
}
