/** Held against a list that keeps everything: whatever is let go, what is shown and what is counted are the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accept } from '../../src/checks/accept.ts';
import { type Acceptance, acceptedCases, byCode } from '../../src/model/acceptance.ts';
import { type Diagnostic, type Fault, raise, type Severity } from '../../src/model/diagnostic.ts';
import { absorb, createLedger, type Ledger, lettingGo } from '../../src/model/fault-ledger.ts';
import { listFaults } from '../../src/model/fault-list.ts';

const told = { en: () => '', vi: () => '' };
const law = (code: string, severity: Severity): Fault<object> => ({
  ...{ code, severity, title: { en: '', vi: '' } },
  ...{ message: told, hint: told },
});

const LAWS = [
  law('above-max', 'error'),
  law('ragged-row', 'error'),
  law('blanks-around', 'warning'),
  law('all-at-max', 'note'),
];
const FILES = ['a.csv', 'B.csv', 'b.csv'];

interface Found {
  readonly law: number;
  readonly file: number;
  readonly line: number;
  readonly unit: number;
  /** A law may be milder than its own severity. */
  readonly isMilder: boolean;
}

const found = fc.record<Found>({
  law: fc.nat(LAWS.length - 1),
  file: fc.nat(FILES.length - 1),
  line: fc.nat(6),
  unit: fc.nat(3),
  isMilder: fc.boolean(),
});

function diagnosticOf({ law: at, file, line, unit, isMilder }: Found): Diagnostic {
  const place = { file: FILES[file] as string, line, column: 0 };
  const more = { ...(unit === 0 ? {} : { unit: `so-${unit}` }), ...(isMilder ? { severity: 'warning' as const } : {}) };
  return raise(LAWS[at] as Fault<object>, place, {}, more);
}

/** Some of them, in an order of their own: all of a code, or those of a unit or a file. */
const acceptances = fc
  .subarray<Pick<Acceptance, 'code' | 'unit' | 'file'>>([
    { code: 'blanks-around' },
    { code: 'blanks-around', unit: 'so-1' },
    { code: 'above-max', file: 'b.csv' },
    { code: 'above-max', file: 'a.csv', unit: 'so-2' },
    { code: 'all-at-max', unit: 'so-3' },
    { code: 'ragged-row' },
  ])
  .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }))
  .map((some) =>
    some.map((one, at) => ({ ...one, reason: `QĐ ${at}`, place: { file: 'parindex.yaml', line: at + 9, column: 5 } })),
  );

/** Errors of each unit, or of each file where they name none, of a whole list. */
function errorsBy(all: readonly Diagnostic[], key: (one: Diagnostic) => string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) {
    const by = one.severity === 'error' ? key(one) : undefined;
    if (by !== undefined) counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  return counts;
}

function together(kept: ReadonlyMap<string, number>, gone: ReadonlyMap<string, number>): Map<string, number> {
  const sum = new Map(kept);
  for (const [key, count] of gone) sum.set(key, count + (sum.get(key) ?? 0));
  return sum;
}

const unitOf = ({ unit }: Diagnostic): string | undefined => unit;
const fileOf = ({ unit, place }: Diagnostic): string | undefined => (unit === undefined ? place.file : undefined);

describe('faults that are let go', () => {
  it('change nothing that is shown or counted, however the list was cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(found, { maxLength: 40 }), { maxLength: 4 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(5),
        acceptances,
        (parts, most, batch, accepted) => {
          const all = parts.flat().map(diagnosticOf);
          const ledger = createLedger(most);
          ledger.acceptances = byCode(accepted);
          // Each reader has a list of its own; what it keeps goes into that of the run.
          const run: Diagnostic[] = [];
          const settle = lettingGo(run, ledger, batch);
          let at = 0;
          for (const part of parts) {
            const own: Diagnostic[] = [];
            const endRow = lettingGo(own, ledger, batch);
            for (const _ of part) {
              own.push(all[at++] as Diagnostic);
              endRow();
            }
            run.push(...own);
            settle();
          }
          const beyond = [...ledger.counts.values()];
          const [marked, allMarked] = [accept(run, accepted, true, ledger), accept(all, accepted, true)];
          // What is wrong with the acceptances themselves stands at the end.
          const flaws = allMarked.slice(all.length);
          expect(marked.slice(run.length)).toEqual(flaws);
          for (let limit = 1; limit <= most; limit++) {
            expect(listFaults(marked, limit, beyond)).toEqual(listFaults(allMarked, limit));
          }
          expect(acceptedCases(marked, beyond)).toEqual(acceptedCases(allMarked));
          expect(together(errorsBy(run, unitOf), ledger.ofUnits)).toEqual(errorsBy(all, unitOf));
          expect(together(errorsBy(run, fileOf), ledger.ofFiles)).toEqual(errorsBy(all, fileOf));
        },
      ),
      { numRuns: 400, seed: 3 },
    );
  });

  it('keep the list short, however long it would be', () => {
    const ledger = createLedger(50);
    const list: Diagnostic[] = [];
    const endRow = lettingGo(list, ledger);
    let longest = 0;
    for (let line = 100_000; line > 0; line--) {
      list.push(diagnosticOf({ law: line % 4, file: 0, line, unit: 0, isMilder: false }));
      endRow();
      longest = Math.max(longest, list.length);
    }
    expect(longest).toBeLessThan(3000);
    expect(listFaults(list, 50, [...ledger.counts.values()]).total).toBe(100_000);
  });

  it('are none where all are to be shown, or where nobody counts them', () => {
    for (const ledger of [createLedger(), createLedger(0), undefined]) {
      const list: Diagnostic[] = [];
      const endRow = lettingGo(list, ledger, 0);
      for (let line = 0; line < 100; line++) {
        list.push(diagnosticOf({ law: 0, file: 0, line, unit: 1, isMilder: false }));
        endRow();
      }
      expect(list).toHaveLength(100);
      expect(ledger?.counts.size ?? 0).toBe(0);
    }
  });

  it('are errors alone where every warning is printed', () => {
    const ledger = createLedger(1, true);
    const list: Diagnostic[] = [];
    const endRow = lettingGo(list, ledger, 0);
    for (let line = 0; line < 400; line++) {
      list.push(diagnosticOf({ law: line % 4, file: 0, line, unit: 1, isMilder: false }));
      endRow();
    }
    expect([...ledger.counts.values()].map(({ severity }) => severity)).toEqual(['error', 'error']);
    expect(list.filter(({ severity }) => severity !== 'error')).toHaveLength(200);
  });

  it('are few where a hundred thousand are accepted', () => {
    const ledger = createLedger(50);
    const place = { file: 'parindex.yaml', line: 9, column: 5 };
    const accepted = [{ code: 'blanks-around', reason: 'QĐ 1', place }];
    ledger.acceptances = byCode(accepted);
    const list: Diagnostic[] = [];
    const endRow = lettingGo(list, ledger);
    let longest = 0;
    for (let line = 0; line < 100_000; line++) {
      list.push(diagnosticOf({ law: 2, file: 0, line, unit: 1 + (line % 3), isMilder: false }));
      endRow();
      longest = Math.max(longest, list.length);
    }
    expect(longest).toBeLessThan(3000);
    const cases = acceptedCases(accept(list, accepted, true, ledger), [...ledger.counts.values()]);
    expect(cases).toEqual([{ code: 'blanks-around', count: 100_000, units: ['so-1', 'so-2', 'so-3'], reason: 'QĐ 1' }]);
  });

  it('are counted in one ledger where there were two', () => {
    const filled = (units: readonly number[]): Ledger => {
      const ledger = createLedger(1);
      const list: Diagnostic[] = [];
      const endRow = lettingGo(list, ledger, 0);
      for (const [line, unit] of units.entries()) {
        list.push(diagnosticOf({ law: 0, file: 0, line, unit, isMilder: false }));
        endRow();
      }
      return ledger;
    };
    const [one, other] = [filled([1, 1, 1, 1, 1, 0]), filled([1, 2, 2, 0, 0, 0])];
    const gone = (ledger: Ledger) => [...ledger.counts.values()].map(({ count }) => count);
    const before = [gone(one)[0] ?? 0, gone(other)[0] ?? 0];
    const units = together(one.ofUnits, other.ofUnits);
    absorb(one, other);
    expect(gone(one)).toEqual([(before[0] ?? 0) + (before[1] ?? 0)]);
    expect(before).toEqual([5, 5]);
    expect(one.ofUnits).toEqual(units);
  });
});
