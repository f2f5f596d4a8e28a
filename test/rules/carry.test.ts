/** What one rule has read, as another would have read it; and what has no such value. */
import { describe, expect, it } from 'vitest';
import { type Exact, parseDecimal, toText } from '../../src/model/exact.ts';
import { carryBetween, isSameRule } from '../../src/rules/carry.ts';
import type { RuleName } from '../../src/rules/index.ts';
import { scoringOf } from './prove-rule.ts';

type Written = readonly [RuleName, string];

/** Why nothing goes over; or each value with what it becomes, `-` where nothing. */
function see(from: Written, to: Written, ...values: readonly string[]): string {
  const carry = carryBetween(scoringOf(...from), scoringOf(...to));
  if (typeof carry === 'string') return `! ${carry}`;
  return values
    .map((value) => carry(parseDecimal(value) as Exact))
    .map((value) => (value === undefined ? '-' : toText(value)))
    .join(' ');
}

const GIVEN: Written = ['given', '{}'];
const COUNT: Written = ['per-item', '{ points: 0.5 }'];
const LATE: Written = ['deduct', '{ points: 1 }'];
const SHARE: Written = ['proportional', '{}'];
const BANDS: Written = ['bands', '{ bands: [{ from: 50%, points: 1 }, { below: 50%, points: 0 }] }'];
const levels = (text: string): Written => ['levels', `{ levels: { ${text} } }`];
const items = (text: string): Written => ['checklist', `{ items: ${text} }`];
const cases = (points: string): Written => [
  'best-of',
  `{ alternatives: { a: { type: per-item, points: ${points} }, b: { type: given } } }`,
];

describe('a value', () => {
  it('goes over as it stands where the other rule holds its kind', () => {
    expect(see(COUNT, LATE, '3', '0')).toBe('3 0');
    expect(see(SHARE, BANDS, '0.75')).toBe('0.75');
    expect(see(BANDS, SHARE, '0.75')).toBe('0.75');
  });

  it('does not where the other asks for another kind, or points were given', () => {
    expect(see(COUNT, SHARE)).toBe('! kind');
    expect(see(SHARE, levels('a: 1'))).toBe('! kind');
    expect(see(GIVEN, COUNT)).toBe('! given');
    expect(see(COUNT, GIVEN)).toBe('! given');
    expect(see(GIVEN, GIVEN)).toBe('! given');
  });

  it('that is a change goes over where both change alike', () => {
    const growth = (more: string): Written => ['growth', `{ full_at: 10${more} }`];
    expect(see(growth('%'), growth('%, floor: 5%'), '0.05')).toBe('0.05');
    expect(see(growth('%'), growth('%, measure: ratio, value: number'), '0.05')).toBe('0.05');
    expect(see(growth('%'), growth(', measure: difference'))).toBe('! kind');
    expect(see(growth('%'), growth('%, value: share'))).toBe('! kind');
  });

  it('that is a mean of answers goes over where the answers are worth the same', () => {
    const survey = (scale: string): Written => ['survey', `{ scale: { ${scale} } }`];
    expect(see(survey('tot: 100%, kem: 0%'), survey('tot: 100%, kem: 0%'), '0.5')).toBe('0.5');
    expect(see(survey('tot: 100%, kem: 0%'), survey('tot: 100%, kem: 10%'))).toBe('! kind');
    expect(see(survey('tot: 100%, kem: 0%'), survey('tot: 100%, xau: 0%'))).toBe('! kind');
    expect(see(survey('tot: 100%, kem: 0%'), survey('tot: 100%, tb: 50%, kem: 0%'))).toBe('! kind');
    expect(see(survey('tot: 100%, kem: 0%'), ['survey', '{}'])).toBe('! kind');
    expect(see(['survey', '{}'], ['survey', '{}'], '0.5')).toBe('0.5');
  });
});

describe('a level', () => {
  it('goes over by its name', () => {
    expect(see(levels('a: 2, b: 1'), levels('a: 3, b: 0.5, c: 0'), '2', '1')).toBe('3 0.5');
    expect(see(levels('a: 2, b: 1'), levels('a: 3'), '2', '1')).toBe('3 -');
    expect(see(levels('a: 2'), levels('a: 3'), '1')).toBe('-');
  });

  it('that shares its points with another goes over where they share them there too', () => {
    const from = levels('a: 1, b: 1, c: 0');
    expect(see(from, levels('a: 2, b: 2, c: 0'), '1', '0')).toBe('2 0');
    expect(see(from, levels('a: 2, b: 1, c: 0'), '1')).toBe('-');
    expect(see(from, levels('a: 2, c: 0'), '1')).toBe('-');
    expect(see(from, levels('b: 2, c: 0'), '1')).toBe('-');
    expect(see(levels('a: 1, b: 1, c: 1'), levels('a: 2, b: 2, c: 1'), '1')).toBe('-');
  });
});

describe('what was turned into points', () => {
  it('goes over where the rule is the same', () => {
    expect(see(items('{ a: 1, b: 1 }'), items('{ a: 1, b: 1 }'), '1')).toBe('1');
    expect(see(items('{ a: 1, b: 1 }'), items('{ a: 1, b: 0.5 }'))).toBe('! items');
    expect(see(items('{ a: 1, b: 1 }'), items('{ a: 1, c: 1 }'))).toBe('! items');
    expect(see(items('{ a: 1 }'), items('{ a: 1, b: 1 }'))).toBe('! items');
    expect(see(items('{ a: 1, b: 1 }'), items('{ a: 1 }'))).toBe('! items');
    expect(see(cases('0.5'), cases('0.5'), '1')).toBe('1');
    expect(see(cases('0.5'), cases('1'))).toBe('! items');
    expect(see(items('{ a: 1 }'), cases('1'))).toBe('! kind');
  });
});

describe('a rule', () => {
  const isSame = (a: Written, b: Written) => isSameRule(scoringOf(...a), scoringOf(...b));

  it('is the same by its type and its options, in whatever order these were written', () => {
    expect(isSame(COUNT, COUNT)).toBe(true);
    expect(isSame(COUNT, LATE)).toBe(false);
    expect(isSame(COUNT, ['per-item', '{ points: 1 }'])).toBe(false);
    expect(isSame(['per-item', '{ points: 1 }'], ['deduct', '{ points: 1 }'])).toBe(false);
    expect(isSame(['per-item', '{ points: 1, cap: 2 }'], ['per-item', '{ cap: 2, points: 1 }'])).toBe(true);
    expect(isSame(['per-item', '{ points: 1, cap: 2 }'], ['per-item', '{ points: 1 }'])).toBe(false);
    expect(isSame(['per-item', '{ points: 1 }'], ['per-item', '{ points: 1, cap: 2 }'])).toBe(false);
    expect(isSame(BANDS, BANDS)).toBe(true);
    expect(isSame(BANDS, ['bands', '{ bands: [{ from: 60%, points: 1 }, { below: 60%, points: 0 }] }'])).toBe(false);
  });

  it('by options that a list or nothing stands in is told from one by a map', () => {
    const rule = (options: unknown) => ({ type: 'x', options });
    const same = (a: unknown, b: unknown) => isSameRule(rule(a), rule(b));
    expect([same(null, null), same(null, {}), same({}, null), same(undefined, {}), same({}, undefined)]).toEqual([
      ...[true, false, false, false, false],
    ]);
    expect([same('a', 'a'), same('a', 'b'), same('a', {}), same({}, 'a'), same(1, 2)]).toEqual([
      ...[true, false, false, false, false],
    ]);
    expect([same({ a: null }, { a: null }), same({ a: 1 }, { a: undefined }), same({ a: 1 }, { b: 1 })]).toEqual([
      ...[true, false, false],
    ]);
    expect([same({ b: 1, a: 2, c: 3 }, { c: 3, a: 2, b: 1 }), same({ a: 1, b: 2 }, { a: 2, b: 1 })]).toEqual([
      true,
      false,
    ]);
    // The order of a map is that of the answers of a survey.
    expect(
      same(
        new Map([
          ['a', 1],
          ['b', 2],
        ]),
        new Map([
          ['b', 2],
          ['a', 1],
        ]),
      ),
    ).toBe(false);
    expect(same([1, [2]], [1, [2]])).toBe(true);
    expect(same([1, [2]], [1, [3]])).toBe(false);
  });
});
