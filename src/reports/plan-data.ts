/** A plan for machines: figures as fractions, all as texts. */
import { type Exact, toFractionText, toText } from '../model/exact.ts';
import type { Demand, Plan } from '../model/plan.ts';
import { nodeOf, type Rubric } from '../model/rubric.ts';
import { shown } from './figures.ts';

export const PLAN_SCHEMA = 'parindex/plan/1';

/** Keys in a fixed order; `best` is the exact index with every criterion that can be planned at its best. */
export function planData(plan: Plan): object {
  const { board, group, standing, target, sense, line, rival, demands, choices, unmet } = plan;
  const { rubric } = group;
  return {
    schema: PLAN_SCHEMA,
    year: board.year ?? null,
    basis: board.basis,
    rubric: { id: rubric.id, title: rubric.title, sha256: rubric.sha256 },
    group: { id: group.id, name: group.name },
    unit: standing.unit.id,
    name: standing.unit.name,
    index: standing.index === undefined ? null : shown(standing.index, rubric),
    target: targetData(plan),
    sense,
    line: toText(line),
    rival: target.kind === 'rank' ? (rival?.unit.id ?? null) : null,
    demands: demands.map((demand) => demandData(demand, rubric)),
    reachable: choices.length > 0,
    unmet: unmet === undefined ? null : demandData(unmet, rubric),
    best: toFractionText(plan.best),
    costs: plan.costs !== undefined,
    priced: { by_file: plan.costs?.fromFile ?? [], by_rubric: plan.costs?.fromRubric ?? [] },
    proved: plan.isProved,
    more: plan.hasMore,
    all_sought: plan.isListed,
    choices: choices.map(({ improvements, cost, gain, index, shown: after }) => ({
      cost: toFractionText(cost),
      gain: toFractionText(gain),
      index: toFractionText(index),
      shown: shown(after, rubric),
      improvements: improvements.map(({ candidate, way, to, gain: own, cost: price }) => ({
        id: candidate.leaf.id,
        now: candidate.cell,
        to_be_reached: way.tell(to),
        points_now: toFractionText(candidate.now),
        points: toFractionText(to),
        gain: toFractionText(own),
        cost: toFractionText(price),
      })),
    })),
    excluded: plan.excluded.map(({ leaf, why, lost }) => ({ id: leaf.id, why, lost: toFractionText(lost) })),
  };
}

function targetData({ target, group }: Plan): object {
  if (target.kind === 'grade') return { grade: group.rubric.grades?.bands[target.at]?.id ?? null };
  return target.kind === 'rank' ? { rank: target.rank } : { index: toText(target.index) };
}

function demandData({ node, need }: Demand, rubric: Rubric): object {
  const text = (value: Exact): string => toFractionText(value);
  return { node: node === 'total' ? null : nodeOf(rubric, node).id, need: text(need) };
}
