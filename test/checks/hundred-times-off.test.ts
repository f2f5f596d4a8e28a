/** 0.92 among 92s is told, and no honest spread is. Every line of the law is tried on both of its sides. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { found, rubricOf } from './find.ts';

const rubric = rubricOf([['1.1', 2, 'rule: { type: proportional }']]);

function off(cells: readonly string[]): readonly string[] {
  const rows = cells.map((cell, at) => `so-${at},1.1,,${cell},,x`);
  return found(rubric, rows)
    .filter((one) => one.startsWith('hundred-times-off'))
    .map((one) => one.split(' ')[1] as string);
}

describe('hundred-times-off', () => {
  it.each([
    ['the example', ['92%', '90%', '95%', '88%', '0.92%'], ['so-4']],
    ['too few others', ['92%', '90%', '95%', '0.92%'], []],
    ['exactly half of the median (46 %)', ['92%', '92%', '92%', '92%', '0.46%'], ['so-4']],
    ['just under half', ['92%', '92%', '92%', '92%', '0.459%'], []],
    ['exactly double', ['40%', '40%', '40%', '40%', '0.8%'], ['so-4']],
    ['just over double', ['40%', '40%', '40%', '40%', '0.801%'], []],
    ['100 times too great', ['0.5%', '0.6%', '0.5%', '0.4%', '50%'], ['so-4']],
    ['two of seven', ['92%', '0.92%', '95%', '88%', '91%', '0.9%', '90%'], ['so-1', 'so-5']],
    ['zeros do not count', ['0%', '0%', '92%', '90%', '95%', '88%', '0.92%'], ['so-6']],
    ['a wide spread', ['92%', '40%', '10%', '5%', '1%', '0.9%', '0.4%', '80%'], []],
    ['fractions', ['45/50', '46/50', '47/50', '48/50', '1/110'], ['so-4']],
  ])('%s', (_, cells, expected) => {
    expect(off(cells)).toEqual(expected);
  });

  it('is the law, word by word', () => {
    const cell = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 12 }),
        fc.array(fc.integer({ min: 70, max: 99 }), { maxLength: 8 }),
        (odd, bulk) => {
          // Hundredths of a per cent.
          const values = [...odd, ...bulk.map((one) => one * 100)];
          expect(off(values.map((one) => `${Math.floor(one / 100)}.${String(one % 100).padStart(2, '0')}%`))).toEqual(
            byTheLaw(values).map((at) => `so-${at}`),
          );
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

/** The law on whole numbers, the slow way. */
function byTheLaw(values: readonly number[]): readonly number[] {
  const rows = values.map((value, at) => ({ value, at })).filter(({ value }) => value !== 0);
  const sorted = rows.map(({ value }) => value).sort((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const near = (value: number, times: number) => 2 * value >= times * median && value <= 2 * times * median;
  const offs = rows.filter(({ value }) => near(value * 100, 1) || near(value, 100));
  const others = rows.filter((row) => !offs.includes(row));
  const inside = others.filter(({ value }) => near(value, 1)).length;
  return others.length >= 4 && inside * 10 >= others.length * 9 ? offs.map(({ at }) => at) : [];
}
