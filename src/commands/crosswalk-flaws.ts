/** The flaws of a crosswalk as faults, and what `rubric check --previous` finds. */
import { rubricOf } from '../analyse/compare-snapshot.ts';
import { walkAcross } from '../analyse/crosswalk.ts';
import { repeatedOrigin, unknownOrigin } from '../faults/published.ts';
import type { CrosswalkFlaw, SnapshotRubric } from '../model/comparison.ts';
import { type Diagnostic, hasErrors, raise } from '../model/diagnostic.ts';
import { nearest } from '../model/nearest.ts';
import type { Rubric } from '../model/rubric.ts';
import { visible } from '../model/visible.ts';
import type { Request } from './command.ts';
import { type Input, loadRubrics } from './input.ts';

/** What became of an older rubric's leaves in a newer one; both by their ids. */
export interface Walked {
  readonly older: string;
  readonly newer: string;
  readonly counts: { readonly kept: number; readonly added: number; readonly dropped: number };
}

/** One flaw at its place. Errors: repeated-origin, unknown-origin. */
export function tellFlaw({ kind, node, id, leaf, place, first }: CrosswalkFlaw, older: SnapshotRubric): Diagnostic {
  if (kind === 'twice') {
    const related =
      first === undefined || first.line === 0
        ? []
        : [{ place: first, message: { en: 'it was counted here first', vi: 'lần đầu được tính ở đây' } }];
    return raise(repeatedOrigin, place, { leaf, node }, { related });
  }
  const ids = older.leaves.flatMap((each) => [each.id, each.criterion, each.domain]);
  const guess = nearest(id, [...new Set(ids)]);
  const facts = { id: visible(id), node, older: older.id, ...(guess === undefined ? {} : { nearest: guess }) };
  return raise(unknownOrigin, place, facts);
}

/** The crosswalks from the rubrics of --previous; undefined where it was not asked. Errors: those of both, and tellFlaw's. */
export function walkFromPrevious(
  request: Request,
  input: Input,
): (Pick<Input, 'diagnostics' | 'inputs'> & { readonly crosswalks: readonly Walked[] }) | undefined {
  const asked = request.options['previous'];
  if (typeof asked !== 'string') return undefined;
  const before = loadRubrics(request, asked);
  const read = [...input.diagnostics, ...before.diagnostics];
  const inputs = [...input.inputs, ...before.inputs];
  if (hasErrors(read)) return { diagnostics: read, inputs, crosswalks: [] };
  const pairs = input.rubrics.flatMap((newer) => {
    const older = predecessor(newer, before.rubrics);
    return older === undefined ? [] : [{ older, newer, ...walkAcross(rubricOf(older), rubricOf(newer)) }];
  });
  return {
    diagnostics: [
      ...read,
      ...pairs.flatMap(({ older, flaws }) => flaws.map((each) => tellFlaw(each, rubricOf(older)))),
    ],
    inputs,
    crosswalks: pairs.flatMap(({ older, newer, crosswalk }) => {
      if (crosswalk === undefined) return [];
      const { blocks, added, dropped } = crosswalk;
      const kept = blocks.reduce((count, block) => count + block.newer.length, 0);
      return [{ older: older.id, newer: newer.id, counts: { kept, added: added.length, dropped: dropped.length } }];
    }),
  };
}

/** The rubric for the same groups, or the only one. */
function predecessor({ appliesTo }: Rubric, rubrics: readonly Rubric[]): Rubric | undefined {
  return rubrics.find((each) => each.appliesTo.some((group) => appliesTo.includes(group))) ?? rubrics[0];
}
