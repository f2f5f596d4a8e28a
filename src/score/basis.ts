/**
 * The basis (căn cứ tính điểm): the stage up to which figures count.
 * A stage before the appraisal scores what units say of themselves; from the appraisal on, what the
 * appraisers say, what citizens answered and what the council decided.
 */
import type { Assessment, LeafColumns } from '../model/assessment.ts';
import { type Column, isTouched } from '../model/column.ts';
import { APPRAISED, type Rubric, type Source } from '../model/rubric.ts';

/** A value column and its position in `LeafColumns.values`. */
export interface Candidate {
  readonly column: Column;
  readonly position: number;
}

/** The columns a leaf's value may come from. */
export interface Candidates {
  /** The latest stage first; only columns in which something stands. */
  readonly latestFirst: readonly Candidate[];
  /** A value in an earlier position than this one was never appraised, and does not count. */
  readonly from: number;
}

/** Whether a name is a stage of every rubric, so that all units can be scored on it. */
export function isBasis(assessment: Assessment, name: string): boolean {
  return assessment.sheets.every((sheet) => sheet.rubric.stages.includes(name));
}

/** Position in `rubric.stages` of the basis; the last, official one where none is named or the rubric has no such stage. */
export function stageOf(rubric: Rubric, basis: string | undefined): number {
  const position = basis === undefined ? -1 : rubric.stages.indexOf(basis);
  return position >= 0 ? position : rubric.stages.length - 1;
}

/** Name of the basis for the scoreboard: of several rubrics whose last stages differ, all of them. */
export function nameBasis(assessment: Assessment, basis: string | undefined): string {
  const stages = assessment.sheets.map((sheet) => sheet.rubric.stages[stageOf(sheet.rubric, basis)] ?? APPRAISED);
  return stages.length === 0 ? (basis ?? APPRAISED) : [...new Set(stages)].join('+');
}

/** Whether the appraisers' word, surveys and overrides take part. */
export function isOfficial(rubric: Rubric, stage: number): boolean {
  return stage >= rubric.stages.indexOf(APPRAISED);
}

/** Where a leaf's value is looked for on a stage; undefined where the leaf lies outside the basis. */
export function candidatesOf(
  columns: LeafColumns,
  rubric: Rubric,
  source: Source,
  stage: number,
): Candidates | undefined {
  const official = isOfficial(rubric, stage);
  if (source === 'survey' && !official) return undefined;
  // The survey of a leaf is its only column.
  const all = columns.values.map((column, position) => ({ column, position }));
  return {
    latestFirst: all
      .slice(0, stage + 1)
      .filter(({ column }) => isTouched(column))
      .reverse(),
    from: official && source === 'appraised' ? rubric.stages.indexOf(APPRAISED) : 0,
  };
}
