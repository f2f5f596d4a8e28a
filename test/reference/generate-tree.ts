/**
 * Trees of a few leaves: domains, criteria with and without parts, each leaf with a rule of any type.
 */
import type { Adjustment, Criterion, Domain, Leaf, Source } from './case.ts';
import { type Draw, exact, plain } from './draw.ts';
import { sum } from './fraction.ts';
import { adjustmentTypes, drawRule, leafTypes, maybe } from './generate-rule.ts';

const maxima = ['0.5', '0.75', '1', '1', '1.5', '2', '2', '2.5', '3', '4', '5', '10'];

/** One to three domains; in some trees every node may be exempt, so that units without an index occur. */
export function drawDomains(draw: Draw): readonly Domain[] {
  const allExempt = draw.chance(20);
  return Array.from({ length: draw.between(1, 3) }, (_, at) => drawDomain(draw, `${at + 1}`, allExempt));
}

function drawDomain(draw: Draw, id: string, allExempt: boolean): Domain {
  // From 9 on, so that "1.10" stands beside other ids as text.
  const first = draw.chance(10) ? 9 : 1;
  const criteria = Array.from({ length: draw.between(1, 3) }, (_, at) => drawCriterion(draw, `${id}.${first + at}`));
  return {
    id,
    title: `Lĩnh vực ${id}`,
    max: totalOf(criteria),
    exempt: allExempt || draw.chance(15),
    criteria,
  };
}

function drawCriterion(draw: Draw, id: string): Criterion {
  if (draw.chance(60)) {
    return drawLeaf(draw, id);
  }
  const parts = Array.from({ length: draw.between(1, 3) }, (_, at) => drawLeaf(draw, `${id}.${at + 1}`));
  return { id, title: `Tiêu chí ${id}: "a", #b`, max: totalOf(parts), exempt: draw.chance(15), parts };
}

function drawLeaf(draw: Draw, id: string): Leaf {
  const max = draw.one(maxima);
  const type = draw.one(leafTypes);
  const source = type === 'survey' ? 'survey' : drawSource(draw);
  return {
    id,
    title: `Tiêu chí ${id}`,
    max,
    rule: drawRule(draw, type, exact(max), false),
    ...(source === undefined ? {} : { source }),
    exempt: draw.chance(20),
    evidence: draw.chance(20),
  };
}

function drawSource(draw: Draw): Source | undefined {
  return draw.one([undefined, undefined, undefined, 'appraised', 'appraised', 'self', 'survey'] as const);
}

/** No adjustment in half of the rubrics, else up to four of either kind. */
export function drawAdjustments(draw: Draw): readonly Adjustment[] {
  const count = draw.chance(50) ? draw.between(1, 4) : 0;
  return Array.from({ length: count }, (_, at) => {
    const max = draw.one(['0.5', '1', '2', '3']);
    const rule = drawRule(draw, draw.one(adjustmentTypes), exact(max), true);
    return { id: `T${at + 1}`, kind: draw.one(['bonus', 'bonus', 'penalty']), max, rule };
  });
}

/** Caps over the kinds, some with more decimals than any rounding keeps. */
export function drawCaps(draw: Draw) {
  return {
    ...maybe(draw, 50, { bonus: draw.one(['0.5', '1', '1.255', '3']) }),
    ...maybe(draw, 50, { penalty: draw.one(['0.5', '1', '0.3333', '3']) }),
  };
}

function totalOf(children: readonly { readonly max: string }[]): string {
  return plain(sum(children.map(({ max }) => exact(max))));
}
