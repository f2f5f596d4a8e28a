/**
 * The faults of a run that are only counted. A file of a million faults is refused by the fifty that are shown and the
 * number of all; the others are let go while it is read, so that a refusal needs no more memory than a reading.
 */
import type { Diagnostic, Severity } from './diagnostic.ts';
import { byPlace, type LetGo } from './fault-list.ts';

export interface Ledger {
  /** Faults of each severity that may be shown; 0: all, and none is let go. */
  readonly most: number;
  /** Codes of which none is let go: acceptances are still to be held against them. */
  readonly spared: Set<string>;
  /** By code and severity. */
  readonly counts: Map<string, LetGo>;
  /** Errors by the unit they name, and those without one by their file. */
  readonly ofUnits: Map<string, number>;
  readonly ofFiles: Map<string, number>;
}

/** An empty ledger for a run of which at most `most` faults are shown, 0: all. */
export function createLedger(most = 0): Ledger {
  return { most, spared: new Set(), counts: new Map(), ofUnits: new Map(), ofFiles: new Map() };
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

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

function letGo(list: Diagnostic[], ledger: Ledger): void {
  const gone = new Set<Diagnostic>();
  for (const severity of SEVERITIES) {
    const some = list.filter((one) => one.severity === severity && !ledger.spared.has(one.fault.code));
    for (const one of some.sort(byPlace).slice(ledger.most)) gone.add(one);
  }
  for (const one of gone) enter(one, ledger);
  let kept = 0;
  for (const one of list) if (!gone.has(one)) list[kept++] = one;
  list.length = kept;
}

function enter({ fault, severity, unit, place }: Diagnostic, { counts, ofUnits, ofFiles }: Ledger): void {
  const key = `${fault.code} ${severity}`;
  counts.set(key, { fault, severity, count: (counts.get(key)?.count ?? 0) + 1 });
  if (severity !== 'error') return;
  if (unit === undefined) ofFiles.set(place.file, (ofFiles.get(place.file) ?? 0) + 1);
  else ofUnits.set(unit, (ofUnits.get(unit) ?? 0) + 1);
}

/** Enters into a ledger what stands in another. */
export function absorb(ledger: Ledger, other: Ledger): void {
  for (const [key, one] of other.counts) {
    ledger.counts.set(key, { ...one, count: one.count + (ledger.counts.get(key)?.count ?? 0) });
  }
  for (const of of ['ofUnits', 'ofFiles'] as const) {
    for (const [key, count] of other[of]) ledger[of].set(key, count + (ledger[of].get(key) ?? 0));
  }
}
