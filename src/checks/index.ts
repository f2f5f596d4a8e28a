/** The table of checks. A new check is one file and one line here. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ledger } from '../model/fault-ledger.ts';
import { allAtMax } from './all-at-max.ts';
import type { CheckContext } from './check.ts';
import { copiedEntries } from './copied-entries.ts';
import { hundredTimesOff } from './hundred-times-off.ts';
import { lostRows } from './lost-rows.ts';
import { missingEvidence } from './missing-evidence.ts';
import { missingRow } from './missing-row.ts';
import { missingUnit } from './missing-unit.ts';
import { selfFarAbove } from './self-far-above.ts';

export const checks = {
  'missing-unit': missingUnit,
  'missing-row': missingRow,
  'missing-evidence': missingEvidence,
  'self-far-above': selfFarAbove,
  'hundred-times-off': hundredTimesOff,
  'copied-entries': copiedEntries,
  'all-at-max': allAtMax,
} as const;

/**
 * Everything that the checks find, in the order of the table, one after the other. `found` is what reading the files
 * has told already, `ledger` what it has let go.
 */
export function* runChecks(
  asked: Omit<CheckContext, 'lost'>,
  found: readonly Diagnostic[],
  ledger?: Ledger,
): Generator<Diagnostic> {
  const context = { ...asked, lost: lostRows(found, asked.assessment.files, ledger) };
  for (const check of Object.values(checks)) yield* check.run(context);
}
