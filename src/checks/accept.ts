/** Holds what was found against what the council accepts: a warning that it knows keeps its place and gets its reason. */
import { errorAccepted, unknownCode, unusedAcceptance } from '../faults/acceptances.ts';
import type { Acceptance } from '../model/acceptance.ts';
import { type Diagnostic, leafOf, raise } from '../model/diagnostic.ts';
import { nearest } from '../model/nearest.ts';
import { visible } from '../model/visible.ts';
import { everyCode } from './codes.ts';

/**
 * The same diagnostics, those accepted marked, and what is wrong with the acceptances themselves. `isWhole`: all files
 * were read, so that an acceptance that met nothing is out of date. Errors: unknown-code, error-accepted.
 */
export function accept(
  diagnostics: readonly Diagnostic[],
  acceptances: readonly Acceptance[],
  isWhole: boolean,
): readonly Diagnostic[] {
  if (acceptances.length === 0) return diagnostics;
  const byCode = new Map<string, Acceptance[]>();
  for (const acceptance of acceptances) {
    const others = byCode.get(acceptance.code);
    if (others) others.push(acceptance);
    else byCode.set(acceptance.code, [acceptance]);
  }
  const met = new Map<Acceptance, Diagnostic>();
  const marked = diagnostics.map((diagnostic) => {
    const accepted = byCode.get(diagnostic.fault.code)?.find((acceptance) => isMeant(acceptance, diagnostic));
    if (accepted === undefined) return diagnostic;
    const isError = diagnostic.severity === 'error';
    if (isError || !met.has(accepted)) met.set(accepted, diagnostic);
    return isError ? diagnostic : { ...diagnostic, accepted };
  });
  return [...marked, ...acceptances.flatMap((acceptance) => flawOf(acceptance, met.get(acceptance), isWhole))];
}

function isMeant({ unit, leaf, file }: Acceptance, diagnostic: Diagnostic): boolean {
  return (
    (unit === undefined || unit === diagnostic.unit) &&
    (leaf === undefined || leaf === leafOf(diagnostic)) &&
    (file === undefined || file === diagnostic.place.file)
  );
}

function flawOf({ code, place }: Acceptance, met: Diagnostic | undefined, isWhole: boolean): readonly Diagnostic[] {
  const codes = everyCode();
  if (!codes.includes(code)) {
    const guess = nearest(code, codes);
    return [raise(unknownCode, place, { code: visible(code), ...(guess ? { nearest: guess } : {}) })];
  }
  if (met?.severity === 'error') {
    const { file, line } = met.place;
    return [raise(errorAccepted, place, { code, at: line === 0 ? file : `${file}:${line}` })];
  }
  return met === undefined && isWhole ? [raise(unusedAcceptance, place, { code })] : [];
}
