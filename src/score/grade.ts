/** The grade (xếp loại): by lines on the index, held down by gates on single domains or criteria. */
import type { Exact } from '../model/exact.ts';
import { type GradePolicy, type NodeRef, nodeOf, type Rubric } from '../model/rubric.ts';
import type { Figure, GateHold, GradeResult, Standing } from '../model/scoreboard.ts';
import { inSense } from './figure.ts';
import { asRounded, compareNear, subtractNear } from './filter.ts';

/**
 * The grade of a unit, or undefined where the rubric has none or the unit has no index.
 * `figureAt` gives the unit's figure of a node. The margin is the distance from the index to the lower end of
 * the next better grade: not positive where only a gate stands in the way.
 */
export function gradeOf(
  standing: Pick<Standing, 'exact' | 'index'>,
  rubric: Rubric,
  figureAt: (node: NodeRef) => Figure,
): GradeResult | undefined {
  const policy = rubric.grades;
  const value = policy?.on === 'exact' ? standing.exact : standing.index;
  if (policy === undefined || value === undefined) return undefined;
  const lines = linesOf(policy, rubric.rounding.decimals);
  const byIndex = bandOf(value, lines);
  const holds = policy.gates.length === 0 ? [] : findHolds(policy, byIndex, rubric, figureAt);
  if (holds.length === 0) return { at: byIndex, byIndex, holds: NO_HOLDS, margin: marginOf(value, lines[byIndex - 1]) };
  const at = Math.max(...holds.map(({ cap }) => cap));
  const binding = holds.filter(({ cap }) => cap === at).map(({ hold }) => hold);
  return { at, byIndex, holds: binding, margin: marginOf(value, lines[at - 1]) };
}

/** The first band that begins at an index or below it. */
function bandOf(index: Exact, lines: readonly (Exact | undefined)[]): number {
  for (let at = 0; at < lines.length; at++) {
    const from = lines[at];
    if (from === undefined || compareNear(index, from) >= 0) return at;
  }
  return -1;
}

function marginOf(index: Exact, better: Exact | undefined): Exact | undefined {
  return better && subtractNear(better, index);
}

const linesKnown = new WeakMap<GradePolicy, readonly (Exact | undefined)[]>();

/** The lower ends of the bands, made ready once for ten thousand units. */
function linesOf(policy: GradePolicy, decimals: number): readonly (Exact | undefined)[] {
  const known = linesKnown.get(policy);
  if (known) return known;
  const lines = policy.bands.map(({ from }) => from && asRounded(from, decimals));
  linesKnown.set(policy, lines);
  return lines;
}

const NO_HOLDS: readonly GateHold[] = [];

/** Every gate that would lower the grade, with its cap; an exempt node opens its gate. */
function findHolds(
  policy: GradePolicy,
  byIndex: number,
  rubric: Rubric,
  figureAt: (node: NodeRef) => Figure,
): readonly { readonly cap: number; readonly hold: GateHold }[] {
  // Bands fall, so a cap lowers the grade only if it stands further down.
  const gates = policy.gates.filter(({ cap }) => cap > byIndex);
  return gates.flatMap(({ nodes, below, cap }) =>
    nodes.flatMap((node) => {
      const index: Exact | undefined = inSense(figureAt(node).index, policy.on, rubric.rounding.decimals);
      if (index === undefined || compareNear(index, below) >= 0) return [];
      return [{ cap, hold: { node: nodeOf(rubric, node).id, index, below } }];
    }),
  );
}
