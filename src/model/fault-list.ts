/** All faults of a run in order: how many of each law there are, and those that are shown. */
import type { Accepted, Diagnostic, Fault, Severity } from './diagnostic.ts';
import type { Place } from './place.ts';

/** One law, and how often it was broken; accepted cases are among them. */
export interface CodeCount {
  readonly fault: Fault;
  readonly count: number;
}

/** How often a law was broken at one severity by faults that are counted and no longer kept. */
export interface LetGo extends CodeCount {
  readonly severity: Severity;
  /** The acceptance that took all of them, and the units they named. */
  readonly accepted?: Accepted;
  readonly units?: ReadonlySet<string>;
}

export interface FaultList {
  /** By file, line and column; where not all are shown, the gravest of them. */
  readonly shown: readonly Diagnostic[];
  readonly total: number;
  /** The counts are exact, whatever is shown; accepted ones are neither warnings nor notes. */
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly accepted: number;
  /** The most frequent first, equals by code. */
  readonly codes: readonly CodeCount[];
}

/** How grave a diagnostic is to the reader: an error, a warning, a note, or what the council has accepted. */
export type Standing = Severity | 'accepted';

/** The standings, gravest first. */
export const STANDINGS: readonly Standing[] = ['error', 'warning', 'note', 'accepted'];

/** What a diagnostic counts as. */
export function standingOf({ severity, accepted }: Pick<Diagnostic, 'severity' | 'accepted'>): Standing {
  return accepted === undefined ? severity : 'accepted';
}

/** At most `limit` faults are shown, 0: all of them. `beyond`: others, which are only counted. */
export function listFaults(
  diagnostics: readonly Diagnostic[],
  limit: number,
  beyond: readonly LetGo[] = [],
): FaultList {
  const groups = new Map<Standing, Diagnostic[]>(STANDINGS.map((standing) => [standing, []]));
  for (const diagnostic of diagnostics) groups.get(standingOf(diagnostic))?.push(diagnostic);
  const gone = (counted: readonly LetGo[]): number => counted.reduce((sum, { count }) => sum + count, 0);
  const size = (standing: Standing): number =>
    (groups.get(standing)?.length ?? 0) + gone(beyond.filter((one) => standingOf(one) === standing));
  const most = limit === 0 ? diagnostics.length : limit;
  const shown: Diagnostic[] = [];
  for (const standing of STANDINGS) {
    const rest = most - shown.length;
    if (rest > 0) for (const one of (groups.get(standing) ?? []).toSorted(byPlace).slice(0, rest)) shown.push(one);
  }
  return {
    shown: shown.sort(byPlace),
    total: diagnostics.length + gone(beyond),
    errors: size('error'),
    warnings: size('warning'),
    notes: size('note'),
    accepted: size('accepted'),
    codes: countCodes(diagnostics, beyond),
  };
}

function countCodes(diagnostics: readonly Diagnostic[], beyond: readonly LetGo[]): readonly CodeCount[] {
  const counts = new Map<string, { readonly fault: Fault; count: number }>();
  const add = (fault: Fault, count: number): void => {
    const known = counts.get(fault.code);
    if (known) known.count += count;
    else counts.set(fault.code, { fault, count });
  };
  for (const { fault } of diagnostics) add(fault, 1);
  for (const { fault, count } of beyond) add(fault, count);
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.fault.code < b.fault.code ? -1 : 1));
}

/** The order in which faults are shown; those of one place stay in theirs. */
export function byPlace({ place: a }: Diagnostic, { place: b }: Diagnostic): number {
  return compareFiles(a, b) || a.line - b.line || a.column - b.column;
}

function compareFiles(a: Place, b: Place): number {
  return a.file === b.file ? 0 : a.file < b.file ? -1 : 1;
}
