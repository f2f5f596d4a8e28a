/**
 * The policies of a rubric, drawn so that indices often fall on a grade line, under a gate or into a tie.
 */
import { type Domain, type Gate, type Grades, isParent, type RankPolicy, type Rubric, type TieBreak } from './case.ts';
import type { Draw } from './draw.ts';

const lines = ['100', '95', '90', '89.995', '85', '80', '75', '70', '65', '50', '40', '33.33', '25'];
const gateLines = ['25', '33.34', '50', '60', '75', '80', '100'];
const gradeIds = ['xuat-sac', 'tot', 'kha', 'trung-binh', 'yeu', 'kem'];
const bounds = [{ min: '0', max: '100' }, { max: '100' }, { min: '0' }, { min: '12.345' }, { max: '89.9951' }];

/** Stages of all rubrics of a case, or none for the default. */
export function drawStages(draw: Draw): readonly string[] | undefined {
  return draw.one([
    undefined,
    undefined,
    ['self', 'appraised'],
    ['self', 'appraised', 'reviewed'],
    ['self', 'draft', 'appraised'],
    ['appraised'],
  ] as const);
}

/** Everything of a rubric but its tree, adjustments and stages; what is left to the default is absent. */
export function drawPolicies(draw: Draw, domains: readonly Domain[]): Partial<Rubric> {
  return {
    ...(draw.chance(85)
      ? {
          rounding: {
            at: draw.one(['leaf', 'domain', 'total', 'total']),
            decimals: draw.one([2, 2, 2, 0, 0, 1, 3, 4]),
          },
        }
      : {}),
    ...(draw.chance(85) ? { rank: drawRank(draw, domains) } : {}),
    ...(draw.chance(75) ? { missing: draw.one(['error', 'zero', 'zero']) } : {}),
    ...(draw.chance(30) ? { index: draw.one(bounds) } : {}),
    ...(draw.chance(90) ? { grades: drawGrades(draw, domains) } : {}),
  };
}

function drawRank(draw: Draw, domains: readonly Domain[]): RankPolicy {
  return {
    on: draw.one(['rounded', 'exact']),
    ties: draw.one(['competition', 'dense']),
    break: Array.from({ length: draw.between(0, 2) }, () => drawNode(draw, domains)),
  };
}

function drawGrades(draw: Draw, domains: readonly Domain[]): Grades {
  const from = draw.some(lines, draw.between(0, 4));
  const ids = draw.some(gradeIds, from.length + 1);
  return {
    on: draw.one(['rounded', 'exact']),
    bands: ids.map((id, at) => ({ id, name: `Loại ${id}`, from: from[at] })),
    gates: Array.from({ length: draw.between(0, 2) }, () => drawGate(draw, domains, ids)),
  };
}

function drawGate(draw: Draw, domains: readonly Domain[], grades: readonly string[]): Gate {
  const each = draw.one(['domain', 'criterion'] as const);
  return {
    on: draw.chance(50) ? { each } : drawNode(draw, domains),
    below: draw.one(gateLines),
    cap: draw.one(grades),
  };
}

/** A domain, or a criterion, or a part. */
function drawNode(draw: Draw, domains: readonly Domain[]): TieBreak {
  const domain = draw.one(domains);
  if (draw.chance(40)) {
    return { domain: domain.id };
  }
  const criterion = draw.one(domain.criteria);
  return { criterion: isParent(criterion) && draw.chance(50) ? draw.one(criterion.parts).id : criterion.id };
}
