import { describe, expect, it } from 'vitest';
import { type AcceptedCase, acceptedCases } from '../../src/model/acceptance.ts';
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
