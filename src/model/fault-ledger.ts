/**
 * The faults of a run that are only counted. A file of a million faults is refused by the fifty that are shown and the
 * number of all; the others are let go while it is read, so that a refusal needs no more memory than a reading.
 */
import { type Acceptance, type Acceptances, acceptanceOf } from './acceptance.ts';
import type { Diagnostic } from './diagnostic.ts';
import { byPlace, type LetGo, STANDINGS, type Standing } from './fault-list.ts';

export interface Ledger {
  /** Faults of each severity that may be shown; 0: all, and none is let go. */
  readonly most: number;
  /** Whether errors alone are let go, where a result prints every warning. */
  readonly onlyErrors: boolean;
  /** What the council accepts: held against each fault that is let go. */
  acceptances: Acceptances;
  /** Of acceptances that speak of errors: the first of these among those let go. */
  readonly errors: Map<Acceptance, Diagnostic>;
  /** By code, severity and acceptance. */
  readonly counts: Map<string, LetGo>;
  /** Errors by the unit they name, and those without one by their file. */
  readonly ofUnits: Map<string, number>;
  readonly ofFiles: Map<string, number>;
}

/** An empty ledger for a run of which at most `most` faults are shown, 0: all. */
export function createLedger(most = 0, onlyErrors = false): Ledger {
  const maps = { errors: new Map(), counts: new Map(), ofUnits: new Map(), ofFiles: new Map() };
  return { most, onlyErrors, acceptances: new Map(), ...maps };
}

/** An empty ledger that lets go just what another would. */
function ledgerLike({ most, onlyErrors, acceptances }: Ledger): Ledger {
  return { ...createLedger(most, onlyErrors), acceptances };
}

/** Faults that a list holds before any of them is let go, beside those that may be shown. */
const BATCH = 2000;

/**
 * Gives what is called between two rows: once the list has grown long, it lets those go of which as many of their
 * severity come first in the order of showing, and counts them. The others stay in their order.
 */
export function lettingGo(list: Diagnostic[], ledger: Ledger | undefined, batch = BATCH): () => void {
  if (ledger === undefined || ledger.most === 0) return () => {};
  let next = batch + 4 * ledger.most;
  return () => {
    if (list.length < next) return;
    letGo(list, ledger);
    next = 2 * list.length + batch;
  };
}

function letGo(list: Diagnostic[], ledger: Ledger): void {
  const gone = new Set<Diagnostic>();
  const standings = list.map((one) => standingIn(ledger, one));
  for (const standing of ledger.onlyErrors ? (['error'] as const) : STANDINGS) {
    const some = list.filter((_, at) => standings[at] === standing);
    for (const one of some.sort(byPlace).slice(ledger.most)) gone.add(one);
  }
  for (const one of gone) enter(one, ledger);
  let kept = 0;
  for (const one of list) if (!gone.has(one)) list[kept++] = one;
  list.length = kept;
}

/** What a fault will count as, once the acceptances have been held against it. */
function standingIn({ acceptances }: Ledger, one: Diagnostic): Standing {
  return one.severity !== 'error' && acceptanceOf(acceptances, one) ? 'accepted' : one.severity;
}

function enter(one: Diagnostic, { acceptances, errors, counts, ofUnits, ofFiles }: Ledger): void {
  const { fault, severity, unit, place } = one;
  const acceptance = acceptanceOf(acceptances, one);
  const isError = severity === 'error';
  const accepted = isError ? undefined : acceptance;
  count(counts, {
    ...{ fault, severity, count: 1 },
    ...(accepted === undefined ? {} : { accepted, units: new Set(unit === undefined ? [] : [unit]) }),
  });
  if (!isError) return;
  if (acceptance !== undefined) remember(errors, acceptance, one);
  if (unit === undefined) ofFiles.set(place.file, (ofFiles.get(place.file) ?? 0) + 1);
  else ofUnits.set(unit, (ofUnits.get(unit) ?? 0) + 1);
}

function count(counts: Map<string, LetGo>, one: LetGo): void {
  const { fault, severity, accepted } = one;
  const key = `${fault.code} ${severity} ${accepted?.place.line ?? ''}:${accepted?.place.column ?? ''}`;
  const known = counts.get(key);
  if (known === undefined) {
    counts.set(key, one);
    return;
  }
  // A set grows in place: a million of them would be copied a million times.
  for (const unit of one.units ?? []) (known.units as Set<string>).add(unit);
  counts.set(key, { ...known, count: known.count + one.count });
}

/** The first error by its place that an acceptance speaks of. */
export function remember(errors: Map<Acceptance, Diagnostic>, acceptance: Acceptance, error: Diagnostic): void {
  const known = errors.get(acceptance);
  if (known === undefined || byPlace(error, known) < 0) errors.set(acceptance, error);
}

/**
 * The same into a ledger beside it, whose entries `keep` enters: for a list that may yet be dropped whole. Most lists
 * stay empty, and ten thousand files may have one each, so that it is made with the first fault.
 */
export function lettingGoApart(
  list: Diagnostic[],
  ledger: Ledger | undefined,
): { readonly settle: () => void; readonly keep: () => void } {
  let own: Ledger | undefined;
  let letThemGo = (): void => {};
  return {
    settle: () => {
      if (ledger === undefined || list.length === 0) return;
      if (own === undefined) {
        own = ledgerLike(ledger);
        letThemGo = lettingGo(list, own);
      }
      letThemGo();
    },
    keep: () => {
      if (ledger && own) absorb(ledger, own);
    },
  };
}

/** Enters into a ledger what stands in another. */
export function absorb(ledger: Ledger, other: Ledger): void {
  for (const one of other.counts.values()) count(ledger.counts, one);
  for (const [acceptance, error] of other.errors) remember(ledger.errors, acceptance, error);
  for (const of of ['ofUnits', 'ofFiles'] as const) {
    for (const [key, count] of other[of]) ledger[of].set(key, count + (ledger[of].get(key) ?? 0));
  }
}
