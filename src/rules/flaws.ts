/** Proofs that several rules share: points within the maximum, the maximum within reach, units that agree. */
import { mixedUnits } from '../faults/bands.ts';
import { idleOption, maxUnreachable, notInAdjustment, pointsOutOfRange } from '../faults/rules.ts';
import { compare, type Exact, sign, toText } from '../model/exact.ts';
import type { Bound, Unit } from './options.ts';
import { type Flaw, flaw, keyFlaw, type LeafContext } from './rule.ts';
import { boundText } from './tell.ts';

/** An option of points with its path; absent options are sound. */
export type PlacedPoints = readonly [Flaw['path'], Exact | undefined];

/** A flaw for each points option outside 0 to the leaf's maximum. */
export function pointsFlaws(placed: readonly PlacedPoints[], { leaf, max }: LeafContext): readonly Flaw[] {
  return placed.flatMap(([path, points]) =>
    points === undefined || (sign(points) >= 0 && compare(points, max) <= 0)
      ? []
      : [flaw(path, pointsOutOfRange, { points: toText(points), leaf, max: toText(max) })],
  );
}

/** A warning where the best points a rule can give stay below the leaf's maximum. */
export function reachFlaws(path: Flaw['path'], best: Exact, { leaf, max }: LeafContext): readonly Flaw[] {
  if (compare(best, max) >= 0) return [];
  return [flaw(path, maxUnreachable, { best: toText(best), leaf, max: toText(max) })];
}

/** A flaw for each bound that is not of the wanted unit. */
export function unitFlaws(
  placed: readonly (readonly [Flaw['path'], Bound])[],
  wanted: Unit,
  { leaf }: LeafContext,
): readonly Flaw[] {
  return placed.flatMap(([path, bound]) =>
    bound.unit === wanted ? [] : [flaw(path, mixedUnits, { bound: boundText(bound.value, bound.unit), leaf, wanted })],
  );
}

/** A warning for an option that was given but does nothing. */
export function idleFlaws(key: string, isIdle: boolean, { leaf }: LeafContext): readonly Flaw[] {
  return isIdle ? [keyFlaw([key], idleOption, { key, leaf })] : [];
}

/** A flaw where a rule that cannot give a bonus or penalty stands in one. */
export function adjustmentFlaws(rule: string, { leaf, source }: LeafContext): readonly Flaw[] {
  return source === 'adjustment' ? [flaw(['type'], notInAdjustment, { rule, leaf })] : [];
}
