/** The rule piecewise: straight lines between given points. */
import { boundOutOfRange } from '../faults/bands.ts';
import { curveNotRising } from '../faults/rules.ts';
import { outsideCurve } from '../faults/values.ts';
import { type Curve, level, type Piece } from '../model/curve.ts';
import {
  compare,
  divide,
  type Exact,
  greatest,
  least,
  multiply,
  ONE,
  reduce,
  sign,
  subtract,
  toText,
  ZERO,
} from '../model/exact.ts';
import * as z from '../schema/zod.ts';
import { factsOf, readNumber, readShare, upToWhole } from './cell.ts';
import { idleFlaws, pointsFlaws, reachFlaws, unitFlaws } from './flaws.ts';
import { bound, decimal, over, type Unit } from './options.ts';
import { reachOnCurve } from './reach.ts';
import { defineRule, type Flaw, flaw, isRefusal, type LeafContext, MANY, refuse } from './rule.ts';
import { factorText, shareText } from './speech.ts';
import { boundText } from './tell.ts';

const vertex = z.strictObject({
  at: bound.describe('The value of this point of the curve.'),
  points: decimal.describe('The points that this value gives.'),
});

const options = z.strictObject({
  curve: z.array(vertex).min(2).describe('The points of the curve, rising by "at"; straight lines lie between them.'),
  outside: z
    .enum(['refuse', 'flat'])
    .optional()
    .describe(
      'What a value before the first or after the last point gets: refusal (the default), or the points of that end.',
    ),
  over,
});

type Options = z.output<typeof options>;
type Vertex = z.output<typeof vertex>;

function unitOf({ curve }: Options): Unit {
  return ends(curve).first.at.unit;
}

function ends(curve: readonly Vertex[]): { readonly first: Vertex; readonly last: Vertex } {
  return { first: curve[0] as Vertex, last: curve.at(-1) as Vertex };
}

/** Whether the curve goes on at the same height above its last point. */
function isFlatAbove({ outside, over }: Options): boolean {
  return outside === 'flat' || over === 'cap';
}

function segment(from: Vertex, to: Vertex, isLast: boolean): Piece {
  const slope = reduce(divide(subtract(to.points, from.points), subtract(to.at.value, from.at.value)));
  const offset = reduce(subtract(from.points, multiply(slope, from.at.value)));
  const low = { at: from.at.value, included: true };
  return { low, high: { at: to.at.value, included: isLast }, slope, offset };
}

function curveOf(options: Options): Curve {
  const { curve, outside } = options;
  const { first, last } = ends(curve);
  const inner = curve.slice(1).map((to, index) => segment(curve[index] as Vertex, to, index === curve.length - 2));
  return [
    ...(outside === 'flat' ? [level(first.points, undefined, { at: first.at.value, included: false })] : []),
    ...inner,
    ...(isFlatAbove(options) ? [level(last.points, { at: last.at.value, included: false })] : []),
  ];
}

function orderFlaws(curve: readonly Vertex[], unit: Unit, { leaf }: LeafContext): readonly Flaw[] {
  return curve.slice(1).flatMap((vertex, index) => {
    const before = (curve[index] as Vertex).at.value;
    if (compare(vertex.at.value, before) > 0) return [];
    const facts = { at: boundText(vertex.at.value, unit), before: boundText(before, unit), leaf };
    return [flaw(['curve', index + 1, 'at'], curveNotRising, facts)];
  });
}

function rangeFlaws(curve: readonly Vertex[], { leaf }: LeafContext): readonly Flaw[] {
  return curve.flatMap(({ at: { value, unit } }, index) => {
    if (unit === 'number' || (sign(value) >= 0 && compare(value, ONE) <= 0)) return [];
    const facts = { bound: boundText(value, unit), leaf, from: '0 %', to: '100 %' };
    return [flaw(['curve', index, 'at'], boundOutOfRange, facts)];
  });
}

function tellCurve(options: Options): string {
  const unit = unitOf(options);
  return options.curve.map(({ at, points }) => `${boundText(at.value, unit)}: ${toText(points)}`).join('; ');
}

/** Where a value lies on the curve. */
const PLACES = {
  beyond: { en: 'beyond', vi: 'vượt' },
  on: { en: 'at', vi: 'đúng mốc' },
  below: { en: 'below', vi: 'dưới' },
  between: (from: string, to: string) => ({ en: `between ${from} and ${to}`, vi: `giữa ${from} và ${to}` }),
} as const;

/** The value that the curve is asked for. */
function counted(value: Exact, { over }: Options): Exact {
  return over === 'cap' ? least(value, ONE) : value;
}

export const piecewise = defineRule<Options>({
  summary: { en: 'Straight lines between given points.', vi: 'Nội suy tuyến tính giữa các điểm cho trước.' },
  options,
  relative: false,
  holds: unitOf,
  fill: (options) => (unitOf(options) === 'share' && options.over !== 'cap' ? { upTo: ONE } : {}),
  flaws(options, context) {
    const { curve, over } = options;
    const unit = unitOf(options);
    const placed = curve.map(({ at }, index) => [['curve', index, 'at'], at] as const);
    const best = curve.map(({ points }) => points).reduce(greatest, ZERO);
    return [
      ...pointsFlaws(
        curve.map(({ points }, index) => [['curve', index, 'points'], points]),
        context,
      ),
      ...unitFlaws(placed, unit, context),
      ...rangeFlaws(curve, context),
      ...orderFlaws(curve, unit, context),
      ...idleFlaws('over', over !== undefined && unit === 'number', context),
      ...reachFlaws(['curve'], best, context),
    ];
  },
  read(cell, options, context) {
    const unit = unitOf(options);
    const value =
      unit === 'share' ? upToWhole(readShare(cell, context), options.over, cell, context) : readNumber(cell, context);
    if (isRefusal(value) || options.outside === 'flat') return value;
    const { first, last } = ends(options.curve);
    const at = unit === 'share' ? counted(value, options) : value;
    if (compare(at, first.at.value) >= 0 && compare(at, last.at.value) <= 0) return value;
    const [from, to] = [first, last].map((vertex) => boundText(vertex.at.value, unit)) as [string, string];
    return refuse(outsideCurve, { ...factsOf(cell, context), from, to });
  },
  accepts(options) {
    const { first, last } = ends(options.curve);
    const all = unitOf(options) === 'share' ? ONE : MANY;
    if (options.outside === 'flat') return all;
    return sign(first.at.value) <= 0 ? least(last.at.value, all) : undefined;
  },
  curve: curveOf,
  tell: {
    en: ({ options }) => `straight lines between ${tellCurve(options)}`,
    vi: ({ options }) => `nội suy giữa ${tellCurve(options)}`,
  },
  because({ cell, value, points, options, max }, say) {
    const unit = unitOf(options);
    const at = unit === 'share' ? counted(value, options) : value;
    const what = unit === 'share' ? shareText(cell, value, say) : say.number(value);
    const bound = (vertex: Vertex) => say.amount(vertex.at.value, unit);
    const corner = (vertex: Vertex) => `${bound(vertex)} (${say.number(vertex.points)})`;
    const above = options.curve.findIndex((vertex) => compare(vertex.at.value, at) >= 0);
    const to = options.curve[above];
    const from = options.curve[above - 1];
    if (to === undefined || from === undefined || compare(to.at.value, at) === 0) {
      const vertex = to ?? ends(options.curve).last;
      const place = to === undefined ? PLACES.beyond : compare(to.at.value, at) === 0 ? PLACES.on : PLACES.below;
      return `${what}; ${say.pick(place)} ${bound(vertex)}: ${say.points(points, max)}`;
    }
    const [low, high] = [from.at.value, to.at.value].map((bound) => say.amount(bound, unit)) as [string, string];
    const here = unit === 'share' ? factorText(cell, at, say) : say.number(at);
    const rise = `(${say.number(to.points)} − ${say.number(from.points)})`;
    const sum = `${say.number(from.points)} + (${here} − ${low}) ÷ (${high} − ${low}) × ${rise} ${say.equals(points)}`;
    return `${what}; ${say.pick(PLACES.between(corner(from), corner(to)))}; ${sum}`;
  },
  reach({ value, options }) {
    const { first, last } = ends(options.curve);
    // What lies beyond the ends gives no more than they do.
    const range = { low: first.at.value, high: last.at.value };
    return reachOnCurve(curveOf(options), value, unitOf(options), range);
  },
});
