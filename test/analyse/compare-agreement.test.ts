/** Limits of agreement: a hand calculation, and roots rounded against squares of whole numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, roundWithRoot } from '../../src/analyse/compare-agreement.ts';
import { type Exact, exact, toFixedText, toFractionText, whole } from '../../src/model/exact.ts';

describe('agreementOf', () => {
  it('gives mean, deviation and limits of 2, 4, 4, 4, 5, 5, 7, 9', () => {
    // Mean 5; squares 9+1+1+1+0+0+4+16 = 32; 32/7 = 4.5714..., its root 2.13809; 1.96 × 2.13809 = 4.19066.
    const found = agreementOf([2, 4, 4, 4, 5, 5, 7, 9].map(whole), 2);
    expect(found && toFractionText(found.mean)).toBe('5');
    expect(found && [found.deviation, found.low, found.high].map((each) => toFixedText(each, 2))).toEqual([
      '2.14',
      '0.81',
      '9.19',
    ]);
  });

  it('has no deviation of one', () => {
    expect(agreementOf([whole(3)], 2)).toBeUndefined();
  });

  it('is the mean alone where all are equal', () => {
    const found = agreementOf([exact(1n, 8n), exact(1n, 8n)], 2);
    expect(found && [found.deviation, found.low, found.high].map((each) => toFixedText(each, 2))).toEqual([
      '0.00',
      '0.13',
      '0.13',
    ]);
  });
});

describe('roundWithRoot', () => {
  it.each([
    ['2', 1, '0', '1.41'],
    ['2', -1, '0', '-1.41'],
    ['2', -1, '1', '-0.41'],
    ['9', -1, '3', '0.00'],
    // 0.005 is the line: √0.000025 = 0.005 is printed 0.01, and below it 0.00.
    ['1/40000', 1, '0', '0.01'],
    ['1/40001', 1, '0', '0.00'],
    ['1/40000', -1, '0', '-0.01'],
  ] as const)('of √%s, direction %s, from %s is %s', (under, direction, base, text) => {
    const [n = '0', d = '1'] = under.split('/');
    const found = roundWithRoot(exact(BigInt(base)), direction, exact(BigInt(n), BigInt(d)), 2);
    expect(toFixedText(found, 2)).toBe(text);
  });

  it('lies within half a last place of the root, for any numbers', () => {
    const figure = fc.tuple(fc.bigInt({ min: -5000n, max: 5000n }), fc.bigInt({ min: 1n, max: 97n }));
    fc.assert(
      fc.property(
        figure,
        fc.bigInt({ min: 0n, max: 90000n }),
        fc.bigInt({ min: 1n, max: 89n }),
        fc.constantFrom(1, -1),
        (base, n, d, direction) => {
          const found = roundWithRoot(exact(...base), direction as 1 | -1, exact(n, d), 2);
          // |found - base ∓ √u| <= 1/200: with r = direction × (found - base), √u in [r - 1/200, r + 1/200].
          const r: Exact = exact(BigInt(direction) * (found.n * base[1] - base[0] * found.d), found.d * base[1]);
          const atMost = (line: Exact): boolean => line.n >= 0n && n * line.d * line.d <= d * line.n * line.n;
          const atLeast = (line: Exact): boolean => line.n <= 0n || n * line.d * line.d >= d * line.n * line.n;
          expect(atMost(exact(r.n * 200n + r.d, r.d * 200n)) && atLeast(exact(r.n * 200n - r.d, r.d * 200n))).toBe(
            true,
          );
        },
      ),
    );
  });
});
