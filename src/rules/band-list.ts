/** A list of bands, as the rules bands and growth have it: its schema, the proof that it is sound, its curve, its words. */
import {
  bandsEnds,
  bandsGap,
  bandsOverlap,
  boundOutOfRange,
  doubleBound,
  emptyBand,
  unboundedBand,
} from '../faults/bands.ts';
import { type Curve, type End, level } from '../model/curve.ts';
import { compare, type Exact, greatest, ONE, sign, toText, ZERO } from '../model/exact.ts';
import type { Language } from '../model/words.ts';
import * as z from '../schema/zod.ts';
import { pointsFlaws, reachFlaws, unitFlaws } from './flaws.ts';
import { type Bound, bound, decimal, type Unit } from './options.ts';
import { type Flaw, flaw, type LeafContext } from './rule.ts';
import type { Speech } from './speech.ts';
import { boundText } from './tell.ts';

const band = z.strictObject({
  from: bound.optional().describe('The band begins at this value and includes it.'),
  above: bound.optional().describe('The band begins above this value.'),
  to: bound.optional().describe('The band ends at this value and includes it.'),
  below: bound.optional().describe('The band ends below this value.'),
  points: decimal.describe('The points of every value in the band.'),
});

export const bandList = z.array(band).min(1);

export type Band = z.output<typeof band>;

const KEYS = ['from', 'above', 'to', 'below'] as const;
const SHARE_RANGE = { from: '0 %', to: '100 %' };

/** One band with its ends; `at` is its position in the file. */
interface Span {
  readonly at: number;
  readonly low?: End;
  readonly high?: End;
  readonly points: Exact;
}

/** The unit that the first bound is written in; number where there is none. */
export function unitOf(bands: readonly Band[]): Unit {
  for (const item of bands) {
    for (const key of KEYS) {
      const bound = item[key];
      if (bound !== undefined) return bound.unit;
    }
  }
  return 'number';
}

/** Whether some band takes everything below a value. */
export function isOpenBelow(bands: readonly Band[]): boolean {
  return bands.some((item) => item.from === undefined && item.above === undefined);
}

/**
 * Everything unsound in a list of bands. `line` says what it must cover: `whole` every number,
 * `half` the shares from 0 to 1, or the numbers from 0 (all of them if the lowest band is open below).
 */
export function bandListFlaws(
  bands: readonly Band[],
  unit: Unit,
  line: 'whole' | 'half',
  context: LeafContext,
): readonly Flaw[] {
  const bounds = placedBounds(bands);
  const range = unit === 'share' && line === 'half' ? 'share' : 'open';
  const single = [
    ...pointsFlaws(
      bands.map((item, at) => [['bands', at, 'points'], item.points]),
      context,
    ),
    ...bands.flatMap((item, at) => keyFlaws(item, at, context)),
    ...unitFlaws(bounds, unit, context),
    ...(range === 'share' ? rangeFlaws(bounds, context) : []),
  ];
  if (single.length > 0) return single;
  const spans = spansOf(bands);
  const empty = spans.filter((span) => isEmpty(span, range));
  if (empty.length > 0) {
    return empty.map((span) => flaw(['bands', span.at], emptyBand, { band: spanText(span, unit), leaf: context.leaf }));
  }
  const best = bands.map((item) => item.points).reduce(greatest, ZERO);
  return [
    ...endFlaws(spans, unit, line, context),
    ...neighbourFlaws(spans, unit, context),
    ...reachFlaws(['bands'], best, context),
  ];
}

/** One level piece a band, rising. What lies above the highest band was refused, or counts as in it. */
export function bandCurve(bands: readonly Band[]): Curve {
  const spans = spansOf(bands);
  return spans.map(({ low, high, points }, index) => level(points, low, index === spans.length - 1 ? undefined : high));
}

/** The bands in words, the highest first: `above 90 %: 2; from 70 % to 90 %: 1; below 70 %: 0`. */
export function tellBands(bands: readonly Band[], language: Language): string {
  const unit = unitOf(bands);
  const told = spansOf(bands).map(
    (span) => `${TELL[language](span, (end) => boundText(end.at, unit))}: ${toText(span.points)}`,
  );
  return told.reverse().join('; ');
}

/** The one band that a value lies in, in words: `band from 70 % to 90 %`. */
export function bandOf(bands: readonly Band[], value: Exact, say: Speech): string {
  const unit = unitOf(bands);
  const spans = spansOf(bands);
  const span = spans.find(({ high }, at) => at === spans.length - 1 || isWithin(value, high)) as Span;
  return `${say.pick({ en: 'band', vi: 'bậc' })} ${TELL[say.lang](span, (end) => say.amount(end.at, unit))}`;
}

/** Whether a value does not lie above the end of a band. */
function isWithin(value: Exact, high: End | undefined): boolean {
  if (high === undefined) return true;
  const order = compare(value, high.at);
  return order < 0 || (order === 0 && high.included);
}

const TELL: Record<Language, (span: Span, text: (end: End) => string) => string> = {
  en: ({ low, high }, text) => {
    const from = low && `${low.included ? 'from' : 'above'} ${text(low)}`;
    const to = high && `${high.included ? (low ? 'to' : 'up to') : low ? 'to below' : 'below'} ${text(high)}`;
    return [from, to].filter(Boolean).join(' ');
  },
  vi: ({ low, high }, text) => {
    const from = low && `${low.included ? 'từ' : 'trên'} ${text(low)}${low.included && !high ? ' trở lên' : ''}`;
    const to = high && `${high.included ? 'đến' : low ? 'đến dưới' : 'dưới'} ${text(high)}`;
    return [from, to].filter(Boolean).join(' ');
  },
};

/** The bands from the lowest up. */
function spansOf(bands: readonly Band[]): readonly Span[] {
  const spans = bands.map(({ from, above, to, below, points }, at): Span => {
    const low = endOf(from, above);
    const high = endOf(to, below);
    return { at, points, ...(low ? { low } : {}), ...(high ? { high } : {}) };
  });
  return spans.sort((a, b) => (startsLower(a, b) ? -1 : startsLower(b, a) ? 1 : a.at - b.at));
}

function endOf(including: Bound | undefined, excluding: Bound | undefined): End | undefined {
  const end = including ?? excluding;
  return end && { at: end.value, included: including !== undefined };
}

function startsLower(a: Span, b: Span): boolean {
  if (a.low === undefined || b.low === undefined) return b.low !== undefined;
  const order = compare(a.low.at, b.low.at);
  return order < 0 || (order === 0 && a.low.included && !b.low.included);
}

/** `>= 70 %, < 90 %`: the same in every language. */
function spanText({ low, high }: Span, unit: Unit): string {
  const from = low && `${low.included ? '>=' : '>'} ${boundText(low.at, unit)}`;
  const to = high && `${high.included ? '<=' : '<'} ${boundText(high.at, unit)}`;
  return [from, to].filter(Boolean).join(', ');
}

function placedBounds(bands: readonly Band[]): readonly (readonly [Flaw['path'], Bound])[] {
  return bands.flatMap((item, at) =>
    KEYS.flatMap((key) => {
      const value = item[key];
      return value === undefined ? [] : [[['bands', at, key], value] as const];
    }),
  );
}

function keyFlaws(item: Band, at: number, { leaf }: LeafContext): readonly Flaw[] {
  const double = (first: keyof Band, second: keyof Band) =>
    item[first] && item[second]
      ? [flaw(['bands', at, second], doubleBound, { keys: `${first}, ${second}`, leaf })]
      : [];
  const isUnbounded = KEYS.every((key) => item[key] === undefined);
  return [
    ...double('from', 'above'),
    ...double('to', 'below'),
    ...(isUnbounded ? [flaw(['bands', at], unboundedBand, { leaf })] : []),
  ];
}

function rangeFlaws(bounds: readonly (readonly [Flaw['path'], Bound])[], { leaf }: LeafContext): readonly Flaw[] {
  return bounds
    .filter(([, { value, unit }]) => unit === 'share' && (sign(value) < 0 || compare(value, ONE) > 0))
    .map(([path, { value, unit }]) =>
      flaw(path, boundOutOfRange, { bound: boundText(value, unit), leaf, ...SHARE_RANGE }),
    );
}

/** Whether no value lies in the band: its ends are crossed, or it touches the shares only from outside. */
function isEmpty({ low, high }: Span, range: 'share' | 'open'): boolean {
  if (range === 'share' && low && !low.included && compare(low.at, ONE) === 0) return true;
  if (range === 'share' && high && !high.included && sign(high.at) === 0) return true;
  if (low === undefined || high === undefined) return false;
  const order = compare(low.at, high.at);
  return order > 0 || (order === 0 && !(low.included && high.included));
}

function endFlaws(spans: readonly Span[], unit: Unit, line: 'whole' | 'half', { leaf }: LeafContext): readonly Flaw[] {
  const lowest = spans[0] as Span;
  const highest = spans.reduce((best, span) => (endsHigher(span, best) ? span : best));
  const { low } = lowest;
  const { high } = highest;
  const startsAtZero = line === 'half' && low?.included === true && sign(low.at) === 0;
  const endsAtWhole = line === 'half' && unit === 'share' && high?.included === true && compare(high.at, ONE) === 0;
  const facts = (span: Span, end: 'lowest' | 'highest') => ({ band: spanText(span, unit), end, leaf });
  return [
    ...(low && !startsAtZero ? [flaw(['bands', lowest.at], bandsEnds, facts(lowest, 'lowest'))] : []),
    ...(high && !endsAtWhole ? [flaw(['bands', highest.at], bandsEnds, facts(highest, 'highest'))] : []),
  ];
}

function endsHigher(a: Span, b: Span): boolean {
  if (a.high === undefined || b.high === undefined) return b.high !== undefined;
  const order = compare(a.high.at, b.high.at);
  return order > 0 || (order === 0 && a.high.included && !b.high.included);
}

/** Each band against the one below it that reaches highest. */
function neighbourFlaws(spans: readonly Span[], unit: Unit, { leaf }: LeafContext): readonly Flaw[] {
  let below = spans[0] as Span;
  return spans.slice(1).flatMap((span) => {
    const facts = { first: spanText(below, unit), second: spanText(span, unit), leaf };
    const relation = relate(below.high, span.low);
    if (endsHigher(span, below)) below = span;
    if (relation === 'meet') return [];
    return [flaw(['bands', span.at], relation === 'gap' ? bandsGap : bandsOverlap, facts)];
  });
}

/** How the end of one band stands to the beginning of the next. */
function relate(high: End | undefined, low: End | undefined): 'gap' | 'overlap' | 'meet' {
  if (high === undefined || low === undefined) return 'overlap';
  const order = compare(high.at, low.at);
  if (order !== 0) return order < 0 ? 'gap' : 'overlap';
  return high.included === low.included ? (high.included ? 'overlap' : 'gap') : 'meet';
}
