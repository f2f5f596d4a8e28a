import { describe, expect, it } from 'vitest';
import { type Diagnostic, type Fault, raise, type Severity } from '../../src/model/diagnostic.ts';
import { listFaults, standingOf } from '../../src/model/fault-list.ts';

const told = { en: () => '', vi: () => '' };

function law(code: string, severity: Severity): Fault<object> {
  return { code, severity, title: { en: '', vi: '' }, message: told, hint: told };
}

const above = law('above-max', 'error');
const missing = law('missing-entry', 'error');
const late = law('late', 'warning');
const exempt = law('exempt', 'note');

/** `a.csv:2:3` and the law that is broken there. */
function at(where: string, fault: Fault<object>): Diagnostic {
  const [file = '', line, column] = where.split(':');
  return raise(fault, { file, line: Number(line), column: Number(column) }, {});
}

function accepted(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, accepted: { reason: 'QĐ 1', place: { file: 'parindex.yaml', line: 9, column: 5 } } };
}

function places(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ place: { file, line, column } }) => `${file}:${line}:${column}`);
}

describe('a list of faults', () => {
  it('is ordered by file, line and column, each as a number or a text and not as the other', () => {
    const found = ['b.csv:1:1', 'a.csv:10:1', 'a.csv:9:10', 'a.csv:9:2', 'B.csv:3:1'].map((where) => at(where, above));
    expect(places(listFaults(found, 0).shown)).toEqual([
      'B.csv:3:1',
      'a.csv:9:2',
      'a.csv:9:10',
      'a.csv:10:1',
      'b.csv:1:1',
    ]);
  });

  it('leaves in their order those of one place', () => {
    const [first, second] = [at('a.csv:1:1', missing), at('a.csv:1:1', above)];
    expect(listFaults([first, second], 0).shown).toEqual([first, second]);
  });

  it('counts all of them, however few are shown', () => {
    const list = listFaults(
      [
        at('a.csv:4:1', exempt),
        at('a.csv:3:1', late),
        at('a.csv:2:1', above),
        at('a.csv:5:1', late),
        accepted(at('a.csv:1:1', late)),
        at('a.csv:6:1', above),
        at('a.csv:7:1', above),
      ],
      1,
    );
    expect(list).toMatchObject({ total: 7, errors: 3, warnings: 2, notes: 1, accepted: 1 });
    expect(list.codes.map(({ fault, count }) => [fault.code, count])).toEqual([
      ['above-max', 3],
      ['late', 3],
      ['exempt', 1],
    ]);
  });

  it('counts laws by their code, the most frequent first and equals by code', () => {
    const codes = listFaults(
      ['b', 'c', 'a', 'c', 'd', 'd'].map((code, line) => at(`x.csv:${line}:1`, law(code, 'error'))),
      0,
    ).codes;
    expect(codes.map(({ fault, count }) => `${fault.code} ${count}`)).toEqual(['c 2', 'd 2', 'a 1', 'b 1']);
  });

  it('shows the gravest where not all are shown, and these by place again', () => {
    const found = [
      accepted(at('a.csv:1:1', late)),
      at('a.csv:2:1', exempt),
      at('a.csv:3:1', late),
      at('a.csv:5:1', above),
      at('a.csv:4:1', missing),
    ];
    const shown = (limit: number) => places(listFaults(found, limit).shown);
    expect(shown(1)).toEqual(['a.csv:4:1']);
    expect(shown(2)).toEqual(['a.csv:4:1', 'a.csv:5:1']);
    expect(shown(3)).toEqual(['a.csv:3:1', 'a.csv:4:1', 'a.csv:5:1']);
    expect(shown(4)).toEqual(['a.csv:2:1', 'a.csv:3:1', 'a.csv:4:1', 'a.csv:5:1']);
    expect(shown(5)).toHaveLength(5);
    expect(shown(6)).toHaveLength(5);
    expect(shown(0)).toEqual(shown(5));
  });

  it('leaves what was found as it was', () => {
    const found = Object.freeze([at('b.csv:1:1', above), at('a.csv:1:1', above)]);
    listFaults(found, 1);
    expect(places(found)).toEqual(['b.csv:1:1', 'a.csv:1:1']);
  });

  it('of none has nothing', () => {
    const none = { shown: [], total: 0, errors: 0, warnings: 0, notes: 0, accepted: 0, codes: [] };
    expect(listFaults([], 0)).toEqual(none);
    expect(listFaults([], 50)).toEqual(none);
  });
});

describe('how grave a fault is to the reader', () => {
  it('is its severity, unless the council has accepted it', () => {
    const warning = at('a.csv:1:1', late);
    expect([at('a.csv:1:1', above), warning, at('a.csv:1:1', exempt), accepted(warning)].map(standingOf)).toEqual([
      'error',
      'warning',
      'note',
      'accepted',
    ]);
  });
});
