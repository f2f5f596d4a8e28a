/** The rule growth: the change against last year's value, in bands or in proportion. */
import { boundOutOfRange } from '../faults/bands.ts';
import { eitherOption, floorNotBelowFull } from '../faults/rules.ts';
import { noPrevious, previousZero } from '../faults/values.ts';
import { type Curve, type End, level, type Piece } from '../model/curve.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  multiply,
  ONE,
  reduce,
  sign,
  subtract,
  toText,
  ZERO,
} from '../model/exact.ts';
import type { Language } from '../model/words.ts';
import * as z from '../schema/zod.ts';
import { bandCurve, bandList, bandListFlaws, bandOf, tellBands } from './band-list.ts';
import { factsOf, readUnit } from './cell.ts';
import { adjustmentFlaws, idleFlaws, unitFlaws } from './flaws.ts';
import { type Bound, bound, type Unit } from './options.ts';
import { ramp } from './proportional.ts';
import { reachOnCurve } from './reach.ts';
import { defineRule, type Flaw, flaw, isRefusal, type LeafContext, refuse } from './rule.ts';
import { type Speech, speech } from './speech.ts';
import { boundText } from './tell.ts';

const options = z.strictObject({
  value: z
    .enum(['number', 'share'])
    .optional()
    .describe('What the cells hold: a number (the default), or a percentage or fraction.'),
  measure: z
    .enum(['ratio', 'difference'])
    .optional()
    .describe('The change in per cent of last year (ratio, the default), or value less value (difference).'),
  bands: bandList.optional().describe('The bands of the change, over the whole line; instead of full_at.'),
  full_at: bound.optional().describe('A change from this on gives the maximum, less in proportion; instead of bands.'),
  floor: bound.optional().describe('A change below this gives 0 points; with full_at only.'),
});

type Options = z.output<typeof options>;

/** The unit of the change: shares of last year, or the value's own. */
function unitOf({ value = 'number', measure = 'ratio' }: Options): Unit {
  return measure === 'ratio' ? 'share' : value;
}

function rampFlaws(full: Bound, floor: Bound | undefined, unit: Unit, context: LeafContext): readonly Flaw[] {
  const { leaf } = context;
  const units = unitFlaws([[['full_at'], full], ...(floor ? [[['floor'], floor] as const] : [])], unit, context);
  if (units.length > 0) return units;
  const text = (value: Exact) => boundText(value, unit);
  const least = floor?.value ?? ZERO;
  if (compare(least, full.value) >= 0) {
    return [
      flaw([floor ? 'floor' : 'full_at'], floorNotBelowFull, { floor: text(least), full: text(full.value), leaf }),
    ];
  }
  if (sign(least) >= 0) return [];
  return [flaw(['floor'], boundOutOfRange, { bound: text(least), leaf, from: text(ZERO), to: text(full.value) })];
}

/** Nothing up to no growth, then in proportion up to `full`. */
function growthRamp(floor: Exact, full: Exact, max: Exact): Curve {
  if (sign(floor) > 0) return ramp(floor, ZERO, full, max);
  const nothing = level(ZERO, undefined, { at: ZERO, included: true });
  const [rise, top] = ramp(ZERO, ZERO, full, max);
  return [nothing, { ...rise, low: { at: ZERO, included: false } }, top] as Curve;
}

function tell(options: Options, max: Exact, language: Language): string {
  const unit = unitOf(options);
  const { bands, full_at: full, floor } = options;
  const what = {
    en: options.measure === 'difference' ? 'change against last year' : 'growth against last year',
    vi: options.measure === 'difference' ? 'chênh lệch so với năm trước' : 'mức tăng so với năm trước',
  }[language];
  if (bands) return `${what}: ${tellBands(bands, language)}`;
  const from = boundText(ZERO, unit);
  const to = boundText(full?.value ?? ZERO, unit);
  const below = floor && sign(floor.value) > 0 ? boundText(floor.value, unit) : undefined;
  return {
    en: `${what}: from ${from}: 0 to ${to}: ${toText(max)}${below ? `; below ${below}: 0` : ''}`,
    vi: `${what}: từ ${from}: 0 đến ${to}: ${toText(max)}${below ? `; dưới ${below}: 0` : ''}`,
  }[language];
}

export const growth = defineRule<Options>({
  summary: { en: "The change against last year's value.", vi: 'Mức tăng so với năm trước.' },
  options,
  relative: false,
  holds: () => 'change',
  fill: ({ value: unit = 'number', measure = 'ratio' }) => ({ change: { unit, measure } }),
  flaws(options, context) {
    const { bands, full_at: full, floor } = options;
    const unit = unitOf(options);
    const isEither = (bands === undefined) !== (full === undefined);
    return [
      ...adjustmentFlaws('growth', context),
      ...(isEither
        ? []
        : [flaw([bands ? 'full_at' : 'type'], eitherOption, { keys: 'bands, full_at', leaf: context.leaf })]),
      ...(bands ? bandListFlaws(bands, unit, 'whole', context) : []),
      ...(full ? rampFlaws(full, floor, unit, context) : []),
      ...idleFlaws('floor', floor !== undefined && full === undefined, context),
    ];
  },
  read(cell, options, context) {
    const { value: unit = 'number', measure = 'ratio' } = options;
    const value = readUnit(cell, unit, context);
    if (isRefusal(value)) return value;
    const inPrevious = true as const;
    if (context.previous === '') return { ...refuse(noPrevious, factsOf('', context)), inPrevious };
    const previous = readUnit(context.previous, unit, context);
    if (isRefusal(previous)) return { ...previous, inPrevious };
    if (measure === 'difference') return reduce(subtract(value, previous));
    if (sign(previous) > 0) return reduce(subtract(divide(value, previous), ONE));
    return { ...refuse(previousZero, factsOf(context.previous, context)), inPrevious };
  },
  curve({ bands, full_at: full, floor }, max) {
    return bands ? bandCurve(bands) : growthRamp(floor?.value ?? ZERO, full?.value ?? ONE, max);
  },
  tell: {
    en: ({ options, max }) => tell(options, max, 'en'),
    vi: ({ options, max }) => tell(options, max, 'vi'),
  },
  because({ cell, previous, value, points, options, max }, say) {
    const unit = unitOf(options);
    const { measure = 'ratio', bands, full_at: full, floor } = options;
    const [now, before] = [cell, previous].map((each) => (each.includes('/') ? `(${each})` : each));
    const change = unit === 'share' ? say.equalsPercent(value) : say.equals(value);
    const done = measure === 'ratio' ? `${now} ÷ ${before} − 1` : `${now} − ${before}`;
    // The unrounded change, so that a calculator gives the points shown.
    const ratio = change.startsWith('=') ? say.amount(value, unit) : `(${done})`;
    const what = `${say.pick({ en: 'against last year', vi: 'so với năm trước' })} ${done} ${change}`;
    if (bands) return `${what}; ${bandOf(bands, value, say)}: ${say.points(points, max)}`;
    const top = full?.value ?? ONE;
    const least = floor?.value ?? ZERO;
    if (compare(value, top) >= 0) {
      const reached = say.pick({ en: 'full points from', vi: 'đạt điểm tối đa từ' });
      return `${what}; ${reached} ${say.amount(top, unit)}: ${say.points(points, max)}`;
    }
    if (compare(value, least) < 0 || sign(value) <= 0) {
      const below =
        sign(least) > 0
          ? `${say.pick({ en: 'below', vi: 'dưới' })} ${say.amount(least, unit)}`
          : say.pick({ en: 'no growth', vi: 'không tăng' });
      return `${what}; ${below}: ${say.points(points, max)}`;
    }
    return `${what}; ${ratio} ÷ ${say.amount(top, unit)} × ${say.number(max)} ${say.equals(points)}`;
  },
  reach({ value, previous, mark, options, max }) {
    const { value: unit = 'number', measure = 'ratio', bands, full_at: full, floor } = options;
    // It was read before.
    const before = readUnit(previous, unit, { leaf: '', max, mark, previous: '' }) as Exact;
    const curve = bands ? bandCurve(bands) : growthRamp(floor?.value ?? ZERO, full?.value ?? ONE, max);
    // In terms of this year's value, which is what somebody can see to; it is not negative, and a share ends at 100 %.
    const factor = measure === 'ratio' ? before : ONE;
    const now = add(before, multiply(factor, value));
    const range = unit === 'share' ? { low: ZERO, high: ONE } : { low: ZERO };
    const last = (say: Speech): string =>
      `(${say.pick({ en: 'last year', vi: 'năm trước' })} ${say.amount(before, unit)})`;
    return reachOnCurve(stretched(curve, before, factor), now, unit, range).map((way) => ({
      ...way,
      tell: (points) => {
        const { en, vi } = way.tell(points);
        return { en: `${en} ${last(speech('en'))}`, vi: `${vi} ${last(speech('vi'))}` };
      },
    }));
  },
});

/** A curve over changes as one over values: a value is `before` + `factor` × change. */
function stretched(curve: Curve, before: Exact, factor: Exact): Curve {
  const endOf = (end: End | undefined) => end && { ...end, at: reduce(add(before, multiply(factor, end.at))) };
  return curve.map(({ low, high, slope, offset }): Piece => {
    const steepness = divide(slope, factor);
    const [from, to] = [endOf(low), endOf(high)];
    return {
      slope: reduce(steepness),
      offset: reduce(subtract(offset, multiply(steepness, before))),
      ...(from === undefined ? {} : { low: from }),
      ...(to === undefined ? {} : { high: to }),
    };
  });
}
