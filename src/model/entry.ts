/** The columns of an entries file, in the tool's own names. */

/** Columns that every rubric has, whatever its stages. */
export const FIXED_COLUMNS = ['criterion', 'unit', 'survey', 'previous', 'override', 'evidence', 'note'] as const;

export type FixedColumn = (typeof FIXED_COLUMNS)[number];

/** The column of a survey leaf's value. */
export const SURVEY = 'survey';

/** Names of the value columns of a leaf, in the order of `LeafColumns.values`. */
export function valueColumns(stages: readonly string[], source: string): readonly string[] {
  return source === SURVEY ? [SURVEY] : stages;
}

/** Whether leaves of a source take no part on a basis: before the appraisal, survey leaves leave both sides. */
export function isOutside(stages: readonly string[], source: string, basis: string | undefined): boolean {
  return source === SURVEY && basis !== undefined && stages.indexOf(basis) < stages.indexOf('appraised');
}
