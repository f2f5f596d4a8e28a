/** Ways to more points that are given outright, step by step: how many are looked at, and which one says that there are more. */
import { describe, expect, it } from 'vitest';
import { ZERO } from '../../src/model/exact.ts';
import { ruleOf } from '../../src/rules/index.ts';
import { scoringOf } from './prove-rule.ts';

/** How many ways there are from 0 to a maximum of so many steps of 0.0001, and which of them are a sample. */
function see(steps: bigint): readonly number[] {
  const scoring = scoringOf('given', '{ step: 0.0001 }');
  const asked = { cell: '0', previous: '', mark: '.', value: ZERO, points: ZERO, values: [] } as const;
  const max = { n: steps, d: 10_000n };
  const ways = ruleOf(scoring).reach?.({ ...asked, max, options: scoring.options }) ?? [];
  return [ways.length, ...ways.flatMap(({ isSample }, at) => (isSample ? at : []))];
}

describe('steps of points', () => {
  it('are ten thousand at the most, of which the last says that there are more', () => {
    expect(see(3n)).toEqual([3]);
    expect(see(10_000n)).toEqual([10_000]);
    expect(see(10_001n)).toEqual([10_000, 9_999]);
    expect(see(20_000n)).toEqual([10_000, 9_999]);
  });
});
