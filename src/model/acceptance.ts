/** Acceptances: warnings that the council knows of and lets stand, each with its reason. */
import { type Accepted, type Diagnostic, leafOf } from './diagnostic.ts';
import type { LetGo } from './fault-list.ts';

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

/** Acceptances by their code, those of one code in their order. */
export type Acceptances = ReadonlyMap<string, readonly Acceptance[]>;

/** The acceptances by their code. */
export function byCode(acceptances: readonly Acceptance[]): Acceptances {
  const all = new Map<string, Acceptance[]>();
  for (const acceptance of acceptances) {
    const others = all.get(acceptance.code);
    if (others) others.push(acceptance);
    else all.set(acceptance.code, [acceptance]);
  }
  return all;
}

/** The first acceptance that speaks of a fault, whether or not it can be accepted. */
export function acceptanceOf(acceptances: Acceptances, diagnostic: Diagnostic): Acceptance | undefined {
  return acceptances.get(diagnostic.fault.code)?.find((acceptance) => isMeant(acceptance, diagnostic));
}

function isMeant({ unit, leaf, file }: Acceptance, diagnostic: Diagnostic): boolean {
  return (
    (unit === undefined || unit === diagnostic.unit) &&
    (leaf === undefined || leaf === leafOf(diagnostic)) &&
    (file === undefined || file === diagnostic.place.file)
  );
}

/**
 * What was let stand, one case an acceptance, in the order of parindex.yaml; units by code points. `beyond`: faults that
 * were only counted.
 */
export function acceptedCases(
  diagnostics: readonly Diagnostic[],
  beyond: readonly LetGo[] = [],
): readonly AcceptedCase[] {
  const cases = new Map<Accepted, { code: string; count: number; units: Set<string> }>();
  const add = (accepted: Accepted, code: string, count: number, units: Iterable<string>): void => {
    const known = cases.get(accepted) ?? { code, count: 0, units: new Set() };
    cases.set(accepted, known);
    known.count += count;
    for (const unit of units) known.units.add(unit);
  };
  for (const { fault, unit, accepted } of diagnostics) {
    if (accepted !== undefined) add(accepted, fault.code, 1, unit === undefined ? [] : [unit]);
  }
  for (const { fault, count, accepted, units = [] } of beyond) {
    if (accepted !== undefined) add(accepted, fault.code, count, units);
  }
  const inOrder = [...cases].sort(([{ place: a }], [{ place: b }]) => a.line - b.line || a.column - b.column);
  return inOrder.map(([{ reason }, { code, count, units }]) => ({ code, count, units: [...units].sort(), reason }));
}
