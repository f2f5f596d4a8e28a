/**
 * The mark of one unit on one leaf: which cell counts on a basis, and the points it gives.
 */
import { type Adjustment, type Leaf, type Row, type Rubric, stagesOf, type Unit } from './case.ts';
import { isExempt, readNumber } from './cell.ts';
import { type Fraction, round, smaller, zero } from './fraction.ts';
import { pointsOf } from './points.ts';

/** `outside`: not part of the basis (a survey before appraisal); `none`: an adjustment nobody filled in. */
export type State = 'scored' | 'missing' | 'exempt' | 'outside' | 'none';

export interface Mark {
  readonly id: string;
  readonly state: State;
  /** As they go into sums: rounded where the rubric rounds at the leaf; 0 unless scored. */
  readonly points: Fraction;
  /** Whether the points are the council's, over the rule. */
  readonly overridden: boolean;
}

type Taken = { readonly state: 'missing' | 'exempt' | 'outside' | 'none' } | { readonly state: 'value'; text: string };

/** The row of a unit on a leaf or adjustment; one without cells where there is none. */
function rowOf(unit: Unit, id: string): Row {
  return unit.rows.find((row) => row.of === id) ?? { of: id, stages: {} };
}

function isBeforeAppraisal(rubric: Rubric, basis: string): boolean {
  const stages = stagesOf(rubric);
  return stages.indexOf(basis) < stages.indexOf('appraised');
}

/** The last stage that is filled, up to the basis. */
function lastFilled(rubric: Rubric, row: Row, basis: string): { stage: string; text: string } | undefined {
  const stages = stagesOf(rubric);
  return stages
    .slice(0, stages.indexOf(basis) + 1)
    .map((stage) => ({ stage, text: row.stages[stage] ?? '' }))
    .filter((cell) => cell.text !== '')
    .at(-1);
}

function taken(rubric: Rubric, leaf: Leaf, row: Row, basis: string): Taken {
  if (leaf.source === 'survey') {
    if (isBeforeAppraisal(rubric, basis)) {
      return { state: 'outside' };
    }
    return asTaken(row.survey ?? '');
  }
  const filled = lastFilled(rubric, row, basis);
  if (filled === undefined) {
    return { state: 'missing' };
  }
  // On a basis of appraisal, an appraised leaf whose last word is the unit's own has not been appraised.
  const counts = leaf.source === 'self' || isBeforeAppraisal(rubric, basis) || !isBeforeAppraisal(rubric, filled.stage);
  return counts ? asTaken(filled.text) : { state: 'missing' };
}

function takenAdjustment(rubric: Rubric, row: Row, basis: string): Taken {
  const filled = lastFilled(rubric, row, basis);
  if (filled === undefined) {
    return { state: 'none' };
  }
  const counts = isBeforeAppraisal(rubric, basis) || !isBeforeAppraisal(rubric, filled.stage);
  return counts ? asTaken(filled.text) : { state: 'missing' };
}

function asTaken(text: string): Taken {
  if (text === '') {
    return { state: 'missing' };
  }
  return isExempt(text) ? { state: 'exempt' } : { state: 'value', text };
}

/** The override, where there is one and the basis lets it count. */
function overrideOn(rubric: Rubric, row: Row, basis: string): Fraction | undefined {
  const text = row.override ?? '';
  return text === '' || isBeforeAppraisal(rubric, basis) ? undefined : readNumber(text);
}

/** The value cells the whole group (ranked or not) has for one leaf on a basis; one under an override is among them. */
export function groupValues(rubric: Rubric, leaf: Leaf, units: readonly Unit[], basis: string): readonly string[] {
  return units.flatMap((unit) => {
    const cell = taken(rubric, leaf, rowOf(unit, leaf.id), basis);
    return cell.state === 'value' ? [cell.text] : [];
  });
}

/** The mark of a unit on a leaf; `peers` are the group's values. */
export function markLeaf(rubric: Rubric, leaf: Leaf, unit: Unit, basis: string, peers: readonly string[]): Mark {
  const row = rowOf(unit, leaf.id);
  const cell = taken(rubric, leaf, row, basis);
  const max = readNumber(leaf.max);
  if (cell.state === 'outside' || cell.state === 'exempt') {
    return { id: leaf.id, state: cell.state, points: zero, overridden: false };
  }
  const override = overrideOn(rubric, row, basis);
  if (override !== undefined) {
    return { id: leaf.id, state: 'scored', points: atLeafRounded(rubric, override), overridden: true };
  }
  if (cell.state !== 'value') {
    return { id: leaf.id, state: 'missing', points: zero, overridden: false };
  }
  const points = pointsOf(leaf.rule, cell.text, { max, adjustment: false, previous: row.previous, peers });
  return { id: leaf.id, state: 'scored', points: atLeafRounded(rubric, points), overridden: false };
}

/** The mark of a unit on an adjustment: its points, at most its max. */
export function markAdjustment(rubric: Rubric, adjustment: Adjustment, unit: Unit, basis: string): Mark {
  const row = rowOf(unit, adjustment.id);
  const cell = takenAdjustment(rubric, row, basis);
  const max = readNumber(adjustment.max);
  const override = overrideOn(rubric, row, basis);
  if (override !== undefined) {
    const points = atLeafRounded(rubric, smaller(override, max));
    return { id: adjustment.id, state: 'scored', points, overridden: true };
  }
  if (cell.state !== 'value') {
    return { id: adjustment.id, state: cell.state, points: zero, overridden: false };
  }
  const around = { max, adjustment: true, previous: undefined, peers: [] };
  const points = atLeafRounded(rubric, smaller(pointsOf(adjustment.rule, cell.text, around), max));
  return { id: adjustment.id, state: 'scored', points, overridden: false };
}

function atLeafRounded(rubric: Rubric, points: Fraction): Fraction {
  return rubric.rounding?.at === 'leaf' ? round(points, rubric.rounding.decimals) : points;
}
