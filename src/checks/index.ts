/** The table of checks. A new check is one file and one line here. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CheckContext } from './check.ts';
import { lostRows } from './lost-rows.ts';
import { missingEvidence } from './missing-evidence.ts';
import { missingRow } from './missing-row.ts';
import { missingUnit } from './missing-unit.ts';

export const checks = {
  'missing-unit': missingUnit,
  'missing-row': missingRow,
  'missing-evidence': missingEvidence,
} as const;

/** Everything that the checks find, in the order of the table. `found` is what reading the files has told already. */
export function runChecks(
  { assessment, basis }: Omit<CheckContext, 'lost'>,
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  const context = { assessment, basis, lost: lostRows(found, assessment.files) };
  return Object.values(checks).flatMap((check) => [...check.run(context)]);
}
