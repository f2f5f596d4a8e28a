/**
 * Small cases written by hand: domains of leaves "1.1", "1.2" ..., and units as lists of appraised cells.
 */
import type { Adjustment, Case, Domain, Rubric, Rule } from './case.ts';
import { exact, plain } from './draw.ts';
import { sum } from './fraction.ts';

/** A leaf: its maximum, and its rule where the points are not simply given. */
export type Plant = string | readonly [max: string, rule: Rule];

export interface Planting extends Partial<Pick<Rubric, 'rounding' | 'rank' | 'grades' | 'index' | 'adjustmentCaps'>> {
  readonly domains: readonly (readonly Plant[])[];
  readonly adjustments?: readonly Adjustment[];
  /** Cells in the order of the leaves and then the adjustments; an empty one of an adjustment is none. */
  readonly units: Readonly<Record<string, readonly string[]>>;
}

export function plant({ domains, units, adjustments = [], ...policies }: Planting): Case {
  const tree = domains.map((leaves, at) => plantDomain(`${at + 1}`, leaves));
  const ids = [...tree.flatMap(({ criteria }) => criteria), ...adjustments].map(({ id }) => id);
  const more = adjustments.length === 0 ? {} : { adjustments };
  const rubric: Rubric = { id: 'mot', title: 'Bộ tiêu chí', ...policies, domains: tree, ...more };
  return {
    year: '2019',
    rubrics: [rubric],
    units: Object.entries(units).map(([id, cells]) => ({
      id,
      name: id,
      group: 'huyen',
      unranked: false,
      rows: cells.flatMap((cell, at) =>
        cell === '' ? [] : [{ of: ids[at] ?? '', stages: { appraised: cell }, note: 'Ghi chú' }],
      ),
    })),
  };
}

function plantDomain(id: string, leaves: readonly Plant[]): Domain {
  const criteria = leaves.map((leaf, at) => {
    const [max, rule] = typeof leaf === 'string' ? [leaf, { type: 'given' } as const] : leaf;
    return { id: `${id}.${at + 1}`, title: 'Tiêu chí', max, rule, exempt: true, evidence: false };
  });
  return { id, title: 'Lĩnh vực', max: plain(sum(criteria.map(({ max }) => exact(max)))), exempt: false, criteria };
}
