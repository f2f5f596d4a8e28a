/** What is let go and how it is counted, by hand. */
import { describe, expect, it } from 'vitest';
import { type Acceptance, byCode } from '../../src/model/acceptance.ts';
import { type Diagnostic, type Fault, raise, type Severity } from '../../src/model/diagnostic.ts';
import {
  absorb,
  createLedger,
  type Ledger,
  lettingGo,
  lettingGoApart,
  remember,
} from '../../src/model/fault-ledger.ts';

const told = { en: () => '', vi: () => '' };
const law = (code: string, severity: Severity): Fault<object> => ({
  ...{ code, severity, title: { en: '', vi: '' } },
  ...{ message: told, hint: told },
});
const [ABOVE, BLANKS] = [law('above-max', 'error'), law('blanks-around', 'warning')];

function found(fault: Fault<object>, line: number, unit?: string): Diagnostic {
  return raise(fault, { file: 'a.csv', line, column: 1 }, {}, unit === undefined ? {} : { unit });
}

function acceptance(code: string, line: number, column: number, more: Partial<Acceptance> = {}): Acceptance {
  return { code, reason: `QĐ ${line}:${column}`, place: { file: 'parindex.yaml', line, column }, ...more };
}

/** A ledger that has let go of all of these but the first by its place. */
function filled(faults: readonly Diagnostic[], acceptances: readonly Acceptance[] = []): Ledger {
  const ledger = createLedger(1);
  ledger.acceptances = byCode(acceptances);
  const list = [...faults];
  lettingGo(list, ledger, 0)();
  return ledger;
}

const lines = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('a list', () => {
  it('is cut once it holds a batch and four times what may be shown, then at twice what was left and a batch', () => {
    const list: Diagnostic[] = [];
    const endRow = lettingGo(list, createLedger(5), 10);
    // 10 + 4 × 5 = 30; of these 5 stay; 2 × 5 + 10 = 20.
    const lengths = lines(1, 45).map((line) => {
      list.push(found(ABOVE, line));
      endRow();
      return list.length;
    });
    expect(lengths).toEqual([...lines(1, 29), 5, ...lines(6, 19), 5]);
  });

  it('keeps the first by their places, in the order in which they came', () => {
    const list = [9, 3, 7, 1, 8, 2, 6, 4, 5].map((line) => found(ABOVE, line));
    lettingGo(list, createLedger(2), 1)();
    expect(list.map(({ place }) => place.line)).toEqual([1, 2]);
    const other = [9, 2, 7, 8, 1, 6, 5, 4, 3].map((line) => found(ABOVE, line));
    lettingGo(other, createLedger(2), 1)();
    expect(other.map(({ place }) => place.line)).toEqual([2, 1]);
  });

  it('keeps as many warnings that nobody accepts as may be shown, whatever accepted ones stand before them', () => {
    const ledger = createLedger(1);
    ledger.acceptances = byCode([acceptance('blanks-around', 9, 5, { unit: 'a' })]);
    const list = [1, 2, 3, 4].map((line) => found(BLANKS, line, line > 2 ? 'b' : 'a'));
    lettingGo(list, ledger, 0)();
    expect(list.map(({ place }) => place.line)).toEqual([1, 3]);
  });

  it('keeps no more errors for an acceptance that speaks of some: errors cannot be accepted', () => {
    const ledger = createLedger(1);
    ledger.acceptances = byCode([acceptance('above-max', 9, 5, { unit: 'b' })]);
    const list = [1, 2, 3, 4].map((line) => found(ABOVE, line, line > 2 ? 'b' : 'a'));
    lettingGo(list, ledger, 0)();
    expect(list.map(({ place }) => place.line)).toEqual([1]);
    expect([...ledger.ofUnits]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });
});

describe('what is let go', () => {
  it('is counted by code, by unit, and by file where no unit is named', () => {
    const units = ['a', 'a', 'b', undefined, undefined, 'a', 'b'];
    const ledger = filled(units.map((unit, at) => found(ABOVE, at + 1, unit)));
    expect([...ledger.counts.values()]).toStrictEqual([{ fault: ABOVE, severity: 'error', count: 6 }]);
    expect([...ledger.ofUnits]).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
    expect([...ledger.ofFiles]).toEqual([['a.csv', 2]]);
    expect(ledger.errors.size).toBe(0);
  });

  it('is of no unit and no file where it is no error', () => {
    const ledger = filled([1, 2, 3, 4].map((line) => found(BLANKS, line, line % 2 === 0 ? 'a' : undefined)));
    expect([...ledger.counts.values()]).toStrictEqual([{ fault: BLANKS, severity: 'warning', count: 3 }]);
    expect([ledger.ofUnits.size, ledger.ofFiles.size]).toEqual([0, 0]);
  });

  it('is counted apart for each acceptance, be they on one line, with the units that it took', () => {
    const accepted = [acceptance('blanks-around', 9, 5, { unit: 'a' }), acceptance('blanks-around', 9, 40)];
    const units = ['a', 'a', 'a', 'b', 'c', 'b', undefined];
    const ledger = filled(
      units.map((unit, at) => found(BLANKS, at + 1, unit)),
      accepted,
    );
    expect([...ledger.counts.values()]).toStrictEqual([
      { fault: BLANKS, severity: 'warning', count: 2, accepted: accepted[0], units: new Set(['a']) },
      { fault: BLANKS, severity: 'warning', count: 4, accepted: accepted[1], units: new Set(['b', 'c']) },
    ]);
  });

  it('names the first error that an acceptance speaks of', () => {
    const accepted = acceptance('above-max', 9, 5, { unit: 'b' });
    const errors = [found(ABOVE, 1, 'a'), found(ABOVE, 2, 'a'), found(ABOVE, 3, 'b'), found(ABOVE, 4, 'b')];
    expect([...filled(errors.toReversed(), [accepted]).errors]).toEqual([[accepted, errors[2]]]);
  });
});

describe('the error that is remembered', () => {
  it('is the first by its place; of one place the first that came', () => {
    const accepted = acceptance('above-max', 9, 5);
    const errors = new Map<Acceptance, Diagnostic>();
    const all = [5, 3, 4, 3].map((line) => found(ABOVE, line));
    for (const one of all) remember(errors, accepted, one);
    expect(errors.size).toBe(1);
    expect(errors.get(accepted)).toBe(all[1]);
  });

  it('is one for each acceptance', () => {
    const [one, other] = [acceptance('above-max', 9, 5), acceptance('above-max', 10, 5)];
    const errors = new Map<Acceptance, Diagnostic>();
    remember(errors, one, found(ABOVE, 1));
    remember(errors, other, found(ABOVE, 2));
    expect([...errors.values()].map(({ place }) => place.line)).toEqual([1, 2]);
  });
});

it('a ledger takes in another: counts are added, of the errors remembered the first by place stays', () => {
  const accepted = acceptance('above-max', 9, 5, { unit: 'b' });
  const of = (units: readonly (string | undefined)[], from: number): Ledger =>
    filled(
      units.map((unit, at) => found(ABOVE, from + at, unit)),
      [accepted],
    );
  const [one, other] = [of(['a', 'a', 'b', undefined], 10), of(['a', 'a', 'b', 'c', undefined, undefined], 1)];
  absorb(one, other);
  expect([...one.counts.values()].map(({ count }) => count)).toEqual([3 + 5]);
  expect(Object.fromEntries(one.ofUnits)).toEqual({ a: 1 + 1, b: 1 + 1, c: 1 });
  expect(Object.fromEntries(one.ofFiles)).toEqual({ 'a.csv': 1 + 2 });
  expect(one.errors.get(accepted)?.place.line).toBe(3);
});

describe('a list that may yet be dropped', () => {
  /** So many faults that even the usual batch is passed: 2000 + 4 × 1 of them are cut to 1. */
  const grown = (
    ledger: Ledger | undefined,
    last = 2004,
  ): { readonly list: Diagnostic[]; readonly keep: () => void } => {
    const list: Diagnostic[] = [];
    const { settle, keep } = lettingGoApart(list, ledger);
    settle();
    for (const line of lines(1, last)) {
      list.push(found(ABOVE, line, 'a'));
      settle();
    }
    return { list, keep };
  };

  it('enters what it let go only when it is kept', () => {
    const ledger = createLedger(1);
    const { list, keep } = grown(ledger);
    expect([list.length, ledger.counts.size]).toEqual([1, 0]);
    keep();
    expect([...ledger.counts.values()].map(({ count }) => count)).toEqual([2003]);
    expect([...ledger.ofUnits]).toEqual([['a', 2003]]);
  });

  it('counts all that it let go, however often it was cut', () => {
    const ledger = createLedger(1);
    const { list, keep } = grown(ledger, 7000);
    keep();
    expect(list.length).toBeLessThan(2004);
    expect([...ledger.counts.values()].map(({ count }) => count)).toEqual([7000 - list.length]);
  });

  it('lets go by the acceptances of its ledger, and by its word on warnings', () => {
    const ledger = createLedger(1, true);
    const accepted = acceptance('above-max', 9, 5);
    ledger.acceptances = byCode([accepted]);
    const { keep } = grown(ledger);
    keep();
    expect(ledger.errors.get(accepted)?.place.line).toBe(2);
    const warned: Diagnostic[] = lines(1, 3000).map((line) => found(BLANKS, line));
    lettingGoApart(warned, ledger).settle();
    expect(warned).toHaveLength(3000);
  });

  it('is whole where nobody counts, and nothing is entered of one that stayed empty', () => {
    const { list, keep } = grown(undefined);
    keep();
    expect(list).toHaveLength(2004);
    const ledger = createLedger(1);
    const empty = lettingGoApart([], ledger);
    empty.settle();
    empty.keep();
    expect(ledger.counts.size).toBe(0);
  });
});
