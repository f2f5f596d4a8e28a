/** `freeze:` in parindex.yaml: the rubric as it was when the data was asked for; another one is refused. */
import { frozenRubric } from '../faults/frozen.ts';
import { type Diagnostic, raise } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import type { Frozen } from '../model/project.ts';
import type { Rubric } from '../model/rubric.ts';
import { text } from '../rules/options.ts';
import * as z from '../schema/zod.ts';

/** A SHA-256 in hexadecimal. */
export const digest = z
  .string()
  .refine((written) => /^[0-9a-f]{64}$/.test(written), {
    error: 'a SHA-256 is asked here: 64 digits and letters a to f.',
    params: { vi: 'ở đây cần mã SHA-256: 64 chữ số và chữ a đến f.' },
  })
  .describe('The SHA-256 of a rubric file.');

export const freezeSchema = z
  .union([digest, z.record(text, digest)])
  .describe('The SHA-256 of the rubric, or of each rubric file by its name; a changed rubric is then refused.');

/** What `freeze:` says; `placeOf` gives the place of the whole or of one named file. Errors: frozen-rubric. */
export function readFreeze(
  freeze: z.output<typeof freezeSchema>,
  rubrics: readonly string[],
  placeOf: (file?: string) => Place,
): { readonly frozen: readonly Frozen[]; readonly diagnostics: readonly Diagnostic[] } {
  if (typeof freeze === 'string') {
    const [path, second] = rubrics;
    if (path !== undefined && second === undefined) {
      return { frozen: [{ path, sha256: freeze, place: placeOf() }], diagnostics: [] };
    }
    const rubric = rubrics.join(', ');
    return { frozen: [], diagnostics: [raise(frozenRubric, placeOf(), { why: 'several', rubric })] };
  }
  const named = Object.entries(freeze).map(([path, sha256]) => ({ path, sha256, place: placeOf(path) }));
  const isRubric = ({ path }: Frozen) => rubrics.includes(path);
  const lost = named.filter((each) => !isRubric(each));
  return {
    frozen: named.filter(isRubric),
    diagnostics: lost.map(({ path, place }) => raise(frozenRubric, place, { why: 'unnamed', rubric: path })),
  };
}

/** The rubrics that changed since they were frozen; `fileOf` turns a project's path into that of the rubric's file. */
export function findThawed(
  frozen: readonly Frozen[],
  rubrics: readonly Rubric[],
  fileOf: (path: string) => string,
): readonly Diagnostic[] {
  return frozen.flatMap(({ path, sha256, place }) => {
    const rubric = rubrics.find(({ file }) => file === fileOf(path));
    if (rubric === undefined || rubric.sha256 === sha256) return [];
    return [raise(frozenRubric, place, { why: 'changed', rubric: path, found: rubric.sha256 })];
  });
}
