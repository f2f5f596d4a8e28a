/** What a rubric says of the one before it, as far as it can be proved without that one. */
import { repeatedOrigin } from '../faults/published.ts';
import { type Diagnostic, raise } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import type { Leaf } from '../model/rubric.ts';
import type { Tree } from './tree.ts';

/**
 * Every criterion of the older rubric is named once, and a criterion that says what it continues leaves its parts
 * nothing to say. Errors: repeated-origin.
 */
export function originFaults({ criteria, leaves }: Pick<Tree, 'criteria' | 'leaves'>): readonly Diagnostic[] {
  const named = new Map<string, Place>();
  const parents = criteria.filter(({ hasParts }) => hasParts);
  const nodes = [...leaves, ...parents].toSorted((a, b) => a.place.line - b.place.line);
  const repeated = nodes.flatMap(({ id: node, from = [] }) =>
    from.flatMap(({ id, place }): Diagnostic[] => {
      const first = named.get(id);
      if (first === undefined) named.set(id, place);
      return first === undefined ? [] : [fault(id, node, place, first)];
    }),
  );
  const nested = parents.flatMap((parent): readonly Diagnostic[] => {
    if (parent.from === undefined) return [];
    return parent.leaves.flatMap((at) => {
      const { id, place, from } = leaves[at] as Leaf;
      return from === undefined ? [] : [fault(id, id, from[0]?.place ?? place, parent.place)];
    });
  });
  return [...repeated, ...nested];
}

function fault(leaf: string, node: string, place: Place, first: Place): Diagnostic {
  const message = { en: 'it was counted here first', vi: 'lần đầu được tính ở đây' };
  return raise(repeatedOrigin, place, { leaf, node }, { related: [{ place: first, message }] });
}
