/** Acceptances: warnings that the council knows of and lets stand, each with its reason. */
import type { Accepted, Diagnostic } from './diagnostic.ts';

/** One entry of `accept:`; it takes every warning and note of its code, or only those of a unit, leaf or file. */
export interface Acceptance extends Accepted {
  readonly code: string;
  readonly unit?: string;
  readonly leaf?: string;
  /** As the places of diagnostics name it. */
  readonly file?: string;
}

/** What one acceptance let stand. */
export interface AcceptedCase {
  readonly code: string;
  readonly count: number;
  /** Ids of the units, as far as they are known, each once. */
  readonly units: readonly string[];
  readonly reason: string;
}

/** What was let stand, one case an acceptance and code, in the order of the first fault of each. */
export function acceptedCases(diagnostics: readonly Diagnostic[]): readonly AcceptedCase[] {
  const cases = new Map<Accepted, { code: string; count: number; units: Set<string>; reason: string }>();
  for (const { fault, unit, accepted } of diagnostics) {
    if (accepted === undefined) continue;
    const known = cases.get(accepted) ?? { code: fault.code, count: 0, units: new Set(), reason: accepted.reason };
    cases.set(accepted, known);
    known.count++;
    if (unit !== undefined) known.units.add(unit);
  }
  return [...cases.values()].map((one) => ({ ...one, units: [...one.units] }));
}
