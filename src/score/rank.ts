/**
 * Ranks in one group (xếp hạng): by the index, then by each tie-break, as classes of equals that every key
 * splits further.
 *
 *   all ranked ─index→ classes ─first tie-break→ smaller classes ─...→ ranks
 */
import type { Exact } from '../model/exact.ts';
import type { NodeRef, Rubric } from '../model/rubric.ts';
import type { Figure, Standing } from '../model/scoreboard.ts';
import { inSense } from './figure.ts';
import { compareNear } from './filter.ts';
import type { LateStanding } from './standing.ts';

/** What units are compared by, the larger the better; undefined (exempt) loses to any. */
type Key = (standing: LateStanding) => Exact | undefined;

/**
 * The group's standings as they are listed: the ranked, equals in the order given; then the unranked by their
 * index; then those without an index. `figureAt` gives the figure of a node for a standing.
 */
export function rankGroup(
  standings: readonly LateStanding[],
  rubric: Rubric,
  figureAt: (standing: LateStanding, node: NodeRef) => Figure,
): readonly Standing[] {
  const { on, breaks } = rubric.rank;
  const byIndex: Key = ({ exact, index }) => (on === 'exact' ? exact : index);
  const byNode = (node: NodeRef): Key => {
    return (standing) => inSense(figureAt(standing, node).index, on, rubric.rounding.decimals);
  };
  const indexed = standings.filter(({ index }) => index !== undefined);
  const ranked = indexed.filter(({ unit }) => unit.ranked);
  const classes = [byIndex, ...breaks.map(byNode)].reduce(
    (equals: readonly (readonly LateStanding[])[], key) => equals.flatMap((equal) => splitBy(key, equal)),
    [ranked],
  );
  const listedApart = splitBy(
    byIndex,
    indexed.filter(({ unit }) => !unit.ranked),
  ).flat();
  const withoutIndex = standings.filter(({ index }) => index === undefined);
  return [...numberClasses(classes, rubric.rank.ties), ...listedApart, ...withoutIndex];
}

/** Units that were equal so far, as classes of those that still are, the best first. */
function splitBy(key: Key, equals: readonly LateStanding[]): readonly (readonly LateStanding[])[] {
  if (equals.length < 2) return [equals];
  const keyed = equals.map((standing) => ({ standing, value: key(standing) }));
  keyed.sort((a, b) => compareKeys(b.value, a.value));
  const classes: LateStanding[][] = [];
  for (const [at, { standing, value }] of keyed.entries()) {
    const before = keyed[at - 1];
    if (before !== undefined && compareKeys(before.value, value) === 0) classes.at(-1)?.push(standing);
    else classes.push([standing]);
  }
  return classes;
}

function compareKeys(a: Exact | undefined, b: Exact | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compareNear(a, b);
}

/** Competition counts the units above (1, 2, 2, 4), dense the classes above (1, 2, 2, 3). */
function numberClasses(
  classes: readonly (readonly LateStanding[])[],
  ties: Rubric['rank']['ties'],
): readonly Standing[] {
  const listed: Standing[] = [];
  for (const [classesAbove, equals] of classes.entries()) {
    const rank = 1 + (ties === 'competition' ? listed.length : classesAbove);
    for (const standing of equals) {
      standing.place(rank, equals.length > 1);
      listed.push(standing);
    }
  }
  return listed;
}
