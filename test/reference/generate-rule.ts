/**
 * Sound rules of every type for a leaf or adjustment of a given maximum.
 */
import type { Band, Growth, Names, Rule } from './case.ts';
import { type Draw, exact, portion } from './draw.ts';
import { compare, type Fraction } from './fraction.ts';

export type RuleType = Rule['type'];

const alternativeTypes: readonly RuleType[] = [
  'given',
  'levels',
  'bands',
  'proportional',
  'piecewise',
  'per-item',
  'deduct',
  'checklist',
];

/** The types an adjustment may have. */
export const adjustmentTypes: readonly RuleType[] = [
  'given',
  'levels',
  'bands',
  'proportional',
  'piecewise',
  'per-item',
  'checklist',
  'best-of',
];

/** The types a leaf may have. */
export const leafTypes: readonly RuleType[] = [...alternativeTypes, 'best-of', 'survey', 'relative', 'growth'];

// `constructor` and decimals with a dot are names too; a comma needs quotes in one of the dialects.
const levelNames = ['kịp thời', 'chậm', 'không', 'constructor', 'mức 1.5', 'khá, tốt', 'Đạt'];
const itemNames = ['kế hoạch', 'báo cáo', 'c', 'toString', 'mục 2.1'];
const shareCuts = ['10', '25', '33.3333', '50', '70', '85.5', '90', '100'];
const numberCuts = ['0.5', '1', '2', '3', '7', '10', '30'];

/** A rule of the type; `adjustment` keeps out of best-of what an adjustment may not be. */
export function drawRule(draw: Draw, type: RuleType, max: Fraction, adjustment: boolean): Rule {
  switch (type) {
    case 'given':
      return { type, ...maybe(draw, 50, { step: draw.one(['0.5', '0.25', '0.1', '0.005', '0.125']) }) };
    case 'levels':
      return { type, levels: drawLevels(draw, max) };
    case 'bands':
      return { type, ...drawBands(draw, max), ...maybe(draw, 40, { over: draw.one(['cap', 'cap', 'refuse']) }) };
    case 'proportional':
      return drawProportional(draw);
    case 'piecewise':
      return drawPiecewise(draw, max);
    case 'per-item':
      return { type, points: drawStep(draw, max), ...maybe(draw, 50, { cap: portion(max, draw.between(1, 4), 4) }) };
    case 'deduct':
      return { type, points: drawStep(draw, max), ...maybe(draw, 50, { min: portion(max, draw.between(0, 4), 4) }) };
    case 'checklist':
      return draw.chance(35)
        ? { type, allOf: draw.some(itemNames, draw.between(1, 3)) }
        : { type, items: drawItems(draw, max) };
    case 'best-of': {
      const types = adjustment ? alternativeTypes.filter((other) => other !== 'deduct') : alternativeTypes;
      const names = draw.some(['loai-a', 'Loại B', 'c.2'], draw.between(2, 3));
      return { type, alternatives: names.map((name) => [name, drawRule(draw, draw.one(types), max, adjustment)]) };
    }
    case 'survey':
      return draw.chance(50) ? { type, scale: drawScale(draw) } : { type, ...maybe(draw, 50, { n: '350' }) };
    case 'relative':
      return {
        type,
        ...maybe(draw, 80, { method: draw.one(['best', 'min-max', 'percentile']) }),
        ...maybe(draw, 50, { value: draw.one(['number', 'share']) }),
      };
    case 'growth':
      return drawGrowth(draw, max);
  }
}

/** The keys, or none of them. */
export function maybe<K extends object>(draw: Draw, percent: number, keys: K): Partial<K> {
  return draw.chance(percent) ? keys : {};
}

/** Points of 0..max: mostly quarters, sometimes an odd decimal that makes rounding matter. */
export function drawPoints(draw: Draw, max: Fraction): string {
  const odd = draw.one(['0.005', '0.125', '0.333', '0.045']);
  return draw.chance(25) && compare(exact(odd), max) <= 0 ? odd : portion(max, draw.between(0, 4), 4);
}

/** Points for each item or each day late; not more than the maximum, so that at least one fits. */
function drawStep(draw: Draw, max: Fraction): string {
  const step = draw.one(['0.1', '0.25', '0.5', '1', '0.333', '0.005']);
  return compare(exact(step), max) <= 0 ? step : portion(max, 1, 4);
}

function drawLevels(draw: Draw, max: Fraction): Names {
  const names = draw.some(levelNames, draw.between(1, 4));
  const best = draw.chance(85) ? draw.between(0, names.length - 1) : -1;
  return names.map((name, at) => [name, at === best ? portion(max, 4, 4) : drawPoints(draw, max)]);
}

function drawItems(draw: Draw, max: Fraction): Names {
  const names = draw.some(itemNames, draw.between(2, 4));
  const rest = draw.chance(80) ? 5 - names.length : 1;
  // All but the last give a quarter, the last what is left (or, below the maximum, a quarter as well).
  return names.map((name, at) => [name, portion(max, at === names.length - 1 ? rest : 1, 4)]);
}

function drawScale(draw: Draw): Names {
  const shares = draw.one([
    ['1', '0.75', '0.5', '0.25', '0'],
    ['100%', '60%', '0%'],
    ['1', '0'],
    ['100%', '66.67%', '33.33%', '0%'],
  ]);
  return shares.map((share, at) => [`mức ${at + 1}`, share]);
}

function drawBands(draw: Draw, max: Fraction): { readonly bands: readonly Band[] } {
  const isShare = draw.chance(60);
  const negative = !isShare && draw.chance(15) ? ['-2'] : [];
  const texts = isShare ? shareCuts : numberCuts;
  const cuts = [...negative, ...draw.some(texts, draw.between(1, 3))].map((text) => (isShare ? `${text}%` : text));
  const open = bandsBetween(draw, cuts, max).filter((band) => band.above !== '100%');
  const zero = isShare ? '0%' : '0';
  const bands = open.map((band, at) => ({
    ...(at === 0 && negative.length === 0 && draw.chance(40) ? { from: zero } : {}),
    ...band,
    ...(at === open.length - 1 && isShare && !cuts.includes('100%') && draw.chance(40) ? { to: '100%' } : {}),
  }));
  return { bands: draw.chance(50) ? bands.toReversed() : bands };
}

/** Bands over the whole line, split at the cuts (rising), each cut going to the band above or below it. */
function bandsBetween(draw: Draw, cuts: readonly string[], max: Fraction): readonly Band[] {
  const upward = cuts.map((cut) => ({ cut, up: draw.chance(50) }));
  return [...upward, undefined].map((end, at) => {
    const start = upward[at - 1];
    return {
      ...(start === undefined ? {} : start.up ? { from: start.cut } : { above: start.cut }),
      ...(end === undefined ? {} : end.up ? { below: end.cut } : { to: end.cut }),
      points: drawPoints(draw, max),
    };
  });
}

function drawProportional(draw: Draw): Rule {
  return {
    type: 'proportional',
    ...maybe(draw, 50, { floor: draw.one(['30%', '50%', '70%', '33.3%', '0%']) }),
    ...maybe(draw, 50, { fullAt: draw.one(['80%', '90%', '95.5%', '100%']) }),
    ...maybe(draw, 50, { from: draw.one(['zero', 'floor', 'floor']) }),
    ...maybe(draw, 60, { zeroOverZero: draw.one(['full', 'none', 'error']) }),
    ...maybe(draw, 40, { over: draw.one(['cap', 'cap', 'refuse']) }),
  };
}

function drawPiecewise(draw: Draw, max: Fraction): Rule {
  const isShare = draw.chance(60);
  const ats = draw.some(isShare ? ['0', ...shareCuts] : ['0', ...numberCuts], draw.between(2, 4));
  return {
    type: 'piecewise',
    curve: ats.map((at) => ({ at: isShare ? `${at}%` : at, points: drawPoints(draw, max) })),
    ...maybe(draw, 60, { outside: draw.one(['flat', 'flat', 'refuse']) }),
    ...maybe(draw, 40, { over: draw.one(['cap', 'cap', 'refuse']) }),
  };
}

function drawGrowth(draw: Draw, max: Fraction): Growth {
  const value = draw.one([undefined, 'number', 'share'] as const);
  const measure = draw.one([undefined, 'ratio', 'difference'] as const);
  const isPlain = measure === 'difference' && value !== 'share';
  const unit = isPlain ? '' : '%';
  const bounded = draw.chance(50)
    ? {
        bands: bandsBetween(
          draw,
          draw.some(['-10', '0', '5', '10', '50'], draw.between(1, 3)).map((cut) => `${cut}${unit}`),
          max,
        ),
      }
    : {
        fullAt: `${draw.one(['10', '15', '100'])}${unit}`,
        ...maybe(draw, 50, { floor: `${draw.one(['0', '2.5', '5'])}${unit}` }),
      };
  return {
    type: 'growth',
    ...(value === undefined ? {} : { value }),
    ...(measure === undefined ? {} : { measure }),
    ...bounded,
  };
}
