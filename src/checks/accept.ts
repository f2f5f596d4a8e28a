/** Holds what was found against what the council accepts: a warning that it knows keeps its place and gets its reason. */
import { errorAccepted, unknownCode, unusedAcceptance } from '../faults/acceptances.ts';
import { type Acceptance, acceptanceOf, byCode } from '../model/acceptance.ts';
import { type Accepted, type Diagnostic, raise } from '../model/diagnostic.ts';
import { createLedger, type Ledger, remember } from '../model/fault-ledger.ts';
import { nearest } from '../model/nearest.ts';
import { visible } from '../model/visible.ts';
import { everyCode } from './codes.ts';

/**
 * The same diagnostics, those accepted marked, and what is wrong with the acceptances themselves. `isWhole`: all files
 * were read, so that an acceptance that met nothing is out of date. `ledger` has met what it let go. Errors:
 * unknown-code, error-accepted.
 */
export function accept(
  diagnostics: readonly Diagnostic[],
  acceptances: readonly Acceptance[],
  isWhole: boolean,
  ledger: Ledger = createLedger(),
): readonly Diagnostic[] {
  if (acceptances.length === 0) return diagnostics;
  const known = byCode(acceptances);
  const errors = new Map(ledger.errors);
  const met = new Set<Accepted | undefined>([...ledger.counts.values()].map(({ accepted }) => accepted));
  const marked = diagnostics.map((diagnostic) => {
    const accepted = acceptanceOf(known, diagnostic);
    if (accepted === undefined) return diagnostic;
    if (diagnostic.severity === 'error') {
      remember(errors, accepted, diagnostic);
      return diagnostic;
    }
    met.add(accepted);
    return { ...diagnostic, accepted };
  });
  const isMet = (acceptance: Acceptance): boolean => met.has(acceptance) || !isWhole;
  return [...marked, ...acceptances.flatMap((one) => flawOf(one, errors.get(one), isMet(one)))];
}

function flawOf({ code, place }: Acceptance, error: Diagnostic | undefined, isMet: boolean): readonly Diagnostic[] {
  const codes = everyCode();
  if (!codes.includes(code)) {
    const guess = nearest(code, codes);
    return [raise(unknownCode, place, { code: visible(code), ...(guess ? { nearest: guess } : {}) })];
  }
  if (error) {
    const { file, line } = error.place;
    return [raise(errorAccepted, place, { code, at: line === 0 ? file : `${file}:${line}` })];
  }
  return isMet ? [] : [raise(unusedAcceptance, place, { code })];
}
