/** What checks find in columns that the compiled passes go over, beside plain loops over the same numbers. */
import { describe, expect, it } from 'vitest';
import { copiedEntries } from '../../src/checks/copied-entries.ts';
import { hundredTimesOff } from '../../src/checks/hundred-times-off.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { leafOf } from '../../src/model/diagnostic.ts';
import { setPlace } from '../../src/model/places.ts';
import { ENGINES } from '../read/kernel/engines.ts';
import { moved } from '../read/moved.ts';
import { build, type UnitSpec } from '../score/build.ts';

const LEAVES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
const share = { type: 'proportional', options: {} };
const spec = { domains: { A: Object.fromEntries(LEAVES.map((id) => [id, { max: '1', rule: share }])) } };

/** Shares around 0.9, `a` and `b` in ten-thousandths; the last unit has the cells of unit 7. */
const units = Array.from({ length: 1200 }, (_, at): UnitSpec => {
  const ratio = (step: number) => `${88 + ((at * step) % 11)}/${97 + ((at * step) % 13)}`;
  const cells = {
    ...{ a: `${8800 + ((at * 7) % 1000)}/10000`, b: `${8900 + ((at * 11) % 997)}/10000` },
    ...{ c: ratio(3), d: ratio(5), e: ratio(7), f: ratio(11), g: `${at + 5000}/7001` },
  };
  return { id: `u${at}`, cells };
});
const twin = { ...(units[7] as UnitSpec), id: 'u1200' };

/** Two of a shared denominator, two of their own, and one cell that is missing. */
const slips = new Map<number, Record<string, string>>([
  [3, { a: '91/10000' }],
  [40, { b: '93/10000' }],
  [41, { c: '1/110' }],
  [900, { d: '90/10001' }],
]);
const all = [...units.map((unit, at) => ({ ...unit, cells: { ...unit.cells, ...slips.get(at) } })), twin];

describe.each(ENGINES)('%s', (_, compile) => {
  const files = [{ file: '2024.csv', read: 0, used: 0, blank: 0, refused: 0 }];
  const plain = { ...build(spec, all), files };
  for (const { places } of plain.sheets.flatMap(({ leaves }) => leaves)) {
    for (const row of all.keys()) setPlace(places, row, 0, 1 + row);
  }
  const there = moved(plain, compile);
  const found = (check: typeof copiedEntries, assessment: Assessment) =>
    [...check.run({ assessment, basis: undefined, curveOf: () => undefined, lost: new Map() })].map((one) =>
      [one.fault.code, one.unit, leafOf(one)].filter(Boolean).join(' '),
    );

  it('a hundred times off are the four slips', () => {
    expect(there.held).toBe(7);
    const slipped = ['u3 a', 'u40 b', 'u41 c', 'u900 d'].map((one) => `hundred-times-off ${one}`);
    expect(found(hundredTimesOff, there.assessment)).toEqual(slipped);
    expect(found(hundredTimesOff, plain)).toEqual(slipped);
  });

  it('copied is the one that has the cells of another', () => {
    expect(found(copiedEntries, there.assessment)).toEqual(['copied-entries u1200']);
    expect(found(copiedEntries, plain)).toEqual(['copied-entries u1200']);
  });
});
