import { describe, expect, it } from 'vitest';
import {
  collect,
  type Diagnostic,
  type Fault,
  hasErrors,
  leafOf,
  raise,
  SEE,
  see,
} from '../../src/model/diagnostic.ts';

interface Facts {
  readonly leaf?: string;
  readonly max?: number;
}

const place = { file: 'a.csv', line: 2, column: 3 };
const other = { file: 'rubric.yaml', line: 9, column: 5 };
const fault: Fault<Facts> = {
  code: 'above-max',
  severity: 'error',
  title: { en: '', vi: '' },
  message: { en: () => '', vi: () => '' },
  hint: { en: () => '', vi: () => '' },
};

describe('raising a fault', () => {
  it('keeps the law, the place and the facts, and is as grave as the law', () => {
    expect(raise(fault, place, { leaf: '1.1' })).toEqual({
      ...{ fault, severity: 'error', place, facts: { leaf: '1.1' }, related: [] },
    });
  });

  it('names the unit, related places and a milder severity where they are known', () => {
    const related = see('max', other);
    const raised = raise(fault, place, {}, { related, unit: 'khanh-vinh', severity: 'note' });
    expect(raised).toMatchObject({ related, unit: 'khanh-vinh', severity: 'note' });
  });

  it('says nothing of a unit where none is known', () => {
    expect(Object.keys(raise(fault, place, {}))).not.toContain('unit');
  });
});

describe('a related place', () => {
  it('is shown with the words for what stands there', () => {
    expect(see('first', other)).toEqual([{ place: other, message: SEE.first }]);
    expect(SEE.first).toEqual({ en: 'the first is here', vi: 'lần đầu ở đây' });
  });

  it('is left out where there is none', () => {
    expect(see('first', undefined)).toEqual([]);
  });
});

describe('the leaf of a fault', () => {
  it('is the one that its facts name', () => {
    expect(leafOf(raise(fault, place, { leaf: '1.1' }))).toBe('1.1');
    expect(leafOf(raise(fault, place, { max: 2 }))).toBeUndefined();
    expect(leafOf(raise(fault as Fault<object>, place, { leaf: 1 }))).toBeUndefined();
  });
});

describe('what was found', () => {
  it('is added to a list, however much it is', () => {
    const one = raise(fault, place, {});
    const list: Diagnostic[] = [one];
    collect(
      list,
      Array.from({ length: 200_000 }, () => one),
    );
    expect(list).toHaveLength(200_001);
  });

  it('refuses the input by one error, and by no number of warnings and notes', () => {
    const mild = (['warning', 'note', 'warning'] as const).map((severity) => raise(fault, place, {}, { severity }));
    expect(hasErrors([])).toBe(false);
    expect(hasErrors(mild)).toBe(false);
    expect(hasErrors([...mild, raise(fault, place, {})])).toBe(true);
  });
});
