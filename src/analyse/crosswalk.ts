/**
 * The crosswalk: which leaves of an older rubric the leaves of a newer one continue. What the newer rubric says
 * (`from`) counts; leaves of which it says nothing continue the older leaf of the same id. A criterion with parts may
 * continue several leaves, or one that was split: they then form one block, compared as a whole.
 */
import type { Block, Crosswalk, CrosswalkFlaw, SnapshotLeaf, SnapshotRubric } from '../model/comparison.ts';
import { fold } from '../model/nearest.ts';
import type { Place } from '../model/place.ts';
import type { OriginId } from '../model/rubric.ts';

/** The crosswalk, or every flaw of what the newer rubric says: an id that is not there, a leaf counted twice. */
export function walkAcross(
  older: SnapshotRubric,
  newer: SnapshotRubric,
): { readonly crosswalk?: Crosswalk; readonly flaws: readonly CrosswalkFlaw[] } {
  if (older.sha256 !== '' && older.sha256 === newer.sha256) return { crosswalk: identity(newer), flaws: [] };
  const taken = new Map<number, Place>();
  const spoken = new Map<number, Place>();
  const flaws: CrosswalkFlaw[] = [];
  const blocks: Block[] = [];
  for (const origin of newer.origins) {
    const own = leavesOf(newer, origin.node);
    const from = origin.from.map((named) => ({ ...named, leaves: leavesOf(older, named.id) }));
    flaws.push(...flawsOf(origin.node, from, older, taken));
    // A part that speaks for itself below a criterion that speaks for it too would count twice.
    flaws.push(...flawsOf(origin.node, [{ id: origin.node, place: origin.place, leaves: own }], newer, spoken));
    const continued = from.flatMap(({ leaves }) => leaves);
    if (continued.length > 0) blocks.push(blockOf(newer, own, continued));
  }
  if (flaws.length > 0) return { flaws };
  const silent = positions(newer).filter((at) => !spoken.has(at));
  const doubtful: string[] = [];
  for (const at of silent) {
    const leaf = newer.leaves[at] as SnapshotLeaf;
    const same = older.leaves.findIndex(({ id }) => id === leaf.id);
    if (same === -1 || taken.has(same)) continue;
    taken.set(same, NOWHERE);
    if (fold(older.leaves[same]?.title ?? '') !== fold(leaf.title)) doubtful.push(leaf.id);
    blocks.push(blockOf(newer, [at], [same]));
  }
  const continuing = new Set(blocks.flatMap((block) => block.newer));
  return {
    crosswalk: {
      blocks,
      added: positions(newer).filter((at) => !continuing.has(at)),
      dropped: positions(older).filter((at) => !taken.has(at)),
      isSame: false,
      doubtful,
    },
    flaws,
  };
}

const NOWHERE: Place = { file: '', line: 0, column: 0 };

function identity(rubric: SnapshotRubric): Crosswalk {
  const blocks = positions(rubric).map((at) => blockOf(rubric, [at], [at]));
  return { blocks, added: [], dropped: [], isSame: true, doubtful: [] };
}

function positions({ leaves }: SnapshotRubric): readonly number[] {
  return leaves.map((_, at) => at);
}

function blockOf({ leaves }: SnapshotRubric, newer: readonly number[], older: readonly number[]): Block {
  const first = leaves[newer[0] ?? 0] as SnapshotLeaf;
  const id = newer.length === 1 ? first.id : first.criterion;
  return { id, title: first.title, domain: first.domain, older, newer };
}

/** Positions of the leaves at or below a node; none where the rubric has no such node. */
function leavesOf({ leaves }: SnapshotRubric, id: string): readonly number[] {
  const among = (key: 'id' | 'criterion' | 'domain'): readonly number[] =>
    leaves.flatMap((leaf, at) => (leaf[key] === id ? [at] : []));
  return [among('id'), among('criterion'), among('domain')].find((found) => found.length > 0) ?? [];
}

/** Notes each leaf as taken, and what of it was taken before or is not there. */
function flawsOf(
  node: string,
  named: readonly (OriginId & { readonly leaves: readonly number[] })[],
  rubric: SnapshotRubric,
  taken: Map<number, Place>,
): readonly CrosswalkFlaw[] {
  return named.flatMap(({ id, place, leaves }): CrosswalkFlaw[] => {
    if (leaves.length === 0) return [{ kind: 'unknown', node, id, leaf: '', place }];
    return leaves.flatMap((at): CrosswalkFlaw[] => {
      const first = taken.get(at);
      if (first === undefined) taken.set(at, place);
      return first === undefined ? [] : [{ kind: 'twice', node, id, leaf: rubric.leaves[at]?.id ?? '', place, first }];
    });
  });
}
