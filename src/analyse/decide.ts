/** What set two units of a group apart: the index, or the first tie-break in which they differ. */
import { compare, type Exact, subtract, ZERO } from '../model/exact.ts';
import type { Decision } from '../model/explanation.ts';
import type { NodeRef } from '../model/rubric.ts';
import type { Figure, GroupBoard, Standing } from '../model/scoreboard.ts';
import { figureOf, inSense } from '../score/figure.ts';

/** A node's figure for a standing, as ranks and grades see it. */
export function figureAt({ marks, rubric }: GroupBoard, { domains, row }: Standing, node: NodeRef): Figure {
  const known = node.level === 'domain' ? domains[node.at] : undefined;
  return known ?? figureOf(marks, rubric, row, node);
}

/** The index in the sense in which the rubric ranks. */
export function rankedIndex({ rubric }: GroupBoard, { exact, index }: Standing): Exact | undefined {
  return rubric.rank.on === 'exact' ? exact : index;
}

/** Both standings have an index. The gap is the own less the other's. */
export function decide(group: GroupBoard, own: Standing, other: Standing): Decision {
  const gap = subtract(rankedIndex(group, own) ?? ZERO, rankedIndex(group, other) ?? ZERO);
  if (gap.n !== 0n) return { by: 'index', gap };
  const { on, breaks } = group.rubric.rank;
  for (const node of breaks) {
    const [mine, theirs] = [own, other].map((each) =>
      inSense(figureAt(group, each, node).index, on, group.rubric.rounding.decimals),
    );
    if (mine === undefined && theirs === undefined) continue;
    if (mine !== undefined && theirs !== undefined && compare(mine, theirs) === 0) continue;
    return { by: 'break', node, ...(mine ? { own: mine } : {}), ...(theirs ? { other: theirs } : {}) };
  }
  return { by: 'nothing' };
}
