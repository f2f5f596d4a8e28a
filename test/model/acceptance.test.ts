import { describe, expect, it } from 'vitest';
import { type Acceptance, type AcceptedCase, acceptanceOf, acceptedCases, byCode } from '../../src/model/acceptance.ts';
import { type Accepted, type Diagnostic, type Fault, raise } from '../../src/model/diagnostic.ts';

function fault(code: string, accepted: Accepted | undefined, unit?: string): Diagnostic {
  const told = { en: () => '', vi: () => '' };
  const law: Fault<object> = { code, severity: 'warning', title: { en: '', vi: '' }, message: told, hint: told };
  const raised = raise(law, { file: 'a.csv', line: 1, column: 1 }, {}, unit === undefined ? {} : { unit });
  return accepted === undefined ? raised : { ...raised, accepted };
}

function entry(line: number, reason: string): Accepted {
  return { reason, place: { file: 'parindex.yaml', line, column: 5 } };
}

describe('what the council let stand', () => {
  it('is told once an acceptance, in the order of their places, with its cases counted and each unit named once', () => {
    const [first, second] = [entry(3, 'QĐ 1'), entry(7, 'QĐ 2')];
    expect(
      acceptedCases([
        fault('no-note', second, 'b'),
        fault('no-note', undefined, 'x'),
        fault('odd-id', first),
        fault('no-note', second, 'a'),
        fault('no-note', second, 'b'),
      ]),
    ).toEqual<readonly AcceptedCase[]>([
      { code: 'odd-id', count: 1, units: [], reason: 'QĐ 1' },
      { code: 'no-note', count: 3, units: ['a', 'b'], reason: 'QĐ 2' },
    ]);
  });

  it('is not thrown together where two entries give one reason', () => {
    const cases = acceptedCases([fault('no-note', entry(3, 'x'), 'a'), fault('no-note', entry(4, 'x'), 'b')]);
    expect(cases.map(({ count, units }) => [count, units])).toEqual([
      [1, ['a']],
      [1, ['b']],
    ]);
  });

  it('is nothing where nothing was accepted', () => {
    expect(acceptedCases([fault('no-note', undefined)])).toEqual([]);
  });
});

describe('faults that were only counted', () => {
  const told = { en: () => '', vi: () => '' };
  const law: Fault = { code: 'no-note', severity: 'warning', title: { en: '', vi: '' }, message: told, hint: told };

  it('are counted with those that were kept, their units too', () => {
    const [first, second] = [entry(3, 'QĐ 1'), entry(7, 'QĐ 2')];
    const beyond = [
      { fault: law, severity: 'warning' as const, count: 40, accepted: second, units: new Set(['c', 'a']) },
      { fault: law, severity: 'warning' as const, count: 7, accepted: first },
      { fault: law, severity: 'error' as const, count: 1000 },
    ];
    expect(acceptedCases([fault('no-note', second, 'b'), fault('no-note', second, 'a')], beyond)).toEqual([
      { code: 'no-note', count: 7, units: [], reason: 'QĐ 1' },
      { code: 'no-note', count: 42, units: ['a', 'b', 'c'], reason: 'QĐ 2' },
    ]);
  });
});

it('entries on one line come by their columns', () => {
  const on = (column: number): Accepted => ({ reason: `${column}`, place: { file: 'parindex.yaml', line: 3, column } });
  const cases = acceptedCases([9, 30, 5].map((column) => fault('no-note', on(column))));
  expect(cases.map(({ reason }) => reason)).toEqual(['5', '9', '30']);
});

describe('the acceptance of a fault', () => {
  const place = { file: 'parindex.yaml', line: 3, column: 5 };
  const acceptance = (code: string, more: Partial<Acceptance> = {}): Acceptance => ({
    code,
    reason: '',
    place,
    ...more,
  });
  const found = (unit: string | undefined, leaf: string | undefined, file: string): Diagnostic => ({
    ...fault('no-note', undefined, unit),
    place: { file, line: 1, column: 1 },
    facts: (leaf === undefined ? {} : { leaf }) as never,
  });

  it('is the first of its code that speaks of it', () => {
    const of = (code: string) => fault(code, undefined, 'a');
    const all = [
      acceptance('odd-id'),
      acceptance('no-note', { unit: 'b' }),
      acceptance('no-note', { unit: 'a' }),
      acceptance('no-note'),
    ];
    expect(acceptanceOf(byCode(all), of('no-note'))).toBe(all[2]);
    expect(acceptanceOf(byCode(all), of('odd-id'))).toBe(all[0]);
    expect(acceptanceOf(byCode(all), of('all-at-max'))).toBeUndefined();
    expect([...byCode(all)]).toEqual([
      ['odd-id', [all[0]]],
      ['no-note', [all[1], all[2], all[3]]],
    ]);
    expect(acceptanceOf(byCode([]), of('no-note'))).toBeUndefined();
  });

  it('speaks of every fault that agrees with all that it names, and of no other', () => {
    const units = [undefined, 'a', 'b'];
    const leaves = [undefined, '1.1', '1.2'];
    let meant = 0;
    for (const unit of units) {
      for (const leaf of leaves) {
        for (const file of [undefined, 'x.csv', 'y.csv']) {
          const narrowed = acceptance('no-note', {
            ...(unit === undefined ? {} : { unit }),
            ...(leaf === undefined ? {} : { leaf }),
            ...(file === undefined ? {} : { file }),
          });
          for (const ofUnit of units) {
            for (const ofLeaf of leaves) {
              const agrees = [
                [unit, ofUnit],
                [leaf, ofLeaf],
                [file, 'x.csv'],
              ].every(([named, own]) => named === undefined || named === own);
              const given = acceptanceOf(byCode([narrowed]), found(ofUnit, ofLeaf, 'x.csv'));
              expect(given).toBe(agrees ? narrowed : undefined);
              if (agrees) meant += 1;
            }
          }
        }
      }
    }
    // By hand: of unit and leaf, 3 + 1 + 1 pairs agree each; of the file 2 of 3.
    expect(meant).toBe(5 * 5 * 2);
  });
});
