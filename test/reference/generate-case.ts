/**
 * Whole cases: one or two rubrics, a few units in one to three groups, and what each reported.
 */
import fc from 'fast-check';
import { type Case, type Rubric, rubricOf, type Unit } from './case.ts';
import { type Draw, drawFrom } from './draw.ts';
import { drawPolicies, drawStages } from './generate-policies.ts';
import { drawRivals, drawRows } from './generate-rows.ts';
import { drawAdjustments, drawCaps, drawDomains } from './generate-tree.ts';

/** Any case, sound by construction: it has a result on its last stage. */
export function anyCase(): fc.Arbitrary<Case> {
  return fc.gen().map((generate) => drawCase(drawFrom(generate)));
}

export function drawCase(draw: Draw): Case {
  const groups = draw.some(['so', 'huyen', 'xa'], draw.one([1, 1, 2, 3]));
  const stages = drawStages(draw);
  const rubrics =
    groups.length > 1 && draw.chance(50)
      ? [drawRubric(draw, 'hai', stages, groups.slice(1)), drawRubric(draw, 'mot', stages, groups.slice(0, 1))]
      : [drawRubric(draw, 'mot', stages, draw.chance(30) ? groups : undefined)];
  const whole = { year: '2019', rubrics, units: [] };
  return { ...whole, units: drawUnits(draw, whole, groups) };
}

function drawRubric(
  draw: Draw,
  id: string,
  stages: readonly string[] | undefined,
  appliesTo: readonly string[] | undefined,
): Rubric {
  const domains = drawDomains(draw);
  const adjustments = drawAdjustments(draw);
  return {
    id,
    title: `Bộ tiêu chí ${id}`,
    ...(appliesTo === undefined ? {} : { appliesTo }),
    ...(stages === undefined ? {} : { stages }),
    ...drawPolicies(draw, domains),
    domains,
    ...(adjustments.length === 0 ? {} : { adjustments, adjustmentCaps: drawCaps(draw) }),
  };
}

function drawUnits(draw: Draw, whole: Case, groups: readonly string[]): readonly Unit[] {
  const units: Unit[] = [];
  const count = draw.between(2, 6);
  while (units.length < count) {
    const at = units.length + 1;
    // A twin reports what another unit did, but for one leaf at most: so come the ties, and those nearly so.
    const model = units.length > 0 && draw.chance(50) ? draw.one(units) : undefined;
    const group = model?.group ?? draw.one(groups);
    const rubric = rubricOf(whole, group);
    const rivals = model !== undefined && draw.chance(40) ? drawRivals(draw, rubric, model.rows) : undefined;
    if (model !== undefined && rivals !== undefined) {
      units[units.indexOf(model)] = { ...model, rows: rivals[0] };
    }
    units.push({
      id: `don-vi-${at}`,
      name: `Đơn vị ${at}`,
      group,
      unranked: draw.chance(12),
      rows: rivals?.[1] ?? drawRows(draw, rubric, model?.rows),
    });
  }
  return units;
}
