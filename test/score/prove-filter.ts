/** The laws of the filter over so many random units and the planted ones. */
import { describe, expect, test } from 'vitest';
import { compare, equal, round, toText } from '../../src/model/exact.ts';
import { compareNear, forced, roundNear } from '../../src/score/filter.ts';
import { num } from './build.ts';
import { drawUnits, PLANTED, tallied } from './filter-units.ts';

/** So many units stand twice. */
const TWINS = 200;

export function proveFilter(count: number): void {
  describe(`the filter over ${count} random units and planted ones`, () => {
    const units = [...drawUnits(count), ...PLANTED.map((texts) => texts.map(num))];

    test.each([false, true])('rounds as the fractions do; exact way forced: %s', (isForced) => {
      forced.exact = isForced;
      const wrong = tallied(units).flatMap(({ late, slow }, row) =>
        [0, 2, 4].flatMap((decimals) => {
          const [quick, right] = [roundNear(late, decimals), round(slow, decimals)];
          return equal(quick, right) ? [] : [`unit ${row}: ${toText(quick)} instead of ${toText(right)}`];
        }),
      );
      expect(wrong).toEqual([]);
    });

    test.each([false, true])(
      'orders neighbours and equal ones as the fractions do; exact way forced: %s',
      (isForced) => {
        forced.exact = isForced;
        const all = tallied([...units, ...units.slice(0, TWINS)]);
        const twins = all.slice(0, TWINS).map((first, at) => [first, all[units.length + at] as typeof first] as const);
        const neighbours = all.slice(1).map((second, at) => [all[at] as typeof second, second] as const);
        const wrong = [...twins, ...neighbours].filter(
          ([a, b]) => Math.sign(compareNear(a.late, b.late)) !== compare(a.slow, b.slow),
        );
        expect(wrong).toEqual([]);
      },
    );
  });
}
